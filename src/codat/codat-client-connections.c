/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-change.h"
#include "codat-client-private.h"
#include "codat-error.h"
#include "codat-path.h"

static char *
identify_connection (gpointer row)
{
  return g_strdup (codat_connection_get_id (row));
}

/**
 * codat_client_list_connections_async:
 * @self: a client
 * @company_id: the id of the company
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * All pages of the connections of a company, each once. Operation: list-connections. Errors: those
 * of the network and the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_list_connections_async (CodatClient *self,
                                     const char *company_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  codat_client_collect_async (self, codat_call_new (CODAT_OP_LIST_CONNECTIONS, company_id), NULL,
                              identify_connection, cancellable, callback, data);
}

/**
 * codat_client_list_connections_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a list of [class@Codat.Connection], or %NULL with @error set
 */
GListModel *
codat_client_list_connections_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_LIST_CONNECTIONS, error);
}

/**
 * codat_client_get_connection_async:
 * @self: a client
 * @company_id: the id of its company
 * @connection_id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * One connection, with a fresh page to sign in at. Operation: get-connection. Errors: those of the
 * network and the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_get_connection_async (CodatClient *self,
                                   const char *company_id,
                                   const char *connection_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  codat_client_call_async (self,
                           codat_call_new (CODAT_OP_GET_CONNECTION, company_id, connection_id),
                           cancellable, callback, data);
}

/**
 * codat_client_get_connection_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
CodatConnection *
codat_client_get_connection_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_GET_CONNECTION, error);
}

/**
 * codat_client_create_connection_async:
 * @self: a client
 * @company_id: the id of its company
 * @platform_key: the key of the platform
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Makes a connection that waits for the company to sign in. When it is in doubt whether it was
 * made, the one that was not there before is looked for, and it is only asked for again when there
 * is none. Operation: create-connection. Errors: those of the network and the server,
 * %CODAT_ERROR_BAD_ID and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_create_connection_async (CodatClient *self,
                                      const char *company_id,
                                      const char *platform_key,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_CREATE_CONNECTION, company_id);

  if (call->error == NULL && codat_check_platform_key (platform_key, &call->error))
    /* The key was checked just now: no character of it needs escaping. */
    call->body = g_strdup_printf ("{\"platformKey\":\"%s\"}", platform_key);
  codat_client_change_async (self, call, NULL, cancellable, callback, data);
}

/**
 * codat_client_create_connection_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the new connection, or %NULL with @error set
 */
CodatConnection *
codat_client_create_connection_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_CREATE_CONNECTION, error);
}

/**
 * codat_client_unlink_connection_async:
 * @self: a client
 * @company_id: the id of its company
 * @connection_id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Gives up the access to a platform; the data stays. Success is what a fresh get-connection says.
 * Operation: unlink-connection. Errors: those of the network and the server, and
 * %CODAT_ERROR_BAD_ID.
 */
void
codat_client_unlink_connection_async (CodatClient *self,
                                      const char *company_id,
                                      const char *connection_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_UNLINK_CONNECTION, company_id, connection_id);

  call->body = g_strdup ("{\"status\":\"Unlinked\"}");
  codat_client_change_async (self, call, NULL, cancellable, callback, data);
}

/**
 * codat_client_unlink_connection_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the connection as it is now, or %NULL with @error set
 */
CodatConnection *
codat_client_unlink_connection_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_UNLINK_CONNECTION, error);
}

/**
 * codat_client_delete_connection_async:
 * @self: a client
 * @company_id: the id of its company
 * @connection_id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Deletes a connection with its data. Success is that a fresh get-connection does not find it; one
 * that was gone before is no error. Operation: delete-connection. Errors: those of the network and
 * the server, and %CODAT_ERROR_BAD_ID.
 */
void
codat_client_delete_connection_async (CodatClient *self,
                                      const char *company_id,
                                      const char *connection_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  CodatCall *call = codat_call_new (CODAT_OP_DELETE_CONNECTION, company_id, connection_id);

  codat_client_change_async (self, call, NULL, cancellable, callback, data);
}

/**
 * codat_client_delete_connection_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it is gone; %FALSE with @error set
 */
gboolean
codat_client_delete_connection_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_DELETE_CONNECTION, error) != NULL;
}
