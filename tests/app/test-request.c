/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-request.h"

#define ID "6f1e3f0a-3c1b-4f5e-9d57-0a1b2c3d4e5f"

static void
test_company (void)
{
  g_autoptr (TribAppRequest) request = trib_app_request_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (trib_app_request_is_empty (request));
  g_assert_true (trib_app_request_read_uri (request, "tributary://company/" ID, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (request->company_id, ==, ID);
  g_assert_null (request->platform_key);
  g_assert_null (request->account_name);
  g_assert_false (trib_app_request_is_empty (request));
}

static void
test_connect (void)
{
  g_autoptr (TribAppRequest) request = trib_app_request_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (trib_app_request_read_uri (request, "TRIBUTARY://connect/" ID "/gbol", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (request->company_id, ==, ID);
  g_assert_cmpstr (request->platform_key, ==, "gbol");

  /* The last address counts, and takes nothing over from the one before. */
  g_assert_true (trib_app_request_read_uri (request, "tributary://company/" ID, &error));
  g_assert_null (request->platform_key);
}

static const char *const refused[] = {
  "",
  "tributary:",
  "tributary://",
  "tributary:///",
  "tributary://company",
  "tributary://company/",
  "tributary:company/" ID,
  "tributary:///company/" ID,
  "tributary://company/" ID "/",
  "tributary://company//" ID,
  "tributary://company/" ID "/gbol",
  "tributary://company/not-an-id",
  "tributary://company/..",
  "tributary://company/" ID "?delete=1",
  "tributary://company/" ID "#x",
  "tributary://company:80/" ID,
  "tributary://someone@company/" ID,
  "tributary://company/%2e%2e",
  "tributary://connect/" ID,
  "tributary://connect/" ID "/",
  "tributary://connect/" ID "/gbol/",
  "tributary://connect/" ID "/gbol/now",
  "tributary://connect/" ID "/..",
  "tributary://connect/" ID "/a%2Fb",
  "tributary://connect/" ID "/gb ol",
  "tributary://connect/" ID
  "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "tributary://delete/" ID,
  "tributary://unlink/" ID "/gbol",
  "tributary://Company/" ID,
  "https://company/" ID,
  "javascript:alert(1)",
  "file:///etc/passwd",
  "\xff\xfe",
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (TribAppRequest) request = trib_app_request_new ();
    g_autoptr (GError) error = NULL;

    request->company_id = g_strdup ("as it was");
    g_assert_false (trib_app_request_read_uri (request, refused[i], &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    g_assert_cmpstr (request->company_id, ==, "as it was");
    g_assert_null (request->platform_key);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/request/company", test_company);
  g_test_add_func ("/app/request/connect", test_connect);
  g_test_add_func ("/app/request/refused", test_refused);
  return g_test_run ();
}
