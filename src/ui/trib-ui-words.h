/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A list as it is read aloud, without those of the n words that are NULL or empty. */
char *trib_ui_words_list (const char *const *words, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
