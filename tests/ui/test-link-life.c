/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sign-in-fixture.h"

#include "test-clock.h"

/* How long a link that was handed to the browser still works, and the one click to another. */

#define MINUTE_MS (60 * 1000)

typedef struct {
  UiWorld world;
  UiWindow window;
  TestClock *clock;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = test_clock_new ();
  ui_world_start (&fixture->world, 0);
  ui_world_use_clock (&fixture->world, TRIB_CLOCK (fixture->clock));
  fixture->page = sign_in_fixture_open (&fixture->world, "ask");
  ui_window_open (&fixture->window, fixture->page, 800, 600);
  trib_link_session_go_outside (sign_in_fixture_get_session (fixture->page));
  sign_in_fixture_wait (fixture->page, TRIB_LINK_STATE_OUTSIDE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (&fixture->window);
  ui_world_stop (&fixture->world);
  g_clear_object (&fixture->clock);
}

typedef struct {
  GtkWidget *page;
  const char *words;
} Words;

static gboolean
shows (gpointer data)
{
  Words *words = data;

  return ui_shows (words->page, words->words);
}

static void
wait_for_words (Fixture *fixture, const char *text)
{
  Words words = { fixture->page, text };

  ui_wait_for (shows, &words);
}

/* By the minute, while Codat is asked ever more seldom. */
static void
test_counts_down (Fixture *fixture, gconstpointer data)
{
  wait_for_words (fixture, "Valid for 24 h 0 min");
  g_assert_null (ui_find_named (fixture->page, GTK_TYPE_BUTTON, "_Get a New Link"));
  test_clock_advance (fixture->clock, MINUTE_MS);
  wait_for_words (fixture, "Valid for 23 h 59 min");
  test_clock_advance (fixture->clock, 10 * MINUTE_MS);
  wait_for_words (fixture, "Valid for 23 h 49 min");
}

static void
test_new_link_begins_anew (Fixture *fixture, gconstpointer data)
{
  TribLinkSession *session = sign_in_fixture_get_session (fixture->page);
  guint serial = trib_link_session_get_link_serial (session);

  test_clock_advance (fixture->clock, 5 * MINUTE_MS);
  wait_for_words (fixture, "Valid for 23 h 55 min");
  ui_click (ui_find_action (fixture->page, "sign-in.open-again"));
  sign_in_fixture_wait (fixture->page, TRIB_LINK_STATE_OUTSIDE);
  g_assert_cmpuint (trib_link_session_get_link_serial (session), >, serial);
  wait_for_words (fixture, "Valid for 24 h 0 min");
}

/* A link that was not used in time says so, and one click gets another. */
static void
test_ends (Fixture *fixture, gconstpointer data)
{
  TribLinkSession *session = sign_in_fixture_get_session (fixture->page);
  GtkWidget *renew;

  test_clock_advance (fixture->clock, 24 * 60 * MINUTE_MS);
  wait_for_words (fixture, "This link has ended");
  g_assert_cmpint (trib_link_session_get_state (session), ==, TRIB_LINK_STATE_OUTSIDE);
  renew = ui_find_named (fixture->page, GTK_TYPE_BUTTON, "_Get a New Link");
  g_assert_nonnull (renew);
  ui_click (renew);
  sign_in_fixture_wait (fixture->page, TRIB_LINK_STATE_OUTSIDE);
  wait_for_words (fixture, "Valid for 24 h 0 min");
  g_assert_null (ui_find_named (fixture->page, GTK_TYPE_BUTTON, "_Get a New Link"));
}

/* Who took the link along is given the next one the same way. */
static void
test_copied_ends (Fixture *fixture, gconstpointer data)
{
  ui_click (ui_find_action (fixture->page, "sign-in.copy-link"));
  wait_for_words (fixture, "The Link Is on the Clipboard");
  test_clock_advance (fixture->clock, 24 * 60 * MINUTE_MS);
  wait_for_words (fixture, "This link has ended");
  ui_click (ui_find_named (fixture->page, GTK_TYPE_BUTTON, "_Get a New Link"));
  wait_for_words (fixture, "Valid for 24 h 0 min");
  g_assert_true (ui_shows (fixture->page, "The Link Is on the Clipboard"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/ui/link-life/counts-down", Fixture, NULL, set_up, test_counts_down, tear_down);
  g_test_add ("/ui/link-life/new-link-begins-anew", Fixture, NULL, set_up,
              test_new_link_begins_anew, tear_down);
  g_test_add ("/ui/link-life/ends", Fixture, NULL, set_up, test_ends, tear_down);
  g_test_add ("/ui/link-life/copied-ends", Fixture, NULL, set_up, test_copied_ends, tear_down);
  return g_test_run ();
}
