/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-tile-skeleton.h"

#include "trib-ui-columns-layout.h"
#include "trib-ui-tile-layout.h"

#include <glib/gi18n.h>

/* Tiles without words, laid out by what lays out the real ones, so that nothing jumps.
 * Owned by the page's template.
 * Main thread only. */

struct _TribUiTileSkeleton {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TribUiTileSkeleton, trib_ui_tile_skeleton, GTK_TYPE_BOX)

static GtkWidget *
make_bar (int width, int height)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "css-name", "bar", "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_size_request (bar, width, height);
  gtk_widget_set_halign (bar, GTK_ALIGN_START);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

static GtkWidget *
make_tile (guint number)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_set_layout_manager (tile, trib_ui_tile_layout_new ());
  gtk_widget_add_css_class (tile, "card");
  gtk_widget_add_css_class (tile, "tile");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (tile), make_bar (40, 40));
  gtk_box_append (GTK_BOX (tile), words);
  /* Names are not all of one length; the same place always has the same one. */
  gtk_box_append (GTK_BOX (words), make_bar (80 + (int) (number * 37 % 70), 12));
  gtk_box_append (GTK_BOX (words), make_bar (60 + (int) (number * 53 % 50), 9));
  return tile;
}

static void
append_section (TribUiTileSkeleton *self, guint n_tiles)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *line = gtk_label_new ("");

  /* As high as a title is, at any size of text. */
  gtk_widget_add_css_class (line, "title-4");
  gtk_box_append (GTK_BOX (title), line);
  gtk_box_append (GTK_BOX (title), make_bar (110, 14));
  gtk_widget_set_layout_manager (grid, trib_ui_columns_layout_new ());
  for (guint i = 0; i < n_tiles; i++)
    gtk_box_append (GTK_BOX (grid), make_tile (i + n_tiles));
  gtk_box_append (GTK_BOX (section), title);
  gtk_box_append (GTK_BOX (section), grid);
  gtk_box_append (GTK_BOX (self), section);
}

static void
trib_ui_tile_skeleton_class_init (TribUiTileSkeletonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "skeleton");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
trib_ui_tile_skeleton_init (TribUiTileSkeleton *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 30);
  append_section (self, 9);
  append_section (self, 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Loading platforms"), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);
}
