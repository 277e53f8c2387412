/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

static void
test_auth (Fixture *fixture, gconstpointer data)
{
  const char *key = sandbox_server_get_api_key (fixture->server);
  g_autofree char *with_colon = g_strconcat (key, ":", NULL);
  g_autofree char *encoded = g_base64_encode ((const guchar *) with_colon, strlen (with_colon));
  g_autofree char *basic = g_strconcat ("Basic ", encoded, NULL);
  g_autofree char *bare = g_strconcat ("Basic ", key, NULL);
  const char *const bad[] = { "", "Basic", "Basic ", "Bearer x", "Basic AAAA", basic, bare };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_auto (Answer) answer =
        fixture_call_with (fixture, "GET", "/companies", NULL, "Authorization", bad[i]);

    answer_assert_error (&answer, 401, "Unauthorized");
  }
}

static void
test_rate_limit_headers (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) first = fixture_call (fixture, "GET", "/companies", NULL);
  g_auto (Answer) second = fixture_call (fixture, "GET", "/nothing", NULL);
  const char *limit = soup_message_headers_get_one (first.headers, "X-Rate-Limit-Limit");
  const char *left = soup_message_headers_get_one (first.headers, "X-Rate-Limit-Remaining");
  const char *less = soup_message_headers_get_one (second.headers, "X-Rate-Limit-Remaining");

  g_assert_nonnull (soup_message_headers_get_one (first.headers, "X-Rate-Limit-Reset"));
  g_assert_cmpint (g_ascii_strtoll (left, NULL, 10), <, g_ascii_strtoll (limit, NULL, 10));
  g_assert_cmpint (g_ascii_strtoll (less, NULL, 10), ==, g_ascii_strtoll (left, NULL, 10) - 1);
}

static void
test_methods (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) answer = fixture_call (fixture, "DELETE", "/integrations", NULL);
  g_auto (Answer) put = fixture_call (fixture, "PUT", "/companies", "{}");

  answer_assert_error (&answer, 405, "Not Allowed");
  answer_assert_error (&put, 405, "Not Allowed");
}

/* A page of the web whose name was made to point here must get nothing. */
static void
test_host (Fixture *fixture, gconstpointer data)
{
  const char *base = sandbox_server_get_base_url (fixture->server);
  g_autofree char *local = g_strconcat ("http://localhost", strrchr (base, ':'), "/link/x", NULL);
  g_autofree char *evil = fixture_call_raw (
      fixture, "GET /profile HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
  g_autofree char *evil_asset = fixture_call_raw (
      fixture,
      "GET /assets/gbol-square.png HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
  g_autofree char *no_host =
      fixture_call_raw (fixture, "GET /profile HTTP/1.0\r\nConnection: close\r\n\r\n");
  g_autofree char *garbage = fixture_call_raw (fixture, "nonsense\r\n\r\n");
  g_auto (Answer) good = fixture_call (fixture, "GET", local, NULL);

  g_assert_true (g_str_has_prefix (evil, "HTTP/1.1 403"));
  g_assert_true (g_str_has_prefix (evil_asset, "HTTP/1.1 403"));
  g_assert_null (strstr (no_host, " 200 "));
  g_assert_null (strstr (garbage, " 200 "));
  g_assert_cmpuint (good.status, ==, 404);
}

static void
test_body_limit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *filling = g_strnfill (1024 * 1024, 'x');
  g_autofree char *large = g_strconcat ("{\"name\":\"", filling, "\"}", NULL);
  g_autoptr (GString) chunked = g_string_new ("POST /companies HTTP/1.1\r\nHost: ");
  g_autofree char *answer_to_chunks = NULL;
  g_auto (Answer) answer = fixture_call (fixture, "POST", "/companies", large);
  g_auto (Answer) after = fixture_call (fixture, "GET", "/profile", NULL);

  g_string_append_printf (
      chunked,
      "%s\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n"
      "10\r\n0123456789abcdef\r\n0\r\n\r\n",
      sandbox_server_get_base_url (fixture->server) + strlen ("http://"), 1024 * 1024, filling);
  answer_to_chunks = fixture_call_raw (fixture, chunked->str);
  g_assert_cmpuint (answer.status, ==, 413);
  g_assert_true (g_str_has_prefix (answer_to_chunks, "HTTP/1.1 413"));
  g_assert_cmpuint (after.status, ==, 200);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) a = fixture_call (fixture, "GET", "/companies", NULL);
  g_auto (Answer) b = fixture_call (fixture, "GET", "/companies?page=2", NULL);
  g_auto (Answer) c = fixture_call (fixture, "POST", "/companies", "{}");

  g_assert_cmpuint (sandbox_server_get_n_requests (fixture->server, "GET", "/companies"), ==, 2);
  g_assert_cmpuint (sandbox_server_get_n_requests (fixture->server, "POST", "/comp"), ==, 1);
  g_assert_cmpuint (sandbox_server_get_n_requests (fixture->server, NULL, "/"), ==, 3);
  g_assert_cmpuint (sandbox_server_get_n_requests (fixture->server, "GE", "/"), ==, 0);
}

