/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <string.h>

#define NOBODY FIXTURE_NOBODY

static char *
make_company (Fixture *self, const char *name)
{
  g_auto (Outcome) outcome = fixture_run (self, NULL, "companies create '%s' --tag a=b", name);

  outcome_assert_exit (&outcome, 0);
  return fixture_dup_member (outcome.out, "id");
}

/* Every verb that reads gives something in every format, and nothing on standard error. */
static void
test_formats (Fixture *self, gconstpointer data)
{
  g_autofree char *id = sandbox_server_dup_company_id (self->server, "Harbour & Vale Bakery Ltd");
  const char *const verbs[] = { "companies list",
                                "companies show %s",
                                "companies find vale",
                                "companies export",
                                "integrations list",
                                "integrations show gbol",
                                "integrations branding gbol",
                                "connections list %s",
                                "data status %s",
                                "profile show" };
  const char *const formats[] = { "table", "json", "jsonl", "csv" };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
    g_auto (GStrv) parts = g_strsplit (verbs[i], "%s", -1);
    g_autofree char *line = g_strjoinv (id, parts);

    for (guint j = 0; j < G_N_ELEMENTS (formats); j++) {
      g_auto (Outcome) outcome = fixture_run (self, NULL, "%s --format %s", line, formats[j]);

      outcome_assert_exit (&outcome, 0);
      g_assert_cmpstr (outcome.err, ==, "");
      g_assert_cmpuint (strlen (outcome.out), >, 0);
      g_assert_true (g_str_has_suffix (outcome.out, "\n"));
      if (j == 1 || j == 2)
        g_assert_true (outcome.out[0] == '{');
      if (j == 3)
        g_assert_nonnull (strstr (outcome.out, "\r\n"));
    }
  }
}

static void
test_companies (Fixture *self, gconstpointer data)
{
  g_autofree char *id = make_company (self, "Ctl Test");
  g_auto (Outcome) again =
      fixture_run (self, NULL, "companies create 'Ctl Test' --reuse --format jsonl");
  g_auto (Outcome) changed =
      fixture_run (self, NULL, "companies update %s --name 'Ctl Two' --tag c=d --remove-tag a", id);
  g_auto (Outcome) found = fixture_run (self, NULL, "companies find 'ctl two' --format csv");
  g_auto (Outcome) few = fixture_run (self, NULL, "companies list --limit 3 --format jsonl");
  g_auto (Outcome) kept = fixture_run (self, NULL, "companies delete %s", id);
  g_auto (Outcome) gone = fixture_run (self, NULL, "companies delete %s --yes", id);
  g_auto (Outcome) twice = fixture_run (self, NULL, "companies delete %s --yes", id);
  g_auto (GStrv) lines = g_strsplit (few.out, "\n", -1);

  outcome_assert_exit (&again, 0);
  g_assert_nonnull (strstr (again.out, id));
  outcome_assert_exit (&changed, 0);
  g_assert_nonnull (strstr (changed.out, "\"c\":\"d\""));
  g_assert_null (strstr (changed.out, "\"a\":"));
  outcome_assert_exit (&found, 0);
  g_assert_nonnull (strstr (found.out, id));
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  outcome_assert_exit (&kept, 5);
  outcome_assert_exit (&gone, 0);
  outcome_assert_exit (&twice, 4);
}

static void
test_connections (Fixture *self, gconstpointer data)
{
  g_autofree char *id = make_company (self, "Ctl Test");
  g_auto (Outcome) made = fixture_run (self, NULL, "connections create %s gbol", id);
  g_autofree char *connection = fixture_dup_member (made.out, "id");
  g_auto (Outcome) link =
      fixture_run (self, NULL, "connections link %s %s --format table", id, connection);
  g_auto (Outcome) waited =
      fixture_run (self, NULL, "connections link %s %s --wait 1", id, connection);
  g_auto (Outcome) refused = fixture_run (self, NULL, "connections unlink %s %s", id, connection);
  g_auto (Outcome) gone =
      fixture_run (self, NULL, "connections delete %s %s --yes", id, connection);
  g_auto (Outcome) twice =
      fixture_run (self, NULL, "connections delete %s %s --yes", id, connection);

  outcome_assert_exit (&made, 0);
  g_assert_nonnull (strstr (made.out, "\"status\":\"PendingAuth\""));
  outcome_assert_exit (&link, 0);
  g_assert_true (g_str_has_prefix (link.out, "http://127.0.0.1:"));
  g_assert_null (strstr (link.err, "otp"));
  outcome_assert_exit (&waited, 6);
  g_assert_null (strstr (waited.err, "otp"));
  outcome_assert_exit (&refused, 5);
  outcome_assert_exit (&gone, 0);
  outcome_assert_exit (&twice, 4);
}

