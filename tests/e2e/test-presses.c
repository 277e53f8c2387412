/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "walk.h"

#include "trib-ui-company-row.h"
#include "trib-ui.h"

/* How often a person presses something until they are where they want to be. Nothing is typed. */

#define COMPANY "Hollis & Okafor Architects"
#define LOOKS_BETWEEN_TURNS 20
#define PLATFORM "gbol"
#define MAX_TO_GRID 3
#define MAX_TO_SUCCESS 6

typedef struct {
  Walk walk;
  char *company_id; /* (owned) */
  guint n_looks;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  walk_start (&fixture->walk, FALSE);
  app_test_wait_for_page (&fixture->walk.test, TRIB_UI_TYPE_WELCOME_PAGE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  walk_end (&fixture->walk);
  g_clear_pointer (&fixture->company_id, g_free);
}

static GtkWidget *
find_row (GtkWidget *top)
{
  if (!gtk_widget_get_mapped (top))
    return NULL;
  if (TRIB_UI_IS_COMPANY_ROW (top) && app_test_has_text (top, COMPANY))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* As a wheel does; what was scrolled away is drawn by another widget afterwards. */
static gboolean
scrolls_to_row (AppTest *test, gconstpointer data)
{
  Fixture *fixture = (Fixture *) test;
  GtkWidget *row = find_row (app_test_get_page (test));
  GtkWidget *list = app_test_find (app_test_get_page (test), GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment;

  /* The row is in an item of the list, which is what is pressed. */
  if (row != NULL && walk_can_press (gtk_widget_get_parent (row)))
    return TRUE;
  if (list == NULL || ++fixture->n_looks % LOOKS_BETWEEN_TURNS != 0)
    return FALSE;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            gtk_adjustment_get_page_size (adjustment) / 3);
  return FALSE;
}

static gboolean
has_tile (AppTest *test, gconstpointer data)
{
  return app_test_find_tile (app_test_get_page (test), data) != NULL;
}

/* From the first start to the platforms that a company is offered. */
static void
go_to_grid (Fixture *fixture)
{
  AppTest *test = &fixture->walk.test;
  GtkWidget *row;

  walk_press (&fixture->walk, app_test_find_button (app_test_get_page (test), "Try the Demo"));
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANIES_PAGE);
  app_test_wait (test, 20, scrolls_to_row, NULL);
  row = find_row (app_test_get_page (test));
  g_free (fixture->company_id);
  fixture->company_id = g_strdup (
      trib_model_company_get_id (trib_ui_company_row_get_company (TRIB_UI_COMPANY_ROW (row))));
  walk_press (&fixture->walk, gtk_widget_get_parent (row));
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANY_PAGE);
  app_test_wait (test, 10, has_tile, PLATFORM);
}

static void
test_to_grid (Fixture *fixture, gconstpointer data)
{
  go_to_grid (fixture);
  g_test_message ("%u presses from the first start to the grid", fixture->walk.n_presses);
  g_assert_cmpuint (fixture->walk.n_presses, <=, MAX_TO_GRID);
}

static void
assert_linked (Fixture *fixture)
{
  SandboxServer *server = trib_app_demo_get_server (
      trib_app_home_get_demo (trib_app_window_get_home (fixture->walk.test.window)));
  g_autofree char *status = sandbox_server_dup_connection_status (
      server, fixture->company_id,
      trib_link_session_get_connection_id (walk_get_session (&fixture->walk)));

  g_assert_cmpstr (status, ==, "Linked");
}

static void
test_to_success (Fixture *fixture, gconstpointer data)
{
  Walk *walk = &fixture->walk;

  go_to_grid (fixture);
  walk->n_presses = 0;
  walk_to_sign_in (walk, PLATFORM);
  walk_wait_for_web_page (walk, "Sign in to");
  walk_press_in_page (walk, "allow");
  app_test_wait_for_page (&walk->test, TRIB_UI_TYPE_RESULT_PAGE);
  g_assert_true (app_test_has_text (app_test_get_page (&walk->test), "Xero Is Connected"));
  assert_linked (fixture);
  g_test_message ("%u presses from the grid to success", walk->n_presses);
  g_assert_cmpuint (walk->n_presses, <=, MAX_TO_SUCCESS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/e2e/presses/to-grid", Fixture, NULL, set_up, test_to_grid, tear_down);
  g_test_add ("/e2e/presses/to-success", Fixture, NULL, set_up, test_to_success, tear_down);
  return g_test_run ();
}
