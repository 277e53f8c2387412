/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-connection-row.h"
#include "trib-ui-sync-list.h"

#include "ui-fixture.h"

typedef struct {
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  TribModelCompany *company;
  TribModelConnections *connections;
} Fixture;

/* The company of the demo that has a connection in each of several states. */
static TribModelCompany *
find_richest (TribModelCompanies *companies)
{
  TribModelCompany *richest = NULL;
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (companies)); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (G_LIST_MODEL (companies), i);
    GListModel *connections = G_LIST_MODEL (trib_model_company_get_connections (company));
    gboolean linked = FALSE;

    for (guint k = 0; k < g_list_model_get_n_items (connections); k++) {
      g_autoptr (TribModelConnection) connection = g_list_model_get_item (connections, k);

      linked = linked || trib_model_connection_get_can_unlink (connection);
    }
    if (linked && g_list_model_get_n_items (connections) > most) {
      most = g_list_model_get_n_items (connections);
      richest = company;
    }
  }
  return richest;
}

static TribModelCompany *
find_empty (TribModelCompanies *companies)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (companies)); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (G_LIST_MODEL (companies), i);

    if (g_list_model_get_n_items (G_LIST_MODEL (trib_model_company_get_connections (company))) == 0)
      return company;
  }
  return NULL;
}

static TribModelCompany *
find_dunmore (TribModelCompanies *companies)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (companies)); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (G_LIST_MODEL (companies), i);

    if (g_str_equal (trib_model_company_get_name (company), "Dunmore Veterinary Centre"))
      return company;
  }
  return NULL;
}

static TribModelCompany *
find_waiting (TribModelCompanies *companies)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (companies)); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (G_LIST_MODEL (companies), i);

    if (trib_model_company_get_status (company) == TRIB_MODEL_STATUS_WAITING)
      return company;
  }
  return NULL;
}

static gboolean
is_settled (gpointer data)
{
  TribModelState state = trib_model_connections_get_state (data);

  return state != TRIB_MODEL_STATE_IDLE && state != TRIB_MODEL_STATE_LOADING;
}

static void
set_up (Fixture *fixture, gconstpointer which)
{
  TribModelCompanies *companies;

  ui_world_start (&fixture->world, 0);
  companies = trib_model_account_get_companies (fixture->world.account);
  trib_model_companies_load (companies);
  ui_wait_for_state (companies, TRIB_MODEL_STATE_READY);
  if (g_strcmp0 (which, "empty") == 0)
    fixture->company = find_empty (companies);
  else if (g_strcmp0 (which, "waiting") == 0)
    fixture->company = find_waiting (companies);
  else if (g_strcmp0 (which, "one") == 0)
    fixture->company = find_dunmore (companies);
  else
    fixture->company = find_richest (companies);
  g_assert_nonnull (fixture->company);
  fixture->connections = trib_model_company_get_connections (fixture->company);
  fixture->page = g_object_ref_sink (trib_ui_connections_page_new (fixture->company, NULL));
  ui_window_open (&fixture->window, fixture->page, 900, 700);
  ui_wait_for (is_settled, fixture->connections);
}

static void
tear_down (Fixture *fixture, gconstpointer which)
{
  ui_window_close (&fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->page));
  ui_world_stop (&fixture->world);
}

static GtkWidget *
find_row (GtkWidget *root, TribModelStatus status)
{
  if (TRIB_UI_IS_CONNECTION_ROW (root) &&
      trib_model_connection_get_status (
          trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (root))) == status)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = find_row (child, status);

    if (row != NULL)
      return row;
  }
  return NULL;
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window))
      return window;
  }
  return NULL;
}

static gboolean
is_not_pending (gpointer data)
{
  return !trib_model_connection_get_unlink_pending (data);
}

static gboolean
is_past (gpointer data)
{
  return trib_model_connection_get_status (data) == TRIB_MODEL_STATUS_PAST;
}

static gboolean
has_problem (gpointer data)
{
  return trib_model_connection_get_problem (data) != NULL;
}

static char *
dup_server_status (Fixture *fixture, TribModelConnection *connection)
{
  return sandbox_server_dup_connection_status (fixture->world.server,
                                               trib_model_company_get_id (fixture->company),
                                               trib_model_connection_get_id (connection));
}

