/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-data.h"

#include "codat-client-private.h"
#include "codat-json.h"
#include "codat-path.h"

static gpointer
convert_operation (JsonNode *root, GError **error)
{
  return codat_pull_operation_new_from_node (root, error);
}

static gpointer
convert_operations (JsonNode *root, GError **error)
{
  return codat_page_new_from_node (root, CODAT_TYPE_PULL_OPERATION,
                                   (CodatRowFunc) codat_pull_operation_new_from_json, error);
}

static void
add_issues (GListStore *store, JsonObject *object, const char *member, gboolean is_warning)
{
  JsonArray *array = codat_json_get_array (object, member);
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++) {
    JsonObject *item = codat_json_array_get_object (array, i);
    g_autoptr (CodatValidationIssue) issue =
        item != NULL ? codat_validation_issue_new_from_json (item, NULL) : NULL;

    if (issue == NULL)
      continue;
    codat_validation_issue_set_is_warning (issue, is_warning);
    g_list_store_append (store, issue);
  }
}

static gpointer
convert_validation (JsonNode *root, GError **error)
{
  JsonObject *object = codat_json_node_get_object (root, "the validation", error);
  GListStore *store;

  if (object == NULL)
    return NULL;
  store = g_list_store_new (CODAT_TYPE_VALIDATION_ISSUE);
  add_issues (store, object, "errors", FALSE);
  add_issues (store, object, "warnings", TRUE);
  return store;
}

static gpointer
convert_settings (JsonNode *root, GError **error)
{
  return codat_page_new_from_member (root, "settings", CODAT_TYPE_SYNC_SETTING,
                                     (CodatRowFunc) codat_sync_setting_new_from_json, error);
}

/**
 * codat_client_refresh_all_async:
 * @self: a client
 * @company_id: the id of the company
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Asks Codat to fetch every data type that is fetched when a platform is linked. That it was
 * asked is all that the answer says. Operation: refresh-company-data. Errors: those of the
 * network and the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_refresh_all_async (CodatClient *self,
                                const char *company_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error))
    call = codat_call_new (
        "POST", codat_path_new (&error, "companies", company_id, "data", "all", NULL), NULL);
  codat_client_call_async (self, call, error, codat_client_refresh_all_async, cancellable, callback,
                           data);
}

/**
 * codat_client_refresh_all_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it was asked; %FALSE with @error set
 */
gboolean
codat_client_refresh_all_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, codat_client_refresh_all_async, error) != NULL;
}

/**
 * codat_client_refresh_data_type_async:
 * @self: a client
 * @company_id: the id of the company
 * @data_type: the data type
 * @connection_id: (nullable): the id of the connection, without which all of them are asked
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Asks Codat to fetch one data type. Operation: refresh-data-type. Errors: those of the network
 * and the server, %CODAT_ERROR_BAD_ID and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_refresh_data_type_async (CodatClient *self,
                                      const char *company_id,
                                      const char *data_type,
                                      const char *connection_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error) &&
      codat_check_word (data_type, "a data type", &error) &&
      (connection_id == NULL || codat_check_id (connection_id, "connection", &error))) {
    call = codat_call_new (
        "POST", codat_path_new (&error, "companies", company_id, "data", "queue", data_type, NULL),
        convert_operation);
    call->query = connection_id != NULL ? g_strconcat ("connectionId=", connection_id, NULL) : NULL;
  }
  codat_client_call_async (self, call, error, codat_client_refresh_data_type_async, cancellable,
                           callback, data);
}

/**
 * codat_client_refresh_data_type_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the operation that was queued, or %NULL with @error set
 */
CodatPullOperation *
codat_client_refresh_data_type_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, codat_client_refresh_data_type_async, error);
}

/**
 * codat_client_list_pull_operations_async:
 * @self: a client
 * @company_id: the id of the company
 * @query: (nullable): a query in the language of Codat; see [struct@Codat.Query]
 * @order_by: (nullable): a field, with "-" in front for descending
 * @page: its number, from 1
 * @page_size: from 1 to 5000
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * One page of what was fetched for a company. Operation: list-pull-operations. Errors: those of
 * the network and the server, %CODAT_ERROR_BAD_ID and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_list_pull_operations_async (CodatClient *self,
                                         const char *company_id,
                                         const char *query,
                                         const char *order_by,
                                         guint page,
                                         guint page_size,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data)
{
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error) &&
      codat_client_check_page (query, order_by, page, page_size, &error)) {
    call = codat_call_new (
        "GET", codat_path_new (&error, "companies", company_id, "data", "history", NULL),
        convert_operations);
    call->query = codat_client_new_page_query (query, order_by, page, page_size);
    call->is_list = TRUE;
  }
  codat_client_call_async (self, call, error, codat_client_list_pull_operations_async, cancellable,
                           callback, data);
}

/**
 * codat_client_list_pull_operations_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of [class@Codat.PullOperation], or %NULL with @error set
 */
CodatPage *
codat_client_list_pull_operations_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, codat_client_list_pull_operations_async, error);
}

/**
 * codat_client_get_pull_operation_async:
 * @self: a client
 * @company_id: the id of the company
 * @dataset_id: the id of the operation
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * One fetching of one data type. Operation: get-pull-operation. Errors: those of the network and
 * the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_get_pull_operation_async (CodatClient *self,
                                       const char *company_id,
                                       const char *dataset_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data)
{
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error) &&
      codat_check_id (dataset_id, "dataset", &error))
    call = codat_call_new (
        "GET",
        codat_path_new (&error, "companies", company_id, "data", "history", dataset_id, NULL),
        convert_operation);
  codat_client_call_async (self, call, error, codat_client_get_pull_operation_async, cancellable,
                           callback, data);
}

/**
 * codat_client_get_pull_operation_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the operation, or %NULL with @error set
 */
CodatPullOperation *
codat_client_get_pull_operation_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, codat_client_get_pull_operation_async, error);
}

/**
 * codat_client_get_validation_async:
 * @self: a client
 * @company_id: the id of the company
 * @dataset_id: the id of the operation
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * What Codat found wrong in the data of one fetching. Operation: get-read-validation-results.
 * Errors: those of the network and the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_get_validation_async (CodatClient *self,
                                   const char *company_id,
                                   const char *dataset_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error) &&
      codat_check_id (dataset_id, "dataset", &error))
    call = codat_call_new (
        "GET",
        codat_path_new (&error, "companies", company_id, "sync", dataset_id, "validation", NULL),
        convert_validation);
  codat_client_call_async (self, call, error, codat_client_get_validation_async, cancellable,
                           callback, data);
}

/**
 * codat_client_get_validation_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a list of [class@Codat.ValidationIssue], errors first, or %NULL with
 * @error set
 */
GListModel *
codat_client_get_validation_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, codat_client_get_validation_async, error);
}

/**
 * codat_client_get_sync_settings_async:
 * @self: a client
 * @company_id: the id of the company
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * How often each data type of a company is fetched. Operation: get-company-sync-settings. Errors:
 * those of the network and the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_get_sync_settings_async (CodatClient *self,
                                      const char *company_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error))
    call = codat_call_new ("GET",
                           codat_path_new (&error, "companies", company_id, "syncSettings", NULL),
                           convert_settings);
  codat_client_call_async (self, call, error, codat_client_get_sync_settings_async, cancellable,
                           callback, data);
}

/**
 * codat_client_get_sync_settings_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a list of [class@Codat.SyncSetting], or %NULL with @error set
 */
GListModel *
codat_client_get_sync_settings_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, codat_client_get_sync_settings_async, error);
}
