/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the room: takes the text between two quotation marks, the first of which is at *p.
 * It is decoded where it stands, which never makes it longer, and ends with NUL from now on; *p
 * goes behind it. NULL with problem set, and *p where that is. */
const char *codat_json_text_take (char **p, char *end, gsize *length, const char **problem);

G_END_DECLS
