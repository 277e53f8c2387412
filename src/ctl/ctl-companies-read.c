/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#include "codat-client-updates.h"

/* The list of companies, page by page: no more than one page is in memory. */
typedef struct {
  char *query;    /* (owned) (nullable) */
  char *tags;     /* (owned) (nullable) */
  char *order_by; /* (owned) (nullable) */
  guint page;
  guint page_size;
  CtlCompanyFunc take;
  CtlRunFunc done;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->query);
  g_free (reading->tags);
  g_free (reading->order_by);
  g_free (reading);
}

static void ask (CtlRun *run);

/* Whether there is to be another page. */
static gboolean
take_page (CtlRun *run, Reading *reading, GListModel *page)
{
  guint length = g_list_model_get_n_items (page);

  for (guint i = 0; i < length; i++) {
    g_autoptr (CodatCompany) company = g_list_model_get_item (page, i);

    if (!reading->take (run, company))
      return FALSE;
  }
  return length > 0 && codat_page_get_has_next (CODAT_PAGE (page));
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Reading *reading = ctl_run_get_state (run);
  GError *error = NULL;
  g_autoptr (CodatPage) page =
      codat_client_find_companies_finish (CODAT_CLIENT (source), result, &error);
  gboolean more;

  if (page == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  more = take_page (run, reading, G_LIST_MODEL (page));
  if (!ctl_run_check_output (run))
    return;
  if (more) {
    reading->page++;
    ask (run);
  } else {
    reading->done (run);
  }
}

static void
ask (CtlRun *run)
{
  Reading *reading = ctl_run_get_state (run);

  codat_client_find_companies_async (ctl_run_get_client (run), reading->query, reading->tags,
                                     reading->order_by, reading->page, reading->page_size,
                                     ctl_run_get_cancellable (run), page_cb, run);
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

  reading->query = g_strdup (query);
  reading->tags = g_strdup (tags);
  reading->order_by = g_strdup (order_by);
  reading->page = 1;
  reading->page_size = page_size;
  reading->take = take;
  reading->done = done;
  ctl_run_set_state (run, reading, reading_free);
  ask (run);
}
