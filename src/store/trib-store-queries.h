/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-store-account.h"
#include "trib-store-database.h"
#include "trib-store-record.h"

G_BEGIN_DECLS

/* What the store says to SQLite: one function a verb, values bound and never pasted. */
GListModel *trib_store_query_list_accounts (TribStoreDatabase *database,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean trib_store_query_save_account (TribStoreDatabase *database,
                                        TribStoreAccount *account,
                                        GError **error);
gboolean trib_store_query_remove_account (TribStoreDatabase *database,
                                          const char *account_id,
                                          GError **error);
gboolean trib_store_query_set_account_in_use (TribStoreDatabase *database,
                                              const char *account_id,
                                              GError **error);
char *trib_store_query_get_account_in_use (TribStoreDatabase *database,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean trib_store_query_save_blob (TribStoreDatabase *database,
                                     const char *account_id,
                                     const char *name,
                                     GBytes *bytes,
                                     gint64 saved_at,
                                     GError **error);
gboolean trib_store_query_load_blob (TribStoreDatabase *database,
                                     const char *account_id,
                                     const char *name,
                                     GBytes **bytes,
                                     gint64 *saved_at,
                                     GError **error);
gboolean trib_store_query_put_record (TribStoreDatabase *database,
                                      const char *account_id,
                                      TribStoreJournal journal,
                                      TribStoreRecord *record,
                                      GError **error);
gboolean trib_store_query_remove_record (TribStoreDatabase *database,
                                         const char *account_id,
                                         TribStoreJournal journal,
                                         const char *id,
                                         GError **error);
GListModel *trib_store_query_list_records (TribStoreDatabase *database,
                                           const char *account_id,
                                           TribStoreJournal journal,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
