/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-owner.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define FILE_NAME "tributary.owners"
#define MAX_TRIES 8

/* TribStoreOwner: one byte of an empty file is locked for each open store, far behind its end. The
 * kernel lets go of it however a process ends, and a lock says the same in a container with process
 * numbers of its own. The locks belong to the open file, so two stores of one process have two.
 * Owned by a database.
 */
struct _TribStoreOwner {
  int fd;        /* -1 in memory, or where there are no locks */
  gint64 number; /* the place of the byte; 0 without a lock */
};

static struct flock
new_lock (gint64 number)
{
  return (struct flock){
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = (off_t) number, .l_len = 1
  };
}

static gint64
new_number (void)
{
  return 1 + (gint64) (((guint64) (g_random_int () >> 2) << 32) | g_random_int ());
}

static void
take_number (TribStoreOwner *self)
{
  for (guint i = 0; i < MAX_TRIES && self->number == 0; i++) {
    gint64 number = new_number ();
    struct flock lock = new_lock (number);

    if (fcntl (self->fd, F_OFD_SETLK, &lock) == 0)
      self->number = number;
    else if (errno != EAGAIN && errno != EACCES)
      break;
  }
}

/**
 * trib_store_owner_new: (skip)
 * @directory: (nullable): the folder of the database; %NULL in memory
 *
 * Takes a number that nobody else has. Where that cannot be done, records are nobody's.
 *
 * Returns: (transfer full): an owner
 */
TribStoreOwner *
trib_store_owner_new (const char *directory)
{
  TribStoreOwner *self = g_new0 (TribStoreOwner, 1);
  g_autofree char *path = NULL;

  self->fd = -1;
  if (directory == NULL)
    return self;
  path = g_build_filename (directory, FILE_NAME, NULL);
  self->fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->fd >= 0)
    take_number (self);
  if (self->number == 0)
    g_info ("Whose records are cannot be said: %s", g_strerror (errno));
  return self;
}

void
trib_store_owner_free (TribStoreOwner *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

gint64
trib_store_owner_get_number (TribStoreOwner *self)
{
  return self->number;
}

/**
 * trib_store_owner_is_elsewhere: (skip)
 * @self: an owner
 * @number: whose record it is
 *
 * Returns: whether that is another store that is open now
 */
gboolean
trib_store_owner_is_elsewhere (TribStoreOwner *self, gint64 number)
{
  struct flock lock = new_lock (number);

  /* A crafted number is no place in a file. */
  if (self->fd < 0 || number <= 0)
    return FALSE;
  return fcntl (self->fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}
