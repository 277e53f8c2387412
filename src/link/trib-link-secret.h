/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *trib_link_secret_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean trib_link_secret_equal (const char *one, const char *other);
void trib_link_secret_clear (char **secret);
char *trib_link_secret_append (const char *uri,
                               const char *name,
                               const char *secret) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
