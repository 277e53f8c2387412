/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Hands an address to the system's browser, and says on the page when that does not work. */
void trib_ui_outside_show (AdwStatusPage *page, const char *uri);
/* Puts it on the clipboard instead, for another browser, profile or computer. */
void trib_ui_outside_copy (AdwStatusPage *page, const char *uri);
/* The same for what a web page asks for beside the sign-in, said in a toast. */
void trib_ui_outside_open (GtkWidget *widget, const char *uri);

G_END_DECLS
