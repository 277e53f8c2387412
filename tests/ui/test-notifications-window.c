/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

/* What is told on the desktop is switched by kind, and what is kept is shown. */

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
set_up (Fixture *fixture, gconstpointer data)
{
  ui_world_start (&fixture->world, 0);
  fixture->policy = trib_model_account_get_policy (fixture->world.account);
  trib_model_policy_set_notifies (fixture->policy, TRIB_MODEL_NOTICE_SYNC, FALSE);
  fixture->window = GTK_WIDGET (trib_ui_notifications_window_new (fixture->world.account, NULL));
  g_object_weak_ref (G_OBJECT (fixture->window), gone_cb, &fixture->gone);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for ((UiCondition) gtk_widget_get_mapped, fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_wait_for (is_true, &fixture->gone);
  /* What goes away switches nothing. */
  g_assert_false (trib_model_policy_get_notifies (fixture->policy, TRIB_MODEL_NOTICE_SYNC));
  company_fixture_settle ();
  ui_world_stop (&fixture->world);
}

static GtkSwitch *
find_switch (GtkWidget *root, const char *title)
{
  GtkWidget *row = ui_find_named (root, GTK_TYPE_LABEL, title);

  g_assert_nonnull (row);
  return GTK_SWITCH (ui_find (gtk_widget_get_ancestor (row, ADW_TYPE_ACTION_ROW), GTK_TYPE_SWITCH));
}

static void
test_switches (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_switch_get_active (find_switch (fixture->window, "First Sync Finished")));
  g_assert_true (gtk_switch_get_active (find_switch (fixture->window, "Access Ended")));
  gtk_switch_set_active (find_switch (fixture->window, "Access Ended"), FALSE);
  g_assert_false (trib_model_policy_get_notifies (fixture->policy, TRIB_MODEL_NOTICE_ACCESS));
  g_assert_true (trib_model_policy_get_notifies (fixture->policy, TRIB_MODEL_NOTICE_SIGN_IN));
  trib_model_policy_set_notifies (fixture->policy, TRIB_MODEL_NOTICE_ACCESS, TRUE);
  g_assert_true (gtk_switch_get_active (find_switch (fixture->window, "Access Ended")));
  ui_assert_names (fixture->window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/ui/notifications-window/switches", Fixture, NULL, set_up, test_switches, tear_down);
  return g_test_run ();
}
