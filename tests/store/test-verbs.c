/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"

/* Each verb with the call as it can go wrong around it: cancelled before and while it is queued,
 * and with the owner gone before the answer. */

typedef struct {
  const char *name;
  void (*start) (TribStore *store, GCancellable *cancellable, GAsyncResult **place);
  gboolean (*finish) (TribStore *store, GAsyncResult *result, GError **error);
} Verb;

static void
start_list (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  trib_store_list_accounts_async (store, cancellable, take_result_cb, place);
}

static gboolean
finish_list (TribStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (GListModel) accounts = trib_store_list_accounts_finish (store, result, error);

  return accounts != NULL;
}

static void
start_save (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");

  trib_store_save_account_async (store, account, cancellable, take_result_cb, place);
}

static void
start_remove (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  trib_store_remove_account_async (store, ID_ONE, cancellable, take_result_cb, place);
}

static void
start_set_in_use (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  trib_store_set_account_in_use_async (store, ID_ONE, cancellable, take_result_cb, place);
}

static void
start_get_in_use (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  trib_store_get_account_in_use_async (store, cancellable, take_result_cb, place);
}

static gboolean
finish_get_in_use (TribStore *store, GAsyncResult *result, GError **error)
{
  g_autofree char *id = trib_store_get_account_in_use_finish (store, result, error);

  return id != NULL;
}

static void
start_save_blob (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  trib_store_save_blob_async (store, ID_ONE, "image", bytes, cancellable, take_result_cb, place);
}

static void
start_load_blob (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  trib_store_load_blob_async (store, ID_ONE, "image", cancellable, take_result_cb, place);
}

static gboolean
finish_load_blob (TribStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = trib_store_load_blob_finish (store, result, NULL, &local_error);
  gboolean good = local_error == NULL;

  if (!good)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return good;
}

static void
start_put_record (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  trib_store_put_record_async (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "one", "{}", cancellable,
                               take_result_cb, place);
}

static void
start_remove_record (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  trib_store_remove_record_async (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, "one", cancellable,
                                  take_result_cb, place);
}

static void
start_list_records (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  trib_store_list_records_async (store, ID_ONE, TRIB_STORE_JOURNAL_CHANGE, cancellable,
                                 take_result_cb, place);
}

static gboolean
finish_list_records (TribStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (GListModel) records = trib_store_list_records_finish (store, result, error);

  return records != NULL;
}

static void
start_close (TribStore *store, GCancellable *cancellable, GAsyncResult **place)
{
  trib_store_close_async (store, cancellable, take_result_cb, place);
}

static const Verb verbs[] = {
  { "list-accounts", start_list, finish_list },
  { "save-account", start_save, trib_store_save_account_finish },
  { "remove-account", start_remove, trib_store_remove_account_finish },
  { "set-account-in-use", start_set_in_use, trib_store_set_account_in_use_finish },
  { "get-account-in-use", start_get_in_use, finish_get_in_use },
  { "save-blob", start_save_blob, trib_store_save_blob_finish },
  { "load-blob", start_load_blob, finish_load_blob },
  { "put-record", start_put_record, trib_store_put_record_finish },
  { "remove-record", start_remove_record, trib_store_remove_record_finish },
  { "list-records", start_list_records, finish_list_records },
  { "close", start_close, trib_store_close_finish },
};

static void
test_success (gconstpointer data)
{
  const Verb *verb = data;
  TribStore *store = must_open_store (NULL);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  verb->start (store, NULL, &place);
  result = await_result (&place);
  g_assert_true (verb->finish (store, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  await_sole_owner (store);
  g_assert_finalize_object (store);
}

static void
test_cancelled_before (gconstpointer data)
{
  const Verb *verb = data;
  TribStore *store = must_open_store (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  verb->start (store, cancellable, &place);
  g_assert_null (place);
  result = await_result (&place);
  g_assert_false (verb->finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  await_sole_owner (store);
  g_assert_finalize_object (store);
}

static void
test_cancelled_while_queued (gconstpointer data)
{
  const Verb *verb = data;
  TribStore *store = must_open_store (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  verb->start (store, cancellable, &place);
  g_cancellable_cancel (cancellable);
  result = await_result (&place);
  g_assert_false (verb->finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  await_sole_owner (store);
  g_assert_finalize_object (store);
}

static void
test_owner_gone (gconstpointer data)
{
  const Verb *verb = data;
  TribStore *store = must_open_store (NULL);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  await_sole_owner (store);
  verb->start (store, NULL, &place);
  g_object_unref (store);
  result = await_result (&place);
  /* The answer still comes, and holds the store as long as it is looked at. */
  g_assert_true (verb->finish (store, result, &error));
  g_assert_no_error (error);
  await_sole_owner (result);
  await_sole_owner (store);
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_clear_object (&result);
  g_assert_null (store);
}

static void
test_closed (gconstpointer data)
{
  const Verb *verb = data;
  TribStore *store = must_open_store (NULL);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (close_store (store, NULL));
  verb->start (store, NULL, &place);
  result = await_result (&place);
  g_assert_false (verb->finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_object (&result);
  await_sole_owner (store);
  g_assert_finalize_object (store);
}

static void
test_open_cancelled (void)
{
  g_autofree char *directory = make_directory ();
  g_autofree char *path = database_path (directory);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  trib_store_open_async (directory, cancellable, take_result_cb, &place);
  result = await_result (&place);
  g_assert_null (trib_store_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_directory (directory);
}

static void
test_cancelled_writes_nothing (void)
{
  TribStore *store = must_open_store (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) accounts = NULL;

  g_cancellable_cancel (cancellable);
  start_save (store, cancellable, &place);
  result = await_result (&place);
  g_assert_false (trib_store_save_account_finish (store, result, NULL));
  g_clear_object (&result);
  accounts = list_accounts (store, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 0);
  must_close_store (store);
}

static void
add (const char *kind, const Verb *verb, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/store/verbs/%s/%s", verb->name, kind);

  g_test_add_data_func (path, verb, function);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++) {
    add ("success", &verbs[i], test_success);
    add ("cancelled-before", &verbs[i], test_cancelled_before);
    add ("cancelled-while-queued", &verbs[i], test_cancelled_while_queued);
    add ("owner-gone", &verbs[i], test_owner_gone);
    add ("closed", &verbs[i], test_closed);
  }
  g_test_add_func ("/store/verbs/cancelled-writes-nothing", test_cancelled_writes_nothing);
  g_test_add_func ("/store/open/cancelled", test_open_cancelled);
  return g_test_run ();
}
