/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-resume.h"

#include "codat-change.h"
#include "codat-client-private.h"
#include "codat-delivery.h"
#include "codat-error.h"

/* Changes that are made exactly once. When nobody knows how one ended, it is looked for, and only
 * what is not there is asked for again: under the same Idempotency-Key as long as the first request
 * may still be under way, under a new one when Codat would only repeat its own failure. */

static guint
get_time_left (CodatClient *self, const CodatChange *change)
{
  gint64 left = change->give_up_at - trib_clock_get_monotonic_time (self->clock);

  return (guint) (MAX (left, 0) / 1000);
}

static void
settle (GTask *task, gpointer value)
{
  codat_client_end_change (g_task_get_source_object (task), g_task_get_task_data (task), TRUE);
  g_task_return_pointer (task, value, value != GINT_TO_POINTER (TRUE) ? g_object_unref : NULL);
}

/* Takes over the error. */
static void
refuse (GTask *task, GError *error)
{
  codat_client_end_change (g_task_get_source_object (task), g_task_get_task_data (task), TRUE);
  g_task_return_error (task, error);
}

/* It may have been made, so the record stays. Takes over the error. */
static void
leave_open (GTask *task, GError *error)
{
  codat_client_end_change (g_task_get_source_object (task), g_task_get_task_data (task), FALSE);
  g_task_return_error (task, error);
}

static void send_change (GTask *task, guint delay);

