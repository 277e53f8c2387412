/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is written down before it is done: in order, by account and journal, and there again however
 * the program ended. */

#define SECRET_NAME "Harbour & Vale"

static gboolean
put (TribStore *store,
     const char *account_id,
     TribStoreJournal journal,
     const char *id,
     const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;
  gboolean good;

  trib_store_put_record_async (store, account_id, journal, id, text, NULL, take_result_cb, &place);
  result = await_result (&place);
  good = trib_store_put_record_finish (store, result, &error);
  g_assert_no_error (error);
  return good;
}

static void
forget (TribStore *store, const char *account_id, TribStoreJournal journal, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;

  trib_store_remove_record_async (store, account_id, journal, id, NULL, take_result_cb, &place);
  result = await_result (&place);
  g_assert_true (trib_store_remove_record_finish (store, result, &error));
  g_assert_no_error (error);
}

/* "id=text" for each record, with a comma between. */
static char *
dup_journal (TribStore *store, const char *account_id, TribStoreJournal journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GAsyncResult *place = NULL;

  trib_store_list_records_async (store, account_id, journal, NULL, take_result_cb, &place);
  result = await_result (&place);
  records = trib_store_list_records_finish (store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (TribStoreRecord) record = g_list_model_get_item (records, i);

    g_assert_cmpint (trib_store_record_get_written_at (record), >, 0);
    g_ptr_array_add (lines, g_strdup_printf ("%s=%s", trib_store_record_get_id (record),
                                             trib_store_record_get_text (record)));
  }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (",", (char **) lines->pdata);
}

static void
assert_journal (TribStore *store,
                const char *account_id,
                TribStoreJournal journal,
                const char *expected)
{
  g_autofree char *found = dup_journal (store, account_id, journal);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_records (void)
{
  TribStore *store = must_open_store (NULL);

  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "");
  put (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "b", "1");
  put (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a", "2");
  put (store, ID_ONE, TRIB_STORE_JOURNAL_SIGN_IN, "a", "3");
  put (store, ID_TWO, TRIB_STORE_JOURNAL_CHANGE, "a", "4");
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "b=1,a=2");
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_SIGN_IN, "a=3");
  assert_journal (store, ID_TWO, TRIB_STORE_JOURNAL_CHANGE, "a=4");
  /* One in place of the other, and now the newest. */
  put (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "b", "5");
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a=2,b=5");
  forget (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a");
  forget (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a");
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "b=5");
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_SIGN_IN, "a=3");
  must_close_store (store);
}

/* With the account goes all that was begun for it, also from the log of the database. */
static void
test_removed_account (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *store = must_open_store (directory);
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  g_autoptr (GError) error = NULL;

  save_account (store, account, &error);
  put (store, ID_ONE, TRIB_STORE_JOURNAL_SIGN_IN, "a", SECRET_NAME);
  put (store, ID_TWO, TRIB_STORE_JOURNAL_SIGN_IN, "a", "other");
  g_assert_true (any_file_contains (directory, SECRET_NAME));
  g_assert_true (remove_account (store, ID_ONE, &error));
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_SIGN_IN, "");
  assert_journal (store, ID_TWO, TRIB_STORE_JOURNAL_SIGN_IN, "a=other");
  must_close_store (store);
  g_assert_false (any_file_contains (directory, SECRET_NAME));
  remove_directory (directory);
}

/* Rows that only a crafted file has are left out. */
static void
test_crafted (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *store = must_open_store (directory);

  put (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "good", "1");
  must_close_store (store);
  run_sql (directory, "INSERT INTO journal VALUES ('" ID_ONE "', 0, 'long',"
                      " printf ('%.*c', 262145, 'x'), 1, 0);"
                      "INSERT INTO journal VALUES ('" ID_ONE "', 0, 'raw',"
                      " CAST (x'ff41' AS TEXT), 2, 0)");
  store = must_open_store (directory);
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "good=1");
  must_close_store (store);
  remove_directory (directory);
}

