/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "flow.h"

#include <string.h>

/* What comes of a sign-in: the redirect claims, Codat decides. */

static void
test_connected (void)
{
  Flow flow;
  const char *link;

  flow_init (&flow, TRUE);
  flow_assert (&flow, IDLE, NONE);
  flow_open (&flow);
  g_assert_cmpstr (trib_link_session_get_connection_id (flow.session), ==, CONNECTION);
  g_assert_cmpuint (trib_link_session_get_link_serial (flow.session), ==, 1);
  g_assert_cmpuint (flow.n_serials, ==, 1);
  link = trib_link_session_get_link_uri (flow.session);
  g_assert_true (g_str_has_prefix (link, LINK "&state="));
  g_assert_cmpuint (strlen (link), ==, strlen (LINK "&state=") + 32);
  flow_capture (&flow, "200");
  g_assert_cmpuint (trib_link_answer_get_status_code (trib_link_session_get_answer (flow.session)),
                    ==, 200);
  g_assert_cmpuint (flow.n_ended, ==, 0);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  g_assert_cmpuint (flow.n_ended, ==, 1);
  g_assert_cmpuint (flow.n_states, ==, 4);
  g_assert_cmpstr (trib_link_session_get_check (flow.session)->platform_name, ==, "Xero");
  g_assert_null (trib_link_session_get_link_uri (flow.session));
  g_assert_null (trib_link_session_get_error (flow.session));
  flow_clear (&flow);
}

/* Every code against every truth, with as much patience as a claim deserves. */
static void
test_outcomes (void)
{
  static const struct {
    const char *code;
    TribLinkOutcome outcome;
  } codes[] = {
    { "200", TRIB_LINK_OUTCOME_NOT_CONFIRMED }, { "201", TRIB_LINK_OUTCOME_UNCHANGED },
    { "403", TRIB_LINK_OUTCOME_CANCELLED },     { "500", TRIB_LINK_OUTCOME_FAILED },
    { "501", TRIB_LINK_OUTCOME_NOT_SUPPORTED }, { "418", TRIB_LINK_OUTCOME_UNKNOWN },
    { "", TRIB_LINK_OUTCOME_UNKNOWN },          { "yes", TRIB_LINK_OUTCOME_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    for (guint truth = 0; truth <= TRIB_LINK_TRUTH_GONE; truth++) {
      TribLinkOutcome expected = truth == TRIB_LINK_TRUTH_LINKED ? TRIB_LINK_OUTCOME_CONNECTED
                                 : truth == TRIB_LINK_TRUTH_GONE ? TRIB_LINK_OUTCOME_GONE
                                                                 : codes[i].outcome;
      Flow flow;
      guint n_checks = 0;

      flow_init (&flow, TRUE);
      flow_open (&flow);
      flow_capture (&flow, codes[i].code);
      while (trib_link_session_get_state (flow.session) == TRIB_LINK_STATE_CONFIRMING) {
        fake_service_answer_check (flow.service, truth);
        n_checks++;
        test_clock_advance (flow.clock, 3500);
      }
      g_assert_cmpint (trib_link_session_get_outcome (flow.session), ==, expected);
      g_assert_cmpuint (n_checks, ==, expected == TRIB_LINK_OUTCOME_NOT_CONFIRMED ? 6 : 1);
      g_assert_cmpuint (flow.n_ended, ==, 1);
      flow_clear (&flow);
    }
  }
}

/* Codat may take a moment to see what its own redirect says. */
static void
test_late_truth (void)
{
  static const guint delays[] = { 500, 1000, 2000, 3000, 3500 };
  Flow flow;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  flow_capture (&flow, "200");
  for (guint i = 0; i < G_N_ELEMENTS (delays); i++) {
    fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
    flow_assert (&flow, CONFIRMING, NONE);
    test_clock_advance (flow.clock, delays[i] - 1);
    g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 0);
    test_clock_advance (flow.clock, 1);
    g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 1);
  }
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&flow, ENDED, CONNECTED);
  flow_clear (&flow);
}

