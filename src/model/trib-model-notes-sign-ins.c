/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-notes-private.h"

/* Part of TribModelNotes: the sign-ins that were begun and whose end nobody saw. A record tells who
 * signs in, where, since when, and what the session was in last; it has neither the link nor a
 * secret. Main thread only. */

/* The company, the platform's key, when it was begun, and the state. */
#define RECORD_TYPE "(ssxs)"
/* What programs wrote that kept no state. */
#define OLD_RECORD_TYPE "(ssx)"

static const struct {
  TribLinkState state;
  const char *word;
} words[] = {
  { TRIB_LINK_STATE_IDLE, "" },
  { TRIB_LINK_STATE_OPEN, "open" },
  { TRIB_LINK_STATE_OUTSIDE, "outside" },
  { TRIB_LINK_STATE_CONFIRMING, "confirming" },
};

/* (nullable): for a state that nothing is written of. */
static const char *
state_to_word (TribLinkState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (words[i].state == state)
      return words[i].word;
  }
  return NULL;
}

static gboolean
parse_state (const char *word, TribLinkState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_str_equal (words[i].word, word)) {
      *state = words[i].state;
      return TRUE;
    }
  }
  return FALSE;
}

void
trib_model_noted_sign_in_free (gpointer data)
{
  TribModelNotedSignIn *sign_in = data;

  g_free (sign_in->company_id);
  g_free (sign_in->platform_key);
  g_free (sign_in);
}

static char *
serialise (TribModelNotedSignIn *sign_in)
{
  g_autoptr (GVariant) record =
      g_variant_ref_sink (g_variant_new (RECORD_TYPE, sign_in->company_id, sign_in->platform_key,
                                         sign_in->started, state_to_word (sign_in->state)));

  return g_variant_print (record, FALSE);
}

/* Returns: (nullable): what a record tells; one that no program of ours wrote tells nothing */
static TribModelNotedSignIn *
parse_record (TribModelNotes *self, const char *text)
{
  g_autoptr (GVariant) record =
      g_variant_parse (G_VARIANT_TYPE (RECORD_TYPE), text, NULL, NULL, NULL);
  g_autoptr (GVariant) old =
      record == NULL ? g_variant_parse (G_VARIANT_TYPE (OLD_RECORD_TYPE), text, NULL, NULL, NULL)
                     : NULL;
  TribLinkState state = TRIB_LINK_STATE_IDLE;
  const char *company_id, *platform_key, *word = "";
  TribModelNotedSignIn *sign_in;
  gint64 started;

  if (record != NULL)
    g_variant_get (record, "(&s&sx&s)", &company_id, &platform_key, &started, &word);
  else if (old != NULL)
    g_variant_get (old, "(&s&sx)", &company_id, &platform_key, &started);
  else
    return NULL;
  if (started <= 0 || !parse_state (word, &state))
    return NULL;
  sign_in = g_new0 (TribModelNotedSignIn, 1);
  /* A clock that was set back must not lose anybody's sign-in. */
  sign_in->started = MIN (started, trib_clock_get_real_time (self->clock));
  sign_in->company_id = g_strdup (company_id);
  sign_in->platform_key = g_strdup (platform_key);
  sign_in->state = state;
  return sign_in;
}

static TribModelNotedSignIn *
find (TribModelNotes *self, const char *connection_id)
{
  return g_hash_table_lookup (self->sign_ins, connection_id);
}

void
trib_model_notes_take_sign_in (TribModelNotes *self, const char *id, const char *text)
{
  TribModelNotedSignIn *sign_in = parse_record (self, text);

  if (sign_in == NULL)
    return;
  if (find (self, id) != NULL) {
    trib_model_noted_sign_in_free (sign_in);
    return;
  }
  sign_in->left = sign_in->state == TRIB_LINK_STATE_CONFIRMING;
  g_hash_table_insert (self->sign_ins, g_strdup (id), sign_in);
}

/**
 * trib_model_notes_get_sign_in:
 * @self: notes
 * @connection_id: a connection
 *
 * Returns: when the sign-in that goes on there was begun, in microseconds since the Unix epoch, or
 * 0
 */
