/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

#define SEEDED 16

static JsonObject *
get_row (const Answer *answer, guint i)
{
  return json_array_get_object_element (answer_results (answer), i);
}

static void
test_shape (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "id",   "name",     "redirect",       "created",
                                         "tags", "products", "dataConnections" };
  g_auto (Answer) answer = fixture_call (fixture, "GET", "/companies", NULL);
  JsonArray *results = answer_results (&answer);
  guint n_null = 0;
  guint n_absent = 0;

  g_assert_cmpuint (json_array_get_length (results), ==, SEEDED);
  for (guint i = 0; i < json_array_get_length (results); i++) {
    JsonObject *company = json_array_get_object_element (results, i);
    const char *id = json_object_get_string_member (company, "id");
    g_autofree char *lower = g_ascii_strdown (id, -1);

    g_assert_true (g_uuid_string_is_valid (id));
    g_assert_cmpstr (id, ==, lower);
    for (guint j = 0; j < G_N_ELEMENTS (members); j++)
      g_assert_true (json_object_has_member (company, members[j]));
    if (!json_object_has_member (company, "description"))
      n_absent++;
    else if (json_object_get_null_member (company, "description"))
      n_null++;
  }
  /* A client has to bear both forms, so both have to be there. */
  g_assert_cmpuint (n_null, >, 0);
  g_assert_cmpuint (n_absent, >, 0);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "Linked", "PendingAuth", "Unlinked", "Deauthorized" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autofree char *path =
        g_strdup_printf ("/companies?query=dataConnections.status%%3D%s", states[i]);
    g_auto (Answer) answer = fixture_call (fixture, "GET", path, NULL);

    g_assert_cmpuint (json_array_get_length (answer_results (&answer)), >, 0);
  }
}

static void
test_no_connections (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) answer = fixture_call (
      fixture, "GET",
      "/companies?query=dataConnections.status%21%3DLinked%26%26dataConnections.status%21%3D"
      "PendingAuth%26%26dataConnections.status%21%3DUnlinked%26%26dataConnections.status%21%3D"
      "Deauthorized",
      NULL);

  g_assert_cmpuint (json_array_get_length (answer_results (&answer)), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (get_row (&answer, 0), "name"), ==,
                   "Hollis & Okafor Architects");
}

static const char *
get_href (JsonObject *links, const char *name)
{
  if (!json_object_has_member (links, name))
    return NULL;
  return json_object_get_string_member (json_object_get_object_member (links, name), "href");
}

static void
test_paging (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *path = g_strdup ("/companies?page=1&pageSize=5");
  guint n_pages = 0;

  while (path != NULL) {
    g_auto (Answer) answer = fixture_call (fixture, "GET", path, NULL);
    JsonObject *object = answer_object (&answer);
    JsonObject *links = json_object_get_object_member (object, "_links");
    JsonArray *results = answer_results (&answer);

    n_pages++;
    g_assert_cmpint (json_object_get_int_member (object, "pageNumber"), ==, n_pages);
    g_assert_cmpint (json_object_get_int_member (object, "pageSize"), ==, 5);
    g_assert_cmpint (json_object_get_int_member (object, "totalResults"), ==, SEEDED);
    g_assert_cmpstr (get_href (links, "self"), ==, "/companies");
    g_assert_nonnull (get_href (links, "current"));
    g_assert_cmpint (get_href (links, "previous") != NULL, ==, n_pages > 1);
    for (guint i = 0; i < json_array_get_length (results); i++)
      g_assert_true (
          g_hash_table_add (seen, g_strdup (json_object_get_string_member (
                                      json_array_get_object_element (results, i), "id"))));
    g_free (path);
    path = g_strdup (get_href (links, "next"));
  }
  g_assert_cmpuint (n_pages, ==, 4);
  g_assert_cmpuint (g_hash_table_size (seen), ==, SEEDED);
}

