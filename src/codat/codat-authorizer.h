/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CODAT_TYPE_AUTHORIZER (codat_authorizer_get_type ())

G_DECLARE_FINAL_TYPE (CodatAuthorizer, codat_authorizer, CODAT, AUTHORIZER, GObject)

/* Holds the API key in memory that is wiped on finalize; has no property and no getter for it.
 * Surrounding white space is cut off; a ready-made "Basic …" value, as the portal shows it, is
 * taken as well as the bare key.
 */
CodatAuthorizer *codat_authorizer_new (const char *api_key,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
