/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-connection-row.h"

#include "trib-ui-connection-row-private.h"
#include "trib-ui-consent-receipt.h"
#include "trib-ui-history-button.h"
#include "trib-ui-lines-layout.h"
#include "trib-ui-logo.h"
#include "trib-ui-organisation-box.h"
#include "trib-ui-status-pill.h"
#include "trib-ui-tile-layout.h"
#include "trib-ui-words.h"

#include <glib/gi18n.h>

/* A row over one connection: it binds, and turns clicks into the connection's own calls.
 * Owned by its list.
 * Main thread only. */

G_DEFINE_FINAL_TYPE (TribUiConnectionRow, trib_ui_connection_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum {
  PROP_CONNECTION = 1,
  PROP_COMPANY_NAME,
  PROP_EXPANDED,
} TribUiConnectionRowProperty;

static GParamSpec *props[PROP_EXPANDED + 1];

static char *
format_first_act (TribUiConnectionRow *self, TribModelStatus status)
{
  switch (status) {
  case TRIB_MODEL_STATUS_WAITING:
    return g_strdup (_ ("_Continue"));
  case TRIB_MODEL_STATUS_ATTENTION:
  case TRIB_MODEL_STATUS_FAILED:
    return g_strdup (_ ("_Sign In Again"));
  case TRIB_MODEL_STATUS_NOT_STARTED:
  case TRIB_MODEL_STATUS_CONNECTED:
  case TRIB_MODEL_STATUS_PAST:
  default:
    return g_strdup (_ ("_Reconnect"));
  }
}

/* The day on which the server made it says of a sign-in that never worked only that it was begun.
 */
static char *
format_created (TribUiConnectionRow *self, TribModelStatus status)
{
  return g_strdup (status == TRIB_MODEL_STATUS_WAITING || status == TRIB_MODEL_STATUS_FAILED
                   ? _ ("Begun on")
                   : _ ("Connected on"));
}

static gboolean
is_set (TribUiConnectionRow *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
shows_first_act (TribUiConnectionRow *self, gboolean can_reconnect, gboolean busy, gboolean pending)
{
  return can_reconnect && !busy && !pending;
}

/* Until when the link works that somebody else was given; the link itself is nowhere. */
static char *
format_link (TribUiConnectionRow *self, TribModelRequest *request)
{
  return request != NULL ? trib_model_request_dup_link_text (
                               request, trib_model_connection_get_clock (self->connection))
                         : NULL;
}

static char *
format_share (TribUiConnectionRow *self, TribModelRequest *request)
{
  return g_strdup (request != NULL ? _ ("_Ask Again…") : _ ("Ask Someone _Else…"));
}

static gboolean
has_request (TribUiConnectionRow *self, TribModelRequest *request)
{
  return request != NULL;
}

static gboolean
has_problem (TribUiConnectionRow *self, TribModelProblem *problem)
{
  return problem != NULL;
}

static char *
choose_arrow (TribUiConnectionRow *self, gboolean expanded)
{
  return g_strdup (expanded ? "pan-up-symbolic" : "pan-down-symbolic");
}

static void
update_actions (TribUiConnectionRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean busy = trib_model_connection_get_busy (self->connection);
  gboolean pending = trib_model_connection_get_unlink_pending (self->connection);

  gtk_widget_action_set_enabled (widget, "connection.reconnect",
                                 trib_model_connection_get_can_reconnect (self->connection) &&
                                     !busy && !pending);
  gtk_widget_action_set_enabled (widget, "connection.share",
                                 trib_model_connection_get_can_reconnect (self->connection) &&
                                     !busy && !pending);
  gtk_widget_action_set_enabled (widget, "connection.unlink",
                                 trib_model_connection_get_can_unlink (self->connection) && !busy &&
                                     !pending);
  gtk_widget_action_set_enabled (widget, "connection.undo-unlink", pending);
  gtk_widget_action_set_enabled (widget, "connection.check",
                                 !trib_model_connection_get_is_checking (self->connection));
  gtk_widget_action_set_enabled (widget, "connection.stop-waiting",
                                 trib_model_connection_get_is_awaited (self->connection) && !busy);
  gtk_widget_action_set_enabled (widget, "connection.delete", !busy && !pending);
}

static void
update_name (TribUiConnectionRow *self)
{
  const char *const words[] = {
    trib_model_connection_get_platform_name (self->connection),
    trib_model_connection_get_status_text (self->connection),
  };
  g_autofree char *name = trib_ui_words_list (words, G_N_ELEMENTS (words));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
connection_changed_cb (TribUiConnectionRow *self)
{
  TribModelPlatform *platform = trib_model_connection_get_platform (self->connection);

  /* Asked once for each platform, however often this is called. */
  if (platform != NULL)
    trib_model_platform_load_branding (platform);
  update_actions (self);
  update_name (self);
}

static void
set_expanded (TribUiConnectionRow *self, gboolean expanded)
{
  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPANDED]);
}

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (widget);

  set_expanded (self, !self->expanded);
}

