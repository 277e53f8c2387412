/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-company-stream-private.h"

#include "codat-error.h"
#include "codat-json.h"

/* What the pages of the stream in codat-company-stream.c say about a list that may move. */

/* A list that moves more often than this before another page of it was read is none. */
#define MAX_STEPS_BACK 16

void
codat_company_stream_stop (CodatCompanyStream *stream, GError *error)
{
  if (stream->over) {
    g_clear_error (&error);
    return;
  }
  stream->over = TRUE;
  stream->error = error;
  g_cancellable_cancel (stream->cancellable);
}

/* How many pages have to be read again to have so many rows again. */
static guint
count_pages (CodatCompanyStream *stream, guint number, gint64 n_rows)
{
  gint64 end = codat_page_plan_get (stream->plan, number - 1).end;
  guint n_pages = 1;

  while (n_pages < number - 1 &&
         end - codat_page_plan_get (stream->plan, number - n_pages).start < n_rows)
    n_pages++;
  return n_pages;
}

/* Whether a page does not begin with what the one before ended with: rows moved in between, and one
 * of them may be on neither. */
static gboolean
has_moved (CodatCompanyStream *stream, guint number, CodatPage *page)
{
  guint length = g_list_model_get_n_items (G_LIST_MODEL (page));
  g_autoptr (CodatCompany) first = NULL;

  /* What nobody understands was not seen before either. */
  if (!codat_page_plan_overlaps (stream->plan, number) ||
      codat_page_get_n_received (page) != (gint64) length)
    return FALSE;
  first = g_list_model_get_item (G_LIST_MODEL (page), 0);
  return first == NULL || !codat_seen_ids_contains (stream->seen, codat_company_get_id (first));
}

static void
ask_again_from (CodatCompanyStream *stream, guint number)
{
  /* What is on its way already was counted from another beginning. */
  for (GList *link = stream->slots.head; link != NULL; link = link->next)
    ((CodatCompanySlot *) link->data)->stale = TRUE;
  stream->next = number;
}

/* Companies that went away pull later ones onto pages that were read, which are read once more. */
gboolean
codat_company_stream_step_back (CodatCompanyStream *stream, guint number, CodatPage *page)
{
  gint64 total = codat_page_get_total_results (page);
  gint64 n_lost = total >= 0 ? stream->total - total : 0;
  guint n_pages = 0;

  stream->total = total;
  if (number > 1 && n_lost > 0)
    n_pages = count_pages (stream, number, n_lost);
  else if (has_moved (stream, number, page))
    n_pages = 1;
  if (n_pages == 0)
    return FALSE;
  if (number - n_pages + N_REMEMBERED <= MAX (stream->highest, number) ||
      ++stream->n_steps_back > MAX_STEPS_BACK) {
    codat_company_stream_stop (
        stream, g_error_new_literal (CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                                     "Too many companies went away while the list was read"));
    return FALSE;
  }
  ask_again_from (stream, number - n_pages);
  return TRUE;
}

/* A server may put fewer rows on a page, or cut its list in a way of its own. */
gboolean
codat_company_stream_change_plan (CodatCompanyStream *stream, guint number, CodatPage *page)
{
  guint asked = codat_page_plan_get (stream->plan, number).size;
  guint size = codat_page_get_size (page);
  gboolean is_short =
      codat_page_get_has_next (page) && codat_page_get_n_received (page) < (gint64) size;

  if (number > 2 || (size == asked && !(number == 1 && is_short)))
    return FALSE;
  if (number == 1 && size > 0 && size < asked && !is_short) {
    codat_page_plan_set_size (stream->plan, size);
  } else if (number == 1) {
    codat_page_plan_set_plain (stream->plan);
  } else if (codat_page_plan_overlaps (stream->plan, number)) {
    codat_page_plan_set_plain (stream->plan);
    ask_again_from (stream, number);
    return TRUE;
  }
  return FALSE;
}

const char *
codat_company_stream_find_fault (CodatCompanyStream *stream, guint number, CodatPage *page)
{
  gint64 n_received = codat_page_get_n_received (page);
  gboolean more = codat_page_get_has_next (page);

  if (n_received > codat_page_plan_get (stream->plan, number).size)
    return "The server sends more companies than it was asked for";
  if (n_received == 0 && more)
    return "The server sends an empty page in the middle of the list";
  if (!more && codat_page_plan_get (stream->plan, number).start + n_received <
                   codat_page_get_total_results (page))
    return "The server ends the list before its end";
  return NULL;
}

guint
codat_company_stream_get_last (CodatCompanyStream *stream,
                               guint number,
                               gboolean more,
                               gint64 total)
{
  if (!more)
    return number;
  return number + (codat_page_plan_get (stream->plan, number + 1).end < total ? N_AHEAD : 1);
}
