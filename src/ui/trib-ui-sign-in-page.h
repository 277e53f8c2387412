/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-sign-in.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_SIGN_IN_PAGE (trib_ui_sign_in_page_get_type ())

G_DECLARE_FINAL_TYPE (TribUiSignInPage, trib_ui_sign_in_page, TRIB_UI, SIGN_IN_PAGE, AdwBin)

/* One sign-in while it goes on. Properties (construct only): "sign-in" (TribModelSignIn), "view"
 * (GtkWidget that implements TribLinkBrowser, nullable: then the system's browser is used). Signal
 * "finished": the session ended; the result page takes over. Actions: "page.reload", and
 * "sign-in.cancel", which asks first where something could be lost. */
GtkWidget *trib_ui_sign_in_page_new (TribModelSignIn *sign_in,
                                     GtkWidget *view) G_GNUC_WARN_UNUSED_RESULT;
TribModelSignIn *trib_ui_sign_in_page_get_sign_in (TribUiSignInPage *self);
GtkWidget *trib_ui_sign_in_page_get_view (TribUiSignInPage *self); /* (nullable) */
/* Begins, or begins again with a fresh link when the session is over. */
void trib_ui_sign_in_page_start (TribUiSignInPage *self);
/* Asks before something is lost; action is (nullable), and activated when the answer is yes. */
gboolean trib_ui_sign_in_page_ask_before (TribUiSignInPage *self, const char *action);

G_END_DECLS
