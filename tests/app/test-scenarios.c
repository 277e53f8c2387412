/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-ui.h"

/* The presenter picks how the next sign-in of the demo goes; nobody else is offered that. */

static void
set_up_demo (AppTest *test, gconstpointer data)
{
  app_test_set_up (test, TRUE, FAKE_WEB_MODULE);
}

static void
set_up_plain (AppTest *test, gconstpointer data)
{
  app_test_set_up (test, FALSE, FAKE_WEB_MODULE);
}

static void
tear_down (AppTest *test, gconstpointer data)
{
  app_test_tear_down (test);
}

static void
collect_rows (GtkWidget *top, GPtrArray *rows)
{
  if (ADW_IS_ACTION_ROW (top))
    g_ptr_array_add (rows, top);
  for (GtkWidget *w = gtk_widget_get_first_child (top); w != NULL;
       w = gtk_widget_get_next_sibling (w))
    collect_rows (w, rows);
}

static AdwActionRow *
find_row (GPtrArray *rows, const char *title)
{
  for (guint i = 0; i < rows->len; i++) {
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  }
  g_error ("no row: %s", title);
}

static gboolean
is_chosen (AdwActionRow *row)
{
  return gtk_check_button_get_active (
      GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (row)));
}

static void
test_choose (AppTest *test, gconstpointer data)
{
  SandboxServer *server = trib_app_demo_get_server (test->demo);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) again = g_ptr_array_new ();
  GtkWindow *dialog;

  trib_app_window_start (test->window, NULL);
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANIES_PAGE);
  g_assert_cmpstr (sandbox_server_get_scenario (server), ==, "ask");
  app_test_activate (test, "win.choose-scenario");
  dialog = app_test_wait_for_dialog (test);
  collect_rows (GTK_WIDGET (dialog), rows);
  g_assert_cmpuint (rows->len, ==, g_strv_length ((char **) sandbox_server_list_scenarios ()));
  g_assert_true (is_chosen (find_row (rows, "The sign-in page asks what to do")));
  /* Opening the window chooses nothing. */
  g_assert_cmpstr (sandbox_server_get_scenario (server), ==, "ask");
  gtk_widget_activate (GTK_WIDGET (find_row (rows, "The person cancels")));
  g_assert_cmpstr (sandbox_server_get_scenario (server), ==, "cancel");
  g_assert_false (is_chosen (find_row (rows, "The sign-in page asks what to do")));
  gtk_window_destroy (dialog);
  app_test_activate (test, "win.choose-scenario");
  dialog = app_test_wait_for_dialog (test);
  collect_rows (GTK_WIDGET (dialog), again);
  g_assert_true (is_chosen (find_row (again, "The person cancels")));
  gtk_window_destroy (dialog);
}

static gboolean
platforms_are_ready (AppTest *test, gconstpointer data)
{
  TribModelAccount *account = trib_app_window_get_account (test->window);

  return trib_model_platforms_get_state (trib_model_account_get_platforms (account)) ==
         TRIB_MODEL_STATE_READY;
}

static void
sign_in (AppTest *test)
{
  g_autofree char *id = sandbox_server_dup_company_id (trib_app_demo_get_server (test->demo),
                                                       "Hollis & Okafor Architects");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), "win.sign-in", "(sss)", id,
                                             "gbol", ""));
  app_test_wait_for_page (test, TRIB_UI_TYPE_RESULT_PAGE);
}

/* What was picked is for one sign-in: nobody on a stage is surprised by it later. */
static void
test_once (AppTest *test, gconstpointer data)
{
  SandboxServer *server = trib_app_demo_get_server (test->demo);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWindow *dialog;

  trib_app_window_start (test->window, NULL);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANIES_PAGE);
  trib_model_platforms_load (
      trib_model_account_get_platforms (trib_app_window_get_account (test->window)));
  app_test_wait (test, 10, platforms_are_ready, NULL);
  app_test_activate (test, "win.choose-scenario");
  dialog = app_test_wait_for_dialog (test);
  collect_rows (GTK_WIDGET (dialog), rows);
  gtk_widget_activate (GTK_WIDGET (find_row (rows, "The person cancels")));
  gtk_window_destroy (dialog);
  sign_in (test);
  g_assert_true (app_test_has_text (app_test_get_page (test), "You Cancelled the Sign-In"));
  g_assert_cmpstr (sandbox_server_get_scenario (server), ==, "ask");
  /* What somebody else has set stays. */
  sandbox_server_set_scenario (server, "cancel");
  sign_in (test);
  g_assert_cmpstr (sandbox_server_get_scenario (server), ==, "cancel");
}

static gboolean
is_welcome (AppTest *test, gconstpointer data)
{
  return TRIB_UI_IS_WELCOME_PAGE (app_test_get_page (test));
}

static void
test_only_in_the_demo (AppTest *test, gconstpointer data)
{
  trib_app_window_start (test->window, NULL);
  app_test_wait (test, 10, is_welcome, NULL);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.choose-scenario", NULL);
  g_assert_false (app_test_has_dialog (test));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  trib_ui_init ();
  g_test_add ("/app/scenarios/choose", AppTest, NULL, set_up_demo, test_choose, tear_down);
  g_test_add ("/app/scenarios/once", AppTest, NULL, set_up_demo, test_once, tear_down);
  g_test_add ("/app/scenarios/only-in-the-demo", AppTest, NULL, set_up_plain, test_only_in_the_demo,
              tear_down);
  return g_test_run ();
}
