/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fault-world.h"

#include "codat-company-stream.h"

/* What is tried, and how each change is found at the server. */

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

/* Asks the judge, who must be answered. */
#define ASK(world, type, verb, ...)                                                                \
  ({                                                                                               \
    Call call = { 0 };                                                                             \
    g_autoptr (GError) problem = NULL;                                                             \
    type answer;                                                                                   \
                                                                                                   \
    codat_client_##verb##_async ((world)->judge, __VA_ARGS__, NULL, call_cb, &call);               \
    fault_world_wait (&call.done);                                                                 \
    answer = codat_client_##verb##_finish ((world)->judge, call.result, &problem);                 \
    g_assert_no_error (problem);                                                                   \
    g_object_unref (call.result);                                                                  \
    answer;                                                                                        \
  })
#define ASK0(world, type, verb)                                                                    \
  ({                                                                                               \
    Call call = { 0 };                                                                             \
    g_autoptr (GError) problem = NULL;                                                             \
    type answer;                                                                                   \
                                                                                                   \
    codat_client_##verb##_async ((world)->judge, NULL, call_cb, &call);                            \
    fault_world_wait (&call.done);                                                                 \
    answer = codat_client_##verb##_finish ((world)->judge, call.result, &problem);                 \
    g_assert_no_error (problem);                                                                   \
    g_object_unref (call.result);                                                                  \
    answer;                                                                                        \
  })

static char *
new_text (FaultWorld *world)
{
  return g_strdup_printf ("Fault %u", ++world->serial);
}

static void
make_scratch (FaultWorld *world)
{
  g_autofree char *name = new_text (world);
  g_autoptr (CodatCompany) company = ASK (world, CodatCompany *, create_company, name, NULL, NULL);

  g_free (world->scratch_id);
  world->scratch_id = g_strdup (codat_company_get_id (company));
}

static void
set_target (FaultWorld *world, const char *id)
{
  g_free (world->target_id);
  world->target_id = g_strdup (id);
}

static void
prepare_company (FaultWorld *world)
{
  g_free (world->text);
  world->text = new_text (world);
  world->before = sandbox_server_get_n_companies (world->server);
}

static guint
count_companies (FaultWorld *world)
{
  return sandbox_server_get_n_companies (world->server) - world->before;
}

static void
prepare_text (FaultWorld *world)
{
  g_free (world->text);
  world->text = new_text (world);
}

static guint
count_text (FaultWorld *world)
{
  g_autoptr (CodatCompany) company = ASK (world, CodatCompany *, get_company, world->company_id);

  return g_strcmp0 (codat_company_get_description (company), world->text) == 0;
}

static void
prepare_deletion (FaultWorld *world)
{
  make_scratch (world);
  world->before = sandbox_server_get_n_companies (world->server);
}

static guint
count_deletion (FaultWorld *world)
{
  return world->before - sandbox_server_get_n_companies (world->server);
}

static guint
count_connections (FaultWorld *world)
{
  return sandbox_server_get_n_connections (world->server, world->scratch_id);
}

static void
prepare_connection (FaultWorld *world)
{
  g_autoptr (CodatConnection) connection = NULL;

  make_scratch (world);
  connection =
      ASK (world, CodatConnection *, create_connection, world->scratch_id, world->platform_key);
  set_target (world, codat_connection_get_id (connection));
}

static guint
count_gone (FaultWorld *world)
{
  return 1 - sandbox_server_get_n_connections (world->server, world->scratch_id);
}

static guint
count_unlinked (FaultWorld *world)
{
  g_autofree char *status =
      sandbox_server_dup_connection_status (world->server, world->scratch_id, world->target_id);

  return g_strcmp0 (status, "Unlinked") == 0;
}

static void
prepare_linked (FaultWorld *world)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *text = NULL;

  /* The last case may have left its connection as it was. */
  if (world->target_id != NULL && world->scratch_id != NULL && count_unlinked (world) == 0 &&
      g_strcmp0 (world->text, "linked") == 0)
    return;
  text = g_queue_pop_head (&world->linked);
  g_assert_nonnull (text);
  ids = g_strsplit (text, " ", 2);
  g_free (world->scratch_id);
  world->scratch_id = g_strdup (ids[0]);
  set_target (world, ids[1]);
  g_free (world->text);
  world->text = g_strdup ("linked");
}

static guint
get_n_operations (FaultWorld *world)
{
  g_autoptr (CodatPage) page =
      ASK (world, CodatPage *, list_pull_operations, world->company_id, NULL, NULL, 1, 1);

  return (guint) codat_page_get_total_results (page);
}

