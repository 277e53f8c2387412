/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "walk.h"

#include "trib-ui-connection-row.h"
#include "trib-ui.h"

/* Endings that no scenario makes by itself: the network goes away, or the connection does, and one
 * comes back as somebody else's. */

#define COMPANY "The Ending Company"
#define PLATFORM "gbol"
#define PAGE "Sign in to"
/* Half a minute of the program's clock has to be time enough for a few answers. */
#define FAST 8

static void
set_up (Walk *walk, gconstpointer data)
{
  walk_start (walk, FALSE);
  walk_add_account (walk);
  g_assert_true (sandbox_server_set_scenario (walk->server, data));
  walk_to_new_company (walk, COMPANY);
  walk_to_sign_in (walk, PLATFORM);
}

static void
tear_down (Walk *walk, gconstpointer data)
{
  walk_end (walk);
}

static gboolean
page_is_asked_for (AppTest *test, gconstpointer data)
{
  return sandbox_server_get_n_requests (((Walk *) test)->server, "GET", "/link/attempt") > 0;
}

static void
wait_for_result (Walk *walk)
{
  walk->speed = FAST;
  app_test_wait_for_page (&walk->test, TRIB_UI_TYPE_RESULT_PAGE);
  walk->speed = 1;
}

/* No page ever came, so that nobody can have signed in: Codat need not be asked. */
static void
test_no_network (Walk *walk, gconstpointer data)
{
  app_test_wait (&walk->test, 10, page_is_asked_for, NULL);
  sandbox_server_stop (walk->server);
  wait_for_result (walk);
  walk_assert_result (walk, "The Page Could Not Be Reached", "Check the network", NULL,
                      "_Try Again|See _Connections");
  g_assert_false (walk_is_noted (walk));
}

/* There was a page, and what was done on it nobody can tell now. */
static void
test_uncertain (Walk *walk, gconstpointer data)
{
  walk_wait_for_web_page (walk, PAGE);
  sandbox_server_stop (walk->server);
  walk_press_in_page (walk, "allow");
  wait_for_result (walk);
  walk_assert_result (walk, "The Result Is Not Known Yet", "nobody knows whether Xero is connected",
                      NULL, "Check A_gain|See _Connections|_Try Again");
  g_assert_true (walk_is_noted (walk));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (codat_client_delete_connection_finish (CODAT_CLIENT (source), result, &error));
  g_assert_no_error (error);
}

/* Somebody else deletes it while the page is open. */
static void
test_gone (Walk *walk, gconstpointer data)
{
  TribModelAccount *account = trib_app_window_get_account (walk->test.window);
  g_autofree char *company_id = sandbox_server_dup_company_id (walk->server, COMPANY);

  walk_wait_for_web_page (walk, PAGE);
  codat_client_delete_connection_async (
      trib_model_account_get_client (account), company_id,
      trib_link_session_get_connection_id (walk_get_session (walk)), NULL, deleted_cb, NULL);
  wait_for_result (walk);
  walk_assert_result (walk, "The Connection Was Deleted", "Somebody deleted it meanwhile", NULL,
                      "Choose _Another|See _Connections");
  g_assert_cmpuint (sandbox_server_get_n_connections (walk->server, company_id), ==, 0);
  g_assert_false (walk_is_noted (walk));
}

static gboolean
is_past (AppTest *test, gconstpointer data)
{
  return app_test_find_button (app_test_get_page (test), "Reconnect") != NULL;
}

static TribModelConnection *
get_connection (Walk *walk)
{
  GtkWidget *page = app_test_get_page (&walk->test);
  TribModelConnections *connections = trib_model_company_get_connections (
      trib_ui_company_page_get_company (TRIB_UI_COMPANY_PAGE (page)));
  g_autoptr (TribModelConnection) connection =
      g_list_model_get_item (G_LIST_MODEL (connections), 0);

  return connection;
}

static void
unlink_connection (Walk *walk)
{
  AppTest *test = &walk->test;

  walk_press (walk, app_test_find_button (app_test_get_page (test), "Done"));
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANY_PAGE);
  gtk_widget_activate_action (app_test_find (app_test_get_page (test), TRIB_UI_TYPE_CONNECTION_ROW),
                              "connection.unlink", NULL);
  app_test_answer (app_test_wait_for_dialog (test), "unlink");
  trib_model_connection_commit_unlink (get_connection (walk));
  app_test_wait (test, 10, is_past, NULL);
}

static gboolean
has_organisation (AppTest *test, gconstpointer data)
{
  return TRIB_UI_IS_RESULT_PAGE (app_test_get_page (test)) &&
         app_test_has_text (app_test_get_page (test), "now it is Quite Another Company Ltd");
}

static gboolean
is_unlinked (AppTest *test, gconstpointer data)
{
  Walk *walk = (Walk *) test;
  g_autofree char *company_id = sandbox_server_dup_company_id (walk->server, COMPANY);
  g_autofree char *status = sandbox_server_dup_connection_status (
      walk->server, company_id, trib_link_session_get_connection_id (walk_get_session (walk)));

  return g_strcmp0 (status, "Unlinked") == 0;
}

/* Who signed in by the wrong account sees it before anything is read, and goes back. */
static void
test_other_organisation (Walk *walk, gconstpointer data)
{
  AppTest *test = &walk->test;
  g_autofree char *company_id = sandbox_server_dup_company_id (walk->server, COMPANY);

  wait_for_result (walk);
  unlink_connection (walk);
  g_assert_true (sandbox_server_set_scenario (walk->server, "other-organisation"));
  walk_press (walk, app_test_find_button (app_test_get_page (test), "Reconnect"));
  wait_for_result (walk);
  app_test_wait (test, 10, has_organisation, NULL);
  g_assert_true (app_test_has_text (app_test_get_page (test), "Last time this was " COMPANY));
  g_assert_nonnull (app_test_find_button (app_test_get_page (test), "Keep"));
  walk_press (walk, app_test_find_button (app_test_get_page (test), "Go Back"));
  app_test_wait (test, 10, is_unlinked, NULL);
  g_assert_cmpuint (sandbox_server_get_n_connections (walk->server, company_id), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/e2e/endings/no-network", Walk, "never", set_up, test_no_network, tear_down);
  g_test_add ("/e2e/endings/uncertain", Walk, "ask", set_up, test_uncertain, tear_down);
  g_test_add ("/e2e/endings/gone", Walk, "ask", set_up, test_gone, tear_down);
  g_test_add ("/e2e/endings/other-organisation", Walk, "allow", set_up, test_other_organisation,
              tear_down);
  return g_test_run ();
}
