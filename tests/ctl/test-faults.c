/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-cases.h"
#include "ctl-fixture.h"

#include "ctl-verb.h"

#include <string.h>

/* No verb is forgotten in what follows. */
static void
test_complete (Fixture *self, gconstpointer data)
{
  guint i = 0;

  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++, i++) {
    g_autofree char *name = g_strstrip (g_strdup_printf ("%s %s", verb->noun, verb->name));
    gboolean is_local = (ctl_cases[i].flags & CTL_CASE_LOCAL) != 0;

    g_assert_cmpstr (ctl_cases[i].verb, ==, name);
    g_assert_true (is_local == (verb->need < CTL_NEEDS_CLIENT));
  }
  g_assert_null (ctl_cases[i].verb);
}

static void
write_import (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->directory, "import.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "name\r\nImported\r\n", -1, &error);
  g_assert_no_error (error);
}

static Outcome
run_case (Fixture *self, const CtlCase *c, const char *options)
{
  g_autofree char *arguments = fixture_fill (self, c->arguments);

  return fixture_run (self, NULL, "%s %s %s %s", c->verb, arguments,
                      c->flags & CTL_CASE_REMOVES ? "--yes" : "", options);
}

/* Every verb that asks the server, with a server that fails in one way. The client takes some of
 * the answers for nothing new: those verbs are named. */
