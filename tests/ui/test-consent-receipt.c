/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-consent-dialog.h"
#include "trib-ui-consent-receipt.h"

#include "company-fixture.h"
#include "trib-model-time.h"

#define TEXT "Purpose\nA & B <b>reads</b>\n\nI agree."

typedef struct {
  UiWorld world;
  UiWindow window;
  TribModelCompany *company; /* (owned) */
  TribModelConsents *consents;
  GtkWidget *receipt; /* (owned) by the page */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_world_start (&fixture->world, 0);
  fixture->company = g_object_ref (company_fixture_get (&fixture->world, "Alderley Craft Brewing"));
  fixture->consents = trib_model_account_get_consents (fixture->world.account);
  company_fixture_load (fixture->company);
  ui_window_open (&fixture->window,
                  trib_ui_connections_page_new (fixture->company, fixture->consents), 700, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (&fixture->window);
  company_fixture_settle ();
  g_clear_object (&fixture->company);
  ui_world_stop (&fixture->world);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
agree (Fixture *fixture, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;

  trib_model_consents_add_async (fixture->consents, trib_model_company_get_id (fixture->company),
                                 "Alderley <i>", "qhyg", "QuickBooks Online", text, keep_result_cb,
                                 &result);
  ui_wait_for (has_result, &result);
  g_assert_true (trib_model_consents_add_finish (fixture->consents, result, NULL));
}

static guint
count_receipts (GtkWidget *widget)
{
  guint n = TRIB_UI_IS_CONSENT_RECEIPT (widget) && gtk_widget_get_visible (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_receipts (child);
  return n;
}

/* Only the connection that somebody agreed to leads to what was agreed. */
static void
test_row (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_receipts (GTK_WIDGET (fixture->window.window)), ==, 0);
  agree (fixture, TEXT);
  g_assert_cmpuint (count_receipts (GTK_WIDGET (fixture->window.window)), ==, 1);
}

/* The exact words, by whom and when; the newest first. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *exact = NULL;
  g_autoptr (GDateTime) time = NULL;
  const TribModelConsent *first;
  GtkWidget *dialog;

  agree (fixture, TEXT);
  agree (fixture, "Again");
  list = trib_model_consents_list (fixture->consents, trib_model_company_get_id (fixture->company),
                                   "qhyg");
  g_assert_cmpuint (list->len, ==, 2);
  first = g_ptr_array_index (list, 0);
  time = g_date_time_new_from_unix_utc (first->at / G_USEC_PER_SEC);
  exact = trib_model_time_exact (time);
  heading = g_strdup_printf ("%s agreed on %s", first->by, exact);
  dialog = trib_ui_consent_dialog_new (fixture->window.window, list);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (ui_shows (dialog, TEXT));
  g_assert_true (ui_shows (dialog, "Again"));
  g_assert_true (ui_shows (dialog, heading));
  g_assert_true (ui_shows (dialog, "For Alderley <i>, before signing in at QuickBooks Online"));
  ui_assert_names (dialog);
  ui_click (ui_find_named (dialog, GTK_TYPE_BUTTON, "_Copy"));
  g_assert_nonnull (ui_find_named (dialog, GTK_TYPE_BUTTON, "Copied"));
  g_assert_true (ui_press (GTK_WINDOW (dialog), GDK_KEY_Escape, 0));
  company_fixture_settle ();
}

static gboolean
is_withdrawn (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) list = trib_model_consents_list (
      fixture->consents, trib_model_company_get_id (fixture->company), "qhyg");

  return ((TribModelConsent *) list->pdata[0])->withdrawn_at != 0;
}

/* Whoever disconnects takes back what was agreed to, and the receipt says when. */
static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  TribModelConnections *connections = trib_model_company_get_connections (fixture->company);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GDateTime) time = NULL;
  TribModelConnection *connection;
  GtkWidget *dialog;

  agree (fixture, TEXT);
  connection = trib_model_connections_find_for_platform (
      connections, company_fixture_get_platform (&fixture->world, "qhyg"));
  trib_model_connection_begin_unlink (connection);
  trib_model_connection_commit_unlink (connection);
  ui_wait_for (is_withdrawn, fixture);
  list = trib_model_consents_list (fixture->consents, trib_model_company_get_id (fixture->company),
                                   "qhyg");
  time = g_date_time_new_from_unix_utc (((TribModelConsent *) list->pdata[0])->withdrawn_at /
                                        G_USEC_PER_SEC);
  exact = trib_model_time_exact (time);
  words = g_strdup_printf ("Withdrawn on %s, when the connection was ended here", exact);
  dialog = trib_ui_consent_dialog_new (fixture->window.window, list);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (ui_shows (dialog, words));
  g_assert_true (ui_shows (dialog, TEXT));
  gtk_window_destroy (GTK_WINDOW (dialog));
  company_fixture_settle ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/consent-receipt/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add ("/consent-receipt/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/consent-receipt/withdrawn", Fixture, NULL, set_up, test_withdrawn, tear_down);
  return g_test_run ();
}