static gboolean
has_passed (const GError *doubt)
{
  return doubt == NULL || !g_error_matches (doubt, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
}

/* Sends it again, or says why nobody knows. */
static void
go_on (GTask *task)
{
  CodatClient *self = g_task_get_source_object (task);
  CodatChange *change = g_task_get_task_data (task);
  guint delay =
      change->n_sent > 0 ? codat_delivery_get_jitter (change->n_sent, g_random_double ()) : 0;

  if (change->n_sent < self->max_tries && has_passed (change->doubt) &&
      get_time_left (self, change) > delay)
    send_change (task, delay);
  else if (change->doubt != NULL)
    leave_open (task, g_steal_pointer (&change->doubt));
  else
    leave_open (task, g_error_new_literal (CODAT_ERROR, CODAT_ERROR_TIMED_OUT,
                                           "There was no time left to send the request"));
}

/* Done, but the answer had more than the look can show. Codat keeps it for the same key. */
static void
ask_for_lost (GTask *task)
{
  CodatClient *self = g_task_get_source_object (task);
  CodatChange *change = g_task_get_task_data (task);

  if (change->doubt != NULL && change->n_failed == 0 && g_str_equal (change->key, change->id) &&
      change->n_sent < self->max_tries && get_time_left (self, change) > 0)
    go_on (task);
  else
    refuse (task, g_error_new_literal (
                      CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                      "The key was made, but its value was lost on the way: delete the key and "
                      "make another one"));
}

/* Nobody could look, so what the error of the look says about itself must not be read as an answer
 * to the change: that one was taken. */
static GError *
blur (GError *problem)
{
  static const CodatErrorCode firm[] = {
    CODAT_ERROR_TLS,     CODAT_ERROR_NOT_AUTHORIZED, CODAT_ERROR_PLAN,      CODAT_ERROR_FORBIDDEN,
    CODAT_ERROR_REFUSED, CODAT_ERROR_RATE_LIMITED,   CODAT_ERROR_NOT_FOUND,
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
  CodatChange *change = g_task_get_task_data (task);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GObject) found = g_task_propagate_pointer (G_TASK (result), &problem);
  gpointer value = NULL;

  switch (change->care->judge (change, found, problem, &value)) {
  case CODAT_VERDICT_DONE:
    settle (task, value);
    break;
  case CODAT_VERDICT_LOST:
    ask_for_lost (task);
    break;
  case CODAT_VERDICT_NOT_DONE:
    if (change->is_refused)
      leave_open (task, g_steal_pointer (&change->doubt));
    else if (change->doubt != NULL || codat_change_is_resumed (change))
      go_on (task);
    else
      refuse (task,
              g_error_new_literal (CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                                   "Codat took the change, but everything is as it was before"));
    break;
  case CODAT_VERDICT_UNKNOWN:
  default:
    if (codat_change_is_nowhere (change, problem))
      refuse (task, g_steal_pointer (&problem));
    else if (change->doubt != NULL && !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      leave_open (task, g_steal_pointer (&change->doubt));
    else if (problem != NULL && codat_change_is_resumed (change))
      leave_open (task, g_steal_pointer (&problem));
    else if (problem != NULL)
      leave_open (task, blur (g_steal_pointer (&problem)));
    else
      leave_open (
          task, g_error_new_literal (CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                                     "There is too much to find out whether the change was made"));
  }
}

static void
look (GTask *task, GAsyncReadyCallback callback)
{
  codat_client_look_async (g_task_get_source_object (task), g_task_get_task_data (task),
                           g_task_get_cancellable (task), callback, g_object_ref (task));
}

/* Whether the change may have been made in spite of the error. */
static gboolean
is_in_doubt (CodatClient *self, const CodatChange *change, guint n_tries, const GError *error)
{
  static const int codes[] = { CODAT_ERROR_NO_NETWORK, CODAT_ERROR_TIMED_OUT, CODAT_ERROR_SERVER,
                               CODAT_ERROR_BAD_ANSWER };
  guint status = codat_error_get_http_status (error);

  /* Whoever sends us elsewhere is asked nothing more. */
  if (!codat_client_is_careful (self, change) || (status >= 300 && status < 400))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    if (g_error_matches (error, CODAT_ERROR, codes[i]))
      return TRUE;
  }
  /* A 409 to a key that was used before says that the first request is still under way. */
  return status == 408 || (status == 409 && (change->was_sent || change->n_sent > n_tries));
}

/* Codat answers to a key what it answered before, so one that failed is used up. A gateway that
 * gave up may have the real answer coming, so there the key gets another chance. */
static void
count_failure (CodatChange *change)
{
  guint status = codat_error_get_http_status (change->doubt);

  if (status < 500)
    return;
  change->n_failed++;
  if (status != 500 && status != 501 && change->n_failed < 2)
    return;
  g_free (change->key);
  change->key = g_uuid_string_random ();
  change->n_failed = 0;
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CodatClient *self = g_task_get_source_object (task);
  CodatChange *change = g_task_get_task_data (task);
  guint n_tries = ((CodatCall *) g_task_get_task_data (G_TASK (result)))->n_tries;
  GError *error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_delete = g_str_equal (change->call->operation->method, "DELETE");

  change->n_sent += n_tries;
  if (value != NULL && !change->care->looks_after) {
    settle (task, value);
  } else if (value != NULL ||
             /* libsoup sends a DELETE again when a kept connection dies, so the second answer may
              * well be that nothing is there any more. */
             (is_delete && g_error_matches (error, CODAT_ERROR, CODAT_ERROR_NOT_FOUND))) {
    g_clear_error (&error);
    g_clear_error (&change->doubt);
    look (task, looked_cb);
  } else if (change->n_sent > 0 && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    leave_open (task, error);
  } else if (is_in_doubt (self, change, n_tries, error)) {
    g_clear_error (&change->doubt);
    change->doubt = error;
    count_failure (change);
    look (task, looked_cb);
  } else if (change->doubt != NULL || change->was_sent) {
    /* A refusal of this request says nothing about the one before it. */
    if (change->doubt == NULL)
      change->doubt = g_steal_pointer (&error);
    g_clear_error (&error);
    change->is_refused = TRUE;
    look (task, looked_cb);
  } else {
    refuse (task, error);
  }
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CodatClient *self = g_task_get_source_object (task);
  CodatChange *change = g_task_get_task_data (task);
  CodatCall *call = codat_call_copy (change->call);
  g_autoptr (GError) error = NULL;

  /* Who cannot write any more can still work; only a kill just now would go unnoticed. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("A change is not written down: %s", error->message);
  call->key = g_strdup (change->key);
  if (codat_client_is_careful (self, change)) {
    call->delay = change->delay;
    call->max_tries = self->max_tries - change->n_sent;
    /* The other half is for looking and for asking again. */
    call->milliseconds = MAX (get_time_left (self, change) / 2, 1);
  }
  codat_client_call_async (self, call, g_task_get_cancellable (task), changed_cb,
                           g_object_ref (task));
}

