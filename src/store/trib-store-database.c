/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-database.h"

#include "trib-store-error.h"
#include "trib-store-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define FILE_NAME "tributary.db"
#define BUSY_MILLISECONDS 5000
#define MAX_VALUE_BYTES (16 * 1024 * 1024)
#define STEPS_BETWEEN_CANCEL_CHECKS 1000

/* TribStoreDatabase: one open SQLite file, hardened, of the latest shape.
 * Owned by the worker of a store.
 * Lives and dies in the thread of that worker.
 */
struct _TribStoreDatabase {
  char *path;                /* (owned) (nullable) NULL in memory */
  sqlite3 *handle;           /* (owned) (nullable) */
  char *moved_aside;         /* (owned) (nullable) where a corrupt file went */
  TribStoreOwner *owner;     /* (owned) */
  GCancellable *cancellable; /* (nullable) borrowed for one job */
  gboolean damaged;          /* found corrupt while in use: moved aside when it is closed */
};

static gboolean
is_corrupt (int result)
{
  int primary = result & 0xff;

  return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

static void
set_error (TribStoreDatabase *self, int result, GError **error)
{
  if (is_corrupt (result))
    self->damaged = TRUE;
  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The work was cancelled");
  else
    g_set_error (error, TRIB_STORE_ERROR,
                 (result & 0xff) == SQLITE_FULL ? TRIB_STORE_ERROR_FULL : TRIB_STORE_ERROR_DISK,
                 "The database failed: %s", sqlite3_errstr (result));
}

static void
set_system_error (const char *what, int number, GError **error)
{
  gboolean full = number == ENOSPC || number == EDQUOT;

  g_set_error (error, TRIB_STORE_ERROR, full ? TRIB_STORE_ERROR_FULL : TRIB_STORE_ERROR_DISK,
               "%s: %s", what, g_strerror (number));
}

static int
check_cancelled_cb (void *data)
{
  TribStoreDatabase *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
make_directory (const char *directory, GError **error)
{
  if (g_mkdir_with_parents (directory, 0700) == 0 && g_chmod (directory, 0700) == 0)
    return TRUE;
  set_system_error ("The folder of the database cannot be made", errno, error);
  return FALSE;
}

/* Made by us, and not by SQLite, so that it never has wider permissions, not even for a moment;
 * SQLite gives those of the file to its companions. */
static gboolean
make_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
  else if (errno != EEXIST || g_chmod (path, 0600) != 0) {
    set_system_error ("The database cannot be made", errno, error);
    return FALSE;
  }
  return TRUE;
}

/* A file that was closed in order has no log beside it. */
static gboolean
was_unclean (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

static char *
find_place_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *first = g_strdup_printf ("%s.corrupt-%s", path, time);

  for (guint i = 2; g_file_test (first, G_FILE_TEST_EXISTS); i++) {
    g_free (first);
    first = g_strdup_printf ("%s.corrupt-%s-%u", path, time, i);
  }
  return g_steal_pointer (&first);
}

static gboolean
move_aside (TribStoreDatabase *self, GError **error)
{
  static const char *const companions[] = { "-wal", "-shm" };
  g_autofree char *place = find_place_aside (self->path);

  if (g_rename (self->path, place) != 0) {
    set_system_error ("The corrupt database cannot be moved aside", errno, error);
    return FALSE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++) {
    g_autofree char *from = g_strconcat (self->path, companions[i], NULL);
    g_autofree char *to = g_strconcat (place, companions[i], NULL);

    /* Either may be missing. A stale log must not be taken for one of the new file. */
    if (g_rename (from, to) != 0)
      g_unlink (from);
  }
  g_message ("A corrupt database was moved aside");
  g_free (self->moved_aside);
  self->moved_aside = g_steal_pointer (&place);
  return TRUE;
}

static int
harden (sqlite3 *handle)
{
  static const struct {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },        { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (handle, options[i].option, options[i].value, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BUSY_MILLISECONDS);
  return sqlite3_exec (handle,
                       "PRAGMA trusted_schema = OFF;"
                       "PRAGMA cell_size_check = ON;"
                       "PRAGMA mmap_size = 0;"
                       "PRAGMA temp_store = MEMORY;"
                       "PRAGMA foreign_keys = ON;",
                       NULL, NULL, NULL);
}

static int
read_version (sqlite3 *handle, int *version)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = sqlite3_prepare_v2 (handle, "PRAGMA user_version", -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *version = sqlite3_column_int (statement, 0);
  return result == SQLITE_ROW ? SQLITE_OK : result;
}

static int
check_pages (sqlite3 *handle)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = sqlite3_prepare_v2 (handle, "PRAGMA quick_check (1)", -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (result != SQLITE_ROW)
    return result;
  if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0)
    return SQLITE_CORRUPT;
  return SQLITE_OK;
}

/* Nothing is written before the version is known: a newer file is left as it is. */
static int
open_handle (TribStoreDatabase *self, gboolean unclean, int *version)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  int result = sqlite3_open_v2 (self->path != NULL ? self->path : ":memory:", &self->handle,
                                self->path != NULL ? flags : flags | SQLITE_OPEN_CREATE, NULL);

  if (result != SQLITE_OK)
    return result;
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_CANCEL_CHECKS, check_cancelled_cb, self);
  result = harden (self->handle);
  if (result == SQLITE_OK)
    result = read_version (self->handle, version);
  if (result != SQLITE_OK || *version > trib_store_schema_get_latest ())
    return result;
  if (unclean)
    result = check_pages (self->handle);
  if (result == SQLITE_OK && (*version < 0 || !trib_store_schema_matches (self->handle, *version)))
    result = sqlite3_errcode (self->handle) == SQLITE_OK ? SQLITE_CORRUPT
                                                         : sqlite3_errcode (self->handle);
  return result;
}

