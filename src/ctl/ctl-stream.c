/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-stream.h"

#include "ctl-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE (64 * 1024)

struct _CtlStream {
  int fd;
  int signal_fd;
  GString *buffer; /* (owned) */
  GError *error;   /* (owned) (nullable): the first one */
  gboolean closed;
  gboolean is_terminal;
  gsize at_once; /* how much may be written without waiting once poll() calls it ready */
};

/* Waits until fd is ready; FALSE with error set when a signal came first. poll() is never
 * restarted, so a signal is seen however long the other end takes. */
static gboolean
wait_for (int fd, int signal_fd, short events, GError **error)
{
  struct pollfd fds[] = { { fd, events, 0 }, { signal_fd, POLLIN, 0 } };

  while (poll (fds, G_N_ELEMENTS (fds), -1) < 0) {
    if (errno != EINTR && errno != EAGAIN) {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  }
  if ((fds[1].revents & POLLIN) == 0)
    return TRUE;
  g_set_error_literal (error, CTL_ERROR, CTL_EXIT_INTERRUPTED, "Interrupted");
  return FALSE;
}

static void
set_write_error (CtlStream *self, int code)
{
  if (code == EPIPE)
    self->closed = TRUE;
  g_set_error (&self->error, CTL_ERROR, CTL_EXIT_FAILED, "The output could not be written: %s",
               g_strerror (code));
}

/* A file, or a device like null; a pipe, a socket or a terminal waits for who reads it. */
static gboolean
never_waits (int fd, gboolean is_terminal)
{
  struct stat what;

  return fstat (fd, &what) == 0 &&
         (S_ISREG (what.st_mode) || (S_ISCHR (what.st_mode) && !is_terminal));
}

/**
 * ctl_stream_new:
 * @fd: where to write; it stays open
 * @signal_fd: what is readable when a signal came, or -1
 *
 * Returns: (transfer full): a stream
 */
CtlStream *
ctl_stream_new (int fd, int signal_fd)
{
  CtlStream *self = g_new0 (CtlStream, 1);

  self->fd = fd;
  self->signal_fd = signal_fd;
  self->is_terminal = isatty (fd);
  self->at_once = never_waits (fd, self->is_terminal) ? BUFFER_SIZE : PIPE_BUF;
  self->buffer = g_string_sized_new (BUFFER_SIZE);
  return self;
}

void
ctl_stream_free (CtlStream *self)
{
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * ctl_stream_flush:
 * @self: a stream
 *
 * Writes what is buffered.
 */
void
ctl_stream_flush (CtlStream *self)
{
  gsize done = 0;

  g_return_if_fail (self != NULL);
  while (self->error == NULL && done < self->buffer->len) {
    gssize size;

    if (!wait_for (self->fd, self->signal_fd, POLLOUT, &self->error))
      break;
    size =
        write (self->fd, self->buffer->str + done, MIN (self->at_once, self->buffer->len - done));
    if (size >= 0)
      done += (gsize) size;
    else if (errno != EINTR && errno != EAGAIN)
      set_write_error (self, errno);
  }
  g_string_truncate (self->buffer, 0);
}

void
ctl_stream_write (CtlStream *self, const char *data, gsize length)
{
  g_return_if_fail (self != NULL && data != NULL);
  if (self->error != NULL)
    return;
  g_string_append_len (self->buffer, data, (gssize) length);
  if (self->buffer->len >= BUFFER_SIZE)
    ctl_stream_flush (self);
}

gboolean
ctl_stream_is_terminal (CtlStream *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_terminal;
}

gboolean
ctl_stream_get_failed (CtlStream *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->error != NULL;
}

gboolean
ctl_stream_get_closed (CtlStream *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->closed;
}

GError *
ctl_stream_dup_error (CtlStream *self)
{
  g_return_val_if_fail (self != NULL && self->error != NULL, NULL);
  return g_error_copy (self->error);
}

static gboolean
read_more (int fd, char *buffer, gsize size, gsize *length, gboolean *ended, GError **error)
{
  gssize got = read (fd, buffer + *length, size - *length);

  if (got > 0)
    *length += (gsize) got;
  *ended = got == 0;
  if (got >= 0 || errno == EINTR || errno == EAGAIN)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/**
 * ctl_stream_read:
 * @fd: where to read
 * @signal_fd: what is readable when a signal came, or -1
 * @max_size: the most bytes that it may be
 * @one_line: whether a newline ends it too
 * @length: (out): how many bytes there are, without the NUL behind them
 * @error: return location
 *
 * Returns: (transfer full): the bytes, to be freed with ctl_stream_wipe(), or %NULL with @error set
 */
char *
ctl_stream_read (
    int fd, int signal_fd, gsize max_size, gboolean one_line, gsize *length, GError **error)
{
  char *buffer = g_malloc0 (max_size + 2);
  gboolean ended = FALSE;

  *length = 0;
  while (!ended && !(one_line && memchr (buffer, '\n', *length) != NULL)) {
    if (*length > max_size)
      g_set_error_literal (error, CTL_ERROR, CTL_EXIT_USAGE, "The input is too long");
    else if (wait_for (fd, signal_fd, POLLIN, error) &&
             read_more (fd, buffer, max_size + 1, length, &ended, error))
      continue;
    ctl_stream_wipe (buffer, max_size + 2);
    return NULL;
  }
  return buffer;
}

/**
 * ctl_stream_wipe:
 * @data: (nullable) (transfer full): bytes
 * @length: how many
 *
 * Overwrites and frees what may have been a secret.
 */
void
ctl_stream_wipe (char *data, gsize length)
{
  if (data != NULL)
    explicit_bzero (data, length);
  g_free (data);
}
