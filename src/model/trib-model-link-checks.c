/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-link-service.h"

#include "trib-model-company-private.h"
#include "trib-model-connection-private.h"
#include "trib-model-connections-private.h"
#include "trib-model-link-service-private.h"
#include "trib-model-status.h"

#include "codat-error.h"

/* What is true of a connection, asked once or again and again through the watch of the account.
 * Part of TribModelLinkService.
 * Main thread only. */

static TribModelConnections *
get_connections (TribModelLinkService *self)
{
  return trib_model_company_get_connections (self->company);
}

static TribLinkTruth
truth_of (CodatConnection *value)
{
  switch (codat_connection_get_status (value)) {
  case CODAT_CONNECTION_STATUS_LINKED:
    return TRIB_LINK_TRUTH_LINKED;
  case CODAT_CONNECTION_STATUS_UNLINKED:
    return TRIB_LINK_TRUTH_UNLINKED;
  case CODAT_CONNECTION_STATUS_DEAUTHORIZED:
    return TRIB_LINK_TRUTH_DEAUTHORIZED;
  case CODAT_CONNECTION_STATUS_PENDING_AUTH:
    return TRIB_LINK_TRUTH_PENDING;
  case CODAT_CONNECTION_STATUS_UNKNOWN:
  default:
    return TRIB_LINK_TRUTH_UNKNOWN;
  }
}

/* What an answer means for a sign-in; (nullable): NULL when there was none. */
static TribLinkCheck *
check_new (TribModelLinkService *self, CodatConnection *value, const GError *error)
{
  TribLinkCheck *check;

  if (value == NULL && !g_error_matches (error, CODAT_ERROR, CODAT_ERROR_NOT_FOUND))
    return NULL;
  check = g_new0 (TribLinkCheck, 1);
  check->truth = TRIB_LINK_TRUTH_GONE;
  if (value != NULL) {
    check->truth = truth_of (value);
    check->platform_name = g_strdup (codat_connection_get_platform_name (value));
    check->platform_message = trib_model_status_dup_fault_text (value);
    check->organisation = trib_model_status_dup_organisation (value);
    trib_model_connections_take_one (get_connections (self), value);
  }
  return check;
}

static TribModelQuestion *
question_new (TribModelLinkService *self, const char *connection_id)
{
  TribModelConnection *row = trib_model_connections_find (get_connections (self), connection_id);
  const char *platform = NULL;
  g_autofree char *title = NULL;

  if (self->platform != NULL)
    platform = trib_model_platform_get_name (self->platform);
  else if (row != NULL)
    platform = trib_model_connection_get_platform_name (row);
  if (platform != NULL)
    title = g_strdup_printf ("%s · %s", platform, trib_model_company_get_name (self->company));
  return trib_model_question_new_connection (
      self->client, trib_model_company_get_id (self->company), connection_id,
      title != NULL ? title : trib_model_company_get_name (self->company));
}

/* A check that waits for the watch, and can be given up. */
typedef struct {
  TribModelWatch *watch; /* (owned) */
  guint listener;
  gulong handler; /* of the cancellable */
} Check;

static void
check_slot_free (Check *slot)
{
  g_object_unref (slot->watch);
  g_free (slot);
}

static void
checked_cb (GObject *answer, const GError *error, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelLinkService *self = g_task_get_source_object (task);
  Check *slot = g_task_get_task_data (task);
  TribLinkCheck *check;

  /* First: whoever hears of the row may cancel, and the listener is gone already. */
  g_cancellable_disconnect (g_task_get_cancellable (task), slot->handler);
  check = check_new (self, (CodatConnection *) answer, error);
  if (check != NULL)
    g_task_return_pointer (task, check, (GDestroyNotify) trib_link_check_free);
  else
    g_task_return_error (task, g_error_copy (error));
}

/* Nobody waits any more; the watch may still ask for somebody else. */
static void
check_cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_autoptr (GTask) task = data;
  Check *slot = g_task_get_task_data (task);

  g_signal_handler_disconnect (cancellable, slot->handler);
  trib_model_watch_remove (slot->watch, slot->listener);
  g_task_return_error_if_cancelled (task);
}

void
trib_model_link_service_check_async (TribLinkService *service,
                                     const char *connection_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  TribModelLinkService *self = TRIB_MODEL_LINK_SERVICE (service);
  g_autoptr (TribModelQuestion) question = question_new (self, connection_id);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Check *slot = g_new0 (Check, 1);

  g_task_set_source_tag (task, trib_model_link_service_check_async);
  slot->watch = g_object_ref (self->company->watch);
  g_task_set_task_data (task, slot, (GDestroyNotify) check_slot_free);
  if (g_task_return_error_if_cancelled (task))
    return;
  /* The task belongs to the listener, whichever way that ends. */
  slot->listener = trib_model_watch_ask (slot->watch, question, checked_cb, g_object_ref (task));
  if (cancellable != NULL)
    slot->handler =
        g_signal_connect (cancellable, "cancelled", G_CALLBACK (check_cancelled_cb), task);
}

TribLinkCheck *
trib_model_link_service_check_finish (TribLinkService *service,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, service), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
followed_cb (GObject *answer, const GError *error, gpointer data)
{
  g_autoptr (TribModelLinkService) self = g_object_ref (data);
  g_autoptr (TribLinkCheck) check = check_new (self, (CodatConnection *) answer, error);

  /* Whoever heard of the row may have let go. */
  if (self->func != NULL)
    self->func (check, self->func_data);
}

void
trib_model_link_service_unfollow (TribLinkService *service)
{
  TribModelLinkService *self = TRIB_MODEL_LINK_SERVICE (service);

  self->func = NULL;
  if (self->listener != 0)
    trib_model_watch_remove (self->company->watch, self->listener);
  self->listener = 0;
}

void
trib_model_link_service_follow (TribLinkService *service,
                                const char *connection_id,
                                TribLinkFollowFunc func,
                                gpointer data)
{
  TribModelLinkService *self = TRIB_MODEL_LINK_SERVICE (service);
  g_autoptr (TribModelQuestion) question = question_new (self, connection_id);

  trib_model_link_service_unfollow (service);
  self->func = func;
  self->func_data = data;
  self->listener = trib_model_watch_add (self->company->watch, question,
                                         TRIB_MODEL_WATCH_KIND_SIGN_IN, followed_cb, self);
}
