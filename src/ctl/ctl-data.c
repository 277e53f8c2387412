/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"
#include "ctl-verbs-private.h"

#define FIRST_PAUSE 2000
#define LONGEST_PAUSE 15000

static const char *const columns[] = { "dataType", "currentStatus", "lastSuccessfulSync", NULL };
static const CtlShape status_shape = { CTL_SHAPE_KEYED, columns, NULL };
/* A data type comes again with each change. */
static const CtlShape watch_shape = { CTL_SHAPE_RESULTS, columns, NULL };

static void
status_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  GListModel *rows = codat_client_get_data_status_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_list (run, &status_shape, (CtlRecordFunc) ctl_fields_data_status, rows, error);
}

void
ctl_data_status (CtlRun *run)
{
  codat_client_get_data_status_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                      ctl_run_get_cancellable (run), status_cb, run);
}

/* What was printed last of each data type, and how long to wait before the next look. */
typedef struct {
  GHashTable *seen; /* (owned): data type, state */
  guint pause;
} Watching;

static void
watching_free (gpointer data)
{
  Watching *watching = data;

  g_hash_table_unref (watching->seen);
  g_free (watching);
}

static void ask (CtlRun *run);

/* Prints what is new; returns whether everything has come to an end. */
static gboolean
take_statuses (CtlRun *run, Watching *watching, GListModel *list)
{
  CtlOutput *output = ctl_run_output (run, &watch_shape);
  guint length = g_list_model_get_n_items (list);
  gboolean over = length > 0;
  gboolean changed = FALSE;

  for (guint i = 0; i < length; i++) {
    g_autoptr (CodatDataStatus) status = g_list_model_get_item (list, i);
    const char *type = codat_data_status_get_data_type (status);
    const char *text = codat_data_status_get_status_text (status);

    over = over && codat_dataset_status_is_final (codat_data_status_get_status (status));
    if (g_strcmp0 (g_hash_table_lookup (watching->seen, type), text) == 0)
      continue;
    g_hash_table_insert (watching->seen, g_strdup (type), g_strdup (text));
    ctl_output_take (output, ctl_fields_data_status (status));
    changed = TRUE;
  }
  watching->pause = changed ? FIRST_PAUSE : MIN (watching->pause * 3 / 2, LONGEST_PAUSE);
  ctl_stream_flush (ctl_run_get_stream (run));
  return over;
}

static void
watched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Watching *watching = ctl_run_get_state (run);
  GError *error = NULL;
  g_autoptr (GListModel) list =
      codat_client_get_data_status_finish (CODAT_CLIENT (source), result, &error);
  gboolean over;

  if (list == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  over = take_statuses (run, watching, list);
  if (!ctl_run_check_output (run))
    return;
  if (over)
    ctl_run_finish (run);
  else
    ctl_run_wait (run, watching->pause, ask);
}

static void
ask (CtlRun *run)
{
  codat_client_get_data_status_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                      ctl_run_get_cancellable (run), watched_cb, run);
}

void
ctl_data_watch (CtlRun *run)
{
  Watching *watching = g_new0 (Watching, 1);

  watching->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  watching->pause = FIRST_PAUSE;
  ctl_run_set_state (run, watching, watching_free);
  ask (run);
}
