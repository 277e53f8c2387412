/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include <string.h>

#include "codat-error.h"

typedef struct {
  gboolean busy, can_unlink, can_reconnect, pending;
  char *subtitle;
  char *connected_on;
  char *last_sync;
  char *fault;
  TribModelProblem *problem;
} Shown;

static void
shown_read (Shown *shown, TribModelConnection *connection)
{
  g_object_get (connection, "busy", &shown->busy, "can-unlink", &shown->can_unlink, "can-reconnect",
                &shown->can_reconnect, "unlink-pending", &shown->pending, "subtitle",
                &shown->subtitle, "connected-on-text", &shown->connected_on, "last-sync-text",
                &shown->last_sync, "fault-text", &shown->fault, "problem", &shown->problem, NULL);
}

static void
shown_clear (Shown *shown)
{
  g_free (shown->subtitle);
  g_free (shown->connected_on);
  g_free (shown->last_sync);
  g_free (shown->fault);
  g_clear_object (&shown->problem);
}

static TribModelConnections *
load (TribModelCompany *company)
{
  TribModelConnections *connections = trib_model_company_get_connections (company);

  trib_model_connections_load (connections);
  /* The page is on the way when the list says nothing new: wait for a row's own answer. */
  return connections;
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Harbour & Vale Bakery Ltd");
  TribModelConnections *connections = trib_model_company_get_connections (company);
  g_autoptr (TribModelConnection) first = NULL;
  guint n_attention;
  Shown lapsed, linked;

  g_assert_cmpint (trib_model_connections_get_state (connections), ==, TRIB_MODEL_STATE_READY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (connections)), ==, 3);
  first = g_list_model_get_item (G_LIST_MODEL (connections), 0);
  g_assert_cmpint (trib_model_connection_get_status (first), ==, TRIB_MODEL_STATUS_ATTENTION);
  g_assert_cmpstr (trib_model_connection_get_platform_name (first), ==, "Xero");
  g_assert_cmpstr (trib_model_connection_get_status_text (first), ==, "Sign in again");
  g_object_get (connections, "n-attention", &n_attention, NULL);
  g_assert_cmpuint (n_attention, ==, 1);
  shown_read (&lapsed, first);
  g_assert_cmpstr (lapsed.fault, ==, "The sign-in has lapsed. Sign in again.");
  g_assert_false (lapsed.can_unlink);
  g_assert_true (lapsed.can_reconnect);
  g_assert_false (lapsed.busy);
  g_assert_nonnull (lapsed.connected_on);
  shown_clear (&lapsed);
  shown_read (&linked, find_connection (company, "exgd"));
  g_assert_true (linked.can_unlink);
  g_assert_false (linked.can_reconnect);
  g_assert_null (linked.fault);
  g_assert_true (g_str_has_prefix (linked.subtitle, "Harbour & Vale Bakery Ltd · last read "));
  shown_clear (&linked);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Hollis & Okafor Architects");
  TribModelConnections *connections = trib_model_company_get_connections (company);

  g_assert_cmpint (state_of (connections), ==, TRIB_MODEL_STATE_EMPTY);
  load (company);
  g_assert_cmpint (state_of (connections), ==, TRIB_MODEL_STATE_LOADING);
  wait_until (state_of (connections) == TRIB_MODEL_STATE_EMPTY);
  sandbox_server_set_fault (fixture->server, "connections-500");
  load (company);
  wait_until (state_of (connections) == TRIB_MODEL_STATE_FAILED);
  g_assert_cmpint (trib_model_problem_get_kind (trib_model_connections_get_problem (connections)),
                   ==, TRIB_PROBLEM_SERVER);
  g_assert_nonnull (
      strstr (trib_model_problem_get_details (trib_model_connections_get_problem (connections)),
              "Reference for support: "));
  sandbox_server_set_fault (fixture->server, "none");
  load (company);
  wait_until (state_of (connections) == TRIB_MODEL_STATE_EMPTY);
  g_assert_null (trib_model_connections_get_problem (connections));
}

