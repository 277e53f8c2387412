/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-change.h"
#include "codat-client-private.h"
#include "codat-path.h"

/**
 * codat_client_list_companies_async:
 * @self: a client
 * @query: (nullable): a query in the language of Codat
 * @order_by: (nullable): a field, with "-" in front for descending
 * @page: its number, from 1
 * @page_size: from 1 to 5000
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * One page of companies. Operation: list-companies. Errors: those of the
 * network and the server, and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_list_companies_async (CodatClient *self,
                                   const char *query,
                                   const char *order_by,
                                   guint page,
                                   guint page_size,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_LIST_COMPANIES);

  if (call->error == NULL &&
      codat_client_check_page (query, order_by, page, page_size, &call->error))
    call->query = codat_client_new_page_query (query, order_by, page, page_size);
  codat_client_call_async (self, call, cancellable, callback, data);
}

/**
 * codat_client_list_companies_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of [class@Codat.Company], or %NULL with @error set
 */
CodatPage *
codat_client_list_companies_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_LIST_COMPANIES, error);
}

/**
 * codat_client_get_company_async:
 * @self: a client
 * @company_id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * One company, with a fresh link page. Operation: get-company. Errors: those of the network and the
 * server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_get_company_async (CodatClient *self,
                                const char *company_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  codat_client_call_async (self, codat_call_new (CODAT_OP_GET_COMPANY, company_id), cancellable,
                           callback, data);
}

/**
 * codat_client_get_company_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the company, or %NULL with @error set
 */
CodatCompany *
codat_client_get_company_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_GET_COMPANY, error);
}

/**
 * codat_client_create_company_async:
 * @self: a client
 * @name: its name; white space around it is cut off
 * @description: (nullable): a description
 * @tags: (nullable) (array zero-terminated=1): name, value, name, value
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Makes a company, with a tag that no other company has, unless there are ten tags already. When
 * it is in doubt whether it was made, the tag is looked for, and the company is only asked for
 * again when it is not there; without the tag it is asked for once. Operation: create-company.
 * Errors: those of the network and the server, and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_create_company_async (CodatClient *self,
                                   const char *name,
                                   const char *description,
                                   const char *const *tags,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_CREATE_COMPANY);
  g_autofree char *mark = g_uuid_string_random ();
  g_auto (GStrv) marked = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (self->governor != NULL)
    marked = codat_tags_add_mark (tags, mark);
  if (call->error == NULL &&
      codat_company_check_fields (name, description, tags, TRUE, &call->error))
    call->body = codat_company_new_body (name, description,
                                         marked != NULL ? (const char *const *) marked : tags);
  codat_client_change_async (self, call, marked != NULL ? mark : NULL, cancellable, callback, data);
}

/**
 * codat_client_create_company_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the new company, or %NULL with @error set
 */
CodatCompany *
codat_client_create_company_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_CREATE_COMPANY, error);
}

/**
 * codat_client_get_data_status_async:
 * @self: a client
 * @company_id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * The state of each data type of a company. Operation: get-company-data-status. Errors: those of
 * the network and the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_get_data_status_async (CodatClient *self,
                                    const char *company_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  codat_client_call_async (self, codat_call_new (CODAT_OP_GET_DATA_STATUS, company_id), cancellable,
                           callback, data);
}

/**
 * codat_client_get_data_status_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a list of [class@Codat.DataStatus], or %NULL with @error set
 */
GListModel *
codat_client_get_data_status_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_GET_DATA_STATUS, error);
}

/**
 * codat_client_get_profile_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * The client whose key this is. Operation: get-profile. Errors: those of the network and the
 * server.
 */
void
codat_client_get_profile_async (CodatClient *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  codat_client_call_async (self, codat_call_new (CODAT_OP_GET_PROFILE), cancellable, callback,
                           data);
}

/**
 * codat_client_get_profile_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the profile, or %NULL with @error set
 */
CodatProfile *
codat_client_get_profile_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_GET_PROFILE, error);
}
