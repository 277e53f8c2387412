/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-connection.h"
#include "trib-model-consent.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_CONNECTION_ROW (trib_ui_connection_row_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiConnectionRow, trib_ui_connection_row, TRIB_UI, CONNECTION_ROW, GtkListBoxRow)

/* One connection: what it is, how it stands, the one act that fits, and details in a fold.
 * Properties: "connection" (TribModelConnection) and "company-name" (construct only), "expanded".
 * Actions: connection.toggle, connection.reconnect, connection.unlink, connection.undo-unlink,
 * connection.delete, connection.copy (s). */
GtkWidget *trib_ui_connection_row_new (TribModelConnection *connection,
                                       const char *company_name,
                                       TribModelConsents *consents) G_GNUC_WARN_UNUSED_RESULT;
TribModelConnection *trib_ui_connection_row_get_connection (TribUiConnectionRow *self);

G_END_DECLS
