/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-admin.h"

#include "codat-change.h"
#include "codat-client-private.h"
#include "codat-error.h"
#include "codat-path.h"

#include <json-glib/json-glib.h>

static void
add_texts (JsonBuilder *builder, const char *member, const char *const *texts)
{
  if (texts == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static char *
new_webhook_body (const char *url,
                  const char *const *event_types,
                  const char *const *company_tags,
                  gboolean disabled)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "url");
  json_builder_add_string_value (builder, url);
  add_texts (builder, "eventTypes", event_types);
  add_texts (builder, "companyTags", company_tags);
  json_builder_set_member_name (builder, "disabled");
  json_builder_add_boolean_value (builder, disabled);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
check_texts (const char *const *texts, guint most, glong longest)
{
  guint n = 0;

  for (; texts != NULL && texts[n] != NULL; n++) {
    if (!g_utf8_validate (texts[n], -1, NULL) || g_utf8_strlen (texts[n], -1) > longest)
      return FALSE;
  }
  return n <= most;
}

/* A message carries facts about customers, so it goes only where it cannot be read on the way. */
static gboolean
check_webhook (const char *url,
               const char *const *event_types,
               const char *const *company_tags,
               GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  if (uri != NULL && g_str_equal (g_uri_get_scheme (uri), "https") &&
      g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
      check_texts (event_types, 100, 100) && check_texts (company_tags, 10, 128))
    return TRUE;
  g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                       "The address is not https, or there are too many types or tags");
  return FALSE;
}

static char *
new_key_body (const char *name)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, name);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
check_key_name (const char *name, GError **error)
{
  const char *const names[] = { name, NULL };

  if (*name != '\0' && check_texts (names, 1, 50))
    return TRUE;
  g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                       "The name of the key is empty or too long");
  return FALSE;
}

/**
 * codat_client_list_webhooks_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * All places that Codat sends messages to. Operation: list-webhook-consumers. Errors: those of
 * the network and the server.
 */
void
codat_client_list_webhooks_async (CodatClient *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  codat_client_call_async (self, codat_call_new (CODAT_OP_LIST_WEBHOOKS), cancellable, callback,
                           data);
}

/**
 * codat_client_list_webhooks_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a list of [class@Codat.Webhook], or %NULL with @error set
 */
GListModel *
codat_client_list_webhooks_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_LIST_WEBHOOKS, error);
}

/**
 * codat_client_create_webhook_async:
 * @self: a client
 * @url: an https address
 * @event_types: (nullable) (array zero-terminated=1): the kinds of messages
 * @company_tags: (nullable) (array zero-terminated=1): name:value of tags; %NULL for all companies
 * @disabled: whether it is to get no messages yet
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Makes Codat send messages to an address. Operation: create-webhook-consumer. Errors: those of
 * the network and the server, and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_create_webhook_async (CodatClient *self,
                                   const char *url,
                                   const char *const *event_types,
                                   const char *const *company_tags,
                                   gboolean disabled,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call;

  g_return_if_fail (url != NULL);
  call = codat_call_new (CODAT_OP_CREATE_WEBHOOK);
  if (call->error == NULL && check_webhook (url, event_types, company_tags, &call->error))
    call->body = new_webhook_body (url, event_types, company_tags, disabled);
  codat_client_call_async (self, call, cancellable, callback, data);
}

/**
 * codat_client_create_webhook_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the new webhook, or %NULL with @error set
 */
CodatWebhook *
codat_client_create_webhook_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_CREATE_WEBHOOK, error);
}

/**
 * codat_client_delete_webhook_async:
 * @self: a client
 * @webhook_id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Makes Codat forget an address. Success is that a fresh list-webhook-consumers does not have it.
 * Operation: delete-webhook-consumer. Errors: those of the network and the server, and
 * %CODAT_ERROR_BAD_ID.
 */
void
codat_client_delete_webhook_async (CodatClient *self,
                                   const char *webhook_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_DELETE_WEBHOOK, webhook_id);

  codat_client_change_async (self, call, NULL, cancellable, callback, data);
}

/**
 * codat_client_delete_webhook_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it is gone; %FALSE with @error set
 */
gboolean
codat_client_delete_webhook_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_DELETE_WEBHOOK, error) != NULL;
}

/**
 * codat_client_list_api_keys_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * All keys of this client, without their values. Operation: list-api-keys. Errors: those of the
 * network and the server.
 */
void
codat_client_list_api_keys_async (CodatClient *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  codat_client_call_async (self, codat_call_new (CODAT_OP_LIST_API_KEYS), cancellable, callback,
                           data);
}

/**
 * codat_client_list_api_keys_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a list of [class@Codat.ApiKey], or %NULL with @error set
 */
GListModel *
codat_client_list_api_keys_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_LIST_API_KEYS, error);
}

/**
 * codat_client_create_api_key_async:
 * @self: a client
 * @name: its name, up to 50 characters
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Makes a key. Its value comes with this answer and never again. When the answer is lost, the key
 * is looked for; if it was made and Codat does not repeat its answer, the error is
 * %CODAT_ERROR_BAD_ANSWER, and the key is in list-api-keys without a value that anybody knows.
 * Operation: create-api-key. Errors: those of the network and the server, and
 * %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_create_api_key_async (CodatClient *self,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call;

  g_return_if_fail (name != NULL);
  call = codat_call_new (CODAT_OP_CREATE_API_KEY);
  if (call->error == NULL && check_key_name (name, &call->error))
    call->body = new_key_body (name);
  codat_client_change_async (self, call, NULL, cancellable, callback, data);
}

/**
 * codat_client_create_api_key_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the new key, or %NULL with @error set
 */
CodatApiKey *
codat_client_create_api_key_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_CREATE_API_KEY, error);
}

/**
 * codat_client_delete_api_key_async:
 * @self: a client
 * @api_key_id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Takes back a key, maybe the one that is in use. Success is that a fresh list-api-keys does not
 * have it; when the key in use is gone, that look fails with %CODAT_ERROR_SERVER of status 401.
 * Operation: delete-api-key. Errors: those of the network and the server, and
 * %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_delete_api_key_async (CodatClient *self,
                                   const char *api_key_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_DELETE_API_KEY, api_key_id);

  codat_client_change_async (self, call, NULL, cancellable, callback, data);
}

/**
 * codat_client_delete_api_key_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it is gone; %FALSE with @error set
 */
gboolean
codat_client_delete_api_key_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_DELETE_API_KEY, error) != NULL;
}
