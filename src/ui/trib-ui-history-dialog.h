/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-connection.h"

G_BEGIN_DECLS

/* What happened in the sign-ins of a connection on this computer, the newest first. */
GtkWidget *trib_ui_history_dialog_new (GtkWindow *parent, /* (nullable) */
                                       TribModelConnection *connection);

G_END_DECLS
