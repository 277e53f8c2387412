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
  g_free (request);
}

void
trib_store_return_boolean (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
trib_store_return_pointer (GTask *task, gpointer value, GDestroyNotify notify, GError *error)
{
  if (value != NULL)
    g_task_return_pointer (task, value, notify);
  else
    g_task_return_error (task, error);
}

void
trib_store_submit (TribStore *self, GTask *task, TribStoreRequest *request, TribStoreJob job)
{
  g_autoptr (GTask) owned = task;

  g_task_set_task_data (owned, request, (GDestroyNotify) request_free);
  if (self->worker != NULL)
    trib_store_worker_push (self->worker, g_steal_pointer (&owned), job);
  else
    g_task_return_new_error (owned, G_IO_ERROR, G_IO_ERROR_CLOSED, "The store is closed");
}

gboolean
trib_store_finish_boolean (TribStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (TRIB_IS_STORE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gpointer
trib_store_finish_pointer (TribStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (TRIB_IS_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
