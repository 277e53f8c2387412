/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-output-private.h"

#include "trib-text.h"

/* So many rows are measured; those after are laid out alike, so that a table of any length needs no
 * more memory. */
#define N_MEASURED 200
#define MAX_CELL 300
#define MAX_WIDTH 60
#define GAP 2

static const char *const *
get_columns (CtlOutput *self)
{
  return self->shape->table != NULL ? self->shape->table : self->shape->columns;
}

static guint
measure (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (!g_unichar_iszerowidth (c))
      width += g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

/* A server's words must not move the cursor of a terminal. */
static char *
make_cell (CtlRecord *record, const char *name)
{
  return trib_text_for_display (ctl_record_get (record, name), MAX_CELL);
}

static void
append_padded (GString *line, const char *text, guint width, gboolean last)
{
  guint own = measure (text);

  g_string_append (line, text);
  for (guint i = own; !last && i < width + GAP; i++)
    g_string_append_c (line, ' ');
}

static void
write_heading (CtlOutput *self)
{
  const char *const *columns = get_columns (self);

  for (guint i = 0; columns[i] != NULL; i++) {
    g_autofree char *heading = g_ascii_strup (columns[i], -1);

    append_padded (self->line, heading, self->widths[i], columns[i + 1] == NULL);
  }
  g_string_append_c (self->line, '\n');
  ctl_output_write_line (self);
}

static void
write_row (CtlOutput *self, CtlRecord *record)
{
  const char *const *columns = get_columns (self);

  for (guint i = 0; columns[i] != NULL; i++) {
    g_autofree char *cell = make_cell (record, columns[i]);

    append_padded (self->line, cell, self->widths[i], columns[i + 1] == NULL);
  }
  g_string_append_c (self->line, '\n');
  ctl_output_write_line (self);
}

static void
measure_waiting (CtlOutput *self)
{
  const char *const *columns = get_columns (self);

  self->widths = g_new0 (guint, g_strv_length ((char **) columns) + 1);
  for (guint i = 0; columns[i] != NULL; i++) {
    self->widths[i] = measure (columns[i]);
    for (guint j = 0; j < self->waiting->len; j++) {
      g_autofree char *cell = make_cell (self->waiting->pdata[j], columns[i]);

      self->widths[i] = MAX (self->widths[i], MIN (measure (cell), MAX_WIDTH));
    }
  }
}

static void
write_waiting (CtlOutput *self)
{
  if (self->widths == NULL && self->waiting->len > 0) {
    measure_waiting (self);
    write_heading (self);
  }
  for (guint i = 0; i < self->waiting->len; i++)
    write_row (self, self->waiting->pdata[i]);
  g_ptr_array_set_size (self->waiting, 0);
}

/* One object is a line for each member. */
static void
write_members (CtlOutput *self, CtlRecord *record)
{
  guint width = 0;

  for (guint i = 0; i < ctl_record_get_length (record); i++)
    width = MAX (width, measure (ctl_record_get_name (record, i)));
  for (guint i = 0; i < ctl_record_get_length (record); i++) {
    const char *name = ctl_record_get_name (record, i);
    g_autofree char *cell = trib_text_for_display (ctl_record_get (record, name), G_MAXINT);

    append_padded (self->line, name, width, FALSE);
    g_string_append_printf (self->line, "%s\n", cell);
    ctl_output_write_line (self);
  }
}

static void
begin (CtlOutput *self)
{
}

static void
take (CtlOutput *self, CtlRecord *record)
{
  if (self->shape->kind == CTL_SHAPE_ONE) {
    write_members (self, record);
    ctl_record_free (record);
    return;
  }
  g_ptr_array_add (self->waiting, record);
  if (self->widths != NULL || self->waiting->len >= N_MEASURED)
    write_waiting (self);
}

static void
end (CtlOutput *self)
{
  write_waiting (self);
}

const CtlFormatter ctl_format_table = { begin, take, end };
