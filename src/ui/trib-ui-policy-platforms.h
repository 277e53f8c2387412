/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_POLICY_PLATFORMS (trib_ui_policy_platforms_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiPolicyPlatforms, trib_ui_policy_platforms, TRIB_UI, POLICY_PLATFORMS, AdwBin)

/* The only platforms that people can choose, or all of them: a switch, and a box for each. */
void trib_ui_policy_platforms_set_account (TribUiPolicyPlatforms *self, TribModelAccount *account);

G_END_DECLS
