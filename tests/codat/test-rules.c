/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-delivery.h"
#include "codat-fixture.h"
#include "test-clock.h"

#include <string.h>

/* How the client behaves towards a server that is busy. All time is virtual: it passes ten times as
 * fast as the real one while a test waits. */

typedef struct {
  Fixture fixture;
  TestClock *clock;
  guint ticker;
} Rules;

static gboolean
tick_cb (gpointer data)
{
  test_clock_advance (data, 10);
  return G_SOURCE_CONTINUE;
}

static void
set_up (Rules *rules, gconstpointer data)
{
  fixture_set_up (&rules->fixture, data);
  rules->clock = test_clock_new ();
  codat_client_set_deadlines (rules->fixture.client, TRIB_CLOCK (rules->clock), 30000, 60000);
  codat_client_set_rate (rules->fixture.client, CODAT_MAX_PER_SECOND);
  rules->ticker = g_timeout_add (1, tick_cb, rules->clock);
}

static void
tear_down (Rules *rules, gconstpointer data)
{
  g_source_remove (rules->ticker);
  fixture_tear_down (&rules->fixture, data);
  g_assert_cmpuint (test_clock_get_n_timeouts (rules->clock), ==, 0);
  g_assert_finalize_object (rules->clock);
}

static gint64
get_now (Rules *rules)
{
  return trib_clock_get_monotonic_time (TRIB_CLOCK (rules->clock)) / 1000;
}

static void
test_delays (void)
{
  static const guint reads_again[] = { 408, 429, 500, 502, 503, 504 };
  static const guint final[] = { 200, 204, 301, 400, 401, 402, 403, 404, 409, 422, 451, 501 };
  static const char *const changes[] = { "POST", "PUT", "PATCH", "DELETE" };

  for (guint i = 0; i < G_N_ELEMENTS (reads_again); i++) {
    guint status = reads_again[i];

    g_assert_cmpint (codat_delivery_get_delay ("GET", status, -1, 1, 0), ==, 0);
    g_assert_cmpint (codat_delivery_get_delay ("GET", status, -1, 1, 0.999), ==, 249);
    g_assert_cmpint (codat_delivery_get_delay ("GET", status, -1, 2, 0.999), ==, 499);
    g_assert_cmpint (codat_delivery_get_delay ("GET", status, -1, 3, 0.999), ==, 999);
    g_assert_cmpint (codat_delivery_get_delay ("GET", status, -1, 99, 0.999), <, 8000);
    g_assert_cmpint (codat_delivery_get_delay ("GET", status, 7, 1, 0.5), ==, 7125);
    for (guint n = 0; n < G_N_ELEMENTS (changes); n++)
      g_assert_cmpint (codat_delivery_get_delay (changes[n], status, 0, 1, 0), ==,
                       status == 429 ? 0 : -1);
  }
  for (guint i = 0; i < G_N_ELEMENTS (final); i++)
    g_assert_cmpint (codat_delivery_get_delay ("GET", final[i], 1, 1, 0), ==, -1);
}

typedef struct {
  CodatGovernor *governor;
  GString *order;
  guint n;
} Gate;

static void
read_out (gpointer data)
{
  Gate *gate = data;

  gate->n++;
  g_string_append_c (gate->order, 'r');
}

static void
change_out (gpointer data)
{
  Gate *gate = data;

  gate->n++;
  g_string_append_c (gate->order, 'c');
}

