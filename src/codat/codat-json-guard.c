/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-guard.h"

#include "codat-error.h"
#include "codat-json-names.h"

#include <string.h>

/* A checker of the JSON grammar that needs no stack of its own and builds nothing but the names of
 * the open objects. It stands before the reader, which checks nothing; JsonParser would take
 * comments, single quotes, NUL escapes and names that come twice, and crash on deep nesting.
 */
typedef struct {
  const char *p;
  const char *end;
  const char *problem;              /* (nullable): what is wrong at p */
  char stack[CODAT_JSON_MAX_DEPTH]; /* '{' or '[' for each open level */
  guint depth;
  guint n_values;
  guint first[CODAT_JSON_MAX_DEPTH]; /* where the names of each open level begin */
  CodatJsonNames names;
} Guard;

static gboolean
fail (Guard *guard, const char *problem)
{
  guard->problem = problem;
  return FALSE;
}

static void
skip_space (Guard *guard)
{
  while (guard->p < guard->end && memchr (" \t\r\n", *guard->p, 4) != NULL)
    guard->p++;
}

static gboolean
take (Guard *guard, char c)
{
  if (guard->p >= guard->end || *guard->p != c)
    return FALSE;
  guard->p++;
  return TRUE;
}

/* Reads four hexadecimal digits after "\u"; -1 when they are none. */
static int
take_hex (Guard *guard)
{
  int value = 0;

  if (guard->end - guard->p < 4)
    return -1;
  for (guint i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (*guard->p++);

    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

static gboolean
check_escape (Guard *guard)
{
  int first, second;

  if (guard->p >= guard->end)
    return fail (guard, "a text without end");
  if (*guard->p != 'u')
    return memchr ("\"\\/bfnrt", *guard->p++, 8) != NULL || fail (guard, "an unknown escape");
  guard->p++;
  first = take_hex (guard);
  if (first < 0)
    return fail (guard, "a broken escape");
  if (first == 0)
    return fail (guard, "an escaped NUL");
  if (first >= 0xdc00 && first <= 0xdfff)
    return fail (guard, "half a surrogate pair");
  if (first < 0xd800 || first > 0xdbff)
    return TRUE;
  if (!take (guard, '\\') || !take (guard, 'u'))
    return fail (guard, "half a surrogate pair");
  second = take_hex (guard);
  return (second >= 0xdc00 && second <= 0xdfff) || fail (guard, "half a surrogate pair");
}

static gboolean
check_string (Guard *guard)
{
  if (!take (guard, '"'))
    return fail (guard, "something else where a text must be");
  while (guard->p < guard->end) {
    guchar c = *guard->p++;

    if (c == '"')
      return TRUE;
    if (c < 0x20)
      return fail (guard, "a bare control character");
    if (c == '\\' && !check_escape (guard))
      return FALSE;
  }
  return fail (guard, "a text without end");
}

static gboolean
take_digits (Guard *guard)
{
  const char *start = guard->p;

  while (guard->p < guard->end && g_ascii_isdigit (*guard->p))
    guard->p++;
  return guard->p > start;
}

/* The parser makes another number of one that its type does not hold, without a word. */
static gboolean
is_int64 (const char *digits, gsize length, gboolean is_negative)
{
  const char *most = is_negative ? "9223372036854775808" : "9223372036854775807";
  gsize most_length = strlen (most);

  return length < most_length || (length == most_length && memcmp (digits, most, most_length) <= 0);
}

static gboolean
check_number (Guard *guard)
{
  gboolean is_negative = take (guard, '-');
  const char *start = guard->p;

  if (!take (guard, '0') && !take_digits (guard))
    return fail (guard, "no value");
  if ((guard->p >= guard->end || memchr (".eE", *guard->p, 3) == NULL) &&
      !is_int64 (start, (gsize) (guard->p - start), is_negative))
    return fail (guard, "a number too large");
  if (take (guard, '.') && !take_digits (guard))
    return fail (guard, "a broken number");
  if (take (guard, 'e') || take (guard, 'E')) {
    if (!take (guard, '+'))
      take (guard, '-');
    if (!take_digits (guard))
      return fail (guard, "a broken number");
  }
  return TRUE;
}

static gboolean
check_word (Guard *guard, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (guard->end - guard->p) < length || memcmp (guard->p, word, length) != 0)
    return fail (guard, "an unknown word");
  guard->p += length;
  return TRUE;
}

static gboolean
check_name (Guard *guard)
{
  const char *start;

  skip_space (guard);
  start = guard->p + 1;
  if (!check_string (guard))
    return FALSE;
  switch (codat_json_names_add (&guard->names, guard->first[guard->depth - 1], start,
                                (gsize) (guard->p - 1 - start))) {
  case CODAT_JSON_NAME_TWICE:
    return fail (guard, "a name that comes twice");
  case CODAT_JSON_NAME_TOO_MANY:
    return fail (guard, "too many names");
  case CODAT_JSON_NAME_NEW:
    break;
  }
  skip_space (guard);
  return take (guard, ':') || fail (guard, "a name without a colon");
}

/* Opens a level; an empty one is closed again at once. @opened says whether a value follows. */
static gboolean
open_level (Guard *guard, gboolean *opened)
{
  char kind = *guard->p++;

  if (guard->depth == CODAT_JSON_MAX_DEPTH)
    return fail (guard, "too many levels");
  skip_space (guard);
  if (take (guard, kind == '{' ? '}' : ']'))
    return TRUE;
  guard->first[guard->depth] = codat_json_names_get_length (&guard->names);
  guard->stack[guard->depth++] = kind;
  *opened = TRUE;
  return kind == '[' || check_name (guard);
}

static gboolean
check_value (Guard *guard, gboolean *opened)
{
  *opened = FALSE;
  if (++guard->n_values > CODAT_JSON_MAX_VALUES)
    return fail (guard, "too many values");
  skip_space (guard);
  if (guard->p >= guard->end)
    return fail (guard, "an end where a value must be");
  switch (*guard->p) {
  case '{':
  case '[':
    return open_level (guard, opened);
  case '"':
    return check_string (guard);
  case 't':
    return check_word (guard, "true");
  case 'f':
    return check_word (guard, "false");
  case 'n':
    return check_word (guard, "null");
  default:
    return check_number (guard);
  }
}

/* After a value: closes levels up to the next comma. */
static gboolean
close_levels (Guard *guard)
{
  while (guard->depth > 0) {
    char kind = guard->stack[guard->depth - 1];

    skip_space (guard);
    if (take (guard, ','))
      return kind == '[' || check_name (guard);
    if (!take (guard, kind == '{' ? '}' : ']'))
      return fail (guard, "a list or an object without end");
    guard->depth--;
    codat_json_names_truncate (&guard->names, guard->first[guard->depth]);
  }
  return TRUE;
}

static gboolean
check_document (Guard *guard)
{
  gboolean opened;

  do {
    if (!check_value (guard, &opened))
      return FALSE;
    if (!opened && !close_levels (guard))
      return FALSE;
  } while (guard->depth > 0);
  skip_space (guard);
  return guard->p == guard->end || fail (guard, "text behind the end");
}

gboolean
codat_json_guard_check (const char *text, gsize length, GError **error)
{
  Guard guard = { .p = text, .end = text + length };
  gboolean good = FALSE;

  if (!g_utf8_validate_len (text, length, NULL))
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER, "The answer is not UTF-8");
  else if (!check_document (&guard))
    g_set_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                 "The answer is no JSON: %s at byte %" G_GSIZE_FORMAT, guard.problem,
                 (gsize) (guard.p - text));
  else
    good = TRUE;
  codat_json_names_clear (&guard.names);
  return good;
}
