/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json.h"

#include "codat-json-guard.h"
#include "codat-json-reader.h"

#include "trib-text.h"

#include <string.h>

/* The tolerant readers. They run in the worker thread that owns the document, and everything they
 * return borrowed dies with it.
 */

static JsonNode *
value_of_type (JsonObject *object, const char *member, GType type)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    return NULL;
  return node;
}

void
codat_json_set_error (GError **error, const char *field, const char *problem)
{
  g_set_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER, "In the answer, %s %s", field, problem);
}

JsonNode *
codat_json_parse (const char *text, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  /* The reader trusts what it reads, so nothing gets to it unchecked. */
  if (!codat_json_guard_check (text, size, error))
    return NULL;
  return codat_json_reader_read (text, size, NULL, NULL, NULL);
}

JsonObject *
codat_json_node_get_object (JsonNode *node, const char *field, GError **error)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  codat_json_set_error (error, field, "is not an object");
  return NULL;
}

JsonObject *
codat_json_array_get_object (JsonArray *array, guint position)
{
  JsonNode *node = json_array_get_element (array, position);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
codat_json_get_string (JsonObject *object, const char *member)
{
  JsonNode *node = value_of_type (object, member, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

const char *
codat_json_get_guid (JsonObject *object, const char *member)
{
  const char *text = codat_json_get_string (object, member);

  return trib_guid_is_valid (text) ? text : NULL;
}

const char *
codat_json_require_guid (JsonObject *object, const char *type, const char *member, GError **error)
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
codat_json_get_boolean (JsonObject *object, const char *member)
{
  JsonNode *node = value_of_type (object, member, G_TYPE_BOOLEAN);

  return node != NULL && json_node_get_boolean (node);
}

gint64
codat_json_get_integer (JsonObject *object, const char *member, gint64 fallback)
{
  JsonNode *node = value_of_type (object, member, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : fallback;
}

JsonObject *
codat_json_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
codat_json_get_array (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

char *
codat_json_dup_text (JsonObject *object, const char *member)
{
  const char *text = codat_json_get_string (object, member);

  return g_strdup (text != NULL ? text : "");
}

/* A code that the contract calls a string is sometimes sent as a number; both are the same code. */
char *
codat_json_dup_scalar (JsonObject *object, const char *member)
{
  JsonNode *number = value_of_type (object, member, G_TYPE_INT64);

  if (number != NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (number));
  return g_strdup (codat_json_get_string (object, member));
}

char *
codat_json_take_secret (JsonObject *object, const char *member)
{
  const char *text = codat_json_get_string (object, member);
  char *copy = g_strdup (text);

  /* The document is the worker's own and dies with it; nobody reads this member again. */
  if (text != NULL)
    explicit_bzero ((char *) text, strlen (text));
  return copy;
}

char **
codat_json_dup_strv (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = codat_json_get_array (object, member);
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
      g_strv_builder_add (builder, json_node_get_string (node));
  }
  return g_strv_builder_end (builder);
}

GHashTable *
codat_json_dup_string_map (JsonObject *object, const char *member)
{
  GHashTable *map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonObject *members = codat_json_get_object (object, member);
  JsonObjectIter iter;
  const char *name;

  if (members == NULL)
    return map;
  json_object_iter_init (&iter, members);
  while (json_object_iter_next (&iter, &name, NULL)) {
    const char *text = codat_json_get_string (members, name);

    if (text != NULL)
      g_hash_table_insert (map, g_strdup (name), g_strdup (text));
  }
  return map;
}

GDateTime *
codat_json_dup_date (JsonObject *object, const char *member)
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

/* The forms that Codat sends: a day (taken as its begin in UTC), and a time with Z, without a zone
 * (taken as UTC) or with ±hh:mm, each with 0 to 7 digits of a second. */
GDateTime *
codat_date_new_from_string (const char *text)
{
  g_autoptr (GTimeZone) utc = NULL;
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
  utc = g_time_zone_new_utc ();
  return g_date_time_new_from_iso8601 (text, utc);
}
