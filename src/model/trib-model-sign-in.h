/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-link-session.h"

#include "trib-model-account.h"
#include "trib-model-company.h"
#include "trib-model-platform.h"
#include "trib-model-sync.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_SIGN_IN (trib_model_sign_in_get_type ())

G_DECLARE_FINAL_TYPE (TribModelSignIn, trib_model_sign_in, TRIB_MODEL, SIGN_IN, GObject)

/* One sign-in of a company at a platform: it is the TribLinkService of its session. A pending,
 * lapsed or unlinked connection of the same platform is opened again instead of making a second one
 * (G10); a linked accounting connection of another platform is a TRIB_PROBLEM_RULE (G12). When the
 * session ends the company's connections are brought up to date. Properties (read-only, notify):
 * "session" (TribLinkSession), "company", "platform" (nullable), "platform-name", "title" /
 * "sentence" (translated: the result page's words for the outcome), "platform-words" (nullable: the
 * platform's own message, plain text), "details" (nullable: codes and correlation id to copy),
 * "success" (boolean), "can-retry" (boolean), "sync" (TribModelSync, nullable: after success). */
TribModelSignIn *trib_model_sign_in_new (TribModelAccount *account,
                                         TribModelCompany *company,
                                         TribModelPlatform *platform) G_GNUC_WARN_UNUSED_RESULT;
TribModelSignIn *
trib_model_sign_in_new_for_connection (TribModelAccount *account,
                                       TribModelCompany *company,
                                       TribModelConnection *connection) G_GNUC_WARN_UNUSED_RESULT;
TribModelAccount *trib_model_sign_in_get_account (TribModelSignIn *self);
TribLinkSession *trib_model_sign_in_get_session (TribModelSignIn *self);
TribModelCompany *trib_model_sign_in_get_company (TribModelSignIn *self);
TribModelPlatform *trib_model_sign_in_get_platform (TribModelSignIn *self);
/* Whether a page of the sign-in is expected to be there. */
gboolean trib_model_sign_in_knows_host (TribModelSignIn *self, const char *host);
const char *trib_model_sign_in_get_platform_name (TribModelSignIn *self);
const char *trib_model_sign_in_get_title (TribModelSignIn *self);
const char *trib_model_sign_in_get_sentence (TribModelSignIn *self);
const char *trib_model_sign_in_get_platform_words (TribModelSignIn *self);
const char *trib_model_sign_in_get_details (TribModelSignIn *self);
gboolean trib_model_sign_in_get_success (TribModelSignIn *self);
gboolean trib_model_sign_in_get_can_retry (TribModelSignIn *self);
TribModelSync *trib_model_sign_in_get_sync (TribModelSignIn *self);

G_END_DECLS
