/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-reader.h"

#include "codat-json-names.h"

#include <string.h>

/* Makes the tree of a document that the guard has judged: well formed, UTF-8, no deeper than it
 * allows, without names that come twice, with whole numbers that fit. So nothing is checked twice
 * here but the end of the text, and a call inside a call for each level is bounded. JsonParser
 * would go over the text a third time, far more slowly.
 */
typedef struct {
  const char *p;
  const char *end;
  GString *text;      /* (owned): the text read last */
  const char *member; /* (nullable) */
  CodatJsonElementFunc take;
  gpointer take_data;
} Reader;

static JsonNode *read_value (Reader *reader, gboolean is_root);

static char
peek (Reader *reader)
{
  while (reader->p < reader->end &&
         (*reader->p == ' ' || *reader->p == '\t' || *reader->p == '\r' || *reader->p == '\n'))
    reader->p++;
  return reader->p < reader->end ? *reader->p : '\0';
}

static gboolean
skip (Reader *reader, char c)
{
  if (peek (reader) != c || reader->p >= reader->end)
    return FALSE;
  reader->p++;
  return TRUE;
}

/* Leaves the text, without its quotes and escapes, in reader->text. */
static void
read_text (Reader *reader)
{
  g_string_truncate (reader->text, 0);
  if (!skip (reader, '"'))
    return;
  while (reader->p < reader->end && *reader->p != '"') {
    const char *start = reader->p;

    while (reader->p < reader->end && *reader->p != '"' && *reader->p != '\\')
      reader->p++;
    g_string_append_len (reader->text, start, reader->p - start);
    if (reader->p < reader->end && *reader->p == '\\')
      reader->p += codat_json_decode_escape (reader->p, reader->text);
  }
  skip (reader, '"');
}

static JsonNode *
new_string (Reader *reader)
{
  read_text (reader);
  return json_node_init_string (json_node_alloc (), reader->text->str);
}

static JsonNode *
new_number (Reader *reader)
{
  const char *start = reader->p;
  gboolean is_whole = TRUE;

  while (reader->p < reader->end &&
         (g_ascii_isdigit (*reader->p) || memchr ("+-.eE", *reader->p, 5) != NULL)) {
    if (memchr (".eE", *reader->p, 3) != NULL)
      is_whole = FALSE;
    reader->p++;
  }
  g_string_truncate (reader->text, 0);
  g_string_append_len (reader->text, start, reader->p - start);
  if (is_whole)
    return json_node_init_int (json_node_alloc (), g_ascii_strtoll (reader->text->str, NULL, 10));
  return json_node_init_double (json_node_alloc (), g_ascii_strtod (reader->text->str, NULL));
}

static JsonNode *
new_word (Reader *reader)
{
  char first = *reader->p;

  reader->p += MIN (reader->end - reader->p, first == 'f' ? 5 : 4);
  if (first == 'n')
    return json_node_init_null (json_node_alloc ());
  return json_node_init_boolean (json_node_alloc (), first == 't');
}

static JsonNode *
new_list (Reader *reader, gboolean is_taken)
{
  g_autoptr (JsonArray) array = json_array_new ();

  reader->p++;
  if (!skip (reader, ']')) {
    do {
      JsonNode *element = read_value (reader, FALSE);

      if (!is_taken) {
        json_array_add_element (array, element);
        continue;
      }
      reader->take (element, reader->take_data);
      json_node_unref (element);
    } while (skip (reader, ','));
    skip (reader, ']');
  }
  return json_node_init_array (json_node_alloc (), array);
}

static void
read_member (Reader *reader, JsonObject *object, gboolean is_root)
{
  g_autofree char *name = NULL;
  gboolean is_taken;
  JsonNode *value;

  read_text (reader);
  name = g_strndup (reader->text->str, reader->text->len);
  skip (reader, ':');
  is_taken = is_root && reader->take != NULL && g_strcmp0 (name, reader->member) == 0;
  value = is_taken && peek (reader) == '[' ? new_list (reader, TRUE) : read_value (reader, FALSE);
  json_object_set_member (object, name, value);
}

static JsonNode *
new_object (Reader *reader, gboolean is_root)
{
  g_autoptr (JsonObject) object = json_object_new ();

  reader->p++;
  if (!skip (reader, '}')) {
    do
      read_member (reader, object, is_root);
    while (skip (reader, ','));
    skip (reader, '}');
  }
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_value (Reader *reader, gboolean is_root)
{
  switch (peek (reader)) {
  case '{':
    return new_object (reader, is_root);
  case '[':
    return new_list (reader, FALSE);
  case '"':
    return new_string (reader);
  case 't':
  case 'f':
  case 'n':
    return new_word (reader);
  default:
    return new_number (reader);
  }
}

JsonNode *
codat_json_reader_read (
    const char *text, gsize length, const char *member, CodatJsonElementFunc take, gpointer data)
{
  Reader reader = { text, text + length, g_string_sized_new (256), member, take, data };
  JsonNode *root = read_value (&reader, TRUE);

  /* The text read last may have been a secret. */
  explicit_bzero (reader.text->str, reader.text->allocated_len);
  g_string_free (reader.text, TRUE);
  return root;
}
