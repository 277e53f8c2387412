/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the room: the ids that were on the last pages of a list, of which any may come again
 * while the list moves. An id is a GUID. */
typedef struct _CodatSeenIds CodatSeenIds;

CodatSeenIds *codat_seen_ids_new (guint n_pages) G_GNUC_WARN_UNUSED_RESULT;
void codat_seen_ids_free (CodatSeenIds *self);
/* Remembers that the id was on that page. FALSE when it was on one before. */
gboolean codat_seen_ids_add (CodatSeenIds *self, const char *id, guint page);
gboolean codat_seen_ids_contains (CodatSeenIds *self, const char *id);
/* Forgets what was on no later page than so many before this one. */
void codat_seen_ids_go_on_to (CodatSeenIds *self, guint page);

G_END_DECLS
