/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

/* Faults that are a status: where they strike, and that nothing else is touched. */
static const struct {
  const char *fault;
  const char *method;
  const char *path;
  guint status;
} statuses[] = {
  { "create-company-500", "POST", "/companies", 500 },
  { "companies-500", "GET", "/companies", 500 },
  { "integrations-500", "GET", "/integrations", 500 },
  { "branding-500", "GET", "/integrations/gbol/branding", 500 },
  { "401-everywhere", "GET", "/profile", 401 },
  { "402", "POST", "/companies", 402 },
  { "403", "GET", "/companies", 403 },
  { "429", "GET", "/companies", 429 },
  { "500-everywhere", "GET", "/profile", 500 },
  { "503", "GET", "/profile", 503 },
};

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
  guint n_companies = sandbox_server_get_n_companies (fixture->server);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++) {
    const char *body =
        g_str_equal (statuses[i].method, "POST") ? "{\"name\":\"Never made\"}" : NULL;
    g_auto (Answer) answer = { 0 };
    g_auto (Answer) mended = { 0 };

    g_test_message ("%s", statuses[i].fault);
    g_assert_true (sandbox_server_set_fault (fixture->server, statuses[i].fault));
    answer = fixture_call (fixture, statuses[i].method, statuses[i].path, body);
    answer_assert_error (&answer, statuses[i].status, "");
    g_assert_cmpint (soup_message_headers_get_one (answer.headers, "Retry-After") != NULL, ==,
                     statuses[i].status == 429);
    sandbox_server_set_fault (fixture->server, "none");
    mended = fixture_call (fixture, "GET", statuses[i].path, NULL);
    g_assert_cmpuint (mended.status, ==, 200);
  }
  g_assert_cmpuint (sandbox_server_get_n_companies (fixture->server), ==, n_companies);
}

static void
test_targeted (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) other = { 0 };

  sandbox_server_set_fault (fixture->server, "companies-500");
  other = fixture_call (fixture, "GET", "/integrations", NULL);
  g_assert_cmpuint (other.status, ==, 200);
}

static void
test_ignored (Fixture *fixture, gconstpointer data)
{
  g_autofree char *company = fixture_create_company (fixture, "Test Company");
  g_autofree char *connection = fixture_create_connection (fixture, company, "fztf");
  g_autofree char *location = fixture_sign_in (fixture, company, connection, "allow");
  g_autofree char *path = g_strdup_printf ("/companies/%s/connections/%s", company, connection);
  g_autofree char *status = NULL;
  g_auto (Answer) unlinked = { 0 };
  g_auto (Answer) deleted = { 0 };

  sandbox_server_set_fault (fixture->server, "unlink-ignored");
  unlinked = fixture_call (fixture, "PATCH", path, "{\"status\":\"Unlinked\"}");
  g_assert_cmpstr (json_object_get_string_member (answer_object (&unlinked), "status"), ==,
                   "Unlinked");
  sandbox_server_set_fault (fixture->server, "delete-ignored");
  deleted = fixture_call (fixture, "DELETE", path, NULL);
  g_assert_cmpuint (deleted.status, ==, 200);
  status = sandbox_server_dup_connection_status (fixture->server, company, connection);
  g_assert_cmpstr (status, ==, "Linked");
}

static void
test_lost (Fixture *fixture, gconstpointer data)
{
  guint n_companies = sandbox_server_get_n_companies (fixture->server);
  g_auto (Answer) answer = { 0 };

  sandbox_server_set_fault (fixture->server, "create-company-lost");
  answer = fixture_call (fixture, "POST", "/companies", "{\"name\":\"Lost\"}");
  answer_assert_error (&answer, 500, "");
  g_assert_cmpuint (sandbox_server_get_n_companies (fixture->server), ==, n_companies + 1);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *company = fixture_create_company (fixture, "Test Company");
  g_autofree char *connection = fixture_create_connection (fixture, company, "fztf");
  g_autofree char *location = NULL;
  g_autofree char *code = NULL;
  g_autofree char *status = NULL;
  g_autofree char *url = NULL;
  g_auto (Answer) expired = { 0 };
  g_auto (Answer) image = { 0 };

  sandbox_server_set_fault (fixture->server, "link-lies");
  location = fixture_sign_in (fixture, company, connection, "allow");
  code = fixture_get_query_member (location, "status");
  status = sandbox_server_dup_connection_status (fixture->server, company, connection);
  g_assert_cmpstr (code, ==, "200");
  g_assert_cmpstr (status, ==, "PendingAuth");
  sandbox_server_set_fault (fixture->server, "link-expired");
  url = fixture_get_link_url (fixture, company, connection);
  expired = fixture_call (fixture, "GET", url, NULL);
  g_assert_cmpuint (expired.status, ==, 401);
  sandbox_server_set_fault (fixture->server, "image-404");
  image = fixture_call (fixture, "GET", "/assets/gbol-square.png", NULL);
  g_assert_cmpuint (image.status, ==, 404);
}