gint64
trib_model_notes_get_sign_in (TribModelNotes *self, const char *connection_id)
{
  TribModelNotedSignIn *sign_in;

  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), 0);
  g_return_val_if_fail (connection_id != NULL, 0);
  sign_in = find (self, connection_id);
  return sign_in != NULL ? sign_in->started : 0;
}

/**
 * trib_model_notes_begin_sign_in:
 * @self: notes
 * @connection_id: the connection whose link is about to be opened
 * @company_id: who signs in
 * @platform_key: (nullable): where
 * @done: (transfer full): told when this is on the disk, or could not be
 *
 * Notes that a sign-in is begun. A fresh link for one that goes on does not begin it anew. An
 * account that keeps nothing knows it until the program ends.
 */
void
trib_model_notes_begin_sign_in (TribModelNotes *self,
                                const char *connection_id,
                                const char *company_id,
                                const char *platform_key,
                                GTask *done)
{
  TribModelNotedSignIn *known, *sign_in;
  g_autofree char *text = NULL;

  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (connection_id != NULL);
  g_return_if_fail (company_id != NULL);
  g_return_if_fail (G_IS_TASK (done));

  known = find (self, connection_id);
  sign_in = g_new0 (TribModelNotedSignIn, 1);
  sign_in->started = known != NULL ? known->started : trib_clock_get_real_time (self->clock);
  sign_in->company_id = g_strdup (company_id);
  sign_in->platform_key = g_strdup (platform_key != NULL ? platform_key : "");
  g_hash_table_insert (self->sign_ins, g_strdup (connection_id), sign_in);
  text = serialise (sign_in);
  if (self->store != NULL) {
    trib_store_keep_record (self->store, self->account_id, TRIB_STORE_JOURNAL_SIGN_IN,
                            connection_id, text, done);
  } else {
    g_task_return_boolean (done, TRUE);
    g_object_unref (done);
  }
  trib_model_notes_emit_changed (self);
}

/**
 * trib_model_notes_set_sign_in_state:
 * @self: notes
 * @connection_id: a connection
 * @state: what its session is in; what nothing is written of changes nothing
 */
void
trib_model_notes_set_sign_in_state (TribModelNotes *self,
                                    const char *connection_id,
                                    TribLinkState state)
{
  TribModelNotedSignIn *sign_in;
  g_autofree char *text = NULL;

  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (connection_id != NULL);

  sign_in = find (self, connection_id);
  if (sign_in == NULL || sign_in->state == state || state_to_word (state) == NULL)
    return;
  sign_in->state = state;
  sign_in->left = FALSE;
  text = serialise (sign_in);
  trib_model_notes_put (self, TRIB_STORE_JOURNAL_SIGN_IN, connection_id, text);
}

/**
 * trib_model_notes_get_sign_in_state:
 * @self: notes
 * @connection_id: a connection
 *
 * Returns: what the sign-in that goes on there was in last: open, outside or confirming, and idle
 *   when that is not known
 */
TribLinkState
trib_model_notes_get_sign_in_state (TribModelNotes *self, const char *connection_id)
{
  TribModelNotedSignIn *sign_in;

  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), TRIB_LINK_STATE_IDLE);
  g_return_val_if_fail (connection_id != NULL, TRIB_LINK_STATE_IDLE);
  sign_in = find (self, connection_id);
  return sign_in != NULL ? sign_in->state : TRIB_LINK_STATE_IDLE;
}

/**
 * trib_model_notes_take_left:
 * @self: notes
 * @connection_id: a connection
 *
 * Returns: whether the program ended while Codat was being asked about it, and nobody has asked
 *   since: whoever hears that has to
 */
gboolean
trib_model_notes_take_left (TribModelNotes *self, const char *connection_id)
{
  TribModelNotedSignIn *sign_in;
  gboolean left;

  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), FALSE);
  g_return_val_if_fail (connection_id != NULL, FALSE);
  sign_in = find (self, connection_id);
  left = sign_in != NULL && sign_in->left;
  if (left)
    sign_in->left = FALSE;
  return left;
}

