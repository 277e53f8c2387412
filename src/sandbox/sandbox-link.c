/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"
#include "sandbox-link-pages.h"
#include "sandbox-redirect.h"

#define SLOW_PAGE 3000
#define MAX_ATTEMPTS 1000

static void
answer_notice (SandboxResponse *response, guint status, const char *title, const char *sentence)
{
  sandbox_response_set_html (response, status, sandbox_link_pages_make_notice (title, sentence));
}

static void
set_policy (SandboxResponse *response, const char *policy)
{
  g_free (response->policy);
  response->policy = g_strdup (policy);
}

static void
answer_expired (SandboxResponse *response)
{
  answer_notice (response, 401, "This link can no longer be used",
                 "A link works once, and for one day. Go back and ask for a new one.");
}

static void
answer_used (SandboxResponse *response)
{
  answer_notice (response, 401, "This link was used already",
                 "A link works once. Go back and ask for a new one.");
}

static void
answer_unknown (SandboxResponse *response)
{
  answer_notice (response, 404, "There is nothing here", "The address is not one of this page's.");
}

/* Both are NULL when one of them is gone. */
static SandboxConnection *
find_connection (SandboxWorld *world,
                 const char *company_id,
                 const char *connection_id,
                 SandboxCompany **company)
{
  *company = sandbox_world_find_company (world, company_id);
  return *company != NULL ? sandbox_company_find_connection (*company, connection_id) : NULL;
}

static void
link_connection (SandboxWorld *world,
                 SandboxCompany *company,
                 SandboxConnection *connection,
                 gboolean other)
{
  gint64 now = sandbox_world_now (world);

  connection->status = SANDBOX_STATUS_LINKED;
  connection->linked_on = now;
  connection->last_sync = now;
  g_free (connection->organisation);
  connection->organisation =
      other ? g_strdup ("Quite Another Company Ltd") : g_strdup (company->name);
  for (guint i = 0; i < connection->troubles->len; i++) {
    SandboxTrouble *trouble = connection->troubles->pdata[i];

    if (trouble->resolved_on == 0)
      trouble->resolved_on = now;
  }
}

static gboolean
breaks_the_rule (SandboxCompany *company, SandboxConnection *connection)
{
  return g_str_equal (connection->platform->source_type, "Accounting") &&
         sandbox_company_has_linked_accounting (company, connection);
}

static void
apply_ending (SandboxWorld *world,
              SandboxCompany *company,
              SandboxConnection *connection,
              const SandboxScenario *ending)
{
  switch (ending->effect) {
  case SANDBOX_EFFECT_LINK:
  case SANDBOX_EFFECT_LINK_OTHER:
    if (!sandbox_world_has_fault (world, "link-lies"))
      link_connection (world, company, connection, ending->effect == SANDBOX_EFFECT_LINK_OTHER);
    break;
  case SANDBOX_EFFECT_FAIL:
    sandbox_connection_add_trouble (connection, ending->status_code, ending->status_text,
                                    ending->error_message, sandbox_world_now (world));
    break;
  case SANDBOX_EFFECT_NONE:
  default:
    break;
  }
}

/* Where the redirect is not what a browser would be sent to. */
static void
bend_redirect (SandboxAct act, SandboxResponse *response)
{
  if (act == SANDBOX_ACT_POST) {
    response->status = 307;
  } else if (act == SANDBOX_ACT_NO_REDIRECT) {
    g_clear_pointer (&response->location, g_free);
    answer_notice (response, 200, "That is all", "You can close this page and go back to the app.");
  }
}

/* The attempt is over; the caller forgets it. */
static void
end_attempt (SandboxWorld *world,
             const SandboxAttempt *attempt,
             const SandboxScenario *ending,
             SandboxResponse *response)
{
  static const SandboxScenario second_accounting = {
    .effect = SANDBOX_EFFECT_FAIL,
    .status_code = 500,
    .error_message = "Unknown error occurred",
    .status_text = "Another accounting platform is connected already. Only one is allowed.",
  };
  SandboxCompany *company;
  SandboxConnection *connection =
      find_connection (world, attempt->company_id, attempt->connection_id, &company);
  g_autofree char *location = NULL;

  if (connection == NULL) {
    answer_unknown (response);
    return;
  }
  if (ending->effect != SANDBOX_EFFECT_NONE && ending->status_code == 200 &&
      breaks_the_rule (company, connection))
    ending = &second_accounting;
  apply_ending (world, company, connection, ending);
  location = sandbox_redirect_fill (world, company, connection, ending, attempt->parameters,
                                    connection->id);
  sandbox_response_set_redirect (response, location);
  bend_redirect (attempt->scenario->act, response);
}

