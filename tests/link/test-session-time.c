/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "flow.h"

#include <string.h>

/* When things happen: polls, time limits, and people who change their mind at any moment. */

#define MINUTE (60 * 1000)
#define LIMIT (30 * MINUTE)

/* Brings a fresh flow into a state. */
static void
bring_to (Flow *flow, TribLinkState state)
{
  flow_init (flow, TRUE);
  if (state == TRIB_LINK_STATE_IDLE)
    return;
  trib_link_session_start (flow->session);
  if (state == TRIB_LINK_STATE_PREPARING)
    return;
  fake_service_answer_ticket (flow->service, CONNECTION, LINK);
  if (state == TRIB_LINK_STATE_OUTSIDE) {
    trib_link_session_go_outside (flow->session);
    fake_service_answer_ticket (flow->service, CONNECTION, LINK);
  } else if (state >= TRIB_LINK_STATE_CONFIRMING) {
    flow_capture (flow, "201");
  }
  if (state == TRIB_LINK_STATE_ENDED)
    fake_service_answer_check (flow->service, TRIB_LINK_TRUTH_PENDING);
}

static void
test_owner_gone (void)
{
  for (guint state = 0; state <= TRIB_LINK_STATE_ENDED; state++) {
    Flow flow;

    bring_to (&flow, state);
    g_assert_cmpint (trib_link_session_get_state (flow.session), ==, state);
    flow_clear (&flow);
  }
}

static void
release_cb (TribLinkSession *session, TribLinkSession **held)
{
  g_clear_object (held);
}

/* The owner lets go in the very signal that tells the end. */
static void
test_owner_gone_in_ended (void)
{
  g_autoptr (FakeService) service = fake_service_new ();
  g_autoptr (TestClock) clock = test_clock_new ();
  TribLinkSession *session = trib_link_session_new (TRIB_LINK_SERVICE (service), NULL, COMPANY,
                                                    NULL, FALSE, TRIB_CLOCK (clock));
  gpointer watched = session;

  g_object_add_weak_pointer (G_OBJECT (session), &watched);
  g_signal_connect (session, "ended", G_CALLBACK (release_cb), &session);
  trib_link_session_start (session);
  fake_service_answer_ticket (service, NULL, NULL);
  g_assert_null (session);
  g_assert_null (watched);
}

/* The page goes in the very signal that says "checking"; nobody else holds the session then. */
static void
let_go_cb (TribLinkSession *session, GParamSpec *pspec, Flow *flow)
{
  if (trib_link_session_get_state (session) == TRIB_LINK_STATE_CONFIRMING)
    g_clear_object (&flow->session);
}

static void
test_owner_gone_in_confirming (void)
{
  Flow flow;
  gpointer watched;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  watched = flow.session;
  g_object_add_weak_pointer (G_OBJECT (flow.session), &watched);
  g_signal_connect (flow.session, "notify::state", G_CALLBACK (let_go_cb), &flow);
  test_clock_advance (flow.clock, LIMIT);
  g_assert_null (flow.session);
  g_assert_cmpuint (test_clock_get_n_timeouts (flow.clock), ==, 0);
  fake_service_flush (flow.service);
  g_assert_null (watched);
  g_assert_finalize_object (flow.service);
  g_assert_finalize_object (flow.clock);
  g_assert_finalize_object (flow.redirect);
}

static void
test_cancel_before_a_link (void)
{
  for (guint state = TRIB_LINK_STATE_IDLE; state <= TRIB_LINK_STATE_PREPARING; state++) {
    Flow flow;

    bring_to (&flow, state);
    trib_link_session_cancel (flow.session);
    flow_assert (&flow, ENDED, CANCELLED);
    g_assert_cmpuint (fake_service_get_n_tickets (flow.service), ==, 0);
    fake_service_flush (flow.service);
    flow_assert (&flow, ENDED, CANCELLED);
    g_assert_cmpuint (flow.n_ended, ==, 1);
    g_assert_cmpuint (flow.n_serials, ==, 0);
    flow_clear (&flow);
  }
}