static void
test_exit_codes (Fixture *self, gconstpointer data)
{
  const struct {
    const char *line;
    int code;
  } rows[] = {
    { "companies show " NOBODY, 4 },
    { "companies show nonsense", 2 },
    { "companies show", 2 },
    { "companies show a b", 2 },
    { "companies dance", 2 },
    { "dance", 2 },
    { "companies", 2 },
    { "companies list --limit 0", 2 },
    { "companies list --limit x", 2 },
    { "companies list --page-size 5001", 2 },
    { "companies list --nonsense", 2 },
    { "companies list --limit", 2 },
    { "companies list --format xml", 2 },
    { "companies list --quiet=1", 2 },
    { "companies list --account x", 2 },
    { "companies create 'Umlaut \303\244'", 5 },
    { "companies create ''", 5 },
    { "companies create Tagged --tag nonsense", 2 },
    { "connections list " NOBODY, 4 },
    { "integrations show zzzz", 4 },
    { "integrations branding gbol --save /dev/full", 1 },
    { "status", 8 },
    { "--version", 0 },
    { "--help", 0 },
    { "companies --help", 0 },
    { "companies list -h", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Outcome) outcome = fixture_run (self, NULL, "%s", rows[i].line);

    g_test_message ("%s", rows[i].line);
    outcome_assert_exit (&outcome, rows[i].code);
    if (rows[i].code != 0 && rows[i].code != 8)
      g_assert_true (g_str_has_prefix (outcome.err, "tributaryctl: "));
  }
}

static void
test_servers (Fixture *self, gconstpointer data)
{
  const struct {
    const char *fault;
    int code;
  } rows[] = {
    { "401-everywhere", 3 }, { "403", 3 },  { "402", 5 },      { "cut", 6 },
    { "broken-json", 7 },    { "html", 7 }, { "redirect", 7 },
  };
  g_auto (Outcome) nobody = fixture_shell (
      self, "$TRIBUTARYCTL --base-url http://127.0.0.1:1 --key-file /dev/null profile show");
  g_auto (Outcome) wrong = fixture_shell (
      self, "set -- $CTL; echo wrong | $1 $2 $3 --key-file - profile show --format json");

  outcome_assert_exit (&nobody, 3);
  outcome_assert_exit (&wrong, 3);
  g_assert_true (g_str_has_prefix (wrong.err, "{\"error\":\""));
  g_assert_nonnull (strstr (wrong.err, "\"exitCode\":3"));
  g_assert_nonnull (strstr (wrong.err, "\"correlationId\":"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_true (sandbox_server_set_fault (self->server, rows[i].fault));
    g_auto (Outcome) outcome = fixture_run (self, NULL, "profile show --no-retry --timeout 20");

    g_test_message ("%s", rows[i].fault);
    outcome_assert_exit (&outcome, rows[i].code);
    g_assert_cmpstr (outcome.out, ==, "");
  }
}

/* Who says --no-retry asks once, who does not asks four times. */
static void
test_tries (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *line;
    guint n;
  } rows[] = { { "profile show --no-retry", 1 },
               { "profile show", 4 },
               { "accounts check --no-retry", 1 } };

  g_assert_true (sandbox_server_set_fault (self->server, "503"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint before = sandbox_server_get_n_requests (self->server, "GET", "/profile");
    g_auto (Outcome) outcome = fixture_run (self, NULL, "%s", rows[i].line);

    g_assert_cmpint (outcome.exit_code, !=, 0);
    g_assert_cmpuint (sandbox_server_get_n_requests (self->server, "GET", "/profile") - before, ==,
                      rows[i].n);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("verbs/formats", 0, test_formats);
  FIXTURE_ADD ("verbs/companies", 0, test_companies);
  FIXTURE_ADD ("verbs/connections", 0, test_connections);
  FIXTURE_ADD ("verbs/exit-codes", 0, test_exit_codes);
  FIXTURE_ADD ("verbs/servers", 0, test_servers);
  FIXTURE_ADD ("verbs/tries", 0, test_tries);
  return g_test_run ();
}
