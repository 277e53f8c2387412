/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-outside.h"

#include "trib-ui-weak.h"

#include <glib/gi18n.h>

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwStatusPage) page = trib_ui_weak_take (data);
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) || page == NULL)
    return;
  /* The address is a secret and the error may repeat it: the words here are ours. */
  adw_status_page_set_title (page, _ ("Your Browser Did Not Open"));
  adw_status_page_set_description (
      page, _ ("Choose a web browser in the settings of this computer, then press “Open Again”."));
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
  GtkRoot *root;

  g_return_if_fail (ADW_IS_STATUS_PAGE (page));

  root = gtk_widget_get_root (GTK_WIDGET (page));
  if (uri != NULL && GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, shown_cb,
                       trib_ui_weak_new (page));
}