static void
test_uncertain (void)
{
  static const struct {
    const char *code;
    guint n_checks;
  } claims[] = { { "200", 6 }, { "403", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++) {
    Flow flow;

    flow_init (&flow, TRUE);
    flow_open (&flow);
    flow_capture (&flow, claims[i].code);
    for (guint n = 0; n < claims[i].n_checks; n++) {
      flow_assert (&flow, CONFIRMING, NONE);
      fake_service_fail_check (flow.service);
      test_clock_advance (flow.clock, 3500);
    }
    flow_assert (&flow, ENDED, UNCERTAIN);
    g_assert_error (trib_link_session_get_error (flow.session), G_IO_ERROR,
                    G_IO_ERROR_HOST_UNREACHABLE);
    flow_clear (&flow);
  }
}

static void
test_failure_then_truth (void)
{
  Flow flow;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  flow_capture (&flow, "500");
  fake_service_fail_check (flow.service);
  test_clock_advance (flow.clock, 500);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, ENDED, FAILED);
  g_assert_null (trib_link_session_get_error (flow.session));
  flow_clear (&flow);
}

static void
test_not_started (void)
{
  static const char *const bad[] = {
    "http://link.example/start", "http://127.0.0.1/start",  "about:blank",  "javascript:alert(1)",
    "file:///etc/passwd",        "https://u@link.example/", "mailto:a@b.c", "",
  };
  Flow flow;

  flow_init (&flow, TRUE);
  trib_link_session_start (flow.session);
  fake_service_answer_ticket (flow.service, NULL, NULL);
  flow_assert (&flow, ENDED, NOT_STARTED);
  g_assert_error (trib_link_session_get_error (flow.session), G_IO_ERROR,
                  G_IO_ERROR_HOST_UNREACHABLE);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    trib_link_session_restart (flow.session);
    flow_assert (&flow, PREPARING, NONE);
    g_assert_null (trib_link_session_get_error (flow.session));
    fake_service_answer_ticket (flow.service, CONNECTION, bad[i]);
    flow_assert (&flow, ENDED, NOT_STARTED);
    g_assert_error (trib_link_session_get_error (flow.session), G_IO_ERROR,
                    G_IO_ERROR_INVALID_DATA);
    g_assert_null (trib_link_session_get_link_uri (flow.session));
  }
  g_assert_cmpuint (flow.n_ended, ==, 1 + G_N_ELEMENTS (bad));
  g_assert_cmpuint (flow.n_serials, ==, 0);
  flow_clear (&flow);
}

static void
assert_refused (Flow *flow, const char *uri, const char *method)
{
  guint n_states = flow->n_states;

  g_assert_false (trib_link_session_capture (flow->session, uri, method));
  flow_assert (flow, OPEN, NONE);
  g_assert_null (trib_link_session_get_answer (flow->session));
  g_assert_cmpuint (fake_service_get_n_checks (flow->service), ==, 0);
  g_assert_cmpuint (flow->n_states, ==, n_states);
}

static void
test_forged (void)
{
  Flow flow;
  g_autofree char *right = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *no_state = NULL;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  right = flow_dup_redirect (&flow, "200", NULL, NULL, NULL);
  no_state = flow_dup_redirect (&flow, "200", "", NULL, NULL);
  assert_refused (&flow, no_state, "GET");
  for (guint i = 0; i < 3; i++) {
    g_autofree char *forged =
        i == 0   ? flow_dup_redirect (&flow, "200", "0123456789abcdef0123456789abcdef", NULL, NULL)
        : i == 1 ? flow_dup_redirect (&flow, "200", NULL, COMPANY, NULL)
                 : flow_dup_redirect (&flow, "200", NULL, NULL, CONNECTION);

    /* The verdict is to stop it all the same. */
    g_assert_cmpint (trib_link_session_judge (flow.session, forged, "GET", TRUE), ==,
                     TRIB_LINK_VERDICT_CAPTURE);
    assert_refused (&flow, forged, "GET");
  }
  assert_refused (&flow, right, "POST");
  assert_refused (&flow, right, NULL);
  assert_refused (&flow, "https://app.example/other", "GET");
  assert_refused (&flow, REDIRECT, "GET");
  assert_refused (&flow, "", "GET");
  upper = g_ascii_strup (strstr (right, "&n=") + 3, -1);
  if (strpbrk (upper, "ABCDEF") != NULL) {
    g_autofree char *forged = flow_dup_redirect (&flow, "200", upper, NULL, NULL);

    assert_refused (&flow, forged, "GET");
  }
  /* And the right one still works, once. */
  g_assert_true (trib_link_session_capture (flow.session, right, "GET"));
  g_assert_false (trib_link_session_capture (flow.session, right, "GET"));
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  g_assert_false (trib_link_session_capture (flow.session, right, "GET"));
  flow_assert (&flow, ENDED, CONNECTED);
  flow_clear (&flow);
}

