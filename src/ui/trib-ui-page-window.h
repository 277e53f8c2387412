/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-ui-sign-in-page.h"

#include "trib-link-browser.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_PAGE_WINDOW (trib_ui_page_window_get_type ())

G_DECLARE_FINAL_TYPE (TribUiPageWindow, trib_ui_page_window, TRIB_UI, PAGE_WINDOW, AdwWindow)

/* A window that an embedded page has opened, with a bar of its own that says where it is. */
GtkWidget *trib_ui_page_window_new (TribLinkBrowser *browser,
                                    TribModelSignIn *sign_in,
                                    GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;
/* Shows the windows that the embedded page of a sign-in opens. */
void trib_ui_page_window_follow (TribUiSignInPage *page);

G_END_DECLS
