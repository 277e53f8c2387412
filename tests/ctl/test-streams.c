/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <signal.h>
#include <string.h>

static const char *const formats[] = { "table", "json", "jsonl", "csv" };

static void
test_full (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) help = fixture_shell (self, "$CTL --help > /dev/full");
  g_auto (Outcome) limited =
      fixture_shell (self, "ulimit -f 1; $CTL companies list > \"$(mktemp)\"");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *script =
        g_strdup_printf ("$CTL companies list --format %s > /dev/full", formats[i]);
    g_auto (Outcome) outcome = fixture_shell (self, script);

    outcome_assert_exit (&outcome, 1);
    g_assert_cmpstr (outcome.out, ==, "");
    g_assert_nonnull (strstr (outcome.err, "No space left"));
  }
  outcome_assert_failed (&help, 1);
  outcome_assert_failed (&limited, 1);
  g_assert_nonnull (strstr (limited.err, "File too large"));
}

/* A reader that has had enough is no failure, and nobody is told. */
static void
test_head (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *script = g_strdup_printf (
        "set -o pipefail; $CTL companies list --format %s | head -n 1", formats[i]);
    g_auto (Outcome) outcome = fixture_shell (self, script);

    outcome_assert_exit (&outcome, 0);
    g_assert_cmpstr (outcome.err, ==, "");
    g_assert_true (strchr (outcome.out, '\n')[1] == '\0');
  }
}

/* The place of a closed stream is not taken by a socket or a file. */
static void
test_closed (Fixture *self, gconstpointer data)
{
  const struct {
    const char *script;
    int code;
  } rows[] = {
    { "timeout 20 $CTL companies list >&-", 1 },
    { "timeout 20 $CTL --help >&-", 1 },
    { "timeout 20 $CTL companies list >&- <&-", 1 },
    { "timeout 20 $CTL companies import - <&-", 1 },
  };
  g_auto (Outcome) in = fixture_shell (self, "timeout 20 $CTL profile show <&-");
  g_auto (Outcome) err = fixture_shell (self, "timeout 20 $CTL companies show x 2>&-");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Outcome) outcome = fixture_shell (self, rows[i].script);

    g_test_message ("%s", rows[i].script);
    outcome_assert_failed (&outcome, rows[i].code);
  }
  outcome_assert_exit (&in, 0);
  outcome_assert_exit (&err, 2);
  g_assert_cmpstr (err.out, ==, "");
}

/* A disk that is full in the middle of an image leaves no half of one. */
static void
test_save (Fixture *self, gconstpointer data)
{
  g_autofree char *script = fixture_fill (
      self, "(ulimit -f 4; $CTL integrations branding gbol --save {dir}/a); code=$?;"
            "find {dir}/a -type f -size 0 -o -name '*.png.*' | wc -l >&2; exit $code");
  g_autofree char *file = fixture_fill (self, "integrations branding gbol --save {dir}/key");
  g_autofree char *good = fixture_fill (self, "integrations branding gbol --save {dir}/b/c");
  g_autofree char *image = g_build_filename (self->directory, "b/c/gbol-logo-full.png", NULL);
  g_auto (Outcome) full = fixture_shell (self, script);
  g_auto (Outcome) none = fixture_run (self, NULL, "%s", file);
  g_auto (Outcome) saved = fixture_run (self, NULL, "%s", good);

  outcome_assert_exit (&full, 1);
  g_assert_cmpstr (full.out, ==, "");
  g_assert_nonnull (strstr (full.err, "The image was not saved"));
  g_assert_true (g_str_has_suffix (full.err, "\n0\n"));
  outcome_assert_failed (&none, 1);
  outcome_assert_exit (&saved, 0);
  g_assert_true (g_file_test (image, G_FILE_TEST_IS_REGULAR));
  g_assert_nonnull (strstr (saved.err, image));
}

static void
wait_and_check (GSubprocess *process, int code)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &text, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, code);
  g_assert_true (g_str_has_prefix (text, "tributaryctl: Interrupted.\n"));
}

