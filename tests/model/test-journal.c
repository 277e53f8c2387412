/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include "codat-client-resume.h"

#include <glib/gstdio.h>
#include <string.h>

/* A program that starts finds out what became of the change that the one before it was stopped in:
 * it looks, and repeats nothing. */

#define LIVE_ID "aa300000-0000-4000-8000-000000000007"
#define NAME "Stopped & Sons"

typedef struct {
  Fixture fixture;
  GPtrArray *sentences; /* (owned) */
} World;

static CodatClient *
new_client (World *world)
{
  SandboxServer *server = world->fixture.server;
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatAuthorizer) authorizer =
      codat_authorizer_new (sandbox_server_get_api_key (server), &error);
  CodatClient *client = codat_client_new (sandbox_server_get_base_url (server), authorizer, &error);

  g_assert_no_error (error);
  return client;
}

static TribModelAccount *
open_account (World *world, TribStoreEnvironment environment, gboolean session_only)
{
  g_autoptr (CodatClient) client = new_client (world);
  g_autoptr (TribStoreAccount) record = trib_store_account_new (
      LIVE_ID, "Live", sandbox_server_get_base_url (world->fixture.server), NULL, environment);

  return trib_model_account_new (record, client, world->fixture.store,
                                 TRIB_CLOCK (world->fixture.clock), session_only);
}

