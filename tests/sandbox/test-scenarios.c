/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

/* The parts that the sandbox plays beside the plain endings. */

typedef struct {
  char *company;
  char *connection;
  Answer start;
} Opening;

static void
opening_clear (Opening *self)
{
  g_free (self->company);
  g_free (self->connection);
  answer_clear (&self->start);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opening, opening_clear)

/* A new connection whose link is opened while the sandbox plays a part. */
static Opening
open_link (Fixture *fixture, const char *scenario)
{
  Opening self = { 0 };
  g_autofree char *url = NULL;

  self.company = fixture_create_company (fixture, "Test & Sons");
  self.connection = fixture_create_connection (fixture, self.company, "gbol");
  url = fixture_get_link_url (fixture, self.company, self.connection);
  g_assert_true (sandbox_server_set_scenario (fixture->server, scenario));
  self.start = fixture_call (fixture, "GET", url, NULL);
  return self;
}

static Answer
call_step (Fixture *fixture, const Opening *opening, const char *method, const char *step)
{
  g_autofree char *url = g_strconcat (answer_location (&opening->start), step, NULL);

  return fixture_call (fixture, method, url, g_str_equal (method, "POST") ? "" : NULL);
}

static void
assert_status (Fixture *fixture, const Opening *opening, const char *status)
{
  g_autofree char *found =
      sandbox_server_dup_connection_status (fixture->server, opening->company, opening->connection);

  g_assert_cmpstr (found, ==, status);
}

static const char *
get_header (const Answer *answer, const char *name)
{
  return soup_message_headers_get_one (answer->headers, name);
}

static void
test_used (Fixture *fixture, gconstpointer data)
{
  g_auto (Opening) opening = open_link (fixture, "used");

  g_assert_cmpuint (opening.start.status, ==, 401);
  g_assert_nonnull (strstr (answer_text (&opening.start), "used already"));
  assert_status (fixture, &opening, "PendingAuth");
}

static void
test_popup (Fixture *fixture, gconstpointer data)
{
  g_auto (Opening) opening = open_link (fixture, "popup");
  g_auto (Answer) page = call_step (fixture, &opening, "GET", "");
  g_auto (Answer) window = call_step (fixture, &opening, "GET", "/window");
  g_auto (Answer) allow = call_step (fixture, &opening, "POST", "/allow");

  g_assert_nonnull (strstr (answer_text (&page), "target=\"_blank\""));
  g_assert_null (strstr (answer_text (&page), "id=\"allow\""));
  g_assert_nonnull (strstr (answer_text (&window), "id=\"allow\""));
  g_assert_cmpuint (allow.status, ==, 302);
  assert_status (fixture, &opening, "Linked");
}

static void
test_download (Fixture *fixture, gconstpointer data)
{
  g_auto (Opening) opening = open_link (fixture, "download");
  g_auto (Answer) page = call_step (fixture, &opening, "GET", "");
  g_auto (Answer) file = call_step (fixture, &opening, "GET", "/connector");
  g_auto (Answer) other = call_step (fixture, &opening, "GET", "/window");
  g_auto (Answer) allow = call_step (fixture, &opening, "POST", "/allow");

  g_assert_nonnull (strstr (answer_text (&page), "/connector\""));
  g_assert_cmpstr (get_header (&file, "Content-Disposition"), ==,
                   "attachment; filename=\"connector-setup.bin\"");
  g_assert_cmpuint (file.status, ==, 200);
  g_assert_cmpuint (other.status, ==, 404);
  g_assert_cmpuint (allow.status, ==, 302);
  assert_status (fixture, &opening, "Linked");
}

static void
connected_cb (GObject *client, GAsyncResult *result, gpointer data)
{
  GError **error = data;
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_uri_finish (G_SOCKET_CLIENT (client), result, error);

  g_assert_null (connection);
}

/* What the server shows is a certificate, and nobody vouches for it. */
static void
test_tls (Fixture *fixture, gconstpointer data)
{
  g_auto (Opening) opening = open_link (fixture, "tls");
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (answer_location (&opening.start), "https://127.0.0.1:"));
  g_socket_client_set_tls (client, TRUE);
  g_socket_client_connect_to_uri_async (client, answer_location (&opening.start), 443, NULL,
                                        connected_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
  assert_status (fixture, &opening, "PendingAuth");
}

static void
test_useless (Fixture *fixture, gconstpointer data)
{
  static const char *const scenarios[] = { "crash", "hang" };

  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++) {
    g_auto (Opening) opening = open_link (fixture, scenarios[i]);
    g_auto (Answer) page = call_step (fixture, &opening, "GET", "");

    g_assert_nonnull (strstr (answer_text (&page), "<script>"));
    g_assert_cmpstr (get_header (&page, "Content-Security-Policy"), ==,
                     "default-src 'none'; script-src 'unsafe-inline'");
    assert_status (fixture, &opening, "PendingAuth");
  }
}

static void
test_forged_frame (Fixture *fixture, gconstpointer data)
{
  g_auto (Opening) opening = open_link (fixture, "forged-frame");
  g_auto (Answer) page = call_step (fixture, &opening, "GET", "");
  const char *frame = strstr (answer_text (&page), "<iframe");

  g_assert_nonnull (frame);
  g_assert_nonnull (strstr (frame, "status=200"));
  g_assert_null (strstr (answer_text (&page), opening.connection));
  g_assert_nonnull (strstr (get_header (&page, "Content-Security-Policy"), "frame-src http:"));
  g_assert_nonnull (strstr (answer_text (&page), "id=\"allow\""));
  assert_status (fixture, &opening, "PendingAuth");
}

/* 307 keeps the method: the browser posts to the redirect address. */
static void
test_post (Fixture *fixture, gconstpointer data)
{
  g_auto (Opening) opening = open_link (fixture, "post");
  g_auto (Answer) allow = call_step (fixture, &opening, "POST", "/allow");
  g_autofree char *code = fixture_get_query_member (get_header (&allow, "Location"), "status");

  g_assert_cmpuint (allow.status, ==, 307);
  g_assert_cmpstr (code, ==, "200");
  assert_status (fixture, &opening, "Linked");
}

static void
test_no_redirect (Fixture *fixture, gconstpointer data)
{
  g_auto (Opening) opening = open_link (fixture, "no-redirect");
  g_auto (Answer) allow = call_step (fixture, &opening, "POST", "/allow");

  g_assert_cmpuint (allow.status, ==, 200);
  g_assert_null (get_header (&allow, "Location"));
  g_assert_nonnull (strstr (answer_text (&allow), "You can close this page"));
  assert_status (fixture, &opening, "Linked");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/sandbox/scenarios/used", 0, test_used);
  FIXTURE_TEST ("/sandbox/scenarios/popup", 0, test_popup);
  FIXTURE_TEST ("/sandbox/scenarios/download", 0, test_download);
  FIXTURE_TEST ("/sandbox/scenarios/tls", 0, test_tls);
  FIXTURE_TEST ("/sandbox/scenarios/useless", 0, test_useless);
  FIXTURE_TEST ("/sandbox/scenarios/forged-frame", 0, test_forged_frame);
  FIXTURE_TEST ("/sandbox/scenarios/post", 0, test_post);
  FIXTURE_TEST ("/sandbox/scenarios/no-redirect", 0, test_no_redirect);
  return g_test_run ();
}
