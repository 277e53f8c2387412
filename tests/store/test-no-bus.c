/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"

#include <string.h>

/* A computer without a session bus: every call says so, soon. */

static void
test_no_bus (void)
{
  TribStoreKeyring *keyring = trib_store_secret_keyring_new ();
  g_autoptr (TribStoreAccount) account = make_account (ID_ONE, "One");
  g_autoptr (GError) error = NULL;

  g_assert_false (save_key (keyring, account, "CanaryCanaryKey", NULL, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING);
  g_assert_null (strstr (error->message, "Canary"));
  g_clear_error (&error);
  g_assert_null (lookup_key (keyring, account, NULL, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING);
  g_clear_error (&error);
  g_assert_false (clear_key (keyring, account, NULL, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING);
  await_sole_owner (keyring);
  g_assert_finalize_object (keyring);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_unsetenv ("DISPLAY");
  g_test_add_func ("/store/secret-keyring/no-bus", test_no_bus);
  return g_test_run ();
}
