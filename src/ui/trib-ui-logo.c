/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-logo.h"

#include "trib-ui-brand-texture.h"

#include "trib-text.h"

#include <adwaita.h>
#include <math.h>

/* A platform's square mark on a white plate, or a tile with the first letter of its name.
 * Owned by the row, tile or page that shows the platform.
 * Main thread only; pictures are decoded in a worker. */

struct _TribUiLogo {
  GtkWidget parent_instance;

  TribUiBrandTexture *picture; /* (owned) */
  char *name;                  /* (owned) */
  int pixel_size;
};

G_DEFINE_FINAL_TYPE (TribUiLogo, trib_ui_logo, GTK_TYPE_WIDGET)

#define DEFAULT_PIXEL_SIZE 40

typedef enum {
  PROP_IMAGE = 1,
  PROP_NAME,
  PROP_PIXEL_SIZE,
  PROP_HAS_TEXTURE,
} TribUiLogoProperty;

static GParamSpec *props[PROP_HAS_TEXTURE + 1];

/* Calm, and each at least 4.5 : 1 against the white letter. */
static const char *const tile_colors[] = {
  "#1c5f9e", "#14683a", "#8a4b08", "#7a3b8f", "#a1344b", "#0f6e74", "#5b5f97", "#6b5a45",
};

static void
texture_cb (TribUiLogo *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_TEXTURE]);
}

/* A picture is as sharp as the screen it is on. */
static void
scale_cb (TribUiLogo *self)
{
  int pixels = self->pixel_size * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  trib_ui_brand_texture_set_max_size (self->picture, pixels, pixels);
}

static void
show_name (TribUiLogo *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static char *
dup_letter (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    char letter[7] = "";

    if (g_unichar_isalnum (c)) {
      g_unichar_to_utf8 (g_unichar_totitle (c), letter);
      return g_strdup (letter);
    }
  }
  return g_strdup ("?");
}

static void
snapshot_letter (TribUiLogo *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  g_autofree char *letter = dup_letter (self->name);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), letter);
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  PangoRectangle ink;
  GdkRGBA color;

  gdk_rgba_parse (&color, tile_colors[g_str_hash (self->name) % G_N_ELEMENTS (tile_colors)]);
  gtk_snapshot_append_color (snapshot, &color, bounds);

  pango_font_description_set_absolute_size (font, self->pixel_size * 0.5 * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    roundf (bounds->origin.x + (bounds->size.width - ink.width) / 2 - ink.x),
                    roundf (bounds->origin.y + (bounds->size.height - ink.height) / 2 - ink.y)));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA){ 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_texture (GdkTexture *texture, GtkSnapshot *snapshot, const GskRoundedRect *plate)
{
  const graphene_rect_t *bounds = &plate->bounds;
  GskRoundedRect paper = *plate;
  float width = gdk_texture_get_width (texture);
  float height = gdk_texture_get_height (texture);
  float scale = MIN (bounds->size.width / width, bounds->size.height / height);
  graphene_rect_t place = GRAPHENE_RECT_INIT (
      bounds->origin.x + (bounds->size.width - width * scale) / 2,
      bounds->origin.y + (bounds->size.height - height * scale) / 2, width * scale, height * scale);

  /* Brands draw for white paper; on a dark page a dark mark would be lost without it. It ends below
   * the line around the plate, or it would shine through the round corners of a mark. */
  gsk_rounded_rect_shrink (&paper, 1, 1, 1, 1);
  gtk_snapshot_push_rounded_clip (snapshot, &paper);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_texture (snapshot, texture, &place);
}

static void
trib_ui_logo_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TribUiLogo *self = TRIB_UI_LOGO (widget);
  GdkTexture *texture = trib_ui_logo_get_texture (self);
  float size = self->pixel_size;
  GdkRGBA line;
  GskRoundedRect plate;

  /* In the colour of the text, so that a dark mark keeps its edge on a dark page. */
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &line);
  line.alpha *=
      adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.5f : 0.13f;
  gsk_rounded_rect_init_from_rect (&plate,
                                   &GRAPHENE_RECT_INIT ((gtk_widget_get_width (widget) - size) / 2,
                                                        (gtk_widget_get_height (widget) - size) / 2,
                                                        size, size),
                                   CLAMP (size / 5, 4, 12));
  gtk_snapshot_push_rounded_clip (snapshot, &plate);
  if (texture != NULL)
    snapshot_texture (texture, snapshot, &plate);
  else
    snapshot_letter (self, snapshot, &plate.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &plate, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ line, line, line, line });
}

static void
trib_ui_logo_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = TRIB_UI_LOGO (widget)->pixel_size;
}

static void
trib_ui_logo_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trib_ui_logo_parent_class)->map (widget);
  trib_ui_brand_texture_load (TRIB_UI_LOGO (widget)->picture);
}

