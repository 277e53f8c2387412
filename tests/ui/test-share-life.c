/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

#include "test-clock.h"

#include <string.h>

/* How long a link that was given to somebody else still works, and what happens when it ends. */

#define MINUTE_MS (60 * 1000)
#define HOUR_MS (60 * MINUTE_MS)

typedef struct {
  UiWorld world;
  UiWindow window;
  TestClock *clock;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelInvitation) invitation = NULL;
  TribModelCompany *company;

  fixture->clock = test_clock_new ();
  ui_world_start (&fixture->world, 0);
  ui_world_use_clock (&fixture->world, TRIB_CLOCK (fixture->clock));
  company = company_fixture_get (&fixture->world, "Hollis & Okafor Architects");
  company_fixture_load (company);
  invitation = trib_model_invitation_new (fixture->world.account, company,
                                          company_fixture_get_platform (&fixture->world, "gbol"));
  fixture->page = trib_ui_share_page_new (invitation);
  ui_window_open (&fixture->window, fixture->page, 900, 900);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (&fixture->window);
  company_fixture_settle ();
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

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_there (gpointer data)
{
  return *(char **) data != NULL;
}

static char *
dup_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL, text_cb, &text);
  ui_wait_for (is_there, &text);
  return text;
}

static void
test_counts_down (Fixture *fixture, gconstpointer data)
{
  g_assert_false (ui_shows (fixture->page, "Valid for"));
  ui_click (ui_find_action (fixture->page, "share.copy"));
  wait_for_words (fixture, "Valid for 24 h 0 min");
  g_assert_null (ui_find_action (fixture->page, "share.renew"));
  test_clock_advance (fixture->clock, 48 * MINUTE_MS);
  wait_for_words (fixture, "Valid for 23 h 12 min");
  ui_click (ui_find_action (fixture->page, "share.copy"));
  wait_for_words (fixture, "Valid for 24 h 0 min");
}

/* A link lives on while this computer sleeps. */
static void
test_sleep (Fixture *fixture, gconstpointer data)
{
  ui_click (ui_find_action (fixture->page, "share.copy"));
  wait_for_words (fixture, "Valid for 24 h 0 min");
  test_clock_sleep (fixture->clock, 10 * HOUR_MS);
  test_clock_advance (fixture->clock, MINUTE_MS);
  wait_for_words (fixture, "Valid for 13 h 59 min");
}

/* Nobody is given another link before they ask for it; one click does. */
static void
test_ends (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *still = NULL;
  g_autofree char *second = NULL;

  ui_click (ui_find_action (fixture->page, "share.copy"));
  wait_for_words (fixture, "Valid for 24 h 0 min");
  first = dup_clipboard (fixture);
  test_clock_advance (fixture->clock, 24 * HOUR_MS - 1000);
  wait_for_words (fixture, "Valid for less than a minute");
  g_assert_true (ui_shows (fixture->page, "Valid until tomorrow 00:00") ||
                 ui_shows (fixture->page, "Valid until today 00:00"));
  test_clock_advance (fixture->clock, 1000);
  wait_for_words (fixture, "This link has ended");
  g_assert_false (ui_shows (fixture->page, "Valid until"));
  g_assert_false (ui_shows (fixture->page, "The link is on the clipboard."));
  ui_assert_names (fixture->page);
  still = dup_clipboard (fixture);
  g_assert_cmpstr (still, ==, first);
  ui_click (ui_find_action (fixture->page, "share.renew"));
  wait_for_words (fixture, "Valid for 24 h 0 min");
  g_assert_null (ui_find_action (fixture->page, "share.renew"));
  second = dup_clipboard (fixture);
  g_assert_nonnull (strstr (second, "otp="));
  g_assert_cmpstr (second, !=, first);
}

typedef struct {
  GtkPicture *picture;
  GdkPaintable *old; /* (nullable) */
} Code;

static gboolean
has_other_code (gpointer data)
{
  Code *code = data;
  GdkPaintable *now = gtk_picture_get_paintable (code->picture);

  return now != NULL && now != code->old;
}

/* A code that is looked at is a code that works. */
static void
test_code_is_renewed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPaintable) first = NULL;
  Code code = { 0 };

  if (!trib_ui_qr_is_available ())
    return;
  code.picture = GTK_PICTURE (ui_find (fixture->page, GTK_TYPE_PICTURE));
  ui_click (ui_find_action (fixture->page, "share.show-code"));
  ui_wait_for (has_other_code, &code);
  g_set_object (&first, gtk_picture_get_paintable (code.picture));
  test_clock_advance (fixture->clock, 24 * HOUR_MS);
  code.old = first;
  ui_wait_for (has_other_code, &code);
  wait_for_words (fixture, "Valid for 24 h 0 min");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  ADD ("/ui/share-life/counts-down", test_counts_down);
  ADD ("/ui/share-life/sleep", test_sleep);
  ADD ("/ui/share-life/ends", test_ends);
  ADD ("/ui/share-life/code-is-renewed", test_code_is_renewed);
  return g_test_run ();
}
