/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-link.h"
#include "trib-store.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_SIGN_IN_LOG (trib_model_sign_in_log_get_type ())

G_DECLARE_FINAL_TYPE (TribModelSignInLog, trib_model_sign_in_log, TRIB_MODEL, SIGN_IN_LOG, GObject)

/* What happened in the sign-ins of an account on this computer, kept by the store. Signal "changed"
 * (run-last): something happened, or was read from the store. */
TribModelSignInLog *trib_model_sign_in_log_new (TribStore *store, /* (nullable) */
                                                const char *account_id) G_GNUC_WARN_UNUSED_RESULT;
/* Reads the store, once. */
void trib_model_sign_in_log_load (TribModelSignInLog *self);
/* Keeps what has happened so far in place of what was kept of the same sign-in. */
void trib_model_sign_in_log_keep (TribModelSignInLog *self,
                                  const char *connection_id,
                                  TribLinkHistory *history);
/* (element-type TribLinkHistory): the newest first. */
GPtrArray *trib_model_sign_in_log_list (TribModelSignInLog *self,
                                        const char *connection_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
