/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-path.h"

#include "codat-error.h"

#include "trib-text.h"

#include <string.h>

#define MAX_PLATFORM_KEY 64

void
codat_query_add (GString *query, const char *name, const char *value)
{
  if (value == NULL)
    return;
  if (query->len > 0)
    g_string_append_c (query, '&');
  g_string_append (query, name);
  g_string_append_c (query, '=');
  g_string_append_uri_escaped (query, value, NULL, FALSE);
}

gboolean
codat_platform_key_is_valid (const char *key)
{
  gsize length = key != NULL ? strnlen (key, MAX_PLATFORM_KEY + 1) : 0;

  if (length == 0 || length > MAX_PLATFORM_KEY)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isalnum (key[i]) && key[i] != '_' && key[i] != '-')
      return FALSE;
  }
  return TRUE;
}

gboolean
codat_check_id (const char *id, const char *what, GError **error)
{
  if (trib_guid_is_valid (id))
    return TRUE;
  g_set_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ID, "The id of the %s is no GUID", what);
  return FALSE;
}

gboolean
codat_check_platform_key (const char *key, GError **error)
{
  if (codat_platform_key_is_valid (key))
    return TRUE;
  g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                       "The text is not the key of a platform");
  return FALSE;
}

static gboolean
check_part (const char *name, const char *id, GError **error)
{
  static const char *const words[][2] = {
    { "type", "The text is not a data type" },
    { "key", "The text is not the id of an API key" },
  };

  if (g_str_equal (name, "platform"))
    return codat_check_platform_key (id, error);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (!g_str_equal (name, words[i][0]))
      continue;
    if (codat_platform_key_is_valid (id))
      return TRUE;
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT, words[i][1]);
    return FALSE;
  }
  return codat_check_id (id, name, error);
}

/* What passes the checks has no character that means anything in a path; it is escaped all the
 * same, so that a check that grows weaker opens no way out of the segment. */
char *
codat_path_expand (const char *template, va_list ids, char **copies, GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  const char *at = template;

  for (const char *open = strchr (at, '{'); open != NULL; open = strchr (at, '{')) {
    const char *end = strchr (open, '}');
    g_autofree char *name = g_strndup (open + 1, (gsize) (end - open - 1));
    const char *id = va_arg (ids, const char *);

    if (!check_part (name, id, error))
      return NULL;
    g_string_append_len (path, at, open - at);
    g_string_append_uri_escaped (path, id, NULL, FALSE);
    *copies++ = g_strdup (id);
    at = end + 1;
  }
  g_string_append (path, at);
  return g_string_free (g_steal_pointer (&path), FALSE);
}
