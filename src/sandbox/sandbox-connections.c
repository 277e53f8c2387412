/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

typedef struct {
  SandboxWorld *world;
  SandboxCompany *company;
} Owner;

static SandboxConnection *
require (SandboxCompany *company, const SandboxRequest *request, SandboxResponse *response)
{
  g_autofree char *id = g_ascii_strdown (request->segments[3], -1);
  SandboxConnection *connection =
      company != NULL ? sandbox_company_find_connection (company, id) : NULL;

  if (company != NULL && connection == NULL)
    sandbox_response_set_error (response, 404, "Connection with id %s could not be found",
                                request->segments[3]);
  return connection;
}

static void
answer_connection (SandboxWorld *world,
                   SandboxCompany *company,
                   SandboxConnection *connection,
                   SandboxResponse *response)
{
  SandboxJson json = SANDBOX_JSON_INIT;

  sandbox_connection_write (world, company, connection, FALSE, &json);
  sandbox_response_set_json (response, 200, &json);
}

gboolean
sandbox_connection_get_values (gconstpointer item, const char *property, GPtrArray *values)
{
  const SandboxConnection *connection = item;
  const SandboxPlatform *platform = connection->platform;

  if (g_str_equal (property, "id")) {
    g_ptr_array_add (values, g_strdup (connection->id));
  } else if (g_str_equal (property, "status")) {
    g_ptr_array_add (values, g_strdup (sandbox_status_to_string (connection->status)));
  } else if (g_str_equal (property, "sourceType")) {
    g_ptr_array_add (values, g_strdup (platform->source_type));
  } else if (g_str_equal (property, "platformName")) {
    g_ptr_array_add (values, g_strdup (platform->name));
  } else if (g_str_equal (property, "integrationKey")) {
    g_ptr_array_add (values, g_strdup (platform->key));
  } else if (g_str_equal (property, "created")) {
    g_ptr_array_add (values, sandbox_time_to_string (connection->created, 'z'));
  } else if (g_str_equal (property, "lastSync")) {
    if (connection->last_sync > 0)
      g_ptr_array_add (values, sandbox_time_to_string (connection->last_sync, 'f'));
  } else {
    return FALSE;
  }
  return TRUE;
}

static gpointer
get_row (gpointer owner, guint row)
{
  return ((Owner *) owner)->company->connections->pdata[row];
}

static void
write_row (gpointer owner, gpointer connection, SandboxJson *json)
{
  sandbox_connection_write (((Owner *) owner)->world, ((Owner *) owner)->company, connection, FALSE,
                            json);
}

void
sandbox_connections_list (SandboxWorld *world,
                          const SandboxRequest *request,
                          SandboxResponse *response)
{
  Owner owner = { world, sandbox_companies_require (world, request, response) };
  SandboxList list = {
    .type_name = "DataConnection",
    .owner = &owner,
    .get_row = get_row,
    .get_values = sandbox_connection_get_values,
    .write_row = write_row,
  };

  if (owner.company == NULL)
    return;
  list.n_rows = owner.company->connections->len;
  sandbox_list_answer (&list, request, response);
}

static const SandboxPlatform *
read_platform (const SandboxRequest *request, SandboxResponse *response)
{
  g_autoptr (JsonObject) object = sandbox_request_parse_object (request);
  JsonNode *node = object != NULL ? json_object_get_member (object, "platformKey") : NULL;
  const SandboxPlatform *platform;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING) {
    sandbox_response_set_error (response, 400, "The PlatformKey field is required.");
    return NULL;
  }
  platform = sandbox_platforms_find (json_node_get_string (node));
  if (platform == NULL) {
    sandbox_response_set_error (response, 404, "Integration with key %s could not be found",
                                json_node_get_string (node));
  } else if ((platform->flags & SANDBOX_PLATFORM_DISABLED) != 0) {
    sandbox_response_set_error (response, 400, "Integration %s is not enabled", platform->name);
    platform = NULL;
  }
  return platform;
}

void
sandbox_connections_create (SandboxWorld *world,
                            const SandboxRequest *request,
                            SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  const SandboxPlatform *platform = company != NULL ? read_platform (request, response) : NULL;
  SandboxConnection *connection;

  if (platform == NULL)
    return;
  if (g_str_equal (platform->source_type, "Accounting") &&
      sandbox_company_has_linked_accounting (company, NULL)) {
    sandbox_response_set_error (response, 400,
                                "Company %s already has an active accounting connection. Only one "
                                "is allowed at a time.",
                                company->id);
    return;
  }
  connection =
      sandbox_company_add_connection (company, sandbox_world_make_fresh_id (world), platform);
  connection->created = sandbox_world_now (world);
  answer_connection (world, company, connection, response);
}

void
sandbox_connections_get (SandboxWorld *world,
                         const SandboxRequest *request,
                         SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  SandboxConnection *connection = require (company, request, response);

  if (connection != NULL)
    answer_connection (world, company, connection, response);
}

static gboolean
asks_to_unlink (const SandboxRequest *request)
{
  g_autoptr (JsonObject) object = sandbox_request_parse_object (request);
  JsonNode *node = object != NULL ? json_object_get_member (object, "status") : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_object_get_size (object) == 1 &&
         g_strcmp0 (json_node_get_string (node), "Unlinked") == 0;
}

void
sandbox_connections_unlink (SandboxWorld *world,
                            const SandboxRequest *request,
                            SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  SandboxConnection *connection = require (company, request, response);

  if (connection == NULL)
    return;
  if (!asks_to_unlink (request)) {
    sandbox_response_set_error (response, 400, "The only change allowed is to status Unlinked.");
    return;
  }
  if (connection->status != SANDBOX_STATUS_LINKED) {
    sandbox_response_set_error (response, 400,
                                "Only a Linked connection can be unlinked, this one is %s",
                                sandbox_status_to_string (connection->status));
    return;
  }
  connection->status = SANDBOX_STATUS_UNLINKED;
  answer_connection (world, company, connection, response);
  /* The broken server says yes and forgets it. */
  if (sandbox_world_has_fault (world, "unlink-ignored"))
    connection->status = SANDBOX_STATUS_LINKED;
}

void
sandbox_connections_delete (SandboxWorld *world,
                            const SandboxRequest *request,
                            SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  SandboxConnection *connection = require (company, request, response);

  if (connection == NULL)
    return;
  if (!sandbox_world_has_fault (world, "delete-ignored"))
    g_ptr_array_remove (company->connections, connection);
  sandbox_response_set_empty (response, 200);
}
