/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

/* What is neither a company nor a connection: pulls, settings, products, keys, consumers, limits.
 */

#define NOBODY "00000000-0000-4000-8000-000000000000"

G_GNUC_PRINTF (4, 5)
static Answer
call (Fixture *fixture, const char *method, const char *body, const char *format, ...)
{
  g_autofree char *path = NULL;
  va_list arguments;

  va_start (arguments, format);
  path = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return fixture_call (fixture, method, path, body);
}

G_GNUC_PRINTF (4, 5)
static void
assert_status (Fixture *fixture, guint status, const char *method, const char *format, ...)
{
  g_autofree char *path = NULL;
  g_auto (Answer) answer = { 0 };
  va_list arguments;

  va_start (arguments, format);
  path = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  answer = fixture_call (fixture, method, path, NULL);
  g_assert_cmpuint (answer.status, ==, status);
  if (status >= 400)
    answer_object (&answer);
}

static const char *
text (const Answer *answer, const char *name)
{
  return json_object_get_string_member (answer_object (answer), name);
}

static char *
make_linked (Fixture *fixture, char **connection)
{
  char *company = fixture_create_company (fixture, "Test Company");
  g_autofree char *location = NULL;

  *connection = fixture_create_connection (fixture, company, "gbol");
  location = fixture_sign_in (fixture, company, *connection, "allow");
  return company;
}

