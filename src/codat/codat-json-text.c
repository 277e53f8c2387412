/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-text.h"

#include <string.h>

typedef struct {
  char *p;
  char *end;
  const char *problem; /* (nullable): what is wrong at p */
} Text;

static gboolean
take (Text *self, char c)
{
  if (self->p >= self->end || *self->p != c)
    return FALSE;
  self->p++;
  return TRUE;
}

/* Reads four hexadecimal digits after "\u"; -1 when they are none. */
static int
take_hex (Text *self)
{
  int value = 0;

  if (self->end - self->p < 4)
    return -1;
  for (guint i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (*self->p++);

    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

/* Reads what follows "\u", with its other half when it is one; 0 with a problem set. */
static gunichar
take_unicode (Text *self)
{
  int first = take_hex (self);
  int second;

  if (first < 0)
    self->problem = "a broken escape";
  else if (first == 0)
    self->problem = "an escaped NUL";
  if (first <= 0)
    return 0;
  if (first < 0xd800 || first > 0xdfff)
    return (gunichar) first;
  second = first <= 0xdbff && take (self, '\\') && take (self, 'u') ? take_hex (self) : -1;
  if (second < 0xdc00 || second > 0xdfff) {
    self->problem = "half a surrogate pair";
    return 0;
  }
  return 0x10000 + (((gunichar) first - 0xd800) << 10) + ((gunichar) second - 0xdc00);
}

/* Decodes one escape to where to is; NULL with a problem set. */
static char *
take_escape (Text *self, char *to)
{
  static const char from[] = "\"\\/bfnrt";
  static const char into[] = "\"\\/\b\f\n\r\t";
  const char *found;
  gunichar c;

  if (self->p >= self->end) {
    self->problem = "a text without end";
    return NULL;
  }
  if (*self->p != 'u') {
    found = memchr (from, *self->p++, sizeof from - 1);
    if (found == NULL) {
      self->problem = "an unknown escape";
      return NULL;
    }
    *to = into[found - from];
    return to + 1;
  }
  self->p++;
  c = take_unicode (self);
  return c == 0 ? NULL : to + g_unichar_to_utf8 (c, to);
}

/* Most texts end here: printable ASCII that means itself. */
static void
skip_plain (Text *self)
{
  char *p = self->p;

  while (p < self->end && *p >= 0x20 && *p < 0x7f && *p != '"' && *p != '\\')
    p++;
  self->p = p;
}

/* Up to the closing quotation mark, which is taken. Returns where the text ends, or NULL. */
static char *
take_rest (Text *self, gboolean *is_ascii)
{
  char *to = self->p;

  while (self->p < self->end) {
    char c = *self->p++;

    if (c == '"')
      return to;
    if ((guchar) c < 0x20) {
      self->problem = "a bare control character";
      return NULL;
    }
    *is_ascii = *is_ascii && (guchar) c < 0x80 && c != '\\';
    if (c != '\\')
      *to++ = c;
    else if ((to = take_escape (self, to)) == NULL)
      return NULL;
  }
  self->problem = "a text without end";
  return NULL;
}

const char *
codat_json_text_take (char **p, char *end, gsize *length, const char **problem)
{
  Text self = { *p, end, NULL };
  gboolean is_ascii = TRUE;
  char *start = *p + 1;
  char *to = NULL;

  if (!take (&self, '"')) {
    self.problem = "something else where a text must be";
  } else {
    skip_plain (&self);
    to = take_rest (&self, &is_ascii);
  }
  /* An escape stands for a whole character, so it hides no broken one beside it. */
  if (to != NULL && !is_ascii && !g_utf8_validate_len (start, (gsize) (to - start), NULL)) {
    self.problem = "a text that is not UTF-8";
    self.p = start;
    to = NULL;
  }
  *p = self.p;
  if (to == NULL) {
    *problem = self.problem;
    return NULL;
  }
  *to = '\0';
  *length = (gsize) (to - start);
  return start;
}
