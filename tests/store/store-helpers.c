/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define DEADLINE_SECONDS 30

static gboolean
too_late_cb (gpointer data)
{
  g_error ("Nothing came before the deadline");
  return G_SOURCE_REMOVE;
}

void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

GAsyncResult *
await_result (GAsyncResult **place)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, too_late_cb, NULL);

  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
  return g_steal_pointer (place);
}

static gboolean
look_again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
await_sole_owner (gpointer object)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, too_late_cb, NULL);
  guint tick = g_timeout_add (1, look_again_cb, NULL);

  /* The thread of the store lets go of its task a moment after it answered. */
  while (g_atomic_int_get ((int *) &G_OBJECT (object)->ref_count) > 1)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_source_remove (deadline);
}

TribStore *
open_store (const char *directory, GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_open_async (directory, NULL, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_open_finish (result, error);
}

TribStore *
must_open_store (const char *directory)
{
  g_autoptr (GError) error = NULL;
  TribStore *store = open_store (directory, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

gboolean
close_store (TribStore *store, GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_close_async (store, NULL, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_close_finish (store, result, error);
}

void
must_close_store (TribStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (close_store (store, &error));
  g_assert_no_error (error);
  await_sole_owner (store);
  g_assert_finalize_object (store);
}

GListModel *
list_accounts (TribStore *store, GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_list_accounts_async (store, NULL, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_list_accounts_finish (store, result, error);
}

gboolean
save_account (TribStore *store, TribStoreAccount *account, GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_save_account_async (store, account, NULL, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_save_account_finish (store, result, error);
}

gboolean
remove_account (TribStore *store, const char *account_id, GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_remove_account_async (store, account_id, NULL, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_remove_account_finish (store, result, error);
}

gboolean
set_in_use (TribStore *store, const char *account_id, GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_set_account_in_use_async (store, account_id, NULL, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_set_account_in_use_finish (store, result, error);
}

char *
get_in_use (TribStore *store, GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_get_account_in_use_async (store, NULL, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_get_account_in_use_finish (store, result, error);
}

gboolean
save_blob (
    TribStore *store, const char *account_id, const char *name, const char *text, GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  trib_store_save_blob_async (store, account_id, name, bytes, NULL, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_save_blob_finish (store, result, error);
}

char *
load_blob (
    TribStore *store, const char *account_id, const char *name, gint64 *saved_at, GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;

  trib_store_load_blob_async (store, account_id, name, NULL, take_result_cb, &place);
  result = await_result (&place);
  bytes = trib_store_load_blob_finish (store, result, saved_at, error);
  if (bytes == NULL)
    return NULL;
  return g_bytes_get_size (bytes) > 0
             ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
             : g_strdup ("");
}

gboolean
save_key (TribStoreKeyring *keyring,
          TribStoreAccount *account,
          const char *key,
          GCancellable *cancellable,
          GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_keyring_save_async (keyring, account, key, cancellable, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_keyring_save_finish (keyring, result, error);
}

char *
lookup_key (TribStoreKeyring *keyring,
            TribStoreAccount *account,
            GCancellable *cancellable,
            GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_keyring_lookup_async (keyring, account, cancellable, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_keyring_lookup_finish (keyring, result, error);
}

gboolean
clear_key (TribStoreKeyring *keyring,
           TribStoreAccount *account,
           GCancellable *cancellable,
           GError **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_keyring_clear_async (keyring, account, cancellable, take_result_cb, &place);
  result = await_result (&place);
  return trib_store_keyring_clear_finish (keyring, result, error);
}

TribStoreAccount *
make_account (const char *id, const char *name)
{
  return trib_store_account_new (id, name, "https://api.codat.io",
                                 "https://example.com/done?s={statusCode}",
                                 TRIB_STORE_ENVIRONMENT_TEST);
}

char *
make_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *directory = g_dir_make_tmp ("tributary-store-XXXXXX", &error);

  g_assert_no_error (error);
  return directory;
}

void
remove_directory (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (directory, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_directory (path);
    else
      g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_rmdir (directory);
}

char *
database_path (const char *directory)
{
  return g_build_filename (directory, "tributary.db", NULL);
}

static int
take_text_cb (void *data, int n_columns, char **values, char **names)
{
  char **text = data;

  if (*text == NULL)
    *text = g_strdup (values[0]);
  return 0;
}

char *
query_sql (const char *directory, const char *sql)
{
  g_autofree char *path = database_path (directory);
  sqlite3 *handle = NULL;
  char *text = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, take_text_cb, &text, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return text;
}

void
run_sql (const char *directory, const char *sql)
{
  g_autofree char *ignored = query_sql (directory, sql);
}

guint
count_moved_aside (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;
  guint count = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_prefix (name, "tributary.db.corrupt-") && !g_str_has_suffix (name, "-wal") &&
        !g_str_has_suffix (name, "-shm"))
      count++;
  }
  return count;
}

static gboolean
file_contains (const char *path, const char *text)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) ||
      !g_file_get_contents (path, &contents, &length, NULL))
    return FALSE;
  return memmem (contents, length, text, strlen (text)) != NULL;
}

gboolean
any_file_contains (const char *directory, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (directory, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) ? any_file_contains (path, text)
                                               : file_contains (path, text))
      return TRUE;
  }
  return FALSE;
}
