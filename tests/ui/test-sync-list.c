/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

/* The first reading of a company's data, as a list that follows it. */

typedef struct {
  UiWorld world;
  UiWindow window;
  TribModelSync *sync;
  GtkWidget *list;
} Fixture;

static void
open_list (Fixture *fixture, const char *company_name)
{
  g_autofree char *id = sandbox_server_dup_company_id (fixture->world.server, company_name);
  g_autoptr (CodatAuthorizer) authorizer =
      codat_authorizer_new (sandbox_server_get_api_key (fixture->world.server), NULL);
  g_autoptr (CodatClient) client =
      codat_client_new (sandbox_server_get_base_url (fixture->world.server), authorizer, NULL);

  fixture->sync = trib_model_sync_new (client, id, company_name, CODAT_SOURCE_TYPE_UNKNOWN,
                                       trib_model_account_get_watch (fixture->world.account));
  fixture->list = g_object_ref_sink (trib_ui_sync_list_new (fixture->sync));
  ui_window_open (&fixture->window, fixture->list, 500, 800);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_world_start (&fixture->world, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GWeakRef sync;

  trib_model_sync_stop (fixture->sync);
  ui_window_close (&fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
  g_weak_ref_init (&sync, fixture->sync);
  g_clear_object (&fixture->sync);
  ui_wait_until_finalized (&sync);
  g_weak_ref_clear (&sync);
  ui_world_stop (&fixture->world);
}

static gboolean
shows_all_in (gpointer data)
{
  return ui_shows (data, "All your data is in");
}

static double
get_fraction (Fixture *fixture)
{
  GtkWidget *bar = ui_find (fixture->list, GTK_TYPE_PROGRESS_BAR);

  return gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar));
}

static void
test_complete (Fixture *fixture, gconstpointer data)
{
  g_autofree char *count = NULL;
  guint n;

  open_list (fixture, "Dunmore Veterinary Centre");
  /* Nothing is known yet, and nothing is claimed. */
  g_assert_true (ui_shows (fixture->list, "Reading your data"));
  g_assert_cmpfloat (get_fraction (fixture), ==, 0);
  g_assert_false (gtk_widget_get_mapped (ui_find (fixture->list, GTK_TYPE_LIST_BOX)));
  trib_model_sync_start (fixture->sync);
  ui_wait_for (shows_all_in, fixture->list);
  n = trib_model_sync_get_n_total (fixture->sync);
  count = g_strdup_printf ("%u of %u", n, n);
  company_fixture_settle ();
  g_assert_true (ui_shows (fixture->list, count));
  g_assert_cmpfloat (get_fraction (fixture), ==, 1);
  g_assert_true (ui_shows (fixture->list, "Invoices"));
  ui_assert_names (fixture->list);
}

static const char *
get_mark (GtkWidget *list, guint i)
{
  GtkListBox *box = GTK_LIST_BOX (ui_find (list, GTK_TYPE_LIST_BOX));
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (box, (int) i));

  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (row, GTK_TYPE_STACK)));
}

static gboolean
has_rows (gpointer data)
{
  return g_list_model_get_n_items (data) > 0;
}

/* Each row shows the mark of what happened to its kind of data, and the word beside it. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  guint n_failed = 0;

  open_list (fixture, "Elm & Iron Furniture");
  trib_model_sync_start (fixture->sync);
  ui_wait_for (has_rows, fixture->sync);
  company_fixture_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->sync)); i++) {
    g_autoptr (TribModelDataset) dataset = g_list_model_get_item (G_LIST_MODEL (fixture->sync), i);
    const char *expected = trib_model_dataset_get_absent (dataset)     ? "absent"
                           : trib_model_dataset_get_failed (dataset)   ? "failed"
                           : trib_model_dataset_get_finished (dataset) ? "finished"
                                                                       : "waiting";

    g_assert_cmpstr (get_mark (fixture->list, i), ==, expected);
    g_assert_true (ui_shows (fixture->list, trib_model_dataset_get_status_text (dataset)));
    n_failed += trib_model_dataset_get_failed (dataset) ? 1 : 0;
  }
  g_assert_cmpuint (n_failed, >, 0);
  g_assert_true (trib_model_sync_get_complete (fixture->sync));
  g_assert_true (ui_shows (fixture->list, n_failed < trib_model_sync_get_n_total (fixture->sync)
                                              ? "Some of your data is not in"
                                              : "Your data could not be read"));
  g_assert_cmpfloat (get_fraction (fixture), <, 1);
}

static gboolean
shows_problem (gpointer data)
{
  return ui_shows (data, trib_problem_get_sentence (TRIB_PROBLEM_NOT_AUTHORIZED));
}

static gboolean
shows_no_problem (gpointer data)
{
  return !shows_problem (data) && shows_all_in (data);
}

/* A reading that stopped says why, and what is shown goes when it goes on. */
static void
test_problem (Fixture *fixture, gconstpointer data)
{
  open_list (fixture, "Dunmore Veterinary Centre");
  sandbox_server_set_fault (fixture->world.server, "401-everywhere");
  trib_model_sync_start (fixture->sync);
  ui_wait_for (shows_problem, fixture->list);
  g_assert_true (ui_shows (fixture->list, "Reading your data"));
  sandbox_server_set_fault (fixture->world.server, "none");
  trib_model_sync_start (fixture->sync);
  ui_wait_for (shows_no_problem, fixture->list);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(name, test) g_test_add ("/ui/sync-list/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("complete", test_complete);
  ADD ("failed", test_failed);
  ADD ("problem", test_problem);
  return g_test_run ();
}
