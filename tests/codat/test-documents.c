/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-fixture.h"
#include "codat-json.h"
#include "documents.h"
#include "facts.h"

#include <stdio.h>
#include <string.h>

/* The longest that reading one document may take, in seconds, with the sanitizers; and the longest
 * that the main loop may stand still, in microseconds. */
#define LONGEST 20
#define LONGEST_STANDSTILL 250000
#define BEAT 5
#define ATTEMPTS 3

/* What one reader says of one document, as text without the differences that may be. */
static char *
judge_tree (Document *document)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (document->text, &size);
  g_autoptr (CodatJson) root = codat_json_parse (text != NULL ? text : "", (gssize) size, &error);

  if (root != NULL)
    return facts_dup_tree (root);
  g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  return g_strconcat ("!", error->message, NULL);
}

/* What our reader takes, the library takes as well, and makes the same of it. */
static void
check_against_library (Document *document, const char *tree)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;
  gsize size;
  const char *text = g_bytes_get_data (document->text, &size);

  json_parser_load_from_data (parser, text, (gssize) size, &error);
  g_assert_no_error (error);
  other = facts_dup_glib_tree (json_parser_get_root (parser));
  g_assert_cmpstr (tree, ==, other);
}

static char **
judge_facts (Document *document)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (document->text, &size);
  GObject *object = document->kind->read (text, size, &error);
  char **facts = facts_new (object, error);

  if (object == NULL)
    g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  else
    g_assert_finalize_object (object);
  return facts;
}

static void
test_grammar (void)
{
  g_autoptr (GPtrArray) documents = documents_new_grammar ();

  g_assert_cmpuint (documents->len, >=, 318);
  for (guint i = 0; i < documents->len; i++) {
    Document *document = g_ptr_array_index (documents, i);
    g_autofree char *verdict = judge_tree (document);

    if (document->is_good == (verdict[0] == '!'))
      g_error ("%s must be %s: %s", document->name, document->is_good ? "read" : "refused",
               verdict);
    if (document->is_good)
      check_against_library (document, verdict);
  }
}

/* A value that is bad JSON spoils the object around it, wherever it stands; one that is good JSON
 * spoils nothing. */
static void
test_grammar_inside (void)
{
  g_autoptr (GPtrArray) documents = documents_new_grammar ();
  const DocumentKind *kind = document_kind_find ("company");

  for (guint i = 0; i < documents->len; i++) {
    Document *document = g_ptr_array_index (documents, i);
    GByteArray *text = g_byte_array_new ();
    g_autoptr (GBytes) whole = NULL;
    g_autoptr (GObject) company = NULL;
    gsize size;
    const guint8 *value = g_bytes_get_data (document->text, &size);
    static const char head[] = "{\"id\":\"" COMPANY_ID "\",\"x\":";

    g_byte_array_append (text, (const guint8 *) head, strlen (head));
    g_byte_array_append (text, value, (guint) size);
    g_byte_array_append (text, (const guint8 *) "}", 1);
    whole = g_byte_array_free_to_bytes (text);
    company = kind->read (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole), NULL);
    /* One level more is one too many. */
    if ((company != NULL) != (document->is_good && strstr (document->name, "depth") == NULL))
      g_error ("%s inside a company", document->name);
  }
}

static void
test_mutants (gconstpointer data)
{
  g_autoptr (GPtrArray) documents = documents_new_mutants (data);

  for (guint i = 0; i < documents->len; i++) {
    Document *document = g_ptr_array_index (documents, i);
    g_auto (GStrv) facts = judge_facts (document);
    g_autofree char *found = g_strjoinv ("\n", facts);
    g_autofree char *wanted = g_strjoinv ("\n", document->facts);

    if (document->is_good ? !g_str_equal (found, wanted)
                          : found[0] != '!' || strstr (found, wanted) == NULL)
      g_error ("%s\n%.4000s\n--- instead of\n%.4000s", document->name, found, wanted);
  }
  g_assert_cmpuint (documents->len, >=, 50);
}

static GPtrArray *
new_all_mutants (void)
{
  return documents_new_mutants (NULL);
}

static void
test_n_mutants (void)
{
  g_autoptr (GPtrArray) documents = new_all_mutants ();

  g_test_message ("%u mutants", documents->len);
  g_assert_cmpuint (documents->len, >=, 1100);
}

static void
test_sizes (void)
{
  g_autoptr (GPtrArray) documents = documents_new_sizes ();

  g_assert_cmpuint (documents->len, >=, 20);
  for (guint i = 0; i < documents->len; i++) {
    Document *document = g_ptr_array_index (documents, i);
    gint64 start = g_get_monotonic_time ();
    g_auto (GStrv) facts = judge_facts (document);
    double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

    g_test_message ("%s: %.3f s", document->name, seconds);
    if (document->is_good == (facts[0][0] == '!'))
      g_error ("%s must be %s: %s", document->name, document->is_good ? "read" : "refused",
               facts[0]);
    g_assert_cmpfloat (seconds, <, LONGEST);
  }
}

typedef struct {
  gint64 last;
  gint64 longest;
} Heart;

