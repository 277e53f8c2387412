/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-connection.h"

#include "trib-model-connection-private.h"
#include "trib-model-status.h"

#include "codat-error.h"

#include "trib-weak.h"

/* What a connection can tell and do: the second half of the class in trib-model-connection.c. */

static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, CODAT_ERROR, CODAT_ERROR_NOT_FOUND);
}

static void
end_act (TribModelConnection *self, CodatConnection *value, const GError *error)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (value != NULL)
    trib_model_connection_take (self, value, self->platform);
  /* It is unlinked or deleted, also when somebody else was faster. */
  if (error == NULL || is_gone (error))
    trib_model_notes_tell_ended (self->notes, self->company_id,
                                 trib_model_connection_get_platform_key (self));
  trib_model_connection_set_problem (self, is_gone (error) ? NULL : error);
  trib_model_connection_add_busy (self, -1);
  g_object_thaw_notify (G_OBJECT (self));
  if (is_gone (error))
    trib_model_connection_emit_gone (self);
}

static void
unlink_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelConnection) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatConnection) value =
      codat_client_unlink_connection_finish (CODAT_CLIENT (source), result, &error);

  if (self != NULL)
    end_act (self, value, error);
}

static void
delete_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelConnection *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean deleted = codat_client_delete_connection_finish (CODAT_CLIENT (source), result, &error);

  end_act (self, NULL, error);
  if (!deleted) {
    g_task_return_error (task, error);
    return;
  }
  trib_model_connection_emit_gone (self);
  g_task_return_boolean (task, TRUE);
}

static gboolean
undo_over_cb (gpointer data)
{
  TribModelConnection *self = data;

  trib_model_connection_set_undo_timer (self, 0);
  trib_model_connection_commit_unlink (self);
  return G_SOURCE_REMOVE;
}

static void
clear_undo (TribModelConnection *self)
{
  guint timer = self->undo_timer;

  trib_model_connection_set_undo_timer (self, 0);
  if (timer != 0)
    trib_clock_remove (self->clock, timer);
}

/**
 * trib_model_connection_get_id:
 * @self: a connection
 *
 * Returns: its id at the server
 */
const char *
trib_model_connection_get_id (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return codat_connection_get_id (self->value);
}

/**
 * trib_model_connection_get_company_id:
 * @self: a connection
 *
 * Returns: the id of its company
 */
const char *
trib_model_connection_get_company_id (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return self->company_id;
}

/**
 * trib_model_connection_get_platform_name:
 * @self: a connection
 *
 * Returns: the name of its platform, fit to be shown
 */
const char *
trib_model_connection_get_platform_name (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return self->platform_name;
}

/**
 * trib_model_connection_get_platform_key:
 * @self: a connection
 *
 * Returns: (nullable): the key of its platform
 */
const char *
trib_model_connection_get_platform_key (TribModelConnection *self)
{
  const char *key;

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  key = codat_connection_get_integration_key (self->value);
  if (key == NULL && self->platform != NULL)
    key = trib_model_platform_get_key (self->platform);
  return key;
}

/**
 * trib_model_connection_get_platform:
 * @self: a connection
 *
 * Returns: (nullable): its platform, when the grid knows it
 */
TribModelPlatform *
trib_model_connection_get_platform (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return self->platform;
}

/**
 * trib_model_connection_get_status:
 * @self: a connection
 *
 * Returns: its status
 */
TribModelStatus
trib_model_connection_get_status (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), TRIB_MODEL_STATUS_NOT_STARTED);
  return self->status;
}

/**
 * trib_model_connection_get_status_text:
 * @self: a connection
 *
 * Returns: its status in words
 */
const char *
trib_model_connection_get_status_text (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return self->status_text;
}

/**
 * trib_model_connection_get_source_type:
 * @self: a connection
 *
 * Returns: what kind of data it has
 */
CodatSourceType
trib_model_connection_get_source_type (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), CODAT_SOURCE_TYPE_UNKNOWN);
  return codat_connection_get_source_type (self->value);
}

/**
 * trib_model_connection_get_busy:
 * @self: a connection
 *
 * Returns: whether something is under way
 */
gboolean
trib_model_connection_get_busy (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), FALSE);
  return self->n_busy > 0;
}

/**
 * trib_model_connection_get_problem:
 * @self: a connection
 *
 * Returns: (nullable): why the last act failed
 */
TribModelProblem *
trib_model_connection_get_problem (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return self->problem;
}

/**
 * trib_model_connection_get_can_unlink:
 * @self: a connection
 *
 * Returns: whether it is connected, so that it can be given up
 */
gboolean
trib_model_connection_get_can_unlink (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), FALSE);
  return self->status == TRIB_MODEL_STATUS_CONNECTED;
}

