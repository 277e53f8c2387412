/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-journal.h"

#include "trib-model-words.h"

#include "codat-client-resume.h"
#include "trib-text.h"

#include <glib/gi18n.h>

/* Writes down what an account is about to change, and looks up at the start what became of the
 * changes that an earlier program was killed in. Nothing is repeated: a person may have changed
 * their mind. Owned by the account.
 * Main thread only.
 */

#define MAX_NAME 60

struct _TribModelJournal {
  GObject parent_instance;

  CodatClient *client;       /* (owned) */
  TribStore *store;          /* (owned) */
  TribClock *clock;          /* (owned) */
  char *account_id;          /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GHashTable *timers;        /* (owned): of records that are looked up again */
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (TribModelJournal, trib_model_journal, G_TYPE_OBJECT)

enum {
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A record that is looked up. */
typedef struct {
  TribModelJournal *self;  /* (owned) while asking, else the owner of the timer */
  TribStoreRecord *record; /* (owned) */
  gboolean is_last;        /* what is not there now never will be */
  guint timer;
} LookUp;

typedef struct {
  const char *operation;
  const char *done;
  const char *not_done;
  gboolean is_named;
} Words;

/* Translators: %s is the name of a company. */
static const Words words[] = {
  { "create-company", N_ ("“%s” was created before Tributary stopped."),
    N_ ("“%s” was not created: Tributary stopped before."), TRUE },
  { "create-connection", N_ ("A connection was begun before Tributary stopped."),
    N_ ("A connection was not begun: Tributary stopped before."), FALSE },
  { "unlink-connection", N_ ("A connection was unlinked before Tributary stopped."),
    N_ ("A connection was not unlinked: Tributary stopped before."), FALSE },
  { "delete-connection", N_ ("A connection was deleted before Tributary stopped."),
    N_ ("A connection was not deleted: Tributary stopped before."), FALSE },
  { "delete-company", N_ ("A company was deleted before Tributary stopped."),
    N_ ("A company was not deleted: Tributary stopped before."), FALSE },
};

static char *
new_sentence (const char *operation, const char *name, gboolean is_done)
{
  g_autofree char *shown = trib_text_for_display (name, MAX_NAME);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    const char *text = _ (is_done ? words[i].done : words[i].not_done);

    if (g_strcmp0 (words[i].operation, operation) == 0)
      return words[i].is_named ? trib_model_fill (text, shown) : g_strdup (text);
  }
  return NULL;
}

static void
look_up_free (LookUp *look_up)
{
  trib_clock_clear (look_up->self->clock, &look_up->timer);
  g_object_unref (look_up->record);
  g_free (look_up);
}

static void look_up (TribModelJournal *self, TribStoreRecord *record, gboolean is_last);

static gboolean
again_cb (gpointer data)
{
  LookUp *waiting = data;
  TribModelJournal *self = waiting->self;
  g_autoptr (TribStoreRecord) record = g_object_ref (waiting->record);

  waiting->timer = 0;
  g_hash_table_remove (self->timers, waiting);
  look_up (self, record, TRUE);
  return G_SOURCE_REMOVE;
}

/* How long the request may still be under way, in milliseconds. */
static guint
get_time_left (TribModelJournal *self, TribStoreRecord *record)
{
  gint64 age = trib_clock_get_real_time (self->clock) - trib_store_record_get_written_at (record);
  gint64 left = CODAT_UNDER_WAY_SECONDS * G_USEC_PER_SEC - age;

  /* The clock may have been set back since. */
  return (guint) (CLAMP (left, 0, CODAT_UNDER_WAY_SECONDS * G_USEC_PER_SEC) / 1000);
}

static void
look_up_later (TribModelJournal *self, TribStoreRecord *record, guint milliseconds)
{
  LookUp *waiting = g_new0 (LookUp, 1);

  waiting->self = self;
  waiting->record = g_object_ref (record);
  waiting->timer = trib_clock_add_timeout (self->clock, milliseconds, again_cb, waiting, NULL);
  g_hash_table_add (self->timers, waiting);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CodatClient *client = CODAT_CLIENT (source);
  g_autofree LookUp *asking = data;
  g_autoptr (TribModelJournal) self = asking->self;
  g_autoptr (TribStoreRecord) record = asking->record;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  const char *operation;
  CodatOutcome outcome = codat_client_look_up_finish (client, result, &operation, &name, &error);
  guint left = asking->is_last ? 0 : get_time_left (self, record);

  if (outcome == CODAT_OUTCOME_UNKNOWN) {
    g_info ("Nobody knows what became of a change: %s", error != NULL ? error->message : "");
    return;
  }
  if (outcome == CODAT_OUTCOME_NOT_DONE && left > 0) {
    look_up_later (self, record, left);
    return;
  }
  codat_client_forget_record (client, trib_store_record_get_id (record));
  sentence = new_sentence (operation, name, outcome == CODAT_OUTCOME_DONE);
  if (sentence != NULL)
    g_signal_emit (self, signals[FOUND], 0, sentence, outcome == CODAT_OUTCOME_DONE);
}

static void
look_up (TribModelJournal *self, TribStoreRecord *record, gboolean is_last)
{
  LookUp *asking = g_new0 (LookUp, 1);

  asking->self = g_object_ref (self);
  asking->record = g_object_ref (record);
  asking->is_last = is_last;
  codat_client_look_up_async (self->client, trib_store_record_get_text (record), self->cancellable,
                              looked_up_cb, asking);
}

static void
records_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelJournal) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) records =
      trib_store_list_records_finish (TRIB_STORE (source), result, &error);

  if (records == NULL) {
    g_info ("The journal was not read: %s", error->message);
    return;
  }
  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (TribStoreRecord) record = g_list_model_get_item (records, i);

    /* What another program is just doing is not for this one to close. */
    if (!g_cancellable_is_cancelled (self->cancellable) &&
        !trib_store_record_get_is_elsewhere (record))
      look_up (self, record, FALSE);
  }
}

