/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

#define DAY (24 * 60 * 60)

typedef struct {
  char *company;
  char *connection;
} Pair;

static void
pair_clear (Pair *self)
{
  g_free (self->company);
  g_free (self->connection);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static Pair
make_pair (Fixture *fixture)
{
  Pair pair = { 0 };

  pair.company = fixture_create_company (fixture, "Test & Sons");
  pair.connection = fixture_create_connection (fixture, pair.company, "gbol");
  return pair;
}

static void
assert_status (Fixture *fixture, const Pair *pair, const char *status)
{
  g_autofree char *found =
      sandbox_server_dup_connection_status (fixture->server, pair->company, pair->connection);

  g_assert_cmpstr (found, ==, status);
}

static guint
count_errors (Fixture *fixture, const Pair *pair)
{
  g_autofree char *path =
      g_strdup_printf ("/companies/%s/connections/%s", pair->company, pair->connection);
  g_auto (Answer) answer = fixture_call (fixture, "GET", path, NULL);
  JsonNode *node = json_object_get_member (answer_object (&answer), "dataConnectionErrors");

  return JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 0;
}

/* What each ending says in the redirect, and what is true afterwards. */
static const struct {
  const char *name;
  const char *code;
  const char *message;
  const char *status;
  guint n_errors;
} endings[] = {
  { "allow", "200", "", "Linked", 0 },
  { "cancel", "403", "User cancelled", "PendingAuth", 1 },
  { "unchanged", "201", "", "PendingAuth", 0 },
  { "error", "500", "Unknown error occurred", "PendingAuth", 1 },
  { "not-supported", "501", "Not supported", "PendingAuth", 1 },
  { "unknown-code", "418", "Something new happened", "PendingAuth", 1 },
  { "lies", "200", "", "PendingAuth", 0 },
  { "other-organisation", "200", "", "Linked", 0 },
  { "hostile-text", "500", "<b>Unknown</b> & error", "PendingAuth", 1 },
};

static void
assert_ending (Fixture *fixture, const Pair *pair, const char *location, guint i)
{
  g_autofree char *code = fixture_get_query_member (location, "status");
  g_autofree char *message = fixture_get_query_member (location, "message");
  g_autofree char *connection = fixture_get_query_member (location, "connection");
  g_autofree char *company = fixture_get_query_member (location, "company");
  g_autofree char *platform = fixture_get_query_member (location, "platform");
  g_autofree char *type = fixture_get_query_member (location, "type");

  g_test_message ("%s", endings[i].name);
  g_assert_cmpstr (code, ==, endings[i].code);
  g_assert_cmpstr (message, ==, endings[i].message);
  g_assert_cmpstr (connection, ==, pair->connection);
  g_assert_cmpstr (company, ==, pair->company);
  g_assert_cmpstr (platform, ==, "Xero");
  g_assert_cmpstr (type, ==, "Accounting");
  assert_status (fixture, pair, endings[i].status);
  g_assert_cmpuint (count_errors (fixture, pair), ==, endings[i].n_errors);
}

static void
test_endings_on_the_page (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_auto (Pair) pair = make_pair (fixture);
    g_autofree char *location =
        fixture_sign_in (fixture, pair.company, pair.connection, endings[i].name);

    assert_ending (fixture, &pair, location, i);
  }
  g_assert_cmpuint (sandbox_server_get_redirect_hits (fixture->server), ==, 0);
}

