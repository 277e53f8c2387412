/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-company-row.h"
#include "trib-ui-connection-row.h"
#include "trib-ui-filter-chips.h"

#include "company-fixture.h"

/* A sign-in whose end nobody saw, in the list of companies and on its company; and the chips that
 * show who waits. */

#define COMPANY "Brightwater Dental Practice"

typedef struct {
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  TribModelCompanies *companies;
  TribModelCompany *company;
  TribModelConnection *connection;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer on_company)
{
  g_autofree char *record = NULL;

  ui_world_start (&fixture->world, 0);
  fixture->companies = trib_model_account_get_companies (fixture->world.account);
  fixture->company = company_fixture_get (&fixture->world, COMPANY);
  fixture->connection = g_list_model_get_item (
      G_LIST_MODEL (trib_model_company_get_connections (fixture->company)), 0);
  g_assert_nonnull (fixture->connection);
  record = g_strdup_printf (
      "('%s', 'x', %" G_GINT64_FORMAT ", 'outside')", trib_model_company_get_id (fixture->company),
      trib_clock_get_real_time (fixture->world.clock) - 12 * G_TIME_SPAN_MINUTE);
  trib_model_notes_take_back_stop (trib_model_account_get_notes (fixture->world.account),
                                   trib_model_connection_get_id (fixture->connection), record);
  fixture->page =
      g_object_ref_sink (on_company != NULL ? trib_ui_connections_page_new (fixture->company, NULL)
                                            : trib_ui_companies_page_new (fixture->world.account));
  ui_window_open (&fixture->window, fixture->page, 1000, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer on_company)
{
  ui_window_close (&fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->page));
  g_clear_object (&fixture->connection);
  ui_world_stop (&fixture->world);
}

static GtkWidget *
find_row (GtkWidget *root, TribModelCompany *company)
{
  if (TRIB_UI_IS_COMPANY_ROW (root) &&
      trib_ui_company_row_get_company (TRIB_UI_COMPANY_ROW (root)) == company)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = find_row (child, company);

    if (row != NULL)
      return row;
  }
  return NULL;
}

static gboolean
says_waiting (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *row = find_row (fixture->page, fixture->company);

  return row != NULL && ui_shows (row, "Waiting for Sage Accounting · 12 minutes");
}

static gboolean
says_nothing (gpointer data)
{
  return !says_waiting (data);
}

static guint
count_checks (Fixture *fixture)
{
  g_autofree char *path =
      g_strdup_printf ("/companies/%s/connections/%s", trib_model_company_get_id (fixture->company),
                       trib_model_connection_get_id (fixture->connection));

  return sandbox_server_get_n_requests (fixture->world.server, "GET", path);
}

static void
test_marked (Fixture *fixture, gconstpointer on_company)
{
  GtkWidget *item;

  ui_wait_for (says_waiting, fixture);
  item = gtk_widget_get_parent (find_row (fixture->page, fixture->company));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
      COMPANY ": Waiting for sign-in, Waiting for Sage Accounting · 12 minutes");
  g_free (trib_model_connection_stop_waiting (fixture->connection));
  ui_wait_for (says_nothing, fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       COMPANY ": Waiting for sign-in");
  g_assert_cmpuint (count_checks (fixture), ==, 0);
}

static GtkWidget *
find_chip (Fixture *fixture, const char *title)
{
  GtkWidget *chips = ui_find (fixture->page, TRIB_UI_TYPE_FILTER_CHIPS);

  for (GtkWidget *chip = gtk_widget_get_first_child (chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (ui_shows (chip, title))
      return chip;
  g_assert_not_reached ();
}

/* A chip says how many there are, and shows them; the search looks among them. */
static void
test_chips (Fixture *fixture, gconstpointer on_company)
{
  GListModel *list = G_LIST_MODEL (fixture->companies);
  guint total = g_list_model_get_n_items (list);
  guint n = trib_model_companies_get_count (fixture->companies, TRIB_MODEL_FILTER_ATTENTION);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *name = g_strdup_printf ("Needs Attention, %u", n);
  GtkWidget *chip;

  ui_wait_for (says_waiting, fixture);
  chip = find_chip (fixture, "Needs Attention");
  g_assert_true (ui_shows (chip, count));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_chip (fixture, "All"))));
  ui_click (chip);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
  g_assert_cmpuint (n, <, total);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_chip (fixture, "All"))));
  trib_model_companies_set_search (fixture->companies, COMPANY);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_true (ui_shows (fixture->page, "Nothing with “" COMPANY
                                          "” in its name, reference or platforms among what is "
                                          "shown."));
  trib_model_companies_set_search (fixture->companies, NULL);
  gtk_widget_activate_action (fixture->page, "page.clear-search", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, total);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_chip (fixture, "All"))));
  ui_assert_names (fixture->page);
}

