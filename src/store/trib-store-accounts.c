/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-private.h"

#include "trib-store-queries.h"

/* TribStore: the verbs about accounts. */

static void
list_accounts_job (TribStoreDatabase **database, GTask *task)
{
  g_autoptr (GError) error = NULL;
  GListModel *accounts;

  if (g_task_return_error_if_cancelled (task))
    return;
  accounts = trib_store_query_list_accounts (*database, &error);
  trib_store_return_pointer (task, accounts, g_object_unref, g_steal_pointer (&error));
}

static void
save_account_job (TribStoreDatabase **database, GTask *task)
{
  TribStoreRequest *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (g_task_return_error_if_cancelled (task))
    return;
  done = trib_store_query_save_account (*database, request->account, &error);
  trib_store_return_boolean (task, done, g_steal_pointer (&error));
}

static void
remove_account_job (TribStoreDatabase **database, GTask *task)
{
  TribStoreRequest *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (g_task_return_error_if_cancelled (task))
    return;
  done = trib_store_query_remove_account (*database, request->place, &error);
  trib_store_return_boolean (task, done, g_steal_pointer (&error));
}

static void
set_account_in_use_job (TribStoreDatabase **database, GTask *task)
{
  TribStoreRequest *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (g_task_return_error_if_cancelled (task))
    return;
  done = trib_store_query_set_account_in_use (*database, request->place, &error);
  trib_store_return_boolean (task, done, g_steal_pointer (&error));
}

static void
get_account_in_use_job (TribStoreDatabase **database, GTask *task)
{
  g_autoptr (GError) error = NULL;
  char *account_id;

  if (g_task_return_error_if_cancelled (task))
    return;
  account_id = trib_store_query_get_account_in_use (*database, &error);
  trib_store_return_pointer (task, account_id, g_free, g_steal_pointer (&error));
}

/**
 * trib_store_list_accounts_async:
 * @self: a store
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Lists the accounts that are remembered.
 */
void
trib_store_list_accounts_async (TribStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  GTask *task;

  g_return_if_fail (TRIB_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_store_list_accounts_async);
  trib_store_submit (self, task, trib_store_request_new (NULL, NULL), list_accounts_job);
}

/**
 * trib_store_list_accounts_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %G_IO_ERROR_CLOSED or
 * %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): a list of #TribStoreAccount, by name
 */
GListModel *
trib_store_list_accounts_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  return trib_store_finish_pointer (self, result, trib_store_list_accounts_async, error);
}

/**
 * trib_store_save_account_async:
 * @self: a store
 * @account: what to remember
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Remembers an account, in place of the one with the same id.
 */
void
trib_store_save_account_async (TribStore *self,
                               TribStoreAccount *account,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  GTask *task;
  TribStoreRequest *request;

  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (TRIB_STORE_IS_ACCOUNT (account));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_store_save_account_async);
  request = trib_store_request_new (NULL, NULL);
  request->account = g_object_ref (account);
  trib_store_submit (self, task, request, save_account_job);
}

/**
 * trib_store_save_account_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %G_IO_ERROR_CLOSED or
 * %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is on the disk
 */
gboolean
trib_store_save_account_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  return trib_store_finish_boolean (self, result, trib_store_save_account_async, error);
}

/**
 * trib_store_remove_account_async:
 * @self: a store
 * @account_id: the id of an account
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Forgets an account and all that was remembered for it. Its key is the keyring's business.
 */
void
trib_store_remove_account_async (TribStore *self,
                                 const char *account_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  GTask *task;

  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (account_id != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_store_remove_account_async);
  trib_store_submit (self, task, trib_store_request_new (account_id, NULL), remove_account_job);
}

/**
 * trib_store_remove_account_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %G_IO_ERROR_CLOSED or
 * %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is forgotten
 */
gboolean
trib_store_remove_account_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  return trib_store_finish_boolean (self, result, trib_store_remove_account_async, error);
}

/**
 * trib_store_set_account_in_use_async:
 * @self: a store
 * @account_id: the id of an account, "" for none
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Remembers which account is in use.
 */
void
trib_store_set_account_in_use_async (TribStore *self,
                                     const char *account_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  GTask *task;

  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (account_id != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_store_set_account_in_use_async);
  trib_store_submit (self, task, trib_store_request_new (account_id, NULL), set_account_in_use_job);
}

/**
 * trib_store_set_account_in_use_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %G_IO_ERROR_CLOSED or
 * %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is on the disk
 */
gboolean
trib_store_set_account_in_use_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  return trib_store_finish_boolean (self, result, trib_store_set_account_in_use_async, error);
}

/**
 * trib_store_get_account_in_use_async:
 * @self: a store
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Fetches which account was in use last.
 */
void
trib_store_get_account_in_use_async (TribStore *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  GTask *task;

  g_return_if_fail (TRIB_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_store_get_account_in_use_async);
  trib_store_submit (self, task, trib_store_request_new (NULL, NULL), get_account_in_use_job);
}

/**
 * trib_store_get_account_in_use_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %G_IO_ERROR_CLOSED or
 * %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): its id, "" when there is none
 */
char *
trib_store_get_account_in_use_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  return trib_store_finish_pointer (self, result, trib_store_get_account_in_use_async, error);
}