static TribModelConnection *
begin_unlink (Fixture *fixture)
{
  GtkWidget *row = find_row (fixture->page, TRIB_MODEL_STATUS_CONNECTED);
  GtkWindow *dialog;

  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "connection.unlink", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "What was read already stays"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "unlink");
  return trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (row));
}

static gboolean
shows_connected (gpointer row)
{
  return ui_shows (row, "Connected on");
}

static gboolean
shows_begun (gpointer row)
{
  return ui_shows (row, "Begun on");
}

static void
test_rows (Fixture *fixture, gconstpointer which)
{
  GtkWidget *row = find_row (fixture->page, TRIB_MODEL_STATUS_CONNECTED);
  TribModelConnection *connection;
  g_autofree char *name = NULL;
  gboolean expanded;

  g_assert_nonnull (row);
  connection = trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (row));
  name = g_strdup_printf ("%s, %s", trib_model_connection_get_platform_name (connection),
                          trib_model_connection_get_status_text (connection));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_true (ui_shows (row, trib_model_connection_get_platform_name (connection)));
  g_assert_true (ui_shows (row, trib_model_connection_get_status_text (connection)));

  gtk_widget_activate_action (row, "connection.toggle", NULL);
  g_object_get (row, "expanded", &expanded, NULL);
  g_assert_true (expanded);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  ui_wait_for (shows_connected, row);
  ui_assert_names (fixture->page);
}

/* What never worked was never connected. */
static void
test_begun (Fixture *fixture, gconstpointer which)
{
  GtkWidget *row = find_row (fixture->page, TRIB_MODEL_STATUS_WAITING);

  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "connection.toggle", NULL);
  ui_wait_for (shows_begun, row);
  g_assert_false (shows_connected (row));
}

static gboolean
has_logo (gpointer data)
{
  return trib_ui_logo_get_texture (TRIB_UI_LOGO (ui_find (data, TRIB_UI_TYPE_LOGO))) != NULL;
}

static void
test_logo (Fixture *fixture, gconstpointer which)
{
  trib_model_platforms_load (trib_model_account_get_platforms (fixture->world.account));
  ui_wait_for (has_logo, find_row (fixture->page, TRIB_MODEL_STATUS_CONNECTED));
}

static void
test_reconnect (Fixture *fixture, gconstpointer which)
{
  GtkWidget *row = find_row (fixture->page, TRIB_MODEL_STATUS_ATTENTION);
  TribModelConnection *connection;
  g_autofree char *expected = NULL;

  g_assert_nonnull (row);
  connection = trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (row));
  expected =
      g_strdup_printf ("reconnect(('%s', '%s'))", trib_model_company_get_id (fixture->company),
                       trib_model_connection_get_id (connection));
  gtk_widget_activate_action (row, "connection.reconnect", NULL);
  g_assert_cmpstr (fixture->window.activated->str, ==, expected);
  /* Only what is connected can be unlinked. */
  g_assert_null (ui_find_named (row, GTK_TYPE_BUTTON, "_Reconnect"));
}

static void
test_unlink (Fixture *fixture, gconstpointer which)
{
  g_autoptr (TribModelConnection) connection = g_object_ref (begin_unlink (fixture));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (trib_model_connection_get_unlink_pending (connection));
  before = dup_server_status (fixture, connection);
  g_assert_cmpstr (before, ==, "Linked");
  g_assert_true (ui_shows (fixture->page, "Undo") || ui_shows (fixture->page, "_Undo"));
  trib_model_connection_commit_unlink (connection);
  ui_wait_for (is_past, connection);
  after = dup_server_status (fixture, connection);
  g_assert_cmpstr (after, ==, "Unlinked");
  /* The row went over to the group of the past ones. */
  g_assert_nonnull (find_row (fixture->page, TRIB_MODEL_STATUS_PAST));
}

static gboolean
says_unlinked (gpointer page)
{
  GtkWidget *toast = ui_find_named (page, GTK_TYPE_LABEL, "Xero was unlinked");

  return toast != NULL;
}

static gboolean
shows_data (gpointer page)
{
  return ui_find (page, TRIB_UI_TYPE_SYNC_LIST) != NULL;
}

static gboolean
shows_no_data (gpointer page)
{
  return !shows_data (page);
}

/* What was done is said where a person looks, and data of what is connected no more is not shown
 * as if it still came in. */
