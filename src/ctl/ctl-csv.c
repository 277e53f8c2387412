/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-csv.h"

#include "ctl-error.h"

#include <string.h>

/* The writer puts an apostrophe before what a spreadsheet would compute; here it goes again. */
static char *
take_guard_off (GString *cell)
{
  if (cell->len >= 2 && cell->str[0] == '\'' && strchr ("=+-@\t\r", cell->str[1]) != NULL)
    g_string_erase (cell, 0, 1);
  return g_string_free (cell, FALSE);
}

static gboolean
is_end (const char *p)
{
  return *p == '\0' || *p == '\n' || (p[0] == '\r' && p[1] == '\n');
}

/* p is behind the first quotation mark. Returns where the cell ends, NULL when it never does. */
static const char *
read_quoted (const char *p, GString *cell, guint *line)
{
  for (; *p != '\0'; p++) {
    if (p[0] == '"' && p[1] != '"')
      return p + 1;
    if (*p == '"')
      p++;
    if (*p == '\n')
      (*line)++;
    g_string_append_c (cell, *p);
  }
  return NULL;
}

static const char *
read_plain (const char *p, GString *cell)
{
  while (*p != ',' && *p != '"' && !is_end (p))
    g_string_append_c (cell, *p++);
  return *p != '"' ? p : NULL;
}

static const char *
read_cell (const char *p, GPtrArray *cells, guint *line, GError **error)
{
  guint start = *line;
  GString *cell = g_string_new (NULL);
  const char *end = *p == '"' ? read_quoted (p + 1, cell, line) : read_plain (p, cell);

  g_ptr_array_add (cells, take_guard_off (cell));
  if (end != NULL && (*end == ',' || is_end (end)))
    return end;
  g_set_error (error, CTL_ERROR, CTL_EXIT_REFUSED,
               "In line %u there is a quotation mark without its other one", start);
  return NULL;
}

/**
 * ctl_csv_next:
 * @text: (inout): where to read, set behind the record
 * @line: (inout): its number, from 1
 * @cells: (element-type utf8): is emptied and filled; it has to free them
 * @error: return location for a %CTL_ERROR
 *
 * Returns: whether there was a record
 */
gboolean
ctl_csv_next (const char **text, guint *line, GPtrArray *cells, GError **error)
{
  const char *p = *text;

  g_return_val_if_fail (p != NULL && line != NULL && cells != NULL, FALSE);
  g_ptr_array_set_size (cells, 0);
  if (*p == '\0')
    return FALSE;
  while ((p = read_cell (p, cells, line, error)) != NULL && *p == ',')
    p++;
  if (p == NULL)
    return FALSE;
  p += *p == '\r' ? 1 : 0;
  if (*p == '\n') {
    p++;
    (*line)++;
  }
  *text = p;
  return TRUE;
}
