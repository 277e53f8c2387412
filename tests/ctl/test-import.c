/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-csv.h"
#include "ctl-error.h"
#include "ctl-fixture.h"
#include "ctl-import.h"

#include <string.h>

/* The records of a text as "a|b;c|d;", or "!" where it breaks off. */
static char *
read_all (const char *text)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  guint line = 1;

  while (ctl_csv_next (&text, &line, cells, &error)) {
    for (guint i = 0; i < cells->len; i++)
      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", (char *) cells->pdata[i]);
    g_string_append_c (out, ';');
  }
  if (error != NULL)
    g_string_append_c (out, '!');
  return g_string_free (out, FALSE);
}

static void
test_csv (Fixture *self, gconstpointer data)
{
  const struct {
    const char *text;
    const char *cells;
  } rows[] = {
    { "", "" },
    { "a", "a;" },
    { "a\n", "a;" },
    { "a\r\n", "a;" },
    { "a,b\r\nc,d\r\n", "a|b;c|d;" },
    { "a,b\nc,d", "a|b;c|d;" },
    { ",", "|;" },
    { "a,,b", "a||b;" },
    { "\n\n", ";;" },
    { "\"a\"", "a;" },
    { "\"a,b\",c", "a,b|c;" },
    { "\"a\"\"b\"", "a\"b;" },
    { "\"\"\"\"", "\";" },
    { "\"\",x", "|x;" },
    { "\"a\r\nb\",c\r\nd", "a\r\nb|c;d;" },
    { "a\rb", "a\rb;" },
    { " a , b ", " a | b ;" },
    { "\303\244,\343\201\202", "\303\244|\343\201\202;" },
    /* What was guarded from a spreadsheet comes back as it was; an apostrophe else stays. */
    { "'=1", "=1;" },
    { "\"'+1\"", "+1;" },
    { "\"'-1\",'@x,\"'\tx\"", "-1|@x|\tx;" },
    { "'a,','',a'=", "'a|'|''|a'=;" },
    { "''=1,\"'\n=1\",'＝1", "'=1|\n=1|＝1;" },
    /* No quotation mark is guessed at. */
    { "\"a", "!" },
    { "\"", "!" },
    { "a\"b", "!" },
    { "\"a\"b", "!" },
    { "\"a\" ,b", "!" },
    { "x\n\"a", "x;!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *cells = read_all (rows[i].text);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (cells, ==, rows[i].cells);
  }
}

static void
test_kinds (Fixture *self, gconstpointer data)
{
  const char *const texts[] = {
    "name\nA\nB\n",
    "\357\273\277Name\r\n A \r\nB\r\n",
    "id,NAME,x\n1,A,2\n2,B\n",
    "name\nA\n\nB\n",
    "{\"results\":[{\"name\":\"A\"},{\"name\":\"B\"}]}",
    "{\"results\":[{\"name\":\"A\"},\n{\"name\":\"B\"}]}\n",
    " [{\"name\":\"A\"},{\"name\":\"B\"}]",
    "{\"name\":\"A\"}\n{\"name\":\"B\"}\n",
    "{\"name\":\"A\"}\r\n\r\n{\"name\":\"B\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = ctl_import_read (texts[i], strlen (texts[i]), &error);

    g_test_message ("%s", texts[i]);
    g_assert_no_error (error);
    g_assert_cmpuint (drafts->len, ==, 2);
    g_assert_cmpstr (((CodatCompanyDraft *) drafts->pdata[0])->name, ==, "A");
    g_assert_cmpstr (((CodatCompanyDraft *) drafts->pdata[1])->name, ==, "B");
  }
}

static void
test_bad (Fixture *self, gconstpointer data)
{
  const struct {
    const char *text;
    gssize length;
    const char *words;
  } rows[] = {
    { "", -1, "There is no company in it" },
    { "name\n", -1, "There is no company in it" },
    { "[]", -1, "There is no company in it" },
    { "\377", -1, "It is no UTF-8 text" },
    { "name\nA\0B", 8, "It is no UTF-8 text" },
    { "title\nA\n", -1, "no column “name”" },
    { "name,tags\nA,x\n", -1, "Line 2: The tags are no JSON object" },
    { "name,tags\nA,\nB,{\"\"k\"\":7}\n", -1, "quotation mark" },
    { "name,tags\nA,\nB,\"{\"\"k\"\":7}\"\n", -1, "Line 3: The value of a tag is no text" },
    { "name,x\n\"A\nB\",1\n,2\n", -1, "Line 4: There is no name" },
    { "{\"name\":\"A\"}\n{\"name\":7}\n", -1, "Line 2: There is no name" },
    { "{\"name\":\"A\"}\nname\n", -1, "Line 2: It is no JSON" },
    { "{\"results\":[{\"name\":\"A\"},7]}", -1, "Company 2: It is no object" },
    { "{\"results\":[{\"name\":\"A\"}", -1,
      "It is no JSON: a list or an object without end at byte 24" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gsize length = rows[i].length < 0 ? strlen (rows[i].text) : (gsize) rows[i].length;
    g_autoptr (GPtrArray) drafts = ctl_import_read (rows[i].text, length, &error);

    g_test_message ("%s", rows[i].text);
    g_assert_null (drafts);
    g_assert_nonnull (error);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, rows[i].words));
  }
}

