/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-import.h"
#include "ctl-verbs-private.h"

#define PAGE_SIZE 1000
#define MAX_FILE (64 * 1024 * 1024)

static const char *const columns[] = { "name", "result", "id", NULL };
static const CtlShape shape = { CTL_SHAPE_RESULTS, columns, NULL };

/* The companies of a file, and which of them exist. A name is taken for the same company, so the
 * same file twice, or the rest of one that was interrupted, makes no twins. */
typedef struct {
  GPtrArray *drafts; /* (owned): of CodatCompanyDraft */
  GHashTable *ids;   /* (owned): each name of the file, its id; NULL for none, "" for soon */
  guint next;
  guint n_new;
} Importing;

static void
importing_free (gpointer data)
{
  Importing *importing = data;

  g_ptr_array_unref (importing->drafts);
  g_hash_table_unref (importing->ids);
  g_free (importing);
}

static void
print_row (CtlRun *run, const char *name, const char *result, const char *id)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "name", name);
  ctl_record_add (record, "result", result);
  ctl_record_add (record, "id", id);
  ctl_output_take (ctl_run_output (run, &shape), record);
}

static void go_on (CtlRun *run);

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Importing *importing = ctl_run_get_plan (run);
  CodatCompanyDraft *draft = importing->drafts->pdata[importing->next];
  GError *error = NULL;
  g_autoptr (CodatCompany) company =
      codat_client_create_company_finish (CODAT_CLIENT (source), result, &error);

  if (company == NULL) {
    ctl_run_remark (run, "“%s” was not made.", draft->name);
    ctl_run_fail (run, error);
    return;
  }
  g_hash_table_replace (importing->ids, g_strdup (draft->name),
                        g_strdup (codat_company_get_id (company)));
  print_row (run, draft->name, "created", codat_company_get_id (company));
  importing->next++;
  importing->n_new++;
  /* What was made has to be known even when the next one goes wrong. */
  ctl_stream_flush (ctl_run_get_stream (run));
  if (ctl_run_check_output (run))
    go_on (run);
}

/* Says what became of a company that is not to be made; FALSE when it is to be. */
static gboolean
pass_by (CtlRun *run, Importing *importing, const char *name)
{
  const char *id = g_hash_table_lookup (importing->ids, name);

  if (id != NULL) {
    print_row (run, name, "exists", *id != '\0' ? id : NULL);
    return TRUE;
  }
  if (!ctl_options_has (ctl_run_get_options (run), "dry-run"))
    return FALSE;
  g_hash_table_replace (importing->ids, g_strdup (name), g_strdup (""));
  print_row (run, name, "new", NULL);
  importing->n_new++;
  return TRUE;
}

static void
go_on (CtlRun *run)
{
  Importing *importing = ctl_run_get_plan (run);

  for (; importing->next < importing->drafts->len; importing->next++) {
    CodatCompanyDraft *draft = importing->drafts->pdata[importing->next];

    if (pass_by (run, importing, draft->name))
      continue;
    codat_client_create_company_async (ctl_run_get_client (run), draft->name, draft->description,
                                       (const char *const *) draft->tags,
                                       ctl_run_get_cancellable (run), created_cb, run);
    return;
  }
  ctl_run_remark (run,
                  ctl_options_has (ctl_run_get_options (run), "dry-run")
                      ? "%u of %u companies would be made."
                      : "%u of %u companies were made.",
                  importing->n_new, importing->drafts->len);
  ctl_run_finish (run);
}

/* Only the names that the file has are remembered, however many companies there are. */
static gboolean
take (CtlRun *run, CodatCompany *company)
{
  Importing *importing = ctl_run_get_plan (run);
  const char *name = codat_company_get_name (company);
  gpointer id;

  if (g_hash_table_lookup_extended (importing->ids, name, NULL, &id) && id == NULL)
    g_hash_table_replace (importing->ids, g_strdup (name),
                          g_strdup (codat_company_get_id (company)));
  return TRUE;
}

/* What exists is left alone, so only what is to be made has to be what Codat takes. */
static gboolean
check_new (Importing *importing, GError **error)
{
  for (guint i = 0; i < importing->drafts->len; i++) {
    CodatCompanyDraft *draft = importing->drafts->pdata[i];

    if (g_hash_table_lookup (importing->ids, draft->name) == NULL &&
        !codat_company_draft_check (draft, error)) {
      g_prefix_error (error, "“%s” cannot be made, so nothing was: ", draft->name);
      return FALSE;
    }
  }
  return TRUE;
}

static void
looked (CtlRun *run)
{
  GError *error = NULL;

  if (check_new (ctl_run_get_plan (run), &error))
    go_on (run);
  else
    ctl_run_fail (run, error);
}

static GPtrArray *
read_file (CtlRun *run, GError **error)
{
  GPtrArray *drafts;
  gsize length = 0;
  char *data = ctl_run_read (run, ctl_run_get_argument (run, 0), MAX_FILE, &length, error);

  if (data == NULL)
    return NULL;
  drafts = ctl_import_read (data, length, error);
  g_free (data);
  return drafts;
}

/* All of it is read and checked before anything is made. */
void
ctl_companies_import (CtlRun *run)
{
  GError *error = NULL;
  GPtrArray *drafts = read_file (run, &error);
  Importing *importing;

  if (drafts == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  importing = g_new0 (Importing, 1);
  importing->drafts = drafts;
  importing->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < drafts->len; i++)
    g_hash_table_insert (importing->ids, g_strdup (((CodatCompanyDraft *) drafts->pdata[i])->name),
                         NULL);
  ctl_run_set_plan (run, importing, importing_free);
  ctl_run_output (run, &shape);
  ctl_companies_read (run, NULL, NULL, NULL, PAGE_SIZE, take, looked);
}
