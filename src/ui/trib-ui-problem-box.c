/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-problem-box.h"

/* A problem inside a form or above a list, near what it is about.
 * Owned by the form.
 * Main thread only. */

/* A row takes this long to unfold, and what is below it moves until then. */
#define SCROLL_MICROSECONDS 400000

/* What is left free below the box. */
#define SCROLL_MARGIN 12

struct _TribUiProblemBox {
  AdwBin parent_instance;

  GtkLabel *title_label;         /* (owned) by the template */
  GtkLabel *sentence_label;      /* (owned) by the template */
  GtkExpander *details_expander; /* (owned) by the template */
  GtkLabel *details_label;       /* (owned) by the template */
  TribModelProblem *problem;     /* (owned) (nullable) */
  GtkAccessible *wrong;          /* (owned) (nullable): what is told to be wrong, and why */
  guint tick;                    /* what scrolls, or 0 */
  gint64 scroll_until;           /* in the frame clock's time, or 0 before its first frame */
};

G_DEFINE_FINAL_TYPE (TribUiProblemBox, trib_ui_problem_box, ADW_TYPE_BIN)

typedef enum {
  PROP_PROBLEM = 1,
} TribUiProblemBoxProperty;

static GParamSpec *props[PROP_PROBLEM + 1];

static void
show_problem (TribUiProblemBox *self)
{
  const char *details;

  gtk_widget_set_visible (GTK_WIDGET (self), self->problem != NULL);
  if (self->problem == NULL)
    return;
  details = trib_model_problem_get_details (self->problem);
  gtk_label_set_text (self->title_label, trib_model_problem_get_title (self->problem));
  gtk_label_set_text (self->sentence_label, trib_model_problem_get_sentence (self->problem));
  gtk_label_set_text (self->details_label, details != NULL ? details : "");
  gtk_expander_set_expanded (self->details_expander, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->details_expander), details != NULL && *details != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  trib_model_problem_get_title (self->problem),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  trib_model_problem_get_sentence (self->problem), -1);
}

static void
clear_wrong (TribUiProblemBox *self)
{
  if (self->wrong == NULL)
    return;
  gtk_accessible_reset_state (self->wrong, GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (self->wrong, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_clear_object (&self->wrong);
}

/* Of a row it is the text inside that has the focus, and is spoken of. */
static void
set_wrong (TribUiProblemBox *self, GtkWidget *row)
{
  GtkEditable *inner =
      GTK_IS_EDITABLE (row) ? gtk_editable_get_delegate (GTK_EDITABLE (row)) : NULL;

  clear_wrong (self);
  self->wrong = GTK_ACCESSIBLE (g_object_ref (inner != NULL ? GTK_WIDGET (inner) : row));
  gtk_accessible_update_state (self->wrong, GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (self->wrong, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  trib_model_problem_get_sentence (self->problem), -1);
}

static void
scroll_to (GtkWidget *widget, GtkWidget *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double page = gtk_widget_get_height (scroller);
  graphene_rect_t bounds;
  double top, bottom;

  if (!gtk_widget_compute_bounds (widget, scroller, &bounds))
    return;
  top = bounds.origin.y;
  bottom = top + bounds.size.height + SCROLL_MARGIN;
  /* Of what is higher than the page, the title is what counts. */
  if (bottom > page)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + MIN (bottom - page, top));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TribUiProblemBox *self = TRIB_UI_PROBLEM_BOX (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->scroll_until == 0)
    self->scroll_until = now + SCROLL_MICROSECONDS;
  else if (scroller != NULL && gtk_widget_get_mapped (widget))
    scroll_to (widget, scroller);
  if (now < self->scroll_until)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
trib_ui_problem_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TribUiProblemBoxProperty) id) {
  case PROP_PROBLEM:
    g_value_set_object (value, TRIB_UI_PROBLEM_BOX (object)->problem);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_problem_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TribUiProblemBoxProperty) id) {
  case PROP_PROBLEM:
    trib_ui_problem_box_set_problem (TRIB_UI_PROBLEM_BOX (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_problem_box_dispose (GObject *object)
{
  TribUiProblemBox *self = TRIB_UI_PROBLEM_BOX (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->wrong);
  g_clear_object (&self->problem);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_PROBLEM_BOX);
  G_OBJECT_CLASS (trib_ui_problem_box_parent_class)->dispose (object);
}

static void
trib_ui_problem_box_class_init (TribUiProblemBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_problem_box_get_property;
  object_class->set_property = trib_ui_problem_box_set_property;
  object_class->dispose = trib_ui_problem_box_dispose;

  props[PROP_PROBLEM] =
      g_param_spec_object ("problem", NULL, NULL, TRIB_MODEL_TYPE_PROBLEM,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "problembox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-problem-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemBox, title_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemBox, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemBox, details_expander);
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemBox, details_label);
}

static void
trib_ui_problem_box_init (TribUiProblemBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_problem (self);
}

/**
 * trib_ui_problem_box_set_problem:
 * @self: a box
 * @problem: (nullable): what happened, or %NULL to take no room
 */
void
trib_ui_problem_box_set_problem (TribUiProblemBox *self, TribModelProblem *problem)
{
  g_return_if_fail (TRIB_UI_IS_PROBLEM_BOX (self));
  g_return_if_fail (problem == NULL || TRIB_MODEL_IS_PROBLEM (problem));

  if (!g_set_object (&self->problem, problem))
    return;
  clear_wrong (self);
  show_problem (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

/**
 * trib_ui_problem_box_show_near:
 * @self: a box inside something that scrolls
 * @problem: what happened
 * @row: what is wrong, or what to try again with: it gets the focus, and tells its problem
 *
 * Shows a problem that a person is waiting for, and scrolls to it.
 */
void
trib_ui_problem_box_show_near (TribUiProblemBox *self, TribModelProblem *problem, GtkWidget *row)
{
  g_return_if_fail (TRIB_UI_IS_PROBLEM_BOX (self));
  g_return_if_fail (TRIB_MODEL_IS_PROBLEM (problem));
  g_return_if_fail (GTK_IS_WIDGET (row));

  trib_ui_problem_box_set_problem (self, problem);
  set_wrong (self, row);
  gtk_widget_grab_focus (row);
  self->scroll_until = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
