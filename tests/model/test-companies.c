/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include "codat-error.h"

#include <string.h>

static gboolean
is_loading (TribModelCompanies *companies)
{
  gboolean loading;

  g_object_get (companies, "loading-more", &loading, NULL);
  return loading;
}

static gboolean
has_no_match (TribModelCompanies *companies)
{
  gboolean no_match;

  g_object_get (companies, "no-match", &no_match, NULL);
  return no_match;
}

static TribModelCompanies *
load (Fixture *fixture)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);

  trib_model_companies_load (companies);
  g_assert_true (is_loading (companies));
  wait_until (!is_loading (companies));
  return companies;
}

static guint
rank_of (TribModelCompany *company)
{
  switch (trib_model_company_get_status (company)) {
  case TRIB_MODEL_STATUS_ATTENTION:
    return 0;
  case TRIB_MODEL_STATUS_FAILED:
    return 1;
  case TRIB_MODEL_STATUS_WAITING:
    return 2;
  case TRIB_MODEL_STATUS_NOT_STARTED:
  case TRIB_MODEL_STATUS_CONNECTED:
  case TRIB_MODEL_STATUS_PAST:
  default:
    return 3;
  }
}

static void
assert_order (GListModel *list)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 1; i < n; i++) {
    g_autoptr (TribModelCompany) one = g_list_model_get_item (list, i - 1);
    g_autoptr (TribModelCompany) other = g_list_model_get_item (list, i);

    g_assert_cmpuint (rank_of (one), <=, rank_of (other));
    if (rank_of (one) == rank_of (other))
      g_assert_cmpint (
          g_utf8_collate (trib_model_company_get_name (one), trib_model_company_get_name (other)),
          <=, 0);
  }
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  guint n = sandbox_server_get_n_companies (fixture->server);
  guint n_loading = 0;
  Mirror mirror;

  g_assert_cmpint (trib_model_companies_get_state (companies), ==, TRIB_MODEL_STATE_IDLE);
  g_signal_connect (companies, "notify::loading-more", G_CALLBACK (count_cb), &n_loading);
  mirror_begin (&mirror, G_LIST_MODEL (companies));
  trib_model_companies_load (companies);
  g_assert_cmpint (state_of (companies), ==, TRIB_MODEL_STATE_LOADING);
  /* Asked twice is asked once. */
  trib_model_companies_load (companies);
  wait_until (!is_loading (companies));
  g_assert_cmpint (state_of (companies), ==, TRIB_MODEL_STATE_READY);
  g_assert_null (trib_model_companies_get_problem (companies));
  g_assert_cmpuint (trib_model_companies_get_total (companies), ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (companies)), ==, n);
  g_assert_cmpuint (n_loading, ==, 2);
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies"), ==, (n + 999) / 1000);
  assert_order (G_LIST_MODEL (companies));
  mirror_end (&mirror);
}

static void
test_reload (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = load (fixture);
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (companies));
  load (fixture);
  /* The rows live on. */
  g_assert_cmpuint (mirror.n_signals, ==, 0);
  mirror_end (&mirror);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *lapsed = load_company (fixture, "Harbour & Vale Bakery Ltd");
  TribModelCompany *bare = load_company (fixture, "Hollis & Okafor Architects");
  TribModelCompany *past = load_company (fixture, "Ivy Lane Nursery");
  g_autofree char *sync = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (trib_model_company_get_reference (lapsed), ==, "HV-20418");
  g_assert_cmpint (trib_model_company_get_status (lapsed), ==, TRIB_MODEL_STATUS_ATTENTION);
  g_object_get (lapsed, "last-sync-text", &sync, "last-sync-exact", &exact, "status-text", &text,
                NULL);
  g_assert_cmpstr (text, ==, "Sign in again");
  g_assert_nonnull (exact);
  g_assert_cmpstr (sync, !=, "—");
  g_assert_cmpint (trib_model_company_get_status (bare), ==, TRIB_MODEL_STATUS_NOT_STARTED);
  g_assert_cmpstr (trib_model_company_get_status_text (bare), ==, "Not started");
  g_assert_cmpint (trib_model_company_get_status (past), ==, TRIB_MODEL_STATUS_PAST);
}

