/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-fixture.h"

#include <string.h>

static void
add_success (TestWire *wire, const Verb *verb)
{
  for (guint i = 0; i < 3 && verb->good[i] != NULL; i++)
    test_wire_add_json (wire, verb->good_status[i], verb->good[i]);
}

static void
test_success (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  add_success (fixture->wire, data);
  outcome_run (&outcome, fixture->client, data);
  g_assert_no_error (outcome.error);
  g_assert_nonnull (outcome.value);
  g_assert_nonnull (strstr (test_wire_get_request (fixture->wire, 0),
                            "\r\nAuthorization: Basic Q0FOQVJZS0VZcTdadDJMdzk=\r\n"));
  outcome_clear (&outcome);
}

static void
test_server_error (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  test_wire_add_json (fixture->wire, 503,
                      "{\"error\":\"Down\",\"correlationId\":\"abc\",\"statusCode\":200}");
  outcome_run (&outcome, fixture->client, data);
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_SERVER);
  g_assert_cmpuint (codat_error_get_http_status (outcome.error), ==, 503);
  g_assert_cmpstr (codat_error_get_server_text (outcome.error), ==, "Down");
  g_assert_cmpstr (codat_error_get_correlation_id (outcome.error), ==, "abc");
  g_assert_cmpuint (test_wire_get_n_requests (fixture->wire), ==, 1);
  outcome_clear (&outcome);
}

static void
test_broken_answer (Fixture *fixture, gconstpointer data)
{
  const Verb *verb = data;
  Outcome outcome;

  if (verb->body_is_free)
    test_wire_add_json (fixture->wire, 200, "");
  test_wire_add_json (fixture->wire, 200, "[1,2");
  outcome_run (&outcome, fixture->client, data);
  if (verb->body_is_nothing)
    g_assert_no_error (outcome.error);
  else
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  outcome_clear (&outcome);
}

