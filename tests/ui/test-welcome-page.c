/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

static void
test_choices (void)
{
  GtkWidget *page = g_object_ref_sink (trib_ui_welcome_page_new ());
  UiWindow window;

  ui_window_open (&window, page, 360, 640);
  ui_assert_names (page);
  ui_click (ui_find_action (page, "win.try-demo"));
  ui_click (ui_find_action (page, "win.add-account"));
  g_assert_cmpstr (window.activated->str, ==, "try-demo()add-account()");
  ui_window_close (&window);
  g_assert_finalize_object (page);
}

/* The first key press of a new person starts the demo. */
static void
test_keyboard (void)
{
  GtkWidget *page = g_object_ref_sink (trib_ui_welcome_page_new ());
  UiWindow window;

  ui_window_open (&window, page, 360, 640);
  g_assert_true (gtk_widget_activate_action (page, "page.focus", NULL));
  g_assert_true (gtk_window_get_focus (window.window) == ui_find_action (page, "win.try-demo"));
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (window.window)));
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window.window) == ui_find_action (page, "win.add-account"));
  ui_window_close (&window);
  g_assert_finalize_object (page);
}

/* Nothing asks for more than a narrow phone has. */
static void
test_narrow (void)
{
  GtkWidget *page = g_object_ref_sink (trib_ui_welcome_page_new ());
  int minimum;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_finalize_object (page);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_func ("/ui/welcome/choices", test_choices);
  g_test_add_func ("/ui/welcome/keyboard", test_keyboard);
  g_test_add_func ("/ui/welcome/narrow", test_narrow);
  return g_test_run ();
}