static char *
dup_only_record (World *world)
{
  g_autoptr (GListModel) records = NULL;
  g_autoptr (TribStoreRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  Call call = { NULL };

  trib_store_list_records_async (world->fixture.store, LIVE_ID, TRIB_STORE_JOURNAL_CHANGE, NULL,
                                 call_cb, &call);
  records = trib_store_list_records_finish (world->fixture.store, call_wait (&call), &error);
  g_assert_no_error (error);
  call_clear (&call);
  g_assert_cmpuint (g_list_model_get_n_items (records), <=, 1);
  record = g_list_model_get_item (records, 0);
  return record != NULL ? g_strdup (trib_store_record_get_text (record)) : NULL;
}

/* What a program leaves that was stopped while nobody could say how its change ended. */
static void
leave_change (World *world)
{
  g_autoptr (TribModelAccount) account = open_account (world, TRIB_STORE_ENVIRONMENT_LIVE, FALSE);
  CodatClient *client = trib_model_account_get_client (account);
  g_autoptr (CodatCompany) company = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *record = NULL;
  Call call = { NULL };

  codat_client_set_max_tries (client, 1);
  sandbox_server_set_fault (world->fixture.server, "create-company-500");
  codat_client_create_company_async (client, NAME, NULL, NULL, NULL, call_cb, &call);
  company = codat_client_create_company_finish (client, call_wait (&call), &error);
  g_assert_null (company);
  call_clear (&call);
  sandbox_server_set_fault (world->fixture.server, "none");
  record = dup_only_record (world);
  g_assert_nonnull (record);
  g_assert_null (strstr (record, sandbox_server_get_api_key (world->fixture.server)));
}

/* The request of the one before arrives after all. */
static void
let_it_arrive (World *world)
{
  g_autoptr (CodatClient) client = new_client (world);
  g_autofree char *record = dup_only_record (world);
  g_autoptr (GError) error = NULL;
  Call call = { NULL };

  codat_client_resume_async (client, record, NULL, call_cb, &call);
  g_assert_true (codat_client_resume_finish (client, call_wait (&call), NULL, &error));
  g_assert_no_error (error);
  call_clear (&call);
}

static void
found_cb (TribModelJournal *journal, const char *sentence, gboolean done, GPtrArray *sentences)
{
  g_assert_true (done == (strstr (sentence, " not ") == NULL));
  g_ptr_array_add (sentences, g_strdup (sentence));
}

static TribModelAccount *
start_again (World *world)
{
  TribModelAccount *account = open_account (world, TRIB_STORE_ENVIRONMENT_LIVE, FALSE);
  TribModelJournal *journal = trib_model_account_get_journal (account);

  g_signal_connect (journal, "found", G_CALLBACK (found_cb), world->sentences);
  trib_model_journal_load (journal);
  trib_model_journal_load (journal);
  return account;
}

static void
set_up (World *world, gconstpointer data)
{
  fixture_set_up (&world->fixture, NULL);
  world->sentences = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (World *world, gconstpointer data)
{
  g_ptr_array_unref (world->sentences);
  fixture_tear_down (&world->fixture, NULL);
}

static void
assert_said (World *world, const char *sentence)
{
  g_autofree char *record = NULL;

  g_assert_cmpuint (world->sentences->len, ==, 1);
  g_assert_cmpstr (world->sentences->pdata[0], ==, sentence);
  record = dup_only_record (world);
  g_assert_null (record);
}

static void
test_done (World *world, gconstpointer data)
{
  guint before = sandbox_server_get_n_companies (world->fixture.server);
  TribModelAccount *account;

  leave_change (world);
  let_it_arrive (world);
  account = start_again (world);
  wait_until (world->sentences->len > 0);
  assert_said (world, "“" NAME "” was created before Tributary stopped.");
  g_assert_cmpuint (sandbox_server_get_n_companies (world->fixture.server), ==, before + 1);
  assert_goes (account);
}

/* What is not there may still come for a while, and nobody asks for it a second time. */
static void
test_not_done (World *world, gconstpointer data)
{
  guint before = sandbox_server_get_n_companies (world->fixture.server);
  guint asked;
  TribModelAccount *account;

  leave_change (world);
  asked = sandbox_server_get_n_requests (world->fixture.server, "POST", "/companies");
  account = start_again (world);
  wait_until (test_clock_get_n_timeouts (world->fixture.clock) > 0);
  g_assert_cmpuint (world->sentences->len, ==, 0);
  test_clock_advance (world->fixture.clock, CODAT_UNDER_WAY_SECONDS * 1000);
  wait_until (world->sentences->len > 0);
  assert_said (world, "“" NAME "” was not created: Tributary stopped before.");
  g_assert_cmpuint (sandbox_server_get_n_companies (world->fixture.server), ==, before);
  g_assert_cmpuint (sandbox_server_get_n_requests (world->fixture.server, "POST", "/companies"), ==,
                    asked);
  assert_goes (account);
}

/* It came in the meantime. */
static void
test_late (World *world, gconstpointer data)
{
  TribModelAccount *account;

  leave_change (world);
  account = start_again (world);
  wait_until (test_clock_get_n_timeouts (world->fixture.clock) > 0);
  let_it_arrive (world);
  test_clock_advance (world->fixture.clock, CODAT_UNDER_WAY_SECONDS * 1000);
  wait_until (world->sentences->len > 0);
  assert_said (world, "“" NAME "” was created before Tributary stopped.");
  assert_goes (account);
}

/* Left while it waits, and while it asks: the next one finds the same record. */
static void
test_left (World *world, gconstpointer data)
{
  g_autofree char *record = NULL;

  leave_change (world);
  assert_goes (start_again (world));
  if (GPOINTER_TO_UINT (data)) {
    TribModelAccount *account = start_again (world);

    wait_until (test_clock_get_n_timeouts (world->fixture.clock) > 0);
    assert_goes (account);
    g_assert_cmpuint (test_clock_get_n_timeouts (world->fixture.clock), ==, 0);
  }
  g_assert_cmpuint (world->sentences->len, ==, 0);
  record = dup_only_record (world);
  g_assert_nonnull (record);
}

/* Without the server nothing is said, and nothing forgotten. */
static void
test_no_answer (World *world, gconstpointer data)
{
  g_autofree char *record = NULL;
  TribModelAccount *account;
  guint asked;

  leave_change (world);
  sandbox_server_set_fault (world->fixture.server, "401-everywhere");
  asked = sandbox_server_get_n_requests (world->fixture.server, "GET", "/companies");
  account = start_again (world);
  wait_until (sandbox_server_get_n_requests (world->fixture.server, "GET", "/companies") > asked);
  wait_until (G_OBJECT (trib_model_account_get_journal (account))->ref_count == 1);
  g_assert_cmpuint (world->sentences->len, ==, 0);
  record = dup_only_record (world);
  g_assert_nonnull (record);
  sandbox_server_set_fault (world->fixture.server, "none");
  assert_goes (account);
}

static TribStore *
open_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  Call call = { NULL };
  TribStore *store;

  trib_store_open_async (folder, NULL, call_cb, &call);
  store = trib_store_open_finish (call_wait (&call), &error);
  g_assert_no_error (error);
  call_clear (&call);
  return store;
}

static void
close_store (TribStore *store)
{
  Call call = { NULL };

  trib_store_close_async (store, NULL, call_cb, &call);
  g_assert_true (trib_store_close_finish (store, call_wait (&call), NULL));
  call_clear (&call);
  g_object_unref (store);
}

/* What another program that runs is doing is neither looked up nor forgotten. */
static void
test_elsewhere (World *world, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("tributary-journal-XXXXXX", NULL);
  static const char *const names[] = { "tributary.db", "tributary.owners" };
  TribModelAccount *account;
  TribStore *other;
  guint asked;

  close_store (world->fixture.store);
  world->fixture.store = other = open_store (folder);
  leave_change (world);
  world->fixture.store = open_store (folder);
  asked = sandbox_server_get_n_requests (world->fixture.server, "GET", "/companies");
  account = start_again (world);
  wait_until (G_OBJECT (trib_model_account_get_journal (account))->ref_count == 1);
  assert_goes (account);
  g_assert_cmpuint (sandbox_server_get_n_requests (world->fixture.server, "GET", "/companies"), ==,
                    asked);
  close_store (other);
  account = start_again (world);
  wait_until (test_clock_get_n_timeouts (world->fixture.clock) > 0);
  test_clock_advance (world->fixture.clock, CODAT_UNDER_WAY_SECONDS * 1000);
  wait_until (world->sentences->len > 0);
  assert_said (world, "“" NAME "” was not created: Tributary stopped before.");
  assert_goes (account);
  close_store (world->fixture.store);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  world->fixture.store = open_store (NULL);
}

static void
test_none (World *world, gconstpointer data)
{
  g_autoptr (TribModelAccount) demo = open_account (world, TRIB_STORE_ENVIRONMENT_DEMO, FALSE);
  g_autoptr (TribModelAccount) session = open_account (world, TRIB_STORE_ENVIRONMENT_LIVE, TRUE);

  g_assert_null (trib_model_account_get_journal (demo));
  g_assert_null (trib_model_account_get_journal (session));
}

#define COMPANY "Hollis & Okafor Architects"

static TribModelAccount *
open_with_companies (World *world)
{
  TribModelAccount *account = open_account (world, TRIB_STORE_ENVIRONMENT_LIVE, FALSE);

  trib_model_companies_load (trib_model_account_get_companies (account));
  wait_until (state_of (trib_model_account_get_companies (account)) == TRIB_MODEL_STATE_READY);
  trib_model_platforms_load (trib_model_account_get_platforms (account));
  wait_until (state_of (trib_model_account_get_platforms (account)) == TRIB_MODEL_STATE_READY);
  return account;
}

static TribModelConnections *
load_connections (TribModelCompany *company)
{
  TribModelConnections *connections = trib_model_company_get_connections (company);

  trib_model_connections_load (connections);
  wait_until (state_of (connections) == TRIB_MODEL_STATE_READY);
  return connections;
}

static guint
count_sign_ins (World *world)
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
    const char *text = trib_store_record_get_text (record);

    g_assert_null (strstr (text, "otp"));
    g_assert_null (strstr (text, "http"));
  }
  return g_list_model_get_n_items (records);
}