static void
test_governor (void)
{
  g_autoptr (TestClock) clock = test_clock_new ();
  CodatGovernor *governor = codat_governor_new (TRIB_CLOCK (clock), 10);
  Gate gate = { governor, g_string_new (NULL), 0 };
  guint ticket;

  for (guint i = 0; i < 20; i++)
    codat_governor_ask (governor, FALSE, read_out, &gate);
  g_assert_cmpuint (gate.n, ==, 8);
  for (guint i = 0; i < 8; i++)
    codat_governor_leave (governor);
  g_assert_cmpuint (gate.n, ==, 10);
  test_clock_advance (clock, 999);
  g_assert_cmpuint (gate.n, ==, 10);
  codat_governor_ask (governor, TRUE, change_out, &gate);
  ticket = codat_governor_ask (governor, TRUE, change_out, &gate);
  g_assert_cmpuint (ticket, !=, 0);
  codat_governor_withdraw (governor, ticket);
  codat_governor_withdraw (governor, ticket);
  test_clock_advance (clock, 1);
  g_assert_cmpuint (gate.n, ==, 16);
  g_assert_cmpstr (gate.order->str, ==, "rrrrrrrrrrcrrrrr");
  for (guint i = 0; i < 8; i++)
    codat_governor_leave (governor);
  g_assert_cmpuint (gate.n, ==, 20);
  codat_governor_pause (governor, 5000);
  codat_governor_pause (governor, 1000);
  g_assert_cmpuint (codat_governor_get_pause (governor), ==, 5000);
  for (guint i = 0; i < 4; i++)
    codat_governor_leave (governor);
  g_assert_cmpuint (gate.n, ==, 20);
  test_clock_advance (clock, 4999);
  codat_governor_ask (governor, FALSE, read_out, &gate);
  g_assert_cmpuint (gate.n, ==, 20);
  test_clock_advance (clock, 1);
  g_assert_cmpuint (gate.n, ==, 22);
  g_string_free (gate.order, TRUE);
  g_assert_finalize_object (governor);
  g_assert_cmpuint (test_clock_get_n_timeouts (clock), ==, 0);
}

/* Never more than ten in any second, however many are asked for. */
static void
test_rate (void)
{
  g_autoptr (TestClock) clock = test_clock_new ();
  g_autoptr (CodatGovernor) governor = codat_governor_new (TRIB_CLOCK (clock), 10);
  Gate gate = { governor, g_string_new (NULL), 0 };
  guint at[200] = { 0 };
  guint last = 0;

  for (guint i = 0; i < 100; i++)
    codat_governor_ask (governor, i % 3 == 0, read_out, &gate);
  for (guint time = 0; time < 200; time++) {
    at[time] = gate.n;
    while (last < gate.n) {
      last++;
      codat_governor_leave (governor);
    }
    if (time >= 20)
      g_assert_cmpuint (gate.n - at[time - 19], <=, 10);
    test_clock_advance (clock, 50);
  }
  g_assert_cmpuint (gate.n, ==, 100);
  g_string_free (gate.order, TRUE);
}

static void
add_busy (Rules *rules, guint status, const char *retry_after)
{
  g_autofree char *answer = g_strdup_printf (
      "HTTP/1.1 %u Busy\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n", status, retry_after);

  test_wire_add (rules->fixture.wire, answer, -1, TEST_WIRE_KEEP);
}

