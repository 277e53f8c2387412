/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-ui-connection-row.h"
#include "trib-ui.h"

#include <webkit/webkit.h>

/* The whole main job in the real window, with the real view, each step verified at the server. */

#define COMPANY "Quayside Pottery Ltd"
#define PLATFORM "gbol"

typedef struct {
  AppTest test;
  SandboxServer *server;
  char *company_id;
  char *connection_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  app_test_set_up (&fixture->test, TRUE, NULL);
  fixture->server = trib_app_demo_get_server (fixture->test.demo);
  trib_app_window_start (fixture->test.window, NULL);
  app_test_wait_for_companies (&fixture->test, TRIB_MODEL_STATE_READY);
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_COMPANIES_PAGE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (sandbox_server_get_redirect_hits (fixture->server), ==, 0);
  app_test_tear_down (&fixture->test);
  g_clear_pointer (&fixture->company_id, g_free);
  g_clear_pointer (&fixture->connection_id, g_free);
}

static TribModelCompany *
get_company (Fixture *fixture)
{
  return trib_model_companies_find (app_test_get_companies (&fixture->test), fixture->company_id);
}

static TribModelConnection *
get_connection (Fixture *fixture)
{
  return trib_model_connections_find (trib_model_company_get_connections (get_company (fixture)),
                                      fixture->connection_id);
}

static gboolean
company_is_at_server (AppTest *test, gconstpointer data)
{
  Fixture *fixture = (Fixture *) test;

  fixture->company_id = sandbox_server_dup_company_id (fixture->server, COMPANY);
  return fixture->company_id != NULL;
}

static void
make_company (Fixture *fixture)
{
  AppTest *test = &fixture->test;
  GtkWindow *dialog;

  app_test_click (app_test_find_for_action (app_test_get_page (test), "win.new-company"));
  dialog = app_test_wait_for_dialog (test);
  gtk_editable_set_text (GTK_EDITABLE (app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)),
                         COMPANY);
  app_test_click (app_test_find_for_action (GTK_WIDGET (dialog), "company.create"));
  app_test_wait (test, 10, company_is_at_server, NULL);
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANY_PAGE);
}

static gboolean
has_platform (AppTest *test, gconstpointer data)
{
  return app_test_find_tile (app_test_get_page (test), data) != NULL;
}

static void
choose_platform (Fixture *fixture, const char *key)
{
  AppTest *test = &fixture->test;
  GtkWindow *dialog;

  app_test_wait (test, 10, has_platform, key);
  app_test_click (app_test_find_tile (app_test_get_page (test), key));
  dialog = app_test_wait_for_dialog (test);
  app_test_click (app_test_find_button (GTK_WIDGET (dialog), "Continue"));
  app_test_wait_for_page (test, TRIB_UI_TYPE_SIGN_IN_PAGE);
}

static WebKitWebView *
get_web_view (Fixture *fixture)
{
  GtkWidget *page = app_test_get_page (&fixture->test);
  GtkWidget *view =
      TRIB_UI_IS_SIGN_IN_PAGE (page) ? app_test_find (page, WEBKIT_TYPE_WEB_VIEW) : NULL;

  return view != NULL ? WEBKIT_WEB_VIEW (view) : NULL;
}

static gboolean
page_is_shown (AppTest *test, gconstpointer data)
{
  WebKitWebView *view = get_web_view ((Fixture *) test);
  const char *title = view != NULL ? webkit_web_view_get_title (view) : NULL;

  return title != NULL && g_str_has_prefix (title, "Sign in to") &&
         !webkit_web_view_is_loading (view);
}

static TribLinkSession *
get_session (Fixture *fixture)
{
  GtkWidget *page = app_test_get_page (&fixture->test);
  TribModelSignIn *sign_in = TRIB_UI_IS_SIGN_IN_PAGE (page)
                                 ? trib_ui_sign_in_page_get_sign_in (TRIB_UI_SIGN_IN_PAGE (page))
                                 : trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (page));

  return trib_model_sign_in_get_session (sign_in);
}

static void
wait_for_web_page (Fixture *fixture)
{
  app_test_wait (&fixture->test, 30, page_is_shown, NULL);
  fixture->connection_id = g_strdup (trib_link_session_get_connection_id (get_session (fixture)));
}