/* Begins a sign-in and leaves it in a state, as a program does that is stopped. */
static char *
leave_sign_in (World *world, const char *company_id, TribLinkState state)
{
  TribModelAccount *account = open_with_companies (world);
  TribModelCompany *company =
      trib_model_companies_find (trib_model_account_get_companies (account), company_id);
  TribModelPlatform *platform =
      trib_model_platforms_find (trib_model_account_get_platforms (account), "gbol", NULL);
  TribModelSignIn *sign_in = trib_model_sign_in_new (account, company, platform);
  TribLinkSession *session = trib_model_sign_in_get_session (sign_in);
  char *connection_id;

  trib_link_session_start (session);
  wait_until (trib_link_session_get_state (session) == TRIB_LINK_STATE_OPEN);
  /* Nothing is opened that is not written down. */
  g_assert_cmpuint (count_sign_ins (world), ==, 1);
  if (state == TRIB_LINK_STATE_OUTSIDE)
    trib_link_session_go_outside (session);
  if (state == TRIB_LINK_STATE_CONFIRMING)
    trib_link_session_cancel (session);
  wait_until (trib_link_session_get_state (session) == state);
  connection_id = g_strdup (trib_link_session_get_connection_id (session));
  assert_goes (sign_in);
  assert_goes (account);
  return connection_id;
}

