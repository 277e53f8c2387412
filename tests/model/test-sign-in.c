/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include "trib-model-error.h"

#include <string.h>

#define COMPANY "Hollis & Okafor Architects"

/* One sign-in and what its page would hear of. */
typedef struct {
  TribModelCompany *company;
  TribModelSignIn *sign_in; /* (owned) */
  TribLinkSession *session;
  guint n_listed;
} Attempt;

static void
attempt_take (Attempt *attempt, TribModelSignIn *sign_in)
{
  attempt->sign_in = sign_in;
  attempt->session = trib_model_sign_in_get_session (sign_in);
}

static void
attempt_begin (Attempt *attempt, Fixture *fixture, const char *name, const char *key)
{
  attempt->company = load_company (fixture, name);
  attempt_take (attempt, trib_model_sign_in_new (fixture->account, attempt->company,
                                                 find_platform (fixture, key)));
  g_assert_null (trib_model_sign_in_get_title (attempt->sign_in));
  trib_link_session_start (attempt->session);
}

static gboolean
has_state (Attempt *attempt, TribLinkState state)
{
  return trib_link_session_get_state (attempt->session) == state;
}

/* Opens the link as a view would, and lets the redirect be captured. */
static void
attempt_follow (Attempt *attempt)
{
  g_autofree char *location = NULL;

  wait_until (has_state (attempt, TRIB_LINK_STATE_OPEN));
  location = follow_link (trib_link_session_get_link_uri (attempt->session));
  g_assert_nonnull (location);
  g_assert_cmpint (trib_link_session_judge (attempt->session, location, "GET", FALSE), ==,
                   TRIB_LINK_VERDICT_CAPTURE);
  g_assert_true (trib_link_session_capture (attempt->session, location, "GET"));
}

/* Waits for the end. The clock is moved only while the session waits for it: besides the limit of
 * its state there is a time for the next question then. */
static void
attempt_wait (Attempt *attempt, Fixture *fixture)
{
  Deadline deadline;

  deadline_begin (&deadline);
  while (!has_state (attempt, TRIB_LINK_STATE_ENDED)) {
    g_assert_false (deadline.over);
    if (test_clock_get_n_timeouts (fixture->clock) > 1)
      test_clock_advance (fixture->clock, 100);
    else
      g_main_context_iteration (NULL, TRUE);
  }
  deadline_end (&deadline);
}

static void
attempt_end (Attempt *attempt)
{
  assert_goes (g_steal_pointer (&attempt->sign_in));
}

typedef struct {
  const char *scenario;
  TribLinkOutcome outcome;
  const char *title;
  const char *platform_words; /* (nullable) */
  const char *status;         /* of the connection, at the server */
  const char *detail;         /* (nullable): a line of the details */
} Row;

static const Row rows[] = {
  { "allow", TRIB_LINK_OUTCOME_CONNECTED, "Xero Is Connected", NULL, "Linked", "Status: 200" },
  { "cancel", TRIB_LINK_OUTCOME_CANCELLED, "You Cancelled the Sign-In",
    "The person pressed Cancel on the sign-in page", "PendingAuth", "Status: 403" },
  { "unchanged", TRIB_LINK_OUTCOME_UNCHANGED, "Nothing Was Changed", NULL, "PendingAuth",
    "Status: 201" },
  { "error", TRIB_LINK_OUTCOME_FAILED, "Xero Reported a Problem",
    "Your subscription has ended. Ask the owner of the account to renew it, then try again.",
    "PendingAuth", "Codat said: Unknown error occurred" },
  { "not-supported", TRIB_LINK_OUTCOME_NOT_SUPPORTED, "Xero Does Not Support This",
    "Connections are not part of the Starter plan.", "PendingAuth", "Status: 501" },
  { "unknown-code", TRIB_LINK_OUTCOME_UNKNOWN, "The Sign-In Ended in an Unknown Way", NULL,
    "PendingAuth", "Status: 418" },
  { "lies", TRIB_LINK_OUTCOME_NOT_CONFIRMED, "The Connection Is Not Confirmed", NULL, "PendingAuth",
    "Status: 200" },
};

