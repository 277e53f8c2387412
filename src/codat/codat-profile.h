/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CODAT_TYPE_PROFILE (codat_profile_get_type ())

G_DECLARE_FINAL_TYPE (CodatProfile, codat_profile, CODAT, PROFILE, GObject)

/* Immutable; every getter is (nullable). The deprecated apiKey member is never read. */
const char *codat_profile_get_name (CodatProfile *self);
const char *codat_profile_get_redirect_url (CodatProfile *self);
const char *codat_profile_get_logo_url (CodatProfile *self);
const char *codat_profile_get_icon_url (CodatProfile *self);

G_END_DECLS
