/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TEST_TYPE_RESOLVER (test_resolver_get_type ())

G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)

/* Names that are not there, or that nobody ever answers for; see g_resolver_set_default(). */
TestResolver *test_resolver_new (void) G_GNUC_WARN_UNUSED_RESULT;
void test_resolver_set_silent (TestResolver *self, gboolean silent);
/* How many wait for an answer that never comes. */
guint test_resolver_get_n_waiting (TestResolver *self);

G_END_DECLS
