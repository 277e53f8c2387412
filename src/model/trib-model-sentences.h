/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "codat-enums.h"

G_BEGIN_DECLS

/* What a person does and needs at a platform, translated; never empty. kind is a word of
 * resources/platforms.ini; one that is not known is told as a plain sign-in. */
char **trib_model_sentences_steps (const char *kind, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char **trib_model_sentences_needs (const char *kind,
                                   const char *key,
                                   CodatSourceType type,
                                   const char *name) G_GNUC_WARN_UNUSED_RESULT;

gboolean trib_model_sentences_has_kind (const char *kind);

G_END_DECLS
