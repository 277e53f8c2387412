/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-skeleton.h"

#include <glib/gi18n.h>

#include "trib-ui-company-columns.h"

/* Rows without words while a list is on its way: the same places and heights as the real rows, so
 * that nothing jumps.
 * Owned by the page.
 * Main thread only. */

struct _TribUiSkeleton {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TribUiSkeleton, trib_ui_skeleton, GTK_TYPE_WIDGET)

static void
append_bar (GtkWidget *widget, GtkSnapshot *snapshot, int x, int y, int width, int height)
{
  GskRoundedRect bar;
  GdkRGBA color;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.1f;
  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (x, y, width, height),
                                   MIN (height / 2.0f, 8));
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_row (
    GtkWidget *widget, GtkSnapshot *snapshot, const TribUiCompanyColumns *at, int y, guint row)
{
  /* Names are not all of one length; the same row always has the same one. */
  int name = 120 + (int) (row * 37 % 80);

  append_bar (widget, snapshot, at->name_x, y + 10, MIN (name, at->name_width), 12);
  if (at->narrow) {
    append_bar (widget, snapshot, at->name_x, y + 32, 96, 20);
    append_bar (widget, snapshot, at->end_x - 12 - 26, y + 18, 26, 26);
    return;
  }
  append_bar (widget, snapshot, at->name_x, y + 29, 60, 9);
  for (guint i = 0; i < 1 + row % 3; i++)
    append_bar (widget, snapshot, at->marks_x + (int) i * 35, y + 11, 26, 26);
  append_bar (widget, snapshot, at->status_x, y + 13, 96, 22);
  append_bar (widget, snapshot, at->sync_x, y + 18, 72, 12);
}

static void
trib_ui_skeleton_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TribUiCompanyColumns columns;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int step;

  trib_ui_company_columns_get (widget, width, &columns);
  if (columns.narrow)
    columns.name_width = width / 2;
  step = columns.narrow ? 63 : 49;
  for (int y = 0, row = 0; y + step <= height; y += step, row++)
    append_row (widget, snapshot, &columns, y, (guint) row);
}

static void
trib_ui_skeleton_class_init (TribUiSkeletonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = trib_ui_skeleton_snapshot;
  gtk_widget_class_set_css_name (widget_class, "skeleton");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
trib_ui_skeleton_init (TribUiSkeleton *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Loading"), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);
}
