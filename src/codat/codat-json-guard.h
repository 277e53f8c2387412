/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CODAT_JSON_MAX_DEPTH 64

/* Private to the room: whether text is exactly one JSON document (RFC 8259) of bearable depth. */
gboolean codat_json_guard_check (const char *text, gsize length, GError **error);

G_END_DECLS
