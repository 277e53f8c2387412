/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-delivery.h"
#include "fault-world.h"
#include "test-clock.h"
#include "test-fault-port.h"
#include "test-resolver.h"
#include "test-watch.h"

#include <string.h>

/* Every fault of the wire against every verb of the client, and each time the same eight questions.
 * Time is virtual: it flies while the server has nothing more to say, and otherwise passes slowly.
 */

#define READ_DEADLINE 30000
#define WRITE_DEADLINE 60000
#define SLOW_STEP 10
#define IDLE_STEP 100
#define FAST_STEP 1000
#define PATIENCE 3
#define MAX_GAP 100
#define MAX_PEAK 64

#ifdef __SANITIZE_ADDRESS__
#define SLOWNESS 6
#else
#define SLOWNESS 1
#endif

/* When it strikes. */
typedef enum { ALWAYS, ONCE, AT_THE_LOOK, N_TIMES } When;

static const char *const when_names[N_TIMES] = { "always", "once", "look" };

typedef struct {
  FaultWorld *world;      /* (owned) */
  TestFaultPort *port;    /* (owned) */
  TestResolver *resolver; /* (owned) */
  TestWatch *watch;       /* (owned) */
  guint n_cases;
} Bench;

/* One fault, one verb. */
typedef struct {
  Bench *bench;
  const TestFault *fault;
  const FaultVerb *verb;
  When when;
  TestClock *clock; /* (owned) */
  guint n_idle;     /* ticks without an open connection */
  gint64 taken;     /* milliseconds */
  gboolean done;
  gpointer value;
  GError *error;
  guint n_made;
} Case;

static void G_GNUC_PRINTF (2, 3) complain (Case *c, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s, %s, %s: %s (%s)", c->fault->name, when_names[c->when], c->verb->name, text,
                  c->error != NULL ? c->error->message : "no error");
  g_test_fail ();
}

/* A connection that waits for the client waits for its deadline; without any, the client itself
 * waits before another try, or is about to connect. */
static gboolean
tick_cb (gpointer data)
{
  Case *c = data;
  TestFaultPort *port = c->bench->port;
  guint step = SLOW_STEP;

  c->n_idle = test_fault_port_is_idle (port) ? c->n_idle + 1 : 0;
  if (test_fault_port_is_stuck (port) || test_resolver_get_n_waiting (c->bench->resolver) > 0)
    step = FAST_STEP;
  else if (c->n_idle > PATIENCE)
    step = IDLE_STEP;
  /* While an answer is read nothing waits for the time. */
  if (test_clock_get_n_timeouts (c->clock) > 0)
    test_clock_advance (c->clock, step);
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Case *c = data;

  c->taken = trib_clock_get_monotonic_time (TRIB_CLOCK (c->clock)) / 1000;
  c->value = c->verb->finish (CODAT_CLIENT (source), result, &c->error);
  c->done = TRUE;
}

static CodatClient *
new_client (Case *c)
{
  const char *base_url = test_fault_port_get_base_url (c->bench->port, c->fault);
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatAuthorizer) authorizer =
      codat_authorizer_new (sandbox_server_get_api_key (c->bench->world->server), &error);
  CodatClient *client = codat_client_new (base_url, authorizer, &error);

  g_assert_no_error (error);
  codat_client_set_deadlines (client, TRIB_CLOCK (c->clock), READ_DEADLINE, WRITE_DEADLINE);
  g_free (c->bench->world->image_url);
  c->bench->world->image_url = g_strconcat (base_url, c->bench->world->image_path, NULL);
  return client;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
run (Case *c)
{
  Bench *bench = c->bench;
  CodatClient *client;
  guint ticker;

  if (c->verb->prepare != NULL)
    c->verb->prepare (bench->world);
  client = new_client (c);
  test_resolver_set_silent (bench->resolver, g_str_equal (c->fault->name, "dns-silence"));
  test_fault_port_set (bench->port, c->fault, c->when == AT_THE_LOOK ? "GET" : NULL, NULL,
                       c->when == ONCE ? 1 : 0);
  ticker = g_timeout_add (1, tick_cb, c);
  test_watch_begin (bench->watch);
  c->verb->start (bench->world, client, NULL, done_cb, c);
  fault_world_wait (&c->done);
  g_source_remove (ticker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (client);
  ticker = g_timeout_add (1, wake_cb, NULL);
  while (!test_fault_port_is_idle (bench->port))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);
  if (c->verb->count != NULL)
    c->n_made = c->verb->count (bench->world);
}

