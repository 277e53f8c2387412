/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The accounts of this computer, over the keyring: here a file of libsecret's own. */

static Outcome
bare (Fixture *self, const char *line)
{
  g_autofree char *script = g_strconcat ("$TRIBUTARYCTL ", line, NULL);
  Outcome outcome = fixture_shell (self, script);

  g_test_message ("%s", line);
  return outcome;
}

static void
expect (Fixture *self, const char *line, int code, const char *words)
{
  g_auto (Outcome) outcome = bare (self, line);

  if (code == 0) {
    outcome_assert_exit (&outcome, 0);
    g_assert_cmpstr (outcome.err, ==, "");
    g_assert_nonnull (strstr (outcome.out, words));
  } else {
    outcome_assert_failed (&outcome, code);
    g_assert_nonnull (strstr (outcome.err, words));
  }
}

static void
add (Fixture *self, const char *arguments)
{
  g_auto (Outcome) outcome = fixture_run (self, NULL, "accounts add %s", arguments);

  outcome_assert_exit (&outcome, 0);
  g_assert_cmpstr (outcome.err, ==, "");
  g_assert_true (g_str_has_prefix (outcome.out, "{\"id\":\""));
}

/* Without any account each verb that needs one says what to do. */
static void
test_none (Fixture *self, gconstpointer data)
{
  expect (self, "accounts list", 0, "{\"results\":[]}");
  expect (self, "accounts list --format csv", 0,
          "id,name,baseUrl,redirectUrl,environment,inUse\r\n");
  expect (self, "companies list", 2, "No account is in use");
  expect (self, "accounts check", 2, "No account is in use");
  expect (self, "accounts check One", 4, "no account named “One”");
  expect (self, "accounts check One --key-file /dev/null", 2, "not both");
  expect (self, "companies list --account One", 4, "no account named “One”");
  expect (self, "accounts use One", 4, "no account named “One”");
  expect (self, "accounts remove One --yes", 4, "no account named “One”");
  expect (self, "accounts add One", 2, "--key-file");
}

/* Two accounts, of which the one that was added or chosen last is in use. */
static void
test_two (Fixture *self, gconstpointer data)
{
  add (self, "One --environment test");
  add (self, "Two --redirect-url 'https://e.com/?code={statusCode}'");
  expect (self, "accounts list --format jsonl", 0, "\"name\":\"Two\"");
  {
    g_auto (Outcome) listed = bare (self, "accounts list --format csv");

    g_assert_nonnull (strstr (listed.out, ",test,false\r\n"));
    g_assert_nonnull (strstr (listed.out, ",https://e.com/?code={statusCode},live,true\r\n"));
  }
  expect (self, "profile show", 0, "\"redirectUrl\":\"");
  expect (self, "profile show --account One", 0, "\"redirectUrl\":\"");
  expect (self, "accounts use One", 0, "");
  {
    g_auto (Outcome) listed = bare (self, "accounts list --format csv");

    g_assert_nonnull (strstr (listed.out, ",test,true\r\n"));
    g_assert_nonnull (strstr (listed.out, ",live,false\r\n"));
  }
  expect (self, "accounts check", 0, "\"baseUrl\":\"http://127.0.0.1:");
  expect (self, "accounts check Two", 0, "\"baseUrl\":\"http://127.0.0.1:");
  expect (self, "accounts remove One", 5, "needs --yes");
  expect (self, "accounts remove One --yes", 0, "");
  expect (self, "accounts remove One --yes", 4, "no account named “One”");
  expect (self, "profile show --account One", 4, "no account named “One”");
}

static void
expect_none (Fixture *self)
{
  expect (self, "accounts list", 0, "{\"results\":[]}");
}

/* What the server does not accept is not kept, and neither is what could not be asked. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  const struct {
    const char *fault;
    int code;
  } rows[] = { { "401-everywhere", 3 }, { "403", 3 }, { "broken-json", 7 }, { "html", 7 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Outcome) outcome = { 0 };

    g_assert_true (sandbox_server_set_fault (self->server, rows[i].fault));
    outcome = fixture_run (self, NULL, "accounts add One");
    g_assert_true (sandbox_server_set_fault (self->server, "none"));
    outcome_assert_failed (&outcome, rows[i].code);
    expect_none (self);
  }
  {
    g_auto (Outcome) wrong =
        fixture_shell (self, "set -- $CTL; echo wrong | $1 $2 $3 --key-file - accounts add One");
    g_auto (Outcome) plain =
        fixture_shell (self, "set -- $CTL; $1 --base-url http://e.com $4 $5 accounts add One");
    g_auto (Outcome) nobody = fixture_shell (
        self, "set -- $CTL; $1 --base-url http://127.0.0.1:1 $4 $5 accounts add One --no-retry");

    outcome_assert_failed (&wrong, 3);
    outcome_assert_failed (&plain, 2);
    outcome_assert_failed (&nobody, 6);
  }
  expect_none (self);
}

/* A name once; a key that was typed in, and a name of any letters. */
static void
test_names (Fixture *self, gconstpointer data)
{
  g_auto (Outcome) typed = fixture_shell (
      self, "set -- $CTL; $1 $2 $3 --key-file - accounts add 'Über & \"Söhne\"' < $5");

  outcome_assert_exit (&typed, 0);
  expect (self, "profile show --account 'Über & \"Söhne\"'", 0, "\"name\"");
  add (self, "One");
  {
    g_auto (Outcome) twice = fixture_run (self, NULL, "accounts add One");

    outcome_assert_failed (&twice, 5);
    g_assert_nonnull (strstr (twice.err, "of this name already"));
  }
}

