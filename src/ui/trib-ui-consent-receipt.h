/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-connection.h"
#include "trib-model-consent.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_CONSENT_RECEIPT (trib_ui_consent_receipt_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiConsentReceipt, trib_ui_consent_receipt, TRIB_UI, CONSENT_RECEIPT, AdwBin)

/* A button that shows what was agreed to before a connection was made; hidden when nothing was. */
void trib_ui_consent_receipt_set_subject (TribUiConsentReceipt *self,
                                          TribModelConsents *consents, /* (nullable) */
                                          TribModelConnection *connection);

G_END_DECLS