/* A file of nothing but one character, as large as may be read: it ends in a moment, with a word.
 */
static void
test_bounds (Fixture *self, gconstpointer data)
{
  const struct {
    const char *head;
    char filler;
    gsize length;
    const char *words;
  } rows[] = {
    { "name", ',', 60 * 1024 * 1024, "Line 1 has more than 1000 columns" },
    { "name\nA\n", ',', 60 * 1024 * 1024, "Line 3 has more than 1000 columns" },
    { "name\nA\n", 'x', 8 * 1024 * 1024, "begins in line 3 is longer than 1 MiB" },
    { "name\nA\n\"", 'x', 8 * 1024 * 1024, "line 3 there is a quotation mark without" },
    { "name\n", '\n', 8 * 1024 * 1024, "There is no company in it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize start = strlen (rows[i].head);
    g_autofree char *text = g_malloc (start + rows[i].length + 1);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = NULL;
    gint64 begin = g_get_monotonic_time ();

    memcpy (text, rows[i].head, start);
    memset (text + start, rows[i].filler, rows[i].length);
    text[start + rows[i].length] = '\0';
    drafts = ctl_import_read (text, start + rows[i].length, &error);
    g_test_message ("%u: %.2f s", i, (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
    g_assert_null (drafts);
    g_assert_nonnull (strstr (error->message, rows[i].words));
  }
}

/* As many columns as there may be, and one of the longest cells. */
static void
test_wide (Fixture *self, gconstpointer data)
{
  GString *text = g_string_new ("name");
  g_autofree char *wide = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  for (guint i = 1; i < 1000; i++)
    g_string_append_c (text, ',');
  g_string_append (text, "\nA,\"");
  for (guint i = 0; i < 1024 * 1024 - 10; i++)
    g_string_append_c (text, i % 80 == 0 ? '\n' : 'x');
  g_string_append (text, "\"\nB\n");
  wide = g_string_free (text, FALSE);
  drafts = ctl_import_read (wide, strlen (wide), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 2);
}

static Outcome
import (Fixture *self, const char *text, const char *options)
{
  g_autofree char *path = g_build_filename (self->directory, "import", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return fixture_run (self, NULL, "companies import %s --format csv %s", path, options);
}

static void
test_program (Fixture *self, gconstpointer data)
{
  const char *text =
      "name,description,tags\r\nNew One,\"a \"\"b\"\"\",\"{\"\"k\"\":\"\"v\"\"}\"\r\n"
      "New One,,\r\nHarbour & Vale Bakery Ltd,,\r\n";
  guint before = sandbox_server_get_n_companies (self->server);
  g_auto (Outcome) dry = import (self, text, "--dry-run");
  guint after_dry = sandbox_server_get_n_companies (self->server);
  g_auto (Outcome) made = import (self, text, "");
  g_auto (Outcome) again = import (self, text, "--quiet");
  g_auto (Outcome) found = fixture_run (self, NULL, "companies find 'new one' --format json");

  outcome_assert_exit (&dry, 0);
  g_assert_true (g_str_has_prefix (dry.out, "name,result,id\r\nNew One,new,\r\n"
                                            "New One,exists,\r\nHarbour & Vale Bakery "
                                            "Ltd,exists,"));
  g_assert_cmpstr (dry.err, ==, "1 of 3 companies would be made.\n");
  g_assert_cmpuint (after_dry, ==, before);
  outcome_assert_exit (&made, 0);
  g_assert_true (g_str_has_prefix (made.out, "name,result,id\r\nNew One,created,"));
  g_assert_cmpstr (made.err, ==, "1 of 3 companies were made.\n");
  outcome_assert_exit (&again, 0);
  g_assert_null (strstr (again.out, "created"));
  g_assert_cmpstr (again.err, ==, "");
  g_assert_cmpuint (sandbox_server_get_n_companies (self->server), ==, before + 1);
  g_assert_nonnull (strstr (found.out, "\"description\":\"a \\\"b\\\"\""));
  g_assert_nonnull (strstr (found.out, "\"tags\":{\"k\":\"v\"}"));
}

/* What a name would tell a terminal is not said to it, and which company stopped the rest is. */
static void
test_remarks (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) bad = import (self, "name\nA\033]0;x\a\n", "");
  g_auto (Outcome) stopped = { 0 };

  outcome_assert_failed (&bad, CTL_EXIT_REFUSED);
  g_assert_nonnull (strstr (bad.err, "“A]0;x” cannot be made"));
  g_assert_null (strchr (bad.err, '\033'));
  g_assert_true (sandbox_server_set_fault (self->server, "create-company-500"));
  stopped = import (self, "name\nLast One\n", "");
  outcome_assert_exit (&stopped, CTL_EXIT_NETWORK);
  g_assert_true (g_str_has_prefix (stopped.err, "“Last One” was not made.\ntributaryctl: "));
}

/* One row that cannot be made, and nothing is. */
static void
test_whole (Fixture *self, gconstpointer data)
{
  guint before = sandbox_server_get_n_companies (self->server);
  g_auto (Outcome) bad = import (self, "name\nGood\nA[1]\n", "");
  g_auto (Outcome) piped = fixture_run (self, "name\nPiped\n", "companies import -");
  g_auto (Outcome) none = fixture_run (self, NULL, "companies import /nowhere");

  outcome_assert_failed (&bad, 5);
  g_assert_nonnull (strstr (bad.err, "“A[1]” cannot be made, so nothing was"));
  outcome_assert_exit (&piped, 0);
  outcome_assert_failed (&none, 1);
  g_assert_cmpuint (sandbox_server_get_n_companies (self->server), ==, before + 1);
  /* Made, although the answer was a failure: it is found, and not made again. */
  g_assert_true (sandbox_server_set_fault (self->server, "create-company-lost"));
  {
    g_auto (Outcome) lost = import (self, "name\nLost\n", "");
    g_auto (Outcome) again = import (self, "name\nLost\n", "");

    outcome_assert_exit (&again, 0);
  }
  g_assert_cmpuint (sandbox_server_get_n_companies (self->server), ==, before + 2);
}

/* What was exported, in each format, is known when it comes back. */
static void
test_round_trip (Fixture *self, gconstpointer data)
{
  const char *const formats[] = { "csv", "json", "jsonl" };
  guint before = sandbox_server_get_n_companies (self->server);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_auto (Outcome) exported =
        fixture_run (self, NULL, "companies export --format %s", formats[i]);
    g_auto (Outcome) imported = import (self, exported.out, "");

    outcome_assert_exit (&imported, 0);
    g_assert_null (strstr (imported.out, "created"));
  }
  g_assert_cmpuint (sandbox_server_get_n_companies (self->server), ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("import/csv", 0, test_csv);
  FIXTURE_ADD ("import/kinds", 0, test_kinds);
  FIXTURE_ADD ("import/bad", 0, test_bad);
  FIXTURE_ADD ("import/bounds", 0, test_bounds);
  FIXTURE_ADD ("import/wide", 0, test_wide);
  FIXTURE_ADD ("import/remarks", 0, test_remarks);
  FIXTURE_ADD ("import/program", 0, test_program);
  FIXTURE_ADD ("import/whole", 0, test_whole);
  FIXTURE_ADD ("import/round-trip", 0, test_round_trip);
  return g_test_run ();
}
