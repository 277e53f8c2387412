/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"
#include "trib-model-unlink.h"

/* Giving a connection up and waiting for it: each way that it can end is told. */

static gboolean
unlink_now (TribModelConnection *connection, GError **error)
{
  Call call = { NULL };
  gboolean is_unlinked;

  trib_model_unlink_async (connection, call_cb, &call);
  is_unlinked = trib_model_unlink_finish (connection, call_wait (&call), error);
  call_clear (&call);
  return is_unlinked;
}

static TribModelConnection *
load_xero (Fixture *fixture)
{
  return find_connection (load_company (fixture, "Dunmore Veterinary Centre"), "gbol");
}

static void
test_unlink (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *xero = load_xero (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (unlink_now (xero, &error));
  g_assert_no_error (error);
  g_assert_cmpint (trib_model_connection_get_status (xero), ==, TRIB_MODEL_STATUS_PAST);
  g_assert_cmpuint (n_requests (fixture, "PATCH", "/"), ==, 1);
  /* What is given up already is not given up again. */
  g_assert_true (unlink_now (xero, &error));
  g_assert_cmpuint (n_requests (fixture, "PATCH", "/"), ==, 1);
}

static void
test_fails (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *xero = load_xero (fixture);
  const char *const faults[] = { "unlink-500", "unlink-ignored" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (GError) error = NULL;

    sandbox_server_set_fault (fixture->server, faults[i]);
    g_assert_false (unlink_now (xero, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    g_assert_cmpint (trib_model_connection_get_status (xero), ==, TRIB_MODEL_STATUS_CONNECTED);
  }
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *xero = load_xero (fixture);
  g_autoptr (GError) error = NULL;

  trib_model_connection_commit_unlink (xero);
  g_assert_false (unlink_now (xero, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  wait_until (!trib_model_connection_get_busy (xero));
}

/* Somebody else deleted it meanwhile. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  g_autoptr (TribModelConnection) xero = g_object_ref (find_connection (company, "gbol"));
  g_autoptr (GError) error = NULL;
  Call call = { NULL };

  codat_client_delete_connection_async (fixture->client, trib_model_company_get_id (company),
                                        trib_model_connection_get_id (xero), NULL, call_cb, &call);
  g_assert_true (
      codat_client_delete_connection_finish (fixture->client, call_wait (&call), &error));
  call_clear (&call);
  g_assert_true (unlink_now (xero, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/model/unlink/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("unlink", test_unlink);
  ADD ("fails", test_fails);
  ADD ("busy", test_busy);
  ADD ("gone", test_gone);
  return g_test_run ();
}