static void
test_paging_limits (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "page=0",     "page=-1",       "page=x",
                                     "pageSize=0", "pageSize=5001", "page=99999999999999999999",
                                     "pageSize=" };
  g_auto (Answer) beyond = fixture_call (fixture, "GET", "/companies?page=99&pageSize=5000", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *path = g_strconcat ("/companies?", bad[i], NULL);
    g_auto (Answer) answer = fixture_call (fixture, "GET", path, NULL);

    answer_assert_error (&answer, 400, "page");
  }
  g_assert_cmpuint (json_array_get_length (answer_results (&beyond)), ==, 0);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) up = fixture_call (fixture, "GET", "/companies?orderBy=name", NULL);
  g_auto (Answer) down = fixture_call (fixture, "GET", "/companies?orderBy=-name", NULL);
  g_auto (Answer) wrong = fixture_call (fixture, "GET", "/companies?orderBy=colour", NULL);

  for (guint i = 0; i < SEEDED; i++)
    g_assert_cmpstr (json_object_get_string_member (get_row (&up, i), "id"), ==,
                     json_object_get_string_member (get_row (&down, SEEDED - 1 - i), "id"));
  g_assert_cmpstr (json_object_get_string_member (get_row (&up, 0), "name"), ==,
                   "Alderley Craft Brewing");
  answer_assert_error (&wrong, 400, "Could not resolve property colour on Company");
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) name = fixture_call (fixture, "GET", "/companies?query=name~bakery", NULL);
  g_auto (Answer) tag = fixture_call (fixture, "GET", "/companies?tags=reference%3DOKL-1177", NULL);
  g_auto (Answer) tags =
      fixture_call (fixture, "GET", "/companies?tags=region%3Deu%20%26%26%20reference~LQ", NULL);
  g_auto (Answer) bad = fixture_call (fixture, "GET", "/companies?query=name", NULL);
  g_auto (Answer) bad_tag = fixture_call (fixture, "GET", "/companies?tags=a%3Eb", NULL);
  g_auto (Answer) unknown = fixture_call (fixture, "GET", "/companies?query=colour%3Dred", NULL);

  g_assert_cmpuint (json_array_get_length (answer_results (&name)), ==, 1);
  g_assert_cmpuint (json_array_get_length (answer_results (&tag)), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (get_row (&tag, 0), "name"), ==,
                   "Okonkwo Logistics");
  g_assert_cmpuint (json_array_get_length (answer_results (&tags)), ==, 1);
  answer_assert_error (&bad, 400, "Error parsing query - Malformed query.");
  answer_assert_error (&bad_tag, 400, "Error parsing query - Malformed query.");
  answer_assert_error (&unknown, 400, "Could not resolve property colour on Company");
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) answer = fixture_call (
      fixture, "POST", "/companies",
      "{\"name\":\"Company (Codat[1])\",\"description\":\"New\",\"tags\":{\"reference\":\"C-1\"}}");
  JsonObject *company = answer_object (&answer);
  const char *id = json_object_get_string_member (company, "id");
  g_autofree char *path = g_strconcat ("/companies/", id, NULL);
  g_auto (Answer) again = fixture_call (fixture, "GET", path, NULL);
  g_autofree char *found = sandbox_server_dup_company_id (fixture->server, "Company Codat1");

  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpstr (json_object_get_string_member (company, "name"), ==, "Company Codat1");
  g_assert_cmpstr (json_object_get_string_member (company, "description"), ==, "New");
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (company, "tags"), "reference"),
      ==, "C-1");
  g_assert_cmpstr (found, ==, id);
  g_assert_cmpstr (json_object_get_string_member (answer_object (&again), "id"), ==, id);
  g_assert_cmpuint (sandbox_server_get_n_companies (fixture->server), ==, SEEDED + 1);
}

