/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_TILE_LAYOUT (trib_ui_tile_layout_get_type ())

G_DECLARE_FINAL_TYPE (TribUiTileLayout, trib_ui_tile_layout, TRIB_UI, TILE_LAYOUT, GtkLayoutManager)

/* Three children: a mark, words, and what stands at their end. Where the words would be cut, the
 * third goes under them; so nothing that is said is ever shortened. */
GtkLayoutManager *trib_ui_tile_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
