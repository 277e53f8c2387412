/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

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
  g_test_add_func ("/ui/problem/box", test_box);
  return g_test_run ();
}