/**
 * trib_model_notes_end_sign_in:
 * @self: notes
 * @connection_id: a connection whose sign-in has ended, or nobody waits for any more
 */
void
trib_model_notes_end_sign_in (TribModelNotes *self, const char *connection_id)
{
  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (connection_id != NULL);

  if (!g_hash_table_remove (self->sign_ins, connection_id))
    return;
  if (self->store != NULL)
    trib_store_keep_record (self->store, self->account_id, TRIB_STORE_JOURNAL_SIGN_IN,
                            connection_id, NULL, NULL);
  trib_model_notes_emit_changed (self);
}

/**
 * trib_model_notes_stop_sign_in:
 * @self: notes
 * @connection_id: a connection that nobody wants to wait for any more
 *
 * Returns: (nullable) (transfer full): what was written down of its sign-in, to take this back
 */
char *
trib_model_notes_stop_sign_in (TribModelNotes *self, const char *connection_id)
{
  TribModelNotedSignIn *sign_in;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), NULL);
  g_return_val_if_fail (connection_id != NULL, NULL);
  sign_in = find (self, connection_id);
  if (sign_in == NULL)
    return NULL;
  text = serialise (sign_in);
  trib_model_notes_end_sign_in (self, connection_id);
  return g_steal_pointer (&text);
}

/**
 * trib_model_notes_take_back_stop:
 * @self: notes
 * @connection_id: a connection
 * @record: what trib_model_notes_stop_sign_in() said
 *
 * Waits on, since the same time. A sign-in that was begun meanwhile is left alone.
 */
void
trib_model_notes_take_back_stop (TribModelNotes *self,
                                 const char *connection_id,
                                 const char *record)
{
  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (connection_id != NULL);
  g_return_if_fail (record != NULL);

  if (find (self, connection_id) != NULL)
    return;
  trib_model_notes_take_sign_in (self, connection_id, record);
  trib_model_notes_put (self, TRIB_STORE_JOURNAL_SIGN_IN, connection_id, record);
  trib_model_notes_emit_changed (self);
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  TribModelNotedSignIn *one = find (data, *(const char *const *) a);
  TribModelNotedSignIn *other = find (data, *(const char *const *) b);

  if (one->started != other->started)
    return one->started < other->started ? -1 : 1;
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * trib_model_notes_list_sign_ins:
 * @self: notes
 * @company_id: (nullable): a company, or %NULL for all of them
 *
 * Returns: (transfer full): the ids of the connections that are signed in to, begun first first
 */
char **
trib_model_notes_list_sign_ins (TribModelNotes *self, const char *company_id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, value;

  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), NULL);
  g_hash_table_iter_init (&iter, self->sign_ins);
  while (g_hash_table_iter_next (&iter, &id, &value)) {
    const TribModelNotedSignIn *sign_in = value;

    if (company_id == NULL || g_str_equal (sign_in->company_id, company_id))
      g_ptr_array_add (ids, id);
  }
  g_ptr_array_sort_with_data (ids, compare_starts, self);
  g_ptr_array_add (ids, NULL);
  return g_strdupv ((char **) ids->pdata);
}

/**
 * trib_model_notes_get_n_sign_ins:
 * @self: notes
 *
 * Returns: how many sign-ins go on
 */
guint
trib_model_notes_get_n_sign_ins (TribModelNotes *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), 0);
  return g_hash_table_size (self->sign_ins);
}

/**
 * trib_model_notes_get_sign_in_company:
 * @self: notes
 * @connection_id: a connection
 *
 * Returns: (nullable): who signs in there, as it is written down
 */
const char *
trib_model_notes_get_sign_in_company (TribModelNotes *self, const char *connection_id)
{
  TribModelNotedSignIn *sign_in;

  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), NULL);
  g_return_val_if_fail (connection_id != NULL, NULL);
  sign_in = find (self, connection_id);
  return sign_in != NULL ? sign_in->company_id : NULL;
}
