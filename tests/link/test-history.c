/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "flow.h"

#include <string.h>

/* What is told of a sign-in afterwards. */

static void
assert_moment (Flow *flow, guint i, TribLinkHappening what, const char *host)
{
  TribLinkHistory *history = trib_link_session_get_history (flow->session);
  const TribLinkMoment *moment;

  g_assert_cmpuint (i, <, trib_link_history_get_n (history));
  moment = trib_link_history_get (history, i);
  g_assert_cmpint (moment->what, ==, what);
  g_assert_cmpstr (moment->host, ==, host);
}

static void
report_page (Flow *flow, const char *uri)
{
  trib_link_watchdog_report_page (trib_link_session_get_watchdog (flow->session), uri);
}

/* From the opening to the end, each with its time and once only. */
static void
test_whole (void)
{
  Flow flow;
  TribLinkHistory *history;
  gint64 opened;

  flow_init (&flow, TRUE);
  history = trib_link_session_get_history (flow.session);
  g_assert_cmpuint (trib_link_history_get_n (history), ==, 0);
  report_page (&flow, "https://link.example/early");
  flow_open (&flow);
  assert_moment (&flow, 0, TRIB_LINK_HAPPENING_OPENED, NULL);
  opened = trib_link_history_get (history, 0)->at;
  g_assert_cmpint (opened, ==, trib_clock_get_real_time (TRIB_CLOCK (flow.clock)));
  test_clock_advance (flow.clock, 700);
  report_page (&flow, "https://link.example/start?otp=123456");
  report_page (&flow, "https://link.example/start/2");
  report_page (&flow, "https://login.bank.example/start?token=x");
  report_page (&flow, "https://other.bank.example/");
  flow_capture (&flow, "403");
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, ENDED, CANCELLED);
  g_assert_cmpuint (trib_link_history_get_n (history), ==, 5);
  assert_moment (&flow, 1, TRIB_LINK_HAPPENING_PAGE_SHOWN, "link.example");
  g_assert_cmpint (trib_link_history_get (history, 1)->at, ==, opened + 700 * 1000);
  assert_moment (&flow, 2, TRIB_LINK_HAPPENING_PLATFORM_CHOSEN, "login.bank.example");
  assert_moment (&flow, 3, TRIB_LINK_HAPPENING_RETURNED, NULL);
  g_assert_cmpuint (trib_link_history_get (history, 3)->code, ==, 403);
  assert_moment (&flow, 4, TRIB_LINK_HAPPENING_ENDED, NULL);
  g_assert_cmpint (trib_link_history_get (history, 4)->outcome, ==, TRIB_LINK_OUTCOME_CANCELLED);
  flow_clear (&flow);
}

/* A fresh link of the same sign-in goes on with its history. */
static void
test_outside (void)
{
  Flow flow;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  report_page (&flow, "https://link.example/start");
  trib_link_session_go_outside (flow.session);
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  report_page (&flow, "https://link.example/late");
  flow_assert (&flow, OUTSIDE, NONE);
  g_assert_cmpuint (trib_link_history_get_n (trib_link_session_get_history (flow.session)), ==, 3);
  assert_moment (&flow, 2, TRIB_LINK_HAPPENING_OUTSIDE, NULL);
  flow_clear (&flow);
}

/* A forged redirect has not come back. */
static void
test_forged (void)
{
  Flow flow;
  g_autofree char *forged = NULL;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  forged = flow_dup_redirect (&flow, "200", "guessed", NULL, NULL);
  g_assert_false (trib_link_session_capture (flow.session, forged, "GET"));
  g_assert_cmpuint (trib_link_history_get_n (trib_link_session_get_history (flow.session)), ==, 1);
  flow_clear (&flow);
}

static TribLinkHistory *
make_history (void)
{
  TribLinkHistory *history = trib_link_history_new ();

  trib_link_history_add (
      history,
      &(TribLinkMoment){ .what = TRIB_LINK_HAPPENING_PAGE_SHOWN, .at = 5, .host = (char *) "a'b" });
  trib_link_history_add (
      history, &(TribLinkMoment){ .what = TRIB_LINK_HAPPENING_RETURNED, .at = 6, .code = 500 });
  trib_link_history_add (history, &(TribLinkMoment){ .what = TRIB_LINK_HAPPENING_ENDED,
                                                     .at = 7,
                                                     .outcome = TRIB_LINK_OUTCOME_FAILED });
  return history;
}

static void
test_print (void)
{
  g_autoptr (TribLinkHistory) history = make_history ();
  g_autofree char *text = trib_link_history_print (history);
  g_autoptr (TribLinkHistory) again = trib_link_history_parse (text);
  g_autofree char *same = NULL;

  g_assert_nonnull (again);
  g_assert_cmpuint (trib_link_history_get_n (again), ==, 3);
  g_assert_cmpstr (trib_link_history_get (again, 0)->host, ==, "a'b");
  g_assert_null (trib_link_history_get (again, 1)->host);
  g_assert_cmpuint (trib_link_history_get (again, 1)->code, ==, 500);
  g_assert_cmpint (trib_link_history_get (again, 2)->outcome, ==, TRIB_LINK_OUTCOME_FAILED);
  g_assert_cmpint (trib_link_history_get (again, 2)->at, ==, 7);
  same = trib_link_history_print (again);
  g_assert_cmpstr (same, ==, text);
}

/* What another version or somebody else wrote does no harm. */
static void
test_hostile (void)
{
  static const char *const none[] = { "", "x", "[", "[(1, 'opened')]", "(1, 2)", "[('a','b')]" };
  g_autoptr (TribLinkHistory) known =
      trib_link_history_parse ("[(1, 'opened', '', 0, 'none'), (2, 'sang', '', 0, 'none'), "
                               "(3, 'ended', '', 0, 'won')]");

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (trib_link_history_parse (none[i]));
  g_assert_cmpuint (trib_link_history_get_n (known), ==, 1);
}

/* A page that begins anew for ever does not fill the memory. */
static void
test_long (void)
{
  g_autoptr (TribLinkHistory) history = trib_link_history_new ();

  for (guint i = 0; i < 1000; i++)
    trib_link_history_add (history,
                           &(TribLinkMoment){ .what = TRIB_LINK_HAPPENING_OPENED, .at = i });
  g_assert_cmpuint (trib_link_history_get_n (history), ==, 100);
  g_assert_cmpint (trib_link_history_get (history, 0)->at, ==, 0);
  g_assert_cmpint (trib_link_history_get (history, 99)->at, ==, 999);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/history/whole", test_whole);
  g_test_add_func ("/link/history/outside", test_outside);
  g_test_add_func ("/link/history/forged", test_forged);
  g_test_add_func ("/link/history/print", test_print);
  g_test_add_func ("/link/history/hostile", test_hostile);
  g_test_add_func ("/link/history/long", test_long);
  return g_test_run ();
}
