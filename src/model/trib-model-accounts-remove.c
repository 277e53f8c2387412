/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-accounts.h"

#include "trib-model-accounts-private.h"

/* Forgetting an account: a part of the class in trib-model-accounts.c. */

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!trib_store_remove_account_finish (TRIB_STORE (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  trib_model_list_take_items (TRIB_MODEL_LIST (self),
                              trib_model_accounts_copy_without (self, g_task_get_task_data (task)));
  g_task_return_boolean (task, TRUE);
}

static void
key_cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *self = g_task_get_source_object (task);
  const char *id = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  /* The key goes first: an account without one can still be seen and removed again. */
  if (!trib_store_keyring_clear_finish (TRIB_STORE_KEYRING (source), result, &error) &&
      !g_error_matches (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    trib_store_remove_account_async (self->store, id, cancellable, removed_cb,
                                     g_steal_pointer (&task));
}

/**
 * trib_model_accounts_remove_async:
 * @self: the accounts
 * @account_id: an account
 * @cancellable: (nullable): to give up
 * @callback: called when it is forgotten
 * @data: for @callback
 *
 * Forgets the account and its key. Nothing is changed at the server.
 */
void
trib_model_accounts_remove_async (TribModelAccounts *self,
                                  const char *account_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  TribStoreAccount *record;
  GTask *task;

  g_return_if_fail (TRIB_MODEL_IS_ACCOUNTS (self));
  g_return_if_fail (account_id != NULL);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_model_accounts_remove_async);
  g_task_set_task_data (task, g_strdup (account_id), g_free);
  record = trib_model_accounts_find (self, account_id);
  if (record == NULL) {
    trib_store_remove_account_async (self->store, account_id, cancellable, removed_cb, task);
    return;
  }
  trib_store_keyring_clear_async (self->memory, record, NULL, NULL, NULL);
  trib_store_keyring_clear_async (self->keyring, record, cancellable, key_cleared_cb, task);
}

/**
 * trib_model_accounts_remove_finish:
 * @self: the accounts
 * @result: what the callback got
 * @error: why it is still there: an error of the store, or of a keyring that keeps its key
 *
 * Returns: whether it is forgotten
 */
gboolean
trib_model_accounts_remove_finish (TribModelAccounts *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