/* The reader stops reading, so the program is in the middle of a write when the signal comes. */
static void
test_interrupt (Fixture *self, gconstpointer data)
{
  const int signals[] = { SIGINT, SIGTERM, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
    g_autoptr (GSubprocess) process =
        fixture_spawn (self, "companies list --format jsonl --page-size 1000");
    GInputStream *out = g_subprocess_get_stdout_pipe (process);
    g_autoptr (GError) error = NULL;
    char byte;

    g_assert_cmpint (g_input_stream_read (out, &byte, 1, NULL, &error), ==, 1);
    g_assert_no_error (error);
    g_subprocess_send_signal (process, signals[i]);
    wait_and_check (process, 130);
  }
}

/* A signal while it waits for an answer, for somebody to sign in, and for the next look. */
static void
test_interrupt_wait (Fixture *self, gconstpointer data)
{
  const char *const lines[] = { "connections link {company} {connection} --wait 600",
                                "data watch {company} --format jsonl" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *line = fixture_fill (self, lines[i]);
    g_auto (Outcome) made = fixture_run (self, NULL, "connections create %s gbol", self->company);
    g_auto (Outcome) refreshed = fixture_run (self, NULL, "data refresh %s", self->company);
    g_autofree char *connection = fixture_dup_member (made.out, "id");
    g_autoptr (GString) text = g_string_new (line);
    g_autoptr (GSubprocess) process = NULL;
    g_autoptr (GError) error = NULL;
    char byte;

    g_string_replace (text, self->connection, connection, 0);
    process = fixture_spawn (self, text->str);
    g_assert_cmpint (
        g_input_stream_read (g_subprocess_get_stdout_pipe (process), &byte, 1, NULL, &error), ==,
        1);
    g_subprocess_send_signal (process, SIGINT);
    wait_and_check (process, 130);
  }
}

/* Killed in the middle, a list is no JSON that could be taken for a whole one, and an import goes
 * on where it was: whatever came before, in the end each company is there once. */
static void
test_kill (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("name\n");
  g_autofree char *path = g_build_filename (self->directory, "many.csv", NULL);
  g_autofree char *line = fixture_fill (self, "companies import {dir}/many.csv --format jsonl");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  guint before;
  char byte;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "Killed %u\n", i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  before = sandbox_server_get_n_companies (self->server);
  process = fixture_spawn (self, line);
  g_assert_cmpint (
      g_input_stream_read (g_subprocess_get_stdout_pipe (process), &byte, 1, NULL, &error), ==, 1);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, &error);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpuint (sandbox_server_get_n_companies (self->server), <, before + 200);
  {
    g_auto (Outcome) again = fixture_run (self, NULL, "%s --timeout 100", line);

    outcome_assert_exit (&again, 0);
  }
  g_assert_cmpuint (sandbox_server_get_n_companies (self->server), ==, before + 200);
}

/* The key comes in by standard input or a file, so nobody who lists processes sees it. */
static void
test_argv (Fixture *self, gconstpointer data)
{
  g_autofree char *script = fixture_fill (
      self, "set -- $CTL; $1 $2 $3 --key-file - companies list --format jsonl < {dir}/key |"
            "(read -r line; for p in $(pgrep -P $$; pgrep -P $BASHPID); do"
            " grep -F -f {dir}/key /proc/$p/cmdline /proc/$p/environ && exit 9; done; exit 0)");
  g_auto (Outcome) outcome = fixture_shell (self, script);

  outcome_assert_exit (&outcome, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("streams/full", 2000, test_full);
  FIXTURE_ADD ("streams/head", 2000, test_head);
  FIXTURE_ADD ("streams/closed", 0, test_closed);
  FIXTURE_ADD ("streams/save", 0, test_save);
  FIXTURE_ADD ("streams/interrupt", 20000, test_interrupt);
  FIXTURE_ADD ("streams/interrupt-wait", 0, test_interrupt_wait);
  FIXTURE_ADD ("streams/kill", 0, test_kill);
  FIXTURE_ADD ("streams/argv", 20000, test_argv);
  return g_test_run ();
}
