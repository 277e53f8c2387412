/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-platform-mark.h"

#include "trib-ui-logo.h"
#include "trib-ui-status-dot.h"

/* A connection as a small mark with a dot for its status at the lower end.
 * Owned by the marks of a row.
 * Main thread only. */

struct _TribUiPlatformMark {
  GtkWidget parent_instance;

  GtkWidget *logo;                 /* (owned) by the template */
  GtkWidget *dot;                  /* (owned) by the template */
  TribModelConnection *connection; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribUiPlatformMark, trib_ui_platform_mark, GTK_TYPE_WIDGET)

typedef enum {
  PROP_CONNECTION = 1,
} TribUiPlatformMarkProperty;

static GParamSpec *props[PROP_CONNECTION + 1];

/* The dot hangs over the mark's corner by this much. */
#define OVERHANG 3

static void
ask_for_branding (TribUiPlatformMark *self)
{
  TribModelPlatform *platform =
      self->connection != NULL ? trib_model_connection_get_platform (self->connection) : NULL;

  if (platform != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    trib_model_platform_load_branding (platform);
}

static void
trib_ui_platform_mark_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trib_ui_platform_mark_parent_class)->map (widget);
  ask_for_branding (TRIB_UI_PLATFORM_MARK (widget));
}

static void
trib_ui_platform_mark_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  gtk_widget_measure (TRIB_UI_PLATFORM_MARK (widget)->logo, orientation, -1, minimum, natural, NULL,
                      NULL);
}

static void
trib_ui_platform_mark_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TribUiPlatformMark *self = TRIB_UI_PLATFORM_MARK (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int dot;

  gtk_widget_measure (self->dot, GTK_ORIENTATION_HORIZONTAL, -1, &dot, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->logo, &(GtkAllocation){ 0, 0, width, height }, -1);
  gtk_widget_size_allocate (self->dot,
                            &(GtkAllocation){ rtl ? -OVERHANG : width - dot + OVERHANG,
                                              height - dot + OVERHANG, dot, dot },
                            -1);
}

static void
trib_ui_platform_mark_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TribUiPlatformMarkProperty) id) {
  case PROP_CONNECTION:
    g_value_set_object (value, TRIB_UI_PLATFORM_MARK (object)->connection);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_platform_mark_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  switch ((TribUiPlatformMarkProperty) id) {
  case PROP_CONNECTION:
    trib_ui_platform_mark_set_connection (TRIB_UI_PLATFORM_MARK (object),
                                          g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_platform_mark_dispose (GObject *object)
{
  TribUiPlatformMark *self = TRIB_UI_PLATFORM_MARK (object);

  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_data (self->connection, self);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->logo, gtk_widget_unparent);
  g_clear_pointer (&self->dot, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_PLATFORM_MARK);
  G_OBJECT_CLASS (trib_ui_platform_mark_parent_class)->dispose (object);
}

static void
trib_ui_platform_mark_class_init (TribUiPlatformMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_platform_mark_get_property;
  object_class->set_property = trib_ui_platform_mark_set_property;
  object_class->dispose = trib_ui_platform_mark_dispose;
  widget_class->map = trib_ui_platform_mark_map;
  widget_class->measure = trib_ui_platform_mark_measure;
  widget_class->size_allocate = trib_ui_platform_mark_size_allocate;

  props[PROP_CONNECTION] =
      g_param_spec_object ("connection", NULL, NULL, TRIB_MODEL_TYPE_CONNECTION,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TRIB_MODEL_TYPE_PLATFORM);
  g_type_ensure (TRIB_UI_TYPE_LOGO);
  g_type_ensure (TRIB_UI_TYPE_STATUS_DOT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-platform-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformMark, logo);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformMark, dot);
}

static void
trib_ui_platform_mark_init (TribUiPlatformMark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_platform_mark_set_connection:
 * @self: a mark
 * @connection: (nullable): what it shows
 */
void
trib_ui_platform_mark_set_connection (TribUiPlatformMark *self, TribModelConnection *connection)
{
  g_return_if_fail (TRIB_UI_IS_PLATFORM_MARK (self));
  g_return_if_fail (connection == NULL || TRIB_MODEL_IS_CONNECTION (connection));

  if (self->connection == connection)
    return;
  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_data (self->connection, self);
  g_set_object (&self->connection, connection);
  if (connection != NULL)
    g_signal_connect_object (connection, "notify::platform", G_CALLBACK (ask_for_branding), self,
                             G_CONNECT_SWAPPED);
  ask_for_branding (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONNECTION]);
}
