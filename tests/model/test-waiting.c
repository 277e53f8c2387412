/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include <string.h>

/* A sign-in whose end nobody saw is said wherever its company is, from what is written down. */

#define LIVE_ID "aa300000-0000-4000-8000-000000000007"
#define COMPANY "Hollis & Okafor Architects"
#define MINUTES(n) ((n) *60 * 1000)

typedef struct {
  Fixture fixture;
  TribModelAccount *account; /* (nullable) */
  TribModelCompany *company; /* of the account */
  char *connection_id;
} World;

static TribModelCompanies *
get_companies (World *world)
{
  return trib_model_account_get_companies (world->account);
}

static TribModelNotes *
get_notes (World *world)
{
  return trib_model_account_get_notes (world->account);
}

/* A program begins, and knows the companies. */
static void
start (World *world)
{
  SandboxServer *server = world->fixture.server;
  g_autofree char *id = sandbox_server_dup_company_id (server, COMPANY);
  g_autoptr (TribStoreAccount) record = trib_store_account_new (
      LIVE_ID, "Live", sandbox_server_get_base_url (server),
      sandbox_server_get_redirect_url (server), TRIB_STORE_ENVIRONMENT_LIVE);
  gboolean loading = TRUE;

  world->account = trib_model_account_new (record, world->fixture.client, world->fixture.store,
                                           TRIB_CLOCK (world->fixture.clock), FALSE);
  trib_model_companies_load (get_companies (world));
  wait_until ((g_object_get (get_companies (world), "loading-more", &loading, NULL), !loading));
  wait_until (trib_model_notes_get_loaded (get_notes (world)));
  world->company = trib_model_companies_find (get_companies (world), id);
  g_assert_nonnull (world->company);
}

static void
stop (World *world)
{
  world->company = NULL;
  if (world->account != NULL)
    assert_goes (g_steal_pointer (&world->account));
}

static TribModelSignIn *
begin (World *world)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (world->account);
  TribModelSignIn *sign_in;
  TribLinkSession *session;

  trib_model_platforms_load (platforms);
  wait_until (state_of (platforms) == TRIB_MODEL_STATE_READY);
  sign_in = trib_model_sign_in_new (world->account, world->company,
                                    trib_model_platforms_find (platforms, "gbol", NULL));
  session = trib_model_sign_in_get_session (sign_in);
  trib_link_session_start (session);
  wait_until (trib_link_session_get_state (session) == TRIB_LINK_STATE_OPEN);
  g_free (world->connection_id);
  world->connection_id = g_strdup (trib_link_session_get_connection_id (session));
  return sign_in;
}

/* A program begins a sign-in, and ends in the middle of it. */
static void
leave (World *world, TribLinkState state)
{
  TribModelSignIn *sign_in;
  TribLinkSession *session;

  start (world);
  sign_in = begin (world);
  session = trib_model_sign_in_get_session (sign_in);
  if (state == TRIB_LINK_STATE_OUTSIDE)
    trib_link_session_go_outside (session);
  if (state == TRIB_LINK_STATE_CONFIRMING)
    trib_link_session_cancel (session);
  wait_until (trib_link_session_get_state (session) == state);
  assert_goes (sign_in);
  stop (world);
}

static void
set_up (World *world, gconstpointer data)
{
  fixture_set_up (&world->fixture, NULL);
}

static void
tear_down (World *world, gconstpointer data)
{
  stop (world);
  g_free (world->connection_id);
  fixture_tear_down (&world->fixture, NULL);
}

/* (nullable): what is written down of the sign-in. */
static char *
dup_record (World *world)
{
  g_autoptr (GListModel) records = NULL;
  g_autoptr (GError) error = NULL;
  Call call = { NULL };

  trib_store_list_records_async (world->fixture.store, LIVE_ID, TRIB_STORE_JOURNAL_SIGN_IN, NULL,
                                 call_cb, &call);
  records = trib_store_list_records_finish (world->fixture.store, call_wait (&call), &error);
  g_assert_no_error (error);
  call_clear (&call);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (TribStoreRecord) record = g_list_model_get_item (records, i);

    if (g_strcmp0 (trib_store_record_get_id (record), world->connection_id) == 0)
      return g_strdup (trib_store_record_get_text (record));
  }
  return NULL;
}

static void
put_record (World *world, const char *text)
{
  g_autoptr (GError) error = NULL;
  Call call = { NULL };

  trib_store_put_record_async (world->fixture.store, LIVE_ID, TRIB_STORE_JOURNAL_SIGN_IN,
                               world->connection_id, text, NULL, call_cb, &call);
  g_assert_true (trib_store_put_record_finish (world->fixture.store, call_wait (&call), &error));
  g_assert_no_error (error);
  call_clear (&call);
}