static void
test_cancel_asks_first (void)
{
  static const struct {
    TribLinkTruth truth;
    TribLinkOutcome outcome;
  } truths[] = { { TRIB_LINK_TRUTH_LINKED, TRIB_LINK_OUTCOME_CONNECTED },
                 { TRIB_LINK_TRUTH_PENDING, TRIB_LINK_OUTCOME_CANCELLED },
                 { TRIB_LINK_TRUTH_UNLINKED, TRIB_LINK_OUTCOME_CANCELLED },
                 { TRIB_LINK_TRUTH_GONE, TRIB_LINK_OUTCOME_GONE } };

  for (guint state = TRIB_LINK_STATE_OPEN; state <= TRIB_LINK_STATE_OUTSIDE; state++) {
    for (guint i = 0; i < G_N_ELEMENTS (truths); i++) {
      Flow flow;

      bring_to (&flow, state);
      trib_link_session_cancel (flow.session);
      flow_assert (&flow, CONFIRMING, NONE);
      fake_service_answer_check (flow.service, truths[i].truth);
      g_assert_cmpint (trib_link_session_get_outcome (flow.session), ==, truths[i].outcome);
      flow_clear (&flow);
    }
  }
}

static void
test_cancel_second_preparation (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  trib_link_session_restart (flow.session);
  flow_assert (&flow, PREPARING, NONE);
  trib_link_session_cancel (flow.session);
  flow_assert (&flow, CONFIRMING, NONE);
  g_assert_cmpuint (fake_service_get_n_tickets (flow.service), ==, 0);
  /* The first link may have been used. */
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  trib_link_session_cancel (flow.session);
  flow_assert (&flow, ENDED, CONNECTED);
  g_assert_cmpuint (flow.n_ended, ==, 1);
  flow_clear (&flow);
}

/* A redirect that says yes is worth ten seconds, and not one more. */
static void
test_patience (void)
{
  static const guint delays[] = { 500, 1000, 2000, 3000, 3500 };
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  flow_capture (&flow, "200");
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  for (guint i = 0; i < G_N_ELEMENTS (delays); i++) {
    flow_assert (&flow, CONFIRMING, NONE);
    test_clock_advance (flow.clock, delays[i] - 1);
    g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 0);
    test_clock_advance (flow.clock, 1);
    g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 1);
    fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  }
  flow_assert (&flow, ENDED, NOT_CONFIRMED);
  flow_clear (&flow);
}

static void
test_cancel_confirming (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  flow_capture (&flow, "200");
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, CONFIRMING, NONE);
  trib_link_session_cancel (flow.session);
  trib_link_session_cancel (flow.session);
  g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 1);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, ENDED, NOT_CONFIRMED);
  flow_clear (&flow);

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  trib_link_session_cancel (flow.session);
  fake_service_fail_check (flow.service);
  trib_link_session_cancel (flow.session);
  fake_service_fail_check (flow.service);
  flow_assert (&flow, ENDED, UNCERTAIN);
  flow_clear (&flow);
}

/* A question that waits for its turn does not keep anybody waiting for ever. */
static void
test_confirm_limit (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  flow_capture (&flow, "200");
  test_clock_advance (flow.clock, 30 * 1000 - 1);
  flow_assert (&flow, CONFIRMING, NONE);
  test_clock_advance (flow.clock, 1);
  flow_assert (&flow, ENDED, UNCERTAIN);
  g_assert_cmpuint (flow.n_ended, ==, 1);
  flow_clear (&flow);
}

/* Once more, without a new link, where only Codat knows; the page's words are what is asked about.
 */
