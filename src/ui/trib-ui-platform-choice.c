/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-platform-choice.h"

#include "trib-ui-before-dialog.h"
#include "trib-ui-before-words.h"

/* What comes after a platform was chosen. */

/* Where the platform stands in somebody's way, the sheet says so. */
static gboolean
can_be_asked_for (TribModelCompany *company, TribModelPlatform *platform)
{
  TribModelConnection *other = NULL;
  TribUiBeforeCase which =
      trib_ui_before_case_get (trib_model_company_get_connections (company), platform, &other);

  return trib_ui_before_case_can_sign_in (which) &&
         trib_ui_before_way_get (platform) != TRIB_UI_BEFORE_WAY_INSIDE;
}

/**
 * trib_ui_platform_choice_open:
 * @opener: the widget that the sheet is opened from, and that actions go to
 * @account: the account in use
 * @company: for whom
 * @platform: what was chosen
 * @somebody_else: whether somebody else signs in there
 *
 * Returns: (transfer none) (nullable): the sheet that is open now; %NULL when somebody else is
 * asked at once
 */
GtkWidget *
trib_ui_platform_choice_open (GtkWidget *opener,
                              TribModelAccount *account,
                              TribModelCompany *company,
                              TribModelPlatform *platform,
                              gboolean somebody_else)
{
  const char *id;
  GtkWidget *sheet;

  g_return_val_if_fail (GTK_IS_WIDGET (opener), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), NULL);

  if (somebody_else && can_be_asked_for (company, platform)) {
    id = trib_model_platform_get_integration_id (platform);
    gtk_widget_activate_action (opener, "win.share", "(sss)", trib_model_company_get_id (company),
                                trib_model_platform_get_key (platform), id != NULL ? id : "");
    return NULL;
  }
  sheet = trib_ui_before_dialog_new (account, company, platform);
  trib_ui_before_dialog_present (TRIB_UI_BEFORE_DIALOG (sheet), opener);
  return sheet;
}
