/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"
#include "trib-model-company.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_COMPANY_PAGE (trib_ui_company_page_get_type ())

G_DECLARE_FINAL_TYPE (TribUiCompanyPage, trib_ui_company_page, TRIB_UI, COMPANY_PAGE, AdwBin)

/* A company: what it can be connected to, and what it is connected to. Properties: "account" and
 * "company" (construct only), "view" ("connect" or "connections"). Actions: page.reload,
 * page.search, company.show-connect, company.show-connections. */
GtkWidget *trib_ui_company_page_new (TribModelAccount *account,
                                     TribModelCompany *company) G_GNUC_WARN_UNUSED_RESULT;
TribModelCompany *trib_ui_company_page_get_company (TribUiCompanyPage *self);
void trib_ui_company_page_show_connect (TribUiCompanyPage *self);
void trib_ui_company_page_show_connections (TribUiCompanyPage *self);
/* platform_key is (nullable): what goes before a sign-in there is shown once it is known. */
void trib_ui_company_page_offer (TribUiCompanyPage *self, const char *platform_key);

G_END_DECLS
