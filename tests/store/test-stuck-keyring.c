/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"
#include "test-clock.h"

/* A bus without a keyring, and one with a keyring that never answers. */

typedef struct {
  GTestDBus *bus;           /* (owned) */
  GDBusConnection *service; /* (owned) (nullable) */
} Fixture;

static GDBusMessage *
swallow_calls_cb (GDBusConnection *connection,
                  GDBusMessage *message,
                  gboolean incoming,
                  gpointer data)
{
  if (incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    g_clear_object (&message);
  return message;
}

static void
own_name (GDBusConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "RequestName", g_variant_new ("(su)", "org.freedesktop.secrets", 0), G_VARIANT_TYPE ("(u)"),
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  if (data == NULL)
    return;
  fixture->service =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);
  own_name (fixture->service);
  g_dbus_connection_add_filter (fixture->service, swallow_calls_cb, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->service != NULL)
    g_assert_true (g_dbus_connection_close_sync (fixture->service, NULL, NULL));
  g_clear_object (&fixture->service);
  g_test_dbus_stop (fixture->bus);
  /* libsecret 0.20 keeps the connection when the service dies under it; to free the bus would be to
   * wait for that. */
  if (g_strcmp0 (data, "dies") != 0)
    g_clear_object (&fixture->bus);
}

static void
test_no_service (Fixture *fixture, gconstpointer data)
{
  TribStoreKeyring *keyring = trib_store_secret_keyring_new ();
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  g_autoptr (GError) error = NULL;

  g_assert_false (save_key (keyring, account, "key", NULL, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING);
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

static void
turn_main_loop (void)
{
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestClock) clock = test_clock_new ();
  TribStoreKeyring *keyring = trib_store_secret_keyring_new_with_clock (TRIB_CLOCK (clock));
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  trib_store_keyring_lookup_async (keyring, account, NULL, take_result_cb, &place);
  turn_main_loop ();
  test_clock_advance (clock, 19999);
  turn_main_loop ();
  g_assert_null (place);
  test_clock_advance (clock, 1);
  result = await_result (&place);
  g_assert_null (trib_store_keyring_lookup_finish (keyring, result, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_KEYRING_LOCKED);
  g_assert_cmpuint (test_clock_get_n_timeouts (clock), ==, 0);
  g_clear_object (&result);
  /* What was asked of the service is given up too, and holds nothing any more. */
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestClock) clock = test_clock_new ();
  TribStoreKeyring *keyring = trib_store_secret_keyring_new_with_clock (TRIB_CLOCK (clock));
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  trib_store_keyring_save_async (keyring, account, "key", cancellable, take_result_cb, &place);
  turn_main_loop ();
  g_assert_null (place);
  g_cancellable_cancel (cancellable);
  /* Never inside the call that cancels. */
  g_assert_null (place);
  result = await_result (&place);
  g_assert_false (trib_store_keyring_save_finish (keyring, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (test_clock_get_n_timeouts (clock), ==, 0);
  g_clear_object (&result);
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  TribStoreKeyring *keyring = trib_store_secret_keyring_new ();
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
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

static void
test_service_dies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestClock) clock = test_clock_new ();
  TribStoreKeyring *keyring = trib_store_secret_keyring_new_with_clock (TRIB_CLOCK (clock));
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  trib_store_keyring_clear_async (keyring, account, NULL, take_result_cb, &place);
  turn_main_loop ();
  g_assert_true (g_dbus_connection_close_sync (fixture->service, NULL, NULL));
  g_clear_object (&fixture->service);
  result = await_result (&place);
  g_assert_false (trib_store_keyring_clear_finish (keyring, result, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING);
  g_clear_object (&result);
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

static void
add (const char *path, const char *service, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, service, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/secret-keyring/no-service", NULL, test_no_service);
  add ("/store/secret-keyring/limit", "stuck", test_limit);
  add ("/store/secret-keyring/cancel", "stuck", test_cancel);
  add ("/store/secret-keyring/cancelled-before", "stuck", test_cancelled_before);
  add ("/store/secret-keyring/service-dies", "dies", test_service_dies);
  return g_test_run ();
}
