/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"

#include <string.h>

static void
assert_account (GListModel *accounts, guint position, const char *id, const char *name)
{
  g_autoptr (TribStoreAccount) account = g_list_model_get_item (accounts, position);

  g_assert_nonnull (account);
  g_assert_cmpstr (trib_store_account_get_id (account), ==, id);
  g_assert_cmpstr (trib_store_account_get_name (account), ==, name);
}

static void
test_accounts (gconstpointer data)
{
  g_autofree char *directory = data != NULL ? make_directory () : NULL;
  TribStore *store = must_open_store (directory);
  g_autoptr (TribStoreAccount) one = make_account (ID_ONE, "zebra");
  g_autoptr (TribStoreAccount) renamed = make_account (ID_ONE, "'; DROP TABLE account; --");
  g_autoptr (TribStoreAccount) two = trib_store_account_new (ID_TWO, "Alpha", "http://127.0.0.1:1",
                                                             NULL, TRIB_STORE_ENVIRONMENT_DEMO);
  g_autoptr (GListModel) none = list_accounts (store, NULL);
  g_autoptr (GListModel) both = NULL;
  g_autoptr (GListModel) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  g_assert_true (save_account (store, one, &error));
  g_assert_true (save_account (store, two, &error));
  g_assert_no_error (error);
  both = list_accounts (store, &error);
  g_assert_cmpuint (g_list_model_get_n_items (both), ==, 2);
  assert_account (both, 0, ID_TWO, "Alpha");
  assert_account (both, 1, ID_ONE, "zebra");

  g_assert_true (save_account (store, renamed, &error));
  after = list_accounts (store, &error);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 2);
  assert_account (after, 0, ID_ONE, "'; DROP TABLE account; --");
  must_close_store (store);
  if (directory != NULL)
    remove_directory (directory);
}

static void
test_every_field_comes_back (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *store = must_open_store (directory);
  g_autoptr (TribStoreAccount) saved = trib_store_account_new (
      ID_ONE, "Ünïcode", "http://127.0.0.1:1", NULL, TRIB_STORE_ENVIRONMENT_DEMO);
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (TribStoreAccount) account = NULL;

  g_assert_true (save_account (store, saved, NULL));
  must_close_store (store);

  store = must_open_store (directory);
  accounts = list_accounts (store, NULL);
  account = g_list_model_get_item (accounts, 0);
  g_assert_cmpstr (trib_store_account_get_name (account), ==, "Ünïcode");
  g_assert_cmpstr (trib_store_account_get_base_url (account), ==, "http://127.0.0.1:1");
  g_assert_null (trib_store_account_get_redirect_template (account));
  g_assert_cmpint (trib_store_account_get_environment (account), ==, TRIB_STORE_ENVIRONMENT_DEMO);
  must_close_store (store);
  remove_directory (directory);
}

static void
test_in_use (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *store = must_open_store (directory);
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  g_autofree char *none = get_in_use (store, NULL);
  g_autofree char *one = NULL;
  g_autofree char *removed = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_true (save_account (store, account, NULL));
  g_assert_true (set_in_use (store, ID_TWO, NULL));
  g_assert_true (set_in_use (store, ID_ONE, NULL));
  must_close_store (store);

  store = must_open_store (directory);
  one = get_in_use (store, NULL);
  g_assert_cmpstr (one, ==, ID_ONE);
  g_assert_true (remove_account (store, ID_ONE, NULL));
  removed = get_in_use (store, NULL);
  g_assert_cmpstr (removed, ==, "");
  must_close_store (store);
  remove_directory (directory);
}

static void
test_blobs (void)
{
  TribStore *store = must_open_store (NULL);
  gint64 before = g_get_real_time ();
  gint64 saved_at = 0;
  g_autofree char *text = NULL;
  g_autofree char *empty = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (load_blob (store, ID_ONE, "image", &saved_at, &error));
  g_assert_no_error (error);
  g_assert_cmpint (saved_at, ==, 0);

  g_assert_true (save_blob (store, ID_ONE, "image", "old", &error));
  g_assert_true (save_blob (store, ID_ONE, "image", "new", &error));
  g_assert_true (save_blob (store, ID_ONE, "empty", "", &error));
  g_assert_no_error (error);
  text = load_blob (store, ID_ONE, "image", &saved_at, &error);
  g_assert_cmpstr (text, ==, "new");
  g_assert_cmpint (saved_at, >=, before);
  g_assert_cmpint (saved_at, <=, g_get_real_time ());
  empty = load_blob (store, ID_ONE, "empty", NULL, &error);
  g_assert_cmpstr (empty, ==, "");
  g_assert_null (load_blob (store, ID_TWO, "image", NULL, &error));
  g_assert_no_error (error);
  must_close_store (store);
}

