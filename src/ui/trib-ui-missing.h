/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_MISSING (trib_ui_missing_get_type ())

G_DECLARE_FINAL_TYPE (TribUiMissing, trib_ui_missing, TRIB_UI, MISSING, AdwBin)

/* The ways on for somebody whose platform is not in the list. Actions: "missing.copy-request",
 * "missing.ask". */
void trib_ui_missing_set_account (TribUiMissing *self, TribModelAccount *account);
/* What a request says: who asks, and what was searched for. */
void trib_ui_missing_set_request (TribUiMissing *self, const char *company, const char *search);
/* Where the request is sent; NULL while nobody is named who can be reached. */
char *trib_ui_missing_dup_uri (TribUiMissing *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
