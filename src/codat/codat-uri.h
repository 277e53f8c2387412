/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the room: the addresses that may be spoken to. */
GUri *codat_base_uri_new (const char *base_url, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* An address below the base; path and query are escaped already. Checked by parsing it again. */
GUri *codat_base_uri_join (GUri *base, const char *path, const char *query, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean codat_uri_is_loopback (GUri *uri);
/* Whether uri is at the same origin as base, below its path, and safe to carry the key. */
gboolean codat_base_uri_covers (GUri *base, GUri *uri);
GUri *codat_image_uri_new (const char *url, GUri *base, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
