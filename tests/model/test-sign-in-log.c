/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include "trib-model-history.h"
#include "trib-model-sign-in-log.h"

/* What is kept of sign-ins, and how it is told. */

#define ACCOUNT "33333333-3333-4333-8333-333333333333"
#define FIRST "11111111-1111-4111-8111-111111111111"
#define SECOND "11111111-1111-4111-8111-111111111112"

static void
changed_cb (guint *n)
{
  (*n)++;
}

/* As another start of the program finds it. */
static TribModelSignInLog *
read_log (Fixture *fixture)
{
  TribModelSignInLog *log = trib_model_sign_in_log_new (fixture->store, ACCOUNT);
  guint n = 0;

  g_signal_connect_swapped (log, "changed", G_CALLBACK (changed_cb), &n);
  trib_model_sign_in_log_load (log);
  trib_model_sign_in_log_load (log);
  wait_until (n > 0);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_data (log, &n);
  return log;
}

static TribLinkHistory *
begin_history (gint64 at)
{
  TribLinkHistory *history = trib_link_history_new ();

  trib_link_history_add (history,
                         &(TribLinkMoment){ .what = TRIB_LINK_HAPPENING_OPENED, .at = at });
  return history;
}

static void
assert_starts (TribModelSignInLog *log, const char *connection_id, guint n, gint64 newest)
{
  g_autoptr (GPtrArray) list = trib_model_sign_in_log_list (log, connection_id);

  g_assert_cmpuint (list->len, ==, n);
  if (n > 0)
    g_assert_cmpint (trib_link_history_get (list->pdata[0], 0)->at, ==, newest);
}

/* The last of what was kept of a sign-in is what the next program finds, by its connection. */
static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelSignInLog) log = read_log (fixture);
  g_autoptr (TribLinkHistory) one = begin_history (1000);
  g_autoptr (TribLinkHistory) two = begin_history (2000);
  g_autoptr (TribLinkHistory) other = begin_history (3000);
  g_autoptr (TribModelSignInLog) again = NULL;
  g_autoptr (GPtrArray) list = NULL;

  trib_model_sign_in_log_keep (log, FIRST, one);
  trib_model_sign_in_log_keep (log, FIRST, two);
  trib_model_sign_in_log_keep (log, SECOND, other);
  trib_link_history_add (two, &(TribLinkMoment){ .what = TRIB_LINK_HAPPENING_ENDED,
                                                 .at = 9000,
                                                 .outcome = TRIB_LINK_OUTCOME_CONNECTED });
  trib_model_sign_in_log_keep (log, FIRST, two);
  assert_starts (log, FIRST, 2, 2000);
  g_assert_finalize_object (g_steal_pointer (&log));
  again = read_log (fixture);
  assert_starts (again, FIRST, 2, 2000);
  assert_starts (again, SECOND, 1, 3000);
  assert_starts (again, "11111111", 0, 0);
  list = trib_model_sign_in_log_list (again, FIRST);
  g_assert_cmpuint (trib_link_history_get_n (list->pdata[0]), ==, 2);
  g_assert_cmpuint (trib_link_history_get_n (list->pdata[1]), ==, 1);
}

/* Who signs in every day does not fill the disk. */
static void
test_forgets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelSignInLog) log = read_log (fixture);
  g_autoptr (TribModelSignInLog) again = NULL;

  for (guint i = 1; i <= 25; i++) {
    g_autoptr (TribLinkHistory) history = begin_history (i);

    trib_model_sign_in_log_keep (log, FIRST, history);
  }
  assert_starts (log, FIRST, 20, 25);
  again = read_log (fixture);
  assert_starts (again, FIRST, 20, 25);
}

static void
put (Fixture *fixture, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  Call call = { NULL };

  trib_store_put_record_async (fixture->store, ACCOUNT, TRIB_STORE_JOURNAL_HISTORY, id, text, NULL,
                               call_cb, &call);
  g_assert_true (trib_store_put_record_finish (fixture->store, call_wait (&call), &error));
  g_assert_no_error (error);
  call_clear (&call);
}