static gboolean
beat_cb (gpointer data)
{
  Heart *heart = data;
  gint64 now = g_get_monotonic_time ();

  heart->longest = MAX (heart->longest, now - heart->last);
  heart->last = now;
  return G_SOURCE_CONTINUE;
}

/* How long the main loop stood still while the client got the document, in microseconds. */
static gint64
measure_standstill (Fixture *fixture, Document *document)
{
  gsize size;
  const char *text = g_bytes_get_data (document->text, &size);
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                           "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                                           size);
  g_autofree char *answer = g_malloc (strlen (head) + size);
  Heart heart = { 0 };
  Outcome outcome;
  guint beat;

  memcpy (answer, head, strlen (head));
  memcpy (answer + strlen (head), text, size);
  test_wire_add (fixture->wire, answer, (gssize) (strlen (head) + size), TEST_WIRE_CLOSE);
  heart.last = g_get_monotonic_time ();
  beat = g_timeout_add (BEAT, beat_cb, &heart);
  outcome_run (
      &outcome, fixture->client,
      verb_find (g_str_equal (document->kind->name, "company") ? "get_company" : "list_companies"));
  beat_cb (&heart);
  g_source_remove (beat);
  g_assert_true (document->is_good == (outcome.error == NULL));
  outcome_clear (&outcome);
  return heart.longest;
}

/* The client reads in a thread of its own: whatever it gets, the window stays alive. A busy
 * computer may take the processor away, so the best of a few attempts counts. */
static void
test_main_loop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) documents = documents_new_sizes ();

  codat_client_set_max_size (fixture->client, 16 * 1024 * 1024);
  for (guint i = 0; i < documents->len; i++) {
    Document *document = g_ptr_array_index (documents, i);
    gint64 best = G_MAXINT64;

    if (g_bytes_get_size (document->text) >= 16 * 1024 * 1024)
      continue;
    for (guint n = 0; n < ATTEMPTS && best > LONGEST_STANDSTILL; n++)
      best = MIN (best, measure_standstill (fixture, document));
    g_test_message ("%s: %.3f ms", document->name, (double) best / 1000);
    g_assert_cmpint (best, <=, LONGEST_STANDSTILL);
  }
}

/* What is printed and what is hashed: all results of a group, one a line. */
static char *
new_result (Document *document)
{
  g_auto (GStrv) facts = NULL;
  g_autofree char *joined = NULL;

  if (document->kind == NULL)
    joined = judge_tree (document);
  else {
    facts = judge_facts (document);
    joined = g_strjoinv ("\t", facts);
  }
  /* A long one is told by its hash. */
  if (strlen (joined) > 2000) {
    g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);

    return g_strconcat (document->name, "\t", hash, "\n", NULL);
  }
  return g_strconcat (document->name, "\t", joined, "\n", NULL);
}

static const struct {
  const char *name;
  GPtrArray *(*new_documents) (void);
} groups[] = {
  { "grammar", documents_new_grammar },
  { "mutants", new_all_mutants },
  { "sizes", documents_new_sizes },
};

/* The line of a group in data/results.txt. */
static char *
new_digest (guint group, gboolean is_printed)
{
  g_autoptr (GPtrArray) documents = groups[group].new_documents ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < documents->len; i++) {
    g_autofree char *result = new_result (g_ptr_array_index (documents, i));

    g_checksum_update (checksum, (const guchar *) result, (gssize) strlen (result));
    if (is_printed)
      fputs (result, stdout);
  }
  return g_strdup_printf ("%s %u %s", groups[group].name, documents->len,
                          g_checksum_get_string (checksum));
}

/* Any version of json-glib and GLib must make the same of the same bytes. Where a digest differs,
 * compare what --print-results prints; where a result was meant to change, take the new digests. */
static void
test_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "codat", "data", "results.txt", NULL);
  g_autofree char *table = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
    g_autofree char *digest = new_digest (i, FALSE);

    g_test_message ("%s", digest);
    if (strstr (table, digest) == NULL)
      g_error ("data/results.txt does not have \"%s\"", digest);
  }
}

static int
print_results (void)
{
  g_autoptr (GString) digests = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
    g_autofree char *digest = new_digest (i, TRUE);

    g_string_append_printf (digests, "%s\n", digest);
  }
  fputs (digests->str, stdout);
  return 0;
}

int
main (int argc, char *argv[])
{
  gboolean is_printing = argc > 1 && strcmp (argv[1], "--print-results") == 0;

  g_test_init (&argc, &argv, NULL);
  if (is_printing)
    return print_results ();
  g_test_add_func ("/codat/documents/grammar", test_grammar);
  g_test_add_func ("/codat/documents/grammar-inside", test_grammar_inside);
  g_test_add_func ("/codat/documents/n-mutants", test_n_mutants);
  for (guint i = 0; i < n_document_kinds; i++) {
    g_autofree char *path = g_strconcat ("/codat/documents/mutants/", document_kinds[i].name, NULL);

    g_test_add_data_func (path, &document_kinds[i], test_mutants);
  }
  g_test_add_func ("/codat/documents/sizes", test_sizes);
  g_test_add ("/codat/documents/main-loop", Fixture, NULL, fixture_set_up, test_main_loop,
              fixture_tear_down);
  g_test_add_func ("/codat/documents/golden", test_golden);
  return g_test_run ();
}