static void
test_endings_by_scenario (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_auto (Pair) pair = make_pair (fixture);
    g_autofree char *url = fixture_get_link_url (fixture, pair.company, pair.connection);
    g_auto (Answer) start = { 0 };

    g_assert_true (sandbox_server_set_scenario (fixture->server, endings[i].name));
    start = fixture_call (fixture, "GET", url, NULL);
    assert_ending (fixture, &pair, answer_location (&start), i);
  }
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autofree char *url = fixture_get_link_url (fixture, pair.company, pair.connection);
  g_auto (Answer) start = fixture_call (fixture, "GET", url, NULL);
  g_auto (Answer) page = fixture_call (fixture, "GET", answer_location (&start), NULL);
  g_auto (Answer) reloaded = fixture_call (fixture, "GET", answer_location (&start), NULL);
  const char *const *scenarios = sandbox_server_list_scenarios ();
  const char *policy = soup_message_headers_get_one (page.headers, "Content-Security-Policy");

  g_assert_nonnull (strstr (answer_text (&page), "Demo sign-in page: nothing you type is real"));
  g_assert_nonnull (strstr (answer_text (&page), "Connect Xero"));
  g_assert_nonnull (strstr (answer_text (&page), "Test &amp; Sons"));
  g_assert_nonnull (strstr (answer_text (&page), "id=\"allow\""));
  g_assert_nonnull (strstr (answer_text (&page), "id=\"cancel\""));
  g_assert_nonnull (strstr (answer_text (&page), "Other endings (for demonstrations)"));
  g_assert_null (strstr (answer_text (&page), "<script"));
  g_assert_true (g_str_has_prefix (policy, "default-src 'none'"));
  g_assert_cmpuint (reloaded.status, ==, 200);
  g_assert_cmpuint (g_strv_length ((char **) scenarios), >=, 12);
  assert_status (fixture, &pair, "PendingAuth");
}

static void
assert_expired (Fixture *fixture, const char *url)
{
  g_auto (Answer) answer = fixture_call (fixture, "GET", url, NULL);

  g_assert_cmpuint (answer.status, ==, 401);
  g_assert_nonnull (strstr (answer_text (&answer), "can no longer be used"));
}

static void
test_password_once (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autofree char *first = fixture_get_link_url (fixture, pair.company, pair.connection);
  g_autofree char *second = fixture_get_link_url (fixture, pair.company, pair.connection);
  g_auto (Answer) start = fixture_call (fixture, "GET", first, NULL);
  g_auto (Answer) other = { 0 };

  g_assert_cmpstr (first, !=, second);
  g_assert_cmpuint (start.status, ==, 302);
  assert_expired (fixture, first);
  other = fixture_call (fixture, "GET", second, NULL);
  g_assert_cmpuint (other.status, ==, 302);
}

static void
test_password_expires (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autofree char *old = fixture_get_link_url (fixture, pair.company, pair.connection);
  g_autofree char *young = NULL;
  g_auto (Answer) start = { 0 };

  sandbox_server_advance (fixture->server, DAY - 60);
  young = fixture_get_link_url (fixture, pair.company, pair.connection);
  sandbox_server_advance (fixture->server, 120);
  assert_expired (fixture, old);
  start = fixture_call (fixture, "GET", young, NULL);
  g_assert_cmpuint (start.status, ==, 302);
}

static void
test_password_wrong (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "", "?otp=", "?otp=000000", "?otp=99999999", "?otp=abc" };
  g_auto (Pair) pair = make_pair (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *path = g_strdup_printf ("/link/companies/%s/connections/%s/start%s",
                                             pair.company, pair.connection, bad[i]);

    assert_expired (fixture, path);
  }
}

static void
test_token_once (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autofree char *url = fixture_get_link_url (fixture, pair.company, pair.connection);
  g_auto (Answer) start = fixture_call (fixture, "GET", url, NULL);
  g_autofree char *allow = g_strconcat (answer_location (&start), "/allow", NULL);
  g_autofree char *wrong = g_strconcat (answer_location (&start), "/expired", NULL);
  g_auto (Answer) by_get = fixture_call (fixture, "GET", allow, NULL);
  g_auto (Answer) no_ending = fixture_call (fixture, "POST", wrong, "");
  g_auto (Answer) first = fixture_call (fixture, "POST", allow, "");
  g_auto (Answer) second = fixture_call (fixture, "POST", allow, "");
  g_auto (Answer) guessed = fixture_call (
      fixture, "POST", "/link/attempt/8a210b68-6988-11ed-a1eb-0242ac120002/allow", "");

  g_assert_cmpuint (by_get.status, ==, 404);
  g_assert_cmpuint (no_ending.status, ==, 404);
  g_assert_cmpuint (first.status, ==, 302);
  g_assert_cmpuint (second.status, ==, 401);
  g_assert_cmpuint (guessed.status, ==, 401);
  assert_expired (fixture, answer_location (&start));
}

