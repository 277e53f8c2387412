/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "documents.h"

#include <string.h>

#define MIB (1024 * 1024)
#define GUID "8a210b68-6988-11ed-a1eb-0242ac120002"

void
document_free (Document *document)
{
  g_free (document->name);
  g_bytes_unref (document->text);
  g_strfreev (document->facts);
  g_free (document);
}

static Document *
document_new (const char *name, gboolean is_good, GBytes *text)
{
  Document *document = g_new0 (Document, 1);

  document->name = g_strdup (name);
  document->is_good = is_good;
  document->text = text;
  return document;
}

GPtrArray *
documents_new_grammar (void)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "codat", "data", "grammar.txt", NULL);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *tab = strchr (lines[i], '\t');
    GBytes *text;

    if (lines[i][0] == '#' || lines[i][0] == '\0')
      continue;
    if (tab != NULL)
      *tab = '\0';
    text = g_uri_unescape_bytes (tab != NULL ? tab + 1 : "", -1, NULL, &error);
    g_assert_no_error (error);
    g_ptr_array_add (documents, document_new (lines[i],
                                              g_str_has_prefix (lines[i], "y_") ||
                                                  g_str_has_prefix (lines[i], "i_accept_"),
                                              text));
  }
  return documents;
}

/* Head, n times the middle, tail. */
static GBytes *
repeat (const char *head, const char *middle, gsize n, const char *tail)
{
  gsize length = strlen (middle);
  GString *text = g_string_sized_new (strlen (head) + n * length + strlen (tail) + 1);

  g_string_append (text, head);
  for (gsize i = 0; i < n; i++)
    g_string_append_len (text, middle, (gssize) length);
  g_string_append (text, tail);
  return g_string_free_to_bytes (text);
}

static GBytes *
new_names (guint n)
{
  GString *text = g_string_new ("{\"id\":\"" GUID "\"");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, ",\"n%u\":%u", i, i);
  g_string_append_c (text, '}');
  return g_string_free_to_bytes (text);
}

/* A company with lists inside each other in a member that nobody reads. */
static GBytes *
new_deep (gsize depth, gboolean is_closed, const char *open, const char *close)
{
  g_autofree char *head = g_strdup_printf ("{\"id\":\"%s\",\"x\":", GUID);
  g_autoptr (GBytes) opening = repeat ("", open, depth - 1, "1");
  g_autoptr (GBytes) closing = repeat ("", close, depth - 1, "}");
  GString *text = g_string_new (head);

  g_string_append_len (text, g_bytes_get_data (opening, NULL), (gssize) g_bytes_get_size (opening));
  if (is_closed)
    g_string_append_len (text, g_bytes_get_data (closing, NULL),
                         (gssize) g_bytes_get_size (closing));
  return g_string_free_to_bytes (text);
}

static void
add (GPtrArray *documents, const char *kind, const char *name, gboolean is_good, GBytes *text)
{
  Document *document = document_new (name, is_good, text);

  document->kind = document_kind_find (kind);
  g_ptr_array_add (documents, document);
}

static void
add_depths (GPtrArray *documents)
{
  static const guint depths[] = { 65, 1000, 50000, 100000, 1000000 };

  add (documents, "company", "lists-64", TRUE, new_deep (64, TRUE, "[", "]"));
  add (documents, "company", "objects-64", TRUE, new_deep (64, TRUE, "{\"a\":", "}"));
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++) {
    g_autofree char *lists = g_strdup_printf ("lists-%u", depths[i]);
    g_autofree char *objects = g_strdup_printf ("objects-%u", depths[i]);
    g_autofree char *open = g_strdup_printf ("lists-open-%u", depths[i]);

    add (documents, "company", lists, FALSE, new_deep (depths[i], TRUE, "[", "]"));
    add (documents, "company", objects, FALSE, new_deep (depths[i], TRUE, "{\"a\":", "}"));
    add (documents, "company", open, FALSE, new_deep (depths[i], FALSE, "[", ""));
  }
}

GPtrArray *
documents_new_sizes (void)
{
  static const char head[] = "{\"id\":\"" GUID "\",\"name\":\"";
  static const char list[] = "{\"id\":\"" GUID "\",\"products\":[3";
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);

  add_depths (documents);
  add (documents, "company", "text-1-mib", TRUE, repeat (head, "x", MIB, "\"}"));
  add (documents, "company", "text-64-mib", TRUE, repeat (head, "x", 64 * MIB, "\"}"));
  add (documents, "company", "text-64-mib-open", FALSE, repeat (head, "x", 64 * MIB, ""));
  add (documents, "company", "escapes-1-mib", TRUE, repeat (head, "\\u00e9", MIB / 6, "\"}"));
  add (documents, "company", "spaces-1-mib", TRUE, repeat ("{\"id\":", " ", MIB, "\"" GUID "\"}"));
  add (documents, "company", "digits-1-mib", FALSE,
       repeat ("{\"id\":\"" GUID "\",\"x\":1", "1", MIB, "}"));
  add (documents, "company", "list-10k", TRUE, repeat (list, ",3", 10000, "]}"));
  add (documents, "company", "list-1m", FALSE, repeat (list, ",3", 1000000, "]}"));
  add (documents, "company", "list-1m-open", FALSE, repeat (list, ",3", 1000000, ""));
  add (documents, "companies", "rows-10k", TRUE,
       repeat ("{\"results\":[{\"id\":\"" GUID "\"}", ",{}", 10000, "]}"));
  add (documents, "companies", "rows-1m", FALSE,
       repeat ("{\"results\":[{\"id\":\"" GUID "\"}", ",{}", 1000000, "]}"));
  add (documents, "company", "names-1024", TRUE, new_names (1024));
  add (documents, "company", "names-1025", FALSE, new_names (1025));
  add (documents, "company", "names-1m", FALSE, new_names (1000000));
  return documents;
}