/* A person who cancelled has nothing to repair; a platform that refused has. */
static void
test_pending (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *cancelled = load_company (fixture, "Juniper & Sons Plumbing");
  TribModelCompany *refused = load_company (fixture, "Kestrel Cycles");
  TribModelCompany *waiting = load_company (fixture, "Brightwater Dental Practice");

  g_assert_cmpint (trib_model_company_get_status (cancelled), ==, TRIB_MODEL_STATUS_WAITING);
  g_assert_cmpint (trib_model_company_get_status (refused), ==, TRIB_MODEL_STATUS_FAILED);
  g_assert_cmpint (trib_model_company_get_status (waiting), ==, TRIB_MODEL_STATUS_WAITING);
}

static guint
search (TribModelCompanies *companies, const char *words)
{
  g_object_set (companies, "search", words, NULL);
  return g_list_model_get_n_items (G_LIST_MODEL (companies));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = load (fixture);
  guint all = g_list_model_get_n_items (G_LIST_MODEL (companies));
  guint n_requests_before = n_requests (fixture, "GET", "/companies");
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (companies));
  g_assert_cmpuint (search (companies, "bakery HARBOUR"), ==, 1);
  mirror_check (&mirror);
  g_assert_cmpuint (search (companies, "okl-1177"), ==, 1);
  g_assert_cmpuint (search (companies, "caf\303\251"), ==, 1);
  g_assert_cmpuint (search (companies, "shopify"), ==, 1);
  g_assert_false (has_no_match (companies));
  g_assert_cmpuint (search (companies, "nothing like it"), ==, 0);
  g_assert_true (has_no_match (companies));
  g_assert_cmpint (state_of (companies), ==, TRIB_MODEL_STATE_READY);
  mirror_check (&mirror);
  g_assert_cmpuint (search (companies, NULL), ==, all);
  g_assert_cmpstr (trib_model_companies_get_search (companies), ==, "");
  g_assert_false (has_no_match (companies));
  assert_order (G_LIST_MODEL (companies));
  mirror_end (&mirror);
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies"), ==, n_requests_before);
}

static void
test_search_by_id (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Okonkwo Logistics");
  TribModelConnection *connection = find_connection (company, "pqsw");
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  guint n_notify = 0;

  g_assert_true (trib_model_company_matches (company, trib_model_company_get_id (company)));
  g_assert_true (trib_model_company_matches (company, trib_model_connection_get_id (connection)));
  g_assert_true (trib_model_company_matches (company, "quickbooks okonkwo"));
  g_assert_false (trib_model_company_matches (company, "xero"));
  g_signal_connect (companies, "notify::search", G_CALLBACK (count_cb), &n_notify);
  g_assert_cmpuint (search (companies, trib_model_connection_get_id (connection)), ==, 1);
  search (companies, trib_model_connection_get_id (connection));
  g_assert_cmpuint (n_notify, ==, 1);
}

/* Searching while pages still come in: what comes later is filtered too. */
static void
test_search_first (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (companies));
  trib_model_companies_set_search (companies, "bakery");
  load (fixture);
  mirror_check (&mirror);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (companies)), >=, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (companies)), <,
                    trib_model_companies_get_total (companies));
  mirror_end (&mirror);
}

/* A company that goes while the pages come in moves the others forward: none of them is lost. */
static void
test_shrinks (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = load (fixture);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *gone =
      sandbox_server_dup_company_id (fixture->server, "Harbour & Vale Bakery Ltd");
  guint n_asked = n_requests (fixture, "GET", "/companies");
  Call call = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (companies)); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (G_LIST_MODEL (companies), i);

    g_ptr_array_add (ids, g_strdup (trib_model_company_get_id (company)));
  }
  trib_model_companies_load (companies);
  wait_until (n_requests (fixture, "GET", "/companies") > n_asked);
  codat_client_delete_company_async (fixture->client, gone, NULL, call_cb, &call);
  call_wait (&call);
  call_clear (&call);
  wait_until (!is_loading (companies));
  g_assert_null (trib_model_companies_get_problem (companies));
  for (guint i = 0; i < ids->len; i++) {
    if (g_strcmp0 (ids->pdata[i], gone) != 0)
      g_assert_nonnull (trib_model_companies_find (companies, ids->pdata[i]));
  }
}

