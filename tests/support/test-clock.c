/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-clock.h"

typedef struct {
  guint id;
  guint interval;
  gint64 due;
  GSourceFunc function;
  gpointer data;
  GDestroyNotify notify;
} Timeout;

struct _TestClock {
  TribClock parent_instance;

  GPtrArray *timeouts; /* (owned) of Timeout */
  gint64 now;          /* microseconds since the start */
  gint64 slept;        /* microseconds, of the time of day only */
  guint last_id;
};

G_DEFINE_FINAL_TYPE (TestClock, test_clock, TRIB_TYPE_CLOCK)

/* 2026-01-01T00:00:00Z, so that nothing depends on the day of the test. */
#define EPOCH (G_GINT64_CONSTANT (1767225600) * G_USEC_PER_SEC)

static void
timeout_free (Timeout *timeout)
{
  if (timeout->notify != NULL)
    timeout->notify (timeout->data);
  g_free (timeout);
}

static gint64
test_clock_get_real_time (TribClock *clock)
{
  return EPOCH + TEST_CLOCK (clock)->now + TEST_CLOCK (clock)->slept;
}

static gint64
test_clock_get_monotonic_time (TribClock *clock)
{
  return TEST_CLOCK (clock)->now;
}

static guint
test_clock_add_timeout (
    TribClock *clock, guint interval, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  TestClock *self = TEST_CLOCK (clock);
  Timeout *timeout = g_new0 (Timeout, 1);

  timeout->id = ++self->last_id;
  timeout->interval = interval;
  timeout->due = self->now + (gint64) interval * 1000;
  timeout->function = function;
  timeout->data = data;
  timeout->notify = notify;
  g_ptr_array_add (self->timeouts, timeout);
  return timeout->id;
}

static Timeout *
find_timeout (TestClock *self, guint id, guint *position)
{
  for (guint i = 0; i < self->timeouts->len; i++) {
    Timeout *timeout = g_ptr_array_index (self->timeouts, i);

    if (timeout->id != id)
      continue;
    *position = i;
    return timeout;
  }
  return NULL;
}

static void
test_clock_remove (TribClock *clock, guint id)
{
  TestClock *self = TEST_CLOCK (clock);
  guint position;
  Timeout *timeout = find_timeout (self, id, &position);

  if (timeout == NULL)
    return;
  g_ptr_array_steal_index (self->timeouts, position);
  timeout_free (timeout);
}

static void
test_clock_finalize (GObject *object)
{
  g_ptr_array_unref (TEST_CLOCK (object)->timeouts);
  G_OBJECT_CLASS (test_clock_parent_class)->finalize (object);
}

static void
test_clock_class_init (TestClockClass *klass)
{
  TribClockClass *clock_class = TRIB_CLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = test_clock_finalize;
  clock_class->get_real_time = test_clock_get_real_time;
  clock_class->get_monotonic_time = test_clock_get_monotonic_time;
  clock_class->add_timeout = test_clock_add_timeout;
  clock_class->remove = test_clock_remove;
}

static void
test_clock_init (TestClock *self)
{
  self->timeouts = g_ptr_array_new_with_free_func ((GDestroyNotify) timeout_free);
}

TestClock *
test_clock_new (void)
{
  return g_object_new (TEST_TYPE_CLOCK, NULL);
}

void
test_clock_sleep (TestClock *self, guint milliseconds)
{
  self->slept += (gint64) milliseconds * 1000;
}

static Timeout *
find_next_due (TestClock *self, gint64 end)
{
  Timeout *next = NULL;

  for (guint i = 0; i < self->timeouts->len; i++) {
    Timeout *timeout = g_ptr_array_index (self->timeouts, i);

    if (timeout->due <= end && (next == NULL || timeout->due < next->due))
      next = timeout;
  }
  return next;
}

void
test_clock_advance (TestClock *self, guint milliseconds)
{
  g_autoptr (TestClock) keep = g_object_ref (self);
  gint64 end = self->now + (gint64) milliseconds * 1000;
  Timeout *timeout;

  while ((timeout = find_next_due (self, end)) != NULL) {
    guint id = timeout->id;
    guint position;

    self->now = MAX (self->now, timeout->due);
    timeout->due += MAX (timeout->interval, 1) * (gint64) 1000;
    if (timeout->function (timeout->data) == G_SOURCE_CONTINUE)
      continue;
    /* The function may have removed it itself. */
    if (find_timeout (self, id, &position) != NULL)
      test_clock_remove (TRIB_CLOCK (self), id);
  }
  self->now = end;
}

guint
test_clock_get_n_timeouts (TestClock *self)
{
  return self->timeouts->len;
}
