/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"
#include "ctl-verbs-private.h"

#include <string.h>

#define PAGE_SIZE 1000

CtlRecord *
ctl_make_company (gpointer company)
{
  return ctl_fields_company (company, TRUE);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer company = codat_client_get_company_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &ctl_shape_company, ctl_make_company, company, error);
}

void
ctl_companies_show (CtlRun *run)
{
  codat_client_get_company_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                  ctl_run_get_cancellable (run), shown_cb, run);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer company = codat_client_create_company_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &ctl_shape_company, ctl_make_company, company, error);
}

char **
ctl_read_tags (CtlOptions *options, GError **error)
{
  const char *const *given = ctl_options_get_all (options, "tag");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; given != NULL && given[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (given[i], "=", 2);

    if (parts[0] == NULL || parts[0][0] == '\0' || parts[1] == NULL) {
      g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "--tag %s is not NAME=VALUE", given[i]);
      return NULL;
    }
    g_strv_builder_add_many (builder, parts[0], parts[1], NULL);
  }
  return g_strv_builder_end (builder);
}

static void
create (CtlRun *run)
{
  codat_client_create_company_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                     ctl_options_get (ctl_run_get_options (run), "description"),
                                     ctl_run_get_plan (run), ctl_run_get_cancellable (run),
                                     created_cb, run);
}

/* The first company of exactly this name is taken instead of a new one. */
static gboolean
take_same (CtlRun *run, CodatCompany *company)
{
  g_autofree char *name = g_strstrip (g_strdup (ctl_run_get_argument (run, 0)));

  if (strcmp (codat_company_get_name (company), name) != 0)
    return TRUE;
  ctl_output_take (ctl_run_output (run, &ctl_shape_company), ctl_make_company (company));
  return FALSE;
}

static void
searched (CtlRun *run)
{
  CtlOutput *output = ctl_run_output (run, &ctl_shape_company);

  if (ctl_output_get_n_records (output) > 0) {
    ctl_run_remark (run, "There is a company of this name already.");
    ctl_run_finish (run);
  } else {
    create (run);
  }
}

void
ctl_companies_create (CtlRun *run)
{
  GError *error = NULL;
  char **tags = ctl_read_tags (ctl_run_get_options (run), &error);

  if (tags == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  ctl_run_set_plan (run, tags, (GDestroyNotify) g_strfreev);
  if (ctl_options_has (ctl_run_get_options (run), "reuse"))
    ctl_companies_read (run, NULL, NULL, NULL, PAGE_SIZE, take_same, searched);
  else
    create (run);
}
