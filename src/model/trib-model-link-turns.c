/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-link-turns.h"

/* Those who look whether a company has a connection, and make one where it has none: one after
 * another, so that two who ask at once find the same one. Owned by the company; main thread only.
 */

struct _TribModelLinkTurns {
  GObject parent_instance;

  GQueue waiting;   /* of Turn (owned) */
  gboolean is_busy; /* somebody has their turn */
};

G_DEFINE_FINAL_TYPE (TribModelLinkTurns, trib_model_link_turns, G_TYPE_OBJECT)

typedef struct {
  GTask *task; /* (owned) (nullable): until it is handed over */
  TribModelLinkTurnFunc func;
} Turn;

static void
turn_free (Turn *turn)
{
  g_clear_object (&turn->task);
  g_free (turn);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Turn, turn_free)

static void completed_cb (TribModelLinkTurns *self);

/* Who has gone away meanwhile has no turn; that ends at once, and the next one is called by it. */
static void
call_next (TribModelLinkTurns *self)
{
  g_autoptr (Turn) turn = g_queue_pop_head (&self->waiting);

  self->is_busy = turn != NULL;
  if (turn == NULL)
    return;
  g_signal_connect_object (turn->task, "notify::completed", G_CALLBACK (completed_cb), self,
                           G_CONNECT_SWAPPED);
  if (!g_task_return_error_if_cancelled (turn->task))
    turn->func (g_steal_pointer (&turn->task));
}

static void
completed_cb (TribModelLinkTurns *self)
{
  call_next (self);
}

static void
trib_model_link_turns_finalize (GObject *object)
{
  TribModelLinkTurns *self = TRIB_MODEL_LINK_TURNS (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) turn_free);
  G_OBJECT_CLASS (trib_model_link_turns_parent_class)->finalize (object);
}

static void
trib_model_link_turns_class_init (TribModelLinkTurnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_model_link_turns_finalize;
}

static void
trib_model_link_turns_init (TribModelLinkTurns *self)
{
  g_queue_init (&self->waiting);
}

/**
 * trib_model_link_turns_new:
 *
 * Returns: (transfer full): turns that nobody has taken yet
 */
TribModelLinkTurns *
trib_model_link_turns_new (void)
{
  return g_object_new (TRIB_MODEL_TYPE_LINK_TURNS, NULL);
}

/**
 * trib_model_link_turns_run:
 * @self: the turns of a company
 * @task: (transfer full): what is to be done; the next one begins when it is completed
 * @func: begins it, at once when nobody else has their turn
 *
 * Begins a task when those before it are completed.
 */
void
trib_model_link_turns_run (TribModelLinkTurns *self, GTask *task, TribModelLinkTurnFunc func)
{
  Turn *turn;

  g_return_if_fail (TRIB_MODEL_IS_LINK_TURNS (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  turn = g_new0 (Turn, 1);
  turn->task = task;
  turn->func = func;
  g_queue_push_tail (&self->waiting, turn);
  if (!self->is_busy)
    call_next (self);
}
