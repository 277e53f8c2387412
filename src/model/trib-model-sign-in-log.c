/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-sign-in-log.h"

#include "trib-weak.h"

#include <string.h>

/* What happened in sign-ins. Owned by the notes of the account. Main thread only. */

/* Of each connection. */
#define MAX_SIGN_INS 20

struct _TribModelSignInLog {
  GObject parent_instance;

  TribStore *store;      /* (owned) (nullable) */
  char *account_id;      /* (owned) */
  GHashTable *histories; /* (owned) (element-type utf8 TribLinkHistory): by their record's id */
  gboolean asked;
};

G_DEFINE_FINAL_TYPE (TribModelSignInLog, trib_model_sign_in_log, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gint64
get_start (TribLinkHistory *history)
{
  return trib_link_history_get (history, 0)->at;
}

/* A connection's sign-ins differ by their start. */
static char *
make_id (const char *connection_id, TribLinkHistory *history)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, connection_id, get_start (history));
}

static gboolean
is_of (const char *id, const char *connection_id)
{
  gsize length = strlen (connection_id);

  return strncmp (id, connection_id, length) == 0 && id[length] == ' ';
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  gint64 one = get_start (*(TribLinkHistory *const *) a);
  gint64 other = get_start (*(TribLinkHistory *const *) b);

  return (one < other) - (one > other);
}

/* A log is no reason to stop a sign-in. */
static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!trib_store_put_record_finish (TRIB_STORE (source), result, &error))
    g_message ("What happened in a sign-in could not be kept: %s", error->message);
}

static void
remove_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!trib_store_remove_record_finish (TRIB_STORE (source), result, &error))
    g_message ("What happened in a sign-in could not be forgotten: %s", error->message);
}

static void
forget_oldest (TribModelSignInLog *self, const char *connection_id)
{
  g_autoptr (GPtrArray) list = trib_model_sign_in_log_list (self, connection_id);

  for (guint i = MAX_SIGN_INS; i < list->len; i++) {
    g_autofree char *id = make_id (connection_id, list->pdata[i]);

    g_hash_table_remove (self->histories, id);
    if (self->store != NULL)
      trib_store_remove_record_async (self->store, self->account_id, TRIB_STORE_JOURNAL_HISTORY, id,
                                      NULL, remove_cb, NULL);
  }
}

/* What happened since the program began is newer than what the store had. */
static void
take (TribModelSignInLog *self, TribStoreRecord *record)
{
  const char *id = trib_store_record_get_id (record);
  g_autoptr (TribLinkHistory) history =
      trib_link_history_parse (trib_store_record_get_text (record));
  const char *space = strrchr (id, ' ');
  g_autofree char *connection_id = space != NULL ? g_strndup (id, (gsize) (space - id)) : NULL;
  g_autofree char *own_id = NULL;

  if (history == NULL || connection_id == NULL || trib_link_history_get_n (history) == 0)
    return;
  own_id = make_id (connection_id, history);
  if (strcmp (own_id, id) != 0 || g_hash_table_contains (self->histories, id))
    return;
  g_hash_table_insert (self->histories, g_steal_pointer (&own_id), g_steal_pointer (&history));
  forget_oldest (self, connection_id);
}

static void
records_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelSignInLog) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) records =
      trib_store_list_records_finish (TRIB_STORE (source), result, &error);

  if (self == NULL)
    return;
  if (records == NULL)
    g_message ("What happened in sign-ins could not be read: %s", error->message);
  for (guint i = 0; records != NULL && i < g_list_model_get_n_items (records); i++) {
    g_autoptr (TribStoreRecord) record = g_list_model_get_item (records, i);

    take (self, record);
  }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
trib_model_sign_in_log_finalize (GObject *object)
{
  TribModelSignInLog *self = TRIB_MODEL_SIGN_IN_LOG (object);

  g_clear_object (&self->store);
  g_free (self->account_id);
  g_hash_table_unref (self->histories);
  G_OBJECT_CLASS (trib_model_sign_in_log_parent_class)->finalize (object);
}

static void
trib_model_sign_in_log_class_init (TribModelSignInLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_model_sign_in_log_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRIB_MODEL_TYPE_SIGN_IN_LOG, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trib_model_sign_in_log_init (TribModelSignInLog *self)
{
  self->histories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * trib_model_sign_in_log_new:
 * @store: (nullable): where it is kept, or %NULL to forget it with the program
 * @account_id: whose it is
 *
 * Returns: (transfer full): a log that is not read yet
 */
TribModelSignInLog *
trib_model_sign_in_log_new (TribStore *store, const char *account_id)
{
  TribModelSignInLog *self;

  g_return_val_if_fail (store == NULL || TRIB_IS_STORE (store), NULL);
  g_return_val_if_fail (account_id != NULL, NULL);

  self = g_object_new (TRIB_MODEL_TYPE_SIGN_IN_LOG, NULL);
  g_set_object (&self->store, store);
  self->account_id = g_strdup (account_id);
  return self;
}

/**
 * trib_model_sign_in_log_load:
 * @self: a log
 *
 * Reads the store, once: asking again does nothing.
 */
void
trib_model_sign_in_log_load (TribModelSignInLog *self)
{
  g_return_if_fail (TRIB_MODEL_IS_SIGN_IN_LOG (self));

  if (self->asked || self->store == NULL)
    return;
  self->asked = TRUE;
  trib_store_list_records_async (self->store, self->account_id, TRIB_STORE_JOURNAL_HISTORY, NULL,
                                 records_cb, trib_weak_new (self));
}

/**
 * trib_model_sign_in_log_keep:
 * @self: a log
 * @connection_id: whose sign-in it is
 * @history: what has happened so far
 *
 * Keeps a sign-in in place of what was kept of it before; the oldest one of a connection that has
 * had many is forgotten.
 */
void
trib_model_sign_in_log_keep (TribModelSignInLog *self,
                             const char *connection_id,
                             TribLinkHistory *history)
{
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TRIB_MODEL_IS_SIGN_IN_LOG (self));
  g_return_if_fail (connection_id != NULL);
  g_return_if_fail (TRIB_LINK_IS_HISTORY (history) && trib_link_history_get_n (history) > 0);

  trib_model_sign_in_log_load (self);
  id = make_id (connection_id, history);
  text = trib_link_history_print (history);
  if (self->store != NULL)
    trib_store_put_record_async (self->store, self->account_id, TRIB_STORE_JOURNAL_HISTORY, id,
                                 text, NULL, put_cb, NULL);
  g_hash_table_insert (self->histories, g_steal_pointer (&id), g_object_ref (history));
  forget_oldest (self, connection_id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trib_model_sign_in_log_list:
 * @self: a log
 * @connection_id: a connection
 *
 * Returns: (transfer full) (element-type TribLinkHistory): its sign-ins on this computer, the
 *   newest first
 */
GPtrArray *
trib_model_sign_in_log_list (TribModelSignInLog *self, const char *connection_id)
{
  GPtrArray *list;
  GHashTableIter iter;
  gpointer id, history;

  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN_LOG (self), NULL);
  g_return_val_if_fail (connection_id != NULL, NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->histories);
  while (g_hash_table_iter_next (&iter, &id, &history)) {
    if (is_of (id, connection_id))
      g_ptr_array_add (list, g_object_ref (history));
  }
  g_ptr_array_sort (list, compare_starts);
  return list;
}
