/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-company-stream.h"
#include "codat-error.h"

#include <libsoup/soup.h>
#include <string.h>

/* The stream of companies against a list that grows, shrinks, fails and repeats itself. */

typedef struct Fixture Fixture;

struct Fixture {
  SoupServer *server;
  CodatClient *client;
  GPtrArray *list;             /* of char*: what the server has */
  guint n_answered;            /* pages */
  guint pages[512];            /* which ones, in order */
  void (*between) (Fixture *); /* called after each answer */
  guint failing;               /* the page that is refused */
  gboolean without_total;
  gboolean without_size;
  gboolean shrinks;   /* says with each answer that there are fewer */
  gboolean repeats;   /* every page is the first one */
  guint max_size;     /* of a page, whatever was asked for; 0 for none */
  guint min_size;     /* of a page, whatever was asked for; 0 for none */
  guint empty;        /* the page that has no rows */
  guint without_list; /* the page that is an empty object */
  guint without_next; /* the page that says it is the last one */

  GHashTable *taken;
  guint n_batches;
  guint *ticks; /* (nullable): of another source, now and at the first batch */
  guint stop_after;
  GCancellable *cancellable;
  GCancellable *cancel_in_batch;
  guint64 n_companies;
  gboolean good;
  gboolean done;
  GError *error;
};

static char *
new_id (guint number)
{
  return g_strdup_printf ("%08x-0000-4000-8000-000000000000", number);
}

static guint
get_number (GHashTable *query, const char *name)
{
  return (guint) g_ascii_strtoull (g_hash_table_lookup (query, name), NULL, 10);
}

static void
add_rows (Fixture *fixture, GString *text, guint first, guint size)
{
  for (guint i = first; i < first + size && i < fixture->list->len; i++)
    g_string_append_printf (text, "%s{\"id\":\"%s\",\"name\":\"Company\"}", i > first ? "," : "",
                            (const char *) fixture->list->pdata[i]);
}

static void
answer_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer data)
{
  Fixture *fixture = data;
  guint page = get_number (query, "page");
  guint size = get_number (query, "pageSize");
  g_autoptr (GString) text = g_string_new ("{\"results\":[");

  size = fixture->max_size > 0 ? MIN (size, fixture->max_size) : size;
  size = MAX (size, fixture->min_size);
  g_assert_cmpuint (fixture->n_answered, <, G_N_ELEMENTS (fixture->pages));
  fixture->pages[fixture->n_answered++] = page;
  if (page != fixture->empty)
    add_rows (fixture, text, fixture->repeats ? 0 : (page - 1) * size, size);
  g_string_append_printf (text, "],\"pageNumber\":%u", page);
  if (!fixture->without_size)
    g_string_append_printf (text, ",\"pageSize\":%u", size);
  if (!fixture->without_total)
    g_string_append_printf (text, ",\"totalResults\":%u",
                            fixture->list->len - (fixture->shrinks ? fixture->n_answered : 0));
  g_string_append (text, ",\"_links\":{");
  if (page != fixture->without_next && (fixture->repeats || page * size < fixture->list->len))
    g_string_append (text, "\"next\":{\"href\":\"/companies?page=1\"}");
  g_string_append (text, "}}");
  if (page == fixture->without_list)
    g_string_assign (text, "{}");
  soup_server_message_set_status (message, page == fixture->failing ? 403 : 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, text->str,
                                    text->len);
  if (fixture->between != NULL)
    fixture->between (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatAuthorizer) authorizer = codat_authorizer_new ("TESTKEY", &error);
  g_autofree char *address = NULL;
  GSList *uris;

  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, answer_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  address = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  fixture->client = codat_client_new (address, authorizer, &error);
  g_assert_no_error (error);
  fixture->cancellable = g_cancellable_new ();
  fixture->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->list = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    g_ptr_array_add (fixture->list, new_id (i));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->client);
  soup_server_disconnect (fixture->server);
  g_object_unref (fixture->server);
  g_object_unref (fixture->cancellable);
  g_hash_table_unref (fixture->taken);
  g_ptr_array_unref (fixture->list);
  g_clear_error (&fixture->error);
}