static void
test_spoiled_bodies (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) broken = { 0 };
  g_auto (Answer) html = { 0 };
  g_auto (Answer) empty = { 0 };
  g_auto (Answer) elsewhere = { 0 };

  sandbox_server_set_fault (fixture->server, "broken-json");
  broken = fixture_call (fixture, "GET", "/companies", NULL);
  sandbox_server_set_fault (fixture->server, "html");
  html = fixture_call (fixture, "GET", "/companies", NULL);
  sandbox_server_set_fault (fixture->server, "empty");
  empty = fixture_call (fixture, "GET", "/companies", NULL);
  sandbox_server_set_fault (fixture->server, "redirect");
  elsewhere = fixture_call (fixture, "GET", "/companies", NULL);
  g_assert_cmpuint (broken.status, ==, 200);
  g_assert_cmpuint (g_bytes_get_size (broken.body), >, 100);
  g_assert_null (broken.json);
  g_assert_cmpstr (soup_message_headers_get_content_type (html.headers, NULL), ==, "text/html");
  g_assert_cmpuint (empty.status, ==, 200);
  g_assert_cmpuint (g_bytes_get_size (empty.body), ==, 0);
  g_assert_nonnull (strstr (answer_location (&elsewhere), "/elsewhere"));
}

static void
got_answer_cb (GObject *session, GAsyncResult *result, gpointer error)
{
  g_autoptr (GBytes) body =
      soup_session_send_and_read_finish (SOUP_SESSION (session), result, error);

  g_assert_null (body);
  g_assert_nonnull (*(GError **) error);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* Asks and gives up after a moment; returns how it ended. */
static GError *
call_and_cancel (Fixture *fixture, guint patience)
{
  g_autofree char *address =
      g_strconcat (sandbox_server_get_base_url (fixture->server), "/profile", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", address);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *key = sandbox_server_get_api_key (fixture->server);
  g_autofree char *encoded = g_base64_encode ((const guchar *) key, strlen (key));
  g_autofree char *value = g_strconcat ("Basic ", encoded, NULL);
  GError *error = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", value);
  soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, cancellable,
                                    got_answer_cb, &error);
  g_timeout_add (patience, cancel_cb, cancellable);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  return error;
}

static void
test_silence (Fixture *fixture, gconstpointer data)
{
  static const char *const faults[] = { "never", "slow" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (GError) error = NULL;
    g_auto (Answer) after = { 0 };

    sandbox_server_set_fault (fixture->server, faults[i]);
    error = call_and_cancel (fixture, 100);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    sandbox_server_set_fault (fixture->server, "none");
    after = fixture_call (fixture, "GET", "/profile", NULL);
    g_assert_cmpuint (after.status, ==, 200);
  }
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Answer) after = { 0 };

  sandbox_server_set_fault (fixture->server, "cut");
  error = call_and_cancel (fixture, 10000);
  g_assert_false (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  sandbox_server_set_fault (fixture->server, "none");
  after = fixture_call (fixture, "GET", "/profile", NULL);
  g_assert_cmpuint (after.status, ==, 200);
}

static void
test_names (void)
{
  const char *const *faults = sandbox_server_list_faults ();
  const char *const *scenarios = sandbox_server_list_scenarios ();

  g_assert_cmpstr (faults[0], ==, "none");
  g_assert_cmpstr (scenarios[0], ==, "ask");
  for (guint i = 0; faults[i] != NULL; i++)
    g_assert_nonnull (sandbox_server_describe_fault (faults[i]));
  for (guint i = 0; scenarios[i] != NULL; i++)
    g_assert_nonnull (sandbox_server_describe_scenario (scenarios[i]));
  g_assert_null (sandbox_server_describe_fault ("no such"));
  g_assert_null (sandbox_server_describe_scenario (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/faults/names", test_names);
  FIXTURE_TEST ("/sandbox/faults/statuses", 0, test_statuses);
  FIXTURE_TEST ("/sandbox/faults/targeted", 0, test_targeted);
  FIXTURE_TEST ("/sandbox/faults/ignored", 0, test_ignored);
  FIXTURE_TEST ("/sandbox/faults/lost", 0, test_lost);
  FIXTURE_TEST ("/sandbox/faults/link", 0, test_link);
  FIXTURE_TEST ("/sandbox/faults/spoiled-bodies", 0, test_spoiled_bodies);
  FIXTURE_TEST ("/sandbox/faults/silence", 0, test_silence);
  FIXTURE_TEST ("/sandbox/faults/cut", 0, test_cut);
  return g_test_run ();
}
