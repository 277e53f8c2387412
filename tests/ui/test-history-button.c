/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

#include "trib-ui-history-button.h"
#include "trib-ui-history-dialog.h"

/* From a connection to what happened in its sign-ins. */

typedef struct {
  UiWorld world;
  UiWindow window;
  TribModelCompany *company;       /* (owned) */
  TribModelConnection *connection; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_world_start (&fixture->world, 0);
  fixture->company = g_object_ref (company_fixture_get (&fixture->world, "Alderley Craft Brewing"));
  company_fixture_load (fixture->company);
  fixture->connection = g_list_model_get_item (
      G_LIST_MODEL (trib_model_company_get_connections (fixture->company)), 0);
  ui_window_open (&fixture->window, trib_ui_connections_page_new (fixture->company, NULL), 700,
                  600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (&fixture->window);
  company_fixture_settle ();
  g_clear_object (&fixture->connection);
  g_clear_object (&fixture->company);
  ui_world_stop (&fixture->world);
}

static void
keep (Fixture *fixture, gint64 at, TribLinkOutcome outcome)
{
  g_autoptr (TribLinkHistory) history = trib_link_history_new ();

  trib_link_history_add (history,
                         &(TribLinkMoment){ .what = TRIB_LINK_HAPPENING_OPENED, .at = at });
  trib_link_history_add (history, &(TribLinkMoment){ .what = TRIB_LINK_HAPPENING_ENDED,
                                                     .at = at + G_USEC_PER_SEC,
                                                     .outcome = outcome });
  trib_model_sign_in_log_keep (trib_model_connection_get_sign_in_log (fixture->connection),
                               trib_model_connection_get_id (fixture->connection), history);
}

static guint
count_buttons (GtkWidget *widget)
{
  guint n = TRIB_UI_IS_HISTORY_BUTTON (widget) && gtk_widget_get_visible (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child);
  return n;
}

/* Only the connection that somebody signed in to here leads to that. */
static void
test_row (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_buttons (GTK_WIDGET (fixture->window.window)), ==, 0);
  keep (fixture, G_GINT64_CONSTANT (1767225600000000), TRIB_LINK_OUTCOME_CONNECTED);
  g_assert_cmpuint (count_buttons (GTK_WIDGET (fixture->window.window)), ==, 1);
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = NULL;
  GtkWidget *dialog;

  keep (fixture, G_GINT64_CONSTANT (1767225600000000), TRIB_LINK_OUTCOME_CANCELLED);
  keep (fixture, G_GINT64_CONSTANT (1767232800000000), TRIB_LINK_OUTCOME_CONNECTED);
  dialog = trib_ui_history_dialog_new (fixture->window.window, fixture->connection);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (ui_shows (dialog, "Sign-Ins on This Computer"));
  g_assert_true (ui_shows (
      dialog, "00:00:00  Opened in this window\n00:00:01  Ended: You Cancelled the Sign-In"));
  second = g_strdup_printf ("02:00:00  Opened in this window\n02:00:01  Ended: %s Is Connected",
                            trib_model_connection_get_platform_name (fixture->connection));
  g_assert_true (ui_shows (dialog, second));
  ui_assert_names (dialog);
  g_assert_true (ui_press (GTK_WINDOW (dialog), GDK_KEY_Escape, 0));
  company_fixture_settle ();
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/ui/history-button/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add ("/ui/history-button/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  return g_test_run ();
}
