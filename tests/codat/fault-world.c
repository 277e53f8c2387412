/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fault-world.h"

#include <string.h>

#define PATIENCE 60
#define N_COMPANIES 2000

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

static gboolean
patience_cb (gpointer data)
{
  g_error ("Nothing happened for %d seconds", PATIENCE);
  return G_SOURCE_REMOVE;
}

void
fault_world_wait (gboolean *flag)
{
  guint patience = g_timeout_add_seconds (PATIENCE, patience_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

/* Every company of the first pages with its linked connections: the first of them with a history is
 * the one that is read, the others are for unlinking. */
static void
sort_companies (FaultWorld *world, CodatPage *page)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (page)); i++) {
    g_autoptr (CodatCompany) company = g_list_model_get_item (G_LIST_MODEL (page), i);
    const char *id = codat_company_get_id (company);

    for (guint j = 0; j < codat_company_get_n_connections (company); j++) {
      CodatConnection *connection = codat_company_get_connection (company, j);

      if (codat_connection_get_status (connection) != CODAT_CONNECTION_STATUS_LINKED)
        continue;
      if (world->company_id == NULL) {
        world->company_id = g_strdup (id);
        world->connection_id = g_strdup (codat_connection_get_id (connection));
      } else if (!g_str_equal (id, world->company_id)) {
        g_queue_push_tail (&world->linked,
                           g_strconcat (id, " ", codat_connection_get_id (connection), NULL));
      }
    }
  }
}

static void
find_companies (FaultWorld *world)
{
  g_autoptr (GError) error = NULL;

  for (guint number = 1; number <= 2; number++) {
    g_autoptr (CodatPage) page = NULL;
    Call call = { 0 };

    codat_client_list_companies_async (world->judge, NULL, NULL, number, 1000, NULL, call_cb,
                                       &call);
    fault_world_wait (&call.done);
    page = codat_client_list_companies_finish (world->judge, call.result, &error);
    g_assert_no_error (error);
    g_object_unref (call.result);
    sort_companies (world, page);
  }
  g_assert_nonnull (world->company_id);
}

static void
find_dataset (FaultWorld *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatPage) page = NULL;
  g_autoptr (CodatPullOperation) first = NULL;
  Call call = { 0 };

  codat_client_list_pull_operations_async (world->judge, world->company_id, NULL, NULL, 1, 1, NULL,
                                           call_cb, &call);
  fault_world_wait (&call.done);
  page = codat_client_list_pull_operations_finish (world->judge, call.result, &error);
  g_assert_no_error (error);
  g_object_unref (call.result);
  first = g_list_model_get_item (G_LIST_MODEL (page), 0);
  g_assert_nonnull (first);
  world->dataset_id = g_strdup (codat_pull_operation_get_id (first));
}

static void
find_platform (FaultWorld *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatIntegration) platform = NULL;
  g_autoptr (GUri) uri = NULL;
  Call call = { 0 };

  world->platform_key = g_strdup ("gbol");
  codat_client_get_integration_async (world->judge, world->platform_key, NULL, call_cb, &call);
  fault_world_wait (&call.done);
  platform = codat_client_get_integration_finish (world->judge, call.result, &error);
  g_assert_no_error (error);
  g_object_unref (call.result);
  uri = g_uri_parse (codat_integration_get_logo_url (platform), G_URI_FLAGS_NONE, &error);
  g_assert_no_error (error);
  world->image_path = g_strdup (g_uri_get_path (uri));
}

FaultWorld *
fault_world_new (void)
{
  FaultWorld *world = g_new0 (FaultWorld, 1);
  g_autoptr (CodatAuthorizer) authorizer = NULL;
  g_autoptr (GError) error = NULL;

  g_queue_init (&world->linked);
  world->server = sandbox_server_new ();
  sandbox_server_set_n_companies (world->server, N_COMPANIES);
  sandbox_server_start (world->server, &error);
  g_assert_no_error (error);
  authorizer = codat_authorizer_new (sandbox_server_get_api_key (world->server), &error);
  g_assert_no_error (error);
  world->judge = codat_client_new (sandbox_server_get_base_url (world->server), authorizer, &error);
  g_assert_no_error (error);
  find_companies (world);
  find_dataset (world);
  find_platform (world);
  return world;
}

