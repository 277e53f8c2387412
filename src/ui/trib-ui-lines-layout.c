/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-lines-layout.h"

/* Buttons or tags, in as many lines as they need.
 * Owned by the widget whose children it lays out.
 * Main thread only. */

#define SPACING_BUTTONS 12
#define SPACING_TAGS 6

struct _TribUiLinesLayout {
  GtkLayoutManager parent_instance;

  gboolean tags;
};

G_DEFINE_FINAL_TYPE (TribUiLinesLayout, trib_ui_lines_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum { PROP_TAGS = 1 } TribUiLinesLayoutProperty;

static GParamSpec *props[PROP_TAGS + 1];

typedef struct {
  GtkWidget *first; /* (nullable): of the line; none: there is no further line */
  GtkWidget *end;   /* (nullable): the first one of the next line */
  int n;
  int n_expanding;
  int width; /* of all in the line, with the space between them */
} Line;

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
get_spacing (TribUiLinesLayout *self)
{
  return self->tags ? SPACING_TAGS : SPACING_BUTTONS;
}

/* Never wider than the room, unless it can't be narrower. */
static int
get_width (GtkWidget *child, int room)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, room));
}

static Line
take_line (TribUiLinesLayout *self, GtkWidget *child, int room)
{
  Line line = { .first = child };

  for (; child != NULL; child = next (child)) {
    int width = get_width (child, room);

    if (line.n > 0 && line.width + get_spacing (self) + width > room)
      break;
    line.width += (line.n > 0 ? get_spacing (self) : 0) + width;
    line.n++;
    line.n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
  }
  line.end = child;
  return line;
}

/* What a child of the line gets beyond its own width. */
static int
get_share (TribUiLinesLayout *self, const Line *line, GtkWidget *child, int rest, gboolean alone)
{
  if (self->tags || rest <= 0)
    return 0;
  if (line->n_expanding > 0)
    return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? rest / line->n_expanding
                                                                         : 0;
  return alone ? 0 : rest / line->n;
}

static int
get_height (TribUiLinesLayout *self, const Line *line, int room, gboolean alone)
{
  int highest = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next (child)) {
    int width = get_width (child, room);
    int natural;

    width += get_share (self, line, child, room - line->width, alone);
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
    highest = MAX (highest, natural);
  }
  return highest;
}

static void
place_line (
    TribUiLinesLayout *self, GtkWidget *widget, const Line *line, int room, GtkAllocation at)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean alone = line->first == first (widget) && line->end == NULL;

  /* A line ends where the room ends, as the buttons of a dialog do. */
  if (alone && !self->tags && line->n_expanding == 0)
    at.x = room - line->width;
  for (GtkWidget *child = line->first; child != line->end; child = next (child)) {
    GtkAllocation place = at;

    place.width = get_width (child, room);
    place.width += get_share (self, line, child, room - line->width, alone);
    at.x += place.width + get_spacing (self);
    if (rtl)
      place.x = room - place.x - place.width;
    gtk_widget_size_allocate (child, &place, -1);
  }
}

/* Returns: the height of all lines. */
static int
lay_out (TribUiLinesLayout *self, GtkWidget *widget, int room, gboolean allocate)
{
  GtkAllocation at = { 0 };

  for (Line line = take_line (self, first (widget), room); line.n > 0;
       line = take_line (self, line.end, room)) {
    gboolean alone = line.first == first (widget) && line.end == NULL;

    at.y += at.y > 0 ? get_spacing (self) : 0;
    at.height = get_height (self, &line, room, alone);
    if (allocate)
      place_line (self, widget, &line, room, at);
    at.y += at.height;
  }
  return at.y;
}

static GtkSizeRequestMode
trib_ui_lines_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trib_ui_lines_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  TribUiLinesLayout *self = TRIB_UI_LINES_LAYOUT (manager);
  Line line = take_line (self, first (widget), G_MAXINT / 2);

  *minimum = 0;
  *natural = line.width;
  for (GtkWidget *child = line.first; child != NULL; child = next (child))
    *minimum = MAX (*minimum, get_width (child, 0));
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (self, widget, for_size < 0 ? line.width : for_size, FALSE);
}

static void
trib_ui_lines_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (TRIB_UI_LINES_LAYOUT (manager), widget, width, TRUE);
}

static void
trib_ui_lines_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiLinesLayout *self = TRIB_UI_LINES_LAYOUT (object);

  switch ((TribUiLinesLayoutProperty) id) {
  case PROP_TAGS:
    g_value_set_boolean (value, self->tags);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_lines_layout_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TribUiLinesLayout *self = TRIB_UI_LINES_LAYOUT (object);

  switch ((TribUiLinesLayoutProperty) id) {
  case PROP_TAGS:
    self->tags = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_lines_layout_class_init (TribUiLinesLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = trib_ui_lines_layout_get_property;
  object_class->set_property = trib_ui_lines_layout_set_property;
  layout_class->get_request_mode = trib_ui_lines_layout_get_request_mode;
  layout_class->measure = trib_ui_lines_layout_measure;
  layout_class->allocate = trib_ui_lines_layout_allocate;

  /**
   * TribUiLinesLayout:tags:
   *
   * Whether the children are tags, which stand close together and keep their own width, and no
   * buttons.
   */
  props[PROP_TAGS] =
      g_param_spec_boolean ("tags", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_ui_lines_layout_init (TribUiLinesLayout *self)
{
}

/**
 * trib_ui_lines_layout_new:
 *
 * Returns: (transfer full): a layout for a box of buttons
 */
GtkLayoutManager *
trib_ui_lines_layout_new (void)
{
  return g_object_new (TRIB_UI_TYPE_LINES_LAYOUT, NULL);
}
