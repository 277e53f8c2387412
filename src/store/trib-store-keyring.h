/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-store-account.h"

#include "trib-clock.h"

G_BEGIN_DECLS

#define TRIB_STORE_TYPE_KEYRING (trib_store_keyring_get_type ())

G_DECLARE_INTERFACE (TribStoreKeyring, trib_store_keyring, TRIB_STORE, KEYRING, GObject)

/**
 * TribStoreKeyringInterface:
 *
 * Where the API keys live. Every call ends by itself within 20 seconds.
 */
struct _TribStoreKeyringInterface {
  GTypeInterface parent_iface;

  void (*save_async) (TribStoreKeyring *self,
                      TribStoreAccount *account,
                      const char *key,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data);
  gboolean (*save_finish) (TribStoreKeyring *self, GAsyncResult *result, GError **error);
  void (*lookup_async) (TribStoreKeyring *self,
                        TribStoreAccount *account,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data);
  char *(*lookup_finish) (TribStoreKeyring *self, GAsyncResult *result, GError **error);
  void (*clear_async) (TribStoreKeyring *self,
                       TribStoreAccount *account,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data);
  gboolean (*clear_finish) (TribStoreKeyring *self, GAsyncResult *result, GError **error);
};

void trib_store_keyring_save_async (TribStoreKeyring *self,
                                    TribStoreAccount *account,
                                    const char *key,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
gboolean
trib_store_keyring_save_finish (TribStoreKeyring *self, GAsyncResult *result, GError **error);
void trib_store_keyring_lookup_async (TribStoreKeyring *self,
                                      TribStoreAccount *account,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
/* Free the key with trib_store_key_free(), which wipes it. */
char *trib_store_keyring_lookup_finish (TribStoreKeyring *self,
                                        GAsyncResult *result,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void trib_store_keyring_clear_async (TribStoreKeyring *self,
                                     TribStoreAccount *account,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
gboolean
trib_store_keyring_clear_finish (TribStoreKeyring *self, GAsyncResult *result, GError **error);

void trib_store_key_free (char *key);

/* libsecret: the Secret Service on a desktop, the portal's own file in a Flatpak. */
TribStoreKeyring *trib_store_secret_keyring_new (void) G_GNUC_WARN_UNUSED_RESULT;
TribStoreKeyring *
trib_store_secret_keyring_new_with_clock (TribClock *clock) G_GNUC_WARN_UNUSED_RESULT;
/* For this session only: nothing is written anywhere. */
TribStoreKeyring *trib_store_memory_keyring_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
