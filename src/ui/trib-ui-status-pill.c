/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-status-pill.h"

/* A status as colour, icon and word together.
 * Owned by the row or page that shows it.
 * Main thread only. */

struct _TribUiStatusPill {
  GtkWidget parent_instance;

  GtkWidget *image; /* (owned) by being its child */
  GtkWidget *label; /* (owned) by being its child */
  TribModelStatus status;
};

G_DEFINE_FINAL_TYPE (TribUiStatusPill, trib_ui_status_pill, GTK_TYPE_WIDGET)

typedef enum {
  PROP_STATUS = 1,
  PROP_TEXT,
  PROP_WHOLE,
} TribUiStatusPillProperty;

static GParamSpec *props[PROP_WHOLE + 1];

static void
show_status (TribUiStatusPill *self)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image),
                                trib_ui_status_get_icon_name (self->status));
  gtk_widget_add_css_class (GTK_WIDGET (self), trib_ui_status_get_css_class (self->status));
}

static void
trib_ui_status_pill_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiStatusPill *self = TRIB_UI_STATUS_PILL (object);

  switch ((TribUiStatusPillProperty) id) {
  case PROP_STATUS:
    g_value_set_enum (value, self->status);
    break;
  case PROP_TEXT:
    g_value_set_string (value, trib_ui_status_pill_get_text (self));
    break;
  case PROP_WHOLE:
    g_value_set_boolean (value,
                         gtk_label_get_ellipsize (GTK_LABEL (self->label)) == PANGO_ELLIPSIZE_NONE);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_status_pill_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TribUiStatusPill *self = TRIB_UI_STATUS_PILL (object);

  switch ((TribUiStatusPillProperty) id) {
  case PROP_STATUS:
    trib_ui_status_pill_set_status (self, g_value_get_enum (value));
    break;
  case PROP_TEXT:
    trib_ui_status_pill_set_text (self, g_value_get_string (value));
    break;
  case PROP_WHOLE:
    gtk_label_set_ellipsize (GTK_LABEL (self->label), g_value_get_boolean (value)
                                                          ? PANGO_ELLIPSIZE_NONE
                                                          : PANGO_ELLIPSIZE_END);
    /* In large letters all of it takes two lines. */
    gtk_label_set_wrap (GTK_LABEL (self->label), g_value_get_boolean (value));
    gtk_label_set_natural_wrap_mode (GTK_LABEL (self->label), GTK_NATURAL_WRAP_NONE);
    gtk_label_set_xalign (GTK_LABEL (self->label), 0);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_status_pill_dispose (GObject *object)
{
  TribUiStatusPill *self = TRIB_UI_STATUS_PILL (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (trib_ui_status_pill_parent_class)->dispose (object);
}

static void
trib_ui_status_pill_class_init (TribUiStatusPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = trib_ui_status_pill_get_property;
  object_class->set_property = trib_ui_status_pill_set_property;
  object_class->dispose = trib_ui_status_pill_dispose;

  props[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, TRIB_MODEL_TYPE_STATUS,
                                          TRIB_MODEL_STATUS_NOT_STARTED, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_WHOLE] =
      g_param_spec_boolean ("whole", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "statuspill");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
trib_ui_status_pill_init (TribUiStatusPill *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 5);
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "pixel-size", 12, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  self->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  show_status (self);
}

/**
 * trib_ui_status_pill_new:
 * @status: what to show
 * @text: (nullable): the words, translated
 *
 * Returns: (transfer floating): a pill
 */
GtkWidget *
trib_ui_status_pill_new (TribModelStatus status, const char *text)
{
  return g_object_new (TRIB_UI_TYPE_STATUS_PILL, "status", status, "text", text, NULL);
}

/**
 * trib_ui_status_pill_set_status:
 * @self: a pill
 * @status: what to show
 */
void
trib_ui_status_pill_set_status (TribUiStatusPill *self, TribModelStatus status)
{
  g_return_if_fail (TRIB_UI_IS_STATUS_PILL (self));

  if (self->status == status)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), trib_ui_status_get_css_class (self->status));
  self->status = status;
  show_status (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
}

/**
 * trib_ui_status_pill_set_text:
 * @self: a pill
 * @text: (nullable): the words, translated
 */
void
trib_ui_status_pill_set_text (TribUiStatusPill *self, const char *text)
{
  const char *shown = text != NULL ? text : "";

  g_return_if_fail (TRIB_UI_IS_STATUS_PILL (self));

  if (g_str_equal (trib_ui_status_pill_get_text (self), shown))
    return;
  gtk_label_set_text (GTK_LABEL (self->label), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/**
 * trib_ui_status_pill_get_text:
 * @self: a pill
 *
 * Returns: (transfer none): its words
 */
const char *
trib_ui_status_pill_get_text (TribUiStatusPill *self)
{
  g_return_val_if_fail (TRIB_UI_IS_STATUS_PILL (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * trib_ui_status_get_css_class:
 * @status: a status
 *
 * Returns: (transfer none): the CSS class that gives it its colour
 */
const char *
trib_ui_status_get_css_class (TribModelStatus status)
{
  switch (status) {
  case TRIB_MODEL_STATUS_WAITING:
    return "waiting";
  case TRIB_MODEL_STATUS_CONNECTED:
    return "connected";
  case TRIB_MODEL_STATUS_ATTENTION:
    return "attention";
  case TRIB_MODEL_STATUS_FAILED:
    return "failed";
  case TRIB_MODEL_STATUS_PAST:
    return "past";
  case TRIB_MODEL_STATUS_NOT_STARTED:
  default:
    return "not-started";
  }
}

/**
 * trib_ui_status_get_icon_name:
 * @status: a status
 *
 * Returns: (transfer none): the symbolic icon that stands beside its word
 */
const char *
trib_ui_status_get_icon_name (TribModelStatus status)
{
  switch (status) {
  case TRIB_MODEL_STATUS_WAITING:
    return "document-open-recent-symbolic";
  case TRIB_MODEL_STATUS_CONNECTED:
    return "emblem-ok-symbolic";
  case TRIB_MODEL_STATUS_ATTENTION:
    return "dialog-warning-symbolic";
  case TRIB_MODEL_STATUS_FAILED:
    return "dialog-error-symbolic";
  case TRIB_MODEL_STATUS_PAST:
    return "action-unavailable-symbolic";
  case TRIB_MODEL_STATUS_NOT_STARTED:
  default:
    return "content-loading-symbolic";
  }
}
