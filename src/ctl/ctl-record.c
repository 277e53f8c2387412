/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-record.h"

#include "ctl-json.h"

typedef struct {
  const char *name; /* a literal */
  char *text;       /* (owned) */
  gboolean is_json; /* written without quotation marks */
} Member;

struct _CtlRecord {
  GArray *members; /* (owned): of Member */
};

static void
clear_member (gpointer member)
{
  g_free (((Member *) member)->text);
}

static void
take (CtlRecord *self, const char *name, char *text, gboolean is_json)
{
  Member member = { name, text, is_json };

  g_array_append_val (self->members, member);
}

/**
 * ctl_record_new:
 *
 * Returns: (transfer full): a record without members
 */
CtlRecord *
ctl_record_new (void)
{
  CtlRecord *self = g_new0 (CtlRecord, 1);

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  return self;
}

void
ctl_record_free (CtlRecord *self)
{
  g_array_unref (self->members);
  g_free (self);
}

/**
 * ctl_record_add:
 * @self: a record
 * @name: a literal
 * @value: (nullable): a text; %NULL adds nothing
 */
void
ctl_record_add (CtlRecord *self, const char *name, const char *value)
{
  g_return_if_fail (self != NULL && name != NULL);
  if (value != NULL)
    take (self, name, g_strdup (value), FALSE);
}

/* What g_date_time_format_iso8601() writes, for lists with hundreds of thousands of dates. */
static char *
format_date (GDateTime *utc)
{
  int year, month, day;
  int fraction = g_date_time_get_microsecond (utc);
  char rest[16] = "";

  g_date_time_get_ymd (utc, &year, &month, &day);
  if (fraction != 0)
    g_snprintf (rest, sizeof rest, ".%06d", fraction);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%sZ", year, month, day,
                          g_date_time_get_hour (utc), g_date_time_get_minute (utc),
                          g_date_time_get_second (utc), rest);
}

/**
 * ctl_record_add_date:
 * @self: a record
 * @name: a literal
 * @value: (nullable): a time, written in UTC; %NULL adds nothing
 */
void
ctl_record_add_date (CtlRecord *self, const char *name, GDateTime *value)
{
  g_autoptr (GDateTime) utc = NULL;

  g_return_if_fail (self != NULL && name != NULL);
  if (value == NULL)
    return;
  utc = g_date_time_to_utc (value);
  take (self, name, format_date (utc), FALSE);
}

void
ctl_record_add_boolean (CtlRecord *self, const char *name, gboolean value)
{
  g_return_if_fail (self != NULL && name != NULL);
  take (self, name, g_strdup (value ? "true" : "false"), TRUE);
}

void
ctl_record_add_integer (CtlRecord *self, const char *name, gint64 value)
{
  g_return_if_fail (self != NULL && name != NULL);
  take (self, name, g_strdup_printf ("%" G_GINT64_FORMAT, value), TRUE);
}

void
ctl_record_add_strings (CtlRecord *self, const char *name, const char *const *values)
{
  GString *text = g_string_new (NULL);

  g_return_if_fail (self != NULL && name != NULL);
  ctl_json_strings (text, values);
  take (self, name, g_string_free (text, FALSE), TRUE);
}

/**
 * ctl_record_take_json:
 * @self: a record
 * @name: a literal
 * @json: (transfer full): a JSON value
 */
void
ctl_record_take_json (CtlRecord *self, const char *name, char *json)
{
  g_return_if_fail (self != NULL && name != NULL && json != NULL);
  take (self, name, json, TRUE);
}

/**
 * ctl_record_get:
 * @self: a record
 * @name: the name of a member
 *
 * Returns: (transfer none): its text, "" when there is no such member
 */
const char *
ctl_record_get (CtlRecord *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < self->members->len; i++) {
    Member *member = &g_array_index (self->members, Member, i);

    if (g_strcmp0 (member->name, name) == 0)
      return member->text;
  }
  return "";
}

guint
ctl_record_get_length (CtlRecord *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->members->len;
}

const char *
ctl_record_get_name (CtlRecord *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->members->len, NULL);
  return g_array_index (self->members, Member, position).name;
}

/**
 * ctl_record_to_json:
 * @self: a record
 * @text: where to append it, as one JSON object
 */
void
ctl_record_to_json (CtlRecord *self, GString *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  g_string_append_c (text, '{');
  for (guint i = 0; i < self->members->len; i++) {
    Member *member = &g_array_index (self->members, Member, i);

    ctl_json_member (text, member->name);
    if (member->is_json)
      g_string_append (text, member->text);
    else
      ctl_json_string (text, member->text);
  }
  g_string_append_c (text, '}');
}
