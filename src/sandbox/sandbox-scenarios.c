/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-scenarios.h"

static const SandboxScenario scenarios[] = {
  { "ask", "The Link page asks what to do", NULL, SANDBOX_ACT_ASK, SANDBOX_EFFECT_NONE, 0, "", "" },
  { "allow", "Access is allowed at once", NULL, SANDBOX_ACT_END, SANDBOX_EFFECT_LINK, 200, "", "" },
  { "cancel", "The person cancels", NULL, SANDBOX_ACT_END, SANDBOX_EFFECT_FAIL, 403,
    "User cancelled", "The person pressed Cancel on the sign-in page" },
  { "unchanged", "The person leaves without doing anything", "Leave without doing anything (201)",
    SANDBOX_ACT_END, SANDBOX_EFFECT_NONE, 201, "", "" },
  { "error", "The platform fails and says why", "The platform fails and says why (500)",
    SANDBOX_ACT_END, SANDBOX_EFFECT_FAIL, 500, "Unknown error occurred",
    "Your subscription has ended. Ask the owner of the account to renew it, then try again." },
  { "not-supported", "The edition is not supported", "This edition is not supported (501)",
    SANDBOX_ACT_END, SANDBOX_EFFECT_FAIL, 501, "Not supported",
    "Connections are not part of the Starter plan." },
  { "unknown-code", "The redirect carries a code that nobody knows", "An unknown code (418)",
    SANDBOX_ACT_END, SANDBOX_EFFECT_FAIL, 418, "Something new happened", "" },
  { "lies", "The redirect says yes although nothing was connected",
    "Say yes, but connect nothing (200)", SANDBOX_ACT_END, SANDBOX_EFFECT_NONE, 200, "", "" },
  { "other-organisation", "Another organisation is connected than before",
    "Connect another organisation (200)", SANDBOX_ACT_END, SANDBOX_EFFECT_LINK_OTHER, 200, "", "" },
  { "hostile-text", "The platform's words try to be more than words",
    "Words that try to be more than words (500)", SANDBOX_ACT_END, SANDBOX_EFFECT_FAIL, 500,
    "<b>Unknown</b> & error",
    "<a href=\"https://example.invalid/\">Click</a> \342\200\256now\n%s" },
  { "expired", "The link is too old", NULL, SANDBOX_ACT_EXPIRED, SANDBOX_EFFECT_NONE, 0, "", "" },
  { "forged", "The page goes to a forged redirect first", NULL, SANDBOX_ACT_FORGED,
    SANDBOX_EFFECT_NONE, 0, "", "" },
  { "slow", "The page takes three seconds", NULL, SANDBOX_ACT_SLOW, SANDBOX_EFFECT_NONE, 0, "",
    "" },
  { "never", "The page never answers", NULL, SANDBOX_ACT_NEVER, SANDBOX_EFFECT_NONE, 0, "", "" },
  { "blank", "The page is empty", NULL, SANDBOX_ACT_BLANK, SANDBOX_EFFECT_NONE, 0, "", "" },
  { "used", "The link was used before", NULL, SANDBOX_ACT_USED, SANDBOX_EFFECT_NONE, 0, "", "" },
  { "popup", "The platform signs in in a window of its own", NULL, SANDBOX_ACT_POPUP,
    SANDBOX_EFFECT_NONE, 0, "", "" },
  { "download", "The platform hands over a file first", NULL, SANDBOX_ACT_DOWNLOAD,
    SANDBOX_EFFECT_NONE, 0, "", "" },
  { "tls", "The page cannot prove who it is", NULL, SANDBOX_ACT_TLS, SANDBOX_EFFECT_NONE, 0, "",
    "" },
  { "crash", "The page takes memory until it is stopped", NULL, SANDBOX_ACT_CRASH,
    SANDBOX_EFFECT_NONE, 0, "", "" },
  { "hang", "The page is busy with itself for ever", NULL, SANDBOX_ACT_HANG, SANDBOX_EFFECT_NONE, 0,
    "", "" },
  { "forged-frame", "A frame in the page goes to a forged redirect", NULL, SANDBOX_ACT_FORGED_FRAME,
    SANDBOX_EFFECT_NONE, 0, "", "" },
  { "post", "The redirect is posted instead of opened", NULL, SANDBOX_ACT_POST, SANDBOX_EFFECT_NONE,
    0, "", "" },
  { "no-redirect", "The sign-in ends on Codat's own page", NULL, SANDBOX_ACT_NO_REDIRECT,
    SANDBOX_EFFECT_NONE, 0, "", "" },
};

#define FAULT(kind) SANDBOX_FAULT_##kind

