/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-csv.h"
#include "ctl-json.h"
#include "ctl-output-private.h"

#include <string.h>

/* A terminal would obey what a file only keeps: there a cell is for the eyes, and in one line. */
static char *
make_visible (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *shown = g_string_new (NULL);

  for (text = valid; *text != '\0'; text = g_utf8_next_char (text))
    ctl_json_append_visible (shown, g_utf8_get_char (text));
  return g_string_free (shown, FALSE);
}

/* RFC 4180, and a guard: a cell that a spreadsheet would compute gets an apostrophe in front. */
static void
append_text (GString *line, const char *text)
{
  gboolean guard = ctl_csv_needs_guard (text);

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
append_cell (CtlOutput *self, const char *text)
{
  g_autofree char *shown = ctl_stream_is_terminal (self->stream) ? make_visible (text) : NULL;

  append_text (self->line, shown != NULL ? shown : text);
}

static void
begin (CtlOutput *self)
{
  for (guint i = 0; self->shape->columns[i] != NULL; i++) {
    if (i > 0)
      g_string_append_c (self->line, ',');
    append_cell (self, self->shape->columns[i]);
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
    append_cell (self, ctl_record_get (record, self->shape->columns[i]));
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
