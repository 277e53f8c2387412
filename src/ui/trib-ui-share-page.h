/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-invitation.h"
#include "trib-model-sign-in.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_SHARE_PAGE (trib_ui_share_page_get_type ())

G_DECLARE_FINAL_TYPE (TribUiSharePage, trib_ui_share_page, TRIB_UI, SHARE_PAGE, AdwBin)

/* "Someone Else Has the Password?": a link to copy, to scan or to send, and a page to print. Each
 * way takes a link of its own at the moment that it is used. Actions: "share.copy",
 * "share.show-code" (or hides it), "share.mail", "share.print", "share.save", "page.focus".
 * Signal "open-mail" (run-last, s: an address for the mail program): its default handler hands it
 * to the system; a handler that returns %TRUE has done so itself. */
GtkWidget *trib_ui_share_page_new (TribModelInvitation *invitation) G_GNUC_WARN_UNUSED_RESULT;
TribModelInvitation *trib_ui_share_page_get_invitation (TribUiSharePage *self);
/* Asks the window for the page of somebody else, from a sign-in that goes on. */
void trib_ui_share_sign_in (GtkWidget *widget, TribModelSignIn *sign_in);

G_END_DECLS
