/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_LINK_TURNS (trib_model_link_turns_get_type ())

G_DECLARE_FINAL_TYPE (TribModelLinkTurns, trib_model_link_turns, TRIB_MODEL, LINK_TURNS, GObject)

/* What a task does when it is its turn; it takes over a reference to the task. */
typedef void (*TribModelLinkTurnFunc) (GTask *task);

TribModelLinkTurns *trib_model_link_turns_new (void) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_link_turns_run (TribModelLinkTurns *self, GTask *task, TribModelLinkTurnFunc func);

G_END_DECLS
