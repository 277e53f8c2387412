/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

/* A first sync needs no timer: how far it is follows from the time that has passed since. */

static const char *const accounting_types[] = {
  "company",  "chartOfAccounts", "customers",     "suppliers",    "invoices",
  "bills",    "payments",        "billPayments",  "bankAccounts", "accountTransactions",
  "taxRates", "balanceSheet",    "profitAndLoss", "transfers",    NULL,
};

static const char *const banking_types[] = {
  "banking-accounts",
  "banking-accountBalances",
  "banking-transactions",
  "banking-transactionCategories",
  NULL,
};

static const char *const commerce_types[] = {
  "commerce-companyInfo", "commerce-customers",    "commerce-products", "commerce-orders",
  "commerce-payments",    "commerce-transactions", "commerce-disputes", NULL,
};

#define FAILING_TYPE 4

const char *const *
sandbox_data_get_types (const SandboxPlatform *platform)
{
  static const char *const none[] = { NULL };

  if (g_str_equal (platform->source_type, "Accounting"))
    return accounting_types;
  if (g_str_equal (platform->source_type, "Banking"))
    return banking_types;
  if (g_str_equal (platform->source_type, "Commerce"))
    return commerce_types;
  return none;
}

/* seconds is the time since the sync began; it is through after eight. */
static const char *
get_running_status (guint index, guint n_types, double seconds)
{
  double start = 0.3 + 5.0 * index / n_types;

  if (seconds < start)
    return "Queued";
  if (seconds < start + 1.2)
    return "Fetching";
  if (seconds < start + 1.5)
    return "MapQueued";
  if (seconds < start + 2.3)
    return "Mapping";
  return "Complete";
}

static const char *
get_status (SandboxConnection *connection, guint index, guint n_types, double seconds)
{
  const char *status = get_running_status (index, n_types, seconds);

  if (index == n_types - 1)
    return "NotSupported";
  if (connection->status == SANDBOX_STATUS_DEAUTHORIZED)
    return "AuthError";
  if (connection->fetch_fails && index == FAILING_TYPE && g_str_equal (status, "Complete"))
    return "FetchError";
  return status;
}

static gint64
get_end (gint64 begin, guint index, guint n_types)
{
  return begin + (gint64) ((0.3 + 5.0 * index / n_types + 2.3) * G_USEC_PER_SEC);
}

void
sandbox_pull_free (SandboxPull *self)
{
  g_free (self->id);
  g_free (self);
}

gboolean
sandbox_pull_is_running (const SandboxPull *self)
{
  static const char *const words[] = { "Queued", "Fetching", "MapQueued", "Mapping", NULL };

  return g_strv_contains (words, self->status);
}

/* alone: the type was queued by itself and waits for no other. */
static SandboxPull *
make_pull (
    SandboxWorld *world, SandboxConnection *connection, guint index, gint64 begin, gboolean alone)
{
  const char *const *types = sandbox_data_get_types (connection->platform);
  guint n_types = g_strv_length ((char **) types);
  double seconds = (double) (sandbox_world_now (world) - begin) / G_USEC_PER_SEC;
  SandboxPull *self = g_new0 (SandboxPull, 1);

  /* Alone it is as fast as the first of many. */
  if (alone)
    seconds += 5.0 * index / n_types;
  self->connection = connection;
  self->type = types[index];
  self->id = sandbox_world_make_id (world, connection->id, (guint64) begin + index);
  self->requested = begin;
  self->status = get_status (connection, index, n_types, seconds);
  if (!sandbox_pull_is_running (self))
    self->completed = get_end (begin, alone ? 0 : index, n_types);
  return self;
}

/* The newest pull of the type. */
static SandboxPull *
find_latest (SandboxWorld *world, SandboxConnection *connection, guint index)
{
  gint64 begin = MAX (connection->linked_on, connection->refreshed_on);
  gboolean alone = FALSE;

  for (guint i = 0; connection->queued != NULL && i < connection->queued->len; i++) {
    SandboxQueued *queued = &g_array_index (connection->queued, SandboxQueued, i);

    if (queued->type == index && queued->begin >= begin) {
      begin = queued->begin;
      alone = TRUE;
    }
  }
  return make_pull (world, connection, index, begin, alone);
}

static void
add_run (SandboxWorld *world, SandboxConnection *connection, gint64 begin, GPtrArray *pulls)
{
  guint n_types = g_strv_length ((char **) sandbox_data_get_types (connection->platform));

  for (guint i = 0; begin > 0 && i < n_types; i++)
    g_ptr_array_add (pulls, make_pull (world, connection, i, begin, FALSE));
}

