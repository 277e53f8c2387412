/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_WEB_TYPE_VIEW (trib_web_view_get_type ())

G_DECLARE_FINAL_TYPE (TribWebView, trib_web_view, TRIB_WEB, VIEW, GtkWidget)

GtkWidget *trib_web_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What the module exports; app/ looks it up by this name. */
typedef GtkWidget *(*TribWebModuleNewView) (void);
#define TRIB_WEB_MODULE_NEW_VIEW "trib_web_module_new_view"

G_END_DECLS
