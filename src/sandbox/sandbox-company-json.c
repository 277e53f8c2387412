/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

/* Codat says null where it could say nothing, for some companies and not for others: a client has
 * to bear both, so the sandbox does both.
 */
static gboolean
likes_null (SandboxCompany *company)
{
  return company->id[1] % 2 == 0;
}

static void
write_time (SandboxJson *json, const char *name, gint64 time, gboolean null)
{
  if (time > 0) {
    g_autofree char *text = sandbox_time_to_string (time, 'f');

    sandbox_json_string (json, name, text);
  } else if (null) {
    sandbox_json_null (json, name);
  }
}

static void
write_trouble (const SandboxTrouble *trouble, SandboxJson *json)
{
  g_autofree char *code = g_strdup_printf ("%u", trouble->status_code);
  g_autofree char *errored_on = sandbox_time_to_string (trouble->errored_on, 'n');

  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "statusCode", code);
  sandbox_json_string (json, "statusText", trouble->status_text);
  sandbox_json_string (json, "errorMessage", trouble->error_message);
  sandbox_json_string (json, "erroredOnUtc", errored_on);
  sandbox_json_string (json, "status", trouble->resolved_on > 0 ? "Resolved" : "Active");
  if (trouble->resolved_on > 0) {
    g_autofree char *resolved_on = sandbox_time_to_string (trouble->resolved_on, 'n');

    sandbox_json_string (json, "resolvedOnUtc", resolved_on);
  }
  sandbox_json_end_object (json);
}

static void
write_troubles (SandboxConnection *connection, gboolean null, SandboxJson *json)
{
  if (connection->troubles->len == 0 && null) {
    sandbox_json_null (json, "dataConnectionErrors");
    return;
  }
  sandbox_json_begin_array (json, "dataConnectionErrors");
  for (guint i = 0; i < connection->troubles->len; i++)
    write_trouble (connection->troubles->pdata[i], json);
  sandbox_json_end_array (json);
}

void
sandbox_connection_write (SandboxWorld *world,
                          SandboxCompany *company,
                          SandboxConnection *connection,
                          gboolean resting,
                          SandboxJson *json)
{
  const SandboxPlatform *platform = connection->platform;
  g_autofree char *integration_id = sandbox_world_make_id (world, platform->key, 1);
  g_autofree char *source_id = sandbox_world_make_id (world, platform->key, 2);
  g_autofree char *url = sandbox_passwords_make_link_url (world, company, connection, resting);
  g_autofree char *created = sandbox_time_to_string (connection->created, 'z');
  gboolean null = likes_null (company);

  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "id", connection->id);
  sandbox_json_string (json, "integrationId", integration_id);
  sandbox_json_string (json, "integrationKey", platform->key);
  sandbox_json_string (json, "sourceId", source_id);
  sandbox_json_string (json, "sourceType", platform->source_type);
  sandbox_json_string (json, "platformName", platform->name);
  sandbox_json_string (json, "linkUrl", url);
  sandbox_json_string (json, "status", sandbox_status_to_string (connection->status));
  write_time (json, "lastSync", connection->last_sync, null);
  sandbox_json_string (json, "created", created);
  write_troubles (connection, null, json);
  if (connection->organisation != NULL) {
    sandbox_json_begin_object (json, "connectionInfo");
    sandbox_json_string (json, "companyName", connection->organisation);
    sandbox_json_end_object (json);
  } else if (null) {
    sandbox_json_null (json, "connectionInfo");
  }
  sandbox_json_end_object (json);
}

static void
write_tags (SandboxCompany *company, SandboxJson *json)
{
  sandbox_json_begin_object (json, "tags");
  for (guint i = 0; i < company->tags->len; i += 2)
    sandbox_json_string (json, company->tags->pdata[i], company->tags->pdata[i + 1]);
  sandbox_json_end_object (json);
}

static gboolean
is_resting (SandboxWorld *world, SandboxCompany *company)
{
  return company->synthetic >= 0 && !g_hash_table_contains (world->by_id, company->id);
}

/* platform and ownerUserIds are not in the contract; the real answers carry them. */
void
sandbox_company_write (SandboxWorld *world, SandboxCompany *company, SandboxJson *json)
{
  g_autofree char *redirect = g_strdup_printf ("%s/link/company/%s", world->base_url, company->id);
  g_autofree char *created = sandbox_time_to_string (company->created, 'z');
  gboolean resting = is_resting (world, company);

  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "id", company->id);
  sandbox_json_string (json, "name", company->name);
  if (company->description != NULL)
    sandbox_json_string (json, "description", company->description);
  else if (likes_null (company))
    sandbox_json_null (json, "description");
  sandbox_json_string (json, "platform", "");
  sandbox_json_string (json, "redirect", redirect);
  sandbox_json_string (json, "created", created);
  sandbox_json_string (json, "createdByUserName", "Demo Operator");
  write_time (json, "lastSync", sandbox_company_get_last_sync (company), likes_null (company));
  sandbox_json_begin_array (json, "products");
  for (guint i = 0; company->products != NULL && i < company->products->len; i++)
    sandbox_json_string (json, NULL, company->products->pdata[i]);
  sandbox_json_end_array (json);
  sandbox_json_begin_array (json, "ownerUserIds");
  sandbox_json_end_array (json);
  write_tags (company, json);
  sandbox_json_begin_array (json, "dataConnections");
  for (guint i = 0; i < company->connections->len; i++)
    sandbox_connection_write (world, company, company->connections->pdata[i], resting, json);
  sandbox_json_end_array (json);
  sandbox_json_end_object (json);
}
