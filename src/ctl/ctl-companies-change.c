/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#include "codat-client-updates.h"

static void
updated_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer company = codat_client_update_company_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &ctl_shape_company, ctl_make_company, company, error);
}

/* tags is (nullable): what is not named stays as it is. */
static void
update (CtlRun *run, const char *const *tags)
{
  CtlOptions *options = ctl_run_get_options (run);

  codat_client_update_company_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                     ctl_options_get (options, "name"),
                                     ctl_options_get (options, "description"), tags,
                                     ctl_run_get_cancellable (run), updated_cb, run);
}

/* Codat replaces the tags as one, so those that stay are sent as well. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  GError *error = NULL;
  g_autoptr (CodatCompany) company =
      codat_client_get_company_finish (CODAT_CLIENT (source), result, &error);
  g_auto (GStrv) tags = NULL;

  if (company == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  tags =
      codat_company_dup_tags_with (company, ctl_run_get_plan (run),
                                   ctl_options_get_all (ctl_run_get_options (run), "remove-tag"));
  update (run, (const char *const *) tags);
}

void
ctl_companies_update (CtlRun *run)
{
  CtlOptions *options = ctl_run_get_options (run);
  GError *error = NULL;
  char **tags = ctl_read_tags (options, &error);

  if (tags == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  ctl_run_set_plan (run, tags, (GDestroyNotify) g_strfreev);
  if (ctl_options_has (options, "tag") || ctl_options_has (options, "remove-tag"))
    codat_client_get_company_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                    ctl_run_get_cancellable (run), looked_cb, run);
  else if (ctl_options_has (options, "name") || ctl_options_has (options, "description"))
    update (run, NULL);
  else
    ctl_run_fail (run,
                  g_error_new_literal (CTL_ERROR, CTL_EXIT_USAGE,
                                       "Say what is to change, see “companies update --help”"));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gboolean done = codat_client_delete_company_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_done (run, "It is deleted.", done, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (CodatCompany) company =
      codat_client_get_company_finish (CODAT_CLIENT (source), result, &error);

  if (company == NULL)
    ctl_run_fail (run, error);
  else
    codat_client_delete_company_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                       ctl_run_get_cancellable (run), deleted_cb, run);
}

void
ctl_companies_delete (CtlRun *run)
{
  if (ctl_run_confirm (run, "Delete this company, its connections and its data for ever?"))
    codat_client_get_company_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                    ctl_run_get_cancellable (run), found_cb, run);
}
