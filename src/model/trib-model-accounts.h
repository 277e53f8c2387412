/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-model-account.h"
#include "trib-model-list.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_ACCOUNTS (trib_model_accounts_get_type ())

G_DECLARE_FINAL_TYPE (TribModelAccounts, trib_model_accounts, TRIB_MODEL, ACCOUNTS, TribModelList)

/* The accounts that this computer knows: a GListModel of TribStoreAccount. */
TribModelAccounts *trib_model_accounts_new (TribStore *store,
                                            TribStoreKeyring *keyring,
                                            TribClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_accounts_load_async (TribModelAccounts *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
gboolean
trib_model_accounts_load_finish (TribModelAccounts *self, GAsyncResult *result, GError **error);

/* "Check and Add": asks GET /companies?pageSize=1 first, then GET /profile for the redirect
 * template when redirect_template is NULL or empty, saves the key (keyring, or for this session
 * only when there is none), then the record. The key is trimmed and checked before anything is
 * sent. */
void trib_model_accounts_add_async (TribModelAccounts *self,
                                    const char *name,
                                    const char *base_url,
                                    const char *api_key,
                                    const char *redirect_template,
                                    TribStoreEnvironment environment,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
TribModelAccount *trib_model_accounts_add_finish (TribModelAccounts *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a known account into use: its key comes from the keyring. account_id NULL: the one used
 * last. Returns NULL without error when there is none. */
void trib_model_accounts_open_async (TribModelAccounts *self,
                                     const char *account_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
TribModelAccount *trib_model_accounts_open_finish (TribModelAccounts *self,
                                                   GAsyncResult *result,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_accounts_remove_async (TribModelAccounts *self,
                                       const char *account_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
gboolean
trib_model_accounts_remove_finish (TribModelAccounts *self, GAsyncResult *result, GError **error);

G_END_DECLS
