/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-platform.h"

#include "trib-model-brand.h"
#include "trib-model-image-private.h"
#include "trib-model-platform-private.h"
#include "trib-model-words.h"

#include "trib-text.h"
#include "trib-weak.h"

#include <glib/gi18n.h>

/* A platform that can be connected, with what people know of it. Owned by the platforms of an
 * account.
 * Main thread only.
 */
G_DEFINE_FINAL_TYPE (TribModelPlatform, trib_model_platform, G_TYPE_OBJECT)

typedef enum {
  PROP_KEY = 1,
  PROP_NAME,
  PROP_ADDRESS,
  PROP_CATEGORY,
  PROP_IS_BETA,
  PROP_IS_OFFLINE_CONNECTOR,
  PROP_NEEDS_WINDOWS,
  PROP_LOGO,
  PROP_BUTTON,
  PROP_BUTTON_HOVER,
  PROP_BRANDING_READY,
} Property;

static GParamSpec *props[PROP_BRANDING_READY + 1];

#define MAX_NAME 80

static TribModelImage *
find_image (TribModelPlatform *self, GBytes *brand, CodatBrandImage which)
{
  g_autofree char *alt = NULL;
  g_autofree char *url = brand != NULL ? trib_model_brand_get (brand, which, &alt) : NULL;

  return url != NULL ? trib_model_image_new (self->loader, url, alt) : NULL;
}

static void
set_image (TribModelPlatform *self,
           TribModelImage **place,
           TribModelImage *image,
           Property property)
{
  g_autoptr (TribModelImage) owned = image;

  if (*place != NULL && owned != NULL &&
      g_strcmp0 (trib_model_image_get_url (*place), trib_model_image_get_url (owned)) == 0)
    return;
  if (g_set_object (place, owned))
    g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

/* The square logo, else the wide one, else the one of the list. */
static TribModelImage *
find_logo (TribModelPlatform *self, GBytes *brand)
{
  const char *url = codat_integration_get_logo_url (self->integration);
  TribModelImage *image = find_image (self, brand, CODAT_BRAND_IMAGE_LOGO_SQUARE);

  if (image == NULL)
    image = find_image (self, brand, CODAT_BRAND_IMAGE_LOGO_FULL);
  if (image == NULL && url != NULL && *url != '\0')
    image = trib_model_image_new (self->loader, url, NULL);
  return image;
}

static void
branding_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelPlatform) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) brand =
      trib_model_loader_load_finish (TRIB_MODEL_LOADER (source), result, &error);

  if (self == NULL)
    return;
  self->branding_failed = brand == NULL;
  g_object_freeze_notify (G_OBJECT (self));
  set_image (self, &self->logo, find_logo (self, brand), PROP_LOGO);
  set_image (self, &self->button, find_image (self, brand, CODAT_BRAND_IMAGE_BUTTON_DEFAULT),
             PROP_BUTTON);
  set_image (self, &self->button_hover, find_image (self, brand, CODAT_BRAND_IMAGE_BUTTON_HOVER),
             PROP_BUTTON_HOVER);
  if (!self->branding_ready) {
    self->branding_ready = TRUE;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BRANDING_READY]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
trib_model_platform_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelPlatform *self = TRIB_MODEL_PLATFORM (object);

  switch ((Property) id) {
  case PROP_KEY:
    g_value_set_string (value, trib_model_platform_get_key (self));
    break;
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_ADDRESS:
    g_value_set_string (value, self->fact->address);
    break;
  case PROP_CATEGORY:
    g_value_set_enum (value, (int) trib_model_platform_get_category (self));
    break;
  case PROP_IS_BETA:
    g_value_set_boolean (value, trib_model_platform_get_is_beta (self));
    break;
  case PROP_IS_OFFLINE_CONNECTOR:
    g_value_set_boolean (value, trib_model_platform_get_is_offline_connector (self));
    break;
  case PROP_NEEDS_WINDOWS:
    g_value_set_boolean (value, self->fact->needs_windows);
    break;
  case PROP_LOGO:
    g_value_set_object (value, self->logo);
    break;
  case PROP_BUTTON:
    g_value_set_object (value, self->button);
    break;
  case PROP_BUTTON_HOVER:
    g_value_set_object (value, self->button_hover);
    break;
  case PROP_BRANDING_READY:
    g_value_set_boolean (value, self->branding_ready);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_platform_dispose (GObject *object)
{
  TribModelPlatform *self = TRIB_MODEL_PLATFORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->logo);
  g_clear_object (&self->button);
  g_clear_object (&self->button_hover);
  g_clear_object (&self->loader);
  G_OBJECT_CLASS (trib_model_platform_parent_class)->dispose (object);
}

static void
trib_model_platform_finalize (GObject *object)
{
  TribModelPlatform *self = TRIB_MODEL_PLATFORM (object);

  g_clear_object (&self->integration);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fact, trib_model_fact_free);
  g_free (self->name);
  g_free (self->duration);
  g_free (self->search_text);
  g_free (self->collate_key);
  G_OBJECT_CLASS (trib_model_platform_parent_class)->finalize (object);
}