static void
assert_row (Attempt *attempt, Fixture *fixture, const Row *row)
{
  TribModelSignIn *sign_in = attempt->sign_in;
  const char *details = trib_model_sign_in_get_details (sign_in);
  gboolean success = row->outcome == TRIB_LINK_OUTCOME_CONNECTED;
  g_autofree char *status = sandbox_server_dup_connection_status (
      fixture->server, trib_model_company_get_id (attempt->company),
      trib_link_session_get_connection_id (attempt->session));

  g_assert_cmpint (trib_link_session_get_outcome (attempt->session), ==, row->outcome);
  g_assert_cmpstr (trib_model_sign_in_get_title (sign_in), ==, row->title);
  g_assert_nonnull (strstr (trib_model_sign_in_get_sentence (sign_in), "Xero"));
  if (row->platform_words != NULL)
    g_assert_cmpstr (trib_model_sign_in_get_platform_words (sign_in), ==, row->platform_words);
  g_assert_cmpstr (status, ==, row->status);
  g_assert_nonnull (strstr (details, row->detail));
  g_assert_nonnull (strstr (details, trib_link_session_get_connection_id (attempt->session)));
  g_assert_nonnull (strstr (details, trib_model_company_get_id (attempt->company)));
  g_assert_nonnull (strstr (details, "Time: 2026-01-01T00:00"));
  g_assert_null (strstr (details, "otp"));
  g_assert_cmpint (trib_model_sign_in_get_success (sign_in), ==, success);
  g_assert_cmpint (trib_model_sign_in_get_sync (sign_in) != NULL, ==, success);
  g_assert_cmpuint (sandbox_server_get_redirect_hits (fixture->server), ==, 0);
}

static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;
  TribModelConnection *connection;
  Attempt attempt;

  sandbox_server_set_scenario (fixture->server, row->scenario);
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  assert_row (&attempt, fixture, row);
  /* The row is there and says the same. */
  connection = find_connection (attempt.company, "gbol");
  g_assert_nonnull (connection);
  g_assert_cmpint (trib_model_connection_get_status (connection) == TRIB_MODEL_STATUS_CONNECTED, ==,
                   row->outcome == TRIB_LINK_OUTCOME_CONNECTED);
  attempt_end (&attempt);
}

/* The words of a hostile platform are words and nothing more. */
static void
test_hostile_text (Fixture *fixture, gconstpointer data)
{
  const char *words;
  Attempt attempt;

  sandbox_server_set_scenario (fixture->server, "hostile-text");
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  words = trib_model_sign_in_get_platform_words (attempt.sign_in);
  g_assert_nonnull (words);
  g_assert_null (strchr (words, '\n'));
  g_assert_null (strstr (words, "\342\200\256"));
  attempt_end (&attempt);
}

static void
test_organisation (Fixture *fixture, gconstpointer data)
{
  Attempt attempt;

  sandbox_server_set_scenario (fixture->server, "other-organisation");
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  g_assert_true (g_str_has_prefix (trib_model_sign_in_get_sentence (attempt.sign_in),
                                   "Quite Another Company Ltd at Xero is connected."));
  attempt_end (&attempt);
}

/* G7: who comes back as another organisation is asked about it, and the old name stays known until
 * the new one is kept. */
static void
test_organisation_on_reconnect (Fixture *fixture, gconstpointer data)
{
  TribModelNotes *notes = trib_model_account_get_notes (fixture->account);
  TribModelConnection *connection;
  Attempt attempt;
  g_autofree char *before = NULL;

  attempt.company = load_company (fixture, "Harbour & Vale Bakery Ltd");
  load_platforms (fixture);
  connection = find_connection (attempt.company, "gbol");
  wait_until (trib_model_notes_get_loaded (notes));
  before = g_strdup (
      trib_model_notes_get_organisation (notes, trib_model_connection_get_id (connection)));
  g_assert_nonnull (before);
  g_assert_null (trib_model_connection_get_former_organisation (connection));
  sandbox_server_set_scenario (fixture->server, "other-organisation");
  attempt_take (&attempt, trib_model_sign_in_new_for_connection (fixture->account, attempt.company,
                                                                 connection));
  trib_link_session_start (attempt.session);
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  g_assert_true (trib_model_sign_in_get_success (attempt.sign_in));
  g_assert_cmpstr (trib_model_connection_get_former_organisation (connection), ==, before);
  trib_model_connection_keep_organisation (connection);
  g_assert_null (trib_model_connection_get_former_organisation (connection));
  g_assert_cmpstr (
      trib_model_notes_get_organisation (notes, trib_model_connection_get_id (connection)), ==,
      "Quite Another Company Ltd");
  attempt_end (&attempt);
}