static gpointer
hammer (gpointer data)
{
  Fixture *shared = data;
  Fixture own = { shared->server, soup_session_new () };

  for (guint i = 0; i < 30; i++) {
    g_autofree char *company = fixture_create_company (&own, "Busy Company");
    g_autofree char *connection = fixture_create_connection (&own, company, "fztf");
    g_autofree char *status = NULL;
    g_auto (Answer) list = fixture_call (&own, "GET", "/companies?pageSize=20", NULL);

    answer_results (&list);
    status = sandbox_server_dup_connection_status (own.server, company, connection);
    g_assert_cmpstr (status, ==, "PendingAuth");
  }
  g_object_unref (own.session);
  return NULL;
}

static void
test_concurrency (Fixture *fixture, gconstpointer data)
{
  guint before = sandbox_server_get_n_companies (fixture->server);
  GThread *threads[6];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hammer", hammer, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (sandbox_server_get_n_companies (fixture->server), ==, before + 6 * 30);
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *company = fixture_create_company (fixture, "Kept Company");
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Answer) answer = { 0 };

  g_assert_false (sandbox_server_start (fixture->server, &error));
  g_assert_error (error, SANDBOX_SERVER_ERROR, SANDBOX_SERVER_ERROR_RUNNING);
  g_clear_error (&error);
  sandbox_server_stop (fixture->server);
  sandbox_server_stop (fixture->server);
  sandbox_server_start (fixture->server, &error);
  g_assert_no_error (error);
  answer = fixture_call (fixture, "GET", "/companies", NULL);
  g_assert_cmpuint (answer.status, ==, 200);
  found = sandbox_server_dup_company_id (fixture->server, "Kept Company");
  g_assert_cmpstr (found, ==, company);
}

static void
test_port_taken (Fixture *fixture, gconstpointer data)
{
  const char *base = sandbox_server_get_base_url (fixture->server);
  g_autoptr (SandboxServer) second = sandbox_server_new ();
  g_autoptr (GError) error = NULL;

  sandbox_server_set_port (second, (guint) g_ascii_strtoull (strrchr (base, ':') + 1, NULL, 10));
  g_assert_false (sandbox_server_start (second, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  sandbox_server_set_port (second, 0);
  g_assert_true (sandbox_server_start (second, &error));
  g_assert_no_error (error);
}

static void
test_never_started (void)
{
  SandboxServer *server = sandbox_server_new ();
  g_autofree char *status = sandbox_server_dup_connection_status (server, "a", "b");

  g_assert_null (status);
  g_assert_null (sandbox_server_get_base_url (server));
  g_assert_false (sandbox_server_set_scenario (server, "no such"));
  g_assert_false (sandbox_server_set_fault (server, "no such"));
  sandbox_server_stop (server);
  g_assert_finalize_object (server);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/server/never-started", test_never_started);
  FIXTURE_TEST ("/sandbox/server/auth", 0, test_auth);
  FIXTURE_TEST ("/sandbox/server/rate-limit-headers", 0, test_rate_limit_headers);
  FIXTURE_TEST ("/sandbox/server/methods", 0, test_methods);
  FIXTURE_TEST ("/sandbox/server/host", 0, test_host);
  FIXTURE_TEST ("/sandbox/server/body-limit", 0, test_body_limit);
  FIXTURE_TEST ("/sandbox/server/counts", 0, test_counts);
  FIXTURE_TEST ("/sandbox/server/concurrency", 1000, test_concurrency);
  FIXTURE_TEST ("/sandbox/server/restart", 0, test_restart);
  FIXTURE_TEST ("/sandbox/server/port-taken", 0, test_port_taken);
  return g_test_run ();
}