static void
test_wrong_shape (Fixture *fixture, gconstpointer data)
{
  const Verb *verb = data;
  Outcome outcome;

  if (verb->body_is_free)
    test_wire_add_json (fixture->wire, 200, "");
  test_wire_add_json (fixture->wire, 200, "[]");
  outcome_run (&outcome, fixture->client, data);
  if (verb->body_is_nothing)
    g_assert_no_error (outcome.error);
  else
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  outcome_clear (&outcome);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome;

  test_wire_add (fixture->wire, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", -1,
                 TEST_WIRE_HANG);
  outcome_start (&outcome, fixture->client, data, cancellable);
  while (test_wire_get_n_requests (fixture->wire) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  wait_for (&outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  outcome_clear (&outcome);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome;

  g_cancellable_cancel (cancellable);
  outcome_start (&outcome, fixture->client, data, cancellable);
  wait_for (&outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (test_wire_get_n_connections (fixture->wire), ==, 0);
  outcome_clear (&outcome);
}

static void
test_owner_gone (Fixture *fixture, gconstpointer data)
{
  CodatClient *client = fixture->client;
  Outcome outcome;

  add_success (fixture->wire, data);
  outcome_start (&outcome, client, data, NULL);
  g_object_add_weak_pointer (G_OBJECT (client), (gpointer *) &client);
  g_clear_object (&fixture->client);
  g_assert_nonnull (client);
  wait_for (&outcome.done);
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  while (client != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_finalize (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  add_success (fixture->wire, data);
  outcome_run (&outcome, fixture->client, data);
  outcome_clear (&outcome);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->client));
}

static void
assert_request (Fixture *fixture, guint position, const char *line)
{
  const char *request = test_wire_get_request (fixture->wire, position);

  g_assert_nonnull (request);
  if (!g_str_has_prefix (request, line))
    g_error ("Request %u is not %s but %.200s", position, line, request);
}

static void
test_requests (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *verb;
    const char *line;
  } rows[] = {
    { "list_companies",
      "GET /companies?page=2&pageSize=50&query=name~Acme%20%26%20Sons&orderBy=-created "
      "HTTP/1.1\r\n" },
    { "get_company", "GET /companies/" COMPANY_ID " HTTP/1.1\r\n" },
    { "create_company", "POST /companies HTTP/1.1\r\n" },
    { "list_integrations",
      "GET /integrations?page=1&pageSize=100&query=enabled%3Dtrue HTTP/1.1\r\n" },
    { "list_all_integrations", "GET /integrations?page=1&pageSize=100 HTTP/1.1\r\n" },
    { "get_integration", "GET /integrations/gbol HTTP/1.1\r\n" },
    { "get_branding", "GET /integrations/demobank_truelayer/branding HTTP/1.1\r\n" },
    { "list_connections",
      "GET /companies/" COMPANY_ID "/connections?page=1&pageSize=100 HTTP/1.1\r\n" },
    { "get_connection",
      "GET /companies/" COMPANY_ID "/connections/" CONNECTION_ID " HTTP/1.1\r\n" },
    { "create_connection", "POST /companies/" COMPANY_ID "/connections HTTP/1.1\r\n" },
    { "unlink_connection",
      "PATCH /companies/" COMPANY_ID "/connections/" CONNECTION_ID " HTTP/1.1\r\n" },
    { "delete_connection",
      "DELETE /companies/" COMPANY_ID "/connections/" CONNECTION_ID " HTTP/1.1\r\n" },
    { "get_data_status", "GET /companies/" COMPANY_ID "/dataStatus HTTP/1.1\r\n" },
    { "get_profile", "GET /profile HTTP/1.1\r\n" },
    { "refresh_all", "POST /companies/" COMPANY_ID "/data/all HTTP/1.1\r\n" },
    { "refresh_data_type", "POST /companies/" COMPANY_ID
                           "/data/queue/invoices?connectionId=" CONNECTION_ID " HTTP/1.1\r\n" },
    { "list_pull_operations",
      "GET /companies/" COMPANY_ID
      "/data/history?page=1&pageSize=10&query=status%3DComplete&orderBy=-requested HTTP/1.1\r\n" },
    { "get_pull_operation",
      "GET /companies/" COMPANY_ID "/data/history/" SOURCE_ID " HTTP/1.1\r\n" },
    { "get_validation",
      "GET /companies/" COMPANY_ID "/sync/" SOURCE_ID "/validation HTTP/1.1\r\n" },
    { "get_sync_settings", "GET /companies/" COMPANY_ID "/syncSettings HTTP/1.1\r\n" },
    { "find_companies",
      "GET /companies?page=1&pageSize=10&query=name~a&tags=region%3Duk%20%26%26%20team%3Da "
      "HTTP/1.1\r\n" },
    { "update_company", "PATCH /companies/" COMPANY_ID " HTTP/1.1\r\n" },
    { "replace_company", "PUT /companies/" COMPANY_ID " HTTP/1.1\r\n" },
    { "delete_company", "DELETE /companies/" COMPANY_ID " HTTP/1.1\r\n" },
    { "get_access_token", "GET /companies/" COMPANY_ID "/accessToken HTTP/1.1\r\n" },
    { "list_webhooks", "GET /webhooks HTTP/1.1\r\n" },
    { "create_webhook", "POST /webhooks HTTP/1.1\r\n" },
    { "delete_webhook", "DELETE /webhooks/" SOURCE_ID " HTTP/1.1\r\n" },
    { "list_api_keys", "GET /apiKeys HTTP/1.1\r\n" },
    { "create_api_key", "POST /apiKeys HTTP/1.1\r\n" },
    { "delete_api_key", "DELETE /apiKeys/key-1 HTTP/1.1\r\n" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, n_verbs);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Verb *verb = verb_find (rows[i].verb);
    guint position = test_wire_get_n_requests (fixture->wire);
    const char *request;
    gboolean writes;
    Outcome outcome;

    add_success (fixture->wire, verb);
    outcome_run (&outcome, fixture->client, verb);
    g_assert_no_error (outcome.error);
    assert_request (fixture, position, rows[i].line);
    request = test_wire_get_request (fixture->wire, position);
    writes = g_str_has_prefix (request, "POST ") || g_str_has_prefix (request, "PATCH ");
    g_assert_cmpint (strstr (request, "\r\nIdempotency-Key: ") != NULL, ==, writes);
    outcome_clear (&outcome);
  }
}

static void
test_bodies (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  add_success (fixture->wire, verb_find ("create_company"));
  outcome_run (&outcome, fixture->client, verb_find ("create_company"));
  outcome_clear (&outcome);
  g_assert_nonnull (strstr (test_wire_get_request (fixture->wire, 0),
                            "\r\n\r\n{\"name\":\"Acme\",\"description\":\"A \\\"quoted\\\" "
                            "text\",\"tags\":{\"team\":\"blue\"}}"));
  add_success (fixture->wire, verb_find ("create_connection"));
  outcome_run (&outcome, fixture->client, verb_find ("create_connection"));
  outcome_clear (&outcome);
  g_assert_nonnull (
      strstr (test_wire_get_request (fixture->wire, 1), "\r\n\r\n{\"platformKey\":\"gbol\"}"));
  add_success (fixture->wire, verb_find ("unlink_connection"));
  outcome_run (&outcome, fixture->client, verb_find ("unlink_connection"));
  outcome_clear (&outcome);
  g_assert_nonnull (
      strstr (test_wire_get_request (fixture->wire, 2), "\r\n\r\n{\"status\":\"Unlinked\"}"));
  assert_request (fixture, 3, "GET /companies/" COMPANY_ID "/connections/" CONNECTION_ID " ");
}

static const char *
get_body (Fixture *fixture, guint position)
{
  return strstr (test_wire_get_request (fixture->wire, position), "\r\n\r\n") + 4;
}

/* What an update does not mean to change is not in its body; least of all the tags. */
static void
test_update_bodies (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name;
    const char *description;
    const char *tags[5];
    gboolean has_tags;
    const char *body;
  } rows[] = {
    { NULL, "d", { NULL }, FALSE, "{\"description\":\"d\"}" },
    { " A ", NULL, { NULL }, FALSE, "{\"name\":\"A\"}" },
    { NULL, "", { NULL }, FALSE, "{\"description\":\"\"}" },
    { NULL, NULL, { NULL }, TRUE, "{\"tags\":{}}" },
    { NULL, NULL, { "a", "1", "b", "", NULL }, TRUE, "{\"tags\":{\"a\":\"1\",\"b\":\"\"}}" },
  };
  Outcome outcome;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    outcome = (Outcome){ .verb = verb_find ("update_company") };
    test_wire_add_json (fixture->wire, 200, COMPANY_JSON);
    codat_client_update_company_async (fixture->client, COMPANY_ID, rows[i].name,
                                       rows[i].description, rows[i].has_tags ? rows[i].tags : NULL,
                                       NULL, outcome_cb, &outcome);
    wait_for (&outcome.done);
    g_assert_no_error (outcome.error);
    outcome_clear (&outcome);
    g_assert_cmpstr (get_body (fixture, i), ==, rows[i].body);
  }
  add_success (fixture->wire, verb_find ("replace_company"));
  outcome_run (&outcome, fixture->client, verb_find ("replace_company"));
  outcome_clear (&outcome);
  g_assert_cmpstr (get_body (fixture, G_N_ELEMENTS (rows)), ==, "{\"name\":\"Acme\"}");
}

