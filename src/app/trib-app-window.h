/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-app-home.h"
#include "trib-app-news.h"
#include "trib-app-pages.h"
#include "trib-app-request.h"
#include "trib-app-web.h"

G_BEGIN_DECLS

#define TRIB_APP_TYPE_WINDOW (trib_app_window_get_type ())

G_DECLARE_FINAL_TYPE (TribAppWindow, trib_app_window, TRIB_APP, WINDOW, AdwApplicationWindow)

/* The window. application is (nullable): without one, for a test. */
TribAppWindow *trib_app_window_new (GtkApplication *application,
                                    TribAppHome *home,
                                    TribAppWeb *web) G_GNUC_WARN_UNUSED_RESULT;
/* Opens the home and what is asked for; request is (nullable). */
void trib_app_window_start (TribAppWindow *self, const TribAppRequest *request);
/* What a later start of the program asks for; a person who is busy is not disturbed. */
void trib_app_window_handle_request (TribAppWindow *self, const TribAppRequest *request);
/* Says something that needs no answer. */
void trib_app_window_say (TribAppWindow *self, const char *text);
/* Whether the window may go; otherwise a person is asked, and action is done again after "yes". */
gboolean trib_app_window_may_leave (TribAppWindow *self, const char *action);
TribAppPages *trib_app_window_get_pages (TribAppWindow *self);
TribAppNews *trib_app_window_get_news (TribAppWindow *self);
TribAppHome *trib_app_window_get_home (TribAppWindow *self);
TribModelAccount *trib_app_window_get_account (TribAppWindow *self); /* (nullable) */

G_END_DECLS
