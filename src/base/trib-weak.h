/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A reference for a callback that may come when its owner is gone. */
GWeakRef *trib_weak_new (gpointer object) G_GNUC_WARN_UNUSED_RESULT;
/* Frees it; the owner when it still lives: (transfer full) (nullable). */
gpointer trib_weak_end (GWeakRef *weak) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
