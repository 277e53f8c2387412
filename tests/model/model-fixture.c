/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include <string.h>

#define DEADLINE 20000
#define ACCOUNT_ID "11111111-2222-3333-4444-555555555555"

static gboolean
deadline_cb (gpointer data)
{
  Deadline *deadline = data;

  deadline->over = g_get_monotonic_time () >= deadline->end;
  return G_SOURCE_CONTINUE;
}

void
deadline_begin (Deadline *deadline)
{
  deadline->over = FALSE;
  deadline->end = g_get_monotonic_time () + DEADLINE * G_TIME_SPAN_MILLISECOND;
  /* It also turns the loop for a condition that comes true without an event. */
  deadline->source = g_timeout_add (20, deadline_cb, deadline);
}

void
deadline_end (Deadline *deadline)
{
  g_source_remove (deadline->source);
}

void
call_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_set_object (&((Call *) data)->result, result));
}

GAsyncResult *
call_wait (Call *call)
{
  wait_until (call->result != NULL);
  return call->result;
}

void
call_clear (Call *call)
{
  g_clear_object (&call->result);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Mirror *mirror)
{
  mirror->n_signals++;
  mirror->n_removed += removed;
  mirror->n_added += added;
  g_assert_cmpuint (position + removed, <=, mirror->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->items, (int) (position + i),
                        g_list_model_get_item (model, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, mirror->items->len);
}

void
mirror_begin (Mirror *mirror, GListModel *model)
{
  guint n = g_list_model_get_n_items (model);

  memset (mirror, 0, sizeof *mirror);
  mirror->model = g_object_ref (model);
  mirror->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (mirror->items, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), mirror);
}

void
mirror_check (Mirror *mirror)
{
  g_assert_cmpuint (g_list_model_get_n_items (mirror->model), ==, mirror->items->len);
  for (guint i = 0; i < mirror->items->len; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (mirror->model, i);

    g_assert_true ((gpointer) item == mirror->items->pdata[i]);
  }
  g_assert_null (g_list_model_get_item (mirror->model, mirror->items->len));
}

void
mirror_end (Mirror *mirror)
{
  mirror_check (mirror);
  g_signal_handlers_disconnect_by_data (mirror->model, mirror);
  g_ptr_array_unref (mirror->items);
  g_clear_object (&mirror->model);
}

void
count_cb (GObject *object, gpointer detail, guint *count)
{
  (*count)++;
}

void
assert_goes (gpointer object)
{
  wait_until (G_OBJECT (object)->ref_count == 1);
  g_assert_finalize_object (object);
}

void
fixture_make_account (Fixture *fixture, TribClock *clock, const char *redirect)
{
  g_autoptr (TribStoreAccount) record =
      trib_store_account_new (ACCOUNT_ID, "Demo", sandbox_server_get_base_url (fixture->server),
                              redirect, TRIB_STORE_ENVIRONMENT_DEMO);

  g_clear_object (&fixture->account);
  fixture->account = trib_model_account_new (record, fixture->client, fixture->store, clock, TRUE);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatAuthorizer) authorizer = NULL;
  Call call = { NULL };

  fixture->server = sandbox_server_new ();
  if (data != NULL)
    sandbox_server_set_n_companies (fixture->server, GPOINTER_TO_UINT (data));
  sandbox_server_start (fixture->server, &error);
  g_assert_no_error (error);
  fixture->clock = test_clock_new ();
  trib_store_open_async (NULL, NULL, call_cb, &call);
  fixture->store = trib_store_open_finish (call_wait (&call), &error);
  g_assert_no_error (error);
  call_clear (&call);
  authorizer = codat_authorizer_new (sandbox_server_get_api_key (fixture->server), &error);
  g_assert_no_error (error);
  fixture->client =
      codat_client_new (sandbox_server_get_base_url (fixture->server), authorizer, &error);
  g_assert_no_error (error);
  fixture_make_account (fixture, TRIB_CLOCK (fixture->clock),
                        sandbox_server_get_redirect_url (fixture->server));
}

