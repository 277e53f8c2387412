/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-queries.h"

#include <string.h>

#define IN_USE "account-in-use"

static void
bind_text (sqlite3_stmt *statement, int position, const char *text)
{
  if (text != NULL)
    sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (statement, position);
}

static const char *
column_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

static gboolean
run_with_texts (TribStoreDatabase *database,
                const char *sql,
                const char *first,
                const char *second,
                GError **error)
{
  g_autoptr (sqlite3_stmt) statement = trib_store_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, first);
  if (second != NULL)
    bind_text (statement, 2, second);
  return trib_store_database_run (database, statement, error);
}

static int
compare_accounts (gconstpointer a, gconstpointer b, gpointer data)
{
  TribStoreAccount *one = TRIB_STORE_ACCOUNT ((gpointer) a);
  TribStoreAccount *other = TRIB_STORE_ACCOUNT ((gpointer) b);
  int order =
      g_utf8_collate (trib_store_account_get_name (one), trib_store_account_get_name (other));

  if (order != 0)
    return order;
  return g_strcmp0 (trib_store_account_get_id (one), trib_store_account_get_id (other));
}

static gboolean
is_text (const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL);
}

/* SQLite checks neither encodings nor, when it reads, the constraints of a column. */
static TribStoreAccount *
read_account (sqlite3_stmt *row)
{
  const char *id = column_text (row, 0);
  const char *name = column_text (row, 1);
  const char *base_url = column_text (row, 2);
  const char *redirect_template = column_text (row, 3);
  int environment = sqlite3_column_int (row, 4);

  /* Only a crafted file has such a row. */
  if (!is_text (id) || *id == '\0' || !is_text (name) || !is_text (base_url))
    return NULL;
  /* What is not known is taken for what asks for the most care. */
  if (environment < TRIB_STORE_ENVIRONMENT_LIVE || environment > TRIB_STORE_ENVIRONMENT_DEMO)
    environment = TRIB_STORE_ENVIRONMENT_LIVE;
  return trib_store_account_new (id, name, base_url,
                                 is_text (redirect_template) ? redirect_template : NULL,
                                 (TribStoreEnvironment) environment);
}

GListModel *
trib_store_query_list_accounts (TribStoreDatabase *database, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (TRIB_STORE_TYPE_ACCOUNT);
  g_autoptr (sqlite3_stmt) statement = trib_store_database_prepare (
      database, "SELECT id, name, base_url, redirect_template, environment FROM account", error);
  gboolean has_row = statement != NULL;

  while (has_row) {
    g_autoptr (TribStoreAccount) account = NULL;

    if (!trib_store_database_step (database, statement, &has_row, error))
      return NULL;
    account = has_row ? read_account (statement) : NULL;
    if (account != NULL)
      g_list_store_insert_sorted (list, account, compare_accounts, NULL);
  }
  return statement != NULL ? G_LIST_MODEL (g_steal_pointer (&list)) : NULL;
}

gboolean
trib_store_query_save_account (TribStoreDatabase *database,
                               TribStoreAccount *account,
                               GError **error)
{
  g_autoptr (sqlite3_stmt) statement = trib_store_database_prepare (
      database,
      "INSERT INTO account (id, name, base_url, redirect_template, environment)"
      " VALUES (?1, ?2, ?3, ?4, ?5)"
      " ON CONFLICT (id) DO UPDATE SET name = ?2, base_url = ?3, redirect_template = ?4,"
      " environment = ?5",
      error);

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, trib_store_account_get_id (account));
  bind_text (statement, 2, trib_store_account_get_name (account));
  bind_text (statement, 3, trib_store_account_get_base_url (account));
  bind_text (statement, 4, trib_store_account_get_redirect_template (account));
  sqlite3_bind_int (statement, 5, (int) trib_store_account_get_environment (account));
  return trib_store_database_run (database, statement, error);
}

static gboolean
remove_all_of_account (TribStoreDatabase *database, const char *account_id, GError **error)
{
  return run_with_texts (database, "DELETE FROM blob WHERE account_id = ?1", account_id, NULL,
                         error) &&
         run_with_texts (database, "DELETE FROM journal WHERE account_id = ?1", account_id, NULL,
                         error) &&
         run_with_texts (database, "DELETE FROM setting WHERE name = ?2 AND value = ?1", account_id,
                         IN_USE, error) &&
         run_with_texts (database, "DELETE FROM account WHERE id = ?1", account_id, NULL, error);
}

