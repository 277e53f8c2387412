/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-error-private.h"
#include "codat-transport.h"

#include "test-clock.h"
#include "trib-model-watch.h"

/* When a watch asks, with a clock that is moved by hand and answers that come when told. */

#define SECONDS(n) ((n) *1000)
#define MINUTES(n) SECONDS ((n) *60)

/* A question that holds its calls until the test answers. */
#define FAKE_TYPE_QUESTION (fake_question_get_type ())
G_DECLARE_FINAL_TYPE (FakeQuestion, fake_question, FAKE, QUESTION, TribModelQuestion)

struct _FakeQuestion {
  TribModelQuestion parent_instance;

  TribClock *clock; /* (owned) */
  GTask *task;      /* (owned) (nullable) */
  gint64 asked;     /* monotonic, in microseconds */
  guint n_asked;
};

G_DEFINE_FINAL_TYPE (FakeQuestion, fake_question, TRIB_MODEL_TYPE_QUESTION)

static void
fake_question_ask_async (TribModelQuestion *question,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  FakeQuestion *self = FAKE_QUESTION (question);

  /* Never two in flight. */
  g_assert_true (self->task == NULL ||
                 g_cancellable_is_cancelled (g_task_get_cancellable (self->task)));
  g_clear_object (&self->task);
  self->task = g_task_new (self, cancellable, callback, data);
  self->asked = trib_clock_get_monotonic_time (self->clock);
  self->n_asked++;
}

static GObject *
fake_question_ask_finish (TribModelQuestion *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_question_dispose (GObject *object)
{
  g_clear_object (&FAKE_QUESTION (object)->clock);
  G_OBJECT_CLASS (fake_question_parent_class)->dispose (object);
}

static void
fake_question_class_init (FakeQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fake_question_dispose;
  TRIB_MODEL_QUESTION_CLASS (klass)->ask_async = fake_question_ask_async;
  TRIB_MODEL_QUESTION_CLASS (klass)->ask_finish = fake_question_ask_finish;
}

static void
fake_question_init (FakeQuestion *self)
{
}

/* A network that is there or not as the test says. */
#define FAKE_TYPE_MONITOR (fake_monitor_get_type ())
G_DECLARE_FINAL_TYPE (FakeMonitor, fake_monitor, FAKE, MONITOR, GObject)

struct _FakeMonitor {
  GObject parent_instance;

  gboolean available;
};

enum { PROP_AVAILABLE = 1, PROP_METERED, PROP_CONNECTIVITY };

static void
fake_monitor_init_initable (GInitableIface *iface)
{
}

static void
fake_monitor_init_monitor (GNetworkMonitorInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeMonitor,
                               fake_monitor,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, fake_monitor_init_initable)
                                   G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR,
                                                          fake_monitor_init_monitor))

static void
fake_monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AVAILABLE)
    g_value_set_boolean (value, FAKE_MONITOR (object)->available);
}

static void
fake_monitor_class_init (FakeMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fake_monitor_get_property;
  g_object_class_override_property (object_class, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
fake_monitor_init (FakeMonitor *self)
{
  self->available = TRUE;
}

typedef struct {
  TestClock *clock;
  CodatQuota *quota;
  FakeMonitor *monitor;
  TribModelWatch *watch;
  FakeQuestion *question;
  guint n_answers;
  guint n_errors;
} Fixture;

static FakeQuestion *
question_new (Fixture *fixture, const char *key)
{
  FakeQuestion *question = g_object_new (FAKE_TYPE_QUESTION, NULL);

  question->clock = TRIB_CLOCK (g_object_ref (fixture->clock));
  trib_model_question_set_key (TRIB_MODEL_QUESTION (question), key, "Xero · Brown & Sons");
  return question;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = test_clock_new ();
  test_clock_advance (fixture->clock, MINUTES (1));
  fixture->quota = g_object_new (CODAT_TYPE_QUOTA, NULL);
  fixture->monitor = g_object_new (FAKE_TYPE_MONITOR, NULL);
  fixture->watch = trib_model_watch_new (fixture->quota, TRIB_CLOCK (fixture->clock),
                                         G_NETWORK_MONITOR (fixture->monitor));
  fixture->question = question_new (fixture, "one");
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE)) {
  }
}

