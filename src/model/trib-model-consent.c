/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-consent.h"

#include "trib-weak.h"

/* What was agreed to, and when. Owned by the account.
 * Main thread only.
 */

#define GROUP "consent"

struct _TribModelConsents {
  GObject parent_instance;

  TribStore *store; /* (owned) (nullable) */
  TribClock *clock; /* (owned) */
  char *account_id; /* (owned) */
  GPtrArray *list;  /* (owned) (element-type TribModelConsent): in no order */
  GPtrArray *ended; /* (owned) (element-type Ended): withdrawn while the store was read */
  gboolean asked;
  gboolean is_read;
};

typedef struct {
  char *company_id;
  char *platform_key;
  gint64 at; /* microseconds since the Unix epoch */
} Ended;

G_DEFINE_FINAL_TYPE (TribModelConsents, trib_model_consents, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static char *
serialise (const TribModelConsent *consent)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "company-id", consent->company_id);
  g_key_file_set_string (file, GROUP, "company", consent->company_name);
  g_key_file_set_string (file, GROUP, "platform-key", consent->platform_key);
  g_key_file_set_string (file, GROUP, "platform", consent->platform_name);
  g_key_file_set_string (file, GROUP, "by", consent->by);
  g_key_file_set_string (file, GROUP, "text", consent->text);
  g_key_file_set_int64 (file, GROUP, "at", consent->at);
  if (consent->withdrawn_at != 0)
    g_key_file_set_int64 (file, GROUP, "withdrawn-at", consent->withdrawn_at);
  return g_key_file_to_data (file, NULL, NULL);
}

static char *
read_text (GKeyFile *file, const char *name)
{
  char *text = g_key_file_get_string (file, GROUP, name, NULL);

  return text != NULL ? text : g_strdup ("");
}

static TribModelConsent *
parse (const char *id, const char *record)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  TribModelConsent *consent;

  if (!g_key_file_load_from_data (file, record, (gsize) -1, G_KEY_FILE_NONE, NULL) ||
      !g_key_file_has_key (file, GROUP, "text", NULL))
    return NULL;
  consent = g_new0 (TribModelConsent, 1);
  consent->id = g_strdup (id);
  consent->company_id = read_text (file, "company-id");
  consent->company_name = read_text (file, "company");
  consent->platform_key = read_text (file, "platform-key");
  consent->platform_name = read_text (file, "platform");
  consent->by = read_text (file, "by");
  consent->text = read_text (file, "text");
  consent->at = g_key_file_get_int64 (file, GROUP, "at", NULL);
  consent->withdrawn_at = g_key_file_get_int64 (file, GROUP, "withdrawn-at", NULL);
  return consent;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const TribModelConsent *one = *(const TribModelConsent *const *) a;
  const TribModelConsent *other = *(const TribModelConsent *const *) b;

  return (one->at < other->at) - (one->at > other->at);
}

static void
return_consent (GTask *task)
{
  TribModelConsents *self = g_task_get_source_object (task);
  TribModelConsent **consent = g_task_get_task_data (task);

  g_ptr_array_add (self->list, g_steal_pointer (consent));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_task_return_boolean (task, TRUE);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (trib_store_put_record_finish (TRIB_STORE (source), result, &error))
    return_consent (task);
  else
    g_task_return_error (task, error);
}

static void
consent_slot_free (TribModelConsent **slot)
{
  g_clear_pointer (slot, trib_model_consent_free);
  g_free (slot);
}

static void
ended_free (Ended *ended)
{
  g_free (ended->company_id);
  g_free (ended->platform_key);
  g_free (ended);
}

static void
rewritten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!trib_store_put_record_finish (TRIB_STORE (source), result, &error))
    g_warning ("That an agreement was withdrawn could not be kept: %s", error->message);
}

