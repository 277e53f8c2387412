/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "trib-clock.h"

G_BEGIN_DECLS

/* Times in words: "2 days ago"; "—" when there is none. */
char *trib_model_time_ago (TribClock *clock, GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;
/* The same time in full, in the zone of this computer; NULL when there is none. */
char *trib_model_time_exact (GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;
/* Only the day; NULL when there is none. */
char *trib_model_time_day (GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;
/* For after "since": "14:05", "yesterday", "Tuesday" or a day. */
char *trib_model_time_since (TribClock *clock, GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;
/* "Valid until tomorrow 14:05", or that it is over. */
char *trib_model_time_valid_until (TribClock *clock, GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;
/* "Valid for 23 h 12 min", or that it is over. */
char *trib_model_time_valid_for (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
