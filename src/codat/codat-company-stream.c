/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-company-stream.h"

#include "codat-client-updates.h"
#include "codat-error.h"
#include "codat-json.h"

#include <string.h>

/* The list of companies as a stream. While one page is read and handed on, the next one is on its
 * way; what was handed on is forgotten but for the ids of some pages, since rows shift between
 * pages when companies come and go. */

#define N_AHEAD 2
#define BATCH 250
/* The page before one that is read again, that one, and what follows. */
#define N_REMEMBERED 3

/* A page that was asked for. */
typedef struct {
  GTask *task; /* of the stream: (owned) by the request while it is on its way */
  guint number;
  gboolean stale;  /* not to be taken */
  CodatPage *page; /* (owned) (nullable) */
  GError *error;   /* (owned) (nullable) */
} Slot;

typedef struct {
  char *query;    /* (owned) (nullable) */
  char *tags;     /* (owned) (nullable) */
  char *order_by; /* (owned) (nullable) */
  guint page_size;
  CodatCompaniesFunc take;
  gpointer take_data;
  GCancellable *cancellable; /* (owned): of the requests */
  gulong cancelled;          /* the handler on the caller's cancellable */

  GQueue slots;                  /* of Slot, in the order of asking */
  guint n_under_way;             /* those without an answer */
  guint next;                    /* the page to ask for */
  guint last;                    /* the last page as far as is known */
  gint64 total;                  /* -1 when the server does not say */
  GHashTable *ids[N_REMEMBERED]; /* (owned) (nullable): of the pages taken last, newest first */
  guint highest;                 /* the last page that was taken */
  guint64 n_taken;
  gboolean over;
  GError *error; /* (owned) (nullable): why it is over */
} Stream;

static void
slot_free (Slot *slot)
{
  g_clear_object (&slot->page);
  g_clear_error (&slot->error);
  g_free (slot);
}

static void
stream_free (Stream *stream)
{
  g_free (stream->query);
  g_free (stream->tags);
  g_free (stream->order_by);
  g_object_unref (stream->cancellable);
  g_queue_clear_full (&stream->slots, (GDestroyNotify) slot_free);
  for (guint i = 0; i < N_REMEMBERED; i++)
    g_clear_pointer (&stream->ids[i], g_hash_table_unref);
  g_clear_error (&stream->error);
  g_free (stream);
}

/* error is (nullable) and taken over. */
static void
stop (Stream *stream, GError *error)
{
  if (stream->over) {
    g_clear_error (&error);
    return;
  }
  stream->over = TRUE;
  stream->error = error;
  g_cancellable_cancel (stream->cancellable);
}

