/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-time.h"

#include <glib/gi18n.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define MONTH (30 * DAY)
#define YEAR (365 * DAY)

static char *
format_local (GDateTime *time, const char *format)
{
  g_autoptr (GDateTime) local = NULL;

  if (time == NULL)
    return NULL;
  local = g_date_time_to_local (time);
  return local != NULL ? g_date_time_format (local, format) : NULL;
}

/**
 * trib_model_time_ago:
 * @clock: tells what time it is now
 * @time: (nullable): a time
 *
 * A time that lies a little ahead is "just now", because clocks differ; one that lies days ahead is
 * told by its date.
 *
 * Returns: (transfer full): how long ago it was, translated
 */
char *
trib_model_time_ago (TribClock *clock, GDateTime *time)
{
  gint64 seconds;
  guint n;

  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  if (time == NULL)
    return g_strdup (_ ("—"));
  seconds = trib_clock_get_real_time (clock) / G_USEC_PER_SEC - g_date_time_to_unix (time);
  if (seconds < -DAY)
    return trib_model_time_day (time);
  if (seconds < MINUTE)
    return g_strdup (_ ("just now"));
  if (seconds < HOUR) {
    n = (guint) (seconds / MINUTE);
    return g_strdup_printf (ngettext ("%u minute ago", "%u minutes ago", n), n);
  }
  if (seconds < DAY) {
    n = (guint) (seconds / HOUR);
    return g_strdup_printf (ngettext ("%u hour ago", "%u hours ago", n), n);
  }
  if (seconds < MONTH) {
    n = (guint) (seconds / DAY);
    return g_strdup_printf (ngettext ("%u day ago", "%u days ago", n), n);
  }
  if (seconds < YEAR) {
    n = (guint) (seconds / MONTH);
    return g_strdup_printf (ngettext ("%u month ago", "%u months ago", n), n);
  }
  n = (guint) (seconds / YEAR);
  return g_strdup_printf (ngettext ("%u year ago", "%u years ago", n), n);
}

/**
 * trib_model_time_exact:
 * @time: (nullable): a time
 *
 * Returns: (transfer full) (nullable): day and time of day where this computer stands
 */
char *
trib_model_time_exact (GDateTime *time)
{
  /* Translators: a day and a time of day; see the manual of strftime. */
  return format_local (time, _ ("%-d %B %Y, %H:%M"));
}

/**
 * trib_model_time_day:
 * @time: (nullable): a time
 *
 * Returns: (transfer full) (nullable): the day where this computer stands
 */
char *
trib_model_time_day (GDateTime *time)
{
  /* Translators: a day; see the manual of strftime. */
  return format_local (time, _ ("%-d %B %Y"));
}

/* How many midnights lie between two times, by this computer's calendar. */
static int
count_days (GDateTime *from, GDateTime *to)
{
  GDate first, second;

  g_date_clear (&first, 1);
  g_date_clear (&second, 1);
  g_date_set_dmy (&first, (GDateDay) g_date_time_get_day_of_month (from),
                  (GDateMonth) g_date_time_get_month (from),
                  (GDateYear) g_date_time_get_year (from));
  g_date_set_dmy (&second, (GDateDay) g_date_time_get_day_of_month (to),
                  (GDateMonth) g_date_time_get_month (to), (GDateYear) g_date_time_get_year (to));
  return g_date_days_between (&first, &second);
}

static GDateTime *
get_local_now (TribClock *clock)
{
  g_autoptr (GDateTime) now =
      g_date_time_new_from_unix_utc (trib_clock_get_real_time (clock) / G_USEC_PER_SEC);

  return g_date_time_to_local (now);
}

/**
 * trib_model_time_since:
 * @clock: tells what is now
 * @time: when something began
 *
 * Returns: (transfer full): a time of day, a weekday or a day, for after "since", translated
 */
char *
trib_model_time_since (TribClock *clock, GDateTime *time)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) local = NULL;
  int days;

  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (time != NULL, NULL);
  now = get_local_now (clock);
  local = g_date_time_to_local (time);
  days = count_days (local, now);
  if (days <= 0)
    /* Translators: a time of day; see the manual of strftime. */
    return format_local (time, _ ("%H:%M"));
  if (days == 1)
    return g_strdup (_ ("yesterday"));
  if (days < 7)
    return format_local (time, "%A");
  return trib_model_time_day (time);
}

/**
 * trib_model_time_valid_until:
 * @clock: tells what is now
 * @time: until when a link works
 *
 * Returns: (transfer full): a sentence that says so, translated
 */
char *
trib_model_time_valid_until (TribClock *clock, GDateTime *time)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) local = NULL;
  int days;

  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (time != NULL, NULL);
  now = get_local_now (clock);
  local = g_date_time_to_local (time);
  days = count_days (now, local);
  if (g_date_time_compare (local, now) <= 0)
    return g_strdup (_ ("The link has expired"));
  if (days == 0)
    /* Translators: a time of day; see the manual of strftime. */
    return format_local (time, _ ("Valid until today %H:%M"));
  if (days == 1)
    /* Translators: a time of day; see the manual of strftime. */
    return format_local (time, _ ("Valid until tomorrow %H:%M"));
  /* Translators: a day and a time of day; see the manual of strftime. */
  return format_local (time, _ ("Valid until %-d %B, %H:%M"));
}

/**
 * trib_model_time_valid_for:
 * @seconds: how long a link works from now on
 *
 * Returns: (transfer full): a sentence that says so, translated; never more than is true
 */
char *
trib_model_time_valid_for (gint64 seconds)
{
  int minutes = (int) (seconds / 60);

  if (seconds <= 0)
    return g_strdup (_ ("This link has ended"));
  if (minutes < 1)
    return g_strdup (_ ("Valid for less than a minute"));
  if (minutes < 60)
    return g_strdup_printf (
        ngettext ("Valid for %d minute", "Valid for %d minutes", (gulong) minutes), minutes);
  /* Translators: hours and minutes. */
  return g_strdup_printf (_ ("Valid for %d h %d min"), minutes / 60, minutes % 60);
}
