/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-say.h"

#include <adwaita.h>

/**
 * trib_ui_say:
 * @widget: a widget below a toast overlay; where there is none, nothing is said
 * @words: plain text, which a page or a server may have a part in
 *
 * Says something in passing. A toast reads its title as markup, so that it is escaped here.
 */
void
trib_ui_say (GtkWidget *widget, const char *words)
{
  GtkWidget *toasts;
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (words != NULL);

  toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  title = g_markup_escape_text (words, -1);
  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), adw_toast_new (title));
}
