/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-operation.h"

#include "codat-api-key.h"
#include "codat-company.h"
#include "codat-connection.h"
#include "codat-data-status.h"
#include "codat-error.h"
#include "codat-integration.h"
#include "codat-path.h"
#include "codat-pull-operation.h"
#include "codat-sync-setting.h"
#include "codat-validation-issue.h"
#include "codat-webhook.h"

#define COMPANY "/companies/{company}"
#define CONNECTION COMPANY "/connections/{connection}"
#define READ(name) .read = (CodatReadFunc) codat_##name##_new_from_node
#define PAGE(name)                                                                                 \
  .list_of = codat_##name##_get_type, .row = (CodatRowFunc) codat_##name##_new_from_json

static gpointer
read_sync_settings (CodatJson *root, GError **error)
{
  return codat_page_new_from_member (root, "settings", CODAT_TYPE_SYNC_SETTING,
                                     (CodatRowFunc) codat_sync_setting_new_from_json, error);
}

static const CodatOperation operations[] = {
  [CODAT_OP_LIST_COMPANIES] = { "list-companies", "GET", "/companies", PAGE (company) },
  [CODAT_OP_GET_COMPANY] = { "get-company", "GET", COMPANY, READ (company) },
  [CODAT_OP_CREATE_COMPANY] = { "create-company", "POST", "/companies", READ (company) },
  [CODAT_OP_UPDATE_COMPANY] = { "update-company", "PATCH", COMPANY, READ (company) },
  [CODAT_OP_REPLACE_COMPANY] = { "replace-company", "PUT", COMPANY, READ (company) },
  [CODAT_OP_DELETE_COMPANY] = { "delete-company", "DELETE", COMPANY },
  [CODAT_OP_GET_ACCESS_TOKEN] = { "get-company-access-token", "GET", COMPANY "/accessToken",
                                  READ (access_token), .is_secret = TRUE },
  [CODAT_OP_LIST_CONNECTIONS] = { "list-connections", "GET", COMPANY "/connections",
                                  PAGE (connection) },
  [CODAT_OP_GET_CONNECTION] = { "get-connection", "GET", CONNECTION, READ (connection) },
  [CODAT_OP_CREATE_CONNECTION] = { "create-connection", "POST", COMPANY "/connections",
                                   READ (connection) },
  [CODAT_OP_UNLINK_CONNECTION] = { "unlink-connection", "PATCH", CONNECTION },
  [CODAT_OP_DELETE_CONNECTION] = { "delete-connection", "DELETE", CONNECTION },
  [CODAT_OP_LIST_INTEGRATIONS] = { "list-integrations", "GET", "/integrations",
                                   PAGE (integration) },
  [CODAT_OP_GET_INTEGRATION] = { "get-integration", "GET", "/integrations/{platform}",
                                 READ (integration) },
  [CODAT_OP_GET_BRANDING] = { "get-integrations-branding", "GET",
                              "/integrations/{platform}/branding", READ (branding) },
  [CODAT_OP_GET_DATA_STATUS] = { "get-company-data-status", "GET", COMPANY "/dataStatus",
                                 READ (data_statuses) },
  [CODAT_OP_REFRESH_ALL] = { "refresh-company-data", "POST", COMPANY "/data/all" },
  [CODAT_OP_REFRESH_DATA_TYPE] = { "refresh-data-type", "POST", COMPANY "/data/queue/{type}",
                                   READ (pull_operation) },
  [CODAT_OP_LIST_PULL_OPERATIONS] = { "list-pull-operations", "GET", COMPANY "/data/history",
                                      PAGE (pull_operation) },
  [CODAT_OP_GET_PULL_OPERATION] = { "get-pull-operation", "GET", COMPANY "/data/history/{dataset}",
                                    READ (pull_operation) },
  [CODAT_OP_GET_VALIDATION] = { "get-read-validation-results", "GET",
                                COMPANY "/sync/{dataset}/validation", READ (validation_issues) },
  [CODAT_OP_GET_SYNC_SETTINGS] = { "get-company-syncSettings", "GET", COMPANY "/syncSettings",
                                   .read = read_sync_settings },
  [CODAT_OP_GET_PROFILE] = { "get-profile", "GET", "/profile", READ (profile) },
  [CODAT_OP_LIST_WEBHOOKS] = { "list-webhook-consumers", "GET", "/webhooks", PAGE (webhook) },
  [CODAT_OP_CREATE_WEBHOOK] = { "create-webhook-consumer", "POST", "/webhooks", READ (webhook) },
  [CODAT_OP_DELETE_WEBHOOK] = { "delete-webhook-consumer", "DELETE", "/webhooks/{webhook}" },
  [CODAT_OP_LIST_API_KEYS] = { "list-api-keys", "GET", "/apiKeys",
                               .list_of = codat_api_key_get_type,
                               .row = (CodatRowFunc) codat_api_key_new_listed_from_json,
                               .is_secret = TRUE },
  [CODAT_OP_CREATE_API_KEY] = { "create-api-key", "POST", "/apiKeys", READ (api_key),
                                .is_secret = TRUE },
  [CODAT_OP_DELETE_API_KEY] = { "delete-api-key", "DELETE", "/apiKeys/{key}" },
};