static gboolean
take_cb (CodatCompany *const *companies, guint n_companies, gint64 total, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpuint (n_companies, >, 0);
  g_assert_true ((total == -1) == fixture->without_total);
  for (guint i = 0; i < n_companies; i++)
    g_assert_true (
        g_hash_table_add (fixture->taken, g_strdup (codat_company_get_id (companies[i]))));
  if (fixture->n_batches++ == 0 && fixture->ticks != NULL)
    fixture->ticks[1] = fixture->ticks[0];
  if (fixture->cancel_in_batch != NULL)
    g_cancellable_cancel (fixture->cancel_in_batch);
  return fixture->stop_after == 0 || fixture->n_batches < fixture->stop_after;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->good = codat_client_stream_companies_finish (CODAT_CLIENT (source), result,
                                                        &fixture->n_companies, &fixture->error);
  fixture->done = TRUE;
}

static void
run (Fixture *fixture, guint page_size)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  codat_client_stream_companies_async (fixture->client, NULL, NULL, NULL, page_size, take_cb,
                                       fixture, fixture->cancellable, done_cb, fixture);
  while (!fixture->done) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
  }
  g_assert_cmpuint (g_hash_table_size (fixture->taken), ==, fixture->n_companies);
}

static void
assert_all_taken (Fixture *fixture)
{
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->good);
  for (guint i = 0; i < fixture->list->len; i++)
    g_assert_true (g_hash_table_contains (fixture->taken, fixture->list->pdata[i]));
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  run (fixture, 10);
  assert_all_taken (fixture);
  /* Small pages overlap most, and a list of one page has nothing to overlap. */
  if (GPOINTER_TO_UINT (data) <= 10)
    g_assert_cmpuint (fixture->n_answered, ==, 1);
  else
    g_assert_cmpuint (fixture->n_answered, <, 2 * GPOINTER_TO_UINT (data) / 10);
}

/* A server that gives less a page than it was asked for, and does not count. */
static void
test_small_pages (Fixture *fixture, gconstpointer data)
{
  fixture->max_size = 7;
  run (fixture, 10);
  assert_all_taken (fixture);
}

static void
test_without_total (Fixture *fixture, gconstpointer data)
{
  fixture->without_total = TRUE;
  run (fixture, 10);
  assert_all_taken (fixture);
}

static void
insert_first (Fixture *fixture)
{
  if (fixture->n_answered == 2)
    g_ptr_array_insert (fixture->list, 0, new_id (1000));
}

/* A new company pushes one that came already onto the next page. */
static void
test_grows (Fixture *fixture, gconstpointer data)
{
  fixture->between = insert_first;
  run (fixture, 10);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->n_companies, ==, 45);
}

static void
remove_first (Fixture *fixture)
{
  if (fixture->n_answered == 2)
    g_ptr_array_remove_range (fixture->list, 0, 3);
}

/* Companies that go away pull others onto pages that were read: none of those may be lost. */
static void
test_shrinks (Fixture *fixture, gconstpointer data)
{
  fixture->between = remove_first;
  run (fixture, 10);
  assert_all_taken (fixture);
  g_assert_cmpuint (fixture->n_companies, ==, 45);
}

static void
swap_one (Fixture *fixture)
{
  guint which = fixture->n_answered;

  if (which != 1 && which != 4)
    return;
  g_ptr_array_remove_index (fixture->list, 5 * (which - 1));
  g_ptr_array_add (fixture->list, new_id (2000 + which));
}

static void
swap_many (Fixture *fixture)
{
  if (fixture->n_answered != 3)
    return;
  g_ptr_array_remove_range (fixture->list, 0, 8);
  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (fixture->list, new_id (3000 + i));
}

/* As many come as go: the count says nothing, and still none may be lost. */
static void
test_swaps (Fixture *fixture, gconstpointer data)
{
  fixture->between = swap_one;
  run (fixture, 10);
  assert_all_taken (fixture);
}

static void
test_swaps_many (Fixture *fixture, gconstpointer data)
{
  fixture->between = swap_many;
  run (fixture, 10);
  assert_all_taken (fixture);
}

/* The same where a page has fewer rows than were asked for, and where nothing is counted. */
static void
test_swaps_small_pages (Fixture *fixture, gconstpointer data)
{
  fixture->max_size = 10;
  fixture->between = swap_one;
  run (fixture, 1000);
  assert_all_taken (fixture);
}

static void
test_swaps_without_total (Fixture *fixture, gconstpointer data)
{
  fixture->without_total = TRUE;
  fixture->between = swap_many;
  run (fixture, 10);
  assert_all_taken (fixture);
}

