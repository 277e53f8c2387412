/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-browser.h"

#include <gmodule.h>
#include <gtk/gtk.h>

/* The module as the program opens it: without WebKit linked, types of link/ from the program. */
static void
test_module (void)
{
  GType browser = TRIB_LINK_TYPE_BROWSER;
  GtkWidget *(*new_view) (void) = NULL;
  gpointer symbol;
  GModule *module;
  GtkWidget *view;

  g_assert_cmpuint (g_type_from_name ("WebKitWebView"), ==, 0);
  module = g_module_open (WEB_MODULE, G_MODULE_BIND_LOCAL);
  if (module == NULL)
    g_error ("%s", g_module_error ());
  g_module_make_resident (module);
  g_assert_true (g_module_symbol (module, "trib_web_module_new_view", &symbol));
  new_view = symbol;
  view = g_object_ref_sink (new_view ());
  g_assert_cmpuint (browser, ==, g_type_from_name ("TribLinkBrowser"));
  g_assert_true (TRIB_LINK_IS_BROWSER (view));
  trib_link_browser_shut_down (TRIB_LINK_BROWSER (view));
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web/module", test_module);
  return g_test_run ();
}
