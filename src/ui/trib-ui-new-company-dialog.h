/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-companies.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_NEW_COMPANY_DIALOG (trib_ui_new_company_dialog_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiNewCompanyDialog, trib_ui_new_company_dialog, TRIB_UI, NEW_COMPANY_DIALOG, AdwWindow)

/* Makes a company, unless there is one already. Property: "companies" (TribModelCompanies,
 * construct-only), "existing" (read-only, nullable: the one that was found). Signal: "created"
 * (TribModelCompany); the dialog closes itself afterwards. "Open That One" activates
 * win.open-company at the window that it stands over, and closes. Actions: "company.create",
 * "company.open-existing", "company.cancel". */
TribUiNewCompanyDialog *trib_ui_new_company_dialog_new (TribModelCompanies *companies,
                                                        GtkWindow *parent);
TribModelCompany *
trib_ui_new_company_dialog_get_existing (TribUiNewCompanyDialog *self); /* (nullable) */

G_END_DECLS
