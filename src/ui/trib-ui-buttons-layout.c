/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-buttons-layout.h"

/* A line of buttons that becomes a pile where there is no room for the line.
 * Owned by the widget whose children it lays out.
 * Main thread only. */

#define SPACING 12

struct _TribUiButtonsLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TribUiButtonsLayout, trib_ui_buttons_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct {
  int n;
  int widest;  /* the minimum width of the widest */
  int line;    /* the natural width of all in a line */
  int highest; /* the natural height of the highest in the line */
  int pile;    /* the natural height of all below each other */
} Sizes;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static GtkWidget *
next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* width is that of the pile, or -1 when only widths are asked for. */
static void
get_sizes (GtkWidget *widget, int width, Sizes *sizes)
{
  *sizes = (Sizes){ 0 };
  for (GtkWidget *child = first (widget); child != NULL; child = next (child)) {
    int spacing = sizes->n++ > 0 ? SPACING : 0;
    int minimum, natural;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
    sizes->widest = MAX (sizes->widest, minimum);
    sizes->line += spacing + natural;
    if (width < 0)
      continue;
    sizes->highest = MAX (sizes->highest, get_height (child, natural));
    sizes->pile += spacing + get_height (child, MAX (width, minimum));
  }
}

static GtkSizeRequestMode
trib_ui_buttons_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trib_ui_buttons_layout_measure (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  Sizes sizes;

  get_sizes (widget, -1, &sizes);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = sizes.widest;
    *natural = sizes.line;
    return;
  }
  if (for_size < 0)
    for_size = sizes.line;
  get_sizes (widget, for_size, &sizes);
  *minimum = *natural = sizes.line <= for_size ? sizes.highest : sizes.pile;
}

static void
trib_ui_buttons_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Sizes sizes;
  int x, y = 0;

  get_sizes (widget, width, &sizes);
  /* A line ends where the room ends, as the buttons of a dialog do. */
  x = width - sizes.line;
  for (GtkWidget *child = first (widget); child != NULL; child = next (child)) {
    int natural, high;

    if (sizes.line <= width) {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ rtl ? width - x - natural : x, 0, natural, height }, -1);
      x += natural + SPACING;
    } else {
      high = get_height (child, width);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, high }, -1);
      y += high + SPACING;
    }
  }
}

static void
trib_ui_buttons_layout_class_init (TribUiButtonsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = trib_ui_buttons_layout_get_request_mode;
  layout_class->measure = trib_ui_buttons_layout_measure;
  layout_class->allocate = trib_ui_buttons_layout_allocate;
}

static void
trib_ui_buttons_layout_init (TribUiButtonsLayout *self)
{
}

/**
 * trib_ui_buttons_layout_new:
 *
 * Returns: (transfer full): a layout for a box of buttons
 */
GtkLayoutManager *
trib_ui_buttons_layout_new (void)
{
  return g_object_new (TRIB_UI_TYPE_BUTTONS_LAYOUT, NULL);
}