static void
press_on_page (Fixture *fixture, const char *id)
{
  g_autofree char *script = g_strdup_printf ("document.getElementById('%s').click()", id);

  webkit_web_view_evaluate_javascript (get_web_view (fixture), script, -1, NULL, NULL, NULL, NULL,
                                       NULL);
}

static TribLinkOutcome
wait_for_result (Fixture *fixture)
{
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  return trib_link_session_get_outcome (get_session (fixture));
}

static gboolean
server_says (AppTest *test, gconstpointer data)
{
  Fixture *fixture = (Fixture *) test;
  g_autofree char *status = sandbox_server_dup_connection_status (
      fixture->server, fixture->company_id, fixture->connection_id);

  return g_strcmp0 (status, data) == 0;
}

static gboolean
row_says (AppTest *test, gconstpointer data)
{
  TribModelConnection *connection = get_connection ((Fixture *) test);

  return connection != NULL &&
         trib_model_connection_get_status (connection) == *(const TribModelStatus *) data &&
         !trib_model_connection_get_busy (connection) &&
         app_test_has_text (app_test_get_page (test),
                            trib_model_connection_get_status_text (connection));
}

static void
wait_for_row (Fixture *fixture, TribModelStatus status)
{
  app_test_wait (&fixture->test, 10, row_says, &status);
}

static gboolean
has_no_connection (AppTest *test, gconstpointer data)
{
  Fixture *fixture = (Fixture *) test;

  return sandbox_server_get_n_connections (fixture->server, fixture->company_id) == 0 &&
         get_connection (fixture) == NULL;
}

static GtkWidget *
get_row (Fixture *fixture)
{
  return app_test_find (app_test_get_page (&fixture->test), TRIB_UI_TYPE_CONNECTION_ROW);
}

static void
sign_in_until_page (Fixture *fixture)
{
  make_company (fixture);
  choose_platform (fixture, PLATFORM);
  wait_for_web_page (fixture);
  g_assert_true (server_says (&fixture->test, "PendingAuth"));
}

static void
test_main_job (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  GtkWindow *dialog;

  sign_in_until_page (fixture);
  press_on_page (fixture, "allow");
  g_assert_cmpint (wait_for_result (fixture), ==, TRIB_LINK_OUTCOME_CONNECTED);
  g_assert_true (app_test_has_text (app_test_get_page (test), "Connected"));
  g_assert_true (server_says (test, "Linked"));

  app_test_click (app_test_find_for_action (app_test_get_page (test), "win.show-connections"));
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANY_PAGE);
  wait_for_row (fixture, TRIB_MODEL_STATUS_CONNECTED);
  g_assert_nonnull (get_row (fixture));

  gtk_widget_activate_action (get_row (fixture), "connection.unlink", NULL);
  app_test_answer (app_test_wait_for_dialog (test), "unlink");
  g_assert_true (server_says (test, "Linked"));
  trib_model_connection_commit_unlink (get_connection (fixture));
  app_test_wait (test, 10, server_says, "Unlinked");
  wait_for_row (fixture, TRIB_MODEL_STATUS_PAST);

  gtk_widget_activate_action (get_row (fixture), "connection.delete", NULL);
  dialog = app_test_wait_for_dialog (test);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "delete"));
  gtk_editable_set_text (GTK_EDITABLE (app_test_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY)),
                         trib_model_connection_get_platform_name (get_connection (fixture)));
  app_test_answer (dialog, "delete");
  app_test_wait (test, 10, has_no_connection, NULL);
}

static void
assert_not_in_files (const char *path, const char *secret)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    g_autofree char *contents = NULL;
    gsize length = 0;

    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      assert_not_in_files (child, secret);
    else if (g_file_get_contents (child, &contents, &length, NULL))
      g_assert_null (g_strstr_len (contents, length, secret) != NULL ? child : NULL);
  }
}