typedef struct {
  const char *fault;
  TribProblem kind;
} FaultRow;

static const FaultRow fault_rows[] = {
  { "companies-500", TRIB_PROBLEM_SERVER },
  { "401-everywhere", TRIB_PROBLEM_NOT_AUTHORIZED },
  { "402", TRIB_PROBLEM_PLAN },
  { "403", TRIB_PROBLEM_FORBIDDEN },
  { "429", TRIB_PROBLEM_RATE_LIMITED },
  { "503", TRIB_PROBLEM_SERVER },
  { "broken-json", TRIB_PROBLEM_BAD_ANSWER },
  { "html", TRIB_PROBLEM_BAD_ANSWER },
  { "empty", TRIB_PROBLEM_BAD_ANSWER },
  { "redirect", TRIB_PROBLEM_BAD_ANSWER },
};

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  TribModelProblem *problem;

  for (guint i = 0; i < G_N_ELEMENTS (fault_rows); i++) {
    g_assert_true (sandbox_server_set_fault (fixture->server, fault_rows[i].fault));
    load (fixture);
    g_assert_cmpint (state_of (companies), ==, TRIB_MODEL_STATE_FAILED);
    problem = trib_model_companies_get_problem (companies);
    g_assert_nonnull (problem);
    g_assert_cmpint (trib_model_problem_get_kind (problem), ==, fault_rows[i].kind);
    g_assert_nonnull (trib_model_problem_get_details (problem));
  }
  sandbox_server_set_fault (fixture->server, "none");
  load (fixture);
  g_assert_cmpint (state_of (companies), ==, TRIB_MODEL_STATE_READY);
  g_assert_null (trib_model_companies_get_problem (companies));
}

/* What is shown stays when loading again fails, and the problem is told beside it. */
static void
test_reload_fails (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = load (fixture);
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (companies));
  sandbox_server_set_fault (fixture->server, "companies-500");
  load (fixture);
  g_assert_cmpint (state_of (companies), ==, TRIB_MODEL_STATE_READY);
  g_assert_nonnull (trib_model_companies_get_problem (companies));
  g_assert_cmpuint (mirror.n_signals, ==, 0);
  mirror_end (&mirror);
}

static TribModelCompany *
create (Fixture *fixture, const char *name, const char *reference, GError **error)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  TribModelCompany *company;
  Call call = { NULL };

  trib_model_companies_create_async (companies, name, reference, NULL, NULL, call_cb, &call);
  company = trib_model_companies_create_finish (companies, call_wait (&call), error);
  call_clear (&call);
  return company;
}

static TribModelCompany *
look_up (Fixture *fixture, const char *name, const char *reference, GError **error)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  TribModelCompany *company;
  Call call = { NULL };

  trib_model_companies_look_up_async (companies, name, reference, NULL, call_cb, &call);
  company = trib_model_companies_look_up_finish (companies, call_wait (&call), error);
  call_clear (&call);
  return company;
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = load (fixture);
  guint n = sandbox_server_get_n_companies (fixture->server);
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelCompany) company = NULL;
  g_autofree char *id = NULL;
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (companies));
  company = create (fixture, "  Marlow Pottery ", " MP-1 ", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trib_model_company_get_name (company), ==, "Marlow Pottery");
  g_assert_cmpstr (trib_model_company_get_reference (company), ==, "MP-1");
  g_assert_cmpint (trib_model_company_get_status (company), ==, TRIB_MODEL_STATUS_NOT_STARTED);
  id = sandbox_server_dup_company_id (fixture->server, "Marlow Pottery");
  g_assert_cmpstr (trib_model_company_get_id (company), ==, id);
  g_assert_true (trib_model_companies_find (companies, id) == company);
  g_assert_cmpuint (sandbox_server_get_n_companies (fixture->server), ==, n + 1);
  g_assert_cmpuint (trib_model_companies_get_total (companies), ==, n + 1);
  g_assert_cmpuint (mirror.n_added, ==, 1);
  g_assert_cmpuint (mirror.n_removed, ==, 0);
  assert_order (G_LIST_MODEL (companies));
  load (fixture);
  g_assert_true (trib_model_companies_find (companies, id) == company);
  g_assert_cmpuint (mirror.n_added, ==, 1);
  mirror_end (&mirror);
}

