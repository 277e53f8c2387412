/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-accounts.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_ADD_ACCOUNT_DIALOG (trib_ui_add_account_dialog_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiAddAccountDialog, trib_ui_add_account_dialog, TRIB_UI, ADD_ACCOUNT_DIALOG, AdwWindow)

/* Asks for an account's key and checks it before it is kept. Property: "accounts"
 * (TribModelAccounts, construct-only). Signal: "added" (TribModelAccount); the dialog closes itself
 * afterwards, after saying so when the key is kept for this session only. Actions: "account.check",
 * "account.cancel". */
TribUiAddAccountDialog *trib_ui_add_account_dialog_new (TribModelAccounts *accounts,
                                                        GtkWindow *parent);

G_END_DECLS
