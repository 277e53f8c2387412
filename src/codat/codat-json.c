/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json.h"

#include "trib-text.h"

#include <string.h>

/* The tolerant readers. They run in the worker thread that owns the document, and everything they
 * return borrowed dies with it.
 */

static CodatJson *
member_of_type (CodatJson *object, const char *name, CodatJsonType type)
{
  CodatJson *member = codat_json_get_member (object, name);

  return codat_json_is (member, type) ? member : NULL;
}

void
codat_json_set_error (GError **error, const char *field, const char *problem)
{
  g_set_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER, "In the answer, %s %s", field, problem);
}

CodatJson *
codat_json_parse (const char *text, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  return codat_json_read (g_memdup2 (text, size), size, error);
}

CodatJson *
codat_json_node_get_object (CodatJson *node, const char *field, GError **error)
{
  if (node != NULL && codat_json_is (node, CODAT_JSON_OBJECT))
    return node;
  codat_json_set_error (error, field, "is not an object");
  return NULL;
}

const char *
codat_json_get_string (CodatJson *object, const char *member)
{
  return codat_json_get_text (codat_json_get_member (object, member));
}

const char *
codat_json_get_guid (CodatJson *object, const char *member)
{
  const char *text = codat_json_get_string (object, member);

  return trib_guid_is_valid (text) ? text : NULL;
}

const char *
codat_json_require_guid (CodatJson *object, const char *type, const char *member, GError **error)
{
  const char *guid = codat_json_get_guid (object, member);
  g_autofree char *field = NULL;

  if (guid != NULL)
    return guid;
  field = g_strconcat (type, ".", member, NULL);
  codat_json_set_error (error, field, "is not a GUID");
  return NULL;
}

gboolean
codat_json_get_boolean (CodatJson *object, const char *member)
{
  return codat_json_get_value (member_of_type (object, member, CODAT_JSON_BOOLEAN)) != 0;
}

gint64
codat_json_get_integer (CodatJson *object, const char *member, gint64 fallback)
{
  CodatJson *value = member_of_type (object, member, CODAT_JSON_INTEGER);

  return value != NULL ? codat_json_get_value (value) : fallback;
}

CodatJson *
codat_json_get_object (CodatJson *object, const char *member)
{
  return member_of_type (object, member, CODAT_JSON_OBJECT);
}

CodatJson *
codat_json_get_array (CodatJson *object, const char *member)
{
  return member_of_type (object, member, CODAT_JSON_ARRAY);
}

char *
codat_json_dup_text (CodatJson *object, const char *member)
{
  const char *text = codat_json_get_string (object, member);

  return g_strdup (text != NULL ? text : "");
}

/* A code that the contract calls a string is sometimes sent as a number; both are the same code. */
char *
codat_json_dup_scalar (CodatJson *object, const char *member)
{
  CodatJson *number = member_of_type (object, member, CODAT_JSON_INTEGER);

  if (number != NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, codat_json_get_value (number));
  return g_strdup (codat_json_get_string (object, member));
}

char *
codat_json_take_secret (CodatJson *object, const char *member)
{
  const char *text = codat_json_get_string (object, member);
  char *copy = g_strdup (text);

  /* The document is the worker's own and dies with it; nobody reads this member again. */
  if (text != NULL)
    explicit_bzero ((char *) text, strlen (text));
  return copy;
}

char **
codat_json_dup_strv (CodatJson *object, const char *member)
{
  CodatJson *array = codat_json_get_array (object, member);
  char **texts = g_new0 (char *, codat_json_get_length (array) + 1);
  guint length = 0;

  for (CodatJson *item = codat_json_get_first (array); item; item = codat_json_get_next (item)) {
    if (codat_json_is (item, CODAT_JSON_STRING))
      texts[length++] = g_strdup (codat_json_get_text (item));
  }
  return texts;
}

char *
codat_json_pack (const char **const *places, guint n_places)
{
  gsize size = 1;
  char *block, *end;

  for (guint i = 0; i < n_places; i++)
    size += *places[i] != NULL ? strlen (*places[i]) + 1 : 0;
  block = end = g_malloc (size);
  for (guint i = 0; i < n_places; i++) {
    if (*places[i] == NULL)
      continue;
    size = strlen (*places[i]) + 1;
    *places[i] = memcpy (end, *places[i], size);
    end += size;
  }
  return block;
}

GHashTable *
codat_json_dup_string_map (CodatJson *object, const char *member)
{
  GHashTable *map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CodatJson *item = codat_json_get_first (codat_json_get_object (object, member));

  for (; item != NULL; item = codat_json_get_next (item)) {
    if (codat_json_is (item, CODAT_JSON_STRING))
      g_hash_table_insert (map, g_strdup (codat_json_get_name (item)),
                           g_strdup (codat_json_get_text (item)));
  }
  return map;
}

GDateTime *
codat_json_dup_date (CodatJson *object, const char *member)
{
  return codat_date_new_from_string (codat_json_get_string (object, member));
}

/* Of a pattern, 0 stands for any digit. */
static gboolean
matches_shape (const char *text, const char *shape)
{
  for (; *shape != '\0'; text++, shape++) {
    if (*shape == '0' ? !g_ascii_isdigit (*text) : *text != *shape)
      return FALSE;
  }
  return TRUE;
}

/* The usual form without the general reader, for the four dates of each of many companies; NULL for
 * any other. */
static GDateTime *
read_usual_date (const char *text)
{
  guint parts[5] = { 0 };
  const char *p = text + strlen ("0000-");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++, p += 3)
    parts[i] = (guint) ((p[0] - '0') * 10 + p[1] - '0');
  if ((p[-1] != '\0' && strcmp (p - 1, "Z") != 0) || parts[2] > 23 || parts[4] > 59)
    return NULL;
  return g_date_time_new_utc (
      (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0',
      (int) parts[0], (int) parts[1], (int) parts[2], (int) parts[3], parts[4]);
}

/* The forms that Codat sends: a day (taken as its begin in UTC), and a time with Z, without a zone
 * (taken as UTC) or with ±hh:mm, each with 0 to 7 digits of a second. */
GDateTime *
codat_date_new_from_string (const char *text)
{
  g_autoptr (GTimeZone) utc = NULL;
  GDateTime *date;
  g_autofree char *midnight = NULL;
  const char *rest;

  if (text != NULL && strnlen (text, 40) == 10 && matches_shape (text, "0000-00-00"))
    text = midnight = g_strconcat (text, "T00:00:00", NULL);
  if (text == NULL || strnlen (text, 40) > 35 || !matches_shape (text, "0000-00-00T00:00:00"))
    return NULL;
  rest = text + strlen ("0000-00-00T00:00:00");
  if (*rest == '.') {
    gsize digits = strspn (rest + 1, "0123456789");

    if (digits > 7)
      return NULL;
    rest += 1 + digits;
    if (digits == 0)
      return NULL;
  }
  if (*rest != '\0' && strcmp (rest, "Z") != 0 &&
      !(strlen (rest) == 6 && (matches_shape (rest, "+00:00") || matches_shape (rest, "-00:00"))))
    return NULL;
  date = read_usual_date (text);
  if (date == NULL) {
    utc = g_time_zone_new_utc ();
    date = g_date_time_new_from_iso8601 (text, utc);
  }
  /* At the ends of the calendar another zone has no such date. */
  if (date != NULL && (g_date_time_get_year (date) < 2 || g_date_time_get_year (date) > 9998))
    g_clear_pointer (&date, g_date_time_unref);
  return date;
}
