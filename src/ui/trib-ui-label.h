/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *trib_ui_label_new (const char *text, const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_label_wrap_button (GtkButton *button);

G_END_DECLS
