/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "trib-link-session.h"

G_BEGIN_DECLS

#define TRIB_LINK_TYPE_BROWSER (trib_link_browser_get_type ())

G_DECLARE_INTERFACE (TribLinkBrowser, trib_link_browser, TRIB_LINK, BROWSER, GObject)

/**
 * TribLinkBrowserInterface:
 *
 * What a page asks of an embedded view. The view is a widget made by app/ from the module in web/;
 * ui/ knows it by this interface alone. Properties of the interface, all read-only: "host" (string,
 * nullable, IDN as punycode, with the port when it is not the default one), "secure" (boolean:
 * https with a good certificate), "progress" (double 0…1), "loading" (boolean), "can-go-back"
 * (boolean), "certificate" (GTlsCertificate, nullable). Signal "open-outside" (string uri): the
 * system shall open it.
 *
 * The view itself follows its session: it loads each fresh link and carries verdicts out.
 */
struct _TribLinkBrowserInterface {
  GTypeInterface parent_iface;

  void (*set_session) (TribLinkBrowser *self, TribLinkSession *session);
  void (*reload) (TribLinkBrowser *self);
  void (*go_back) (TribLinkBrowser *self);
  void (*shut_down) (TribLinkBrowser *self);
};

/* session is (nullable): NULL makes the view ready without loading anything. */
void trib_link_browser_set_session (TribLinkBrowser *self, TribLinkSession *session);
void trib_link_browser_reload (TribLinkBrowser *self);
void trib_link_browser_go_back (TribLinkBrowser *self);
/* Ends the web process and forgets everything; the widget is useless afterwards. */
void trib_link_browser_shut_down (TribLinkBrowser *self);

G_END_DECLS
