/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One row of an output: members with Codat's own names, in order. A member without a value is left
 * out, as Codat does. */
typedef struct _CtlRecord CtlRecord;

CtlRecord *ctl_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ctl_record_free (CtlRecord *self);
void ctl_record_add (CtlRecord *self, const char *name, const char *value);
void ctl_record_add_date (CtlRecord *self, const char *name, GDateTime *value);
void ctl_record_add_boolean (CtlRecord *self, const char *name, gboolean value);
void ctl_record_add_integer (CtlRecord *self, const char *name, gint64 value);
/* An array of texts; values is (nullable). */
void ctl_record_add_strings (CtlRecord *self, const char *name, const char *const *values);
/* Where the JSON of a member is to be appended; the member ends with the next call. */
GString *ctl_record_begin_json (CtlRecord *self, const char *name);
void ctl_record_end_json (CtlRecord *self);
/* What stands in a cell: "" when the record has no such member. */
const char *ctl_record_get (CtlRecord *self, const char *name);
guint ctl_record_get_length (CtlRecord *self);
const char *ctl_record_get_name (CtlRecord *self, guint position);
void ctl_record_to_json (CtlRecord *self, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlRecord, ctl_record_free)

G_END_DECLS
