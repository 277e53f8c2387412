/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-notes-private.h"

#include "trib-text.h"
#include "trib-weak.h"

#define MAX_NAME 80

/* What this computer knows of an account's connections. Owned by the account, its companies and
 * their connections.
 * Main thread only.
 */

G_DEFINE_FINAL_TYPE (TribModelNotes, trib_model_notes, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, SIGNAL_ENDED, SIGNAL_TURNED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
trib_model_notes_emit_changed (TribModelNotes *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static int
compare (gconstpointer one, gconstpointer other, gpointer data)
{
  gint64 first = trib_model_request_get_asked_at ((TribModelRequest *) one);
  gint64 second = trib_model_request_get_asked_at ((TribModelRequest *) other);

  return first < second ? -1 : first > second;
}

/* The place of a request, or the length of the list. */
static guint
find_place (TribModelNotes *self, const char *connection_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->requests));

  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelRequest) request = g_list_model_get_item (G_LIST_MODEL (self->requests), i);

    if (g_strcmp0 (trib_model_request_get_connection_id (request), connection_id) == 0)
      return i;
  }
  return n;
}

/* What is written is a help to the memory: a disk that is full must not stop a sign-in. */
static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!trib_store_put_record_finish (TRIB_STORE (source), result, &error))
    g_message ("What was noted of a connection could not be kept: %s", error->message);
}

static void
remove_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!trib_store_remove_record_finish (TRIB_STORE (source), result, &error))
    g_message ("What was noted of a connection could not be forgotten: %s", error->message);
}

void
trib_model_notes_put (TribModelNotes *self,
                      TribStoreJournal journal,
                      const char *id,
                      const char *text)
{
  if (self->store != NULL)
    trib_store_put_record_async (self->store, self->account_id, journal, id, text, NULL, put_cb,
                                 NULL);
}

static void
insert_request (TribModelNotes *self, TribModelRequest *request)
{
  g_list_store_insert_sorted (self->requests, request, compare, NULL);
}

static void
take_request (TribModelNotes *self, const char *id, const char *text)
{
  g_autoptr (TribModelRequest) request = trib_model_request_parse (id, text);

  if (request != NULL && trib_model_notes_find_request (self, id) == NULL)
    insert_request (self, request);
}

static void
take_organisation (TribModelNotes *self, const char *id, const char *text)
{
  g_autofree char *name = trib_text_for_display (text, MAX_NAME);

  if (*name != '\0' && !g_hash_table_contains (self->organisations, id))
    g_hash_table_insert (self->organisations, g_strdup (id), g_steal_pointer (&name));
}

/* A journal that is being read. */
typedef struct {
  GWeakRef *notes; /* (owned) */
  TribModelNotesTake take;
} Reading;

static void
records_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (TribModelNotes) self = trib_weak_end (reading->notes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) records =
      trib_store_list_records_finish (TRIB_STORE (source), result, &error);

  if (self == NULL)
    return;
  if (records == NULL)
    g_message ("What was noted of connections could not be read: %s", error->message);
  for (guint i = 0; records != NULL && i < g_list_model_get_n_items (records); i++) {
    g_autoptr (TribStoreRecord) record = g_list_model_get_item (records, i);

    reading->take (self, trib_store_record_get_id (record), trib_store_record_get_text (record));
  }
  if (--self->n_loading == 0)
    trib_model_notes_emit_changed (self);
}

static void
read_journal (TribModelNotes *self, TribStoreJournal journal, TribModelNotesTake take)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->notes = trib_weak_new (self);
  reading->take = take;
  self->n_loading++;
  trib_store_list_records_async (self->store, self->account_id, journal, NULL, records_cb, reading);
}

static void
trib_model_notes_dispose (GObject *object)
{
  TribModelNotes *self = TRIB_MODEL_NOTES (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->requests);
  g_clear_object (&self->log);
  G_OBJECT_CLASS (trib_model_notes_parent_class)->dispose (object);
}

static void
trib_model_notes_finalize (GObject *object)
{
  TribModelNotes *self = TRIB_MODEL_NOTES (object);

  g_free (self->account_id);
  g_hash_table_unref (self->organisations);
  g_hash_table_unref (self->sign_ins);
  g_hash_table_unref (self->unlinks);
  G_OBJECT_CLASS (trib_model_notes_parent_class)->finalize (object);
}

static void
trib_model_notes_class_init (TribModelNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trib_model_notes_dispose;
  object_class->finalize = trib_model_notes_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRIB_MODEL_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", TRIB_MODEL_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_TURNED] =
      g_signal_new ("turned", TRIB_MODEL_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_OBJECT, TRIB_MODEL_TYPE_STATUS);
}

static void
trib_model_notes_init (TribModelNotes *self)
{
  self->requests = g_list_store_new (TRIB_MODEL_TYPE_REQUEST);
  self->unlinks = g_hash_table_new (NULL, NULL);
  self->organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sign_ins =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, trib_model_noted_sign_in_free);
}

/**
 * trib_model_notes_new:
 * @store: (nullable): where they are kept, or %NULL to forget them with the program
 * @clock: tells the time
 * @account_id: whose they are
 *
 * Returns: (transfer full): notes that are not read yet
 */
TribModelNotes *
trib_model_notes_new (TribStore *store, TribClock *clock, const char *account_id)
{
  TribModelNotes *self;

  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (account_id != NULL, NULL);

  self = g_object_new (TRIB_MODEL_TYPE_NOTES, NULL);
  g_set_object (&self->store, store);
  self->clock = g_object_ref (clock);
  self->account_id = g_strdup (account_id);
  self->log = trib_model_sign_in_log_new (store, account_id);
  return self;
}

