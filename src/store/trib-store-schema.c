/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-schema.h"

/* scripts[n] takes a database from version n to n + 1. A released script is never edited: a change
 * of the shape is one more script, and its tables go beside these. */
static const char *const scripts[] = {
  /* Brand images belong to an account by its id without a reference to it, because a session-only
   * account is in no table. */
  "CREATE TABLE account ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  name TEXT NOT NULL,"
  "  base_url TEXT NOT NULL,"
  "  redirect_template TEXT,"
  "  environment INTEGER NOT NULL CHECK (environment BETWEEN 0 AND 2)"
  ") STRICT;"
  "CREATE TABLE setting ("
  "  name TEXT PRIMARY KEY NOT NULL,"
  "  value TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE blob ("
  "  account_id TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  bytes BLOB NOT NULL,"
  "  saved_at INTEGER NOT NULL,"
  "  PRIMARY KEY (account_id, name)"
  ") STRICT;",
  "CREATE TABLE journal ("
  "  account_id TEXT NOT NULL,"
  "  journal INTEGER NOT NULL,"
  "  id TEXT NOT NULL,"
  "  record TEXT NOT NULL,"
  "  written_at INTEGER NOT NULL,"
  "  PRIMARY KEY (account_id, journal, id)"
  ") STRICT;",
  "ALTER TABLE journal ADD COLUMN owner INTEGER NOT NULL DEFAULT 0;",
};

/**
 * trib_store_schema_get_latest: (skip)
 *
 * Returns: the version that this program writes
 */
int
trib_store_schema_get_latest (void)
{
  return G_N_ELEMENTS (scripts);
}

static int
run_script (sqlite3 *handle, int version)
{
  g_autofree char *sql = g_strdup_printf ("BEGIN IMMEDIATE; %s PRAGMA user_version = %d; COMMIT;",
                                          scripts[version], version + 1);

  return sqlite3_exec (handle, sql, NULL, NULL, NULL);
}

/**
 * trib_store_schema_upgrade: (skip)
 * @handle: a database of @version
 * @version: what it is now
 *
 * Takes a database to the latest version, step by step; a step is there in full or not at all.
 *
 * Returns: a result code of SQLite
 */
int
trib_store_schema_upgrade (sqlite3 *handle, int version)
{
  int result = SQLITE_OK;

  for (int i = version; result == SQLITE_OK && i < trib_store_schema_get_latest (); i++)
    result = run_script (handle, i);
  /* What failed in the middle is still open, unless SQLite rolled it back itself. */
  if (result != SQLITE_OK && !sqlite3_get_autocommit (handle))
    sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
  return result;
}

static int
add_object_cb (void *data, int n_columns, char **values, char **names)
{
  GString *text = data;

  g_string_append_printf (text, "%s %s %s\n", values[0], values[1],
                          values[2] != NULL ? values[2] : "");
  return 0;
}

static char *
describe (sqlite3 *handle)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (sqlite3_exec (handle, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name",
                    add_object_cb, text, NULL) != SQLITE_OK)
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_version (int version)
{
  sqlite3 *handle = NULL;
  char *text = NULL;
  int result = sqlite3_open (":memory:", &handle);

  for (int i = 0; result == SQLITE_OK && i < version; i++)
    result = run_script (handle, i);
  if (result == SQLITE_OK)
    text = describe (handle);
  sqlite3_close (handle);
  return text;
}

/**
 * trib_store_schema_matches: (skip)
 * @handle: a database
 * @version: the version that it says it is
 *
 * Compares the shape of a file with the one that our scripts make, so that a crafted trigger or
 * view in a restored backup is found before anything is read.
 *
 * Returns: whether they are the same
 */
gboolean
trib_store_schema_matches (sqlite3 *handle, int version)
{
  g_autofree char *is = describe (handle);
  g_autofree char *ought = describe_version (version);

  return is != NULL && g_strcmp0 (is, ought) == 0;
}
