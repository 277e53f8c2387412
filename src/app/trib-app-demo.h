/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-server.h"
#include "trib-clock.h"
#include "trib-model-account.h"
#include "trib-store.h"

G_BEGIN_DECLS

#define TRIB_APP_TYPE_DEMO (trib_app_demo_get_type ())

G_DECLARE_FINAL_TYPE (TribAppDemo, trib_app_demo, TRIB_APP, DEMO, GObject)

/* The demo: the sandbox inside the program, and the account that speaks to it. */
TribAppDemo *trib_app_demo_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean trib_app_demo_start (TribAppDemo *self, GError **error);
SandboxServer *trib_app_demo_get_server (TribAppDemo *self);
TribStoreAccount *trib_app_demo_make_record (TribAppDemo *self) G_GNUC_WARN_UNUSED_RESULT;
TribModelAccount *trib_app_demo_make_account (TribAppDemo *self,
                                              TribStore *store,
                                              TribClock *clock,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
