/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_COLUMNS_LAYOUT (trib_ui_columns_layout_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiColumnsLayout, trib_ui_columns_layout, TRIB_UI, COLUMNS_LAYOUT, GtkLayoutManager)

/* Children side by side in columns of one width, as many as fit, at most three: with more
 * than one column all rows are as high as the highest child. Hidden children take no place. */
#define TRIB_UI_COLUMNS_MAX 3

GtkLayoutManager *trib_ui_columns_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
