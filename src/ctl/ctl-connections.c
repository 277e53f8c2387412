/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"
#include "ctl-verbs-private.h"

static const char *const columns[] = { "id",         "platformName",  "status",
                                       "sourceType", "integrationId", "sourceId",
                                       "created",    "lastSync",      NULL };
static const char *const table_columns[] = { "id",         "platformName", "status",
                                             "sourceType", "lastSync",     NULL };
static const CtlShape one_shape = { CTL_SHAPE_ONE, columns, NULL };
static const CtlShape list_shape = { CTL_SHAPE_RESULTS, columns, table_columns };

static CtlRecord *
make_record (gpointer connection)
{
  return ctl_fields_connection (connection, TRUE);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  GListModel *rows = codat_client_list_connections_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_list (run, &list_shape, make_record, rows, error);
}

void
ctl_connections_list (CtlRun *run)
{
  codat_client_list_connections_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                       ctl_run_get_cancellable (run), listed_cb, run);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer row = codat_client_get_connection_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &one_shape, make_record, row, error);
}

void
ctl_connections_show (CtlRun *run)
{
  codat_client_get_connection_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                     ctl_run_get_argument (run, 1), ctl_run_get_cancellable (run),
                                     shown_cb, run);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer row = codat_client_create_connection_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &one_shape, make_record, row, error);
}

void
ctl_connections_create (CtlRun *run)
{
  codat_client_create_connection_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                        ctl_run_get_argument (run, 1),
                                        ctl_run_get_cancellable (run), created_cb, run);
}

static void
unlinked_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer row = codat_client_unlink_connection_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &one_shape, make_record, row, error);
}

void
ctl_connections_unlink (CtlRun *run)
{
  if (ctl_run_confirm (run, "Unlink this connection? No new data will be read."))
    codat_client_unlink_connection_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                          ctl_run_get_argument (run, 1),
                                          ctl_run_get_cancellable (run), unlinked_cb, run);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gboolean done = codat_client_delete_connection_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_done (run, "It is deleted.", done, error);
}

/* The client takes "already gone" for a success; a person who names a connection that is not there
 * wants to know. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (CodatConnection) connection =
      codat_client_get_connection_finish (CODAT_CLIENT (source), result, &error);

  if (connection == NULL)
    ctl_run_fail (run, error);
  else
    codat_client_delete_connection_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                          ctl_run_get_argument (run, 1),
                                          ctl_run_get_cancellable (run), deleted_cb, run);
}

void
ctl_connections_delete (CtlRun *run)
{
  if (ctl_run_confirm (run, "Delete this connection and its history for ever?"))
    codat_client_get_connection_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                       ctl_run_get_argument (run, 1), ctl_run_get_cancellable (run),
                                       looked_cb, run);
}
