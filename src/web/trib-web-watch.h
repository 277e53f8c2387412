/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <webkit/webkit.h>

#include "trib-link-watchdog.h"

G_BEGIN_DECLS

gboolean trib_web_is_blank (GdkTexture *texture);
void trib_web_watch (WebKitWebView *view, TribLinkWatchdog *watchdog);
void trib_web_unwatch (WebKitWebView *view, TribLinkWatchdog *watchdog);

G_END_DECLS
