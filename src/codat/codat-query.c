/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-query.h"

#include "codat-error.h"

#include <string.h>

/* How the outermost parts are joined. */
typedef enum {
  JOIN_NONE,
  JOIN_AND,
  JOIN_OR,
} Join;

struct _CodatQuery {
  char *text; /* (owned) */
  Join join;
};

G_DEFINE_BOXED_TYPE (CodatQuery, codat_query, codat_query_copy, codat_query_free)

static const char *const signs[] = {
  [CODAT_QUERY_EQUALS] = "=",   [CODAT_QUERY_DIFFERS] = "!=", [CODAT_QUERY_CONTAINS] = "~",
  [CODAT_QUERY_GREATER] = ">",  [CODAT_QUERY_LESS] = "<",     [CODAT_QUERY_AT_LEAST] = ">=",
  [CODAT_QUERY_AT_MOST] = "<=",
};

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT, why);
  return FALSE;
}

/* White space at an end is dropped by the server, so it would mean something else. */
static gboolean
is_plain (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || !g_utf8_validate (text, (gssize) length, NULL) || text[0] == ' ' ||
      text[length - 1] == ' ')
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_property (const char *property, GError **error)
{
  if (is_plain (property) && strpbrk (property, "=!~<>&|{}") == NULL)
    return TRUE;
  return refuse (error, "The name of the property has signs of the query language");
}

static gboolean
check_value (const char *value, GError **error)
{
  gsize length = strlen (value);

  if (!is_plain (value))
    return refuse (error, "The value is empty, ends with a space or has control characters");
  /* A sign next to ours would make another sign of both, like "a&" before "&&". */
  if (strstr (value, "&&") != NULL || strstr (value, "||") != NULL ||
      strpbrk (value, "{}") != NULL || strchr ("=!~<>&|", value[0]) != NULL ||
      strchr ("&|", value[length - 1]) != NULL)
    return refuse (error, "The value has signs of the query language, which cannot be quoted");
  return TRUE;
}

static CodatQuery *
take (char *text, Join join)
{
  CodatQuery *self = g_new0 (CodatQuery, 1);

  self->text = text;
  self->join = join;
  return self;
}

/* Which of AND and OR binds closer is not said anywhere, so a mix gets braces. */
static void
append_part (GString *text, const CodatQuery *part, Join join)
{
  gboolean braces = part->join != JOIN_NONE && part->join != join;

  if (braces)
    g_string_append_c (text, '{');
  g_string_append (text, part->text);
  if (braces)
    g_string_append_c (text, '}');
}

static CodatQuery *
join_parts (CodatQuery *first, CodatQuery *second, Join join)
{
  g_autoptr (CodatQuery) a = first;
  g_autoptr (CodatQuery) b = second;
  GString *text;

  if (a == NULL || b == NULL)
    return NULL;
  text = g_string_new (NULL);
  append_part (text, a, join);
  g_string_append (text, join == JOIN_AND ? "&&" : "||");
  append_part (text, b, join);
  return take (g_string_free (text, FALSE), join);
}

/**
 * codat_query_new:
 * @property: a property, with a dot before a property of that, or the name of a tag
 * @op: how the two are compared
 * @value: a value
 * @error: return location
 *
 * One clause. Errors: %CODAT_ERROR_BAD_ARGUMENT when the value cannot be said in the language.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL with @error set
 */
CodatQuery *
codat_query_new (const char *property, CodatQueryOperator op, const char *value, GError **error)
{
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail ((guint) op < G_N_ELEMENTS (signs), NULL);
  g_return_val_if_fail (value != NULL, NULL);
  if (!check_property (property, error) || !check_value (value, error))
    return NULL;
  return take (g_strconcat (property, signs[op], value, NULL), JOIN_NONE);
}

/**
 * codat_query_new_date:
 * @property: a property that is a date
 * @op: how the two are compared
 * @date: a date
 * @error: return location
 *
 * One clause about a date, to the second, in UTC. Errors: %CODAT_ERROR_BAD_ARGUMENT.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL with @error set
 */
CodatQuery *
codat_query_new_date (const char *property, CodatQueryOperator op, GDateTime *date, GError **error)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (date != NULL, NULL);
  utc = g_date_time_to_utc (date);
  text = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  return codat_query_new (property, op, text, error);
}

/**
 * codat_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
CodatQuery *
codat_query_copy (const CodatQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return take (g_strdup (self->text), self->join);
}

/**
 * codat_query_free:
 * @self: (nullable): a query
 *
 * Frees it.
 */
void
codat_query_free (CodatQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/**
 * codat_query_and:
 * @self: (nullable) (transfer full): a query
 * @other: (nullable) (transfer full): another
 *
 * Returns: (transfer full) (nullable): what both are true of; %NULL when one of them is %NULL
 */
CodatQuery *
codat_query_and (CodatQuery *self, CodatQuery *other)
{
  return join_parts (self, other, JOIN_AND);
}

/**
 * codat_query_or:
 * @self: (nullable) (transfer full): a query
 * @other: (nullable) (transfer full): another
 *
 * Returns: (transfer full) (nullable): what one of them is true of; %NULL when one of them is %NULL
 */
CodatQuery *
codat_query_or (CodatQuery *self, CodatQuery *other)
{
  return join_parts (self, other, JOIN_OR);
}

/**
 * codat_query_to_string:
 * @self: (nullable): a query, or what a failed chain left
 * @error: return location; left alone when @self is %NULL
 *
 * Errors: %CODAT_ERROR_BAD_ARGUMENT when it is longer than Codat takes.
 *
 * Returns: (transfer full) (nullable): its text, for the query or the tags of a list, which escapes
 *   it
 */
char *
codat_query_to_string (const CodatQuery *self, GError **error)
{
  if (self == NULL)
    return NULL;
  if (strlen (self->text) >= CODAT_QUERY_LIMIT) {
    refuse (error, "The query is longer than Codat takes");
    return NULL;
  }
  return g_strdup (self->text);
}
