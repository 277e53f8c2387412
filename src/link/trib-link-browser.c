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
  g_object_interface_install_property (
      iface, g_param_spec_string ("offered-file", NULL, NULL, NULL, flags));
  g_object_interface_install_property (
      iface, g_param_spec_string ("offering-host", NULL, NULL, NULL, flags));

  /**
   * TribLinkBrowser::open-outside:
   * @self: a view
   * @uri: an address that the system shall open
   */
  g_signal_new ("open-outside", TRIB_LINK_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TribLinkBrowser::window:
   * @self: a view
   * @window: a view that a page opened, of the same sign-in; a widget, to be shown
   */
  g_signal_new ("window", TRIB_LINK_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, TRIB_LINK_TYPE_BROWSER);
  /**
   * TribLinkBrowser::closed:
   * @self: a view that a page opened
   *
   * The page has closed it, or the sign-in has gone on without it.
   */
  g_signal_new ("closed", TRIB_LINK_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  /**
   * TribLinkBrowser::failed:
   * @self: a view that a page opened
   * @problem: why its page cannot be shown
   *
   * The sign-in goes on in the page that opened it.
   */
  g_signal_new ("failed", TRIB_LINK_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, TRIB_LINK_TYPE_PAGE_PROBLEM);
  /**
   * TribLinkBrowser::file-ended:
   * @self: a view
   * @saved: whether the file is where the person wanted it
   */
  g_signal_new ("file-ended", TRIB_LINK_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
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

/**
 * trib_link_browser_save_file:
 * @self: a view
 * @path: (nullable): where the offered file goes, or %NULL when nobody wants it
 *
 * Answers for the file that "offered-file" names. Without one it does nothing.
 */
void
trib_link_browser_save_file (TribLinkBrowser *self, const char *path)
{
  g_return_if_fail (TRIB_LINK_IS_BROWSER (self));
  TRIB_LINK_BROWSER_GET_IFACE (self)->save_file (self, path);
}
