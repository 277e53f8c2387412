/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

typedef struct {
  UiWorld world;
  TribModelAccounts *accounts;
  TribUiAddAccountDialog *dialog;
  GtkEditable *key;
  GtkEditable *address;
  TribModelAccount *added;
  gboolean gone;
} Fixture;

static void
added_cb (Fixture *fixture, TribModelAccount *account)
{
  g_set_object (&fixture->added, account);
}

static void
gone_cb (gpointer data, GObject *object)
{
  *(gboolean *) data = TRUE;
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  return ui_find_named (GTK_WIDGET (fixture->dialog), ADW_TYPE_ENTRY_ROW, title);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribStoreKeyring) keyring = trib_store_memory_keyring_new ();
  AdwExpanderRow *advanced;

  ui_world_start (&fixture->world, 0);
  fixture->accounts = trib_model_accounts_new (fixture->world.store, keyring, fixture->world.clock);
  fixture->dialog = trib_ui_add_account_dialog_new (fixture->accounts, NULL);
  g_object_weak_ref (G_OBJECT (fixture->dialog), gone_cb, &fixture->gone);
  g_signal_connect_swapped (fixture->dialog, "added", G_CALLBACK (added_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  advanced = ADW_EXPANDER_ROW (ui_find (GTK_WIDGET (fixture->dialog), ADW_TYPE_EXPANDER_ROW));
  adw_expander_row_set_expanded (advanced, TRUE);
  fixture->key = GTK_EDITABLE (ui_find (GTK_WIDGET (fixture->dialog), ADW_TYPE_PASSWORD_ENTRY_ROW));
  fixture->address = GTK_EDITABLE (ui_find (GTK_WIDGET (advanced), ADW_TYPE_ENTRY_ROW));
  g_assert_cmpstr (gtk_editable_get_text (fixture->address), ==, "https://api.codat.io");
  gtk_editable_set_text (fixture->address, sandbox_server_get_base_url (fixture->world.server));
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GWeakRef accounts;

  if (!fixture->gone)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_wait_for (is_true, &fixture->gone);
  g_clear_object (&fixture->added);
  /* A call that was given up still ends by itself. */
  g_weak_ref_init (&accounts, fixture->accounts);
  g_clear_object (&fixture->accounts);
  ui_wait_until_finalized (&accounts);
  g_weak_ref_clear (&accounts);
  ui_world_stop (&fixture->world);
}

static void
check (Fixture *fixture, const char *key)
{
  gtk_editable_set_text (fixture->key, key);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "account.check", NULL);
}

static gboolean
has_problem (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *box = ui_find (GTK_WIDGET (fixture->dialog), TRIB_UI_TYPE_PROBLEM_BOX);

  return gtk_widget_get_visible (box);
}

static gboolean
has_any_problem (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_has_css_class (GTK_WIDGET (fixture->key), "error") ||
         gtk_widget_has_css_class (GTK_WIDGET (fixture->address), "error");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  int minimum;

  ui_assert_names (GTK_WIDGET (fixture->dialog));
  gtk_widget_measure (GTK_WIDGET (fixture->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_nonnull (find_row (fixture, "Name"));
  g_assert_nonnull (find_row (fixture, "Redirect URL (optional)"));
  /* There is nothing to check yet. */
  g_assert_false (
      gtk_widget_get_sensitive (ui_find_action (GTK_WIDGET (fixture->dialog), "account.check")));
}

static gboolean
is_added (gpointer data)
{
  return ((Fixture *) data)->added != NULL;
}

/* A keyring that is none keeps the key for this session, and the dialog says so before it goes. */
static void
test_added (Fixture *fixture, gconstpointer data)
{
  gboolean session_only;

  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "Name")), "Northwind");
  check (fixture, sandbox_server_get_api_key (fixture->world.server));
  ui_wait_for (is_added, fixture);
  g_assert_cmpstr (trib_model_account_get_name (fixture->added), ==, "Northwind");
  g_object_get (fixture->added, "session-only", &session_only, NULL);
  if (session_only) {
    g_assert_false (fixture->gone);
    g_assert_cmpstr (gtk_editable_get_text (fixture->key), ==, "");
    g_assert_true (ui_shows (GTK_WIDGET (fixture->dialog), "Added for This Session"));
    gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "account.cancel", NULL);
  }
  ui_wait_for (is_true, &fixture->gone);
}

