/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-browser.h"

/* What a page asks of an embedded view. Implemented by the widget of web/, and by fakes in tests;
 * owned by the page that shows it. Main thread only. */

G_DEFINE_INTERFACE (TribLinkBrowser, trib_link_browser, G_TYPE_OBJECT)

static void
trib_link_browser_default_init (TribLinkBrowserInterface *iface)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  g_object_interface_install_property (iface,
                                       g_param_spec_string ("host", NULL, NULL, NULL, flags));
  g_object_interface_install_property (iface,
                                       g_param_spec_boolean ("secure", NULL, NULL, FALSE, flags));
  g_object_interface_install_property (
      iface, g_param_spec_double ("progress", NULL, NULL, 0.0, 1.0, 0.0, flags));
  g_object_interface_install_property (iface,
                                       g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags));
  g_object_interface_install_property (
      iface, g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags));
  g_object_interface_install_property (
      iface, g_param_spec_object ("certificate", NULL, NULL, G_TYPE_TLS_CERTIFICATE, flags));

  /**
   * TribLinkBrowser::open-outside:
   * @self: a view
   * @uri: an address that the system shall open
   */
  g_signal_new ("open-outside", TRIB_LINK_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

/**
 * trib_link_browser_set_session:
 * @self: a view
 * @session: (nullable): the sign-in to follow, or %NULL to get ready without loading anything
 */
void
trib_link_browser_set_session (TribLinkBrowser *self, TribLinkSession *session)
{
  g_return_if_fail (TRIB_LINK_IS_BROWSER (self));
  g_return_if_fail (session == NULL || TRIB_LINK_IS_SESSION (session));
  TRIB_LINK_BROWSER_GET_IFACE (self)->set_session (self, session);
}

/**
 * trib_link_browser_reload:
 * @self: a view
 */
void
trib_link_browser_reload (TribLinkBrowser *self)
{
  g_return_if_fail (TRIB_LINK_IS_BROWSER (self));
  TRIB_LINK_BROWSER_GET_IFACE (self)->reload (self);
}

/**
 * trib_link_browser_go_back:
 * @self: a view
 */
void
trib_link_browser_go_back (TribLinkBrowser *self)
{
  g_return_if_fail (TRIB_LINK_IS_BROWSER (self));
  TRIB_LINK_BROWSER_GET_IFACE (self)->go_back (self);
}

/**
 * trib_link_browser_shut_down:
 * @self: a view
 *
 * Ends the web process and forgets everything; the widget is useless afterwards.
 */
void
trib_link_browser_shut_down (TribLinkBrowser *self)
{
  g_return_if_fail (TRIB_LINK_IS_BROWSER (self));
  TRIB_LINK_BROWSER_GET_IFACE (self)->shut_down (self);
}
