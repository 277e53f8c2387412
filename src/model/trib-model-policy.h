/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-store.h"

#include "trib-model-platform.h"

G_BEGIN_DECLS

/**
 * TribModelPolicyText:
 * @TRIB_MODEL_POLICY_TEXT_SUPPORT: where help is found: a phone number, a mail or web address
 * @TRIB_MODEL_POLICY_TEXT_TERMS: the web address of the operator's terms
 * @TRIB_MODEL_POLICY_TEXT_PRIVACY: the web address of the operator's privacy policy
 * @TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME: who helps, when it is not the account itself
 *
 * What an operator tells of itself.
 */
typedef enum {
  TRIB_MODEL_POLICY_TEXT_SUPPORT,
  TRIB_MODEL_POLICY_TEXT_TERMS,
  TRIB_MODEL_POLICY_TEXT_PRIVACY,
  TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME,
} TribModelPolicyText;

/**
 * TribModelNotice:
 * @TRIB_MODEL_NOTICE_SYNC: the first sync after a sign-in has ended
 * @TRIB_MODEL_NOTICE_ACCESS: the access of a connection has ended: somebody has to sign in again
 * @TRIB_MODEL_NOTICE_SIGN_IN: a sign-in that was waited for has worked
 * @TRIB_MODEL_NOTICE_LINK: a link that somebody else was given is about to end, unused
 *
 * What is told on the desktop while nobody looks at the window.
 */
typedef enum {
  TRIB_MODEL_NOTICE_SYNC,
  TRIB_MODEL_NOTICE_ACCESS,
  TRIB_MODEL_NOTICE_SIGN_IN,
  TRIB_MODEL_NOTICE_LINK,
} TribModelNotice;

#define TRIB_MODEL_N_NOTICES (TRIB_MODEL_NOTICE_LINK + 1)

#define TRIB_MODEL_TYPE_POLICY (trib_model_policy_get_type ())

G_DECLARE_FINAL_TYPE (TribModelPolicy, trib_model_policy, TRIB_MODEL, POLICY, GObject)

/* What an account asks for and offers before a sign-in; kept by the store. Signal "changed": it was
 * read from the store, or changed. Platforms for trying out are shown from the beginning when
 * shows_sandbox says so. */
TribModelPolicy *trib_model_policy_new (TribStore *store,
                                        const char *account_id,
                                        gboolean shows_sandbox) G_GNUC_WARN_UNUSED_RESULT;
/* Reads the store, once. */
void trib_model_policy_load (TribModelPolicy *self);

/* Whether a text can be told; says why it cannot. */
gboolean trib_model_policy_check_text (TribModelPolicyText which, const char *text, GError **error);
/* NULL when there is none; an address is one of the web. */
char *trib_model_policy_dup_text (TribModelPolicy *self,
                                  TribModelPolicyText which) G_GNUC_WARN_UNUSED_RESULT;
void
trib_model_policy_set_text (TribModelPolicy *self, TribModelPolicyText which, const char *text);
/* Whether a box is to be ticked before a sign-in. */
gboolean trib_model_policy_get_asks_consent (TribModelPolicy *self);
void trib_model_policy_set_asks_consent (TribModelPolicy *self, gboolean asks);
gboolean trib_model_policy_get_shows_sandbox (TribModelPolicy *self);
void trib_model_policy_set_shows_sandbox (TribModelPolicy *self, gboolean shows);
gboolean trib_model_policy_get_required (TribModelPolicy *self, TribModelCategory category);
void trib_model_policy_set_required (TribModelPolicy *self,
                                     TribModelCategory category,
                                     gboolean required);
/* Whether something is told on the desktop. */
gboolean trib_model_policy_get_notifies (TribModelPolicy *self, TribModelNotice notice);
void
trib_model_policy_set_notifies (TribModelPolicy *self, TribModelNotice notice, gboolean notifies);
/* The keys of the only platforms that are offered; empty: all of them. */
char **trib_model_policy_dup_allowed (TribModelPolicy *self) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_policy_set_allowed (TribModelPolicy *self, const char *const *keys);
/* Whether a platform is offered. */
gboolean trib_model_policy_offers (TribModelPolicy *self, TribModelPlatform *platform);

G_END_DECLS
