/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-button-image.h"

#include "trib-ui-brand-texture.h"

/* A platform's own button, with the picture it has for being pointed at.
 * Owned by the tile of the platform, which speaks for it.
 * Main thread only. */

#define MAX_WIDTH 320
/* Sharp on a screen of twice the usual density; the picture is small in any case. */
#define DEVICE_SCALE 2

struct _TribUiButtonImage {
  GtkWidget parent_instance;

  TribUiBrandTexture *usual; /* (owned) */
  TribUiBrandTexture *hover; /* (owned) */
  gboolean highlighted;
};

G_DEFINE_FINAL_TYPE (TribUiButtonImage, trib_ui_button_image, GTK_TYPE_WIDGET)

typedef enum {
  PROP_READY = 1,
  PROP_SHOWS_HOVER,
} TribUiButtonImageProperty;

static GParamSpec *props[PROP_SHOWS_HOVER + 1];

static GdkTexture *
get_shown (TribUiButtonImage *self)
{
  GdkTexture *hover = trib_ui_brand_texture_get_texture (self->hover);

  if (self->highlighted && hover != NULL)
    return hover;
  return trib_ui_brand_texture_get_texture (self->usual);
}

static void
fit (GdkTexture *texture, double max_width, double *width, double *height)
{
  double scale = (double) TRIB_UI_BUTTON_IMAGE_HEIGHT / gdk_texture_get_height (texture);

  scale = MIN (scale, MIN (max_width, MAX_WIDTH) / gdk_texture_get_width (texture));
  /* A picture drawn for a usual screen is not blown up. */
  scale = MIN (scale, 1.0);
  *width = gdk_texture_get_width (texture) * scale;
  *height = gdk_texture_get_height (texture) * scale;
}

static void
texture_cb (TribUiButtonImage *self, GParamSpec *pspec, TribUiBrandTexture *texture)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (texture == self->usual)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS_HOVER]);
}

static void
trib_ui_button_image_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GdkTexture *texture = trib_ui_brand_texture_get_texture (TRIB_UI_BUTTON_IMAGE (widget)->usual);
  double width = 0, height;

  if (texture != NULL)
    fit (texture, MAX_WIDTH, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MIN ((int) width, 64);
    *natural = (int) width;
  } else {
    *minimum = *natural = TRIB_UI_BUTTON_IMAGE_HEIGHT;
  }
}

static void
trib_ui_button_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GdkTexture *texture = get_shown (TRIB_UI_BUTTON_IMAGE (widget));
  double width, height, x = 0;

  if (texture == NULL)
    return;
  fit (texture, gtk_widget_get_width (widget), &width, &height);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - width;
  gtk_snapshot_append_texture (
      snapshot, texture,
      &GRAPHENE_RECT_INIT (x, (gtk_widget_get_height (widget) - height) / 2, width, height));
}

static void
trib_ui_button_image_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiButtonImage *self = TRIB_UI_BUTTON_IMAGE (object);

  switch ((TribUiButtonImageProperty) id) {
  case PROP_READY:
    g_value_set_boolean (value, trib_ui_button_image_get_ready (self));
    break;
  case PROP_SHOWS_HOVER:
    g_value_set_boolean (value, trib_ui_button_image_get_shows_hover (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_button_image_dispose (GObject *object)
{
  TribUiButtonImage *self = TRIB_UI_BUTTON_IMAGE (object);

  if (self->usual != NULL)
    g_signal_handlers_disconnect_by_data (self->usual, self);
  if (self->hover != NULL)
    g_signal_handlers_disconnect_by_data (self->hover, self);
  g_clear_object (&self->usual);
  g_clear_object (&self->hover);
  G_OBJECT_CLASS (trib_ui_button_image_parent_class)->dispose (object);
}

static void
trib_ui_button_image_class_init (TribUiButtonImageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = trib_ui_button_image_get_property;
  object_class->dispose = trib_ui_button_image_dispose;
  widget_class->measure = trib_ui_button_image_measure;
  widget_class->snapshot = trib_ui_button_image_snapshot;
  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  props[PROP_SHOWS_HOVER] = g_param_spec_boolean ("shows-hover", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (widget_class, "buttonimage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trib_ui_button_image_init (TribUiButtonImage *self)
{
  self->usual = trib_ui_brand_texture_new (MAX_WIDTH * DEVICE_SCALE,
                                           TRIB_UI_BUTTON_IMAGE_HEIGHT * DEVICE_SCALE);
  self->hover = trib_ui_brand_texture_new (MAX_WIDTH * DEVICE_SCALE,
                                           TRIB_UI_BUTTON_IMAGE_HEIGHT * DEVICE_SCALE);
  g_signal_connect_swapped (self->usual, "notify::texture", G_CALLBACK (texture_cb), self);
  g_signal_connect_swapped (self->hover, "notify::texture", G_CALLBACK (texture_cb), self);
}

/**
 * trib_ui_button_image_set_images:
 * @self: a button's picture
 * @image: (nullable): the usual one
 * @hover_image: (nullable): the one for being pointed at
 */
void
trib_ui_button_image_set_images (TribUiButtonImage *self,
                                 TribModelImage *image,
                                 TribModelImage *hover_image)
{
  g_return_if_fail (TRIB_UI_IS_BUTTON_IMAGE (self));

  trib_ui_brand_texture_set_image (self->usual, image);
  trib_ui_brand_texture_set_image (self->hover, hover_image);
}

/**
 * trib_ui_button_image_set_highlighted:
 * @self: a button's picture
 * @highlighted: whether it is pointed at, or has the keyboard's focus
 */
void
trib_ui_button_image_set_highlighted (TribUiButtonImage *self, gboolean highlighted)
{
  g_return_if_fail (TRIB_UI_IS_BUTTON_IMAGE (self));

  if (self->highlighted == highlighted)
    return;
  self->highlighted = highlighted;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS_HOVER]);
}

/**
 * trib_ui_button_image_get_ready:
 * @self: a button's picture
 *
 * Returns: whether there is something to show
 */
gboolean
trib_ui_button_image_get_ready (TribUiButtonImage *self)
{
  g_return_val_if_fail (TRIB_UI_IS_BUTTON_IMAGE (self), FALSE);
  return self->usual != NULL && trib_ui_brand_texture_get_texture (self->usual) != NULL;
}

/**
 * trib_ui_button_image_get_shows_hover:
 * @self: a button's picture
 *
 * Returns: whether the picture for being pointed at is shown
 */
gboolean
trib_ui_button_image_get_shows_hover (TribUiButtonImage *self)
{
  g_return_val_if_fail (TRIB_UI_IS_BUTTON_IMAGE (self), FALSE);
  return self->highlighted && self->hover != NULL &&
         trib_ui_brand_texture_get_texture (self->hover) != NULL;
}

/**
 * trib_ui_button_image_load:
 * @self: a button's picture
 *
 * Asks for its pictures, now and whenever they are others. Calling it again is free.
 */
void
trib_ui_button_image_load (TribUiButtonImage *self)
{
  g_return_if_fail (TRIB_UI_IS_BUTTON_IMAGE (self));

  trib_ui_brand_texture_load (self->usual);
  trib_ui_brand_texture_load (self->hover);
}
