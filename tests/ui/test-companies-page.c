/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-filter-chips.h"

#include "company-fixture.h"

typedef struct {
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  TribModelCompanies *companies;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer fault)
{
  ui_world_start (&fixture->world, 0);
  if (fault != NULL)
    g_assert_true (sandbox_server_set_fault (fixture->world.server, fault));
  fixture->companies = trib_model_account_get_companies (fixture->world.account);
  fixture->page = g_object_ref_sink (trib_ui_companies_page_new (fixture->world.account));
  ui_window_open (&fixture->window, fixture->page, 1000, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer fault)
{
  ui_window_close (&fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->page));
  ui_world_stop (&fixture->world);
}

static const char *
get_view (Fixture *fixture)
{
  GtkWidget *skeleton = ui_find (fixture->page, TRIB_UI_TYPE_SKELETON);
  GtkWidget *stack = gtk_widget_get_ancestor (skeleton, GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static gboolean
has_row (gpointer data)
{
  GtkWidget *row = ui_find (data, TRIB_UI_TYPE_COMPANY_ROW);

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_get_width (row) > 0;
}

static void
wait_for_rows (Fixture *fixture)
{
  ui_wait_for_state (fixture->companies, TRIB_MODEL_STATE_READY);
  ui_wait_for (has_row, fixture->page);
}

static void
test_list (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *list = ui_find (fixture->page, GTK_TYPE_LIST_VIEW);
  GtkWidget *row;
  TribModelCompany *company;
  g_autofree char *status = NULL;

  g_assert_cmpstr (get_view (fixture), ==, "loading");
  wait_for_rows (fixture);
  g_assert_cmpstr (get_view (fixture), ==, "list");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Companies");
  row = ui_find (fixture->page, TRIB_UI_TYPE_COMPANY_ROW);
  company = trib_ui_company_row_get_company (TRIB_UI_COMPANY_ROW (row));
  g_assert_true (ui_shows (row, trib_model_company_get_name (company)));
  g_assert_true (ui_shows (row, trib_model_company_get_status_text (company)));
  g_assert_false (trib_ui_company_row_get_narrow (TRIB_UI_COMPANY_ROW (row)));
  ui_assert_names (fixture->page);
  /* What is at stake is on the page. */
  g_assert_cmpint (trib_ui_environment_badge_get_environment (TRIB_UI_ENVIRONMENT_BADGE (
                       ui_find (fixture->page, TRIB_UI_TYPE_ENVIRONMENT_BADGE))),
                   ==, TRIB_STORE_ENVIRONMENT_DEMO);
}

/* The badge says "Demo" already: a name that says the same is not said twice. */
static void
test_demo_is_said_once (void)
{
  UiWorld world = { NULL };
  UiWindow window;
  g_autoptr (TribStoreAccount) record = NULL;
  g_autoptr (TribModelAccount) account = NULL;
  GtkWidget *page, *badge, *name;

  ui_world_start (&world, 0);
  record = trib_store_account_new ("de300000-0000-4000-8000-000000000002", "Demo",
                                   sandbox_server_get_base_url (world.server), NULL,
                                   TRIB_STORE_ENVIRONMENT_DEMO);
  account = trib_model_account_new (record, trib_model_account_get_client (world.account),
                                    world.store, world.clock, FALSE);
  page = g_object_ref_sink (trib_ui_companies_page_new (account));
  ui_window_open (&window, page, 1000, 600);
  badge = ui_find (page, TRIB_UI_TYPE_ENVIRONMENT_BADGE);
  g_assert_true (ui_shows (badge, "Demo"));
  name = gtk_widget_get_prev_sibling (badge);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (name)), ==, "Demo");
  g_assert_false (gtk_widget_get_visible (name));
  ui_wait_for_state (trib_model_account_get_companies (account), TRIB_MODEL_STATE_READY);
  ui_window_close (&window);
  g_assert_finalize_object (page);
  g_clear_object (&account);
  ui_world_stop (&world);
}

