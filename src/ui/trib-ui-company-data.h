/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-company.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_COMPANY_DATA (trib_ui_company_data_get_type ())

G_DECLARE_FINAL_TYPE (TribUiCompanyData, trib_ui_company_data, TRIB_UI, COMPANY_DATA, AdwBin)

/* (nullable): a company of which something is read, or NULL while nothing is. */
void trib_ui_company_data_set_company (TribUiCompanyData *self, TribModelCompany *company);

G_END_DECLS
