/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-fixture.h"
#include "codat-path.h"

#include <string.h>

/* What must never get into a path. */
static const char *const hostile[] = {
  "",
  " ",
  ".",
  "..",
  "/",
  "//",
  "#",
  "?",
  "a",
  "a#f",
  "a?x=1",
  "a/b",
  "a/../../apiKeys",
  "../apiKeys",
  "../../profile",
  "%2e%2e",
  "%2e%2e%2fapiKeys",
  "..%2f",
  "%00",
  "%0d%0aX: y",
  "a\r\nX: y",
  "a\nb",
  "\\",
  "..\\",
  "*",
  "null",
  "undefined",
  "0",
  "-1",
  "\xff",
  "\xe2\x80\xae",
  "\xef\xbc\x8e\xef\xbc\x8e",
  COMPANY_ID "/",
  COMPANY_ID "#",
  COMPANY_ID "?",
  COMPANY_ID "/connections",
  " " COMPANY_ID,
  COMPANY_ID "\n",
  "8A210B68-6988-11ED-A1EB-0242AC120002",
  "{8a210b68-6988-11ed-a1eb-0242ac120002}",
  "8a210b6869881 1eda1eb0242ac120002000",
  "8a210b68-6988-11ed-a1eb-0242ac12000/",
  "../../../../../../../../../../../../",
};

typedef struct {
  GError *error;
  gboolean done;
} Refusal;

static void
refusal_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Refusal *refusal = data;

  g_assert_null (g_task_propagate_pointer (G_TASK (result), &refusal->error));
  refusal->done = TRUE;
}

static void
expect (Refusal *refusal, CodatErrorCode code)
{
  wait_for (&refusal->done);
  g_assert_error (refusal->error, CODAT_ERROR, (int) code);
  g_clear_error (&refusal->error);
  refusal->done = FALSE;
}

