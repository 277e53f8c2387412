/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CODAT_TYPE_API_KEY (codat_api_key_get_type ())

G_DECLARE_FINAL_TYPE (CodatApiKey, codat_api_key, CODAT, API_KEY, GObject)

/* Immutable. Getters return borrowed values; (nullable) unless said. */
const char *codat_api_key_get_id (CodatApiKey *self);     /* not nullable, not empty, no GUID */
const char *codat_api_key_get_name (CodatApiKey *self);   /* not nullable */
const char *codat_api_key_get_secret (CodatApiKey *self); /* a secret, of a new key only */
GDateTime *codat_api_key_get_created (CodatApiKey *self);

G_END_DECLS
