/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-sign-in.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_RESULT_PAGE (trib_ui_result_page_get_type ())

G_DECLARE_FINAL_TYPE (TribUiResultPage, trib_ui_result_page, TRIB_UI, RESULT_PAGE, AdwBin)

/* How a sign-in ended, and the ways on. Property (construct only): "sign-in". */
GtkWidget *trib_ui_result_page_new (TribModelSignIn *sign_in) G_GNUC_WARN_UNUSED_RESULT;
TribModelSignIn *trib_ui_result_page_get_sign_in (TribUiResultPage *self);

G_END_DECLS