/* An attempt that came to nothing is opened again: one connection, however often it is tried. */
static void
test_no_twin (Fixture *fixture, gconstpointer data)
{
  Attempt first, second;
  g_autofree char *id = NULL;
  const char *company_id;

  sandbox_server_set_scenario (fixture->server, "cancel");
  attempt_begin (&first, fixture, COMPANY, "gbol");
  attempt_follow (&first);
  attempt_wait (&first, fixture);
  id = g_strdup (trib_link_session_get_connection_id (first.session));
  attempt_end (&first);
  sandbox_server_set_scenario (fixture->server, "allow");
  attempt_begin (&second, fixture, COMPANY, "gbol");
  attempt_follow (&second);
  attempt_wait (&second, fixture);
  g_assert_cmpstr (trib_link_session_get_connection_id (second.session), ==, id);
  g_assert_true (trib_model_sign_in_get_success (second.sign_in));
  company_id = trib_model_company_get_id (second.company);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, company_id), ==, 1);
  attempt_end (&second);
}

/* Two windows that ask at the same moment are one connection, with a link for each of them. */
static void
test_no_twin_at_once (Fixture *fixture, gconstpointer data)
{
  Attempt attempts[3];
  const char *company_id;

  load_company (fixture, COMPANY);
  load_platforms (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    attempt_begin (&attempts[i], fixture, COMPANY, "gbol");
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    wait_until (has_state (&attempts[i], TRIB_LINK_STATE_OPEN));
  company_id = trib_model_company_get_id (attempts[0].company);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, company_id), ==, 1);
  for (guint i = 1; i < G_N_ELEMENTS (attempts); i++) {
    g_assert_cmpstr (trib_link_session_get_connection_id (attempts[i].session), ==,
                     trib_link_session_get_connection_id (attempts[0].session));
    g_assert_cmpstr (trib_link_session_get_link_uri (attempts[i].session), !=,
                     trib_link_session_get_link_uri (attempts[0].session));
  }
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    attempt_end (&attempts[i]);
}

/* Who waits behind one that goes away, or that fails, gets their turn all the same. */
static void
test_turn_after_end (Fixture *fixture, gconstpointer data)
{
  Attempt attempts[3];
  const char *company_id;

  load_company (fixture, COMPANY);
  load_platforms (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    attempt_begin (&attempts[i], fixture, COMPANY, "gbol");
  attempt_end (&attempts[0]);
  attempt_end (&attempts[1]);
  wait_until (has_state (&attempts[2], TRIB_LINK_STATE_OPEN));
  company_id = trib_model_company_get_id (attempts[2].company);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, company_id), ==, 1);
  attempt_end (&attempts[2]);
}

/* Access that has lapsed is renewed in the connection that there is. */
static void
test_lapsed_is_reopened (Fixture *fixture, gconstpointer data)
{
  Attempt attempt;
  g_autofree char *id = NULL;
  g_autofree char *company_id = NULL;
  guint before;

  attempt.company = load_company (fixture, "Harbour & Vale Bakery Ltd");
  company_id = g_strdup (trib_model_company_get_id (attempt.company));
  id = g_strdup (trib_model_connection_get_id (find_connection (attempt.company, "gbol")));
  before = sandbox_server_get_n_connections (fixture->server, company_id);
  attempt_begin (&attempt, fixture, "Harbour & Vale Bakery Ltd", "gbol");
  wait_until (has_state (&attempt, TRIB_LINK_STATE_OPEN));
  g_assert_cmpstr (trib_link_session_get_connection_id (attempt.session), ==, id);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, company_id), ==, before);
  attempt_end (&attempt);
}

static void
test_try_again (Fixture *fixture, gconstpointer data)
{
  Attempt attempt;
  guint n_title = 0;

  sandbox_server_set_scenario (fixture->server, "cancel");
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  g_assert_true (trib_model_sign_in_get_can_retry (attempt.sign_in));
  g_signal_connect (attempt.sign_in, "notify::title", G_CALLBACK (count_cb), &n_title);
  sandbox_server_set_scenario (fixture->server, "allow");
  trib_link_session_restart (attempt.session);
  /* The old words are gone as soon as it begins anew. */
  g_assert_null (trib_model_sign_in_get_title (attempt.sign_in));
  g_assert_null (trib_model_sign_in_get_details (attempt.sign_in));
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  g_assert_cmpuint (n_title, ==, 2);
  g_assert_true (trib_model_sign_in_get_success (attempt.sign_in));
  g_assert_false (trib_model_sign_in_get_can_retry (attempt.sign_in));
  attempt_end (&attempt);
}

