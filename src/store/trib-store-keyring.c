/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-keyring.h"

#include <libsecret/secret.h>
#include <string.h>

G_DEFINE_INTERFACE (TribStoreKeyring, trib_store_keyring, G_TYPE_OBJECT)

static void
trib_store_keyring_default_init (TribStoreKeyringInterface *iface)
{
}

/**
 * trib_store_keyring_save_async:
 * @self: a keyring
 * @account: whose key it is
 * @key: the API key
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Keeps a key, in place of the one that was kept for the account before.
 */
void
trib_store_keyring_save_async (TribStoreKeyring *self,
                               TribStoreAccount *account,
                               const char *key,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (TRIB_STORE_IS_KEYRING (self));
  g_return_if_fail (TRIB_STORE_IS_ACCOUNT (account));
  g_return_if_fail (key != NULL);

  TRIB_STORE_KEYRING_GET_IFACE (self)->save_async (self, account, key, cancellable, callback, data);
}

/**
 * trib_store_keyring_save_finish:
 * @self: a keyring
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_NO_KEYRING, %TRIB_STORE_ERROR_KEYRING_LOCKED or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the key is kept
 */
gboolean
trib_store_keyring_save_finish (TribStoreKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TRIB_STORE_IS_KEYRING (self), FALSE);

  return TRIB_STORE_KEYRING_GET_IFACE (self)->save_finish (self, result, error);
}

/**
 * trib_store_keyring_lookup_async:
 * @self: a keyring
 * @account: whose key is wanted
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Fetches the key of an account.
 */
void
trib_store_keyring_lookup_async (TribStoreKeyring *self,
                                 TribStoreAccount *account,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_return_if_fail (TRIB_STORE_IS_KEYRING (self));
  g_return_if_fail (TRIB_STORE_IS_ACCOUNT (account));

  TRIB_STORE_KEYRING_GET_IFACE (self)->lookup_async (self, account, cancellable, callback, data);
}

/**
 * trib_store_keyring_lookup_finish:
 * @self: a keyring
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_NO_KEY, %TRIB_STORE_ERROR_NO_KEYRING, %TRIB_STORE_ERROR_KEYRING_LOCKED
 *   or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the key; free it with [func@Trib.store_key_free]
 */
char *
trib_store_keyring_lookup_finish (TribStoreKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TRIB_STORE_IS_KEYRING (self), NULL);

  return TRIB_STORE_KEYRING_GET_IFACE (self)->lookup_finish (self, result, error);
}

/**
 * trib_store_keyring_clear_async:
 * @self: a keyring
 * @account: whose key it is
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Forgets the key of an account. It is no error when there was none.
 */
void
trib_store_keyring_clear_async (TribStoreKeyring *self,
                                TribStoreAccount *account,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_return_if_fail (TRIB_STORE_IS_KEYRING (self));
  g_return_if_fail (TRIB_STORE_IS_ACCOUNT (account));

  TRIB_STORE_KEYRING_GET_IFACE (self)->clear_async (self, account, cancellable, callback, data);
}

/**
 * trib_store_keyring_clear_finish:
 * @self: a keyring
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_NO_KEYRING, %TRIB_STORE_ERROR_KEYRING_LOCKED or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether no key of the account is left
 */
gboolean
trib_store_keyring_clear_finish (TribStoreKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TRIB_STORE_IS_KEYRING (self), FALSE);

  return TRIB_STORE_KEYRING_GET_IFACE (self)->clear_finish (self, result, error);
}

/**
 * trib_store_key_free:
 * @key: (nullable) (transfer full): a key that a keyring gave away
 *
 * Wipes a key and frees it.
 */
void
trib_store_key_free (char *key)
{
  if (key == NULL)
    return;
  explicit_bzero (key, strlen (key));
  /* It knows locked memory from ordinary memory and frees both. */
  secret_password_free (key);
}