static const SandboxFault faults[] = {
  { "none", "Everything works", FAULT (NONE), NULL, 0, NULL },
  { "unlink-ignored", "Unlink says yes and changes nothing", FAULT (IGNORED), "unlink-connection" },
  { "delete-ignored", "Delete says yes and changes nothing", FAULT (IGNORED), "delete-connection" },
  { "create-company-500", "New companies fail", FAULT (STATUS), "create-company", 500,
    "Something went wrong on our side" },
  { "create-company-lost", "New companies are made, but the answer is a failure", FAULT (LOST),
    "create-company", 500, "Something went wrong on our side" },
  { "create-connection-500", "New connections fail", FAULT (STATUS), "create-connection", 500,
    "Something went wrong on our side" },
  { "companies-500", "The list of companies fails", FAULT (STATUS), "list-companies", 500,
    "Something went wrong on our side" },
  { "connections-500", "The list of connections fails", FAULT (STATUS), "list-connections", 500,
    "Something went wrong on our side" },
  { "connection-500", "One connection cannot be read", FAULT (STATUS), "get-connection", 500,
    "Something went wrong on our side" },
  { "integrations-500", "The list of integrations fails", FAULT (STATUS), "list-integrations", 500,
    "Something went wrong on our side" },
  { "integrations-disabled", "No integration is enabled", FAULT (LINK) },
  { "branding-500", "The branding fails", FAULT (STATUS), "get-integrations-branding", 500,
    "Something went wrong on our side" },
  { "unlink-500", "Unlink fails", FAULT (STATUS), "unlink-connection", 500,
    "Something went wrong on our side" },
  { "delete-500", "Delete fails", FAULT (STATUS), "delete-connection", 500,
    "Something went wrong on our side" },
  { "401-everywhere", "The key is not accepted", FAULT (STATUS), NULL, 401, "Unauthorized" },
  { "402", "The plan's limit is reached", FAULT (STATUS), NULL, 402,
    "You have reached the limit of companies on your plan" },
  { "403", "The key may not do this", FAULT (STATUS), NULL, 403, "Forbidden" },
  { "429", "Too many requests", FAULT (STATUS), NULL, 429, "Too many requests" },
  { "500-everywhere", "Every answer is a failure", FAULT (STATUS), NULL, 500,
    "Something went wrong on our side" },
  { "503", "Maintenance", FAULT (STATUS), NULL, 503, "The service is under maintenance" },
  { "slow", "Every answer takes three seconds", FAULT (SLOW) },
  { "never", "No answer ever comes", FAULT (NEVER) },
  { "cut", "The connection is cut instead of an answer", FAULT (CUT) },
  { "broken-json", "Answers end in the middle", FAULT (BROKEN_JSON) },
  { "html", "Answers are web pages", FAULT (HTML) },
  { "empty", "Answers are empty", FAULT (EMPTY) },
  { "redirect", "Answers send to another place", FAULT (REDIRECT) },
  { "link-lies", "The redirect says yes although nothing was connected", FAULT (LINK) },
  { "link-expired", "Every link is too old", FAULT (LINK) },
  { "image-404", "No image is found", FAULT (LINK) },
};

/* Kept beside the tables so that the lists need no memory of their own. */
static const char *const scenario_names[] = {
  "ask",          "allow",   "cancel",
  "unchanged",    "error",   "not-supported",
  "unknown-code", "lies",    "other-organisation",
  "hostile-text", "expired", "forged",
  "slow",         "never",   "blank",
  "used",         "popup",   "download",
  "tls",          "crash",   "hang",
  "forged-frame", "post",    "no-redirect",
  NULL,
};

static const char *const fault_names[] = {
  "none",
  "unlink-ignored",
  "delete-ignored",
  "create-company-500",
  "create-company-lost",
  "create-connection-500",
  "companies-500",
  "connections-500",
  "connection-500",
  "integrations-500",
  "integrations-disabled",
  "branding-500",
  "unlink-500",
  "delete-500",
  "401-everywhere",
  "402",
  "403",
  "429",
  "500-everywhere",
  "503",
  "slow",
  "never",
  "cut",
  "broken-json",
  "html",
  "empty",
  "redirect",
  "link-lies",
  "link-expired",
  "image-404",
  NULL,
};

G_STATIC_ASSERT (G_N_ELEMENTS (scenario_names) == G_N_ELEMENTS (scenarios) + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (fault_names) == G_N_ELEMENTS (faults) + 1);

const SandboxScenario *
sandbox_scenarios_get (guint index)
{
  return index < G_N_ELEMENTS (scenarios) ? &scenarios[index] : NULL;
}

const SandboxScenario *
sandbox_scenarios_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    if (g_strcmp0 (scenarios[i].name, name) == 0)
      return &scenarios[i];
  return NULL;
}

const SandboxFault *
sandbox_faults_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_strcmp0 (faults[i].name, name) == 0)
      return &faults[i];
  return NULL;
}

const char *const *
sandbox_scenarios_list (void)
{
  return scenario_names;
}

const char *const *
sandbox_faults_list (void)
{
  return fault_names;
}
