/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"

static void
test_round_trip (void)
{
  TribStoreKeyring *keyring = trib_store_memory_keyring_new ();
  g_autoptr (TribStoreAccount) one = make_account (ID_ONE, "One");
  g_autoptr (TribStoreAccount) two = make_account (ID_TWO, "Two");
  g_autoptr (GError) error = NULL;
  char *key;

  g_assert_true (save_key (keyring, one, "first", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (save_key (keyring, one, "second", NULL, &error));
  key = lookup_key (keyring, one, NULL, &error);
  g_assert_cmpstr (key, ==, "second");
  trib_store_key_free (key);

  g_assert_null (lookup_key (keyring, two, NULL, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEY);
  g_clear_error (&error);

  g_assert_true (clear_key (keyring, one, NULL, &error));
  g_assert_null (lookup_key (keyring, one, NULL, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEY);
  g_clear_error (&error);
  /* To forget what is not there is no error. */
  g_assert_true (clear_key (keyring, one, NULL, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (keyring);
}

static void
test_cancel (void)
{
  TribStoreKeyring *keyring = trib_store_memory_keyring_new ();
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (save_key (keyring, account, "key", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (lookup_key (keyring, account, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (clear_key (keyring, account, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  /* The cancelled save left nothing. */
  g_assert_null (lookup_key (keyring, account, NULL, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEY);
  g_assert_finalize_object (keyring);
}

static void
test_owner_gone (void)
{
  TribStoreKeyring *keyring = trib_store_memory_keyring_new ();
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_object_add_weak_pointer (G_OBJECT (keyring), (gpointer *) &keyring);
  trib_store_keyring_save_async (keyring, account, "key", NULL, take_result_cb, &place);
  g_object_unref (keyring);
  result = await_result (&place);
  g_assert_nonnull (keyring);
  g_assert_true (trib_store_keyring_save_finish (keyring, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_null (keyring);
}

static void
test_free_nothing (void)
{
  trib_store_key_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/memory-keyring/round-trip", test_round_trip);
  g_test_add_func ("/store/memory-keyring/cancel", test_cancel);
  g_test_add_func ("/store/memory-keyring/owner-gone", test_owner_gone);
  g_test_add_func ("/store/memory-keyring/free-nothing", test_free_nothing);
  return g_test_run ();
}
