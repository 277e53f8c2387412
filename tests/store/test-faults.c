/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-helpers.h"

#include <sqlite3.h>

/* A disk that fails: a layer between SQLite and the real files in which the n-th write, sync or
 * truncation fails, once or from then on. Each scenario is run for n = 1, 2, … until it gets
 * through without a failure, and afterwards the file is looked at with a disk that works. */

typedef struct {
  sqlite3_file base;
  sqlite3_file *real; /* (owned) lies behind this struct */
} FaultFile;

static struct {
  sqlite3_vfs *real;
  int countdown; /* (atomic) 0: nothing fails */
  int sticky;    /* (atomic) */
  int hit;       /* (atomic) whether anything failed */
  int code;
} faults;

static int
maybe_fail (void)
{
  int left = g_atomic_int_get (&faults.countdown);

  if (left == 0)
    return SQLITE_OK;
  if (left > 1) {
    g_atomic_int_add (&faults.countdown, -1);
    return SQLITE_OK;
  }
  g_atomic_int_set (&faults.hit, TRUE);
  if (!g_atomic_int_get (&faults.sticky))
    g_atomic_int_set (&faults.countdown, 0);
  return faults.code;
}

static sqlite3_file *
real_file (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static int
fault_close (sqlite3_file *file)
{
  return real_file (file)->pMethods->xClose (real_file (file));
}

static int
fault_read (sqlite3_file *file, void *data, int amount, sqlite3_int64 offset)
{
  return real_file (file)->pMethods->xRead (real_file (file), data, amount, offset);
}

static int
fault_write (sqlite3_file *file, const void *data, int amount, sqlite3_int64 offset)
{
  int result = maybe_fail ();

  if (result != SQLITE_OK)
    return result;
  return real_file (file)->pMethods->xWrite (real_file (file), data, amount, offset);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int result = maybe_fail ();

  return result != SQLITE_OK ? result
                             : real_file (file)->pMethods->xTruncate (real_file (file), size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  int result = maybe_fail ();

  return result != SQLITE_OK ? result : real_file (file)->pMethods->xSync (real_file (file), flags);
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_file (file)->pMethods->xFileSize (real_file (file), size);
}

static int
fault_lock (sqlite3_file *file, int level)
{
  return real_file (file)->pMethods->xLock (real_file (file), level);
}

static int
fault_unlock (sqlite3_file *file, int level)
{
  return real_file (file)->pMethods->xUnlock (real_file (file), level);
}

static int
fault_check_lock (sqlite3_file *file, int *out)
{
  return real_file (file)->pMethods->xCheckReservedLock (real_file (file), out);
}

static int
fault_control (sqlite3_file *file, int operation, void *data)
{
  return real_file (file)->pMethods->xFileControl (real_file (file), operation, data);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return real_file (file)->pMethods->xSectorSize (real_file (file));
}

static int
fault_characteristics (sqlite3_file *file)
{
  return real_file (file)->pMethods->xDeviceCharacteristics (real_file (file));
}

static int
fault_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **data)
{
  return real_file (file)->pMethods->xShmMap (real_file (file), page, size, extend, data);
}

static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real_file (file)->pMethods->xShmLock (real_file (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  real_file (file)->pMethods->xShmBarrier (real_file (file));
}

static int
fault_shm_unmap (sqlite3_file *file, int remove)
{
  return real_file (file)->pMethods->xShmUnmap (real_file (file), remove);
}

static const sqlite3_io_methods fault_methods = {
  .iVersion = 2,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_lock,
  .xFileControl = fault_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_characteristics,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int result;

  self->real = (sqlite3_file *) (self + 1);
  result = faults.real->xOpen (faults.real, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &fault_methods : NULL;
  return result;
}

static void
install_faults (sqlite3_vfs *vfs)
{
  faults.real = sqlite3_vfs_find (NULL);
  *vfs = *faults.real;
  vfs->szOsFile = (int) sizeof (FaultFile) + faults.real->szOsFile;
  vfs->zName = "tributary-faults";
  vfs->pNext = NULL;
  vfs->xOpen = fault_open;
  g_assert_cmpint (sqlite3_vfs_register (vfs, TRUE), ==, SQLITE_OK);
}

static void
arm (int countdown, int code, gboolean sticky)
{
  faults.code = code;
  g_atomic_int_set (&faults.hit, FALSE);
  g_atomic_int_set (&faults.sticky, sticky);
  g_atomic_int_set (&faults.countdown, countdown);
}

static void
disarm (void)
{
  g_atomic_int_set (&faults.countdown, 0);
}

/* What was promised to be on the disk. */
typedef struct {
  gboolean account;
  gboolean blob;
  gboolean in_use;
  gboolean removed;
} Promises;

static void
check_error (gboolean done, GError **error, int code)
{
  int expected = code == SQLITE_FULL ? TRIB_STORE_ERROR_FULL : TRIB_STORE_ERROR_DISK;

  g_assert_true (done == (*error == NULL));
  if (!done)
    g_assert_error (*error, TRIB_STORE_ERROR, expected);
  g_clear_error (error);
}

static void
run_scenario (const char *directory, int code, Promises *promises)
{
  g_autoptr (TribStoreAccount) one = make_account (ID_ONE, "One");
  g_autoptr (TribStoreAccount) two = make_account (ID_TWO, "Two");
  g_autoptr (GError) error = NULL;
  TribStore *store = open_store (directory, &error);

  check_error (store != NULL, &error, code);
  if (store == NULL)
    return;
  promises->account = save_account (store, one, &error);
  check_error (promises->account, &error, code);
  promises->blob = save_blob (store, ID_ONE, "image", "bytes", &error);
  check_error (promises->blob, &error, code);
  promises->in_use = set_in_use (store, ID_ONE, &error);
  check_error (promises->in_use, &error, code);
  if (save_account (store, two, NULL)) {
    promises->removed = remove_account (store, ID_TWO, &error);
    check_error (promises->removed, &error, code);
  }
  /* Nothing of a failed transaction is left open in the way of the next one. */
  disarm ();
  g_assert_true (remove_account (store, ID_TWO, &error));
  g_assert_no_error (error);
  must_close_store (store);
}

static gboolean
has_account (TribStore *store, const char *id)
{
  g_autoptr (GListModel) accounts = list_accounts (store, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++) {
    g_autoptr (TribStoreAccount) account = g_list_model_get_item (accounts, i);

    if (g_strcmp0 (trib_store_account_get_id (account), id) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
check_promises (const char *directory, const Promises *promises)
{
  TribStore *store = must_open_store (directory);
  g_autofree char *blob = load_blob (store, ID_ONE, "image", NULL, NULL);
  g_autofree char *in_use = get_in_use (store, NULL);
  g_autofree char *verdict = NULL;

  g_assert_null (trib_store_get_moved_aside (store));
  if (promises->account)
    g_assert_true (has_account (store, ID_ONE));
  if (promises->blob)
    g_assert_cmpstr (blob, ==, "bytes");
  if (promises->in_use)
    g_assert_cmpstr (in_use, ==, ID_ONE);
  if (promises->removed)
    g_assert_false (has_account (store, ID_TWO));
  /* There is room again: everything works without more ado. */
  g_assert_true (set_in_use (store, ID_TWO, NULL));
  must_close_store (store);
  verdict = query_sql (directory, "PRAGMA integrity_check");
  g_assert_cmpstr (verdict, ==, "ok");
  g_assert_cmpuint (count_moved_aside (directory), ==, 0);
}

static void
fail_at_every_step (int code, gboolean sticky)
{
  gboolean hit = TRUE;
  int n;

  for (n = 1; hit; n++) {
    g_autofree char *directory = make_directory ();
    Promises promises = { FALSE };

    arm (n, code, sticky);
    run_scenario (directory, code, &promises);
    disarm ();
    hit = g_atomic_int_get (&faults.hit);
    check_promises (directory, &promises);
    if (!hit)
      g_assert_true (promises.account && promises.blob && promises.in_use && promises.removed);
    remove_directory (directory);
  }
  g_test_message ("%d steps", n - 2);
  g_assert_cmpint (n, >, 20);
}

static void
test_full_once (void)
{
  fail_at_every_step (SQLITE_FULL, FALSE);
}

static void
test_full_for_good (void)
{
  fail_at_every_step (SQLITE_FULL, TRUE);
}

static void
test_broken_once (void)
{
  fail_at_every_step (SQLITE_IOERR_WRITE, FALSE);
}

static void
test_broken_for_good (void)
{
  fail_at_every_step (SQLITE_IOERR_WRITE, TRUE);
}

static void
test_room_comes_back (void)
{
  g_autofree char *directory = make_directory ();
  TribStore *store = must_open_store (directory);
  g_autoptr (GError) error = NULL;

  arm (1, SQLITE_FULL, TRUE);
  g_assert_false (set_in_use (store, ID_ONE, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_FULL);
  disarm ();
  /* The same store, without a restart. */
  g_assert_true (set_in_use (store, ID_ONE, NULL));
  must_close_store (store);
  remove_directory (directory);
}

int
main (int argc, char *argv[])
{
  sqlite3_vfs vfs;

  g_test_init (&argc, &argv, NULL);
  install_faults (&vfs);
  g_test_add_func ("/store/faults/full-once", test_full_once);
  g_test_add_func ("/store/faults/full-for-good", test_full_for_good);
  g_test_add_func ("/store/faults/broken-once", test_broken_once);
  g_test_add_func ("/store/faults/broken-for-good", test_broken_for_good);
  g_test_add_func ("/store/faults/room-comes-back", test_room_comes_back);
  return g_test_run ();
}