/* A program of the version before this one has a file without journals. */
static void
test_older_file (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *store = must_open_store (directory);
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (GError) error = NULL;

  save_account (store, account, &error);
  must_close_store (store);
  run_sql (directory, "DROP TABLE journal; PRAGMA user_version = 1");
  store = must_open_store (directory);
  g_assert_null (trib_store_get_moved_aside (store));
  put (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a", "1");
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a=1");
  accounts = list_accounts (store, &error);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 1);
  must_close_store (store);
  remove_directory (directory);
}

static gboolean
is_elsewhere (TribStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) records = NULL;
  g_autoptr (TribStoreRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;

  trib_store_list_records_async (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, NULL, take_result_cb,
                                 &place);
  result = await_result (&place);
  records = trib_store_list_records_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 1);
  record = g_list_model_get_item (records, 0);
  return trib_store_record_get_is_elsewhere (record);
}

/* A program of the version before this one did not say who wrote; its records are nobody's. */
static void
test_file_without_owners (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *version = NULL;
  TribStore *store = must_open_store (directory);

  must_close_store (store);
  run_sql (directory,
           "DROP TABLE journal; CREATE TABLE journal ("
           "  account_id TEXT NOT NULL,"
           "  journal INTEGER NOT NULL,"
           "  id TEXT NOT NULL,"
           "  record TEXT NOT NULL,"
           "  written_at INTEGER NOT NULL,"
           "  PRIMARY KEY (account_id, journal, id)"
           ") STRICT;"
           "INSERT INTO journal VALUES ('" ID_ONE "', 0, 'a', '1', 7); PRAGMA user_version = 2");
  store = must_open_store (directory);
  g_assert_null (trib_store_get_moved_aside (store));
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a=1");
  g_assert_false (is_elsewhere (store));
  put (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a", "2");
  must_close_store (store);
  version = query_sql (directory, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "3");
  store = must_open_store (directory);
  g_assert_null (trib_store_get_moved_aside (store));
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a=2");
  must_close_store (store);
  remove_directory (directory);
}

/* What somebody is doing just now is theirs until they end; then it is anybody's. */
static void
test_owners (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *first = must_open_store (directory);
  TribStore *second = must_open_store (directory);

  put (first, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a", "1");
  g_assert_false (is_elsewhere (first));
  g_assert_true (is_elsewhere (second));
  must_close_store (first);
  g_assert_false (is_elsewhere (second));
  first = must_open_store (directory);
  put (second, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a", "1");
  g_assert_true (is_elsewhere (first));
  run_sql (directory, "UPDATE journal SET owner = -9223372036854775808");
  g_assert_false (is_elsewhere (first));
  run_sql (directory, "UPDATE journal SET owner = 9223372036854775807");
  g_assert_false (is_elsewhere (first));
  must_close_store (second);
  must_close_store (first);
  remove_directory (directory);
}

static int
be_killed (const char *directory)
{
  TribStore *store = must_open_store (directory);

  put (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a", "begun");
  kill (getpid (), SIGKILL);
  return 1;
}

/* Killed the moment after the answer. */
static void
test_killed (gconstpointer program)
{
  g_autofree char *directory = make_directory ();
  const char *argv[] = { program, "--be-killed", directory, NULL };
  g_autoptr (GError) error = NULL;
  TribStore *store;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  store = must_open_store (directory);
  assert_journal (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "a=begun");
  g_assert_false (is_elsewhere (store));
  must_close_store (store);
  remove_directory (directory);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--be-killed") == 0)
    return be_killed (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/journal/records", test_records);
  g_test_add_func ("/store/journal/removed-account", test_removed_account);
  g_test_add_func ("/store/journal/crafted", test_crafted);
  g_test_add_func ("/store/journal/older-file", test_older_file);
  g_test_add_func ("/store/journal/file-without-owners", test_file_without_owners);
  g_test_add_func ("/store/journal/owners", test_owners);
  g_test_add_data_func ("/store/journal/killed", argv[0], test_killed);
  return g_test_run ();
}
