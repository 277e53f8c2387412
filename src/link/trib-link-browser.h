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
 * (boolean), "certificate" (GTlsCertificate, nullable), "offered-file" (string, nullable: the name
 * of a file that a page hands over and that waits for a place), "offering-host" (string, nullable:
 * where that file comes from). Signals: "open-outside" (string uri): the system shall open it;
 * "window" (TribLinkBrowser): a page opened a window, to be shown; "closed": this window has closed
 * itself; "failed" (TribLinkPageProblem): this window cannot show its page; "file-ended" (boolean):
 * whether the file was saved.
 *
 * The view itself follows its session: it loads each fresh link and carries verdicts out.
 */
struct _TribLinkBrowserInterface {
  GTypeInterface parent_iface;

  void (*set_session) (TribLinkBrowser *self, TribLinkSession *session);
  void (*reload) (TribLinkBrowser *self);
  void (*go_back) (TribLinkBrowser *self);
  void (*shut_down) (TribLinkBrowser *self);
  void (*save_file) (TribLinkBrowser *self, const char *path);
};

/* session is (nullable): NULL makes the view ready without loading anything. */
void trib_link_browser_set_session (TribLinkBrowser *self, TribLinkSession *session);
void trib_link_browser_reload (TribLinkBrowser *self);
void trib_link_browser_go_back (TribLinkBrowser *self);
/* Ends the web process and forgets everything; the widget is useless afterwards. */
void trib_link_browser_shut_down (TribLinkBrowser *self);
/* Where the offered file goes; path is (nullable): nowhere. */
void trib_link_browser_save_file (TribLinkBrowser *self, const char *path);

G_END_DECLS
