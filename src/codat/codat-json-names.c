/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-names.h"

#include <string.h>

typedef struct {
  guint32 hash;
  guint32 length;
  const char *text; /* in the document, or in decoded */
} Name;

static guint32
hash_name (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

static gunichar
read_hex (const char *text)
{
  gunichar value = 0;

  for (guint i = 0; i < 4; i++)
    value = value * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
  return value;
}

gsize
codat_json_decode_escape (const char *text, GString *to)
{
  static const char from[] = "\"\\/bfnrt";
  static const char into[] = "\"\\/\b\f\n\r\t";
  gunichar c;

  if (text[1] != 'u') {
    g_string_append_c (to, into[strchr (from, text[1]) - from]);
    return 2;
  }
  c = read_hex (text + 2);
  if (c < 0xd800 || c > 0xdbff) {
    g_string_append_unichar (to, c);
    return 6;
  }
  c = 0x10000 + ((c - 0xd800) << 10) + (read_hex (text + 8) - 0xdc00);
  g_string_append_unichar (to, c);
  return 12;
}

/* A name can be written in many ways with escapes; only what it means counts. */
static const char *
decode (CodatJsonNames *self, const char *text, gsize *length)
{
  GString *plain = g_string_sized_new (*length);
  const char *end = text + *length;
  char *bytes;

  while (text < end) {
    if (*text == '\\')
      text += codat_json_decode_escape (text, plain);
    else
      g_string_append_c (plain, *text++);
  }
  *length = plain->len;
  bytes = g_string_free (plain, FALSE);
  if (self->decoded == NULL)
    self->decoded = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->decoded, bytes);
  return bytes;
}

void
codat_json_names_clear (CodatJsonNames *self)
{
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->decoded, g_ptr_array_unref);
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
  if (memchr (text, '\\', length) != NULL)
    text = decode (self, text, &length);
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
