/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-status-dot.h"

#include "trib-ui-status-pill.h"

/* A status as a small dot on a mark: round, diamond, square or ring, so that colour is not alone.
 * Owned by the mark that it sits on.
 * Main thread only. */

#define DOT_SIZE 12
#define DOT_RIM 2

struct _TribUiStatusDot {
  GtkWidget parent_instance;

  TribModelStatus status;
};

G_DEFINE_FINAL_TYPE (TribUiStatusDot, trib_ui_status_dot, GTK_TYPE_WIDGET)

typedef enum {
  PROP_STATUS = 1,
} TribUiStatusDotProperty;

static GParamSpec *props[PROP_STATUS + 1];

/* The shape as a rounded square of a half-width, around the origin. */
static void
append_shape (GtkSnapshot *snapshot, const GdkRGBA *color, float half, float radius)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (-half, -half, 2 * half, 2 * half),
                                   radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, color, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
trib_ui_status_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TribUiStatusDot *self = TRIB_UI_STATUS_DOT (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  gboolean diamond = self->status == TRIB_MODEL_STATUS_ATTENTION;
  gboolean square = self->status == TRIB_MODEL_STATUS_FAILED;
  gboolean ring = self->status != TRIB_MODEL_STATUS_CONNECTED && !diamond && !square;
  float half = DOT_SIZE / 2.0f - DOT_RIM;
  float round = diamond || square ? 1 : DOT_SIZE;
  GdkRGBA color, rim = { 1, 1, 1, 1 };

  gtk_style_context_get_color (context, &color);
  gtk_style_context_lookup_color (context, "view_bg_color", &rim);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) / 2.0f,
                                                          gtk_widget_get_height (widget) / 2.0f));
  if (diamond) {
    gtk_snapshot_rotate (snapshot, 45);
    half -= 0.25f;
  }
  append_shape (snapshot, &rim, half + DOT_RIM, MIN (round + DOT_RIM, half + DOT_RIM));
  append_shape (snapshot, &color, half, MIN (round, half));
  if (ring)
    append_shape (snapshot, &rim, half - 1.75f, half);
  gtk_snapshot_restore (snapshot);
}

static void
trib_ui_status_dot_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = DOT_SIZE;
}

static void
trib_ui_status_dot_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TribUiStatusDotProperty) id) {
  case PROP_STATUS:
    g_value_set_enum (value, TRIB_UI_STATUS_DOT (object)->status);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_status_dot_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TribUiStatusDotProperty) id) {
  case PROP_STATUS:
    trib_ui_status_dot_set_status (TRIB_UI_STATUS_DOT (object), g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_status_dot_class_init (TribUiStatusDotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_status_dot_get_property;
  object_class->set_property = trib_ui_status_dot_set_property;
  widget_class->measure = trib_ui_status_dot_measure;
  widget_class->snapshot = trib_ui_status_dot_snapshot;

  props[PROP_STATUS] = g_param_spec_enum (
      "status", NULL, NULL, TRIB_MODEL_TYPE_STATUS, TRIB_MODEL_STATUS_NOT_STARTED,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "statusdot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trib_ui_status_dot_init (TribUiStatusDot *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), trib_ui_status_get_css_class (self->status));
}

/**
 * trib_ui_status_dot_new:
 * @status: what to show
 *
 * Returns: (transfer floating): a dot
 */
GtkWidget *
trib_ui_status_dot_new (TribModelStatus status)
{
  return g_object_new (TRIB_UI_TYPE_STATUS_DOT, "status", status, NULL);
}

/**
 * trib_ui_status_dot_set_status:
 * @self: a dot
 * @status: what to show
 */
void
trib_ui_status_dot_set_status (TribUiStatusDot *self, TribModelStatus status)
{
  g_return_if_fail (TRIB_UI_IS_STATUS_DOT (self));

  if (self->status == status)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), trib_ui_status_get_css_class (self->status));
  self->status = status;
  gtk_widget_add_css_class (GTK_WIDGET (self), trib_ui_status_get_css_class (self->status));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
}

/**
 * trib_ui_status_dot_get_status:
 * @self: a dot
 *
 * Returns: what it shows
 */
TribModelStatus
trib_ui_status_dot_get_status (TribUiStatusDot *self)
{
  g_return_val_if_fail (TRIB_UI_IS_STATUS_DOT (self), TRIB_MODEL_STATUS_NOT_STARTED);
  return self->status;
}
