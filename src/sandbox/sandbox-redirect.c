/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-redirect.h"

typedef struct {
  SandboxWorld *world;
  SandboxCompany *company;
  SandboxConnection *connection;
  const SandboxScenario *ending;
  GHashTable *parameters;
  const char *connection_id;
} Filling;

/* Only some platforms report the organisation's name in the redirect. */
static char *
dup_organisation (const Filling *filling)
{
  if ((filling->connection->platform->flags & SANDBOX_PLATFORM_REPORTS_NAME) == 0)
    return g_strdup ("");
  return g_strdup (filling->connection->organisation);
}

static char *
dup_value (const Filling *filling, const char *name)
{
  const SandboxPlatform *platform = filling->connection->platform;

  if (g_str_equal (name, "clientId"))
    return g_strdup (filling->world->client_id);
  if (g_str_equal (name, "connectionId"))
    return g_strdup (filling->connection_id);
  if (g_str_equal (name, "companyId"))
    return g_strdup (filling->company->id);
  if (g_str_equal (name, "integrationId"))
    return sandbox_world_make_id (filling->world, platform->key, 1);
  if (g_str_equal (name, "sourceId"))
    return sandbox_world_make_id (filling->world, platform->key, 2);
  if (g_str_equal (name, "platform"))
    return g_strdup (platform->key);
  if (g_str_equal (name, "platformName"))
    return g_strdup (platform->name);
  if (g_str_equal (name, "sourceType"))
    return g_strdup (platform->source_type);
  if (g_str_equal (name, "statusCode"))
    return g_strdup_printf ("%u", filling->ending->status_code);
  if (g_str_equal (name, "errorMessage"))
    return g_strdup (filling->ending->error_message);
  if (g_str_equal (name, "statusText"))
    return g_strdup (filling->ending->status_text);
  if (g_str_equal (name, "data.company.companyName"))
    return dup_organisation (filling);
  return g_strdup (g_hash_table_lookup (filling->parameters, name));
}

char *
sandbox_redirect_fill (SandboxWorld *world,
                       SandboxCompany *company,
                       SandboxConnection *connection,
                       const SandboxScenario *ending,
                       GHashTable *parameters,
                       const char *connection_id)
{
  Filling filling = { world, company, connection, ending, parameters, connection_id };
  GString *filled = g_string_new (NULL);
  const char *rest = world->redirect_url;

  while (*rest != '\0') {
    const char *end = *rest == '{' ? strchr (rest, '}') : NULL;
    g_autofree char *name = end != NULL ? g_strndup (rest + 1, end - rest - 1) : NULL;
    g_autofree char *value = name != NULL ? dup_value (&filling, name) : NULL;

    if (end == NULL) {
      g_string_append_c (filled, *rest++);
      continue;
    }
    if (value != NULL)
      g_string_append_uri_escaped (filled, value, NULL, FALSE);
    rest = end + 1;
  }
  return g_string_free (filled, FALSE);
}