/**
 * trib_model_notes_get_log:
 * @self: notes
 *
 * Returns: (transfer none): what happened in the account's sign-ins
 */
TribModelSignInLog *
trib_model_notes_get_log (TribModelNotes *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), NULL);
  return self->log;
}

/**
 * trib_model_notes_get_clock:
 * @self: notes
 *
 * Returns: what their times are told by
 */
TribClock *
trib_model_notes_get_clock (TribModelNotes *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), NULL);
  return self->clock;
}

/**
 * trib_model_notes_load:
 * @self: notes
 *
 * Reads the store, once: asking again does nothing.
 */
void
trib_model_notes_load (TribModelNotes *self)
{
  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));

  if (self->asked)
    return;
  self->asked = TRUE;
  if (self->store == NULL)
    return;
  read_journal (self, TRIB_STORE_JOURNAL_SIGN_IN, trib_model_notes_take_sign_in);
  read_journal (self, TRIB_STORE_JOURNAL_REQUEST, take_request);
  read_journal (self, TRIB_STORE_JOURNAL_ORGANISATION, take_organisation);
}

/**
 * trib_model_notes_get_loaded:
 * @self: notes
 *
 * Returns: whether what the store has is known
 */
gboolean
trib_model_notes_get_loaded (TribModelNotes *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), FALSE);
  return self->asked && self->n_loading == 0;
}

/**
 * trib_model_notes_get_requests:
 * @self: notes
 *
 * Returns: a list of #TribModelRequest, who waits longest first
 */
GListModel *
trib_model_notes_get_requests (TribModelNotes *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), NULL);
  return G_LIST_MODEL (self->requests);
}

/**
 * trib_model_notes_find_request:
 * @self: notes
 * @connection_id: a connection
 *
 * Returns: (nullable): who was asked to sign in there
 */
TribModelRequest *
trib_model_notes_find_request (TribModelNotes *self, const char *connection_id)
{
  g_autoptr (TribModelRequest) request = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), NULL);
  request = g_list_model_get_item (G_LIST_MODEL (self->requests), find_place (self, connection_id));
  /* The list keeps it. */
  return request;
}

/**
 * trib_model_notes_add_request:
 * @self: notes
 * @request: who was asked, in place of an older one for the same connection
 */
void
trib_model_notes_add_request (TribModelNotes *self, TribModelRequest *request)
{
  const char *id;
  guint place;
  g_autofree char *text = NULL;

  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (TRIB_MODEL_IS_REQUEST (request));

  id = trib_model_request_get_connection_id (request);
  place = find_place (self, id);
  if (place < g_list_model_get_n_items (G_LIST_MODEL (self->requests)))
    g_list_store_remove (self->requests, place);
  insert_request (self, request);
  text = trib_model_request_serialise (request);
  trib_model_notes_put (self, TRIB_STORE_JOURNAL_REQUEST, id, text);
  trib_model_notes_emit_changed (self);
}

/**
 * trib_model_notes_remove_request:
 * @self: notes
 * @connection_id: a connection that nobody is waited for any more
 */
void
trib_model_notes_remove_request (TribModelNotes *self, const char *connection_id)
{
  guint place;

  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (connection_id != NULL);

  place = find_place (self, connection_id);
  if (place == g_list_model_get_n_items (G_LIST_MODEL (self->requests)))
    return;
  g_list_store_remove (self->requests, place);
  if (self->store != NULL)
    trib_store_remove_record_async (self->store, self->account_id, TRIB_STORE_JOURNAL_REQUEST,
                                    connection_id, NULL, remove_cb, NULL);
  trib_model_notes_emit_changed (self);
}

/**
 * trib_model_notes_get_organisation:
 * @self: notes
 * @connection_id: a connection
 *
 * Returns: (nullable): the organisation that was connected there last, fit to be shown
 */
const char *
trib_model_notes_get_organisation (TribModelNotes *self, const char *connection_id)
{
  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), NULL);
  g_return_val_if_fail (connection_id != NULL, NULL);
  return g_hash_table_lookup (self->organisations, connection_id);
}

/**
 * trib_model_notes_set_organisation:
 * @self: notes
 * @connection_id: a connection
 * @name: the organisation that is connected there, and belongs there
 */
void
trib_model_notes_set_organisation (TribModelNotes *self,
                                   const char *connection_id,
                                   const char *name)
{
  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (connection_id != NULL);
  g_return_if_fail (name != NULL);

  if (g_strcmp0 (g_hash_table_lookup (self->organisations, connection_id), name) == 0)
    return;
  g_hash_table_insert (self->organisations, g_strdup (connection_id), g_strdup (name));
  trib_model_notes_put (self, TRIB_STORE_JOURNAL_ORGANISATION, connection_id, name);
  trib_model_notes_emit_changed (self);
}

/**
 * trib_model_notes_tell_ended:
 * @self: notes
 * @company_id: whose connection it was
 * @platform_key: (nullable): to where
 *
 * Tells whoever keeps what goes with a connection that it was unlinked or deleted here.
 */
void
trib_model_notes_tell_ended (TribModelNotes *self, const char *company_id, const char *platform_key)
{
  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (company_id != NULL);

  g_signal_emit (self, signals[SIGNAL_ENDED], 0, company_id, platform_key);
}

/**
 * trib_model_notes_tell_turned:
 * @self: notes
 * @connection: a #TribModelConnection whose status is another now; what was noted of it still is
 * @before: what it was
 *
 * Tells whoever listens for news of all connections.
 */
void
trib_model_notes_tell_turned (TribModelNotes *self, GObject *connection, TribModelStatus before)
{
  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (G_IS_OBJECT (connection));

  g_signal_emit (self, signals[SIGNAL_TURNED], 0, connection, before);
}
