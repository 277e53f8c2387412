/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The bad and the good documents of the tests, apart from what reads them, so that every reader can
 * be held to the same judgements. */

/* A value object, or a page of them, as a server sends it. */
typedef struct {
  const char *name;
  const char *type; /* as errors name it */
  GObject *(*read) (const char *text, gsize length, GError **error);
  const char *json;   /* with every field */
  const char *fields; /* "path:kind" of each, apart by spaces */
} DocumentKind;

extern const DocumentKind document_kinds[];
extern const guint n_document_kinds;

typedef struct {
  char *name;               /* (owned) */
  const DocumentKind *kind; /* (nullable): for a document that is about the grammar alone */
  GBytes *text;             /* (owned) */
  gboolean is_good;         /* whether it must be read */
  char **facts;             /* (owned) (nullable): what must come out; of a bad one, one field */
} Document;

void document_free (Document *document);
const DocumentKind *document_kind_find (const char *name);

/* Each (element-type Document) (transfer full). */
GPtrArray *documents_new_grammar (void); /* from data/grammar.txt */
/* Every field of the kind, or of every kind, with every odd value. */
GPtrArray *documents_new_mutants (const DocumentKind *kind);
GPtrArray *documents_new_sizes (void); /* depth and size */

G_END_DECLS