/* Neither the key nor the password of a link is in the program's folder or in the home. */
static void
test_nothing_stays (Fixture *fixture, gconstpointer data)
{
  const char *places[] = { fixture->test.folder, g_get_home_dir () };
  const char *key = sandbox_server_get_api_key (fixture->server);
  g_autofree char *encoded = g_base64_encode ((const guchar *) key, strlen (key));

  sign_in_until_page (fixture);
  press_on_page (fixture, "allow");
  g_assert_cmpint (wait_for_result (fixture), ==, TRIB_LINK_OUTCOME_CONNECTED);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    assert_not_in_files (places[i], "otp=");
    assert_not_in_files (places[i], key);
    assert_not_in_files (places[i], encoded);
    assert_not_in_files (places[i], "/link/attempt");
  }
}

static void
test_cancel_on_page (Fixture *fixture, gconstpointer data)
{
  sign_in_until_page (fixture);
  press_on_page (fixture, "cancel");
  g_assert_cmpint (wait_for_result (fixture), ==, TRIB_LINK_OUTCOME_CANCELLED);
  g_assert_true (server_says (&fixture->test, "PendingAuth"));
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, fixture->company_id), ==, 1);
}

static void
test_cancel_in_window (Fixture *fixture, gconstpointer data)
{
  sign_in_until_page (fixture);
  app_test_activate (&fixture->test, "win.back");
  app_test_answer (app_test_wait_for_dialog (&fixture->test), "stop");
  g_assert_cmpint (wait_for_result (fixture), ==, TRIB_LINK_OUTCOME_CANCELLED);
  g_assert_true (server_says (&fixture->test, "PendingAuth"));
}

static gboolean
page_was_served (AppTest *test, gconstpointer data)
{
  return sandbox_server_get_n_requests (((Fixture *) test)->server, "GET", "/link/attempt") > 0 &&
         page_is_shown (test, NULL);
}

/* The page sends itself to an address that looks like ours and says 200. */
static void
test_forged (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;

  sandbox_server_set_scenario (fixture->server, "forged");
  make_company (fixture);
  choose_platform (fixture, PLATFORM);
  app_test_wait (test, 30, page_was_served, NULL);
  wait_for_web_page (fixture);
  g_assert_cmpint (trib_link_session_get_state (get_session (fixture)), ==, TRIB_LINK_STATE_OPEN);
  g_assert_cmpint (trib_link_session_get_outcome (get_session (fixture)), ==,
                   TRIB_LINK_OUTCOME_NONE);
  g_assert_true (server_says (test, "PendingAuth"));
  /* And the page still works. */
  press_on_page (fixture, "allow");
  g_assert_cmpint (wait_for_result (fixture), ==, TRIB_LINK_OUTCOME_CONNECTED);
  g_assert_true (server_says (test, "Linked"));
}

static void
test_expired_then_again (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;

  sandbox_server_set_scenario (fixture->server, "expired");
  make_company (fixture);
  choose_platform (fixture, PLATFORM);
  g_assert_cmpint (wait_for_result (fixture), ==, TRIB_LINK_OUTCOME_EXPIRED);
  sandbox_server_set_scenario (fixture->server, "ask");
  app_test_click (app_test_find_button (app_test_get_page (test), "Try Again"));
  app_test_wait_for_page (test, TRIB_UI_TYPE_SIGN_IN_PAGE);
  wait_for_web_page (fixture);
  press_on_page (fixture, "allow");
  g_assert_cmpint (wait_for_result (fixture), ==, TRIB_LINK_OUTCOME_CONNECTED);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, fixture->company_id), ==, 1);
}

/* The web page is not there when the window is closed in the middle. */
static void
test_closed_in_the_middle (Fixture *fixture, gconstpointer data)
{
  sign_in_until_page (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/e2e/main-job", Fixture, NULL, set_up, test_main_job, tear_down);
  g_test_add ("/e2e/nothing-stays", Fixture, NULL, set_up, test_nothing_stays, tear_down);
  g_test_add ("/e2e/cancel-on-page", Fixture, NULL, set_up, test_cancel_on_page, tear_down);
  g_test_add ("/e2e/cancel-in-window", Fixture, NULL, set_up, test_cancel_in_window, tear_down);
  g_test_add ("/e2e/forged", Fixture, NULL, set_up, test_forged, tear_down);
  g_test_add ("/e2e/expired", Fixture, NULL, set_up, test_expired_then_again, tear_down);
  g_test_add ("/e2e/closed", Fixture, NULL, set_up, test_closed_in_the_middle, tear_down);
  return g_test_run ();
}
