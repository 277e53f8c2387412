/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-link-service.h"

#include "trib-model-company-private.h"
#include "trib-model-connection-private.h"
#include "trib-model-connections-private.h"
#include "trib-model-error.h"
#include "trib-model-link-service-private.h"
#include "trib-model-platforms-private.h"
#include "trib-model-words.h"

#include <glib/gi18n.h>

/* Answers a sign-in's two questions: which link, and what is true. Owned by its session.
 * Main thread only.
 */

static void trib_model_link_service_iface_init (TribLinkServiceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TribModelLinkService,
                               trib_model_link_service,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRIB_LINK_TYPE_SERVICE,
                                                      trib_model_link_service_iface_init))

static TribModelConnections *
get_connections (TribModelLinkService *self)
{
  return trib_model_company_get_connections (self->company);
}

static gboolean
is_accounting_in_use (CodatConnection *value)
{
  return codat_connection_get_source_type (value) == CODAT_SOURCE_TYPE_ACCOUNTING &&
         codat_connection_get_status (value) == CODAT_CONNECTION_STATUS_LINKED;
}

static GError *
rule_error (CodatConnection *in_use)
{
  const char *name = codat_connection_get_platform_name (in_use);

  if (*name == '\0')
    return g_error_new_literal (
        TRIB_MODEL_ERROR, TRIB_MODEL_ERROR_RULE,
        _ ("A company has one accounting platform at a time, and this one has its own already. "
           "Unlink that one first; what was read from it stays."));
  return g_error_new (
      TRIB_MODEL_ERROR, TRIB_MODEL_ERROR_RULE,
      /* Translators: %s is a platform. */
      _ ("A company has one accounting platform at a time, and %s is connected. Unlink it first; "
         "what was read from it stays."),
         name);
}

typedef struct {
  CodatConnection *value; /* (owned) */
  TribLinkTicket *ticket; /* (owned) (nullable): until it is handed over */
} Come;

static void
come_free (Come *come)
{
  g_object_unref (come->value);
  g_clear_pointer (&come->ticket, trib_link_ticket_free);
  g_free (come);
}

/* A disk that is full must not stop a sign-in. The lists hear of the connection when its link is on
 * its way to the page: nobody looks at them now, and drawing them anew takes a while. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  Come *come = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_message ("The sign-in could not be written down: %s", error->message);
  g_task_return_pointer (task, g_steal_pointer (&come->ticket),
                         (GDestroyNotify) trib_link_ticket_free);
  trib_model_connections_take_one (get_connections (g_task_get_source_object (task)), come->value);
}

/* The sign-in is written down before anybody can open its link. */
static void
return_ticket (GTask *task, CodatConnection *value)
{
  TribModelLinkService *self = g_task_get_source_object (task);
  const char *uri = codat_connection_get_link_url (value);
  g_autoptr (GTask) kept = NULL;
  TribLinkTicket *ticket;
  guint hours;
  Come *come;

  if (uri == NULL || *uri == '\0') {
    trib_model_connections_take_one (get_connections (self), value);
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             "The connection came without a link");
    return;
  }
  ticket = g_new0 (TribLinkTicket, 1);
  ticket->connection_id = g_strdup (codat_connection_get_id (value));
  ticket->uri = g_strdup (uri);
  hours = self->platform != NULL
              ? trib_model_platform_get_link_hours (self->platform)
              : trib_model_platforms_get_link_hours (self->company->platforms, value);
  ticket->life = hours * 3600;
  ticket->is_linked = codat_connection_get_status (value) == CODAT_CONNECTION_STATUS_LINKED;
  kept = g_task_new (self, NULL, kept_cb, g_object_ref (task));
  g_task_set_source_tag (kept, return_ticket);
  come = g_new0 (Come, 1);
  come->value = g_object_ref (value);
  come->ticket = ticket;
  g_task_set_task_data (task, come, (GDestroyNotify) come_free);
  trib_model_notes_begin_sign_in (
      self->company->notes, ticket->connection_id, trib_model_company_get_id (self->company),
      codat_connection_get_integration_key (value), g_steal_pointer (&kept));
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (CodatConnection) value =
      codat_client_create_connection_finish (CODAT_CLIENT (source), result, &error);

  if (value == NULL)
    g_task_return_error (task, error);
  else
    return_ticket (task, value);
}

