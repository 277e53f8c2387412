/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-organisation-box.h"

#include <glib/gi18n.h>

/* The question about another organisation. Owned by what shows the connection.
 * Main thread only. */

struct _TribUiOrganisationBox {
  AdwBin parent_instance;

  TribModelConnection *connection; /* (owned) (nullable) */
  GtkWidget *box;                  /* (owned) by the template */
  GtkLabel *label;                 /* (owned) by the template */
};

G_DEFINE_FINAL_TYPE (TribUiOrganisationBox, trib_ui_organisation_box, ADW_TYPE_BIN)

typedef enum { PROP_CONNECTION = 1 } TribUiOrganisationBoxProperty;

static GParamSpec *props[PROP_CONNECTION + 1];

static void
connection_cb (TribUiOrganisationBox *self)
{
  const char *former = self->connection != NULL
                           ? trib_model_connection_get_former_organisation (self->connection)
                           : NULL;
  g_autofree char *now = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), former != NULL);
  if (former == NULL)
    return;
  now = trib_model_connection_dup_organisation (self->connection);
  /* Translators: both are names of organisations. */
  text = g_strdup_printf (_ ("Last time this was %1$s, now it is %2$s."), former,
                             now != NULL ? now : "—");
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiOrganisationBox *self = TRIB_UI_ORGANISATION_BOX (widget);

  if (self->connection != NULL)
    trib_model_connection_keep_organisation (self->connection);
}

static void
go_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiOrganisationBox *self = TRIB_UI_ORGANISATION_BOX (widget);

  if (self->connection != NULL)
    trib_model_connection_commit_unlink (self->connection);
}

static void
trib_ui_organisation_box_set_property (GObject *object,
                                       guint id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  TribUiOrganisationBox *self = TRIB_UI_ORGANISATION_BOX (object);

  switch ((TribUiOrganisationBoxProperty) id) {
  case PROP_CONNECTION:
    trib_ui_organisation_box_set_connection (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_organisation_box_dispose (GObject *object)
{
  TribUiOrganisationBox *self = TRIB_UI_ORGANISATION_BOX (object);

  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_data (self->connection, self);
  g_clear_object (&self->connection);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_ORGANISATION_BOX);
  G_OBJECT_CLASS (trib_ui_organisation_box_parent_class)->dispose (object);
}

static void
trib_ui_organisation_box_class_init (TribUiOrganisationBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = trib_ui_organisation_box_set_property;
  object_class->dispose = trib_ui_organisation_box_dispose;
  props[PROP_CONNECTION] =
      g_param_spec_object ("connection", NULL, NULL, TRIB_MODEL_TYPE_CONNECTION,
                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-organisation-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiOrganisationBox, box);
  gtk_widget_class_bind_template_child (widget_class, TribUiOrganisationBox, label);
  gtk_widget_class_install_action (widget_class, "organisation.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "organisation.go-back", NULL, go_back_action);
}

static void
trib_ui_organisation_box_init (TribUiOrganisationBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  connection_cb (self);
}

/**
 * trib_ui_organisation_box_set_connection:
 * @self: a box
 * @connection: (nullable): what is asked about
 */
void
trib_ui_organisation_box_set_connection (TribUiOrganisationBox *self,
                                         TribModelConnection *connection)
{
  g_return_if_fail (TRIB_UI_IS_ORGANISATION_BOX (self));

  if (self->connection == connection)
    return;
  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_data (self->connection, self);
  g_set_object (&self->connection, connection);
  if (connection != NULL)
    g_signal_connect_object (connection, "notify::former-organisation", G_CALLBACK (connection_cb),
                             self, G_CONNECT_SWAPPED);
  connection_cb (self);
}
