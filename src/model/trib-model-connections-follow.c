/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-connections.h"

#include "trib-model-connection-private.h"
#include "trib-model-connections-private.h"

/* How the connections of a company come, once or again and again while somebody looks. Part of
 * TribModelConnections.
 * Main thread only. */

#define MINUTE_MS (60 * 1000)

/* Whoever follows the list has heard the answer already. */
static void
loaded_cb (GObject *answer, const GError *error, gpointer data)
{
  g_autoptr (TribModelConnections) self = g_object_ref (data);

  self->load = 0;
  if (self->listener == 0)
    trib_model_connections_take_answer (self, answer, error);
}

static void
heard_cb (GObject *answer, const GError *error, gpointer data)
{
  g_autoptr (TribModelConnections) self = g_object_ref (data);

  trib_model_connections_take_answer (self, answer, error);
}

/* "12 minutes ago" is true for a minute. */
static gboolean
minute_cb (gpointer data)
{
  TribModelConnections *self = data;
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  for (guint i = 0; i < items->len; i++) {
    TribModelConnection *connection = g_ptr_array_index (items, i);

    trib_model_connection_take (connection, connection->value, connection->platform);
  }
  return G_SOURCE_CONTINUE;
}

/* Somebody may be signing in at this moment, here or elsewhere. */
static gboolean
is_awaited (TribModelConnections *self)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  for (guint i = 0; i < items->len; i++) {
    TribModelConnection *connection = g_ptr_array_index (items, i);

    if (connection->status == TRIB_MODEL_STATUS_WAITING || connection->request != NULL)
      return TRUE;
  }
  return FALSE;
}

void
trib_model_connections_pace (TribModelConnections *self)
{
  TribModelWatchKind kind =
      is_awaited (self) ? TRIB_MODEL_WATCH_KIND_SOMEBODY_ELSE : TRIB_MODEL_WATCH_KIND_IDLE;
  guint old = self->listener;

  if (self->n_followers == 0 || (old != 0 && self->kind == kind))
    return;
  self->kind = kind;
  self->listener = trib_model_watch_add (self->watch, self->question, kind, heard_cb, self);
  /* Afterwards, so that a call under way is not given up. */
  trib_model_watch_remove (self->watch, old);
}

void
trib_model_connections_stop_asking (TribModelConnections *self)
{
  trib_model_watch_remove (self->watch, self->load);
  trib_model_watch_remove (self->watch, self->listener);
  trib_clock_clear (self->clock, &self->minute);
  self->load = 0;
  self->listener = 0;
}

void
trib_model_connections_outdate (TribModelConnections *self)
{
  trib_model_watch_outdate (self->watch, self->question);
}

/**
 * trib_model_connections_load:
 * @self: the connections
 *
 * Loads, or loads again; the rows keep their objects. Asked while it loads, it loads once more
 * afterwards, because the answer under way may be older than the reason to ask.
 */
void
trib_model_connections_load (TribModelConnections *self)
{
  g_return_if_fail (TRIB_MODEL_IS_CONNECTIONS (self));
  if (self->load != 0) {
    trib_model_connections_outdate (self);
    return;
  }
  if (g_list_model_get_n_items (G_LIST_MODEL (self)) == 0)
    trib_model_remote_list_set_state (TRIB_MODEL_REMOTE_LIST (self), TRIB_MODEL_STATE_LOADING,
                                      NULL);
  self->load = trib_model_watch_ask (self->watch, self->question, loaded_cb, self);
}

/**
 * trib_model_connections_follow:
 * @self: the connections
 *
 * Asks again and again, every few seconds while a sign-in is awaited and every few minutes
 * otherwise, and keeps the times of the rows true.
 */
void
trib_model_connections_follow (TribModelConnections *self)
{
  g_return_if_fail (TRIB_MODEL_IS_CONNECTIONS (self));
  if (self->n_followers++ > 0)
    return;
  trib_model_connections_pace (self);
  self->minute = trib_clock_add_timeout (self->clock, MINUTE_MS, minute_cb, self, NULL);
}

/**
 * trib_model_connections_unfollow:
 * @self: connections that somebody follows
 */
void
trib_model_connections_unfollow (TribModelConnections *self)
{
  g_return_if_fail (TRIB_MODEL_IS_CONNECTIONS (self));
  g_return_if_fail (self->n_followers > 0);
  if (--self->n_followers > 0)
    return;
  trib_model_watch_remove (self->watch, self->listener);
  self->listener = 0;
  trib_clock_clear (self->clock, &self->minute);
}