static void
begin_page (Stream *stream)
{
  g_clear_pointer (&stream->ids[N_REMEMBERED - 1], g_hash_table_unref);
  memmove (stream->ids + 1, stream->ids, (N_REMEMBERED - 1) * sizeof *stream->ids);
  stream->ids[0] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
is_fresh (Stream *stream, const char *id)
{
  for (guint i = 0; i < N_REMEMBERED; i++) {
    if (stream->ids[i] != NULL && g_hash_table_contains (stream->ids[i], id))
      return FALSE;
  }
  return TRUE;
}

static void
clear_company (gpointer company)
{
  g_clear_object (&company);
}

/* The rows that were not there before. */
static GPtrArray *
find_fresh (Stream *stream, GListModel *page)
{
  GPtrArray *fresh = g_ptr_array_new_with_free_func (clear_company);
  guint length = g_list_model_get_n_items (page);

  begin_page (stream);
  for (guint i = 0; i < length; i++) {
    g_autoptr (CodatCompany) company = g_list_model_get_item (page, i);
    const char *id = codat_company_get_id (company);
    gboolean is_new = is_fresh (stream, id);

    g_hash_table_add (stream->ids[0], g_strdup (id));
    if (is_new)
      g_ptr_array_add (fresh, g_steal_pointer (&company));
  }
  return fresh;
}

/* Companies that went away pull later ones onto the page before, which is read once more. */
static gboolean
step_back (Stream *stream, guint number, gint64 total)
{
  gboolean back = total >= 0 && total < stream->total && number > 1;

  stream->total = total;
  if (!back)
    return FALSE;
  /* What is on its way already was counted from another beginning. */
  for (GList *link = stream->slots.head; link != NULL; link = link->next)
    ((Slot *) link->data)->stale = TRUE;
  stream->next = number - 1;
  return TRUE;
}

/* Where the list ends, as far as this page knows. */
static guint
get_last (Stream *stream, guint number, gboolean more, gint64 total)
{
  gint64 n_pages = total > 0 ? (total - 1) / stream->page_size + 1 : 1;

  return more ? MAX (number + 1, (guint) MIN (n_pages, G_MAXINT32)) : number;
}

/* In batches that are forgotten one by one, since the next page fills the memory meanwhile. */
static gboolean
hand_on (Stream *stream, GPtrArray *companies)
{
  gboolean more = TRUE;

  for (guint start = 0; more && start < companies->len; start += BATCH) {
    guint length = MIN (BATCH, companies->len - start);
    gpointer *batch = companies->pdata + start;

    stream->n_taken += length;
    more = stream->take ((CodatCompany *const *) batch, length, stream->take_data);
    for (guint i = 0; i < length; i++)
      g_clear_object (&batch[i]);
  }
  return more;
}

static void
take_page (Stream *stream, Slot *slot)
{
  CodatPage *page = slot->page;
  guint number = slot->number;
  g_autoptr (GPtrArray) fresh = find_fresh (stream, G_LIST_MODEL (page));
  gint64 total = codat_page_get_total_results (page);
  gboolean more = codat_page_get_has_next (page) && codat_page_get_n_received (page) > 0;
  gboolean back = step_back (stream, number, total);

  if (fresh->len == 0 && more && !back && number > MAX (stream->highest, 1)) {
    stop (stream, g_error_new_literal (CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                                       "The server sends the same page again and again"));
    return;
  }
  stream->highest = MAX (stream->highest, number);
  stream->last = get_last (stream, number, more, total);
  g_clear_object (&slot->page);
  if (!hand_on (stream, fresh) || (!more && !back))
    stop (stream, NULL);
}

static void go_on (GTask *task);

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Slot *slot = data;
  g_autoptr (GTask) task = slot->task;
  Stream *stream = g_task_get_task_data (task);

  slot->page = codat_client_find_companies_finish (CODAT_CLIENT (source), result, &slot->error);
  stream->n_under_way--;
  go_on (task);
}

static void
ask (GTask *task, guint number)
{
  Stream *stream = g_task_get_task_data (task);
  Slot *slot = g_new0 (Slot, 1);

  slot->task = g_object_ref (task);
  slot->number = number;
  g_queue_push_tail (&stream->slots, slot);
  stream->n_under_way++;
  codat_client_find_companies_async (g_task_get_source_object (task), stream->query, stream->tags,
                                     stream->order_by, number, stream->page_size,
                                     stream->cancellable, page_cb, slot);
}

static void
take_answers (Stream *stream)
{
  Slot *slot;

  while (!stream->over && (slot = g_queue_peek_head (&stream->slots)) != NULL &&
         (slot->page != NULL || slot->error != NULL)) {
    g_queue_pop_head (&stream->slots);
    if (slot->stale)
      g_debug ("A page that was counted from another beginning is left");
    else if (slot->error != NULL)
      stop (stream, g_steal_pointer (&slot->error));
    else
      take_page (stream, slot);
    slot_free (slot);
  }
}

static void
end (GTask *task)
{
  Stream *stream = g_task_get_task_data (task);
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
  Stream *stream = g_task_get_task_data (task);

  take_answers (stream);
  while (!stream->over && stream->next <= stream->last &&
         g_queue_get_length (&stream->slots) < N_AHEAD)
    ask (task, stream->next++);
  /* A request that is under way still needs the stream. */
  if (stream->n_under_way == 0)
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
 * company comes twice when the list moves meanwhile. A page that cannot be had ends the stream with
 * an error; nothing is left out silently. Operation: list-companies. Errors: those of the network
 * and the server, and %CODAT_ERROR_BAD_ARGUMENT.
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
  Stream *stream;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  g_return_if_fail (take != NULL);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, codat_client_stream_companies_async);
  stream = g_new0 (Stream, 1);
  g_task_set_task_data (task, stream, (GDestroyNotify) stream_free);
  stream->query = g_strdup (query);
  stream->tags = g_strdup (tags);
  stream->order_by = g_strdup (order_by);
  stream->page_size = page_size;
  stream->take = take;
  stream->take_data = take_data;
  stream->next = 1;
  stream->last = 1;
  stream->total = -1;
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
    *n_companies = ((Stream *) g_task_get_task_data (G_TASK (result)))->n_taken;
  return g_task_propagate_boolean (G_TASK (result), error);
}
