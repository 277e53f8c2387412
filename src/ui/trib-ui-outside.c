/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-outside.h"

#include "trib-ui-say.h"

#include "trib-weak.h"

#include <glib/gi18n.h>

/* What the page said before a browser did not open. */
#define TITLE_KEY "trib-ui-outside-title"
#define DESCRIPTION_KEY "trib-ui-outside-description"

static void
restore_words (AdwStatusPage *page)
{
  g_autofree char *title = g_object_steal_data (G_OBJECT (page), TITLE_KEY);
  g_autofree char *description = g_object_steal_data (G_OBJECT (page), DESCRIPTION_KEY);

  if (title == NULL)
    return;
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, description);
}

static void
replace_words (AdwStatusPage *page, const char *title, const char *description)
{
  restore_words (page);
  g_object_set_data_full (G_OBJECT (page), TITLE_KEY, g_strdup (adw_status_page_get_title (page)),
                          g_free);
  g_object_set_data_full (G_OBJECT (page), DESCRIPTION_KEY,
                          g_strdup (adw_status_page_get_description (page)), g_free);
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, description);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwStatusPage) page = trib_weak_end (data);
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) || page == NULL)
    return;
  /* The address is a secret and the error may repeat it: the words here are ours. */
  replace_words (page,
                 _ ("Your Browser Did Not Open"),
                    _ ("Choose a web browser in the settings of this computer, then press “Open "
                    "Again”."));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = trib_weak_end (data);

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) || widget == NULL)
    return;
  trib_ui_say (widget, _ ("No program opened this link"));
}

static void
open (GtkWidget *widget, const char *uri, GAsyncReadyCallback callback)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (uri != NULL && GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, callback,
                       trib_weak_new (widget));
}

/**
 * trib_ui_outside_show:
 * @page: the page that says that the browser is open
 * @uri: (nullable): the address, which may be a secret; without one nothing happens
 *
 * Hands an address to the system's browser. A page that is in no window yet has nobody to show it
 * to.
 */
void
trib_ui_outside_show (AdwStatusPage *page, const char *uri)
{
  g_return_if_fail (ADW_IS_STATUS_PAGE (page));

  restore_words (page);
  open (GTK_WIDGET (page), uri, shown_cb);
}

/**
 * trib_ui_outside_copy:
 * @page: the page that says that the browser is open
 * @uri: (nullable): the address, which may be a secret; without one nothing happens
 *
 * Puts an address on the clipboard, and says so in place of that, with a toast for who asks twice.
 */
void
trib_ui_outside_copy (AdwStatusPage *page, const char *uri)
{
  g_return_if_fail (ADW_IS_STATUS_PAGE (page));

  if (uri == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), uri);
  replace_words (
      page, _ ("The Link Is on the Clipboard"),
               _ ("Open it in the browser, the profile or the computer that you want to sign in "
                    "with. It works once. This window notices when you have finished."));
  trib_ui_say (GTK_WIDGET (page), _ ("Link copied"));
}

/**
 * trib_ui_outside_open:
 * @widget: a widget below a toast overlay
 * @uri: an address that is no web page of the sign-in, like one for mail
 *
 * Hands an address to the program that the system has for it. When there is none, a toast says so.
 */
void
trib_ui_outside_open (GtkWidget *widget, const char *uri)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  open (widget, uri, opened_cb);
}
