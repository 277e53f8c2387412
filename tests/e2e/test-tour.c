/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-app-tour.h"
#include "trib-ui.h"

#include <glib/gstdio.h>

/* The tour passes on a sandbox that works, and fails loudly on one that does not. */

static gboolean
has_ended (AppTest *test, gconstpointer data)
{
  return *(const gboolean *) data;
}

static void
ended_cb (TribAppTour *tour, gboolean *ended)
{
  *ended = TRUE;
}

static void
said_cb (TribAppTour *tour, const char *line)
{
  g_test_message ("%s", line);
}

static TribAppTour *
walk (AppTest *test, const char *fault, const char *screenshots)
{
  g_autoptr (TribAppTour) tour = NULL;
  gboolean ended = FALSE;

  app_test_set_up (test, TRUE, NULL);
  trib_app_window_start (test->window, NULL);
  tour = g_object_new (TRIB_APP_TYPE_TOUR, "window", test->window, "clock", test->clock,
                       "screenshots", screenshots, "fault", fault, NULL);
  g_signal_connect (tour, "said", G_CALLBACK (said_cb), NULL);
  g_signal_connect (tour, "ended", G_CALLBACK (ended_cb), &ended);
  trib_app_tour_start (tour);
  app_test_wait (test, 150, has_ended, &ended);
  return g_steal_pointer (&tour);
}

/* Whoever looks at the pictures misses none: they are numbered without gaps. */
static void
take_pictures_away (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint64 numbers = 0;
  guint n_pictures = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    numbers |= G_GUINT64_CONSTANT (1) << g_ascii_strtoull (name, NULL, 10);
    n_pictures++;
    g_unlink (path);
  }
  g_rmdir (folder);
  g_assert_cmpuint (n_pictures, >, 10);
  /* From the first on, and nothing but ones: the next bit is alone. */
  g_assert_cmpuint (numbers & 3, ==, 2);
  g_assert_cmpuint ((numbers + 2) & numbers, ==, 0);
}

static void
test_passes (void)
{
  AppTest test = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("tributary-tour-XXXXXX", NULL);
  g_autoptr (TribAppTour) tour = walk (&test, NULL, folder);

  g_assert_true (trib_app_tour_get_passed (tour));
  g_assert_nonnull (strstr (trib_app_tour_get_report (tour), "verified: Unlinked at the server"));
  g_assert_null (strstr (trib_app_tour_get_report (tour), "FAILED"));
  take_pictures_away (folder);
  g_assert_finalize_object (g_steal_pointer (&tour));
  app_test_tear_down (&test);
}

typedef struct {
  const char *fault;
  const char *line;
} Broken;

static const Broken broken[] = {
  { "unlink-ignored", "FAILED 14 unlink: Linked at the server" },
  { "create-company-500", "FAILED 3 create the company" },
};

static void
test_fails_loudly (gconstpointer data)
{
  const Broken *expected = data;
  AppTest test = { 0 };
  g_autoptr (TribAppTour) tour = walk (&test, expected->fault, NULL);

  g_assert_false (trib_app_tour_get_passed (tour));
  g_assert_nonnull (strstr (trib_app_tour_get_report (tour), expected->line));
  g_assert_finalize_object (g_steal_pointer (&tour));
  app_test_tear_down (&test);
}

static void
test_closed_window (void)
{
  AppTest test = { 0 };
  g_autoptr (TribAppTour) tour = NULL;

  app_test_set_up (&test, TRUE, NULL);
  tour = trib_app_tour_new (test.window, test.clock, NULL);
  trib_app_window_start (test.window, NULL);
  trib_app_tour_start (tour);
  app_test_tear_down (&test);
  g_assert_false (trib_app_tour_get_passed (tour));
  g_assert_nonnull (strstr (trib_app_tour_get_report (tour), "FAILED: the window was closed"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_func ("/e2e/tour/passes", test_passes);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autofree char *path = g_strconcat ("/e2e/tour/", broken[i].fault, NULL);

    g_test_add_data_func (path, &broken[i], test_fails_loudly);
  }
  g_test_add_func ("/e2e/tour/closed-window", test_closed_window);
  return g_test_run ();
}