static void
test_template (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autofree char *url = fixture_get_link_url (fixture, pair.company, pair.connection);
  g_autofree char *with_state = g_strconcat (url, "&state=a%26b%3Dc%20%2F", NULL);
  g_autofree char *location = NULL;
  g_autofree char *expected = NULL;
  g_auto (Answer) start = { 0 };

  sandbox_server_set_redirect_url (
      fixture->server,
      "https://example.invalid/{platform}/{companyId}?n={data.company.companyName}&s={state}"
      "&c={statusCode}&none={nothing}&open={");
  sandbox_server_set_scenario (fixture->server, "allow");
  start = fixture_call (fixture, "GET", with_state, NULL);
  expected = g_strdup_printf ("https://example.invalid/gbol/%s?n=Test%%20%%26%%20Sons"
                              "&s=a%%26b%%3Dc%%20%%2F&c=200&none=&open={",
                              pair.company);
  g_assert_cmpstr (answer_location (&start), ==, expected);
}

static void
test_forged (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autofree char *url = fixture_get_link_url (fixture, pair.company, pair.connection);
  g_auto (Answer) start = { 0 };
  g_auto (Answer) page = { 0 };
  g_auto (Answer) again = { 0 };

  sandbox_server_set_scenario (fixture->server, "forged");
  start = fixture_call (fixture, "GET", url, NULL);
  page = fixture_call (fixture, "GET", answer_location (&start), NULL);
  again = fixture_call (fixture, "GET", answer_location (&start), NULL);
  g_assert_nonnull (strstr (answer_text (&page), "http-equiv=\"refresh\""));
  g_assert_nonnull (strstr (answer_text (&page), "status=200"));
  g_assert_null (strstr (answer_text (&page), pair.connection));
  g_assert_nonnull (strstr (answer_text (&page), "id=\"allow\""));
  g_assert_null (strstr (answer_text (&again), "http-equiv=\"refresh\""));
  assert_status (fixture, &pair, "PendingAuth");
}

static void
test_expired_scenario (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autofree char *url = fixture_get_link_url (fixture, pair.company, pair.connection);
  g_autofree char *next = NULL;
  g_auto (Answer) start = { 0 };

  sandbox_server_set_scenario (fixture->server, "expired");
  assert_expired (fixture, url);
  sandbox_server_set_scenario (fixture->server, "blank");
  next = fixture_get_link_url (fixture, pair.company, pair.connection);
  start = fixture_call (fixture, "GET", next, NULL);
  g_assert_cmpuint (start.status, ==, 302);
}

static void
got_page_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  GBytes **body = data;
  g_autoptr (GError) error = NULL;

  *body = soup_session_send_and_read_finish (SOUP_SESSION (session), result, &error);
  if (*body == NULL) {
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    *body = g_bytes_new_static ("cancelled", 9);
  }
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* Opens a link in a scenario and waits at most that long for its page. */
static GBytes *
open_page (Fixture *fixture, const Pair *pair, const char *scenario, guint patience)
{
  g_autofree char *url = fixture_get_link_url (fixture, pair->company, pair->connection);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SoupMessage) message = NULL;
  g_auto (Answer) start = { 0 };
  GBytes *body = NULL;
  guint id;

  g_assert_true (sandbox_server_set_scenario (fixture->server, scenario));
  start = fixture_call (fixture, "GET", url, NULL);
  message = soup_message_new ("GET", answer_location (&start));
  soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, cancellable,
                                    got_page_cb, &body);
  id = g_timeout_add (patience, cancel_cb, cancellable);
  while (body == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!g_cancellable_is_cancelled (cancellable))
    g_source_remove (id);
  return body;
}

