/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-json.h"
#include "ctl-verbs-private.h"

#include "codat-client-admin.h"

static const char *const columns[] = { "id", "url", "disabled", "eventTypes", "companyTags", NULL };
static const CtlShape one_shape = { CTL_SHAPE_ONE, columns, NULL };
static const CtlShape list_shape = { CTL_SHAPE_RESULTS, columns, NULL };

static char *
make_strings (const char *const *values)
{
  GString *text = g_string_new (NULL);

  ctl_json_strings (text, values);
  return g_string_free (text, FALSE);
}

static CtlRecord *
make_record (CodatWebhook *webhook)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "id", codat_webhook_get_id (webhook));
  ctl_record_add (record, "url", codat_webhook_get_url (webhook));
  ctl_record_add_boolean (record, "disabled", codat_webhook_get_disabled (webhook));
  ctl_record_take_json (record, "eventTypes",
                        make_strings (codat_webhook_get_event_types (webhook)));
  ctl_record_take_json (record, "companyTags",
                        make_strings (codat_webhook_get_company_tags (webhook)));
  return record;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (GListModel) list =
      codat_client_list_webhooks_finish (CODAT_CLIENT (source), result, &error);
  CtlOutput *output;

  if (list == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  output = ctl_run_output (run, &list_shape);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CodatWebhook) webhook = g_list_model_get_item (list, i);

    ctl_output_take (output, make_record (webhook));
  }
  ctl_run_finish (run);
}

void
ctl_webhooks_list (CtlRun *run)
{
  codat_client_list_webhooks_async (ctl_run_get_client (run), ctl_run_get_cancellable (run),
                                    listed_cb, run);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (CodatWebhook) webhook =
      codat_client_create_webhook_finish (CODAT_CLIENT (source), result, &error);

  if (webhook == NULL)
    ctl_run_fail (run, error);
  else
    ctl_print_one (run, &one_shape, make_record (webhook));
}

void
ctl_webhooks_create (CtlRun *run)
{
  CtlOptions *options = ctl_run_get_options (run);

  codat_client_create_webhook_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                     ctl_options_get_all (options, "event"),
                                     ctl_options_get_all (options, "tag"),
                                     ctl_run_get_cancellable (run), created_cb, run);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;

  if (!codat_client_delete_webhook_finish (CODAT_CLIENT (source), result, &error)) {
    ctl_run_fail (run, error);
    return;
  }
  ctl_run_remark (run, "It is deleted.");
  ctl_run_finish (run);
}

void
ctl_webhooks_delete (CtlRun *run)
{
  if (ctl_run_confirm (run, "Delete this webhook consumer?"))
    codat_client_delete_webhook_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                       ctl_run_get_cancellable (run), deleted_cb, run);
}
