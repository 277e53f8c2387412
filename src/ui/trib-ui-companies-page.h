/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_COMPANIES_PAGE (trib_ui_companies_page_get_type ())

G_DECLARE_FINAL_TYPE (TribUiCompaniesPage, trib_ui_companies_page, TRIB_UI, COMPANIES_PAGE, AdwBin)

/* The companies of an account. Property: "account" (TribModelAccount, construct-only). Actions:
 * "page.reload", "page.search", "page.clear-search", "page.copy-id" (s). It activates
 * win.open-company and win.new-company. */
GtkWidget *trib_ui_companies_page_new (TribModelAccount *account) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
