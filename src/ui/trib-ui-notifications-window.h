/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_NOTIFICATIONS_WINDOW (trib_ui_notifications_window_get_type ())

G_DECLARE_FINAL_TYPE (TribUiNotificationsWindow,
                      trib_ui_notifications_window,
                      TRIB_UI,
                      NOTIFICATIONS_WINDOW,
                      AdwWindow)

/* What is told on the desktop, by kind; what is switched is kept at once. */
TribUiNotificationsWindow *
trib_ui_notifications_window_new (TribModelAccount *account,
                                  GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
