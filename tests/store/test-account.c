/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-account.h"
#include "trib-store-error.h"

static void
test_fields (void)
{
  TribStoreAccount *account =
      trib_store_account_new ("id-1", "Müller & <Sons>", "https://api.codat.io",
                              "https://example.com/done", TRIB_STORE_ENVIRONMENT_DEMO);

  g_assert_cmpstr (trib_store_account_get_id (account), ==, "id-1");
  g_assert_cmpstr (trib_store_account_get_name (account), ==, "Müller & <Sons>");
  g_assert_cmpstr (trib_store_account_get_base_url (account), ==, "https://api.codat.io");
  g_assert_cmpstr (trib_store_account_get_redirect_template (account), ==,
                   "https://example.com/done");
  g_assert_cmpint (trib_store_account_get_environment (account), ==, TRIB_STORE_ENVIRONMENT_DEMO);
  g_assert_finalize_object (account);
}

static void
test_without_redirect (void)
{
  TribStoreAccount *account = trib_store_account_new ("id-1", "", "http://127.0.0.1:8080", NULL,
                                                      TRIB_STORE_ENVIRONMENT_LIVE);

  g_assert_null (trib_store_account_get_redirect_template (account));
  g_assert_finalize_object (account);
}

static void
test_problems (void)
{
  static const struct {
    TribStoreErrorCode code;
    TribProblem problem;
  } rows[] = {
    { TRIB_STORE_ERROR_DISK, TRIB_PROBLEM_DISK },
    { TRIB_STORE_ERROR_FULL, TRIB_PROBLEM_DISK },
    { TRIB_STORE_ERROR_NEWER, TRIB_PROBLEM_NEWER },
    { TRIB_STORE_ERROR_NO_KEYRING, TRIB_PROBLEM_NO_KEYRING },
    { TRIB_STORE_ERROR_KEYRING_LOCKED, TRIB_PROBLEM_KEYRING_LOCKED },
    { TRIB_STORE_ERROR_NO_KEY, TRIB_PROBLEM_NO_KEY },
    { (TribStoreErrorCode) 99, TRIB_PROBLEM_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error =
        g_error_new_literal (TRIB_STORE_ERROR, (int) rows[i].code, "message");

    g_assert_cmpint (trib_store_error_get_problem (error), ==, rows[i].problem);
  }
}

static void
test_problem_of_another_room (void)
{
  g_autoptr (GError) error = g_error_new_literal (g_quark_from_static_string ("other"), 0, "x");

  g_assert_cmpint (trib_store_error_get_problem (error), ==, TRIB_PROBLEM_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/account/fields", test_fields);
  g_test_add_func ("/store/account/without-redirect", test_without_redirect);
  g_test_add_func ("/store/error/problems", test_problems);
  g_test_add_func ("/store/error/another-room", test_problem_of_another_room);
  return g_test_run ();
}
