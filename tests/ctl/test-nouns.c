/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <string.h>

/* What the verbs about data, webhooks, keys, platforms and companies print when all goes well. */

static Outcome
run (Fixture *self, const char *line)
{
  g_autofree char *filled = fixture_fill (self, line);
  Outcome outcome = fixture_run (self, NULL, "%s", filled);

  g_test_message ("%s", filled);
  outcome_assert_exit (&outcome, 0);
  return outcome;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (text = strstr (text, part); text != NULL; text = strstr (text + 1, part))
    n++;
  return n;
}

static void
test_data_status (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) json = run (self, "data status {company} --format json");
  g_auto (Outcome) lines = run (self, "data status {company} --format jsonl");
  g_auto (Outcome) csv = run (self, "data status {company} --format csv");
  g_auto (Outcome) none = fixture_run (self, NULL, "data status %s", FIXTURE_NOBODY);

  /* Codat answers an object by data type. */
  g_assert_true (g_str_has_prefix (json.out, "{\""));
  g_assert_nonnull (strstr (json.out, "\":{\"dataType\":\""));
  g_assert_null (strstr (json.out, "\"results\""));
  g_assert_cmpuint (count (json.out, "\"dataType\""), ==, count (lines.out, "\n"));
  g_assert_true (g_str_has_prefix (csv.out, "dataType,currentStatus,lastSuccessfulSync\r\n"));
  g_assert_cmpuint (count (csv.out, "\r\n"), ==, count (lines.out, "\n") + 1);
  outcome_assert_failed (&none, 4);
}

static void
test_data_refresh (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) before = run (self, "data history {company} --format jsonl");
  g_auto (Outcome) one = run (self, "data refresh {company} --type commerce-orders --format json");
  g_auto (Outcome) all = run (self, "data refresh {company} --quiet");
  g_auto (Outcome) after = run (self, "data history {company} --format jsonl");
  g_auto (Outcome) table = run (self, "data history {company} --format table");
  g_autofree char *bad = fixture_fill (self, "data refresh {company} --type nonsense");
  g_auto (Outcome) unknown = fixture_run (self, NULL, "%s", bad);
  g_auto (Outcome) none = fixture_run (self, NULL, "data history %s", FIXTURE_NOBODY);
  g_autofree char *id = fixture_dup_member (one.out, "id");

  g_assert_nonnull (strstr (one.out, "\"dataType\":\"commerce-orders\""));
  g_assert_cmpstr (all.out, ==, "");
  g_assert_cmpuint (count (after.out, "\n"), >, count (before.out, "\n"));
  g_assert_nonnull (strstr (after.out, id));
  g_assert_true (g_str_has_prefix (table.out, "ID  "));
  g_assert_nonnull (strstr (table.out, "REQUESTED"));
  outcome_assert_failed (&unknown, 4);
  outcome_assert_failed (&none, 4);
}

/* Each change is a line, and the last look at each data type is a final one. */
static void
test_data_watch (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) refreshed = run (self, "data refresh {company} --quiet");
  g_autofree char *line = fixture_fill (self, "data watch {company} --format jsonl");
  g_autoptr (GSubprocess) process = fixture_spawn (self, line);
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  char byte;

  g_assert_cmpint (
      g_input_stream_read (g_subprocess_get_stdout_pipe (process), &byte, 1, NULL, &error), ==, 1);
  sandbox_server_advance (self->server, 24 * 60 * 60);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_nonnull (strstr (out, "\"currentStatus\":\"Complete\""));
  g_assert_true (g_str_has_suffix (out, "}\n"));
}

static void
test_webhooks (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) made =
      run (self, "webhooks create https://h.example/x --event connection.connected "
                 "--event company.created --tag region:uk --disabled --format json");
  g_auto (Outcome) plain = run (self, "webhooks create https://h.example/y --format json");
  g_autofree char *id = fixture_dup_member (made.out, "id");
  g_auto (Outcome) listed = run (self, "webhooks list --format json");
  g_auto (Outcome) csv = run (self, "webhooks list --format csv");
  g_auto (Outcome) http = fixture_run (self, NULL, "webhooks create http://h.example/");
  g_auto (Outcome) gone = fixture_run (self, NULL, "webhooks delete %s --yes", id);
  g_auto (Outcome) twice = fixture_run (self, NULL, "webhooks delete %s --yes", id);
  g_auto (Outcome) after = run (self, "webhooks list --format jsonl");

  g_assert_nonnull (strstr (made.out, "\"disabled\":true"));
  g_assert_nonnull (
      strstr (made.out, "\"eventTypes\":[\"connection.connected\",\"company.created\"]"));
  g_assert_nonnull (strstr (made.out, "\"companyTags\":[\"region:uk\"]"));
  g_assert_nonnull (strstr (plain.out, "\"disabled\":false"));
  g_assert_true (g_str_has_prefix (listed.out, "{\"results\":[{\"id\":\""));
  g_assert_nonnull (strstr (listed.out, id));
  g_assert_true (g_str_has_prefix (csv.out, "id,url,disabled,eventTypes,companyTags\r\n"));
  g_assert_nonnull (
      strstr (csv.out, ",true,\"[\"\"connection.connected\"\",\"\"company.created\"\"]\","));
  outcome_assert_failed (&http, 5);
  outcome_assert_exit (&gone, 0);
  g_assert_cmpstr (gone.out, ==, "");
  g_assert_cmpstr (gone.err, ==, "It is deleted.\n");
  outcome_assert_failed (&twice, 4);
  g_assert_null (strstr (after.out, id));
  g_assert_nonnull (strstr (after.out, "https://h.example/y"));
}

