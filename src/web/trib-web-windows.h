/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-web-view-private.h"

G_BEGIN_DECLS

/* WebKit's "create": (nullable) (transfer none). */
WebKitWebView *trib_web_windows_create (TribWebView *self, WebKitNavigationAction *action);
void trib_web_windows_close_all (TribWebView *self);
/* A window that is shut down is none of its opener's any more. */
void trib_web_windows_forget (TribWebView *self);

G_END_DECLS