static void
test_check_again (void)
{
  Flow flow;
  guint serial;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  serial = trib_link_session_get_link_serial (flow.session);
  g_assert_false (trib_link_session_get_can_check_again (flow.session));
  flow_capture (&flow, "200");
  trib_link_session_cancel (flow.session);
  fake_service_fail_check (flow.service);
  flow_assert (&flow, ENDED, UNCERTAIN);
  g_assert_true (trib_link_session_get_can_check_again (flow.session));

  trib_link_session_check_again (flow.session);
  flow_assert (&flow, CONFIRMING, NONE);
  trib_link_session_check_again (flow.session);
  g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 1);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, CONFIRMING, NONE);
  trib_link_session_cancel (flow.session);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, ENDED, NOT_CONFIRMED);
  g_assert_nonnull (trib_link_session_get_answer (flow.session));

  trib_link_session_check_again (flow.session);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  g_assert_false (trib_link_session_get_can_check_again (flow.session));
  trib_link_session_check_again (flow.session);
  flow_assert (&flow, ENDED, CONNECTED);
  g_assert_cmpuint (trib_link_session_get_link_serial (flow.session), ==, serial);
  g_assert_cmpuint (flow.n_ended, ==, 3);
  flow_clear (&flow);
}

/* An answer that does not come is nothing to tell. */
static void
test_follow (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OUTSIDE);
  for (guint i = 0; i < 6; i++) {
    g_assert_cmpstr (fake_service_get_followed_id (flow.service), ==, CONNECTION);
    if (i % 3 == 0)
      fake_service_tell_failure (flow.service);
    else
      fake_service_tell (flow.service, TRIB_LINK_TRUTH_PENDING);
    flow_assert (&flow, OUTSIDE, NONE);
  }
  fake_service_tell (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  g_assert_null (fake_service_get_followed_id (flow.service));
  g_assert_cmpuint (fake_service_get_all_checks (flow.service), ==, 0);
  flow_clear (&flow);
}

/* While one answer is awaited, no second question is asked. */
static void
test_slow_check (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OUTSIDE);
  trib_link_session_check_now (flow.session);
  trib_link_session_check_now (flow.session);
  g_assert_cmpuint (fake_service_get_all_checks (flow.service), ==, 1);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_GONE);
  flow_assert (&flow, ENDED, GONE);
  flow_clear (&flow);
}

static void
count_cb (TribLinkSession *session, gboolean is_answered, guint *n)
{
  n[is_answered ? 1 : 0]++;
}

/* A person who asks is told that nothing has changed; a poll of the session's own says nothing. */
static void
test_check_now_told (void)
{
  Flow flow;
  guint n[2] = { 0, 0 };

  bring_to (&flow, TRIB_LINK_STATE_OUTSIDE);
  g_signal_connect (flow.session, "unchanged", G_CALLBACK (count_cb), n);
  fake_service_tell (flow.service, TRIB_LINK_TRUTH_PENDING);
  g_assert_cmpuint (n[1], ==, 0);
  trib_link_session_check_now (flow.session);
  g_assert_cmpuint (n[1], ==, 0);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  g_assert_cmpuint (n[1], ==, 1);
  trib_link_session_check_now (flow.session);
  fake_service_fail_check (flow.service);
  g_assert_cmpuint (n[0], ==, 1);
  trib_link_session_check_now (flow.session);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  g_assert_cmpuint (n[0], ==, 1);
  g_assert_cmpuint (n[1], ==, 1);
  flow_clear (&flow);
}

static void
test_check_now (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OUTSIDE);
  trib_link_session_check_now (flow.session);
  g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 1);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, OUTSIDE, NONE);
  fake_service_tell (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  trib_link_session_check_now (flow.session);
  flow_clear (&flow);

  /* In the view, too: who says that it is finished does not wait for a redirect. */
  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  trib_link_session_check_now (flow.session);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, OPEN, NONE);
  trib_link_session_check_now (flow.session);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  flow_clear (&flow);

  bring_to (&flow, TRIB_LINK_STATE_PREPARING);
  trib_link_session_check_now (flow.session);
  g_assert_cmpuint (fake_service_get_all_checks (flow.service), ==, 0);
  flow_clear (&flow);
}

