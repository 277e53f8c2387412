/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-connection.h"

G_BEGIN_DECLS

/* What unlinking and deleting mean, said before either happens. The dialogs do nothing themselves:
 * they end with the response "unlink" or "delete", or with "cancel". */
GtkWidget *trib_ui_unlink_dialog_new (GtkWindow *parent,
                                      TribModelConnection *connection) G_GNUC_WARN_UNUSED_RESULT;
/* Deleting is possible only once the platform's name is typed, and Enter never does it. */
GtkWidget *trib_ui_delete_dialog_new (GtkWindow *parent,
                                      TribModelConnection *connection,
                                      const char *company_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
