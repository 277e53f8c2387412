/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-list.h"

/* Numbers from 0 on; an odd one can be a hole. What was lent has to come back. */
typedef struct {
  gboolean holes;
  int lent;
} Numbers;

static gpointer
get_row (gpointer owner, guint row)
{
  Numbers *numbers = owner;

  if (numbers->holes && row % 2 == 1)
    return NULL;
  numbers->lent++;
  return GUINT_TO_POINTER (row + 1);
}

static void
release_row (gpointer owner, gpointer item)
{
  ((Numbers *) owner)->lent--;
}

static gboolean
get_values (gconstpointer item, const char *property, GPtrArray *values)
{
  guint number = GPOINTER_TO_UINT (item) - 1;

  if (g_str_equal (property, "number"))
    g_ptr_array_add (values, g_strdup_printf ("%u", number));
  else if (g_str_equal (property, "half"))
    g_ptr_array_add (values, g_strdup_printf ("%03u", number / 2));
  else
    return FALSE;
  return TRUE;
}

static void
write_row (gpointer owner, gpointer item, SandboxJson *json)
{
  sandbox_json_integer (json, NULL, GPOINTER_TO_UINT (item) - 1);
}

static JsonNode *
ask (guint n_rows, gboolean holes, const char *query, guint *status)
{
  Numbers numbers = { holes, 0 };
  SandboxList list = {
    .type_name = "Number",
    .n_rows = n_rows,
    .has_holes = holes,
    .owner = &numbers,
    .get_row = get_row,
    .release_row = release_row,
    .get_values = get_values,
    .write_row = write_row,
  };
  g_autoptr (GBytes) body = g_bytes_new (NULL, 0);
  g_auto (SandboxRequest) request = { 0 };
  g_auto (SandboxResponse) response = { 0 };
  g_autofree char *text = NULL;

  g_assert_true (sandbox_request_init (&request, "GET", "/numbers", query, body));
  sandbox_list_answer (&list, &request, &response);
  g_assert_cmpint (numbers.lent, ==, 0);
  *status = response.status;
  text = g_strndup (g_bytes_get_data (response.body, NULL), g_bytes_get_size (response.body));
  return json_from_string (text, NULL);
}

static char *
join_results (JsonObject *object)
{
  JsonArray *results = json_object_get_array_member (object, "results");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (results); i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            (int) json_array_get_int_element (results, i));
  return g_string_free (text, FALSE);
}

static void
test_pages (void)
{
  static const struct {
    guint n_rows;
    gboolean holes;
    const char *query;
    const char *results;
    int total;
    gboolean next;
    gboolean previous;
  } rows[] = {
    { 0, FALSE, NULL, "", 0, FALSE, FALSE },
    { 3, FALSE, NULL, "0 1 2", 3, FALSE, FALSE },
    { 7, FALSE, "pageSize=3", "0 1 2", 7, TRUE, FALSE },
    { 7, FALSE, "page=2&pageSize=3", "3 4 5", 7, TRUE, TRUE },
    { 7, FALSE, "page=3&pageSize=3", "6", 7, FALSE, TRUE },
    { 7, FALSE, "page=4&pageSize=3", "", 7, FALSE, TRUE },
    { 6, FALSE, "page=2&pageSize=3", "3 4 5", 6, FALSE, TRUE },
    { 7, TRUE, NULL, "0 2 4 6", 4, FALSE, FALSE },
    { 7, TRUE, "page=2&pageSize=3", "6", 4, FALSE, TRUE },
    { 7, FALSE, "query=number%3E3", "4 5 6", 3, FALSE, FALSE },
    { 7, FALSE, "query=number%3E3&pageSize=2", "4 5", 3, TRUE, FALSE },
    { 7, TRUE, "query=number%3E3", "4 6", 2, FALSE, FALSE },
    { 5, FALSE, "orderBy=-number", "4 3 2 1 0", 5, FALSE, FALSE },
    { 5, FALSE, "orderBy=half", "0 1 2 3 4", 5, FALSE, FALSE },
    { 5, FALSE, "orderBy=-half", "4 2 3 0 1", 5, FALSE, FALSE },
    { 5, FALSE, "orderBy=-half&page=2&pageSize=2", "3 0", 5, TRUE, TRUE },
    { 5, FALSE, "query=&orderBy=number", "0 1 2 3 4", 5, FALSE, FALSE },
    { 2, FALSE, "page=2147483647&pageSize=5000", "", 2, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint status;
    g_autoptr (JsonNode) node = ask (rows[i].n_rows, rows[i].holes, rows[i].query, &status);
    JsonObject *object = json_node_get_object (node);
    JsonObject *links = json_object_get_object_member (object, "_links");
    g_autofree char *results = join_results (object);

    g_test_message ("%s", rows[i].query);
    g_assert_cmpuint (status, ==, 200);
    g_assert_cmpstr (results, ==, rows[i].results);
    g_assert_cmpint (json_object_get_int_member (object, "totalResults"), ==, rows[i].total);
    g_assert_cmpint (json_object_has_member (links, "next"), ==, rows[i].next);
    g_assert_cmpint (json_object_has_member (links, "previous"), ==, rows[i].previous);
  }
}

/* The next page is the next page of the same question. */
static void
test_links_keep_the_question (void)
{
  guint status;
  g_autoptr (JsonNode) node =
      ask (9, FALSE, "pageSize=2&orderBy=-number&query=number%3C8%26%26number%21%3D3", &status);
  JsonObject *links = json_object_get_object_member (json_node_get_object (node), "_links");
  const char *next =
      json_object_get_string_member (json_object_get_object_member (links, "next"), "href");

  g_assert_cmpstr (next, ==,
                   "/numbers?page=2&pageSize=2&query=number%3C8%26%26number%21%3D3"
                   "&orderBy=-number");
}

static void
test_refused (void)
{
  static const char *const bad[] = {
    "page=0",      "page=1.5",     "page=2147483648",     "pageSize=5001",
    "pageSize=-1", "query=number", "query=%7Bnumber%3D1", "orderBy=size",
    "orderBy=",    "orderBy=-",    "query=size%3D1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    guint status;
    g_autoptr (JsonNode) node = ask (9, i % 2 == 0, bad[i], &status);

    g_test_message ("%s", bad[i]);
    g_assert_cmpuint (status, ==, 400);
    g_assert_true (json_object_has_member (json_node_get_object (node), "error"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/list/pages", test_pages);
  g_test_add_func ("/sandbox/list/links-keep-the-question", test_links_keep_the_question);
  g_test_add_func ("/sandbox/list/refused", test_refused);
  return g_test_run ();
}
