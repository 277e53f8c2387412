/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-accounts.h"

#include "trib-model-accounts-private.h"

/* The accounts that this computer knows. Owned by the application.
 * Main thread only. Adding and removing are in trib-model-accounts-add.c and
 * trib-model-accounts-remove.c.
 */
G_DEFINE_FINAL_TYPE (TribModelAccounts, trib_model_accounts, TRIB_MODEL_TYPE_LIST)

static int
compare (gconstpointer a, gconstpointer b)
{
  TribStoreAccount *one = *(TribStoreAccount *const *) a;
  TribStoreAccount *other = *(TribStoreAccount *const *) b;
  int order =
      g_utf8_collate (trib_store_account_get_name (one), trib_store_account_get_name (other));

  if (order != 0)
    return order;
  return g_strcmp0 (trib_store_account_get_id (one), trib_store_account_get_id (other));
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GListModel) list =
      trib_store_list_accounts_finish (TRIB_STORE (source), result, &error);
  GPtrArray *items;
  guint n;

  if (list == NULL) {
    g_task_return_error (task, error);
    return;
  }
  items = g_ptr_array_new_with_free_func (g_object_unref);
  n = g_list_model_get_n_items (list);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));
  g_ptr_array_sort (items, compare);
  trib_model_list_take_items (TRIB_MODEL_LIST (self), items);
  g_task_return_boolean (task, TRUE);
}

/* Opening: the id, the record, the key, the client. */
typedef struct {
  char *id;                 /* (owned) (nullable) */
  TribStoreAccount *record; /* (owned) (nullable) */
  gboolean session_only;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->id);
  g_clear_object (&opening->record);
  g_free (opening);
}

static void
ignore_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Which account was used last is a comfort, not a promise. */
  if (!trib_store_set_account_in_use_finish (TRIB_STORE (source), result, &error))
    g_info ("The account in use was not remembered: %s", error->message);
}

static void
open_with_key (GTask *task, const char *key)
{
  TribModelAccounts *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (CodatAuthorizer) authorizer = codat_authorizer_new (key, &error);
  g_autoptr (CodatClient) client = NULL;

  if (authorizer != NULL)
    client =
        codat_client_new (trib_store_account_get_base_url (opening->record), authorizer, &error);
  if (client == NULL) {
    g_task_return_error (task, error);
    return;
  }
  trib_store_set_account_in_use_async (self->store, trib_store_account_get_id (opening->record),
                                       NULL, ignore_cb, NULL);
  g_task_return_pointer (task,
                         trib_model_account_new (opening->record, client, self->store, self->clock,
                                                 opening->session_only),
                         g_object_unref);
}

static void
keyring_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  char *key = trib_store_keyring_lookup_finish (TRIB_STORE_KEYRING (source), result, &error);

  if (key == NULL)
    g_task_return_error (task, error);
  else
    open_with_key (task, key);
  trib_store_key_free (key);
}

static void
memory_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  char *key = trib_store_keyring_lookup_finish (TRIB_STORE_KEYRING (source), result, NULL);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (key == NULL) {
    trib_store_keyring_lookup_async (self->keyring, opening->record, cancellable, keyring_cb,
                                     g_steal_pointer (&task));
    return;
  }
  opening->session_only = TRUE;
  open_with_key (task, key);
  trib_store_key_free (key);
}

static void
open_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *self = TRIB_MODEL_ACCOUNTS (source);
  Opening *opening = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (!trib_model_accounts_load_finish (self, result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  g_set_object (&opening->record, trib_model_accounts_find (self, opening->id));
  if (opening->record == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    trib_store_keyring_lookup_async (self->memory, opening->record, cancellable, memory_cb,
                                     g_steal_pointer (&task));
}

static void
in_use_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  opening->id = trib_store_get_account_in_use_finish (TRIB_STORE (source), result, &error);
  if (opening->id == NULL)
    g_task_return_error (task, error);
  else
    trib_model_accounts_load_async (self, cancellable, open_loaded_cb, g_steal_pointer (&task));
}

static void
trib_model_accounts_finalize (GObject *object)
{
  TribModelAccounts *self = TRIB_MODEL_ACCOUNTS (object);

  g_clear_object (&self->store);
  g_clear_object (&self->keyring);
  g_clear_object (&self->memory);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (trib_model_accounts_parent_class)->finalize (object);
}

static void
trib_model_accounts_class_init (TribModelAccountsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_model_accounts_finalize;
  TRIB_MODEL_LIST_CLASS (klass)->item_type = TRIB_STORE_TYPE_ACCOUNT;
}

static void
trib_model_accounts_init (TribModelAccounts *self)
{
  self->memory = trib_store_memory_keyring_new ();
}

TribStoreAccount *
trib_model_accounts_find (TribModelAccounts *self, const char *id)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  for (guint i = 0; i < items->len; i++) {
    TribStoreAccount *record = g_ptr_array_index (items, i);

    if (g_strcmp0 (trib_store_account_get_id (record), id) == 0)
      return record;
  }
  return NULL;
}

