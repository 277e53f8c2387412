/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-json.h"

static void
append_quoted (GString *text, const char *value)
{
  g_autofree char *valid = g_utf8_validate (value, -1, NULL) ? NULL : g_utf8_make_valid (value, -1);

  if (valid != NULL)
    value = valid;
  g_string_append_c (text, '"');
  while (*value != '\0') {
    const char *plain = value;

    while ((guchar) *value >= 0x20 && *value != '"' && *value != '\\')
      value++;
    g_string_append_len (text, plain, value - plain);
    if (*value == '"' || *value == '\\')
      g_string_append_printf (text, "\\%c", *value++);
    else if (*value != '\0')
      g_string_append_printf (text, "\\u%04x", (guint) (guchar) *value++);
  }
  g_string_append_c (text, '"');
}

static void
begin_value (SandboxJson *self, const char *name)
{
  if (self->needs_comma)
    g_string_append_c (self->text, ',');
  if (name != NULL) {
    append_quoted (self->text, name);
    g_string_append_c (self->text, ':');
  }
  self->needs_comma = TRUE;
}

void
sandbox_json_begin_object (SandboxJson *self, const char *name)
{
  begin_value (self, name);
  g_string_append_c (self->text, '{');
  self->needs_comma = FALSE;
}

void
sandbox_json_end_object (SandboxJson *self)
{
  g_string_append_c (self->text, '}');
  self->needs_comma = TRUE;
}

void
sandbox_json_begin_array (SandboxJson *self, const char *name)
{
  begin_value (self, name);
  g_string_append_c (self->text, '[');
  self->needs_comma = FALSE;
}

void
sandbox_json_end_array (SandboxJson *self)
{
  g_string_append_c (self->text, ']');
  self->needs_comma = TRUE;
}

void
sandbox_json_string (SandboxJson *self, const char *name, const char *value)
{
  begin_value (self, name);
  append_quoted (self->text, value);
}

void
sandbox_json_integer (SandboxJson *self, const char *name, gint64 value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
sandbox_json_boolean (SandboxJson *self, const char *name, gboolean value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

void
sandbox_json_null (SandboxJson *self, const char *name)
{
  begin_value (self, name);
  g_string_append (self->text, "null");
}

GBytes *
sandbox_json_free_to_bytes (SandboxJson *self)
{
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}
