/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-store.h"

G_BEGIN_DECLS

#define ID_ONE "11111111-1111-4111-8111-111111111111"
#define ID_TWO "22222222-2222-4222-8222-222222222222"

/* Every verb as one call that turns the main loop until it answers, or fails after a deadline. */
void take_result_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *await_result (GAsyncResult **place) G_GNUC_WARN_UNUSED_RESULT;
/* Until nobody but the test holds the object. */
void await_sole_owner (gpointer object);

TribStore *open_store (const char *directory, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TribStore *must_open_store (const char *directory) G_GNUC_WARN_UNUSED_RESULT;
gboolean close_store (TribStore *store, GError **error);
/* Closes it, and proves that nothing else holds it. */
void must_close_store (TribStore *store);
GListModel *list_accounts (TribStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean save_account (TribStore *store, TribStoreAccount *account, GError **error);
gboolean remove_account (TribStore *store, const char *account_id, GError **error);
gboolean set_in_use (TribStore *store, const char *account_id, GError **error);
char *get_in_use (TribStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean save_blob (
    TribStore *store, const char *account_id, const char *name, const char *text, GError **error);
/* "" is an empty blob, NULL is none. */
char *load_blob (TribStore *store,
                 const char *account_id,
                 const char *name,
                 gint64 *saved_at,
                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean save_key (TribStoreKeyring *keyring,
                   TribStoreAccount *account,
                   const char *key,
                   GCancellable *cancellable,
                   GError **error);
char *lookup_key (TribStoreKeyring *keyring,
                  TribStoreAccount *account,
                  GCancellable *cancellable,
                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean clear_key (TribStoreKeyring *keyring,
                    TribStoreAccount *account,
                    GCancellable *cancellable,
                    GError **error);

TribStoreAccount *make_account (const char *id, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *make_directory (void) G_GNUC_WARN_UNUSED_RESULT;
/* Removes a folder and all in it. */
void remove_directory (const char *directory);
char *database_path (const char *directory) G_GNUC_WARN_UNUSED_RESULT;
/* Runs SQL behind the back of the store. */
void run_sql (const char *directory, const char *sql);
/* The first column of the first row. */
char *query_sql (const char *directory, const char *sql) G_GNUC_WARN_UNUSED_RESULT;
guint count_moved_aside (const char *directory);
gboolean any_file_contains (const char *directory, const char *text);

G_END_DECLS
