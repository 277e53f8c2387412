/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_WAITING (trib_ui_waiting_get_type ())

G_DECLARE_FINAL_TYPE (TribUiWaiting, trib_ui_waiting, TRIB_UI, WAITING, AdwBin)

/* Nothing is shown of a wait shorter than this. */
#define TRIB_UI_WAITING_DELAY_MS 300

/* A spinner and what is waited for; it keeps its room when nothing is, so that nothing jumps.
 * Properties: "active" (boolean), "text" (what is waited for), "shown" (read-only). */
void trib_ui_waiting_set_active (TribUiWaiting *self, gboolean active);
gboolean trib_ui_waiting_get_active (TribUiWaiting *self);
void trib_ui_waiting_set_text (TribUiWaiting *self, const char *text);
gboolean trib_ui_waiting_get_shown (TribUiWaiting *self);

G_END_DECLS
