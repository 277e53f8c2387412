/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-connection.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_HISTORY_BUTTON (trib_ui_history_button_get_type ())

G_DECLARE_FINAL_TYPE (TribUiHistoryButton, trib_ui_history_button, TRIB_UI, HISTORY_BUTTON, AdwBin)

/* A button that shows what happened in the sign-ins of a connection on this computer; hidden when
 * there were none. Property "connection" (write-only). */

G_END_DECLS
