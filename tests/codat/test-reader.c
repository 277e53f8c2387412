/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-guard.h"
#include "codat-json-reader.h"
#include "codat-json.h"
#include "documents.h"
#include "facts.h"

#include <string.h>

/* The reader beside json-glib's parser: what the guard lets through, both read alike. */
static gboolean
compare (Document *document)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) ours = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *our_tree = NULL;
  g_autofree char *their_tree = NULL;
  gsize size;
  const char *data = g_bytes_get_data (document->text, &size);
  const char *text = data != NULL ? data : "";

  if (!codat_json_guard_check (text, size, NULL))
    return FALSE;
  json_parser_load_from_data (parser, text, (gssize) size, &error);
  g_assert_no_error (error);
  ours = codat_json_reader_read (text, size, NULL, NULL, NULL);
  our_tree = facts_dup_tree (ours);
  their_tree = facts_dup_tree (json_parser_get_root (parser));
  g_assert_cmpstr (our_tree, ==, their_tree);
  return TRUE;
}

static void
compare_all (GPtrArray *documents)
{
  guint n_read = 0;

  for (guint i = 0; i < documents->len; i++)
    n_read += compare (g_ptr_array_index (documents, i)) ? 1 : 0;
  g_assert_cmpuint (n_read, >, 0);
}

static void
test_grammar (void)
{
  g_autoptr (GPtrArray) documents = documents_new_grammar ();

  compare_all (documents);
}

static void
test_mutants (void)
{
  g_autoptr (GPtrArray) documents = documents_new_mutants (document_kind_find ("company"));

  compare_all (documents);
}

static void
test_borders (void)
{
  const char *const texts[] = {
    "-9223372036854775808",
    "9223372036854775807",
    "-0",
    "[0,-1,10,1e3,1E+2,-2.5e-3,0.1]",
    "\"\\u00e9\\ud83d\\ude00\\n\\\"\\/\\\\\\b\\f\\r\\t\"",
    " { \"a\\u0062\" : [ ] , \"\" : { } , \"c\" : [ [ ] , null , true , false ] } ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    /* Without a NUL behind it, so that a sanitizer sees what is read beyond the end. */
    gsize size = strlen (texts[i]);
    Document document = { .text = g_bytes_new (texts[i], size) };

    g_assert_true (compare (&document));
    g_bytes_unref (document.text);
  }
}

/* Read row by row, a page is what it is when it is read whole. */
static void
compare_pages (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) row_error = NULL;
  g_autoptr (JsonNode) root = codat_json_parse (text, -1, &error);
  g_autoptr (CodatPage) whole = NULL;
  g_autoptr (CodatPage) rows = NULL;

  if (root != NULL)
    whole = codat_page_new_from_node (root, CODAT_TYPE_COMPANY,
                                      (CodatRowFunc) codat_company_new_from_json, &error);
  rows = codat_page_new_from_text (text, strlen (text), CODAT_TYPE_COMPANY,
                                   (CodatRowFunc) codat_company_new_from_json, &row_error);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==,
                   row_error != NULL ? row_error->message : NULL);
  g_assert_true ((whole == NULL) == (rows == NULL));
  if (whole == NULL)
    return;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (whole)));
  g_assert_cmpuint (codat_page_get_n_received (rows), ==, codat_page_get_n_received (whole));
  g_assert_cmpint (codat_page_get_total_results (rows), ==, codat_page_get_total_results (whole));
  g_assert_cmpuint (codat_page_get_number (rows), ==, codat_page_get_number (whole));
  g_assert_true (codat_page_get_has_next (rows) == codat_page_get_has_next (whole));
}

#define COMPANY                                                                                    \
  "{\"id\":\"8a210b68-6988-11ed-a1eb-0242ac120002\",\"results\":[1,{}],\"name\":\"A\"}"

static void
test_pages (void)
{
  const char *const texts[] = {
    "{\"results\":[" COMPANY ",null,7,[" COMPANY "],{}," COMPANY "],\"totalResults\":9,"
    "\"pageNumber\":2,\"_links\":{\"next\":{\"href\":\"/x\"}}}",
    "{\"pageNumber\":1,\"re\\u0073ults\":[" COMPANY "]}",
    "{\"results\":{\"results\":[" COMPANY "]}}",
    "{\"x\":{\"results\":[" COMPANY "]},\"results\":[]}",
    "{\"results\":null}",
    "{}",
    "[" COMPANY "]",
    "null",
    "",
    "{\"results\":[" COMPANY ",],\"totalResults\":1}",
    "{\"results\":[" COMPANY "],\"results\":[]}",
    "{\"results\":[" COMPANY "]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    compare_pages (texts[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/reader/grammar", test_grammar);
  g_test_add_func ("/codat/reader/mutants", test_mutants);
  g_test_add_func ("/codat/reader/borders", test_borders);
  g_test_add_func ("/codat/reader/pages", test_pages);
  return g_test_run ();
}
