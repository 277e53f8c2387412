/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

/* The command line's promises that need no window. */

static int
run (const char *const *arguments, char **output, char **errors)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (argv, (gpointer) PROGRAM);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  program =
      g_subprocess_newv ((const char *const *) argv->pdata,
                         G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (program, NULL, NULL, output, errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (program));
  return g_subprocess_get_exit_status (program);
}

static void
test_version (void)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_assert_cmpint (run ((const char *[]){ "--version", NULL }, &output, &errors), ==, 0);
  g_assert_cmpstr (output, ==, "tributary " PACKAGE_VERSION "\n");
  g_assert_cmpstr (errors, ==, "");
}

static void
test_wrong_usage (void)
{
  static const char *const lines[][5] = {
    { "--play-main-job", NULL },
    { "--play-main-job", "--screenshots", "somewhere", NULL },
    { "--demo", "--play-main-job", NULL },
    { "--demo", "--screenshots", "somewhere", NULL },
    { "--demo", "--account", "Northwind", NULL },
    { "demo", NULL },
    { "--bogus", NULL },
    { "--account", NULL },
    { "--demo", "https://example.com/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *output = NULL;
    g_autofree char *errors = NULL;

    g_assert_cmpint (run (lines[i], &output, &errors), ==, 2);
    g_assert_cmpstr (output, ==, "");
    g_assert_cmpstr (errors, !=, "");
  }
}

static void
test_help_names_every_option (void)
{
  static const char *const names[] = { "--demo",    "--account",       "--company",    "--data-dir",
                                       "--version", "--play-main-job", "--screenshots" };
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_assert_cmpint (run ((const char *[]){ "--help", NULL }, &output, &errors), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (strstr (output, names[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/command-line/version", test_version);
  g_test_add_func ("/app/command-line/wrong-usage", test_wrong_usage);
  g_test_add_func ("/app/command-line/help", test_help_names_every_option);
  return g_test_run ();
}
