/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

/* A long day of random changes against the sandbox, seen through a list that is kept only by what
 * the model tells: whatever happens in whatever order, the two are one. */
#define N_STEPS 400

typedef struct {
  Fixture base;
  TribModelCompanies *companies;
  GRand *random;
  Mirror mirror;
  guint n_created;
} Day;

static gboolean
is_loading (Day *day)
{
  gboolean loading;

  g_object_get (day->companies, "loading-more", &loading, NULL);
  return loading;
}

static TribModelCompany *
pick_company (Day *day)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (day->companies));
  TribModelCompany *company;

  if (n == 0)
    return NULL;
  company = g_list_model_get_item (G_LIST_MODEL (day->companies),
                                   (guint) g_rand_int_range (day->random, 0, (int) n));
  return company;
}

static void
search (Day *day)
{
  static const char *const words[] = { "", "a", "e s", "ltd", "xero", "nothing", "new", "-" };

  trib_model_companies_set_search (day->companies,
                                   words[g_rand_int_range (day->random, 0, G_N_ELEMENTS (words))]);
}

static void
create (Day *day)
{
  g_autofree char *name = g_strdup_printf (
      "%c New %u", 'A' + (char) g_rand_int_range (day->random, 0, 26), day->n_created++);
  g_autoptr (TribModelCompany) company = NULL;
  Call call = { NULL };

  trib_model_companies_create_async (day->companies, name, NULL, NULL, NULL, call_cb, &call);
  company = trib_model_companies_create_finish (day->companies, call_wait (&call), NULL);
  g_assert_nonnull (company);
  call_clear (&call);
}

static TribModelConnection *
pick_connection (TribModelCompany *company)
{
  return g_list_model_get_item (G_LIST_MODEL (trib_model_company_get_connections (company)), 0);
}

static void
unlink_one (Day *day)
{
  g_autoptr (TribModelCompany) company = pick_company (day);
  g_autoptr (TribModelConnection) connection = company != NULL ? pick_connection (company) : NULL;

  if (connection == NULL)
    return;
  trib_model_connection_begin_unlink (connection);
  if (g_rand_boolean (day->random))
    trib_model_connection_undo_unlink (connection);
  test_clock_advance (day->base.clock, TRIB_MODEL_UNDO_SECONDS * 1000);
  wait_until (!trib_model_connection_get_busy (connection));
}

static void
delete_one (Day *day)
{
  g_autoptr (TribModelCompany) company = pick_company (day);
  g_autoptr (TribModelConnection) connection = company != NULL ? pick_connection (company) : NULL;
  Call call = { NULL };

  if (connection == NULL || g_rand_int_range (day->random, 0, 4) > 0)
    return;
  trib_model_connection_delete_async (connection, NULL, call_cb, &call);
  g_assert_true (trib_model_connection_delete_finish (connection, call_wait (&call), NULL));
  call_clear (&call);
}

static void
load (Day *day)
{
  trib_model_companies_load (day->companies);
  if (g_rand_boolean (day->random))
    wait_until (!is_loading (day));
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
check (Day *day)
{
  const char *words = trib_model_companies_get_search (day->companies);
  gboolean no_match;

  mirror_check (&day->mirror);
  for (guint i = 0; i < day->mirror.items->len; i++) {
    TribModelCompany *company = day->mirror.items->pdata[i];

    g_assert_true (trib_model_company_matches (company, words));
    if (i > 0)
      g_assert_cmpuint (rank_of (day->mirror.items->pdata[i - 1]), <=, rank_of (company));
  }
  g_object_get (day->companies, "no-match", &no_match, NULL);
  if (trib_model_companies_get_state (day->companies) == TRIB_MODEL_STATE_READY)
    g_assert_cmpint (no_match, ==, day->mirror.items->len == 0);
}

static void
test_day (Day *day, gconstpointer data)
{
  static void (*const acts[]) (Day *) = { search, search, create, unlink_one, delete_one, load };

  for (guint i = 0; i < N_STEPS; i++) {
    acts[g_rand_int_range (day->random, 0, G_N_ELEMENTS (acts))](day);
    check (day);
  }
  wait_until (!is_loading (day));
  trib_model_companies_set_search (day->companies, "");
  check (day);
  /* At the end of the day the list is what the server has. */
  trib_model_companies_load (day->companies);
  wait_until (!is_loading (day));
  check (day);
  g_assert_cmpuint (day->mirror.items->len, ==, sandbox_server_get_n_companies (day->base.server));
}

static void
day_set_up (Day *day, gconstpointer data)
{
  fixture_set_up (&day->base, NULL);
  day->companies = trib_model_account_get_companies (day->base.account);
  day->random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  mirror_begin (&day->mirror, G_LIST_MODEL (day->companies));
}

static void
day_tear_down (Day *day, gconstpointer data)
{
  mirror_end (&day->mirror);
  g_rand_free (day->random);
  fixture_tear_down (&day->base, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 4; seed++) {
    g_autofree char *path = g_strdup_printf ("/model/rows/day/%u", seed);

    g_test_add (path, Day, GUINT_TO_POINTER (seed), day_set_up, test_day, day_tear_down);
  }
  return g_test_run ();
}
