/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-private.h"

#include "trib-store-queries.h"

/* TribStore: the verbs about accounts. */

static gboolean
list_accounts (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  request->accounts = trib_store_query_list_accounts (database, error);
  return request->accounts != NULL;
}

static gboolean
save_account (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  return trib_store_query_save_account (database, request->account, error);
}

static gboolean
remove_account (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  return trib_store_query_remove_account (database, request->place, error);
}

static gboolean
set_account_in_use (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  return trib_store_query_set_account_in_use (database, request->place, error);
}

static gboolean
get_account_in_use (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  request->text = trib_store_query_get_account_in_use (database, error);
  return request->text != NULL;
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
  g_return_if_fail (TRIB_IS_STORE (self));

  trib_store_ask (self, trib_store_request_new (NULL, NULL), list_accounts,
                  trib_store_list_accounts_async, cancellable, callback, data);
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
  TribStoreRequest *request =
      trib_store_finish (self, result, trib_store_list_accounts_async, error);

  return request != NULL ? g_steal_pointer (&request->accounts) : NULL;
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
  TribStoreRequest *request;

  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (TRIB_STORE_IS_ACCOUNT (account));

  request = trib_store_request_new (NULL, NULL);
  request->account = g_object_ref (account);
  trib_store_ask (self, request, save_account, trib_store_save_account_async, cancellable, callback,
                  data);
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
  return trib_store_finish (self, result, trib_store_save_account_async, error) != NULL;
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
  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (account_id != NULL);

  trib_store_ask (self, trib_store_request_new (account_id, NULL), remove_account,
                  trib_store_remove_account_async, cancellable, callback, data);
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
  return trib_store_finish (self, result, trib_store_remove_account_async, error) != NULL;
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
  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (account_id != NULL);

  trib_store_ask (self, trib_store_request_new (account_id, NULL), set_account_in_use,
                  trib_store_set_account_in_use_async, cancellable, callback, data);
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
  return trib_store_finish (self, result, trib_store_set_account_in_use_async, error) != NULL;
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
  g_return_if_fail (TRIB_IS_STORE (self));

  trib_store_ask (self, trib_store_request_new (NULL, NULL), get_account_in_use,
                  trib_store_get_account_in_use_async, cancellable, callback, data);
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
  TribStoreRequest *request =
      trib_store_finish (self, result, trib_store_get_account_in_use_async, error);

  return request != NULL ? g_steal_pointer (&request->text) : NULL;
}