/* The value of a key is shown once, when it is made, and it works until it is deleted. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) made = run (self, "keys create Till --format json");
  g_autofree char *id = fixture_dup_member (made.out, "id");
  g_autofree char *key = fixture_dup_member (made.out, "apiKey");
  g_autofree char *script =
      g_strdup_printf ("set -- $CTL; echo '%s' | $1 $2 $3 --key-file - profile show", key);
  g_auto (Outcome) listed = run (self, "keys list --format json");
  g_auto (Outcome) table = run (self, "keys list --format table");
  g_auto (Outcome) works = fixture_shell (self, script);
  g_auto (Outcome) gone = fixture_run (self, NULL, "keys delete %s --yes", id);
  g_auto (Outcome) twice = fixture_run (self, NULL, "keys delete %s --yes", id);
  g_auto (Outcome) refused = fixture_shell (self, script);
  g_auto (Outcome) nameless = fixture_run (self, NULL, "keys create ''");

  g_assert_nonnull (strstr (made.out, "\"name\":\"Till\""));
  g_assert_nonnull (strstr (listed.out, id));
  g_assert_null (strstr (listed.out, key));
  g_assert_null (strstr (listed.out, "apiKey"));
  g_assert_nonnull (strstr (table.out, "Till"));
  outcome_assert_exit (&works, 0);
  outcome_assert_exit (&gone, 0);
  g_assert_cmpstr (gone.err, ==, "It is deleted.\n");
  outcome_assert_failed (&twice, 4);
  outcome_assert_failed (&refused, 3);
  outcome_assert_failed (&nameless, 5);
}

static void
test_integrations (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) enabled = run (self, "integrations list --format jsonl");
  g_auto (Outcome) all = run (self, "integrations list --all --format jsonl");
  g_auto (Outcome) banks =
      run (self, "integrations list --all --source-type banking --format jsonl");
  g_auto (Outcome) odd = run (self, "integrations list --source-type moon --format csv");
  g_auto (Outcome) one = run (self, "integrations show gbol --format json");

  g_assert_null (strstr (enabled.out, "\"enabled\":false"));
  g_assert_nonnull (strstr (all.out, "\"enabled\":false"));
  g_assert_cmpuint (count (all.out, "\n"), >, count (enabled.out, "\n"));
  g_assert_cmpuint (count (banks.out, "\n"), ==, count (banks.out, "\"sourceType\":\"Banking\""));
  g_assert_cmpuint (count (banks.out, "\n"), >, 0);
  g_assert_cmpstr (odd.err, ==, "“moon” is no source type of this version.\n");
  g_assert_cmpuint (count (odd.out, "\r\n"), ==, 1);
  g_assert_nonnull (strstr (one.out, "\"key\":\"gbol\""));
}

static void
test_companies (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) listed = run (self, "companies list --format json");
  g_auto (Outcome) paged = run (self, "companies list --format csv --page-size 3");
  g_auto (Outcome) whole = run (self, "companies list --format csv");
  g_auto (Outcome) few = run (self, "companies list --format jsonl --limit 4 --page-size 3");
  g_auto (Outcome) chosen =
      run (self, "companies list --format jsonl --query 'name~bakery' --order-by -created");
  g_auto (Outcome) made =
      run (self, "companies create 'A - B' --description 'D \"d\"' --tag k=v=w --tag place=here");
  g_auto (Outcome) tagged = run (self, "companies list --format jsonl --tags place=here");
  g_auto (Outcome) exported = run (self, "companies export --format json");
  g_auto (Outcome) bad = fixture_run (self, NULL, "companies list --query 'name~~'");
  g_autofree char *id = fixture_dup_member (made.out, "id");

  /* A link address is another one each time, and no column. */
  g_assert_true (strcmp (whole.out, paged.out) == 0);
  g_assert_cmpuint (count (few.out, "\n"), ==, 4);
  g_assert_cmpuint (count (chosen.out, "akery"), >, 0);
  g_assert_nonnull (strstr (made.out, "\"description\":\"D \\\"d\\\"\""));
  g_assert_nonnull (strstr (made.out, "\"tags\":{\"k\":\"v=w\",\"place\":\"here\"}"));
  g_assert_cmpuint (count (tagged.out, "\n"), ==, 1);
  /* An export has the connections, and no address that could be used to sign in. */
  g_assert_nonnull (strstr (exported.out, "\"dataConnections\":[{"));
  g_assert_null (strstr (exported.out, "linkUrl"));
  g_assert_null (strstr (exported.out, "\"redirect\""));
  g_assert_nonnull (strstr (listed.out, "linkUrl"));
  outcome_assert_exit (&bad, 5);
}

