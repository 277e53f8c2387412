/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-sign-in.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_FINISHED_BUTTON (trib_ui_finished_button_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiFinishedButton, trib_ui_finished_button, TRIB_UI, FINISHED_BUTTON, AdwBin)

/* Activates the page's action "sign-in.check-now". */
void trib_ui_finished_button_follow (TribUiFinishedButton *self, TribModelSignIn *sign_in);

G_END_DECLS