const CodatOperation *
codat_operation_get (CodatOp op)
{
  return &operations[op];
}

CodatOp
codat_operation_get_op (const CodatOperation *operation)
{
  return (CodatOp) (operation - operations);
}

CodatOp
codat_operation_find (const char *id)
{
  CodatOp op = 0;

  while (op < CODAT_N_OPS && g_strcmp0 (operations[op].id, id) != 0)
    op++;
  return op;
}

CodatCall *
codat_call_new (CodatOp op, ...)
{
  CodatCall *call = g_new0 (CodatCall, 1);
  va_list ids;

  call->operation = codat_operation_get (op);
  va_start (ids, op);
  call->path = codat_path_expand (call->operation->path, ids, call->ids, &call->error);
  va_end (ids);
  return call;
}

CodatCall *
codat_call_copy (const CodatCall *call)
{
  CodatCall *copy = g_new0 (CodatCall, 1);

  copy->operation = call->operation;
  copy->path = g_strdup (call->path);
  for (guint i = 0; i < CODAT_MAX_IDS; i++)
    copy->ids[i] = g_strdup (call->ids[i]);
  copy->query = g_strdup (call->query);
  copy->body = g_strdup (call->body);
  copy->key = g_strdup (call->key);
  copy->error = call->error != NULL ? g_error_copy (call->error) : NULL;
  return copy;
}

void
codat_call_free (CodatCall *call)
{
  g_free (call->path);
  for (guint i = 0; i < CODAT_MAX_IDS; i++)
    g_free (call->ids[i]);
  g_free (call->query);
  g_free (call->body);
  g_free (call->key);
  g_clear_error (&call->error);
  g_free (call);
}

const char *
codat_call_get_id (const CodatCall *call)
{
  return call->ids[1] != NULL ? call->ids[1] : call->ids[0];
}

gboolean
codat_call_has_result (const CodatCall *call)
{
  return call->operation->read != NULL || call->operation->row != NULL;
}

gpointer
codat_call_read (const CodatCall *call, char *text, gsize length, GError **error)
{
  const CodatOperation *operation = call->operation;
  g_autoptr (CodatJson) root = NULL;

  if (operation->row != NULL)
    return codat_page_read (text, length, operation->list_of (), operation->row, error);
  root = codat_json_read (text, length, error);
  return root != NULL ? operation->read (root, error) : NULL;
}

/* The part of a path behind a collection is the id of one thing in it. */
static gboolean
path_names (const char *path, const char *collection, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i++) {
    if (g_str_equal (parts[i], collection))
      return g_strcmp0 (parts[i + 1], id) == 0;
  }
  return TRUE;
}

gboolean
codat_call_is_answered (const CodatCall *call, gpointer value, GError **error)
{
  gboolean good = TRUE;

  /* A mixed-up answer would show one connection as linked because another one is. */
  if (CODAT_IS_CONNECTION (value))
    good = path_names (call->path, "connections", codat_connection_get_id (value));
  else if (CODAT_IS_COMPANY (value))
    good = path_names (call->path, "companies", codat_company_get_id (value));
  if (!good)
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                         "The answer is about something else than what was asked for");
  return good;
}
