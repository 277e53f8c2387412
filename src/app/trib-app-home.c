/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-home.h"

#include <glib/gi18n.h>

/* What this computer remembers, opened step by step: store, accounts, the account in use. The
 * window owns it; it lives on the main thread, the store works in a thread of its own. */

struct _TribAppHome {
  GObject parent_instance;

  char *data_dir;              /* (owned) */
  TribStoreKeyring *keyring;   /* (owned) */
  TribClock *clock;            /* (owned) */
  TribAppDemo *demo;           /* (owned) (nullable) */
  TribStore *store;            /* (owned) (nullable): before it is opened */
  TribModelAccounts *accounts; /* (owned) (nullable): before the store is opened */
};

G_DEFINE_FINAL_TYPE (TribAppHome, trib_app_home, G_TYPE_OBJECT)

static void
return_demo_account (GTask *task)
{
  TribAppHome *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  TribModelAccount *account =
      trib_app_demo_make_account (self->demo, self->store, self->clock, &error);

  if (account == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, account, g_object_unref);
}

static char *
find_account_id (GListModel *accounts, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++) {
    g_autoptr (TribStoreAccount) record = g_list_model_get_item (accounts, i);

    if (g_strcmp0 (trib_store_account_get_name (record), name) == 0 ||
        g_strcmp0 (trib_store_account_get_id (record), name) == 0)
      return g_strdup (trib_store_account_get_id (record));
  }
  return NULL;
}

static void
account_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  TribModelAccount *account =
      trib_model_accounts_open_finish (TRIB_MODEL_ACCOUNTS (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, account, g_object_unref);
}

static void
accounts_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *accounts = TRIB_MODEL_ACCOUNTS (source);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const char *name = g_task_get_task_data (task);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (!trib_model_accounts_load_finish (accounts, result, &error)) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  if (name != NULL) {
    id = find_account_id (G_LIST_MODEL (accounts), name);
    if (id == NULL) {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               /* Translators: %s is the name of an account, typed by a person. */
                               _ ("There is no account named “%s” on this computer."), name);
      return;
    }
  }
  trib_model_accounts_open_async (accounts, id, cancellable, account_opened_cb,
                                  g_steal_pointer (&task));
}

static void
record_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (!trib_store_save_account_finish (TRIB_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    return_demo_account (task);
}

static void
go_on_with_store (GTask *task) /* (transfer full) */
{
  TribAppHome *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (self->accounts == NULL)
    self->accounts = trib_model_accounts_new (self->store, self->keyring, self->clock);
  if (self->demo != NULL) {
    g_autoptr (TribStoreAccount) record = trib_app_demo_make_record (self->demo);

    trib_store_save_account_async (self->store, record, cancellable, record_saved_cb, task);
  } else {
    trib_model_accounts_load_async (self->accounts, cancellable, accounts_loaded_cb, task);
  }
}

static void
store_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribAppHome *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (TribStore) store = trib_store_open_finish (result, &error);

  if (store == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  g_set_object (&self->store, store);
  go_on_with_store (g_steal_pointer (&task));
}

static void
trib_app_home_dispose (GObject *object)
{
  TribAppHome *self = TRIB_APP_HOME (object);

  g_clear_object (&self->accounts);
  g_clear_object (&self->store);
  g_clear_object (&self->demo);
  g_clear_object (&self->keyring);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (trib_app_home_parent_class)->dispose (object);
}

static void
trib_app_home_finalize (GObject *object)
{
  g_free (TRIB_APP_HOME (object)->data_dir);
  G_OBJECT_CLASS (trib_app_home_parent_class)->finalize (object);
}

static void
trib_app_home_class_init (TribAppHomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trib_app_home_dispose;
  object_class->finalize = trib_app_home_finalize;
}

static void
trib_app_home_init (TribAppHome *self)
{
}

/**
 * trib_app_home_new:
 * @data_dir: the folder for everything that is written
 * @keyring: where the keys live
 * @clock: a clock
 * @demo: (nullable): the demo, for a home that has its account only
 *
 * Returns: (transfer full): a home that is not opened
 */
TribAppHome *
trib_app_home_new (const char *data_dir,
                   TribStoreKeyring *keyring,
                   TribClock *clock,
                   TribAppDemo *demo)
{
  TribAppHome *self;

  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (TRIB_STORE_IS_KEYRING (keyring), NULL);
  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (demo == NULL || TRIB_APP_IS_DEMO (demo), NULL);

  self = g_object_new (TRIB_APP_TYPE_HOME, NULL);
  self->data_dir = g_strdup (data_dir);
  self->keyring = g_object_ref (keyring);
  self->clock = g_object_ref (clock);
  g_set_object (&self->demo, demo);
  return self;
}

/**
 * trib_app_home_get_data_dir:
 * @self: a home
 *
 * Returns: (transfer none): the folder for everything that is written
 */
const char *
trib_app_home_get_data_dir (TribAppHome *self)
{
  g_return_val_if_fail (TRIB_APP_IS_HOME (self), NULL);
  return self->data_dir;
}

/**
 * trib_app_home_get_clock:
 * @self: a home
 *
 * Returns: (transfer none): its clock
 */
TribClock *
trib_app_home_get_clock (TribAppHome *self)
{
  g_return_val_if_fail (TRIB_APP_IS_HOME (self), NULL);
  return self->clock;
}

/**
 * trib_app_home_get_demo:
 * @self: a home
 *
 * Returns: (nullable) (transfer none): the demo, when this is its home
 */
TribAppDemo *
trib_app_home_get_demo (TribAppHome *self)
{
  g_return_val_if_fail (TRIB_APP_IS_HOME (self), NULL);
  return self->demo;
}

/**
 * trib_app_home_get_accounts:
 * @self: a home
 *
 * Returns: (nullable) (transfer none): the accounts, once the store is open
 */
TribModelAccounts *
trib_app_home_get_accounts (TribAppHome *self)
{
  g_return_val_if_fail (TRIB_APP_IS_HOME (self), NULL);
  return self->accounts;
}

/**
 * trib_app_home_get_begun_anew:
 * @self: a home that is open
 *
 * Returns: whether the file of it was corrupt and was set aside: the accounts in it are not here
 */
gboolean
trib_app_home_get_begun_anew (TribAppHome *self)
{
  g_return_val_if_fail (TRIB_APP_IS_HOME (self), FALSE);
  return self->store != NULL && trib_store_get_moved_aside (self->store) != NULL;
}

/**
 * trib_app_home_open_async:
 * @self: a home
 * @account_name: (nullable): the account to take into use, by its name or its id, or %NULL for the
 *   one used last
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Opens the store and an account. It may be called again after a failure.
 */
void
trib_app_home_open_async (TribAppHome *self,
                          const char *account_name,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRIB_APP_IS_HOME (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_app_home_open_async);
  g_task_set_task_data (task, g_strdup (account_name), g_free);
  if (self->demo != NULL && !trib_app_demo_start (self->demo, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->store != NULL)
    go_on_with_store (g_steal_pointer (&task));
  else
    trib_store_open_async (self->data_dir, cancellable, store_opened_cb, g_steal_pointer (&task));
}

/**
 * trib_app_home_open_finish:
 * @self: a home
 * @result: the result
 * @error: where to put a `TRIB_STORE_ERROR`, a `CODAT_ERROR` or a `G_IO_ERROR`
 *
 * Returns: (nullable) (transfer full): the account in use, or %NULL, without error when there is
 * none
 */
TribModelAccount *
trib_app_home_open_finish (TribAppHome *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TRIB_APP_IS_HOME (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
