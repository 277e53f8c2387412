/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-exchange.h"

static gboolean
read_request (SandboxRequest *request, const char *path, const char *query, const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  return sandbox_request_init (request, "GET", path, query, bytes);
}

static void
test_paths (void)
{
  static const struct {
    const char *path;
    int n_segments; /* -1 for a path that is refused */
    const char *last;
  } rows[] = {
    { "/", 0, NULL },
    { "/companies", 1, "companies" },
    { "/companies/", 2, "" },
    { "//companies", 2, "companies" },
    { "/a/b/c/d", 4, "d" },
    { "/a%20b", 1, "a b" },
    { "/a%2Bb+c", 1, "a+b+c" },
    { "/%C3%A9", 1, "\303\251" },
    { "/companies/..", 2, ".." },
    { "/companies/%2e%2e", 2, ".." },
    { "/companies/x%2Fconnections", -1, NULL },
    { "/companies/x%2fy", -1, NULL },
    { "/companies/%00", -1, NULL },
    { "/companies/%", -1, NULL },
    { "/companies/%4", -1, NULL },
    { "/companies/%zz", -1, NULL },
    { "*", -1, NULL },
    { "", -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (SandboxRequest) request = { 0 };
    gboolean valid = read_request (&request, rows[i].path, NULL, "");

    g_test_message ("%s", rows[i].path);
    g_assert_cmpint (valid, ==, rows[i].n_segments >= 0);
    if (!valid)
      continue;
    g_assert_cmpint ((int) request.n_segments, ==, rows[i].n_segments);
    if (request.n_segments > 0)
      g_assert_cmpstr (request.segments[request.n_segments - 1], ==, rows[i].last);
  }
}

static void
test_query (void)
{
  g_auto (SandboxRequest) request = { 0 };
  g_auto (SandboxRequest) without = { 0 };

  g_assert_true (read_request (&request, "/x", "query=a%3Db%26%26c%3Dd&page=2&empty=", ""));
  g_assert_cmpstr (sandbox_request_get_query (&request, "query"), ==, "a=b&&c=d");
  g_assert_cmpstr (sandbox_request_get_query (&request, "page"), ==, "2");
  g_assert_cmpstr (sandbox_request_get_query (&request, "empty"), ==, "");
  g_assert_null (sandbox_request_get_query (&request, "Page"));
  g_assert_true (read_request (&without, "/x", NULL, ""));
  g_assert_null (sandbox_request_get_query (&without, "page"));
}

static void
test_bodies (void)
{
  static const char *const bad[] = { "",     " ",     "{",        "[]",         "1",
                                     "null", "\"x\"", "{\"a\":}", "{\"a\":1}}", "\377\376" };
  g_auto (SandboxRequest) good = { 0 };
  g_autoptr (JsonObject) object = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_auto (SandboxRequest) request = { 0 };

    g_test_message ("body %u", i);
    g_assert_true (read_request (&request, "/x", NULL, bad[i]));
    g_assert_null (sandbox_request_parse_object (&request));
  }
  g_assert_true (read_request (&good, "/x", NULL, " {\"a\":\"b\"} "));
  object = sandbox_request_parse_object (&good);
  g_assert_nonnull (object);
  g_assert_cmpstr (json_object_get_string_member (object, "a"), ==, "b");
}

/* Deep nesting ends json-glib of the floor, and the program that serves a demo with it. */
static void
test_deep_bodies (void)
{
  static const struct {
    const char *begin;
    const char *end;
    guint depth;
    gboolean good;
  } rows[] = {
    { "[", "]", 30, TRUE },
    { "[", "]", 500000, FALSE },
    { "{\"a\":", "}", 150000, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) text = g_string_new ("{\"s\":\"[[[\\\"[[[\",\"a\":");
    g_autoptr (GBytes) body = NULL;
    g_auto (SandboxRequest) request = { 0 };
    g_autoptr (JsonObject) object = NULL;

    for (guint n = 0; n < rows[i].depth; n++)
      g_string_append (text, rows[i].begin);
    g_string_append_c (text, '1');
    for (guint n = 0; n < rows[i].depth; n++)
      g_string_append (text, rows[i].end);
    g_string_append_c (text, '}');
    body = g_bytes_new (text->str, text->len);
    g_assert_true (sandbox_request_init (&request, "POST", "/companies", NULL, body));
    object = sandbox_request_parse_object (&request);
    g_assert_cmpint (object != NULL, ==, rows[i].good);
  }
}

/* The later answer replaces the earlier one whole. */
static void
test_response (void)
{
  g_auto (SandboxResponse) response = { 0 };

  sandbox_response_set_error (&response, 404, "no \"%s\"", "x");
  g_assert_cmpuint (response.status, ==, 404);
  g_assert_true (g_str_has_prefix (response.content_type, "application/json"));
  g_assert_nonnull (strstr (g_bytes_get_data (response.body, NULL), "no \\\"x\\\""));
  sandbox_response_set_html (&response, 200, g_string_new ("<p>"));
  g_assert_cmpuint (g_bytes_get_size (response.body), ==, 3);
  g_assert_nonnull (response.policy);
  sandbox_response_set_redirect (&response, "http://127.0.0.1/");
  g_assert_cmpuint (response.status, ==, 302);
  g_assert_null (response.body);
  g_assert_cmpstr (response.location, ==, "http://127.0.0.1/");
  sandbox_response_set_empty (&response, 204);
  g_assert_cmpuint (response.status, ==, 204);
  g_assert_null (response.content_type);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/exchange/paths", test_paths);
  g_test_add_func ("/sandbox/exchange/query", test_query);
  g_test_add_func ("/sandbox/exchange/bodies", test_bodies);
  g_test_add_func ("/sandbox/exchange/deep-bodies", test_deep_bodies);
  g_test_add_func ("/sandbox/exchange/response", test_response);
  return g_test_run ();
}
