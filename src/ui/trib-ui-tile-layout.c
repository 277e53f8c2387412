/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-tile-layout.h"

/* A mark, words, and an end that moves under the words when room is short. An end that expands
 * begins right behind the words.
 * Owned by the widget whose three children it lays out.
 * Main thread only. */

#define SPACING 12
#define LINE_SPACING 6

struct _TribUiTileLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TribUiTileLayout, trib_ui_tile_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct {
  GtkWidget *mark;  /* (nullable): when hidden */
  GtkWidget *words; /* (nullable) */
  GtkWidget *end;   /* (nullable) */
  GtkWidget *empty; /* (nullable): the end while it has nothing to show */
  int mark_width;
  int words_minimum;
  int words_natural;
  int end_minimum;
  int end_natural;
} Parts;

static GtkWidget *
visible_or_null (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child) ? child : NULL;
}

static void
measure_width (GtkWidget *child, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
get_parts (GtkWidget *widget, Parts *parts)
{
  GtkWidget *mark = gtk_widget_get_first_child (widget);
  GtkWidget *words = mark != NULL ? gtk_widget_get_next_sibling (mark) : NULL;
  int ignored;

  parts->mark = visible_or_null (mark);
  parts->words = visible_or_null (words);
  parts->end = visible_or_null (words != NULL ? gtk_widget_get_next_sibling (words) : NULL);
  measure_width (parts->mark, &ignored, &parts->mark_width);
  measure_width (parts->words, &parts->words_minimum, &parts->words_natural);
  measure_width (parts->end, &parts->end_minimum, &parts->end_natural);
  /* A box that has nothing to show takes no place, but GTK wants it placed. */
  parts->empty = parts->end_natural == 0 ? parts->end : NULL;
  if (parts->empty != NULL)
    parts->end = NULL;
}

static int
get_words_x (const Parts *parts)
{
  return parts->mark != NULL ? parts->mark_width + SPACING : 0;
}

static gboolean
has_room_at_the_end (const Parts *parts, int width)
{
  return get_words_x (parts) + parts->words_natural + SPACING + parts->end_natural <= width;
}

static int
get_end_height (const Parts *parts, int room)
{
  return measure_height (parts->end, MIN (room, parts->end_natural));
}

static GtkSizeRequestMode
trib_ui_tile_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_height (const Parts *parts, int width)
{
  int room = MAX (width - get_words_x (parts), 0);
  int mark = measure_height (parts->mark, -1);
  int words, end;

  if (parts->end == NULL)
    return MAX (mark, measure_height (parts->words, room));
  if (has_room_at_the_end (parts, width)) {
    words = measure_height (parts->words, room - SPACING - parts->end_natural);
    return MAX (mark, MAX (words, measure_height (parts->end, parts->end_natural)));
  }
  words = measure_height (parts->words, room);
  end = get_end_height (parts, room);
  return MAX (mark, words + LINE_SPACING + end);
}

static void
trib_ui_tile_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  Parts parts;
  int width;

  get_parts (widget, &parts);
  width = get_words_x (&parts) + parts.words_natural +
          (parts.end != NULL ? SPACING + parts.end_natural : 0);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = get_words_x (&parts) + MAX (parts.words_minimum, parts.end_minimum);
    *natural = MAX (*minimum, width);
  } else {
    *minimum = *natural = get_height (&parts, for_size < 0 ? width : for_size);
  }
}

static void
place (GtkWidget *widget, GtkWidget *child, int x, int y, int width, int height)
{
  if (child == NULL)
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (width, 0), MAX (height, 0) }, -1);
}

static void
trib_ui_tile_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Parts parts;
  int x, room, words, end, y;

  get_parts (widget, &parts);
  x = get_words_x (&parts);
  room = MAX (width - x, 0);
  place (widget, parts.mark, 0, 0, parts.mark_width, height);
  place (widget, parts.empty, 0, 0, 0, height);
  if (parts.end == NULL) {
    place (widget, parts.words, x, 0, room, height);
  } else if (has_room_at_the_end (&parts, width)) {
    words = room - SPACING - parts.end_natural;
    if (gtk_widget_compute_expand (parts.end, GTK_ORIENTATION_HORIZONTAL))
      words = parts.words_natural;
    place (widget, parts.words, x, 0, words, height);
    place (widget, parts.end, x + words + SPACING, 0, room - words - SPACING, height);
  } else {
    words = measure_height (parts.words, room);
    end = get_end_height (&parts, room);
    y = MAX ((height - words - LINE_SPACING - end) / 2, 0);
    place (widget, parts.words, x, y, room, words);
    place (widget, parts.end, x, y + words + LINE_SPACING, MIN (room, parts.end_natural), end);
  }
}

static void
trib_ui_tile_layout_class_init (TribUiTileLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = trib_ui_tile_layout_get_request_mode;
  layout_class->measure = trib_ui_tile_layout_measure;
  layout_class->allocate = trib_ui_tile_layout_allocate;
}

static void
trib_ui_tile_layout_init (TribUiTileLayout *self)
{
}

/**
 * trib_ui_tile_layout_new:
 *
 * Returns: (transfer full): a layout for a widget with three children
 */
GtkLayoutManager *
trib_ui_tile_layout_new (void)
{
  return g_object_new (TRIB_UI_TYPE_TILE_LAYOUT, NULL);
}
