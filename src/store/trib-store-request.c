/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-private.h"

/* The road of every call: a task and its request go to the worker, and the answer comes back. */

TribStoreRequest *
trib_store_request_new (const char *place, const char *name)
{
  TribStoreRequest *request = g_new0 (TribStoreRequest, 1);

  request->place = g_strdup (place);
  request->name = g_strdup (name);
  return request;
}

static void
request_free (TribStoreRequest *request)
{
  g_free (request->place);
  g_free (request->name);
  g_clear_object (&request->account);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_clear_object (&request->record);
  g_clear_object (&request->accounts);
  g_clear_object (&request->records);
  g_free (request->text);
  g_free (request);
}

GTask *
trib_store_make_task (TribStore *self,
                      TribStoreRequest *request,
                      gpointer tag,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  return task;
}

void
trib_store_push (TribStore *self, GTask *task, TribStoreJob job)
{
  g_autoptr (GTask) owned = task;

  if (self->worker != NULL)
    trib_store_worker_push (self->worker, g_steal_pointer (&owned), job);
  else
    g_task_return_new_error (owned, G_IO_ERROR, G_IO_ERROR_CLOSED, "The store is closed");
}

static void
query_job (TribStoreDatabase **database, GTask *task)
{
  TribStoreRequest *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (request->query (*database, request, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
trib_store_ask (TribStore *self,
                TribStoreRequest *request,
                TribStoreQuery query,
                gpointer tag,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer data)
{
  request->query = query;
  trib_store_push (self, trib_store_make_task (self, request, tag, cancellable, callback, data),
                   query_job);
}

TribStoreRequest *
trib_store_finish (TribStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (TRIB_IS_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_task_get_task_data (G_TASK (result));
}
