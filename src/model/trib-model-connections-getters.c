/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-connections.h"

#include "trib-model-connection-private.h"
#include "trib-model-connections-private.h"
#include "trib-model-status.h"

/* What the connections of a company tell: the second half of the class in trib-model-connections.c.
 */

/* How well a connection speaks for its platform's tile; smaller is better. */
static guint
tile_rank (TribModelConnection *connection)
{
  return connection->status == TRIB_MODEL_STATUS_CONNECTED
             ? 0
             : 1 + trib_model_status_rank (connection->status);
}

/**
 * trib_model_connections_get_status:
 * @self: the connections
 *
 * Returns: the status of the one that most needs somebody
 */
TribModelStatus
trib_model_connections_get_status (TribModelConnections *self)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  TribModelConnection *first;

  if (items->len == 0)
    return TRIB_MODEL_STATUS_NOT_STARTED;
  first = g_ptr_array_index (items, 0);
  return first->status;
}

/**
 * trib_model_connections_get_last_sync:
 * @self: the connections
 *
 * Returns: (nullable): when the newest of them was read
 */
GDateTime *
trib_model_connections_get_last_sync (TribModelConnections *self)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  GDateTime *last = NULL;

  for (guint i = 0; i < items->len; i++) {
    GDateTime *time = trib_model_connection_get_last_sync (items->pdata[i]);

    if (time != NULL && (last == NULL || g_date_time_compare (time, last) > 0))
      last = time;
  }
  return last;
}

/**
 * trib_model_connections_get_state:
 * @self: the connections
 *
 * Returns: what the page shows
 */
TribModelState
trib_model_connections_get_state (TribModelConnections *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTIONS (self), TRIB_MODEL_STATE_IDLE);
  return trib_model_remote_list_get_state (TRIB_MODEL_REMOTE_LIST (self));
}

/**
 * trib_model_connections_get_problem:
 * @self: the connections
 *
 * Returns: (nullable): why the last load failed
 */
TribModelProblem *
trib_model_connections_get_problem (TribModelConnections *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTIONS (self), NULL);
  return trib_model_remote_list_get_problem (TRIB_MODEL_REMOTE_LIST (self));
}

/**
 * trib_model_connections_find:
 * @self: the connections
 * @connection_id: (nullable): an id
 *
 * Returns: (nullable): the connection
 */
TribModelConnection *
trib_model_connections_find (TribModelConnections *self, const char *connection_id)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTIONS (self), NULL);
  for (guint i = 0; i < items->len; i++) {
    TribModelConnection *connection = g_ptr_array_index (items, i);

    if (g_strcmp0 (trib_model_connection_get_id (connection), connection_id) == 0)
      return connection;
  }
  return NULL;
}

/**
 * trib_model_connections_find_for_platform:
 * @self: the connections
 * @platform: a platform
 *
 * Returns: (nullable): the connection that the platform's tile speaks of
 */
TribModelConnection *
trib_model_connections_find_for_platform (TribModelConnections *self, TribModelPlatform *platform)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  TribModelConnection *best = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTIONS (self), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), NULL);
  for (guint i = 0; i < items->len; i++) {
    TribModelConnection *connection = g_ptr_array_index (items, i);

    if (connection->platform == platform &&
        (best == NULL || tile_rank (connection) < tile_rank (best)))
      best = connection;
  }
  return best;
}

/**
 * trib_model_connections_get_accounting:
 * @self: the connections
 *
 * Returns: (nullable): the accounting connection in use: a company has one at a time
 */
TribModelConnection *
trib_model_connections_get_accounting (TribModelConnections *self)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTIONS (self), NULL);
  for (guint i = 0; i < items->len; i++) {
    TribModelConnection *connection = g_ptr_array_index (items, i);

    if (connection->status == TRIB_MODEL_STATUS_CONNECTED &&
        trib_model_connection_get_source_type (connection) == CODAT_SOURCE_TYPE_ACCOUNTING)
      return connection;
  }
  return NULL;
}