static void
test_reconnect (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *connection;
  Attempt attempt;

  attempt.company = load_company (fixture, "Harbour & Vale Bakery Ltd");
  load_platforms (fixture);
  connection = find_connection (attempt.company, "gbol");
  sandbox_server_set_scenario (fixture->server, "allow");
  attempt_take (&attempt, trib_model_sign_in_new_for_connection (fixture->account, attempt.company,
                                                                 connection));
  g_assert_true (trib_model_sign_in_get_platform (attempt.sign_in) ==
                 find_platform (fixture, "gbol"));
  g_assert_cmpstr (trib_model_sign_in_get_platform_name (attempt.sign_in), ==, "Xero");
  trib_link_session_start (attempt.session);
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  g_assert_true (trib_model_sign_in_get_success (attempt.sign_in));
  /* The very row is connected now, and so is its company. */
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpint (trib_model_company_get_status (attempt.company), ==,
                   TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (n_requests (fixture, "POST", "/companies"), ==, 0);
  attempt_end (&attempt);
}

static void
assert_rule (Attempt *attempt, Fixture *fixture, const char *name)
{
  const GError *error;

  attempt_wait (attempt, fixture);
  g_assert_cmpint (trib_link_session_get_outcome (attempt->session), ==,
                   TRIB_LINK_OUTCOME_NOT_STARTED);
  error = trib_link_session_get_error (attempt->session);
  g_assert_error (error, TRIB_MODEL_ERROR, TRIB_MODEL_ERROR_RULE);
  g_assert_cmpstr (trib_model_sign_in_get_title (attempt->sign_in), ==,
                   trib_problem_get_title (TRIB_PROBLEM_RULE));
  g_assert_nonnull (strstr (trib_model_sign_in_get_sentence (attempt->sign_in), name));
  g_assert_false (trib_model_sign_in_get_can_retry (attempt->sign_in));
  g_assert_cmpuint (n_requests (fixture, "POST", "/companies"), ==, 0);
}

static void
test_rule (Fixture *fixture, gconstpointer data)
{
  Attempt attempt;

  attempt_begin (&attempt, fixture, "Dunmore Veterinary Centre", "qhyg");
  assert_rule (&attempt, fixture, "Xero");
  attempt_end (&attempt);
}

/* The old accounting platform cannot come back while there is another. */
static void
test_rule_on_reconnect (Fixture *fixture, gconstpointer data)
{
  Attempt attempt;

  attempt.company = load_company (fixture, "Greystone Catering");
  attempt_take (&attempt,
                trib_model_sign_in_new_for_connection (fixture->account, attempt.company,
                                                       find_connection (attempt.company, "pdvj")));
  trib_link_session_start (attempt.session);
  assert_rule (&attempt, fixture, "Xero");
  attempt_end (&attempt);
}

/* The rule is for accounting only. */
static void
test_second_shop (Fixture *fixture, gconstpointer data)
{
  Attempt attempt;
  guint before;

  sandbox_server_set_scenario (fixture->server, "allow");
  attempt_begin (&attempt, fixture, "Dunmore Veterinary Centre", "fztf");
  before = sandbox_server_get_n_connections (fixture->server,
                                             trib_model_company_get_id (attempt.company));
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  g_assert_true (trib_model_sign_in_get_success (attempt.sign_in));
  g_assert_cmpuint (before, ==, 1);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server,
                                                      trib_model_company_get_id (attempt.company)),
                    ==, 2);
  attempt_end (&attempt);
}

typedef struct {
  const char *fault;
  TribProblem kind;
} FaultRow;

static const FaultRow fault_rows[] = {
  { "connections-500", TRIB_PROBLEM_SERVER },
  { "create-connection-500", TRIB_PROBLEM_SERVER },
  { "401-everywhere", TRIB_PROBLEM_NOT_AUTHORIZED },
  { "403", TRIB_PROBLEM_FORBIDDEN },
  { "html", TRIB_PROBLEM_BAD_ANSWER },
};

