/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text without differences of case, of white space and of how letters are composed. */
char *trib_model_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The folded words of a search text, NULL-terminated. */
char **trib_model_words_new (const char *search) G_GNUC_WARN_UNUSED_RESULT;
gboolean trib_model_words_match (const char *const *words, const char *folded);

/* A text with %s in it, translated, and a name for each %s. */
char *trib_model_fill (const char *text, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
