/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-csv.h"

#include "ctl-error.h"

#include <string.h>

/* Far more than anybody's table has, and little enough that a file of nothing but commas, or one
 * with a quotation mark too many, ends soon and with a word about where. */
#define MAX_COLUMNS 1000
#define MAX_RECORD (1024 * 1024)

/**
 * ctl_csv_needs_guard:
 * @cell: what a cell holds
 *
 * A spreadsheet computes what begins with one of "=+-@", plain or in full width, also after a tab
 * or the end of a line. Apostrophes before it count as well, so that each guard can be told from
 * what was there before.
 *
 * Returns: whether the cell is to be written with an apostrophe before it
 */
gboolean
ctl_csv_needs_guard (const char *cell)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  g_return_val_if_fail (cell != NULL, FALSE);
  cell += strspn (cell, "'");
  if (*cell != '\0' && strchr ("=+-@\t\r\n", *cell) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++) {
    if (g_str_has_prefix (cell, wide[i]))
      return TRUE;
  }
  return FALSE;
}

static void
add_cell (GPtrArray *cells, const char *text, gsize length)
{
  char *cell = g_strndup (text, length);

  if (*cell == '\'' && ctl_csv_needs_guard (cell))
    memmove (cell, cell + 1, length);
  g_ptr_array_add (cells, cell);
}

static gboolean
is_end (const char *p)
{
  return *p == '\0' || *p == '\n' || (p[0] == '\r' && p[1] == '\n');
}

/* p is behind the first quotation mark. Returns where the cell ends, NULL when it never does. */
static const char *
read_quoted (const char *p, GPtrArray *cells, guint *line)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (; *p != '\0'; p++) {
    if (p[0] == '"' && p[1] != '"') {
      add_cell (cells, cell->str, cell->len);
      return p + 1;
    }
    if (*p == '"')
      p++;
    if (*p == '\n')
      (*line)++;
    g_string_append_c (cell, *p);
  }
  return NULL;
}

static const char *
read_plain (const char *p, GPtrArray *cells)
{
  const char *start = p;

  while (*p != ',' && *p != '"' && !is_end (p))
    p++;
  if (*p == '"')
    return NULL;
  add_cell (cells, start, (gsize) (p - start));
  return p;
}

static const char *
read_cell (const char *p, GPtrArray *cells, guint *line, GError **error)
{
  guint start = *line;
  const char *end = *p == '"' ? read_quoted (p + 1, cells, line) : read_plain (p, cells);

  if (end != NULL && (*end == ',' || is_end (end)))
    return end;
  g_set_error (error, CTL_ERROR, CTL_EXIT_REFUSED,
               "In line %u there is a quotation mark without its other one", start);
  return NULL;
}

static gboolean
check_size (guint line, guint n_columns, gsize length, GError **error)
{
  if (n_columns > MAX_COLUMNS)
    g_set_error (error, CTL_ERROR, CTL_EXIT_REFUSED, "Line %u has more than %d columns", line,
                 MAX_COLUMNS);
  else if (length > MAX_RECORD)
    g_set_error (error, CTL_ERROR, CTL_EXIT_REFUSED,
                 "What begins in line %u is longer than 1 MiB: is a quotation mark missing?", line);
  else
    return TRUE;
  return FALSE;
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
  guint start = *line;

  g_return_val_if_fail (p != NULL && line != NULL && cells != NULL, FALSE);
  g_ptr_array_set_size (cells, 0);
  if (*p == '\0')
    return FALSE;
  for (;;) {
    p = read_cell (p, cells, line, error);
    if (p == NULL || !check_size (start, cells->len, (gsize) (p - *text), error))
      return FALSE;
    if (*p != ',')
      break;
    p++;
  }
  p += *p == '\r' ? 1 : 0;
  if (*p == '\n') {
    p++;
    (*line)++;
  }
  *text = p;
  return TRUE;
}
