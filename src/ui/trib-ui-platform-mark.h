/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-connection.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_PLATFORM_MARK (trib_ui_platform_mark_get_type ())

G_DECLARE_FINAL_TYPE (TribUiPlatformMark, trib_ui_platform_mark, TRIB_UI, PLATFORM_MARK, GtkWidget)

/* A connection as a small mark with a dot for its status. Property: "connection"
 * (TribModelConnection, nullable). */
void trib_ui_platform_mark_set_connection (TribUiPlatformMark *self,
                                           TribModelConnection *connection);

G_END_DECLS
