/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CODAT_JSON_MAX_DEPTH 64
/* A parsed value takes some seventy bytes, however short its text; a page of 5,000 companies with
 * three connections each has half as many. */
#define CODAT_JSON_MAX_VALUES 750000

/* Private to the room: whether text is exactly one JSON document (RFC 8259) of bearable depth. */
gboolean codat_json_guard_check (const char *text, gsize length, GError **error);

G_END_DECLS
