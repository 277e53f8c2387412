/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CODAT_TYPE_ACCESS_TOKEN (codat_access_token_get_type ())

G_DECLARE_FINAL_TYPE (CodatAccessToken, codat_access_token, CODAT, ACCESS_TOKEN, GObject)

/* Immutable. Getters return borrowed values; (nullable) unless said. */
const char *
codat_access_token_get_token (CodatAccessToken *self); /* a secret: never stored or logged */
const char *codat_access_token_get_token_type (CodatAccessToken *self); /* not nullable */
gint64 codat_access_token_get_expires_in (CodatAccessToken *self);      /* -1 when unknown */

G_END_DECLS
