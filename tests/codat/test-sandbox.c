/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-fixture.h"

#include "sandbox-server.h"

/* The client against the sandbox: one pass over every verb, in the order of a working day. */
typedef struct {
  GAsyncResult *result; /* (owned) (nullable) */
  gboolean done;
} Call;

static void
call_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;

  g_set_object (&call->result, result);
  call->done = TRUE;
}

static GAsyncResult *
wait_call (Call *call)
{
  wait_for (&call->done);
  call->done = FALSE;
  return call->result;
}

static void
check_companies (CodatClient *client, Call *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatPage) page = NULL;
  g_autoptr (CodatProfile) profile = NULL;

  codat_client_get_profile_async (client, NULL, call_cb, call);
  profile = codat_client_get_profile_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  g_assert_nonnull (codat_profile_get_name (profile));
  codat_client_list_companies_async (client, NULL, NULL, 1, 5, NULL, call_cb, call);
  page = codat_client_list_companies_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (page)), >, 0);
  g_assert_cmpuint (codat_page_get_number (page), ==, 1);
}

static CodatCompany *
check_new_company (CodatClient *client, Call *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatCompany) made = NULL;
  g_autoptr (GListModel) statuses = NULL;
  CodatCompany *company;

  codat_client_create_company_async (client, "Harbour, Ltd.", "new", NULL, NULL, call_cb, call);
  made = codat_client_create_company_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  codat_client_get_company_async (client, codat_company_get_id (made), NULL, call_cb, call);
  company = codat_client_get_company_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (codat_company_get_name (company), ==, "Harbour, Ltd.");
  g_assert_nonnull (codat_company_get_redirect (company));
  codat_client_get_data_status_async (client, codat_company_get_id (made), NULL, call_cb, call);
  statuses = codat_client_get_data_status_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  return company;
}

static void
check_platforms (CodatClient *client, Call *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) platforms = NULL;
  g_autoptr (CodatIntegration) first = NULL;
  g_autoptr (CodatIntegration) again = NULL;
  g_autoptr (CodatBranding) branding = NULL;
  g_autoptr (GBytes) picture = NULL;
  const char *key;

  codat_client_list_integrations_async (client, NULL, call_cb, call);
  platforms = codat_client_list_integrations_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  first = g_list_model_get_item (platforms, 0);
  g_assert_nonnull (first);
  key = codat_integration_get_key (first);
  codat_client_get_integration_async (client, key, NULL, call_cb, call);
  again = codat_client_get_integration_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (codat_integration_get_key (again), ==, key);
  codat_client_get_branding_async (client, key, NULL, call_cb, call);
  branding = codat_client_get_branding_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  codat_client_fetch_image_async (client, codat_integration_get_logo_url (first), NULL, call_cb,
                                  call);
  picture = codat_client_fetch_image_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
}

static void
check_connection (CodatClient *client, const char *company_id, Call *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatConnection) made = NULL;
  g_autoptr (CodatConnection) again = NULL;
  g_autoptr (GListModel) list = NULL;
  const char *id;

  codat_client_create_connection_async (client, company_id, "gbol", NULL, call_cb, call);
  made = codat_client_create_connection_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  g_assert_cmpint (codat_connection_get_status (made), ==, CODAT_CONNECTION_STATUS_PENDING_AUTH);
  g_assert_nonnull (codat_connection_get_link_url (made));
  id = codat_connection_get_id (made);
  codat_client_list_connections_async (client, company_id, NULL, call_cb, call);
  list = codat_client_list_connections_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  codat_client_get_connection_async (client, company_id, id, NULL, call_cb, call);
  again = codat_client_get_connection_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  codat_client_delete_connection_async (client, company_id, id, NULL, call_cb, call);
  g_assert_true (codat_client_delete_connection_finish (client, wait_call (call), &error));
  g_assert_no_error (error);
  codat_client_delete_connection_async (client, company_id, id, NULL, call_cb, call);
  g_assert_true (codat_client_delete_connection_finish (client, wait_call (call), &error));
  g_assert_no_error (error);
}

static void
check_unlink (CodatClient *client, Call *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatPage) page = NULL;

  codat_client_list_companies_async (client, NULL, NULL, 1, 100, NULL, call_cb, call);
  page = codat_client_list_companies_finish (client, wait_call (call), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (page)); i++) {
    g_autoptr (CodatCompany) company = g_list_model_get_item (G_LIST_MODEL (page), i);

    for (guint j = 0; j < codat_company_get_n_connections (company); j++) {
      CodatConnection *connection = codat_company_get_connection (company, j);
      g_autoptr (CodatConnection) unlinked = NULL;

      if (codat_connection_get_status (connection) != CODAT_CONNECTION_STATUS_LINKED)
        continue;
      codat_client_unlink_connection_async (client, codat_company_get_id (company),
                                            codat_connection_get_id (connection), NULL, call_cb,
                                            call);
      unlinked = codat_client_unlink_connection_finish (client, wait_call (call), &error);
      g_assert_no_error (error);
      return;
    }
  }
  g_error ("No company of the sandbox has a linked connection");
}

static void
test_every_verb (void)
{
  g_autoptr (SandboxServer) server = sandbox_server_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatAuthorizer) authorizer = NULL;
  g_autoptr (CodatClient) client = NULL;
  g_autoptr (CodatCompany) company = NULL;
  Call call = { 0 };

  sandbox_server_start (server, &error);
  g_assert_no_error (error);
  authorizer = codat_authorizer_new (sandbox_server_get_api_key (server), &error);
  client = codat_client_new (sandbox_server_get_base_url (server), authorizer, &error);
  g_assert_no_error (error);
  check_companies (client, &call);
  company = check_new_company (client, &call);
  check_platforms (client, &call);
  check_connection (client, codat_company_get_id (company), &call);
  check_unlink (client, &call);
  g_clear_object (&call.result);
  sandbox_server_stop (server);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/sandbox/every-verb", test_every_verb);
  return g_test_run ();
}
