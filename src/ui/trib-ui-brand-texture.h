/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-image.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_BRAND_TEXTURE (trib_ui_brand_texture_get_type ())

G_DECLARE_FINAL_TYPE (TribUiBrandTexture, trib_ui_brand_texture, TRIB_UI, BRAND_TEXTURE, GObject)

/* A brand image as something to draw, asked for when load() is called and decoded in a worker.
 * Properties: "image" (TribModelImage, nullable), "texture" (read-only, nullable). */
TribUiBrandTexture *trib_ui_brand_texture_new (int max_width,
                                               int max_height) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_brand_texture_set_image (TribUiBrandTexture *self, TribModelImage *image);
TribModelImage *trib_ui_brand_texture_get_image (TribUiBrandTexture *self); /* (nullable) */
void trib_ui_brand_texture_set_max_size (TribUiBrandTexture *self, int max_width, int max_height);
void trib_ui_brand_texture_load (TribUiBrandTexture *self);
GdkTexture *trib_ui_brand_texture_get_texture (TribUiBrandTexture *self); /* (nullable) */

G_END_DECLS
