/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

static TribModelSync *
begin (Fixture *fixture, const char *company)
{
  g_autofree char *id = sandbox_server_dup_company_id (fixture->server, company);
  TribModelSync *sync = trib_model_sync_new (fixture->client, id, company,
                                             trib_model_account_get_watch (fixture->account));

  trib_model_sync_start (sync);
  trib_model_sync_start (sync);
  return sync;
}

static TribModelProblem *
problem_of (TribModelSync *sync)
{
  g_autoptr (TribModelProblem) problem = NULL;

  g_object_get (sync, "problem", &problem, NULL);
  return problem;
}

static void
test_finished (Fixture *fixture, gconstpointer data)
{
  TribModelSync *sync = begin (fixture, "Dunmore Veterinary Centre");
  guint n;

  wait_until (trib_model_sync_get_complete (sync));
  n = trib_model_sync_get_n_total (sync);
  g_assert_cmpuint (n, ==, g_list_model_get_n_items (G_LIST_MODEL (sync)));
  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelDataset) dataset = g_list_model_get_item (G_LIST_MODEL (sync), i);

    g_assert_true (trib_model_dataset_get_finished (dataset));
    g_assert_nonnull (trib_model_dataset_get_data_type (dataset));
    g_assert_cmpstr (trib_model_dataset_get_name (dataset), !=, "");
    g_assert_cmpstr (trib_model_dataset_get_status_text (dataset), !=, "");
  }
  /* It is complete, so nobody asks any more. */
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies"), ==, 1);
  assert_goes (sync);
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  TribModelSync *sync = begin (fixture, "Elm & Iron Furniture");
  guint n_failed = 0;

  wait_until (trib_model_sync_get_n_total (sync) > 0);
  for (guint i = 0; i < trib_model_sync_get_n_total (sync); i++) {
    g_autoptr (TribModelDataset) dataset = g_list_model_get_item (G_LIST_MODEL (sync), i);

    if (trib_model_dataset_get_failed (dataset))
      n_failed++;
  }
  g_assert_cmpuint (n_failed, >, 0);
  assert_goes (sync);
}

/* Slower with time, and never two at once. */
static void
test_pace (Fixture *fixture, gconstpointer data)
{
  TribModelSync *sync = begin (fixture, "Hollis & Okafor Architects");
  guint n = 1;

  for (guint i = 0; i < 3; i++, n++) {
    wait_until (test_clock_get_n_timeouts (fixture->clock) == 1);
    g_assert_cmpuint (n_requests (fixture, "GET", "/companies"), ==, n);
    test_clock_advance (fixture->clock, 2999);
    g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 1);
    test_clock_advance (fixture->clock, 302);
    g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  }
  wait_until (test_clock_get_n_timeouts (fixture->clock) == 1);
  trib_model_sync_stop (sync);
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  test_clock_advance (fixture->clock, 60000);
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies"), ==, n);
  assert_goes (sync);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  TribModelSync *sync;

  sandbox_server_set_fault (fixture->server, "503");
  sync = begin (fixture, "Dunmore Veterinary Centre");
  wait_until (problem_of (sync) != NULL);
  /* That can pass: it goes on asking, and the problem goes when there is an answer. */
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 1);
  sandbox_server_set_fault (fixture->server, "none");
  test_clock_advance (fixture->clock, 33000);
  wait_until (trib_model_sync_get_complete (sync));
  g_assert_null (problem_of (sync));
  assert_goes (sync);
}

static void
test_hopeless (Fixture *fixture, gconstpointer data)
{
  TribModelSync *sync;

  sandbox_server_set_fault (fixture->server, "401-everywhere");
  sync = begin (fixture, "Dunmore Veterinary Centre");
  wait_until (problem_of (sync) != NULL);
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  /* Started again, it asks again. */
  sandbox_server_set_fault (fixture->server, "none");
  trib_model_sync_start (sync);
  wait_until (trib_model_sync_get_complete (sync));
  assert_goes (sync);
}

static void
test_owner_gone (Fixture *fixture, gconstpointer data)
{
  TribModelSync *sync;

  sandbox_server_set_fault (fixture->server, "never");
  sync = begin (fixture, "Dunmore Veterinary Centre");
  g_assert_finalize_object (sync);
}

static void
test_stop_in_flight (Fixture *fixture, gconstpointer data)
{
  TribModelSync *sync;

  sandbox_server_set_fault (fixture->server, "never");
  sync = begin (fixture, "Dunmore Veterinary Centre");
  trib_model_sync_stop (sync);
  sandbox_server_set_fault (fixture->server, "none");
  trib_model_sync_start (sync);
  wait_until (trib_model_sync_get_complete (sync));
  g_assert_null (problem_of (sync));
  assert_goes (sync);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/model/sync/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("finished", test_finished);
  ADD ("failed", test_failed);
  ADD ("pace", test_pace);
  ADD ("faults", test_faults);
  ADD ("hopeless", test_hopeless);
  ADD ("owner-gone", test_owner_gone);
  ADD ("stop-in-flight", test_stop_in_flight);
  return g_test_run ();
}
