/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-query.h"

#define MAX_LENGTH 2048
#define MAX_DEPTH 16

typedef enum {
  NODE_CLAUSE,
  NODE_AND,
  NODE_OR,
} NodeKind;

struct _SandboxQuery {
  NodeKind kind;
  GPtrArray *children; /* (owned) (nullable): of NODE_AND and NODE_OR */
  char *property;      /* (owned) (nullable): of NODE_CLAUSE, as well as what follows */
  char *op;            /* (owned) (nullable) */
  char *value;         /* (owned) (nullable) */
};

typedef struct {
  const char *rest;
  SandboxQueryKind kind;
  guint depth;
} Parser;

static SandboxQuery *parse_any (Parser *parser);

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->rest))
    parser->rest++;
}

static gboolean
accept (Parser *parser, const char *token)
{
  skip_space (parser);
  if (!g_str_has_prefix (parser->rest, token))
    return FALSE;
  parser->rest += strlen (token);
  return TRUE;
}

static gboolean
ends_value (const char *text)
{
  return *text == '\0' || *text == '{' || *text == '}' || g_str_has_prefix (text, "&&") ||
         g_str_has_prefix (text, "||");
}

static char *
take_operator (Parser *parser)
{
  static const char *const operators[] = { "!=", ">=", "<=", "=", "~", ">", "<" };

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++) {
    gboolean ordering = operators[i][0] == '>' || operators[i][0] == '<';

    if ((parser->kind == SANDBOX_QUERY_FULL || !ordering) && accept (parser, operators[i]))
      return g_strdup (operators[i]);
  }
  return NULL;
}

static SandboxQuery *
parse_clause (Parser *parser)
{
  g_autoptr (SandboxQuery) clause = g_new0 (SandboxQuery, 1);
  const char *start;

  skip_space (parser);
  start = parser->rest;
  while (g_ascii_isalnum (*parser->rest) ||
         (*parser->rest != '\0' && strchr ("._-", *parser->rest)))
    parser->rest++;
  if (parser->rest == start)
    return NULL;
  clause->property = g_strndup (start, parser->rest - start);
  clause->op = take_operator (parser);
  if (clause->op == NULL)
    return NULL;

  skip_space (parser);
  start = parser->rest;
  while (!ends_value (parser->rest))
    parser->rest++;
  clause->value = g_strchomp (g_strndup (start, parser->rest - start));
  /* A value that begins like an operator is a doubled operator. */
  if (clause->value[0] == '\0' || strchr ("=~<>", clause->value[0]) != NULL)
    return NULL;
  return g_steal_pointer (&clause);
}

static SandboxQuery *
parse_unit (Parser *parser)
{
  g_autoptr (SandboxQuery) inner = NULL;

  if (parser->kind == SANDBOX_QUERY_TAGS || !accept (parser, "{"))
    return parse_clause (parser);
  if (++parser->depth > MAX_DEPTH)
    return NULL;
  inner = parse_any (parser);
  parser->depth--;
  if (inner == NULL || !accept (parser, "}"))
    return NULL;
  return g_steal_pointer (&inner);
}

static SandboxQuery *
parse_joined (Parser *parser,
              const char *joint,
              NodeKind kind,
              SandboxQuery *(*parse_part) (Parser *) )
{
  g_autoptr (SandboxQuery) node = g_new0 (SandboxQuery, 1);

  node->kind = kind;
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_query_free);
  do {
    SandboxQuery *part = parse_part (parser);

    if (part == NULL)
      return NULL;
    g_ptr_array_add (node->children, part);
  } while (accept (parser, joint));
  return g_steal_pointer (&node);
}

static SandboxQuery *
parse_and (Parser *parser)
{
  return parse_joined (parser, "&&", NODE_AND, parse_unit);
}

static SandboxQuery *
parse_any (Parser *parser)
{
  if (parser->kind == SANDBOX_QUERY_TAGS)
    return parse_and (parser);
  return parse_joined (parser, "||", NODE_OR, parse_and);
}

SandboxQuery *
sandbox_query_parse (const char *text, SandboxQueryKind kind)
{
  Parser parser = { text, kind, 0 };
  g_autoptr (SandboxQuery) query = NULL;

  if (strlen (text) >= MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return NULL;
  query = parse_any (&parser);
  skip_space (&parser);
  if (query == NULL || *parser.rest != '\0')
    return NULL;
  return g_steal_pointer (&query);
}

void
sandbox_query_free (SandboxQuery *self)
{
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->property);
  g_free (self->op);
  g_free (self->value);
  g_free (self);
}

/* Numbers as numbers, everything else as text without case; ISO dates order as text. */
static int
compare (const char *a, const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;
  char *end_a;
  char *end_b;
  double number_a = g_ascii_strtod (a, &end_a);
  double number_b = g_ascii_strtod (b, &end_b);

  if (*a != '\0' && *b != '\0' && *end_a == '\0' && *end_b == '\0')
    return number_a < number_b ? -1 : number_a > number_b;
  folded_a = g_utf8_casefold (a, -1);
  folded_b = g_utf8_casefold (b, -1);
  return strcmp (folded_a, folded_b);
}

static gboolean
contains (const char *text, const char *part)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_part = g_utf8_casefold (part, -1);

  return strstr (folded_text, folded_part) != NULL;
}

static gboolean
value_matches (const SandboxQuery *self, const char *value)
{
  const char *op = self->op;
  int order;

  if (op[0] == '~')
    return contains (value, self->value);
  order = compare (value, self->value);
  if (op[0] == '=' || op[0] == '!')
    return order == 0;
  if (order == 0)
    return op[1] == '=';
  return op[0] == '>' ? order > 0 : order < 0;
}

static gboolean
clause_matches (SandboxQuery *self,
                gconstpointer item,
                SandboxQueryValues values,
                const char **unknown)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  gboolean any = FALSE;

  if (!values (item, self->property, found)) {
    *unknown = self->property;
    return FALSE;
  }
  for (guint i = 0; i < found->len && !any; i++)
    any = value_matches (self, found->pdata[i]);
  return self->op[0] == '!' ? !any : any;
}

gboolean
sandbox_query_matches (SandboxQuery *self,
                       gconstpointer item,
                       SandboxQueryValues values,
                       const char **unknown)
{
  gboolean conjunction = self->kind == NODE_AND;

  if (self->kind == NODE_CLAUSE)
    return clause_matches (self, item, values, unknown);
  for (guint i = 0; i < self->children->len; i++)
    if (sandbox_query_matches (self->children->pdata[i], item, values, unknown) != conjunction)
      return !conjunction;
  return conjunction;
}
