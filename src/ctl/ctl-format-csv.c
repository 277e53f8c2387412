/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-output-private.h"

#include <string.h>

/* RFC 4180, and a guard: a cell that a spreadsheet would compute gets an apostrophe in front. */
static void
append_cell (GString *line, const char *text)
{
  gboolean guard = text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;

  if (!guard && strpbrk (text, ",\"\r\n") == NULL) {
    g_string_append (line, text);
    return;
  }
  g_string_append_c (line, '"');
  if (guard)
    g_string_append_c (line, '\'');
  for (; *text != '\0'; text++) {
    if (*text == '"')
      g_string_append_c (line, '"');
    g_string_append_c (line, *text);
  }
  g_string_append_c (line, '"');
}

static void
begin (CtlOutput *self)
{
  for (guint i = 0; self->shape->columns[i] != NULL; i++) {
    if (i > 0)
      g_string_append_c (self->line, ',');
    append_cell (self->line, self->shape->columns[i]);
  }
  g_string_append (self->line, "\r\n");
  ctl_output_write_line (self);
}

static void
take (CtlOutput *self, CtlRecord *record)
{
  for (guint i = 0; self->shape->columns[i] != NULL; i++) {
    if (i > 0)
      g_string_append_c (self->line, ',');
    append_cell (self->line, ctl_record_get (record, self->shape->columns[i]));
  }
  g_string_append (self->line, "\r\n");
  ctl_output_write_line (self);
  ctl_record_free (record);
}

static void
end (CtlOutput *self)
{
}

const CtlFormatter ctl_format_csv = { begin, take, end };
