/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-reading-dialog.h"

#include "trib-ui-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Something to read at leisure or to take away. */

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = trib_ui_label_new (text, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static void
append_part (GtkBox *box, GString *text, const TribUiReadingPart *part)
{
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (whole), new_label (part->heading, "heading"));
  g_string_append_printf (text, "%s\n", part->heading);
  if (part->subtitle != NULL) {
    gtk_box_append (GTK_BOX (whole), new_label (part->subtitle, "dim-label"));
    g_string_append_printf (text, "%s\n", part->subtitle);
  }
  if (part->note != NULL) {
    gtk_box_append (GTK_BOX (whole), new_label (part->note, NULL));
    g_string_append_printf (text, "%s\n", part->note);
  }
  gtk_box_append (GTK_BOX (whole), new_label (part->body, "numeric"));
  g_string_append_printf (text, "\n%s\n\n", part->body);
  gtk_box_append (box, whole);
}

static void
copy_cb (GtkButton *button, gpointer text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  gtk_button_set_label (button, _ ("Copied"));
}

static GtkWidget *
new_header (const char *words, char *text)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *title = gtk_label_new (words);
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
 * trib_ui_reading_part_free:
 * @part: (transfer full): a part
 */
void
trib_ui_reading_part_free (TribUiReadingPart *part)
{
  g_return_if_fail (part != NULL);
  g_free (part->heading);
  g_free (part->subtitle);
  g_free (part->note);
  g_free (part->body);
  g_free (part);
}

/**
 * trib_ui_reading_dialog_new:
 * @parent: (nullable): the window in front of which it stands
 * @title: what is read, translated
 * @parts: (element-type TribUiReadingPart): one below the other; used during the call only
 *
 * Returns: (transfer none): a dialog to present; GTK owns it
 */
GtkWidget *
trib_ui_reading_dialog_new (GtkWindow *parent, const char *title, GPtrArray *parts)
{
  GtkWidget *dialog, *whole, *scroller, *box;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (parts != NULL, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  for (guint i = 0; i < parts->len; i++)
    append_part (GTK_BOX (box), text, g_ptr_array_index (parts, i));
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (whole), new_header (title, g_strdup (text->str)));
  gtk_box_append (GTK_BOX (whole), scroller);
  dialog = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE, "transient-for", parent,
                         "destroy-with-parent", TRUE, "default-width", 480, "default-height", 560,
                         "width-request", 360, "content", whole, NULL);
  add_escape (dialog);
  return dialog;
}
