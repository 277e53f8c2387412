/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-import.h"

#include "ctl-csv.h"
#include "ctl-error.h"

#include <string.h>

#define BYTE_ORDER_MARK "\357\273\277"

/* Where in a record of CSV each of them stands, -1 for nowhere. */
typedef struct {
  int name;
  int description;
  int tags;
} Columns;

static void
set_error (GError **error, const char *problem)
{
  g_set_error_literal (error, CTL_ERROR, CTL_EXIT_REFUSED, problem);
}

/* Whoever writes such a file by hand writes "Name" as well as "name". */
static int
find_column (GPtrArray *heading, const char *name)
{
  for (guint i = 0; i < heading->len; i++) {
    if (g_ascii_strcasecmp (heading->pdata[i], name) == 0)
      return (int) i;
  }
  return -1;
}

static const char *
get_cell (GPtrArray *cells, int column)
{
  return column >= 0 && (guint) column < cells->len ? cells->pdata[column] : NULL;
}

static gboolean
is_blank (GPtrArray *cells)
{
  return cells->len == 1 && *(const char *) cells->pdata[0] == '\0';
}

static gboolean
check_count (GPtrArray *drafts, GError **error)
{
  if (drafts->len < CODAT_COMPANY_DRAFTS_MAX)
    return TRUE;
  set_error (error, "There are more than 1,000,000 companies");
  return FALSE;
}

static gboolean
take_record (GPtrArray *drafts, GPtrArray *cells, const Columns *columns, GError **error)
{
  CodatCompanyDraft *draft;

  if (is_blank (cells))
    return TRUE;
  if (!check_count (drafts, error))
    return FALSE;
  draft = codat_company_draft_new (get_cell (cells, columns->name),
                                   get_cell (cells, columns->description),
                                   get_cell (cells, columns->tags), error);
  if (draft == NULL)
    return FALSE;
  g_ptr_array_add (drafts, draft);
  return TRUE;
}

static gboolean
read_csv (const char *text, GPtrArray *drafts, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;
  guint line = 1, start = 1;
  Columns columns;

  if (ctl_csv_next (&text, &line, cells, &problem)) {
    columns.name = find_column (cells, "name");
    columns.description = find_column (cells, "description");
    columns.tags = find_column (cells, "tags");
    if (columns.name < 0) {
      set_error (error, "It is no JSON, and as CSV it has no column “name” in its first line");
      return FALSE;
    }
    for (start = line; ctl_csv_next (&text, &line, cells, &problem); start = line) {
      if (take_record (drafts, cells, &columns, error))
        continue;
      g_prefix_error (error, "Line %u: ", start);
      return FALSE;
    }
  }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
take_json (GPtrArray *drafts, const char *text, gsize length, GError **error)
{
  GPtrArray *read = codat_company_drafts_read (text, length, error);

  if (read != NULL)
    g_ptr_array_extend_and_steal (drafts, read);
  return read != NULL;
}

static gboolean
read_lines (const char *text, GPtrArray *drafts, GError **error)
{
  for (guint line = 1; *text != '\0'; line++) {
    gsize length = strcspn (text, "\n");

    if (strspn (text, " \t\r") < length &&
        (!check_count (drafts, error) || !take_json (drafts, text, length, error))) {
      g_prefix_error (error, "Line %u: ", line);
      return FALSE;
    }
    text += length;
    text += *text == '\n' ? 1 : 0;
  }
  return TRUE;
}

/* A line that begins like an object and is a company by itself makes the text JSON lines. */
static gboolean
has_lines (const char *text)
{
  gsize length = strcspn (text, "\n");
  g_autoptr (GPtrArray) first = NULL;

  if (text[strspn (text, " \t\r\n")] != '{' ||
      text[length + strspn (text + length, " \t\r\n")] == '\0')
    return FALSE;
  first = codat_company_drafts_read (text, length, NULL);
  return first != NULL;
}

/**
 * ctl_import_read:
 * @data: a text, with a NUL behind it
 * @length: its length in bytes
 * @error: return location for a %CTL_ERROR or a %CODAT_ERROR
 *
 * Returns: (transfer full) (element-type CodatCompanyDraft): the companies, or %NULL with @error
 * set
 */
GPtrArray *
ctl_import_read (const char *data, gsize length, GError **error)
{
  g_autoptr (GPtrArray) drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) codat_company_draft_free);
  char first;
  gboolean good;

  g_return_val_if_fail (data != NULL, NULL);
  if (!g_utf8_validate_len (data, length, NULL)) {
    set_error (error, "It is no UTF-8 text");
    return NULL;
  }
  if (g_str_has_prefix (data, BYTE_ORDER_MARK))
    data += strlen (BYTE_ORDER_MARK);
  first = data[strspn (data, " \t\r\n")];
  if (first != '{' && first != '[')
    good = read_csv (data, drafts, error);
  else if (has_lines (data))
    good = read_lines (data, drafts, error);
  else
    good = take_json (drafts, data, strlen (data), error);
  if (good && drafts->len == 0)
    set_error (error, "There is no company in it");
  return good && drafts->len > 0 ? g_steal_pointer (&drafts) : NULL;
}
