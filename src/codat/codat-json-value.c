/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-value.h"

#include <string.h>

/* What was read, for those who want to know: steps through the one array that a document is. */

CodatJson *
codat_json_read (char *text, gsize length, GError **error)
{
  return codat_json_read_rows (text, length, NULL, NULL, NULL, error);
}

void
codat_json_free_text (char *text, gsize length)
{
  explicit_bzero (text, length);
  g_free (text);
}

void
codat_json_free (CodatJson *root)
{
  CodatJson *front = root != NULL ? root - 1 : NULL;

  if (front == NULL)
    return;
  codat_json_free_text (front->as.document, front->size);
  g_free (front);
}

gboolean
codat_json_is (const CodatJson *json, CodatJsonType type)
{
  return json != NULL && json->type == type;
}

const char *
codat_json_get_name (const CodatJson *json)
{
  return json != NULL ? json->name : NULL;
}

const char *
codat_json_get_text (const CodatJson *json)
{
  return codat_json_is (json, CODAT_JSON_STRING) ? json->as.text : NULL;
}

gint64
codat_json_get_value (const CodatJson *json)
{
  return codat_json_is (json, CODAT_JSON_INTEGER) || codat_json_is (json, CODAT_JSON_BOOLEAN)
             ? json->as.number
             : 0;
}

guint
codat_json_get_length (const CodatJson *json)
{
  return codat_json_is (json, CODAT_JSON_ARRAY) || codat_json_is (json, CODAT_JSON_OBJECT)
             ? json->as.length
             : 0;
}

CodatJson *
codat_json_get_first (CodatJson *json)
{
  /* A list whose elements were taken one by one has a length, and nothing in it. */
  return codat_json_get_length (json) > 0 && json->size > 1 ? json + 1 : NULL;
}

CodatJson *
codat_json_get_next (CodatJson *json)
{
  return json != NULL && !json->is_last ? json + json->size : NULL;
}

CodatJson *
codat_json_get_member (CodatJson *json, const char *name)
{
  CodatJson *member = codat_json_is (json, CODAT_JSON_OBJECT) ? codat_json_get_first (json) : NULL;

  /* Few names begin with the same letter. */
  while (member != NULL && (*member->name != *name || strcmp (member->name, name) != 0))
    member = codat_json_get_next (member);
  return member;
}