static void
test_queue (Fixture *fixture, gconstpointer data)
{
  g_autofree char *connection = NULL;
  g_autofree char *company = make_linked (fixture, &connection);
  g_autofree char *twice = NULL;

  sandbox_server_advance (fixture->server, 20);
  g_auto (Answer) first = call (fixture, "POST", NULL, "/companies/%s/data/queue/bills", company);
  g_auto (Answer) second = call (fixture, "POST", NULL, "/companies/%s/data/queue/bills", company);
  g_auto (Answer) other = call (fixture, "POST", NULL, "/companies/%s/data/queue/items", company);

  g_assert_cmpuint (first.status, ==, 200);
  g_assert_cmpstr (text (&first, "status"), ==, "Queued");
  g_assert_cmpstr (text (&first, "dataType"), ==, "bills");
  g_assert_cmpstr (text (&first, "connectionId"), ==, connection);
  g_assert_false (json_object_has_member (answer_object (&first), "completed"));
  twice = g_strdup_printf ("DatasetAlreadyInProgressException: Cannot queue bills sync for %s as "
                           "previous sync %s is still in progress",
                           company, text (&first, "id"));
  g_assert_cmpuint (second.status, ==, 400);
  g_assert_cmpstr (text (&second, "error"), ==, twice);
  g_assert_cmpuint (other.status, ==, 404);
  g_assert_cmpstr (text (&other, "error"), ==, "Datatype items not supported by platform(s) Xero");

  g_auto (Answer) status = call (fixture, "GET", NULL, "/companies/%s/dataStatus", company);
  JsonObject *bills = json_object_get_object_member (answer_object (&status), "bills");
  g_assert_cmpstr (json_object_get_string_member (bills, "currentStatus"), ==, "Queued");
  g_assert_cmpstr (json_object_get_string_member (bills, "latestSyncId"), ==, text (&first, "id"));

  sandbox_server_advance (fixture->server, 2);
  g_auto (Answer) running =
      call (fixture, "GET", NULL, "/companies/%s/data/history/%s", company, text (&first, "id"));
  g_assert_cmpstr (text (&running, "status"), ==, "Mapping");
  g_assert_false (json_object_get_boolean_member (answer_object (&running), "isCompleted"));
  sandbox_server_advance (fixture->server, 2);
  g_auto (Answer) done =
      call (fixture, "GET", NULL, "/companies/%s/data/history/%s", company, text (&first, "id"));
  g_assert_cmpstr (text (&done, "status"), ==, "Complete");
  g_assert_true (json_object_get_boolean_member (answer_object (&done), "isCompleted"));
  g_assert_cmpint (json_object_get_int_member (answer_object (&done), "progress"), ==, 100);
  g_assert_nonnull (text (&done, "completed"));

  assert_status (fixture, 200, "POST", "/companies/%s/data/queue/bills?connectionId=%s", company,
                 connection);
  assert_status (fixture, 404, "POST", "/companies/%s/data/queue/bills?connectionId=" NOBODY,
                 company);
  assert_status (fixture, 404, "POST", "/companies/" NOBODY "/data/queue/bills");
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autofree char *connection = NULL;
  g_autofree char *company = make_linked (fixture, &connection);
  g_autofree char *empty = fixture_create_company (fixture, "Empty");
  JsonObject *row;

  sandbox_server_advance (fixture->server, 20);
  g_auto (Answer) none = call (fixture, "GET", NULL, "/companies/%s/data/history", empty);
  g_auto (Answer) all =
      call (fixture, "GET", NULL, "/companies/%s/data/history?pageSize=5", company);
  g_auto (Answer) failed =
      call (fixture, "GET", NULL,
            "/companies/%s/data/history?query=status!%%3DComplete%%26%%26status!%%3DNotSupported",
            company);
  g_auto (Answer) unknown =
      call (fixture, "GET", NULL, "/companies/%s/data/history?query=isCompleted%%3Dtrue", company);

  g_assert_cmpuint (json_array_get_length (answer_results (&none)), ==, 0);
  g_assert_cmpuint (json_array_get_length (answer_results (&all)), ==, 5);
  g_assert_cmpint (json_object_get_int_member (answer_object (&all), "totalResults"), ==, 14);
  g_assert_cmpuint (json_array_get_length (answer_results (&failed)), ==, 0);
  g_assert_cmpuint (unknown.status, ==, 400);
  g_assert_cmpstr (text (&unknown, "error"), ==,
                   "Error parsing query - Could not resolve property isCompleted on Dataset");
  g_assert_cmpstr (text (&unknown, "service"), ==, "PullApi");

  row = json_array_get_object_element (answer_results (&all), 0);
  g_auto (Answer) checks = call (fixture, "GET", NULL, "/companies/%s/sync/%s/validation", company,
                                 json_object_get_string_member (row, "id"));
  g_assert_cmpuint (checks.status, ==, 200);
  g_assert_true (json_object_has_member (answer_object (&checks), "errors"));
  g_assert_true (json_object_has_member (answer_object (&checks), "warnings"));
  assert_status (fixture, 404, "GET", "/companies/%s/sync/" NOBODY "/validation", company);
  assert_status (fixture, 404, "GET", "/companies/%s/data/history/" NOBODY, company);
  assert_status (fixture, 404, "GET", "/companies/%s/data/history/%s", empty,
                 json_object_get_string_member (row, "id"));
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *company = fixture_create_company (fixture, "Test Company");
  g_autofree char *body = g_strdup_printf (
      "{\"companyId\":\"%s\",\"overridesDefaults\":true,\"settings\":[{\"dataType\":\"bills\","
      "\"fetchOnFirstLink\":false,\"syncSchedule\":12,\"syncOrder\":3,\"isLocked\":true}]}",
      company);
  g_auto (Answer) before = call (fixture, "GET", NULL, "/companies/%s/syncSettings", company);
  g_auto (Answer) set = call (fixture, "POST", body, "/companies/%s/syncSettings", company);
  g_auto (Answer) after = call (fixture, "GET", NULL, "/companies/%s/syncSettings", company);
  g_auto (Answer) bad =
      call (fixture, "POST", "{\"settings\":[]}", "/companies/%s/syncSettings", company);
  g_auto (Answer) client = call (fixture, "GET", NULL, "/profile/syncSettings");
  g_auto (Answer) foreign = call (fixture, "POST", body, "/profile/syncSettings");
  JsonArray *settings;

  g_assert_cmpstr (text (&before, "companyId"), ==, company);
  g_assert_false (json_object_get_boolean_member (answer_object (&before), "overridesDefaults"));
  g_assert_cmpuint (set.status, ==, 204);
  g_assert_cmpuint (g_bytes_get_size (set.body), ==, 0);
  g_assert_true (json_object_get_boolean_member (answer_object (&after), "overridesDefaults"));
  settings = json_object_get_array_member (answer_object (&after), "settings");
  g_assert_cmpuint (json_array_get_length (settings), ==, 1);
  g_assert_cmpint (
      json_object_get_int_member (json_array_get_object_element (settings, 0), "syncSchedule"), ==,
      12);
  answer_assert_error (&bad, 400, "settings");
  g_assert_true (g_uuid_string_is_valid (text (&client, "clientId")));
  answer_assert_error (&foreign, 400, "settings");
}