static void
drop (FakeQuestion *question)
{
  g_autoptr (GTask) task = g_steal_pointer (&question->task);

  if (task != NULL)
    g_task_return_error_if_cancelled (task);
  g_clear_object (&task);
  settle ();
  g_assert_finalize_object (question);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->watch);
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  settle ();
  drop (fixture->question);
  g_assert_finalize_object (fixture->monitor);
  g_assert_finalize_object (fixture->quota);
  g_assert_finalize_object (fixture->clock);
}

static void
heard_cb (GObject *answer, const GError *error, gpointer data)
{
  Fixture *fixture = data;

  g_assert_true ((answer == NULL) == (error != NULL));
  if (error != NULL)
    fixture->n_errors++;
  else
    fixture->n_answers++;
}

static guint
add (Fixture *fixture, FakeQuestion *question, TribModelWatchKind kind)
{
  return trib_model_watch_add (fixture->watch, TRIB_MODEL_QUESTION (question), kind, heard_cb,
                               fixture);
}

static void
answer (FakeQuestion *question)
{
  g_autoptr (GTask) task = g_steal_pointer (&question->task);

  g_assert_nonnull (task);
  g_task_return_pointer (task, g_object_new (G_TYPE_OBJECT, NULL), g_object_unref);
  g_clear_object (&task);
  settle ();
}

static void
fail (FakeQuestion *question)
{
  g_autoptr (GTask) task = g_steal_pointer (&question->task);

  g_assert_nonnull (task);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "no answer");
  g_clear_object (&task);
  settle ();
}

/* Answers what is asked within a time, and counts it. */
static guint
run (Fixture *fixture, FakeQuestion *question, guint milliseconds)
{
  guint before = question->n_asked;

  for (guint i = 0; i < milliseconds; i += 100) {
    test_clock_advance (fixture->clock, 100);
    if (question->task != NULL)
      answer (question);
  }
  return question->n_asked - before;
}

/* Answers for a time, and then until just after an answer. */
static void
run_to_answer (Fixture *fixture, guint milliseconds)
{
  run (fixture, fixture->question, milliseconds);
  while (run (fixture, fixture->question, 100) == 0) {
  }
}

/* The next question comes after a delay, and at most a tenth later. */
static void
assert_delay (Fixture *fixture, guint milliseconds)
{
  guint before = fixture->question->n_asked;

  test_clock_advance (fixture->clock, milliseconds - 1);
  g_assert_cmpuint (fixture->question->n_asked, ==, before);
  test_clock_advance (fixture->clock, milliseconds / 10 + 2);
  g_assert_cmpuint (fixture->question->n_asked, ==, before + 1);
}

static void
set_quota (Fixture *fixture, gint64 remaining, gint64 reset_in)
{
  gint64 now = trib_clock_get_real_time (TRIB_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  g_autoptr (GDateTime) reset =
      reset_in > 0 ? g_date_time_new_from_unix_utc (now + reset_in) : NULL;
  CodatReply reply = { .rate_limit = 1000, .rate_remaining = remaining, .rate_reset = reset };

  codat_quota_update (fixture->quota, &reply);
}

static char *
dup_rhythm (Fixture *fixture)
{
  g_autoptr (TribModelWatched) watched = g_list_model_get_item (G_LIST_MODEL (fixture->watch), 0);

  return trib_model_watched_dup_rhythm (watched);
}

#define assert_rhythm(expected)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *rhythm_ = dup_rhythm (fixture);                                               \
    g_assert_cmpstr (rhythm_, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

/* Two seconds, half as slow again each minute, and fifteen after five. */
static void
test_sign_in (Fixture *fixture, gconstpointer data)
{
  static const guint delays[] = { 2000, 3000, 4500, 6750, 10125, 15000, 15000 };

  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_SIGN_IN);
  assert_rhythm ("Checking every 2 seconds");
  for (guint minute = 0; minute < G_N_ELEMENTS (delays); minute++) {
    guint n = run (fixture, fixture->question, MINUTES (1));

    g_assert_cmpuint (n, <=, MINUTES (1) / delays[minute] + 1);
    g_assert_cmpuint (n, >=, MINUTES (1) * 10 / (delays[minute] * 11 + 1000) - 1);
  }
  assert_rhythm ("Checking every 15 seconds");
  g_assert_cmpuint (fixture->n_answers, ==, fixture->question->n_asked);
  /* In a browser it may wait for a day. */
  run (fixture, fixture->question, MINUTES (120));
  assert_rhythm ("Checking every 5 minutes");
}

static void
test_other_kinds (Fixture *fixture, gconstpointer data)
{
  guint id = add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_IDLE);

  assert_rhythm ("Checking every 5 minutes");
  assert_delay (fixture, MINUTES (5));
  answer (fixture->question);
  trib_model_watch_remove (fixture->watch, id);
  id = add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_FIRST_SYNC);
  assert_delay (fixture, SECONDS (3));
  answer (fixture->question);
  run_to_answer (fixture, MINUTES (1));
  for (guint i = 0; i < 30; i++) {
    assert_delay (fixture, SECONDS (15));
    answer (fixture->question);
  }
  trib_model_watch_remove (fixture->watch, id);
  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_SOMEBODY_ELSE);
  assert_delay (fixture, SECONDS (15));
  answer (fixture->question);
  run (fixture, fixture->question, MINUTES (11));
  assert_rhythm ("Checking every 23 seconds");
}

