/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"
#include "ctl-verbs-private.h"

#include <string.h>

#define MAX_PAGE_SIZE 5000
#define PAGE_SIZE 1000
#define MAX_LIMIT 100000000

static const char *const columns[] = { "id",       "name",     "description", "created",
                                       "lastSync", "products", "tags",        NULL };
static const char *const table_columns[] = { "id", "name", "created", "lastSync", NULL };
const CtlShape ctl_shape_company = { CTL_SHAPE_ONE, columns, NULL };
static const CtlShape list_shape = { CTL_SHAPE_RESULTS, columns, table_columns };

static const char *const export_columns[] = {
  "id", "name", "description", "created", "lastSync", "products", "tags", "dataConnections", NULL
};
static const CtlShape export_shape = { CTL_SHAPE_RESULTS, export_columns, table_columns };

static gboolean
take_listed (CtlRun *run, CodatCompany *company)
{
  CtlOutput *output = ctl_run_output (run, &list_shape);
  guint limit = GPOINTER_TO_UINT (ctl_run_get_plan (run));

  ctl_output_take (output, ctl_fields_company (company, TRUE));
  return !ctl_stream_get_failed (ctl_run_get_stream (run)) &&
         (limit == 0 || ctl_output_get_n_records (output) < limit);
}

void
ctl_companies_list (CtlRun *run)
{
  CtlOptions *options = ctl_run_get_options (run);
  guint page_size, limit;
  GError *error = NULL;

  if (!ctl_options_get_number (options, "page-size", 1, MAX_PAGE_SIZE, PAGE_SIZE, &page_size,
                               &error) ||
      !ctl_options_get_number (options, "limit", 1, MAX_LIMIT, 0, &limit, &error)) {
    ctl_run_fail (run, error);
    return;
  }
  if (limit > 0 && !ctl_options_has (options, "page-size"))
    page_size = MIN (page_size, limit);
  ctl_run_set_plan (run, GUINT_TO_POINTER (limit), NULL);
  ctl_run_output (run, &list_shape);
  ctl_companies_read (run, ctl_options_get (options, "query"), ctl_options_get (options, "tags"),
                      ctl_options_get (options, "order-by"), page_size, take_listed,
                      ctl_run_finish);
}

static gboolean
take_exported (CtlRun *run, CodatCompany *company)
{
  ctl_output_take (ctl_run_output (run, &export_shape), ctl_fields_company (company, FALSE));
  return !ctl_stream_get_failed (ctl_run_get_stream (run));
}

/* Everything of every company but the link addresses, which would be secrets in a file. */
void
ctl_companies_export (CtlRun *run)
{
  ctl_run_output (run, &export_shape);
  ctl_companies_read (run, NULL, NULL, NULL, PAGE_SIZE, take_exported, ctl_run_finish);
}

static gboolean
contains (const char *text, const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_autofree char *folded_wanted = g_utf8_casefold (wanted, -1);

  return strstr (folded, folded_wanted) != NULL;
}

static gboolean
take_found (CtlRun *run, CodatCompany *company)
{
  const char *wanted = ctl_run_get_argument (run, 0);

  if (contains (codat_company_get_name (company), wanted) ||
      contains (codat_company_get_description (company), wanted) ||
      g_ascii_strcasecmp (codat_company_get_id (company), wanted) == 0)
    ctl_output_take (ctl_run_output (run, &list_shape), ctl_fields_company (company, TRUE));
  return !ctl_stream_get_failed (ctl_run_get_stream (run));
}

/* Codat's own query cannot search in two members with one text, nor quote it: all are looked at. */
void
ctl_companies_find (CtlRun *run)
{
  ctl_run_output (run, &list_shape);
  ctl_companies_read (run, NULL, NULL, NULL, PAGE_SIZE, take_found, ctl_run_finish);
}
