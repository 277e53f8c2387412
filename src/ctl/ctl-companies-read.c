/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#include "codat-company-stream.h"

/* The list of companies, batch by batch: no more than two pages are in memory. */
typedef struct {
  CtlRun *run;
  CtlCompanyFunc take;
  CtlRunFunc done;
} Reading;

static gboolean
take_cb (CodatCompany *const *companies, guint n_companies, gint64 total, gpointer data)
{
  Reading *reading = data;

  for (guint i = 0; i < n_companies; i++) {
    if (!reading->take (reading->run, companies[i]))
      return FALSE;
  }
  return !ctl_stream_get_failed (ctl_run_get_stream (reading->run));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  Reading *reading = ctl_run_get_state (run);
  GError *error = NULL;

  if (!codat_client_stream_companies_finish (CODAT_CLIENT (source), result, NULL, &error))
    ctl_run_fail (run, error);
  else if (ctl_run_check_output (run))
    reading->done (run);
}

void
ctl_companies_read (CtlRun *run,
                    const char *query,
                    const char *tags,
                    const char *order_by,
                    guint page_size,
                    CtlCompanyFunc take,
                    CtlRunFunc done)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->run = run;
  reading->take = take;
  reading->done = done;
  ctl_run_set_state (run, reading, g_free);
  codat_client_stream_companies_async (ctl_run_get_client (run), query, tags, order_by, page_size,
                                       take_cb, reading, ctl_run_get_cancellable (run), done_cb,
                                       run);
}
