/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-columns-layout.h"

/* Columns of one width with 12 pixels between them, and rows of one height; alone in its column
 * each child is as high as it needs to be.
 * Owned by the widget whose children it lays out.
 * Main thread only. */

#define SPACING 12
/* Enough for the name of most platforms beside its mark, at any size of text. */
#define COLUMN_CHARS 37

struct _TribUiColumnsLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TribUiColumnsLayout, trib_ui_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_column_width (GtkWidget *widget)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) * COLUMN_CHARS;

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (width);
}

static int
get_minimum_width (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int minimum = 0;

    if (gtk_widget_should_layout (child))
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    widest = MAX (widest, minimum);
  }
  return widest;
}

static int
count_columns (GtkWidget *widget, int width)
{
  int column = MAX (get_column_width (widget), get_minimum_width (widget));

  return CLAMP ((width + SPACING) / (column + SPACING), 1, TRIB_UI_COLUMNS_MAX);
}

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* How high the row that starts with a child is; next is the first child of the row after it. */
static int
measure_row (GtkWidget *child, int n_columns, int width, GtkWidget **next)
{
  int height = 0;

  for (int i = 0; i < n_columns && child != NULL; i++) {
    int natural;

    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
    height = MAX (height, natural);
    child = skip_hidden (gtk_widget_get_next_sibling (child));
  }
  *next = child;
  return height;
}

/* The height of the highest row: a grid with rows of several heights looks like a mistake. */
static int
measure_rows (GtkWidget *widget, int n_columns, int width)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int highest = 0;

  while (child != NULL)
    highest = MAX (highest, measure_row (child, n_columns, width, &child));
  return highest;
}

static GtkSizeRequestMode
trib_ui_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trib_ui_columns_layout_measure (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  int column = MAX (get_column_width (widget), get_minimum_width (widget));
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int n_columns, width, highest, height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = get_minimum_width (widget);
    *natural = column * TRIB_UI_COLUMNS_MAX + SPACING * (TRIB_UI_COLUMNS_MAX - 1);
    return;
  }
  if (for_size < 0)
    for_size = column * TRIB_UI_COLUMNS_MAX + SPACING * (TRIB_UI_COLUMNS_MAX - 1);
  n_columns = count_columns (widget, for_size);
  width = (for_size - SPACING * (n_columns - 1)) / n_columns;
  highest = n_columns > 1 ? measure_rows (widget, n_columns, width) : 0;
  while (child != NULL) {
    int row = measure_row (child, n_columns, width, &child);

    height += (height > 0 ? SPACING : 0) + MAX (row, highest);
  }
  *minimum = *natural = height;
}

static void
trib_ui_columns_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int n_columns = count_columns (widget, width);
  int column = (width - SPACING * (n_columns - 1)) / n_columns;
  int highest = n_columns > 1 ? measure_rows (widget, n_columns, column) : 0;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  while (child != NULL) {
    GtkWidget *next;
    int row = MAX (measure_row (child, n_columns, column, &next), highest);

    for (int i = 0; child != next; i++) {
      int x = i * (column + SPACING);

      gtk_widget_size_allocate (
          child, &(GtkAllocation){ rtl ? width - x - column : x, y, column, row }, -1);
      child = skip_hidden (gtk_widget_get_next_sibling (child));
    }
    y += row + SPACING;
  }
}

static void
trib_ui_columns_layout_class_init (TribUiColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = trib_ui_columns_layout_get_request_mode;
  layout_class->measure = trib_ui_columns_layout_measure;
  layout_class->allocate = trib_ui_columns_layout_allocate;
}

static void
trib_ui_columns_layout_init (TribUiColumnsLayout *self)
{
}

/**
 * trib_ui_columns_layout_new:
 *
 * Returns: (transfer full): a layout for any widget's children
 */
GtkLayoutManager *
trib_ui_columns_layout_new (void)
{
  return g_object_new (TRIB_UI_TYPE_COLUMNS_LAYOUT, NULL);
}
