/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-fixture.h"

#define PATIENCE 20

#define START0(name)                                                                               \
  static void start_##name (CodatClient *c, GCancellable *x, GAsyncReadyCallback f, gpointer d)    \
  {                                                                                                \
    codat_client_##name##_async (c, x, f, d);                                                      \
  }                                                                                                \
  static gpointer finish_##name (CodatClient *c, GAsyncResult *r, GError **e)                      \
  {                                                                                                \
    return codat_client_##name##_finish (c, r, e);                                                 \
  }
#define START(name, ...)                                                                           \
  static void start_##name (CodatClient *c, GCancellable *x, GAsyncReadyCallback f, gpointer d)    \
  {                                                                                                \
    codat_client_##name##_async (c, __VA_ARGS__, x, f, d);                                         \
  }                                                                                                \
  static gpointer finish_##name (CodatClient *c, GAsyncResult *r, GError **e)                      \
  {                                                                                                \
    return codat_client_##name##_finish (c, r, e);                                                 \
  }

START (list_companies, "name~Acme & Sons", "-created", 2, 50)
START (get_company, COMPANY_ID)
START (create_company,
       "  Acme  ",
       "A \"quoted\" text",
       (const char *const[]){ "team", "blue", NULL })
START0 (list_integrations)
START0 (list_all_integrations)
START (get_integration, "gbol")
START (get_branding, "demobank_truelayer")
START (list_connections, COMPANY_ID)
START (get_connection, COMPANY_ID, CONNECTION_ID)
START (create_connection, COMPANY_ID, "gbol")
START (unlink_connection, COMPANY_ID, CONNECTION_ID)
START (get_data_status, COMPANY_ID)
START0 (get_profile)

START (refresh_data_type, COMPANY_ID, "invoices", CONNECTION_ID)
START (list_pull_operations, COMPANY_ID, "status=Complete", "-requested", 1, 10)
START (get_pull_operation, COMPANY_ID, SOURCE_ID)
START (get_validation, COMPANY_ID, SOURCE_ID)
START (get_sync_settings, COMPANY_ID)
START (find_companies, "name~a", "region=uk && team=a", NULL, 1, 10)
START (update_company, COMPANY_ID, NULL, "New", NULL)
START (replace_company, COMPANY_ID, " Acme ", NULL, NULL)
START (get_access_token, COMPANY_ID)
START0 (list_webhooks)
START (create_webhook,
       "https://h.example/",
       (const char *const[]){ "read.completed", NULL },
       (const char *const[]){ "region:uk", NULL },
       FALSE)
START0 (list_api_keys)
START (create_api_key, "Till")