/* The redirect leads elsewhere than this computer knows of: the page never comes back, and Codat
 * says in the end what happened. */
static void
test_redirect_lost (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  fake_service_tell (flow.service, TRIB_LINK_TRUTH_PENDING);
  for (guint i = 0; i < 3; i++) {
    flow_assert (&flow, OPEN, NONE);
    fake_service_tell (flow.service, TRIB_LINK_TRUTH_LINKED);
  }
  flow_assert (&flow, ENDED, CONNECTED);
  flow_clear (&flow);

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  fake_service_tell (flow.service, TRIB_LINK_TRUTH_GONE);
  flow_assert (&flow, ENDED, GONE);
  flow_clear (&flow);
}

/* A redirect that does come is not overtaken, and tells more. */
static void
test_redirect_after_poll (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  fake_service_tell (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, OPEN, NONE);
  /* While a check is under way. */
  trib_link_session_check_now (flow.session);
  flow_capture (&flow, "200");
  flow_assert (&flow, CONFIRMING, NONE);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  g_assert_nonnull (trib_link_session_get_answer (flow.session));
  flow_clear (&flow);
}

/* What was linked before the sign-in says nothing about it. */
static void
test_linked_before (void)
{
  static const TribLinkState states[] = { TRIB_LINK_STATE_OPEN, TRIB_LINK_STATE_OUTSIDE };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    Flow flow;

    flow_init (&flow, TRUE);
    fake_service_set_linked (flow.service, TRUE);
    if (states[i] == TRIB_LINK_STATE_OPEN)
      trib_link_session_start (flow.session);
    else
      trib_link_session_go_outside (flow.session);
    fake_service_answer_ticket (flow.service, CONNECTION, LINK);
    for (guint n = 0; n < 6; n++) {
      fake_service_tell (flow.service, TRIB_LINK_TRUTH_LINKED);
      g_assert_cmpint (trib_link_session_get_state (flow.session), ==, states[i]);
    }
    trib_link_session_check_now (flow.session);
    fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
    flow_assert (&flow, ENDED, CONNECTED);
    flow_clear (&flow);
  }
}

static void
test_go_outside (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  trib_link_session_go_outside (flow.session);
  flow_assert (&flow, PREPARING, NONE);
  /* The link in the view may be used up: it is not handed out again. */
  g_assert_null (trib_link_session_get_link_uri (flow.session));
  g_assert_cmpstr (fake_service_get_asked_id (flow.service), ==, CONNECTION);
  fake_service_answer_ticket (flow.service, CONNECTION, "https://link.example/start?otp=2");
  flow_assert (&flow, OUTSIDE, NONE);
  g_assert_cmpuint (trib_link_session_get_link_serial (flow.session), ==, 2);
  g_assert_true (g_str_has_prefix (trib_link_session_get_link_uri (flow.session),
                                   "https://link.example/start?otp=2&state="));
  {
    g_autofree char *uri = flow_dup_redirect (&flow, "200", NULL, NULL, NULL);

    g_assert_false (trib_link_session_capture (flow.session, uri, "GET"));
  }
  trib_link_session_report_page_problem (flow.session, TRIB_LINK_PAGE_PROBLEM_CRASH);
  flow_assert (&flow, OUTSIDE, NONE);
  /* Once more, and then back into the view. */
  trib_link_session_go_outside (flow.session);
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  flow_assert (&flow, OUTSIDE, NONE);
  trib_link_session_restart (flow.session);
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  flow_assert (&flow, OPEN, NONE);
  g_assert_cmpuint (trib_link_session_get_link_serial (flow.session), ==, 4);
  flow_clear (&flow);
}