/* What the client's journal needs, which outlives this object with the client's last change. */
typedef struct {
  TribStore *store; /* (owned) */
  char *account_id; /* (owned) */
} Place;

static void
place_free (Place *place)
{
  g_object_unref (place->store);
  g_free (place->account_id);
  g_free (place);
}

static void
keep_cb (const char *id, const char *record, GTask *done, gpointer data)
{
  Place *place = data;

  trib_store_keep_record (place->store, place->account_id, TRIB_STORE_JOURNAL_CHANGE, id, record,
                          done);
}

static void
trib_model_journal_dispose (GObject *object)
{
  TribModelJournal *self = TRIB_MODEL_JOURNAL (object);

  g_cancellable_cancel (self->cancellable);
  g_hash_table_remove_all (self->timers);
  G_OBJECT_CLASS (trib_model_journal_parent_class)->dispose (object);
}

static void
trib_model_journal_finalize (GObject *object)
{
  TribModelJournal *self = TRIB_MODEL_JOURNAL (object);

  g_hash_table_unref (self->timers);
  g_object_unref (self->cancellable);
  g_object_unref (self->client);
  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_free (self->account_id);
  G_OBJECT_CLASS (trib_model_journal_parent_class)->finalize (object);
}

static void
trib_model_journal_class_init (TribModelJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trib_model_journal_dispose;
  object_class->finalize = trib_model_journal_finalize;
  signals[FOUND] = g_signal_new ("found", TRIB_MODEL_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
trib_model_journal_init (TribModelJournal *self)
{
  self->cancellable = g_cancellable_new ();
  self->timers = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) look_up_free, NULL);
}

/**
 * trib_model_journal_new:
 * @client: what is written down about; from now on it waits for that
 * @store: where it is written
 * @clock: tells the time
 * @account_id: whose changes
 *
 * Returns: (transfer full): a journal that has looked up nothing yet
 */
TribModelJournal *
trib_model_journal_new (CodatClient *client,
                        TribStore *store,
                        TribClock *clock,
                        const char *account_id)
{
  TribModelJournal *self;
  Place *place;

  g_return_val_if_fail (CODAT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (TRIB_IS_STORE (store), NULL);
  g_return_val_if_fail (account_id != NULL, NULL);
  self = g_object_new (TRIB_MODEL_TYPE_JOURNAL, NULL);
  self->client = g_object_ref (client);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->account_id = g_strdup (account_id);
  place = g_new0 (Place, 1);
  place->store = g_object_ref (store);
  place->account_id = g_strdup (account_id);
  codat_client_set_journal (client, keep_cb, place, (GDestroyNotify) place_free);
  return self;
}

/**
 * trib_model_journal_load:
 * @self: a journal
 *
 * Looks up, once, what became of the changes that an earlier program did not see the end of. What
 * is not there is looked up once more when its request cannot be under way any longer.
 */
void
trib_model_journal_load (TribModelJournal *self)
{
  g_return_if_fail (TRIB_MODEL_IS_JOURNAL (self));
  if (self->is_loaded)
    return;
  self->is_loaded = TRUE;
  trib_store_list_records_async (self->store, self->account_id, TRIB_STORE_JOURNAL_CHANGE,
                                 self->cancellable, records_cb, g_object_ref (self));
}
