/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TribStoreEnvironment:
 *
 * What is at stake in an account: shown on every page.
 */
typedef enum {
  TRIB_STORE_ENVIRONMENT_LIVE,
  TRIB_STORE_ENVIRONMENT_TEST,
  TRIB_STORE_ENVIRONMENT_DEMO,
} TribStoreEnvironment;

#define TRIB_STORE_TYPE_ACCOUNT (trib_store_account_get_type ())

G_DECLARE_FINAL_TYPE (TribStoreAccount, trib_store_account, TRIB_STORE, ACCOUNT, GObject)

/* An immutable record of an account, without its key. id is a GUID of ours; redirect_template is
 * (nullable). */
TribStoreAccount *
trib_store_account_new (const char *id,
                        const char *name,
                        const char *base_url,
                        const char *redirect_template,
                        TribStoreEnvironment environment) G_GNUC_WARN_UNUSED_RESULT;
const char *trib_store_account_get_id (TribStoreAccount *self);
const char *trib_store_account_get_name (TribStoreAccount *self);
const char *trib_store_account_get_base_url (TribStoreAccount *self);
const char *trib_store_account_get_redirect_template (TribStoreAccount *self);
TribStoreEnvironment trib_store_account_get_environment (TribStoreAccount *self);

G_END_DECLS