static void
test_create_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = {
    "",
    "{}",
    "[]",
    "nothing",
    "{\"name\":\"\"}",
    "{\"name\":\"[]()\"}",
    "{\"name\":7}",
    "{\"name\":null}",
    "{\"name\":\"A\",\"description\":{}}",
    "{\"name\":\"A\",\"tags\":[]}",
    "{\"name\":\"A\",\"tags\":{\"\":\"x\"}}",
    "{\"name\":\"A\",\"tags\":{\"x\":7}}",
    "{\"name\":\"A\",\"tags\":{\"1234567890123456789012345678\":\"x\"}}",
    "{\"name\":\"A\",\"tags\":{\"1\":\"\",\"2\":\"\",\"3\":\"\",\"4\":\"\",\"5\":\"\",\"6\":\"\","
    "\"7\":\"\",\"8\":\"\",\"9\":\"\",\"10\":\"\",\"11\":\"\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_auto (Answer) answer = fixture_call (fixture, "POST", "/companies", bad[i]);

    g_test_message ("%s", bad[i]);
    answer_assert_error (&answer, 400, "");
  }
  g_assert_cmpuint (sandbox_server_get_n_companies (fixture->server), ==, SEEDED);
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = sandbox_server_dup_company_id (fixture->server, "Okonkwo Logistics");
  g_autofree char *path = g_strconcat ("/companies/", id, NULL);
  g_auto (Answer) patched = fixture_call (fixture, "PATCH", path, "{\"description\":\"Lorries\"}");
  g_auto (Answer) put = fixture_call (fixture, "PUT", path, "{\"name\":\"Okonkwo\"}");
  JsonObject *tags = json_object_get_object_member (answer_object (&patched), "tags");

  g_assert_cmpstr (json_object_get_string_member (answer_object (&patched), "name"), ==,
                   "Okonkwo Logistics");
  g_assert_cmpstr (json_object_get_string_member (tags, "reference"), ==, "OKL-1177");
  g_assert_cmpstr (json_object_get_string_member (answer_object (&put), "name"), ==, "Okonkwo");
  tags = json_object_get_object_member (answer_object (&put), "tags");
  g_assert_cmpuint (json_object_get_size (tags), ==, 0);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = sandbox_server_dup_company_id (fixture->server, "Okonkwo Logistics");
  g_autofree char *path = g_strconcat ("/companies/", id, NULL);
  g_auto (Answer) gone = fixture_call (fixture, "DELETE", path, NULL);
  g_auto (Answer) again = fixture_call (fixture, "DELETE", path, NULL);
  g_auto (Answer) list = fixture_call (fixture, "GET", "/companies", NULL);

  g_assert_cmpuint (gone.status, ==, 204);
  g_assert_cmpuint (g_bytes_get_size (gone.body), ==, 0);
  answer_assert_error (&again, 404, id);
  g_assert_cmpuint (json_array_get_length (answer_results (&list)), ==, SEEDED - 1);
}

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = {
    "/companies/8a210b68-6988-11ed-a1eb-0242ac120002",
    "/companies/none",
    "/companies/8a210b68-6988-11ed-a1eb-0242ac120002/connections",
    "/companies/..%2f..%2fx",
    "/companies/",
    "/",
    "/nothing",
    "/companies/x/y/z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_auto (Answer) answer = fixture_call (fixture, "GET", paths[i], NULL);

    g_test_message ("%s", paths[i]);
    g_assert_cmpuint (answer.status, >=, 400);
    g_assert_cmpuint (answer.status, <=, 404);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/sandbox/companies/shape", 0, test_shape);
  FIXTURE_TEST ("/sandbox/companies/states", 0, test_states);
  FIXTURE_TEST ("/sandbox/companies/no-connections", 0, test_no_connections);
  FIXTURE_TEST ("/sandbox/companies/paging", 0, test_paging);
  FIXTURE_TEST ("/sandbox/companies/paging-limits", 0, test_paging_limits);
  FIXTURE_TEST ("/sandbox/companies/order", 0, test_order);
  FIXTURE_TEST ("/sandbox/companies/query", 0, test_query);
  FIXTURE_TEST ("/sandbox/companies/create", 0, test_create);
  FIXTURE_TEST ("/sandbox/companies/create-refused", 0, test_create_refused);
  FIXTURE_TEST ("/sandbox/companies/update", 0, test_update);
  FIXTURE_TEST ("/sandbox/companies/delete", 0, test_delete);
  FIXTURE_TEST ("/sandbox/companies/not-found", 0, test_not_found);
  return g_test_run ();
}
