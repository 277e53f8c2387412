/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_REQUESTS_PAGE (trib_ui_requests_page_get_type ())

G_DECLARE_FINAL_TYPE (TribUiRequestsPage, trib_ui_requests_page, TRIB_UI, REQUESTS_PAGE, AdwBin)

/* Everybody who was asked to sign in and has not yet, who waits longest first, with a way to ask
 * again. */
GtkWidget *trib_ui_requests_page_new (TribModelAccount *account) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
