/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-pages.h"

#include <adwaita.h>

typedef struct {
  GtkWindow *window;
  TribAppPages *pages;
  guint n_notified;
} Fixture;

static void
notify_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->pages = trib_app_pages_new ();
  gtk_window_set_default_size (fixture->window, 400, 300);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->pages));
  gtk_window_present (fixture->window);
  g_signal_connect_swapped (fixture->pages, "notify::depth", G_CALLBACK (notify_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribAppPages) pages = g_object_ref (fixture->pages);

  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (g_steal_pointer (&pages));
}

static GtkWidget *
make_page (GtkWidget **button)
{
  GtkWidget *page = adw_bin_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("First"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Second"));
  if (button != NULL)
    *button = gtk_widget_get_last_child (box);
  adw_bin_set_child (ADW_BIN (page), box);
  return page;
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_until_gone (GWeakRef *ref)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (10, late_cb, &late);

  while (!late) {
    g_autoptr (GObject) object = g_weak_ref_get (ref);

    if (object == NULL)
      break;
    g_clear_object (&object);
    g_main_context_iteration (NULL, TRUE);
  }
  g_assert_false (late);
  g_source_remove (id);
}

static void
test_push_and_pop (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = make_page (NULL);
  GtkWidget *second = make_page (NULL);
  GWeakRef ref;

  g_assert_null (trib_app_pages_get_visible_page (fixture->pages));
  g_assert_false (trib_app_pages_pop (fixture->pages));
  trib_app_pages_push (fixture->pages, first);
  g_assert_true (trib_app_pages_get_visible_page (fixture->pages) == first);
  g_assert_false (trib_app_pages_pop (fixture->pages));
  trib_app_pages_push (fixture->pages, second);
  g_assert_cmpuint (trib_app_pages_get_depth (fixture->pages), ==, 2);
  g_assert_true (trib_app_pages_get_visible_page (fixture->pages) == second);

  g_weak_ref_init (&ref, second);
  g_assert_true (trib_app_pages_pop (fixture->pages));
  g_assert_true (trib_app_pages_get_visible_page (fixture->pages) == first);
  g_assert_cmpuint (trib_app_pages_get_depth (fixture->pages), ==, 1);
  g_assert_cmpuint (fixture->n_notified, ==, 3);
  wait_until_gone (&ref);
  g_weak_ref_clear (&ref);
}

static void
test_focus_comes_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;
  GtkWidget *first = make_page (&button);

  trib_app_pages_push (fixture->pages, first);
  gtk_widget_grab_focus (button);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button);
  trib_app_pages_push (fixture->pages, make_page (NULL));
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), first));
  trib_app_pages_pop (fixture->pages);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button);
}

static void
test_replace_keeps_what_is_under (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = make_page (NULL);
  GtkWidget *second = make_page (NULL);
  GtkWidget *third = make_page (NULL);
  GWeakRef ref;

  trib_app_pages_push (fixture->pages, first);
  trib_app_pages_push (fixture->pages, second);
  g_weak_ref_init (&ref, second);
  trib_app_pages_replace (fixture->pages, third);
  g_assert_cmpuint (trib_app_pages_get_depth (fixture->pages), ==, 2);
  g_assert_true (trib_app_pages_get_visible_page (fixture->pages) == third);
  wait_until_gone (&ref);
  g_weak_ref_clear (&ref);
  trib_app_pages_pop (fixture->pages);
  g_assert_true (trib_app_pages_get_visible_page (fixture->pages) == first);
}

static void
test_pop_to_and_reset (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = make_page (NULL);
  GtkWidget *elsewhere = g_object_ref_sink (make_page (NULL));
  GtkWidget *last = make_page (NULL);
  GWeakRef ref;

  trib_app_pages_push (fixture->pages, first);
  trib_app_pages_push (fixture->pages, make_page (NULL));
  trib_app_pages_push (fixture->pages, make_page (NULL));
  g_assert_false (trib_app_pages_pop_to (fixture->pages, elsewhere));
  g_assert_cmpuint (trib_app_pages_get_depth (fixture->pages), ==, 3);
  g_assert_true (trib_app_pages_pop_to (fixture->pages, first));
  g_assert_true (trib_app_pages_pop_to (fixture->pages, first));
  g_assert_cmpuint (trib_app_pages_get_depth (fixture->pages), ==, 1);

  trib_app_pages_push (fixture->pages, make_page (NULL));
  g_weak_ref_init (&ref, first);
  trib_app_pages_reset (fixture->pages, last);
  g_assert_cmpuint (trib_app_pages_get_depth (fixture->pages), ==, 1);
  g_assert_true (trib_app_pages_get_visible_page (fixture->pages) == last);
  wait_until_gone (&ref);
  g_weak_ref_clear (&ref);
  g_object_unref (elsewhere);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = adw_status_page_new ();

  trib_app_pages_push (fixture->pages, page);
  trib_app_pages_push (fixture->pages, make_page (NULL));
  g_assert_true (trib_app_pages_find (fixture->pages, ADW_TYPE_STATUS_PAGE) == page);
  g_assert_null (trib_app_pages_find (fixture->pages, GTK_TYPE_ENTRY));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/pages/push-and-pop", Fixture, NULL, set_up, test_push_and_pop, tear_down);
  g_test_add ("/app/pages/focus", Fixture, NULL, set_up, test_focus_comes_back, tear_down);
  g_test_add ("/app/pages/replace", Fixture, NULL, set_up, test_replace_keeps_what_is_under,
              tear_down);
  g_test_add ("/app/pages/pop-to-and-reset", Fixture, NULL, set_up, test_pop_to_and_reset,
              tear_down);
  g_test_add ("/app/pages/find", Fixture, NULL, set_up, test_find, tear_down);
  return g_test_run ();
}
