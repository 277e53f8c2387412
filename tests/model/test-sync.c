/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"
#include "trib-model-data-words.h"

static TribModelSync *
begin (Fixture *fixture, const char *company)
{
  g_autofree char *id = sandbox_server_dup_company_id (fixture->server, company);
  TribModelSync *sync =
      trib_model_sync_new (fixture->client, id, company, CODAT_SOURCE_TYPE_UNKNOWN,
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
  guint n, n_absent = 0;

  wait_until (trib_model_sync_get_complete (sync));
  n = g_list_model_get_n_items (G_LIST_MODEL (sync));
  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelDataset) dataset = g_list_model_get_item (G_LIST_MODEL (sync), i);

    g_assert_true (trib_model_dataset_get_finished (dataset));
    n_absent += trib_model_dataset_get_absent (dataset) ? 1 : 0;
    g_assert_nonnull (trib_model_dataset_get_data_type (dataset));
    g_assert_cmpstr (trib_model_dataset_get_name (dataset), !=, "");
    g_assert_cmpstr (trib_model_dataset_get_status_text (dataset), !=, "");
  }
  /* What the platform does not have is named, and is nothing that was read. */
  g_assert_cmpuint (n_absent, ==, 1);
  g_assert_cmpuint (trib_model_sync_get_n_total (sync), ==, n - 1);
  g_assert_cmpuint (trib_model_sync_get_n_finished (sync), ==, n - 1);
  /* It is complete, so nobody asks any more. */
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies"), ==, 1);
  assert_goes (sync);
}

/* The data of a shop is no data of the books. */
static void
test_kind (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *data_type;
    CodatSourceType kind;
    gboolean is_of;
  } rows[] = {
    { "invoices", CODAT_SOURCE_TYPE_ACCOUNTING, TRUE },
    { "invoices", CODAT_SOURCE_TYPE_COMMERCE, FALSE },
    { "invoices", CODAT_SOURCE_TYPE_BANKING, FALSE },
    { "commerce-orders", CODAT_SOURCE_TYPE_COMMERCE, TRUE },
    { "commerce-orders", CODAT_SOURCE_TYPE_ACCOUNTING, FALSE },
    { "banking-accounts", CODAT_SOURCE_TYPE_BANKING, TRUE },
    { "banking-accounts", CODAT_SOURCE_TYPE_COMMERCE, FALSE },
    { "banking-accounts", CODAT_SOURCE_TYPE_UNKNOWN, TRUE },
    { "invoices", CODAT_SOURCE_TYPE_EXPENSE, TRUE },
  };
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  g_autoptr (TribModelSync) sync =
      trib_model_company_new_sync (company, CODAT_SOURCE_TYPE_COMMERCE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (trib_model_data_type_is_of (rows[i].data_type, rows[i].kind), ==,
                     rows[i].is_of);
  trib_model_sync_start (sync);
  wait_until (n_requests (fixture, "GET", "/companies") >= 2);
  wait_until (test_clock_get_n_timeouts (fixture->clock) > 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sync)), ==, 0);
  g_assert_false (trib_model_sync_get_complete (sync));
  trib_model_sync_stop (sync);
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  TribModelSync *sync = begin (fixture, "Elm & Iron Furniture");
  guint n_failed = 0;

  wait_until (trib_model_sync_get_n_total (sync) > 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (sync)); i++) {
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
  ADD ("kind", test_kind);
  ADD ("pace", test_pace);
  ADD ("faults", test_faults);
  ADD ("hopeless", test_hopeless);
  ADD ("owner-gone", test_owner_gone);
  ADD ("stop-in-flight", test_stop_in_flight);
  return g_test_run ();
}
