/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

static gboolean
has_flag (const SandboxPlatform *platform, SandboxPlatformFlags flag)
{
  return (platform->flags & flag) != 0;
}

static gboolean
is_enabled (SandboxWorld *world, const SandboxPlatform *platform)
{
  return !has_flag (platform, SANDBOX_PLATFORM_DISABLED) &&
         !sandbox_world_has_fault (world, "integrations-disabled");
}

static gboolean
get_values (gconstpointer item, const char *property, GPtrArray *values)
{
  const SandboxPlatform *platform = item;
  const char *text;

  if (g_str_equal (property, "key"))
    text = platform->key;
  else if (g_str_equal (property, "name"))
    text = platform->name;
  else if (g_str_equal (property, "sourceType"))
    text = platform->source_type;
  else if (g_str_equal (property, "enabled"))
    text = has_flag (platform, SANDBOX_PLATFORM_DISABLED) ? "false" : "true";
  else if (g_str_equal (property, "isBeta"))
    text = has_flag (platform, SANDBOX_PLATFORM_BETA) ? "true" : "false";
  else if (g_str_equal (property, "isOfflineConnector"))
    text = has_flag (platform, SANDBOX_PLATFORM_OFFLINE) ? "true" : "false";
  else
    return FALSE;
  g_ptr_array_add (values, g_strdup (text));
  return TRUE;
}

static char *
make_image_url (SandboxWorld *world, const SandboxPlatform *platform, const char *kind)
{
  return g_strdup_printf ("%s/assets/%s-%s.png", world->base_url, platform->key, kind);
}

static void
write_feature (SandboxJson *json, const char *type, const char *state)
{
  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "dataType", type);
  /* The contract declares «dataType» and requires «datatype»: both are right. */
  sandbox_json_string (json, "datatype", type);
  sandbox_json_begin_array (json, "supportedFeatures");
  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "featureType", "Get");
  sandbox_json_string (json, "featureState", state);
  sandbox_json_end_object (json);
  sandbox_json_end_array (json);
  sandbox_json_end_object (json);
}

static void
write_features (const SandboxPlatform *platform, SandboxJson *json)
{
  sandbox_json_begin_array (json, "datatypeFeatures");
  if (g_str_equal (platform->source_type, "Accounting")) {
    write_feature (json, "invoices", "Release");
    write_feature (json, "bills", "Release");
    write_feature (json, "transfers", "NotSupported");
  } else if (g_str_equal (platform->source_type, "Banking")) {
    write_feature (json, "banking-accounts", "Release");
    write_feature (json, "banking-transactions", "Release");
  } else if (g_str_equal (platform->source_type, "Commerce")) {
    write_feature (json, "commerce-orders", "Release");
    write_feature (json, "commerce-disputes", "NotImplemented");
  }
  sandbox_json_end_array (json);
}

static void
write_integration (gpointer owner, gpointer item, SandboxJson *json)
{
  SandboxWorld *world = owner;
  const SandboxPlatform *platform = item;
  g_autofree char *logo = make_image_url (world, platform, "full");
  g_autofree char *integration_id = sandbox_world_make_id (world, platform->key, 1);
  g_autofree char *source_id = sandbox_world_make_id (world, platform->key, 2);

  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "key", platform->key);
  sandbox_json_string (json, "logoUrl", logo);
  sandbox_json_string (json, "name", platform->name);
  sandbox_json_boolean (json, "enabled", is_enabled (world, platform));
  sandbox_json_string (json, "sourceId", source_id);
  sandbox_json_string (json, "integrationId", integration_id);
  sandbox_json_string (json, "sourceType", platform->source_type);
  sandbox_json_boolean (json, "isOfflineConnector", has_flag (platform, SANDBOX_PLATFORM_OFFLINE));
  sandbox_json_boolean (json, "isBeta", has_flag (platform, SANDBOX_PLATFORM_BETA));
  sandbox_json_string (json, "dataProvidedBy", platform->address);
  write_features (platform, json);
  sandbox_json_integer (json, "linkedConnectionsCount", 0);
  sandbox_json_end_object (json);
}

static gpointer
get_row (gpointer world, guint row)
{
  return (gpointer) sandbox_platforms_get (row);
}

void
sandbox_integrations_list (SandboxWorld *world,
                           const SandboxRequest *request,
                           SandboxResponse *response)
{
  SandboxList list = {
    .type_name = "Integration",
    .n_rows = sandbox_platforms_get_n (),
    .owner = world,
    .get_row = get_row,
    .get_values = get_values,
    .write_row = write_integration,
  };

  sandbox_list_answer (&list, request, response);
}

static const SandboxPlatform *
require (const SandboxRequest *request, SandboxResponse *response)
{
  const SandboxPlatform *platform = sandbox_platforms_find (request->segments[1]);

  if (platform == NULL)
    sandbox_response_set_error (response, 404, "Integration with key %s could not be found",
                                request->segments[1]);
  return platform;
}

void
sandbox_integrations_get (SandboxWorld *world,
                          const SandboxRequest *request,
                          SandboxResponse *response)
{
  const SandboxPlatform *platform = require (request, response);
  SandboxJson json;

  if (platform == NULL)
    return;
  json = (SandboxJson) SANDBOX_JSON_INIT;
  write_integration (world, (gpointer) platform, &json);
  sandbox_response_set_json (response, 200, &json);
}

static void
write_image (SandboxWorld *world,
             const SandboxPlatform *platform,
             const char *name,
             const char *kind,
             const char *words,
             SandboxJson *json)
{
  g_autofree char *url = make_image_url (world, platform, kind);
  g_autofree char *alt = g_strdup_printf ("%s %s", platform->name, words);

  sandbox_json_begin_object (json, name);
  sandbox_json_begin_object (json, "image");
  sandbox_json_string (json, "src", url);
  sandbox_json_string (json, "alt", alt);
  sandbox_json_end_object (json);
  sandbox_json_end_object (json);
}

void
sandbox_integrations_get_branding (SandboxWorld *world,
                                   const SandboxRequest *request,
                                   SandboxResponse *response)
{
  const SandboxPlatform *platform = require (request, response);
  g_autofree char *source_id = NULL;
  SandboxJson json;

  if (platform == NULL)
    return;
  json = (SandboxJson) SANDBOX_JSON_INIT;
  source_id = sandbox_world_make_id (world, platform->key, 2);
  sandbox_json_begin_object (&json, NULL);
  if (!has_flag (platform, SANDBOX_PLATFORM_NO_BRANDING)) {
    sandbox_json_begin_object (&json, "logo");
    write_image (world, platform, "full", "full", "logo", &json);
    write_image (world, platform, "square", "square", "logo", &json);
    sandbox_json_end_object (&json);
    if (has_flag (platform, SANDBOX_PLATFORM_BUTTON)) {
      sandbox_json_begin_object (&json, "button");
      write_image (world, platform, "default", "button", "connect button", &json);
      write_image (world, platform, "hover", "hover", "connect button", &json);
      sandbox_json_end_object (&json);
    }
    sandbox_json_string (&json, "sourceId", source_id);
  }
  sandbox_json_end_object (&json);
  sandbox_response_set_json (response, 200, &json);
}
