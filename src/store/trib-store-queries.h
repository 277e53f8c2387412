/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-store-account.h"
#include "trib-store-database.h"

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

G_END_DECLS