#define START_BOOLEAN(name, ...)                                                                   \
  static void start_##name (CodatClient *c, GCancellable *x, GAsyncReadyCallback f, gpointer d)    \
  {                                                                                                \
    codat_client_##name##_async (c, __VA_ARGS__, x, f, d);                                         \
  }                                                                                                \
  static gpointer finish_##name (CodatClient *c, GAsyncResult *r, GError **e)                      \
  {                                                                                                \
    return GINT_TO_POINTER (codat_client_##name##_finish (c, r, e));                               \
  }

START_BOOLEAN (refresh_all, COMPANY_ID)
START_BOOLEAN (delete_company, COMPANY_ID)
START_BOOLEAN (delete_webhook, SOURCE_ID)
START_BOOLEAN (delete_api_key, "key-1")

static void
start_delete_connection (CodatClient *c, GCancellable *x, GAsyncReadyCallback f, gpointer d)
{
  codat_client_delete_connection_async (c, COMPANY_ID, CONNECTION_ID, x, f, d);
}

static gpointer
finish_delete_connection (CodatClient *c, GAsyncResult *r, GError **e)
{
  return GINT_TO_POINTER (codat_client_delete_connection_finish (c, r, e));
}

#define VERB(name) #name, start_##name, finish_##name

const Verb verbs[] = {
  { VERB (list_companies), { PAGE_JSON (COMPANY_JSON, "") }, { 200 }, TRUE, FALSE },
  { VERB (get_company), { COMPANY_JSON }, { 200 }, TRUE, FALSE },
  { VERB (create_company), { COMPANY_JSON }, { 200 }, TRUE, FALSE },
  { VERB (list_integrations), { PAGE_JSON (INTEGRATION_JSON, "") }, { 200 }, TRUE, FALSE },
  { VERB (list_all_integrations), { PAGE_JSON (INTEGRATION_JSON, "") }, { 200 }, TRUE, FALSE },
  { VERB (get_integration), { INTEGRATION_JSON }, { 200 }, TRUE, FALSE },
  { VERB (get_branding), { "{\"logo\":{}}" }, { 200 }, TRUE, FALSE },
  { VERB (list_connections), { PAGE_JSON (CONNECTION_JSON ("Linked"), "") }, { 200 }, TRUE, FALSE },
  { VERB (get_connection), { CONNECTION_JSON ("Linked") }, { 200 }, TRUE, FALSE },
  { VERB (create_connection), { CONNECTION_JSON ("PendingAuth") }, { 200 }, TRUE, FALSE },
  { VERB (unlink_connection), { "", CONNECTION_JSON ("Unlinked") }, { 200, 200 }, TRUE, TRUE },
  { VERB (delete_connection), { "", "{}" }, { 200, 404 }, FALSE, TRUE },
  { VERB (get_data_status),
    { "{\"bills\":{\"currentStatus\":\"Complete\"},\"items\":null}" },
    { 200 },
    TRUE,
    FALSE },
  { VERB (get_profile), { "{\"name\":\"Me\",\"apiKey\":\"never\"}" }, { 200 }, TRUE, FALSE },
  { VERB (refresh_all), { "" }, { 204 }, FALSE, FALSE, TRUE },
  { VERB (refresh_data_type), { OPERATION_JSON }, { 200 }, TRUE, FALSE },
  { VERB (list_pull_operations), { PAGE_JSON (OPERATION_JSON, "") }, { 200 }, TRUE, FALSE },
  { VERB (get_pull_operation), { OPERATION_JSON }, { 200 }, TRUE, FALSE },
  { VERB (get_validation),
    { "{\"errors\":[{\"message\":\"e\"}],\"warnings\":[3,{\"message\":\"w\"}]}" },
    { 200 },
    TRUE,
    FALSE },
  { VERB (get_sync_settings),
    { "{\"settings\":[{\"dataType\":\"bills\",\"syncSchedule\":24},{}]}" },
    { 200 },
    TRUE,
    FALSE },
  { VERB (find_companies), { PAGE_JSON (COMPANY_JSON, "") }, { 200 }, TRUE, FALSE },
  { VERB (update_company), { COMPANY_JSON }, { 200 }, TRUE, FALSE },
  { VERB (replace_company), { COMPANY_JSON }, { 200 }, TRUE, FALSE },
  { VERB (delete_company), { "", "{}" }, { 204, 404 }, FALSE, TRUE },
  { VERB (get_access_token),
    { "{\"accessToken\":\"CANARYOTP\",\"expiresIn\":86400,\"tokenType\":\"Bearer\"}" },
    { 200 },
    TRUE,
    FALSE },
  { VERB (list_webhooks), { LIST_JSON (WEBHOOK_JSON (SOURCE_ID)) }, { 200 }, TRUE, FALSE },
  { VERB (create_webhook), { WEBHOOK_JSON (SOURCE_ID) }, { 201 }, TRUE, FALSE },
  { VERB (delete_webhook),
    { "", LIST_JSON (WEBHOOK_JSON (COMPANY_ID)) },
    { 204, 200 },
    FALSE,
    TRUE },
  { VERB (list_api_keys), { LIST_JSON (KEY_JSON ("key-2")) }, { 200 }, TRUE, FALSE },
  { VERB (create_api_key), { KEY_JSON ("key-2") }, { 201 }, TRUE, FALSE },
  { VERB (delete_api_key), { "", LIST_JSON (KEY_JSON ("key-2")) }, { 204, 200 }, FALSE, TRUE },
};
const guint n_verbs = G_N_ELEMENTS (verbs);

const Verb *
verb_find (const char *name)
{
  for (guint i = 0; i < n_verbs; i++) {
    if (g_str_equal (verbs[i].name, name))
      return &verbs[i];
  }
  g_assert_not_reached ();
}

static gboolean
patience_cb (gpointer data)
{
  g_error ("Nothing happened for %d seconds", PATIENCE);
  return G_SOURCE_REMOVE;
}

void
wait_for (gboolean *flag)
{
  guint patience = g_timeout_add_seconds (PATIENCE, patience_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

void
outcome_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->value = outcome->verb->finish (CODAT_CLIENT (source), result, &outcome->error);
  outcome->done = TRUE;
}

void
outcome_start (Outcome *outcome, CodatClient *client, const Verb *verb, GCancellable *cancellable)
{
  *outcome = (Outcome){ .verb = verb };
  verb->start (client, cancellable, outcome_cb, outcome);
}

void
outcome_run (Outcome *outcome, CodatClient *client, const Verb *verb)
{
  outcome_start (outcome, client, verb, NULL);
  wait_for (&outcome->done);
  g_assert_true ((outcome->value == NULL) == (outcome->error != NULL));
}

void
outcome_clear (Outcome *outcome)
{
  if (outcome->verb->result_is_object)
    g_clear_object (&outcome->value);
  outcome->value = NULL;
  g_clear_error (&outcome->error);
  outcome->done = FALSE;
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatAuthorizer) authorizer = codat_authorizer_new (API_KEY, &error);

  g_assert_no_error (error);
  fixture->wire = test_wire_new ();
  fixture->client = codat_client_new (test_wire_get_base_url (fixture->wire), authorizer, &error);
  g_assert_no_error (error);
  /* One call, one request; what is repeated when has tests of its own. */
  codat_client_drop_rules (fixture->client);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  test_wire_stop (fixture->wire);
  /* What is still under way holds references until the loop has run. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->client);
  g_clear_object (&fixture->wire);
}
