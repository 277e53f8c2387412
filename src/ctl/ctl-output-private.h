/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl-output.h"

G_BEGIN_DECLS

struct _CtlOutput {
  CtlStream *stream; /* (unowned): outlives the output */
  CtlFormat format;
  const CtlShape *shape;
  guint64 n_records;
  GString *line;      /* (owned): built here, then written whole */
  GPtrArray *waiting; /* (owned): of CtlRecord, the rows that a table measures */
  guint *widths;      /* (owned) (nullable): once measured */
};

/* What a format does; begin comes with the first record, or before end. */
typedef struct {
  void (*begin) (CtlOutput *self);
  void (*take) (CtlOutput *self, CtlRecord *record);
  void (*end) (CtlOutput *self);
} CtlFormatter;

extern const CtlFormatter ctl_format_table;
extern const CtlFormatter ctl_format_json;
extern const CtlFormatter ctl_format_jsonl;
extern const CtlFormatter ctl_format_csv;

void ctl_output_write_line (CtlOutput *self);

G_END_DECLS
