/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the next record of CSV after RFC 4180, lines ended by CRLF or LF; text and line go on.
 * cells are of char*. FALSE at the end of the text, or with error set. */
gboolean ctl_csv_next (const char **text, guint *line, GPtrArray *cells, GError **error);

G_END_DECLS
