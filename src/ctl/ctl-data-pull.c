/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#include "codat-client-data.h"

#define PAGE_SIZE 1000

static const char *const columns[] = { "id",           "dataType",    "status",    "requested",
                                       "completed",    "isCompleted", "isErrored", "connectionId",
                                       "errorMessage", NULL };
static const char *const table_columns[] = { "id",        "dataType",  "status",
                                             "requested", "completed", NULL };
static const CtlShape one_shape = { CTL_SHAPE_ONE, columns, NULL };
static const CtlShape list_shape = { CTL_SHAPE_RESULTS, columns, table_columns };

static CtlRecord *
make_record (gpointer row)
{
  CodatPullOperation *pull = row;
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "id", codat_pull_operation_get_id (pull));
  ctl_record_add (record, "companyId", codat_pull_operation_get_company_id (pull));
  ctl_record_add (record, "connectionId", codat_pull_operation_get_connection_id (pull));
  ctl_record_add (record, "dataType", codat_pull_operation_get_data_type (pull));
  ctl_record_add (record, "status", codat_pull_operation_get_status_text (pull));
  ctl_record_add (record, "statusDescription", codat_pull_operation_get_status_description (pull));
  ctl_record_add (record, "errorMessage", codat_pull_operation_get_error_message (pull));
  ctl_record_add_date (record, "requested", codat_pull_operation_get_requested (pull));
  ctl_record_add_date (record, "completed", codat_pull_operation_get_completed (pull));
  if (codat_pull_operation_get_progress (pull) >= 0)
    ctl_record_add_integer (record, "progress", codat_pull_operation_get_progress (pull));
  ctl_record_add_boolean (record, "isCompleted", codat_pull_operation_get_is_completed (pull));
  ctl_record_add_boolean (record, "isErrored", codat_pull_operation_get_is_errored (pull));
  return record;
}

static void
refreshed_all_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gboolean done = codat_client_refresh_all_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_done (run, "Every data type will be read again.", done, error);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer pull = codat_client_refresh_data_type_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &one_shape, make_record, pull, error);
}

void
ctl_data_refresh (CtlRun *run)
{
  const char *type = ctl_options_get (ctl_run_get_options (run), "type");

  if (type == NULL)
    codat_client_refresh_all_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                    ctl_run_get_cancellable (run), refreshed_all_cb, run);
  else
    codat_client_refresh_data_type_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                          type, NULL, ctl_run_get_cancellable (run), refreshed_cb,
                                          run);
}

static void ask (CtlRun *run);

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  guint *number = ctl_run_get_state (run);
  GError *error = NULL;
  g_autoptr (CodatPage) page =
      codat_client_list_pull_operations_finish (CODAT_CLIENT (source), result, &error);
  guint length;

  if (page == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  length = g_list_model_get_n_items (G_LIST_MODEL (page));
  for (guint i = 0; i < length; i++) {
    g_autoptr (CodatPullOperation) pull = g_list_model_get_item (G_LIST_MODEL (page), i);

    ctl_output_take (ctl_run_output (run, &list_shape), make_record (pull));
  }
  if (!ctl_run_check_output (run))
    return;
  if (length > 0 && codat_page_get_has_next (page)) {
    (*number)++;
    ask (run);
  } else {
    ctl_run_finish (run);
  }
}

static void
ask (CtlRun *run)
{
  guint *number = ctl_run_get_state (run);

  codat_client_list_pull_operations_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                           NULL, NULL, *number, PAGE_SIZE,
                                           ctl_run_get_cancellable (run), page_cb, run);
}

void
ctl_data_history (CtlRun *run)
{
  guint *number = g_new0 (guint, 1);

  *number = 1;
  ctl_run_set_state (run, number, g_free);
  ctl_run_output (run, &list_shape);
  ask (run);
}
