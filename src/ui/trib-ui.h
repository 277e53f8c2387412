/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The room ui/ is what a person sees: widgets and pages. A page gets exactly the model it shows, by
 * a construct property, binds to it in its template (resources/ui/, same base name as the class),
 * and asks for everything else by activating actions:
 *
 *   win.back, win.try-demo, win.add-account, win.new-company, page.reload
 *   win.edit-policy: what people are asked before a sign-in
 *   win.show-watch: what is asked of the account again and again
 *   win.open-company (s: company id)
 *   win.sign-in, win.use-browser-sign-in (sss: company id, platform key, integration id or "");
 *   win.copy-link-sign-in (sss): the same with a link on the clipboard
 *   win.reconnect (ss: company id, connection id), by way of the sheet where it must be read;
 *   win.reopen, win.reopen-in-browser, win.copy-link-reopen (ss): the same, after the sheet
 *   win.show-requests: who was asked and has not signed in yet
 *   win.share (sss), win.share-connection (ss): the same, for somebody else
 *
 * It may use base/, model/, the value types of codat/ and link/, GTK and libadwaita. It makes no
 * request, opens no file, keeps no key, and does not know the window that it is in.
 */

#include "trib-ui-add-account-dialog.h"
#include "trib-ui-address-bar.h"
#include "trib-ui-before-dialog.h"
#include "trib-ui-before-words.h"
#include "trib-ui-brand-texture.h"
#include "trib-ui-button-image.h"
#include "trib-ui-columns-layout.h"
#include "trib-ui-companies-page.h"
#include "trib-ui-company-columns.h"
#include "trib-ui-company-page.h"
#include "trib-ui-company-row.h"
#include "trib-ui-connect-page.h"
#include "trib-ui-connection-watch.h"
#include "trib-ui-connections-page.h"
#include "trib-ui-environment-badge.h"
#include "trib-ui-instructions.h"
#include "trib-ui-lines-layout.h"
#include "trib-ui-link-life.h"
#include "trib-ui-logo.h"
#include "trib-ui-mailto.h"
#include "trib-ui-main-menu.h"
#include "trib-ui-missing.h"
#include "trib-ui-new-company-dialog.h"
#include "trib-ui-notifications-window.h"
#include "trib-ui-organisation-box.h"
#include "trib-ui-outcome.h"
#include "trib-ui-page-trouble.h"
#include "trib-ui-page-window.h"
#include "trib-ui-platform-mark.h"
#include "trib-ui-platform-marks.h"
#include "trib-ui-platform-section.h"
#include "trib-ui-platform-tile.h"
#include "trib-ui-policy-window.h"
#include "trib-ui-problem-box.h"
#include "trib-ui-problem-page.h"
#include "trib-ui-promise.h"
#include "trib-ui-qr.h"
#include "trib-ui-requests-page.h"
#include "trib-ui-result-page.h"
#include "trib-ui-share-page.h"
#include "trib-ui-sign-in-page.h"
#include "trib-ui-skeleton.h"
#include "trib-ui-status-dot.h"
#include "trib-ui-status-pill.h"
#include "trib-ui-support.h"
#include "trib-ui-sync-list.h"
#include "trib-ui-texture.h"
#include "trib-ui-tile-layout.h"
#include "trib-ui-tile-skeleton.h"
#include "trib-ui-waiting.h"
#include "trib-ui-watch-window.h"
#include "trib-ui-welcome-page.h"

G_BEGIN_DECLS

void trib_ui_init (void);

G_END_DECLS
