/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

#include "codat-error.h"

static TribModelProblem *
make_problem (int code)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, code, "The <server> said & did");

  return trib_model_problem_new (error);
}

static void
test_page (void)
{
  g_autoptr (TribModelProblem) problem = make_problem (G_IO_ERROR_HOST_UNREACHABLE);
  GtkWidget *page = g_object_ref_sink (trib_ui_problem_page_new ());
  UiWindow window;

  trib_ui_problem_page_set_problem (TRIB_UI_PROBLEM_PAGE (page), problem);
  ui_window_open (&window, page, 400, 500);
  g_assert_true (ui_shows (page, trib_model_problem_get_title (problem)));
  g_assert_true (ui_shows (page, trib_model_problem_get_sentence (problem)));
  /* Without an action there is no dead button. */
  g_assert_null (ui_find_action (page, "win.back"));

  trib_ui_problem_page_set_retry_action (TRIB_UI_PROBLEM_PAGE (page), "win.back");
  ui_click (ui_find_action (page, "win.back"));
  g_assert_cmpstr (window.activated->str, ==, "back()");
  ui_assert_names (page);

  trib_ui_problem_page_set_problem (TRIB_UI_PROBLEM_PAGE (page), NULL);
  g_assert_null (trib_ui_problem_page_get_problem (TRIB_UI_PROBLEM_PAGE (page)));
  ui_window_close (&window);
  g_assert_finalize_object (page);
  g_assert_finalize_object (g_steal_pointer (&problem));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy_details (void)
{
  g_autoptr (TribModelProblem) problem = make_problem (G_IO_ERROR_FAILED);
  GtkWidget *page = g_object_ref_sink (trib_ui_problem_page_new ());
  g_autofree char *copied = NULL;
  UiWindow window;

  trib_ui_problem_page_set_problem (TRIB_UI_PROBLEM_PAGE (page), problem);
  ui_window_open (&window, page, 400, 500);
  g_assert_true (gtk_widget_activate_action (page, "details.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, text_read_cb, &copied);
  ui_wait_for (is_set, &copied);
  g_assert_nonnull (strstr (copied, trib_model_problem_get_title (problem)));
  ui_window_close (&window);
  g_assert_finalize_object (page);
}

static gboolean
is_in_view (gpointer data)
{
  return ui_is_in_view (data);
}

static const char *
get_icon (GtkWidget *page)
{
  return adw_status_page_get_icon_name (ADW_STATUS_PAGE (ui_find (page, ADW_TYPE_STATUS_PAGE)));
}

/* The folder is named where a folder is what is wrong, and can be looked at. */
static void
test_folder (void)
{
  g_autoptr (TribModelProblem) disk = make_problem (G_IO_ERROR_NO_SPACE);
  g_autoptr (TribModelProblem) other = make_problem (G_IO_ERROR_TIMED_OUT);
  GtkWidget *page = g_object_ref_sink (trib_ui_problem_page_new ());
  UiWindow window;

  trib_ui_problem_page_set_folder (TRIB_UI_PROBLEM_PAGE (page), "/nowhere/<b>books</b>");
  trib_ui_problem_page_set_problem (TRIB_UI_PROBLEM_PAGE (page), disk);
  ui_window_open (&window, page, 400, 700);
  g_assert_true (ui_shows (page, "The folder is “/nowhere/<b>books</b>”."));
  ui_assert_names (page);
  trib_ui_problem_page_set_problem (TRIB_UI_PROBLEM_PAGE (page), other);
  g_assert_false (ui_shows (page, "The folder is “/nowhere/<b>books</b>”."));
  ui_window_close (&window);
  g_assert_finalize_object (page);
}

/* Every kind has a picture that the icon theme knows. */
static void
test_icons (void)
{
  GtkWidget *page = g_object_ref_sink (trib_ui_problem_page_new ());
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (int code = CODAT_ERROR_NO_NETWORK; code <= CODAT_ERROR_BAD_ARGUMENT; code++) {
    g_autoptr (GError) error = g_error_new_literal (CODAT_ERROR, code, "It did not work");
    g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);

    trib_ui_problem_page_set_problem (TRIB_UI_PROBLEM_PAGE (page), problem);
    if (!gtk_icon_theme_has_icon (theme, get_icon (page)))
      g_error ("There is no icon %s", get_icon (page));
  }
  g_assert_finalize_object (page);
}

/* What a person waits for gets the focus, is told to be wrong, and is scrolled to. */
static void
test_box_show_near (void)
{
  g_autoptr (TribModelProblem) problem = make_problem (G_IO_ERROR_TIMED_OUT);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = g_object_new (TRIB_UI_TYPE_PROBLEM_BOX, NULL);
  UiWindow window;

  gtk_widget_set_size_request (space, -1, 900);
  gtk_box_append (GTK_BOX (lines), entry);
  gtk_box_append (GTK_BOX (lines), space);
  gtk_box_append (GTK_BOX (lines), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), lines);
  ui_window_open (&window, scroller, 400, 400);
  trib_ui_problem_box_show_near (TRIB_UI_PROBLEM_BOX (box), problem, entry);
  ui_wait_for (is_in_view, box);
  g_assert_true (ui_has_focus (entry));
  g_assert_true (gtk_test_accessible_has_state (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (entry))),
      GTK_ACCESSIBLE_STATE_INVALID));
  trib_ui_problem_box_set_problem (TRIB_UI_PROBLEM_BOX (box), NULL);
  g_assert_false (gtk_test_accessible_has_state (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (entry))),
      GTK_ACCESSIBLE_STATE_INVALID));
  ui_window_close (&window);
}

static void
test_box (void)
{
  g_autoptr (TribModelProblem) problem = make_problem (G_IO_ERROR_TIMED_OUT);
  GtkWidget *box = g_object_ref_sink (g_object_new (TRIB_UI_TYPE_PROBLEM_BOX, NULL));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_false (gtk_widget_get_visible (box));
  g_object_set (box, "problem", problem, NULL);
  g_assert_true (gtk_widget_get_visible (box));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       trib_model_problem_get_title (problem));
  g_object_set (box, "problem", NULL, NULL);
  g_assert_false (gtk_widget_get_visible (box));
  g_assert_finalize_object (box);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_func ("/ui/problem/page", test_page);
  g_test_add_func ("/ui/problem/copy-details", test_copy_details);
  g_test_add_func ("/ui/problem/folder", test_folder);
  g_test_add_func ("/ui/problem/icons", test_icons);
  g_test_add_func ("/ui/problem/box", test_box);
  g_test_add_func ("/ui/problem/box-show-near", test_box_show_near);
  return g_test_run ();
}
