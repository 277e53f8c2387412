/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TribStoreJournal:
 * @TRIB_STORE_JOURNAL_CHANGE: requests that change something at the server
 * @TRIB_STORE_JOURNAL_SIGN_IN: sign-ins that were begun
 * @TRIB_STORE_JOURNAL_REQUEST: who was asked to sign in, by connection
 * @TRIB_STORE_JOURNAL_ORGANISATION: which organisation was connected, by connection
 * @TRIB_STORE_JOURNAL_POLICY: what an account asks for and offers; one record
 * @TRIB_STORE_JOURNAL_CONSENT: what was agreed to before a sign-in, word by word
 * @TRIB_STORE_JOURNAL_HISTORY: what happened in sign-ins, by connection and start
 *
 * What is written down before it is done, so that a program that was killed knows of it afterwards.
 */
typedef enum {
  TRIB_STORE_JOURNAL_CHANGE,
  TRIB_STORE_JOURNAL_SIGN_IN,
  TRIB_STORE_JOURNAL_REQUEST,
  TRIB_STORE_JOURNAL_ORGANISATION,
  TRIB_STORE_JOURNAL_POLICY,
  TRIB_STORE_JOURNAL_CONSENT,
  TRIB_STORE_JOURNAL_HISTORY,
} TribStoreJournal;

/* How long a record may be, in bytes. */
#define TRIB_STORE_MAX_RECORD (256 * 1024)

#define TRIB_STORE_TYPE_RECORD (trib_store_record_get_type ())

G_DECLARE_FINAL_TYPE (TribStoreRecord, trib_store_record, TRIB_STORE, RECORD, GObject)

/* One line of a journal; immutable. written_at is in microseconds since the Unix epoch. */
TribStoreRecord *trib_store_record_new (const char *id,
                                        const char *text,
                                        gint64 written_at,
                                        gboolean is_elsewhere) G_GNUC_WARN_UNUSED_RESULT;
const char *trib_store_record_get_id (TribStoreRecord *self);
const char *trib_store_record_get_text (TribStoreRecord *self);
gint64 trib_store_record_get_written_at (TribStoreRecord *self);
/* Whether another program that still runs has written it, and goes on with what it is about. */
gboolean trib_store_record_get_is_elsewhere (TribStoreRecord *self);

G_END_DECLS
