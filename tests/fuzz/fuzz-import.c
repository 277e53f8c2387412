/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-csv.h"
#include "ctl-error.h"
#include "ctl-import.h"

#include "codat-error.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

static void
judge_draft (const CodatCompanyDraft *draft)
{
  g_assert_true (draft->name[0] != '\0' && g_utf8_validate (draft->name, -1, NULL));
  g_assert_true (draft->description == NULL ||
                 (draft->description[0] != '\0' && g_utf8_validate (draft->description, -1, NULL)));
  g_assert_cmpuint (g_strv_length (draft->tags) % 2, ==, 0);
  codat_company_draft_check (draft, NULL);
}

/* Companies or an error that says what is wrong, and where. */
static void
judge_file (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = ctl_import_read (text, length, &error);

  g_assert_true ((drafts == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_error_matches (error, CTL_ERROR, CTL_EXIT_REFUSED) ||
                 g_error_matches (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT));
  if (drafts == NULL)
    return;
  g_assert_cmpuint (drafts->len, >, 0);
  for (guint i = 0; i < drafts->len; i++)
    judge_draft (drafts->pdata[i]);
}

/* As the writer does it. */
static char *
write_record (GPtrArray *cells)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++) {
    const char *cell = cells->pdata[i];

    g_string_append (text, i > 0 ? ",\"" : "\"");
    g_string_append (text, ctl_csv_needs_guard (cell) ? "'" : "");
    for (; *cell != '\0'; cell++) {
      g_string_append_c (text, *cell);
      if (*cell == '"')
        g_string_append_c (text, '"');
    }
    g_string_append_c (text, '"');
  }
  g_string_append (text, "\r\n");
  return g_string_free (text, FALSE);
}

/* What was read, written and read again, is the same. */
static void
judge_record (GPtrArray *cells)
{
  g_autofree char *text = write_record (cells);
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func (g_free);
  const char *p = text;
  guint line = 1;

  g_assert_true (ctl_csv_next (&p, &line, again, NULL));
  g_assert_cmpstr (p, ==, "");
  g_assert_cmpuint (again->len, ==, cells->len);
  for (guint i = 0; i < cells->len; i++)
    g_assert_cmpstr (again->pdata[i], ==, cells->pdata[i]);
}

static void
judge_csv (const char *text)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint line = 1;

  while (ctl_csv_next (&text, &line, cells, NULL))
    judge_record (cells);
}

/* The file that an import reads, whatever its kind. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  judge_file (text, size);
  judge_csv (text);
  return 0;
}
