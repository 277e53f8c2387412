/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a callback may hold of a window: a window that is closed goes away at once, and takes with
 * it what it had asked for, although an answer is still on its way. */
gpointer trib_ui_weak_new (gpointer object) G_GNUC_WARN_UNUSED_RESULT;
/* A reference to the object, or NULL when it is gone; frees what new() gave. */
gpointer trib_ui_weak_take (gpointer weak) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
