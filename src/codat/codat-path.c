/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-path.h"

#include "codat-error.h"

#include "trib-text.h"

#include <string.h>

#define MAX_PLATFORM_KEY 64

/* Everything but the unreserved characters of RFC 3986 is escaped, so a segment stays one segment.
 */
char *
codat_path_new (GError **error, const char *segment, ...)
{
  g_autoptr (GString) path = g_string_new (NULL);
  gboolean good = TRUE;
  va_list rest;

  va_start (rest, segment);
  for (const char *s = segment; s != NULL && good; s = va_arg (rest, const char *)) {
    good = *s != '\0' && strcmp (s, ".") != 0 && strcmp (s, "..") != 0;
    g_string_append_c (path, '/');
    g_string_append_uri_escaped (path, s, NULL, FALSE);
  }
  va_end (rest);
  if (!good) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                         "A part of the path is empty or made of dots");
    return NULL;
  }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

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

gboolean
codat_check_word (const char *word, const char *what, GError **error)
{
  if (codat_platform_key_is_valid (word))
    return TRUE;
  g_set_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT, "The text is not %s", what);
  return FALSE;
}
