/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-private.h"
#include "codat-error.h"
#include "codat-json.h"
#include "codat-path.h"

static gpointer
convert_connection (JsonNode *root, GError **error)
{
  return codat_connection_new_from_node (root, error);
}

static gpointer
convert_connections (JsonNode *root, GError **error)
{
  return codat_page_new_from_node (root, CODAT_TYPE_CONNECTION,
                                   (CodatRowFunc) codat_connection_new_from_json, error);
}

static char *
identify_connection (gpointer row)
{
  return g_strdup (codat_connection_get_id (row));
}

static gboolean
check_ids (const char *company_id, const char *connection_id, GError **error)
{
  return codat_check_id (company_id, "company", error) &&
         codat_check_id (connection_id, "connection", error);
}

/* A call about one connection; NULL with error set when an id is no GUID. */
static CodatCall *
new_connection_call (const char *method,
                     const char *company_id,
                     const char *connection_id,
                     CodatConvertFunc convert,
                     GError **error)
{
  if (!check_ids (company_id, connection_id, error))
    return NULL;
  return codat_call_new (
      method, codat_path_new (error, "companies", company_id, "connections", connection_id, NULL),
      convert);
}

static void
looked_after_unlink_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (CodatConnection) connection =
      codat_client_look_finish (CODAT_CLIENT (source), result, &error);

  if (connection == NULL)
    g_task_return_error (task, error);
  else if (codat_connection_get_status (connection) == CODAT_CONNECTION_STATUS_UNLINKED)
    g_task_return_pointer (task, g_steal_pointer (&connection), g_object_unref);
  else
    g_task_return_new_error (task, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                             "Codat took the unlinking, but the connection is not unlinked");
}

static void
unlinked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (codat_client_call_finish (CODAT_CLIENT (source), result, unlinked_cb, &error) == NULL)
    g_task_return_error (task, error);
  else
    codat_client_look (g_steal_pointer (&task), convert_connection, looked_after_unlink_cb);
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
  GError *error = NULL;
  char *path = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error))
    path = codat_path_new (&error, "companies", company_id, "connections", NULL);
  codat_client_collect_async (self, path, NULL, convert_connections, identify_connection, error,
                              codat_client_list_connections_async, cancellable, callback, data);
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
  return codat_client_call_finish (self, result, codat_client_list_connections_async, error);
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
  CodatCall *call;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  call = new_connection_call ("GET", company_id, connection_id, convert_connection, &error);
  codat_client_call_async (self, call, error, codat_client_get_connection_async, cancellable,
                           callback, data);
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
  return codat_client_call_finish (self, result, codat_client_get_connection_async, error);
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
 * Makes a connection that waits for the company to sign in. Operation: create-connection. Errors:
 * those of the network and the server, %CODAT_ERROR_BAD_ID and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_create_connection_async (CodatClient *self,
                                      const char *company_id,
                                      const char *platform_key,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  CodatCall *call = NULL;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (codat_check_id (company_id, "company", &error) &&
      codat_check_platform_key (platform_key, &error)) {
    call = codat_call_new ("POST",
                           codat_path_new (&error, "companies", company_id, "connections", NULL),
                           convert_connection);
    /* The key was checked just now: no character of it needs escaping. */
    call->body = g_strdup_printf ("{\"platformKey\":\"%s\"}", platform_key);
  }
  codat_client_call_async (self, call, error, codat_client_create_connection_async, cancellable,
                           callback, data);
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
  return codat_client_call_finish (self, result, codat_client_create_connection_async, error);
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
  CodatCall *call;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  call = new_connection_call ("PATCH", company_id, connection_id, NULL, &error);
  if (call != NULL)
    call->body = g_strdup ("{\"status\":\"Unlinked\"}");
  codat_client_change (self, call, error, codat_client_unlink_connection_async, unlinked_cb,
                       cancellable, callback, data);
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
  return codat_client_call_finish (self, result, codat_client_unlink_connection_async, error);
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
  CodatCall *call;
  GError *error = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  call = new_connection_call ("DELETE", company_id, connection_id, NULL, &error);
  codat_client_remove_async (self, call, error, codat_client_delete_connection_async, cancellable,
                             callback, data);
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
  return codat_client_call_finish (self, result, codat_client_delete_connection_async, error) !=
         NULL;
}
