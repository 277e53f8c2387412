/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  CODAT_BRAND_IMAGE_LOGO_FULL,
  CODAT_BRAND_IMAGE_LOGO_SQUARE,
  CODAT_BRAND_IMAGE_BUTTON_DEFAULT,
  CODAT_BRAND_IMAGE_BUTTON_HOVER,
} CodatBrandImage;

#define CODAT_TYPE_BRANDING (codat_branding_get_type ())

G_DECLARE_FINAL_TYPE (CodatBranding, codat_branding, CODAT, BRANDING, GObject)

/* Immutable. Any level of the answer may be missing: every getter is (nullable). */
const char *codat_branding_get_image_url (CodatBranding *self, CodatBrandImage image);
const char *codat_branding_get_image_alt (CodatBranding *self, CodatBrandImage image);
const char *codat_branding_get_source_id (CodatBranding *self);

/* Reads one from JSON text, under the same rules as an answer; for a cache and for tests. */
CodatBranding *codat_branding_new_from_data (const char *json,
                                             gssize length,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
