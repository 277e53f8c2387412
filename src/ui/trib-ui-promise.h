/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_PROMISE (trib_ui_promise_get_type ())

G_DECLARE_FINAL_TYPE (TribUiPromise, trib_ui_promise, TRIB_UI, PROMISE, GtkBox)

/* A round mark, a word and a sentence. Properties: "icon-name", "title", "sentence". */

G_END_DECLS
