/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-view.h"

#include <gmodule.h>

G_MODULE_EXPORT GtkWidget *trib_web_module_new_view (void);

/**
 * trib_web_module_new_view:
 *
 * The one symbol that the program looks up in the module.
 *
 * Returns: (transfer floating): a new view, which implements TribLinkBrowser
 */
GtkWidget *
trib_web_module_new_view (void)
{
  return trib_web_view_new ();
}