static int
prepare_handle (TribStoreDatabase *self, int version)
{
  int result = sqlite3_exec (self->handle,
                             "PRAGMA journal_mode = WAL;"
                             "PRAGMA synchronous = FULL;"
                             "PRAGMA secure_delete = ON;",
                             NULL, NULL, NULL);

  return result == SQLITE_OK ? trib_store_schema_upgrade (self->handle, version) : result;
}

static gboolean
open_once (TribStoreDatabase *self, GError **error)
{
  int version = 0;
  int result;

  if (self->path != NULL && !make_file (self->path, error))
    return FALSE;
  result = open_handle (self, self->path != NULL && was_unclean (self->path), &version);
  if (result == SQLITE_OK && version > trib_store_schema_get_latest ()) {
    g_set_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NEWER,
                 "The database has version %d, which is newer than this program", version);
    return FALSE;
  }
  if (result == SQLITE_OK)
    result = prepare_handle (self, version);
  if (result == SQLITE_OK)
    return TRUE;
  set_error (self, result, error);
  return FALSE;
}

static gboolean
open_or_begin_anew (TribStoreDatabase *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (open_once (self, &local_error))
    return TRUE;
  if (!self->damaged || self->path == NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  g_clear_pointer (&self->handle, sqlite3_close);
  self->damaged = FALSE;
  return move_aside (self, error) && open_once (self, error);
}

/**
 * trib_store_database_open: (skip)
 * @directory: (nullable): the folder of the file; %NULL for a database in memory
 * @cancellable: (nullable): to give up
 * @error: %TRIB_STORE_ERROR_DISK, %TRIB_STORE_ERROR_FULL, %TRIB_STORE_ERROR_NEWER or
 *   %G_IO_ERROR_CANCELLED
 *
 * Opens the database and takes it to the latest version. A corrupt file is moved aside first.
 *
 * Returns: (transfer full): the database
 */
TribStoreDatabase *
trib_store_database_open (const char *directory, GCancellable *cancellable, GError **error)
{
  TribStoreDatabase *self;

  if (directory != NULL && !make_directory (directory, error))
    return NULL;
  self = g_new0 (TribStoreDatabase, 1);
  self->path = directory != NULL ? g_build_filename (directory, FILE_NAME, NULL) : NULL;
  self->owner = trib_store_owner_new (directory);
  self->cancellable = cancellable;
  if (!open_or_begin_anew (self, error)) {
    self->damaged = FALSE;
    g_clear_pointer (&self, trib_store_database_close);
    return NULL;
  }
  self->cancellable = NULL;
  return self;
}

/**
 * trib_store_database_close: (skip)
 * @self: (transfer full): a database
 *
 * Closes the file, and moves it aside when it was found corrupt while it was in use.
 */
void
trib_store_database_close (TribStoreDatabase *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->handle, sqlite3_close);
  if (self->damaged && self->path != NULL && !move_aside (self, &error))
    g_warning ("%s", error->message);
  trib_store_owner_free (self->owner);
  g_free (self->path);
  g_free (self->moved_aside);
  g_free (self);
}

/**
 * trib_store_database_get_moved_aside: (skip)
 * @self: a database
 *
 * Returns: (transfer none) (nullable): where a corrupt file was moved to when it was opened
 */
const char *
trib_store_database_get_moved_aside (TribStoreDatabase *self)
{
  return self->moved_aside;
}

TribStoreOwner *
trib_store_database_get_owner (TribStoreDatabase *self)
{
  return self->owner;
}

void
trib_store_database_set_cancellable (TribStoreDatabase *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

sqlite3_stmt *
trib_store_database_prepare (TribStoreDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);

  if (result == SQLITE_OK)
    return statement;
  set_error (self, result, error);
  return NULL;
}

gboolean
trib_store_database_step (TribStoreDatabase *self,
                          sqlite3_stmt *statement,
                          gboolean *has_row,
                          GError **error)
{
  int result = sqlite3_step (statement);

  *has_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;
  set_error (self, result, error);
  return FALSE;
}

gboolean
trib_store_database_run (TribStoreDatabase *self, sqlite3_stmt *statement, GError **error)
{
  gboolean has_row;

  return trib_store_database_step (self, statement, &has_row, error);
}

gboolean
trib_store_database_exec (TribStoreDatabase *self, const char *sql, GError **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;
  set_error (self, result, error);
  return FALSE;
}

/* After a full disk SQLite has rolled back by itself already. */
void
trib_store_database_rollback (TribStoreDatabase *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}