static void
test_products (Fixture *fixture, gconstpointer data)
{
  g_autofree char *company = fixture_create_company (fixture, "Test Company");
  JsonArray *products;

  assert_status (fixture, 204, "PUT", "/companies/%s/products/lending", company);
  assert_status (fixture, 204, "PUT", "/companies/%s/products/lending", company);
  g_auto (Answer) with = call (fixture, "GET", NULL, "/companies/%s", company);
  products = json_object_get_array_member (answer_object (&with), "products");
  g_assert_cmpuint (json_array_get_length (products), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (products, 0), ==, "lending");
  assert_status (fixture, 204, "DELETE", "/companies/%s/products/lending", company);
  assert_status (fixture, 404, "DELETE", "/companies/%s/products/lending", company);

  g_auto (Answer) token = call (fixture, "GET", NULL, "/companies/%s/accessToken", company);
  g_assert_cmpint (json_object_get_int_member (answer_object (&token), "expiresIn"), ==, 86400);
  g_assert_cmpstr (text (&token, "tokenType"), ==, "Bearer");
  g_assert_nonnull (text (&token, "accessToken"));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (51, 'x');
  g_autofree char *long_body = g_strdup_printf ("{\"name\":\"%s\"}", long_name);
  g_auto (Answer) too_long = fixture_call (fixture, "POST", "/apiKeys", long_body);
  g_autofree char *value = NULL;
  g_autofree char *id = NULL;

  answer_assert_error (&too_long, 400, "50");
  for (guint i = 0; i < 9; i++) {
    g_auto (Answer) made = fixture_call (fixture, "POST", "/apiKeys", "{\"name\":\"laptop\"}");
    const char *key = text (&made, "apiKey");
    g_autofree char *encoded = g_base64_encode ((const guchar *) key, strlen (key));

    g_assert_cmpuint (made.status, ==, 201);
    g_free (id);
    id = g_strdup (text (&made, "id"));
    g_free (value);
    value = g_strconcat ("Basic ", encoded, NULL);
  }
  g_auto (Answer) eleventh = fixture_call (fixture, "POST", "/apiKeys", "{}");
  g_auto (Answer) list =
      fixture_call_with (fixture, "GET", "/apiKeys", NULL, "Authorization", value);

  answer_assert_error (&eleventh, 409, "10");
  g_assert_cmpuint (json_array_get_length (answer_results (&list)), ==, 10);
  assert_status (fixture, 204, "DELETE", "/apiKeys/%s", id);
  assert_status (fixture, 404, "DELETE", "/apiKeys/%s", id);
  g_auto (Answer) refused =
      fixture_call_with (fixture, "GET", "/apiKeys", NULL, "Authorization", value);
  answer_assert_error (&refused, 401, "Unauthorized");
}

static void
test_last_key (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) list = fixture_call (fixture, "GET", "/apiKeys", NULL);
  JsonObject *key = json_array_get_object_element (answer_results (&list), 0);
  g_auto (Answer) refused =
      call (fixture, "DELETE", NULL, "/apiKeys/%s", json_object_get_string_member (key, "id"));

  answer_assert_error (&refused, 400, "last");
}

