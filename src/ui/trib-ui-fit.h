/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void
trib_ui_fit_window (GtkWindow *window, GtkWidget *opener, GtkWidget *whole, GtkWidget *scroller);

G_END_DECLS