static void
test_tries (Rules *rules, gconstpointer data)
{
  TestWire *wire = rules->fixture.wire;
  Outcome outcome;

  test_wire_add_json (wire, 503, "{}");
  test_wire_add_json (wire, 500, "{}");
  add_busy (rules, 429, "0");
  test_wire_add_json (wire, 200, "{}");
  outcome_run (&outcome, rules->fixture.client, verb_find ("get_profile"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  g_assert_cmpuint (test_wire_get_n_requests (wire), ==, 4);
  for (guint i = 0; i < 5; i++)
    test_wire_add_json (wire, 503, "{}");
  outcome_run (&outcome, rules->fixture.client, verb_find ("get_profile"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_SERVER);
  outcome_clear (&outcome);
  g_assert_cmpuint (test_wire_get_n_requests (wire), ==, 8);
}

/* Who says so is asked once only. */
static void
test_max_tries (Rules *rules, gconstpointer data)
{
  static const guint wanted[] = { 0, 1, 2, 3, 4, 5, 1000 };
  TestWire *wire = rules->fixture.wire;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    guint before = test_wire_get_n_requests (wire);
    guint expected = CLAMP (wanted[i], 1, 4);
    Outcome outcome;

    codat_client_set_max_tries (rules->fixture.client, wanted[i]);
    for (guint n = 0; n < expected; n++)
      test_wire_add_json (wire, 503, "{}");
    outcome_run (&outcome, rules->fixture.client, verb_find ("get_profile"));
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_SERVER);
    outcome_clear (&outcome);
    g_assert_cmpuint (test_wire_get_n_requests (wire) - before, ==, expected);
  }
}

static char *
dup_key (TestWire *wire, guint position)
{
  const char *field = strstr (test_wire_get_request (wire, position), "\r\nIdempotency-Key: ");

  g_assert_nonnull (field);
  return g_strndup (field + strlen ("\r\nIdempotency-Key: "), 36);
}

/* A change that failed may have been made, and what cannot be looked for is not sent again; only
 * one that was never looked at is, under its old key. */
static void
test_changes (Rules *rules, gconstpointer data)
{
  static const char *const names[] = { "refresh_all", "update_company", "replace_company",
                                       "create_webhook" };
  TestWire *wire = rules->fixture.wire;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  Outcome outcome;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    test_wire_add_json (wire, i % 2 == 0 ? 503 : 500, "{}");
    outcome_run (&outcome, rules->fixture.client, verb_find (names[i]));
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_SERVER);
    outcome_clear (&outcome);
    g_assert_cmpuint (test_wire_get_n_requests (wire), ==, i + 1);
  }
  add_busy (rules, 429, "2");
  test_wire_add_json (wire, 204, "");
  outcome_run (&outcome, rules->fixture.client, verb_find ("refresh_all"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  first = dup_key (wire, G_N_ELEMENTS (names));
  second = dup_key (wire, G_N_ELEMENTS (names) + 1);
  g_assert_cmpstr (first, ==, second);
}

static void
test_retry_after (Rules *rules, gconstpointer data)
{
  gint64 start;
  Outcome outcome;

  start = get_now (rules);
  add_busy (rules, 429, "3");
  test_wire_add_json (rules->fixture.wire, 200, "{}");
  outcome_run (&outcome, rules->fixture.client, verb_find ("get_profile"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  g_assert_cmpint (get_now (rules) - start, >=, 3000);
  /* The clock of the test stands in January 2026. */
  start = get_now (rules);
  add_busy (rules, 503, "Thu, 01 Jan 2026 00:00:08 GMT");
  test_wire_add_json (rules->fixture.wire, 200, "{}");
  outcome_run (&outcome, rules->fixture.client, verb_find ("get_profile"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  g_assert_cmpint (get_now (rules), >=, 7000);
}

/* What does not fit into the deadline is not waited for, and nobody else knocks meanwhile. */
static void
test_long_pause (Rules *rules, gconstpointer data)
{
  static const char *const long_times[] = { "31", "1000000000" };
  Outcome outcome;

  add_busy (rules, 429, long_times[GPOINTER_TO_UINT (data)]);
  outcome_run (&outcome, rules->fixture.client, verb_find ("get_profile"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_RATE_LIMITED);
  g_assert_cmpint (codat_error_get_retry_after (outcome.error), >=, 31);
  outcome_clear (&outcome);
  outcome_run (&outcome, rules->fixture.client, verb_find ("get_company"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_RATE_LIMITED);
  g_assert_cmpint (codat_error_get_retry_after (outcome.error), >, 0);
  outcome_clear (&outcome);
  g_assert_cmpuint (test_wire_get_n_requests (rules->fixture.wire), ==, 1);
  test_clock_advance (rules->clock, 901000);
  test_wire_add_json (rules->fixture.wire, 200, "{}");
  outcome_run (&outcome, rules->fixture.client, verb_find ("get_profile"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
}

static void
test_cancel_waiting (Rules *rules, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome first, second;
  gint64 before;

  add_busy (rules, 429, "25");
  outcome_start (&first, rules->fixture.client, verb_find ("get_profile"), cancellable);
  while (get_now (rules) < 1000)
    g_main_context_iteration (NULL, TRUE);
  outcome_start (&second, rules->fixture.client, verb_find ("get_company"), cancellable);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, TRUE);
  before = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  wait_for (&first.done);
  wait_for (&second.done);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 100000);
  g_assert_error (first.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (second.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  outcome_clear (&first);
  outcome_clear (&second);
  g_assert_cmpuint (test_wire_get_n_requests (rules->fixture.wire), ==, 1);
}

/* All tries together have one deadline. */
static void
test_total_deadline (Rules *rules, gconstpointer data)
{
  gint64 start = get_now (rules);
  Outcome outcome;

  codat_client_set_deadlines (rules->fixture.client, TRIB_CLOCK (rules->clock), 2000, 2000);
  add_busy (rules, 503, "1");
  test_wire_add (rules->fixture.wire, "", -1, TEST_WIRE_HANG);
  outcome_run (&outcome, rules->fixture.client, verb_find ("get_profile"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_TIMED_OUT);
  outcome_clear (&outcome);
  g_assert_cmpint (get_now (rules) - start, <, 2500);
  g_assert_cmpuint (test_wire_get_n_requests (rules->fixture.wire), ==, 2);
}

static void
notify_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  g_string_append_printf (data, "%s ", pspec->name);
}

static void
ask_with_quota (Rules *rules, const char *limit, const char *remaining, const char *reset)
{
  g_autofree char *answer =
      g_strdup_printf ("HTTP/1.1 200 OK\r\nX-Rate-Limit-Limit: %s\r\nX-Rate-Limit-Remaining: %s\r\n"
                       "X-Rate-Limit-Reset: %s\r\nContent-Length: 2\r\n\r\n{}",
                       limit, remaining, reset);
  Outcome outcome;

  test_wire_add (rules->fixture.wire, answer, -1, TEST_WIRE_KEEP);
  outcome_run (&outcome, rules->fixture.client, verb_find ("get_profile"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
}

static void
test_quota (Rules *rules, gconstpointer data)
{
  static const char *const resets[] = { "2026-01-02T00:00:00Z", "1767312000",
                                        "Fri, 02 Jan 2026 00:00:00 GMT" };
  CodatQuota *quota = codat_client_get_quota (rules->fixture.client);
  g_autoptr (GString) seen = g_string_new (NULL);
  gint64 limit;

  g_assert_cmpint (codat_quota_get_limit (quota), ==, -1);
  g_assert_null (codat_quota_get_reset (quota));
  g_assert_false (codat_quota_get_is_low (quota));
  g_signal_connect (quota, "notify", G_CALLBACK (notify_cb), seen);
  for (guint i = 0; i < G_N_ELEMENTS (resets); i++) {
    ask_with_quota (rules, "1000", "900", resets[i]);
    g_assert_cmpint (g_date_time_to_unix (codat_quota_get_reset (quota)), ==, 1767312000);
  }
  g_assert_cmpstr (seen->str, ==, "limit remaining reset ");
  g_assert_false (codat_quota_get_is_low (quota));
  ask_with_quota (rules, "many", "200", "soon");
  g_assert_cmpstr (seen->str, ==, "limit remaining reset remaining ");
  g_assert_true (codat_quota_get_is_low (quota));
  g_object_get (quota, "limit", &limit, NULL);
  g_assert_cmpint (limit, ==, 1000);
  g_signal_handlers_disconnect_by_data (quota, seen);
}

/* What a busy server may say about when to come back, and for how long nobody is asked then. */
static void
test_retry_after_forms (Rules *rules, gconstpointer data)
{
  static const struct {
    const char *text; /* (nullable): no header at all */
    gint64 least;     /* milliseconds, -1 for giving up */
    gint64 most;
  } rows[] = {
    { "3", 3000, 3500 },   { "0", 0, 500 },
    { " 2 ", 2000, 2500 }, { "1000000000", -1 },
    { "soon", 0, 500 },    { "-5", 0, 500 },
    { "1.5", 0, 500 },     { "", 0, 500 },
    { NULL, 0, 500 },      { "99999999999999999999", 0, G_MAXINT64 },
  };
  static const char *const names[] = { "get_profile", "refresh_all" };

  for (guint i = 0; i < G_N_ELEMENTS (rows) * G_N_ELEMENTS (names); i++) {
    guint row = i / G_N_ELEMENTS (names);
    const Verb *verb = verb_find (names[i % G_N_ELEMENTS (names)]);
    gint64 start = get_now (rules);
    guint before = test_wire_get_n_requests (rules->fixture.wire);
    Outcome outcome;

    g_test_message ("Retry-After: %s", rows[row].text);
    if (rows[row].text != NULL)
      add_busy (rules, 429, rows[row].text);
    else
      test_wire_add_json (rules->fixture.wire, 429, "{}");
    if (rows[row].least >= 0 && rows[row].most < G_MAXINT64)
      test_wire_add_json (rules->fixture.wire, 200, "{}");
    else if (rows[row].most == G_MAXINT64)
      for (guint n = 0; n < 4; n++)
        test_wire_add_json (rules->fixture.wire, 429, "{}");
    outcome_run (&outcome, rules->fixture.client, verb);
    if (rows[row].least < 0 || rows[row].most == G_MAXINT64)
      g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_RATE_LIMITED);
    else
      g_assert_no_error (outcome.error);
    outcome_clear (&outcome);
    g_assert_cmpuint (test_wire_get_n_requests (rules->fixture.wire) - before, <=, 4);
    if (rows[row].least >= 0 && rows[row].most < G_MAXINT64) {
      g_assert_cmpuint (test_wire_get_n_requests (rules->fixture.wire) - before, ==, 2);
      g_assert_cmpint (get_now (rules) - start, >=, rows[row].least);
    }
    /* Longer than any pause. */
    test_clock_advance (rules->clock, 901000);
  }
}

/* Anything between nothing and a time that doubles. */
static void
test_jitter (void)
{
  static const guint longest[] = { 250, 500, 1000, 2000, 4000, 8000, 8000 };

  for (guint n = 1; n <= G_N_ELEMENTS (longest); n++) {
    g_assert_cmpuint (codat_delivery_get_jitter (n, 0), ==, 0);
    g_assert_cmpuint (codat_delivery_get_jitter (n, 0.5), ==, longest[n - 1] / 2);
    g_assert_cmpuint (codat_delivery_get_jitter (n, 0.9999), ==, longest[n - 1] - 1);
  }
  g_assert_cmpuint (codat_delivery_get_jitter (G_MAXUINT, 0.9999), ==, 7999);
}

#define N_BULK 200

typedef struct {
  Outcome outcomes[N_BULK];
} Bulk;

static gboolean
are_done (Bulk *bulk)
{
  for (guint i = 0; i < N_BULK; i++) {
    if (!bulk->outcomes[i].done)
      return FALSE;
  }
  return TRUE;
}

static void
start_bulk (Rules *rules, Bulk *bulk, GCancellable *cancellable)
{
  for (guint i = 0; i < N_BULK; i++)
    outcome_start (&bulk->outcomes[i], rules->fixture.client, verb_find ("get_company"),
                   cancellable);
}

/* Two hundred companies at once are asked for ten a second, eight at a time; one 429 stops all. */
static void
test_bulk (Rules *rules, gconstpointer data)
{
  TestWire *wire = rules->fixture.wire;
  Bulk *bulk = g_new0 (Bulk, 1);
  gint64 start = get_now (rules);
  gint64 last = start;

  codat_client_set_deadlines (rules->fixture.client, TRIB_CLOCK (rules->clock), 300000, 60000);
  add_busy (rules, 429, "5");
  for (guint i = 0; i < N_BULK; i++)
    test_wire_add_json (wire, 200, COMPANY_JSON);
  start_bulk (rules, bulk, NULL);
  while (!are_done (bulk)) {
    gint64 now;

    g_main_context_iteration (NULL, TRUE);
    now = get_now (rules);
    if (now - last < 100)
      continue;
    last = now;
    /* What was under way when the 429 came is at most seven more. */
    if (now - start < 4900)
      g_assert_cmpuint (test_wire_get_n_requests (wire), <=, 8);
  }
  for (guint i = 0; i < N_BULK; i++) {
    g_assert_no_error (bulk->outcomes[i].error);
    outcome_clear (&bulk->outcomes[i]);
  }
  g_assert_cmpuint (test_wire_get_n_requests (wire), ==, N_BULK + 1);
  g_assert_cmpuint (test_wire_get_n_connections (wire), <=, 8);
  g_assert_cmpint (get_now (rules) - start, >=, (N_BULK - 8) * 100);
  g_free (bulk);
}

static void
test_cancel_bulk (Rules *rules, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Bulk *bulk = g_new0 (Bulk, 1);
  gint64 before;

  for (guint i = 0; i < 8; i++)
    test_wire_add (rules->fixture.wire, "", -1, TEST_WIRE_HANG);
  start_bulk (rules, bulk, cancellable);
  while (test_wire_get_n_requests (rules->fixture.wire) < 8)
    g_main_context_iteration (NULL, TRUE);
  before = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  while (!are_done (bulk))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 100000);
  for (guint i = 0; i < N_BULK; i++) {
    g_assert_error (bulk->outcomes[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    outcome_clear (&bulk->outcomes[i]);
  }
  g_assert_cmpuint (test_wire_get_n_requests (rules->fixture.wire), ==, 8);
  g_free (bulk);
}

/* Polling stops when a fifth is left, whatever a fifth is. */
static void
test_quotas (Rules *rules, gconstpointer data)
{
  static const struct {
    const char *limit;
    const char *remaining;
    gboolean is_low;
  } rows[] = {
    { "0", "0", TRUE },
    { "1", "1", FALSE },
    { "1", "0", TRUE },
    { "4", "1", FALSE },
    { "5", "1", TRUE },
    { "5", "2", FALSE },
    { "1000", "200", TRUE },
    { "1000", "201", FALSE },
    { "1000", "0", TRUE },
    { "1000000", "200000", TRUE },
    { "1000000", "200001", FALSE },
    { "1000000", "1000000", FALSE },
  };
  CodatQuota *quota = codat_client_get_quota (rules->fixture.client);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    ask_with_quota (rules, rows[i].limit, rows[i].remaining, "2026-01-02T00:00:00Z");
    g_assert_cmpint (codat_quota_get_is_low (quota), ==, rows[i].is_low);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/rules/delays", test_delays);
  g_test_add_func ("/codat/rules/governor", test_governor);
  g_test_add_func ("/codat/rules/rate", test_rate);
  g_test_add_func ("/codat/rules/jitter", test_jitter);
#define ADD(path, test, data)                                                                      \
  g_test_add ("/codat/rules/" path, Rules, data, set_up, test, tear_down)
  ADD ("tries", test_tries, NULL);
  ADD ("max-tries", test_max_tries, NULL);
  ADD ("changes", test_changes, NULL);
  ADD ("retry-after", test_retry_after, NULL);
  ADD ("long-pause", test_long_pause, GUINT_TO_POINTER (0));
  ADD ("endless-pause", test_long_pause, GUINT_TO_POINTER (1));
  ADD ("cancel-waiting", test_cancel_waiting, NULL);
  ADD ("total-deadline", test_total_deadline, NULL);
  ADD ("retry-after-forms", test_retry_after_forms, NULL);
  ADD ("bulk", test_bulk, NULL);
  ADD ("cancel-bulk", test_cancel_bulk, NULL);
  ADD ("quota", test_quota, NULL);
  ADD ("quotas", test_quotas, NULL);
  return g_test_run ();
}
