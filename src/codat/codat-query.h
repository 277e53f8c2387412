/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A text of the query language has fewer bytes than this. */
#define CODAT_QUERY_LIMIT 2048

/**
 * CodatQueryOperator:
 * @CODAT_QUERY_EQUALS: `=`
 * @CODAT_QUERY_DIFFERS: `!=`
 * @CODAT_QUERY_CONTAINS: `~`, of texts only
 * @CODAT_QUERY_GREATER: `>`, of numbers and dates
 * @CODAT_QUERY_LESS: `<`, of numbers and dates
 * @CODAT_QUERY_AT_LEAST: `>=`, of numbers and dates
 * @CODAT_QUERY_AT_MOST: `<=`, of numbers and dates
 */
typedef enum {
  CODAT_QUERY_EQUALS,
  CODAT_QUERY_DIFFERS,
  CODAT_QUERY_CONTAINS,
  CODAT_QUERY_GREATER,
  CODAT_QUERY_LESS,
  CODAT_QUERY_AT_LEAST,
  CODAT_QUERY_AT_MOST,
} CodatQueryOperator;

/**
 * CodatQuery:
 *
 * An expression of Codat's query language, for the query and tags of a list. The language has no
 * way to quote, so what could be read as something else is refused. Clauses are joined with
 * [method@Codat.Query.and] and [method@Codat.Query.or], which pass a %NULL on: only the end of a
 * chain needs a check.
 */
typedef struct _CodatQuery CodatQuery;

#define CODAT_TYPE_QUERY (codat_query_get_type ())

GType codat_query_get_type (void);
CodatQuery *codat_query_new (const char *property,
                             CodatQueryOperator op,
                             const char *value,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CodatQuery *codat_query_new_date (const char *property,
                                  CodatQueryOperator op,
                                  GDateTime *date,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
CodatQuery *codat_query_copy (const CodatQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void codat_query_free (CodatQuery *self);
CodatQuery *codat_query_and (CodatQuery *self, CodatQuery *other) G_GNUC_WARN_UNUSED_RESULT;
CodatQuery *codat_query_or (CodatQuery *self, CodatQuery *other) G_GNUC_WARN_UNUSED_RESULT;
char *codat_query_to_string (const CodatQuery *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CodatQuery, codat_query_free)

G_END_DECLS