/* What was agreed to later than that holds. */
static void
withdraw (TribModelConsents *self, const Ended *ended)
{
  for (guint i = 0; i < self->list->len; i++) {
    TribModelConsent *consent = self->list->pdata[i];
    g_autofree char *record = NULL;

    if (consent->withdrawn_at != 0 || consent->at > ended->at ||
        g_strcmp0 (consent->company_id, ended->company_id) != 0 ||
        g_strcmp0 (consent->platform_key, ended->platform_key) != 0)
      continue;
    consent->withdrawn_at = ended->at;
    record = serialise (consent);
    if (self->store != NULL && strlen (record) <= TRIB_STORE_MAX_RECORD)
      trib_store_put_record_async (self->store, self->account_id, TRIB_STORE_JOURNAL_CONSENT,
                                   consent->id, record, NULL, rewritten_cb, NULL);
  }
}

/* What was agreed to after a first try to read. */
static gboolean
is_known (TribModelConsents *self, const char *id)
{
  for (guint i = 0; i < self->list->len; i++) {
    if (g_str_equal (((TribModelConsent *) self->list->pdata[i])->id, id))
      return TRUE;
  }
  return FALSE;
}

static void
records_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelConsents) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) records =
      trib_store_list_records_finish (TRIB_STORE (source), result, &error);

  if (records == NULL)
    g_message ("What was agreed to could not be read: %s", error->message);
  if (self == NULL)
    return;
  self->asked = FALSE;
  if (records == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (TribStoreRecord) record = g_list_model_get_item (records, i);
    g_autoptr (TribModelConsent) consent =
        parse (trib_store_record_get_id (record), trib_store_record_get_text (record));

    if (consent != NULL && !is_known (self, consent->id))
      g_ptr_array_add (self->list, g_steal_pointer (&consent));
  }
  self->is_read = TRUE;
  for (guint i = 0; i < self->ended->len; i++)
    withdraw (self, self->ended->pdata[i]);
  g_ptr_array_set_size (self->ended, 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
trib_model_consents_dispose (GObject *object)
{
  TribModelConsents *self = TRIB_MODEL_CONSENTS (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (trib_model_consents_parent_class)->dispose (object);
}

static void
trib_model_consents_finalize (GObject *object)
{
  TribModelConsents *self = TRIB_MODEL_CONSENTS (object);

  g_ptr_array_unref (self->list);
  g_ptr_array_unref (self->ended);
  g_free (self->account_id);
  G_OBJECT_CLASS (trib_model_consents_parent_class)->finalize (object);
}

static void
trib_model_consents_class_init (TribModelConsentsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trib_model_consents_dispose;
  object_class->finalize = trib_model_consents_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRIB_MODEL_TYPE_CONSENTS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trib_model_consents_init (TribModelConsents *self)
{
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) trib_model_consent_free);
  self->ended = g_ptr_array_new_with_free_func ((GDestroyNotify) ended_free);
}

/**
 * trib_model_consent_free:
 * @consent: (transfer full): what was agreed to
 */
void
trib_model_consent_free (TribModelConsent *consent)
{
  g_free (consent->id);
  g_free (consent->company_id);
  g_free (consent->company_name);
  g_free (consent->platform_key);
  g_free (consent->platform_name);
  g_free (consent->by);
  g_free (consent->text);
  g_free (consent);
}

/**
 * trib_model_consents_new:
 * @store: (nullable): keeps them; without it they are remembered until the program ends
 * @clock: tells the time
 * @account_id: whose they are
 *
 * Returns: (transfer full): a list that is not loaded yet
 */
TribModelConsents *
trib_model_consents_new (TribStore *store, TribClock *clock, const char *account_id)
{
  TribModelConsents *self;

  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (account_id != NULL, NULL);
  self = g_object_new (TRIB_MODEL_TYPE_CONSENTS, NULL);
  g_set_object (&self->store, store);
  self->clock = g_object_ref (clock);
  self->account_id = g_strdup (account_id);
  return self;
}

/**
 * trib_model_consents_load:
 * @self: a list
 *
 * Reads the store; once it is read, asking again does nothing.
 */
void
trib_model_consents_load (TribModelConsents *self)
{
  g_return_if_fail (TRIB_MODEL_IS_CONSENTS (self));
  if (self->asked || self->is_read || self->store == NULL)
    return;
  self->asked = TRUE;
  trib_store_list_records_async (self->store, self->account_id, TRIB_STORE_JOURNAL_CONSENT, NULL,
                                 records_cb, trib_weak_new (self));
}

/**
 * trib_model_consents_add_async:
 * @self: a list
 * @company_id: whose data
 * @company_name: its name
 * @platform_key: from where
 * @platform_name: its name
 * @text: the exact text that was shown
 * @callback: called when it is written down
 * @data: for @callback
 *
 * Keeps that somebody has just agreed. Nothing that was agreed to before is replaced.
 */
void
trib_model_consents_add_async (TribModelConsents *self,
                               const char *company_id,
                               const char *company_name,
                               const char *platform_key,
                               const char *platform_name,
                               const char *text,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = NULL;
  TribModelConsent *consent, **slot;
  g_autofree char *record = NULL;

  g_return_if_fail (TRIB_MODEL_IS_CONSENTS (self));
  g_return_if_fail (company_id != NULL && company_name != NULL);
  g_return_if_fail (platform_key != NULL && platform_name != NULL && text != NULL);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, trib_model_consents_add_async);
  consent = g_new0 (TribModelConsent, 1);
  consent->id = g_uuid_string_random ();
  consent->company_id = g_strdup (company_id);
  consent->company_name = g_strdup (company_name);
  consent->platform_key = g_strdup (platform_key);
  consent->platform_name = g_strdup (platform_name);
  consent->by = g_utf8_make_valid (g_get_real_name (), -1);
  consent->text = g_strdup (text);
  consent->at = trib_clock_get_real_time (self->clock);
  slot = g_new0 (TribModelConsent *, 1);
  *slot = consent;
  g_task_set_task_data (task, slot, (GDestroyNotify) consent_slot_free);
  trib_model_consents_load (self);
  record = serialise (consent);
  if (strlen (record) > TRIB_STORE_MAX_RECORD)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "The text is too long");
  else if (self->store == NULL)
    return_consent (task);
  else
    trib_store_put_record_async (self->store, self->account_id, TRIB_STORE_JOURNAL_CONSENT,
                                 consent->id, record, NULL, put_cb, g_steal_pointer (&task));
}

