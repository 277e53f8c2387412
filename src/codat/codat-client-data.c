/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-data.h"

#include "codat-client-private.h"
#include "codat-path.h"

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
  codat_client_call_async (self, codat_call_new (CODAT_OP_REFRESH_ALL, company_id), cancellable,
                           callback, data);
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
  return codat_client_call_finish (self, result, CODAT_OP_REFRESH_ALL, error) != NULL;
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
  CodatCall *call = codat_call_new (CODAT_OP_REFRESH_DATA_TYPE, company_id, data_type);

  if (call->error == NULL && connection_id != NULL &&
      codat_check_id (connection_id, "connection", &call->error))
    call->query = g_strconcat ("connectionId=", connection_id, NULL);
  codat_client_call_async (self, call, cancellable, callback, data);
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
  return codat_client_call_finish (self, result, CODAT_OP_REFRESH_DATA_TYPE, error);
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
  CodatCall *call = codat_call_new (CODAT_OP_LIST_PULL_OPERATIONS, company_id);

  if (call->error == NULL &&
      codat_client_check_page (query, order_by, page, page_size, &call->error))
    call->query = codat_client_new_page_query (query, order_by, page, page_size);
  codat_client_call_async (self, call, cancellable, callback, data);
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
  return codat_client_call_finish (self, result, CODAT_OP_LIST_PULL_OPERATIONS, error);
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
  codat_client_call_async (self,
                           codat_call_new (CODAT_OP_GET_PULL_OPERATION, company_id, dataset_id),
                           cancellable, callback, data);
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
  return codat_client_call_finish (self, result, CODAT_OP_GET_PULL_OPERATION, error);
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
  codat_client_call_async (self, codat_call_new (CODAT_OP_GET_VALIDATION, company_id, dataset_id),
                           cancellable, callback, data);
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
  return codat_client_call_finish (self, result, CODAT_OP_GET_VALIDATION, error);
}

/**
 * codat_client_get_sync_settings_async:
 * @self: a client
 * @company_id: the id of the company
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * How often each data type of a company is fetched. Operation: get-company-syncSettings. Errors:
 * those of the network and the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_get_sync_settings_async (CodatClient *self,
                                      const char *company_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  codat_client_call_async (self, codat_call_new (CODAT_OP_GET_SYNC_SETTINGS, company_id),
                           cancellable, callback, data);
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
  return codat_client_call_finish (self, result, CODAT_OP_GET_SYNC_SETTINGS, error);
}
