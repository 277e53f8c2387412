/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_PLATFORM_MARKS (trib_ui_platform_marks_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiPlatformMarks, trib_ui_platform_marks, TRIB_UI, PLATFORM_MARKS, GtkWidget)

/* At most this many marks; the rest is a number. */
#define TRIB_UI_PLATFORM_MARKS_MAX 3

/* The connections of a company as a few small marks. Property: "connections" (GListModel of
 * TribModelConnection, nullable). */
void trib_ui_platform_marks_set_connections (TribUiPlatformMarks *self, GListModel *connections);

G_END_DECLS