/**
 * trib_model_consents_add_finish:
 * @self: a list
 * @result: what the callback got
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %G_IO_ERROR_CLOSED or %G_IO_ERROR_FAILED
 *   for a text that is too long
 *
 * Returns: whether it is written down
 */
gboolean
trib_model_consents_add_finish (TribModelConsents *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * trib_model_consents_withdraw:
 * @self: a list
 * @company_id: whose data
 * @platform_key: from where it is read no more
 *
 * Keeps that everything that was agreed to for this platform so far holds no more. The texts stay.
 */
void
trib_model_consents_withdraw (TribModelConsents *self,
                              const char *company_id,
                              const char *platform_key)
{
  Ended *ended;

  g_return_if_fail (TRIB_MODEL_IS_CONSENTS (self));
  g_return_if_fail (company_id != NULL);

  if (platform_key == NULL)
    return;
  ended = g_new0 (Ended, 1);
  ended->company_id = g_strdup (company_id);
  ended->platform_key = g_strdup (platform_key);
  ended->at = trib_clock_get_real_time (self->clock);
  trib_model_consents_load (self);
  if (self->is_read || self->store == NULL) {
    withdraw (self, ended);
    ended_free (ended);
  } else {
    g_ptr_array_add (self->ended, ended);
  }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trib_model_consents_list:
 * @self: a list
 * @company_id: whose data
 * @platform_key: (nullable): from where
 *
 * Returns: (transfer container) (element-type TribModelConsent): what was agreed to, the newest
 *   first; each borrowed until the next change
 */
GPtrArray *
trib_model_consents_list (TribModelConsents *self, const char *company_id, const char *platform_key)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  g_return_val_if_fail (TRIB_MODEL_IS_CONSENTS (self), NULL);
  for (guint i = 0; i < self->list->len; i++) {
    TribModelConsent *consent = g_ptr_array_index (self->list, i);

    if (g_strcmp0 (consent->company_id, company_id) == 0 &&
        g_strcmp0 (consent->platform_key, platform_key) == 0)
      g_ptr_array_add (found, consent);
  }
  g_ptr_array_sort (found, compare_times);
  return g_steal_pointer (&found);
}
