/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"

#include "trib-store-database.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, mode);
}

static void
fill (const char *directory)
{
  TribStore *store = must_open_store (directory);
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");

  g_assert_true (save_account (store, account, NULL));
  g_assert_true (save_blob (store, ID_ONE, "image", "bytes", NULL));
  must_close_store (store);
}

static void
assert_begun_anew (const char *directory)
{
  TribStore *store = must_open_store (directory);
  g_autoptr (GListModel) accounts = list_accounts (store, NULL);
  g_autoptr (TribStoreAccount) account = make_account (ID_TWO, "Two");

  g_assert_nonnull (trib_store_get_moved_aside (store));
  g_assert_true (g_file_test (trib_store_get_moved_aside (store), G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_moved_aside (directory), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 0);
  g_assert_true (save_account (store, account, NULL));
  must_close_store (store);
}

static void
test_permissions (void)
{
  g_autofree char *top = make_directory ();
  g_autofree char *directory = g_build_filename (top, "a", "b", NULL);
  g_autofree char *path = database_path (directory);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *memory = g_strconcat (path, "-shm", NULL);
  mode_t mask = umask (0);
  TribStore *store = must_open_store (directory);

  g_assert_true (set_in_use (store, ID_ONE, NULL));
  assert_mode (directory, 0700);
  assert_mode (path, 0600);
  assert_mode (log, 0600);
  assert_mode (memory, 0600);
  must_close_store (store);

  /* What somebody opened up is closed again. */
  g_assert_cmpint (g_chmod (directory, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  store = must_open_store (directory);
  assert_mode (directory, 0700);
  assert_mode (path, 0600);
  must_close_store (store);
  umask (mask);
  remove_directory (top);
}

static void
test_reopen (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *version = NULL;
  g_autofree char *log = NULL;
  g_autofree char *text = NULL;
  TribStore *store;

  fill (directory);
  version = query_sql (directory, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "3");
  log = query_sql (directory, "PRAGMA journal_mode");
  g_assert_cmpstr (log, ==, "wal");
  store = must_open_store (directory);
  g_assert_null (trib_store_get_moved_aside (store));
  text = load_blob (store, ID_ONE, "image", NULL, NULL);
  g_assert_cmpstr (text, ==, "bytes");
  must_close_store (store);
  g_assert_cmpuint (count_moved_aside (directory), ==, 0);
  remove_directory (directory);
}

static void
test_empty_file (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = database_path (directory);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  fill (directory);
  g_assert_cmpuint (count_moved_aside (directory), ==, 0);
  remove_directory (directory);
}

static void
test_no_database (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = database_path (directory);
  g_autofree char *contents = NULL;
  TribStore *store;

  g_assert_true (g_file_set_contents (path, "This is a letter, not a database.\n", -1, NULL));
  store = must_open_store (directory);
  g_assert_true (g_file_get_contents (trib_store_get_moved_aside (store), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "This is a letter, not a database.\n");
  must_close_store (store);
  g_assert_cmpuint (count_moved_aside (directory), ==, 1);
  remove_directory (directory);
}

static void
damage (const char *directory, gsize offset, gsize keep, const char *log)
{
  g_autofree char *path = database_path (directory);
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  if (offset < length)
    memset (contents + offset, 0xff, MIN (length - offset, 64));
  g_assert_true (g_file_set_contents (path, contents, (gssize) MIN (length, keep), NULL));
  if (log != NULL)
    g_assert_true (g_file_set_contents (log_path, log, -1, NULL));
}

static void
test_damaged_header (void)
{
  g_autofree char *directory = make_directory ();

  fill (directory);
  damage (directory, 0, G_MAXINT, NULL);
  assert_begun_anew (directory);
  remove_directory (directory);
}

static void
test_cut_short (void)
{
  static const gsize lengths[] = { 100, 4095, 4096, 8192, 12288 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *directory = make_directory ();

    fill (directory);
    damage (directory, G_MAXINT, lengths[i], NULL);
    assert_begun_anew (directory);
    remove_directory (directory);
  }
}

/* Nothing but the check of all pages finds this, and it runs when a log was left behind. */
static void
test_damaged_page_after_a_crash (void)
{
  g_autofree char *directory = make_directory ();

  fill (directory);
  damage (directory, 4096, G_MAXINT, "left behind");
  assert_begun_anew (directory);
  remove_directory (directory);
}

static void
test_damage_found_while_in_use (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (GError) error = NULL;
  TribStore *store;

  fill (directory);
  damage (directory, 4096, G_MAXINT, NULL);
  store = must_open_store (directory);
  g_assert_null (trib_store_get_moved_aside (store));
  g_assert_null (list_accounts (store, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_DISK);
  must_close_store (store);
  g_assert_cmpuint (count_moved_aside (directory), ==, 1);
  fill (directory);
  remove_directory (directory);
}

static void
test_newer (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = database_path (directory);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;
  g_autoptr (GError) error = NULL;

  fill (directory);
  run_sql (directory, "CREATE TABLE future (x); PRAGMA user_version = 4");
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_null (open_store (directory, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NEWER);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_cmpuint (count_moved_aside (directory), ==, 0);
  remove_directory (directory);
}

/* A backup or a sync folder can bring a crafted file. */
static void
test_crafted_shape (void)
{
  static const char *const crafted[] = {
    "CREATE TRIGGER t AFTER INSERT ON account BEGIN DELETE FROM setting; END",
    "CREATE VIEW v AS SELECT 1",
    "DROP TABLE blob",
    "ALTER TABLE account ADD COLUMN key TEXT",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = -1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (crafted); i++) {
    g_autofree char *directory = make_directory ();

    fill (directory);
    run_sql (directory, crafted[i]);
    assert_begun_anew (directory);
    remove_directory (directory);
  }
}

/* The shape is right and the rows are not: the checks of the columns hold for writers only. */
static void
test_crafted_rows (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (GListModel) list = NULL;
  g_autoptr (TribStoreAccount) far = NULL;
  TribStore *store = must_open_store (directory);

  must_close_store (store);
  run_sql (directory,
           "PRAGMA ignore_check_constraints = ON;"
           "INSERT INTO account VALUES ('" ID_ONE "', 'Far', 'https://a.example', NULL, 7);"
           "INSERT INTO account VALUES ('" ID_TWO "', CAST (x'46e9' AS TEXT),"
           " 'https://b.example', NULL, 0);"
           "INSERT INTO account VALUES ('', 'No id', 'https://c.example', NULL, 0)");
  store = must_open_store (directory);
  list = list_accounts (store, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  far = g_list_model_get_item (list, 0);
  g_assert_cmpstr (trib_store_account_get_name (far), ==, "Far");
  /* What is not known is taken for what asks for the most care. */
  g_assert_cmpint (trib_store_account_get_environment (far), ==, TRIB_STORE_ENVIRONMENT_LIVE);
  must_close_store (store);
  remove_directory (directory);
}

static char *
read_setting (TribStoreDatabase *database, const char *sql)
{
  g_autoptr (sqlite3_stmt) statement = trib_store_database_prepare (database, sql, NULL);
  gboolean has_row = FALSE;

  g_assert_nonnull (statement);
  g_assert_true (trib_store_database_step (database, statement, &has_row, NULL));
  g_assert_true (has_row);
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

/* What keeps a crafted file, a fault of ours and a loss of power from doing more harm. */
static void
test_hardening (void)
{
  static const struct {
    const char *sql;
    const char *value;
  } settings[] = {
    { "PRAGMA synchronous", "2" },  { "PRAGMA journal_mode", "wal" },
    { "PRAGMA mmap_size", "0" },    { "PRAGMA trusted_schema", "0" },
    { "PRAGMA foreign_keys", "1" }, { "PRAGMA cell_size_check", "1" },
    { "PRAGMA temp_store", "2" },   { "PRAGMA secure_delete", "1" },
  };
  g_autofree char *directory = make_directory ();
  TribStoreDatabase *database = trib_store_database_open (directory, NULL, NULL);

  g_assert_nonnull (database);
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++) {
    g_autofree char *value = read_setting (database, settings[i].sql);

    g_test_message ("%s", settings[i].sql);
    g_assert_cmpstr (value, ==, settings[i].value);
  }
  /* Nothing writes the shape past SQL, attaches another file, or reads a text for a name. */
  g_assert_true (trib_store_database_exec (database, "PRAGMA writable_schema = ON", NULL));
  g_assert_false (trib_store_database_exec (
      database, "UPDATE sqlite_schema SET sql = '' WHERE name = 'blob'", NULL));
  g_assert_false (trib_store_database_exec (database, "ATTACH ':memory:' AS other", NULL));
  g_assert_false (trib_store_database_exec (database, "SELECT \"no column\"", NULL));
  trib_store_database_close (database);
  remove_directory (directory);
}

static void
test_two_moved_aside (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = database_path (directory);

  for (guint i = 0; i < 3; i++) {
    g_assert_true (g_file_set_contents (path, "No database at all, again.\n", -1, NULL));
    must_close_store (must_open_store (directory));
  }
  g_assert_cmpuint (count_moved_aside (directory), ==, 3);
  remove_directory (directory);
}

static void
test_folder_cannot_be_made (void)
{
  g_autofree char *top = make_directory ();
  g_autofree char *file = g_build_filename (top, "file", NULL);
  g_autofree char *inside = g_build_filename (file, "folder", NULL);
  const char *const places[] = { file, inside, "/proc/tributary-cannot-be" };

  g_assert_true (g_file_set_contents (file, "in the way", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (open_store (places[i], &error));
    g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_DISK);
  }
  remove_directory (top);
}

static void
test_folder_in_place_of_file (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = database_path (directory);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_null (open_store (directory, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_DISK);
  g_assert_cmpuint (count_moved_aside (directory), ==, 0);
  remove_directory (directory);
}

static void
test_two_stores_on_one_file (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *one = must_open_store (directory);
  TribStore *other = must_open_store (directory);
  g_autofree char *seen = NULL;

  g_assert_true (set_in_use (one, ID_ONE, NULL));
  g_assert_true (set_in_use (other, ID_TWO, NULL));
  seen = get_in_use (one, NULL);
  g_assert_cmpstr (seen, ==, ID_TWO);
  must_close_store (one);
  must_close_store (other);
  g_assert_cmpuint (count_moved_aside (directory), ==, 0);
  remove_directory (directory);
}

static void
test_no_key_in_any_file (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *store = must_open_store (directory);
  g_autoptr (TribStoreKeyring) keyring = trib_store_memory_keyring_new ();
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "Findable");

  g_assert_true (save_account (store, account, NULL));
  g_assert_true (save_key (keyring, account, "CanaryCanaryKey", NULL, NULL));
  g_assert_true (any_file_contains (directory, "Findable"));
  g_assert_false (any_file_contains (directory, "CanaryCanaryKey"));
  must_close_store (store);
  g_assert_false (any_file_contains (directory, "CanaryCanaryKey"));
  remove_directory (directory);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open/permissions", test_permissions);
  g_test_add_func ("/store/open/reopen", test_reopen);
  g_test_add_func ("/store/open/empty-file", test_empty_file);
  g_test_add_func ("/store/open/no-database", test_no_database);
  g_test_add_func ("/store/open/damaged-header", test_damaged_header);
  g_test_add_func ("/store/open/cut-short", test_cut_short);
  g_test_add_func ("/store/open/damaged-after-crash", test_damaged_page_after_a_crash);
  g_test_add_func ("/store/open/damaged-in-use", test_damage_found_while_in_use);
  g_test_add_func ("/store/open/newer", test_newer);
  g_test_add_func ("/store/open/crafted", test_crafted_shape);
  g_test_add_func ("/store/open/hardening", test_hardening);
  g_test_add_func ("/store/open/crafted-rows", test_crafted_rows);
  g_test_add_func ("/store/open/two-moved-aside", test_two_moved_aside);
  g_test_add_func ("/store/open/no-folder", test_folder_cannot_be_made);
  g_test_add_func ("/store/open/folder-in-place-of-file", test_folder_in_place_of_file);
  g_test_add_func ("/store/open/two-stores", test_two_stores_on_one_file);
  g_test_add_func ("/store/open/no-key-in-any-file", test_no_key_in_any_file);
  return g_test_run ();
}
