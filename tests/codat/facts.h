/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-json-reader.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a value object, a list of them or an error says, as sorted lines of "path=value" under the
 * names of the contract, so that what two readers made of the same bytes can be compared as text.
 * A path in parentheses is what was understood of a word. An error is one line, "!" and its text.
 */
char **facts_new (gpointer object, const GError *error) G_GNUC_WARN_UNUSED_RESULT;
char **facts_sort (char **lines);
/* The members of connectionInfo that are asked for: it has no list of its own. */
extern const char *const facts_info_names[];

/* The date that a text of the contract means, as facts write it; NULL for none. */
char *facts_dup_date (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A JSON tree as one line: as our reader made it, and as json-glib did. */
char *facts_dup_tree (CodatJson *root) G_GNUC_WARN_UNUSED_RESULT;
char *facts_dup_glib_tree (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
