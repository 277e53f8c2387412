/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-finished-button.h"

#include <glib/gi18n.h>

/* "I Have Finished", and below it what Codat says to that.
 * Owned by the template of the sign-in page.
 * Main thread only. */

struct _TribUiFinishedButton {
  AdwBin parent_instance;

  GtkWidget *button;    /* (owned) by the box */
  GtkLabel *said_label; /* (owned) by the box */
};

G_DEFINE_FINAL_TYPE (TribUiFinishedButton, trib_ui_finished_button, ADW_TYPE_BIN)

static void
clicked_cb (TribUiFinishedButton *self)
{
  gtk_label_set_text (self->said_label, _ ("Checking with Codat…"));
}

/* The time makes the same answer to a second question another one. */
static void
unchanged_cb (TribUiFinishedButton *self, gboolean is_answered)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%X");
  g_autofree char *text = NULL;

  if (is_answered)
    /* Translators: %s is a time of the day, like "14:05:22". */
    text = g_strdup_printf (_ ("Codat does not see it yet, at %s"), time);
  else
    /* Translators: %s is a time of the day, like "14:05:22". */
    text = g_strdup_printf (_ ("Codat could not be asked, at %s"), time);
  gtk_label_set_text (self->said_label, text);
}

static gboolean
trib_ui_finished_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TRIB_UI_FINISHED_BUTTON (widget)->button);
}

static void
trib_ui_finished_button_class_init (TribUiFinishedButtonClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = trib_ui_finished_button_grab_focus;
}

static void
trib_ui_finished_button_init (TribUiFinishedButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->button = gtk_button_new_with_mnemonic (_ ("I Have _Finished"));
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "sign-in.check-now");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  /* The line is there from the start, so that nothing moves under the pointer. */
  self->said_label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                   "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->said_label), "dim-label");
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->said_label));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * trib_ui_finished_button_follow:
 * @self: a button
 * @sign_in: what it asks about
 *
 * Says what came of a question.
 */
void
trib_ui_finished_button_follow (TribUiFinishedButton *self, TribModelSignIn *sign_in)
{
  g_return_if_fail (TRIB_UI_IS_FINISHED_BUTTON (self));
  g_return_if_fail (TRIB_MODEL_IS_SIGN_IN (sign_in));

  g_signal_connect_object (trib_model_sign_in_get_session (sign_in), "unchanged",
                           G_CALLBACK (unchanged_cb), self, G_CONNECT_SWAPPED);
}
