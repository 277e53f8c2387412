/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-cases.h"
#include "ctl-fixture.h"

#include "ctl-verb.h"

#include <string.h>

static char *
make_name (const CtlVerb *verb)
{
  return g_strstrip (g_strdup_printf ("%s %s", verb->noun, verb->name));
}

static void
check (Fixture *self, const char *line, const char *words)
{
  g_auto (Outcome) outcome = fixture_run (self, NULL, "%s", line);

  g_test_message ("%s", line);
  outcome_assert_failed (&outcome, 2);
  g_assert_nonnull (strstr (outcome.err, words));
}

static char *
make_words (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, " word");
  return g_string_free (text, FALSE);
}

/* Each verb with a word too few, one too many, and options that it has not. */
static void
test_words (Fixture *self, gconstpointer data)
{
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    g_autofree char *name = make_name (verb);
    g_autofree char *enough = make_words (verb->max_arguments);
    g_autofree char *many = g_strconcat (name, enough, " word", NULL);
    g_autofree char *odd = g_strconcat (name, enough, " --bogus", NULL);
    g_autofree char *single = g_strconcat (name, enough, " -x", NULL);
    g_autofree char *usage = g_strdup_printf ("Usage: %s", name);

    if (verb->min_arguments > 0)
      check (self, name, usage);
    check (self, many, usage);
    check (self, odd, "There is no option --bogus here");
    check (self, single, "There is no option -x");
  }
  g_assert_cmpuint (sandbox_server_get_n_requests (self->server, NULL, "/"), ==, 0);
}

/* Each option without the value that it needs, or with one that it does not take. */
static void
test_options (Fixture *self, gconstpointer data)
{
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    g_autofree char *name = make_name (verb);
    g_autofree char *words = make_words (verb->max_arguments);

    for (const CtlOption *o = verb->options; o != NULL && o->name != NULL; o++) {
      g_autofree char *line =
          g_strdup_printf ("%s%s --%s%s", name, words, o->name, o->value == NULL ? "=1" : "");

      check (self, line, o->value == NULL ? "takes no value" : "needs a value");
    }
  }
  for (const CtlOption *o = ctl_global_options; o->name != NULL; o++) {
    g_autofree char *line =
        g_strdup_printf ("companies list --%s%s", o->name, o->value == NULL ? "=1" : "");

    check (self, line, o->value == NULL ? "takes no value" : "needs a value");
  }
  g_assert_cmpuint (sandbox_server_get_n_requests (self->server, NULL, "/"), ==, 0);
}

