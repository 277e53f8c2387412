/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-notes-private.h"

/* Part of TribModelNotes: the sign-ins that were begun and whose end nobody saw. A record tells who
 * signs in, where, and since when; it has neither the link nor a secret. Main thread only. */

/* The company, the platform's key, and when it was begun. */
#define RECORD_TYPE "(ssx)"

/* When the sign-in of a record was begun; 0 for a record that tells nothing. */
static gint64
parse_record (TribModelNotes *self, const char *text)
{
  g_autoptr (GVariant) record =
      g_variant_parse (G_VARIANT_TYPE (RECORD_TYPE), text, NULL, NULL, NULL);
  gint64 started = 0;

  if (record != NULL)
    g_variant_get_child (record, 2, "x", &started);
  /* A clock that was set back must not lose anybody's sign-in. */
  return started > 0 ? MIN (started, trib_clock_get_real_time (self->clock)) : 0;
}

static void
take (TribModelNotes *self, const char *connection_id, gint64 started)
{
  g_hash_table_insert (self->sign_ins, g_strdup (connection_id),
                       g_memdup2 (&started, sizeof started));
}

void
trib_model_notes_take_sign_in (TribModelNotes *self, const char *id, const char *text)
{
  gint64 started = parse_record (self, text);

  if (started != 0 && !g_hash_table_contains (self->sign_ins, id))
    take (self, id, started);
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
  const gint64 *started;

  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), 0);
  g_return_val_if_fail (connection_id != NULL, 0);
  started = g_hash_table_lookup (self->sign_ins, connection_id);
  return started != NULL ? *started : 0;
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
 * account that keeps nothing is not told of its sign-ins either.
 */
void
trib_model_notes_begin_sign_in (TribModelNotes *self,
                                const char *connection_id,
                                const char *company_id,
                                const char *platform_key,
                                GTask *done)
{
  g_autoptr (GVariant) record = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (connection_id != NULL);
  g_return_if_fail (company_id != NULL);
  g_return_if_fail (G_IS_TASK (done));

  if (self->store == NULL) {
    g_task_return_boolean (done, TRUE);
    g_object_unref (done);
    return;
  }
  if (!g_hash_table_contains (self->sign_ins, connection_id))
    take (self, connection_id, trib_clock_get_real_time (self->clock));
  record = g_variant_ref_sink (g_variant_new (RECORD_TYPE, company_id,
                                              platform_key != NULL ? platform_key : "",
                                              trib_model_notes_get_sign_in (self, connection_id)));
  text = g_variant_print (record, FALSE);
  trib_store_keep_record (self->store, self->account_id, TRIB_STORE_JOURNAL_SIGN_IN, connection_id,
                          text, done);
  trib_model_notes_emit_changed (self);
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
  trib_store_keep_record (self->store, self->account_id, TRIB_STORE_JOURNAL_SIGN_IN, connection_id,
                          NULL, NULL);
  trib_model_notes_emit_changed (self);
}
