/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-governor.h"

/* What a client asks of the server at most: so many requests at a time, so many in any second, and
 * none while the server wants to be left alone. Owned by the client; lives in its thread.
 */
struct _CodatGovernor {
  GObject parent_instance;

  TribClock *clock; /* (owned) */
  guint per_second;
  GQueue changes; /* (owned) of Ticket */
  GQueue reads;   /* (owned) of Ticket */
  guint in_flight;
  gint64 sent[CODAT_MAX_PER_SECOND]; /* when the latest went out, as a ring */
  guint64 n_sent;
  gint64 paused_until;
  guint timer;
  guint last_ticket;
};

G_DEFINE_FINAL_TYPE (CodatGovernor, codat_governor, G_TYPE_OBJECT)

typedef struct {
  guint number;
  void (*function) (gpointer data);
  gpointer data;
} Ticket;

static void pump (CodatGovernor *self);

/* When the next may go out as far as time is concerned. */
static gint64
get_next_time (CodatGovernor *self)
{
  gint64 next = self->paused_until;

  if (self->per_second > 0 && self->n_sent >= self->per_second)
    next = MAX (next, self->sent[(self->n_sent - self->per_second) % CODAT_MAX_PER_SECOND] +
                          G_USEC_PER_SEC);
  return next;
}

static gboolean
timer_cb (gpointer data)
{
  CodatGovernor *self = data;

  self->timer = 0;
  pump (self);
  return G_SOURCE_REMOVE;
}

static void
let_out (CodatGovernor *self, GQueue *queue, gint64 now)
{
  g_autofree Ticket *ticket = g_queue_pop_head (queue);

  self->in_flight++;
  self->sent[self->n_sent++ % CODAT_MAX_PER_SECOND] = now;
  ticket->function (ticket->data);
}

static void
pump (CodatGovernor *self)
{
  g_autoptr (CodatGovernor) keep = g_object_ref (self);

  trib_clock_clear (self->clock, &self->timer);
  while (self->in_flight < CODAT_MAX_IN_FLIGHT) {
    GQueue *queue = g_queue_is_empty (&self->changes) ? &self->reads : &self->changes;
    gint64 now = trib_clock_get_monotonic_time (self->clock);
    gint64 next = get_next_time (self);

    if (g_queue_is_empty (queue))
      return;
    if (next > now) {
      if (self->timer == 0)
        self->timer = trib_clock_add_timeout (self->clock, (guint) ((next - now + 999) / 1000),
                                              timer_cb, self, NULL);
      return;
    }
    let_out (self, queue, now);
  }
}

static void
codat_governor_dispose (GObject *object)
{
  CodatGovernor *self = CODAT_GOVERNOR (object);

  if (self->clock != NULL)
    trib_clock_clear (self->clock, &self->timer);
  g_clear_object (&self->clock);
  g_queue_clear_full (&self->changes, g_free);
  g_queue_clear_full (&self->reads, g_free);
  G_OBJECT_CLASS (codat_governor_parent_class)->dispose (object);
}

static void
codat_governor_class_init (CodatGovernorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = codat_governor_dispose;
}

static void
codat_governor_init (CodatGovernor *self)
{
  g_queue_init (&self->changes);
  g_queue_init (&self->reads);
}

CodatGovernor *
codat_governor_new (TribClock *clock, guint per_second)
{
  CodatGovernor *self = g_object_new (CODAT_TYPE_GOVERNOR, NULL);

  self->clock = g_object_ref (clock);
  self->per_second = MIN (per_second, CODAT_MAX_PER_SECOND);
  return self;
}

static gboolean
holds (GQueue *queue, guint number)
{
  for (GList *l = queue->tail; l != NULL; l = l->prev) {
    if (((Ticket *) l->data)->number == number)
      return TRUE;
  }
  return FALSE;
}

guint
codat_governor_ask (CodatGovernor *self,
                    gboolean is_change,
                    void (*function) (gpointer data),
                    gpointer data)
{
  GQueue *queue = is_change ? &self->changes : &self->reads;
  Ticket *ticket = g_new0 (Ticket, 1);
  guint number = ++self->last_ticket;

  ticket->number = number;
  ticket->function = function;
  ticket->data = data;
  g_queue_push_tail (queue, ticket);
  pump (self);
  return holds (queue, number) ? number : 0;
}

void
codat_governor_withdraw (CodatGovernor *self, guint ticket)
{
  GQueue *const queues[] = { &self->changes, &self->reads };

  for (guint i = 0; i < G_N_ELEMENTS (queues); i++) {
    for (GList *l = queues[i]->head; l != NULL; l = l->next) {
      if (((Ticket *) l->data)->number != ticket)
        continue;
      g_free (l->data);
      g_queue_delete_link (queues[i], l);
      return;
    }
  }
}

void
codat_governor_leave (CodatGovernor *self)
{
  g_assert (self->in_flight > 0);
  self->in_flight--;
  pump (self);
}

void
codat_governor_pause (CodatGovernor *self, guint milliseconds)
{
  gint64 until = trib_clock_get_monotonic_time (self->clock) + (gint64) milliseconds * 1000;

  self->paused_until = MAX (self->paused_until, until);
}

guint
codat_governor_get_pause (CodatGovernor *self)
{
  gint64 left = self->paused_until - trib_clock_get_monotonic_time (self->clock);

  return (guint) (MAX (left, 0) / 1000);
}