void
fixture_set_up_plain (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, NULL);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  Call call = { NULL };

  /* What was under way is withdrawn, and lets go in its own time. */
  assert_goes (g_steal_pointer (&fixture->account));
  wait_until (G_OBJECT (fixture->clock)->ref_count == 1);
  trib_store_close_async (fixture->store, NULL, call_cb, &call);
  g_assert_true (trib_store_close_finish (fixture->store, call_wait (&call), NULL));
  call_clear (&call);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->client);
  g_assert_cmpuint (test_clock_get_n_timeouts (fixture->clock), ==, 0);
  g_assert_finalize_object (fixture->clock);
  sandbox_server_stop (fixture->server);
  g_clear_object (&fixture->server);
}

TribModelState
state_of (gpointer object)
{
  TribModelState state;

  g_object_get (object, "state", &state, NULL);
  return state;
}

TribModelCompany *
load_company (Fixture *fixture, const char *name)
{
  TribModelCompanies *companies = trib_model_account_get_companies (fixture->account);
  g_autofree char *id = sandbox_server_dup_company_id (fixture->server, name);
  TribModelCompany *company;
  gboolean loading = TRUE;

  trib_model_companies_load (companies);
  wait_until ((g_object_get (companies, "loading-more", &loading, NULL), !loading));
  company = trib_model_companies_find (companies, id);
  g_assert_nonnull (company);
  return company;
}

void
load_platforms (Fixture *fixture)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (fixture->account);

  trib_model_platforms_load (platforms);
  wait_until (trib_model_platforms_get_state (platforms) == TRIB_MODEL_STATE_READY);
}

TribModelPlatform *
find_platform (Fixture *fixture, const char *key)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (fixture->account);

  if (g_list_model_get_n_items (G_LIST_MODEL (platforms)) == 0)
    load_platforms (fixture);
  return trib_model_platforms_find (platforms, key, NULL);
}

TribModelConnection *
find_connection (TribModelCompany *company, const char *platform_key)
{
  GListModel *list = G_LIST_MODEL (trib_model_company_get_connections (company));
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelConnection) connection = g_list_model_get_item (list, i);

    if (g_strcmp0 (trib_model_connection_get_platform_key (connection), platform_key) == 0)
      return connection;
  }
  return NULL;
}

char *
dup_status (Fixture *fixture, TribModelConnection *connection)
{
  return sandbox_server_dup_connection_status (fixture->server,
                                               trib_model_connection_get_company_id (connection),
                                               trib_model_connection_get_id (connection));
}

guint
n_requests (Fixture *fixture, const char *method, const char *path)
{
  return sandbox_server_get_n_requests (fixture->server, method, path);
}

static char *
find_location (const char *answer)
{
  g_auto (GStrv) lines = g_strsplit (answer, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
    if (g_ascii_strncasecmp (lines[i], "location:", 9) == 0)
      return g_strstrip (g_strdup (lines[i] + 9));
  }
  return NULL;
}

char *
follow_link (const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED, &error);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *request = NULL;
  char answer[16384];
  gsize length;

  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_scheme (parsed), ==, "http");
  g_socket_client_set_timeout (client, DEADLINE / 1000);
  connection = g_socket_client_connect_to_host (client, g_uri_get_host (parsed),
                                                (guint16) g_uri_get_port (parsed), NULL, &error);
  g_assert_no_error (error);
  request = g_strdup_printf ("GET %s?%s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n",
                             g_uri_get_path (parsed), g_uri_get_query (parsed),
                             g_uri_get_host (parsed), g_uri_get_port (parsed));
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request,
                             strlen (request), NULL, NULL, &error);
  g_assert_no_error (error);
  g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (connection)), answer,
                           sizeof answer - 1, &length, NULL, &error);
  g_assert_no_error (error);
  answer[length] = '\0';
  return find_location (answer);
}
