/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-brand.h"

#include "trib-text.h"

#include <string.h>

#define MAX_ALT 120

static const char *const names[] = {
  [CODAT_BRAND_IMAGE_LOGO_FULL] = "logo-full",
  [CODAT_BRAND_IMAGE_LOGO_SQUARE] = "logo-square",
  [CODAT_BRAND_IMAGE_BUTTON_DEFAULT] = "button",
  [CODAT_BRAND_IMAGE_BUTTON_HOVER] = "button-hover",
};

static gboolean
is_plain (const char *url)
{
  for (const char *p = url; *p != '\0'; p++) {
    if (*p <= ' ' || *p == 0x7f)
      return FALSE;
  }
  return *url != '\0';
}

/**
 * trib_model_brand_to_bytes:
 * @branding: what a server said of a platform's images
 *
 * Returns: (transfer full): the same as lines of text
 */
GBytes *
trib_model_brand_to_bytes (CodatBranding *branding)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *url = codat_branding_get_image_url (branding, (CodatBrandImage) i);
    g_autofree char *alt = trib_text_for_display (
        codat_branding_get_image_alt (branding, (CodatBrandImage) i), MAX_ALT);

    if (url == NULL || !is_plain (url))
      continue;
    g_string_append_printf (lines, "%s=%s\n", names[i], url);
    if (*alt != '\0')
      g_string_append_printf (lines, "%s-alt=%s\n", names[i], alt);
  }
  return g_string_free_to_bytes (lines);
}

static char *
find_line (GBytes *bytes, const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = data != NULL ? g_strndup (data, size) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gsize length = strlen (name);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], name) && lines[i][length] == '=')
      return g_utf8_make_valid (lines[i] + length + 1, -1);
  }
  return NULL;
}

/**
 * trib_model_brand_get:
 * @bytes: what [func@TribModel.brand_to_bytes] returned, perhaps on another day
 * @image: which image
 * @alt: (out) (transfer full) (nullable): what it shows, in words
 *
 * Returns: (transfer full) (nullable): the image's address
 */
char *
trib_model_brand_get (GBytes *bytes, CodatBrandImage image, char **alt)
{
  g_autofree char *alt_name = g_strconcat (names[image], "-alt", NULL);

  *alt = find_line (bytes, alt_name);
  return find_line (bytes, names[image]);
}