static void
test_values (Fixture *self, gconstpointer data)
{
  const struct {
    const char *line;
    const char *words;
  } rows[] = {
    { "", "Say what to do: NOUN VERB" },
    { "dance", "There is no noun “dance”" },
    { "companies", "Say what to do: companies VERB" },
    { "companies dance", "There is no verb “companies dance”" },
    { "companies list --format xml", "--format must be table, json, jsonl or csv" },
    { "companies list --format", "--format needs a value" },
    { "companies list --timeout 0", "--timeout must be a number" },
    { "companies list --timeout x", "--timeout must be a number" },
    { "companies list --timeout 999999", "--timeout must be a number" },
    { "companies list --page-size 0", "--page-size must be a number from 1 to 5000" },
    { "companies list --page-size 5001", "--page-size must be a number from 1 to 5000" },
    { "companies list --limit 0", "--limit must be a number" },
    { "companies list --limit -1", "--limit must be a number" },
    { "companies list --limit 1e3", "--limit must be a number" },
    { "companies show nonsense", "" },
    { "companies update " FIXTURE_NOBODY, "Say what is to change" },
    { "companies update " FIXTURE_NOBODY " --tag x", "--tag x is not NAME=VALUE" },
    { "companies create A --tag =x", "--tag =x is not NAME=VALUE" },
    { "companies create A --reuse --tag x", "--tag x is not NAME=VALUE" },
    { "companies delete nonsense --yes", "" },
    { "companies import - --key-file -", "the companies have to be in a file" },
    { "connections list nonsense", "" },
    { "connections show " FIXTURE_NOBODY " nonsense", "" },
    { "connections create nonsense gbol", "" },
    { "connections unlink " FIXTURE_NOBODY " nonsense --yes", "" },
    { "connections delete nonsense " FIXTURE_NOBODY " --yes", "" },
    { "connections link " FIXTURE_NOBODY " " FIXTURE_NOBODY " --wait x", "--wait must be" },
    { "data status nonsense", "" },
    { "data refresh nonsense", "" },
    { "data history nonsense", "" },
    { "data watch nonsense", "" },
    { "webhooks delete nonsense --yes", "This is no id of a webhook consumer" },
    { "webhooks verify", "--secret-file is missing" },
    { "webhooks verify --secret-file x", "--id is missing" },
    { "webhooks verify --secret-file x --id 1", "--timestamp is missing" },
    { "webhooks verify --secret-file x --id 1 --timestamp 1", "--signature is missing" },
    { "redirect check https://e.com/", "--template" },
    { "redirect check --template nonsense https://e.com/", "This is no redirect template" },
    { "accounts add A --environment moon", "--environment must be live or test" },
    { "accounts add A --redirect-url nonsense", "This is no redirect template" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (self, rows[i].line, rows[i].words);
  g_assert_cmpuint (sandbox_server_get_n_requests (self->server, NULL, "/"), ==, 0);
}

/* The error comes as was asked, however the rest of the line goes wrong. */
static void
test_json (Fixture *self, gconstpointer data)
{
  const char *const lines[] = { "--format json companies dance",
                                "companies list --format json --bogus",
                                "companies list --format=json --limit x" };
  g_auto (Outcome) odd = fixture_shell (self, "$CTL companies find $'\\xff'");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_auto (Outcome) outcome = fixture_run (self, NULL, "%s", lines[i]);

    outcome_assert_exit (&outcome, 2);
    g_assert_cmpstr (outcome.out, ==, "");
    g_assert_true (g_str_has_prefix (outcome.err, "{\"error\":\""));
    g_assert_true (g_str_has_suffix (outcome.err, ".\",\"exitCode\":2}\n"));
  }
  outcome_assert_failed (&odd, 2);
}

/* What looks like an option is a word behind "--", and --NAME=VALUE is --NAME VALUE. */
static void
test_dashes (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) word = fixture_run (self, NULL, "companies find --format=csv -- --reuse");
  g_auto (Outcome) made = fixture_run (self, NULL, "companies create -- --Odd");
  g_auto (Outcome) found = fixture_run (self, NULL, "companies find --format=csv -- --odd");

  outcome_assert_exit (&word, 0);
  g_assert_cmpstr (word.out, ==, "id,name,description,created,lastSync,products,tags\r\n");
  outcome_assert_exit (&made, 0);
  outcome_assert_exit (&found, 0);
  /* The name begins with what a spreadsheet would compute. */
  g_assert_nonnull (strstr (found.out, ",\"'--Odd\","));
}

static void
test_help (Fixture *self, gconstpointer data)
{
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    g_autofree char *name = make_name (verb);
    g_auto (Outcome) own = fixture_run (self, NULL, "%s --help", name);
    g_auto (Outcome) noun = fixture_run (self, NULL, "%s -h", verb->noun);

    g_test_message ("%s", name);
    outcome_assert_exit (&own, 0);
    outcome_assert_exit (&noun, 0);
    g_assert_cmpstr (own.err, ==, "");
    g_assert_cmpstr (noun.err, ==, "");
    g_assert_true (g_str_has_prefix (own.out, "Usage: tributaryctl [GLOBAL OPTIONS] "));
    g_assert_nonnull (strstr (own.out, "\nExamples:\n  tributaryctl "));
    g_assert_nonnull (strstr (noun.out, "\nExamples:\n  tributaryctl "));
    for (const CtlOption *o = verb->options; o != NULL && o->name != NULL; o++) {
      g_autofree char *line = g_strdup_printf (
          "\n  --%s%s%s  ", o->name, o->value != NULL ? " " : "", o->value != NULL ? o->value : "");

      g_assert_true (strstr (own.out, line) != NULL || strlen (line) > 28);
      g_assert_nonnull (strstr (own.out, o->help));
    }
  }
  g_assert_cmpuint (sandbox_server_get_n_requests (self->server, NULL, "/"), ==, 0);
}

static void
test_whole_help (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) whole = fixture_run (self, NULL, "--help");
  g_auto (Outcome) version = fixture_run (self, NULL, "--version");

  outcome_assert_exit (&whole, 0);
  g_assert_cmpstr (whole.err, ==, "");
  for (const CtlOption *o = ctl_global_options; o->name != NULL; o++)
    g_assert_nonnull (strstr (whole.out, o->help));
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    g_assert_nonnull (strstr (whole.out, verb->noun));
    g_assert_nonnull (strstr (whole.out, verb->name));
  }
  outcome_assert_exit (&version, 0);
  g_assert_cmpstr (version.out, ==, "tributaryctl " PACKAGE_VERSION "\n");
}

