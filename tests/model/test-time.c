/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-clock.h"
#include "trib-model-time.h"

#include <gio/gio.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

typedef struct {
  gint64 seconds_ago;
  const char *words;
} Row;

static const Row rows[] = {
  { 0, "just now" },
  { 1, "just now" },
  { 59, "just now" },
  { MINUTE, "1 minute ago" },
  { 2 * MINUTE, "2 minutes ago" },
  { 5 * MINUTE + 59, "5 minutes ago" },
  { 21 * MINUTE, "21 minutes ago" },
  { 59 * MINUTE, "59 minutes ago" },
  { HOUR, "1 hour ago" },
  { 2 * HOUR, "2 hours ago" },
  { 23 * HOUR, "23 hours ago" },
  { DAY, "1 day ago" },
  { 2 * DAY, "2 days ago" },
  { 29 * DAY, "29 days ago" },
  { 30 * DAY, "1 month ago" },
  { 60 * DAY, "2 months ago" },
  { 364 * DAY, "12 months ago" },
  { 365 * DAY, "1 year ago" },
  { 5 * 365 * DAY, "5 years ago" },
  { -1, "just now" },
  { -HOUR, "just now" },
  { -DAY, "just now" },
};

static char *
tell (TestClock *clock, gint64 seconds_ago)
{
  gint64 now = trib_clock_get_real_time (TRIB_CLOCK (clock)) / G_USEC_PER_SEC;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now - seconds_ago);

  return trib_model_time_ago (TRIB_CLOCK (clock), time);
}

static void
test_ago (void)
{
  TestClock *clock = test_clock_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *words = tell (clock, rows[i].seconds_ago);

    g_assert_cmpstr (words, ==, rows[i].words);
  }
  g_assert_finalize_object (clock);
}

static void
test_none (void)
{
  TestClock *clock = test_clock_new ();
  g_autofree char *words = trib_model_time_ago (TRIB_CLOCK (clock), NULL);

  g_assert_cmpstr (words, ==, "—");
  g_assert_null (trib_model_time_exact (NULL));
  g_assert_null (trib_model_time_day (NULL));
  g_assert_finalize_object (clock);
}

/* What lies days ahead is no matter of clocks that differ. */
static void
test_far_future (void)
{
  TestClock *clock = test_clock_new ();
  g_autofree char *words = tell (clock, -3 * DAY);

  g_assert_cmpstr (words, ==, "4 January 2026");
  g_assert_finalize_object (clock);
}

static void
test_moves_with_the_clock (void)
{
  TestClock *clock = test_clock_new ();
  gint64 start = trib_clock_get_real_time (TRIB_CLOCK (clock)) / G_USEC_PER_SEC;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (start);
  g_autofree char *words = NULL;

  test_clock_advance (clock, 12 * MINUTE * 1000);
  words = trib_model_time_ago (TRIB_CLOCK (clock), time);
  g_assert_cmpstr (words, ==, "12 minutes ago");
  g_assert_finalize_object (clock);
}

static void
test_zones (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) bare = g_date_time_new_from_iso8601 ("2025-12-31T23:00:00", zone);
  g_autoptr (GDateTime) shifted = g_date_time_new_from_iso8601 ("2026-01-01T04:00:00+05:00", NULL);
  TestClock *clock = test_clock_new ();
  g_autofree char *first = trib_model_time_ago (TRIB_CLOCK (clock), bare);
  g_autofree char *second = trib_model_time_ago (TRIB_CLOCK (clock), shifted);

  g_assert_cmpstr (first, ==, "1 hour ago");
  g_assert_cmpstr (second, ==, "1 hour ago");
  g_assert_finalize_object (clock);
}

static void
test_exact (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (2026, 3, 9, 7, 5, 0.0);
  g_autofree char *exact = trib_model_time_exact (time);
  g_autofree char *day = trib_model_time_day (time);

  g_assert_cmpstr (exact, ==, "9 March 2026, 07:05");
  g_assert_cmpstr (day, ==, "9 March 2026");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/time/ago", test_ago);
  g_test_add_func ("/model/time/none", test_none);
  g_test_add_func ("/model/time/far-future", test_far_future);
  g_test_add_func ("/model/time/moves-with-the-clock", test_moves_with_the_clock);
  g_test_add_func ("/model/time/zones", test_zones);
  g_test_add_func ("/model/time/exact", test_exact);
  return g_test_run ();
}
