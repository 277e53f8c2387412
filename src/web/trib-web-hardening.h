/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/* What a sign-in page may use before it is ended. */
#define TRIB_WEB_MEGABYTES 1024

WebKitWebContext *trib_web_context_new (guint megabytes) G_GNUC_WARN_UNUSED_RESULT;
WebKitNetworkSession *trib_web_network_session_new (void) G_GNUC_WARN_UNUSED_RESULT;
WebKitSettings *trib_web_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean trib_web_sandbox_is_off (const char *variable);

G_END_DECLS
