/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"
#include "ctl-verbs-private.h"

#include <string.h>

#define MAX_WAIT (24 * 60 * 60)
#define PAUSE_MILLISECONDS 2000

static const char *const columns[] = { "id", "status", "linkUrl", NULL };
static const CtlShape shape = { CTL_SHAPE_ONE, columns, NULL };

/* A fresh link address, and the wait for somebody to use it. The address is a secret: it goes to
 * standard output and nowhere else. */
typedef struct {
  gint64 end; /* monotonic time, 0 for no wait */
  gboolean printed;
} Linking;

static void
print_link (CtlRun *run, CodatConnection *connection)
{
  CtlStream *stream = ctl_run_get_stream (run);
  const char *url = codat_connection_get_link_url (connection);

  if (ctl_run_get_format (run) == CTL_FORMAT_TABLE) {
    ctl_stream_write (stream, url, strlen (url));
    ctl_stream_write (stream, "\n", 1);
  } else {
    CtlRecord *record = ctl_record_new ();

    ctl_record_add (record, "id", codat_connection_get_id (connection));
    ctl_record_add (record, "status", codat_connection_get_status_text (connection));
    ctl_record_add (record, "linkUrl", url);
    ctl_output_take (ctl_run_output (run, &shape), record);
  }
  /* Whoever opens it must not have to wait for the wait. */
  ctl_stream_flush (stream);
}

static void ask (CtlRun *run);

static void
go_on_waiting (CtlRun *run, Linking *linking, CodatConnection *connection)
{
  gint64 left = linking->end - g_get_monotonic_time ();

  if (codat_connection_get_status (connection) == CODAT_CONNECTION_STATUS_LINKED) {
    ctl_run_remark (run, "It is linked.");
    ctl_run_finish (run);
  } else if (left <= 0) {
    ctl_run_fail (run, g_error_new_literal (CTL_ERROR, CTL_EXIT_NETWORK,
                                            "Nobody linked it in the time given"));
  } else {
    ctl_run_wait (run, (guint) MIN (PAUSE_MILLISECONDS, left / 1000 + 1), ask);
  }
}

static void
connection_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Linking *linking = ctl_run_get_state (run);
  GError *error = NULL;
  g_autoptr (CodatConnection) connection =
      codat_client_get_connection_finish (CODAT_CLIENT (source), result, &error);

  if (connection == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  if (!linking->printed && codat_connection_get_link_url (connection) == NULL) {
    ctl_run_fail (run, g_error_new_literal (CTL_ERROR, CTL_EXIT_BAD_ANSWER,
                                            "The connection came without a link"));
    return;
  }
  if (!linking->printed)
    print_link (run, connection);
  linking->printed = TRUE;
  if (!ctl_run_check_output (run))
    return;
  if (linking->end == 0)
    ctl_run_finish (run);
  else
    go_on_waiting (run, linking, connection);
}

static void
ask (CtlRun *run)
{
  codat_client_get_connection_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                     ctl_run_get_argument (run, 1), ctl_run_get_cancellable (run),
                                     connection_cb, run);
}

void
ctl_connections_link (CtlRun *run)
{
  Linking *linking;
  guint seconds = 0;
  GError *error = NULL;

  if (!ctl_options_get_number (ctl_run_get_options (run), "wait", 0, MAX_WAIT, 0, &seconds,
                               &error)) {
    ctl_run_fail (run, error);
    return;
  }
  linking = g_new0 (Linking, 1);
  if (seconds > 0)
    linking->end = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
  ctl_run_set_state (run, linking, g_free);
  ask (run);
}
