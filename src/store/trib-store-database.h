/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "trib-store-owner.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* One open database file. Everything here runs in the thread of the store. */
typedef struct _TribStoreDatabase TribStoreDatabase;

TribStoreDatabase *trib_store_database_open (const char *directory,
                                             GCancellable *cancellable,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void trib_store_database_close (TribStoreDatabase *self);
const char *trib_store_database_get_moved_aside (TribStoreDatabase *self);
/* Who writes into it from here. */
TribStoreOwner *trib_store_database_get_owner (TribStoreDatabase *self);
/* While a job runs: a cancelled job is interrupted and rolled back. */
void trib_store_database_set_cancellable (TribStoreDatabase *self, GCancellable *cancellable);

sqlite3_stmt *trib_store_database_prepare (TribStoreDatabase *self,
                                           const char *sql,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Runs a statement that gives no rows. */
gboolean trib_store_database_run (TribStoreDatabase *self, sqlite3_stmt *statement, GError **error);
/* Takes the next row: has_row says whether there was one. */
gboolean trib_store_database_step (TribStoreDatabase *self,
                                   sqlite3_stmt *statement,
                                   gboolean *has_row,
                                   GError **error);
gboolean trib_store_database_exec (TribStoreDatabase *self, const char *sql, GError **error);
void trib_store_database_rollback (TribStoreDatabase *self);

G_END_DECLS