static gboolean
says (World *world, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (world->company, "waiting-text", &text, NULL);
  return g_strcmp0 (text, expected) == 0;
}

static char *
dup_subtitle (TribModelConnection *connection)
{
  char *subtitle;

  g_object_get (connection, "subtitle", &subtitle, NULL);
  return subtitle;
}

static TribModelConnection *
find (World *world)
{
  return trib_model_connections_find (trib_model_company_get_connections (world->company),
                                      world->connection_id);
}

static guint
n_checks (World *world)
{
  g_autofree char *path =
      g_strdup_printf ("/companies/%s/connections/%s", trib_model_company_get_id (world->company),
                       world->connection_id);

  return n_requests (&world->fixture, "GET", path);
}

/* What the session is in is written down with it. */
static void
test_state (World *world, gconstpointer data)
{
  static const char *const words[] = {
    [TRIB_LINK_STATE_OPEN] = "'open'",
    [TRIB_LINK_STATE_OUTSIDE] = "'outside'",
    [TRIB_LINK_STATE_CONFIRMING] = "'confirming'",
  };
  TribLinkState state = GPOINTER_TO_UINT (data);
  g_autofree char *record = NULL;

  leave (world, state);
  record = dup_record (world);
  g_assert_nonnull (record);
  g_assert_nonnull (strstr (record, words[state]));
  start (world);
  g_assert_cmpint (trib_model_notes_get_sign_in_state (get_notes (world), world->connection_id), ==,
                   state);
}

/* The list of companies says it, and asks nobody for that. */
static void
test_company (World *world, gconstpointer data)
{
  TribModelSignIn *sign_in;
  guint n_before;

  leave (world, TRIB_LINK_STATE_OPEN);
  test_clock_advance (world->fixture.clock, MINUTES (12));
  start (world);
  n_before = n_requests (&world->fixture, NULL, "");
  g_assert_true (says (world, "Waiting for Xero · 12 minutes"));
  trib_model_companies_follow (get_companies (world));
  wait_until (trib_model_companies_get_count (get_companies (world), TRIB_MODEL_FILTER_WAITING) >
              0);
  test_clock_advance (world->fixture.clock, MINUTES (1));
  g_assert_true (says (world, "Waiting for Xero · 13 minutes"));
  trib_model_companies_unfollow (get_companies (world));
  g_assert_cmpuint (n_checks (world), ==, 0);
  g_assert_cmpuint (n_requests (&world->fixture, NULL, ""), ==, n_before);
  sign_in = begin (world);
  g_assert_true (says (world, "Waiting for Xero · 13 minutes"));
  trib_link_session_cancel (trib_model_sign_in_get_session (sign_in));
  wait_until (says (world, NULL));
  assert_goes (sign_in);
}

/* An account that keeps nothing knows as much, as long as the program runs. */
static void
test_nothing_kept (World *world, gconstpointer data)
{
  Fixture *fixture = &world->fixture;
  g_autofree char *id = sandbox_server_dup_company_id (fixture->server, COMPANY);
  TribModelPlatform *platform = find_platform (fixture, "gbol");
  TribModelSignIn *sign_in =
      trib_model_sign_in_new (fixture->account, load_company (fixture, COMPANY), platform);
  TribLinkSession *session = trib_model_sign_in_get_session (sign_in);

  world->company =
      trib_model_companies_find (trib_model_account_get_companies (fixture->account), id);
  trib_link_session_start (session);
  wait_until (trib_link_session_get_state (session) == TRIB_LINK_STATE_OPEN);
  assert_goes (sign_in);
  test_clock_advance (fixture->clock, MINUTES (12));
  g_assert_true (says (world, "Waiting for Xero · 12 minutes"));
}

