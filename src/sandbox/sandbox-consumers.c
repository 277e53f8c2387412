/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

#define MAX_CONSUMERS 50
#define MAX_TAGS 10
#define MAX_TAG 128

void
sandbox_consumer_free (SandboxConsumer *self)
{
  g_free (self->id);
  g_free (self->url);
  g_strfreev (self->event_types);
  g_strfreev (self->company_tags);
  g_free (self);
}

static void
write_texts (const char *name, char **texts, SandboxJson *json)
{
  sandbox_json_begin_array (json, name);
  for (guint i = 0; texts[i] != NULL; i++)
    sandbox_json_string (json, NULL, texts[i]);
  sandbox_json_end_array (json);
}

static void
write_consumer (const SandboxConsumer *consumer, SandboxJson *json)
{
  sandbox_json_begin_object (json, NULL);
  sandbox_json_string (json, "id", consumer->id);
  sandbox_json_string (json, "url", consumer->url);
  write_texts ("eventTypes", consumer->event_types, json);
  sandbox_json_boolean (json, "disabled", consumer->disabled);
  if (consumer->company_tags[0] != NULL)
    write_texts ("companyTags", consumer->company_tags, json);
  sandbox_json_end_object (json);
}

void
sandbox_consumers_list (SandboxWorld *world,
                        const SandboxRequest *request,
                        SandboxResponse *response)
{
  SandboxJson json = SANDBOX_JSON_INIT;

  sandbox_json_begin_object (&json, NULL);
  sandbox_json_begin_array (&json, "results");
  for (guint i = 0; i < world->consumers->len; i++)
    write_consumer (world->consumers->pdata[i], &json);
  sandbox_json_end_array (&json);
  sandbox_json_end_object (&json);
  sandbox_response_set_json (response, 200, &json);
}

/* Returns: (transfer full) (nullable): NULL when the member is there and no list of short texts */
static char **
read_texts (JsonObject *object, const char *name, guint max_items, glong max_length)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strv_builder_end (builder);
  array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  if (array == NULL || json_array_get_length (array) > max_items)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *item = json_array_get_element (array, i);

    if (!JSON_NODE_HOLDS_VALUE (item) || json_node_get_value_type (item) != G_TYPE_STRING ||
        g_utf8_strlen (json_node_get_string (item), -1) > max_length)
      return NULL;
    g_strv_builder_add (builder, json_node_get_string (item));
  }
  return g_strv_builder_end (builder);
}

static char *
read_url (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "url");

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING ||
      !g_uri_is_valid (json_node_get_string (node), G_URI_FLAGS_NONE, NULL))
    return NULL;
  return g_strdup (json_node_get_string (node));
}

void
sandbox_consumers_create (SandboxWorld *world,
                          const SandboxRequest *request,
                          SandboxResponse *response)
{
  g_autoptr (JsonObject) object = sandbox_request_parse_object (request);
  SandboxConsumer *consumer;
  JsonNode *disabled;
  SandboxJson json;

  if (object == NULL || world->consumers->len >= MAX_CONSUMERS) {
    sandbox_response_set_error (response, 400,
                                object == NULL ? "The body must be a JSON object."
                                               : "There are 50 webhook consumers already.");
    return;
  }
  disabled = json_object_get_member (object, "disabled");
  consumer = g_new0 (SandboxConsumer, 1);
  consumer->id = sandbox_world_make_fresh_id (world);
  consumer->url = read_url (object);
  consumer->event_types = read_texts (object, "eventTypes", G_MAXUINT, G_MAXLONG);
  consumer->company_tags = read_texts (object, "companyTags", MAX_TAGS, MAX_TAG);
  consumer->disabled =
      disabled != NULL && JSON_NODE_HOLDS_VALUE (disabled) && json_node_get_boolean (disabled);
  if (consumer->url == NULL || consumer->event_types == NULL || consumer->company_tags == NULL) {
    sandbox_consumer_free (consumer);
    sandbox_response_set_error (response, 400, "The webhook consumer is not valid.");
    return;
  }
  g_ptr_array_add (world->consumers, consumer);
  json = (SandboxJson) SANDBOX_JSON_INIT;
  write_consumer (consumer, &json);
  sandbox_response_set_json (response, 201, &json);
}

void
sandbox_consumers_delete (SandboxWorld *world,
                          const SandboxRequest *request,
                          SandboxResponse *response)
{
  for (guint i = 0; i < world->consumers->len; i++) {
    SandboxConsumer *consumer = world->consumers->pdata[i];

    if (g_ascii_strcasecmp (consumer->id, request->segments[1]) == 0) {
      g_ptr_array_remove_index (world->consumers, i);
      sandbox_response_set_empty (response, 204);
      return;
    }
  }
  sandbox_response_set_error (response, 404, "Webhook consumer could not be found");
}