static void
trib_ui_connection_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (object);

  switch ((TribUiConnectionRowProperty) id) {
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  case PROP_COMPANY_NAME:
    g_value_set_string (value, self->company_name);
    break;
  case PROP_EXPANDED:
    g_value_set_boolean (value, self->expanded);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_connection_row_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (object);

  switch ((TribUiConnectionRowProperty) id) {
  case PROP_CONNECTION:
    self->connection = g_value_dup_object (value);
    break;
  case PROP_COMPANY_NAME:
    self->company_name = g_value_dup_string (value);
    break;
  case PROP_EXPANDED:
    set_expanded (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_connection_row_constructed (GObject *object)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (object);

  G_OBJECT_CLASS (trib_ui_connection_row_parent_class)->constructed (object);
  g_signal_connect_object (self->connection, "notify", G_CALLBACK (connection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->copy_button), "s",
                                    trib_model_connection_get_id (self->connection));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  connection_changed_cb (self);
}

static void
trib_ui_connection_row_dispose (GObject *object)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_CONNECTION_ROW);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (trib_ui_connection_row_parent_class)->dispose (object);
}

static void
trib_ui_connection_row_finalize (GObject *object)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (object);

  g_free (self->company_name);
  G_OBJECT_CLASS (trib_ui_connection_row_parent_class)->finalize (object);
}

static void
trib_ui_connection_row_class_init (TribUiConnectionRowClass *klass)
{
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_connection_row_get_property;
  object_class->set_property = trib_ui_connection_row_set_property;
  object_class->constructed = trib_ui_connection_row_constructed;
  object_class->dispose = trib_ui_connection_row_dispose;
  object_class->finalize = trib_ui_connection_row_finalize;

  props[PROP_CONNECTION] =
      g_param_spec_object ("connection", NULL, NULL, TRIB_MODEL_TYPE_CONNECTION, once);
  props[PROP_COMPANY_NAME] = g_param_spec_string ("company-name", NULL, NULL, "", once);
  props[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (widget_class, "connection.toggle", NULL, toggle_action);
  trib_ui_connection_row_install_acts (widget_class);
  g_type_ensure (TRIB_MODEL_TYPE_PROBLEM);
  g_type_ensure (TRIB_UI_TYPE_CONSENT_RECEIPT);
  g_type_ensure (TRIB_UI_TYPE_HISTORY_BUTTON);
  g_type_ensure (TRIB_UI_TYPE_LOGO);
  g_type_ensure (TRIB_UI_TYPE_ORGANISATION_BOX);
  g_type_ensure (TRIB_UI_TYPE_STATUS_PILL);
  g_type_ensure (TRIB_UI_TYPE_LINES_LAYOUT);
  g_type_ensure (TRIB_UI_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-connection-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectionRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectionRow, receipt);
  gtk_widget_class_bind_template_callback (widget_class, choose_arrow);
  gtk_widget_class_bind_template_callback (widget_class, format_first_act);
  gtk_widget_class_bind_template_callback (widget_class, format_link);
  gtk_widget_class_bind_template_callback (widget_class, format_share);
  gtk_widget_class_bind_template_callback (widget_class, has_problem);
  gtk_widget_class_bind_template_callback (widget_class, has_request);
  gtk_widget_class_bind_template_callback (widget_class, format_created);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
  gtk_widget_class_bind_template_callback (widget_class, shows_first_act);
}

static void
trib_ui_connection_row_init (TribUiConnectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_connection_row_new:
 * @connection: what it shows
 * @company_name: whose connection it is
 * @consents: (nullable): what was agreed to
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
trib_ui_connection_row_new (TribModelConnection *connection,
                            const char *company_name,
                            TribModelConsents *consents)
{
  TribUiConnectionRow *self;

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (connection), NULL);
  self = g_object_new (TRIB_UI_TYPE_CONNECTION_ROW, "connection", connection, "company-name",
                       company_name, NULL);
  trib_ui_consent_receipt_set_subject (self->receipt, consents, connection);
  return GTK_WIDGET (self);
}

/**
 * trib_ui_connection_row_get_connection:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
TribModelConnection *
trib_ui_connection_row_get_connection (TribUiConnectionRow *self)
{
  g_return_val_if_fail (TRIB_UI_IS_CONNECTION_ROW (self), NULL);
  return self->connection;
}
