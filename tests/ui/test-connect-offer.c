/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

/* A platform that was named before the page was there, like on the command line. */

#define COMPANY "Hollis & Okafor Architects"

typedef struct {
  UiWorld world;
  UiWindow window;
  TribModelCompany *company; /* (owned) */
  GtkWidget *page;           /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_world_start (&fixture->world, 0);
  fixture->company = g_object_ref (company_fixture_get (&fixture->world, COMPANY));
  fixture->page =
      g_object_ref_sink (trib_ui_company_page_new (fixture->world.account, fixture->company));
  g_object_set (fixture->page, "view", "connections", NULL);
  ui_window_open (&fixture->window, fixture->page, 1000, 700);
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

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (TRIB_UI_IS_BEFORE_DIALOG (window) && gtk_widget_get_mapped (window))
      return window;
  }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

/* It waits for the platforms, and asks once. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  trib_ui_company_page_offer (TRIB_UI_COMPANY_PAGE (fixture->page), "gbol");
  g_assert_null (find_dialog ());
  ui_wait_for (has_dialog, NULL);
  g_assert_true (ui_shows (find_dialog (), "Connect Xero"));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  trib_model_platforms_load (trib_model_account_get_platforms (fixture->world.account));
  ui_wait_for_state (trib_model_account_get_platforms (fixture->world.account),
                     TRIB_MODEL_STATE_READY);
  company_fixture_settle ();
  g_assert_null (find_dialog ());
}

/* One platform is no choice; several are, and then the grid is all there is. */
static void
test_only (Fixture *fixture, gconstpointer data)
{
  static const char *const one[] = { "gbol", NULL };
  TribModelPolicy *policy = trib_model_account_get_policy (fixture->world.account);

  trib_ui_company_page_offer (TRIB_UI_COMPANY_PAGE (fixture->page), "");
  ui_wait_for_state (trib_model_account_get_platforms (fixture->world.account),
                     TRIB_MODEL_STATE_READY);
  company_fixture_settle ();
  g_assert_null (find_dialog ());
  trib_model_policy_set_allowed (policy, one);
  company_fixture_settle ();
  g_assert_null (find_dialog ());
  trib_ui_company_page_offer (TRIB_UI_COMPANY_PAGE (fixture->page), "");
  ui_wait_for (has_dialog, NULL);
  g_assert_true (ui_shows (find_dialog (), "Connect Xero"));
  /* Whoever closes the sheet is at the grid, and is not asked again. */
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  company_fixture_settle ();
  g_assert_null (find_dialog ());
  g_assert_true (ui_shows (fixture->page, "Xero"));
}

static gboolean
says_no_match (gpointer data)
{
  return ui_shows (data, "No Platform Matches");
}

/* One that is not offered is looked for, and the page says what can be done about it. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);

  trib_ui_company_page_offer (TRIB_UI_COMPANY_PAGE (fixture->page), "zzzz");
  ui_wait_for (says_no_match, fixture->page);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "zzzz");
  g_assert_null (find_dialog ());
}

/* Without one the page stays where it is. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autofree char *view = NULL;

  trib_ui_company_page_offer (TRIB_UI_COMPANY_PAGE (fixture->page), NULL);
  company_fixture_get_platform (&fixture->world, "gbol");
  company_fixture_settle ();
  g_object_get (fixture->page, "view", &view, NULL);
  g_assert_cmpstr (view, ==, "connections");
  g_assert_null (find_dialog ());
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(name, test)                                                                            \
  g_test_add ("/ui/connect-offer/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("known", test_known);
  ADD ("unknown", test_unknown);
  ADD ("only", test_only);
  ADD ("none", test_none);
  return g_test_run ();
}