/* A redirect of the link before is a replay. */
static void
test_replayed (void)
{
  Flow flow;
  g_autofree char *old = NULL;
  g_autofree char *first = NULL;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  first = g_strdup (trib_link_session_get_link_uri (flow.session));
  old = flow_dup_redirect (&flow, "200", NULL, NULL, NULL);
  trib_link_session_restart (flow.session);
  g_assert_false (trib_link_session_capture (flow.session, old, "GET"));
  g_assert_cmpstr (fake_service_get_asked_id (flow.service), ==, CONNECTION);
  fake_service_answer_ticket (flow.service, CONNECTION, LINK);
  g_assert_cmpstr (trib_link_session_get_link_uri (flow.session), !=, first);
  g_assert_cmpuint (trib_link_session_get_link_serial (flow.session), ==, 2);
  assert_refused (&flow, old, "GET");
  flow_capture (&flow, "201");
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, ENDED, UNCHANGED);
  flow_clear (&flow);
}

/* Two sign-ins of one connection: what one was sent says nothing to the other, however true. */
static void
test_foreign (void)
{
  Flow one, other;
  g_autofree char *redirect = NULL;

  flow_init (&one, TRUE);
  flow_init (&other, TRUE);
  flow_open (&one);
  flow_open (&other);
  redirect = flow_dup_redirect (&one, "200", NULL, NULL, NULL);
  assert_refused (&other, redirect, "GET");
  g_assert_true (trib_link_session_capture (one.session, redirect, "GET"));
  assert_refused (&other, redirect, "GET");
  fake_service_answer_check (one.service, TRIB_LINK_TRUTH_LINKED);
  flow_assert (&one, ENDED, CONNECTED);
  assert_refused (&other, redirect, "GET");
  flow_clear (&one);
  flow_clear (&other);
}

/* The first redirect has the only word, whatever a second one with the right value says. */
static void
test_duplicate (void)
{
  static const char *const codes[] = { "200", "403", "500" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    Flow flow;
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;

    flow_init (&flow, TRUE);
    flow_open (&flow);
    first = flow_dup_redirect (&flow, "201", NULL, NULL, NULL);
    second = flow_dup_redirect (&flow, codes[i], NULL, NULL, NULL);
    g_assert_true (trib_link_session_capture (flow.session, first, "GET"));
    g_assert_false (trib_link_session_capture (flow.session, second, "GET"));
    flow_assert (&flow, CONFIRMING, NONE);
    g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 1);
    fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
    flow_assert (&flow, ENDED, UNCHANGED);
    g_assert_false (trib_link_session_capture (flow.session, second, "GET"));
    flow_assert (&flow, ENDED, UNCHANGED);
    g_assert_cmpuint (
        trib_link_answer_get_status_code (trib_link_session_get_answer (flow.session)), ==, 201);
    g_assert_cmpuint (flow.n_ended, ==, 1);
    flow_clear (&flow);
  }
}

static void
test_without_state (void)
{
  g_autoptr (FakeService) service = fake_service_new ();
  g_autoptr (TestClock) clock = test_clock_new ();
  g_autoptr (TribLinkRedirect) redirect =
      trib_link_redirect_new ("https://app.example/done/{connectionId}", NULL);
  TribLinkSession *session = trib_link_session_new (TRIB_LINK_SERVICE (service), redirect, COMPANY,
                                                    CONNECTION, TRUE, TRIB_CLOCK (clock));

  trib_link_session_start (session);
  g_assert_cmpstr (fake_service_get_asked_id (service), ==, CONNECTION);
  fake_service_answer_ticket (service, CONNECTION, "http://127.0.0.1:4000/start");
  g_assert_cmpstr (trib_link_session_get_link_uri (session), ==, "http://127.0.0.1:4000/start");
  g_assert_cmpint (trib_link_session_judge (session, "http://127.0.0.1:4000/x", "GET", FALSE), ==,
                   TRIB_LINK_VERDICT_ALLOW);
  g_assert_false (trib_link_session_capture (session, "https://app.example/done/x", "GET"));
  g_assert_true (
      trib_link_session_capture (session, "https://app.example/done/" CONNECTION, "GET"));
  fake_service_answer_check (service, TRIB_LINK_TRUTH_PENDING);
  g_assert_cmpint (trib_link_session_get_outcome (session), ==, TRIB_LINK_OUTCOME_UNKNOWN);
  g_assert_finalize_object (session);
}

