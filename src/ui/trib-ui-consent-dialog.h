/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was agreed to, word by word; @consents are TribModelConsents' own, used during the call. */
GtkWidget *trib_ui_consent_dialog_new (GtkWindow *parent, GPtrArray *consents);

G_END_DECLS
