/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-tour-private.h"

#define USUAL_WIDTH 1100
#define USUAL_HEIGHT 720
#define NARROW_WIDTH 360

/* Part of TribAppTour: a picture of the window as it is drawn, web page and dialog included. */

static void
add_window (GtkSnapshot *snapshot, GtkWindow *window, const graphene_point_t *place)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, place);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  gtk_snapshot_restore (snapshot);
}

/* The surface is what a person calls the window: a border that we draw ourselves is part of it. */
static graphene_size_t
get_size (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return GRAPHENE_SIZE_INIT (gdk_surface_get_width (surface), gdk_surface_get_height (surface));
}

static void
add_dialog (GtkSnapshot *snapshot, graphene_size_t size, GtkWindow *dialog)
{
  graphene_size_t small = get_size (dialog);
  graphene_point_t place = GRAPHENE_POINT_INIT ((int) (size.width - small.width) / 2,
                                                (int) (size.height - small.height) / 2);

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, 0.4 },
                             &GRAPHENE_RECT_INIT (0, 0, size.width, size.height));
  add_window (snapshot, dialog, &place);
}

/* Saves what the window shows as PNG; %G_IO_ERROR_BUSY when it was never drawn. */
gboolean
trib_app_tour_save_picture (GtkWindow *window, const char *path, GError **error)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GtkWindow *dialog = trib_app_tour_find_dialog (window);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  graphene_size_t size = get_size (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  add_window (snapshot, window, graphene_point_zero ());
  if (dialog != NULL)
    add_dialog (snapshot, size, dialog);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL && renderer != NULL)
    texture = gsk_renderer_render_texture (renderer, node,
                                           &GRAPHENE_RECT_INIT (0, 0, size.width, size.height));
  if (texture == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, "The window was not drawn for %s", path);
    return FALSE;
  }
  if (gdk_texture_save_to_png (texture, path))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The picture %s could not be saved", path);
  return FALSE;
}

/* What is added to a picture's name. */
const char *
trib_app_tour_get_style_suffix (guint style)
{
  static const char *const suffixes[] = { "", "-dark", "-narrow" };

  return style < G_N_ELEMENTS (suffixes) ? suffixes[style] : "";
}

/* 1 is dark, 2 is narrow; 0 and what is above is as it was. */
void
trib_app_tour_set_style (GtkWindow *window, guint style)
{
  AdwStyleManager *manager =
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (window)));

  adw_style_manager_set_color_scheme (manager, style == 1 ? ADW_COLOR_SCHEME_FORCE_DARK
                                                          : ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_set_default_size (window, style == 2 ? NARROW_WIDTH : USUAL_WIDTH, USUAL_HEIGHT);
}

/* Whether the window has become what set_style asked for. */
gboolean
trib_app_tour_has_style (GtkWindow *window, guint style)
{
  int wanted = style == 2 ? NARROW_WIDTH : USUAL_WIDTH;

  /* With a shadow the surface is larger; without one the border is taken from the content. */
  return gtk_widget_get_width (GTK_WIDGET (window)) == wanted || get_size (window).width == wanted;
}
