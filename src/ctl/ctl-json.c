/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-json.h"

#define REPLACEMENT 0xfffd

/* A terminal obeys control characters, and draws the text after some formats from right to left;
 * joiners are part of many scripts. */
static gboolean
is_obeyed (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (c == 0x200c || c == 0x200d || c > 0xffff)
    return FALSE;
  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
         type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

/**
 * ctl_json_append_visible:
 * @text: where to append
 * @c: a character
 *
 * Appends it, as an escape of JSON when a terminal would obey it instead of showing it.
 */
void
ctl_json_append_visible (GString *text, gunichar c)
{
  g_return_if_fail (text != NULL);
  switch (c) {
  case '\n':
    g_string_append (text, "\\n");
    break;
  case '\r':
    g_string_append (text, "\\r");
    break;
  case '\t':
    g_string_append (text, "\\t");
    break;
  default:
    if (is_obeyed (c))
      g_string_append_printf (text, "\\u%04x", c);
    else
      g_string_append_unichar (text, c);
    break;
  }
}

static void
append_char (GString *text, gunichar c)
{
  if (c == '"' || c == '\\')
    g_string_append_c (text, '\\');
  ctl_json_append_visible (text, c);
}

/**
 * ctl_json_string:
 * @text: where to append
 * @value: (nullable): any bytes; what is no UTF-8 is replaced
 *
 * Appends a JSON string, or null.
 */
void
ctl_json_string (GString *text, const char *value)
{
  g_return_if_fail (text != NULL);
  if (value == NULL) {
    g_string_append (text, "null");
    return;
  }
  g_string_append_c (text, '"');
  while (*value != '\0') {
    const char *start = value;
    gunichar c;

    /* The common case, without decoding. */
    while (*value >= ' ' && *value < 0x7f && *value != '"' && *value != '\\')
      value++;
    g_string_append_len (text, start, value - start);
    if (*value == '\0')
      break;
    c = g_utf8_get_char_validated (value, -1);
    if (c == (gunichar) -1 || c == (gunichar) -2) {
      g_string_append_unichar (text, REPLACEMENT);
      value++;
    } else {
      append_char (text, c);
      value = g_utf8_next_char (value);
    }
  }
  g_string_append_c (text, '"');
}

/**
 * ctl_json_strings:
 * @text: where to append
 * @values: (nullable) (array zero-terminated=1): texts
 *
 * Appends a JSON array of strings.
 */
void
ctl_json_strings (GString *text, const char *const *values)
{
  g_return_if_fail (text != NULL);
  g_string_append_c (text, '[');
  for (guint i = 0; values != NULL && values[i] != NULL; i++) {
    ctl_json_comma (text);
    ctl_json_string (text, values[i]);
  }
  g_string_append_c (text, ']');
}

/**
 * ctl_json_comma:
 * @text: where to append
 *
 * Appends a comma, unless an object or array was just begun.
 */
void
ctl_json_comma (GString *text)
{
  char last;

  g_return_if_fail (text != NULL);
  last = text->len > 0 ? text->str[text->len - 1] : '{';
  if (last != '{' && last != '[' && last != ':')
    g_string_append_c (text, ',');
}

/**
 * ctl_json_member:
 * @text: where to append
 * @name: its name
 *
 * Begins a member of an object; its value is to follow.
 */
void
ctl_json_member (GString *text, const char *name)
{
  ctl_json_comma (text);
  ctl_json_string (text, name);
  g_string_append_c (text, ':');
}
