/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"
#include "ctl-verbs-private.h"

#include "codat-client-updates.h"

/* Name, value, name, value: all the tags that the company is to have, because Codat replaces them
 * as one. FALSE with error set for a word that is no tag. */
static gboolean
merge_tags (CtlOptions *options, CodatCompany *company, GHashTable *tags, GError **error)
{
  const char *const *names = codat_company_get_tag_names (company);
  const char *const *added = ctl_options_get_all (options, "tag");
  const char *const *removed = ctl_options_get_all (options, "remove-tag");

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (tags, g_strdup (names[i]),
                         g_strdup (codat_company_get_tag (company, names[i])));
  for (guint i = 0; removed != NULL && removed[i] != NULL; i++)
    g_hash_table_remove (tags, removed[i]);
  for (guint i = 0; added != NULL && added[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (added[i], "=", 2);

    if (parts[0] == NULL || parts[0][0] == '\0' || parts[1] == NULL) {
      g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "--tag %s is not NAME=VALUE", added[i]);
      return FALSE;
    }
    g_hash_table_insert (tags, g_strdup (parts[0]), g_strdup (parts[1]));
  }
  return TRUE;
}

static void
updated_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (CodatCompany) company =
      codat_client_update_company_finish (CODAT_CLIENT (source), result, &error);

  if (company == NULL)
    ctl_run_fail (run, error);
  else
    ctl_print_one (run, &ctl_shape_company, ctl_fields_company (company, TRUE));
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

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (CodatCompany) company =
      codat_client_get_company_finish (CODAT_CLIENT (source), result, &error);
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name, value;

  if (company == NULL || !merge_tags (ctl_run_get_options (run), company, tags, &error)) {
    ctl_run_fail (run, error);
    return;
  }
  g_hash_table_iter_init (&iter, tags);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    g_ptr_array_add (pairs, name);
    g_ptr_array_add (pairs, value);
  }
  g_ptr_array_add (pairs, NULL);
  update (run, (const char *const *) pairs->pdata);
}

void
ctl_companies_update (CtlRun *run)
{
  CtlOptions *options = ctl_run_get_options (run);

  if (ctl_options_has (options, "tag") || ctl_options_has (options, "remove-tag"))
    codat_client_get_company_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                    ctl_run_get_cancellable (run), looked_cb, run);
  else if (ctl_options_has (options, "name") || ctl_options_has (options, "description"))
    update (run, NULL);
  else
    ctl_run_fail (run, g_error_new_literal (CTL_ERROR, CTL_EXIT_USAGE, "Say what is to change"));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;

  if (!codat_client_delete_company_finish (CODAT_CLIENT (source), result, &error)) {
    ctl_run_fail (run, error);
    return;
  }
  ctl_run_remark (run, "It is deleted.");
  ctl_run_finish (run);
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
