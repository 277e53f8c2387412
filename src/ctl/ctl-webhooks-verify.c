/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#include "codat-webhook-signature.h"

#define MAX_SECRET 1024
#define MAX_BODY (16 * 1024 * 1024)

static const char *const columns[] = { "valid", "id", "timestamp", NULL };
static const CtlShape shape = { CTL_SHAPE_ONE, columns, NULL };

static gboolean
check_options (CtlOptions *options, GError **error)
{
  const char *const needed[] = { "secret-file", "id", "timestamp", "signature" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++) {
    if (!ctl_options_has (options, needed[i])) {
      g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "--%s is missing", needed[i]);
      return FALSE;
    }
  }
  if (g_strcmp0 (ctl_options_get (options, "secret-file"), "-") != 0)
    return TRUE;
  g_set_error_literal (error, CTL_ERROR, CTL_EXIT_USAGE,
                       "Standard input is the message: the secret has to be in a file");
  return FALSE;
}

static gboolean
verify (CtlRun *run, GError **error)
{
  CtlOptions *options = ctl_run_get_options (run);
  g_autoptr (GBytes) body = NULL;
  gsize secret_length = 0;
  gsize length = 0;
  char *secret, *data;
  gboolean good;

  data = ctl_run_read (run, "-", MAX_BODY, &length, error);
  if (data == NULL)
    return FALSE;
  body = g_bytes_new_take (data, length);
  secret = ctl_run_read (run, ctl_options_get (options, "secret-file"), MAX_SECRET, &secret_length,
                         error);
  if (secret == NULL)
    return FALSE;
  good = codat_webhook_signature_check (
      g_strstrip (secret), ctl_options_get (options, "id"), ctl_options_get (options, "timestamp"),
      ctl_options_get (options, "signature"), body, g_get_real_time () / G_USEC_PER_SEC, error);
  ctl_stream_wipe (secret, secret_length);
  return good;
}

void
ctl_webhooks_verify (CtlRun *run)
{
  CtlOptions *options = ctl_run_get_options (run);
  GError *error = NULL;
  CtlRecord *record;

  if (!check_options (options, &error) || !verify (run, &error)) {
    if (error->domain == CODAT_WEBHOOK_SIGNATURE_ERROR)
      error->domain = CTL_ERROR, error->code = CTL_EXIT_REFUSED;
    ctl_run_fail (run, error);
    return;
  }
  record = ctl_record_new ();
  ctl_record_add_boolean (record, "valid", TRUE);
  ctl_record_add (record, "id", ctl_options_get (options, "id"));
  ctl_record_add (record, "timestamp", ctl_options_get (options, "timestamp"));
  ctl_print_one (run, &shape, record);
}
