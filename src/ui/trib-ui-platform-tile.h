/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-connection.h"
#include "trib-model-platform.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_PLATFORM_TILE (trib_ui_platform_tile_get_type ())

G_DECLARE_FINAL_TYPE (TribUiPlatformTile, trib_ui_platform_tile, TRIB_UI, PLATFORM_TILE, GtkButton)

/* One platform to connect, as a button: its own button where it has one, else its mark and name.
 * Activating it activates "connect.platform" with its key and integration id. Properties:
 * "platform" (construct only), "connection" (TribModelConnection, nullable: what the company has
 * there), "shows-button" (read-only: the platform's own button is shown). */
GtkWidget *trib_ui_platform_tile_new (TribModelPlatform *platform) G_GNUC_WARN_UNUSED_RESULT;
TribModelPlatform *trib_ui_platform_tile_get_platform (TribUiPlatformTile *self);
void trib_ui_platform_tile_set_connection (TribUiPlatformTile *self,
                                           TribModelConnection *connection);
TribModelConnection *trib_ui_platform_tile_get_connection (TribUiPlatformTile *self);
gboolean trib_ui_platform_tile_get_shows_button (TribUiPlatformTile *self);
/* What a screen reader says of it: (transfer none). */
const char *trib_ui_platform_tile_get_description (TribUiPlatformTile *self);

G_END_DECLS
