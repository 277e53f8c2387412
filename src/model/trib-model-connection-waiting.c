/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-connection.h"

#include "trib-model-connection-private.h"
#include "trib-model-notes-private.h"

#include "codat-error.h"

/* A sign-in of a connection whose end nobody saw: asked about, or waited for no more. Part of
 * TribModelConnection.
 * Main thread only. */

/* The list of companies says it too. */
static void
say_checking (TribModelConnection *self, guint check)
{
  trib_model_connection_set_check (self, check);
  trib_model_connection_tell (self);
  trib_model_notes_emit_changed (self->notes);
}

static void
checked_cb (GObject *answer, const GError *error, gpointer data)
{
  g_autoptr (TribModelConnection) self = g_object_ref (data);
  gboolean gone = g_error_matches (error, CODAT_ERROR, CODAT_ERROR_NOT_FOUND);
  g_autoptr (TribModelProblem) problem =
      error != NULL && !gone ? trib_model_problem_new (error) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  self->check = 0;
  if (answer != NULL) {
    /* What was asked when the program ended is answered. */
    trib_model_notes_set_sign_in_state (self->notes, trib_model_connection_get_id (self),
                                        TRIB_LINK_STATE_IDLE);
    trib_model_connection_take (self, CODAT_CONNECTION (answer), self->platform);
  }
  trib_model_connection_take_problem (self, problem);
  say_checking (self, 0);
  g_object_thaw_notify (G_OBJECT (self));
  if (gone) {
    trib_model_notes_end_sign_in (self->notes, trib_model_connection_get_id (self));
    trib_model_connection_emit_gone (self);
  }
}

gint64
trib_model_connection_get_sign_in (TribModelConnection *self)
{
  return trib_model_notes_get_sign_in (self->notes, trib_model_connection_get_id (self));
}

/**
 * trib_model_connection_get_is_awaited:
 * @self: a connection
 *
 * Returns: whether a sign-in is written down for it whose end nobody saw
 */
gboolean
trib_model_connection_get_is_awaited (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), FALSE);
  return self->status != TRIB_MODEL_STATUS_CONNECTED && self->status != TRIB_MODEL_STATUS_FAILED &&
         trib_model_connection_get_sign_in (self) != 0;
}

/**
 * trib_model_connection_get_is_checking:
 * @self: a connection
 *
 * Returns: whether Codat is being asked what is true
 */
gboolean
trib_model_connection_get_is_checking (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), FALSE);
  return self->check != 0;
}

/**
 * trib_model_connection_check:
 * @self: a connection
 *
 * Asks Codat once what is true of it, together with whoever else asks that.
 */
void
trib_model_connection_check (TribModelConnection *self)
{
  g_autoptr (TribModelQuestion) question = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (self));
  if (self->check != 0)
    return;
  title = g_strdup_printf ("%s · %s", self->platform_name, self->company_name);
  question = trib_model_question_new_connection (self->client, self->company_id,
                                                 trib_model_connection_get_id (self), title);
  trib_model_connection_take_problem (self, NULL);
  say_checking (self, trib_model_watch_ask (self->watch, question, checked_cb, self));
}

/**
 * trib_model_connection_stop_waiting:
 * @self: a connection
 *
 * Forgets the sign-in that was written down; at Codat the connection stays what it is.
 *
 * Returns: (nullable) (transfer full): what trib_model_connection_take_back_stop() needs
 */
char *
trib_model_connection_stop_waiting (TribModelConnection *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  return trib_model_notes_stop_sign_in (self->notes, trib_model_connection_get_id (self));
}

/**
 * trib_model_connection_take_back_stop:
 * @self: a connection
 * @record: what trib_model_connection_stop_waiting() said
 *
 * Waits on, since the same time.
 */
void
trib_model_connection_take_back_stop (TribModelConnection *self, const char *record)
{
  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (self));
  g_return_if_fail (record != NULL);
  trib_model_notes_take_back_stop (self->notes, trib_model_connection_get_id (self), record);
  trib_model_connection_heed_notes (self);
}
