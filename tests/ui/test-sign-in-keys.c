/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sign-in-fixture.h"

/* The page with an embedded web page, by the keyboard: into the page, out of it, and away. */

typedef struct {
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  GtkWidget *view;
  TribLinkSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer scenario)
{
  ui_world_start (&fixture->world, 0);
  fixture->page = sign_in_fixture_open (&fixture->world, scenario);
  fixture->session = g_object_ref (sign_in_fixture_get_session (fixture->page));
  fixture->view = trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (fixture->page));
  ui_window_open (&fixture->window, fixture->page, 800, 600);
}

static void
set_up_open (Fixture *fixture, gconstpointer scenario)
{
  set_up (fixture, scenario);
  sign_in_fixture_wait (fixture->page, TRIB_LINK_STATE_OPEN);
  company_fixture_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer scenario)
{
  ui_window_close (&fixture->window);
  g_clear_object (&fixture->session);
  ui_world_stop (&fixture->world);
}

static GtkWindow *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
      return window;
  }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_question () != NULL && gtk_window_get_focus (find_question ()) != NULL;
}

static gboolean
is_not_asked (gpointer data)
{
  return find_question () == NULL;
}

static gboolean
has_ended (gpointer data)
{
  return trib_link_session_get_state (data) == TRIB_LINK_STATE_ENDED;
}

/* A web page keeps Tab for itself: F6, and Ctrl+Tab, are the way out of it and back. */
static void
test_leave_view (Fixture *fixture, gconstpointer scenario)
{
  GtkWindow *window = fixture->window.window;
  GtkWidget *cancel = ui_find_action (fixture->page, "sign-in.cancel");

  g_assert_true (ui_has_focus (fixture->view));
  g_assert_true (ui_press (window, GDK_KEY_F6, 0));
  g_assert_true (ui_has_focus (cancel));
  g_assert_true (ui_press (window, GDK_KEY_F6, 0));
  g_assert_true (ui_has_focus (fixture->view));
  g_assert_true (ui_press (window, GDK_KEY_Tab, GDK_CONTROL_MASK));
  g_assert_true (ui_has_focus (cancel));
}

/* Back from another page one is in the web page again. */
static void
test_focus (Fixture *fixture, gconstpointer scenario)
{
  gtk_window_set_focus (fixture->window.window, NULL);
  gtk_widget_activate_action (fixture->page, "page.focus", NULL);
  g_assert_true (ui_has_focus (fixture->view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Sign In to Xero");
}

/* What was typed into the page would be lost, so a person is asked, and Escape loses nothing. */
static void
test_cancel (Fixture *fixture, gconstpointer scenario)
{
  ui_click (ui_find_action (fixture->page, "sign-in.cancel"));
  ui_wait_for (is_asked, NULL);
  g_assert_true (ui_press (find_question (), GDK_KEY_Escape, 0));
  ui_wait_for (is_not_asked, NULL);
  g_assert_cmpint (trib_link_session_get_state (fixture->session), ==, TRIB_LINK_STATE_OPEN);

  ui_click (ui_find_action (fixture->page, "sign-in.cancel"));
  ui_wait_for (is_asked, NULL);
  ui_click (ui_find_named (GTK_WIDGET (find_question ()), GTK_TYPE_BUTTON, "_Stop"));
  ui_wait_for (has_ended, fixture->session);
  g_assert_cmpint (trib_link_session_get_outcome (fixture->session), ==,
                   TRIB_LINK_OUTCOME_CANCELLED);
  ui_wait_for (is_not_asked, NULL);
}

/* Nothing has been typed before there is a page. */
static void
test_cancel_early (Fixture *fixture, gconstpointer scenario)
{
  g_assert_cmpint (trib_link_session_get_state (fixture->session), !=, TRIB_LINK_STATE_OPEN);
  ui_click (ui_find_action (fixture->page, "sign-in.cancel"));
  g_assert_null (find_question ());
  ui_wait_for (has_ended, fixture->session);
}

/* The question is about the page: it goes with it. */
static void
test_question_goes (Fixture *fixture, gconstpointer scenario)
{
  ui_click (ui_find_action (fixture->page, "sign-in.cancel"));
  ui_wait_for (is_asked, NULL);
  trib_link_session_report_page_problem (fixture->session, TRIB_LINK_PAGE_PROBLEM_CRASH);
  ui_wait_for (has_ended, fixture->session);
  ui_wait_for (is_not_asked, NULL);
}

static void
test_reload (Fixture *fixture, gconstpointer scenario)
{
  guint n_reloads = 0;

  gtk_widget_activate_action (fixture->page, "page.reload", NULL);
  g_object_get (fixture->view, "n-reloads", &n_reloads, NULL);
  g_assert_cmpuint (n_reloads, ==, 1);
}

/* Outside, the next thing to do is to say that one has finished. */
static void
test_outside (Fixture *fixture, gconstpointer scenario)
{
  GtkWidget *finished;

  gtk_widget_activate_action (fixture->page, "sign-in.use-browser", NULL);
  sign_in_fixture_wait (fixture->page, TRIB_LINK_STATE_OUTSIDE);
  company_fixture_settle ();
  finished = ui_find_action (fixture->page, "sign-in.check-now");
  g_assert_true (ui_has_focus (finished));
  g_assert_null (ui_find_action (fixture->page, "page-view.reload"));
  ui_assert_names (fixture->page);
}

static gboolean
has_text (gpointer page)
{
  return ui_find_named (page, GTK_TYPE_LABEL, "Checking with Codat…") == NULL;
}

/* Who says that he has finished is answered, also when nothing has changed. */
static void
test_not_yet (Fixture *fixture, gconstpointer scenario)
{
  GtkWidget *button, *said;

  gtk_widget_activate_action (fixture->page, "sign-in.use-browser", NULL);
  sign_in_fixture_wait (fixture->page, TRIB_LINK_STATE_OUTSIDE);
  company_fixture_settle ();
  button = ui_find_action (fixture->page, "sign-in.check-now");
  g_signal_emit_by_name (button, "clicked");
  said = ui_find_named (fixture->page, GTK_TYPE_LABEL, "Checking with Codat…");
  g_assert_nonnull (said);
  ui_wait_for (has_text, fixture->page);
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (GTK_LABEL (said)), "Codat does not see it yet, at "));
  sandbox_server_set_fault (fixture->world.server, "connection-500");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (said)), ==, "Checking with Codat…");
  ui_wait_for (has_text, fixture->page);
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (GTK_LABEL (said)), "Codat could not be asked, at "));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(name, begin, test)                                                                     \
  g_test_add ("/ui/sign-in/" name, Fixture, "ask", begin, test, tear_down)
  ADD ("leave-view", set_up_open, test_leave_view);
  ADD ("focus", set_up_open, test_focus);
  ADD ("cancel", set_up_open, test_cancel);
  ADD ("cancel-early", set_up, test_cancel_early);
  ADD ("question-goes", set_up_open, test_question_goes);
  ADD ("reload", set_up_open, test_reload);
  ADD ("outside", set_up_open, test_outside);
  ADD ("not-yet", set_up_open, test_not_yet);
  return g_test_run ();
}