static void
test_create_fails (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = load (fixture);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (companies));
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) broken = NULL;
  g_autoptr (GError) empty = NULL;

  sandbox_server_set_fault (fixture->server, "create-company-500");
  g_assert_null (create (fixture, "Marlow Pottery", NULL, &refused));
  g_assert_error (refused, CODAT_ERROR, CODAT_ERROR_SERVER);
  sandbox_server_set_fault (fixture->server, "broken-json");
  g_assert_null (create (fixture, "Marlow Pottery", NULL, &broken));
  g_assert_error (broken, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  g_assert_null (create (fixture, "   ", NULL, &empty));
  g_assert_error (empty, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (companies)), ==, n);
}

static void
test_look_up_here (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *known = load_company (fixture, "Okonkwo Logistics");
  guint before = n_requests (fixture, "GET", "/companies");
  g_autoptr (TribModelCompany) by_name = look_up (fixture, " okonkwo  LOGISTICS", NULL, NULL);
  g_autoptr (TribModelCompany) by_reference = look_up (fixture, "Other", "okl-1177", NULL);

  g_assert_true (by_name == known);
  g_assert_true (by_reference == known);
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies"), ==, before);
}

static void
test_look_up_there (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelCompany) company = look_up (fixture, "Okonkwo Logistics", NULL, &error);
  g_autofree char *id = sandbox_server_dup_company_id (fixture->server, "Okonkwo Logistics");

  g_assert_no_error (error);
  g_assert_cmpstr (trib_model_company_get_id (company), ==, id);
  g_assert_true (trib_model_companies_find (companies, id) == company);
  g_assert_null (look_up (fixture, "Nobody Has This Name", "NR-1", &error));
  g_assert_no_error (error);
}

static void
test_look_up_edges (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "A && B", "A || B", "{A}", "", "   ", NULL };
  g_autoptr (GError) error = NULL;

  /* What cannot be asked for is not asked. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (look_up (fixture, names[i], NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies"), ==, 0);
  sandbox_server_set_fault (fixture->server, "companies-500");
  g_assert_null (look_up (fixture, "Anything", NULL, &error));
  g_assert_error (error, CODAT_ERROR, CODAT_ERROR_SERVER);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) looked = NULL;
  g_autoptr (GError) created = NULL;
  Call look = { NULL }, make = { NULL };

  sandbox_server_set_fault (fixture->server, "never");
  trib_model_companies_look_up_async (companies, "Acme", NULL, cancellable, call_cb, &look);
  trib_model_companies_create_async (companies, "Acme", NULL, NULL, cancellable, call_cb, &make);
  g_cancellable_cancel (cancellable);
  g_assert_null (trib_model_companies_look_up_finish (companies, call_wait (&look), &looked));
  g_assert_error (looked, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (trib_model_companies_create_finish (companies, call_wait (&make), &created));
  g_assert_error (created, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  call_clear (&look);
  call_clear (&make);
}

/* The account is closed while its list is on the way; the fixture sees that it goes. */
static void
test_owner_gone (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);

  sandbox_server_set_fault (fixture->server, "never");
  trib_model_companies_load (companies);
  g_object_add_weak_pointer (G_OBJECT (companies), (gpointer *) &companies);
  fixture_make_account (fixture, TRIB_CLOCK (fixture->clock), NULL);
  wait_until (companies == NULL);
}