static void
prepare_operation (FaultWorld *world)
{
  world->before = get_n_operations (world);
}

static guint
count_operations (FaultWorld *world)
{
  return get_n_operations (world) - world->before;
}

/* A second refresh of everything leaves no other traces than the first, but it was counted. */
static guint
get_n_refreshes (FaultWorld *world)
{
  g_autofree char *path = g_strdup_printf ("/companies/%s/data/all", world->company_id);

  return sandbox_server_get_n_requests (world->server, "POST", path);
}

static void
prepare_refresh (FaultWorld *world)
{
  world->before = get_n_refreshes (world);
}

static guint
count_refreshes (FaultWorld *world)
{
  return get_n_refreshes (world) - world->before;
}

static guint
get_n_webhooks (FaultWorld *world)
{
  g_autoptr (GListModel) list = ASK0 (world, GListModel *, list_webhooks);

  return g_list_model_get_n_items (list);
}

static guint
get_n_keys (FaultWorld *world)
{
  g_autoptr (GListModel) list = ASK0 (world, GListModel *, list_api_keys);

  return g_list_model_get_n_items (list);
}

/* There may be 50 webhooks, and 10 keys; what earlier cases made is taken away. */
static void
clear_webhooks (FaultWorld *world)
{
  g_autoptr (GListModel) list = ASK0 (world, GListModel *, list_webhooks);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CodatWebhook) row = g_list_model_get_item (list, i);

    ASK (world, gboolean, delete_webhook, codat_webhook_get_id (row));
  }
}

static void
clear_keys (FaultWorld *world)
{
  g_autoptr (GListModel) list = ASK0 (world, GListModel *, list_api_keys);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CodatApiKey) row = g_list_model_get_item (list, i);

    if (g_str_has_prefix (codat_api_key_get_name (row), "Fault "))
      ASK (world, gboolean, delete_api_key, codat_api_key_get_id (row));
  }
}

static void
prepare_webhook (FaultWorld *world)
{
  if (get_n_webhooks (world) > 3)
    clear_webhooks (world);
  world->before = get_n_webhooks (world);
}

static guint
count_webhooks (FaultWorld *world)
{
  return get_n_webhooks (world) - world->before;
}

static void
prepare_webhook_deletion (FaultWorld *world)
{
  g_autoptr (CodatWebhook) webhook = NULL;

  prepare_webhook (world);
  webhook =
      ASK (world, CodatWebhook *, create_webhook, "https://hooks.example/", NULL, NULL, FALSE);
  set_target (world, codat_webhook_get_id (webhook));
  world->before = get_n_webhooks (world);
}

static guint
count_webhook_gone (FaultWorld *world)
{
  return world->before - get_n_webhooks (world);
}

static void
prepare_key (FaultWorld *world)
{
  if (get_n_keys (world) > 3)
    clear_keys (world);
  prepare_text (world);
  world->before = get_n_keys (world);
}

static guint
count_keys (FaultWorld *world)
{
  return get_n_keys (world) - world->before;
}

static void
prepare_key_deletion (FaultWorld *world)
{
  g_autoptr (CodatApiKey) key = NULL;

  prepare_key (world);
  key = ASK (world, CodatApiKey *, create_api_key, world->text);
  set_target (world, codat_api_key_get_id (key));
  world->before = get_n_keys (world);
}

static guint
count_key_gone (FaultWorld *world)
{
  return world->before - get_n_keys (world);
}

#define FINISH(name)                                                                               \
  static gpointer finish_##name (CodatClient *c, GAsyncResult *r, GError **e)                      \
  {                                                                                                \
    return (gpointer) (gsize) codat_client_##name##_finish (c, r, e);                              \
  }
#define VERB0(name)                                                                                \
  static void start_##name (FaultWorld *w, CodatClient *c, GCancellable *x, GAsyncReadyCallback f, \
                            gpointer d)                                                            \
  {                                                                                                \
    codat_client_##name##_async (c, x, f, d);                                                      \
  }                                                                                                \
  FINISH (name)
#define VERB(name, ...)                                                                            \
  static void start_##name (FaultWorld *w, CodatClient *c, GCancellable *x, GAsyncReadyCallback f, \
                            gpointer d)                                                            \
  {                                                                                                \
    codat_client_##name##_async (c, __VA_ARGS__, x, f, d);                                         \
  }                                                                                                \
  FINISH (name)