/* While an answer is awaited nothing else is sent, however long it takes. */
static void
test_one_in_flight (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_SIGN_IN);
  assert_delay (fixture, SECONDS (2));
  test_clock_advance (fixture->clock, MINUTES (10));
  trib_model_watch_wake (fixture->watch);
  test_clock_advance (fixture->clock, MINUTES (10));
  g_assert_cmpuint (fixture->question->n_asked, ==, 1);
  answer (fixture->question);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
}

/* Two who want to know the same are told by one answer, as soon as the more eager one likes. */
static void
test_shared (Fixture *fixture, gconstpointer data)
{
  FakeQuestion *same = question_new (fixture, "one");
  guint slow = add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_IDLE);
  guint eager = add (fixture, same, TRIB_MODEL_WATCH_KIND_SIGN_IN);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->watch)), ==, 1);
  assert_delay (fixture, SECONDS (2));
  answer (fixture->question);
  g_assert_cmpuint (same->n_asked, ==, 0);
  g_assert_cmpuint (fixture->n_answers, ==, 2);
  trib_model_watch_remove (fixture->watch, eager);
  test_clock_advance (fixture->clock, SECONDS (3));
  if (fixture->question->task != NULL)
    answer (fixture->question);
  assert_rhythm ("Checking every 5 minutes");
  trib_model_watch_remove (fixture->watch, slow);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->watch)), ==, 0);
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  drop (same);
}

/* What a person asks goes at once; asked while an older call is under way, it gets a newer one. */
static void
test_ask (Fixture *fixture, gconstpointer data)
{
  TribModelQuestion *question = TRIB_MODEL_QUESTION (fixture->question);

  trib_model_watch_ask (fixture->watch, question, heard_cb, fixture);
  g_assert_cmpuint (fixture->question->n_asked, ==, 1);
  trib_model_watch_ask (fixture->watch, question, heard_cb, fixture);
  g_assert_cmpuint (fixture->question->n_asked, ==, 1);
  answer (fixture->question);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_cmpuint (fixture->question->n_asked, ==, 2);
  answer (fixture->question);
  g_assert_cmpuint (fixture->n_answers, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->watch)), ==, 0);
}

static void
test_remove_in_flight (Fixture *fixture, gconstpointer data)
{
  guint id = trib_model_watch_ask (fixture->watch, TRIB_MODEL_QUESTION (fixture->question),
                                   heard_cb, fixture);

  trib_model_watch_remove (fixture->watch, id);
  g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (fixture->question->task)));
  answer (fixture->question);
  g_assert_cmpuint (fixture->n_answers + fixture->n_errors, ==, 0);
  trib_model_watch_remove (fixture->watch, id);
}

/* Something newer is known: the answer under way is told to nobody, and it is asked again. */
static void
test_outdated (Fixture *fixture, gconstpointer data)
{
  TribModelQuestion *question = TRIB_MODEL_QUESTION (fixture->question);

  trib_model_watch_outdate (fixture->watch, question);
  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_IDLE);
  trib_model_watch_outdate (fixture->watch, question);
  trib_model_watch_ask (fixture->watch, question, heard_cb, fixture);
  trib_model_watch_outdate (fixture->watch, question);
  answer (fixture->question);
  g_assert_cmpuint (fixture->n_answers, ==, 0);
  g_assert_cmpuint (fixture->question->n_asked, ==, 2);
  answer (fixture->question);
  g_assert_cmpuint (fixture->n_answers, ==, 2);
  g_assert_cmpuint (fixture->question->n_asked, ==, 2);
}

