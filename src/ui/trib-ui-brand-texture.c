/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-brand-texture.h"

#include "trib-ui-texture.h"

/* A brand image, decoded once it is wanted.
 * Owned by the widget that draws it.
 * Main thread only; pictures are decoded in a worker. */

struct _TribUiBrandTexture {
  GObject parent_instance;

  TribModelImage *image; /* (owned) (nullable) */
  int max_width;
  int max_height;
  gboolean wanted;
  GdkTexture *texture;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): the decoding under way */
};

G_DEFINE_FINAL_TYPE (TribUiBrandTexture, trib_ui_brand_texture, G_TYPE_OBJECT)

typedef enum {
  PROP_IMAGE = 1,
  PROP_TEXTURE,
} TribUiBrandTextureProperty;

static GParamSpec *props[PROP_TEXTURE + 1];

static void
set_texture (TribUiBrandTexture *self, GdkTexture *texture)
{
  if (g_set_object (&self->texture, texture))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXTURE]);
}

static void
stop_decoding (TribUiBrandTexture *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribUiBrandTexture) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = trib_ui_texture_load_finish (result, &error);

  /* A cancelled decoding belongs to the picture before. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (texture == NULL)
    g_debug ("A brand image cannot be shown: %s", error->message);
  set_texture (self, texture);
}

static void
decode (TribUiBrandTexture *self)
{
  GBytes *bytes = self->image != NULL ? trib_model_image_get_bytes (self->image) : NULL;

  stop_decoding (self);
  if (bytes == NULL) {
    set_texture (self, NULL);
    return;
  }
  self->cancellable = g_cancellable_new ();
  trib_ui_texture_load_async (bytes, self->max_width, self->max_height, self->cancellable,
                              decoded_cb, g_object_ref (self));
}

static void
bytes_changed_cb (TribUiBrandTexture *self)
{
  if (self->wanted)
    decode (self);
}

static void
trib_ui_brand_texture_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiBrandTexture *self = TRIB_UI_BRAND_TEXTURE (object);

  switch ((TribUiBrandTextureProperty) id) {
  case PROP_IMAGE:
    g_value_set_object (value, self->image);
    break;
  case PROP_TEXTURE:
    g_value_set_object (value, self->texture);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_brand_texture_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  switch ((int) id) {
  case PROP_IMAGE:
    trib_ui_brand_texture_set_image (TRIB_UI_BRAND_TEXTURE (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_brand_texture_dispose (GObject *object)
{
  TribUiBrandTexture *self = TRIB_UI_BRAND_TEXTURE (object);

  stop_decoding (self);
  if (self->image != NULL)
    g_signal_handlers_disconnect_by_data (self->image, self);
  g_clear_object (&self->image);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (trib_ui_brand_texture_parent_class)->dispose (object);
}

static void
trib_ui_brand_texture_class_init (TribUiBrandTextureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_ui_brand_texture_get_property;
  object_class->set_property = trib_ui_brand_texture_set_property;
  object_class->dispose = trib_ui_brand_texture_dispose;
  props[PROP_IMAGE] =
      g_param_spec_object ("image", NULL, NULL, TRIB_MODEL_TYPE_IMAGE,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_TEXTURE] = g_param_spec_object ("texture", NULL, NULL, GDK_TYPE_TEXTURE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_ui_brand_texture_init (TribUiBrandTexture *self)
{
}

/**
 * trib_ui_brand_texture_new:
 * @max_width: the greatest width to decode to, in device pixels
 * @max_height: the greatest height to decode to, in device pixels
 *
 * Returns: (transfer full): a picture without an image yet
 */
TribUiBrandTexture *
trib_ui_brand_texture_new (int max_width, int max_height)
{
  TribUiBrandTexture *self;

  g_return_val_if_fail (max_width > 0 && max_height > 0, NULL);

  self = g_object_new (TRIB_UI_TYPE_BRAND_TEXTURE, NULL);
  self->max_width = max_width;
  self->max_height = max_height;
  return self;
}

/**
 * trib_ui_brand_texture_set_image:
 * @self: a picture
 * @image: (nullable): the brand image behind it
 */
void
trib_ui_brand_texture_set_image (TribUiBrandTexture *self, TribModelImage *image)
{
  g_return_if_fail (TRIB_UI_IS_BRAND_TEXTURE (self));
  g_return_if_fail (image == NULL || TRIB_MODEL_IS_IMAGE (image));

  if (self->image == image)
    return;
  if (self->image != NULL)
    g_signal_handlers_disconnect_by_data (self->image, self);
  g_set_object (&self->image, image);
  if (image != NULL)
    g_signal_connect_swapped (image, "notify::bytes", G_CALLBACK (bytes_changed_cb), self);
  stop_decoding (self);
  set_texture (self, NULL);
  if (self->wanted)
    trib_ui_brand_texture_load (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IMAGE]);
}

/**
 * trib_ui_brand_texture_get_image:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): the brand image behind it
 */
TribModelImage *
trib_ui_brand_texture_get_image (TribUiBrandTexture *self)
{
  g_return_val_if_fail (TRIB_UI_IS_BRAND_TEXTURE (self), NULL);
  return self->image;
}

/**
 * trib_ui_brand_texture_set_max_size:
 * @self: a picture
 * @max_width: the greatest width to decode to, in device pixels
 * @max_height: the greatest height to decode to, in device pixels
 *
 * What there is to draw stays until it is there in the new size.
 */
void
trib_ui_brand_texture_set_max_size (TribUiBrandTexture *self, int max_width, int max_height)
{
  g_return_if_fail (TRIB_UI_IS_BRAND_TEXTURE (self));
  g_return_if_fail (max_width > 0 && max_height > 0);

  if (self->max_width == max_width && self->max_height == max_height)
    return;
  self->max_width = max_width;
  self->max_height = max_height;
  if (self->wanted)
    decode (self);
}

/**
 * trib_ui_brand_texture_load:
 * @self: a picture
 *
 * Asks for the image, now and whenever it is another one. Calling it again is free.
 */
void
trib_ui_brand_texture_load (TribUiBrandTexture *self)
{
  g_return_if_fail (TRIB_UI_IS_BRAND_TEXTURE (self));

  self->wanted = TRUE;
  if (self->image == NULL)
    return;
  trib_model_image_load (self->image);
  if (self->texture == NULL && self->cancellable == NULL)
    decode (self);
}

/**
 * trib_ui_brand_texture_get_texture:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): what to draw
 */
GdkTexture *
trib_ui_brand_texture_get_texture (TribUiBrandTexture *self)
{
  g_return_val_if_fail (TRIB_UI_IS_BRAND_TEXTURE (self), NULL);
  return self->texture;
}
