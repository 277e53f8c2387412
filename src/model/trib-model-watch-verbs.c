/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-watch.h"

#include "trib-model-watch-private.h"

/* Who wants to know what of a watch. Part of TribModelWatch.
 * Main thread only. */

/* Whoever comes back sooner has seen the newest. */
#define FRESH (2 * (gint64) G_USEC_PER_SEC)

static TribModelWatched *
find (TribModelWatch *self, const char *key)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  for (guint i = 0; i < items->len; i++) {
    TribModelWatched *watched = g_ptr_array_index (items, i);

    if (g_strcmp0 (trib_model_question_get_key (watched->question), key) == 0)
      return watched;
  }
  return NULL;
}

static TribModelWatched *
take_up (TribModelWatch *self, TribModelQuestion *question)
{
  TribModelWatched *watched = find (self, trib_model_question_get_key (question));
  GPtrArray *items;

  if (watched != NULL)
    return watched;
  watched = trib_model_watched_new (question, self->clock);
  watched->state = self->state;
  items = trib_model_list_copy_items (TRIB_MODEL_LIST (self));
  g_ptr_array_add (items, watched);
  trib_model_list_take_items (TRIB_MODEL_LIST (self), items);
  return watched;
}

static TribModelListener *
listen (TribModelWatch *self, TribModelWatched *watched, TribModelWatchFunc func, gpointer data)
{
  TribModelListener listener = { 0 };

  listener.id = ++self->last_id;
  listener.since = trib_clock_get_monotonic_time (self->clock);
  listener.func = func;
  listener.data = data;
  g_array_append_val (watched->listeners, listener);
  return &g_array_index (watched->listeners, TribModelListener, watched->listeners->len - 1);
}

/**
 * trib_model_watch_add:
 * @self: a watch
 * @question: what to ask
 * @kind: what for, which says how often
 * @func: told of each answer
 * @data: for @func; it lives until the listener is removed
 *
 * Questions with the same key are asked once for all who want to know.
 *
 * Returns: an id for [method@TribModel.Watch.remove]
 */
guint
trib_model_watch_add (TribModelWatch *self,
                      TribModelQuestion *question,
                      TribModelWatchKind kind,
                      TribModelWatchFunc func,
                      gpointer data)
{
  TribModelWatched *watched;
  TribModelListener *listener;
  gint64 old_due;
  gboolean polled;
  guint id;

  g_return_val_if_fail (TRIB_MODEL_IS_WATCH (self), 0);
  g_return_val_if_fail (TRIB_MODEL_IS_QUESTION (question), 0);
  g_return_val_if_fail (func != NULL, 0);
  watched = take_up (self, question);
  polled = trib_model_watched_get_polls (watched);
  old_due = watched->due;
  listener = listen (self, watched, func, data);
  listener->kind = kind;
  id = listener->id;
  trib_model_watched_plan (watched, 0);
  if (polled)
    watched->due = MIN (watched->due, old_due);
  trib_model_watch_reschedule (self);
  return id;
}

/**
 * trib_model_watch_ask:
 * @self: a watch
 * @question: what to ask
 * @func: told of the answer
 * @data: for @func; it lives until the answer came or the listener is removed
 *
 * Asks at once, because a person wants to know: no quota stops it. When the question is in flight
 * already, it is asked once more afterwards, because the answer under way may be older than the
 * reason to ask.
 *
 * Returns: an id for [method@TribModel.Watch.remove]
 */
guint
trib_model_watch_ask (TribModelWatch *self,
                      TribModelQuestion *question,
                      TribModelWatchFunc func,
                      gpointer data)
{
  g_autoptr (TribModelWatched) watched = NULL;
  TribModelListener *listener;
  guint id;

  g_return_val_if_fail (TRIB_MODEL_IS_WATCH (self), 0);
  g_return_val_if_fail (TRIB_MODEL_IS_QUESTION (question), 0);
  g_return_val_if_fail (func != NULL, 0);
  watched = g_object_ref (take_up (self, question));
  listener = listen (self, watched, func, data);
  listener->once = TRUE;
  id = listener->id;
  if (watched->cancellable != NULL) {
    listener->waits = TRUE;
    watched->again = TRUE;
  } else {
    trib_model_watch_send (self, watched);
  }
  trib_model_watch_reschedule (self);
  return id;
}

/**
 * trib_model_watch_remove:
 * @self: a watch
 * @id: a listener, or one that is removed already
 *
 * Tells it nothing more. What nobody wants to know any more is not asked.
 */
void
trib_model_watch_remove (TribModelWatch *self, guint id)
{
  GPtrArray *items;

  g_return_if_fail (TRIB_MODEL_IS_WATCH (self));
  items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  for (guint i = 0; i < items->len; i++) {
    g_autoptr (TribModelWatched) watched = g_object_ref (g_ptr_array_index (items, i));
    TribModelListener *listener = trib_model_watched_find_listener (watched, id);
    g_autoptr (GCancellable) cancellable = NULL;

    if (listener == NULL)
      continue;
    g_array_remove_index (watched->listeners,
                          (guint) (listener - (TribModelListener *) watched->listeners->data));
    if (watched->listeners->len == 0) {
      cancellable = g_steal_pointer (&watched->cancellable);
      items = trib_model_list_copy_items (TRIB_MODEL_LIST (self));
      g_ptr_array_remove (items, watched);
      trib_model_list_take_items (TRIB_MODEL_LIST (self), items);
      g_cancellable_cancel (cancellable);
    }
    trib_model_watch_reschedule (self);
    return;
  }
}

/**
 * trib_model_watch_outdate:
 * @self: a watch
 * @question: what was asked before something else told
 *
 * An answer that is under way is not told to anybody; it is asked once more instead.
 */
void
trib_model_watch_outdate (TribModelWatch *self, TribModelQuestion *question)
{
  TribModelWatched *watched;

  g_return_if_fail (TRIB_MODEL_IS_WATCH (self));
  g_return_if_fail (TRIB_MODEL_IS_QUESTION (question));
  watched = find (self, trib_model_question_get_key (question));
  if (watched == NULL || watched->cancellable == NULL)
    return;
  for (guint i = 0; i < watched->listeners->len; i++)
    g_array_index (watched->listeners, TribModelListener, i).waits = TRUE;
  watched->again = TRUE;
}

/**
 * trib_model_watch_wake:
 * @self: a watch
 *
 * Asks now what was not asked just before, one after the other.
 */
void
trib_model_watch_wake (TribModelWatch *self)
{
  gint64 now;
  GPtrArray *items;

  g_return_if_fail (TRIB_MODEL_IS_WATCH (self));
  now = trib_clock_get_monotonic_time (self->clock);
  items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  for (guint i = 0; i < items->len; i++) {
    TribModelWatched *watched = g_ptr_array_index (items, i);

    if (watched->n_asked == 0 || now - watched->asked >= FRESH)
      watched->due = now;
  }
  trib_model_watch_spread (self, now);
  trib_model_watch_reschedule (self);
}

/**
 * trib_model_watch_get_requests_left:
 * @self: a watch
 * @limit: (out) (optional): how many requests the account has in all, or -1 when nobody knows
 *
 * Returns: how many requests the account may still make, or -1 when nobody knows
 */
gint64
trib_model_watch_get_requests_left (TribModelWatch *self, gint64 *limit)
{
  g_return_val_if_fail (TRIB_MODEL_IS_WATCH (self), -1);
  if (limit != NULL)
    *limit = codat_quota_get_limit (self->quota);
  return codat_quota_get_remaining (self->quota);
}
