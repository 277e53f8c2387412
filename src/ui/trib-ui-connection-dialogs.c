/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-connection-dialogs.h"

#include <glib/gi18n.h>
#include <string.h>

/* A platform without a name still has to be told from nothing when it is typed. */
static const char *
get_name (TribModelConnection *connection)
{
  const char *name = trib_model_connection_get_platform_name (connection);

  return name != NULL && *name != '\0' ? name : _ ("this platform");
}

static gboolean
is_same_name (const char *typed, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  return strcmp (folded, wanted) == 0;
}

static void
name_typed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  const char *name = g_object_get_data (G_OBJECT (entry), "wanted-name");

  adw_message_dialog_set_response_enabled (dialog, "delete",
                                           is_same_name (gtk_editable_get_text (entry), name));
}

static GtkWidget *
create_name_entry (AdwMessageDialog *dialog, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *entry = gtk_entry_new ();
  /* Translators: %s is the name of a platform like "Xero", to be typed as it is. */
  g_autofree char *text = g_strdup_printf (_ ("Type “%s” to delete it:"), name);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_object_set_data_full (G_OBJECT (entry), "wanted-name", g_strdup (name), g_free);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_typed_cb), dialog, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

/**
 * trib_ui_unlink_dialog_new:
 * @parent: the window in front of which it stands
 * @connection: what is to be unlinked
 *
 * Returns: (transfer none): a dialog to present; GTK owns it
 */
GtkWidget *
trib_ui_unlink_dialog_new (GtkWindow *parent, TribModelConnection *connection)
{
  GtkWidget *dialog;
  g_autofree char *heading = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (connection), NULL);
  /* Translators: %s is a platform like "Xero". */
  heading = g_strdup_printf (_ ("Unlink %s?"), get_name (connection));
  dialog = adw_message_dialog_new (
      parent, heading,
      _ ("Nothing new will be read from it. What was read already stays. You can connect it again "
         "at any time by signing in."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "unlink", _ ("_Unlink"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

/**
 * trib_ui_delete_dialog_new:
 * @parent: the window in front of which it stands
 * @connection: what is to be deleted
 * @company_name: whose connection it is
 *
 * Returns: (transfer none): a dialog to present; GTK owns it
 */
GtkWidget *
trib_ui_delete_dialog_new (GtkWindow *parent,
                           TribModelConnection *connection,
                           const char *company_name)
{
  GtkWidget *dialog;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (connection), NULL);
  /* Translators: %s is a platform like "Xero". */
  heading = g_strdup_printf (_ ("Delete the Connection to %s?"), get_name (connection));
  /* Translators: %s is a company. */
  body =
      g_strdup_printf (_ ("The connection of %s, its history and what was read through it are "
                             "removed at Codat. This cannot be undone. To keep the data and only stop "
                             "reading, unlink it instead."),
                          company_name);
  dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "delete", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (
      ADW_MESSAGE_DIALOG (dialog),
      create_name_entry (ADW_MESSAGE_DIALOG (dialog), get_name (connection)));
  return dialog;
}