static gboolean
is_focused (gpointer data)
{
  return ui_has_focus (data);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
shows_problem (GtkWidget *widget)
{
  if (TRIB_UI_IS_PROBLEM_BOX (widget) && gtk_widget_get_visible (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (shows_problem (child))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_shown_problem (gpointer data)
{
  return shows_problem (data);
}

/* What is typed at once is the name. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *name = find_row (fixture, "Name");

  ui_wait_for (is_focused, name);
  ui_type (GTK_WINDOW (fixture->dialog), "North wind");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "North wind");
}

static void
test_wrong_key (Fixture *fixture, gconstpointer data)
{
  check (fixture, "00000000000000000000000000000000");
  ui_wait_for (has_problem, fixture);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->key), "error"));
  g_assert_null (fixture->added);
  /* The person goes on where the fault is, and the fault goes with the first letter. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)),
                                         GTK_WIDGET (fixture->key)));
  gtk_editable_set_text (fixture->key, "0");
  g_assert_false (has_problem (fixture));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->key), "error"));
}

static void
test_wrong_address (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->address, "http://codat.example");
  check (fixture, sandbox_server_get_api_key (fixture->world.server));
  ui_wait_for (has_any_problem, fixture);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->address), "error"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->key), "error"));
}

/* Who has no network has typed nothing wrong. */
static void
test_no_network (Fixture *fixture, gconstpointer data)
{
  TribUiAddAccountDialog *dialog = trib_ui_add_account_dialog_new (fixture->accounts, NULL);
  GtkWidget *whole = GTK_WIDGET (dialog);
  AdwExpanderRow *advanced = ADW_EXPANDER_ROW (ui_find (whole, ADW_TYPE_EXPANDER_ROW));
  GtkWidget *address = ui_find (GTK_WIDGET (advanced), ADW_TYPE_ENTRY_ROW);
  GtkWidget *key = ui_find (whole, ADW_TYPE_PASSWORD_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (address),
                         sandbox_server_get_base_url (fixture->world.server));
  gtk_window_present (GTK_WINDOW (dialog));
  ui_wait_for (is_mapped, whole);
  sandbox_server_stop (fixture->world.server);
  gtk_editable_set_text (GTK_EDITABLE (key), "00000000000000000000000000000000");
  gtk_widget_activate_action (whole, "account.check", NULL);
  ui_wait_for (has_shown_problem, whole);
  g_assert_false (gtk_widget_has_css_class (address, "error"));
  g_assert_false (gtk_widget_has_css_class (key, "error"));
  g_assert_false (adw_expander_row_get_expanded (advanced));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
find_problem (Fixture *fixture)
{
  GtkWidget *first = ui_find (GTK_WIDGET (fixture->dialog), TRIB_UI_TYPE_PROBLEM_BOX);
  GtkWidget *parent = gtk_widget_get_parent (first);

  return gtk_widget_get_visible (first)
             ? first
             : ui_find (gtk_widget_get_last_child (parent), TRIB_UI_TYPE_PROBLEM_BOX);
}

static gboolean
is_problem_in_view (gpointer data)
{
  return ui_is_in_view (find_problem (data));
}

/* What is wrong is below the fold of a small window, and comes into view. */
static void
test_problem_in_view (Fixture *fixture, gconstpointer data)
{
  AdwExpanderRow *advanced =
      ADW_EXPANDER_ROW (ui_find (GTK_WIDGET (fixture->dialog), ADW_TYPE_EXPANDER_ROW));
  GtkWidget *text;

  adw_expander_row_set_expanded (advanced, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->dialog), 360, 500);
  gtk_editable_set_text (fixture->address, "http://codat.example");
  check (fixture, sandbox_server_get_api_key (fixture->world.server));
  ui_wait_for (is_problem_in_view, fixture);
  g_assert_true (ui_is_in_view (GTK_WIDGET (fixture->address)));
  /* The row that has the focus is announced as wrong, and why. */
  g_assert_true (ui_has_focus (GTK_WIDGET (fixture->address)));
  text = gtk_window_get_focus (GTK_WINDOW (fixture->dialog));
  g_assert_true (
      gtk_test_accessible_has_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (text),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  gtk_editable_set_text (fixture->address, "https://codat.example");
  g_assert_false (
      gtk_test_accessible_has_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID));
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (text),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

/* Nothing that was typed is wrong, and nothing was changed: try again is the next thing to do. */
static void
test_server_failure (Fixture *fixture, gconstpointer data)
{
  sandbox_server_set_fault (fixture->world.server, "companies-500");
  check (fixture, sandbox_server_get_api_key (fixture->world.server));
  ui_wait_for (is_problem_in_view, fixture);
  g_assert_false (has_any_problem (fixture));
  g_assert_true (
      ui_shows (GTK_WIDGET (fixture->dialog), trib_problem_get_sentence (TRIB_PROBLEM_SERVER)));
  g_assert_true (ui_has_focus (ui_find_action (GTK_WIDGET (fixture->dialog), "account.check")));
}

static gboolean
is_idle (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_sensitive (ui_find_action (GTK_WIDGET (fixture->dialog), "account.check"));
}

/* Cancel stops the check and keeps what was typed; a second one closes. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  check (fixture, sandbox_server_get_api_key (fixture->world.server));
  g_assert_false (is_idle (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "account.cancel", NULL);
  ui_wait_for (is_idle, fixture);
  g_assert_null (fixture->added);
  g_assert_false (has_any_problem (fixture));
  g_assert_cmpstr (gtk_editable_get_text (fixture->key), !=, "");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "account.cancel", NULL);
  ui_wait_for (is_true, &fixture->gone);
}

/* Enter in any row is the button; Escape closes. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (fixture->dialog);
  GtkWidget *name = find_row (fixture, "Name");

  ui_wait_for (is_focused, name);
  gtk_editable_set_text (fixture->key, "00000000000000000000000000000000");
  g_assert_true (ui_press (dialog, GDK_KEY_Return, 0));
  ui_wait_for (has_problem, fixture);
  g_assert_true (ui_has_focus (GTK_WIDGET (fixture->key)));
  g_assert_true (ui_press (dialog, GDK_KEY_Escape, 0));
  ui_wait_for (is_true, &fixture->gone);
  g_assert_null (fixture->added);
}

static void
test_closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  GtkEditable *key = g_object_ref (fixture->key);

  check (fixture, sandbox_server_get_api_key (fixture->world.server));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_wait_for (is_true, &fixture->gone);
  g_assert_null (fixture->added);
  /* The key is gone even for who held on to the row. */
  g_assert_cmpstr (gtk_editable_get_text (key), ==, "");
  g_object_unref (key);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(name, test) g_test_add ("/ui/add-account/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("focus", test_focus);
  ADD ("problem-in-view", test_problem_in_view);
  ADD ("server-failure", test_server_failure);
  ADD ("names", test_names);
  ADD ("added", test_added);
  ADD ("wrong-key", test_wrong_key);
  ADD ("wrong-address", test_wrong_address);
  ADD ("no-network", test_no_network);
  ADD ("cancel", test_cancel);
  ADD ("keys", test_keys);
  ADD ("closed-meanwhile", test_closed_meanwhile);
  return g_test_run ();
}
