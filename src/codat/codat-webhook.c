/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-webhook.h"

#include "codat-json.h"

/* A place that Codat sends messages to. Immutable; made from an answer, usable in any thread. The
 * secret that signs the messages is not in the contract.
 */
struct _CodatWebhook {
  GObject parent_instance;

  char *id;  /* (owned) (nullable) */
  char *url; /* (owned) */
  gboolean disabled;
  char **event_types;  /* (owned) */
  char **company_tags; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CodatWebhook, codat_webhook, G_TYPE_OBJECT)

static void
codat_webhook_finalize (GObject *object)
{
  CodatWebhook *self = CODAT_WEBHOOK (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->event_types, g_strfreev);
  g_clear_pointer (&self->company_tags, g_strfreev);
  G_OBJECT_CLASS (codat_webhook_parent_class)->finalize (object);
}

static void
codat_webhook_class_init (CodatWebhookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_webhook_finalize;
}

static void
codat_webhook_init (CodatWebhook *self)
{
}

CodatWebhook *
codat_webhook_new_from_json (CodatJson *object, GError **error)
{
  CodatWebhook *self;

  if (codat_json_require_guid (object, "WebhookConsumer", "id", error) == NULL)
    return NULL;
  self = g_object_new (CODAT_TYPE_WEBHOOK, NULL);
  self->id = g_strdup (codat_json_get_guid (object, "id"));
  self->url = codat_json_dup_text (object, "url");
  self->disabled = codat_json_get_boolean (object, "disabled");
  self->event_types = codat_json_dup_strv (object, "eventTypes");
  self->company_tags = codat_json_dup_strv (object, "companyTags");
  return self;
}

CodatWebhook *
codat_webhook_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "WebhookConsumer", error);

  return object != NULL ? codat_webhook_new_from_json (object, error) : NULL;
}

/**
 * codat_webhook_new_from_data:
 * @json: one WebhookConsumer of the contract as JSON
 * @length: its length in bytes, or -1 when it ends with NUL
 * @error: return location
 *
 * Reads what a server or a file said, under the same rules as an answer. Errors:
 * %CODAT_ERROR_BAD_ANSWER.
 *
 * Returns: (transfer full): the value object, or %NULL with @error set
 */
CodatWebhook *
codat_webhook_new_from_data (const char *json, gssize length, GError **error)
{
  g_autoptr (CodatJson) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  root = codat_json_parse (json, length, error);
  return root != NULL ? codat_webhook_new_from_node (root, error) : NULL;
}

/**
 * codat_webhook_get_id:
 * @self: a webhook
 *
 * Returns: (transfer none): its id, a GUID
 */
const char *
codat_webhook_get_id (CodatWebhook *self)
{
  g_return_val_if_fail (CODAT_IS_WEBHOOK (self), NULL);
  return self->id;
}

/**
 * codat_webhook_get_url:
 * @self: a webhook
 *
 * Returns: (transfer none): where messages go, maybe ""
 */
const char *
codat_webhook_get_url (CodatWebhook *self)
{
  g_return_val_if_fail (CODAT_IS_WEBHOOK (self), NULL);
  return self->url;
}

/**
 * codat_webhook_get_disabled:
 * @self: a webhook
 *
 * Returns: whether nothing is sent
 */
gboolean
codat_webhook_get_disabled (CodatWebhook *self)
{
  g_return_val_if_fail (CODAT_IS_WEBHOOK (self), FALSE);
  return self->disabled;
}

/**
 * codat_webhook_get_event_types:
 * @self: a webhook
 *
 * Returns: (transfer none) (array zero-terminated=1): the kinds of messages
 */
const char *const *
codat_webhook_get_event_types (CodatWebhook *self)
{
  g_return_val_if_fail (CODAT_IS_WEBHOOK (self), NULL);
  return (const char *const *) self->event_types;
}

/**
 * codat_webhook_get_company_tags:
 * @self: a webhook
 *
 * Returns: (transfer none) (array zero-terminated=1): the tags, as name:value, of the companies it
 * is about; none for all
 */
const char *const *
codat_webhook_get_company_tags (CodatWebhook *self)
{
  g_return_val_if_fail (CODAT_IS_WEBHOOK (self), NULL);
  return (const char *const *) self->company_tags;
}
