/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the next record of CSV after RFC 4180, lines ended by CRLF or LF; text and line go on.
 * cells are of char*. FALSE at the end of the text, or with error set, as for a record beyond
 * all bounds. */
gboolean ctl_csv_next (const char **text, guint *line, GPtrArray *cells, GError **error);

/* Whether a spreadsheet would compute the cell. The writer puts an apostrophe before it, which the
 * reader takes off. */
gboolean ctl_csv_needs_guard (const char *cell);

G_END_DECLS
