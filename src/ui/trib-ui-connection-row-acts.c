/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-connection-row.h"

#include "trib-ui-connection-dialogs.h"
#include "trib-ui-connection-row-private.h"

#include "trib-weak.h"

#include <glib/gi18n.h>

/* Part of TribUiConnectionRow: what its buttons do. Main thread only. */

static GtkWindow *
get_window (TribUiConnectionRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
reconnect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (widget);

  gtk_widget_activate_action (widget, "win.reconnect", "(ss)",
                              trib_model_connection_get_company_id (self->connection),
                              trib_model_connection_get_id (self->connection));
}

static void
share_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (widget);

  gtk_widget_activate_action (widget, "win.share-connection", "(ss)",
                              trib_model_connection_get_company_id (self->connection),
                              trib_model_connection_get_id (self->connection));
}

/* The answers belong to the connection: the row may have moved to another group meanwhile. */
static void
unlink_response_cb (TribModelConnection *connection, const char *response)
{
  if (g_strcmp0 (response, "unlink") == 0)
    trib_model_connection_begin_unlink (connection);
}

static void
unlink_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (widget);
  GtkWidget *dialog = trib_ui_unlink_dialog_new (get_window (self), self->connection);

  g_signal_connect_object (dialog, "response", G_CALLBACK (unlink_response_cb), self->connection,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_unlink_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_model_connection_undo_unlink (TRIB_UI_CONNECTION_ROW (widget)->connection);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TribModelConnection *connection = TRIB_MODEL_CONNECTION (source);
  g_autoptr (GObject) toasts = trib_weak_end (data);
  g_autofree char *plain = NULL;
  g_autofree char *title = NULL;

  /* A failure is a property of the connection, and its row shows it. */
  if (!trib_model_connection_delete_finish (connection, result, NULL) || toasts == NULL)
    return;
  /* Translators: %s is a platform like "Xero". */
  plain = g_strdup_printf (_ ("Connection to %s deleted"),
                              trib_model_connection_get_platform_name (connection));
  /* A toast reads its title as markup. */
  title = g_markup_escape_text (plain, -1);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), adw_toast_new (title));
}

static void
delete_response_cb (TribModelConnection *connection, const char *response, GObject *dialog)
{
  if (g_strcmp0 (response, "delete") == 0)
    trib_model_connection_delete_async (connection, NULL, deleted_cb,
                                        trib_weak_new (g_object_get_data (dialog, "toasts")));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiConnectionRow *self = TRIB_UI_CONNECTION_ROW (widget);
  GtkWidget *dialog =
      trib_ui_delete_dialog_new (get_window (self), self->connection, self->company_name);
  GtkWidget *toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL)
    g_object_set_data_full (G_OBJECT (dialog), "toasts", g_object_ref (toasts), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), self->connection,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
}

/* One question, and no watch: the row says what came of it. */
static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_model_connection_check (TRIB_UI_CONNECTION_ROW (widget)->connection);
}

static void
stop_waiting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribModelConnection *connection = TRIB_UI_CONNECTION_ROW (widget)->connection;
  GtkWidget *toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *record = trib_model_connection_stop_waiting (connection);
  AdwToast *toast;

  if (record == NULL || toasts == NULL)
    return;
  /* A toast has one line; that the connection stays at Codat what it is stands beside the button.
   */
  toast = adw_toast_new (_ ("Waiting stopped"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "page.wait-again");
  adw_toast_set_action_target (toast, "(ss)", trib_model_connection_get_id (connection), record);
  adw_toast_set_timeout (toast, TRIB_MODEL_UNDO_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

/* Installs what a row does, on its class. */
void
trib_ui_connection_row_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "connection.reconnect", NULL, reconnect_action);
  gtk_widget_class_install_action (widget_class, "connection.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "connection.stop-waiting", NULL,
                                   stop_waiting_action);
  gtk_widget_class_install_action (widget_class, "connection.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "connection.unlink", NULL, unlink_action);
  gtk_widget_class_install_action (widget_class, "connection.undo-unlink", NULL,
                                   undo_unlink_action);
  gtk_widget_class_install_action (widget_class, "connection.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "connection.copy", "s", copy_action);
}
