/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl-record.h"

#include "codat-branding.h"
#include "codat-company.h"
#include "codat-connection.h"
#include "codat-data-status.h"
#include "codat-integration.h"
#include "codat-profile.h"

G_BEGIN_DECLS

/* The value objects as records, with the member names of the contract. Link addresses are secrets:
 * they are left out unless they are asked for. */
CtlRecord *ctl_fields_company (CodatCompany *company,
                               gboolean with_links) G_GNUC_WARN_UNUSED_RESULT;
CtlRecord *ctl_fields_connection (CodatConnection *connection,
                                  gboolean with_links) G_GNUC_WARN_UNUSED_RESULT;
CtlRecord *ctl_fields_integration (CodatIntegration *integration) G_GNUC_WARN_UNUSED_RESULT;
CtlRecord *ctl_fields_branding (CodatBranding *branding) G_GNUC_WARN_UNUSED_RESULT;
CtlRecord *ctl_fields_data_status (CodatDataStatus *status) G_GNUC_WARN_UNUSED_RESULT;
CtlRecord *ctl_fields_profile (CodatProfile *profile) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
