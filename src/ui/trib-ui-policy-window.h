/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_POLICY_WINDOW (trib_ui_policy_window_get_type ())

G_DECLARE_FINAL_TYPE (TribUiPolicyWindow, trib_ui_policy_window, TRIB_UI, POLICY_WINDOW, AdwWindow)

/* What people are asked before a sign-in, what they are told, and which platforms they can choose;
 * everything is kept as soon as it can be. Property: "account" (construct only). */
TribUiPolicyWindow *trib_ui_policy_window_new (TribModelAccount *account,
                                               GtkWindow *parent); /* (nullable) */

G_END_DECLS