/* A server that cuts its list in a way of its own is read as it cuts it. */
static void
test_own_size (Fixture *fixture, gconstpointer data)
{
  fixture->max_size = fixture->min_size = 10;
  run (fixture, 10);
  assert_all_taken (fixture);
  g_assert_cmpuint (fixture->n_answered, <=, 7);
}

/* What overlaps costs little where pages are large. */
static void
test_cost (Fixture *fixture, gconstpointer data)
{
  run (fixture, 1000);
  assert_all_taken (fixture);
  g_assert_cmpuint (fixture->n_answered, ==, 10);
}

static void
remove_much (Fixture *fixture)
{
  if (fixture->n_answered == 4)
    g_ptr_array_remove_range (fixture->list, 0, 18);
}

/* More than a page of them at once. */
static void
test_shrinks_much (Fixture *fixture, gconstpointer data)
{
  fixture->between = remove_much;
  run (fixture, 10);
  assert_all_taken (fixture);
}

static void
remove_often (Fixture *fixture)
{
  if (fixture->n_answered >= 2 && fixture->n_answered <= 20)
    g_ptr_array_remove_range (fixture->list, 0, fixture->n_answered % 5);
}

static void
test_shrinks_often (Fixture *fixture, gconstpointer data)
{
  fixture->between = remove_often;
  run (fixture, 10);
  assert_all_taken (fixture);
}

static void
remove_most (Fixture *fixture)
{
  if (fixture->n_answered == 8)
    g_ptr_array_remove_range (fixture->list, 0, 60);
}

static void
assert_broken_off (Fixture *fixture, const char *reason)
{
  g_assert_false (fixture->good);
  g_assert_error (fixture->error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  g_assert_nonnull (strstr (fixture->error->message, reason));
}

/* What would have to be read again is no longer remembered: that is said, and nothing comes twice.
 */
static void
test_shrinks_too_much (Fixture *fixture, gconstpointer data)
{
  fixture->between = remove_most;
  run (fixture, 10);
  assert_broken_off (fixture, "went away");
}

static void
test_shrinks_always (Fixture *fixture, gconstpointer data)
{
  fixture->shrinks = TRUE;
  run (fixture, 10);
  assert_broken_off (fixture, "went away");
}

static void
test_hole (Fixture *fixture, gconstpointer data)
{
  fixture->empty = 3;
  run (fixture, 10);
  assert_broken_off (fixture, "empty page");
}

static void
test_large_pages (Fixture *fixture, gconstpointer data)
{
  fixture->min_size = 11;
  run (fixture, 10);
  assert_broken_off (fixture, "more companies than");
}

static void
test_ends_early (Fixture *fixture, gconstpointer data)
{
  fixture->without_next = 2;
  run (fixture, 10);
  assert_broken_off (fixture, "before its end");
}

/* Nor by a server that does not say how large its pages are. */
static void
test_ends_early_without_size (Fixture *fixture, gconstpointer data)
{
  fixture->without_size = TRUE;
  fixture->without_next = 1;
  run (fixture, 10);
  assert_broken_off (fixture, "before its end");
}

/* An answer that is no list is not an empty one. */
static void
test_no_list (Fixture *fixture, gconstpointer data)
{
  fixture->without_list = 3;
  run (fixture, 10);
  assert_broken_off (fixture, "is no list");
}

static void
test_no_list_at_once (Fixture *fixture, gconstpointer data)
{
  fixture->without_list = 1;
  run (fixture, 10);
  assert_broken_off (fixture, "is no list");
}

static void
test_fails (Fixture *fixture, gconstpointer data)
{
  fixture->failing = 3;
  run (fixture, 10);
  g_assert_error (fixture->error, CODAT_ERROR, CODAT_ERROR_FORBIDDEN);
  g_assert_nonnull (strstr (fixture->error->message, "after 18 companies"));
  g_assert_cmpuint (fixture->n_companies, ==, 18);
}

static void
test_fails_at_once (Fixture *fixture, gconstpointer data)
{
  fixture->failing = 1;
  run (fixture, 10);
  g_assert_error (fixture->error, CODAT_ERROR, CODAT_ERROR_FORBIDDEN);
  g_assert_null (strstr (fixture->error->message, "after"));
  g_assert_cmpuint (fixture->n_answered, ==, 1);
}

static void
test_repeats (Fixture *fixture, gconstpointer data)
{
  fixture->repeats = TRUE;
  run (fixture, 10);
  g_assert_error (fixture->error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  g_assert_cmpuint (fixture->n_companies, ==, 10);
}

static void
test_stops (Fixture *fixture, gconstpointer data)
{
  fixture->stop_after = 2;
  run (fixture, 10);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->good);
  g_assert_cmpuint (fixture->n_companies, ==, 18);
  g_assert_cmpuint (fixture->n_answered, <=, 4);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  fixture->cancel_in_batch = fixture->cancellable;
  run (fixture, 10);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_companies, ==, 10);
}

