/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-output.h"

#include "ctl-output-private.h"

static const CtlFormatter *
get_formatter (CtlOutput *self)
{
  switch (self->format) {
  case CTL_FORMAT_TABLE:
    return &ctl_format_table;
  case CTL_FORMAT_JSONL:
    return &ctl_format_jsonl;
  case CTL_FORMAT_CSV:
    return &ctl_format_csv;
  case CTL_FORMAT_JSON:
  default:
    return &ctl_format_json;
  }
}

/**
 * ctl_format_from_string:
 * @text: (nullable): what --format was given
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
ctl_format_from_string (const char *text, CtlFormat *format)
{
  const char *const names[] = { "table", "json", "jsonl", "csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_strcmp0 (text, names[i]) == 0) {
      *format = (CtlFormat) i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * ctl_output_new:
 * @stream: where to write; it has to outlive the output
 * @format: how
 * @shape: what, a literal
 *
 * Returns: (transfer full): an output without rows
 */
CtlOutput *
ctl_output_new (CtlStream *stream, CtlFormat format, const CtlShape *shape)
{
  CtlOutput *self;

  g_return_val_if_fail (stream != NULL && shape != NULL, NULL);
  self = g_new0 (CtlOutput, 1);
  self->stream = stream;
  self->format = format;
  self->shape = shape;
  self->line = g_string_new (NULL);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) ctl_record_free);
  return self;
}

void
ctl_output_free (CtlOutput *self)
{
  g_string_free (self->line, TRUE);
  g_ptr_array_unref (self->waiting);
  g_free (self->widths);
  g_free (self);
}

void
ctl_output_write_line (CtlOutput *self)
{
  ctl_stream_write (self->stream, self->line->str, self->line->len);
  g_string_truncate (self->line, 0);
}

/**
 * ctl_output_take:
 * @self: an output
 * @record: (transfer full): the next row
 */
void
ctl_output_take (CtlOutput *self, CtlRecord *record)
{
  g_return_if_fail (self != NULL && record != NULL);
  if (self->n_records++ == 0)
    get_formatter (self)->begin (self);
  get_formatter (self)->take (self, record);
}

/**
 * ctl_output_end:
 * @self: an output
 *
 * Ends it: there will be no further row.
 */
void
ctl_output_end (CtlOutput *self)
{
  g_return_if_fail (self != NULL);
  if (self->n_records == 0)
    get_formatter (self)->begin (self);
  get_formatter (self)->end (self);
  ctl_stream_flush (self->stream);
}

guint64
ctl_output_get_n_records (CtlOutput *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_records;
}
