/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-store-account.h"

#include <libsecret/secret.h>

G_BEGIN_DECLS

extern const SecretSchema trib_store_secret_schema;

GHashTable *trib_store_secret_attributes_new_for_account (TribStoreAccount *account);
GHashTable *trib_store_secret_attributes_new_for_server (TribStoreAccount *account);
GHashTable *trib_store_secret_attributes_new_for_key (TribStoreAccount *account);
GHashTable *trib_store_secret_attributes_new_for_stale (TribStoreAccount *account, GList *items);

G_END_DECLS