static void
test_ids (Fixture *fixture, gconstpointer data)
{
  CodatClient *c = fixture->client;
  Refusal r = { 0 };

  g_assert_cmpuint (G_N_ELEMENTS (hostile), >=, 40);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    const char *bad = hostile[i];

    codat_client_get_company_async (c, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_list_connections_async (c, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_get_data_status_async (c, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_create_connection_async (c, bad, "gbol", NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_get_connection_async (c, bad, CONNECTION_ID, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_get_connection_async (c, COMPANY_ID, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_unlink_connection_async (c, bad, CONNECTION_ID, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_unlink_connection_async (c, COMPANY_ID, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_delete_connection_async (c, bad, CONNECTION_ID, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_delete_connection_async (c, COMPANY_ID, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_refresh_all_async (c, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_refresh_data_type_async (c, bad, "bills", NULL, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_refresh_data_type_async (c, COMPANY_ID, "bills", bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_list_pull_operations_async (c, bad, NULL, NULL, 1, 1, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_get_pull_operation_async (c, bad, SOURCE_ID, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_get_pull_operation_async (c, COMPANY_ID, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_get_validation_async (c, bad, SOURCE_ID, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_get_validation_async (c, COMPANY_ID, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_get_sync_settings_async (c, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_update_company_async (c, bad, "A", NULL, NULL, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_replace_company_async (c, bad, "A", NULL, NULL, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_delete_company_async (c, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_get_access_token_async (c, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
    codat_client_delete_webhook_async (c, bad, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ID);
  }
  g_assert_cmpuint (test_wire_get_n_connections (fixture->wire), ==, 0);
}

/* Every place for an id in every operation that the client knows: nothing is sent. */
static void
test_every_operation (Fixture *fixture, gconstpointer data)
{
  guint n_cases = 0;
  Refusal r = { 0 };

  for (CodatOp op = 0; op < CODAT_N_OPS; op++) {
    const CodatOperation *operation = codat_operation_get (op);
    g_auto (GStrv) places = g_strsplit (operation->path, "{", -1);

    for (guint place = 1; places[place] != NULL; place++) {
      gboolean is_word = g_str_has_prefix (places[place], "type}") ||
                         g_str_has_prefix (places[place], "key}") ||
                         g_str_has_prefix (places[place], "platform}");

      for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
        const char *ids[CODAT_MAX_IDS] = { COMPANY_ID, COMPANY_ID };
        CodatCall *call;

        if (is_word && codat_platform_key_is_valid (hostile[i]))
          continue;
        g_assert_cmpuint (place, <=, CODAT_MAX_IDS);
        ids[place - 1] = hostile[i];
        call = codat_call_new (op, ids[0], ids[1]);
        g_assert_null (call->path);
        codat_client_call_async (fixture->client, call, NULL, refusal_cb, &r);
        expect (&r, is_word ? CODAT_ERROR_BAD_ARGUMENT : CODAT_ERROR_BAD_ID);
        n_cases++;
      }
    }
  }
  g_assert_cmpuint (n_cases, >=, 560);
  g_assert_cmpuint (test_wire_get_n_connections (fixture->wire), ==, 0);
}

static void
test_arguments (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "", ".", "..", "a/b", "a#", "a?", "a b", "\xff", "%2e" };
  static const char *const addresses[] = {
    "", "x", "http://h.example/", "https://", "https:///x", "ftp://h.example", "javascript:alert(1)"
  };
  CodatClient *c = fixture->client;
  Refusal r = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    codat_client_get_integration_async (c, keys[i], NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ARGUMENT);
    codat_client_get_branding_async (c, keys[i], NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ARGUMENT);
    codat_client_create_connection_async (c, COMPANY_ID, keys[i], NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ARGUMENT);
    codat_client_refresh_data_type_async (c, COMPANY_ID, keys[i], NULL, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ARGUMENT);
    codat_client_delete_api_key_async (c, keys[i], NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  }
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    codat_client_create_webhook_async (c, addresses[i], NULL, NULL, FALSE, NULL, refusal_cb, &r);
    expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  }
  codat_client_update_company_async (c, COMPANY_ID, "", NULL, NULL, NULL, refusal_cb, &r);
  expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  codat_client_replace_company_async (c, COMPANY_ID, NULL, NULL, NULL, NULL, refusal_cb, &r);
  expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  codat_client_create_api_key_async (c, "", NULL, refusal_cb, &r);
  expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  codat_client_create_api_key_async (c, "fifty-one-characters-are-one-more-than-a-name-takes", NULL,
                                     refusal_cb, &r);
  expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  codat_client_create_company_async (c, " ", NULL, NULL, NULL, refusal_cb, &r);
  expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  codat_client_create_company_async (c, "A[1]", NULL, NULL, NULL, refusal_cb, &r);
  expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  codat_client_create_company_async (c, "A", NULL, (const char *const[]){ "odd", NULL }, NULL,
                                     refusal_cb, &r);
  expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  codat_client_list_companies_async (c, NULL, NULL, 0, 100, NULL, refusal_cb, &r);
  expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  codat_client_list_companies_async (c, NULL, NULL, 1, 5001, NULL, refusal_cb, &r);
  expect (&r, CODAT_ERROR_BAD_ARGUMENT);
  g_assert_cmpuint (test_wire_get_n_connections (fixture->wire), ==, 0);
}

/* An answer about somebody else is no answer, in whatever call it comes. */
static void
test_somebody_else (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *verb;
    gboolean changes_first;
    const char *other;
  } rows[] = {
    { "get_connection", FALSE, "{\"id\":\"" SOURCE_ID "\",\"status\":\"Linked\"}" },
    { "get_connection", FALSE, "{\"id\":\"" COMPANY_ID "\",\"status\":\"Linked\"}" },
    { "unlink_connection", TRUE, "{\"id\":\"" SOURCE_ID "\",\"status\":\"Unlinked\"}" },
    { "get_company", FALSE, "{\"id\":\"" SOURCE_ID "\",\"name\":\"Acme\"}" },
    { "update_company", FALSE, "{\"id\":\"" SOURCE_ID "\",\"name\":\"Acme\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Outcome outcome = { 0 };

    g_test_message ("%s: %s", rows[i].verb, rows[i].other);
    if (rows[i].changes_first)
      test_wire_add_json (fixture->wire, 200, "{}");
    test_wire_add_json (fixture->wire, 200, rows[i].other);
    outcome_run (&outcome, fixture->client, verb_find (rows[i].verb));
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
    g_assert_null (strstr (outcome.error->message, SOURCE_ID));
    outcome_clear (&outcome);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/codat/ids/hostile", Fixture, NULL, fixture_set_up, test_ids, fixture_tear_down);
  g_test_add ("/codat/ids/every-operation", Fixture, NULL, fixture_set_up, test_every_operation,
              fixture_tear_down);
  g_test_add ("/codat/ids/arguments", Fixture, NULL, fixture_set_up, test_arguments,
              fixture_tear_down);
  g_test_add ("/codat/ids/somebody-else", Fixture, NULL, fixture_set_up, test_somebody_else,
              fixture_tear_down);
  return g_test_run ();
}