void
fault_world_free (FaultWorld *world)
{
  g_clear_object (&world->judge);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  sandbox_server_stop (world->server);
  g_clear_object (&world->server);
  g_free (world->company_id);
  g_free (world->connection_id);
  g_free (world->dataset_id);
  g_free (world->platform_key);
  g_free (world->image_path);
  g_free (world->image_url);
  g_queue_clear_full (&world->linked, g_free);
  g_free (world->scratch_id);
  g_free (world->target_id);
  g_free (world->text);
  g_free (world);
}

static void
describe_one (GString *text, gpointer value)
{
  if (CODAT_IS_COMPANY (value))
    g_string_append_printf (text, "%s %s %s;", codat_company_get_id (value),
                            codat_company_get_name (value), codat_company_get_description (value));
  else if (CODAT_IS_CONNECTION (value))
    g_string_append_printf (text, "%s %s;", codat_connection_get_id (value),
                            codat_connection_get_status_text (value));
  else if (CODAT_IS_INTEGRATION (value))
    g_string_append_printf (text, "%s %s;", codat_integration_get_key (value),
                            codat_integration_get_name (value));
  else if (CODAT_IS_PULL_OPERATION (value))
    g_string_append_printf (text, "%s;", codat_pull_operation_get_id (value));
  else if (CODAT_IS_WEBHOOK (value))
    g_string_append_printf (text, "%s %s;", codat_webhook_get_id (value),
                            codat_webhook_get_url (value));
  else if (CODAT_IS_API_KEY (value))
    g_string_append_printf (text, "%s %s;", codat_api_key_get_id (value),
                            codat_api_key_get_name (value));
  else if (CODAT_IS_PROFILE (value))
    g_string_append_printf (text, "%s;", codat_profile_get_name (value));
  else if (CODAT_IS_DATA_STATUS (value))
    g_string_append_printf (text, "%s;", codat_data_status_get_data_type (value));
  else if (CODAT_IS_VALIDATION_ISSUE (value))
    g_string_append_printf (text, "%s;", codat_validation_issue_get_message (value));
  else if (CODAT_IS_SYNC_SETTING (value))
    g_string_append_printf (text, "%s %" G_GINT64_FORMAT ";",
                            codat_sync_setting_get_data_type (value),
                            codat_sync_setting_get_schedule (value));
  else if (CODAT_IS_BRANDING (value))
    g_string_append_printf (text, "%s;",
                            codat_branding_get_image_alt (value, CODAT_BRAND_IMAGE_LOGO_FULL));
}

char *
fault_world_describe (FaultWorld *world, const FaultVerb *verb, gpointer value)
{
  GString *text = g_string_new (NULL);

  if (verb->is_stream) {
    g_string_append_printf (text, "%u companies, %x", world->n_streamed, world->streamed);
  } else if (verb->is_bytes) {
    g_string_append_printf (text, "%u bytes", g_bytes_hash (value));
  } else if (!verb->is_true && G_IS_LIST_MODEL (value)) {
    for (guint i = 0; i < g_list_model_get_n_items (value); i++) {
      g_autoptr (GObject) row = g_list_model_get_item (value, i);

      describe_one (text, row);
    }
  } else if (!verb->is_true) {
    describe_one (text, value);
  }
  return g_string_free (text, FALSE);
}

char *
fault_world_dup_truth (FaultWorld *world, const FaultVerb *verb)
{
  g_autofree char *url = g_steal_pointer (&world->image_url);
  g_autoptr (GError) error = NULL;
  Call call = { 0 };
  gpointer value;
  char *truth;

  world->image_url =
      g_strconcat (sandbox_server_get_base_url (world->server), world->image_path, NULL);
  verb->start (world, world->judge, NULL, call_cb, &call);
  fault_world_wait (&call.done);
  value = verb->finish (world->judge, call.result, &error);
  g_assert_no_error (error);
  g_object_unref (call.result);
  truth = fault_world_describe (world, verb, value);
  fault_verb_free_value (verb, value);
  g_free (world->image_url);
  world->image_url = g_steal_pointer (&url);
  return truth;
}

void
fault_verb_free_value (const FaultVerb *verb, gpointer value)
{
  if (verb->is_bytes)
    g_bytes_unref (value);
  else if (!verb->is_true)
    g_object_unref (value);
}
