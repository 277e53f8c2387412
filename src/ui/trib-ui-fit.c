/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-fit.h"

#define DEFAULT_WIDTH 580
#define MIN_WIDTH 320
#define MAX_HEIGHT 720

static GtkWidget *
get_words (GtkWidget *scroller)
{
  GtkWidget *child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));

  return GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : child;
}

/* A scrolled window alone would not know how high its words are at this width. */
static int
get_height (GtkWidget *whole, GtkWidget *scroller, int width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (whole); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *part = child == scroller ? get_words (scroller) : child;
    int natural;

    gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
    height += natural;
  }
  return MIN (height, MAX_HEIGHT);
}

/**
 * trib_ui_fit_window:
 * @window: a sheet
 * @opener: the widget that it is opened from
 * @whole: all that the sheet shows, one below the other
 * @scroller: the [class@Gtk.ScrolledWindow] among it
 *
 * Puts the sheet above its opener's window, no wider than that, and as high as everything it says
 * at its width.
 */
void
trib_ui_fit_window (GtkWindow *window, GtkWidget *opener, GtkWidget *whole, GtkWidget *scroller)
{
  GtkRoot *root;
  int width = DEFAULT_WIDTH;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (GTK_IS_WIDGET (opener));
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  root = gtk_widget_get_root (opener);
  if (GTK_IS_WINDOW (root)) {
    gtk_window_set_transient_for (window, GTK_WINDOW (root));
    if (gtk_widget_get_width (GTK_WIDGET (root)) > 0)
      width = CLAMP (gtk_widget_get_width (GTK_WIDGET (root)), MIN_WIDTH, DEFAULT_WIDTH);
  }
  gtk_window_set_default_size (window, width, get_height (whole, scroller, width));
}
