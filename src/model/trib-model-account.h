/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-client.h"
#include "trib-clock.h"
#include "trib-link-redirect.h"
#include "trib-store.h"

#include "trib-model-companies.h"
#include "trib-model-consent.h"
#include "trib-model-journal.h"
#include "trib-model-notes.h"
#include "trib-model-platforms.h"
#include "trib-model-policy.h"
#include "trib-model-watch.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_ACCOUNT (trib_model_account_get_type ())

G_DECLARE_FINAL_TYPE (TribModelAccount, trib_model_account, TRIB_MODEL, ACCOUNT, GObject)

/* An account in use: its record, its client, and the lists that hang on it.
 * Properties (read-only): "name", "environment" (TribStoreEnvironment as int), "environment-name"
 * (translated: "Live", "Test", "Demo"), "base-url", "companies" (TribModelCompanies), "platforms"
 * (TribModelPlatforms), "session-only" (boolean: the key is not in a keyring). */
TribModelAccount *trib_model_account_new (TribStoreAccount *record,
                                          CodatClient *client,
                                          TribStore *store,
                                          TribClock *clock,
                                          gboolean session_only) G_GNUC_WARN_UNUSED_RESULT;
TribStoreAccount *trib_model_account_get_record (TribModelAccount *self);
CodatClient *trib_model_account_get_client (TribModelAccount *self);
TribClock *trib_model_account_get_clock (TribModelAccount *self);
TribModelWatch *trib_model_account_get_watch (TribModelAccount *self);
TribLinkRedirect *trib_model_account_get_redirect (TribModelAccount *self); /* (nullable) */
const char *trib_model_account_get_name (TribModelAccount *self);
TribModelCompanies *trib_model_account_get_companies (TribModelAccount *self);
TribModelJournal *trib_model_account_get_journal (TribModelAccount *self);
TribModelPlatforms *trib_model_account_get_platforms (TribModelAccount *self);
TribModelNotes *trib_model_account_get_notes (TribModelAccount *self);
TribModelPolicy *trib_model_account_get_policy (TribModelAccount *self);
TribModelConsents *trib_model_account_get_consents (TribModelAccount *self);
gboolean trib_model_account_get_is_demo (TribModelAccount *self);

G_END_DECLS