/* Another accounting connection in use stands in the way of this one; (nullable), borrowed. */
static CodatConnection *
find_obstacle (TribModelLinkService *self, CodatConnection *value)
{
  GListModel *rows = G_LIST_MODEL (get_connections (self));
  guint n = g_list_model_get_n_items (rows);

  if (codat_connection_get_source_type (value) != CODAT_SOURCE_TYPE_ACCOUNTING)
    return NULL;
  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelConnection) row = g_list_model_get_item (rows, i);
    CodatConnection *other = trib_model_connection_get_value (row);

    if (is_accounting_in_use (other) &&
        g_strcmp0 (codat_connection_get_id (other), codat_connection_get_id (value)) != 0)
      return other;
  }
  return NULL;
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelLinkService *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (CodatConnection) value =
      codat_client_get_connection_finish (CODAT_CLIENT (source), result, &error);
  CodatConnection *obstacle;

  if (value == NULL) {
    g_task_return_error (task, error);
    return;
  }
  obstacle = find_obstacle (self, value);
  if (obstacle != NULL)
    g_task_return_error (task, rule_error (obstacle));
  else
    return_ticket (task, value);
}

static gboolean
is_same_platform (TribModelLinkService *self, CodatConnection *value)
{
  TribModelPlatform *platform = self->platform;
  const char *id = codat_connection_get_integration_id (value);
  const char *key = codat_connection_get_integration_key (value);
  CodatSourceType type = codat_connection_get_source_type (value);
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;

  if (id != NULL && trib_model_platform_get_integration_id (platform) != NULL)
    return g_strcmp0 (id, trib_model_platform_get_integration_id (platform)) == 0;
  if (type != trib_model_platform_get_source_type (platform))
    return FALSE;
  if (key != NULL)
    return g_strcmp0 (key, trib_model_platform_get_key (platform)) == 0;
  name = trib_model_fold (codat_connection_get_platform_name (value));
  other = trib_model_fold (trib_model_platform_get_name (platform));
  return g_strcmp0 (name, other) == 0;
}

static gboolean
can_reopen (CodatConnection *value)
{
  switch (codat_connection_get_status (value)) {
  case CODAT_CONNECTION_STATUS_PENDING_AUTH:
  case CODAT_CONNECTION_STATUS_UNLINKED:
  case CODAT_CONNECTION_STATUS_DEAUTHORIZED:
    return TRUE;
  case CODAT_CONNECTION_STATUS_LINKED:
  case CODAT_CONNECTION_STATUS_UNKNOWN:
  default:
    return FALSE;
  }
}

static gboolean
is_newer (CodatConnection *one, CodatConnection *other)
{
  GDateTime *first = codat_connection_get_created (one);
  GDateTime *second = codat_connection_get_created (other);

  return second == NULL || (first != NULL && g_date_time_compare (first, second) > 0);
}

/* The newest connection of the platform that can be opened again instead of making a second one. */
static CodatConnection *
find_to_reopen (TribModelLinkService *self, GListModel *list)
{
  g_autoptr (CodatConnection) best = NULL;
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++) {
    g_autoptr (CodatConnection) value = g_list_model_get_item (list, i);

    if (can_reopen (value) && is_same_platform (self, value) &&
        (best == NULL || is_newer (value, best)))
      g_set_object (&best, value);
  }
  return g_steal_pointer (&best);
}