static void
test_admin_bodies (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  add_success (fixture->wire, verb_find ("create_webhook"));
  outcome_run (&outcome, fixture->client, verb_find ("create_webhook"));
  outcome_clear (&outcome);
  g_assert_cmpstr (get_body (fixture, 0), ==,
                   "{\"url\":\"https://h.example/\",\"eventTypes\":[\"read.completed\"],"
                   "\"companyTags\":[\"region:uk\"],\"disabled\":false}");
  add_success (fixture->wire, verb_find ("create_api_key"));
  outcome_run (&outcome, fixture->client, verb_find ("create_api_key"));
  g_assert_cmpstr (codat_api_key_get_secret (outcome.value), ==, "CANARYOTP");
  g_assert_cmpstr (codat_api_key_get_name (outcome.value), ==, "Till");
  outcome_clear (&outcome);
  g_assert_cmpstr (get_body (fixture, 1), ==, "{\"name\":\"Till\"}");
  add_success (fixture->wire, verb_find ("refresh_all"));
  outcome_run (&outcome, fixture->client, verb_find ("refresh_all"));
  outcome_clear (&outcome);
  g_assert_cmpstr (get_body (fixture, 2), ==, "");
}

/* What comes back is what the answer says; a value that must be kept secret is where it is needed
 * and nowhere else. */