static void
notified_cb (TribModelCompany *company, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

/* A list hears of the minutes that go by, while somebody looks. */
static void
test_minutes (World *world, gconstpointer data)
{
  guint count = 0;

  leave (world, TRIB_LINK_STATE_OPEN);
  start (world);
  wait_until (!g_main_context_pending (NULL));
  g_signal_connect (world->company, "notify::waiting-text", G_CALLBACK (notified_cb), &count);
  test_clock_advance (world->fixture.clock, MINUTES (1));
  g_assert_cmpuint (count, ==, 0);
  trib_model_companies_follow (get_companies (world));
  test_clock_advance (world->fixture.clock, MINUTES (1));
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (says (world, "Waiting for Xero · 2 minutes"));
  trib_model_companies_unfollow (get_companies (world));
}

/* Written by a program that kept no state. */
static void
test_old_record (World *world, gconstpointer data)
{
  g_autofree char *text = NULL;

  leave (world, TRIB_LINK_STATE_OPEN);
  start (world);
  text = g_strdup_printf ("('%s', 'gbol', %" G_GINT64_FORMAT ")",
                          trib_model_company_get_id (world->company),
                          trib_clock_get_real_time (TRIB_CLOCK (world->fixture.clock)));
  stop (world);
  put_record (world, text);
  start (world);
  g_assert_true (says (world, "Waiting for Xero"));
  g_assert_cmpint (trib_model_notes_get_sign_in_state (get_notes (world), world->connection_id), ==,
                   TRIB_LINK_STATE_IDLE);
}

/* The program ended while Codat was being asked: that is what the next one does, and says. */
static void
test_confirming (World *world, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *record = NULL;
  TribModelConnection *connection;
  guint n_before;

  leave (world, TRIB_LINK_STATE_CONFIRMING);
  test_clock_advance (world->fixture.clock, MINUTES (12));
  n_before = 0;
  start (world);
  connection = find (world);
  g_assert_nonnull (connection);
  n_before = n_checks (world);
  wait_until (trib_model_connection_get_is_checking (connection));
  before = dup_subtitle (connection);
  g_assert_cmpstr (before, ==, "Checking…");
  g_assert_true (says (world, "Checking Xero…"));
  wait_until (!trib_model_connection_get_is_checking (connection));
  g_assert_cmpuint (n_checks (world), ==, n_before + 1);
  after = dup_subtitle (connection);
  g_assert_cmpstr (after, ==, "Still waiting for Xero · 12 minutes");
  record = dup_record (world);
  g_assert_nonnull (record);
  g_assert_null (strstr (record, "confirming"));
  stop (world);
  start (world);
  wait_until (!g_main_context_pending (NULL));
  g_assert_false (trib_model_connection_get_is_checking (find (world)));
}

/* Without an answer it is asked again by the next program; the row says why there is none. */
static void
test_confirming_in_vain (World *world, gconstpointer data)
{
  TribModelConnection *connection;
  g_autofree char *subtitle = NULL, *record = NULL;

  leave (world, TRIB_LINK_STATE_CONFIRMING);
  sandbox_server_set_fault (world->fixture.server, "connection-500");
  codat_client_set_max_tries (world->fixture.client, 1);
  start (world);
  connection = find (world);
  wait_until (trib_model_connection_get_problem (connection) != NULL);
  g_assert_false (trib_model_connection_get_is_checking (connection));
  subtitle = dup_subtitle (connection);
  g_assert_cmpstr (subtitle, ==, "Waiting for Xero");
  record = dup_record (world);
  g_assert_nonnull (strstr (record, "'confirming'"));
}

static void
test_check (World *world, gconstpointer data)
{
  TribModelConnection *connection;
  TribModelSignIn *sign_in;
  g_autofree char *location = NULL;
  guint n_before;

  sandbox_server_set_scenario (world->fixture.server, "allow");
  start (world);
  sign_in = begin (world);
  location =
      follow_link (trib_link_session_get_link_uri (trib_model_sign_in_get_session (sign_in)));
  assert_goes (sign_in);
  connection = find (world);
  g_assert_true (trib_model_connection_get_is_awaited (connection));
  n_before = n_checks (world);
  trib_model_connection_check (connection);
  trib_model_connection_check (connection);
  g_assert_true (trib_model_connection_get_is_checking (connection));
  wait_until (trib_model_connection_get_status (connection) == TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (n_checks (world), ==, n_before + 1);
  g_assert_false (trib_model_connection_get_is_awaited (connection));
  g_assert_true (says (world, NULL));
}

/* Nobody waits any more, here; what Codat has stays. */
static void
test_stop (World *world, gconstpointer data)
{
  TribModelConnection *connection;
  g_autofree char *record = NULL, *written = NULL, *subtitle = NULL, *status = NULL;
  guint n_before;

  leave (world, TRIB_LINK_STATE_OPEN);
  test_clock_advance (world->fixture.clock, MINUTES (12));
  start (world);
  connection = find (world);
  n_before = n_requests (&world->fixture, NULL, "");
  record = trib_model_connection_stop_waiting (connection);
  g_assert_nonnull (record);
  g_assert_false (trib_model_connection_get_is_awaited (connection));
  g_assert_true (says (world, NULL));
  subtitle = dup_subtitle (connection);
  g_assert_cmpstr (subtitle, ==, "The sign-in was begun and is not finished");
  written = dup_record (world);
  g_assert_null (written);
  g_assert_null (trib_model_connection_stop_waiting (connection));
  status = dup_status (&world->fixture, connection);
  g_assert_cmpstr (status, ==, "PendingAuth");
  trib_model_connection_take_back_stop (connection, record);
  g_assert_true (says (world, "Waiting for Xero · 12 minutes"));
  written = dup_record (world);
  g_assert_cmpstr (written, ==, record);
  g_assert_cmpuint (n_requests (&world->fixture, NULL, ""), ==, n_before);
}

static guint
count (World *world, TribModelFilter filter)
{
  return trib_model_companies_get_count (get_companies (world), filter);
}

static void
assert_shows_only (World *world, TribModelFilter filter)
{
  GListModel *list = G_LIST_MODEL (get_companies (world));

  trib_model_companies_set_filter (get_companies (world), filter);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, count (world, filter));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (list, i);

    g_assert_true (trib_model_company_passes (company, filter));
  }
}