static void
test_page_problems (void)
{
  static const TribLinkOutcome outcomes[] = { TRIB_LINK_OUTCOME_NO_NETWORK, TRIB_LINK_OUTCOME_TLS,
                                              TRIB_LINK_OUTCOME_CRASHED,
                                              TRIB_LINK_OUTCOME_EXPIRED };

  for (guint problem = 0; problem < G_N_ELEMENTS (outcomes); problem++) {
    for (guint linked = 0; linked < 2; linked++) {
      Flow flow;

      flow_init (&flow, TRUE);
      trib_link_session_report_page_problem (flow.session, problem);
      flow_assert (&flow, IDLE, NONE);
      flow_open (&flow);
      trib_link_session_report_page_problem (flow.session, problem);
      flow_assert (&flow, CONFIRMING, NONE);
      trib_link_session_report_page_problem (flow.session, TRIB_LINK_PAGE_PROBLEM_TLS);
      fake_service_answer_check (flow.service,
                                 linked ? TRIB_LINK_TRUTH_LINKED : TRIB_LINK_TRUTH_PENDING);
      g_assert_cmpint (trib_link_session_get_outcome (flow.session), ==,
                       linked ? TRIB_LINK_OUTCOME_CONNECTED : outcomes[problem]);
      trib_link_session_report_page_problem (flow.session, problem);
      g_assert_cmpuint (flow.n_ended, ==, 1);
      flow_clear (&flow);
    }
  }
}

/* Without a network Codat cannot be asked either; where no page ever came, its own words are then
 * the clearest, else nobody knows what the person did on it. */
static void
test_no_network (gconstpointer data)
{
  gboolean has_page = GPOINTER_TO_UINT (data);
  Flow flow;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  if (has_page)
    trib_link_watchdog_report_page (trib_link_session_get_watchdog (flow.session),
                                    "https://link.example/allow");
  trib_link_session_report_page_problem (flow.session, TRIB_LINK_PAGE_PROBLEM_NETWORK);
  for (guint i = 0; i < 3; i++) {
    fake_service_fail_check (flow.service);
    test_clock_advance (flow.clock, 1000);
  }
  if (has_page)
    flow_assert (&flow, ENDED, UNCERTAIN);
  else
    flow_assert (&flow, ENDED, NO_NETWORK);
  g_assert_nonnull (trib_link_session_get_error (flow.session));
  flow_clear (&flow);
}

