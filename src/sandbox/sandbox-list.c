/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-list.h"

#define DEFAULT_PAGE_SIZE 100
#define MAX_PAGE_SIZE 5000

typedef struct {
  guint row;
  char *key; /* (owned) */
} Rank;

typedef struct {
  guint64 page;
  guint64 page_size;
  const char *order_by;
  SandboxQuery *query;
  SandboxQuery *tags;
} Wishes;

static void
wishes_clear (Wishes *self)
{
  g_clear_pointer (&self->query, sandbox_query_free);
  g_clear_pointer (&self->tags, sandbox_query_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

static gboolean
read_number (const SandboxRequest *request, const char *name, guint64 max, guint64 *value)
{
  const char *text = sandbox_request_get_query (request, name);

  return text == NULL || g_ascii_string_to_unsigned (text, 10, 1, max, value, NULL);
}

static gboolean
read_query (const SandboxRequest *request,
            const char *name,
            SandboxQueryKind kind,
            SandboxQuery **query)
{
  const char *text = sandbox_request_get_query (request, name);

  if (text == NULL || *text == '\0')
    return TRUE;
  *query = sandbox_query_parse (text, kind);
  return *query != NULL;
}

static gboolean
read_wishes (const SandboxList *self,
             const SandboxRequest *request,
             Wishes *wishes,
             SandboxResponse *response)
{
  wishes->page = 1;
  wishes->page_size = DEFAULT_PAGE_SIZE;
  wishes->order_by = sandbox_request_get_query (request, "orderBy");
  if (!read_number (request, "page", G_MAXINT32, &wishes->page)) {
    sandbox_response_set_error (response, 400, "The page must be a number from 1.");
    return FALSE;
  }
  if (!read_number (request, "pageSize", MAX_PAGE_SIZE, &wishes->page_size)) {
    sandbox_response_set_error (response, 400, "The pageSize must be a number from 1 to 5000.");
    return FALSE;
  }
  if (!read_query (request, "query", SANDBOX_QUERY_FULL, &wishes->query) ||
      (self->get_tag_values != NULL &&
       !read_query (request, "tags", SANDBOX_QUERY_TAGS, &wishes->tags))) {
    sandbox_response_set_error (response, 400, "Error parsing query - Malformed query.");
    return FALSE;
  }
  return TRUE;
}

static void
release (const SandboxList *self, gpointer item)
{
  if (self->release_row != NULL)
    self->release_row (self->owner, item);
}

static void
rank_clear (gpointer data)
{
  g_free (((Rank *) data)->key);
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer direction)
{
  const Rank *first = a;
  const Rank *second = b;
  int order = g_strcmp0 (first->key, second->key);

  if (order == 0)
    return first->row < second->row ? -1 : 1;
  return order * GPOINTER_TO_INT (direction);
}

static char *
make_key (const SandboxList *self, gpointer item, const char *property, const char **unknown)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  if (!self->get_values (item, property, values))
    *unknown = property;
  return values->len > 0 ? g_utf8_casefold (values->pdata[0], -1) : g_strdup ("");
}

/* The rows that the query lets through, in the order that was asked for. */
static GArray *
select_rows (const SandboxList *self, const Wishes *wishes, const char **unknown)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, TRUE, sizeof (Rank));
  const char *property = wishes->order_by;
  gboolean descending = property != NULL && property[0] == '-';

  g_array_set_clear_func (ranks, rank_clear);
  if (property != NULL && (descending || property[0] == '+'))
    property++;
  for (guint row = 0; row < self->n_rows && *unknown == NULL; row++) {
    gpointer item = self->get_row (self->owner, row);
    Rank rank = { row, NULL };

    if (item == NULL)
      continue;
    if ((wishes->query == NULL ||
         sandbox_query_matches (wishes->query, item, self->get_values, unknown)) &&
        (wishes->tags == NULL ||
         sandbox_query_matches (wishes->tags, item, self->get_tag_values, unknown))) {
      if (property != NULL)
        rank.key = make_key (self, item, property, unknown);
      g_array_append_val (ranks, rank);
    }
    release (self, item);
  }
  if (property != NULL)
    g_array_sort_with_data (ranks, compare_ranks, GINT_TO_POINTER (descending ? -1 : 1));
  return g_steal_pointer (&ranks);
}

static void
write_link (SandboxJson *json, const char *name, const SandboxRequest *request, gint64 page)
{
  g_autoptr (GString) href = g_string_new (request->path);
  char separator = '?';

  sandbox_json_begin_object (json, name);
  if (page > 0) {
    const char *size = sandbox_request_get_query (request, "pageSize");
    static const char *const kept[] = { "query", "tags", "orderBy" };

    g_string_append_printf (href, "?page=%" G_GINT64_FORMAT "&pageSize=%s", page,
                            size != NULL ? size : "100");
    separator = '&';
    for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
      const char *value = sandbox_request_get_query (request, kept[i]);

      if (value == NULL)
        continue;
      g_string_append_printf (href, "%c%s=", separator, kept[i]);
      g_string_append_uri_escaped (href, value, NULL, FALSE);
    }
  }
  sandbox_json_string (json, "href", href->str);
  sandbox_json_end_object (json);
}

static void
write_frame (const SandboxRequest *request, const Wishes *wishes, guint total, SandboxJson *json)
{
  gint64 page = (gint64) wishes->page;

  sandbox_json_integer (json, "pageNumber", page);
  sandbox_json_integer (json, "pageSize", (gint64) wishes->page_size);
  sandbox_json_integer (json, "totalResults", total);
  sandbox_json_begin_object (json, "_links");
  write_link (json, "self", request, 0);
  write_link (json, "current", request, page);
  if (wishes->page * wishes->page_size < total)
    write_link (json, "next", request, page + 1);
  if (page > 1)
    write_link (json, "previous", request, page - 1);
  sandbox_json_end_object (json);
}

void
sandbox_list_answer (const SandboxList *self,
                     const SandboxRequest *request,
                     SandboxResponse *response)
{
  g_auto (Wishes) wishes = { 0 };
  g_autoptr (GArray) rows = NULL;
  const char *unknown = NULL;
  guint64 first;
  guint total;
  SandboxJson json;

  if (!read_wishes (self, request, &wishes, response))
    return;
  /* Without a wish the rows are the answer, and nothing has to be made to find a page. */
  if (wishes.query != NULL || wishes.tags != NULL || wishes.order_by != NULL || self->has_holes)
    rows = select_rows (self, &wishes, &unknown);
  if (unknown != NULL) {
    sandbox_response_set_error (response, 400,
                                "Error parsing query - Could not resolve property %s on %s",
                                unknown, self->type_name);
    return;
  }

  total = rows != NULL ? rows->len : self->n_rows;
  first = (wishes.page - 1) * wishes.page_size;
  json = (SandboxJson) SANDBOX_JSON_INIT;
  sandbox_json_begin_object (&json, NULL);
  sandbox_json_begin_array (&json, "results");
  for (guint64 i = first; i < total && i < first + wishes.page_size; i++) {
    guint row = rows != NULL ? g_array_index (rows, Rank, i).row : (guint) i;
    gpointer item = self->get_row (self->owner, row);

    self->write_row (self->owner, item, &json);
    release (self, item);
  }
  sandbox_json_end_array (&json);
  write_frame (request, &wishes, total, &json);
  sandbox_json_end_object (&json);
  sandbox_response_set_json (response, 200, &json);
}
