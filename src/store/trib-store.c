/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-private.h"

/* TribStore: what this computer remembers, asked asynchronously.
 * Owned by the application.
 * Its thread does the work; everything here but the jobs runs in the caller's thread.
 */
G_DEFINE_FINAL_TYPE (TribStore, trib_store, G_TYPE_OBJECT)

static void
open_job (TribStoreDatabase **database, GTask *task)
{
  TribStoreRequest *request = g_task_get_task_data (task);
  TribStore *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  *database = trib_store_database_open (request->place, g_task_get_cancellable (task), &error);
  if (*database == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  self->moved_aside = g_strdup (trib_store_database_get_moved_aside (*database));
  g_task_return_boolean (task, TRUE);
}

/* Closing is not given up half-way: a cancelled call only says so. */
static void
close_job (TribStoreDatabase **database, GTask *task)
{
  g_clear_pointer (database, trib_store_database_close);
  g_task_return_boolean (task, TRUE);
}

static void
trib_store_finalize (GObject *object)
{
  TribStore *self = TRIB_STORE (object);

  g_clear_pointer (&self->worker, trib_store_worker_end);
  g_clear_object (&self->clock);
  g_free (self->moved_aside);
  G_OBJECT_CLASS (trib_store_parent_class)->finalize (object);
}

static void
trib_store_class_init (TribStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_store_finalize;
}

static void
trib_store_init (TribStore *self)
{
  self->clock = trib_clock_new_system ();
}

/**
 * trib_store_open_async:
 * @directory: (nullable): the folder of the database, made when it is missing; %NULL for a store
 *   that is in memory only
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Opens the store. A corrupt file is moved aside and a new one begun, see
 * [method@Trib.Store.get_moved_aside].
 */
void
trib_store_open_async (const char *directory,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (TribStore) self = g_object_new (TRIB_TYPE_STORE, NULL);
  g_autoptr (GTask) task =
      trib_store_make_task (self, trib_store_request_new (directory, NULL), trib_store_open_async,
                            cancellable, callback, data);
  g_autoptr (GError) error = NULL;

  self->worker = trib_store_worker_new (&error);
  if (self->worker == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    trib_store_push (self, g_steal_pointer (&task), open_job);
}

/**
 * trib_store_open_finish:
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %TRIB_STORE_ERROR_NEWER or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the open store
 */
TribStore *
trib_store_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (TribStore) self = NULL;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  self = TRIB_STORE (g_async_result_get_source_object (result));
  if (trib_store_finish (self, result, trib_store_open_async, error) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * trib_store_get_moved_aside:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): where a corrupt file was moved to when the store was opened:
 *   the person must hear of it, because the accounts in it are not in this store
 */
const char *
trib_store_get_moved_aside (TribStore *self)
{
  g_return_val_if_fail (TRIB_IS_STORE (self), NULL);

  return self->moved_aside;
}

/**
 * trib_store_close_async:
 * @self: a store
 * @cancellable: (nullable): to give up waiting; the store is closed all the same
 * @callback: called when it is done
 * @data: for @callback
 *
 * Ends the thread after what was queued is done. Every later call fails with %G_IO_ERROR_CLOSED.
 */
void
trib_store_close_async (TribStore *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task;

  g_return_if_fail (TRIB_IS_STORE (self));

  task = trib_store_make_task (self, trib_store_request_new (NULL, NULL), trib_store_close_async,
                               cancellable, callback, data);
  trib_store_push (self, task, close_job);
  g_clear_pointer (&self->worker, trib_store_worker_end);
}

/**
 * trib_store_close_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %G_IO_ERROR_CLOSED when it was closed before, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether everything is on the disk and the file is closed
 */
gboolean
trib_store_close_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  return trib_store_finish (self, result, trib_store_close_async, error) != NULL;
}
