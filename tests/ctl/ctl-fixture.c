/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

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

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

void
fixture_tear_down (Fixture *self, gconstpointer n_companies)
{
  remove_tree (self->directory);
  sandbox_server_stop (self->server);
  g_assert_finalize_object (g_steal_pointer (&self->server));
  g_free (self->directory);
  g_free (self->key_file);
}

void
outcome_clear (Outcome *self)
{
  g_free (self->out);
  g_free (self->err);
}

static GSubprocessLauncher *
make_launcher (Fixture *self, GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);
  g_autofree char *line =
      g_strdup_printf ("%s --base-url %s --key-file %s", g_getenv ("TRIBUTARYCTL"),
                       sandbox_server_get_base_url (self->server), self->key_file);
  g_autofree char *keyring = g_build_filename (self->directory, "keyring", NULL);

  g_subprocess_launcher_setenv (launcher, "CTL", line, TRUE);
  g_subprocess_launcher_setenv (launcher, "TRIBUTARYCTL", g_getenv ("TRIBUTARYCTL"), TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->directory, TRUE);
  g_subprocess_launcher_setenv (launcher, "SECRET_BACKEND", "file", TRUE);
  g_subprocess_launcher_setenv (launcher, "SECRET_FILE_TEST_PATH", keyring, TRUE);
  g_subprocess_launcher_setenv (launcher, "SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  return launcher;
}

static Outcome
communicate (Fixture *self, const char *const *argv, const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher =
      make_launcher (self, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                               G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  const char *key = sandbox_server_get_api_key (self->server);
  Outcome outcome = { 0 };

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input != NULL ? input : "", NULL, &outcome.out,
                                 &outcome.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  outcome.exit_code = g_subprocess_get_exit_status (process);
  /* In no run does the key come out. */
  g_assert_null (strstr (outcome.out, key));
  g_assert_null (strstr (outcome.err, key));
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
                           sandbox_server_get_base_url (self->server), self->key_file, line);
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
      make_launcher (self, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
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
