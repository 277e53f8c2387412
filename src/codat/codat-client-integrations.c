/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-private.h"
#include "codat-path.h"

/* One key may stand for two sources, like Xero and its bank feeds, so the key alone is not enough,
 * and the source id is optional. */
static char *
identify_integration (gpointer row)
{
  CodatIntegration *integration = row;
  const char *source_id = codat_integration_get_source_id (integration);
  const char *type = codat_source_type_to_string (codat_integration_get_source_type (integration));

  return g_strconcat (codat_integration_get_key (integration), " ", type, " ",
                      source_id != NULL ? source_id : "", NULL);
}

/* The server is asked for enabled ones only; one that does not understand the question sends all.
 */
static char *
identify_enabled (gpointer row)
{
  return codat_integration_get_enabled (row) ? identify_integration (row) : NULL;
}

/**
 * codat_client_list_integrations_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * All pages of the platforms that are switched on, each once. Operation: list-integrations. Errors:
 * those of the network and the server.
 */
void
codat_client_list_integrations_async (CodatClient *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  codat_client_collect_async (self, codat_call_new (CODAT_OP_LIST_INTEGRATIONS), "enabled=true",
                              identify_enabled, cancellable, callback, data);
}

/**
 * codat_client_list_integrations_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a list of [class@Codat.Integration], or %NULL with @error set
 */
GListModel *
codat_client_list_integrations_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_LIST_INTEGRATIONS, error);
}

/**
 * codat_client_list_all_integrations_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * All pages of the platforms, those that are switched off as well, each once. Operation:
 * list-integrations. Errors: those of the network and the server.
 */
void
codat_client_list_all_integrations_async (CodatClient *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer data)
{
  codat_client_collect_async (self, codat_call_new (CODAT_OP_LIST_INTEGRATIONS), NULL,
                              identify_integration, cancellable, callback, data);
}

/**
 * codat_client_list_all_integrations_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a list of [class@Codat.Integration], or %NULL with @error set
 */
GListModel *
codat_client_list_all_integrations_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_LIST_INTEGRATIONS, error);
}

/**
 * codat_client_get_integration_async:
 * @self: a client
 * @platform_key: its key
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * One platform. Operation: get-integration. Errors: those of the network and the
 * server, and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_get_integration_async (CodatClient *self,
                                    const char *platform_key,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  codat_client_call_async (self, codat_call_new (CODAT_OP_GET_INTEGRATION, platform_key),
                           cancellable, callback, data);
}

/**
 * codat_client_get_integration_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the platform, or %NULL with @error set
 */
CodatIntegration *
codat_client_get_integration_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_GET_INTEGRATION, error);
}

/**
 * codat_client_get_branding_async:
 * @self: a client
 * @platform_key: its key
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * The pictures of a platform. Operation: get-integrations-branding. Errors: those of the network
 * and the server, and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_get_branding_async (CodatClient *self,
                                 const char *platform_key,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  codat_client_call_async (self, codat_call_new (CODAT_OP_GET_BRANDING, platform_key), cancellable,
                           callback, data);
}

/**
 * codat_client_get_branding_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): its branding, or %NULL with @error set
 */
CodatBranding *
codat_client_get_branding_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, CODAT_OP_GET_BRANDING, error);
}
