/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_WELCOME_PAGE (trib_ui_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (TribUiWelcomePage, trib_ui_welcome_page, TRIB_UI, WELCOME_PAGE, AdwBin)

/* The first page, while there is no account. It activates win.try-demo and win.add-account. */
GtkWidget *trib_ui_welcome_page_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
