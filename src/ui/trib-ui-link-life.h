/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-invitation.h"
#include "trib-model-sign-in.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_LINK_LIFE (trib_ui_link_life_get_type ())

G_DECLARE_FINAL_TYPE (TribUiLinkLife, trib_ui_link_life, TRIB_UI, LINK_LIFE, AdwBin)

/* How long the newest link still works, by the minute; when it has ended, the words say so and a
 * click brings another, by the page's action "sign-in.renew" or "share.renew".
 *
 * Signal "ended" (run-last): the link works no more. */
void trib_ui_link_life_follow (TribUiLinkLife *self, TribModelSignIn *sign_in);
void trib_ui_link_life_follow_invitation (TribUiLinkLife *self, TribModelInvitation *invitation);

G_END_DECLS