static SandboxAttempt *
begin_attempt (SandboxWorld *world,
               SandboxCompany *company,
               SandboxConnection *connection,
               const SandboxRequest *request)
{
  SandboxAttempt *attempt = g_new0 (SandboxAttempt, 1);

  attempt->token = g_uuid_string_random ();
  attempt->company_id = g_strdup (company->id);
  attempt->connection_id = g_strdup (connection->id);
  attempt->parameters = g_hash_table_ref (request->query);
  attempt->scenario = world->scenario;
  if (g_hash_table_size (world->attempts) >= MAX_ATTEMPTS)
    g_hash_table_remove_all (world->attempts);
  g_hash_table_insert (world->attempts, attempt->token, attempt);
  return attempt;
}

/* Where the attempt's page is, or where it says it is. */
static char *
make_page_url (SandboxWorld *world, const SandboxAttempt *attempt)
{
  const char *base_url = world->base_url;

  if (attempt->scenario->act == SANDBOX_ACT_TLS && world->untrusted_url != NULL)
    base_url = world->untrusted_url;
  return g_strdup_printf ("%s/link/attempt/%s", base_url, attempt->token);
}

/* GET /link/companies/{id}/connections/{id}/start?otp=… */
static void
answer_start (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  SandboxCompany *company;
  SandboxConnection *connection =
      find_connection (world, request->segments[2], request->segments[4], &company);
  const char *password = sandbox_request_get_query (request, "otp");
  SandboxAttempt *attempt;
  g_autofree char *location = NULL;

  if (connection == NULL) {
    answer_unknown (response);
    return;
  }
  if (!sandbox_passwords_use (world, company, connection, password) ||
      world->scenario->act == SANDBOX_ACT_EXPIRED ||
      sandbox_world_has_fault (world, "link-expired")) {
    answer_expired (response);
    return;
  }
  if (world->scenario->act == SANDBOX_ACT_USED) {
    answer_used (response);
    return;
  }
  attempt = begin_attempt (world, company, connection, request);
  if (attempt->scenario->act == SANDBOX_ACT_END) {
    end_attempt (world, attempt, attempt->scenario, response);
    g_hash_table_remove (world->attempts, attempt->token);
    return;
  }
  location = make_page_url (world, attempt);
  sandbox_response_set_redirect (response, location);
}

static char *
make_forged (SandboxWorld *world,
             SandboxCompany *company,
             SandboxConnection *connection,
             SandboxAttempt *attempt)
{
  g_autofree char *foreign = sandbox_world_make_id (world, "foreign", 0);

  return sandbox_redirect_fill (world, company, connection, sandbox_scenarios_find ("allow"),
                                attempt->parameters, foreign);
}

/* The attempt of the token and what it is about; NULL when it is over or what it was about is gone.
 */
static SandboxAttempt *
find_attempt (SandboxWorld *world,
              const char *token,
              SandboxCompany **company,
              SandboxConnection **connection)
{
  SandboxAttempt *attempt = g_hash_table_lookup (world->attempts, token);

  *connection = attempt != NULL
                    ? find_connection (world, attempt->company_id, attempt->connection_id, company)
                    : NULL;
  return *connection != NULL ? attempt : NULL;
}

/* The page where the person chooses, as the scenario bends it. */
static void
answer_choice (SandboxWorld *world,
               SandboxCompany *company,
               SandboxConnection *connection,
               SandboxAttempt *attempt,
               SandboxResponse *response)
{
  SandboxAct act = attempt->scenario->act;
  g_autofree char *forged = NULL;
  g_autofree char *framed = NULL;

  /* The forgery is tried once: whoever turns it away finds the honest page behind it. */
  if (act == SANDBOX_ACT_FORGED && !attempt->shown)
    forged = make_forged (world, company, connection, attempt);
  if (act == SANDBOX_ACT_FORGED_FRAME)
    framed = make_forged (world, company, connection, attempt);
  attempt->shown = TRUE;
  response->delay = act == SANDBOX_ACT_SLOW ? SLOW_PAGE : 0;
  response->never = act == SANDBOX_ACT_NEVER;
  sandbox_response_set_html (
      response, 200,
      sandbox_link_pages_make_attempt (company, connection, attempt->token, forged, framed));
  if (framed != NULL)
    set_policy (response, "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; "
                          "frame-src http: https:; base-uri 'none'; frame-ancestors 'none'");
}