static void
test_go_outside_early (void)
{
  Flow flow;

  flow_init (&flow, TRUE);
  trib_link_session_start (flow.session);
  trib_link_session_go_outside (flow.session);
  g_assert_cmpuint (fake_service_get_n_tickets (flow.service), ==, 1);
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  flow_assert (&flow, OUTSIDE, NONE);
  flow_clear (&flow);

  flow_init (&flow, FALSE);
  trib_link_session_go_outside (flow.session);
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  flow_assert (&flow, OUTSIDE, NONE);
  g_assert_cmpstr (trib_link_session_get_link_uri (flow.session), ==, LINK);
  flow_clear (&flow);
}

static void
test_open_without_redirect (void)
{
  Flow flow;

  flow_init (&flow, FALSE);
  flow_open (&flow);
  g_assert_false (trib_link_session_capture (flow.session, REDIRECT "?s=200", "GET"));
  fake_service_tell (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, OPEN, NONE);
  fake_service_tell (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  flow_clear (&flow);
}

static void
test_time_limit (void)
{
  for (guint state = TRIB_LINK_STATE_OPEN; state <= TRIB_LINK_STATE_OUTSIDE; state++) {
    for (guint linked = 0; linked < 2; linked++) {
      Flow flow;

      bring_to (&flow, state);
      /* In a browser the link may be opened as long as it works. */
      if (state == TRIB_LINK_STATE_OUTSIDE)
        test_clock_advance (flow.clock, FAKE_SERVICE_LINK_LIFE * 1000);
      test_clock_advance (flow.clock, LIMIT - 1);
      g_assert_cmpint (trib_link_session_get_state (flow.session), ==, state);
      test_clock_advance (flow.clock, 1);
      flow_assert (&flow, CONFIRMING, NONE);
      g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 1);
      fake_service_answer_check (flow.service,
                                 linked ? TRIB_LINK_TRUTH_LINKED : TRIB_LINK_TRUTH_PENDING);
      g_assert_cmpint (trib_link_session_get_outcome (flow.session), ==,
                       linked ? TRIB_LINK_OUTCOME_CONNECTED : TRIB_LINK_OUTCOME_TIMED_OUT);
      flow_clear (&flow);
    }
  }
}

/* A fresh link has all the time again. */
static void
test_time_limit_anew (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OPEN);
  test_clock_advance (flow.clock, LIMIT - MINUTE);
  trib_link_session_restart (flow.session);
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  test_clock_advance (flow.clock, LIMIT - 1);
  flow_assert (&flow, OPEN, NONE);
  test_clock_advance (flow.clock, 1);
  flow_assert (&flow, CONFIRMING, NONE);
  flow_clear (&flow);
}

static void
test_restart (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_ENDED);
  flow_assert (&flow, ENDED, UNCHANGED);
  trib_link_session_start (flow.session);
  flow_assert (&flow, ENDED, UNCHANGED);
  trib_link_session_restart (flow.session);
  flow_assert (&flow, PREPARING, NONE);
  g_assert_null (trib_link_session_get_answer (flow.session));
  g_assert_null (trib_link_session_get_check (flow.session));
  g_assert_cmpstr (fake_service_get_asked_id (flow.service), ==, CONNECTION);
  trib_link_session_restart (flow.session);
  g_assert_cmpuint (fake_service_get_n_tickets (flow.service), ==, 1);
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  flow_capture (&flow, "200");
  trib_link_session_restart (flow.session);
  flow_assert (&flow, CONFIRMING, NONE);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  g_assert_cmpuint (flow.n_ended, ==, 2);
  flow_clear (&flow);
}

