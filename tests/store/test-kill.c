/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_KILLS 20
#define WRITER "--write-in"

/* A program that writes is killed at any moment: what it said was written must be there. */

/* The child: writes for ever, and tells each write that the store acknowledged. */
static int
write_for_ever (const char *directory)
{
  TribStore *store = must_open_store (directory);

  for (guint i = 1;; i++) {
    g_autofree char *name = g_strdup_printf ("blob-%u", i);
    g_autoptr (TribStoreAccount) account = make_account (ID_ONE, name);

    if (!save_blob (store, ID_ONE, name, name, NULL) || !save_account (store, account, NULL))
      return 1;
    printf ("%u\n", i);
    fflush (stdout);
  }
}

static guint
read_number (GDataInputStream *lines)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

  g_assert_no_error (error);
  return line != NULL ? (guint) strtoul (line, NULL, 10) : 0;
}

/* Returns the last write that was acknowledged before the end. */
static guint
write_and_kill (const char *directory, guint lines_before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                    "/proc/self/exe", WRITER, directory, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  guint last = 0;
  guint number;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (guint i = 0; i < lines_before; i++)
    last = read_number (lines);
  g_subprocess_force_exit (child);
  while ((number = read_number (lines)) != 0)
    last = number;
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child));
  return last;
}

static void
check_after_kill (const char *directory, guint last)
{
  TribStore *store = must_open_store (directory);
  g_autofree char *name = g_strdup_printf ("blob-%u", last);
  g_autofree char *text = load_blob (store, ID_ONE, name, NULL, NULL);
  g_autoptr (GListModel) accounts = list_accounts (store, NULL);
  g_autofree char *verdict = NULL;

  g_assert_null (trib_store_get_moved_aside (store));
  if (last > 0) {
    g_assert_cmpstr (text, ==, name);
    g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 1);
  }
  must_close_store (store);
  verdict = query_sql (directory, "PRAGMA integrity_check");
  g_assert_cmpstr (verdict, ==, "ok");
}

static void
test_kill (void)
{
  g_autofree char *directory = make_directory ();

  for (guint i = 0; i < N_KILLS; i++)
    check_after_kill (directory, write_and_kill (directory, i % 7));
  g_assert_cmpuint (count_moved_aside (directory), ==, 0);
  remove_directory (directory);
}

/* Killed while the file is made: the next start makes it. */
static void
test_kill_at_birth (void)
{
  for (guint i = 0; i < 3; i++) {
    g_autofree char *directory = make_directory ();

    check_after_kill (directory, write_and_kill (directory, 0));
    remove_directory (directory);
  }
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], WRITER) == 0)
    return write_for_ever (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill/writing", test_kill);
  g_test_add_func ("/store/kill/at-birth", test_kill_at_birth);
  return g_test_run ();
}
