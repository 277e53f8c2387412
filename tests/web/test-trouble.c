/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-watch.h"

#include "stage.h"

/* Pages that are there and of no use, in the real view. The clock is moved by hand, so that eight
 * seconds take none. */

static TribLinkPageTrouble
get_trouble (Stage *stage)
{
  return trib_link_watchdog_get_trouble (trib_link_session_get_watchdog (stage->session));
}

static void
show (Stage *stage, const char *html)
{
  stage_init (stage);
  site_set_page (stage->site, "/start", html);
  stage_open (stage, "/start");
  stage_wait_shown (stage);
}

static void
test_blank (void)
{
  Stage stage;

  show (&stage, "<!doctype html><title>nothing</title>");
  test_clock_advance (stage.clock, 8000);
  wait_until (get_trouble (&stage) == TRIB_LINK_PAGE_TROUBLE_BLANK);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
}

static gboolean
shows_nothing_later (Stage *stage)
{
  test_clock_advance (stage->clock, 4000);
  return get_trouble (stage) != TRIB_LINK_PAGE_TROUBLE_NONE;
}

/* What was only late appears, and the words about it go. */
static void
test_appears (void)
{
  Stage stage;

  show (&stage, "<!doctype html><body><script>setInterval(function(){fetch('/word').then("
                "function(a){if(a.ok)document.body.append('Sign in')})},50)</script>");
  test_clock_advance (stage.clock, 8000);
  wait_until (get_trouble (&stage) == TRIB_LINK_PAGE_TROUBLE_BLANK);
  site_set_page (stage.site, "/word", "yes");
  wait_until (!shows_nothing_later (&stage));
  stage_clear (&stage);
}

static void
test_picture (void)
{
  guint32 plain[6] = { 0 };
  guint32 dotted[6] = { 0, 0, 0, 0, 0, 0xff0000ff };
  g_autoptr (GBytes) plain_bytes = g_bytes_new_static (plain, sizeof plain);
  g_autoptr (GBytes) dotted_bytes = g_bytes_new_static (dotted, sizeof dotted);
  g_autoptr (GdkTexture) blank =
      gdk_memory_texture_new (3, 2, GDK_MEMORY_DEFAULT, plain_bytes, 3 * sizeof *plain);
  g_autoptr (GdkTexture) seen =
      gdk_memory_texture_new (3, 2, GDK_MEMORY_DEFAULT, dotted_bytes, 3 * sizeof *dotted);

  g_assert_true (trib_web_is_blank (blank));
  g_assert_false (trib_web_is_blank (seen));
}

/* A script that never ends: nothing can be asked of the page, and Cancel works all the same. */
static void
test_busy (void)
{
  Stage stage;

  show (&stage, "<!doctype html><h1>Sign in</h1><script>onload=function(){setTimeout(function(){"
                "new Image().src='/busy';var end=Date.now()+600000;while(Date.now()<end);},100)}"
                "</script>");
  stage_wait_hit (&stage, "/busy");
  test_clock_advance (stage.clock, 8000);
  test_clock_advance (stage.clock, 4000);
  g_assert_cmpint (get_trouble (&stage), ==, TRIB_LINK_PAGE_TROUBLE_STALLED);
  trib_link_session_cancel (stage.session);
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CANCELLED);
  stage_clear (&stage);
}

static void
test_refused (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "=302 /signin/rejected?flow=1");
  site_set_page (stage.site, "/signin/rejected", "<!doctype html><h1>This browser may not</h1>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  g_assert_cmpint (get_trouble (&stage), ==, TRIB_LINK_PAGE_TROUBLE_BROWSER_REFUSED);
  stage_clear (&stage);
}

static void
test_download (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/a.zip", "PK");
  site_set_page (stage.site, "/start",
                 "<!doctype html><h1>Sign in</h1><script>location.href='/a.zip'</script>");
  stage_open (&stage, "/start");
  wait_until (get_trouble (&stage) == TRIB_LINK_PAGE_TROUBLE_DOWNLOAD);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web/trouble/picture", test_picture);
  g_test_add_func ("/web/trouble/blank", test_blank);
  g_test_add_func ("/web/trouble/appears", test_appears);
  g_test_add_func ("/web/trouble/busy", test_busy);
  g_test_add_func ("/web/trouble/refused", test_refused);
  g_test_add_func ("/web/trouble/download", test_download);
  return g_test_run ();
}