/* Chips count what is here, and ask for nothing. */
static void
test_filter (World *world, gconstpointer data)
{
  guint n_before, n_waiting;
  Mirror mirror;

  leave (world, TRIB_LINK_STATE_OPEN);
  start (world);
  wait_until (!g_main_context_pending (NULL));
  n_before = n_requests (&world->fixture, NULL, "");
  mirror_begin (&mirror, G_LIST_MODEL (get_companies (world)));
  g_assert_cmpuint (count (world, TRIB_MODEL_FILTER_ALL), ==, mirror.items->len);
  g_assert_cmpuint (count (world, TRIB_MODEL_FILTER_ATTENTION), >, 0);
  assert_shows_only (world, TRIB_MODEL_FILTER_ATTENTION);
  mirror_check (&mirror);
  assert_shows_only (world, TRIB_MODEL_FILTER_WAITING);
  mirror_check (&mirror);
  n_waiting = count (world, TRIB_MODEL_FILTER_WAITING);
  g_assert_cmpint (trib_model_company_get_status (world->company), ==, TRIB_MODEL_STATUS_WAITING);
  trib_model_companies_set_search (get_companies (world), "hollis");
  g_assert_cmpuint (g_list_model_get_n_items (mirror.model), ==, 1);
  g_assert_cmpuint (count (world, TRIB_MODEL_FILTER_WAITING), ==, n_waiting);
  trib_model_companies_set_search (get_companies (world), "no such company");
  g_assert_cmpuint (g_list_model_get_n_items (mirror.model), ==, 0);
  trib_model_companies_set_search (get_companies (world), NULL);
  assert_shows_only (world, TRIB_MODEL_FILTER_ALL);
  mirror_end (&mirror);
  g_assert_cmpuint (n_requests (&world->fixture, NULL, ""), ==, n_before);
}

static TribModelConnection *
find_lapsed (TribModelCompany *company)
{
  GListModel *list = G_LIST_MODEL (trib_model_company_get_connections (company));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (TribModelConnection) row = g_list_model_get_item (list, i);

    if (trib_model_connection_get_status (row) == TRIB_MODEL_STATUS_ATTENTION)
      return row;
  }
  g_assert_not_reached ();
}

/* A lapsed connection that is being signed in to again counts as both. */
static void
test_counts_move (World *world, gconstpointer data)
{
  g_autofree char *id =
      sandbox_server_dup_company_id (world->fixture.server, "Harbour & Vale Bakery Ltd");
  TribModelConnection *lapsed;
  TribModelCompany *company;
  TribModelSignIn *sign_in;
  guint n_attention, n_waiting;

  start (world);
  wait_until (!g_main_context_pending (NULL));
  company = trib_model_companies_find (get_companies (world), id);
  lapsed = find_lapsed (company);
  n_attention = count (world, TRIB_MODEL_FILTER_ATTENTION);
  n_waiting = count (world, TRIB_MODEL_FILTER_WAITING);
  g_assert_false (trib_model_company_passes (company, TRIB_MODEL_FILTER_WAITING));
  sign_in = trib_model_sign_in_new_for_connection (world->account, company, lapsed);
  trib_link_session_start (trib_model_sign_in_get_session (sign_in));
  wait_until (count (world, TRIB_MODEL_FILTER_WAITING) == n_waiting + 1);
  g_assert_cmpuint (count (world, TRIB_MODEL_FILTER_ATTENTION), ==, n_attention);
  g_free (trib_model_connection_stop_waiting (lapsed));
  wait_until (count (world, TRIB_MODEL_FILTER_WAITING) == n_waiting);
  assert_goes (sign_in);
}