/* A page is handed on in batches, and what is cancelled between two of them is not handed on. */
static void
test_cancel_in_page (Fixture *fixture, gconstpointer data)
{
  fixture->cancel_in_batch = fixture->cancellable;
  run (fixture, 1000);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_batches, ==, 1);
  g_assert_cmpuint (fixture->n_companies, <, 1000);
}

static gboolean
tick_cb (gpointer data)
{
  (*(guint *) data)++;
  return G_SOURCE_CONTINUE;
}

/* A large page does not hold up its thread: other events come between its batches. */
static void
test_between_batches (Fixture *fixture, gconstpointer data)
{
  guint n_ticks[2] = { 0 };
  guint tick = g_idle_add (tick_cb, &n_ticks[0]);

  fixture->ticks = n_ticks;
  run (fixture, 5000);
  g_source_remove (tick);
  assert_all_taken (fixture);
  g_assert_cmpuint (fixture->n_batches, >, 2);
  g_assert_cmpuint (n_ticks[0] - n_ticks[1], >=, fixture->n_batches - 1);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  g_cancellable_cancel (fixture->cancellable);
  run (fixture, 10);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_answered, ==, 0);
}

static void
test_bad_size (Fixture *fixture, gconstpointer data)
{
  run (fixture, 5001);
  g_assert_error (fixture->error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  g_assert_cmpuint (fixture->n_answered, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    guint n_companies;
    void (*run) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/codat/company-stream/none", 0, test_all },
    { "/codat/company-stream/one", 1, test_all },
    { "/codat/company-stream/full-page", 10, test_all },
    { "/codat/company-stream/many", 101, test_all },
    { "/codat/company-stream/small-pages", 45, test_small_pages },
    { "/codat/company-stream/without-total", 45, test_without_total },
    { "/codat/company-stream/grows", 45, test_grows },
    { "/codat/company-stream/swaps", 101, test_swaps },
    { "/codat/company-stream/swaps-many", 101, test_swaps_many },
    { "/codat/company-stream/swaps-small-pages", 101, test_swaps_small_pages },
    { "/codat/company-stream/swaps-without-total", 101, test_swaps_without_total },
    { "/codat/company-stream/own-size", 45, test_own_size },
    { "/codat/company-stream/cost", 9900, test_cost },
    { "/codat/company-stream/shrinks", 45, test_shrinks },
    { "/codat/company-stream/shrinks-much", 85, test_shrinks_much },
    { "/codat/company-stream/shrinks-often", 185, test_shrinks_often },
    { "/codat/company-stream/shrinks-too-much", 200, test_shrinks_too_much },
    { "/codat/company-stream/shrinks-always", 45, test_shrinks_always },
    { "/codat/company-stream/hole", 45, test_hole },
    { "/codat/company-stream/large-pages", 45, test_large_pages },
    { "/codat/company-stream/ends-early", 45, test_ends_early },
    { "/codat/company-stream/ends-early-without-size", 45, test_ends_early_without_size },
    { "/codat/company-stream/no-list", 45, test_no_list },
    { "/codat/company-stream/no-list-at-once", 45, test_no_list_at_once },
    { "/codat/company-stream/fails", 45, test_fails },
    { "/codat/company-stream/fails-at-once", 45, test_fails_at_once },
    { "/codat/company-stream/repeats", 45, test_repeats },
    { "/codat/company-stream/stops", 101, test_stops },
    { "/codat/company-stream/cancel", 101, test_cancel },
    { "/codat/company-stream/cancel-in-page", 1000, test_cancel_in_page },
    { "/codat/company-stream/between-batches", 1100, test_between_batches },
    { "/codat/company-stream/cancelled-before", 45, test_cancelled_before },
    { "/codat/company-stream/bad-size", 45, test_bad_size },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, GUINT_TO_POINTER (cases[i].n_companies), set_up,
                cases[i].run, tear_down);
  return g_test_run ();
}
