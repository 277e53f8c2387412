/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include "trib-model-link-service.h"

/* What is noticed while somebody looks at the connections of a company, and how often is asked. */

#define COMPANY "Hollis & Okafor Architects"
#define BUSY_COMPANY "Harbour & Vale Bakery Ltd"
#define SECONDS(n) ((n) *1000)
#define MINUTES(n) SECONDS ((n) *60)

/* Up to a tenth more than the delay is waited. */
#define AT_MOST(delay) ((delay) + (delay) / 10 + 2)

static guint
n_lists (Fixture *fixture, TribModelCompany *company)
{
  g_autofree char *path =
      g_strdup_printf ("/companies/%s/connections", trib_model_company_get_id (company));

  return n_requests (fixture, "GET", path);
}

/* The next question comes after the delay, and not before. */
static void
assert_delay (Fixture *fixture, TribModelCompany *company, guint delay)
{
  guint before = n_lists (fixture, company);

  test_clock_advance (fixture->clock, delay - 1);
  g_assert_cmpuint (n_lists (fixture, company), ==, before);
  test_clock_advance (fixture->clock, AT_MOST (delay) - delay + 1);
  wait_until (n_lists (fixture, company) == before + 1);
}

static char *
create_waiting (Fixture *fixture, TribModelCompany *company, char **link_uri)
{
  Call call = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatConnection) connection = NULL;

  codat_client_create_connection_async (fixture->client, trib_model_company_get_id (company),
                                        "gbol", NULL, call_cb, &call);
  connection = codat_client_create_connection_finish (fixture->client, call_wait (&call), &error);
  g_assert_no_error (error);
  call_clear (&call);
  *link_uri = g_strdup (codat_connection_get_link_url (connection));
  return g_strdup (codat_connection_get_id (connection));
}

/* Where nobody is waited for, minutes go by. */
static void
test_idle (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, BUSY_COMPANY);
  TribModelConnections *connections = trib_model_company_get_connections (company);

  trib_model_connections_follow (connections);
  trib_model_connections_follow (connections);
  assert_delay (fixture, company, MINUTES (5));
  trib_model_connections_unfollow (connections);
  wait_until (test_clock_get_n_timeouts (fixture->clock) == 2);
  trib_model_connections_unfollow (connections);
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
}

/* Somebody signs in on another computer: the row says so by itself. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, COMPANY);
  TribModelConnections *connections = trib_model_company_get_connections (company);
  g_autofree char *link_uri = NULL;
  g_autofree char *id = create_waiting (fixture, company, &link_uri);
  g_autofree char *location = NULL;
  TribModelConnection *connection;

  sandbox_server_set_scenario (fixture->server, "allow");
  trib_model_connections_load (connections);
  trib_model_connections_follow (connections);
  wait_until (trib_model_connections_find (connections, id) != NULL);
  connection = trib_model_connections_find (connections, id);
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_WAITING);
  assert_delay (fixture, company, SECONDS (15));
  location = follow_link (link_uri);
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_WAITING);
  wait_until (test_clock_get_n_timeouts (fixture->clock) == 2);
  assert_delay (fixture, company, SECONDS (15));
  wait_until (trib_model_connection_get_status (connection) == TRIB_MODEL_STATUS_CONNECTED);
  assert_delay (fixture, company, MINUTES (5));
  trib_model_connections_unfollow (connections);
}

/* The server goes, and comes back: said, and taken back, without anybody doing anything. */
static void
test_problem (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, BUSY_COMPANY);
  TribModelConnections *connections = trib_model_company_get_connections (company);

  trib_model_connections_follow (connections);
  sandbox_server_set_fault (fixture->server, "connections-500");
  test_clock_advance (fixture->clock, AT_MOST (MINUTES (5)));
  wait_until (trib_model_connections_get_problem (connections) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (connections)), ==, 3);
  sandbox_server_set_fault (fixture->server, "none");
  test_clock_advance (fixture->clock, AT_MOST (MINUTES (5)));
  wait_until (trib_model_connections_get_problem (connections) == NULL);
  trib_model_connections_unfollow (connections);
}

/* A sign-in is watched while it is open, under the names that a person knows. */
static void
test_sign_in (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, COMPANY);
  GListModel *watch = G_LIST_MODEL (trib_model_account_get_watch (fixture->account));
  TribModelSignIn *sign_in =
      trib_model_sign_in_new (fixture->account, company, find_platform (fixture, "gbol"));
  TribLinkSession *session = trib_model_sign_in_get_session (sign_in);
  g_autoptr (TribModelWatched) watched = NULL;
  g_autofree char *rhythm = NULL;
  g_autofree char *path = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (watch), ==, 0);
  trib_link_session_go_outside (session);
  wait_until (trib_link_session_get_state (session) == TRIB_LINK_STATE_OUTSIDE);
  g_assert_cmpuint (g_list_model_get_n_items (watch), ==, 1);
  watched = g_list_model_get_item (watch, 0);
  rhythm = trib_model_watched_dup_rhythm (watched);
  g_assert_cmpstr (trib_model_watched_get_title (watched), ==, "Xero · " COMPANY);
  g_assert_cmpstr (rhythm, ==, "Checking every 2 seconds");
  path = g_strdup_printf ("/companies/%s/connections/%s", trib_model_company_get_id (company),
                          trib_link_session_get_connection_id (session));
  for (guint i = 1; i <= 3; i++) {
    test_clock_advance (fixture->clock, AT_MOST (SECONDS (2)));
    wait_until (n_requests (fixture, "GET", path) == i);
    /* The next one is planned when the answer is there: beside it only the limit is. */
    wait_until (test_clock_get_n_timeouts (fixture->clock) == 2);
  }
  g_clear_object (&watched);
  assert_goes (sign_in);
  g_assert_cmpuint (g_list_model_get_n_items (watch), ==, 0);
}

/* Whoever hears of the row may give up the very check that brought the news. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, COMPANY);
  TribModelConnections *connections = trib_model_company_get_connections (company);
  g_autoptr (TribModelLinkService) service =
      trib_model_link_service_new (fixture->client, company, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *link_uri = NULL;
  g_autofree char *id = create_waiting (fixture, company, &link_uri);
  g_autofree char *location = NULL;
  TribModelConnection *connection;
  Call call = { NULL };

  sandbox_server_set_scenario (fixture->server, "allow");
  trib_model_connections_load (connections);
  wait_until (trib_model_connections_find (connections, id) != NULL);
  connection = trib_model_connections_find (connections, id);
  location = follow_link (link_uri);
  g_signal_connect_swapped (connection, "notify::status", G_CALLBACK (g_cancellable_cancel),
                            cancellable);
  trib_link_service_check_async (TRIB_LINK_SERVICE (service), id, cancellable, call_cb, &call);
  g_assert_null (
      trib_link_service_check_finish (TRIB_LINK_SERVICE (service), call_wait (&call), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_CONNECTED);
  g_signal_handlers_disconnect_by_data (connection, cancellable);
  call_clear (&call);
  g_assert_finalize_object (g_steal_pointer (&service));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/model/following/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("idle", test_idle);
  ADD ("waiting", test_waiting);
  ADD ("problem", test_problem);
  ADD ("sign-in", test_sign_in);
  ADD ("given-up", test_given_up);
  return g_test_run ();
}
