/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

typedef struct {
  UiWorld world;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_world_start (&fixture->world, 0);
  fixture->window = GTK_WIDGET (trib_ui_watch_window_new (fixture->world.account, NULL));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_wait_for (is_null, &fixture->window);
  company_fixture_settle ();
  ui_world_stop (&fixture->world);
}

typedef struct {
  GtkWidget *window;
  const char *text;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;

  return ui_shows (wanted->window, wanted->text);
}

static void
wait_for_text (Fixture *fixture, const char *text)
{
  Wanted wanted = { fixture->window, text };

  ui_wait_for (is_shown, &wanted);
}

/* A company that is looked at is one line, with what it is, how often and when. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = company_fixture_get (&fixture->world, "Harbour & Vale Bakery Ltd");
  TribModelConnections *connections = trib_model_company_get_connections (company);

  g_assert_true (ui_shows (fixture->window, "Nothing Is Being Checked"));
  trib_model_connections_follow (connections);
  wait_for_text (fixture, "Harbour & Vale Bakery Ltd");
  wait_for_text (fixture, "Checking every 5 minutes\nNo answer yet");
  g_assert_false (ui_shows (fixture->window, "Nothing Is Being Checked"));
  trib_model_connections_load (connections);
  wait_for_text (fixture, "Checking every 5 minutes\nLast answer: just now");
  trib_model_connections_unfollow (connections);
  wait_for_text (fixture, "Nothing Is Being Checked");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/ui/watch-window/rows", Fixture, NULL, set_up, test_rows, tear_down);
  return g_test_run ();
}