static void
test_consumers (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = {
    "{}",
    "[]",
    "{\"url\":\"not an address\"}",
    "{\"url\":\"https://a.example\",\"eventTypes\":[1]}",
    "{\"url\":\"https://a.example\",\"companyTags\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\","
    "\"8\",\"9\",\"10\",\"11\"]}",
  };
  const char *body = "{\"url\":\"https://a.example/hook\",\"eventTypes\":[\"read.completed\"],"
                     "\"companyTags\":[\"region:uk\"],\"disabled\":true}";
  g_autofree char *id = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_auto (Answer) refused = fixture_call (fixture, "POST", "/webhooks", bad[i]);

    g_assert_cmpuint (refused.status, ==, 400);
  }
  for (guint i = 0; i < 50; i++) {
    g_auto (Answer) made = fixture_call (fixture, "POST", "/webhooks", body);

    g_assert_cmpuint (made.status, ==, 201);
    g_assert_true (json_object_get_boolean_member (answer_object (&made), "disabled"));
    g_assert_cmpstr (text (&made, "url"), ==, "https://a.example/hook");
    g_free (id);
    id = g_strdup (text (&made, "id"));
  }
  g_auto (Answer) one_more = fixture_call (fixture, "POST", "/webhooks", body);
  answer_assert_error (&one_more, 400, "50");
  assert_status (fixture, 204, "DELETE", "/webhooks/%s", id);
  assert_status (fixture, 404, "DELETE", "/webhooks/%s", id);
  g_auto (Answer) list = fixture_call (fixture, "GET", "/webhooks", NULL);
  g_assert_cmpuint (json_array_get_length (answer_results (&list)), ==, 49);
}

static void
test_rate_limit (Fixture *fixture, gconstpointer data)
{
  sandbox_server_set_rate_limit (fixture->server, 2, 30);
  g_auto (Answer) first = fixture_call (fixture, "GET", "/profile", NULL);
  g_auto (Answer) second = fixture_call (fixture, "GET", "/profile", NULL);
  g_auto (Answer) third = fixture_call (fixture, "POST", "/companies", "{\"name\":\"Late\"}");
  g_autofree char *late = sandbox_server_dup_company_id (fixture->server, "Late");

  g_assert_cmpuint (first.status, ==, 200);
  g_assert_cmpstr (soup_message_headers_get_one (first.headers, "X-Rate-Limit-Limit"), ==, "2");
  g_assert_cmpstr (soup_message_headers_get_one (first.headers, "X-Rate-Limit-Remaining"), ==, "1");
  g_assert_cmpuint (second.status, ==, 200);
  answer_assert_error (&third, 429, "rate limit");
  g_assert_cmpstr (soup_message_headers_get_one (third.headers, "Retry-After"), ==, "30");
  g_assert_cmpstr (soup_message_headers_get_one (third.headers, "X-Rate-Limit-Remaining"), ==, "0");
  g_assert_null (late);
  sandbox_server_advance (fixture->server, 31);
  assert_status (fixture, 200, "GET", "/profile");
  sandbox_server_set_rate_limit (fixture->server, 0, 0);
  for (guint i = 0; i < 5; i++)
    assert_status (fixture, 200, "GET", "/profile");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/sandbox/admin/queue", 0, test_queue);
  FIXTURE_TEST ("/sandbox/admin/history", 0, test_history);
  FIXTURE_TEST ("/sandbox/admin/settings", 0, test_settings);
  FIXTURE_TEST ("/sandbox/admin/products", 0, test_products);
  FIXTURE_TEST ("/sandbox/admin/keys", 0, test_keys);
  FIXTURE_TEST ("/sandbox/admin/last-key", 0, test_last_key);
  FIXTURE_TEST ("/sandbox/admin/consumers", 0, test_consumers);
  FIXTURE_TEST ("/sandbox/admin/rate-limit", 0, test_rate_limit);
  return g_test_run ();
}
