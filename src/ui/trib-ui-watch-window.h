/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_WATCH_WINDOW (trib_ui_watch_window_get_type ())

G_DECLARE_FINAL_TYPE (TribUiWatchWindow, trib_ui_watch_window, TRIB_UI, WATCH_WINDOW, AdwWindow)

/* All that is asked of an account again and again: what, how often, and when there was an answer.
 * It stands beside the window. Property: "account" (construct only). */
TribUiWatchWindow *trib_ui_watch_window_new (TribModelAccount *account,
                                             GtkWindow *parent); /* (nullable) */

G_END_DECLS
