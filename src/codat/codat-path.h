/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the room: paths and queries, built piece by piece so that no value can leave its
 * place.
 */

/* Puts an id in the place of each {name} of a template. {type}, {key} and {platform} are words of
 * letters, digits, "-" and "_"; all others are GUIDs. copies gets them all, in order. */
char *codat_path_expand (const char *template, va_list ids, char **copies, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Adds name=value, with the value escaped; a value that is NULL adds nothing. */
void codat_query_add (GString *query, const char *name, const char *value);
gboolean codat_platform_key_is_valid (const char *key);
gboolean codat_check_id (const char *id, const char *what, GError **error);
gboolean codat_check_platform_key (const char *key, GError **error);

G_END_DECLS
