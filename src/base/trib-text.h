/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean trib_set_str (char **place, const char *value);
gboolean trib_guid_is_valid (const char *text);
char *trib_host_dup_bare (const char *host) G_GNUC_WARN_UNUSED_RESULT;
gboolean trib_host_is_loopback (const char *host);
char *trib_text_for_display (const char *text, gsize max_chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
