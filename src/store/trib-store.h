/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The room store/ is what this computer remembers: the accounts, their keys (in the keyring and
 * nowhere else), the brand images, and what was begun and is not known to have ended.
 *
 * It may use base/, the value types of codat/, SQLite and libsecret. SQLite runs in a thread of its
 * own; every call here is asynchronous. No secret and no link URL is ever written to the database.
 */

#include <gio/gio.h>

#include "trib-store-account.h"
#include "trib-store-error.h"
#include "trib-store-keyring.h"
#include "trib-store-record.h"

G_BEGIN_DECLS

#define TRIB_TYPE_STORE (trib_store_get_type ())

G_DECLARE_FINAL_TYPE (TribStore, trib_store, TRIB, STORE, GObject)

/* directory is made when missing (0700); the database file in it is 0600. A corrupt file is moved
 * aside and a new one begun. directory NULL: in memory only. */
void trib_store_open_async (const char *directory,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
TribStore *trib_store_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Where a corrupt file was moved to when this store was opened; NULL when there was none. */
const char *trib_store_get_moved_aside (TribStore *self);

/* A GListModel of TribStoreAccount, by name. */
void trib_store_list_accounts_async (TribStore *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
GListModel *trib_store_list_accounts_finish (TribStore *self,
                                             GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Inserts, or replaces the one with the same id. */
void trib_store_save_account_async (TribStore *self,
                                    TribStoreAccount *account,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
gboolean trib_store_save_account_finish (TribStore *self, GAsyncResult *result, GError **error);
/* Also forgets what was remembered for it. */
void trib_store_remove_account_async (TribStore *self,
                                      const char *account_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
gboolean trib_store_remove_account_finish (TribStore *self, GAsyncResult *result, GError **error);

/* The account in use last: "" when there is none. */
void trib_store_set_account_in_use_async (TribStore *self,
                                          const char *account_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer data);
gboolean
trib_store_set_account_in_use_finish (TribStore *self, GAsyncResult *result, GError **error);
void trib_store_get_account_in_use_async (TribStore *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer data);
char *trib_store_get_account_in_use_finish (TribStore *self,
                                            GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Brand images, by account and name (an image address, or another name like "branding:gbol").
 * saved_at: (out) (optional): microseconds since the Unix epoch. NULL without error: not there. */
void trib_store_save_blob_async (TribStore *self,
                                 const char *account_id,
                                 const char *name,
                                 GBytes *bytes,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
gboolean trib_store_save_blob_finish (TribStore *self, GAsyncResult *result, GError **error);
void trib_store_load_blob_async (TribStore *self,
                                 const char *account_id,
                                 const char *name,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
GBytes *trib_store_load_blob_finish (TribStore *self,
                                     GAsyncResult *result,
                                     gint64 *saved_at,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is written down before it is done; a GListModel of TribStoreRecord, the oldest first. */
void trib_store_put_record_async (TribStore *self,
                                  const char *account_id,
                                  TribStoreJournal journal,
                                  const char *id,
                                  const char *text,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
gboolean trib_store_put_record_finish (TribStore *self, GAsyncResult *result, GError **error);
/* Puts a record, or removes it when it is NULL, and tells done (nullable) (transfer full) when that
 * is on the disk: for who has a task of its own to go on with. */
void trib_store_keep_record (TribStore *self,
                             const char *account_id,
                             TribStoreJournal journal,
                             const char *id,
                             const char *text,
                             GTask *done);
void trib_store_remove_record_async (TribStore *self,
                                     const char *account_id,
                                     TribStoreJournal journal,
                                     const char *id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
gboolean trib_store_remove_record_finish (TribStore *self, GAsyncResult *result, GError **error);
void trib_store_list_records_async (TribStore *self,
                                    const char *account_id,
                                    TribStoreJournal journal,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
GListModel *trib_store_list_records_finish (TribStore *self,
                                            GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Ends the thread after what was queued is done. */
void trib_store_close_async (TribStore *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
gboolean trib_store_close_finish (TribStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
