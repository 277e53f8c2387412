/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-history-button.h"

#include "trib-ui-history-dialog.h"

#include <glib/gi18n.h>

/* The way to what happened in the sign-ins of a connection.
 * Owned by the template of the connection's row.
 * Main thread only. */

struct _TribUiHistoryButton {
  AdwBin parent_instance;

  TribModelConnection *connection; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribUiHistoryButton, trib_ui_history_button, ADW_TYPE_BIN)

typedef enum { PROP_CONNECTION = 1 } Property;

static GParamSpec *props[PROP_CONNECTION + 1];

static void
show_button (TribUiHistoryButton *self)
{
  g_autoptr (GPtrArray) list =
      trib_model_sign_in_log_list (trib_model_connection_get_sign_in_log (self->connection),
                                   trib_model_connection_get_id (self->connection));

  gtk_widget_set_visible (GTK_WIDGET (self), list->len > 0);
}

static void
clicked_cb (TribUiHistoryButton *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (trib_ui_history_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->connection)));
}

static void
follow (TribUiHistoryButton *self)
{
  TribModelSignInLog *log = trib_model_connection_get_sign_in_log (self->connection);

  g_signal_connect_object (log, "changed", G_CALLBACK (show_button), self, G_CONNECT_SWAPPED);
  trib_model_sign_in_log_load (log);
  show_button (self);
}

static void
trib_ui_history_button_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  TribUiHistoryButton *self = TRIB_UI_HISTORY_BUTTON (object);

  switch ((Property) id) {
  case PROP_CONNECTION:
    if (self->connection != NULL)
      g_signal_handlers_disconnect_by_data (
          trib_model_connection_get_sign_in_log (self->connection), self);
    g_clear_object (&self->connection);
    self->connection = g_value_dup_object (value);
    if (self->connection != NULL)
      follow (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_history_button_dispose (GObject *object)
{
  TribUiHistoryButton *self = TRIB_UI_HISTORY_BUTTON (object);

  g_clear_object (&self->connection);
  G_OBJECT_CLASS (trib_ui_history_button_parent_class)->dispose (object);
}

static void
trib_ui_history_button_class_init (TribUiHistoryButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = trib_ui_history_button_set_property;
  object_class->dispose = trib_ui_history_button_dispose;
  /**
   * TribUiHistoryButton:connection:
   *
   * Whose sign-ins are shown.
   */
  props[PROP_CONNECTION] =
      g_param_spec_object ("connection", NULL, NULL, TRIB_MODEL_TYPE_CONNECTION,
                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_ui_history_button_init (TribUiHistoryButton *self)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Sign-_Ins…"));
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
