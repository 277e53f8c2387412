/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-listed.h"

#include "codat-client-admin.h"
#include "trib-text.h"

static const char *const columns[] = { "id", "url", "disabled", "eventTypes", "companyTags", NULL };
static const CtlShape one_shape = { CTL_SHAPE_ONE, columns, NULL };
static const CtlShape list_shape = { CTL_SHAPE_RESULTS, columns, NULL };

static CtlRecord *
make_record (gpointer row)
{
  CodatWebhook *webhook = row;
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "id", codat_webhook_get_id (webhook));
  ctl_record_add (record, "url", codat_webhook_get_url (webhook));
  ctl_record_add_boolean (record, "disabled", codat_webhook_get_disabled (webhook));
  ctl_record_add_strings (record, "eventTypes", codat_webhook_get_event_types (webhook));
  ctl_record_add_strings (record, "companyTags", codat_webhook_get_company_tags (webhook));
  return record;
}

static const char *
get_id (gpointer row)
{
  return codat_webhook_get_id (row);
}

static const CtlListed kind = {
  &list_shape,
  make_record,
  get_id,
  codat_client_list_webhooks_async,
  codat_client_list_webhooks_finish,
  codat_client_delete_webhook_async,
  codat_client_delete_webhook_finish,
  "Delete this webhook consumer?",
  "There is no webhook consumer of this id",
};

void
ctl_webhooks_list (CtlRun *run)
{
  ctl_listed_list (run, &kind);
}

void
ctl_webhooks_delete (CtlRun *run)
{
  if (trib_guid_is_valid (ctl_run_get_argument (run, 0)))
    ctl_listed_delete (run, &kind);
  else
    ctl_run_fail (run, g_error_new_literal (CTL_ERROR, CTL_EXIT_USAGE,
                                            "This is no id of a webhook consumer"));
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer webhook = codat_client_create_webhook_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &one_shape, make_record, webhook, error);
}

void
ctl_webhooks_create (CtlRun *run)
{
  CtlOptions *options = ctl_run_get_options (run);

  codat_client_create_webhook_async (
      ctl_run_get_client (run), ctl_run_get_argument (run, 0),
      ctl_options_get_all (options, "event"), ctl_options_get_all (options, "tag"),
      ctl_options_has (options, "disabled"), ctl_run_get_cancellable (run), created_cb, run);
}
