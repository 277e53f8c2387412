/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-company.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_COMPANY_ROW (trib_ui_company_row_get_type ())

G_DECLARE_FINAL_TYPE (TribUiCompanyRow, trib_ui_company_row, TRIB_UI, COMPANY_ROW, GtkWidget)

/* One company in the list: in columns, or in lines where there is no room for them. Property:
 * "company" (TribModelCompany, nullable). Actions: "company.open" (activates win.open-company),
 * "company.copy-id" (activates page.copy-id), "company.menu". */
void trib_ui_company_row_set_company (TribUiCompanyRow *self, TribModelCompany *company);
TribModelCompany *trib_ui_company_row_get_company (TribUiCompanyRow *self); /* (nullable) */
/* Whether there was no room for columns when it was last placed. */
gboolean trib_ui_company_row_get_narrow (TribUiCompanyRow *self);

G_END_DECLS
