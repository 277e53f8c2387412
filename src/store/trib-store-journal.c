/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-private.h"

#include "trib-store-queries.h"

#include <string.h>

/* TribStore: the verbs about the journals. */

static gboolean
put_record (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  return trib_store_query_put_record (database, request->place, request->journal, request->record,
                                      error);
}

static gboolean
remove_record (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  return trib_store_query_remove_record (database, request->place, request->journal, request->name,
                                         error);
}

static gboolean
list_records (TribStoreDatabase *database, TribStoreRequest *request, GError **error)
{
  request->records =
      trib_store_query_list_records (database, request->place, request->journal, error);
  return request->records != NULL;
}

/**
 * trib_store_put_record_async:
 * @self: a store
 * @account_id: whose it is
 * @journal: which journal
 * @id: what it is about
 * @text: what to write, UTF-8 of at most %TRIB_STORE_MAX_RECORD bytes, without a secret
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Writes a record in place of the one with the same id. Whoever waits for the answer before doing
 * what it is about finds the record again, however the program ends.
 */
void
trib_store_put_record_async (TribStore *self,
                             const char *account_id,
                             TribStoreJournal journal,
                             const char *id,
                             const char *text,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  TribStoreRequest *request;

  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (text != NULL && strlen (text) <= TRIB_STORE_MAX_RECORD);

  request = trib_store_request_new (account_id, NULL);
  request->journal = journal;
  request->record = trib_store_record_new (id, text, trib_clock_get_real_time (self->clock), FALSE);
  trib_store_ask (self, request, put_record, trib_store_put_record_async, cancellable, callback,
                  data);
}

/**
 * trib_store_put_record_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %G_IO_ERROR_CLOSED or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is on the disk
 */
gboolean
trib_store_put_record_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  return trib_store_finish (self, result, trib_store_put_record_async, error) != NULL;
}

/**
 * trib_store_remove_record_async:
 * @self: a store
 * @account_id: whose it is
 * @journal: which journal
 * @id: what it is about
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Forgets a record; one that is not there is forgotten already.
 */
void
trib_store_remove_record_async (TribStore *self,
                                const char *account_id,
                                TribStoreJournal journal,
                                const char *id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  TribStoreRequest *request;

  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (id != NULL);

  request = trib_store_request_new (account_id, id);
  request->journal = journal;
  trib_store_ask (self, request, remove_record, trib_store_remove_record_async, cancellable,
                  callback, data);
}

/**
 * trib_store_remove_record_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %G_IO_ERROR_CLOSED or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is forgotten
 */
gboolean
trib_store_remove_record_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  return trib_store_finish (self, result, trib_store_remove_record_async, error) != NULL;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) done = data;
  GError *error = NULL;

  if (trib_store_put_record_finish (TRIB_STORE (source), result, &error))
    g_task_return_boolean (done, TRUE);
  else
    g_task_return_error (done, error);
}

/* Nobody waits, and what stays is taken up again at the next start. */
static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!trib_store_remove_record_finish (TRIB_STORE (source), result, &error))
    g_message ("A record could not be forgotten: %s", error->message);
}

/**
 * trib_store_keep_record:
 * @self: a store
 * @account_id: whose it is
 * @journal: which journal
 * @id: what it is about
 * @text: (nullable): what to write, %NULL to forget the record
 * @done: (nullable) (transfer full): a task that waits for what is written, %NULL when it is
 *   forgotten
 *
 * Writes or forgets a record for somebody who has a task of its own. @done is given %TRUE when the
 * record is on the disk, else %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL or %G_IO_ERROR_CLOSED.
 */
void
trib_store_keep_record (TribStore *self,
                        const char *account_id,
                        TribStoreJournal journal,
                        const char *id,
                        const char *text,
                        GTask *done)
{
  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail ((text != NULL) == (done != NULL));

  if (text != NULL)
    trib_store_put_record_async (self, account_id, journal, id, text, NULL, kept_cb, done);
  else
    trib_store_remove_record_async (self, account_id, journal, id, NULL, forgotten_cb, NULL);
}

/**
 * trib_store_list_records_async:
 * @self: a store
 * @account_id: whose they are
 * @journal: which journal
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Lists what was written and not removed.
 */
void
trib_store_list_records_async (TribStore *self,
                               const char *account_id,
                               TribStoreJournal journal,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  TribStoreRequest *request;

  g_return_if_fail (TRIB_IS_STORE (self));
  g_return_if_fail (account_id != NULL);

  request = trib_store_request_new (account_id, NULL);
  request->journal = journal;
  trib_store_ask (self, request, list_records, trib_store_list_records_async, cancellable, callback,
                  data);
}

/**
 * trib_store_list_records_finish:
 * @self: a store
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %G_IO_ERROR_CLOSED or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): a list of #TribStoreRecord, the oldest first
 */
GListModel *
trib_store_list_records_finish (TribStore *self, GAsyncResult *result, GError **error)
{
  TribStoreRequest *request =
      trib_store_finish (self, result, trib_store_list_records_async, error);

  return request != NULL ? g_steal_pointer (&request->records) : NULL;
}
