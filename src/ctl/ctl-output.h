/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl-record.h"
#include "ctl-stream.h"

G_BEGIN_DECLS

typedef enum {
  CTL_FORMAT_TABLE,
  CTL_FORMAT_JSON,
  CTL_FORMAT_JSONL,
  CTL_FORMAT_CSV,
} CtlFormat;

typedef enum {
  CTL_SHAPE_ONE,     /* one object */
  CTL_SHAPE_RESULTS, /* {"results":[…]}, as Codat's lists */
  CTL_SHAPE_KEYED,   /* {"KEY":{…}}, by the first column */
} CtlShapeKind;

/* What a verb prints: the columns of a table and of CSV are literals and end with NULL. */
typedef struct {
  CtlShapeKind kind;
  const char *const *columns; /* of CSV */
  const char *const *table;   /* (nullable): of a table, when they are others */
} CtlShape;

typedef struct _CtlOutput CtlOutput;

gboolean ctl_format_from_string (const char *text, CtlFormat *format);

CtlOutput *ctl_output_new (CtlStream *stream,
                           CtlFormat format,
                           const CtlShape *shape) G_GNUC_WARN_UNUSED_RESULT;
void ctl_output_free (CtlOutput *self);
/* Takes the record over. */
void ctl_output_take (CtlOutput *self, CtlRecord *record);
void ctl_output_end (CtlOutput *self);
guint64 ctl_output_get_n_records (CtlOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlOutput, ctl_output_free)

G_END_DECLS