/* Records that no program of ours wrote are nobody's; a kept one that is being written is not
 * overwritten by what was read. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelSignInLog) log = NULL;

  put (fixture, FIRST, "[(5, 'opened', '', 0, 'none')]");
  put (fixture, FIRST " 6", "[(5, 'opened', '', 0, 'none')]");
  put (fixture, FIRST " 7", "@a(xssus) []");
  put (fixture, FIRST " 8", "(");
  put (fixture, FIRST " x", "[(5, 'opened', '', 0, 'none')]");
  put (fixture, " 5", "[(5, 'opened', '', 0, 'none')]");
  put (fixture, FIRST " 9", "[(9, 'opened', '', 0, 'none')]");
  log = read_log (fixture);
  assert_starts (log, FIRST, 1, 9);
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelSignInLog) log = trib_model_sign_in_log_new (NULL, ACCOUNT);
  g_autoptr (TribLinkHistory) history = begin_history (1);

  trib_model_sign_in_log_load (log);
  trib_model_sign_in_log_keep (log, FIRST, history);
  assert_starts (log, FIRST, 1, 1);
  g_assert_finalize_object (g_steal_pointer (&log));
}

static void
test_words (void)
{
  g_autoptr (TribLinkHistory) history = begin_history (G_GINT64_CONSTANT (1767225600000000));
  const TribLinkMoment moments[] = {
    { .what = TRIB_LINK_HAPPENING_PAGE_SHOWN, .host = (char *) "link.codat.io" },
    { .what = TRIB_LINK_HAPPENING_PLATFORM_CHOSEN, .host = (char *) "login.xero.com\xe2\x80\xae" },
    { .what = TRIB_LINK_HAPPENING_OUTSIDE },
    { .what = TRIB_LINK_HAPPENING_RETURNED, .code = 403 },
    { .what = TRIB_LINK_HAPPENING_ENDED, .outcome = TRIB_LINK_OUTCOME_CONNECTED },
  };
  g_autofree char *lines = NULL;
  g_autofree char *heading = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    TribLinkMoment moment = moments[i];

    moment.at = G_GINT64_CONSTANT (1767225600000000) + (gint64) (i + 1) * G_USEC_PER_SEC;
    trib_link_history_add (history, &moment);
  }
  lines = trib_model_history_lines (history, "Xero");
  g_assert_cmpstr (lines, ==,
                   "00:00:00  Opened in this window\n"
                   "00:00:01  The first page came from link.codat.io\n"
                   "00:00:02  Went on to login.xero.com\n"
                   "00:00:03  Opened with a browser, or copied\n"
                   "00:00:04  The page came back with status 403\n"
                   "00:00:05  Ended: Xero Is Connected");
  heading = trib_model_history_heading (history);
  g_assert_cmpstr (heading, !=, "—");
}

/* A time that no calendar has. */
static void
test_no_time (void)
{
  g_autoptr (TribLinkHistory) history = begin_history (G_MAXINT64);
  g_autofree char *heading = trib_model_history_heading (history);
  g_autofree char *lines = trib_model_history_lines (history, "Xero");

  g_assert_cmpstr (heading, ==, "—");
  g_assert_cmpstr (lines, ==, "—  Opened in this window");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                            \
  g_test_add ("/model/sign-in-log/" path, Fixture, NULL, fixture_set_up_plain, test,               \
              fixture_tear_down)
  ADD ("keeps", test_keeps);
  ADD ("forgets", test_forgets);
  ADD ("hostile", test_hostile);
  ADD ("nowhere", test_nowhere);
  g_test_add_func ("/model/sign-in-log/words", test_words);
  g_test_add_func ("/model/sign-in-log/no-time", test_no_time);
  return g_test_run ();
}