static void
test_unlinked_is_told (Fixture *fixture, gconstpointer which)
{
  g_autoptr (TribModelConnection) connection = NULL;

  ui_wait_for (shows_data, fixture->page);
  connection = g_object_ref (begin_unlink (fixture));
  trib_model_connection_commit_unlink (connection);
  ui_wait_for (says_unlinked, fixture->page);
  ui_wait_for (shows_no_data, fixture->page);
}

/* Who unlinks by keyboard is still at that connection afterwards. */
static void
test_focus_follows (Fixture *fixture, gconstpointer which)
{
  g_autoptr (TribModelConnection) connection = g_object_ref (begin_unlink (fixture));
  GtkWidget *row = find_row (fixture->page, TRIB_MODEL_STATUS_CONNECTED);
  GtkWidget *focus;

  g_assert_true (gtk_widget_grab_focus (row));
  trib_model_connection_commit_unlink (connection);
  ui_wait_for (is_past, connection);
  focus = gtk_window_get_focus (fixture->window.window);
  g_assert_true (TRIB_UI_IS_CONNECTION_ROW (focus));
  g_assert_true (trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (focus)) ==
                 connection);
}

static void
test_undo (Fixture *fixture, gconstpointer which)
{
  g_autoptr (TribModelConnection) connection = g_object_ref (begin_unlink (fixture));
  g_autofree char *after = NULL;

  gtk_widget_activate_action (fixture->page, "page.undo-unlink", "s",
                              trib_model_connection_get_id (connection));
  ui_wait_for (is_not_pending, connection);
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_CONNECTED);
  after = dup_server_status (fixture, connection);
  g_assert_cmpstr (after, ==, "Linked");
}

static void
test_unlink_fails (Fixture *fixture, gconstpointer which)
{
  g_autoptr (TribModelConnection) connection = NULL;
  GtkWidget *row;

  g_assert_true (sandbox_server_set_fault (fixture->world.server, "unlink-ignored"));
  connection = g_object_ref (begin_unlink (fixture));
  trib_model_connection_commit_unlink (connection);
  ui_wait_for (has_problem, connection);
  row = find_row (fixture->page, TRIB_MODEL_STATUS_CONNECTED);
  g_assert_nonnull (row);
  g_assert_false (trib_model_connection_get_busy (connection));
  g_assert_true (ui_shows (
      row, trib_model_problem_get_title (trib_model_connection_get_problem (connection))));
  g_assert_true (ui_shows (
      row, trib_model_problem_get_sentence (trib_model_connection_get_problem (connection))));
}

static gboolean
is_gone (gpointer data)
{
  Fixture *fixture = data;

  return trib_model_connections_find (fixture->connections,
                                      g_object_get_data (G_OBJECT (fixture->page), "id")) == NULL;
}

static void
test_delete (Fixture *fixture, gconstpointer which)
{
  GtkWidget *row = find_row (fixture->page, TRIB_MODEL_STATUS_CONNECTED);
  g_autoptr (TribModelConnection) connection = NULL;
  AdwMessageDialog *dialog;
  GtkWidget *entry;
  g_autofree char *after = NULL;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_grab_focus (row));
  connection = g_object_ref (trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (row)));
  gtk_widget_activate_action (row, "connection.delete", NULL);
  dialog = ADW_MESSAGE_DIALOG (find_dialog ());
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog),
                            trib_model_company_get_name (fixture->company)));
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "cancel");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "delete"));
  entry = ui_find (adw_message_dialog_get_extra_child (dialog), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "something else");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "delete"));
  gtk_editable_set_text (GTK_EDITABLE (entry),
                         trib_model_connection_get_platform_name (connection));
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "delete"));

  g_object_set_data_full (G_OBJECT (fixture->page), "id",
                          g_strdup (trib_model_connection_get_id (connection)), g_free);
  adw_message_dialog_response (dialog, "delete");
  ui_wait_for (is_gone, fixture);
  after = dup_server_status (fixture, connection);
  g_assert_null (after);
  /* The keyboard is not left without a place. */
  g_assert_nonnull (gtk_window_get_focus (fixture->window.window));
}