/* The rows live on, and what is shown stays while the server has a problem. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Harbour & Vale Bakery Ltd");
  TribModelConnections *connections = trib_model_company_get_connections (company);
  guint before;
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (connections));
  sandbox_server_set_fault (fixture->server, "connections-500");
  load (company);
  wait_until (trib_model_connections_get_problem (connections) != NULL);
  g_assert_cmpint (state_of (connections), ==, TRIB_MODEL_STATE_READY);
  sandbox_server_set_fault (fixture->server, "none");
  /* How often a failed question is repeated is the business of the client. */
  before = n_requests (fixture, "GET", "/companies/");
  load (company);
  load (company);
  wait_until (trib_model_connections_get_problem (connections) == NULL);
  /* Asked for again while it was on the way: what came first may have been old. */
  g_assert_cmpuint (n_requests (fixture, "GET", "/companies/"), ==, before + 2);
  g_assert_cmpuint (mirror.n_signals, ==, 0);
  mirror_end (&mirror);
}

static void
test_platforms (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Lindqvist Interiors");
  TribModelConnections *connections = trib_model_company_get_connections (company);
  TribModelConnection *xero = find_connection (company, "gbol");
  TribModelPlatform *platform;

  /* The grid is loaded after the connections, and they find their platforms all the same. */
  g_assert_null (trib_model_connection_get_platform (xero));
  load_platforms (fixture);
  platform = find_platform (fixture, "gbol");
  g_assert_true (trib_model_connection_get_platform (xero) == platform);
  g_assert_true (trib_model_connections_find_for_platform (connections, platform) == xero);
  g_assert_true (trib_model_connections_get_accounting (connections) == xero);
  g_assert_null (
      trib_model_connections_find_for_platform (connections, find_platform (fixture, "fztf")));
  g_assert_true (trib_model_connections_find (connections, trib_model_connection_get_id (xero)) ==
                 xero);
  g_assert_null (trib_model_connections_find (connections, "nothing"));
  g_assert_cmpint (trib_model_connection_get_source_type (xero), ==, CODAT_SOURCE_TYPE_ACCOUNTING);
}

static void
test_no_accounting (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Harbour & Vale Bakery Ltd");

  /* It lapsed, so it stands in nobody's way. */
  g_assert_null (
      trib_model_connections_get_accounting (trib_model_company_get_connections (company)));
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  TribModelConnection *connection = find_connection (company, "gbol");
  g_autofree char *status = NULL;
  guint n_pending = 0;

  g_signal_connect (connection, "notify::unlink-pending", G_CALLBACK (count_cb), &n_pending);
  trib_model_connection_begin_unlink (connection);
  trib_model_connection_begin_unlink (connection);
  g_assert_true (trib_model_connection_get_unlink_pending (connection));
  test_clock_advance (fixture->clock, TRIB_MODEL_UNDO_SECONDS * 1000 - 1);
  g_assert_true (trib_model_connection_get_unlink_pending (connection));
  trib_model_connection_undo_unlink (connection);
  g_assert_false (trib_model_connection_get_unlink_pending (connection));
  test_clock_advance (fixture->clock, TRIB_MODEL_UNDO_SECONDS * 10000);
  g_assert_cmpuint (n_pending, ==, 2);
  g_assert_false (trib_model_connection_get_busy (connection));
  g_assert_cmpuint (n_requests (fixture, "PATCH", "/"), ==, 0);
  status = dup_status (fixture, connection);
  g_assert_cmpstr (status, ==, "Linked");
  trib_model_connection_undo_unlink (connection);
  g_assert_cmpuint (n_pending, ==, 2);
}

