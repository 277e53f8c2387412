/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-share-page-private.h"

#include "trib-ui-instructions.h"
#include "trib-ui-mailto.h"

#include "trib-weak.h"

#include <glib/gi18n.h>
#include <string.h>

/* Part of TribUiSharePage: the words, the letter and the printed page. */

/* What the page says before anything was done. */
void
trib_ui_share_page_set_texts (TribUiSharePage *self)
{
  const char *platform = trib_model_invitation_get_platform_name (self->invitation);
  TribModelCompany *company = trib_model_invitation_get_company (self->invitation);
  g_autofree char *subject = trib_model_invitation_dup_subject (self->invitation);
  g_autofree char *letter = trib_model_invitation_dup_letter (self->invitation);
  /* Translators: %s is a platform like "Xero". */
  g_autofree char *intro = g_strdup_printf (_ ("Send them a link. They sign in at %s, on its own page, and you never see their password."),
      platform);
  /* Translators: %s is a platform like "Xero". A status page reads its title as markup. */
  g_autofree char *done = g_markup_printf_escaped (_ ("%s Is Connected"), platform);

  adw_window_title_set_subtitle (self->title, trib_model_company_get_name (company));
  gtk_label_set_text (self->intro, intro);
  adw_status_page_set_title (self->done_page, done);
  gtk_editable_set_text (self->subject, subject);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->letter), letter, -1);
}

/* Overwrites a text that held a link. */
void
trib_ui_share_page_wipe (char *text)
{
  explicit_bzero (text, strlen (text));
  g_free (text);
}

static char *
dup_letter (TribUiSharePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->letter);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The letter with the link, as an address for the mail program; to be wiped. */
char *
trib_ui_share_page_dup_mail (TribUiSharePage *self, const char *uri)
{
  char *letter = dup_letter (self);
  char *filled = trib_model_invitation_fill_letter (letter, uri);
  char *mail = trib_ui_mailto_new (gtk_editable_get_text (self->recipient),
                                   gtk_editable_get_text (self->subject), filled);

  trib_ui_share_page_wipe (letter);
  trib_ui_share_page_wipe (filled);
  return mail;
}

/* The code has its place only some frames after it is shown. */
static gboolean
scroll_cb (GtkWidget *revealer, GdkFrameClock *frame_clock, gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (revealer, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double hidden;

  if (scroller == NULL || !gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)) ||
      !gtk_widget_compute_bounds (revealer, scroller, &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  hidden = bounds.origin.y + bounds.size.height - gtk_widget_get_height (scroller);
  hidden = MIN (hidden, bounds.origin.y);
  if (hidden > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + hidden);
  return hidden > 0 || bounds.size.height < 1 ||
         !gtk_revealer_get_child_revealed (GTK_REVEALER (revealer));
}

/* Brings the code that is being shown into view. */
void
trib_ui_share_page_scroll_to_code (TribUiSharePage *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->code_revealer), scroll_cb, NULL, NULL);
}

static void
mail_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribUiSharePage) self = trib_weak_end (data);

  /* The address holds a secret and the error may repeat it: the words here are ours. */
  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) && self != NULL)
    trib_ui_share_page_say (
        self, _ ("No mail program opened. Copy the link and send it in another way."));
}

/* What "open-mail" does when nobody else does it. */
gboolean
trib_ui_share_page_open_mail (TribUiSharePage *self, const char *mail)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), mail, GDK_CURRENT_TIME, NULL, mail_opened_cb,
                       trib_weak_new (self));
  return TRUE;
}

/* Printing goes on after the dialog, and may fail then. */
static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, TribUiSharePage *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  trib_ui_share_page_set_problem (self, error);
}

static void
print_with (TribUiSharePage *self, GtkPrintOperationAction action, const char *filename)
{
  g_autoptr (GtkPrintOperation) operation = trib_ui_instructions_new (self->invitation);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (filename != NULL)
    gtk_print_operation_set_export_filename (operation, filename);
  gtk_print_operation_set_allow_async (operation, filename == NULL);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  if (gtk_print_operation_run (operation, action, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    trib_ui_share_page_set_problem (self, error);
  else if (filename != NULL)
    trib_ui_share_page_say (self, _ ("The instructions are saved. They hold no link."));
}

/* Lets the person choose a printer. */
void
trib_ui_share_page_print (TribUiSharePage *self)
{
  print_with (self, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL);
}

/* Writes the page as a PDF file. */
void
trib_ui_share_page_export (TribUiSharePage *self, const char *filename)
{
  print_with (self, GTK_PRINT_OPERATION_ACTION_EXPORT, filename);
}

static void
save_response_cb (TribUiSharePage *self, int response)
{
  g_autoptr (GtkNativeDialog) dialog = g_steal_pointer (&self->save_dialog);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT) {
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    path = file != NULL ? g_file_get_path (file) : NULL;
    if (path != NULL)
      trib_ui_share_page_export (self, path);
  }
}

/* Lets the person choose where the page is saved, in one dialog at a time. */
void
trib_ui_share_page_save (TribUiSharePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *dialog;

  if (self->save_dialog != NULL)
    return;
  dialog = gtk_file_chooser_native_new (
      _ ("Save the Instructions"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  /* Translators: the name of a file. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("How to sign in.pdf"));
  self->save_dialog = GTK_NATIVE_DIALOG (dialog);
  gtk_native_dialog_set_modal (self->save_dialog, TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->save_dialog);
}

/* A dialog that nobody can answer any more is taken away. */
void
trib_ui_share_page_stop_saving (TribUiSharePage *self)
{
  if (self->save_dialog != NULL)
    gtk_native_dialog_destroy (self->save_dialog);
  g_clear_object (&self->save_dialog);
}

/**
 * trib_ui_share_sign_in:
 * @widget: a widget in the window
 * @sign_in: a sign-in that goes on
 *
 * Asks the window for the page of somebody else, who gets a link of their own.
 */
void
trib_ui_share_sign_in (GtkWidget *widget, TribModelSignIn *sign_in)
{
  TribModelPlatform *platform = trib_model_sign_in_get_platform (sign_in);
  const char *company_id = trib_model_company_get_id (trib_model_sign_in_get_company (sign_in));
  const char *connection_id =
      trib_link_session_get_connection_id (trib_model_sign_in_get_session (sign_in));
  const char *id = platform != NULL ? trib_model_platform_get_integration_id (platform) : NULL;

  if (connection_id != NULL)
    gtk_widget_activate_action (widget, "win.share-connection", "(ss)", company_id, connection_id);
  else if (platform != NULL)
    gtk_widget_activate_action (widget, "win.share", "(sss)", company_id,
                                trib_model_platform_get_key (platform), id != NULL ? id : "");
}