static void
test_admin_values (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;
  g_autoptr (CodatApiKey) key = NULL;
  g_autoptr (CodatValidationIssue) issue = NULL;
  g_autoptr (CodatSyncSetting) setting = NULL;

  add_success (fixture->wire, verb_find ("list_api_keys"));
  outcome_run (&outcome, fixture->client, verb_find ("list_api_keys"));
  key = g_list_model_get_item (outcome.value, 0);
  g_assert_cmpstr (codat_api_key_get_id (key), ==, "key-2");
  g_assert_null (codat_api_key_get_secret (key));
  outcome_clear (&outcome);
  add_success (fixture->wire, verb_find ("get_access_token"));
  outcome_run (&outcome, fixture->client, verb_find ("get_access_token"));
  g_assert_cmpstr (codat_access_token_get_token (outcome.value), ==, "CANARYOTP");
  g_assert_cmpstr (codat_access_token_get_token_type (outcome.value), ==, "Bearer");
  g_assert_cmpint (codat_access_token_get_expires_in (outcome.value), ==, 86400);
  outcome_clear (&outcome);
  add_success (fixture->wire, verb_find ("get_validation"));
  outcome_run (&outcome, fixture->client, verb_find ("get_validation"));
  g_assert_cmpuint (g_list_model_get_n_items (outcome.value), ==, 2);
  issue = g_list_model_get_item (outcome.value, 1);
  g_assert_cmpstr (codat_validation_issue_get_message (issue), ==, "w");
  g_assert_true (codat_validation_issue_get_is_warning (issue));
  outcome_clear (&outcome);
  add_success (fixture->wire, verb_find ("get_sync_settings"));
  outcome_run (&outcome, fixture->client, verb_find ("get_sync_settings"));
  g_assert_cmpuint (g_list_model_get_n_items (outcome.value), ==, 1);
  setting = g_list_model_get_item (outcome.value, 0);
  g_assert_cmpint (codat_sync_setting_get_schedule (setting), ==, 24);
  outcome_clear (&outcome);
}

/* Neither a webhook nor a key can be got alone: the look is at the list. */
static void
test_deleted_from_list (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *verb;
    const char *still_there;
  } rows[] = {
    { "delete_webhook", LIST_JSON (WEBHOOK_JSON (SOURCE_ID)) },
    { "delete_api_key", LIST_JSON (KEY_JSON ("key-1")) },
  };
  Outcome outcome;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    test_wire_add_json (fixture->wire, 204, "");
    test_wire_add_json (fixture->wire, 200, rows[i].still_there);
    outcome_run (&outcome, fixture->client, verb_find (rows[i].verb));
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
    outcome_clear (&outcome);
    test_wire_add_json (fixture->wire, 404, "{}");
    test_wire_add_json (fixture->wire, 200, LIST_JSON (""));
    outcome_run (&outcome, fixture->client, verb_find (rows[i].verb));
    g_assert_no_error (outcome.error);
    outcome_clear (&outcome);
    test_wire_add_json (fixture->wire, 409, "{}");
    outcome_run (&outcome, fixture->client, verb_find (rows[i].verb));
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_REFUSED);
    outcome_clear (&outcome);
  }
}

