/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-service.h"

#include <string.h>

/* The one upward call of this room. Implemented in model/ over the Codat client; owned by whoever
 * makes a session. All calls start and end on the thread that makes them. */

G_DEFINE_INTERFACE (TribLinkService, trib_link_service, G_TYPE_OBJECT)

static void
trib_link_service_default_init (TribLinkServiceInterface *iface)
{
}

/**
 * trib_link_check_copy:
 * @check: what a service said
 *
 * Returns: (transfer full): the same
 */
TribLinkCheck *
trib_link_check_copy (const TribLinkCheck *check)
{
  TribLinkCheck *copy;

  g_return_val_if_fail (check != NULL, NULL);
  copy = g_new0 (TribLinkCheck, 1);
  copy->truth = check->truth;
  copy->platform_name = g_strdup (check->platform_name);
  copy->platform_message = g_strdup (check->platform_message);
  copy->organisation = g_strdup (check->organisation);
  return copy;
}

/**
 * trib_link_check_free:
 * @check: (nullable) (transfer full): what a service said
 */
void
trib_link_check_free (TribLinkCheck *check)
{
  if (check == NULL)
    return;
  g_free (check->platform_name);
  g_free (check->platform_message);
  g_free (check->organisation);
  g_free (check);
}

/**
 * trib_link_ticket_free:
 * @ticket: (nullable) (transfer full): a link; its secret is wiped from memory first
 */
void
trib_link_ticket_free (TribLinkTicket *ticket)
{
  if (ticket == NULL)
    return;
  if (ticket->uri != NULL)
    explicit_bzero (ticket->uri, strlen (ticket->uri));
  g_free (ticket->uri);
  g_free (ticket->connection_id);
  g_free (ticket);
}

/**
 * trib_link_service_fetch_ticket_async:
 * @self: a service
 * @connection_id: (nullable): the connection that wants a fresh link, or %NULL for the first one
 * @cancellable: (nullable): to give up
 * @callback: called when there is an answer
 * @data: for @callback
 */
void
trib_link_service_fetch_ticket_async (TribLinkService *self,
                                      const char *connection_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  g_return_if_fail (TRIB_LINK_IS_SERVICE (self));
  TRIB_LINK_SERVICE_GET_IFACE (self)->fetch_ticket_async (self, connection_id, cancellable,
                                                          callback, data);
}

/**
 * trib_link_service_fetch_ticket_finish:
 * @self: a service
 * @result: what the callback got
 * @error: return location for an error of the service's own domain
 *
 * Returns: (transfer full) (nullable): a link that works once
 */
TribLinkTicket *
trib_link_service_fetch_ticket_finish (TribLinkService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TRIB_LINK_IS_SERVICE (self), NULL);
  return TRIB_LINK_SERVICE_GET_IFACE (self)->fetch_ticket_finish (self, result, error);
}

/**
 * trib_link_service_check_async:
 * @self: a service
 * @connection_id: the connection to ask about
 * @cancellable: (nullable): to give up
 * @callback: called when there is an answer
 * @data: for @callback
 *
 * A connection that is gone is an answer here, no error.
 */
void
trib_link_service_check_async (TribLinkService *self,
                               const char *connection_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (TRIB_LINK_IS_SERVICE (self));
  g_return_if_fail (connection_id != NULL);
  TRIB_LINK_SERVICE_GET_IFACE (self)->check_async (self, connection_id, cancellable, callback,
                                                   data);
}

/**
 * trib_link_service_check_finish:
 * @self: a service
 * @result: what the callback got
 * @error: return location for an error of the service's own domain
 *
 * Returns: (transfer full) (nullable): what is true now
 */
TribLinkCheck *
trib_link_service_check_finish (TribLinkService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TRIB_LINK_IS_SERVICE (self), NULL);
  return TRIB_LINK_SERVICE_GET_IFACE (self)->check_finish (self, result, error);
}

/**
 * trib_link_service_follow:
 * @self: a service that follows nothing
 * @connection_id: the connection to ask about
 * @func: told of each answer, never from within this call
 * @data: for @func; it lives until [method@TribLink.Service.unfollow]
 *
 * Asks again and again, as often as the service finds right.
 */
void
trib_link_service_follow (TribLinkService *self,
                          const char *connection_id,
                          TribLinkFollowFunc func,
                          gpointer data)
{
  g_return_if_fail (TRIB_LINK_IS_SERVICE (self));
  g_return_if_fail (connection_id != NULL);
  g_return_if_fail (func != NULL);
  TRIB_LINK_SERVICE_GET_IFACE (self)->follow (self, connection_id, func, data);
}

/**
 * trib_link_service_unfollow:
 * @self: a service
 *
 * Tells nothing more; it may follow nothing already.
 */
void
trib_link_service_unfollow (TribLinkService *self)
{
  g_return_if_fail (TRIB_LINK_IS_SERVICE (self));
  TRIB_LINK_SERVICE_GET_IFACE (self)->unfollow (self);
}
