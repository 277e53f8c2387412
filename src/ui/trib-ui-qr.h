/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_QR (trib_ui_qr_get_type ())

G_DECLARE_FINAL_TYPE (TribUiQr, trib_ui_qr, TRIB_UI, QR, GObject)

/* A text as a QR code: a GdkPaintable, dark on light whatever the style is, because many readers
 * know no other, with its quiet zone around it. */
gboolean trib_ui_qr_is_available (void);
TribUiQr *trib_ui_qr_new (const char *text) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
guint trib_ui_qr_get_n_modules (TribUiQr *self);
gboolean trib_ui_qr_is_dark (TribUiQr *self, guint column, guint row);

G_END_DECLS
