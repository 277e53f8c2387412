/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-clock.h"
#include "trib-model-account.h"
#include "trib-model-accounts.h"
#include "trib-store.h"

#include "trib-app-demo.h"

G_BEGIN_DECLS

#define TRIB_APP_TYPE_HOME (trib_app_home_get_type ())

G_DECLARE_FINAL_TYPE (TribAppHome, trib_app_home, TRIB_APP, HOME, GObject)

/* What this computer remembers, opened: the store, the keyring, the accounts. demo is (nullable):
 * with one, the home has the demo's account and no other, in a folder of its own. */
TribAppHome *trib_app_home_new (const char *data_dir,
                                TribStoreKeyring *keyring,
                                TribClock *clock,
                                TribAppDemo *demo) G_GNUC_WARN_UNUSED_RESULT;
const char *trib_app_home_get_data_dir (TribAppHome *self);
TribClock *trib_app_home_get_clock (TribAppHome *self);
TribAppDemo *trib_app_home_get_demo (TribAppHome *self);           /* (nullable) */
TribModelAccounts *trib_app_home_get_accounts (TribAppHome *self); /* (nullable): before open */
gboolean trib_app_home_get_begun_anew (TribAppHome *self);

/* account_name is (nullable): the account used last. NULL without error: there is no account. */
void trib_app_home_open_async (TribAppHome *self,
                               const char *account_name,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
TribModelAccount *trib_app_home_open_finish (TribAppHome *self,
                                             GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