static void
test_unlink_in_time (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  TribModelConnection *connection = find_connection (company, "gbol");
  g_autofree char *status = NULL;

  trib_model_connection_begin_unlink (connection);
  test_clock_advance (fixture->clock, TRIB_MODEL_UNDO_SECONDS * 1000);
  g_assert_false (trib_model_connection_get_unlink_pending (connection));
  g_assert_true (trib_model_connection_get_busy (connection));
  wait_until (!trib_model_connection_get_busy (connection));
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_PAST);
  g_assert_cmpstr (trib_model_connection_get_status_text (connection), ==, "Unlinked");
  g_assert_null (trib_model_connection_get_problem (connection));
  g_assert_false (trib_model_connection_get_can_unlink (connection));
  g_assert_true (trib_model_connection_get_can_reconnect (connection));
  g_assert_cmpint (trib_model_company_get_status (company), ==, TRIB_MODEL_STATUS_PAST);
  g_assert_cmpuint (n_requests (fixture, "PATCH", "/"), ==, 1);
  status = dup_status (fixture, connection);
  g_assert_cmpstr (status, ==, "Unlinked");
  /* What is not connected cannot be given up. */
  trib_model_connection_begin_unlink (connection);
  g_assert_false (trib_model_connection_get_unlink_pending (connection));
}

static void
test_commit (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  TribModelConnection *connection = find_connection (company, "gbol");

  trib_model_connection_begin_unlink (connection);
  trib_model_connection_commit_unlink (connection);
  trib_model_connection_commit_unlink (connection);
  g_assert_false (trib_model_connection_get_unlink_pending (connection));
  wait_until (!trib_model_connection_get_busy (connection));
  test_clock_advance (fixture->clock, TRIB_MODEL_UNDO_SECONDS * 2000);
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_PAST);
  g_assert_cmpuint (n_requests (fixture, "PATCH", "/"), ==, 1);
}

static void
assert_unlink_fails (Fixture *fixture, const char *fault)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  TribModelConnection *connection = find_connection (company, "gbol");

  sandbox_server_set_fault (fixture->server, fault);
  trib_model_connection_commit_unlink (connection);
  wait_until (!trib_model_connection_get_busy (connection));
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_CONNECTED);
  sandbox_server_set_fault (fixture->server, "none");
}

static void
test_unlink_fails (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  TribModelConnection *connection = find_connection (company, "gbol");

  assert_unlink_fails (fixture, "unlink-500");
  g_assert_nonnull (trib_model_connection_get_problem (connection));
  assert_unlink_fails (fixture, "401-everywhere");
  g_assert_cmpint (trib_model_problem_get_kind (trib_model_connection_get_problem (connection)), ==,
                   TRIB_PROBLEM_NOT_AUTHORIZED);
  /* The server says yes and does nothing: the row goes by what is true. */
  assert_unlink_fails (fixture, "unlink-ignored");
  trib_model_connection_commit_unlink (connection);
  g_assert_null (trib_model_connection_get_problem (connection));
  wait_until (!trib_model_connection_get_busy (connection));
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_PAST);
}

/* A program that ends while an undo is possible has sent nothing. */
static void
test_gone_while_pending (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  g_autofree char *company_id = g_strdup (trib_model_company_get_id (company));
  TribModelConnection *connection = find_connection (company, "gbol");
  g_autofree char *id = g_strdup (trib_model_connection_get_id (connection));
  g_autofree char *status = NULL;

  trib_model_connection_begin_unlink (connection);
  fixture_make_account (fixture, TRIB_CLOCK (fixture->clock), NULL);
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  g_assert_cmpuint (n_requests (fixture, "PATCH", "/"), ==, 0);
  status = sandbox_server_dup_connection_status (fixture->server, company_id, id);
  g_assert_cmpstr (status, ==, "Linked");
}

/* What was sent arrives although nobody waits for it any more. */
static void
test_gone_while_busy (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  TribModelConnection *connection = find_connection (company, "gbol");

  trib_model_connection_commit_unlink (connection);
  fixture_make_account (fixture, TRIB_CLOCK (fixture->clock), NULL);
  wait_until (n_requests (fixture, "PATCH", "/") == 1);
  company = load_company (fixture, "Dunmore Veterinary Centre");
  wait_until (G_OBJECT (fixture->client)->ref_count > 0);
  g_assert_nonnull (company);
}

