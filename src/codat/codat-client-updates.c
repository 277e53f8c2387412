/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-updates.h"

#include "codat-change.h"
#include "codat-client-private.h"
#include "codat-path.h"

/**
 * codat_client_find_companies_async:
 * @self: a client
 * @query: (nullable): a query in the language of Codat; see [struct@Codat.Query]
 * @tags: (nullable): a query of tags, where the names are those of tags
 * @order_by: (nullable): a field, with "-" in front for descending
 * @page: its number, from 1
 * @page_size: from 1 to 5000
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * One page of companies, chosen by their tags too. Operation: list-companies. Errors: those of
 * the network and the server, and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_find_companies_async (CodatClient *self,
                                   const char *query,
                                   const char *tags,
                                   const char *order_by,
                                   guint page,
                                   guint page_size,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_LIST_COMPANIES);

  if (call->error == NULL &&
      codat_client_check_page (query, order_by, page, page_size, &call->error) &&
      codat_client_check_page (tags, NULL, 1, 1, &call->error))
    call->query = codat_client_new_company_query (query, tags, order_by, page, page_size);
  codat_client_call_async (self, call, cancellable, callback, data);
}

/**
 * codat_client_find_companies_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of [class@Codat.Company], or %NULL with @error set
 */
CodatPage *
codat_client_find_companies_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_LIST_COMPANIES, error);
}

/**
 * codat_client_update_company_async:
 * @self: a client
 * @company_id: the id of the company
 * @name: (nullable): a new name, %NULL to keep the old one
 * @description: (nullable): a new description, %NULL to keep the old one
 * @tags: (nullable) (array zero-terminated=1): all tags as name, value, name, value; %NULL to keep
 *   those that are there, an empty list to take all away
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Changes what is given and nothing else. Codat replaces all tags by those it is sent, so a
 * single tag is changed with [method@Codat.Company.dup_tags_with]. Operation: update-company.
 * Errors: those of the network and the server, %CODAT_ERROR_BAD_ID and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_update_company_async (CodatClient *self,
                                   const char *company_id,
                                   const char *name,
                                   const char *description,
                                   const char *const *tags,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_UPDATE_COMPANY, company_id);

  if (call->error == NULL &&
      codat_company_check_fields (name, description, tags, FALSE, &call->error))
    call->body = codat_company_new_body (name, description, tags);
  codat_client_call_async (self, call, cancellable, callback, data);
}

/**
 * codat_client_update_company_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the company as it is now, or %NULL with @error set
 */
CodatCompany *
codat_client_update_company_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_UPDATE_COMPANY, error);
}

/**
 * codat_client_replace_company_async:
 * @self: a client
 * @company_id: the id of the company
 * @name: its name
 * @description: (nullable): its description, %NULL for none
 * @tags: (nullable) (array zero-terminated=1): all its tags, %NULL for none
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Sets all of a company; what is not given is gone afterwards. Operation: replace-company.
 * Errors: those of the network and the server, %CODAT_ERROR_BAD_ID and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_replace_company_async (CodatClient *self,
                                    const char *company_id,
                                    const char *name,
                                    const char *description,
                                    const char *const *tags,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_REPLACE_COMPANY, company_id);

  if (call->error == NULL &&
      codat_company_check_fields (name, description, tags, TRUE, &call->error))
    call->body = codat_company_new_body (name, description, tags);
  codat_client_call_async (self, call, cancellable, callback, data);
}

/**
 * codat_client_replace_company_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the company as it is now, or %NULL with @error set
 */
CodatCompany *
codat_client_replace_company_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_REPLACE_COMPANY, error);
}

/**
 * codat_client_delete_company_async:
 * @self: a client
 * @company_id: the id of the company
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Deletes a company with its connections and all its data, for ever. Success is that a fresh
 * get-company does not find it; one that was gone before is no error. Operation: delete-company.
 * Errors: those of the network and the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_delete_company_async (CodatClient *self,
                                   const char *company_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_DELETE_COMPANY, company_id);

  codat_client_change_async (self, call, NULL, cancellable, callback, data);
}

/**
 * codat_client_delete_company_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it is gone; %FALSE with @error set
 */
gboolean
codat_client_delete_company_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_DELETE_COMPANY, error) != NULL;
}

/**
 * codat_client_get_access_token_async:
 * @self: a client
 * @company_id: the id of the company
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * A key for one company, for use in a web page. It is wiped with the object that holds it.
 * Operation: get-company-access-token. Errors: those of the network and the server, and
 * %CODAT_ERROR_BAD_ID.
 */
void
codat_client_get_access_token_async (CodatClient *self,
                                     const char *company_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  codat_client_call_async (self, codat_call_new (CODAT_OP_GET_ACCESS_TOKEN, company_id),
                           cancellable, callback, data);
}

/**
 * codat_client_get_access_token_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the token, or %NULL with @error set
 */
CodatAccessToken *
codat_client_get_access_token_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_GET_ACCESS_TOKEN, error);
}
