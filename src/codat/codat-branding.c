/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-branding.h"

#include "codat-json.h"

#define N_IMAGES 4

/* Where each CodatBrandImage stands in the answer. */
static const struct {
  const char *group;
  const char *name;
} leaves[N_IMAGES] = {
  { "logo", "full" },
  { "logo", "square" },
  { "button", "default" },
  { "button", "hover" },
};

/* The pictures of a platform. Immutable; any level of the answer may be missing. Owned by who asked
 * for it, usable in any thread.
 */
struct _CodatBranding {
  GObject parent_instance;

  char *source_id;      /* (owned) (nullable) */
  char *urls[N_IMAGES]; /* (owned) (nullable) each */
  char *alts[N_IMAGES]; /* (owned) (nullable) each */
};

G_DEFINE_FINAL_TYPE (CodatBranding, codat_branding, G_TYPE_OBJECT)

static void
codat_branding_finalize (GObject *object)
{
  CodatBranding *self = CODAT_BRANDING (object);

  g_clear_pointer (&self->source_id, g_free);
  for (guint i = 0; i < N_IMAGES; i++) {
    g_clear_pointer (&self->urls[i], g_free);
    g_clear_pointer (&self->alts[i], g_free);
  }
  G_OBJECT_CLASS (codat_branding_parent_class)->finalize (object);
}

static void
codat_branding_class_init (CodatBrandingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_branding_finalize;
}

static void
codat_branding_init (CodatBranding *self)
{
}

CodatBranding *
codat_branding_new_from_json (CodatJson *object, GError **error)
{
  g_autoptr (CodatBranding) self = g_object_new (CODAT_TYPE_BRANDING, NULL);

  self->source_id = g_strdup (codat_json_get_guid (object, "sourceId"));
  for (guint i = 0; i < G_N_ELEMENTS (leaves); i++) {
    CodatJson *group = codat_json_get_object (object, leaves[i].group);
    CodatJson *leaf = group != NULL ? codat_json_get_object (group, leaves[i].name) : NULL;
    CodatJson *image = leaf != NULL ? codat_json_get_object (leaf, "image") : NULL;

    if (image == NULL)
      continue;
    self->urls[i] = g_strdup (codat_json_get_string (image, "src"));
    self->alts[i] = g_strdup (codat_json_get_string (image, "alt"));
  }
  return g_steal_pointer (&self);
}

CodatBranding *
codat_branding_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "Branding", error);

  return object != NULL ? codat_branding_new_from_json (object, error) : NULL;
}

/**
 * codat_branding_new_from_data:
 * @json: one Branding of the contract as JSON
 * @length: its length in bytes, or -1 when it ends with NUL
 * @error: return location
 *
 * Reads what a server or a file said, under the same rules as an answer. Errors:
 * %CODAT_ERROR_BAD_ANSWER.
 *
 * Returns: (transfer full): the value object, or %NULL with @error set
 */
CodatBranding *
codat_branding_new_from_data (const char *json, gssize length, GError **error)
{
  g_autoptr (CodatJson) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  root = codat_json_parse (json, length, error);
  if (root == NULL)
    return NULL;
  return codat_branding_new_from_node (root, error);
}

/**
 * codat_branding_get_source_id:
 * @self: a branding
 *
 * Returns: (nullable) (transfer none): the id of the source behind it
 */
const char *
codat_branding_get_source_id (CodatBranding *self)
{
  g_return_val_if_fail (CODAT_IS_BRANDING (self), NULL);
  return self->source_id;
}

/**
 * codat_branding_get_image_url:
 * @self: a branding
 * @image: which picture
 *
 * Returns: (nullable) (transfer none): where it is
 */
const char *
codat_branding_get_image_url (CodatBranding *self, CodatBrandImage image)
{
  g_return_val_if_fail (CODAT_IS_BRANDING (self), NULL);
  g_return_val_if_fail ((guint) image < N_IMAGES, NULL);
  return self->urls[image];
}

/**
 * codat_branding_get_image_alt:
 * @self: a branding
 * @image: which picture
 *
 * Returns: (nullable) (transfer none): the words for somebody who does not see it
 */
const char *
codat_branding_get_image_alt (CodatBranding *self, CodatBrandImage image)
{
  g_return_val_if_fail (CODAT_IS_BRANDING (self), NULL);
  g_return_val_if_fail ((guint) image < N_IMAGES, NULL);
  return self->alts[image];
}
