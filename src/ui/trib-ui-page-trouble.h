/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-link-browser.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_PAGE_TROUBLE (trib_ui_page_trouble_get_type ())

G_DECLARE_FINAL_TYPE (TribUiPageTrouble, trib_ui_page_trouble, TRIB_UI, PAGE_TROUBLE, AdwBin)

void trib_ui_page_trouble_set_watchdog (TribUiPageTrouble *self,
                                        TribLinkWatchdog *watchdog,
                                        TribLinkBrowser *browser);

G_END_DECLS