/* 2: the key goes to the configured place, under its own certificate, and with an API call. */
static void
check_origin (Case *c)
{
  g_auto (GStrv) requests = test_fault_port_dup_requests (c->bench->port);

  if (test_fault_port_get_n_astray (c->bench->port) > 0)
    complain (c, "another origin was spoken to");
  if (c->fault->serve == test_fault_redirect && c->when == ALWAYS && g_strv_length (requests) != 1)
    complain (c, "a redirect was followed");
  if (test_fault_port_get_n_betrayed (c->bench->port) > 0)
    complain (c, "a server with a bad certificate got the request");
  for (guint i = 0; requests[i] != NULL; i++) {
    if (c->verb->is_bytes && strstr (requests[i], "Authorization") != NULL)
      complain (c, "the key went out for a picture");
  }
}

/* 1 and 3: nothing is complained of, and no secret is shown. */
static void
check_output (Case *c)
{
  g_autofree char *complaint = test_watch_dup_complaint (c->bench->watch);
  const char *const texts[] = { c->error != NULL ? c->error->message : NULL,
                                codat_error_get_server_text (c->error) };

  if (complaint != NULL)
    complain (c, "%s", complaint);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (test_watch_find_secret (c->bench->watch, texts[i]) != NULL)
      complain (c, "the error shows a secret: %s", texts[i]);
  }
}

/* 4, 6 and 7: the loop goes on, the end comes in time, and memory is bounded. */
static void
check_cost (Case *c)
{
  int deadline = c->verb->count != NULL ? WRITE_DEADLINE : READ_DEADLINE;
  guint gap = test_watch_get_longest_gap (c->bench->watch);
  /* To make room for as much as an answer may have costs what memory costs, which others use too.
   */
  guint allowed = g_str_has_suffix (c->fault->name, "64mib") ? 2 * MAX_GAP : MAX_GAP;
  int peak = test_watch_get_peak (c->bench->watch);

  if (gap > allowed * SLOWNESS)
    complain (c, "the main loop was away for %u ms", gap);
  if (c->taken > deadline + 2 * FAST_STEP)
    complain (c, "it took %" G_GINT64_FORMAT " ms", c->taken);
  if (SLOWNESS == 1 && peak > MAX_PEAK)
    complain (c, "it took %d MiB", peak);
}

/* A server that says of everything, at every look, that it is not there is believed. */
static gboolean
is_a_lie (Case *c)
{
  return c->verb->is_blind && c->fault->status == 404 && c->when == ALWAYS;
}

/* 5: what is shown is so, and what is said to be undone is. */
static void
check_truth (Case *c)
{
  /* Those whose words say that nothing was changed, or sound like it. */
  static const TribProblem firm[] = {
    TRIB_PROBLEM_TLS,     TRIB_PROBLEM_NOT_AUTHORIZED, TRIB_PROBLEM_FORBIDDEN, TRIB_PROBLEM_PLAN,
    TRIB_PROBLEM_REFUSED, TRIB_PROBLEM_RATE_LIMITED,   TRIB_PROBLEM_RULE,
  };
  TribProblem problem = codat_error_get_problem (c->error);

  if (c->n_made > 1)
    complain (c, "made %u times", c->n_made);
  if (c->verb->count != NULL && c->error == NULL && c->n_made != 1 && !is_a_lie (c))
    complain (c, "success, but the server knows nothing of it");
  for (guint i = 0; i < G_N_ELEMENTS (firm) && c->n_made > 0; i++) {
    if (problem == firm[i])
      complain (c, "“%s”, but it was made", trib_problem_get_title (problem));
  }
  if (c->verb->count == NULL && c->error == NULL) {
    g_autofree char *shown = fault_world_describe (c->bench->world, c->verb, c->value);
    g_autofree char *truth = fault_world_dup_truth (c->bench->world, c->verb);

    if (!g_str_equal (truth, shown))
      complain (c, "shown “%s” instead of “%s”", shown, truth);
  }
}

