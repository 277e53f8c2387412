/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-record.h"

#include "ctl-json.h"

#include <string.h>

/* Enough for most rows, so that a long list does not make room again and again. */
#define USUAL_MEMBERS 12
#define USUAL_LENGTH 1000

typedef struct {
  const char *name; /* a literal */
  gsize text;       /* where in the texts it begins */
  gboolean is_json; /* written without quotation marks */
} Member;

struct _CtlRecord {
  GArray *members; /* (owned): of Member */
  GString *texts;  /* (owned): of all members, each with a NUL behind it */
};

static void
add (CtlRecord *self, const char *name, const char *text, gboolean is_json)
{
  Member member = { name, self->texts->len, is_json };

  g_array_append_val (self->members, member);
  g_string_append_len (self->texts, text, (gssize) strlen (text) + 1);
}

static const char *
get_text (CtlRecord *self, const Member *member)
{
  return self->texts->str + member->text;
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

  self->members = g_array_sized_new (FALSE, FALSE, sizeof (Member), USUAL_MEMBERS);
  self->texts = g_string_sized_new (USUAL_LENGTH);
  return self;
}

void
ctl_record_free (CtlRecord *self)
{
  g_array_unref (self->members);
  g_string_free (self->texts, TRUE);
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
    add (self, name, value, FALSE);
}

/* Writes a number of that many digits, and gives the place behind it. */
static char *
put_digits (char *to, int number, guint n_digits, char behind)
{
  for (guint i = n_digits; i > 0; i--, number /= 10)
    to[i - 1] = (char) ('0' + number % 10);
  to[n_digits] = behind;
  return to + n_digits + 1;
}

/* What g_date_time_format_iso8601() writes, for lists with hundreds of thousands of dates. */
static void
format_date (GDateTime *utc, char *to)
{
  int year, month, day;
  int fraction = g_date_time_get_microsecond (utc);

  g_date_time_get_ymd (utc, &year, &month, &day);
  to = put_digits (to, year, 4, '-');
  to = put_digits (to, month, 2, '-');
  to = put_digits (to, day, 2, 'T');
  to = put_digits (to, g_date_time_get_hour (utc), 2, ':');
  to = put_digits (to, g_date_time_get_minute (utc), 2, ':');
  to = put_digits (to, g_date_time_get_second (utc), 2, fraction != 0 ? '.' : 'Z');
  if (fraction != 0)
    to = put_digits (to, fraction, 6, 'Z');
  *to = '\0';
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
  char text[sizeof "0000-00-00T00:00:00.000000Z"];

  g_return_if_fail (self != NULL && name != NULL);
  if (value == NULL)
    return;
  if (g_date_time_get_utc_offset (value) != 0)
    value = utc = g_date_time_to_utc (value);
  format_date (value, text);
  add (self, name, text, FALSE);
}

void
ctl_record_add_boolean (CtlRecord *self, const char *name, gboolean value)
{
  g_return_if_fail (self != NULL && name != NULL);
  add (self, name, value ? "true" : "false", TRUE);
}

void
ctl_record_add_integer (CtlRecord *self, const char *name, gint64 value)
{
  char text[24];

  g_return_if_fail (self != NULL && name != NULL);
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  add (self, name, text, TRUE);
}

void
ctl_record_add_strings (CtlRecord *self, const char *name, const char *const *values)
{
  g_return_if_fail (self != NULL && name != NULL);
  ctl_json_strings (ctl_record_begin_json (self, name), values);
  ctl_record_end_json (self);
}

/**
 * ctl_record_begin_json:
 * @self: a record
 * @name: a literal
 *
 * Begins a member that is an object or an array.
 *
 * Returns: (transfer none): where to append it, until ctl_record_end_json()
 */
GString *
ctl_record_begin_json (CtlRecord *self, const char *name)
{
  Member member = { name, self->texts->len, TRUE };

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  g_array_append_val (self->members, member);
  return self->texts;
}

void
ctl_record_end_json (CtlRecord *self)
{
  g_return_if_fail (self != NULL);
  g_string_append_c (self->texts, '\0');
}

/**
 * ctl_record_get:
 * @self: a record
 * @name: the name of a member
 *
 * Returns: (transfer none): its text until the next one is added, "" when there is no such member
 */
const char *
ctl_record_get (CtlRecord *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < self->members->len; i++) {
    Member *member = &g_array_index (self->members, Member, i);

    if (g_strcmp0 (member->name, name) == 0)
      return get_text (self, member);
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
      g_string_append (text, get_text (self, member));
    else
      ctl_json_string (text, get_text (self, member));
  }
  g_string_append_c (text, '}');
}
