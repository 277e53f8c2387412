/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-platform-marks.h"

#include "trib-ui-platform-mark.h"
#include "trib-ui-words.h"

#include <glib/gi18n.h>

/* The connections of a company as a few small marks, "+2" for the rest, or "None yet".
 * Owned by a company's row, which shows one company after another: the marks are made once.
 * Main thread only. */

struct _TribUiPlatformMarks {
  GtkWidget parent_instance;

  GtkWidget *marks[TRIB_UI_PLATFORM_MARKS_MAX];    /* (owned) by being its children */
  GtkWidget *label;                                /* (owned) by being its child */
  GListModel *connections;                         /* (owned) (nullable) */
  GSignalGroup *shown[TRIB_UI_PLATFORM_MARKS_MAX]; /* (owned): follow what each mark shows */
};

G_DEFINE_FINAL_TYPE (TribUiPlatformMarks, trib_ui_platform_marks, GTK_TYPE_WIDGET)

typedef enum {
  PROP_CONNECTIONS = 1,
} TribUiPlatformMarksProperty;

static GParamSpec *props[PROP_CONNECTIONS + 1];

static char *
dup_words (TribModelConnection *connection)
{
  /* Translators: a platform and how its connection stands, like "Xero: Connected". */
  return g_strdup_printf (_ ("%s: %s"), trib_model_connection_get_platform_name (connection),
                             trib_model_connection_get_status_text (connection));
}

/* Marks and number are pictures of the same list, which is read aloud in whole words. */
static void
describe (TribUiPlatformMarks *self)
{
  guint n = self->connections != NULL ? g_list_model_get_n_items (self->connections) : 0;
  char *words[TRIB_UI_PLATFORM_MARKS_MAX + 1] = { NULL };
  g_autofree char *list = NULL;

  for (guint i = 0; i < MIN (n, TRIB_UI_PLATFORM_MARKS_MAX); i++) {
    g_autoptr (TribModelConnection) connection = g_list_model_get_item (self->connections, i);

    words[i] = dup_words (connection);
  }
  if (n == 0)
    words[0] = g_strdup (_ ("None yet"));
  else if (n > TRIB_UI_PLATFORM_MARKS_MAX)
    /* Translators: %u is how many platforms there are besides those that were named. */
    words[TRIB_UI_PLATFORM_MARKS_MAX] =
        g_strdup_printf (ngettext ("%u more", "%u more", n - TRIB_UI_PLATFORM_MARKS_MAX),
                         n - TRIB_UI_PLATFORM_MARKS_MAX);
  list = trib_ui_words_list ((const char *const *) words, G_N_ELEMENTS (words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, list, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_free (words[i]);
}

static void
show_connections (TribUiPlatformMarks *self)
{
  guint n = self->connections != NULL ? g_list_model_get_n_items (self->connections) : 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < TRIB_UI_PLATFORM_MARKS_MAX; i++) {
    g_autoptr (TribModelConnection) connection =
        i < n ? g_list_model_get_item (self->connections, i) : NULL;

    g_signal_group_set_target (self->shown[i], connection);
    trib_ui_platform_mark_set_connection (TRIB_UI_PLATFORM_MARK (self->marks[i]), connection);
    gtk_widget_set_visible (self->marks[i], connection != NULL);
  }
  if (n == 0)
    text = g_strdup (_ ("None yet"));
  else if (n > TRIB_UI_PLATFORM_MARKS_MAX)
    /* Translators: how many platforms more than those shown, like "+2". */
    text = g_strdup_printf (_ ("+%u"), n - TRIB_UI_PLATFORM_MARKS_MAX);
  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (self->label, text != NULL);
  describe (self);
}

static void
trib_ui_platform_marks_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TribUiPlatformMarksProperty) id) {
  case PROP_CONNECTIONS:
    g_value_set_object (value, TRIB_UI_PLATFORM_MARKS (object)->connections);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_platform_marks_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  switch ((TribUiPlatformMarksProperty) id) {
  case PROP_CONNECTIONS:
    trib_ui_platform_marks_set_connections (TRIB_UI_PLATFORM_MARKS (object),
                                            g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_platform_marks_dispose (GObject *object)
{
  TribUiPlatformMarks *self = TRIB_UI_PLATFORM_MARKS (object);

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);
  g_clear_object (&self->connections);
  for (guint i = 0; i < TRIB_UI_PLATFORM_MARKS_MAX; i++) {
    g_clear_object (&self->shown[i]);
    g_clear_pointer (&self->marks[i], gtk_widget_unparent);
  }
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (trib_ui_platform_marks_parent_class)->dispose (object);
}

static void
trib_ui_platform_marks_class_init (TribUiPlatformMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_platform_marks_get_property;
  object_class->set_property = trib_ui_platform_marks_set_property;
  object_class->dispose = trib_ui_platform_marks_dispose;

  props[PROP_CONNECTIONS] =
      g_param_spec_object ("connections", NULL, NULL, G_TYPE_LIST_MODEL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "platformmarks");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trib_ui_platform_marks_init (TribUiPlatformMarks *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  for (guint i = 0; i < TRIB_UI_PLATFORM_MARKS_MAX; i++) {
    self->marks[i] = g_object_new (TRIB_UI_TYPE_PLATFORM_MARK, "visible", FALSE, NULL);
    gtk_widget_set_parent (self->marks[i], GTK_WIDGET (self));
    self->shown[i] = g_signal_group_new (TRIB_MODEL_TYPE_CONNECTION);
    g_signal_group_connect_swapped (self->shown[i], "notify::status-text", G_CALLBACK (describe),
                                    self);
  }
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  show_connections (self);
}

/**
 * trib_ui_platform_marks_set_connections:
 * @self: the marks
 * @connections: (nullable): a list of #TribModelConnection
 */
void
trib_ui_platform_marks_set_connections (TribUiPlatformMarks *self, GListModel *connections)
{
  g_return_if_fail (TRIB_UI_IS_PLATFORM_MARKS (self));
  g_return_if_fail (connections == NULL || G_IS_LIST_MODEL (connections));

  if (self->connections == connections)
    return;
  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);
  g_set_object (&self->connections, connections);
  if (connections != NULL)
    g_signal_connect_object (connections, "items-changed", G_CALLBACK (show_connections), self,
                             G_CONNECT_SWAPPED);
  show_connections (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONNECTIONS]);
}