static void
test_cannot_begin (Fixture *fixture, gconstpointer data)
{
  const FaultRow *row = data;
  Attempt attempt;

  load_company (fixture, COMPANY);
  load_platforms (fixture);
  attempt.company = load_company (fixture, COMPANY);
  attempt_take (&attempt, trib_model_sign_in_new (fixture->account, attempt.company,
                                                  find_platform (fixture, "gbol")));
  sandbox_server_set_fault (fixture->server, row->fault);
  trib_link_session_start (attempt.session);
  attempt_wait (&attempt, fixture);
  g_assert_cmpint (trib_link_session_get_outcome (attempt.session), ==,
                   TRIB_LINK_OUTCOME_NOT_STARTED);
  g_assert_cmpstr (trib_model_sign_in_get_title (attempt.sign_in), ==,
                   trib_problem_get_title (row->kind));
  g_assert_cmpstr (trib_model_sign_in_get_sentence (attempt.sign_in), ==,
                   trib_problem_get_sentence (row->kind));
  g_assert_cmpint (trib_model_sign_in_get_can_retry (attempt.sign_in), ==,
                   trib_problem_can_retry (row->kind));
  g_assert_nonnull (trib_model_sign_in_get_details (attempt.sign_in));
  attempt_end (&attempt);
}

/* Codat cannot be asked at the end: the page says that nobody knows. */
static void
test_uncertain (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = NULL;
  Attempt attempt;

  sandbox_server_set_scenario (fixture->server, "allow");
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  wait_until (has_state (&attempt, TRIB_LINK_STATE_OPEN));
  location = follow_link (trib_link_session_get_link_uri (attempt.session));
  sandbox_server_set_fault (fixture->server, "connection-500");
  g_assert_true (trib_link_session_capture (attempt.session, location, "GET"));
  attempt_wait (&attempt, fixture);
  g_assert_cmpint (trib_link_session_get_outcome (attempt.session), ==,
                   TRIB_LINK_OUTCOME_UNCERTAIN);
  g_assert_cmpstr (trib_model_sign_in_get_title (attempt.sign_in), ==,
                   "The Result Is Not Known Yet");
  g_assert_false (trib_model_sign_in_get_success (attempt.sign_in));
  g_assert_nonnull (strstr (trib_model_sign_in_get_details (attempt.sign_in), "Status: 500"));
  attempt_end (&attempt);
}

/* Somebody deletes it while the page is open. */
static void
test_deleted_meanwhile (Fixture *fixture, gconstpointer data)
{
  Attempt attempt;
  Call call = { NULL };

  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  wait_until (has_state (&attempt, TRIB_LINK_STATE_OPEN));
  codat_client_delete_connection_async (
      fixture->client, trib_model_company_get_id (attempt.company),
      trib_link_session_get_connection_id (attempt.session), NULL, call_cb, &call);
  g_assert_true (codat_client_delete_connection_finish (fixture->client, call_wait (&call), NULL));
  call_clear (&call);
  trib_link_session_cancel (attempt.session);
  attempt_wait (&attempt, fixture);
  g_assert_cmpint (trib_link_session_get_outcome (attempt.session), ==, TRIB_LINK_OUTCOME_GONE);
  wait_until (find_connection (attempt.company, "gbol") == NULL);
  attempt_end (&attempt);
}

/* Without a redirect, the connection is asked for until it is linked. */
static void
test_polled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = NULL;
  Attempt attempt;

  fixture_make_account (fixture, TRIB_CLOCK (fixture->clock), NULL);
  g_assert_null (trib_model_account_get_redirect (fixture->account));
  sandbox_server_set_scenario (fixture->server, "allow");
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  wait_until (has_state (&attempt, TRIB_LINK_STATE_OPEN));
  /* The row waits while the page is open. */
  g_assert_cmpint (trib_model_connection_get_status (find_connection (attempt.company, "gbol")), ==,
                   TRIB_MODEL_STATUS_WAITING);
  location = follow_link (trib_link_session_get_link_uri (attempt.session));
  attempt_wait (&attempt, fixture);
  g_assert_true (trib_model_sign_in_get_success (attempt.sign_in));
  attempt_end (&attempt);
}

/* The page is closed at every step; the fixture sees that nothing stays. */
static void
test_owner_gone (Fixture *fixture, gconstpointer data)
{
  Attempt attempt;

  load_company (fixture, COMPANY);
  load_platforms (fixture);
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  attempt_end (&attempt);
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  wait_until (has_state (&attempt, TRIB_LINK_STATE_OPEN));
  attempt_end (&attempt);
  sandbox_server_set_scenario (fixture->server, "allow");
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  attempt_follow (&attempt);
  attempt_end (&attempt);
}