static void
trib_model_platform_class_init (TribModelPlatformClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_platform_get_property;
  object_class->dispose = trib_model_platform_dispose;
  object_class->finalize = trib_model_platform_finalize;
  props[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  props[PROP_CATEGORY] = g_param_spec_enum ("category", NULL, NULL, TRIB_MODEL_TYPE_CATEGORY,
                                            TRIB_MODEL_CATEGORY_OTHER, flags);
  props[PROP_IS_BETA] = g_param_spec_boolean ("is-beta", NULL, NULL, FALSE, flags);
  props[PROP_IS_OFFLINE_CONNECTOR] =
      g_param_spec_boolean ("is-offline-connector", NULL, NULL, FALSE, flags);
  props[PROP_NEEDS_WINDOWS] = g_param_spec_boolean ("needs-windows", NULL, NULL, FALSE, flags);
  props[PROP_LOGO] = g_param_spec_object ("logo", NULL, NULL, TRIB_MODEL_TYPE_IMAGE, flags);
  props[PROP_BUTTON] = g_param_spec_object ("button", NULL, NULL, TRIB_MODEL_TYPE_IMAGE, flags);
  props[PROP_BUTTON_HOVER] =
      g_param_spec_object ("button-hover", NULL, NULL, TRIB_MODEL_TYPE_IMAGE, flags);
  props[PROP_BRANDING_READY] = g_param_spec_boolean ("branding-ready", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_platform_init (TribModelPlatform *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * trib_model_platform_new:
 * @integration: what the server says of it
 * @loader: fetches its images
 * @facts: what people know of it
 *
 * Returns: (transfer full): a platform
 */
TribModelPlatform *
trib_model_platform_new (CodatIntegration *integration,
                         TribModelLoader *loader,
                         TribModelFacts *facts)
{
  TribModelPlatform *self = g_object_new (TRIB_MODEL_TYPE_PLATFORM, NULL);
  g_autofree char *all = NULL;
  guint minutes;

  self->integration = g_object_ref (integration);
  self->loader = g_object_ref (loader);
  self->name = trib_text_for_display (codat_integration_get_name (integration), MAX_NAME);
  self->fact = trib_model_facts_find (facts, codat_integration_get_key (integration),
                                      codat_integration_get_source_type (integration), self->name);
  minutes = MAX (self->fact->minutes, 1);
  self->duration =
      g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
  all = g_strjoin (" ", self->name, self->fact->address,
                   trib_model_category_get_title (trib_model_platform_get_category (self)), NULL);
  self->search_text = trib_model_fold (all);
  self->collate_key = g_utf8_collate_key (self->name, -1);
  return self;
}

/**
 * trib_model_platform_refresh:
 * @self: a platform
 *
 * What could not be fetched may be asked for once more.
 */
void
trib_model_platform_refresh (TribModelPlatform *self)
{
  g_return_if_fail (TRIB_MODEL_IS_PLATFORM (self));
  if (self->branding_failed)
    self->branding_asked = self->branding_failed = FALSE;
  if (self->logo != NULL)
    trib_model_image_forgive (self->logo);
  if (self->button != NULL)
    trib_model_image_forgive (self->button);
  if (self->button_hover != NULL)
    trib_model_image_forgive (self->button_hover);
}

/**
 * trib_model_platform_is_same:
 * @self: a platform
 * @integration: a newer answer
 *
 * Returns: whether the answer says what the platform shows
 */
gboolean
trib_model_platform_is_same (TribModelPlatform *self, CodatIntegration *integration)
{
  CodatIntegration *old = self->integration;

  return g_strcmp0 (codat_integration_get_key (old), codat_integration_get_key (integration)) ==
             0 &&
         g_strcmp0 (codat_integration_get_integration_id (old),
                    codat_integration_get_integration_id (integration)) == 0 &&
         g_strcmp0 (codat_integration_get_name (old), codat_integration_get_name (integration)) ==
             0 &&
         g_strcmp0 (codat_integration_get_logo_url (old),
                    codat_integration_get_logo_url (integration)) == 0 &&
         codat_integration_get_source_type (old) ==
             codat_integration_get_source_type (integration) &&
         codat_integration_get_is_beta (old) == codat_integration_get_is_beta (integration) &&
         codat_integration_get_is_offline_connector (old) ==
             codat_integration_get_is_offline_connector (integration);
}

/**
 * trib_model_platform_load_branding:
 * @self: a platform
 *
 * Asks for its branding, once.
 */
void
trib_model_platform_load_branding (TribModelPlatform *self)
{
  g_return_if_fail (TRIB_MODEL_IS_PLATFORM (self));
  if (self->branding_asked)
    return;
  self->branding_asked = TRUE;
  trib_model_loader_load_async (self->loader, TRIB_MODEL_LOAD_BRANDING,
                                trib_model_platform_get_key (self), self->cancellable, branding_cb,
                                trib_weak_new (self));
}
