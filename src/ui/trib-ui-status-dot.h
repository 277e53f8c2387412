/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-types.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_STATUS_DOT (trib_ui_status_dot_get_type ())

G_DECLARE_FINAL_TYPE (TribUiStatusDot, trib_ui_status_dot, TRIB_UI, STATUS_DOT, GtkWidget)

/* A status as a small dot on a mark; shapes differ as well as colours. Property: "status". The
 * words for it are the owner's, who knows what it is the status of. */
GtkWidget *trib_ui_status_dot_new (TribModelStatus status) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_status_dot_set_status (TribUiStatusDot *self, TribModelStatus status);
TribModelStatus trib_ui_status_dot_get_status (TribUiStatusDot *self);

G_END_DECLS