static gboolean
is_in_a_property (GObject *object, const char *secret)
{
  guint n_props;
  g_autofree GParamSpec **pspecs =
      g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_props);

  for (guint i = 0; i < n_props; i++) {
    g_auto (GValue) value = G_VALUE_INIT;
    g_autofree char *text = NULL;

    g_object_get_property (object, pspecs[i]->name, g_value_init (&value, pspecs[i]->value_type));
    text = g_strdup_value_contents (&value);
    if (strstr (text, secret) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Where no redirect is set, a sign-in ends on a page of Codat's own: whether it is that one, only
 * Codat can say. */
static void
test_success_page (gconstpointer data)
{
  gboolean was_linked = GPOINTER_TO_UINT (data);
  Flow flow;
  TribLinkWatchdog *watchdog;

  flow_init (&flow, FALSE);
  fake_service_set_linked (flow.service, was_linked);
  flow_open (&flow);
  watchdog = trib_link_session_get_watchdog (flow.session);
  trib_link_watchdog_report_page (watchdog, "https://link.example/start?otp=123456");
  trib_link_watchdog_report_page (watchdog, "https://login.bank.example/");
  g_assert_cmpuint (fake_service_get_all_checks (flow.service), ==, 0);
  trib_link_watchdog_report_page (watchdog, "https://link.example/consent");
  g_assert_cmpuint (fake_service_get_n_checks (flow.service), ==, 1);
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_PENDING);
  flow_assert (&flow, OPEN, NONE);
  trib_link_watchdog_report_page (watchdog, "https://link.example/success");
  fake_service_answer_check (flow.service, TRIB_LINK_TRUTH_LINKED);
  if (was_linked)
    flow_assert (&flow, OPEN, NONE);
  else
    flow_assert (&flow, ENDED, CONNECTED);
  flow_clear (&flow);
}

/* Where one is set, it says more than any page. */
static void
test_no_success_page (void)
{
  Flow flow;
  TribLinkWatchdog *watchdog;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  watchdog = trib_link_session_get_watchdog (flow.session);
  trib_link_watchdog_report_page (watchdog, "https://link.example/start?otp=123456");
  trib_link_watchdog_report_page (watchdog, "https://link.example/success");
  g_assert_cmpuint (fake_service_get_all_checks (flow.service), ==, 0);
  flow_clear (&flow);
}

static void
test_secret_is_no_property (void)
{
  Flow flow;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  g_assert_true (is_in_a_property (G_OBJECT (flow.session), CONNECTION));
  g_assert_false (is_in_a_property (G_OBJECT (flow.session), "otp="));
  flow_clear (&flow);
}

/* Without a one-time value in the template the first redirect still has the only word. */
static void
test_replay_without_state (void)
{
  FakeService *service = fake_service_new ();
  TestClock *clock = test_clock_new ();
  g_autoptr (TribLinkRedirect) redirect =
      trib_link_redirect_new (REDIRECT "?s={statusCode}&c={connectionId}", NULL);
  TribLinkSession *session = trib_link_session_new (TRIB_LINK_SERVICE (service), redirect, COMPANY,
                                                    NULL, FALSE, TRIB_CLOCK (clock));

  trib_link_session_start (session);
  fake_service_answer_ticket (service, CONNECTION, LINK);
  g_assert_true (trib_link_session_capture (session, REDIRECT "?s=403&c=" CONNECTION, "GET"));
  g_assert_false (trib_link_session_capture (session, REDIRECT "?s=200&c=" CONNECTION, "GET"));
  g_assert_cmpuint (trib_link_answer_get_status_code (trib_link_session_get_answer (session)), ==,
                    403);
  fake_service_answer_check (service, TRIB_LINK_TRUTH_PENDING);
  g_assert_cmpint (trib_link_session_get_outcome (session), ==, TRIB_LINK_OUTCOME_CANCELLED);
  g_assert_finalize_object (session);
  g_assert_finalize_object (service);
  g_assert_finalize_object (clock);
}

/* A page that is over opens no letter any more, whoever clicks in it. */
static void
test_over_opens_nothing (void)
{
  Flow flow;

  flow_init (&flow, TRUE);
  flow_open (&flow);
  g_assert_cmpint (trib_link_session_judge (flow.session, "mailto:a@b.example", "GET", TRUE), ==,
                   TRIB_LINK_VERDICT_OPEN_OUTSIDE);
  flow_capture (&flow, "200");
  flow_assert (&flow, CONFIRMING, NONE);
  g_assert_cmpint (trib_link_session_judge (flow.session, "mailto:a@b.example", "GET", TRUE), ==,
                   TRIB_LINK_VERDICT_REFUSE);
  flow_clear (&flow);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/session/connected", test_connected);
  g_test_add_func ("/link/session/outcomes", test_outcomes);
  g_test_add_func ("/link/session/late-truth", test_late_truth);
  g_test_add_func ("/link/session/uncertain", test_uncertain);
  g_test_add_func ("/link/session/failure-then-truth", test_failure_then_truth);
  g_test_add_func ("/link/session/not-started", test_not_started);
  g_test_add_func ("/link/session/forged", test_forged);
  g_test_add_func ("/link/session/replayed", test_replayed);
  g_test_add_func ("/link/session/foreign", test_foreign);
  g_test_add_func ("/link/session/duplicate", test_duplicate);
  g_test_add_func ("/link/session/without-state", test_without_state);
  g_test_add_func ("/link/session/page-problems", test_page_problems);
  g_test_add_data_func ("/link/session/no-network", GUINT_TO_POINTER (FALSE), test_no_network);
  g_test_add_data_func ("/link/session/no-network-later", GUINT_TO_POINTER (TRUE), test_no_network);
  g_test_add_data_func ("/link/session/success-page", GUINT_TO_POINTER (FALSE), test_success_page);
  g_test_add_data_func ("/link/session/success-page-reconnect", GUINT_TO_POINTER (TRUE),
                        test_success_page);
  g_test_add_func ("/link/session/no-success-page", test_no_success_page);
  g_test_add_func ("/link/session/secret-is-no-property", test_secret_is_no_property);
  g_test_add_func ("/link/session/replay-without-state", test_replay_without_state);
  g_test_add_func ("/link/session/over-opens-nothing", test_over_opens_nothing);
  return g_test_run ();
}
