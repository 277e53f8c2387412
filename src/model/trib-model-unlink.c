/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-unlink.h"

#include <glib/gi18n.h>

/* Giving a connection up as a step on the way to something else.
 * Main thread only. */

static void
end (GTask *task, GError *error)
{
  g_autoptr (GTask) keep = g_object_ref (task);

  g_signal_handlers_disconnect_by_data (g_task_get_source_object (task), task);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* One that is gone has said so by now. */
static gboolean
unchanged_cb (gpointer data)
{
  GTask *task = data;

  if (g_signal_handler_find (g_task_get_source_object (task), G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                             task) != 0)
    end (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                                    _ ("Codat did not unlink it. Try again in a moment.")));
  return G_SOURCE_REMOVE;
}

static void
settle (GTask *task)
{
  TribModelConnection *connection = g_task_get_source_object (task);
  TribModelProblem *problem = trib_model_connection_get_problem (connection);

  if (trib_model_connection_get_busy (connection))
    return;
  if (trib_model_connection_get_status (connection) == TRIB_MODEL_STATUS_PAST)
    end (task, NULL);
  else if (problem != NULL)
    end (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                                    trib_model_problem_get_sentence (problem)));
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, unchanged_cb, g_object_ref (task), g_object_unref);
}

static void
gone_cb (GTask *task)
{
  end (task, NULL);
}

static void
follow (GTask *task, const char *signal, GCallback callback)
{
  g_signal_connect_data (g_task_get_source_object (task), signal, callback, g_object_ref (task),
                         (GClosureNotify) g_object_unref, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * trib_model_unlink_async:
 * @connection: what is given up
 * @callback: called when Codat has answered
 * @data: for @callback
 *
 * Gives a connection up at once. What was sent is not taken back: there is nothing to cancel.
 */
void
trib_model_unlink_async (TribModelConnection *connection,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (connection));
  task = g_task_new (connection, NULL, callback, data);
  g_task_set_source_tag (task, trib_model_unlink_async);
  if (trib_model_connection_get_status (connection) == TRIB_MODEL_STATUS_PAST) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  if (trib_model_connection_get_busy (connection) ||
      !trib_model_connection_get_can_unlink (connection)) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "%s",
                             _ ("Something else is being done with it. Try again in a moment."));
    return;
  }
  follow (task, "notify::busy", G_CALLBACK (settle));
  follow (task, "gone", G_CALLBACK (gone_cb));
  trib_model_connection_commit_unlink (connection);
}

/**
 * trib_model_unlink_finish:
 * @connection: what was to be given up
 * @result: the result
 * @error: (out): why it was not, in a translated sentence
 *
 * Returns: whether it is given up
 */
gboolean
trib_model_unlink_finish (TribModelConnection *connection, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, connection), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