GPtrArray *
trib_model_accounts_copy_without (TribModelAccounts *self, const char *id)
{
  GPtrArray *items = trib_model_list_copy_items (TRIB_MODEL_LIST (self));
  TribStoreAccount *record = trib_model_accounts_find (self, id);

  if (record != NULL)
    g_ptr_array_remove (items, record);
  return items;
}

void
trib_model_accounts_take (TribModelAccounts *self, TribStoreAccount *record)
{
  GPtrArray *items = trib_model_accounts_copy_without (self, trib_store_account_get_id (record));

  g_ptr_array_add (items, g_object_ref (record));
  g_ptr_array_sort (items, compare);
  trib_model_list_take_items (TRIB_MODEL_LIST (self), items);
}

/**
 * trib_model_accounts_new:
 * @store: remembers the accounts
 * @keyring: keeps their keys
 * @clock: tells the time
 *
 * Returns: (transfer full): a list that is not loaded yet
 */
TribModelAccounts *
trib_model_accounts_new (TribStore *store, TribStoreKeyring *keyring, TribClock *clock)
{
  TribModelAccounts *self;

  g_return_val_if_fail (TRIB_IS_STORE (store), NULL);
  g_return_val_if_fail (TRIB_STORE_IS_KEYRING (keyring), NULL);
  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  self = g_object_new (TRIB_MODEL_TYPE_ACCOUNTS, NULL);
  self->store = g_object_ref (store);
  self->keyring = g_object_ref (keyring);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * trib_model_accounts_load_async:
 * @self: the accounts
 * @cancellable: (nullable): to give up
 * @callback: called when the list is there
 * @data: for @callback
 */
void
trib_model_accounts_load_async (TribModelAccounts *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  GTask *task;

  g_return_if_fail (TRIB_MODEL_IS_ACCOUNTS (self));
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_model_accounts_load_async);
  trib_store_list_accounts_async (self->store, cancellable, load_cb, task);
}

/**
 * trib_model_accounts_load_finish:
 * @self: the accounts
 * @result: what the callback got
 * @error: why they could not be read: an error of the store
 *
 * Returns: whether the list is there
 */
gboolean
trib_model_accounts_load_finish (TribModelAccounts *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * trib_model_accounts_open_async:
 * @self: the accounts
 * @account_id: (nullable): an account, or %NULL for the one used last
 * @cancellable: (nullable): to give up
 * @callback: called when it is open
 * @data: for @callback
 */
void
trib_model_accounts_open_async (TribModelAccounts *self,
                                const char *account_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  GTask *task;
  Opening *opening;

  g_return_if_fail (TRIB_MODEL_IS_ACCOUNTS (self));
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_model_accounts_open_async);
  opening = g_new0 (Opening, 1);
  opening->id = g_strdup (account_id);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  if (account_id != NULL)
    trib_model_accounts_load_async (self, cancellable, open_loaded_cb, task);
  else
    trib_store_get_account_in_use_async (self->store, cancellable, in_use_cb, task);
}

/**
 * trib_model_accounts_open_finish:
 * @self: the accounts
 * @result: what the callback got
 * @error: why it could not be opened: an error of the store or of the client
 *
 * Returns: (transfer full) (nullable): the account; %NULL without @error set when there is none
 */
TribModelAccount *
trib_model_accounts_open_finish (TribModelAccounts *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
