/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-image.h"

#include "trib-model-image-private.h"
#include "trib-model-types.h"

#include "trib-weak.h"

/* One brand image. Owned by its platform; shown by as many widgets as there are.
 * Main thread only.
 */
struct _TribModelImage {
  GObject parent_instance;

  TribModelLoader *loader; /* (owned) */
  char *url;               /* (owned) */
  char *alt;               /* (owned) (nullable) */
  TribModelState state;
  GBytes *bytes;             /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TribModelImage, trib_model_image, G_TYPE_OBJECT)

typedef enum {
  PROP_STATE = 1,
  PROP_BYTES,
  PROP_ALT,
} Property;

static GParamSpec *props[PROP_ALT + 1];

static void
set_state (TribModelImage *self, TribModelState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelImage) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      trib_model_loader_load_finish (TRIB_MODEL_LOADER (source), result, &error);

  if (self == NULL)
    return;
  if (bytes == NULL) {
    g_debug ("An image is missing: %s", error->message);
    set_state (self, TRIB_MODEL_STATE_FAILED);
    return;
  }
  self->bytes = g_steal_pointer (&bytes);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BYTES]);
  set_state (self, TRIB_MODEL_STATE_READY);
}

static void
trib_model_image_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelImage *self = TRIB_MODEL_IMAGE (object);

  switch ((Property) id) {
  case PROP_STATE:
    g_value_set_enum (value, (int) self->state);
    break;
  case PROP_BYTES:
    g_value_set_boxed (value, self->bytes);
    break;
  case PROP_ALT:
    g_value_set_string (value, self->alt);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_image_dispose (GObject *object)
{
  TribModelImage *self = TRIB_MODEL_IMAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->loader);
  G_OBJECT_CLASS (trib_model_image_parent_class)->dispose (object);
}

static void
trib_model_image_finalize (GObject *object)
{
  TribModelImage *self = TRIB_MODEL_IMAGE (object);

  g_free (self->url);
  g_free (self->alt);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (trib_model_image_parent_class)->finalize (object);
}

static void
trib_model_image_class_init (TribModelImageClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_image_get_property;
  object_class->dispose = trib_model_image_dispose;
  object_class->finalize = trib_model_image_finalize;
  props[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, TRIB_MODEL_TYPE_STATE, TRIB_MODEL_STATE_IDLE, flags);
  props[PROP_BYTES] = g_param_spec_boxed ("bytes", NULL, NULL, G_TYPE_BYTES, flags);
  props[PROP_ALT] = g_param_spec_string ("alt", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_image_init (TribModelImage *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * trib_model_image_new:
 * @loader: fetches it
 * @url: where it is
 * @alt: (nullable): what it shows, in words
 *
 * Returns: (transfer full): an image that is not loaded yet
 */
TribModelImage *
trib_model_image_new (TribModelLoader *loader, const char *url, const char *alt)
{
  TribModelImage *self = g_object_new (TRIB_MODEL_TYPE_IMAGE, NULL);

  self->loader = g_object_ref (loader);
  self->url = g_strdup (url);
  self->alt = g_strdup (alt);
  return self;
}

/**
 * trib_model_image_get_url:
 * @self: an image
 *
 * Returns: where it is
 */
const char *
trib_model_image_get_url (TribModelImage *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_IMAGE (self), NULL);
  return self->url;
}

/**
 * trib_model_image_forgive:
 * @self: an image
 *
 * Lets [method@TribModel.Image.load] try once more what failed.
 */
void
trib_model_image_forgive (TribModelImage *self)
{
  g_return_if_fail (TRIB_MODEL_IS_IMAGE (self));
  if (self->state == TRIB_MODEL_STATE_FAILED)
    set_state (self, TRIB_MODEL_STATE_IDLE);
}

/**
 * trib_model_image_get_alt:
 * @self: an image
 *
 * Returns: (nullable): what it shows, in words
 */
const char *
trib_model_image_get_alt (TribModelImage *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_IMAGE (self), NULL);
  return self->alt;
}

/**
 * trib_model_image_get_bytes:
 * @self: an image
 *
 * Returns: (nullable): the PNG or JPEG, when it is ready
 */
GBytes *
trib_model_image_get_bytes (TribModelImage *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_IMAGE (self), NULL);
  return self->bytes;
}

/**
 * trib_model_image_load:
 * @self: an image
 *
 * Fetches it, once.
 */
void
trib_model_image_load (TribModelImage *self)
{
  g_return_if_fail (TRIB_MODEL_IS_IMAGE (self));
  if (self->state != TRIB_MODEL_STATE_IDLE)
    return;
  set_state (self, TRIB_MODEL_STATE_LOADING);
  trib_model_loader_load_async (self->loader, TRIB_MODEL_LOAD_IMAGE, self->url, self->cancellable,
                                load_cb, trib_weak_new (self));
}
