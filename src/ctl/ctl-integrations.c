/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"
#include "ctl-verbs-private.h"

static const char *const columns[] = { "key",      "name",   "sourceType",         "enabled",
                                       "sourceId", "isBeta", "isOfflineConnector", "logoUrl",
                                       NULL };
static const char *const table_columns[] = { "key", "name", "sourceType", "enabled", NULL };
static const CtlShape list_shape = { CTL_SHAPE_RESULTS, columns, table_columns };
static const CtlShape one_shape = { CTL_SHAPE_ONE, columns, NULL };

/* Those of the source type that was asked for. */
static GListModel *
choose (CtlRun *run, GListModel *rows)
{
  const char *wanted = ctl_options_get (ctl_run_get_options (run), "source-type");
  GListStore *chosen = g_list_store_new (CODAT_TYPE_INTEGRATION);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (CodatIntegration) integration = g_list_model_get_item (rows, i);
    const char *type = codat_integration_get_source_type_text (integration);

    if (wanted == NULL || (type != NULL && g_ascii_strcasecmp (wanted, type) == 0))
      g_list_store_append (chosen, integration);
  }
  return G_LIST_MODEL (chosen);
}

static void
answer (CtlRun *run, GListModel *rows, GError *error)
{
  g_autoptr (GListModel) all = rows;

  ctl_answer_list (run, &list_shape, (CtlRecordFunc) ctl_fields_integration,
                   all != NULL ? choose (run, all) : NULL, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  GListModel *rows = codat_client_list_integrations_finish (CODAT_CLIENT (source), result, &error);

  answer (run, rows, error);
}

static void
all_listed_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  GListModel *rows =
      codat_client_list_all_integrations_finish (CODAT_CLIENT (source), result, &error);

  answer (run, rows, error);
}

void
ctl_integrations_list (CtlRun *run)
{
  CtlOptions *options = ctl_run_get_options (run);
  const char *type = ctl_options_get (options, "source-type");

  if (type != NULL && codat_source_type_from_string (type) == CODAT_SOURCE_TYPE_UNKNOWN)
    ctl_run_remark (run, "“%s” is no source type of this version.", type);
  if (ctl_options_has (options, "all"))
    codat_client_list_all_integrations_async (ctl_run_get_client (run),
                                              ctl_run_get_cancellable (run), all_listed_cb, run);
  else
    codat_client_list_integrations_async (ctl_run_get_client (run), ctl_run_get_cancellable (run),
                                          listed_cb, run);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer row = codat_client_get_integration_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &one_shape, (CtlRecordFunc) ctl_fields_integration, row, error);
}

void
ctl_integrations_show (CtlRun *run)
{
  codat_client_get_integration_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                      ctl_run_get_cancellable (run), shown_cb, run);
}
