/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-reader.h"

#include "codat-error.h"
#include "codat-json-names.h"
#include "codat-json-text.h"
#include "codat-json-value.h"

#include <string.h>

/* A reader of the JSON grammar that needs no stack of its own. It takes nothing that RFC 8259 does
 * not allow, and less: no NUL, no half surrogates, no name twice, no integer that is none of 64
 * bit. Texts stay where they are and are decoded in place, which never makes them longer. */

typedef struct {
  char *p;
  char *end;
  const char *problem; /* (nullable): what is wrong at p… */
  gsize offset;        /* …and how far that is from the beginning */
  CodatJson *values;   /* (owned) */
  guint32 n_values;
  guint32 n_room;
  const char *name;                   /* (nullable): of the next value */
  guint32 open[CODAT_JSON_MAX_DEPTH]; /* the containers that are open */
  guint first[CODAT_JSON_MAX_DEPTH];  /* where the names of each begin */
  guint depth;
  CodatJsonNames names;
  guint n_read;          /* all values, also those that are gone */
  gboolean is_file;      /* somebody's own, not an answer */
  const char *list;      /* (nullable): whose elements are taken one by one… */
  CodatJsonRowFunc take; /* …by this */
  gpointer take_data;
} Reader;

static gboolean
fail (Reader *reader, const char *problem)
{
  reader->problem = problem;
  return FALSE;
}