/* Only these two pages run a script: a busy process is what they are for. */
static void
answer_useless (SandboxAct act, SandboxResponse *response)
{
  sandbox_response_set_html (response, 200,
                             act == SANDBOX_ACT_HANG ? sandbox_link_pages_make_hang ()
                                                     : sandbox_link_pages_make_crash ());
  set_policy (response, "default-src 'none'; script-src 'unsafe-inline'");
}

/* GET /link/attempt/{token} */
static void
answer_page (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  SandboxCompany *company = NULL;
  SandboxConnection *connection;
  SandboxAttempt *attempt = find_attempt (world, request->segments[2], &company, &connection);
  SandboxAct act;

  if (attempt == NULL) {
    answer_expired (response);
    return;
  }
  act = attempt->scenario->act;
  if (act == SANDBOX_ACT_BLANK)
    sandbox_response_set_html (response, 200, g_string_new ("<!DOCTYPE html><title></title>"));
  else if (act == SANDBOX_ACT_HANG || act == SANDBOX_ACT_CRASH)
    answer_useless (act, response);
  else if (act == SANDBOX_ACT_POPUP || act == SANDBOX_ACT_DOWNLOAD)
    sandbox_response_set_html (
        response, 200,
        sandbox_link_pages_make_step (connection, attempt->token,
                                      act == SANDBOX_ACT_POPUP ? "window" : "connector"));
  else
    answer_choice (world, company, connection, attempt, response);
}

/* GET /link/attempt/{token}/{step}: the platform's own window, or the file that it hands over. */
static void
answer_step (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  static const char connector[] = "This is the connector of the demo. There is nothing in it.\n";
  SandboxCompany *company = NULL;
  SandboxConnection *connection;
  SandboxAttempt *attempt = find_attempt (world, request->segments[2], &company, &connection);
  const char *step = request->segments[3];

  if (attempt != NULL && attempt->scenario->act == SANDBOX_ACT_POPUP &&
      g_str_equal (step, "window")) {
    answer_choice (world, company, connection, attempt, response);
  } else if (attempt != NULL && attempt->scenario->act == SANDBOX_ACT_DOWNLOAD &&
             g_str_equal (step, "connector")) {
    sandbox_response_set_empty (response, 200);
    response->content_type = "application/octet-stream";
    response->file_name = "connector-setup.bin";
    response->body = g_bytes_new_static (connector, sizeof connector - 1);
  } else {
    answer_unknown (response);
  }
}

/* POST /link/attempt/{token}/{decision}: the token is the guard, and it works once. */
static void
answer_decision (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  SandboxAttempt *attempt = g_hash_table_lookup (world->attempts, request->segments[2]);
  const SandboxScenario *ending = sandbox_scenarios_find (request->segments[3]);

  if (attempt == NULL) {
    answer_expired (response);
  } else if (ending == NULL || ending->act != SANDBOX_ACT_END) {
    answer_unknown (response);
  } else {
    end_attempt (world, attempt, ending, response);
    g_hash_table_remove (world->attempts, attempt->token);
  }
}

static gboolean
has_shape (const SandboxRequest *request, const char *method, const char *shape)
{
  g_auto (GStrv) parts = g_strsplit (shape, "/", -1);

  if (!g_str_equal (request->method, method) || g_strv_length (parts) != request->n_segments)
    return FALSE;
  for (guint i = 0; i < request->n_segments; i++)
    if (parts[i][0] != '*' && !g_str_equal (parts[i], request->segments[i]))
      return FALSE;
  return TRUE;
}

void
sandbox_link_answer (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  if (has_shape (request, "GET", "link/companies/*/connections/*/start"))
    answer_start (world, request, response);
  else if (has_shape (request, "GET", "link/attempt/*"))
    answer_page (world, request, response);
  else if (has_shape (request, "GET", "link/attempt/*/*"))
    answer_step (world, request, response);
  else if (has_shape (request, "POST", "link/attempt/*/*"))
    answer_decision (world, request, response);
  else if (has_shape (request, "GET", "link/company/*"))
    answer_notice (response, 200, "Choose the platform in the app",
                   "The demo has no hosted page for a whole company.");
  else
    answer_unknown (response);
}