/* The row that asked has gone to another group, and so been made anew, before the answer. */
static void
test_answer_after_move (Fixture *fixture, gconstpointer which)
{
  GtkWidget *row = find_row (fixture->page, TRIB_MODEL_STATUS_CONNECTED);
  g_autoptr (TribModelConnection) connection = NULL;
  AdwMessageDialog *dialog;

  g_assert_nonnull (row);
  connection = g_object_ref (trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (row)));
  gtk_widget_activate_action (row, "connection.delete", NULL);
  dialog = ADW_MESSAGE_DIALOG (find_dialog ());
  g_assert_nonnull (dialog);
  trib_model_connection_begin_unlink (connection);
  trib_model_connection_commit_unlink (connection);
  ui_wait_for (is_past, connection);

  g_object_set_data_full (G_OBJECT (fixture->page), "id",
                          g_strdup (trib_model_connection_get_id (connection)), g_free);
  adw_message_dialog_set_response_enabled (dialog, "delete", TRUE);
  adw_message_dialog_response (dialog, "delete");
  ui_wait_for (is_gone, fixture);
}

static void
test_cancel_delete (Fixture *fixture, gconstpointer which)
{
  GtkWidget *row = find_row (fixture->page, TRIB_MODEL_STATUS_CONNECTED);
  TribModelConnection *connection =
      trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (row));
  g_autofree char *after = NULL;

  gtk_widget_activate_action (row, "connection.delete", NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "cancel");
  g_assert_false (trib_model_connection_get_busy (connection));
  after = dup_server_status (fixture, connection);
  g_assert_cmpstr (after, ==, "Linked");
}

/* Leaving the page is no wish to be quicker: what can be taken back still can. */
static void
test_leave_while_pending (Fixture *fixture, gconstpointer which)
{
  g_autoptr (TribModelConnection) connection = g_object_ref (begin_unlink (fixture));

  adw_window_set_content (ADW_WINDOW (fixture->window.window), NULL);
  g_object_run_dispose (G_OBJECT (fixture->page));
  g_assert_true (trib_model_connection_get_unlink_pending (connection));
  g_assert_cmpuint (sandbox_server_get_n_requests (fixture->world.server, "PATCH", "/"), ==, 0);
  trib_model_connection_undo_unlink (connection);
}

static gboolean
list_has_problem (gpointer data)
{
  return trib_model_connections_get_problem (data) != NULL;
}

static gboolean
list_has_no_problem (gpointer data)
{
  return trib_model_connections_get_problem (data) == NULL;
}

/* Rows that could not be brought up to date stay, and the page says that they are old. */
static void
test_reload_fails (Fixture *fixture, gconstpointer which)
{
  g_autofree char *title = NULL;

  g_assert_true (sandbox_server_set_fault (fixture->world.server, "connections-500"));
  gtk_widget_activate_action (fixture->page, "page.reload", NULL);
  ui_wait_for (list_has_problem, fixture->connections);
  title = g_strdup (
      trib_model_problem_get_title (trib_model_connections_get_problem (fixture->connections)));
  g_assert_true (ui_shows (fixture->page, title));
  g_assert_nonnull (find_row (fixture->page, TRIB_MODEL_STATUS_CONNECTED));
  ui_assert_names (fixture->page);

  g_assert_true (sandbox_server_set_fault (fixture->world.server, "none"));
  gtk_widget_activate_action (fixture->page, "page.reload", NULL);
  ui_wait_for (list_has_no_problem, fixture->connections);
  g_assert_false (ui_shows (fixture->page, title));
}

static void
test_empty (Fixture *fixture, gconstpointer which)
{
  g_assert_true (ui_shows (fixture->page, "Nothing Connected"));
  g_assert_nonnull (ui_find_action (fixture->page, "company.show-connect"));
  ui_assert_names (fixture->page);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(path, which, function)                                                                 \
  g_test_add ("/ui/connections/" path, Fixture, which, set_up, function, tear_down)
  ADD ("rows", NULL, test_rows);
  ADD ("begun", "waiting", test_begun);
  ADD ("unlinked-is-told", "one", test_unlinked_is_told);
  ADD ("logo", NULL, test_logo);
  ADD ("reconnect", NULL, test_reconnect);
  ADD ("unlink", NULL, test_unlink);
  ADD ("focus-follows", NULL, test_focus_follows);
  ADD ("undo", NULL, test_undo);
  ADD ("leave-while-pending", NULL, test_leave_while_pending);
  ADD ("unlink-fails", NULL, test_unlink_fails);
  ADD ("reload-fails", NULL, test_reload_fails);
  ADD ("delete", NULL, test_delete);
  ADD ("answer-after-move", NULL, test_answer_after_move);
  ADD ("cancel-delete", NULL, test_cancel_delete);
  ADD ("empty", "empty", test_empty);
#undef ADD
  return g_test_run ();
}