VERB (list_companies, NULL, NULL, 1, 5)
VERB (find_companies, "name!=x", NULL, NULL, 1, 5)
VERB (get_company, w->company_id)
VERB (list_connections, w->company_id)
VERB (get_connection, w->company_id, w->connection_id)
VERB0 (list_integrations)
VERB0 (list_all_integrations)
VERB (get_integration, w->platform_key)
VERB (get_branding, w->platform_key)
VERB (get_data_status, w->company_id)
VERB0 (get_profile)
VERB (list_pull_operations, w->company_id, NULL, NULL, 1, 5)
VERB (get_pull_operation, w->company_id, w->dataset_id)
VERB (get_validation, w->company_id, w->dataset_id)
VERB (get_sync_settings, w->company_id)
VERB (get_access_token, w->company_id)
VERB0 (list_webhooks)
VERB0 (list_api_keys)
VERB (fetch_image, w->image_url)
VERB (create_company, w->text, NULL, NULL)
VERB (update_company, w->company_id, NULL, w->text, NULL)
VERB (replace_company, w->company_id, "Fault", w->text, NULL)
VERB (delete_company, w->scratch_id)
VERB (create_connection, w->scratch_id, w->platform_key)
VERB (unlink_connection, w->scratch_id, w->target_id)
VERB (delete_connection, w->scratch_id, w->target_id)
VERB (refresh_all, w->company_id)
VERB (refresh_data_type, w->company_id, "invoices", NULL)
VERB (create_webhook, "https://hooks.example/", NULL, NULL, FALSE)
VERB (delete_webhook, w->target_id)
VERB (create_api_key, w->text)
VERB (delete_api_key, w->target_id)

static gboolean
take (CodatCompany *const *companies, guint n_companies, gint64 total, gpointer data)
{
  FaultWorld *world = data;

  world->n_streamed += n_companies;
  for (guint i = 0; i < n_companies; i++)
    world->streamed += g_str_hash (codat_company_get_id (companies[i]));
  return TRUE;
}

static void
start_stream_companies (
    FaultWorld *w, CodatClient *c, GCancellable *x, GAsyncReadyCallback f, gpointer d)
{
  w->n_streamed = w->streamed = 0;
  codat_client_stream_companies_async (c, NULL, NULL, NULL, 1000, take, w, x, f, d);
}

static gpointer
finish_stream_companies (CodatClient *c, GAsyncResult *r, GError **e)
{
  return GINT_TO_POINTER (codat_client_stream_companies_finish (c, r, NULL, e));
}

#define READ(name) #name, NULL, start_##name, finish_##name
#define CHANGE(name, prepare, count) #name, prepare, start_##name, finish_##name, count

const FaultVerb fault_verbs[] = {
  { READ (list_companies) },
  { READ (find_companies) },
  { READ (get_company) },
  { READ (list_connections) },
  { READ (get_connection) },
  { READ (list_integrations) },
  { READ (list_all_integrations) },
  { READ (get_integration) },
  { READ (get_branding) },
  { READ (get_data_status) },
  { READ (get_profile) },
  { READ (list_pull_operations) },
  { READ (get_pull_operation) },
  { READ (get_validation) },
  { READ (get_sync_settings) },
  { READ (get_access_token) },
  { READ (list_webhooks) },
  { READ (list_api_keys) },
  { READ (fetch_image), .is_bytes = TRUE },
  { READ (stream_companies), .is_true = TRUE, .is_stream = TRUE },
  { CHANGE (create_company, prepare_company, count_companies) },
  { CHANGE (update_company, prepare_text, count_text) },
  { CHANGE (replace_company, prepare_text, count_text) },
  { CHANGE (delete_company, prepare_deletion, count_deletion), TRUE, TRUE, TRUE },
  { CHANGE (create_connection, make_scratch, count_connections) },
  { CHANGE (unlink_connection, prepare_linked, count_unlinked), FALSE, TRUE, TRUE },
  { CHANGE (delete_connection, prepare_connection, count_gone), TRUE, TRUE, TRUE },
  { CHANGE (refresh_all, prepare_refresh, count_refreshes), TRUE, TRUE },
  { CHANGE (refresh_data_type, prepare_operation, count_operations) },
  { CHANGE (create_webhook, prepare_webhook, count_webhooks) },
  { CHANGE (delete_webhook, prepare_webhook_deletion, count_webhook_gone), TRUE, TRUE, TRUE },
  { CHANGE (create_api_key, prepare_key, count_keys) },
  { CHANGE (delete_api_key, prepare_key_deletion, count_key_gone), TRUE, TRUE, TRUE },
};
const guint n_fault_verbs = G_N_ELEMENTS (fault_verbs);
