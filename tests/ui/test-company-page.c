/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"
#include "trib-ui-connection-row.h"

typedef struct {
  UiWorld world;
  UiWindow window;
  TribModelCompany *company; /* (owned) */
  GtkWidget *page;           /* (owned) */
} Fixture;

static void
open_page (Fixture *fixture, const char *name, int width)
{
  ui_world_start (&fixture->world, 0);
  fixture->company = g_object_ref (company_fixture_get (&fixture->world, name));
  fixture->page =
      g_object_ref_sink (trib_ui_company_page_new (fixture->world.account, fixture->company));
  ui_window_open (&fixture->window, fixture->page, width, 640);
  company_fixture_load (fixture->company);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, "Harbour & Vale Bakery Ltd", 1000);
}

static void
set_up_narrow (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, "Harbour & Vale Bakery Ltd", 360);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (&fixture->window);
  company_fixture_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->page));
  g_clear_object (&fixture->company);
  ui_world_stop (&fixture->world);
}

static void
assert_view (Fixture *fixture, const char *wanted)
{
  g_autofree char *view = NULL;

  g_object_get (fixture->page, "view", &view, NULL);
  g_assert_cmpstr (view, ==, wanted);
  company_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_mapped (ui_find (fixture->page, TRIB_UI_TYPE_CONNECT_PAGE)), ==,
                   g_str_equal (wanted, "connect"));
  g_assert_cmpint (gtk_widget_get_mapped (ui_find (fixture->page, TRIB_UI_TYPE_CONNECTIONS_PAGE)),
                   ==, g_str_equal (wanted, "connections"));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  g_signal_connect_swapped (fixture->page, "notify::view", G_CALLBACK (count_cb), &n);
  assert_view (fixture, "connect");
  gtk_widget_activate_action (fixture->page, "company.show-connections", NULL);
  assert_view (fixture, "connections");
  gtk_widget_activate_action (fixture->page, "company.show-connections", NULL);
  g_assert_cmpuint (n, ==, 1);
  gtk_widget_activate_action (fixture->page, "company.show-connect", NULL);
  assert_view (fixture, "connect");
  g_object_set (fixture->page, "view", "connections", NULL);
  assert_view (fixture, "connections");
  g_assert_cmpuint (n, ==, 3);
  g_signal_handlers_disconnect_by_data (fixture->page, &n);
  g_assert_true (trib_ui_company_page_get_company (TRIB_UI_COMPANY_PAGE (fixture->page)) ==
                 fixture->company);
}

static void
test_attention (Fixture *fixture, gconstpointer data)
{
  AdwViewStack *stack = ADW_VIEW_STACK (ui_find (fixture->page, ADW_TYPE_VIEW_STACK));
  AdwViewStackPage *page =
      adw_view_stack_get_page (stack, ui_find (fixture->page, TRIB_UI_TYPE_CONNECTIONS_PAGE));

  g_assert_true (adw_view_stack_page_get_needs_attention (page));
  g_assert_cmpuint (adw_view_stack_page_get_badge_number (page), ==, 1);
}

/* Who is shown, and what is at stake, is on the page at any width. */
static void
test_wide (Fixture *fixture, gconstpointer data)
{
  company_fixture_settle ();
  g_assert_true (ui_shows (fixture->page, "Harbour & Vale Bakery Ltd"));
  g_assert_true (ui_shows (fixture->page, "Northwind Lending"));
  g_assert_true (gtk_widget_get_mapped (ui_find (fixture->page, TRIB_UI_TYPE_ENVIRONMENT_BADGE)));
  g_assert_false (adw_view_switcher_bar_get_reveal (
      ADW_VIEW_SWITCHER_BAR (ui_find (fixture->page, ADW_TYPE_VIEW_SWITCHER_BAR))));
  ui_assert_names (fixture->page);
}

