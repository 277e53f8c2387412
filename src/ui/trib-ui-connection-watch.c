/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-connection-watch.h"

/* Follows every connection of a company on behalf of a page.
 * Owned by the page.
 * Main thread only. */

struct _TribUiConnectionWatch {
  GObject parent_instance;

  TribModelConnections *connections; /* (owned) */
  GPtrArray *watched;                /* (owned) (element-type TribModelConnection) */
};

G_DEFINE_FINAL_TYPE (TribUiConnectionWatch, trib_ui_connection_watch, G_TYPE_OBJECT)

enum {
  CHANGED,
  UNLINK_PENDING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
status_cb (TribUiConnectionWatch *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
unlink_pending_cb (TribUiConnectionWatch *self, GParamSpec *pspec, TribModelConnection *connection)
{
  g_signal_emit (self, signals[UNLINK_PENDING], 0, connection);
}

static void
forget_all (TribUiConnectionWatch *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->watched, i), self);
  g_ptr_array_set_size (self->watched, 0);
}

static void
follow_all (TribUiConnectionWatch *self)
{
  GListModel *model = G_LIST_MODEL (self->connections);

  forget_all (self);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (TribModelConnection) connection = g_list_model_get_item (model, i);

    g_signal_connect_swapped (connection, "notify::status", G_CALLBACK (status_cb), self);
    g_signal_connect_swapped (connection, "notify::platform", G_CALLBACK (status_cb), self);
    g_signal_connect_swapped (connection, "notify::unlink-pending", G_CALLBACK (unlink_pending_cb),
                              self);
    g_ptr_array_add (self->watched, g_steal_pointer (&connection));
  }
}

static void
items_changed_cb (TribUiConnectionWatch *self)
{
  follow_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
trib_ui_connection_watch_dispose (GObject *object)
{
  TribUiConnectionWatch *self = TRIB_UI_CONNECTION_WATCH (object);

  forget_all (self);
  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);
  g_clear_object (&self->connections);
  G_OBJECT_CLASS (trib_ui_connection_watch_parent_class)->dispose (object);
}

static void
trib_ui_connection_watch_finalize (GObject *object)
{
  g_ptr_array_unref (TRIB_UI_CONNECTION_WATCH (object)->watched);
  G_OBJECT_CLASS (trib_ui_connection_watch_parent_class)->finalize (object);
}

static void
trib_ui_connection_watch_class_init (TribUiConnectionWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trib_ui_connection_watch_dispose;
  object_class->finalize = trib_ui_connection_watch_finalize;
  signals[CHANGED] = g_signal_new ("changed", TRIB_UI_TYPE_CONNECTION_WATCH, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNLINK_PENDING] =
      g_signal_new ("unlink-pending", TRIB_UI_TYPE_CONNECTION_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, TRIB_MODEL_TYPE_CONNECTION);
}

static void
trib_ui_connection_watch_init (TribUiConnectionWatch *self)
{
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * trib_ui_connection_watch_new:
 * @connections: whose connections to follow
 *
 * Returns: (transfer full): a watch
 */
TribUiConnectionWatch *
trib_ui_connection_watch_new (TribModelConnections *connections)
{
  TribUiConnectionWatch *self;

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTIONS (connections), NULL);

  self = g_object_new (TRIB_UI_TYPE_CONNECTION_WATCH, NULL);
  self->connections = g_object_ref (connections);
  g_signal_connect_swapped (connections, "items-changed", G_CALLBACK (items_changed_cb), self);
  follow_all (self);
  return self;
}
