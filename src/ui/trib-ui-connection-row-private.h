/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-ui-connection-row.h"
#include "trib-ui-consent-receipt.h"

G_BEGIN_DECLS

struct _TribUiConnectionRow {
  GtkListBoxRow parent_instance;

  TribModelConnection *connection; /* (owned) */
  char *company_name;              /* (owned) */
  GtkWidget *copy_button;          /* (owned) by the template */
  TribUiConsentReceipt *receipt;   /* (owned) by the template */
  gboolean expanded;
};

void trib_ui_connection_row_install_acts (GtkWidgetClass *widget_class);

G_END_DECLS