/* A fifth is left: nobody is asked any more but by a person, until the quota is back. */
static void
test_quota (Fixture *fixture, gconstpointer data)
{
  guint n;

  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_SIGN_IN);
  set_quota (fixture, 201, 3600);
  g_assert_cmpuint (run (fixture, fixture->question, SECONDS (10)), >, 0);
  set_quota (fixture, 200, 3600);
  assert_rhythm ("Paused: the account’s limit is nearly used");
  g_assert_cmpint (trib_model_watch_get_state (fixture->watch), ==,
                   TRIB_MODEL_WATCH_STATE_NO_QUOTA);
  n = fixture->question->n_asked;
  trib_model_watch_wake (fixture->watch);
  test_clock_advance (fixture->clock, MINUTES (59));
  g_assert_cmpuint (fixture->question->n_asked, ==, n);
  trib_model_watch_ask (fixture->watch, TRIB_MODEL_QUESTION (fixture->question), heard_cb, fixture);
  g_assert_cmpuint (fixture->question->n_asked, ==, n + 1);
  answer (fixture->question);
  /* The hour is over: one call looks whether it is back, and it is. */
  test_clock_advance (fixture->clock, MINUTES (2));
  g_assert_cmpuint (fixture->question->n_asked, ==, n + 2);
  set_quota (fixture, 1000, 86400);
  answer (fixture->question);
  g_assert_cmpint (trib_model_watch_get_state (fixture->watch), ==, TRIB_MODEL_WATCH_STATE_ON);
  g_assert_cmpuint (run (fixture, fixture->question, MINUTES (5)), >=, 3);
}

/* The server does not say when, or its day does not begin: no more than a look now and then. */
static void
test_quota_not_back (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_SIGN_IN);
  set_quota (fixture, 10, 0);
  g_assert_cmpuint (run (fixture, fixture->question, MINUTES (59)), ==, 0);
  g_assert_cmpuint (run (fixture, fixture->question, MINUTES (62)), ==, 2);
  set_quota (fixture, 10, 60);
  g_assert_cmpuint (run (fixture, fixture->question, SECONDS (59)), ==, 0);
  g_assert_cmpuint (run (fixture, fixture->question, MINUTES (11)), <=, 3);
}

static void
test_network (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_SIGN_IN);
  fixture->monitor->available = FALSE;
  g_signal_emit_by_name (fixture->monitor, "network-changed", FALSE);
  assert_rhythm ("Paused: there is no network");
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  test_clock_advance (fixture->clock, MINUTES (10));
  g_assert_cmpuint (fixture->question->n_asked, ==, 0);
  fixture->monitor->available = TRUE;
  g_signal_emit_by_name (fixture->monitor, "network-changed", TRUE);
  test_clock_advance (fixture->clock, 1);
  g_assert_cmpuint (fixture->question->n_asked, ==, 1);
  answer (fixture->question);
}

/* Twice as slow with each error, five minutes at most, and as before once there is an answer. */
static void
test_errors (Fixture *fixture, gconstpointer data)
{
  static const guint delays[] = { 30, 60, 120, 240, 300, 300 };

  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_FIRST_SYNC);
  run_to_answer (fixture, MINUTES (1));
  assert_delay (fixture, SECONDS (15));
  for (guint i = 0; i < G_N_ELEMENTS (delays); i++) {
    fail (fixture->question);
    assert_delay (fixture, SECONDS (delays[i]));
  }
  g_assert_cmpuint (fixture->n_errors, ==, G_N_ELEMENTS (delays));
  answer (fixture->question);
  assert_delay (fixture, SECONDS (15));
}

/* The server says when it wants to be asked again: nobody is asked before but by a person. */
static void
test_retry_after (Fixture *fixture, gconstpointer data)
{
  const CodatErrorDetails details = { .retry_after = 1000 };
  FakeQuestion *other = question_new (fixture, "two");
  GTask *task;
  GError *error = g_error_new_literal (CODAT_ERROR, CODAT_ERROR_RATE_LIMITED, "too many");

  codat_error_set_details (error, &details);
  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_SIGN_IN);
  assert_delay (fixture, SECONDS (2));
  task = g_steal_pointer (&fixture->question->task);
  g_task_return_error (task, error);
  g_object_unref (task);
  settle ();
  add (fixture, other, TRIB_MODEL_WATCH_KIND_SIGN_IN);
  test_clock_advance (fixture->clock, SECONDS (999));
  g_assert_cmpuint (fixture->question->n_asked, ==, 1);
  g_assert_cmpuint (other->n_asked, ==, 0);
  trib_model_watch_ask (fixture->watch, TRIB_MODEL_QUESTION (other), heard_cb, fixture);
  g_assert_cmpuint (other->n_asked, ==, 1);
  answer (other);
  test_clock_advance (fixture->clock, SECONDS (101));
  g_assert_cmpuint (fixture->question->n_asked, ==, 2);
  g_assert_cmpuint (other->n_asked, ==, 2);
  g_assert_finalize_object (fixture->watch);
  fixture->watch = trib_model_watch_new (fixture->quota, TRIB_CLOCK (fixture->clock), NULL);
  drop (other);
}

