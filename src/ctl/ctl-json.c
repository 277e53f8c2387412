/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-json.h"

static void
append_char (GString *text, gunichar c)
{
  switch (c) {
  case '"':
    g_string_append (text, "\\\"");
    break;
  case '\\':
    g_string_append (text, "\\\\");
    break;
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
    /* DEL and the C1 controls are legal, but a terminal would obey them. */
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
      g_string_append_printf (text, "\\u%04x", c);
    else
      g_string_append_unichar (text, c);
    break;
  }
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
  g_autofree char *valid = NULL;

  g_return_if_fail (text != NULL);
  if (value == NULL) {
    g_string_append (text, "null");
    return;
  }
  if (!g_utf8_validate (value, -1, NULL))
    value = valid = g_utf8_make_valid (value, -1);
  g_string_append_c (text, '"');
  while (*value != '\0') {
    const char *start = value;

    /* The common case, without decoding. */
    while (*value >= ' ' && *value < 0x7f && *value != '"' && *value != '\\')
      value++;
    g_string_append_len (text, start, value - start);
    if (*value == '\0')
      break;
    append_char (text, g_utf8_get_char (value));
    value = g_utf8_next_char (value);
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