gboolean
trib_store_query_remove_account (TribStoreDatabase *database,
                                 const char *account_id,
                                 GError **error)
{
  g_autoptr (GError) ignored = NULL;

  if (!trib_store_database_exec (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!remove_all_of_account (database, account_id, error) ||
      !trib_store_database_exec (database, "COMMIT", error)) {
    trib_store_database_rollback (database);
    return FALSE;
  }
  /* What was forgotten must not linger in the log. A reader in another process may prevent it now;
   * then it happens when the file is closed. */
  if (!trib_store_database_exec (database, "PRAGMA wal_checkpoint (TRUNCATE)", &ignored))
    g_debug ("The log was not emptied: %s", ignored->message);
  return TRUE;
}

gboolean
trib_store_query_set_account_in_use (TribStoreDatabase *database,
                                     const char *account_id,
                                     GError **error)
{
  return run_with_texts (database,
                         "INSERT INTO setting (name, value) VALUES (?1, ?2)"
                         " ON CONFLICT (name) DO UPDATE SET value = ?2",
                         IN_USE, account_id, error);
}

char *
trib_store_query_get_account_in_use (TribStoreDatabase *database, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      trib_store_database_prepare (database, "SELECT value FROM setting WHERE name = ?1", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  bind_text (statement, 1, IN_USE);
  if (!trib_store_database_step (database, statement, &has_row, error))
    return NULL;
  return g_strdup (has_row ? column_text (statement, 0) : "");
}

gboolean
trib_store_query_save_blob (TribStoreDatabase *database,
                            const char *account_id,
                            const char *name,
                            GBytes *bytes,
                            gint64 saved_at,
                            GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  g_autoptr (sqlite3_stmt) statement = trib_store_database_prepare (
      database,
      "INSERT INTO blob (account_id, name, bytes, saved_at) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT (account_id, name) DO UPDATE SET bytes = ?3, saved_at = ?4",
      error);

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, account_id);
  bind_text (statement, 2, name);
  /* The bytes outlive the statement. NULL would be bound as an SQL NULL. */
  sqlite3_bind_blob64 (statement, 3, size > 0 ? data : "", size, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, saved_at);
  return trib_store_database_run (database, statement, error);
}

gboolean
trib_store_query_load_blob (TribStoreDatabase *database,
                            const char *account_id,
                            const char *name,
                            GBytes **bytes,
                            gint64 *saved_at,
                            GError **error)
{
  g_autoptr (sqlite3_stmt) statement = trib_store_database_prepare (
      database, "SELECT bytes, saved_at FROM blob WHERE account_id = ?1 AND name = ?2", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, account_id);
  bind_text (statement, 2, name);
  if (!trib_store_database_step (database, statement, &has_row, error))
    return FALSE;
  if (has_row) {
    *bytes = g_bytes_new (sqlite3_column_blob (statement, 0),
                          (gsize) sqlite3_column_bytes (statement, 0));
    *saved_at = sqlite3_column_int64 (statement, 1);
  }
  return TRUE;
}

gboolean
trib_store_query_put_record (TribStoreDatabase *database,
                             const char *account_id,
                             TribStoreJournal journal,
                             TribStoreRecord *record,
                             GError **error)
{
  g_autoptr (sqlite3_stmt) statement = trib_store_database_prepare (
      database,
      "INSERT INTO journal (account_id, journal, id, record, written_at, owner)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
      " ON CONFLICT (account_id, journal, id)"
      " DO UPDATE SET record = ?4, written_at = ?5, owner = ?6",
      error);

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, account_id);
  sqlite3_bind_int (statement, 2, (int) journal);
  bind_text (statement, 3, trib_store_record_get_id (record));
  bind_text (statement, 4, trib_store_record_get_text (record));
  sqlite3_bind_int64 (statement, 5, trib_store_record_get_written_at (record));
  sqlite3_bind_int64 (statement, 6,
                      trib_store_owner_get_number (trib_store_database_get_owner (database)));
  return trib_store_database_run (database, statement, error);
}

gboolean
trib_store_query_remove_record (TribStoreDatabase *database,
                                const char *account_id,
                                TribStoreJournal journal,
                                const char *id,
                                GError **error)
{
  g_autoptr (sqlite3_stmt) statement = trib_store_database_prepare (
      database, "DELETE FROM journal WHERE account_id = ?1 AND journal = ?2 AND id = ?3", error);

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, account_id);
  sqlite3_bind_int (statement, 2, (int) journal);
  bind_text (statement, 3, id);
  return trib_store_database_run (database, statement, error);
}

/* Only a crafted file has a row that gives NULL. */
static TribStoreRecord *
read_record (TribStoreDatabase *database, sqlite3_stmt *row)
{
  TribStoreOwner *owner = trib_store_database_get_owner (database);
  const char *id = column_text (row, 0);
  const char *text = column_text (row, 1);

  if (!is_text (id) || !is_text (text) || strlen (text) > TRIB_STORE_MAX_RECORD)
    return NULL;
  return trib_store_record_new (
      id, text, sqlite3_column_int64 (row, 2),
      trib_store_owner_is_elsewhere (owner, sqlite3_column_int64 (row, 3)));
}

GListModel *
trib_store_query_list_records (TribStoreDatabase *database,
                               const char *account_id,
                               TribStoreJournal journal,
                               GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (TRIB_STORE_TYPE_RECORD);
  g_autoptr (sqlite3_stmt) statement = trib_store_database_prepare (
      database,
      "SELECT id, record, written_at, owner FROM journal WHERE account_id = ?1 AND journal = ?2"
      " ORDER BY written_at, id",
      error);
  gboolean has_row = statement != NULL;

  if (statement == NULL)
    return NULL;
  bind_text (statement, 1, account_id);
  sqlite3_bind_int (statement, 2, (int) journal);
  while (has_row) {
    g_autoptr (TribStoreRecord) record = NULL;

    if (!trib_store_database_step (database, statement, &has_row, error))
      return NULL;
    record = has_row ? read_record (database, statement) : NULL;
    if (record != NULL)
      g_list_store_append (list, record);
  }
  return G_LIST_MODEL (g_steal_pointer (&list));
}
