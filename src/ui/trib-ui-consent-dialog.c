/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-consent-dialog.h"

#include "trib-model-consent.h"
#include "trib-model-time.h"
#include "trib-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What was agreed to, word by word, to be read or taken away. */

#define MAX_NAME 200

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static char *
format_heading (const TribModelConsent *consent)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (consent->at / G_USEC_PER_SEC);
  g_autofree char *exact = time != NULL ? trib_model_time_exact (time) : NULL;
  g_autofree char *by = trib_text_for_display (consent->by, MAX_NAME);

  /* Translators: %1$s is a person, %2$s a day and a time. */
  return g_strdup_printf (_ ("%1$s agreed on %2$s"), by, exact != NULL ? exact : "—");
}

/* (nullable): what holds. */
static char *
format_end (const TribModelConsent *consent)
{
  g_autoptr (GDateTime) time =
      consent->withdrawn_at != 0
          ? g_date_time_new_from_unix_utc (consent->withdrawn_at / G_USEC_PER_SEC)
          : NULL;
  g_autofree char *exact = time != NULL ? trib_model_time_exact (time) : NULL;

  /* Translators: %s is a day and a time. */
  return exact != NULL
      ? g_strdup_printf (_ ("Withdrawn on %s, when the connection was ended here"), exact)
      : NULL;
}

static char *
format_subject (const TribModelConsent *consent)
{
  g_autofree char *company = trib_text_for_display (consent->company_name, MAX_NAME);
  g_autofree char *platform = trib_text_for_display (consent->platform_name, MAX_NAME);

  /* Translators: %1$s is a company, %2$s a platform. */
  return g_strdup_printf (_ ("For %1$s, before signing in at %2$s"), company, platform);
}

static void
append_consent (GtkBox *box, GString *text, const TribModelConsent *consent)
{
  g_autofree char *heading = format_heading (consent);
  g_autofree char *subject = format_subject (consent);
  g_autofree char *end = format_end (consent);
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (part), new_label (heading, "heading"));
  gtk_box_append (GTK_BOX (part), new_label (subject, "dim-label"));
  if (end != NULL)
    gtk_box_append (GTK_BOX (part), new_label (end, NULL));
  gtk_box_append (GTK_BOX (part), new_label (consent->text, NULL));
  gtk_box_append (box, part);
  g_string_append_printf (text, "%s\n%s\n", heading, subject);
  if (end != NULL)
    g_string_append_printf (text, "%s\n", end);
  g_string_append_printf (text, "\n%s\n\n", consent->text);
}

static void
copy_cb (GtkButton *button, gpointer text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  gtk_button_set_label (button, _ ("Copied"));
}

static GtkWidget *
new_header (char *text)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *title = gtk_label_new (_ ("What Was Agreed"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Copy"));

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (title, "title");
  g_signal_connect_data (button, "clicked", G_CALLBACK (copy_cb), text, (GClosureNotify) g_free, 0);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
  return header;
}

static void
add_escape (GtkWidget *dialog)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, controller);
}

/**
 * trib_ui_consent_dialog_new:
 * @parent: (nullable): the window in front of which it stands
 * @consents: (element-type TribModelConsent): what was agreed to, the newest first; used during
 *   the call only
 *
 * Returns: (transfer none): a dialog to present; GTK owns it
 */
GtkWidget *
trib_ui_consent_dialog_new (GtkWindow *parent, GPtrArray *consents)
{
  GtkWidget *dialog, *whole, *scroller, *box;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (consents != NULL, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  for (guint i = 0; i < consents->len; i++)
    append_consent (GTK_BOX (box), text, g_ptr_array_index (consents, i));
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (whole), new_header (g_strdup (text->str)));
  gtk_box_append (GTK_BOX (whole), scroller);
  dialog = g_object_new (ADW_TYPE_WINDOW, "title",
                         _ ("What Was Agreed"), "modal", TRUE, "transient-for", parent,
                            "destroy-with-parent", TRUE, "default-width", 480, "default-height",
                            560, "width-request", 360, "content", whole, NULL);
  add_escape (dialog);
  return dialog;
}
