/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sign-in-fixture.h"

/* The strip above a page that is of no use: its words, and the one click to the browser. */

static gboolean
is_revealed (GtkWidget *page)
{
  GtkWidget *strip = ui_find (page, TRIB_UI_TYPE_PAGE_TROUBLE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (ui_find (strip, GTK_TYPE_REVEALER)));
}

typedef struct {
  GtkWidget *strip;
  const char *words;
} Words;

static gboolean
shows (gpointer data)
{
  Words *words = data;

  return ui_shows (words->strip, words->words);
}

static void
wait_for_words (GtkWidget *strip, const char *text)
{
  Words words = { strip, text };

  ui_wait_for (shows, &words);
}

static void
test_strip (void)
{
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  GtkWidget *strip;
  TribLinkWatchdog *watchdog;

  ui_world_start (&world, 0);
  page = sign_in_fixture_open (&world, "ask");
  ui_window_open (&window, page, 800, 600);
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OPEN);
  strip = ui_find (page, TRIB_UI_TYPE_PAGE_TROUBLE);
  watchdog = trib_link_session_get_watchdog (sign_in_fixture_get_session (page));
  g_assert_false (is_revealed (page));

  trib_link_watchdog_report_page (watchdog, "https://login.example/signin/rejected");
  g_assert_true (is_revealed (page));
  wait_for_words (strip, "This page lets people sign in from a web browser only.");
  ui_assert_names (strip);
  trib_link_watchdog_report_page (watchdog, "https://login.example/passkey");
  wait_for_words (strip, "Passkeys and security keys work in your own browser only.");
  trib_link_watchdog_report_download (watchdog);
  g_assert_true (
      ui_shows (strip, "This page offers a file. Go on in your own browser to save it."));
  trib_link_watchdog_report_page (watchdog, "https://login.example/");
  g_assert_false (is_revealed (page));

  trib_link_watchdog_report_download (watchdog);
  ui_click (ui_find_action (strip, "sign-in.use-browser"));
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OUTSIDE);
  g_assert_false (is_revealed (page));
  ui_window_close (&window);
  ui_world_stop (&world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_func ("/ui/page-trouble/strip", test_strip);
  return g_test_run ();
}