static void
test_too_big (void)
{
  TribStore *store = must_open_store (NULL);
  g_autofree char *text = g_strnfill (17 * 1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_false (save_blob (store, ID_ONE, "image", text, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_DISK);
  /* It goes on working. */
  g_assert_true (save_blob (store, ID_ONE, "image", "small", NULL));
  must_close_store (store);
}

static void
test_removal_forgets (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *store = must_open_store (directory);
  g_autoptr (TribStoreAccount) one = make_account (ID_ONE, "ForgetThisName");
  g_autoptr (TribStoreAccount) two = make_account (ID_TWO, "Two");
  g_autofree char *other = NULL;
  g_autoptr (GListModel) accounts = NULL;

  g_assert_true (save_account (store, one, NULL));
  g_assert_true (save_account (store, two, NULL));
  g_assert_true (save_blob (store, ID_ONE, "image", "ForgetThisImage", NULL));
  g_assert_true (save_blob (store, ID_TWO, "image", "KeepThisImage", NULL));
  g_assert_true (any_file_contains (directory, "ForgetThisImage"));

  g_assert_true (remove_account (store, ID_ONE, NULL));
  g_assert_null (load_blob (store, ID_ONE, "image", NULL, NULL));
  other = load_blob (store, ID_TWO, "image", NULL, NULL);
  g_assert_cmpstr (other, ==, "KeepThisImage");
  accounts = list_accounts (store, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 1);
  /* Not even as bytes in a page or in the log, while the store is still open. */
  g_assert_false (any_file_contains (directory, "ForgetThisImage"));
  g_assert_false (any_file_contains (directory, "ForgetThisName"));
  g_assert_true (any_file_contains (directory, "KeepThisImage"));
  must_close_store (store);
  remove_directory (directory);
}

static void
test_closed (void)
{
  TribStore *store = must_open_store (NULL);
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  g_autoptr (GError) error = NULL;

  g_assert_true (close_store (store, &error));
  g_assert_no_error (error);
  g_assert_false (save_account (store, account, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (list_accounts (store, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_false (close_store (store, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  await_sole_owner (store);
  g_assert_finalize_object (store);
}

static void
test_close_does_what_was_queued (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *store = must_open_store (directory);
  GAsyncResult *places[20] = { NULL };
  g_autofree char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *name = g_strdup_printf ("blob-%u", i);
    g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

    trib_store_save_blob_async (store, ID_ONE, name, bytes, NULL, take_result_cb, &places[i]);
  }
  g_assert_true (close_store (store, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (GAsyncResult) result = await_result (&places[i]);

    g_assert_true (trib_store_save_blob_finish (store, result, NULL));
  }
  await_sole_owner (store);
  g_assert_finalize_object (store);

  store = must_open_store (directory);
  last = load_blob (store, ID_ONE, "blob-19", NULL, NULL);
  g_assert_cmpstr (last, ==, "x");
  must_close_store (store);
  remove_directory (directory);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/accounts/memory", NULL, test_accounts);
  g_test_add_data_func ("/store/accounts/disk", "disk", test_accounts);
  g_test_add_func ("/store/accounts/every-field", test_every_field_comes_back);
  g_test_add_func ("/store/in-use", test_in_use);
  g_test_add_func ("/store/blobs", test_blobs);
  g_test_add_func ("/store/too-big", test_too_big);
  g_test_add_func ("/store/removal-forgets", test_removal_forgets);
  g_test_add_func ("/store/closed", test_closed);
  g_test_add_func ("/store/close-does-what-was-queued", test_close_does_what_was_queued);
  return g_test_run ();
}
