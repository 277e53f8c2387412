/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"
#include "trib-model-company.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_CONNECT_PAGE (trib_ui_connect_page_get_type ())

G_DECLARE_FINAL_TYPE (TribUiConnectPage, trib_ui_connect_page, TRIB_UI, CONNECT_PAGE, AdwBin)

/* The platforms that a company can be connected to. Properties (construct only): "account",
 * "company". Actions: "connect.platform" (ss: key, integration id or ""), "connect.search",
 * "connect.reload", "connect.clear-search", "connect.copy-request". */
GtkWidget *trib_ui_connect_page_new (TribModelAccount *account,
                                     TribModelCompany *company) G_GNUC_WARN_UNUSED_RESULT;
/* What the person sees, by name: "loading", "ready", "no-match", "empty", "failed". */
const char *trib_ui_connect_page_get_view (TribUiConnectPage *self);
GtkWindow *trib_ui_connect_page_get_dialog (TribUiConnectPage *self); /* (nullable) */
/* platform_key is (nullable): what goes before a sign-in there is shown once it is known. */
void trib_ui_connect_page_offer (TribUiConnectPage *self, const char *platform_key);

G_END_DECLS
