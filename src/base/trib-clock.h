/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TRIB_TYPE_CLOCK (trib_clock_get_type ())

G_DECLARE_DERIVABLE_TYPE (TribClock, trib_clock, TRIB, CLOCK, GObject)

/**
 * TribClockClass:
 * @get_real_time: wall-clock time in microseconds since the Unix epoch
 * @get_monotonic_time: time in microseconds that never goes back
 * @add_timeout: call a function after a time; see [method@Trib.Clock.add_timeout]
 * @remove: forget a timeout that add_timeout returned
 *
 * Everything that waits or tells the time goes through a clock, so that a test can move it by hand.
 */
struct _TribClockClass {
  GObjectClass parent_class;

  gint64 (*get_real_time) (TribClock *self);
  gint64 (*get_monotonic_time) (TribClock *self);
  guint (*add_timeout) (
      TribClock *self, guint interval, GSourceFunc function, gpointer data, GDestroyNotify notify);
  void (*remove) (TribClock *self, guint id);
};

TribClock *trib_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;

gint64 trib_clock_get_real_time (TribClock *self);
gint64 trib_clock_get_monotonic_time (TribClock *self);
guint trib_clock_add_timeout (
    TribClock *self, guint interval, GSourceFunc function, gpointer data, GDestroyNotify notify);
void trib_clock_remove (TribClock *self, guint id);
void trib_clock_clear (TribClock *self, guint *id);

G_END_DECLS
