/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_MAIN_MENU (trib_ui_main_menu_get_type ())

/* The button with the main menu, for the end of every page's header bar. */
G_DECLARE_FINAL_TYPE (TribUiMainMenu, trib_ui_main_menu, TRIB_UI, MAIN_MENU, AdwBin)

G_END_DECLS
