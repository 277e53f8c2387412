/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-run.h"
#include "ctl-verb.h"

#include "codat-client-resume.h"

#include <string.h>

/* What this program was killed in before it saw the end: the same verb takes it up, so that a
 * script that starts again makes nothing twice. */

struct _CtlJournal {
  char *account_id;
  GPtrArray *settled; /* of char*: the records whose changes have ended */
};

static void
start_verb (CtlRun *run)
{
  ctl_options_get_verb (ctl_run_get_options (run))->start (run);
}

CtlJournal *
ctl_journal_new (const char *account_id)
{
  CtlJournal *self = g_new0 (CtlJournal, 1);

  self->account_id = g_strdup (account_id);
  self->settled = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ctl_journal_free (CtlJournal *self)
{
  g_ptr_array_unref (self->settled);
  g_free (self->account_id);
  g_free (self);
}

static void
keep (CtlRun *run, const char *id, const char *record, GTask *done)
{
  trib_store_keep_record (ctl_run_get_store (run), ctl_run_get_journal (run)->account_id,
                          TRIB_STORE_JOURNAL_CHANGE, id, record, done);
}

/* An import has thousands of them, and looks for the companies that are there before it makes any.
 */
static gboolean
forgets_at_once (CtlRun *run)
{
  return strcmp (ctl_options_get_verb (ctl_run_get_options (run))->name, "import") == 0;
}

static void
keep_cb (const char *id, const char *record, GTask *done, gpointer data)
{
  CtlRun *run = data;

  if (record != NULL || forgets_at_once (run))
    keep (run, id, record, done);
  else
    g_ptr_array_add (ctl_run_get_journal (run)->settled, g_strdup (id));
}

void
ctl_journal_forget (CtlRun *run)
{
  CtlJournal *self = ctl_run_get_journal (run);

  for (guint i = 0; self != NULL && i < self->settled->len; i++)
    keep (run, self->settled->pdata[i], NULL, NULL);
}

static void
take (CtlRun *run, TribStoreRecord *record)
{
  g_autoptr (GError) error = NULL;

  /* However old it is: a clock that jumps must not make anything twice. */
  if (codat_client_add_record (ctl_run_get_client (run), trib_store_record_get_text (record),
                               &error))
    return;
  g_info ("A record is given up: %s", error->message);
  keep (run, trib_store_record_get_id (record), NULL, NULL);
}

static void
records_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  GError *error = NULL;
  g_autoptr (GListModel) records =
      trib_store_list_records_finish (TRIB_STORE (source), result, &error);

  if (records == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (TribStoreRecord) record = g_list_model_get_item (records, i);

    /* Two scripts that ask for the same at once want two of it. */
    if (!trib_store_record_get_is_elsewhere (record))
      take (run, record);
  }
  codat_client_set_journal (ctl_run_get_client (run), keep_cb, run, NULL);
  start_verb (run);
}

static void
list_records (CtlRun *run)
{
  trib_store_list_records_async (ctl_run_get_store (run), ctl_run_get_journal (run)->account_id,
                                 TRIB_STORE_JOURNAL_CHANGE, ctl_run_get_cancellable (run),
                                 records_cb, run);
}

static void
store_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  g_autoptr (GError) error = NULL;
  TribStore *store = trib_store_open_finish (result, &error);

  /* A script may run where nothing can be written; only a kill would then go unnoticed. */
  if (store == NULL) {
    g_info ("Nothing is written down: %s", error->message);
    start_verb (run);
    return;
  }
  ctl_run_take_store (run, store);
  list_records (run);
}

static void
open_journal (CtlRun *run)
{
  g_autofree char *directory = NULL;

  if (ctl_run_get_store (run) != NULL) {
    list_records (run);
    return;
  }
  directory = ctl_account_dup_directory ();
  trib_store_open_async (directory, ctl_run_get_cancellable (run), store_cb, run);
}

void
ctl_journal_begin (CtlRun *run)
{
  if (ctl_options_get_verb (ctl_run_get_options (run))->need == CTL_NEEDS_JOURNAL)
    open_journal (run);
  else
    start_verb (run);
}