static void
assert_read_aloud (GtkWidget *marks, const char *expected)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (marks), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       expected);
}

static char *
dup_marks_words (TribModelConnection *connection)
{
  return g_strdup_printf ("%s: %s", trib_model_connection_get_platform_name (connection),
                          trib_model_connection_get_status_text (connection));
}

/* Marks are read aloud as words, and what changes is read aloud as it is then. */
static void
test_marks (void)
{
  UiWorld world = { NULL };
  TribModelCompany *company;
  TribModelConnection *connection;
  g_autoptr (GListStore) list = g_list_store_new (TRIB_MODEL_TYPE_CONNECTION);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GString) many = NULL;
  GtkWidget *marks;

  ui_world_start (&world, 0);
  marks = g_object_ref_sink (g_object_new (TRIB_UI_TYPE_PLATFORM_MARKS, NULL));
  assert_read_aloud (marks, "None yet");
  company = company_fixture_get (&world, "Pemberton Garage Group");
  company_fixture_load (company);
  connection = company_fixture_get_connection (&world, company, "hbql");
  g_list_store_append (list, connection);
  trib_ui_platform_marks_set_connections (TRIB_UI_PLATFORM_MARKS (marks), G_LIST_MODEL (list));
  before = dup_marks_words (connection);
  assert_read_aloud (marks, before);
  trib_model_connection_begin_unlink (connection);
  trib_model_connection_commit_unlink (connection);
  company_fixture_wait_for (connection, "can-unlink", FALSE);
  after = dup_marks_words (connection);
  g_assert_cmpstr (after, !=, before);
  assert_read_aloud (marks, after);

  many = g_string_new (after);
  for (guint i = 1; i < TRIB_UI_PLATFORM_MARKS_MAX + 2; i++) {
    g_list_store_append (list, connection);
    if (i < TRIB_UI_PLATFORM_MARKS_MAX)
      g_string_append_printf (many, ", %s", after);
  }
  g_string_append (many, ", 2 more");
  assert_read_aloud (marks, many->str);
  trib_ui_platform_marks_set_connections (TRIB_UI_PLATFORM_MARKS (marks), NULL);
  assert_read_aloud (marks, "None yet");
  g_assert_finalize_object (marks);
  ui_world_stop (&world);
}

static void
test_open (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *list = ui_find (fixture->page, GTK_TYPE_LIST_VIEW);
  g_autoptr (TribModelCompany) second = NULL;
  g_autofree char *expected = NULL;

  wait_for_rows (fixture);
  second = g_list_model_get_item (G_LIST_MODEL (fixture->companies), 1);
  expected = g_strdup_printf ("open-company('%s')", trib_model_company_get_id (second));
  gtk_widget_activate_action (list, "list.activate-item", "u", 1);
  g_assert_cmpstr (fixture->window.activated->str, ==, expected);
}

