/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-app-home.h"
#include "trib-app-pages.h"
#include "trib-app-web.h"

G_BEGIN_DECLS

#define TRIB_APP_TYPE_WINDOW (trib_app_window_get_type ())

G_DECLARE_FINAL_TYPE (TribAppWindow, trib_app_window, TRIB_APP, WINDOW, AdwApplicationWindow)

/* The window. application is (nullable): without one, for a test. */
TribAppWindow *trib_app_window_new (GtkApplication *application,
                                    TribAppHome *home,
                                    TribAppWeb *web) G_GNUC_WARN_UNUSED_RESULT;
/* Opens the home and an account; account_name and company_id are (nullable). */
void trib_app_window_start (TribAppWindow *self, const char *account_name, const char *company_id);
TribAppPages *trib_app_window_get_pages (TribAppWindow *self);
TribAppHome *trib_app_window_get_home (TribAppWindow *self);
TribModelAccount *trib_app_window_get_account (TribAppWindow *self); /* (nullable) */

G_END_DECLS