static TribModelAccount *
open_later (World *world)
{
  test_clock_advance (world->fixture.clock, 12 * 60 * 1000);
  return open_with_companies (world);
}

/* The next program knows who is waited for, and goes on with the same connection. */
static void
test_sign_in_left (World *world, gconstpointer data)
{
  TribModelCompany *seeded = load_company (&world->fixture, COMPANY);
  const char *company_id = trib_model_company_get_id (seeded);
  g_autofree char *id = leave_sign_in (world, company_id, GPOINTER_TO_UINT (data));
  TribModelAccount *account = open_later (world);
  TribModelConnections *connections = load_connections (
      trib_model_companies_find (trib_model_account_get_companies (account), company_id));
  TribModelConnection *connection = trib_model_connections_find (connections, id);
  guint n_connections = g_list_model_get_n_items (G_LIST_MODEL (connections));
  g_autofree char *subtitle = NULL;
  TribModelSignIn *sign_in;

  g_assert_nonnull (connection);
  wait_until (trib_model_notes_get_loaded (trib_model_account_get_notes (account)));
  /* What Codat was being asked when the program ended is asked first. */
  wait_until (!g_main_context_pending (NULL) &&
              !trib_model_connection_get_is_checking (connection));
  g_object_get (connection, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (subtitle, ==, "Still waiting for Xero · 12 minutes");
  g_clear_pointer (&subtitle, g_free);
  trib_model_connections_follow (connections);
  test_clock_advance (world->fixture.clock, 60 * 1000);
  trib_model_connections_unfollow (connections);
  g_object_get (connection, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (subtitle, ==, "Still waiting for Xero · 13 minutes");
  sign_in = trib_model_sign_in_new_for_connection (
      account, trib_model_companies_find (trib_model_account_get_companies (account), company_id),
      connection);
  trib_link_session_start (trib_model_sign_in_get_session (sign_in));
  wait_until (trib_link_session_get_state (trib_model_sign_in_get_session (sign_in)) ==
              TRIB_LINK_STATE_OPEN);
  g_assert_cmpstr (trib_link_session_get_connection_id (trib_model_sign_in_get_session (sign_in)),
                   ==, id);
  trib_link_session_cancel (trib_model_sign_in_get_session (sign_in));
  wait_until (trib_link_session_get_state (trib_model_sign_in_get_session (sign_in)) ==
              TRIB_LINK_STATE_ENDED);
  g_assert_cmpuint (count_sign_ins (world), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (connections)), ==, n_connections);
  assert_goes (sign_in);
  assert_goes (account);
}

/* Who has no network when they go on with it goes on later. */
static void
test_sign_in_not_started (World *world, gconstpointer data)
{
  TribModelCompany *seeded = load_company (&world->fixture, COMPANY);
  const char *company_id = trib_model_company_get_id (seeded);
  g_autofree char *id = leave_sign_in (world, company_id, TRIB_LINK_STATE_OPEN);
  TribModelAccount *account = open_later (world);
  TribModelCompany *company =
      trib_model_companies_find (trib_model_account_get_companies (account), company_id);
  TribModelConnection *connection = trib_model_connections_find (load_connections (company), id);
  TribModelSignIn *sign_in = trib_model_sign_in_new_for_connection (account, company, connection);
  TribLinkSession *session = trib_model_sign_in_get_session (sign_in);

  wait_until (trib_model_notes_get_loaded (trib_model_account_get_notes (account)));
  codat_client_set_max_tries (trib_model_account_get_client (account), 1);
  sandbox_server_set_fault (world->fixture.server, "503");
  trib_link_session_start (session);
  wait_until (trib_link_session_get_state (session) == TRIB_LINK_STATE_ENDED);
  g_assert_cmpint (trib_link_session_get_outcome (session), ==, TRIB_LINK_OUTCOME_NOT_STARTED);
  g_assert_cmpuint (count_sign_ins (world), ==, 1);
  assert_goes (sign_in);
  assert_goes (account);
}

static void
log_changed_cb (guint *n)
{
  (*n)++;
}

/* What happened is kept, and told after another start. */
static void
test_sign_in_history (World *world, gconstpointer data)
{
  TribModelCompany *seeded = load_company (&world->fixture, COMPANY);
  g_autofree char *id =
      leave_sign_in (world, trib_model_company_get_id (seeded), TRIB_LINK_STATE_OUTSIDE);
  TribModelAccount *account = open_later (world);
  TribModelSignInLog *log = trib_model_notes_get_log (trib_model_account_get_notes (account));
  g_autoptr (GPtrArray) list = NULL;
  guint n = 0;

  g_signal_connect_swapped (log, "changed", G_CALLBACK (log_changed_cb), &n);
  trib_model_sign_in_log_load (log);
  wait_until (n > 0);
  list = trib_model_sign_in_log_list (log, id);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (trib_link_history_get_n (list->pdata[0]), ==, 2);
  g_assert_cmpint (trib_link_history_get (list->pdata[0], 0)->what, ==, TRIB_LINK_HAPPENING_OPENED);
  g_assert_cmpint (trib_link_history_get (list->pdata[0], 1)->what, ==,
                   TRIB_LINK_HAPPENING_OUTSIDE);
  g_signal_handlers_disconnect_by_data (log, &n);
  assert_goes (account);
}

static void
put_sign_in (World *world, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  Call call = { NULL };

  trib_store_put_record_async (world->fixture.store, LIVE_ID, TRIB_STORE_JOURNAL_SIGN_IN, id, text,
                               NULL, call_cb, &call);
  g_assert_true (trib_store_put_record_finish (world->fixture.store, call_wait (&call), &error));
  g_assert_no_error (error);
  call_clear (&call);
}

#define OTHER_ID "7e0c1d52-6c1f-4d0e-9a53-0000000000ff"

/* Records that no program of ours wrote: what they are believed to say is nothing, the truth of the
 * server is shown, and no company is asked about because a record names it. */
static void
test_hostile_records (World *world, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "(",
    "('" OTHER_ID "', 'gbol'",
    "('" OTHER_ID "', 'gbol')",
    "('" OTHER_ID "', 'gbol', 'yesterday')",
    "(1, 2, 3)",
    "[('" OTHER_ID "', 'gbol', 1)]",
    "('" OTHER_ID "', 'gbol', 0)",
    "('" OTHER_ID "', 'gbol', -1)",
    "('" OTHER_ID "', 'gbol', 92233720368547758070)",
    "('" OTHER_ID "', 'gbol', 1, 'no-such-state')",
    "('" OTHER_ID "', 'gbol', 0, 'confirming')",
    "('" OTHER_ID "', 'gbol', 1, 4)",
    "('" OTHER_ID "', 'gbol', 1, 'confirming', 'open')",
    "{'a': <1>}",
  };
  TribModelCompany *seeded = load_company (&world->fixture, COMPANY);
  const char *company_id = trib_model_company_get_id (seeded);
  g_autofree char *id = leave_sign_in (world, company_id, TRIB_LINK_STATE_OPEN);
  g_autofree char *foreign = g_strdup_printf ("/companies/%s", OTHER_ID);
  g_autofree char *giant = g_strnfill (TRIB_STORE_MAX_RECORD, '(');

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++) {
    TribModelAccount *account;
    TribModelConnections *connections;
    TribModelConnection *connection;
    g_autofree char *subtitle = NULL;

    put_sign_in (world, id, i < G_N_ELEMENTS (texts) ? texts[i] : giant);
    put_sign_in (world, OTHER_ID, i < G_N_ELEMENTS (texts) ? texts[i] : giant);
    put_sign_in (world, "../../companies?page=1", "('', '', 1)");
    account = open_with_companies (world);
    connections = load_connections (
        trib_model_companies_find (trib_model_account_get_companies (account), company_id));
    wait_until (trib_model_notes_get_loaded (trib_model_account_get_notes (account)));
    connection = trib_model_connections_find (connections, id);
    g_assert_nonnull (connection);
    g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_WAITING);
    g_object_get (connection, "subtitle", &subtitle, NULL);
    g_assert_cmpstr (subtitle, ==, "The sign-in was begun and is not finished");
    g_assert_null (trib_model_connections_find (connections, OTHER_ID));
    assert_goes (account);
  }
  g_assert_cmpuint (n_requests (&world->fixture, "GET", foreign), ==, 0);
}