static void
test_silent_pages (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autoptr (GBytes) blank = open_page (fixture, &pair, "blank", 10000);
  g_autoptr (GBytes) never = open_page (fixture, &pair, "never", 100);
  g_autoptr (GBytes) early = open_page (fixture, &pair, "slow", 100);
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GBytes) slow = open_page (fixture, &pair, "slow", 20000);
  gint64 passed = g_get_monotonic_time () - begin;

  g_assert_cmpuint (g_bytes_get_size (blank), <, 50);
  g_assert_cmpuint (g_bytes_get_size (never), ==, 9);
  g_assert_cmpuint (g_bytes_get_size (early), ==, 9);
  g_assert_cmpuint (g_bytes_get_size (slow), >, 1000);
  g_assert_cmpint (passed, >, 2 * G_USEC_PER_SEC);
  assert_status (fixture, &pair, "PendingAuth");
}

/* Errors of earlier attempts are resolved by one that works. */
static void
test_resolved (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autofree char *failed = fixture_sign_in (fixture, pair.company, pair.connection, "error");
  g_autofree char *linked = fixture_sign_in (fixture, pair.company, pair.connection, "allow");
  g_autofree char *path =
      g_strdup_printf ("/companies/%s/connections/%s", pair.company, pair.connection);
  g_auto (Answer) answer = fixture_call (fixture, "GET", path, NULL);
  JsonObject *connection = answer_object (&answer);
  JsonObject *error = json_array_get_object_element (
      json_object_get_array_member (connection, "dataConnectionErrors"), 0);
  JsonObject *info = json_object_get_object_member (connection, "connectionInfo");

  g_assert_cmpstr (json_object_get_string_member (error, "statusCode"), ==, "500");
  g_assert_cmpstr (json_object_get_string_member (error, "status"), ==, "Resolved");
  g_assert_cmpstr (json_object_get_string_member (info, "companyName"), ==, "Test & Sons");
  g_assert_nonnull (json_object_get_string_member (connection, "lastSync"));
}

static void
test_unknown_paths (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = {
    "/link/",
    "/link/x",
    "/link/companies/x/connections/y/start",
    "/link/companies/x",
  };
  g_auto (Answer) hosted = fixture_call (fixture, "GET", "/link/company/any", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_auto (Answer) answer = fixture_call (fixture, "GET", paths[i], NULL);

    g_assert_cmpuint (answer.status, ==, 404);
  }
  g_assert_cmpuint (hosted.status, ==, 200);
}

static void
test_target_counts (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture);
  g_autofree char *location = fixture_sign_in (fixture, pair.company, pair.connection, "allow");
  g_auto (Answer) end = { 0 };

  g_assert_cmpuint (sandbox_server_get_redirect_hits (fixture->server), ==, 0);
  end = fixture_call (fixture, "GET", location, NULL);
  g_assert_cmpuint (end.status, ==, 200);
  g_assert_cmpuint (sandbox_server_get_redirect_hits (fixture->server), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/sandbox/link/endings-on-the-page", 0, test_endings_on_the_page);
  FIXTURE_TEST ("/sandbox/link/endings-by-scenario", 0, test_endings_by_scenario);
  FIXTURE_TEST ("/sandbox/link/page", 0, test_page);
  FIXTURE_TEST ("/sandbox/link/password-once", 0, test_password_once);
  FIXTURE_TEST ("/sandbox/link/password-expires", 0, test_password_expires);
  FIXTURE_TEST ("/sandbox/link/password-wrong", 0, test_password_wrong);
  FIXTURE_TEST ("/sandbox/link/token-once", 0, test_token_once);
  FIXTURE_TEST ("/sandbox/link/template", 0, test_template);
  FIXTURE_TEST ("/sandbox/link/forged", 0, test_forged);
  FIXTURE_TEST ("/sandbox/link/expired-scenario", 0, test_expired_scenario);
  FIXTURE_TEST ("/sandbox/link/silent-pages", 0, test_silent_pages);
  FIXTURE_TEST ("/sandbox/link/resolved", 0, test_resolved);
  FIXTURE_TEST ("/sandbox/link/unknown-paths", 0, test_unknown_paths);
  FIXTURE_TEST ("/sandbox/link/target-counts", 0, test_target_counts);
  return g_test_run ();
}
