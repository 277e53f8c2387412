/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-keyring.h"

#include "trib-store-error.h"

/* TribStoreMemoryKeyring: keys for this session only, wiped when they are forgotten.
 * Owned by the application where there is no keyring service, or in the demo.
 * Main thread only.
 */
#define TRIB_STORE_TYPE_MEMORY_KEYRING (trib_store_memory_keyring_get_type ())

G_DECLARE_FINAL_TYPE (
    TribStoreMemoryKeyring, trib_store_memory_keyring, TRIB_STORE, MEMORY_KEYRING, GObject)

struct _TribStoreMemoryKeyring {
  GObject parent_instance;

  GHashTable *keys; /* (owned) account id → key */
};

static void trib_store_memory_keyring_iface_init (TribStoreKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TribStoreMemoryKeyring,
                               trib_store_memory_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRIB_STORE_TYPE_KEYRING,
                                                      trib_store_memory_keyring_iface_init))

static void
trib_store_memory_keyring_save_async (TribStoreKeyring *keyring,
                                      TribStoreAccount *account,
                                      const char *key,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  TribStoreMemoryKeyring *self = TRIB_STORE_MEMORY_KEYRING (keyring);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, trib_store_memory_keyring_save_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  g_hash_table_replace (self->keys, g_strdup (trib_store_account_get_id (account)), g_strdup (key));
  g_task_return_boolean (task, TRUE);
}

static gboolean
trib_store_memory_keyring_save_finish (TribStoreKeyring *keyring,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, keyring), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
trib_store_memory_keyring_lookup_async (TribStoreKeyring *keyring,
                                        TribStoreAccount *account,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data)
{
  TribStoreMemoryKeyring *self = TRIB_STORE_MEMORY_KEYRING (keyring);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  const char *key;

  g_task_set_source_tag (task, trib_store_memory_keyring_lookup_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  key = g_hash_table_lookup (self->keys, trib_store_account_get_id (account));
  if (key != NULL)
    g_task_return_pointer (task, g_strdup (key), (GDestroyNotify) trib_store_key_free);
  else
    g_task_return_new_error (task, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEY,
                             "There is no key of this account");
}

static char *
trib_store_memory_keyring_lookup_finish (TribStoreKeyring *keyring,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, keyring), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
trib_store_memory_keyring_clear_async (TribStoreKeyring *keyring,
                                       TribStoreAccount *account,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data)
{
  TribStoreMemoryKeyring *self = TRIB_STORE_MEMORY_KEYRING (keyring);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, trib_store_memory_keyring_clear_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  g_hash_table_remove (self->keys, trib_store_account_get_id (account));
  g_task_return_boolean (task, TRUE);
}

static void
trib_store_memory_keyring_iface_init (TribStoreKeyringInterface *iface)
{
  iface->save_async = trib_store_memory_keyring_save_async;
  iface->save_finish = trib_store_memory_keyring_save_finish;
  iface->lookup_async = trib_store_memory_keyring_lookup_async;
  iface->lookup_finish = trib_store_memory_keyring_lookup_finish;
  iface->clear_async = trib_store_memory_keyring_clear_async;
  iface->clear_finish = trib_store_memory_keyring_save_finish;
}

static void
trib_store_memory_keyring_finalize (GObject *object)
{
  g_hash_table_unref (TRIB_STORE_MEMORY_KEYRING (object)->keys);
  G_OBJECT_CLASS (trib_store_memory_keyring_parent_class)->finalize (object);
}

static void
trib_store_memory_keyring_class_init (TribStoreMemoryKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_store_memory_keyring_finalize;
}

static void
trib_store_memory_keyring_init (TribStoreMemoryKeyring *self)
{
  self->keys =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) trib_store_key_free);
}

/**
 * trib_store_memory_keyring_new:
 *
 * Makes a keyring that forgets everything when it goes: nothing is written anywhere.
 *
 * Returns: (transfer full): a keyring
 */
TribStoreKeyring *
trib_store_memory_keyring_new (void)
{
  return g_object_new (TRIB_STORE_TYPE_MEMORY_KEYRING, NULL);
}
