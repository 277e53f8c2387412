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

static gboolean
is_wanted (CtlRun *run, CodatIntegration *integration)
{
  const char *wanted = ctl_options_get (ctl_run_get_options (run), "source-type");
  const char *type = codat_integration_get_source_type_text (integration);

  return wanted == NULL || (type != NULL && g_ascii_strcasecmp (wanted, type) == 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (GListModel) list =
      codat_client_list_integrations_finish (CODAT_CLIENT (source), result, &error);
  CtlOutput *output;

  if (list == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  output = ctl_run_output (run, &list_shape);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CodatIntegration) integration = g_list_model_get_item (list, i);

    if (is_wanted (run, integration))
      ctl_output_take (output, ctl_fields_integration (integration));
  }
  ctl_run_finish (run);
}

void
ctl_integrations_list (CtlRun *run)
{
  const char *type = ctl_options_get (ctl_run_get_options (run), "source-type");

  if (type != NULL && codat_source_type_from_string (type) == CODAT_SOURCE_TYPE_UNKNOWN)
    ctl_run_remark (run, "“%s” is no source type of this version.", type);
  codat_client_list_integrations_async (ctl_run_get_client (run), ctl_run_get_cancellable (run),
                                        listed_cb, run);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (CodatIntegration) integration =
      codat_client_get_integration_finish (CODAT_CLIENT (source), result, &error);

  if (integration == NULL)
    ctl_run_fail (run, error);
  else
    ctl_print_one (run, &one_shape, ctl_fields_integration (integration));
}

void
ctl_integrations_show (CtlRun *run)
{
  codat_client_get_integration_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                      ctl_run_get_cancellable (run), shown_cb, run);
}
