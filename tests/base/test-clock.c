/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-clock.h"

#include "test-clock.h"

static gboolean
count_three (gpointer data)
{
  guint *count = data;

  return ++*count < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
test_manual (void)
{
  TestClock *manual = test_clock_new ();
  TribClock *clock = TRIB_CLOCK (manual);
  gint64 start = trib_clock_get_real_time (clock);
  guint count = 0;
  guint other = 0;
  guint id;

  trib_clock_add_timeout (clock, 10, count_three, &count, NULL);
  id = trib_clock_add_timeout (clock, 10, count_three, &other, NULL);
  trib_clock_clear (clock, &id);
  g_assert_cmpuint (id, ==, 0);
  test_clock_advance (manual, 9);
  g_assert_cmpuint (count, ==, 0);
  test_clock_advance (manual, 1);
  g_assert_cmpuint (count, ==, 1);
  test_clock_advance (manual, 100);
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpuint (other, ==, 0);
  g_assert_cmpint (trib_clock_get_real_time (clock) - start, ==, 110 * 1000);
  g_assert_cmpuint (test_clock_get_n_timeouts (manual), ==, 0);
  g_assert_finalize_object (manual);
}

static void
test_system (void)
{
  TribClock *clock = trib_clock_new_system ();
  guint count = 0;
  guint never = 0;
  guint id = trib_clock_add_timeout (clock, 0, count_three, &never, NULL);

  trib_clock_remove (clock, id);
  trib_clock_add_timeout (clock, 0, count_three, &count, NULL);
  while (count < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (never, ==, 0);
  g_assert_cmpint (ABS (trib_clock_get_real_time (clock) - g_get_real_time ()), <, G_USEC_PER_SEC);
  g_assert_finalize_object (clock);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/clock/manual", test_manual);
  g_test_add_func ("/base/clock/system", test_system);
  return g_test_run ();
}
