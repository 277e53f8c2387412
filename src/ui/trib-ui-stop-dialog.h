/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks whether a sign-in is stopped: responses "keep" and "stop". parent is (nullable); action is
 * (nullable), and activated on the parent when the answer is "stop". */
GtkWidget *trib_ui_stop_dialog_new (GtkWindow *parent,
                                    const char *action) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
