/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-output-private.h"

static void
begin (CtlOutput *self)
{
}

static void
take (CtlOutput *self, CtlRecord *record)
{
  ctl_record_to_json (record, self->line);
  g_string_append_c (self->line, '\n');
  ctl_output_write_line (self);
  ctl_record_free (record);
}

static void
end (CtlOutput *self)
{
}

const CtlFormatter ctl_format_jsonl = { begin, take, end };
