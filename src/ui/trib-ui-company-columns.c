/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-company-columns.h"

#include "trib-ui-platform-marks.h"

#include <glib/gi18n.h>

/* The headings over the columns of the list of companies; on a narrow list they take no room.
 * Owned by the page.
 * Main thread only. */

#define N_HEADINGS 4
#define MIN_WIDE 600

struct _TribUiCompanyHeadings {
  GtkWidget parent_instance;

  GtkWidget *labels[N_HEADINGS]; /* (owned) by being its children */
};

G_DEFINE_FINAL_TYPE (TribUiCompanyHeadings, trib_ui_company_headings, GTK_TYPE_WIDGET)

static int
get_char_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/**
 * trib_ui_company_columns_get:
 * @widget: the row or the headings, for the size of its text
 * @width: the width there is
 * @columns: (out): where the columns are
 */
void
trib_ui_company_columns_get (GtkWidget *widget, int width, TribUiCompanyColumns *columns)
{
  const int gap = TRIB_UI_COMPANY_GAP, letter = get_char_width (widget);
  int x = width - TRIB_UI_COMPANY_MARGIN + 6;

  *columns = (TribUiCompanyColumns){ .name_x = TRIB_UI_COMPANY_MARGIN };
  columns->end_width = 34;
  columns->sync_width = 16 * letter;
  columns->status_width = 21 * letter;
  columns->marks_width = TRIB_UI_PLATFORM_MARKS_MAX * (26 + 9) + 4 * letter;
  columns->end_x = x -= columns->end_width;
  columns->sync_x = x -= gap + columns->sync_width;
  columns->status_x = x -= gap + columns->status_width;
  columns->marks_x = x -= gap + columns->marks_width;
  columns->name_width = x - gap - columns->name_x;
  columns->narrow = width < MIN_WIDE || columns->name_width < 18 * letter;
}

/**
 * trib_ui_company_columns_allocate:
 * @child: a child of a row or of the headings
 * @x: where it starts, counted from the start of the line
 * @y: its top
 * @width: its width
 * @height: its height
 *
 * Places a child as gtk_widget_size_allocate() does, from the right in a right-to-left language.
 */
void
trib_ui_company_columns_allocate (GtkWidget *child, int x, int y, int width, int height)
{
  GtkWidget *parent = gtk_widget_get_parent (child);

  if (gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (parent) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
trib_ui_company_headings_measure (GtkWidget *widget,
                                  GtkOrientation orientation,
                                  int for_size,
                                  int *minimum,
                                  int *natural,
                                  int *minimum_baseline,
                                  int *natural_baseline)
{
  TribUiCompanyHeadings *self = TRIB_UI_COMPANY_HEADINGS (widget);
  TribUiCompanyColumns columns;
  int height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  trib_ui_company_columns_get (widget, for_size, &columns);
  if (columns.narrow)
    return;
  gtk_widget_measure (self->labels[0], GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  *minimum = *natural = height + 12;
}

static void
trib_ui_company_headings_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TribUiCompanyHeadings *self = TRIB_UI_COMPANY_HEADINGS (widget);
  TribUiCompanyColumns columns;

  trib_ui_company_columns_get (widget, width, &columns);
  for (guint i = 0; i < N_HEADINGS; i++)
    gtk_widget_set_child_visible (self->labels[i], !columns.narrow);
  if (columns.narrow)
    return;
  trib_ui_company_columns_allocate (self->labels[0], columns.name_x, 0, columns.name_width, height);
  trib_ui_company_columns_allocate (self->labels[1], columns.marks_x, 0, columns.marks_width,
                                    height);
  trib_ui_company_columns_allocate (self->labels[2], columns.status_x, 0, columns.status_width,
                                    height);
  trib_ui_company_columns_allocate (self->labels[3], columns.sync_x, 0, columns.sync_width, height);
}

static GtkSizeRequestMode
trib_ui_company_headings_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trib_ui_company_headings_dispose (GObject *object)
{
  TribUiCompanyHeadings *self = TRIB_UI_COMPANY_HEADINGS (object);

  for (guint i = 0; i < N_HEADINGS; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);
  G_OBJECT_CLASS (trib_ui_company_headings_parent_class)->dispose (object);
}

static void
trib_ui_company_headings_class_init (TribUiCompanyHeadingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_company_headings_dispose;
  widget_class->measure = trib_ui_company_headings_measure;
  widget_class->size_allocate = trib_ui_company_headings_size_allocate;
  widget_class->get_request_mode = trib_ui_company_headings_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "companyheadings");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
trib_ui_company_headings_init (TribUiCompanyHeadings *self)
{
  const char *const words[N_HEADINGS] = { _ ("Company"), _ ("Platforms"), _ ("Status"),
                                                                             _ ("Last sync") };

  for (guint i = 0; i < N_HEADINGS; i++) {
    self->labels[i] = gtk_label_new (words[i]);
    gtk_label_set_xalign (GTK_LABEL (self->labels[i]), 0);
    gtk_label_set_ellipsize (GTK_LABEL (self->labels[i]), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (self->labels[i], "caption-heading");
    gtk_widget_add_css_class (self->labels[i], "dim-label");
    gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
  }
}
