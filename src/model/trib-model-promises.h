/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "codat-enums.h"

G_BEGIN_DECLS

/* What is promised before a sign-in, translated: which data goes in which direction, how to end it,
 * and how long the link lives. */
char **trib_model_promises_reads (CodatSourceType type, const char *kind) G_GNUC_WARN_UNUSED_RESULT;
char **trib_model_promises_writes (CodatSourceType type) G_GNUC_WARN_UNUSED_RESULT;
char *trib_model_promises_disconnect (CodatSourceType type,
                                      const char *kind,
                                      const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *trib_model_promises_link (guint hours) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
