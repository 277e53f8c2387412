/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

typedef struct {
  UiWorld world;
  TribModelPolicy *policy;
  GtkWidget *window;
  gboolean gone;
} Fixture;

static void
gone_cb (gpointer data, GObject *object)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
open_window (Fixture *fixture)
{
  fixture->gone = FALSE;
  fixture->window = GTK_WIDGET (trib_ui_policy_window_new (fixture->world.account, NULL));
  g_object_weak_ref (G_OBJECT (fixture->window), gone_cb, &fixture->gone);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
close_window (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_wait_for (is_true, &fixture->gone);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_world_start (&fixture->world, 0);
  fixture->policy = trib_model_account_get_policy (fixture->world.account);
  trib_model_platforms_load (trib_model_account_get_platforms (fixture->world.account));
  ui_wait_for_state (trib_model_account_get_platforms (fixture->world.account),
                     TRIB_MODEL_STATE_READY);
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  company_fixture_settle ();
  ui_world_stop (&fixture->world);
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  return ui_find_named (fixture->window, ADW_TYPE_PREFERENCES_ROW, title);
}

static GtkSwitch *
find_switch (Fixture *fixture, const char *title)
{
  return GTK_SWITCH (ui_find (find_row (fixture, title), GTK_TYPE_SWITCH));
}

/* Every switch is kept as it is turned, and is found again. */
static void
test_switches (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_switch_get_active (find_switch (fixture, "Ask for Consent")));
  gtk_switch_set_active (find_switch (fixture, "Ask for Consent"), TRUE);
  g_assert_true (trib_model_policy_get_asks_consent (fixture->policy));
  gtk_switch_set_active (find_switch (fixture, "Banking"), TRUE);
  g_assert_true (trib_model_policy_get_required (fixture->policy, TRIB_MODEL_CATEGORY_BANKING));
  g_assert_false (trib_model_policy_get_required (fixture->policy, TRIB_MODEL_CATEGORY_ACCOUNTING));
  gtk_switch_set_active (find_switch (fixture, "Offer Platforms for Trying Out"), FALSE);
  g_assert_false (trib_model_policy_get_shows_sandbox (fixture->policy));
  close_window (fixture);
  open_window (fixture);
  g_assert_true (gtk_switch_get_active (find_switch (fixture, "Ask for Consent")));
  g_assert_true (gtk_switch_get_active (find_switch (fixture, "Banking")));
  g_assert_false (gtk_switch_get_active (find_switch (fixture, "Commerce")));
  g_assert_false (gtk_switch_get_active (find_switch (fixture, "Offer Platforms for Trying Out")));
}

static void
assert_kept (Fixture *fixture, TribModelPolicyText which, const char *wanted)
{
  g_autofree char *kept = trib_model_policy_dup_text (fixture->policy, which);

  g_assert_cmpstr (kept, ==, wanted);
}

/* A fault is said at its field when the person has finished, and never kept. */
static void
test_texts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *terms = find_row (fixture, "Web Address of Your Terms");

  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "Who Helps")), " Ada & <b>Co ");
  assert_kept (fixture, TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME, "Ada & <b>Co");
  gtk_editable_set_text (GTK_EDITABLE (terms), "https://example.com/terms");
  assert_kept (fixture, TRIB_MODEL_POLICY_TEXT_TERMS, "https://example.com/terms");
  gtk_editable_set_text (GTK_EDITABLE (terms), "http://example.com");
  g_assert_false (gtk_widget_has_css_class (terms, "error"));
  g_signal_emit_by_name (terms, "entry-activated");
  g_assert_true (gtk_widget_has_css_class (terms, "error"));
  g_assert_true (ui_shows (fixture->window, "Use the whole web address. It begins with https://."));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (terms), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  assert_kept (fixture, TRIB_MODEL_POLICY_TEXT_TERMS, "https://example.com/terms");
  gtk_editable_set_text (GTK_EDITABLE (terms), "");
  g_assert_false (gtk_widget_has_css_class (terms, "error"));
  assert_kept (fixture, TRIB_MODEL_POLICY_TEXT_TERMS, "https://example.com/terms");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_wait_for (is_true, &fixture->gone);
  assert_kept (fixture, TRIB_MODEL_POLICY_TEXT_TERMS, NULL);
  open_window (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, "Who Helps"))), ==,
                   "Ada & <b>Co");
}

