/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-resume.h"

#include "codat-change.h"
#include "codat-client-private.h"
#include "codat-error.h"

/* What is known of changes whose end nobody saw. A record is written before a change is sent, and
 * goes when the change is settled. Who asks for the same again while the end is unknown, in this
 * program or in the next one, takes up the old change instead of making another one. */

gboolean
codat_client_is_careful (CodatClient *self, const CodatChange *change)
{
  return self->governor != NULL && change->can_look;
}

void
codat_client_look_async (CodatClient *self,
                         const CodatChange *change,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  CodatCall *call = codat_change_new_look (change);
  gint64 left = change->give_up_at - trib_clock_get_monotonic_time (self->clock);

  if (codat_client_is_careful (self, change))
    call->milliseconds = (guint) MAX (left / 1000, 1);
  codat_client_call_async (self, call, cancellable, callback, data);
}

/* What was asked for before and asks for the same; NULL when there is none. */
static CodatChange *
find_same (CodatClient *self, const CodatChange *change)
{
  GHashTableIter iter;
  const char *id, *record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &record)) {
    CodatChange *old = NULL;

    if (!g_hash_table_contains (self->running, id))
      old = codat_change_new_from_record (record, NULL);
    if (old != NULL && codat_change_is_same (old, change))
      return old;
    g_clear_pointer (&old, codat_change_free);
  }
  return NULL;
}

CodatChange *
codat_client_begin_change (CodatClient *self, CodatChange *change)
{
  CodatChange *old = NULL;

  if (!codat_change_is_resumed (change) && change->call->error == NULL &&
      codat_client_is_careful (self, change))
    old = find_same (self, change);
  if (old != NULL) {
    codat_change_free (change);
    change = old;
  }
  g_hash_table_add (self->running, g_strdup (change->id));
  return change;
}

void
codat_client_write_change (CodatClient *self,
                           const CodatChange *change,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  g_autofree char *record = NULL;

  g_task_set_source_tag (task, codat_client_write_change);
  if (codat_client_is_careful (self, change))
    record = codat_change_to_record (change);
  /* What is taken up is written once more, which tells others whose it is now. */
  if (record == NULL ||
      (!codat_change_is_resumed (change) &&
       g_strcmp0 (g_hash_table_lookup (self->records, change->id), record) == 0)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  g_hash_table_insert (self->records, g_strdup (change->id), g_strdup (record));
  if (self->journal != NULL)
    self->journal (change->id, record, g_steal_pointer (&task), self->journal_data);
  else
    g_task_return_boolean (task, TRUE);
}

void
codat_client_end_change (CodatClient *self, const CodatChange *change, gboolean is_settled)
{
  g_hash_table_remove (self->running, change->id);
  if (is_settled)
    codat_client_forget_record (self, change->id);
}

/**
 * codat_client_set_journal:
 * @self: a client
 * @journal: (nullable) (scope notified): is told of every change before it is sent, and when it is
 *   settled
 * @data: for @journal
 * @notify: (nullable): called when @data is no longer needed
 *
 * Lets a program that was killed find out afterwards what became of its changes: a record that was
 * never settled goes into [method@Codat.Client.add_record] or
 * [method@Codat.Client.look_up_async]. Records have ids and what was sent, but never a key of the
 * account.
 */
void
codat_client_set_journal (CodatClient *self,
                          CodatJournalFunc journal,
                          gpointer data,
                          GDestroyNotify notify)
{
  g_return_if_fail (CODAT_IS_CLIENT (self));
  if (self->journal_notify != NULL)
    self->journal_notify (self->journal_data);
  self->journal = journal;
  self->journal_data = data;
  self->journal_notify = notify;
}

/**
 * codat_client_add_record:
 * @self: a client for the same account
 * @record: what the journal was told by an earlier program
 * @error: %CODAT_ERROR_BAD_ARGUMENT for a text that is no record
 *
 * Remembers a change that an earlier program did not see the end of. Who asks for the same takes it
 * up: it is looked for, and only repeated when it is not there.
 *
 * Returns: whether it is remembered
 */
gboolean
codat_client_add_record (CodatClient *self, const char *record, GError **error)
{
  CodatChange *change;

  g_return_val_if_fail (CODAT_IS_CLIENT (self), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);
  change = codat_change_new_from_record (record, error);
  if (change == NULL)
    return FALSE;
  g_hash_table_insert (self->records, g_strdup (change->id), g_strdup (record));
  codat_change_free (change);
  return TRUE;
}

/**
 * codat_client_forget_record:
 * @self: a client
 * @id: what the journal was told as the name of a change
 *
 * Closes the record of a change; the journal is told. One that is not there is closed already.
 */
void
codat_client_forget_record (CodatClient *self, const char *id)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  g_return_if_fail (id != NULL);
  /* The caller's text may be that of the record. */
  kept = g_strdup (id);
  if (g_hash_table_remove (self->records, kept) && self->journal != NULL)
    self->journal (kept, NULL, NULL, self->journal_data);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CodatClient *self = g_task_get_source_object (task);
  CodatChange *change = g_task_get_task_data (task);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GObject) found = g_task_propagate_pointer (G_TASK (result), &problem);
  gpointer value = NULL;
  CodatVerdict verdict = change->care->judge (change, found, problem, &value);
  gboolean is_nowhere = codat_change_is_nowhere (change, problem);

  if (value != NULL && value != GINT_TO_POINTER (TRUE))
    g_object_unref (value);
  codat_client_end_change (self, change,
                           verdict == CODAT_VERDICT_DONE || verdict == CODAT_VERDICT_LOST);
  if (verdict == CODAT_VERDICT_UNKNOWN && problem != NULL && !is_nowhere)
    g_task_return_error (task, g_steal_pointer (&problem));
  else if (verdict == CODAT_VERDICT_NOT_DONE || is_nowhere)
    g_task_return_int (task, CODAT_OUTCOME_NOT_DONE);
  else
    g_task_return_int (task, verdict == CODAT_VERDICT_UNKNOWN ? CODAT_OUTCOME_UNKNOWN
                                                              : CODAT_OUTCOME_DONE);
}

