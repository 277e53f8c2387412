/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

typedef struct {
  UiWorld world;
  UiWindow window;
  TribModelCompanies *companies;
  TribUiNewCompanyDialog *dialog;
  GtkEditable *name;
  GtkEditable *reference;
  TribModelCompany *created;
  gboolean gone;
} Fixture;

static void
created_cb (Fixture *fixture, TribModelCompany *company)
{
  g_set_object (&fixture->created, company);
}

static void
gone_cb (gpointer data, GObject *object)
{
  *(gboolean *) data = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  ui_world_start (&fixture->world, 0);
  fixture->companies = trib_model_account_get_companies (fixture->world.account);
  trib_model_companies_load (fixture->companies);
  ui_wait_for_state (fixture->companies, TRIB_MODEL_STATE_READY);
  ui_window_open (&fixture->window, adw_bin_new (), 600, 600);
  fixture->dialog = trib_ui_new_company_dialog_new (fixture->companies, fixture->window.window);
  g_object_weak_ref (G_OBJECT (fixture->dialog), gone_cb, &fixture->gone);
  g_signal_connect_swapped (fixture->dialog, "created", G_CALLBACK (created_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  dialog = GTK_WIDGET (fixture->dialog);
  fixture->name = GTK_EDITABLE (ui_find_named (dialog, ADW_TYPE_ENTRY_ROW, "Name"));
  fixture->reference =
      GTK_EDITABLE (ui_find_named (dialog, ADW_TYPE_ENTRY_ROW, "Your Reference (Recommended)"));
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (!fixture->gone)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_wait_for (is_true, &fixture->gone);
  ui_window_close (&fixture->window);
  g_clear_object (&fixture->created);
  ui_world_stop (&fixture->world);
}

static void
activate (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL);
}

static gboolean
can_create (Fixture *fixture)
{
  return gtk_widget_get_sensitive (ui_find_action (GTK_WIDGET (fixture->dialog), "company.create"));
}

static gboolean
is_created (gpointer data)
{
  return ((Fixture *) data)->created != NULL;
}

static gboolean
has_existing (gpointer data)
{
  return trib_ui_new_company_dialog_get_existing (((Fixture *) data)->dialog) != NULL;
}

static guint
count_created (Fixture *fixture)
{
  return sandbox_server_get_n_requests (fixture->world.server, "POST", "/companies");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  int minimum;

  ui_assert_names (GTK_WIDGET (fixture->dialog));
  gtk_widget_measure (GTK_WIDGET (fixture->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_false (can_create (fixture));
  gtk_editable_set_text (fixture->name, "   ");
  g_assert_false (can_create (fixture));
}

static gboolean
is_focused (gpointer data)
{
  return ui_has_focus (data);
}

/* What is typed at once is the name, and the space bar closes nothing. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  ui_wait_for (is_focused, fixture->name);
  ui_type (GTK_WINDOW (fixture->dialog), "Quiet ");
  ui_type (GTK_WINDOW (fixture->dialog), "Harbour");
  g_assert_cmpstr (gtk_editable_get_text (fixture->name), ==, "Quiet Harbour");
  /* Enter there is the button. */
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)), "activate");
  ui_wait_for (is_created, fixture);
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  gtk_editable_set_text (fixture->name, "  Quiet Harbour Books  ");
  gtk_editable_set_text (fixture->reference, "QHB-1");
  g_assert_true (can_create (fixture));
  activate (fixture, "company.create");
  ui_wait_for (is_created, fixture);
  g_assert_cmpstr (trib_model_company_get_name (fixture->created), ==, "Quiet Harbour Books");
  g_assert_cmpstr (trib_model_company_get_reference (fixture->created), ==, "QHB-1");
  id = sandbox_server_dup_company_id (fixture->world.server, "Quiet Harbour Books");
  g_assert_cmpstr (id, ==, trib_model_company_get_id (fixture->created));
  g_assert_cmpuint (count_created (fixture), ==, 1);
  ui_wait_for (is_true, &fixture->gone);
}

/* A name that is there is offered instead, while typing; opening it makes nothing. */
static void
test_existing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelCompany) first = g_list_model_get_item (G_LIST_MODEL (fixture->companies), 0);
  g_autofree char *typed = g_utf8_strup (trib_model_company_get_name (first), -1);
  g_autofree char *expected =
      g_strdup_printf ("open-company('%s')", trib_model_company_get_id (first));

  gtk_editable_set_text (fixture->name, typed);
  ui_wait_for (has_existing, fixture);
  g_assert_true (ui_shows (GTK_WIDGET (fixture->dialog), trib_model_company_get_name (first)));
  ui_click (ui_find_action (GTK_WIDGET (fixture->dialog), "company.open-existing"));
  ui_wait_for (is_true, &fixture->gone);
  g_assert_cmpstr (fixture->window.activated->str, ==, expected);
  g_assert_cmpuint (count_created (fixture), ==, 0);
}

