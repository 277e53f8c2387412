/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

typedef struct {
  SandboxCompany *company;
  GPtrArray *pulls;
} Owner;

static guint
get_progress (const SandboxPull *pull)
{
  static const char *const steps[] = { "Queued", "Fetching", "MapQueued", "Mapping" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (pull->status, steps[i]))
      return i * 25;
  return 100;
}

static gboolean
is_errored (const SandboxPull *pull)
{
  return g_str_has_suffix (pull->status, "Error");
}

static void
write_pull (SandboxCompany *company, const SandboxPull *pull, SandboxJson *json)
{
  g_autofree char *requested = sandbox_time_to_string (pull->requested, 'z');
  g_autofree char *completed = sandbox_time_to_string (pull->completed, 'f');

  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "id", pull->id);
  sandbox_json_string (json, "companyId", company->id);
  sandbox_json_string (json, "connectionId", pull->connection->id);
  sandbox_json_string (json, "dataType", pull->type);
  sandbox_json_string (json, "status", pull->status);
  sandbox_json_string (json, "statusDescription", "");
  if (is_errored (pull))
    sandbox_json_string (json, "errorMessage", "The platform did not give the data.");
  sandbox_json_string (json, "requested", requested);
  if (pull->completed > 0)
    sandbox_json_string (json, "completed", completed);
  sandbox_json_integer (json, "progress", get_progress (pull));
  sandbox_json_boolean (json, "isCompleted", g_str_equal (pull->status, "Complete"));
  sandbox_json_boolean (json, "isErrored", is_errored (pull));
  sandbox_json_end_object (json);
}

static void
answer_pull (SandboxCompany *company, const SandboxPull *pull, SandboxResponse *response)
{
  SandboxJson json = SANDBOX_JSON_INIT;

  write_pull (company, pull, &json);
  sandbox_response_set_json (response, 200, &json);
}

static gboolean
get_values (gconstpointer item, const char *property, GPtrArray *values)
{
  const SandboxPull *pull = item;

  if (g_str_equal (property, "id"))
    g_ptr_array_add (values, g_strdup (pull->id));
  else if (g_str_equal (property, "connectionId"))
    g_ptr_array_add (values, g_strdup (pull->connection->id));
  else if (g_str_equal (property, "dataType"))
    g_ptr_array_add (values, g_strdup (pull->type));
  else if (g_str_equal (property, "status"))
    g_ptr_array_add (values, g_strdup (pull->status));
  else if (g_str_equal (property, "progress"))
    g_ptr_array_add (values, g_strdup_printf ("%u", get_progress (pull)));
  else if (g_str_equal (property, "requested"))
    g_ptr_array_add (values, sandbox_time_to_string (pull->requested, 'z'));
  else if (!g_str_equal (property, "completed"))
    return FALSE;
  else if (pull->completed > 0)
    g_ptr_array_add (values, sandbox_time_to_string (pull->completed, 'z'));
  return TRUE;
}

static gpointer
get_row (gpointer owner, guint row)
{
  return ((Owner *) owner)->pulls->pdata[row];
}

static void
write_row (gpointer owner, gpointer pull, SandboxJson *json)
{
  write_pull (((Owner *) owner)->company, pull, json);
}

void
sandbox_history_list (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  g_autoptr (GPtrArray) pulls = NULL;
  Owner owner = { company, NULL };
  SandboxList list = {
    .type_name = "Dataset",
    .owner = &owner,
    .get_row = get_row,
    .get_values = get_values,
    .write_row = write_row,
  };

  if (company == NULL)
    return;
  pulls = sandbox_data_list_pulls (world, company);
  owner.pulls = pulls;
  list.n_rows = pulls->len;
  response->service = "PullApi";
  sandbox_list_answer (&list, request, response);
}

/* Returns the pull of that id, owned by pulls; NULL after the answer 404 was set. */
static SandboxPull *
require (GPtrArray *pulls, const char *id, SandboxResponse *response)
{
  for (guint i = 0; i < pulls->len; i++) {
    SandboxPull *pull = pulls->pdata[i];

    if (g_ascii_strcasecmp (pull->id, id) == 0)
      return pull;
  }
  response->service = "PullApi";
  sandbox_response_set_error (response, 404, "Dataset with id %s could not be found", id);
  return NULL;
}

void
sandbox_history_get (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  g_autoptr (GPtrArray) pulls = NULL;
  SandboxPull *pull;

  if (company == NULL)
    return;
  pulls = sandbox_data_list_pulls (world, company);
  pull = require (pulls, request->segments[4], response);
  if (pull != NULL)
    answer_pull (company, pull, response);
}

