/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-company-stream.h"

#include "codat-client-updates.h"
#include "codat-company-stream-private.h"
#include "codat-error.h"

#include <string.h>

/* The list of companies as a stream. While one page is handed on, batch by batch between the other
 * events of its thread, the next one is on its way; what was handed on is forgotten but for the ids
 * of the last pages, since rows shift between pages when companies come and go. A page begins with
 * rows of the one before; when they are others now, that one is read again. */

#define BATCH 250

static void
slot_free (CodatCompanySlot *slot)
{
  g_clear_object (&slot->page);
  g_clear_error (&slot->error);
  g_free (slot);
}

static void
stream_free (CodatCompanyStream *stream)
{
  g_free (stream->query);
  g_free (stream->tags);
  g_free (stream->order_by);
  g_object_unref (stream->cancellable);
  g_queue_clear_full (&stream->slots, (GDestroyNotify) slot_free);
  g_clear_pointer (&stream->fresh, g_ptr_array_unref);
  codat_seen_ids_free (stream->seen);
  codat_page_plan_free (stream->plan);
  g_clear_error (&stream->error);
  g_free (stream);
}

static void
go_on_to (CodatCompanyStream *stream, guint number)
{
  if (number <= stream->highest)
    return;
  stream->highest = number;
  stream->n_steps_back = 0;
  codat_seen_ids_go_on_to (stream->seen, number);
}

static void
clear_company (gpointer company)
{
  g_clear_object (&company);
}

/* The rows that were not there before. */
static GPtrArray *
find_fresh (CodatCompanyStream *stream, guint number, GListModel *page)
{
  GPtrArray *fresh = g_ptr_array_new_with_free_func (clear_company);
  guint length = g_list_model_get_n_items (page);

  go_on_to (stream, number);
  for (guint i = 0; i < length; i++) {
    g_autoptr (CodatCompany) company = g_list_model_get_item (page, i);

    if (codat_seen_ids_add (stream->seen, codat_company_get_id (company), number))
      g_ptr_array_add (fresh, g_steal_pointer (&company));
  }
  return fresh;
}

static void go_on (GTask *task);

/* A batch is forgotten at once, since the next page fills the memory meanwhile. */
static void
hand_on (CodatCompanyStream *stream)
{
  guint length = MIN (BATCH, stream->fresh->len - stream->n_handed);
  gpointer *batch = stream->fresh->pdata + stream->n_handed;

  stream->n_handed += length;
  stream->n_taken += length;
  if (length > 0 &&
      !stream->take ((CodatCompany *const *) batch, length, stream->total, stream->take_data))
    codat_company_stream_stop (stream, NULL);
  for (guint i = 0; i < length; i++)
    g_clear_object (&batch[i]);
}

static gboolean
hand_on_cb (gpointer data)
{
  GTask *task = data;
  CodatCompanyStream *stream = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    codat_company_stream_stop (stream, error);
  else
    hand_on (stream);
  if (!stream->over && stream->n_handed < stream->fresh->len)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&stream->fresh, g_ptr_array_unref);
  if (stream->is_last)
    codat_company_stream_stop (stream, NULL);
  go_on (task);
  return G_SOURCE_REMOVE;
}

static void
begin_handing (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, hand_on_cb, g_object_ref (task), g_object_unref);
  g_source_set_static_name (source, "codat_client_stream_companies_async");
  g_source_attach (source, g_task_get_context (task));
}

static void
take_page (CodatCompanyStream *stream, CodatCompanySlot *slot)
{
  CodatPage *page = slot->page;
  guint number = slot->number;
  const char *fault;
  gboolean is_further = number > stream->highest;
  gboolean more = codat_page_get_has_next (page);
  gboolean back;
  g_autoptr (GPtrArray) fresh = NULL;

  if (codat_company_stream_change_plan (stream, number, page))
    return;
  fault = codat_company_stream_find_fault (stream, number, page);
  back = fault == NULL && codat_company_stream_step_back (stream, number, page);
  if (stream->over)
    return;
  fresh = find_fresh (stream, number, G_LIST_MODEL (page));
  if (fresh->len == 0 && more && !back && is_further && number > 1 && fault == NULL)
    fault = "The server sends the same page again and again";
  if (fault != NULL) {
    codat_company_stream_stop (stream,
                               g_error_new_literal (CODAT_ERROR, CODAT_ERROR_BAD_ANSWER, fault));
    return;
  }
  stream->last =
      codat_company_stream_get_last (stream, number, more, codat_page_get_total_results (page));
  stream->fresh = g_steal_pointer (&fresh);
  stream->n_handed = 0;
  stream->is_last = !more && !back;
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CodatCompanySlot *slot = data;
  g_autoptr (GTask) task = slot->task;
  CodatCompanyStream *stream = g_task_get_task_data (task);

  slot->page = codat_client_find_companies_finish (CODAT_CLIENT (source), result, &slot->error);
  stream->n_under_way--;
  go_on (task);
}

