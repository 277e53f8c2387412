/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *
get_base_url (Fixture *self)
{
  return self->base_url != NULL ? self->base_url : sandbox_server_get_base_url (self->server);
}

void
fixture_set_up (Fixture *self, gconstpointer n_companies)
{
  g_autoptr (GError) error = NULL;

  self->server = sandbox_server_new ();
  sandbox_server_set_n_companies (self->server, GPOINTER_TO_UINT (n_companies));
  sandbox_server_start (self->server, &error);
  g_assert_no_error (error);
  self->directory = g_dir_make_tmp ("tributaryctl-XXXXXX", &error);
  g_assert_no_error (error);
  self->key_file = g_build_filename (self->directory, "key", NULL);
  g_file_set_contents (self->key_file, sandbox_server_get_api_key (self->server), -1, &error);
  g_assert_no_error (error);
}

void
fixture_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    fixture_remove_tree (child);
  }
  g_remove (path);
}

void
fixture_tear_down (Fixture *self, gconstpointer n_companies)
{
  fixture_remove_tree (self->directory);
  sandbox_server_stop (self->server);
  g_assert_finalize_object (g_steal_pointer (&self->server));
  g_free (self->company);
  g_free (self->connection);
  g_free (self->directory);
  g_free (self->key_file);
}

void
outcome_clear (Outcome *self)
{
  g_free (self->out);
  g_free (self->err);
}

void
outcome_assert_exit (const Outcome *self, int code)
{
  if (self->exit_code != code)
    g_test_message ("out: %.500s\nerr: %s", self->out, self->err);
  g_assert_cmpint (self->exit_code, ==, code);
}

void
outcome_assert_failed (const Outcome *self, int code)
{
  const char *end = strchr (self->err, '\n');

  outcome_assert_exit (self, code);
  g_assert_cmpstr (self->out, ==, "");
  if (!g_str_has_prefix (self->err, "tributaryctl: ") || end == NULL || end[-1] != '.' ||
      end[1] != '\0')
    g_test_message ("err: %s", self->err);
  g_assert_true (g_str_has_prefix (self->err, "tributaryctl: "));
  g_assert_nonnull (end);
  g_assert_true (end[-1] == '.' && end[1] == '\0');
}

/* libsecret 0.20 loses the entity tag of its file whenever it opens it, and is not even in the
 * stack: it is GIO's. A block without any frame of ours but main() is such a one. */
static gboolean
is_foreign_leak (const char *block)
{
  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (strstr (lines[i], "/src/") != NULL && strstr (lines[i], ".c:") != NULL &&
        strstr (lines[i], "/src/ctl/main.c:") == NULL && strstr (lines[i], ".cpp:") == NULL)
      return FALSE;
  }
  return TRUE;
}

char *
fixture_strip_leaks (const char *err)
{
  const char *start = strstr (err, "\n=====");
  g_auto (GStrv) blocks = NULL;
  g_autoptr (GString) left = NULL;

  if (g_str_has_prefix (err, "====="))
    start = err;
  if (start == NULL || strstr (start, "LeakSanitizer") == NULL)
    return g_strdup (err);
  left = g_string_new_len (err, start - err);
  blocks = g_strsplit (start, "\n\n", -1);
  for (guint i = 0; blocks[i] != NULL; i++) {
    if (strstr (blocks[i], "leak of ") != NULL && !is_foreign_leak (blocks[i]))
      g_string_append (left, blocks[i]);
  }
  return g_strdup (left->str);
}

static void
find_ids (Fixture *self)
{
  g_auto (Outcome) outcome = { 0 };
  const char *linked;

  if (self->company != NULL)
    return;
  self->company = sandbox_server_dup_company_id (self->server, "Harbour & Vale Bakery Ltd");
  outcome = fixture_run (self, NULL, "connections list %s --format json", self->company);
  linked = strstr (outcome.out, "\"status\":\"Linked\"");
  g_assert_nonnull (linked);
  self->connection =
      fixture_dup_member (g_strrstr_len (outcome.out, linked - outcome.out, "{\"id\":"), "id");
}

char *
fixture_fill (Fixture *self, const char *line)
{
  g_autoptr (GString) text = g_string_new (line);

  find_ids (self);
  g_string_replace (text, "{company}", self->company, 0);
  g_string_replace (text, "{connection}", self->connection, 0);
  g_string_replace (text, "{dir}", self->directory, 0);
  return g_strdup (text->str);
}