/* A tag that an update does not name stays, and each way to change one does what it says. */
static void
test_update (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) made = run (self, "companies create Tags --tag a=1 --tag b=2");
  g_autofree char *id = fixture_dup_member (made.out, "id");
  const struct {
    const char *options;
    const char *tags;
  } rows[] = {
    { "--name Other", "\"tags\":{\"a\":\"1\",\"b\":\"2\"}" },
    { "--description ''", "\"tags\":{\"a\":\"1\",\"b\":\"2\"}" },
    { "--tag a=3", "\"tags\":{\"a\":\"3\",\"b\":\"2\"}" },
    { "--tag c=4 --remove-tag b", "\"tags\":{\"a\":\"3\",\"c\":\"4\"}" },
    { "--remove-tag nothing", "\"tags\":{\"a\":\"3\",\"c\":\"4\"}" },
    { "--remove-tag a --remove-tag c", "\"tags\":{}" },
  };
  g_auto (Outcome) none = fixture_run (self, NULL, "companies update %s --tag a=b", FIXTURE_NOBODY);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Outcome) outcome =
        fixture_run (self, NULL, "companies update %s %s", id, rows[i].options);

    outcome_assert_exit (&outcome, 0);
    g_assert_nonnull (strstr (outcome.out, rows[i].tags));
    g_assert_nonnull (strstr (outcome.out, i == 0 ? "Other" : "\"name\""));
  }
  outcome_assert_failed (&none, 4);
}

/* A line for each company that needs somebody, and 8; nothing and 0 when all is well. */
static void
test_status (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) json = fixture_run (self, NULL, "status --format jsonl");
  g_auto (Outcome) table = fixture_run (self, NULL, "status --format table");

  outcome_assert_exit (&json, 8);
  g_assert_cmpstr (json.err, ==, "");
  g_assert_nonnull (strstr (json.out, "\"reason\":\""));
  outcome_assert_exit (&table, 8);
  g_assert_true (g_str_has_prefix (table.out, "COMPANYID"));
  g_assert_cmpuint (count (table.out, "\n"), ==, count (json.out, "\n") + 1);
}

/* On a terminal a person reads a table, and only a verdict is JSON everywhere. */
static void
test_terminal (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) table = fixture_shell (
      self, "timeout 20 script -qec \"$CTL companies list --limit 2\" /dev/null < /dev/null");
  g_auto (Outcome) verdict = fixture_shell (
      self, "timeout 20 script -qec \"$CTL redirect check --template "
            "'https://e.com/?c={statusCode}' 'https://e.com/?c=200'\" /dev/null < /dev/null");

  outcome_assert_exit (&table, 0);
  g_assert_nonnull (strstr (table.out, "ID  "));
  outcome_assert_exit (&verdict, 0);
  g_assert_nonnull (strstr (verdict.out, "{\"verdict\":\"capture\",\"statusCode\":200}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("nouns/data-status", 0, test_data_status);
  FIXTURE_ADD ("nouns/data-refresh", 0, test_data_refresh);
  FIXTURE_ADD ("nouns/data-watch", 0, test_data_watch);
  FIXTURE_ADD ("nouns/webhooks", 0, test_webhooks);
  FIXTURE_ADD ("nouns/keys", 0, test_keys);
  FIXTURE_ADD ("nouns/integrations", 0, test_integrations);
  FIXTURE_ADD ("nouns/companies", 0, test_companies);
  FIXTURE_ADD ("nouns/update", 0, test_update);
  FIXTURE_ADD ("nouns/status", 0, test_status);
  FIXTURE_ADD ("nouns/terminal", 0, test_terminal);
  return g_test_run ();
}
