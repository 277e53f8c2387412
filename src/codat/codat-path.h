/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the room: paths and queries, built piece by piece so that no value can leave its
 * place.
 */
char *codat_path_new (GError **error,
                      const char *segment,
                      ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
/* Adds name=value, with the value escaped; a value that is NULL adds nothing. */
void codat_query_add (GString *query, const char *name, const char *value);
gboolean codat_platform_key_is_valid (const char *key);
gboolean codat_check_id (const char *id, const char *what, GError **error);
/* A word of letters, digits, "-" and "_", like a data type or the id of an API key. */
gboolean codat_check_word (const char *word, const char *what, GError **error);
gboolean codat_check_platform_key (const char *key, GError **error);

G_END_DECLS
