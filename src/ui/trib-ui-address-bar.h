/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-sign-in.h"

#include "trib-link-browser.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_ADDRESS_BAR (trib_ui_address_bar_get_type ())

G_DECLARE_FINAL_TYPE (TribUiAddressBar, trib_ui_address_bar, TRIB_UI, ADDRESS_BAR, AdwBin)

/* Where one is: lock, word and the whole host name of an embedded page, a line that shows it
 * loading, and the page's own Back and Reload. An address that is not known for the platform of
 * sign_in (nullable) turns it amber. Actions: "page-view.back", "page-view.reload". */
void trib_ui_address_bar_set_browser (TribUiAddressBar *self,
                                      TribLinkBrowser *browser,
                                      TribModelSignIn *sign_in);

G_END_DECLS