GSubprocessLauncher *
fixture_new_launcher (Fixture *self, GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);
  const char *lsan = g_getenv ("LSAN_OPTIONS");
  g_autofree char *leaks = g_strconcat (lsan != NULL ? lsan : "", ":exitcode=0", NULL);
  g_autofree char *line =
      g_strdup_printf ("%s --base-url %s --key-file %s", g_getenv ("TRIBUTARYCTL"),
                       get_base_url (self), self->key_file);
  g_autofree char *keyring = g_build_filename (self->directory, "keyring", NULL);

  g_subprocess_launcher_setenv (launcher, "CTL", line, TRUE);
  g_subprocess_launcher_setenv (launcher, "TRIBUTARYCTL", g_getenv ("TRIBUTARYCTL"), TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->directory, TRUE);
  g_subprocess_launcher_setenv (launcher, "SECRET_BACKEND", "file", TRUE);
  g_subprocess_launcher_setenv (launcher, "SECRET_FILE_TEST_PATH", keyring, TRUE);
  g_subprocess_launcher_setenv (launcher, "SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  /* A leak is told by what it prints, so that it can be looked at; for that its stack is whole. */
  g_subprocess_launcher_setenv (launcher, "LSAN_OPTIONS", leaks, TRUE);
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", "fast_unwind_on_malloc=0", TRUE);
  return launcher;
}

/* The client marks what it makes with a tag of its own; here it is about those that were asked
 * for. */
static char *
drop_mark (const char *text)
{
  g_autoptr (GRegex) mark = g_regex_new (",?\"tributary-intent\":\"[^\"]*\"", 0, 0, NULL);

  return g_regex_replace_literal (mark, text, -1, 0, "", 0, NULL);
}

static Outcome
communicate (Fixture *self, const char *const *argv, const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher =
      fixture_new_launcher (self, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                      G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  const char *key = sandbox_server_get_api_key (self->server);
  g_autofree char *encoded = g_base64_encode ((const guchar *) key, strlen (key));
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  Outcome outcome = { 0 };

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input != NULL ? input : "", NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  outcome.exit_code = g_subprocess_get_exit_status (process);
  outcome.out = drop_mark (out);
  outcome.err = fixture_strip_leaks (err);
  /* In no run does the key come out. */
  g_assert_null (strstr (outcome.out, key));
  g_assert_null (strstr (outcome.err, key));
  g_assert_null (strstr (outcome.out, encoded));
  g_assert_null (strstr (outcome.err, encoded));
  if (strstr (outcome.err, "leak of ") != NULL)
    g_test_message ("%s", outcome.err);
  g_assert_null (strstr (outcome.err, "Sanitizer"));
  g_assert_null (strstr (outcome.err, "leak of "));
  return outcome;
}

Outcome
fixture_run (Fixture *self, const char *input, const char *format, ...)
{
  g_autofree char *line = NULL;
  g_autofree char *whole = NULL;
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  whole = g_strdup_printf ("%s --base-url %s --key-file %s %s", g_getenv ("TRIBUTARYCTL"),
                           get_base_url (self), self->key_file, line);
  g_shell_parse_argv (whole, NULL, &argv, &error);
  g_assert_no_error (error);
  return communicate (self, (const char *const *) argv, input);
}

Outcome
fixture_shell (Fixture *self, const char *script)
{
  const char *const argv[] = { "bash", "-c", script, NULL };

  return communicate (self, argv, NULL);
}

GSubprocess *
fixture_spawn (Fixture *self, const char *line)
{
  g_autoptr (GSubprocessLauncher) launcher =
      fixture_new_launcher (self, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *script = g_strdup_printf ("exec $CTL %s", line);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_launcher_spawn (launcher, &error, "bash", "-c", script, NULL);

  g_assert_no_error (error);
  return process;
}

/* The first text member of that name. */
char *
fixture_dup_member (const char *json, const char *name)
{
  g_autofree char *start = g_strdup_printf ("\"%s\":\"", name);
  const char *value = strstr (json, start);

  g_assert_nonnull (value);
  value += strlen (start);
  return g_strndup (value, strcspn (value, "\""));
}
