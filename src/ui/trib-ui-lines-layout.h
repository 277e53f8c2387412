/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_LINES_LAYOUT (trib_ui_lines_layout_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiLinesLayout, trib_ui_lines_layout, TRIB_UI, LINES_LAYOUT, GtkLayoutManager)

/* Children side by side, in as many lines as they need. Hidden ones take no place.
 *
 * Property "tags" (boolean, FALSE): they stand close together and keep their own width; else they
 * are buttons: a single line ends where the room ends, but for a first one that expands, and
 * several lines are filled. */
GtkLayoutManager *trib_ui_lines_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
