/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-image.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_LOGO (trib_ui_logo_get_type ())

G_DECLARE_FINAL_TYPE (TribUiLogo, trib_ui_logo, TRIB_UI, LOGO, GtkWidget)

/* A platform's square mark, or a tile with the first letter of its name: never a hole. Properties:
 * "image" (TribModelImage, nullable), "name" (for the letter and the accessible name),
 * "pixel-size" (default 40), "has-texture" (read-only: the picture is there). */
GtkWidget *trib_ui_logo_new (TribModelImage *image,
                             const char *name,
                             int pixel_size) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_logo_set_image (TribUiLogo *self, TribModelImage *image);
TribModelImage *trib_ui_logo_get_image (TribUiLogo *self); /* (nullable) */
void trib_ui_logo_set_name (TribUiLogo *self, const char *name);
const char *trib_ui_logo_get_name (TribUiLogo *self);
void trib_ui_logo_set_pixel_size (TribUiLogo *self, int pixel_size);
GdkTexture *trib_ui_logo_get_texture (TribUiLogo *self); /* (nullable) */

G_END_DECLS
