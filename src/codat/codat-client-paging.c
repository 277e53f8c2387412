/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-private.h"
#include "codat-error.h"
#include "codat-json.h"
#include "codat-path.h"

#define PAGE_SIZE 100
#define MAX_PAGES 200

/* A list that is read page by page. Pages are counted here and the server's links are not followed:
 * they only say whether there is another page. */
typedef struct {
  CodatCall *call; /* (owned): of any page */
  char *query;     /* (owned) (nullable): not escaped */
  CodatIdentityFunc identify;
  GHashTable *seen;  /* (owned): rows shift between pages, so one may come twice */
  GListStore *store; /* (owned) (nullable): set with the first page */
  guint page;
  gint64 n_received; /* before this page */
} Collection;

static void
collection_free (Collection *collection)
{
  codat_call_free (collection->call);
  g_free (collection->query);
  g_hash_table_unref (collection->seen);
  g_clear_object (&collection->store);
  g_free (collection);
}

static void
take_page (Collection *collection, GListModel *page)
{
  guint length = g_list_model_get_n_items (page);

  if (collection->store == NULL)
    collection->store = g_list_store_new (g_list_model_get_item_type (page));
  for (guint i = 0; i < length; i++) {
    g_autoptr (GObject) row = g_list_model_get_item (page, i);
    char *identity = collection->identify (row);

    if (identity != NULL && g_hash_table_add (collection->seen, identity))
      g_list_store_append (collection->store, row);
  }
}

/* What a list that is cut short would hide: a page without rows or a list without end. */
static const char *
find_fault (Collection *collection, CodatPage *page)
{
  if (!codat_page_get_has_next (page))
    return collection->n_received + codat_page_get_n_received (page) <
                   codat_page_get_total_results (page)
               ? "The server ends the list before its end"
               : NULL;
  if (codat_page_get_n_received (page) == 0)
    return "The server sends an empty page in the middle of the list";
  return collection->page == MAX_PAGES ? "The list has too many pages" : NULL;
}

static void ask_for_page (GTask *task);

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Collection *collection = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatPage) page = g_task_propagate_pointer (G_TASK (result), &error);
  const char *fault = page != NULL ? find_fault (collection, page) : NULL;

  if (fault != NULL)
    g_set_error_literal (&error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER, fault);
  if (error != NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  take_page (collection, G_LIST_MODEL (page));
  collection->n_received += codat_page_get_n_received (page);
  if (codat_page_get_has_next (page)) {
    collection->page++;
    ask_for_page (g_steal_pointer (&task));
  } else {
    g_task_return_pointer (task, g_steal_pointer (&collection->store), g_object_unref);
  }
}

/* Takes over the reference. */
static void
ask_for_page (GTask *task)
{
  Collection *collection = g_task_get_task_data (task);
  CodatCall *call = codat_call_copy (collection->call);

  call->query = codat_client_new_page_query (collection->query, NULL, collection->page, PAGE_SIZE);
  codat_client_call_async (g_task_get_source_object (task), call, g_task_get_cancellable (task),
                           page_cb, task);
}

char *
codat_client_new_page_query (const char *query, const char *order_by, guint page, guint page_size)
{
  return codat_client_new_company_query (query, NULL, order_by, page, page_size);
}

char *
codat_client_new_company_query (
    const char *query, const char *tags, const char *order_by, guint page, guint page_size)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "page=%u&pageSize=%u", page, page_size);
  codat_query_add (text, "query", query);
  codat_query_add (text, "tags", tags);
  codat_query_add (text, "orderBy", order_by);
  return g_string_free (text, FALSE);
}

void
codat_client_collect_async (CodatClient *self,
                            CodatCall *call,
                            const char *query,
                            CodatIdentityFunc identify,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Collection *collection = g_new0 (Collection, 1);

  g_task_set_source_tag (task, (gpointer) call->operation);
  collection->call = call;
  collection->query = g_strdup (query);
  collection->identify = identify;
  collection->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collection->page = 1;
  g_task_set_task_data (task, collection, (GDestroyNotify) collection_free);
  ask_for_page (task);
}