static void
send_change (GTask *task, guint delay)
{
  CodatChange *change = g_task_get_task_data (task);

  change->delay = delay;
  codat_client_write_change (g_task_get_source_object (task), change, written_cb,
                             g_object_ref (task));
}

static void
looked_before_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CodatChange *change = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GListModel) list = g_task_propagate_pointer (G_TASK (result), &error);

  if (list == NULL) {
    refuse (task, error);
    return;
  }
  codat_change_take_known (change, list);
  send_change (task, 0);
}

static void
taken_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("A change that is taken up is not written down: %s", error->message);
  look (task, looked_cb);
}

/* The change is taken over. */
static void
start (CodatClient *self,
       CodatChange *change,
       gpointer source_tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  change = codat_client_begin_change (self, change);
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, change, (GDestroyNotify) codat_change_free);
  change->give_up_at =
      trib_clock_get_monotonic_time (self->clock) + (gint64) self->write_deadline * 1000;
  if (change->call->error != NULL)
    refuse (task, g_steal_pointer (&change->call->error));
  else if (codat_change_is_resumed (change))
    codat_client_write_change (self, change, taken_up_cb, g_object_ref (task));
  else if (change->care->looks_before && codat_client_is_careful (self, change))
    look (task, looked_before_cb);
  else
    send_change (task, 0);
}

void
codat_client_change_async (CodatClient *self,
                           CodatCall *call,
                           const char *mark,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_return_if_fail (CODAT_IS_CLIENT (self));
  start (self, codat_change_new (call, mark), (gpointer) call->operation, cancellable, callback,
         data);
}

/**
 * codat_client_resume_async:
 * @self: a client for the same account
 * @record: what the journal was told
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Looks whether a change was made that a program did not see the end of, and makes it when it was
 * not. The operation is that of the record: create-company, create-connection, unlink-connection,
 * delete-connection, delete-company, create-api-key, delete-api-key or delete-webhook-consumer.
 * Errors: those of the operation, and %CODAT_ERROR_BAD_ARGUMENT for a text that is no record.
 */
void
codat_client_resume_async (CodatClient *self,
                           const char *record,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GError *error = NULL;
  CodatChange *change;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  g_return_if_fail (record != NULL);
  change = codat_change_new_from_record (record, &error);
  if (change == NULL || !codat_client_add_record (self, record, &error)) {
    g_clear_pointer (&change, codat_change_free);
    g_task_report_error (self, callback, data, codat_client_resume_async, error);
  } else {
    start (self, change, codat_client_resume_async, cancellable, callback, data);
  }
}

/**
 * codat_client_resume_finish:
 * @self: a client
 * @result: what the callback got
 * @thing: (out) (optional) (nullable) (transfer full): what there is now: a [class@Codat.Company],
 * a [class@Codat.Connection], or %NULL for what was deleted
 * @error: return location
 *
 * Returns: whether the change is made now; %FALSE with @error set
 */
gboolean
codat_client_resume_finish (CodatClient *self,
                            GAsyncResult *result,
                            GObject **thing,
                            GError **error)
{
  gpointer value;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, codat_client_resume_async), FALSE);
  value = g_task_propagate_pointer (G_TASK (result), error);
  if (thing != NULL)
    *thing = value != GINT_TO_POINTER (TRUE) ? value : NULL;
  else if (value != NULL && value != GINT_TO_POINTER (TRUE))
    g_object_unref (value);
  return value != NULL;
}
