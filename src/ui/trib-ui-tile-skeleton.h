/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_TILE_SKELETON (trib_ui_tile_skeleton_get_type ())

G_DECLARE_FINAL_TYPE (TribUiTileSkeleton, trib_ui_tile_skeleton, TRIB_UI, TILE_SKELETON, GtkBox)

/* Places without words while the platforms are on their way. */

G_END_DECLS