static guint
count_allowed (Fixture *fixture)
{
  g_auto (GStrv) keys = trib_model_policy_dup_allowed (fixture->policy);

  return g_strv_length (keys);
}

/* Also in a list that is still being opened. */
static GtkCheckButton *
find_check (GtkWidget *root, const char *key)
{
  GtkCheckButton *found = NULL;

  if (GTK_IS_CHECK_BUTTON (root) && g_str_equal (gtk_widget_get_name (root), key))
    return GTK_CHECK_BUTTON (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_check (child, key);
  return found;
}

static void
test_platforms (Fixture *fixture, gconstpointer data)
{
  const char *const allowed[] = { "gbol", "gone", NULL };
  AdwExpanderRow *expander;
  GtkCheckButton *xero;

  expander = ADW_EXPANDER_ROW (ui_find (fixture->window, ADW_TYPE_EXPANDER_ROW));
  g_assert_cmpuint (count_allowed (fixture), ==, 0);
  g_assert_false (adw_expander_row_get_enable_expansion (expander));
  adw_expander_row_set_enable_expansion (expander, TRUE);
  g_assert_cmpuint (count_allowed (fixture), >, 10);
  xero = find_check (fixture->window, "gbol");
  g_assert_true (gtk_check_button_get_active (xero));

  /* What another start of the program chose is shown, and what is switched off at Codat stays. */
  trib_model_policy_set_allowed (fixture->policy, allowed);
  g_assert_true (gtk_check_button_get_active (xero));
  gtk_check_button_set_active (find_check (fixture->window, "exgd"), TRUE);
  g_assert_cmpuint (count_allowed (fixture), ==, 3);

  /* None at all cannot be kept. */
  gtk_check_button_set_active (find_check (fixture->window, "exgd"), FALSE);
  gtk_check_button_set_active (xero, FALSE);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (expander), "error"));
  g_assert_cmpuint (count_allowed (fixture), ==, 2);
  adw_expander_row_set_enable_expansion (expander, FALSE);
  g_assert_cmpuint (count_allowed (fixture), ==, 0);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (expander), "error"));
}

/* What is typed and refused stays with its fault while something else is changed. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *terms = find_row (fixture, "Web Address of Your Terms");
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (ui_find (fixture->window, ADW_TYPE_EXPANDER_ROW));

  gtk_editable_set_text (GTK_EDITABLE (terms), "http://example.com");
  g_signal_emit_by_name (terms, "entry-activated");
  g_assert_true (gtk_widget_has_css_class (terms, "error"));
  adw_expander_row_set_enable_expansion (expander, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (terms)), ==, "http://example.com");
  g_assert_true (gtk_widget_has_css_class (terms, "error"));

  /* What somebody else changed is shown. */
  trib_model_policy_set_text (fixture->policy, TRIB_MODEL_POLICY_TEXT_TERMS,
                              "https://example.com/terms");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (terms)), ==, "https://example.com/terms");
  g_assert_false (gtk_widget_has_css_class (terms, "error"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  ui_assert_names (fixture->window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/policy-window/switches", Fixture, NULL, set_up, test_switches, tear_down);
  g_test_add ("/policy-window/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/policy-window/platforms", Fixture, NULL, set_up, test_platforms, tear_down);
  g_test_add ("/policy-window/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/policy-window/names", Fixture, NULL, set_up, test_names, tear_down);
  return g_test_run ();
}
