/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-consent-receipt.h"

#include "trib-ui-consent-dialog.h"

#include <glib/gi18n.h>

/* The way to what was agreed to before a connection was made.
 * Owned by the template of the connection's row.
 * Main thread only. */

struct _TribUiConsentReceipt {
  AdwBin parent_instance;

  TribModelConsents *consents;     /* (owned) (nullable) */
  TribModelConnection *connection; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribUiConsentReceipt, trib_ui_consent_receipt, ADW_TYPE_BIN)

static GPtrArray *
list_consents (TribUiConsentReceipt *self)
{
  return trib_model_consents_list (self->consents,
                                   trib_model_connection_get_company_id (self->connection),
                                   trib_model_connection_get_platform_key (self->connection));
}

static void
show_button (TribUiConsentReceipt *self)
{
  g_autoptr (GPtrArray) list = list_consents (self);

  gtk_widget_set_visible (GTK_WIDGET (self), list->len > 0);
}

static void
clicked_cb (TribUiConsentReceipt *self)
{
  g_autoptr (GPtrArray) list = list_consents (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (list->len > 0)
    gtk_window_present (GTK_WINDOW (
        trib_ui_consent_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, list)));
}

static void
trib_ui_consent_receipt_dispose (GObject *object)
{
  TribUiConsentReceipt *self = TRIB_UI_CONSENT_RECEIPT (object);

  g_clear_object (&self->consents);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (trib_ui_consent_receipt_parent_class)->dispose (object);
}

static void
trib_ui_consent_receipt_class_init (TribUiConsentReceiptClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trib_ui_consent_receipt_dispose;
}

static void
trib_ui_consent_receipt_init (TribUiConsentReceipt *self)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("What Was A_greed…"));
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * trib_ui_consent_receipt_set_subject:
 * @self: a button that shows nothing yet
 * @consents: (nullable): what was agreed to; nothing is shown without
 * @connection: before which sign-ins
 *
 * Fills the button, once.
 */
void
trib_ui_consent_receipt_set_subject (TribUiConsentReceipt *self,
                                     TribModelConsents *consents,
                                     TribModelConnection *connection)
{
  g_return_if_fail (TRIB_UI_IS_CONSENT_RECEIPT (self));
  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (connection));
  g_return_if_fail (self->connection == NULL);

  if (consents == NULL)
    return;
  self->consents = g_object_ref (consents);
  self->connection = g_object_ref (connection);
  g_signal_connect_object (consents, "changed", G_CALLBACK (show_button), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::platform", G_CALLBACK (show_button), self,
                           G_CONNECT_SWAPPED);
  trib_model_consents_load (consents);
  show_button (self);
}