/* A sign-in that was begun in the future was begun before the clock was set back. */
static void
test_clock_set_back (World *world, gconstpointer data)
{
  const char *company_id = trib_model_company_get_id (load_company (&world->fixture, COMPANY));
  g_autofree char *id = leave_sign_in (world, company_id, TRIB_LINK_STATE_OPEN);
  g_autofree char *text =
      g_strdup_printf ("('%s', 'gbol', %" G_GINT64_FORMAT ")", company_id, G_MAXINT64);
  TribModelAccount *account;
  TribModelNotes *notes;

  put_sign_in (world, id, text);
  account = open_with_companies (world);
  notes = trib_model_account_get_notes (account);
  load_connections (
      trib_model_companies_find (trib_model_account_get_companies (account), company_id));
  wait_until (trib_model_notes_get_loaded (notes));
  g_assert_cmpint (trib_model_notes_get_sign_in (notes, id), ==,
                   trib_clock_get_real_time (TRIB_CLOCK (world->fixture.clock)));
  assert_goes (account);
}

/* Nobody could say how it ended: it stays written down until the list of connections can. */
static void
test_sign_in_uncertain (World *world, gconstpointer data)
{
  TribModelAccount *account = open_with_companies (world);
  const char *company_id = trib_model_company_get_id (load_company (&world->fixture, COMPANY));
  TribModelCompany *company =
      trib_model_companies_find (trib_model_account_get_companies (account), company_id);
  TribModelSignIn *sign_in = trib_model_sign_in_new (
      account, company,
      trib_model_platforms_find (trib_model_account_get_platforms (account), "gbol", NULL));
  TribLinkSession *session = trib_model_sign_in_get_session (sign_in);
  g_autofree char *location = NULL;

  sandbox_server_set_scenario (world->fixture.server, "allow");
  trib_link_session_start (session);
  wait_until (trib_link_session_get_state (session) == TRIB_LINK_STATE_OPEN);
  location = follow_link (trib_link_session_get_link_uri (session));
  sandbox_server_set_fault (world->fixture.server, "connection-500");
  trib_link_session_cancel (session);
  while (trib_link_session_get_state (session) != TRIB_LINK_STATE_ENDED) {
    if (test_clock_get_n_timeouts (world->fixture.clock) > 0)
      test_clock_advance (world->fixture.clock, 100);
    else
      g_main_context_iteration (NULL, TRUE);
  }
  g_assert_cmpint (trib_link_session_get_outcome (session), ==, TRIB_LINK_OUTCOME_UNCERTAIN);
  g_assert_cmpuint (count_sign_ins (world), ==, 1);
  sandbox_server_set_fault (world->fixture.server, "none");
  load_connections (company);
  wait_until (trib_model_company_get_status (company) == TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (count_sign_ins (world), ==, 0);
  assert_goes (sign_in);
  assert_goes (account);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, test)                                                                      \
  g_test_add ("/model/journal/" path, World, GUINT_TO_POINTER (data), set_up, test, tear_down)
  ADD ("done", 0, test_done);
  ADD ("not-done", 0, test_not_done);
  ADD ("late", 0, test_late);
  ADD ("left/asking", FALSE, test_left);
  ADD ("left/waiting", TRUE, test_left);
  ADD ("no-answer", 0, test_no_answer);
  ADD ("elsewhere", 0, test_elsewhere);
  ADD ("none", 0, test_none);
  ADD ("sign-in/open", TRIB_LINK_STATE_OPEN, test_sign_in_left);
  ADD ("sign-in/outside", TRIB_LINK_STATE_OUTSIDE, test_sign_in_left);
  ADD ("sign-in/confirming", TRIB_LINK_STATE_CONFIRMING, test_sign_in_left);
  ADD ("sign-in/not-started", 0, test_sign_in_not_started);
  ADD ("sign-in/history", 0, test_sign_in_history);
  ADD ("sign-in/hostile", 0, test_hostile_records);
  ADD ("sign-in/clock-set-back", 0, test_clock_set_back);
  ADD ("sign-in/uncertain", 0, test_sign_in_uncertain);
  return g_test_run ();
}