/**
 * codat_client_look_up_async:
 * @self: a client for the same account
 * @record: what the journal was told
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Looks what became of a change that a program did not see the end of; nothing is changed. The
 * record of one that was made is closed. One that was not made stays open, since its request may
 * still be under way for %CODAT_UNDER_WAY_SECONDS: [method@Codat.Client.forget_record] closes it.
 * Operation: list-companies, list-connections, get-connection, get-company, list-api-keys or
 * list-webhook-consumers, as the change wants it. Errors: those of the network and the server, and
 * %CODAT_ERROR_BAD_ARGUMENT for a text that is no record.
 */
void
codat_client_look_up_async (CodatClient *self,
                            const char *record,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  CodatChange *change = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  g_return_if_fail (record != NULL);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, codat_client_look_up_async);
  if (codat_client_add_record (self, record, &error))
    change = codat_change_new_from_record (record, &error);
  if (change == NULL) {
    g_task_return_error (task, error);
    return;
  }
  change->give_up_at =
      trib_clock_get_monotonic_time (self->clock) + (gint64) self->read_deadline * 1000;
  g_hash_table_add (self->running, g_strdup (change->id));
  g_task_set_task_data (task, change, (GDestroyNotify) codat_change_free);
  codat_client_look_async (self, change, cancellable, looked_up_cb, g_steal_pointer (&task));
}

/**
 * codat_client_look_up_finish:
 * @self: a client
 * @result: what the callback got
 * @operation: (out) (optional) (transfer none): the operation id of the contract; %NULL for a text
 *   that is no record
 * @name: (out) (optional) (nullable) (transfer full): the name that was sent
 * @error: those of the network and the server, and %CODAT_ERROR_BAD_ARGUMENT for a text that is no
 *   record
 *
 * Returns: what became of the change; %CODAT_OUTCOME_UNKNOWN with @error set when nobody could look
 */
CodatOutcome
codat_client_look_up_finish (
    CodatClient *self, GAsyncResult *result, const char **operation, char **name, GError **error)
{
  CodatChange *change;
  gssize outcome;

  g_return_val_if_fail (g_task_is_valid (result, self), CODAT_OUTCOME_UNKNOWN);
  g_return_val_if_fail (g_async_result_is_tagged (result, codat_client_look_up_async),
                        CODAT_OUTCOME_UNKNOWN);
  change = g_task_get_task_data (G_TASK (result));
  if (operation != NULL)
    *operation = change != NULL ? change->call->operation->id : NULL;
  if (name != NULL)
    *name = change != NULL ? codat_change_dup_name (change) : NULL;
  outcome = g_task_propagate_int (G_TASK (result), error);
  return outcome >= 0 ? (CodatOutcome) outcome : CODAT_OUTCOME_UNKNOWN;
}
