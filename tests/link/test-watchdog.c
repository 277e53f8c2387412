/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "flow.h"

/* A page that is there and of no use, minute by minute on a clock that is moved by hand. */

typedef struct {
  TestClock *clock;
  TribLinkWatchdog *watchdog;
  guint n_looks;
} Fixture;

static void
look_cb (Fixture *fixture)
{
  fixture->n_looks++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = test_clock_new ();
  fixture->watchdog = trib_link_watchdog_new (TRIB_CLOCK (fixture->clock));
  g_signal_connect_swapped (fixture->watchdog, "look", G_CALLBACK (look_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->watchdog);
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  g_assert_finalize_object (fixture->clock);
}

#define assert_trouble(expected)                                                                   \
  g_assert_cmpint (trib_link_watchdog_get_trouble (fixture->watchdog), ==,                         \
                   TRIB_LINK_PAGE_TROUBLE_##expected)

static void
test_blank (Fixture *fixture, gconstpointer data)
{
  trib_link_watchdog_start (fixture->watchdog);
  trib_link_watchdog_report_page (fixture->watchdog, "https://bank.example/login");
  trib_link_watchdog_report_progress (fixture->watchdog, 1, FALSE);
  test_clock_advance (fixture->clock, 7999);
  g_assert_cmpuint (fixture->n_looks, ==, 0);
  test_clock_advance (fixture->clock, 1);
  g_assert_cmpuint (fixture->n_looks, ==, 1);
  trib_link_watchdog_report_picture (fixture->watchdog, TRUE);
  assert_trouble (BLANK);
  /* Something may appear yet. */
  test_clock_advance (fixture->clock, 4000);
  g_assert_cmpuint (fixture->n_looks, ==, 2);
  trib_link_watchdog_report_picture (fixture->watchdog, FALSE);
  assert_trouble (NONE);
  test_clock_advance (fixture->clock, 19999);
  g_assert_cmpuint (fixture->n_looks, ==, 2);
  test_clock_advance (fixture->clock, 1);
  g_assert_cmpuint (fixture->n_looks, ==, 3);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Where no page has come yet, there is none that could be empty, and no other browser would show
 * it. Looking again changes no words. */
static void
test_nothing_came (Fixture *fixture, gconstpointer data)
{
  guint n_changes = 0;

  trib_link_watchdog_start (fixture->watchdog);
  trib_link_watchdog_report_page (fixture->watchdog, "about:blank");
  g_assert_false (trib_link_watchdog_get_has_page (fixture->watchdog));
  trib_link_watchdog_report_progress (fixture->watchdog, .1, TRUE);
  g_signal_connect_swapped (fixture->watchdog, "notify::trouble", G_CALLBACK (count_cb),
                            &n_changes);
  for (guint i = 0; i < 3; i++) {
    test_clock_advance (fixture->clock, 8000);
    trib_link_watchdog_report_picture (fixture->watchdog, TRUE);
    assert_trouble (STALLED);
  }
  g_assert_cmpuint (n_changes, ==, 1);
  trib_link_watchdog_report_page (fixture->watchdog, "https://bank.example/login");
  assert_trouble (NONE);
}

/* A picture that nobody asked for says nothing: it may be of the page before. */
static void
test_late_picture (Fixture *fixture, gconstpointer data)
{
  trib_link_watchdog_start (fixture->watchdog);
  test_clock_advance (fixture->clock, 8000);
  trib_link_watchdog_report_page (fixture->watchdog, "https://bank.example/login");
  trib_link_watchdog_report_picture (fixture->watchdog, TRUE);
  assert_trouble (NONE);
  trib_link_watchdog_stop (fixture->watchdog);
  trib_link_watchdog_report_picture (fixture->watchdog, TRUE);
  assert_trouble (NONE);
}

static void
test_no_progress (Fixture *fixture, gconstpointer data)
{
  trib_link_watchdog_start (fixture->watchdog);
  trib_link_watchdog_report_progress (fixture->watchdog, .1, TRUE);
  for (guint i = 0; i < 3; i++) {
    test_clock_advance (fixture->clock, 9000);
    trib_link_watchdog_report_picture (fixture->watchdog, FALSE);
  }
  assert_trouble (NONE);
  trib_link_watchdog_report_progress (fixture->watchdog, .2, TRUE);
  test_clock_advance (fixture->clock, 20000);
  trib_link_watchdog_report_picture (fixture->watchdog, FALSE);
  assert_trouble (NONE);
  trib_link_watchdog_report_progress (fixture->watchdog, .2, TRUE);
  test_clock_advance (fixture->clock, 10000);
  assert_trouble (STALLED);
  trib_link_watchdog_report_progress (fixture->watchdog, 1, FALSE);
  assert_trouble (NONE);
}

/* Half a page is no news: what waits for the other half waits on. */
static void
test_half_a_page (Fixture *fixture, gconstpointer data)
{
  trib_link_watchdog_start (fixture->watchdog);
  trib_link_watchdog_report_page (fixture->watchdog, "https://bank.example/login");
  trib_link_watchdog_report_progress (fixture->watchdog, .5, TRUE);
  for (guint i = 0; i < 4; i++) {
    test_clock_advance (fixture->clock, 20000);
    trib_link_watchdog_report_picture (fixture->watchdog, FALSE);
  }
  assert_trouble (STALLED);
  trib_link_watchdog_report_progress (fixture->watchdog, .5, TRUE);
  assert_trouble (STALLED);
  trib_link_watchdog_report_progress (fixture->watchdog, .6, TRUE);
  assert_trouble (NONE);
}

/* A script that never ends: the page is loaded, and cannot be looked at. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  trib_link_watchdog_start (fixture->watchdog);
  trib_link_watchdog_report_progress (fixture->watchdog, 1, FALSE);
  test_clock_advance (fixture->clock, 8000);
  assert_trouble (NONE);
  test_clock_advance (fixture->clock, 4000);
  assert_trouble (STALLED);
  g_assert_cmpuint (fixture->n_looks, ==, 1);
  trib_link_watchdog_report_picture (fixture->watchdog, FALSE);
  assert_trouble (NONE);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *uri;
    TribLinkPageTrouble trouble;
  } rows[] = {
    { "https://accounts.google.com/v3/signin/rejected?app_domain=x",
      TRIB_LINK_PAGE_TROUBLE_BROWSER_REFUSED },
    { "https://accounts.google.com/signin/oauth/error?authError=x&e=disallowed_useragent",
      TRIB_LINK_PAGE_TROUBLE_BROWSER_REFUSED },
    { "https://accounts.google.com/error?code=DISALLOWED_USERAGENT",
      TRIB_LINK_PAGE_TROUBLE_BROWSER_REFUSED },
    { "https://bank.example/auth/WebAuthn/begin", TRIB_LINK_PAGE_TROUBLE_PASSKEY },
    { "https://login.example/passkeys", TRIB_LINK_PAGE_TROUBLE_PASSKEY },
    { "https://login.example/fido2/start", TRIB_LINK_PAGE_TROUBLE_PASSKEY },
    { "https://login.example/?next=/passkeys", TRIB_LINK_PAGE_TROUBLE_NONE },
    { "https://passkey.example/login", TRIB_LINK_PAGE_TROUBLE_NONE },
    { "https://login.example/#disallowed_useragent", TRIB_LINK_PAGE_TROUBLE_NONE },
    { "https://login.example/signin", TRIB_LINK_PAGE_TROUBLE_NONE },
    { "https://login.example", TRIB_LINK_PAGE_TROUBLE_NONE },
    { "about:blank", TRIB_LINK_PAGE_TROUBLE_NONE },
    { "", TRIB_LINK_PAGE_TROUBLE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].uri);
    trib_link_watchdog_report_page (fixture->watchdog, rows[i].uri);
    assert_trouble (NONE);
    trib_link_watchdog_start (fixture->watchdog);
    trib_link_watchdog_report_page (fixture->watchdog, rows[i].uri);
    g_assert_cmpint (trib_link_watchdog_get_trouble (fixture->watchdog), ==, rows[i].trouble);
    /* The next page is another matter. */
    trib_link_watchdog_report_page (fixture->watchdog, "https://bank.example/");
    assert_trouble (NONE);
    trib_link_watchdog_report_page (fixture->watchdog, NULL);
    trib_link_watchdog_stop (fixture->watchdog);
  }
}

/* What is known to be wrong is not talked over by what only seems to be. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  trib_link_watchdog_start (fixture->watchdog);
  trib_link_watchdog_report_page (fixture->watchdog, "https://a.example/signin/rejected");
  test_clock_advance (fixture->clock, 8000);
  trib_link_watchdog_report_picture (fixture->watchdog, TRUE);
  assert_trouble (BROWSER_REFUSED);
  test_clock_advance (fixture->clock, 60000);
  assert_trouble (BROWSER_REFUSED);
  trib_link_watchdog_report_download (fixture->watchdog);
  assert_trouble (DOWNLOAD);
  trib_link_watchdog_stop (fixture->watchdog);
  assert_trouble (NONE);
  trib_link_watchdog_report_download (fixture->watchdog);
  assert_trouble (NONE);
}

/* It runs while a link is open in the view, and only then. */
static void
test_session (void)
{
  Flow flow;
  TribLinkWatchdog *watchdog;

  flow_init (&flow, TRUE);
  watchdog = trib_link_session_get_watchdog (flow.session);
  trib_link_watchdog_report_download (watchdog);
  g_assert_cmpint (trib_link_watchdog_get_trouble (watchdog), ==, TRIB_LINK_PAGE_TROUBLE_NONE);
  flow_open (&flow);
  trib_link_watchdog_report_download (watchdog);
  g_assert_cmpint (trib_link_watchdog_get_trouble (watchdog), ==, TRIB_LINK_PAGE_TROUBLE_DOWNLOAD);
  trib_link_session_go_outside (flow.session);
  g_assert_cmpint (trib_link_watchdog_get_trouble (watchdog), ==, TRIB_LINK_PAGE_TROUBLE_NONE);
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  test_clock_advance (flow.clock, 60 * 1000);
  g_assert_cmpint (trib_link_watchdog_get_trouble (watchdog), ==, TRIB_LINK_PAGE_TROUBLE_NONE);
  flow_clear (&flow);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/link/watchdog/blank", test_blank },
    { "/link/watchdog/nothing-came", test_nothing_came },
    { "/link/watchdog/late-picture", test_late_picture },
    { "/link/watchdog/no-progress", test_no_progress },
    { "/link/watchdog/half-a-page", test_half_a_page },
    { "/link/watchdog/busy", test_busy },
    { "/link/watchdog/places", test_places },
    { "/link/watchdog/order", test_order },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);
  g_test_add_func ("/link/watchdog/session", test_session);
  return g_test_run ();
}