static void
skip_space (Reader *reader)
{
  const char *p = reader->p;

  while (p < reader->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  reader->p += p - reader->p;
}

static gboolean
take (Reader *reader, char c)
{
  if (reader->p >= reader->end || *reader->p != c)
    return FALSE;
  reader->p++;
  return TRUE;
}

static const char *
take_string (Reader *reader, gsize *length)
{
  return codat_json_text_take (&reader->p, reader->end, length, &reader->problem);
}

/* NULL with a problem set when there are too many. */
static CodatJson *
add_value (Reader *reader, CodatJsonType type)
{
  CodatJson *value;

  if (reader->n_values > CODAT_JSON_MAX_VALUES ||
      (!reader->is_file && ++reader->n_read > CODAT_JSON_MAX_VALUES)) {
    fail (reader, "too many values");
    return NULL;
  }
  if (reader->n_values == reader->n_room) {
    reader->n_room = reader->n_room * 2;
    reader->values = g_renew (CodatJson, reader->values, reader->n_room);
  }
  value = &reader->values[reader->n_values++];
  *value = (CodatJson){ .name = reader->name, .size = 1, .type = (guint8) type };
  if (reader->depth > 0)
    reader->values[reader->open[reader->depth - 1]].as.length++;
  reader->name = NULL;
  return value;
}

static gboolean
take_digits (Reader *reader)
{
  const char *start = reader->p;

  while (reader->p < reader->end && g_ascii_isdigit (*reader->p))
    reader->p++;
  return reader->p > start;
}

static gboolean
is_int64 (const char *digits, gsize length, gboolean is_negative)
{
  const char *most = is_negative ? "9223372036854775808" : "9223372036854775807";
  gsize most_length = strlen (most);

  return length < most_length || (length == most_length && memcmp (digits, most, most_length) <= 0);
}

/* Of digits that is_int64() knows; they need not end with NUL. */
static gint64
get_int64 (const char *digits, const char *end, gboolean is_negative)
{
  guint64 value = 0;

  while (digits < end)
    value = value * 10 + (guint64) (*digits++ - '0');
  return is_negative ? (gint64) (0 - value) : (gint64) value;
}

static gboolean
take_number (Reader *reader)
{
  gboolean is_negative = take (reader, '-');
  const char *start = reader->p;
  gboolean is_integer;
  CodatJson *value;

  if (!take (reader, '0') && !take_digits (reader))
    return fail (reader, "no value");
  is_integer = reader->p >= reader->end || memchr (".eE", *reader->p, 3) == NULL;
  if (is_integer && !is_int64 (start, (gsize) (reader->p - start), is_negative))
    return fail (reader, "a number too large");
  if (take (reader, '.') && !take_digits (reader))
    return fail (reader, "a broken number");
  if (take (reader, 'e') || take (reader, 'E')) {
    if (!take (reader, '+'))
      take (reader, '-');
    if (!take_digits (reader))
      return fail (reader, "a broken number");
  }
  value = add_value (reader, is_integer ? CODAT_JSON_INTEGER : CODAT_JSON_NUMBER);
  if (value != NULL && is_integer)
    value->as.number = get_int64 (start, reader->p, is_negative);
  return value != NULL;
}

static gboolean
take_word (Reader *reader, const char *word, CodatJsonType type)
{
  gsize length = strlen (word);
  CodatJson *value;

  if ((gsize) (reader->end - reader->p) < length || memcmp (reader->p, word, length) != 0)
    return fail (reader, "an unknown word");
  reader->p += length;
  value = add_value (reader, type);
  if (value != NULL)
    value->as.number = *word == 't';
  return value != NULL;
}

static gboolean
take_text (Reader *reader)
{
  gsize length;
  const char *text = take_string (reader, &length);
  CodatJson *value = text != NULL ? add_value (reader, CODAT_JSON_STRING) : NULL;

  if (value != NULL)
    value->as.text = text;
  return value != NULL;
}

static gboolean
take_name (Reader *reader)
{
  const char *text;
  gsize length;

  skip_space (reader);
  text = take_string (reader, &length);
  if (text == NULL)
    return FALSE;
  switch (codat_json_names_add (&reader->names, reader->first[reader->depth - 1], text, length)) {
  case CODAT_JSON_NAME_TWICE:
    return fail (reader, "a name that comes twice");
  case CODAT_JSON_NAME_TOO_MANY:
    return fail (reader, "too many names");
  case CODAT_JSON_NAME_NEW:
    break;
  }
  reader->name = text;
  skip_space (reader);
  return take (reader, ':') || fail (reader, "a name without a colon");
}

static gboolean
is_object (Reader *reader)
{
  return reader->values[reader->open[reader->depth - 1]].type == CODAT_JSON_OBJECT;
}

/* Opens a level; an empty one is closed again at once. @opened says whether a value follows. */
static gboolean
open_level (Reader *reader, gboolean *opened)
{
  char kind = *reader->p++;
  guint32 position = reader->n_values;

  if (reader->depth == CODAT_JSON_MAX_DEPTH)
    return fail (reader, "too many levels");
  if (add_value (reader, kind == '{' ? CODAT_JSON_OBJECT : CODAT_JSON_ARRAY) == NULL)
    return FALSE;
  skip_space (reader);
  if (take (reader, kind == '{' ? '}' : ']'))
    return TRUE;
  reader->first[reader->depth] = codat_json_names_get_length (&reader->names);
  reader->open[reader->depth++] = position;
  *opened = TRUE;
  return kind == '[' || take_name (reader);
}

static gboolean
take_value (Reader *reader, gboolean *opened)
{
  *opened = FALSE;
  skip_space (reader);
  if (reader->p >= reader->end)
    return fail (reader, "an end where a value must be");
  switch (*reader->p) {
  case '{':
  case '[':
    return open_level (reader, opened);
  case '"':
    return take_text (reader);
  case 't':
    return take_word (reader, "true", CODAT_JSON_BOOLEAN);
  case 'f':
    return take_word (reader, "false", CODAT_JSON_BOOLEAN);
  case 'n':
    return take_word (reader, "null", CODAT_JSON_NULL);
  default:
    return take_number (reader);
  }
}

/* Whether the elements of the innermost container are taken one by one. */
static gboolean
is_list (Reader *reader)
{
  const CodatJson *list;

  if (reader->list == NULL || reader->depth > 2)
    return FALSE;
  list = &reader->values[reader->open[reader->depth - 1]];
  if (list->type != CODAT_JSON_ARRAY)
    return FALSE;
  return reader->depth == 1 ? reader->is_file : g_strcmp0 (list->name, reader->list) == 0;
}

/* A value that begins at position came to its end. */
static void
hand_on (Reader *reader, guint32 position)
{
  CodatJson *row = &reader->values[position];

  if (!is_list (reader))
    return;
  row->is_last = TRUE;
  reader->take (row, reader->take_data);
  reader->n_values = position;
}

/* After a value, which begins at position: closes levels up to the next comma. */
static gboolean
close_levels (Reader *reader, guint32 position)
{
  while (reader->depth > 0) {
    gboolean in_object = is_object (reader);

    hand_on (reader, position);
    skip_space (reader);
    if (take (reader, ','))
      return !in_object || take_name (reader);
    if (!take (reader, in_object ? '}' : ']'))
      return fail (reader, "a list or an object without end");
    if (position < reader->n_values)
      reader->values[position].is_last = TRUE;
    position = reader->open[--reader->depth];
    reader->values[position].size = reader->n_values - position;
    codat_json_names_truncate (&reader->names, reader->first[reader->depth]);
  }
  return TRUE;
}

static gboolean
take_document (Reader *reader)
{
  gboolean opened;

  do {
    guint32 position = reader->n_values;

    if (!take_value (reader, &opened))
      return FALSE;
    if (!opened && !close_levels (reader, position))
      return FALSE;
  } while (reader->depth > 0);
  skip_space (reader);
  return reader->p == reader->end || fail (reader, "text behind the end");
}

/* Takes the text over, and gives the root or sets what is wrong. */
static CodatJson *
read_all (Reader *reader, char *text, gsize length)
{
  gboolean good;

  /* No bytes come as no place, too. */
  if (text == NULL)
    text = g_strdup ("");
  reader->p = text;
  reader->end = text + length;
  reader->n_room = 64;
  reader->values = g_new (CodatJson, reader->n_room);
  reader->n_values = 1;
  reader->values[0] = (CodatJson){ .as.document = text };
  /* More than a list may have, and what 32 bits can count. */
  good = length < G_MAXINT32 ? take_document (reader) : fail (reader, "a text too long");
  reader->offset = (gsize) (reader->p - text);
  codat_json_names_clear (&reader->names);
  if (!good) {
    g_free (reader->values);
    codat_json_free_text (text, length);
    return NULL;
  }
  reader->values[1].is_last = TRUE;
  reader->values[0].size = (guint32) length;
  return &reader->values[1];
}

CodatJson *
codat_json_read_rows (char *text,
                      gsize length,
                      const char *list,
                      CodatJsonRowFunc function,
                      gpointer data,
                      GError **error)
{
  Reader reader = { .list = list, .take = function, .take_data = data };
  CodatJson *root = read_all (&reader, text, length);

  if (root == NULL)
    g_set_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                 "The answer is no JSON: %s at byte %" G_GSIZE_FORMAT, reader.problem,
                 reader.offset);
  return root;
}

CodatJson *
codat_json_read_file (char *text,
                      gsize length,
                      const char *list,
                      CodatJsonRowFunc function,
                      gpointer data,
                      GError **error)
{
  Reader reader = { .list = list, .take = function, .take_data = data, .is_file = TRUE };
  CodatJson *root = read_all (&reader, text, length);

  if (root == NULL)
    g_set_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                 "It is no JSON: %s at byte %" G_GSIZE_FORMAT, reader.problem, reader.offset);
  return root;
}