static gboolean
has_buttons (gpointer data)
{
  GtkWidget *button = ui_find_action (data, "connection.check");

  return button != NULL && gtk_widget_get_mapped (button);
}

static GtkWidget *
open_row (Fixture *fixture)
{
  GtkWidget *row = ui_find (fixture->page, TRIB_UI_TYPE_CONNECTION_ROW);

  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "connection.toggle", NULL);
  g_assert_true (ui_shows (row, "Still waiting for Sage Accounting · 12 minutes"));
  ui_wait_for (has_buttons, row);
  return row;
}

static gboolean
is_checked (gpointer data)
{
  return !trib_model_connection_get_is_checking (data);
}

static void
test_check (Fixture *fixture, gconstpointer on_company)
{
  GtkWidget *row = open_row (fixture);

  ui_click (ui_find_action (row, "connection.check"));
  g_assert_true (ui_shows (row, "Checking…"));
  g_assert_false (gtk_widget_get_sensitive (ui_find_action (row, "connection.check")));
  ui_wait_for (is_checked, fixture->connection);
  g_assert_true (ui_shows (row, "Still waiting for Sage Accounting · 12 minutes"));
  g_assert_cmpuint (count_checks (fixture), ==, 1);
}

/* Codat cannot be asked: the row says why, and waits on. */
static void
test_check_fails (Fixture *fixture, gconstpointer on_company)
{
  GtkWidget *row = open_row (fixture);
  TribModelProblem *problem;

  g_assert_true (sandbox_server_set_fault (fixture->world.server, "connection-500"));
  codat_client_set_max_tries (trib_model_account_get_client (fixture->world.account), 1);
  ui_click (ui_find_action (row, "connection.check"));
  ui_wait_for (is_checked, fixture->connection);
  problem = trib_model_connection_get_problem (fixture->connection);
  g_assert_nonnull (problem);
  g_assert_true (ui_shows (row, trib_model_problem_get_title (problem)));
  g_assert_true (ui_shows (row, "Still waiting for Sage Accounting · 12 minutes"));
}

static void
test_stop (Fixture *fixture, gconstpointer on_company)
{
  GtkWidget *row = open_row (fixture);
  g_autofree char *status = NULL;
  guint n_before = sandbox_server_get_n_requests (fixture->world.server, "PATCH", "") +
                   sandbox_server_get_n_requests (fixture->world.server, "DELETE", "");
  GtkWidget *undo;

  g_assert_true (ui_shows (row, "To stop waiting changes nothing at Codat: the connection stays "
                                "there as it is."));
  ui_click (ui_find_action (row, "connection.stop-waiting"));
  g_assert_false (trib_model_connection_get_is_awaited (fixture->connection));
  g_assert_true (ui_shows (row, "The sign-in was begun and is not finished"));
  g_assert_null (ui_find_action (row, "connection.stop-waiting"));
  g_assert_true (ui_shows (fixture->page, "Waiting stopped"));
  undo = ui_find_action (fixture->page, "page.wait-again");
  g_assert_nonnull (undo);
  ui_click (undo);
  g_assert_true (ui_shows (row, "Still waiting for Sage Accounting · 12 minutes"));
  status = sandbox_server_dup_connection_status (
      fixture->world.server, trib_model_company_get_id (fixture->company),
      trib_model_connection_get_id (fixture->connection));
  g_assert_cmpstr (status, ==, "PendingAuth");
  g_assert_cmpuint (sandbox_server_get_n_requests (fixture->world.server, "PATCH", "") +
                        sandbox_server_get_n_requests (fixture->world.server, "DELETE", ""),
                    ==, n_before);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(name, on_company, test)                                                                \
  g_test_add ("/ui/waiting/" name, Fixture, on_company, set_up, test, tear_down)
  ADD ("marked", NULL, test_marked);
  ADD ("chips", NULL, test_chips);
  ADD ("check", COMPANY, test_check);
  ADD ("check-fails", COMPANY, test_check_fails);
  ADD ("stop", COMPANY, test_stop);
  return g_test_run ();
}
