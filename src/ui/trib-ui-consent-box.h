/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-account.h"
#include "trib-model-company.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_CONSENT_BOX (trib_ui_consent_box_get_type ())

G_DECLARE_FINAL_TYPE (TribUiConsentBox, trib_ui_consent_box, TRIB_UI, CONSENT_BOX, GtkBox)

/* What is agreed to before a sign-in. Signals "changed": what is asked for, or what is
 * ticked; "agreed" (way): the sign-in may begin. */
void trib_ui_consent_box_set_subject (TribUiConsentBox *self,
                                      TribModelAccount *account,
                                      TribModelCompany *company,
                                      TribModelPlatform *platform);
/* Keeps what was ticked, where the account asks for it; then the box says "agreed". */
void trib_ui_consent_box_agree (TribUiConsentBox *self, const char *way);

G_END_DECLS