/**
 * trib_model_connection_get_can_reconnect:
 * @self: a connection
 *
 * Returns: whether signing in at its platform would bring it back
 */
gboolean
trib_model_connection_get_can_reconnect (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), FALSE);
  return self->status != TRIB_MODEL_STATUS_CONNECTED &&
         self->status != TRIB_MODEL_STATUS_NOT_STARTED;
}

/**
 * trib_model_connection_get_request:
 * @self: a connection
 *
 * Returns: (nullable): who else was asked to sign in there
 */
TribModelRequest *
trib_model_connection_get_request (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return self->request;
}

/**
 * trib_model_connection_get_clock:
 * @self: a connection
 *
 * Returns: what its times are told by
 */
TribClock *
trib_model_connection_get_clock (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return self->clock;
}

/**
 * trib_model_connection_get_former_organisation:
 * @self: a connection
 *
 * Returns: (nullable): which organisation was connected before, when another one is now
 */
const char *
trib_model_connection_get_former_organisation (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return self->former;
}

/**
 * trib_model_connection_dup_organisation:
 * @self: a connection
 *
 * Returns: (transfer full) (nullable): the organisation that the platform reports now
 */
char *
trib_model_connection_dup_organisation (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return trib_model_status_dup_organisation (self->value);
}

/**
 * trib_model_connection_keep_organisation:
 * @self: a connection
 *
 * The other organisation is the right one from now on.
 */
void
trib_model_connection_keep_organisation (TribModelConnection *self)
{
  g_autofree char *name = NULL;

  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (self));
  name = trib_model_status_dup_organisation (self->value);
  if (name != NULL)
    trib_model_notes_set_organisation (self->notes, trib_model_connection_get_id (self), name);
}

/**
 * trib_model_connection_begin_unlink:
 * @self: a connection
 *
 * Gives it up when the undo time is over, unless that is taken back.
 */
void
trib_model_connection_begin_unlink (TribModelConnection *self)
{
  guint timer;

  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (self));
  if (self->undo_timer != 0 || self->n_busy > 0 || !trib_model_connection_get_can_unlink (self))
    return;
  trib_model_connection_set_problem (self, NULL);
  timer = trib_clock_add_timeout (self->clock, TRIB_MODEL_UNDO_SECONDS * 1000, undo_over_cb, self,
                                  NULL);
  trib_model_connection_set_undo_timer (self, timer);
}

/**
 * trib_model_connection_undo_unlink:
 * @self: a connection
 *
 * Takes the wish back: nothing was sent.
 */
void
trib_model_connection_undo_unlink (TribModelConnection *self)
{
  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (self));
  clear_undo (self);
}

/**
 * trib_model_connection_commit_unlink:
 * @self: a connection
 *
 * Gives it up now. When that fails, the problem says why and the row is as before.
 */
void
trib_model_connection_commit_unlink (TribModelConnection *self)
{
  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (self));
  clear_undo (self);
  if (self->n_busy > 0 || !trib_model_connection_get_can_unlink (self))
    return;
  trib_model_connection_set_problem (self, NULL);
  trib_model_connection_add_busy (self, 1);
  /* Not cancelled with the row: what was sent should arrive. */
  codat_client_unlink_connection_async (self->client, self->company_id,
                                        trib_model_connection_get_id (self), NULL, unlink_cb,
                                        trib_weak_new (self));
}

/**
 * trib_model_connection_get_unlink_pending:
 * @self: a connection
 *
 * Returns: whether it will be given up when the undo time is over
 */
gboolean
trib_model_connection_get_unlink_pending (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), FALSE);
  return self->undo_timer != 0;
}

/**
 * trib_model_connection_delete_async:
 * @self: a connection
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Deletes it at the server, with its history. A pending wish to unlink it is forgotten.
 */
void
trib_model_connection_delete_async (TribModelConnection *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  GTask *task;

  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (self));
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_model_connection_delete_async);
  clear_undo (self);
  trib_model_connection_set_problem (self, NULL);
  trib_model_connection_add_busy (self, 1);
  codat_client_delete_connection_async (self->client, self->company_id,
                                        trib_model_connection_get_id (self), cancellable, delete_cb,
                                        task);
}

/**
 * trib_model_connection_delete_finish:
 * @self: a connection
 * @result: what the callback got
 * @error: why it is still there: an error of the client
 *
 * Returns: whether it is gone
 */
gboolean
trib_model_connection_delete_finish (TribModelConnection *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * trib_model_connection_get_sign_in_log:
 * @self: a connection
 *
 * Returns: (transfer none): what happened in sign-ins of its account on this computer
 */
TribModelSignInLog *
trib_model_connection_get_sign_in_log (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return trib_model_notes_get_log (self->notes);
}