static void
ask (GTask *task, guint number)
{
  CodatCompanyStream *stream = g_task_get_task_data (task);
  CodatPlannedPage planned = codat_page_plan_get (stream->plan, number);
  CodatCompanySlot *slot = g_new0 (CodatCompanySlot, 1);

  slot->task = g_object_ref (task);
  slot->number = number;
  g_queue_push_tail (&stream->slots, slot);
  stream->n_under_way++;
  codat_client_find_companies_async (g_task_get_source_object (task), stream->query, stream->tags,
                                     stream->order_by, planned.page, planned.size,
                                     stream->cancellable, page_cb, slot);
}

static void
take_answers (CodatCompanyStream *stream)
{
  CodatCompanySlot *slot;

  while (!stream->over && stream->fresh == NULL &&
         (slot = g_queue_peek_head (&stream->slots)) != NULL &&
         (slot->page != NULL || slot->error != NULL)) {
    g_queue_pop_head (&stream->slots);
    if (slot->stale)
      g_debug ("A page that was counted from another beginning is left");
    else if (slot->error != NULL)
      codat_company_stream_stop (stream, g_steal_pointer (&slot->error));
    else
      take_page (stream, slot);
    slot_free (slot);
  }
}

static void
end (GTask *task)
{
  CodatCompanyStream *stream = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_cancellable_disconnect (cancellable, stream->cancelled);
  stream->cancelled = 0;
  if (stream->error != NULL && stream->n_taken > 0)
    g_prefix_error (&stream->error,
                    "The list broke off after %" G_GUINT64_FORMAT " companies: ", stream->n_taken);
  if (stream->error != NULL)
    g_task_return_error (task, g_steal_pointer (&stream->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
go_on (GTask *task)
{
  CodatCompanyStream *stream = g_task_get_task_data (task);

  if (stream->fresh == NULL) {
    take_answers (stream);
    if (stream->fresh != NULL)
      begin_handing (task);
  }
  while (!stream->over && stream->next <= stream->last &&
         g_queue_get_length (&stream->slots) + (stream->fresh != NULL ? 1 : 0) < N_AHEAD)
    ask (task, stream->next++);
  /* A request that is under way still needs the stream. */
  if (stream->n_under_way == 0 && stream->fresh == NULL)
    end (task);
}

static void
cancelled_cb (GCancellable *cancellable, GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

/**
 * codat_client_stream_companies_async:
 * @self: a client
 * @query: (nullable): a query in the language of Codat; see [struct@Codat.Query]
 * @tags: (nullable): a query of tags
 * @order_by: (nullable): a field, with "-" in front for descending
 * @page_size: companies a page, from 1 to 5000
 * @take: (scope notified) (closure take_data): takes the companies; it ends the stream with %FALSE
 * @take_data: for @take; it must live until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Reads the whole list of companies in batches, asking for the next page while one is read. No
 * company comes twice when the list moves meanwhile, and none is left out because others went away,
 * also when as many came; the size of a page is varied for that by up to a quarter.
 * A page that cannot be had, one that does not fit to the rest, and a list of which several pages
 * go away at once end the stream with an error. Operation: list-companies. Errors: those of the
 * network and the server, and %CODAT_ERROR_BAD_ARGUMENT.
 */
void
codat_client_stream_companies_async (CodatClient *self,
                                     const char *query,
                                     const char *tags,
                                     const char *order_by,
                                     guint page_size,
                                     CodatCompaniesFunc take,
                                     gpointer take_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  g_autoptr (GTask) task = NULL;
  CodatCompanyStream *stream;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  g_return_if_fail (take != NULL);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, codat_client_stream_companies_async);
  stream = g_new0 (CodatCompanyStream, 1);
  g_task_set_task_data (task, stream, (GDestroyNotify) stream_free);
  stream->query = g_strdup (query);
  stream->tags = g_strdup (tags);
  stream->order_by = g_strdup (order_by);
  stream->plan = codat_page_plan_new (page_size);
  stream->take = take;
  stream->take_data = take_data;
  stream->next = 1;
  stream->last = 1;
  stream->total = -1;
  stream->seen = codat_seen_ids_new (N_REMEMBERED);
  stream->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    stream->cancelled = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                               g_object_ref (stream->cancellable), g_object_unref);
  go_on (task);
}

/**
 * codat_client_stream_companies_finish:
 * @self: a client
 * @result: what the callback got
 * @n_companies: (out) (optional): how many were handed on, also when it failed
 * @error: return location
 *
 * Returns: whether the list came to its end, or was ended by its taker
 */
gboolean
codat_client_stream_companies_finish (CodatClient *self,
                                      GAsyncResult *result,
                                      guint64 *n_companies,
                                      GError **error)
{
  g_return_val_if_fail (CODAT_IS_CLIENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, codat_client_stream_companies_async),
                        FALSE);
  if (n_companies != NULL)
    *n_companies = ((CodatCompanyStream *) g_task_get_task_data (G_TASK (result)))->n_taken;
  return g_task_propagate_boolean (G_TASK (result), error);
}
