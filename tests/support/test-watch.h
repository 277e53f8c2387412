/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Watches the program while it works: how long the main loop is away, how much memory it takes at
 * its peak, and whether anything that is logged, at whatever level and in whatever domain, is a
 * warning or carries a secret. */
typedef struct _TestWatch TestWatch;

/* Takes over the logging of the process, for good; one to a process. */
TestWatch *test_watch_new (void) G_GNUC_WARN_UNUSED_RESULT;
void test_watch_free (TestWatch *self);

/* A text that no log may ever show. */
void test_watch_add_secret (TestWatch *self, const char *secret);
/* The first secret in the text; NULL is the good answer. */
const char *test_watch_find_secret (TestWatch *self, const char *text);

/* Begins anew. */
void test_watch_begin (TestWatch *self);
/* The longest time between two looks of the main loop at its sources, without the time in which the
 * thread was ready and another one had the processor; in milliseconds. */
guint test_watch_get_longest_gap (TestWatch *self);
/* The peak of the memory above what it was at the beginning, in MiB; -1 where that is not known. */
int test_watch_get_peak (TestWatch *self);
/* What was logged that must not be, or NULL. */
char *test_watch_dup_complaint (TestWatch *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestWatch, test_watch_free)

G_END_DECLS