/* Each verb that removes: refused without a terminal, asked on one, and a "no" is a no. */
static void
test_confirm (Fixture *self, gconstpointer data)
{
  for (const CtlCase *c = ctl_cases; c->verb != NULL; c++) {
    g_autofree char *arguments = fixture_fill (self, c->arguments);
    g_autofree char *asked = g_strdup_printf (
        "echo n | timeout 20 script -qec \"$CTL %s %s\" /dev/null", c->verb, arguments);
    g_auto (Outcome) refused = { 0 }, no = { 0 };

    if ((c->flags & CTL_CASE_REMOVES) == 0 || (c->flags & CTL_CASE_LOCAL) != 0)
      continue;
    g_test_message ("%s", c->verb);
    refused = fixture_run (self, NULL, "%s %s", c->verb, arguments);
    outcome_assert_failed (&refused, 5);
    g_assert_nonnull (strstr (refused.err, "--yes"));
    no = fixture_shell (self, asked);
    outcome_assert_exit (&no, 5);
    g_assert_nonnull (strstr (no.out, " [y/N] "));
    g_assert_nonnull (strstr (no.out, "Nothing was changed."));
  }
  g_assert_cmpuint (sandbox_server_get_n_requests (self->server, "DELETE", "/"), ==, 0);
  g_assert_cmpuint (sandbox_server_get_n_requests (self->server, "PATCH", "/"), ==, 0);
}

static void
test_yes (Fixture *self, gconstpointer data)
{
  g_autofree char *script = fixture_fill (self, "echo y | timeout 20 script -qec "
                                                "\"$CTL connections delete {company} "
                                                "{connection}\" /dev/null");
  g_auto (Outcome) yes = fixture_shell (self, script);

  outcome_assert_exit (&yes, 0);
  g_assert_nonnull (strstr (yes.out, "It is deleted."));
  g_assert_cmpuint (sandbox_server_get_n_requests (self->server, "DELETE", "/"), ==, 1);
}

/* A remark is for a person; --quiet leaves it away, and data never goes to standard error. */
static void
test_quiet (Fixture *self, gconstpointer data)
{
  g_autofree char *line = fixture_fill (self, "data refresh {company}");
  g_auto (Outcome) loud = fixture_run (self, NULL, "%s", line);
  g_auto (Outcome) quiet = fixture_run (self, NULL, "%s --quiet", line);
  g_auto (Outcome) wrong = fixture_run (self, NULL, "companies show %s --quiet", FIXTURE_NOBODY);
  g_auto (Outcome) verbose = fixture_run (self, NULL, "profile show --verbose");
  g_auto (Outcome) plain = fixture_run (self, NULL, "profile show");

  outcome_assert_exit (&loud, 0);
  g_assert_cmpstr (loud.out, ==, "");
  g_assert_cmpstr (loud.err, ==, "Every data type will be read again.\n");
  outcome_assert_exit (&quiet, 0);
  g_assert_cmpstr (quiet.out, ==, "");
  g_assert_cmpstr (quiet.err, ==, "");
  outcome_assert_failed (&wrong, 4);
  outcome_assert_exit (&verbose, 0);
  g_assert_nonnull (strstr (verbose.err, "GET http://127.0.0.1:"));
  g_assert_nonnull (strstr (verbose.err, "/profile: 200, "));
  g_assert_cmpstr (verbose.out, ==, plain.out);
  g_assert_cmpstr (plain.err, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("usage/words", 0, test_words);
  FIXTURE_ADD ("usage/options", 0, test_options);
  FIXTURE_ADD ("usage/values", 0, test_values);
  FIXTURE_ADD ("usage/json", 0, test_json);
  FIXTURE_ADD ("usage/dashes", 0, test_dashes);
  FIXTURE_ADD ("usage/help", 0, test_help);
  FIXTURE_ADD ("usage/whole-help", 0, test_whole_help);
  FIXTURE_ADD ("usage/confirm", 0, test_confirm);
  FIXTURE_ADD ("usage/yes", 0, test_yes);
  FIXTURE_ADD ("usage/quiet", 0, test_quiet);
  return g_test_run ();
}
