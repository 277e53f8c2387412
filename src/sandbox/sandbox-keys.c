/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

#define MAX_KEYS 10
#define MAX_NAME 50

void
sandbox_key_free (SandboxKey *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->key);
  g_free (self);
}

/* The new key belongs to the world. */
SandboxKey *
sandbox_keys_add (SandboxWorld *world, const char *name, const char *key)
{
  SandboxKey *self = g_new0 (SandboxKey, 1);

  self->id = sandbox_world_make_id (world, "key-id", ++world->serial);
  self->name = g_strdup (name);
  self->key = g_strdup (key);
  self->created = sandbox_world_now (world);
  g_ptr_array_add (world->keys, self);
  return self;
}

static void
write_key (const SandboxKey *key, SandboxJson *json)
{
  g_autofree char *created = sandbox_time_to_string (key->created, 'z');

  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "id", key->id);
  if (key->name != NULL)
    sandbox_json_string (json, "name", key->name);
  sandbox_json_string (json, "apiKey", key->key);
  sandbox_json_string (json, "createdDate", created);
  sandbox_json_end_object (json);
}

void
sandbox_keys_list (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  SandboxJson json = SANDBOX_JSON_INIT;

  sandbox_json_begin_object (&json, NULL);
  sandbox_json_begin_array (&json, "results");
  for (guint i = 0; i < world->keys->len; i++)
    write_key (world->keys->pdata[i], &json);
  sandbox_json_end_array (&json);
  sandbox_json_end_object (&json);
  sandbox_response_set_json (response, 200, &json);
}

void
sandbox_keys_create (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  g_autoptr (JsonObject) object = sandbox_request_parse_object (request);
  JsonNode *node = object != NULL ? json_object_get_member (object, "name") : NULL;
  const char *name = NULL;
  gboolean valid = object != NULL;
  g_autofree char *key = NULL;
  SandboxJson json;

  if (node != NULL && !JSON_NODE_HOLDS_NULL (node)) {
    valid = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
    name = valid ? json_node_get_string (node) : NULL;
    valid = valid && g_utf8_strlen (name, -1) <= MAX_NAME;
  }
  if (!valid) {
    sandbox_response_set_error (response, 400, "The name of a key has at most 50 characters.");
    return;
  }
  if (world->keys->len >= MAX_KEYS) {
    sandbox_response_set_error (response, 409, "There are 10 API keys already.");
    return;
  }
  key = g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "xSandboxKey",
                         sandbox_world_hash (world, "key", world->serial),
                         sandbox_world_hash (world, "key", world->serial + 1000));
  json = (SandboxJson) SANDBOX_JSON_INIT;
  write_key (sandbox_keys_add (world, name, key), &json);
  sandbox_response_set_json (response, 201, &json);
}

void
sandbox_keys_delete (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  for (guint i = 0; i < world->keys->len; i++) {
    SandboxKey *key = world->keys->pdata[i];

    if (g_ascii_strcasecmp (key->id, request->segments[1]) != 0)
      continue;
    if (world->keys->len == 1) {
      sandbox_response_set_error (response, 400, "The last API key cannot be deleted.");
    } else {
      g_ptr_array_remove_index (world->keys, i);
      sandbox_response_set_empty (response, 204);
    }
    return;
  }
  sandbox_response_set_error (response, 404, "API key could not be found");
}
