/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-listed.h"

/* The kind is a literal, so nobody frees it. */
static const CtlListed *
get_kind (CtlRun *run)
{
  return ctl_run_get_plan (run);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  const CtlListed *kind = get_kind (run);
  GError *error = NULL;
  GListModel *rows = kind->list_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_list (run, kind->shape, kind->make, rows, error);
}

void
ctl_listed_list (CtlRun *run, const CtlListed *kind)
{
  ctl_run_set_plan (run, (gpointer) kind, NULL);
  kind->list (ctl_run_get_client (run), ctl_run_get_cancellable (run), listed_cb, run);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gboolean done = get_kind (run)->delete_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_done (run, "It is deleted.", done, error);
}

static gboolean
contains (GListModel *rows, const CtlListed *kind, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (GObject) row = g_list_model_get_item (rows, i);

    if (g_ascii_strcasecmp (kind->get_id (row), id) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The client takes "already gone" for a success; a person who names what is not there wants to
 * know. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  const CtlListed *kind = get_kind (run);
  const char *id = ctl_run_get_argument (run, 0);
  GError *error = NULL;
  g_autoptr (GListModel) rows = kind->list_finish (CODAT_CLIENT (source), result, &error);

  if (rows == NULL)
    ctl_run_fail (run, error);
  else if (!contains (rows, kind, id))
    ctl_run_fail (run, g_error_new (CTL_ERROR, CTL_EXIT_NOT_FOUND, "%s: %s", kind->missing, id));
  else
    kind->delete (ctl_run_get_client (run), id, ctl_run_get_cancellable (run), deleted_cb, run);
}

void
ctl_listed_delete (CtlRun *run, const CtlListed *kind)
{
  ctl_run_set_plan (run, (gpointer) kind, NULL);
  if (ctl_run_confirm (run, kind->question))
    kind->list (ctl_run_get_client (run), ctl_run_get_cancellable (run), looked_cb, run);
}
