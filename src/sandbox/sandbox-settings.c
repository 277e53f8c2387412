/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

static const char *const types[] = {
  "company",      "chartOfAccounts", "customers",      "suppliers",        "invoices",
  "bills",        "payments",        "balanceSheet",   "profitAndLoss",    "cashFlowStatement",
  "bankAccounts", "taxRates",        "billPayments",   "banking-accounts", "banking-transactions",
  "creditNotes",  "journalEntries",  "purchaseOrders", "commerce-orders",  "commerce-products",
};

static gboolean
is_statement (const char *type)
{
  static const char *const statements[] = { "balanceSheet", "profitAndLoss", "cashFlowStatement",
                                            NULL };

  return g_strv_contains (statements, type);
}

static void
write_defaults (SandboxJson *json)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    sandbox_json_begin_object (json, NULL);
    sandbox_json_string (json, "dataType", types[i]);
    sandbox_json_boolean (json, "fetchOnFirstLink", TRUE);
    sandbox_json_integer (json, "syncSchedule", 24);
    sandbox_json_integer (json, "syncOrder", i);
    sandbox_json_integer (json, "syncFromWindow", 24);
    if (is_statement (types[i]))
      sandbox_json_integer (json, "monthsToSync", 24);
    sandbox_json_boolean (json, "isLocked", FALSE);
    sandbox_json_end_object (json);
  }
}

static void
write_member (JsonObject *object, const char *name, JsonNode *node, gpointer json)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    sandbox_json_string (json, name, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    sandbox_json_integer (json, name, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    sandbox_json_boolean (json, name, json_node_get_boolean (node));
}

static void
answer (const char *id_name, const char *id, JsonObject *posted, SandboxResponse *response)
{
  SandboxJson json = SANDBOX_JSON_INIT;
  JsonArray *settings = posted != NULL ? json_object_get_array_member (posted, "settings") : NULL;

  sandbox_json_begin_object (&json, NULL);
  sandbox_json_string (&json, id_name, id);
  sandbox_json_begin_array (&json, "settings");
  if (settings == NULL)
    write_defaults (&json);
  for (guint i = 0; settings != NULL && i < json_array_get_length (settings); i++) {
    sandbox_json_begin_object (&json, NULL);
    json_object_foreach_member (json_array_get_object_element (settings, i), write_member, &json);
    sandbox_json_end_object (&json);
  }
  sandbox_json_end_array (&json);
  sandbox_json_boolean (&json, "overridesDefaults",
                        posted != NULL &&
                            json_object_get_boolean_member (posted, "overridesDefaults"));
  sandbox_json_end_object (&json);
  sandbox_response_set_json (response, 200, &json);
}

static gboolean
holds (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
is_setting (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && holds (object, "dataType", G_TYPE_STRING) &&
         holds (object, "fetchOnFirstLink", G_TYPE_BOOLEAN) &&
         holds (object, "syncSchedule", G_TYPE_INT64) && holds (object, "syncOrder", G_TYPE_INT64);
}

/* Takes the body over into place when it is complete, and answers either way. */
static void
set (const SandboxRequest *request,
     const char *id_name,
     const char *id,
     JsonObject **place,
     SandboxResponse *response)
{
  g_autoptr (JsonObject) object = sandbox_request_parse_object (request);
  JsonNode *settings = object != NULL ? json_object_get_member (object, "settings") : NULL;
  gboolean valid = settings != NULL && JSON_NODE_HOLDS_ARRAY (settings) &&
                   holds (object, id_name, G_TYPE_STRING) &&
                   holds (object, "overridesDefaults", G_TYPE_BOOLEAN) &&
                   g_ascii_strcasecmp (json_object_get_string_member (object, id_name), id) == 0;
  JsonArray *array = valid ? json_node_get_array (settings) : NULL;

  for (guint i = 0; valid && i < json_array_get_length (array); i++)
    valid = is_setting (json_array_get_element (array, i));
  if (!valid) {
    sandbox_response_set_error (response, 400, "The sync settings are not complete.");
    return;
  }
  g_clear_pointer (place, json_object_unref);
  *place = g_steal_pointer (&object);
  sandbox_response_set_empty (response, 204);
}

void
sandbox_settings_get_company (SandboxWorld *world,
                              const SandboxRequest *request,
                              SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);

  if (company != NULL)
    answer ("companyId", company->id, company->settings, response);
}

void
sandbox_settings_set_company (SandboxWorld *world,
                              const SandboxRequest *request,
                              SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);

  if (company != NULL)
    set (request, "companyId", company->id, &company->settings, response);
}

void
sandbox_settings_get_client (SandboxWorld *world,
                             const SandboxRequest *request,
                             SandboxResponse *response)
{
  answer ("clientId", world->client_id, world->settings, response);
}

void
sandbox_settings_set_client (SandboxWorld *world,
                             const SandboxRequest *request,
                             SandboxResponse *response)
{
  set (request, "clientId", world->client_id, &world->settings, response);
}
