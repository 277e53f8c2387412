/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-types.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_STATUS_PILL (trib_ui_status_pill_get_type ())

G_DECLARE_FINAL_TYPE (TribUiStatusPill, trib_ui_status_pill, TRIB_UI, STATUS_PILL, GtkWidget)

/* A status as colour, icon and word together. Properties: "status" (TribModelStatus), "text",
 * "whole" (never cut: for rows that put the pill elsewhere when room is short). */
GtkWidget *trib_ui_status_pill_new (TribModelStatus status,
                                    const char *text) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_status_pill_set_status (TribUiStatusPill *self, TribModelStatus status);
void trib_ui_status_pill_set_text (TribUiStatusPill *self, const char *text);
const char *trib_ui_status_pill_get_text (TribUiStatusPill *self);

/* What a status looks like wherever it is shown: a CSS class and a symbolic icon. */
const char *trib_ui_status_get_css_class (TribModelStatus status);
const char *trib_ui_status_get_icon_name (TribModelStatus status);

G_END_DECLS