/* Success of a change is what a fresh look says, not the status of the change. */
static void
test_judged_by_look (Fixture *fixture, gconstpointer data)
{
  static const char *const stays[] = { "Linked", "PendingAuth", "Deauthorized", "Whatever" };
  Outcome outcome;

  for (guint i = 0; i < G_N_ELEMENTS (stays); i++) {
    g_autofree char *body =
        g_strdup_printf ("{\"id\":\"" CONNECTION_ID "\",\"status\":\"%s\"}", stays[i]);

    test_wire_add_json (fixture->wire, 200, CONNECTION_JSON ("Unlinked"));
    test_wire_add_json (fixture->wire, 200, body);
    outcome_run (&outcome, fixture->client, verb_find ("unlink_connection"));
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
    outcome_clear (&outcome);
  }
  test_wire_add_json (fixture->wire, 200, "");
  test_wire_add_json (fixture->wire, 200, CONNECTION_JSON ("Linked"));
  outcome_run (&outcome, fixture->client, verb_find ("delete_connection"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  outcome_clear (&outcome);
}

static void
test_already_gone (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  test_wire_add_json (fixture->wire, 404, "{}");
  test_wire_add_json (fixture->wire, 404, "{}");
  outcome_run (&outcome, fixture->client, verb_find ("delete_connection"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  test_wire_add_json (fixture->wire, 404, "{}");
  test_wire_add_json (fixture->wire, 401, "{}");
  outcome_run (&outcome, fixture->client, verb_find ("delete_connection"));
  /* The deletion was answered; only the look was not. */
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_SERVER);
  g_assert_cmpuint (codat_error_get_http_status (outcome.error), ==, 401);
  outcome_clear (&outcome);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  /* Twice the same, one switched off, one that is none, one key with another source. */
  test_wire_add_json (fixture->wire, 200,
                      PAGE_JSON (INTEGRATION_JSON
                                 "," INTEGRATION_JSON
                                 ",{\"key\":\"abcd\",\"enabled\":false},7,{\"key\":\"\"}",
                                 NEXT_LINK));
  test_wire_add_json (fixture->wire, 200,
                      PAGE_JSON ("{\"key\":\"gbol\",\"enabled\":true,\"sourceId\":\"" SOURCE_ID
                                 "\"}," INTEGRATION_JSON,
                                 NEXT_LINK));
  test_wire_add_json (fixture->wire, 200, PAGE_JSON ("", ""));
  outcome_run (&outcome, fixture->client, verb_find ("list_integrations"));
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (g_list_model_get_n_items (outcome.value), ==, 2);
  g_assert_cmpuint (test_wire_get_n_requests (fixture->wire), ==, 3);
  assert_request (fixture, 2, "GET /integrations?page=3&pageSize=100&query=enabled%3Dtrue ");
  outcome_clear (&outcome);
}

/* What cannot be the whole list is not taken for it. */
static void
test_broken_lists (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = {
    "{}",
    "{\"totalResults\":1}",
    "{\"totalResults\":2,\"results\":null}",
    "{\"results\":{}}",
    PAGE_JSON ("", NEXT_LINK),
    "{\"results\":[" INTEGRATION_JSON "],\"totalResults\":2}",
  };
  Outcome outcome;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    test_wire_add_json (fixture->wire, 200, pages[i]);
    outcome_run (&outcome, fixture->client, verb_find ("list_integrations"));
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
    outcome_clear (&outcome);
  }
  /* The contract does not demand the list where it is empty. */
  test_wire_add_json (fixture->wire, 200, "{\"totalResults\":0}");
  outcome_run (&outcome, fixture->client, verb_find ("list_integrations"));
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (g_list_model_get_n_items (outcome.value), ==, 0);
  outcome_clear (&outcome);
}

/* One that is switched off is among all, and what is none is still left out. */
static void
test_all_integrations (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  test_wire_add_json (
      fixture->wire, 200,
      PAGE_JSON (INTEGRATION_JSON ",{\"key\":\"abcd\",\"enabled\":false},7,{\"key\":\"\"}", ""));
  outcome_run (&outcome, fixture->client, verb_find ("list_all_integrations"));
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (g_list_model_get_n_items (outcome.value), ==, 2);
  outcome_clear (&outcome);
}

static void
test_page_bound (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  for (guint i = 0; i < 210; i++)
    test_wire_add_json (fixture->wire, 200, PAGE_JSON (CONNECTION_JSON ("Linked"), NEXT_LINK));
  outcome_run (&outcome, fixture->client, verb_find ("list_connections"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  g_assert_cmpuint (test_wire_get_n_requests (fixture->wire), ==, 200);
  outcome_clear (&outcome);
}

static void
test_status_codes (Fixture *fixture, gconstpointer data)
{
  static const struct {
    guint status;
    CodatErrorCode code;
  } rows[] = {
    { 400, CODAT_ERROR_REFUSED },   { 401, CODAT_ERROR_NOT_AUTHORIZED },
    { 402, CODAT_ERROR_PLAN },      { 403, CODAT_ERROR_FORBIDDEN },
    { 404, CODAT_ERROR_NOT_FOUND }, { 409, CODAT_ERROR_REFUSED },
    { 422, CODAT_ERROR_REFUSED },   { 429, CODAT_ERROR_RATE_LIMITED },
    { 451, CODAT_ERROR_REFUSED },   { 500, CODAT_ERROR_SERVER },
    { 503, CODAT_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Outcome outcome;

    test_wire_add_json (fixture->wire, rows[i].status,
                        "{\"error\":3,\"detailedErrorCode\":12,\"validation\":{\"errors\":[{"
                        "\"message\":\"m\"},4]}}");
    outcome_run (&outcome, fixture->client, verb_find ("get_profile"));
    g_assert_error (outcome.error, CODAT_ERROR, (int) rows[i].code);
    g_assert_cmpuint (codat_error_get_http_status (outcome.error), ==, rows[i].status);
    g_assert_null (codat_error_get_server_text (outcome.error));
    g_assert_cmpint (codat_error_get_detailed_code (outcome.error), ==, 12);
    g_assert_cmpstr (codat_error_get_validation_messages (outcome.error)[0], ==, "m");
    g_assert_cmpint (codat_error_get_retry_after (outcome.error), ==, -1);
    outcome_clear (&outcome);
  }
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } ends[] = {
    { "success", test_success },       { "server-error", test_server_error },
    { "broken", test_broken_answer },  { "shape", test_wrong_shape },
    { "cancel", test_cancel },         { "cancelled-before", test_cancelled_before },
    { "owner-gone", test_owner_gone }, { "finalize", test_finalize },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_verbs; i++) {
    for (guint j = 0; j < G_N_ELEMENTS (ends); j++) {
      g_autofree char *path = g_strdup_printf ("/codat/client/%s/%s", verbs[i].name, ends[j].name);

      g_test_add (path, Fixture, &verbs[i], fixture_set_up, ends[j].test, fixture_tear_down);
    }
  }
#define ADD(path, test)                                                                            \
  g_test_add ("/codat/client/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("requests", test_requests);
  ADD ("bodies", test_bodies);
  ADD ("update-bodies", test_update_bodies);
  ADD ("admin-bodies", test_admin_bodies);
  ADD ("admin-values", test_admin_values);
  ADD ("deleted-from-list", test_deleted_from_list);
  ADD ("judged-by-look", test_judged_by_look);
  ADD ("already-gone", test_already_gone);
  ADD ("pages", test_pages);
  ADD ("broken-lists", test_broken_lists);
  ADD ("all-integrations", test_all_integrations);
  ADD ("page-bound", test_page_bound);
  ADD ("status-codes", test_status_codes);
  return g_test_run ();
}
