/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-tour-private.h"

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

static void
add_dialog (GtkSnapshot *snapshot, GtkWindow *window, GtkWindow *dialog)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  graphene_point_t place =
      GRAPHENE_POINT_INIT ((width - gtk_widget_get_width (GTK_WIDGET (dialog))) / 2,
                           (height - gtk_widget_get_height (GTK_WIDGET (dialog))) / 2);

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, 0.4 },
                             &GRAPHENE_RECT_INIT (0, 0, width, height));
  add_window (snapshot, dialog, &place);
}

/* Saves what the window shows as PNG. */
gboolean
trib_app_tour_save_picture (GtkWindow *window, const char *path, GError **error)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GtkWindow *dialog = trib_app_tour_find_dialog (window);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (window)),
                                              gtk_widget_get_height (GTK_WIDGET (window)));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  add_window (snapshot, window, graphene_point_zero ());
  if (dialog != NULL)
    add_dialog (snapshot, window, dialog);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL && renderer != NULL)
    texture = gsk_renderer_render_texture (renderer, node, &whole);
  if (texture != NULL && gdk_texture_save_to_png (texture, path))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The picture %s could not be saved", path);
  return FALSE;
}