/* The window is in front again: what is old is asked now, what is new is not. */
static void
test_wake (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_IDLE);
  test_clock_advance (fixture->clock, SECONDS (10));
  trib_model_watch_wake (fixture->watch);
  test_clock_advance (fixture->clock, 1);
  g_assert_cmpuint (fixture->question->n_asked, ==, 1);
  answer (fixture->question);
  trib_model_watch_wake (fixture->watch);
  test_clock_advance (fixture->clock, 1);
  g_assert_cmpuint (fixture->question->n_asked, ==, 1);
}

/* Fifty are not asked in one go: neither when they are due, nor after a pause, nor on waking. */
static void
test_fifty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();

  for (guint i = 0; i < 50; i++) {
    g_autofree char *key = g_strdup_printf ("connection %u", i);

    g_ptr_array_add (questions, question_new (fixture, key));
    add (fixture, questions->pdata[i], TRIB_MODEL_WATCH_KIND_IDLE);
  }
  for (guint round = 0; round < 2; round++) {
    guint n_asked = 0;
    guint most = 0;

    if (round == 0)
      test_clock_advance (fixture->clock, MINUTES (5) - 1);
    else
      trib_model_watch_wake (fixture->watch);
    for (guint tenth = 0; tenth < 400; tenth++) {
      guint n = 0;

      test_clock_advance (fixture->clock, 100);
      for (guint i = 0; i < questions->len; i++) {
        FakeQuestion *question = questions->pdata[i];

        if (question->task == NULL)
          continue;
        n++;
        answer (question);
      }
      most = MAX (most, n);
      n_asked += n;
    }
    g_assert_cmpuint (n_asked, ==, 50);
    g_assert_cmpuint (most, <=, 5);
  }
  g_assert_finalize_object (fixture->watch);
  fixture->watch = trib_model_watch_new (fixture->quota, TRIB_CLOCK (fixture->clock), NULL);
  for (guint i = 0; i < questions->len; i++)
    drop (questions->pdata[i]);
}

typedef struct {
  Fixture *fixture;
  guint other;
} Pair;

static void
remove_other_cb (GObject *object, const GError *error, gpointer data)
{
  Pair *pair = data;

  trib_model_watch_remove (pair->fixture->watch, pair->other);
}

/* Whoever is removed while an answer is told is told nothing. */
static void
test_remove_in_answer (Fixture *fixture, gconstpointer data)
{
  Pair pair = { fixture, 0 };

  trib_model_watch_add (fixture->watch, TRIB_MODEL_QUESTION (fixture->question),
                        TRIB_MODEL_WATCH_KIND_SIGN_IN, remove_other_cb, &pair);
  pair.other = add (fixture, fixture->question, TRIB_MODEL_WATCH_KIND_SIGN_IN);
  assert_delay (fixture, SECONDS (2));
  answer (fixture->question);
  g_assert_cmpuint (fixture->n_answers, ==, 0);
}

#define ADD(path, test) g_test_add ("/model/watch/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sign-in", test_sign_in);
  ADD ("other-kinds", test_other_kinds);
  ADD ("one-in-flight", test_one_in_flight);
  ADD ("shared", test_shared);
  ADD ("ask", test_ask);
  ADD ("remove-in-flight", test_remove_in_flight);
  ADD ("outdated", test_outdated);
  ADD ("quota", test_quota);
  ADD ("quota-not-back", test_quota_not_back);
  ADD ("network", test_network);
  ADD ("errors", test_errors);
  ADD ("retry-after", test_retry_after);
  ADD ("wake", test_wake);
  ADD ("fifty", test_fifty);
  ADD ("remove-in-answer", test_remove_in_answer);
  return g_test_run ();
}
