/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-image.h"

G_BEGIN_DECLS

#define TRIB_UI_BUTTON_IMAGE_HEIGHT 36

#define TRIB_UI_TYPE_BUTTON_IMAGE (trib_ui_button_image_get_type ())

G_DECLARE_FINAL_TYPE (TribUiButtonImage, trib_ui_button_image, TRIB_UI, BUTTON_IMAGE, GtkWidget)

/* A platform's own button as it was supplied: fitted, never stretched. Properties: "image" and
 * "hover-image" (TribModelImage, nullable), "highlighted" (shows the hover picture, if there is
 * one), "ready" (read-only: there is a picture to show), "shows-hover" (read-only). */
void trib_ui_button_image_set_images (TribUiButtonImage *self,
                                      TribModelImage *image,
                                      TribModelImage *hover_image);
void trib_ui_button_image_set_highlighted (TribUiButtonImage *self, gboolean highlighted);
gboolean trib_ui_button_image_get_ready (TribUiButtonImage *self);
gboolean trib_ui_button_image_get_shows_hover (TribUiButtonImage *self);
/* Asks for both pictures; the widget itself may be hidden until they are there. */
void trib_ui_button_image_load (TribUiButtonImage *self);

G_END_DECLS