/* 8: the words say what happened and what to do, and name the number that support asks for. */
static void
check_words (Case *c)
{
  TribProblem problem = codat_error_get_problem (c->error);
  guint status = codat_error_get_http_status (c->error);

  if (c->error == NULL)
    return;
  if (problem == TRIB_PROBLEM_NONE || problem == TRIB_PROBLEM_UNKNOWN ||
      trib_problem_get_title (problem)[0] == '\0' || trib_problem_get_sentence (problem)[0] == '\0')
    complain (c, "nothing can be said about it");
  if (c->fault->stage == TEST_FAULT_AT_REQUEST && status == c->fault->status && status >= 400 &&
      g_strcmp0 (codat_error_get_correlation_id (c->error), TEST_FAULT_CORRELATION) != 0 &&
      !c->verb->is_bytes)
    complain (c, "the correlation ID is lost");
  /* Whoever changed something and got no clear answer is told to look before doing it again. */
  if (c->n_made > 0 && problem != TRIB_PROBLEM_NOT_FOUND &&
      strstr (trib_problem_get_change_sentence (problem), "ook what is there") == NULL)
    complain (c, "nobody says that it may have arrived: %s",
              trib_problem_get_change_sentence (problem));
}

static void
check (Case *c)
{
  /* What was not read cannot be found broken; and what is gone, as every answer says, is gone. */
  gboolean is_invisible = c->fault->is_bearable || is_a_lie (c) ||
                          (c->verb->is_blind && c->fault->stage == TEST_FAULT_AT_ANSWER);

  if (c->when == ALWAYS && !is_invisible && c->error == NULL)
    complain (c, "the fault was not seen");
  check_origin (c);
  check_output (c);
  check_cost (c);
  check_truth (c);
  check_words (c);
}

typedef struct {
  Bench *bench;
  const TestFault *fault;
  When when;
} Row;

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  for (guint i = 0; i < n_fault_verbs; i++) {
    Case c = { row->bench, row->fault, &fault_verbs[i], row->when, test_clock_new () };

    if (row->when == AT_THE_LOOK && !fault_verbs[i].has_look) {
      g_object_unref (c.clock);
      continue;
    }
    run (&c);
    check (&c);
    row->bench->n_cases++;
    if (c.value != NULL)
      fault_verb_free_value (c.verb, c.value);
    g_clear_error (&c.error);
    g_assert_cmpuint (test_clock_get_n_timeouts (c.clock), ==, 0);
    g_assert_finalize_object (c.clock);
  }
}

static void
trust_the_authority (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "support", "tls", "authority.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
}

static Bench *
bench_new (void)
{
  Bench *bench = g_new0 (Bench, 1);
  const char *key;
  g_autofree char *encoded = NULL;

  bench->watch = test_watch_new ();
  trust_the_authority ();
  bench->world = fault_world_new ();
  bench->port = test_fault_port_new (sandbox_server_get_base_url (bench->world->server));
  bench->resolver = test_resolver_new ();
  g_resolver_set_default (G_RESOLVER (bench->resolver));
  key = sandbox_server_get_api_key (bench->world->server);
  encoded = g_base64_encode ((const guchar *) key, strlen (key));
  test_watch_add_secret (bench->watch, key);
  test_watch_add_secret (bench->watch, encoded);
  test_watch_add_secret (bench->watch, "otp=");
  return bench;
}

static void
bench_free (Bench *bench)
{
  fault_world_free (bench->world);
  test_fault_port_stop (bench->port);
  g_assert_finalize_object (bench->port);
  g_object_unref (bench->resolver);
  test_watch_free (bench->watch);
  g_free (bench);
}

static void
add_rows (Bench *bench, GPtrArray *rows)
{
  for (guint i = 0; i < test_n_faults; i++) {
    for (guint when = 0; when < N_TIMES; when++) {
      const TestFault *fault = &test_faults[i];
      /* A part of their own, because the check for leaks does not bear the peer of TLS. */
      g_autofree char *path =
          fault->is_tls
              ? g_strdup_printf ("/faults/tls/%u-%s-%s", fault->number, fault->name,
                                 when_names[when])
              : g_strdup_printf ("/faults/%s/%u-%s", when_names[when], fault->number, fault->name);
      Row *row;

      /* Nobody comes to a door that is never found a second time, nor to a look without a change.
       */
      if (when != ALWAYS && fault->stage < TEST_FAULT_AT_REQUEST)
        continue;
      row = g_new0 (Row, 1);
      *row = (Row){ bench, fault, when };
      g_ptr_array_add (rows, row);
      g_test_add_data_func (path, row, test_row);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  Bench *bench;
  int result;

  g_assert_true (g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE));
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (test_faults[test_n_faults - 1].number, ==, TEST_N_FAULTS);
  bench = bench_new ();
  add_rows (bench, rows);
  result = g_test_run ();
  g_test_message ("%u cases", bench->n_cases);
  bench_free (bench);
  return result;
}
