/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-store-account.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_ENVIRONMENT_BADGE (trib_ui_environment_badge_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiEnvironmentBadge, trib_ui_environment_badge, TRIB_UI, ENVIRONMENT_BADGE, GtkWidget)

/* "Live", "Test" or "Demo": what is at stake on this page. Property: "environment"
 * (TribStoreEnvironment as int; bind it to the account's property of the same name). */
GtkWidget *
trib_ui_environment_badge_new (TribStoreEnvironment environment) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_environment_badge_set_environment (TribUiEnvironmentBadge *self,
                                                TribStoreEnvironment environment);
TribStoreEnvironment trib_ui_environment_badge_get_environment (TribUiEnvironmentBadge *self);

G_END_DECLS
