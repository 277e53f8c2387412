/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Codat's query language, parsed once and asked of many items. */
typedef struct _SandboxQuery SandboxQuery;

/* Adds the texts that the property has on this item (none when it is absent, many for a
 * collection), or returns FALSE when there is no such property. */
typedef gboolean (*SandboxQueryValues) (gconstpointer item,
                                        const char *property,
                                        GPtrArray *values);

typedef enum {
  SANDBOX_QUERY_FULL,
  SANDBOX_QUERY_TAGS, /* only =, != and ~, joined with && */
} SandboxQueryKind;

/* Returns: (nullable): NULL when the text is malformed */
SandboxQuery *sandbox_query_parse (const char *text,
                                   SandboxQueryKind kind) G_GNUC_WARN_UNUSED_RESULT;
void sandbox_query_free (SandboxQuery *self);
/* unknown: (out) (nullable): set to a property that does not exist, owned by the query */
gboolean sandbox_query_matches (SandboxQuery *self,
                                gconstpointer item,
                                SandboxQueryValues values,
                                const char **unknown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxQuery, sandbox_query_free)

G_END_DECLS
