/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_APP_TYPE_WEB (trib_app_web_get_type ())

G_DECLARE_FINAL_TYPE (TribAppWeb, trib_app_web, TRIB_APP, WEB, GObject)

/* The module with the embedded view, opened on first need. path is (nullable): where this program's
 * own module is. */
TribAppWeb *trib_app_web_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* Makes a view ready when nothing else is to do. */
void trib_app_web_make_ready (TribAppWeb *self);
/* Forgets a view that was made ready and not taken. */
void trib_app_web_let_go (TribAppWeb *self);
/* A widget that implements TribLinkBrowser. */
GtkWidget *trib_app_web_take_view (TribAppWeb *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
