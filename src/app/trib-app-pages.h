/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIB_APP_TYPE_PAGES (trib_app_pages_get_type ())

G_DECLARE_FINAL_TYPE (TribAppPages, trib_app_pages, TRIB_APP, PAGES, AdwBin)

/* Pages that lie on one another. Properties (read-only, notify): "depth" (guint), "visible-page".
 */
TribAppPages *trib_app_pages_new (void) G_GNUC_WARN_UNUSED_RESULT;
void trib_app_pages_push (TribAppPages *self, GtkWidget *page);
void trib_app_pages_replace (TribAppPages *self, GtkWidget *page);
void trib_app_pages_reset (TribAppPages *self, GtkWidget *page);
gboolean trib_app_pages_pop (TribAppPages *self);
gboolean trib_app_pages_pop_to (TribAppPages *self, GtkWidget *page);
guint trib_app_pages_get_depth (TribAppPages *self);
GtkWidget *trib_app_pages_get_visible_page (TribAppPages *self);
GtkWidget *trib_app_pages_find (TribAppPages *self, GType type);

G_END_DECLS
