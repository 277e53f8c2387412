/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Decodes a PNG or JPEG in a worker thread, no larger than it will be shown. Anything else, a
 * broken picture, and one of more than TRIB_UI_TEXTURE_MAX_PIXELS is an error: never another
 * decoder. */
#define TRIB_UI_TEXTURE_MAX_PIXELS (4096 * 4096)

void trib_ui_texture_load_async (GBytes *bytes,
                                 int max_width,
                                 int max_height,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
GdkTexture *trib_ui_texture_load_finish (GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
