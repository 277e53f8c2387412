/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Standard input and output as a run sees them: buffered, blocking, and left at once when a signal
 * waits on signal_fd (-1 for none). */
typedef struct _CtlStream CtlStream;

CtlStream *ctl_stream_new (int fd, int signal_fd) G_GNUC_WARN_UNUSED_RESULT;
void ctl_stream_free (CtlStream *self);
gboolean ctl_stream_is_terminal (CtlStream *self);
/* Once it has failed, everything after is thrown away and the first error is kept. */
void ctl_stream_write (CtlStream *self, const char *data, gsize length);
void ctl_stream_flush (CtlStream *self);
gboolean ctl_stream_get_failed (CtlStream *self);
/* Whether nobody reads any more, which is no failure. */
gboolean ctl_stream_get_closed (CtlStream *self);
GError *ctl_stream_dup_error (CtlStream *self) G_GNUC_WARN_UNUSED_RESULT;

/* Reads to the end, or to the first newline; at most max_size bytes. The bytes may be a secret:
 * free them with ctl_stream_wipe(). */
char *ctl_stream_read (int fd,
                       int signal_fd,
                       gsize max_size,
                       gboolean one_line,
                       gsize *length,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ctl_stream_wipe (char *data, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlStream, ctl_stream_free)

G_END_DECLS
