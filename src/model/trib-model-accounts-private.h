/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-accounts.h"

G_BEGIN_DECLS

/* For the verbs in trib-model-accounts-add.c. */
TribStore *trib_model_accounts_get_store (TribModelAccounts *self);
TribStoreKeyring *trib_model_accounts_get_keyring (TribModelAccounts *self);
TribStoreKeyring *trib_model_accounts_get_memory (TribModelAccounts *self);
TribClock *trib_model_accounts_get_clock (TribModelAccounts *self);
/* Puts a record into the list, in the place of the one with its id. */
void trib_model_accounts_take (TribModelAccounts *self, TribStoreAccount *record);

G_END_DECLS