static int
compare_pulls (gconstpointer a, gconstpointer b)
{
  const SandboxPull *first = *(SandboxPull **) a;
  const SandboxPull *second = *(SandboxPull **) b;

  if (first->requested != second->requested)
    return first->requested > second->requested ? -1 : 1;
  return g_strcmp0 (first->type, second->type);
}

GPtrArray *
sandbox_data_list_pulls (SandboxWorld *world, SandboxCompany *company)
{
  GPtrArray *pulls = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_pull_free);

  for (guint i = 0; i < company->connections->len; i++) {
    SandboxConnection *connection = company->connections->pdata[i];

    add_run (world, connection, connection->linked_on, pulls);
    if (connection->refreshed_on > connection->linked_on)
      add_run (world, connection, connection->refreshed_on, pulls);
    for (guint j = 0; connection->queued != NULL && j < connection->queued->len; j++) {
      SandboxQueued *queued = &g_array_index (connection->queued, SandboxQueued, j);

      g_ptr_array_add (pulls, make_pull (world, connection, queued->type, queued->begin, TRUE));
    }
  }
  g_ptr_array_sort (pulls, compare_pulls);
  return pulls;
}

static void
write_status (SandboxWorld *world, SandboxConnection *connection, guint index, SandboxJson *json)
{
  g_autoptr (SandboxPull) pull = find_latest (world, connection, index);
  gboolean complete = g_str_equal (pull->status, "Complete");
  gboolean synced = complete || connection->last_sync < pull->requested ||
                    pull->requested > connection->linked_on ||
                    connection->status == SANDBOX_STATUS_DEAUTHORIZED;
  gint64 when = complete ? MAX (connection->last_sync, pull->completed) : connection->last_sync;
  g_autofree char *last_sync = sandbox_time_to_string (when, 'z');

  sandbox_json_begin_object (json, pull->type);
  sandbox_json_string (json, "dataType", pull->type);
  sandbox_json_string (json, "currentStatus", pull->status);
  if (!g_str_equal (pull->status, "NotSupported")) {
    sandbox_json_string (json, "latestSyncId", pull->id);
    if (synced) {
      sandbox_json_string (json, "lastSuccessfulSync", last_sync);
      sandbox_json_string (json, "latestSuccessfulSyncId", pull->id);
    }
  }
  sandbox_json_end_object (json);
}

/* Two connections can bring the same type: the linked one speaks for it. */
static void
write_types (SandboxWorld *world,
             SandboxCompany *company,
             gboolean linked,
             GHashTable *done,
             SandboxJson *json)
{
  for (guint i = 0; i < company->connections->len; i++) {
    SandboxConnection *connection = company->connections->pdata[i];
    const char *const *types = sandbox_data_get_types (connection->platform);
    guint n_types = g_strv_length ((char **) types);

    if (connection->status == SANDBOX_STATUS_PENDING_AUTH ||
        (connection->status == SANDBOX_STATUS_LINKED) != linked)
      continue;
    for (guint j = 0; j < n_types; j++)
      if (g_hash_table_add (done, (gpointer) types[j]))
        write_status (world, connection, j, json);
  }
}

void
sandbox_data_get_status (SandboxWorld *world,
                         const SandboxRequest *request,
                         SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  SandboxJson json;

  if (company == NULL)
    return;
  json = (SandboxJson) SANDBOX_JSON_INIT;
  sandbox_json_begin_object (&json, NULL);
  write_types (world, company, TRUE, done, &json);
  write_types (world, company, FALSE, done, &json);
  /* Null says no more than a missing member, and the contract allows both. */
  if (g_hash_table_size (done) > 0)
    sandbox_json_null (&json, "paymentMethods");
  sandbox_json_end_object (&json);
  sandbox_response_set_json (response, 200, &json);
}

void
sandbox_data_refresh_all (SandboxWorld *world,
                          const SandboxRequest *request,
                          SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  gboolean any = FALSE;

  if (company == NULL)
    return;
  for (guint i = 0; i < company->connections->len; i++) {
    SandboxConnection *connection = company->connections->pdata[i];

    if (connection->status != SANDBOX_STATUS_LINKED)
      continue;
    connection->refreshed_on = sandbox_world_now (world);
    any = TRUE;
  }
  if (any)
    sandbox_response_set_empty (response, 204);
  else
    sandbox_response_set_error (response, 400, "Company %s has no linked connection to refresh",
                                company->id);
}
