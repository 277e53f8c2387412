/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-seen-ids.h"

#include <string.h>

#define GUID_LENGTH 36

struct _CodatSeenIds {
  GHashTable *pages; /* (owned): each id, the furthest page that it was on */
  guint n_pages;
};

/* All of a GUID, eight bytes at a time. */
static guint
hash_id (gconstpointer id)
{
  guint64 parts[5] = { 0 };
  guint64 hash = 0;

  memcpy (parts, id, GUID_LENGTH);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    hash = (hash ^ parts[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (hash >> 32);
}

static gboolean
are_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, GUID_LENGTH) == 0;
}

static gboolean
is_past (gpointer id, gpointer page, gpointer last)
{
  return GPOINTER_TO_UINT (page) <= GPOINTER_TO_UINT (last);
}

CodatSeenIds *
codat_seen_ids_new (guint n_pages)
{
  CodatSeenIds *self = g_new0 (CodatSeenIds, 1);

  self->pages = g_hash_table_new_full (hash_id, are_equal, g_free, NULL);
  self->n_pages = n_pages;
  return self;
}

void
codat_seen_ids_free (CodatSeenIds *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}

gboolean
codat_seen_ids_add (CodatSeenIds *self, const char *id, guint page)
{
  gpointer known;
  gboolean is_new = !g_hash_table_lookup_extended (self->pages, id, NULL, &known);

  if (is_new || GPOINTER_TO_UINT (known) < page)
    g_hash_table_insert (self->pages, g_memdup2 (id, GUID_LENGTH), GUINT_TO_POINTER (page));
  return is_new;
}

void
codat_seen_ids_go_on_to (CodatSeenIds *self, guint page)
{
  if (page > self->n_pages)
    g_hash_table_foreach_remove (self->pages, is_past, GUINT_TO_POINTER (page - self->n_pages));
}

gboolean
codat_seen_ids_contains (CodatSeenIds *self, const char *id)
{
  return g_hash_table_contains (self->pages, id);
}