/* An answer to a question that was withdrawn is no answer to the next one. */
static void
test_late_answers (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_OUTSIDE);
  trib_link_session_check_now (flow.session);
  trib_link_session_cancel (flow.session);
  g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 1);
  fake_service_answer_late (flow.service);
  flow_assert (&flow, CONFIRMING, NONE);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, ENDED, CANCELLED);
  flow_clear (&flow);

  bring_to (&flow, TRIB_LINK_STATE_PREPARING);
  trib_link_session_cancel (flow.session);
  trib_link_session_restart (flow.session);
  fake_service_answer_late (flow.service);
  flow_assert (&flow, PREPARING, NONE);
  g_assert_null (trib_link_session_get_connection_id (flow.session));
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  flow_assert (&flow, OPEN, NONE);
  g_assert_cmpstr (trib_link_session_get_connection_id (flow.session), ==, CONNECTION);
  flow_clear (&flow);
}

static void
restart_cb (TribLinkSession *session, GParamSpec *pspec, gpointer data)
{
  if (trib_link_session_get_outcome (session) == TRIB_LINK_OUTCOME_UNCHANGED)
    trib_link_session_restart (session);
}

/* Whoever begins anew in the notification is not told of an end that is over. */
static void
test_restart_in_notify (void)
{
  Flow flow;

  bring_to (&flow, TRIB_LINK_STATE_CONFIRMING);
  g_signal_connect (flow.session, "notify::outcome", G_CALLBACK (restart_cb), NULL);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, PREPARING, NONE);
  g_assert_cmpuint (flow.n_ended, ==, 0);
  flow_clear (&flow);
}

static void
cancel_cb (TribLinkSession *session)
{
  trib_link_session_cancel (session);
}

/* A handler of "checked" cancels: the answer at hand decides nothing any more. */
static void
test_cancel_in_checked (void)
{
  Flow flow;
  gulong handler;

  bring_to (&flow, TRIB_LINK_STATE_OUTSIDE);
  handler = g_signal_connect (flow.session, "checked", G_CALLBACK (cancel_cb), NULL);
  fake_service_tell (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, CONFIRMING, NONE);
  g_signal_handler_disconnect (flow.session, handler);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, ENDED, CANCELLED);
  flow_clear (&flow);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/session/owner-gone", test_owner_gone);
  g_test_add_func ("/link/session/owner-gone-in-ended", test_owner_gone_in_ended);
  g_test_add_func ("/link/session/owner-gone-in-confirming", test_owner_gone_in_confirming);
  g_test_add_func ("/link/session/confirm-limit", test_confirm_limit);
  g_test_add_func ("/link/session/check-again", test_check_again);
  g_test_add_func ("/link/session/cancel-before-a-link", test_cancel_before_a_link);
  g_test_add_func ("/link/session/cancel-asks-first", test_cancel_asks_first);
  g_test_add_func ("/link/session/cancel-second-preparation", test_cancel_second_preparation);
  g_test_add_func ("/link/session/cancel-confirming", test_cancel_confirming);
  g_test_add_func ("/link/session/follow", test_follow);
  g_test_add_func ("/link/session/slow-check", test_slow_check);
  g_test_add_func ("/link/session/check-now", test_check_now);
  g_test_add_func ("/link/session/check-now-told", test_check_now_told);
  g_test_add_func ("/link/session/redirect-lost", test_redirect_lost);
  g_test_add_func ("/link/session/redirect-after-poll", test_redirect_after_poll);
  g_test_add_func ("/link/session/linked-before", test_linked_before);
  g_test_add_func ("/link/session/go-outside", test_go_outside);
  g_test_add_func ("/link/session/go-outside-early", test_go_outside_early);
  g_test_add_func ("/link/session/open-without-redirect", test_open_without_redirect);
  g_test_add_func ("/link/session/time-limit", test_time_limit);
  g_test_add_func ("/link/session/time-limit-anew", test_time_limit_anew);
  g_test_add_func ("/link/session/restart", test_restart);
  g_test_add_func ("/link/session/late-answers", test_late_answers);
  g_test_add_func ("/link/session/restart-in-notify", test_restart_in_notify);
  g_test_add_func ("/link/session/cancel-in-checked", test_cancel_in_checked);
  g_test_add_func ("/link/session/patience", test_patience);
  return g_test_run ();
}
