/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_IMAGE (trib_model_image_get_type ())

G_DECLARE_FINAL_TYPE (TribModelImage, trib_model_image, TRIB_MODEL, IMAGE, GObject)

/* A brand image: the cache first, then the network. Properties (read-only, notify): "state" (IDLE,
 * LOADING, READY, FAILED), "bytes" (GBytes, nullable: PNG or JPEG, checked for size), "alt"
 * (string, nullable). A widget calls load() when it is mapped; calling it again is free. */
const char *trib_model_image_get_alt (TribModelImage *self);
GBytes *trib_model_image_get_bytes (TribModelImage *self);
void trib_model_image_load (TribModelImage *self);

G_END_DECLS
