/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"
#include "trib-model-company.h"

#include "trib-ui-before-words.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_BEFORE_DIALOG (trib_ui_before_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TribUiBeforeDialog, trib_ui_before_dialog, TRIB_UI, BEFORE_DIALOG, AdwWindow)

/* Before You Go: what a sign-in at a platform asks for, and what it gives. Actions:
 * "before.continue", "before.use-browser", "before.copy-link", "before.show-connections"; they
 * activate win.sign-in, win.use-browser-sign-in, win.copy-link-sign-in and company.show-connections
 * on the widget that the dialog was opened from; for a connection that is opened again, win.reopen,
 * win.reopen-in-browser and win.copy-link-reopen. */
GtkWidget *trib_ui_before_dialog_new (TribModelAccount *account,
                                      TribModelCompany *company,
                                      TribModelPlatform *platform) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_before_dialog_set_connection (TribUiBeforeDialog *self,
                                           TribModelConnection *connection);
void trib_ui_before_dialog_present (TribUiBeforeDialog *self, GtkWidget *opener);
TribUiBeforeCase trib_ui_before_dialog_get_case (TribUiBeforeDialog *self);

G_END_DECLS