static void
test_fault (Fixture *self, gconstpointer data)
{
  const struct {
    const char *fault;
    int code;
  } rows[] = {
    { "401-everywhere", 3 },
    { "403", 3 },
    { "402", 5 },
    { "broken-json", 7 },
    { "html", 7 },
    { "empty", 7 },
    { "redirect", 7 },
    { "500-everywhere", 6 },
    { "503", 6 },
    { "429", 6 },
    { "cut", 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    /* What was changed although the answer was broken must not stand in the way of the next. */
    fixture_tear_down (self, data);
    memset (self, 0, sizeof *self);
    fixture_set_up (self, data);
    write_import (self);
    for (const CtlCase *c = ctl_cases; c->verb != NULL; c++) {
      g_auto (Outcome) outcome = { 0 };

      if ((c->flags & CTL_CASE_LOCAL) != 0 ||
          (strcmp (c->verb, "data refresh") == 0 && rows[i].code == 7))
        continue;
      g_free (fixture_fill (self, ""));
      g_assert_true (sandbox_server_set_fault (self->server, rows[i].fault));
      outcome = run_case (self, c, "--no-retry --timeout 20 --format csv");
      g_assert_true (sandbox_server_set_fault (self->server, "none"));
      g_test_message ("%s: %s", rows[i].fault, c->verb);
      outcome_assert_failed (&outcome, rows[i].code);
    }
  }
}

/* With --format json the error is one object, with what Codat said of it. */
static void
test_json (Fixture *self, gconstpointer data)
{
  write_import (self);
  g_free (fixture_fill (self, ""));
  g_assert_true (sandbox_server_set_fault (self->server, "401-everywhere"));
  for (const CtlCase *c = ctl_cases; c->verb != NULL; c++) {
    g_auto (Outcome) outcome = { 0 };

    if (c->flags & CTL_CASE_LOCAL)
      continue;
    outcome = run_case (self, c, "--format json");
    g_test_message ("%s", c->verb);
    outcome_assert_exit (&outcome, 3);
    g_assert_cmpstr (outcome.out, ==, "");
    g_assert_true (g_str_has_prefix (outcome.err, "{\"error\":\"The API key is not accepted"));
    g_assert_nonnull (strstr (outcome.err, "\"exitCode\":3,\"statusCode\":401,"));
    g_assert_nonnull (strstr (outcome.err, "\"correlationId\":\""));
    g_assert_true (g_str_has_suffix (outcome.err, "}\n"));
    g_assert_true (strchr (outcome.err, '\n')[1] == '\0');
  }
}

/* What the client repeats takes its time, so not every verb has its turn with each of these. */
static void
test_network (Fixture *self, gconstpointer data)
{
  const struct {
    const char *fault;
    const char *line;
    const char *words;
  } rows[] = {
    { "500-everywhere", "profile show", "The server failed" },
    { "503", "companies list --format csv", "maintenance" },
    { "cut", "companies show {company}", "could not be reached" },
    { "companies-500", "companies find x", "The server failed" },
    { "companies-500", "status", "The server failed" },
    { "integrations-500", "integrations list", "The server failed" },
    { "branding-500", "integrations branding gbol", "The server failed" },
    { "connections-500", "connections list {company}", "The server failed" },
    { "connection-500", "connections link {company} {connection}", "The server failed" },
    { "unlink-500", "connections unlink {company} {connection} --yes", "The server failed" },
    { "delete-500", "connections delete {company} {connection} --yes", "The server failed" },
    { "create-connection-500", "connections create {company} gbol", "The server failed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *line = fixture_fill (self, rows[i].line);
    g_auto (Outcome) outcome = { 0 };

    g_assert_true (sandbox_server_set_fault (self->server, rows[i].fault));
    outcome = fixture_run (self, NULL, "%s --no-retry", line);
    g_assert_true (sandbox_server_set_fault (self->server, "none"));
    g_test_message ("%s: %s", rows[i].fault, line);
    outcome_assert_failed (&outcome, 6);
    g_assert_nonnull (strstr (outcome.err, rows[i].words));
  }
}

/* Nobody listens, nobody answers in time, and an address that is none. */
static void
test_nobody (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) closed = fixture_shell (
      self, "set -- $CTL; $1 --base-url http://127.0.0.1:1 $4 $5 profile show --no-retry");
  g_auto (Outcome) plain =
      fixture_shell (self, "set -- $CTL; $1 --base-url http://api.codat.io $4 $5 profile show");
  g_auto (Outcome) odd =
      fixture_shell (self, "set -- $CTL; $1 --base-url nonsense $4 $5 profile show");
  g_auto (Outcome) late = { 0 };

  outcome_assert_failed (&closed, 6);
  g_assert_nonnull (strstr (closed.err, "could not be reached"));
  outcome_assert_failed (&plain, 2);
  outcome_assert_failed (&odd, 2);
  g_assert_true (sandbox_server_set_fault (self->server, "never"));
  late = fixture_run (self, NULL, "companies list --timeout 1");
  outcome_assert_failed (&late, 6);
  g_assert_nonnull (strstr (late.err, "The time was up"));
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  const struct {
    const char *script;
    int code;
  } rows[] = {
    { "$1 $2 $3 --key-file /dev/null profile show", 3 },
    { "echo wrong | $1 $2 $3 --key-file - profile show", 3 },
    { "printf 'a\\0b' | $1 $2 $3 --key-file - profile show", 3 },
    { "printf 'a\\nb' | $1 $2 $3 --key-file - profile show", 3 },
    { "head -c 5000 /dev/zero | tr '\\0' a | $1 $2 $3 --key-file - profile show", 2 },
    { "$1 $2 $3 --key-file /nowhere/key profile show", 1 },
    { "$1 $2 $3 --key-file / profile show", 1 },
    { "$1 $2 $3 --key-file - profile show <&-", 1 },
    { "$1 $2 $3 profile show", 2 },
    { "$1 $2 $3 $4 $5 --account One profile show", 2 },
    { "$1 $2 $3 $4 $5 --key x profile show", 2 },
    { "$1 $2 $3 $4 $5 --api-key x profile show", 2 },
  };
  g_auto (Outcome) typed =
      fixture_shell (self, "set -- $CTL; cat $5 <(echo) | $1 $2 $3 --key-file - profile show");

  outcome_assert_exit (&typed, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *script = g_strconcat ("set -- $CTL; ", rows[i].script, NULL);
    g_auto (Outcome) outcome = fixture_shell (self, script);

    g_test_message ("%s", rows[i].script);
    outcome_assert_failed (&outcome, rows[i].code);
  }
}

/* A server that says yes and does nothing is found out. */
static void
test_lies (Fixture *self, gconstpointer data)
{
  g_autofree char *unlink = fixture_fill (self, "connections unlink {company} {connection} --yes");
  g_autofree char *delete = fixture_fill (self, "connections delete {company} {connection} --yes");

  g_assert_true (sandbox_server_set_fault (self->server, "unlink-ignored"));
  {
    g_auto (Outcome) outcome = fixture_run (self, NULL, "%s", unlink);

    outcome_assert_failed (&outcome, 7);
  }
  g_assert_true (sandbox_server_set_fault (self->server, "delete-ignored"));
  {
    g_auto (Outcome) outcome = fixture_run (self, NULL, "%s", delete);

    outcome_assert_failed (&outcome, 7);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("faults/complete", 0, test_complete);
  FIXTURE_ADD ("faults/each-verb", 0, test_fault);
  FIXTURE_ADD ("faults/json", 0, test_json);
  FIXTURE_ADD ("faults/network", 0, test_network);
  FIXTURE_ADD ("faults/nobody", 0, test_nobody);
  FIXTURE_ADD ("faults/keys", 0, test_keys);
  FIXTURE_ADD ("faults/lies", 0, test_lies);
  return g_test_run ();
}
