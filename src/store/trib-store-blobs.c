/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-private.h"

#include "trib-store-queries.h"

/* TribStore: the verbs about brand images. */

static gboolean
save_blob (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  return trib_store_query_save_blob (database, request->place, request->name, request->bytes,
                                     request->saved_at, error);
}

static gboolean
load_blob (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  return trib_store_query_load_blob (database, request->place, request->name, &request->bytes,
                                     &request->saved_at, error);
}

/**
 * trib_store_save_blob_async:
 * @self: a store
 * @account_id: whose it is
 * @name: what it is
 * @bytes: the bytes
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Remembers some bytes, in place of those with the same name.
 */
void
trib_store_save_blob_async (TribStore *self,
                            const char *account_id,
                            const char *name,
                            GBytes *bytes,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  TribStoreRequest *request;

  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (bytes != NULL);

  request = trib_store_request_new (account_id, name);
  request->bytes = g_bytes_ref (bytes);
  request->saved_at = trib_clock_get_real_time (self->clock);
  trib_store_ask (self, request, save_blob, trib_store_save_blob_async, cancellable, callback,
                  data);
}

/**
 * trib_store_save_blob_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %G_IO_ERROR_CLOSED or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are on the disk
 */
gboolean
trib_store_save_blob_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  return trib_store_finish (self, result, trib_store_save_blob_async, error) != NULL;
}

/**
 * trib_store_load_blob_async:
 * @self: a store
 * @account_id: whose it is
 * @name: what it is
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Fetches remembered bytes.
 */
void
trib_store_load_blob_async (TribStore *self,
                            const char *account_id,
                            const char *name,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (name != NULL);

  trib_store_ask (self, trib_store_request_new (account_id, name), load_blob,
                  trib_store_load_blob_async, cancellable, callback, data);
}

/**
 * trib_store_load_blob_finish:
 * @self: a store
 * @result: what the callback got
 * @saved_at: (out) (optional): when they were saved, in microseconds since the Unix epoch; 0 when
 *   they are not there
 * @error: %TRIB_STORE_ERROR_DISK, %G_IO_ERROR_CLOSED or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL without @error when they are not there
 */
GBytes *
trib_store_load_blob_finish (TribStore *self,
                             GAsyncResult *result,
                             gint64 *saved_at,
                             GError **error)
{
  TribStoreRequest *request = trib_store_finish (self, result, trib_store_load_blob_async, error);

  if (request == NULL)
    return NULL;
  if (saved_at != NULL)
    *saved_at = request->saved_at;
  return g_steal_pointer (&request->bytes);
}
