/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-ui.h"

/* Who confirmed an unlink and closes the window has it unlinked. */

typedef struct {
  AppTest test;
  SandboxServer *server;
  TribModelConnection *connection; /* (owned) */
  char *company_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  GListModel *companies;

  app_test_set_up (test, TRUE, FAKE_WEB_MODULE);
  fixture->server = trib_app_demo_get_server (test->demo);
  trib_app_window_start (test->window, NULL);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
  companies = G_LIST_MODEL (app_test_get_companies (test));
  for (guint i = 0; i < g_list_model_get_n_items (companies); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (companies, i);
    TribModelConnection *connection =
        trib_model_connections_get_accounting (trib_model_company_get_connections (company));

    if (connection == NULL || !trib_model_connection_get_can_unlink (connection))
      continue;
    g_set_object (&fixture->connection, connection);
    g_free (fixture->company_id);
    fixture->company_id = g_strdup (trib_model_company_get_id (company));
  }
  g_assert_nonnull (fixture->connection);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->connection);
  g_free (fixture->company_id);
  app_test_tear_down (&fixture->test);
}

static void
assert_status (Fixture *fixture, const char *expected)
{
  g_autofree char *status = sandbox_server_dup_connection_status (
      fixture->server, fixture->company_id, trib_model_connection_get_id (fixture->connection));

  g_assert_cmpstr (status, ==, expected);
}

static gboolean
is_closed (AppTest *test, gconstpointer data)
{
  return test->window == NULL;
}

static void
test_unlinks (Fixture *fixture, gconstpointer data)
{
  trib_model_connection_begin_unlink (fixture->connection);
  gtk_window_close (GTK_WINDOW (fixture->test.window));
  g_assert_nonnull (fixture->test.window);
  app_test_wait (&fixture->test, 10, is_closed, NULL);
  assert_status (fixture, "Unlinked");
}

static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  trib_model_connection_begin_unlink (fixture->connection);
  trib_model_connection_undo_unlink (fixture->connection);
  gtk_window_close (GTK_WINDOW (fixture->test.window));
  app_test_wait (&fixture->test, 10, is_closed, NULL);
  assert_status (fixture, "Linked");
}

static gboolean
has_problem (AppTest *test, gconstpointer fixture)
{
  return trib_model_connection_get_problem (((const Fixture *) fixture)->connection) != NULL;
}

static gboolean
says_so (AppTest *test, gconstpointer data)
{
  return app_test_has_text (GTK_WIDGET (test->window), "Not everything could be unlinked");
}

/* The window stays and says so, and nobody is held by it twice. */
static void
test_fails (Fixture *fixture, gconstpointer data)
{
  sandbox_server_set_fault (fixture->server, "unlink-500");
  trib_model_connection_begin_unlink (fixture->connection);
  gtk_window_close (GTK_WINDOW (fixture->test.window));
  app_test_wait (&fixture->test, 10, has_problem, fixture);
  app_test_wait (&fixture->test, 20, says_so, NULL);
  g_assert_nonnull (fixture->test.window);
  gtk_window_close (GTK_WINDOW (fixture->test.window));
  app_test_wait (&fixture->test, 10, is_closed, NULL);
  assert_status (fixture, "Linked");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/app/leave/unlinks", Fixture, NULL, set_up, test_unlinks, tear_down);
  g_test_add ("/app/leave/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  g_test_add ("/app/leave/fails", Fixture, NULL, set_up, test_fails, tear_down);
  return g_test_run ();
}