/* Focus goes to the list, and Enter opens the row that has it. */
static void
test_keyboard (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *row;
  GtkWidget *focus;
  g_autofree char *expected = NULL;
  g_autofree char *name = NULL;

  wait_for_rows (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.focus", NULL));
  focus = gtk_window_get_focus (fixture->window.window);
  g_assert_nonnull (focus);
  row = ui_find (focus, TRIB_UI_TYPE_COMPANY_ROW);
  g_assert_nonnull (row);
  name = g_strdup_printf (
      "%s: %s",
      trib_model_company_get_name (trib_ui_company_row_get_company (TRIB_UI_COMPANY_ROW (row))),
      trib_model_company_get_status_text (
          trib_ui_company_row_get_company (TRIB_UI_COMPANY_ROW (row))));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  expected = g_strdup_printf (
      "open-company('%s')",
      trib_model_company_get_id (trib_ui_company_row_get_company (TRIB_UI_COMPANY_ROW (row))));
  g_assert_true (gtk_widget_activate (focus));
  g_assert_cmpstr (fixture->window.activated->str, ==, expected);

  g_assert_true (gtk_widget_activate_action (fixture->page, "page.search", NULL));
  focus = gtk_window_get_focus (fixture->window.window);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
}

/* Tab goes from the search past the chips to the row, not past it to the row's menu, which a key
 * opens; Enter in the search goes to what it found. */
static void
test_tab (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *search = ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *row, *focus;

  wait_for_rows (fixture);
  row = ui_find (fixture->page, TRIB_UI_TYPE_COMPANY_ROW);
  gtk_widget_grab_focus (search);
  for (guint i = 0; i < TRIB_MODEL_N_FILTERS; i++) {
    g_assert_true (gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD));
    g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window.window),
                                           ui_find (fixture->page, TRIB_UI_TYPE_FILTER_CHIPS)));
  }
  g_assert_true (gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (fixture->window.window);
  g_assert_true (focus == gtk_widget_get_parent (row));

  g_assert_true (gtk_widget_activate_action (fixture->page, "page.row-menu", NULL));
  g_assert_true (gtk_widget_get_visible (ui_find (row, GTK_TYPE_POPOVER)));
  gtk_popover_popdown (GTK_POPOVER (ui_find (row, GTK_TYPE_POPOVER)));

  gtk_widget_grab_focus (search);
  g_signal_emit_by_name (search, "activate");
  focus = gtk_window_get_focus (fixture->window.window);
  g_assert_true (focus == gtk_widget_get_parent (row));
}

static gboolean
is_alone (gpointer data)
{
  return g_list_model_get_n_items (data) == 1;
}

static gboolean
is_no_match (gpointer data)
{
  return g_strcmp0 (get_view (data), "no-match") == 0;
}

static void
test_search (Fixture *fixture, gconstpointer fault)
{
  GtkEditable *search = GTK_EDITABLE (ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY));
  g_autoptr (TribModelCompany) first = NULL;
  guint total;

  wait_for_rows (fixture);
  total = g_list_model_get_n_items (G_LIST_MODEL (fixture->companies));
  first = g_list_model_get_item (G_LIST_MODEL (fixture->companies), 0);
  gtk_editable_set_text (search, trib_model_company_get_name (first));
  ui_wait_for (is_alone, fixture->companies);

  gtk_editable_set_text (search, "no <b>such</b> & thing");
  ui_wait_for (is_no_match, fixture);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (search)));
  ui_click (ui_find_action (fixture->page, "page.clear-search"));
  ui_wait_for (has_row, fixture->page);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->companies)), ==, total);
}

/* Escape ends the search, and the arrows go through the list at once. */
static void
test_search_escape (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *search = ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  guint total;

  wait_for_rows (fixture);
  total = g_list_model_get_n_items (G_LIST_MODEL (fixture->companies));
  gtk_widget_activate_action (fixture->page, "page.search", NULL);
  g_assert_true (ui_has_focus (search));
  ui_type (fixture->window.window, "a");
  g_assert_true (ui_press (fixture->window.window, GDK_KEY_Escape, 0));
  ui_wait_for (has_row, fixture->page);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->companies)), ==, total);
  g_assert_true (ui_has_focus (ui_find (fixture->page, GTK_TYPE_LIST_VIEW)));
}

static void
test_row_actions (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *row;
  TribModelCompany *company;
  g_autofree char *expected = NULL;
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;

  wait_for_rows (fixture);
  row = ui_find (fixture->page, TRIB_UI_TYPE_COMPANY_ROW);
  company = trib_ui_company_row_get_company (TRIB_UI_COMPANY_ROW (row));
  expected = g_strdup_printf ("open-company('%s')", trib_model_company_get_id (company));
  gtk_widget_activate_action (row, "company.open", NULL);
  g_assert_cmpstr (fixture->window.activated->str, ==, expected);

  gtk_widget_activate_action (row, "company.copy-id", NULL);
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (row));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, trib_model_company_get_id (company));
}

