/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-names.h"

#include <string.h>

typedef struct {
  guint32 hash;
  guint32 length;
  const char *text; /* in the document */
} Name;

static guint32
hash_name (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

void
codat_json_names_clear (CodatJsonNames *self)
{
  g_clear_pointer (&self->names, g_array_unref);
}

guint
codat_json_names_get_length (const CodatJsonNames *self)
{
  return self->names != NULL ? self->names->len : 0;
}

CodatJsonNameVerdict
codat_json_names_add (CodatJsonNames *self, guint first, const char *text, gsize length)
{
  Name name;

  if (self->names == NULL)
    self->names = g_array_sized_new (FALSE, FALSE, sizeof (Name), 64);
  if (self->names->len - first >= CODAT_JSON_MAX_MEMBERS)
    return CODAT_JSON_NAME_TOO_MANY;
  name = (Name){ hash_name (text, length), (guint32) length, text };
  for (guint i = first; i < self->names->len; i++) {
    const Name *other = &g_array_index (self->names, Name, i);

    if (other->hash == name.hash && other->length == name.length &&
        memcmp (other->text, text, length) == 0)
      return CODAT_JSON_NAME_TWICE;
  }
  g_array_append_val (self->names, name);
  return CODAT_JSON_NAME_NEW;
}

void
codat_json_names_truncate (CodatJsonNames *self, guint first)
{
  if (self->names != NULL)
    g_array_set_size (self->names, first);
}