/* A key that is gone from the keyring, a server that has taken it back, a store that is none. */
static void
test_lost (Fixture *self, gconstpointer data)
{
  g_autofree char *keyring = g_build_filename (self->directory, "keyring", NULL);
  g_autofree char *store = g_build_filename (self->directory, "tributary", NULL);

  add (self, "One");
  g_assert_true (sandbox_server_set_fault (self->server, "401-everywhere"));
  expect (self, "accounts check One", 3, "The API key is not accepted");
  g_assert_true (sandbox_server_set_fault (self->server, "none"));
  g_assert_cmpint (g_remove (keyring), ==, 0);
  expect (self, "accounts check One", 3, "");
  expect (self, "profile show", 3, "");
  expect (self, "accounts list --format csv", 0, ",One,");
  expect (self, "accounts remove One --yes", 0, "");
  expect_none (self);
  fixture_remove_tree (store);
  g_assert_true (g_file_set_contents (store, "no folder", -1, NULL));
  expect (self, "accounts list", 1, "");
}

/* The key is in no file that the program writes but the keyring, which is encrypted. */
static void
test_secret (Fixture *self, gconstpointer data)
{
  g_autofree char *script =
      fixture_fill (self, "grep -r -l -F -f {dir}/key {dir} | grep -v '/key$' && exit 9; exit 0");

  add (self, "One");
  expect (self, "companies list --format csv --verbose 2>/dev/null", 0, "id,name");
  {
    g_auto (Outcome) found = fixture_shell (self, script);

    outcome_assert_exit (&found, 0);
  }
}

static void
wait_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for_prompt (GSubprocess *process)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char c;

  while (!g_str_has_suffix (text->str, "Ctrl+D: ")) {
    g_assert_cmpint (
        g_input_stream_read (g_subprocess_get_stderr_pipe (process), &c, 1, NULL, NULL), ==, 1);
    g_string_append_c (text, c);
  }
}

/* A key that is typed into a terminal is read, and not shown there. */
static void
test_typed (Fixture *self, gconstpointer data)
{
  int terminal = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_autoptr (GSubprocessLauncher) launcher = fixture_new_launcher (
      self, G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char *typed = g_strconcat (sandbox_server_get_api_key (self->server), "\n\004", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char shown[1024] = "";

  g_assert_cmpint (grantpt (terminal), ==, 0);
  g_assert_cmpint (unlockpt (terminal), ==, 0);
  g_subprocess_launcher_take_stdin_fd (launcher,
                                       open (ptsname (terminal), O_RDWR | O_NOCTTY | O_CLOEXEC));
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("TRIBUTARYCTL"), "--base-url",
                                         sandbox_server_get_base_url (self->server), "--key-file",
                                         "-", "profile", "show", NULL);
  g_assert_no_error (error);
  wait_for_prompt (process);
  g_assert_cmpint (write (terminal, typed, strlen (typed)), ==, (gssize) strlen (typed));
  g_subprocess_wait_check_async (process, NULL, wait_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_subprocess_wait_check_finish (process, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fcntl (terminal, F_SETFL, O_NONBLOCK), ==, 0);
  g_assert_cmpint (read (terminal, shown, sizeof shown - 1), <, (gssize) sizeof shown);
  close (terminal);
  g_assert_null (strstr (shown, sandbox_server_get_api_key (self->server)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("accounts/none", 0, test_none);
  FIXTURE_ADD ("accounts/two", 0, test_two);
  FIXTURE_ADD ("accounts/refused", 0, test_refused);
  FIXTURE_ADD ("accounts/names", 0, test_names);
  FIXTURE_ADD ("accounts/lost", 0, test_lost);
  FIXTURE_ADD ("accounts/typed", 0, test_typed);
  FIXTURE_ADD ("accounts/secret", 0, test_secret);
  return g_test_run ();
}