/* Who is faster than the look-up is asked all the same, and may insist. */
static void
test_create_anyway (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelCompany) first = g_list_model_get_item (G_LIST_MODEL (fixture->companies), 0);

  gtk_editable_set_text (fixture->name, trib_model_company_get_name (first));
  activate (fixture, "company.create");
  ui_wait_for (has_existing, fixture);
  g_assert_cmpuint (count_created (fixture), ==, 0);
  g_assert_nonnull (
      ui_find_named (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON, "C_reate Anyway"));
  activate (fixture, "company.create");
  ui_wait_for (is_created, fixture);
  g_assert_cmpstr (trib_model_company_get_id (fixture->created), !=,
                   trib_model_company_get_id (first));
  g_assert_cmpuint (count_created (fixture), ==, 1);
}

static gboolean
has_problem (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_visible (ui_find (GTK_WIDGET (fixture->dialog), TRIB_UI_TYPE_PROBLEM_BOX));
}

static gboolean
is_problem_in_view (gpointer data)
{
  Fixture *fixture = data;

  return has_problem (fixture) &&
         ui_is_in_view (ui_find (GTK_WIDGET (fixture->dialog), TRIB_UI_TYPE_PROBLEM_BOX));
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  sandbox_server_set_fault (fixture->world.server, "create-company-500");
  gtk_editable_set_text (fixture->name, "Quiet Harbour Books");
  activate (fixture, "company.create");
  ui_wait_for (is_problem_in_view, fixture);
  g_assert_null (fixture->created);
  /* It may have been made: who says that has to say to look first. */
  g_assert_true (ui_shows (GTK_WIDGET (fixture->dialog),
                           trib_problem_get_change_sentence (TRIB_PROBLEM_SERVER)));
  /* The next key goes on where one was. */
  g_assert_true (ui_has_focus (GTK_WIDGET (fixture->name)));
  g_assert_true (can_create (fixture));
  g_assert_cmpstr (gtk_editable_get_text (fixture->name), ==, "Quiet Harbour Books");
}

/* Asking whether there is one changes nothing. */
static void
test_look_up_failure (Fixture *fixture, gconstpointer data)
{
  sandbox_server_set_fault (fixture->world.server, "companies-500");
  gtk_editable_set_text (fixture->name, "Quiet Harbour Books");
  activate (fixture, "company.create");
  ui_wait_for (has_problem, fixture);
  g_assert_true (
      ui_shows (GTK_WIDGET (fixture->dialog), trib_problem_get_sentence (TRIB_PROBLEM_SERVER)));
  g_assert_cmpuint (count_created (fixture), ==, 0);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->name, "Quiet Harbour Books");
  activate (fixture, "company.create");
  g_assert_false (can_create (fixture));
  activate (fixture, "company.cancel");
  while (!can_create (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (has_problem (fixture));
  activate (fixture, "company.cancel");
  ui_wait_for (is_true, &fixture->gone);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  ui_wait_for (is_focused, fixture->name);
  g_assert_true (ui_press (GTK_WINDOW (fixture->dialog), GDK_KEY_Escape, 0));
  ui_wait_for (is_true, &fixture->gone);
  g_assert_null (fixture->created);
}

static void
test_closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->name, "Quiet Harbour Books");
  activate (fixture, "company.create");
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_wait_for (is_true, &fixture->gone);
  g_assert_null (fixture->created);
}

/* What Codat would drop is said before, with the name that would stay. */
static void
test_hint (Fixture *fixture, gconstpointer data)
{
  const char *typed = "Ben & \"Co\" <Ltd>";
  g_autofree char *kept = NULL;
  g_autofree char *hint = NULL;

  gtk_editable_set_text (fixture->name, "Plain Name");
  g_assert_false (ui_shows (GTK_WIDGET (fixture->dialog), ""));
  if (trib_model_company_name_check (typed, &kept))
    return;
  gtk_editable_set_text (fixture->name, typed);
  hint = g_strdup_printf ("Codat leaves out %s and keeps the name as “%s”.", "\" < >", kept);
  g_assert_true (ui_shows (GTK_WIDGET (fixture->dialog), hint));
  g_assert_true (can_create (fixture));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(name, test) g_test_add ("/ui/new-company/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("names", test_names);
  ADD ("focus", test_focus);
  ADD ("create", test_create);
  ADD ("existing", test_existing);
  ADD ("create-anyway", test_create_anyway);
  ADD ("failure", test_failure);
  ADD ("look-up-failure", test_look_up_failure);
  ADD ("cancel", test_cancel);
  ADD ("escape", test_escape);
  ADD ("closed-meanwhile", test_closed_meanwhile);
  ADD ("hint", test_hint);
  return g_test_run ();
}