static gboolean
is_narrow (gpointer data)
{
  return has_row (data) && trib_ui_company_row_get_narrow (
                               TRIB_UI_COMPANY_ROW (ui_find (data, TRIB_UI_TYPE_COMPANY_ROW)));
}

static gboolean
is_told_narrow (gpointer data)
{
  gboolean narrow;

  g_object_get (data, "narrow", &narrow, NULL);
  return narrow;
}

/* A telephone's width is enough for everything, also in a right-to-left language. */
static void
test_narrow (Fixture *fixture, gconstpointer fault)
{
  UiWindow narrow;
  GtkWidget *page;
  int minimum;

  wait_for_rows (fixture);
  page = g_object_ref_sink (trib_ui_companies_page_new (fixture->world.account));
  gtk_widget_set_direction (page, GTK_TEXT_DIR_RTL);
  ui_window_open (&narrow, page, 360, 600);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  ui_wait_for (is_narrow, page);
  g_assert_cmpint (gtk_widget_get_width (page), <=, 360);
  /* The account's name makes room for the search field. */
  ui_wait_for (is_told_narrow, page);
  g_assert_false (ui_shows (page, "Northwind Lending"));
  ui_assert_names (page);
  ui_window_close (&narrow);
  g_assert_finalize_object (page);
}

static gboolean
is_listed (gpointer data)
{
  return g_strcmp0 (get_view (data), "list") == 0;
}

static void
test_failed (Fixture *fixture, gconstpointer fault)
{
  ui_wait_for_state (fixture->companies, TRIB_MODEL_STATE_FAILED);
  g_assert_cmpstr (get_view (fixture), ==, "failed");
  g_assert_true (ui_shows (
      fixture->page,
      trib_model_problem_get_title (trib_model_companies_get_problem (fixture->companies))));
  g_assert_false (gtk_widget_get_sensitive (ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY)));

  sandbox_server_set_fault (fixture->world.server, "none");
  ui_click (ui_find_action (fixture->page, "page.reload"));
  ui_wait_for (is_listed, fixture);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

/* What was there stays when loading again fails, with the reason above it. */
static void
test_failed_later (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *box = ui_find (fixture->page, TRIB_UI_TYPE_PROBLEM_BOX);

  wait_for_rows (fixture);
  g_assert_false (gtk_widget_get_visible (box));
  sandbox_server_set_fault (fixture->world.server, "companies-500");
  gtk_widget_activate_action (fixture->page, "page.reload", NULL);
  ui_wait_for ((UiCondition) gtk_widget_get_visible, box);
  g_assert_cmpstr (get_view (fixture), ==, "list");
  sandbox_server_set_fault (fixture->world.server, "none");
  gtk_widget_activate_action (fixture->page, "page.reload", NULL);
  ui_wait_for (is_hidden, box);
  g_assert_cmpstr (get_view (fixture), ==, "list");
}

static void
test_new_company (Fixture *fixture, gconstpointer fault)
{
  ui_click (ui_find_action (fixture->page, "win.new-company"));
  g_assert_cmpstr (fixture->window.activated->str, ==, "new-company()");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(name, fault, test)                                                                     \
  g_test_add ("/ui/companies/" name, Fixture, fault, set_up, test, tear_down)
  ADD ("list", NULL, test_list);
  ADD ("open", NULL, test_open);
  ADD ("keyboard", NULL, test_keyboard);
  ADD ("tab", NULL, test_tab);
  ADD ("search", NULL, test_search);
  ADD ("search-escape", NULL, test_search_escape);
  ADD ("row-actions", NULL, test_row_actions);
  ADD ("narrow", NULL, test_narrow);
  ADD ("failed", "companies-500", test_failed);
  ADD ("failed-later", NULL, test_failed_later);
  ADD ("new-company", NULL, test_new_company);
  g_test_add_func ("/ui/companies/demo-once", test_demo_is_said_once);
  g_test_add_func ("/ui/companies/marks", test_marks);
  return g_test_run ();
}
