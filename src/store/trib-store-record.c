/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-record.h"

/* TribStoreRecord: what was written down before it was done.
 * Immutable, so any thread may read it.
 */

struct _TribStoreRecord {
  GObject parent_instance;

  char *id;   /* (owned) */
  char *text; /* (owned) */
  gint64 written_at;
  gboolean is_elsewhere;
};

G_DEFINE_FINAL_TYPE (TribStoreRecord, trib_store_record, G_TYPE_OBJECT)

static void
trib_store_record_finalize (GObject *object)
{
  TribStoreRecord *self = TRIB_STORE_RECORD (object);

  g_free (self->id);
  g_free (self->text);
  G_OBJECT_CLASS (trib_store_record_parent_class)->finalize (object);
}

static void
trib_store_record_class_init (TribStoreRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_store_record_finalize;
}

static void
trib_store_record_init (TribStoreRecord *self)
{
}

/**
 * trib_store_record_new:
 * @id: what it is about, once in a journal
 * @text: whatever its writer reads again
 * @written_at: when, in microseconds since the Unix epoch
 * @is_elsewhere: whether another store that is open now has written it
 *
 * Returns: (transfer full): a record
 */
TribStoreRecord *
trib_store_record_new (const char *id, const char *text, gint64 written_at, gboolean is_elsewhere)
{
  TribStoreRecord *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  self = g_object_new (TRIB_STORE_TYPE_RECORD, NULL);
  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->written_at = written_at;
  self->is_elsewhere = is_elsewhere;
  return self;
}

/**
 * trib_store_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): what it is about
 */
const char *
trib_store_record_get_id (TribStoreRecord *self)
{
  g_return_val_if_fail (TRIB_STORE_IS_RECORD (self), NULL);
  return self->id;
}

/**
 * trib_store_record_get_text:
 * @self: a record
 *
 * Returns: (transfer none): what was written; its reader judges whether it makes sense
 */
const char *
trib_store_record_get_text (TribStoreRecord *self)
{
  g_return_val_if_fail (TRIB_STORE_IS_RECORD (self), NULL);
  return self->text;
}

/**
 * trib_store_record_get_written_at:
 * @self: a record
 *
 * Returns: when it was written last, in microseconds since the Unix epoch
 */
gint64
trib_store_record_get_written_at (TribStoreRecord *self)
{
  g_return_val_if_fail (TRIB_STORE_IS_RECORD (self), 0);
  return self->written_at;
}

/**
 * trib_store_record_get_is_elsewhere:
 * @self: a record
 *
 * Returns: whether it was written by another store that was open when the record was listed: what
 *   it is about is not forgotten, but under way
 */
gboolean
trib_store_record_get_is_elsewhere (TribStoreRecord *self)
{
  g_return_val_if_fail (TRIB_STORE_IS_RECORD (self), FALSE);
  return self->is_elsewhere;
}
