/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-json.h"
#include "ctl-output-private.h"

/* Rows are written as they come, so an output that was cut short is no JSON and cannot be taken for
 * a whole one. */

static void
begin (CtlOutput *self)
{
  if (self->shape->kind == CTL_SHAPE_RESULTS)
    g_string_append (self->line, "{\"results\":[");
  else if (self->shape->kind == CTL_SHAPE_KEYED)
    g_string_append_c (self->line, '{');
  ctl_output_write_line (self);
}

static void
take (CtlOutput *self, CtlRecord *record)
{
  if (self->n_records > 1)
    g_string_append (self->line, ",\n");
  if (self->shape->kind == CTL_SHAPE_KEYED) {
    ctl_json_string (self->line, ctl_record_get (record, self->shape->columns[0]));
    g_string_append_c (self->line, ':');
  }
  ctl_record_to_json (record, self->line);
  ctl_output_write_line (self);
  ctl_record_free (record);
}

static void
end (CtlOutput *self)
{
  if (self->shape->kind == CTL_SHAPE_RESULTS)
    g_string_append (self->line, "]}");
  else if (self->shape->kind == CTL_SHAPE_KEYED)
    g_string_append_c (self->line, '}');
  g_string_append_c (self->line, '\n');
  ctl_output_write_line (self);
}

const CtlFormatter ctl_format_json = { begin, take, end };