static CodatConnection *
find_in_use (GListModel *list)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++) {
    g_autoptr (CodatConnection) value = g_list_model_get_item (list, i);

    if (is_accounting_in_use (value))
      return g_steal_pointer (&value);
  }
  return NULL;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelLinkService *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const char *company_id = trib_model_company_get_id (self->company);
  GError *error = NULL;
  g_autoptr (GListModel) list =
      codat_client_list_connections_finish (CODAT_CLIENT (source), result, &error);
  g_autoptr (CodatConnection) in_use = NULL;
  g_autoptr (CodatConnection) reopen = NULL;

  if (list == NULL) {
    g_task_return_error (task, error);
    return;
  }
  if (trib_model_platform_get_source_type (self->platform) == CODAT_SOURCE_TYPE_ACCOUNTING)
    in_use = find_in_use (list);
  reopen = find_to_reopen (self, list);
  if (in_use != NULL)
    g_task_return_error (task, rule_error (in_use));
  else if (reopen != NULL)
    /* Its link in the list may have been used up: a link is fetched when it is opened. */
    codat_client_get_connection_async (self->client, company_id, codat_connection_get_id (reopen),
                                       cancellable, fetched_cb, g_steal_pointer (&task));
  else
    codat_client_create_connection_async (self->client, company_id,
                                          trib_model_platform_get_key (self->platform), cancellable,
                                          created_cb, g_steal_pointer (&task));
}

/* Looks for a connection, and makes one where there is none. */
static void
begin_anew (GTask *task)
{
  TribModelLinkService *self = g_task_get_source_object (task);

  codat_client_list_connections_async (self->client, trib_model_company_get_id (self->company),
                                       g_task_get_cancellable (task), listed_cb, task);
}

static void
trib_model_link_service_fetch_ticket_async (TribLinkService *service,
                                            const char *connection_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer data)
{
  TribModelLinkService *self = TRIB_MODEL_LINK_SERVICE (service);
  const char *company_id = trib_model_company_get_id (self->company);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, trib_model_link_service_fetch_ticket_async);
  if (connection_id != NULL)
    codat_client_get_connection_async (self->client, company_id, connection_id, cancellable,
                                       fetched_cb, g_steal_pointer (&task));
  else if (self->platform != NULL)
    trib_model_link_turns_run (self->company->turns, g_steal_pointer (&task), begin_anew);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             "There is neither a platform nor a connection");
}

static TribLinkTicket *
trib_model_link_service_fetch_ticket_finish (TribLinkService *service,
                                             GAsyncResult *result,
                                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, service), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
trib_model_link_service_iface_init (TribLinkServiceInterface *iface)
{
  iface->fetch_ticket_async = trib_model_link_service_fetch_ticket_async;
  iface->fetch_ticket_finish = trib_model_link_service_fetch_ticket_finish;
  iface->check_async = trib_model_link_service_check_async;
  iface->check_finish = trib_model_link_service_check_finish;
  iface->follow = trib_model_link_service_follow;
  iface->unfollow = trib_model_link_service_unfollow;
}

static void
trib_model_link_service_dispose (GObject *object)
{
  TribModelLinkService *self = TRIB_MODEL_LINK_SERVICE (object);

  if (self->company != NULL)
    trib_model_link_service_unfollow (TRIB_LINK_SERVICE (self));
  g_clear_object (&self->client);
  g_clear_object (&self->company);
  g_clear_object (&self->platform);
  G_OBJECT_CLASS (trib_model_link_service_parent_class)->dispose (object);
}

static void
trib_model_link_service_class_init (TribModelLinkServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trib_model_link_service_dispose;
}

static void
trib_model_link_service_init (TribModelLinkService *self)
{
}

/**
 * trib_model_link_service_new:
 * @client: asks the server
 * @company: who signs in
 * @platform: (nullable): where, when there is no connection yet
 *
 * Returns: (transfer full): a service for one session
 */
TribModelLinkService *
trib_model_link_service_new (CodatClient *client,
                             TribModelCompany *company,
                             TribModelPlatform *platform)
{
  TribModelLinkService *self = g_object_new (TRIB_MODEL_TYPE_LINK_SERVICE, NULL);

  self->client = g_object_ref (client);
  self->company = g_object_ref (company);
  g_set_object (&self->platform, platform);
  return self;
}
