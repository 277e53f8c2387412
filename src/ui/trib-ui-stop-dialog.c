/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-stop-dialog.h"

#include "trib-weak.h"

#include <glib/gi18n.h>

typedef struct {
  gpointer window; /* (owned): trib_weak_new() */
  char *action;    /* (owned) */
} Leaving;

static void
leave_cb (gpointer data)
{
  Leaving *leaving = data;
  g_autoptr (GtkWidget) window = trib_weak_end (leaving->window);

  if (window != NULL)
    gtk_widget_activate_action (window, leaving->action, NULL);
  g_free (leaving->action);
  g_free (leaving);
}

/* The action may take the window away, and the question with it: the question is answered first. */
static void
response_cb (GtkWindow *dialog, const char *response, const char *action)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);
  Leaving *leaving;

  if (g_strcmp0 (response, "stop") != 0 || parent == NULL)
    return;
  leaving = g_new0 (Leaving, 1);
  leaving->window = trib_weak_new (parent);
  leaving->action = g_strdup (action);
  g_idle_add_once (leave_cb, leaving);
}

/**
 * trib_ui_stop_dialog_new:
 * @parent: (nullable): the window in front of which it stands
 * @action: (nullable): what to activate on @parent when the answer is "stop"
 *
 * Returns: (transfer none): a dialog to present; GTK owns it
 */
GtkWidget *
trib_ui_stop_dialog_new (GtkWindow *parent, const char *action)
{
  GtkWidget *widget = adw_message_dialog_new (parent, _ ("Stop This Sign-In?"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_set_body (
      dialog, _ ("What you typed on the page will be lost. You can begin again at any time."));
  adw_message_dialog_add_responses (dialog, "keep",
                                    _ ("_Keep Signing In"), "stop", _ ("_Stop"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  if (action != NULL)
    g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_strdup (action),
                           (GClosureNotify) (void (*) (void)) g_free, 0);
  return widget;
}