/* Who was asked to sign in is waited for in the list of companies, too. */
static void
test_somebody_else (World *world, gconstpointer data)
{
  g_autofree char *id =
      sandbox_server_dup_company_id (world->fixture.server, "Harbour & Vale Bakery Ltd");
  g_autoptr (TribModelRequest) request = NULL;
  TribModelConnection *lapsed;
  guint n_waiting;

  start (world);
  wait_until (!g_main_context_pending (NULL));
  world->company = trib_model_companies_find (get_companies (world), id);
  lapsed = find_lapsed (world->company);
  n_waiting = count (world, TRIB_MODEL_FILTER_WAITING);
  request = trib_model_request_new (trib_model_connection_get_id (lapsed), id, "Harbour", "Plaid",
                                    TRIB_MODEL_WHO_ACCOUNTANT, 10, 20);
  trib_model_notes_add_request (get_notes (world), request);
  wait_until (count (world, TRIB_MODEL_FILTER_WAITING) == n_waiting + 1);
  g_assert_true (says (world, "Waiting for your accountant · Plaid"));
  trib_model_notes_remove_request (get_notes (world), trib_model_connection_get_id (lapsed));
  wait_until (count (world, TRIB_MODEL_FILTER_WAITING) == n_waiting);
  g_assert_true (says (world, NULL));
}

typedef struct {
  guint n;
  char *id;
  TribModelStatus before;
  gboolean awaited;
} Turns;

static void
turned_cb (TribModelNotes *notes,
           TribModelConnection *connection,
           TribModelStatus before,
           Turns *turns)
{
  turns->n++;
  g_free (turns->id);
  turns->id = g_strdup (trib_model_connection_get_id (connection));
  turns->before = before;
  turns->awaited =
      trib_model_notes_get_sign_in (notes, trib_model_connection_get_id (connection)) != 0;
}

/* A turn is told with what was noted before it, also of a company that nobody has looked at. */
static void
test_turned (World *world, gconstpointer data)
{
  gboolean is_noted = GPOINTER_TO_INT (data);
  Turns turns = { 0 };
  TribModelSignIn *sign_in;
  g_autofree char *location = NULL, *link = NULL;
  gboolean loading = TRUE;

  sandbox_server_set_scenario (world->fixture.server, "allow");
  start (world);
  sign_in = begin (world);
  link = g_strdup (trib_link_session_get_link_uri (trib_model_sign_in_get_session (sign_in)));
  assert_goes (sign_in);
  stop (world);
  if (!is_noted)
    put_record (world, "(");
  start (world);
  g_signal_connect (get_notes (world), "turned", G_CALLBACK (turned_cb), &turns);
  trib_model_companies_load (get_companies (world));
  wait_until ((g_object_get (get_companies (world), "loading-more", &loading, NULL), !loading));
  g_assert_cmpuint (turns.n, ==, 0);
  location = follow_link (link);
  trib_model_companies_load (get_companies (world));
  wait_until ((g_object_get (get_companies (world), "loading-more", &loading, NULL), !loading));
  g_assert_cmpuint (turns.n, ==, 1);
  g_assert_cmpstr (turns.id, ==, world->connection_id);
  g_assert_cmpint (turns.before, ==, TRIB_MODEL_STATUS_WAITING);
  g_assert_cmpint (turns.awaited, ==, is_noted);
  g_assert_cmpint (trib_model_notes_get_sign_in (get_notes (world), world->connection_id), ==, 0);
  g_signal_handlers_disconnect_by_data (get_notes (world), &turns);
  g_free (turns.id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, test)                                                                      \
  g_test_add ("/model/waiting/" path, World, GUINT_TO_POINTER (data), set_up, test, tear_down)
  ADD ("state/open", TRIB_LINK_STATE_OPEN, test_state);
  ADD ("state/outside", TRIB_LINK_STATE_OUTSIDE, test_state);
  ADD ("state/confirming", TRIB_LINK_STATE_CONFIRMING, test_state);
  ADD ("company", 0, test_company);
  ADD ("minutes", 0, test_minutes);
  ADD ("nothing-kept", 0, test_nothing_kept);
  ADD ("old-record", 0, test_old_record);
  ADD ("confirming", 0, test_confirming);
  ADD ("confirming-in-vain", 0, test_confirming_in_vain);
  ADD ("check", 0, test_check);
  ADD ("stop", 0, test_stop);
  ADD ("filter", 0, test_filter);
  ADD ("counts-move", 0, test_counts_move);
  ADD ("somebody-else", 0, test_somebody_else);
  ADD ("turned/noted", TRUE, test_turned);
  ADD ("turned/not-noted", FALSE, test_turned);
  return g_test_run ();
}
