/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#include "codat-client-admin.h"

static const char *const columns[] = { "id", "name", "createdDate", NULL };
static const CtlShape list_shape = { CTL_SHAPE_RESULTS, columns, NULL };
/* The only time that a key can be seen. */
static const char *const new_columns[] = { "id", "name", "apiKey", "createdDate", NULL };
static const CtlShape new_shape = { CTL_SHAPE_ONE, new_columns, NULL };

static CtlRecord *
make_record (CodatApiKey *key)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "id", codat_api_key_get_id (key));
  ctl_record_add (record, "name", codat_api_key_get_name (key));
  ctl_record_add (record, "apiKey", codat_api_key_get_secret (key));
  ctl_record_add_date (record, "createdDate", codat_api_key_get_created (key));
  return record;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (GListModel) list =
      codat_client_list_api_keys_finish (CODAT_CLIENT (source), result, &error);
  CtlOutput *output;

  if (list == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  output = ctl_run_output (run, &list_shape);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CodatApiKey) key = g_list_model_get_item (list, i);

    ctl_output_take (output, make_record (key));
  }
  ctl_run_finish (run);
}

void
ctl_keys_list (CtlRun *run)
{
  codat_client_list_api_keys_async (ctl_run_get_client (run), ctl_run_get_cancellable (run),
                                    listed_cb, run);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (CodatApiKey) key =
      codat_client_create_api_key_finish (CODAT_CLIENT (source), result, &error);

  if (key == NULL)
    ctl_run_fail (run, error);
  else
    ctl_print_one (run, &new_shape, make_record (key));
}

void
ctl_keys_create (CtlRun *run)
{
  codat_client_create_api_key_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                     ctl_run_get_cancellable (run), created_cb, run);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;

  if (!codat_client_delete_api_key_finish (CODAT_CLIENT (source), result, &error)) {
    ctl_run_fail (run, error);
    return;
  }
  ctl_run_remark (run, "It is deleted.");
  ctl_run_finish (run);
}

void
ctl_keys_delete (CtlRun *run)
{
  if (ctl_run_confirm (run, "Delete this API key? Whatever uses it will stop working."))
    codat_client_delete_api_key_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                       ctl_run_get_cancellable (run), deleted_cb, run);
}
