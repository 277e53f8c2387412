/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CODAT_IMAGE_MAX_SIZE (512 * 1024)
#define CODAT_IMAGE_MAX_PIXELS 1024

/* Private to the room: whether the bytes begin like a PNG or JPEG of bearable dimensions; nothing
 * is decoded for it. */
gboolean codat_image_check (GBytes *bytes, GError **error);

G_END_DECLS
