/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-window-private.h"

#include "trib-model-unlink.h"

#include "trib-weak.h"

#include <glib/gi18n.h>

/* What is still done before a window closes. Part of TribAppWindow.
 * Main thread only. */

typedef struct {
  GWeakRef *window; /* (owned) */
  char *action;     /* (owned): what closes the window */
  guint n_open;     /* how many answers are waited for */
  gboolean failed;
} Leaving;

static void
leave (Leaving *leaving)
{
  g_autoptr (GtkWidget) window = trib_weak_end (leaving->window);

  if (window != NULL && !leaving->failed)
    gtk_widget_activate_action (window, leaving->action, NULL);
  else if (window != NULL)
    trib_app_window_say (TRIB_APP_WINDOW (window),
                         _ ("Not everything could be unlinked, so the window stays open"));
  g_free (leaving->action);
  g_free (leaving);
}

static void
unlinked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Leaving *leaving = data;
  g_autoptr (GError) error = NULL;

  if (!trib_model_unlink_finish (TRIB_MODEL_CONNECTION (source), result, &error)) {
    g_message ("A connection was not unlinked: %s", error->message);
    leaving->failed = TRUE;
  }
  if (--leaving->n_open == 0)
    leave (leaving);
}

/**
 * trib_app_window_end_unlinks:
 * @self: the window
 * @action: the action that would close it
 *
 * Who confirmed an unlink and leaves within its undo time wants it done. When it is, @action is
 * activated again; when it cannot be done, the window stays and its row says why. Who leaves a
 * second time does not wait.
 *
 * Returns: whether there is something to wait for
 */
gboolean
trib_app_window_end_unlinks (TribAppWindow *self, const char *action)
{
  g_autoptr (GPtrArray) unlinks = NULL;
  Leaving *leaving;

  if (self->account == NULL)
    return FALSE;
  unlinks = trib_model_notes_list_unlinks (trib_model_account_get_notes (self->account));
  if (unlinks->len == 0)
    return FALSE;
  leaving = g_new0 (Leaving, 1);
  leaving->window = trib_weak_new (self);
  leaving->action = g_strdup (action);
  leaving->n_open = unlinks->len;
  trib_app_window_say (self, _ ("Unlinking first, then the window closes…"));
  for (guint i = 0; i < unlinks->len; i++)
    trib_model_unlink_async (g_ptr_array_index (unlinks, i), unlinked_cb, leaving);
  return TRUE;
}