static gboolean delete (TribModelConnection *connection, GCancellable *cancellable, GError **error)
{
  gboolean deleted;
  Call call = { NULL };

  trib_model_connection_delete_async (connection, cancellable, call_cb, &call);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  deleted = trib_model_connection_delete_finish (connection, call_wait (&call), error);
  call_clear (&call);
  return deleted;
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Harbour & Vale Bakery Ltd");
  TribModelConnections *connections = trib_model_company_get_connections (company);
  g_autoptr (TribModelConnection) xero = g_object_ref (find_connection (company, "gbol"));
  g_autoptr (TribModelConnection) shop = g_object_ref (find_connection (company, "fztf"));
  g_autoptr (GError) error = NULL;
  guint n_attention;
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (connections));
  g_assert_true (delete (xero, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mirror.n_removed, ==, 1);
  g_assert_null (trib_model_connections_find (connections, trib_model_connection_get_id (xero)));
  g_object_get (connections, "n-attention", &n_attention, NULL);
  g_assert_cmpuint (n_attention, ==, 0);
  g_assert_cmpint (trib_model_company_get_status (company), ==, TRIB_MODEL_STATUS_CONNECTED);
  g_assert_null (dup_status (fixture, xero));
  /* A wish to give it up is forgotten with it. */
  trib_model_connection_begin_unlink (shop);
  g_assert_true (delete (shop, NULL, NULL));
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  /* Deleted already is deleted. */
  g_assert_true (delete (shop, NULL, NULL));
  g_assert_cmpuint (mirror.n_removed, ==, 2);
  mirror_end (&mirror);
}

static void
test_delete_last (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  TribModelConnections *connections = trib_model_company_get_connections (company);

  g_assert_true (delete (find_connection (company, "gbol"), NULL, NULL));
  g_assert_cmpint (state_of (connections), ==, TRIB_MODEL_STATE_EMPTY);
  g_assert_cmpint (trib_model_company_get_status (company), ==, TRIB_MODEL_STATUS_NOT_STARTED);
}

static void
test_delete_fails (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  TribModelConnection *connection = find_connection (company, "gbol");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) ignored = NULL;

  sandbox_server_set_fault (fixture->server, "delete-500");
  g_assert_false (delete (connection, NULL, &refused));
  g_assert_error (refused, CODAT_ERROR, CODAT_ERROR_SERVER);
  g_assert_nonnull (trib_model_connection_get_problem (connection));
  g_assert_false (trib_model_connection_get_busy (connection));
  sandbox_server_set_fault (fixture->server, "delete-ignored");
  g_assert_false (delete (connection, NULL, &ignored));
  sandbox_server_set_fault (fixture->server, "never");
  g_assert_false (delete (connection, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Cancelled is never shown. */
  g_assert_null (trib_model_connection_get_problem (connection));
  g_assert_true (find_connection (company, "gbol") == connection);
}

/* Somebody else deleted it: the row goes, without a problem. */
static void
test_deleted_elsewhere (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = load_company (fixture, "Dunmore Veterinary Centre");
  TribModelConnections *connections = trib_model_company_get_connections (company);
  g_autoptr (TribModelConnection) connection = g_object_ref (find_connection (company, "gbol"));
  Call call = { NULL };

  codat_client_delete_connection_async (fixture->client, trib_model_company_get_id (company),
                                        trib_model_connection_get_id (connection), NULL, call_cb,
                                        &call);
  g_assert_true (codat_client_delete_connection_finish (fixture->client, call_wait (&call), NULL));
  call_clear (&call);
  trib_model_connection_commit_unlink (connection);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (connections)) == 0);
  g_assert_null (trib_model_connection_get_problem (connection));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/model/connections/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("values", test_values);
  ADD ("load", test_load);
  ADD ("reload", test_reload);
  ADD ("platforms", test_platforms);
  ADD ("no-accounting", test_no_accounting);
  ADD ("undo", test_undo);
  ADD ("unlink-in-time", test_unlink_in_time);
  ADD ("commit", test_commit);
  ADD ("unlink-fails", test_unlink_fails);
  ADD ("gone-while-pending", test_gone_while_pending);
  ADD ("gone-while-busy", test_gone_while_busy);
  ADD ("delete", test_delete);
  ADD ("delete-last", test_delete_last);
  ADD ("delete-fails", test_delete_fails);
  ADD ("deleted-elsewhere", test_deleted_elsewhere);
  return g_test_run ();
}
