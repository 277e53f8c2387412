/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"
#include "test-clock.h"

#include <libsecret/secret.h>
#include <string.h>

/* With the real keyring of a desktop, unlocked, on a bus of its own. */

static void
assert_key (TribStoreKeyring *keyring, TribStoreAccount *account, const char *expected)
{
  g_autoptr (GError) error = NULL;
  char *key = lookup_key (keyring, account, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, expected);
  trib_store_key_free (key);
}

static void
assert_no_key (TribStoreKeyring *keyring, TribStoreAccount *account)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lookup_key (keyring, account, NULL, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEY);
}

static void
test_round_trip (void)
{
  TribStoreKeyring *keyring = trib_store_secret_keyring_new ();
  g_autoptr (TribStoreAccount) one = make_account (ID_ONE, "One");
  g_autoptr (TribStoreAccount) two = make_account (ID_TWO, "Two");
  g_autoptr (GError) error = NULL;

  assert_no_key (keyring, one);
  g_assert_true (save_key (keyring, one, "first+/=_-", NULL, &error));
  g_assert_no_error (error);
  assert_key (keyring, one, "first+/=_-");
  g_assert_true (save_key (keyring, one, "second", NULL, &error));
  assert_key (keyring, one, "second");
  assert_no_key (keyring, two);
  g_assert_true (clear_key (keyring, one, NULL, &error));
  assert_no_key (keyring, one);
  g_assert_true (clear_key (keyring, one, NULL, &error));
  g_assert_no_error (error);
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

/* Whatever the environment was when a key was kept, only the last one is there. */
static void
test_environment_changes (void)
{
  TribStoreKeyring *keyring = trib_store_secret_keyring_new ();
  g_autoptr (TribStoreAccount) test = make_account (ID_ONE, "One");
  g_autoptr (TribStoreAccount) live = trib_store_account_new (ID_ONE, "One", "https://api.codat.io",
                                                              NULL, TRIB_STORE_ENVIRONMENT_LIVE);

  g_assert_true (save_key (keyring, test, "old", NULL, NULL));
  g_assert_true (save_key (keyring, live, "new", NULL, NULL));
  assert_key (keyring, live, "new");
  assert_key (keyring, test, "new");
  g_assert_true (clear_key (keyring, test, NULL, NULL));
  assert_no_key (keyring, live);
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

/* A database whose address was changed must not send the key there. */
static void
test_other_server (void)
{
  TribStoreKeyring *keyring = trib_store_secret_keyring_new ();
  g_autoptr (TribStoreAccount) right = make_account (ID_ONE, "One");
  g_autoptr (TribStoreAccount) wrong = trib_store_account_new (
      ID_ONE, "One", "https://api.codat.example", NULL, TRIB_STORE_ENVIRONMENT_TEST);

  g_assert_true (save_key (keyring, right, "key", NULL, NULL));
  assert_no_key (keyring, wrong);
  assert_key (keyring, right, "key");
  /* Forgetting an account forgets its key, wherever it was for. */
  g_assert_true (clear_key (keyring, wrong, NULL, NULL));
  assert_no_key (keyring, right);
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

static guint
count_keys (void)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autolist (SecretRetrievable) items = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (wanted, (char *) "account-id", (char *) ID_ONE);
  items = secret_password_searchv_sync (NULL, wanted, SECRET_SEARCH_ALL, NULL, &error);
  g_assert_no_error (error);
  return g_list_length (items);
}

/* The key of the server before is not left in the keyring, whatever else was changed. */
static void
test_server_changes (void)
{
  TribStoreKeyring *keyring = trib_store_secret_keyring_new ();
  g_autoptr (TribStoreAccount) first = make_account (ID_ONE, "One");
  g_autoptr (TribStoreAccount) second = trib_store_account_new (
      ID_ONE, "One", "https://api.codat.example", NULL, TRIB_STORE_ENVIRONMENT_TEST);
  g_autoptr (TribStoreAccount) third = trib_store_account_new (
      ID_ONE, "One", "https://eu.codat.example", NULL, TRIB_STORE_ENVIRONMENT_LIVE);
  g_autoptr (TribStoreAccount) other = make_account (ID_TWO, "Two");

  g_assert_true (save_key (keyring, other, "other", NULL, NULL));
  g_assert_true (save_key (keyring, first, "old", NULL, NULL));
  g_assert_true (save_key (keyring, second, "new", NULL, NULL));
  assert_no_key (keyring, first);
  assert_key (keyring, second, "new");
  g_assert_cmpuint (count_keys (), ==, 1);
  g_assert_true (save_key (keyring, third, "newest", NULL, NULL));
  assert_no_key (keyring, second);
  assert_key (keyring, third, "newest");
  g_assert_cmpuint (count_keys (), ==, 1);
  assert_key (keyring, other, "other");
  g_assert_true (clear_key (keyring, third, NULL, NULL));
  g_assert_true (clear_key (keyring, other, NULL, NULL));
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

static void
take_attribute (gpointer name, gpointer value, gpointer data)
{
  GString *text = data;

  g_string_append_printf (text, "%s=%s;", (char *) name, (char *) value);
}

static void
test_attributes_tell_nothing (void)
{
  TribStoreKeyring *keyring = trib_store_secret_keyring_new ();
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "Somebody's Bakery");
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autolist (SecretRetrievable) items = NULL;
  g_autoptr (GHashTable) attributes = NULL;

  g_assert_true (save_key (keyring, account, "CanaryCanaryKey", NULL, NULL));
  g_hash_table_insert (wanted, (char *) "account-id", (char *) ID_ONE);
  items = secret_password_searchv_sync (NULL, wanted, SECRET_SEARCH_ALL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_length (items), ==, 1);
  attributes = secret_retrievable_get_attributes (items->data);
  g_hash_table_foreach (attributes, take_attribute, text);
  g_assert_cmpuint (g_hash_table_size (attributes), ==, 4);
  g_assert_nonnull (strstr (text->str, "account-id=" ID_ONE));
  g_assert_nonnull (strstr (text->str, "environment=test"));
  g_assert_nonnull (strstr (text->str, "xdg:schema=io.github.tributary.ApiKey"));
  /* Nothing readable is on the disk either. */
  g_assert_false (any_file_contains (g_get_user_data_dir (), "CanaryCanaryKey"));
  g_assert_false (any_file_contains (g_get_user_data_dir (), "Bakery"));
  g_assert_true (clear_key (keyring, account, NULL, NULL));
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

static void
test_owner_gone (void)
{
  TribStoreKeyring *keyring = trib_store_secret_keyring_new ();
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_object_add_weak_pointer (G_OBJECT (keyring), (gpointer *) &keyring);
  trib_store_keyring_clear_async (keyring, account, NULL, take_result_cb, &place);
  g_object_unref (keyring);
  result = await_result (&place);
  g_assert_true (trib_store_keyring_clear_finish (keyring, result, &error));
  g_assert_no_error (error);
  await_sole_owner (result);
  g_clear_object (&result);
  g_assert_null (keyring);
}

static void
lock_keyring (void)
{
  static const char *const collections[] = { "/org/freedesktop/secrets/collection/login" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) reply = NULL;

  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (
      bus, "org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service",
      "Lock", g_variant_new ("(@ao)", g_variant_new_objv (collections, G_N_ELEMENTS (collections))),
      NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

/* The prompt stands there and nobody answers it. Last: the keyring stays locked. */
static void
test_locked (void)
{
  g_autoptr (TestClock) clock = test_clock_new ();
  TribStoreKeyring *keyring = trib_store_secret_keyring_new_with_clock (TRIB_CLOCK (clock));
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save_key (keyring, account, "key", NULL, NULL));
  lock_keyring ();
  trib_store_keyring_lookup_async (keyring, account, NULL, take_result_cb, &place);
  test_clock_advance (clock, 20000);
  result = await_result (&place);
  g_assert_null (trib_store_keyring_lookup_finish (keyring, result, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_KEYRING_LOCKED);
  g_clear_object (&result);
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/secret-keyring/round-trip", test_round_trip);
  g_test_add_func ("/store/secret-keyring/environment", test_environment_changes);
  g_test_add_func ("/store/secret-keyring/other-server", test_other_server);
  g_test_add_func ("/store/secret-keyring/server", test_server_changes);
  g_test_add_func ("/store/secret-keyring/attributes", test_attributes_tell_nothing);
  g_test_add_func ("/store/secret-keyring/owner-gone", test_owner_gone);
  g_test_add_func ("/store/secret-keyring/locked", test_locked);
  return g_test_run ();
}
