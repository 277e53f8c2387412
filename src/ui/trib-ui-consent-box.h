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

/* What is agreed to before a sign-in. Signal "changed": what is asked for, or what is ticked. */
void trib_ui_consent_box_set_subject (TribUiConsentBox *self,
                                      TribModelAccount *account,
                                      TribModelCompany *company,
                                      TribModelPlatform *platform);
/* Whether everything that has to be ticked is. */
gboolean trib_ui_consent_box_get_ready (TribUiConsentBox *self);
/* Leads to the box that is not ticked. */
void trib_ui_consent_box_ask (TribUiConsentBox *self);
/* Keeps what was ticked, where the account asks for it. */
void trib_ui_consent_box_keep (TribUiConsentBox *self);

G_END_DECLS