static gboolean
has_bar (gpointer data)
{
  return adw_view_switcher_bar_get_reveal (data);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  ui_wait_for (has_bar, ui_find (fixture->page, ADW_TYPE_VIEW_SWITCHER_BAR));
  company_fixture_settle ();
  g_assert_true (ui_shows (fixture->page, "Harbour & Vale Bakery Ltd"));
  g_assert_true (ui_shows (fixture->page, "Demo · Northwind Lending"));
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  ui_assert_names (fixture->page);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);

  company_fixture_get_platform (&fixture->world, "gbol");
  gtk_widget_activate_action (fixture->page, "company.show-connections", NULL);
  company_fixture_settle ();
  gtk_widget_activate_action (fixture->page, "page.search", NULL);
  assert_view (fixture, "connect");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window.window), search));
}

/* The keyboard begins at what the page is for, not at its header bar. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);

  company_fixture_get_platform (&fixture->world, "gbol");
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.focus", NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window.window), search));
  company_fixture_load (fixture->company);
  gtk_widget_activate_action (fixture->page, "company.show-connections", NULL);
  company_fixture_settle ();
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.focus", NULL));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (fixture->window.window),
                                             TRIB_UI_TYPE_CONNECTION_ROW));
}

typedef struct {
  SandboxServer *server;
  const char *path;
  guint before;
} Requests;

static gboolean
has_asked (gpointer data)
{
  Requests *requests = data;

  return sandbox_server_get_n_requests (requests->server, "GET", requests->path) > requests->before;
}

/* Reload asks for what is shown. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autofree char *connections =
      g_strdup_printf ("/companies/%s/connections", trib_model_company_get_id (fixture->company));
  Requests requests = { fixture->world.server, "/integrations", 0 };

  company_fixture_get_platform (&fixture->world, "gbol");
  requests.before = sandbox_server_get_n_requests (requests.server, "GET", requests.path);
  gtk_widget_activate_action (fixture->page, "page.reload", NULL);
  ui_wait_for (has_asked, &requests);

  gtk_widget_activate_action (fixture->page, "company.show-connections", NULL);
  company_fixture_load (fixture->company);
  requests.path = connections;
  requests.before = sandbox_server_get_n_requests (requests.server, "GET", requests.path);
  gtk_widget_activate_action (fixture->page, "page.reload", NULL);
  ui_wait_for (has_asked, &requests);
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *back = ui_find_action (fixture->page, "win.back");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Back");
  ui_click (back);
  g_assert_cmpstr (fixture->window.activated->str, ==, "back()");
}

/* The way from the grid over the dialog to the connection that stands in the way. */
static void
test_dialog_shows_connections (Fixture *fixture, gconstpointer data)
{
  GtkWidget *connect = ui_find (fixture->page, TRIB_UI_TYPE_CONNECT_PAGE);
  GtkWindow *dialog;

  company_fixture_get_platform (&fixture->world, "gbol");
  gtk_widget_activate_action (connect, "connect.platform", "(ss)", "exgd", "");
  dialog = trib_ui_connect_page_get_dialog (TRIB_UI_CONNECT_PAGE (connect));
  g_assert_nonnull (dialog);
  company_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (dialog), "before.show-connections", NULL);
  assert_view (fixture, "connections");
}

/* The page goes while its list is on the way. */
static void
test_gone_early (void)
{
  Fixture fixture = { { NULL } };

  ui_world_start (&fixture.world, 0);
  fixture.company = g_object_ref (company_fixture_get (&fixture.world, "Kestrel Cycles"));
  sandbox_server_set_fault (fixture.world.server, "slow");
  fixture.page =
      g_object_ref_sink (trib_ui_company_page_new (fixture.world.account, fixture.company));
  ui_window_open (&fixture.window, fixture.page, 800, 600);
  tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(path, start, function)                                                                 \
  g_test_add ("/ui/company/" path, Fixture, NULL, start, function, tear_down)
  ADD ("views", set_up, test_views);
  ADD ("attention", set_up, test_attention);
  ADD ("wide", set_up, test_wide);
  ADD ("narrow", set_up_narrow, test_narrow);
  ADD ("focus", set_up, test_focus);
  ADD ("search", set_up, test_search);
  ADD ("reload", set_up, test_reload);
  ADD ("back", set_up, test_back);
  ADD ("dialog-shows-connections", set_up, test_dialog_shows_connections);
#undef ADD
  g_test_add_func ("/ui/company/gone-early", test_gone_early);
  return g_test_run ();
}