static void
trib_ui_logo_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiLogo *self = TRIB_UI_LOGO (object);

  switch ((TribUiLogoProperty) id) {
  case PROP_IMAGE:
    g_value_set_object (value, trib_ui_logo_get_image (self));
    break;
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_PIXEL_SIZE:
    g_value_set_int (value, self->pixel_size);
    break;
  case PROP_HAS_TEXTURE:
    g_value_set_boolean (value, trib_ui_logo_get_texture (self) != NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_logo_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TribUiLogo *self = TRIB_UI_LOGO (object);

  switch ((int) id) {
  case PROP_IMAGE:
    trib_ui_logo_set_image (self, g_value_get_object (value));
    break;
  case PROP_NAME:
    trib_ui_logo_set_name (self, g_value_get_string (value));
    break;
  case PROP_PIXEL_SIZE:
    trib_ui_logo_set_pixel_size (self, g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_logo_dispose (GObject *object)
{
  TribUiLogo *self = TRIB_UI_LOGO (object);

  if (self->picture != NULL)
    g_signal_handlers_disconnect_by_data (self->picture, self);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (trib_ui_logo_parent_class)->dispose (object);
}

static void
trib_ui_logo_finalize (GObject *object)
{
  g_free (TRIB_UI_LOGO (object)->name);
  G_OBJECT_CLASS (trib_ui_logo_parent_class)->finalize (object);
}

static void
trib_ui_logo_class_init (TribUiLogoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = trib_ui_logo_get_property;
  object_class->set_property = trib_ui_logo_set_property;
  object_class->dispose = trib_ui_logo_dispose;
  object_class->finalize = trib_ui_logo_finalize;
  widget_class->map = trib_ui_logo_map;
  widget_class->measure = trib_ui_logo_measure;
  widget_class->snapshot = trib_ui_logo_snapshot;

  props[PROP_IMAGE] = g_param_spec_object ("image", NULL, NULL, TRIB_MODEL_TYPE_IMAGE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_PIXEL_SIZE] =
      g_param_spec_int ("pixel-size", NULL, NULL, 8, 512, DEFAULT_PIXEL_SIZE, flags);
  props[PROP_HAS_TEXTURE] = g_param_spec_boolean ("has-texture", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "platformlogo");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trib_ui_logo_init (TribUiLogo *self)
{
  self->name = g_strdup ("");
  self->pixel_size = DEFAULT_PIXEL_SIZE;
  self->picture = trib_ui_brand_texture_new (DEFAULT_PIXEL_SIZE, DEFAULT_PIXEL_SIZE);
  g_signal_connect_swapped (self->picture, "notify::texture", G_CALLBACK (texture_cb), self);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_cb), NULL);
}

/**
 * trib_ui_logo_new:
 * @image: (nullable): the mark
 * @name: (nullable): the platform's name
 * @pixel_size: its side, in logical pixels
 *
 * Returns: (transfer floating): a mark
 */
GtkWidget *
trib_ui_logo_new (TribModelImage *image, const char *name, int pixel_size)
{
  return g_object_new (TRIB_UI_TYPE_LOGO, "image", image, "name", name, "pixel-size", pixel_size,
                       NULL);
}

/**
 * trib_ui_logo_set_image:
 * @self: a mark
 * @image: (nullable): the picture; it is asked for when the widget is on the screen
 */
void
trib_ui_logo_set_image (TribUiLogo *self, TribModelImage *image)
{
  g_return_if_fail (TRIB_UI_IS_LOGO (self));
  g_return_if_fail (image == NULL || TRIB_MODEL_IS_IMAGE (image));

  if (trib_ui_logo_get_image (self) == image)
    return;
  trib_ui_brand_texture_set_image (self->picture, image);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IMAGE]);
}

/**
 * trib_ui_logo_get_image:
 * @self: a mark
 *
 * Returns: (transfer none) (nullable): its picture
 */
TribModelImage *
trib_ui_logo_get_image (TribUiLogo *self)
{
  g_return_val_if_fail (TRIB_UI_IS_LOGO (self), NULL);
  return self->picture != NULL ? trib_ui_brand_texture_get_image (self->picture) : NULL;
}

/**
 * trib_ui_logo_set_name:
 * @self: a mark
 * @name: (nullable): the platform's name
 */
void
trib_ui_logo_set_name (TribUiLogo *self, const char *name)
{
  g_return_if_fail (TRIB_UI_IS_LOGO (self));

  if (!trib_set_str (&self->name, name != NULL ? name : ""))
    return;
  show_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
}

/**
 * trib_ui_logo_get_name:
 * @self: a mark
 *
 * Returns: (transfer none): the platform's name
 */
const char *
trib_ui_logo_get_name (TribUiLogo *self)
{
  g_return_val_if_fail (TRIB_UI_IS_LOGO (self), NULL);
  return self->name;
}

/**
 * trib_ui_logo_set_pixel_size:
 * @self: a mark
 * @pixel_size: its side, in logical pixels
 */
void
trib_ui_logo_set_pixel_size (TribUiLogo *self, int pixel_size)
{
  g_return_if_fail (TRIB_UI_IS_LOGO (self));
  g_return_if_fail (pixel_size >= 8);

  if (self->pixel_size == pixel_size)
    return;
  self->pixel_size = pixel_size;
  scale_cb (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PIXEL_SIZE]);
}

/**
 * trib_ui_logo_get_texture:
 * @self: a mark
 *
 * Returns: (transfer none) (nullable): the picture, or %NULL while the letter stands for it
 */
GdkTexture *
trib_ui_logo_get_texture (TribUiLogo *self)
{
  g_return_val_if_fail (TRIB_UI_IS_LOGO (self), NULL);
  return self->picture != NULL ? trib_ui_brand_texture_get_texture (self->picture) : NULL;
}
