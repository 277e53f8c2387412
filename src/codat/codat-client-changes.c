/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-private.h"
#include "codat-error.h"

/* Changes whose success is not what the answer says but what a fresh look finds. */
typedef struct {
  CodatCall *change; /* (owned) */
  CodatCall *look;   /* (owned) */
  CodatJudgeFunc judge;
} Change;

static void
change_free (Change *change)
{
  codat_call_free (change->change);
  codat_call_free (change->look);
  g_free (change);
}

/* Nobody could look, so what the error of the look says about itself must not be read as an answer
 * to the change: that one was taken. */
static GError *
blur (GError *problem)
{
  static const CodatErrorCode firm[] = {
    CODAT_ERROR_TLS,       CODAT_ERROR_NOT_AUTHORIZED, CODAT_ERROR_PLAN,
    CODAT_ERROR_FORBIDDEN, CODAT_ERROR_REFUSED,        CODAT_ERROR_RATE_LIMITED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (firm); i++) {
    if (g_error_matches (problem, CODAT_ERROR, (int) firm[i]))
      problem->code = CODAT_ERROR_SERVER;
  }
  return problem;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Change *change = g_task_get_task_data (task);
  GError *problem = NULL;
  g_autoptr (GObject) found = g_task_propagate_pointer (G_TASK (result), &problem);
  gpointer value = NULL;

  switch (change->judge (change->change, found, problem, &value)) {
  case CODAT_VERDICT_DONE:
    g_clear_error (&problem);
    g_task_return_pointer (task, value, found != NULL && value == found ? g_object_unref : NULL);
    break;
  case CODAT_VERDICT_NOT_DONE:
    g_clear_error (&problem);
    g_task_return_new_error (task, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                             "Codat took the change, but everything is as it was before");
    break;
  case CODAT_VERDICT_UNKNOWN:
  default:
    g_task_return_error (task, blur (problem));
  }
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;

  /* libsoup sends a DELETE again when a kept connection dies, so the second answer may well be that
   * nothing is there any more. */
  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL &&
      !(g_str_equal (change->change->operation->method, "DELETE") &&
        g_error_matches (error, CODAT_ERROR, CODAT_ERROR_NOT_FOUND))) {
    g_task_return_error (task, error);
    return;
  }
  g_clear_error (&error);
  codat_client_call_async (CODAT_CLIENT (source), codat_call_copy (change->look),
                           g_task_get_cancellable (task), looked_cb, g_object_ref (task));
}

CodatVerdict
codat_judge_gone (const CodatCall *change, GObject *found, const GError *problem, gpointer *result)
{
  if (found != NULL)
    return CODAT_VERDICT_NOT_DONE;
  if (!g_error_matches (problem, CODAT_ERROR, CODAT_ERROR_NOT_FOUND))
    return CODAT_VERDICT_UNKNOWN;
  *result = GINT_TO_POINTER (TRUE);
  return CODAT_VERDICT_DONE;
}

void
codat_client_change_async (CodatClient *self,
                           CodatCall *call,
                           CodatCall *look,
                           CodatJudgeFunc judge,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Change *change = g_new0 (Change, 1);

  g_task_set_source_tag (task, (gpointer) call->operation);
  change->change = call;
  change->look = look;
  change->judge = judge;
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  codat_client_call_async (self, codat_call_copy (call), cancellable, changed_cb, task);
}
