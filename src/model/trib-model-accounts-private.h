/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-accounts.h"

G_BEGIN_DECLS

struct _TribModelAccounts {
  TribModelList parent_instance;

  TribStore *store;          /* (owned) */
  TribStoreKeyring *keyring; /* (owned) */
  TribStoreKeyring *memory;  /* (owned): for keys that no keyring took */
  TribClock *clock;          /* (owned) */
};

/* Puts a record into the list, in the place of the one with its id. */
void trib_model_accounts_take (TribModelAccounts *self, TribStoreAccount *record);

TribStoreAccount *trib_model_accounts_find (TribModelAccounts *self,
                                            const char *id); /* (nullable), borrowed */
GPtrArray *trib_model_accounts_copy_without (TribModelAccounts *self,
                                             const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