static void
write_finding (SandboxWorld *world, const SandboxPull *pull, SandboxJson *json)
{
  g_autofree char *item = sandbox_world_make_id (world, pull->id, 1);

  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "ruleId", "accounting-bill-032");
  sandbox_json_string (json, "itemId", item);
  sandbox_json_string (json, "message",
                       "A bill's lines sub total amount summed (3201.20) should be the same as "
                       "SubTotal (3201.25)");
  sandbox_json_string (json, "validatorName", "BillValidator");
  sandbox_json_end_object (json);
}

void
sandbox_history_get_validation (SandboxWorld *world,
                                const SandboxRequest *request,
                                SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  g_autoptr (GPtrArray) pulls = NULL;
  SandboxPull *pull;
  SandboxJson json;

  if (company == NULL)
    return;
  pulls = sandbox_data_list_pulls (world, company);
  pull = require (pulls, request->segments[3], response);
  if (pull == NULL)
    return;
  json = (SandboxJson) SANDBOX_JSON_INIT;
  sandbox_json_begin_object (&json, NULL);
  sandbox_json_begin_array (&json, "errors");
  sandbox_json_end_array (&json);
  sandbox_json_begin_array (&json, "warnings");
  if (g_str_equal (pull->type, "bills") && pull->completed > 0)
    write_finding (world, pull, &json);
  sandbox_json_end_array (&json);
  sandbox_json_end_object (&json);
  sandbox_response_set_json (response, 200, &json);
}

/* The number of the type among those that the connection can bring, or -1. */
static int
find_type (SandboxConnection *connection, const char *type)
{
  const char *const *types = sandbox_data_get_types (connection->platform);
  int n_types = (int) g_strv_length ((char **) types);

  /* The last one of every kind is what the platform does not support. */
  for (int i = 0; i < n_types - 1; i++)
    if (g_str_equal (types[i], type))
      return i;
  return -1;
}

/* The connection that the query names, or the first one that can bring the type. */
static SandboxConnection *
choose (SandboxCompany *company, const SandboxRequest *request, SandboxResponse *response)
{
  const char *id = sandbox_request_get_query (request, "connectionId");
  g_autofree char *lower = id != NULL ? g_ascii_strdown (id, -1) : NULL;
  const char *type = request->segments[4];
  g_autoptr (GString) platforms = g_string_new (NULL);

  if (id != NULL && sandbox_company_find_connection (company, lower) == NULL) {
    sandbox_response_set_error (response, 404, "Connection with id %s could not be found", id);
    return NULL;
  }
  for (guint i = 0; i < company->connections->len; i++) {
    SandboxConnection *connection = company->connections->pdata[i];

    if (connection->status != SANDBOX_STATUS_LINKED ||
        (id != NULL && !g_str_equal (connection->id, lower)))
      continue;
    if (find_type (connection, type) >= 0)
      return connection;
    g_string_append_printf (platforms, "%s%s", platforms->len > 0 ? ", " : "",
                            connection->platform->name);
  }
  if (platforms->len > 0)
    sandbox_response_set_error (response, 404, "Datatype %s not supported by platform(s) %s", type,
                                platforms->str);
  else
    sandbox_response_set_error (response, 400, "Company %s has no linked connection to refresh",
                                company->id);
  return NULL;
}

void
sandbox_history_queue (SandboxWorld *world,
                       const SandboxRequest *request,
                       SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  SandboxConnection *connection = company != NULL ? choose (company, request, response) : NULL;
  g_autoptr (GPtrArray) pulls = NULL;
  SandboxQueued queued;

  if (connection == NULL)
    return;
  queued = (SandboxQueued){ (guint) find_type (connection, request->segments[4]),
                            sandbox_world_now (world) };
  pulls = sandbox_data_list_pulls (world, company);
  for (guint i = 0; i < pulls->len; i++) {
    SandboxPull *pull = pulls->pdata[i];

    if (pull->connection == connection && g_str_equal (pull->type, request->segments[4]) &&
        sandbox_pull_is_running (pull)) {
      response->service = "PullApi";
      sandbox_response_set_error (response, 400,
                                  "DatasetAlreadyInProgressException: Cannot queue %s sync for %s "
                                  "as previous sync %s is still in progress",
                                  pull->type, company->id, pull->id);
      return;
    }
  }
  if (connection->queued == NULL)
    connection->queued = g_array_new (FALSE, FALSE, sizeof (SandboxQueued));
  g_array_append_val (connection->queued, queued);
  g_ptr_array_unref (pulls);
  pulls = sandbox_data_list_pulls (world, company);
  answer_pull (company, pulls->pdata[0], response);
}
