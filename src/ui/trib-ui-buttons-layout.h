/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_BUTTONS_LAYOUT (trib_ui_buttons_layout_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiButtonsLayout, trib_ui_buttons_layout, TRIB_UI, BUTTONS_LAYOUT, GtkLayoutManager)

/* Buttons side by side while their words fit on one line each, and below each other, each as wide
 * as all the room, where they do not. Hidden ones take no place. */
GtkLayoutManager *trib_ui_buttons_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