/* The row of the company says at once that it was read, without another look at the whole list. */
static void
test_company_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_requests_before;
  Attempt attempt;

  sandbox_server_set_scenario (fixture->server, "allow");
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  g_object_get (attempt.company, "last-sync-text", &before, NULL);
  g_assert_cmpstr (before, ==, "—");
  n_requests_before = n_requests (fixture, "GET", "/companies?");
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  g_object_get (attempt.company, "last-sync-text", &after, NULL);
  g_assert_cmpstr (after, !=, "—");
  g_assert_cmpint (trib_model_company_get_status (attempt.company), ==,
                   TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies?"), ==, n_requests_before);
  attempt_end (&attempt);
}

static void
listed_cb (GListModel *list, guint position, guint removed, guint added, Attempt *attempt)
{
  g_assert_cmpuint (added, ==, removed + 1);
  g_assert_cmpint (trib_link_session_get_state (attempt->session), ==, TRIB_LINK_STATE_OPEN);
  attempt->n_listed++;
}

/* Lists that nobody looks at now are no reason to wait for a link. */
static void
test_link_comes_first (Fixture *fixture, gconstpointer data)
{
  TribModelConnections *connections;
  gulong handler;
  Attempt attempt = { 0 };

  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  connections = trib_model_company_get_connections (attempt.company);
  handler = g_signal_connect (connections, "items-changed", G_CALLBACK (listed_cb), &attempt);
  wait_until (attempt.n_listed == 1);
  g_signal_handler_disconnect (connections, handler);
  trib_link_session_cancel (attempt.session);
  attempt_wait (&attempt, fixture);
  attempt_end (&attempt);
}

static void
test_sync (Fixture *fixture, gconstpointer data)
{
  TribModelSync *sync;
  Attempt attempt;
  double fraction;

  sandbox_server_set_scenario (fixture->server, "allow");
  attempt_begin (&attempt, fixture, COMPANY, "gbol");
  attempt_follow (&attempt);
  attempt_wait (&attempt, fixture);
  sync = trib_model_sign_in_get_sync (attempt.sign_in);
  wait_until (trib_model_sync_get_n_total (sync) > 0);
  g_assert_false (trib_model_sync_get_complete (sync));
  sandbox_server_advance (fixture->server, 600);
  test_clock_advance (fixture->clock, 3500);
  wait_until (trib_model_sync_get_complete (sync));
  g_assert_cmpuint (trib_model_sync_get_n_finished (sync), ==, trib_model_sync_get_n_total (sync));
  g_object_get (sync, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, ==, 1.0);
  attempt_end (&attempt);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/model/sign-in/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/model/sign-in/outcomes/", rows[i].scenario, NULL);

    g_test_add (path, Fixture, &rows[i], fixture_set_up_plain, test_outcomes, fixture_tear_down);
  }
  for (guint i = 0; i < G_N_ELEMENTS (fault_rows); i++) {
    g_autofree char *path = g_strconcat ("/model/sign-in/cannot-begin/", fault_rows[i].fault, NULL);

    g_test_add (path, Fixture, &fault_rows[i], fixture_set_up_plain, test_cannot_begin,
                fixture_tear_down);
  }
  ADD ("hostile-text", test_hostile_text);
  ADD ("organisation", test_organisation);
  ADD ("no-twin", test_no_twin);
  ADD ("no-twin-at-once", test_no_twin_at_once);
  ADD ("turn-after-end", test_turn_after_end);
  ADD ("lapsed-is-reopened", test_lapsed_is_reopened);
  ADD ("try-again", test_try_again);
  ADD ("organisation-on-reconnect", test_organisation_on_reconnect);
  ADD ("reconnect", test_reconnect);
  ADD ("rule", test_rule);
  ADD ("rule-on-reconnect", test_rule_on_reconnect);
  ADD ("second-shop", test_second_shop);
  ADD ("uncertain", test_uncertain);
  ADD ("deleted-meanwhile", test_deleted_meanwhile);
  ADD ("polled", test_polled);
  ADD ("owner-gone", test_owner_gone);
  ADD ("company-is-told", test_company_is_told);
  ADD ("link-comes-first", test_link_comes_first);
  ADD ("sync", test_sync);
  return g_test_run ();
}
