/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-private.h"
#include "codat-json.h"
#include "codat-path.h"

#include <string.h>

static gpointer
convert_company (JsonNode *root, GError **error)
{
  return codat_company_new_from_node (root, error);
}

static gpointer
convert_companies (JsonNode *root, GError **error)
{
  return codat_page_new_from_node (root, CODAT_TYPE_COMPANY,
                                   (CodatRowFunc) codat_company_new_from_json, error);
}

static gpointer
convert_profile (JsonNode *root, GError **error)
{
  return codat_profile_new_from_node (root, error);
}

static int
compare_data_types (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (codat_data_status_get_data_type ((CodatDataStatus *) a),
                 codat_data_status_get_data_type ((CodatDataStatus *) b));
}

/* The answer is an object with one member for each data type; null is "nothing known". */
static gpointer
convert_data_status (JsonNode *root, GError **error)
{
  JsonObject *object = codat_json_node_get_object (root, "the data status", error);
  GListStore *store;
  JsonObjectIter iter;
  const char *name;

  if (object == NULL)
    return NULL;
  store = g_list_store_new (CODAT_TYPE_DATA_STATUS);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL)) {
    JsonObject *member = codat_json_get_object (object, name);
    g_autoptr (CodatDataStatus) status =
        member != NULL ? codat_data_status_new_from_json (member, name, NULL) : NULL;

    if (status != NULL)
      g_list_store_insert_sorted (store, status, compare_data_types, NULL);
  }
  return store;
}

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
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_client_check_page (query, order_by, page, page_size, &error)) {
    call = codat_call_new ("GET", codat_path_new (&error, "companies", NULL), convert_companies);
    call->query = codat_client_new_page_query (query, order_by, page, page_size);
    call->is_list = TRUE;
  }
  codat_client_call_async (self, call, error, codat_client_list_companies_async, cancellable,
                           callback, data);
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
  return codat_client_call_finish (self, result, codat_client_list_companies_async, error);
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
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error))
    call = codat_call_new ("GET", codat_path_new (&error, "companies", company_id, NULL),
                           convert_company);
  codat_client_call_async (self, call, error, codat_client_get_company_async, cancellable, callback,
                           data);
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
  return codat_client_call_finish (self, result, codat_client_get_company_async, error);
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
 * Makes a company. It is asked once and never again by itself: whether the company is there after
 * an error of the network can only be seen by looking. Operation: create-company. Errors: those of
 * the network and the server, and %CODAT_ERROR_BAD_ARGUMENT.
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
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_company_check_fields (name, description, tags, TRUE, &error)) {
    call = codat_call_new ("POST", codat_path_new (&error, "companies", NULL), convert_company);
    call->body = codat_company_new_body (name, description, tags);
  }
  codat_client_call_async (self, call, error, codat_client_create_company_async, cancellable,
                           callback, data);
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
  return codat_client_call_finish (self, result, codat_client_create_company_async, error);
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
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error))
    call =
        codat_call_new ("GET", codat_path_new (&error, "companies", company_id, "dataStatus", NULL),
                        convert_data_status);
  codat_client_call_async (self, call, error, codat_client_get_data_status_async, cancellable,
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
  return codat_client_call_finish (self, result, codat_client_get_data_status_async, error);
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
  CodatCall *call;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  call = codat_call_new ("GET", codat_path_new (&error, "profile", NULL), convert_profile);
  codat_client_call_async (self, call, error, codat_client_get_profile_async, cancellable, callback,
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
  return codat_client_call_finish (self, result, codat_client_get_profile_async, error);
}
