/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-clock.h"

/* The base class is the system's own clock: timeouts run in the thread-default main context of the
 * thread that adds them. Owned by whoever waits; a manual clock for tests lives in tests/support.
 */

G_DEFINE_TYPE (TribClock, trib_clock, G_TYPE_OBJECT)

static gint64
trib_clock_real_get_real_time (TribClock *self)
{
  return g_get_real_time ();
}

static gint64
trib_clock_real_get_monotonic_time (TribClock *self)
{
  return g_get_monotonic_time ();
}

static guint
trib_clock_real_add_timeout (
    TribClock *self, guint interval, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  g_autoptr (GSource) source = g_timeout_source_new (interval);

  g_source_set_callback (source, function, data, notify);
  g_source_set_static_name (source, "[tributary] clock");
  return g_source_attach (source, g_main_context_get_thread_default ());
}

static void
trib_clock_real_remove (TribClock *self, guint id)
{
  GSource *source = g_main_context_find_source_by_id (g_main_context_get_thread_default (), id);

  if (source != NULL)
    g_source_destroy (source);
}

static void
trib_clock_class_init (TribClockClass *klass)
{
  klass->get_real_time = trib_clock_real_get_real_time;
  klass->get_monotonic_time = trib_clock_real_get_monotonic_time;
  klass->add_timeout = trib_clock_real_add_timeout;
  klass->remove = trib_clock_real_remove;
}

static void
trib_clock_init (TribClock *self)
{
}

/**
 * trib_clock_new_system:
 *
 * Returns: (transfer full): a clock that shows the computer's own time
 */
TribClock *
trib_clock_new_system (void)
{
  return g_object_new (TRIB_TYPE_CLOCK, NULL);
}

/**
 * trib_clock_get_real_time:
 * @self: a clock
 *
 * Returns: microseconds since the Unix epoch
 */
gint64
trib_clock_get_real_time (TribClock *self)
{
  g_return_val_if_fail (TRIB_IS_CLOCK (self), 0);
  return TRIB_CLOCK_GET_CLASS (self)->get_real_time (self);
}

/**
 * trib_clock_get_monotonic_time:
 * @self: a clock
 *
 * Returns: microseconds of a time that never goes back
 */
gint64
trib_clock_get_monotonic_time (TribClock *self)
{
  g_return_val_if_fail (TRIB_IS_CLOCK (self), 0);
  return TRIB_CLOCK_GET_CLASS (self)->get_monotonic_time (self);
}

/**
 * trib_clock_add_timeout:
 * @self: a clock
 * @interval: milliseconds
 * @function: (scope notified): called when the time is over, and again after each further interval
 *   while it returns %G_SOURCE_CONTINUE
 * @data: (nullable): for @function
 * @notify: (nullable): frees @data
 *
 * Returns: a number other than 0, for [method@Trib.Clock.remove] in the same thread
 */
guint
trib_clock_add_timeout (
    TribClock *self, guint interval, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  g_return_val_if_fail (TRIB_IS_CLOCK (self), 0);
  g_return_val_if_fail (function != NULL, 0);
  return TRIB_CLOCK_GET_CLASS (self)->add_timeout (self, interval, function, data, notify);
}

/**
 * trib_clock_remove:
 * @self: a clock
 * @id: what [method@Trib.Clock.add_timeout] returned; one that is over already is borne
 */
void
trib_clock_remove (TribClock *self, guint id)
{
  g_return_if_fail (TRIB_IS_CLOCK (self));
  g_return_if_fail (id != 0);
  TRIB_CLOCK_GET_CLASS (self)->remove (self, id);
}

/**
 * trib_clock_clear:
 * @self: a clock
 * @id: (inout): a timeout, or 0; it is 0 afterwards
 */
void
trib_clock_clear (TribClock *self, guint *id)
{
  guint old = *id;

  *id = 0;
  if (old != 0)
    trib_clock_remove (self, old);
}