/* A row that somebody still shows outlives the list that it was in. */
static void
test_row_outlives (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = g_object_ref (load_company (fixture, "Okonkwo Logistics"));
  TribModelConnection *connection = g_object_ref (find_connection (company, "pqsw"));
  Call call = { NULL };

  fixture_make_account (fixture, TRIB_CLOCK (fixture->clock), NULL);
  trib_model_connection_delete_async (connection, NULL, call_cb, &call);
  g_assert_true (trib_model_connection_delete_finish (connection, call_wait (&call), NULL));
  call_clear (&call);
  g_assert_cmpint (trib_model_company_get_status (company), ==, TRIB_MODEL_STATUS_NOT_STARTED);
  assert_goes (connection);
  assert_goes (company);
}

/* A company moves to its place when its connections change, and nothing else moves. */
static void
test_moves (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Okonkwo Logistics");
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  TribModelConnection *connection = find_connection (company, "pqsw");
  g_autofree char *sync = NULL;
  guint n_status = 0;
  Mirror mirror;
  Call call = { NULL };

  g_signal_connect (company, "notify::status", G_CALLBACK (count_cb), &n_status);
  mirror_begin (&mirror, G_LIST_MODEL (companies));
  trib_model_connection_delete_async (connection, NULL, call_cb, &call);
  g_assert_true (trib_model_connection_delete_finish (connection, call_wait (&call), NULL));
  call_clear (&call);
  g_assert_cmpuint (n_status, ==, 1);
  g_object_get (company, "last-sync-text", &sync, NULL);
  g_assert_cmpstr (sync, ==, "—");
  g_assert_cmpuint (mirror.n_removed, ==, 1);
  g_assert_cmpuint (mirror.n_added, ==, 1);
  assert_order (G_LIST_MODEL (companies));
  mirror_end (&mirror);
}

/* "12 minutes ago" does not stand still while somebody looks. */
static void
test_ages (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Okonkwo Logistics");
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  guint n_told = 0;

  g_signal_connect (company, "notify::last-sync-text", G_CALLBACK (count_cb), &n_told);
  trib_model_companies_follow (companies);
  test_clock_advance (fixture->clock, 60 * 1000);
  wait_until (n_told > 0);
  trib_model_companies_unfollow (companies);
  g_signal_handlers_disconnect_by_data (company, &n_told);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  guint n = GPOINTER_TO_UINT (data);
  gint64 start;
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (companies));
  load (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (companies)), >=, n);
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies"), >=, n / 1000);
  assert_order (G_LIST_MODEL (companies));
  mirror_end (&mirror);
  start = g_get_monotonic_time ();
  g_assert_cmpuint (search (companies, "a"), >, 0);
  g_assert_cmpuint (search (companies, ""), >=, n);
  /* Far more than it takes, far less than a person would notice with a hundred times as many. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/model/companies/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("load", test_load);
  ADD ("reload", test_reload);
  ADD ("values", test_values);
  ADD ("pending", test_pending);
  ADD ("search", test_search);
  ADD ("search-by-id", test_search_by_id);
  ADD ("search-first", test_search_first);
  ADD ("faults", test_faults);
  ADD ("reload-fails", test_reload_fails);
  ADD ("create", test_create);
  ADD ("create-fails", test_create_fails);
  ADD ("look-up-here", test_look_up_here);
  ADD ("look-up-there", test_look_up_there);
  ADD ("look-up-edges", test_look_up_edges);
  ADD ("cancel", test_cancel);
  ADD ("owner-gone", test_owner_gone);
  ADD ("row-outlives", test_row_outlives);
  ADD ("moves", test_moves);
  ADD ("ages", test_ages);
  g_test_add ("/model/companies/shrinks", Fixture, GUINT_TO_POINTER (3500), fixture_set_up,
              test_shrinks, fixture_tear_down);
  g_test_add ("/model/companies/many", Fixture, GUINT_TO_POINTER (3500), fixture_set_up, test_many,
              fixture_tear_down);
  return g_test_run ();
}
