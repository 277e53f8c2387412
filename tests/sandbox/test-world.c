/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

#define SEEDED 16
#define MANY 100000

static SandboxServer *
start_server (guint64 seed)
{
  SandboxServer *server = sandbox_server_new ();
  g_autoptr (GError) error = NULL;

  sandbox_server_set_seed (server, seed);
  sandbox_server_start (server, &error);
  g_assert_no_error (error);
  return server;
}

static void
test_seed (void)
{
  g_autoptr (SandboxServer) a = start_server (7);
  g_autoptr (SandboxServer) b = start_server (7);
  g_autoptr (SandboxServer) c = start_server (8);
  g_autofree char *id_a = sandbox_server_dup_company_id (a, "Okonkwo Logistics");
  g_autofree char *id_b = sandbox_server_dup_company_id (b, "Okonkwo Logistics");
  g_autofree char *id_c = sandbox_server_dup_company_id (c, "Okonkwo Logistics");

  g_assert_cmpstr (id_a, ==, id_b);
  g_assert_cmpstr (id_a, !=, id_c);
  g_assert_cmpstr (sandbox_server_get_api_key (a), ==, sandbox_server_get_api_key (b));
  g_assert_cmpstr (sandbox_server_get_api_key (a), !=, sandbox_server_get_api_key (c));
  g_assert_cmpstr (sandbox_server_get_base_url (a), !=, sandbox_server_get_base_url (b));
}

/* The whole list is there, without doubles, and each can be asked for by its id. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = NULL;
  g_autofree char *path = NULL;
  g_auto (Answer) one = { 0 };

  for (guint page = 1; page <= MANY / 5000 + 1; page++) {
    g_autofree char *list = g_strdup_printf ("/companies?pageSize=5000&page=%u", page);
    g_auto (Answer) answer = fixture_call (fixture, "GET", list, NULL);
    JsonArray *results = answer_results (&answer);

    for (guint i = 0; i < json_array_get_length (results); i++) {
      JsonObject *company = json_array_get_object_element (results, i);

      g_assert_true (
          g_hash_table_add (seen, g_strdup (json_object_get_string_member (company, "id"))));
      g_free (last);
      last = g_strdup (json_object_get_string_member (company, "id"));
    }
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, MANY + SEEDED);
  path = g_strconcat ("/companies/", last, NULL);
  one = fixture_call (fixture, "GET", path, NULL);
  g_assert_cmpstr (json_object_get_string_member (answer_object (&one), "id"), ==, last);
}

static void
test_synthetic_changes (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) found =
      fixture_call (fixture, "GET", "/companies?tags=reference%3DSYN-000041", NULL);
  JsonObject *company = json_array_get_object_element (answer_results (&found), 0);
  g_autofree char *path =
      g_strconcat ("/companies/", json_object_get_string_member (company, "id"), NULL);
  g_auto (Answer) patched = fixture_call (fixture, "PATCH", path, "{\"name\":\"Renamed\"}");
  g_auto (Answer) by_name = fixture_call (fixture, "GET", "/companies?query=name%3DRenamed", NULL);
  g_auto (Answer) deleted = fixture_call (fixture, "DELETE", path, NULL);
  g_auto (Answer) gone = fixture_call (fixture, "GET", path, NULL);
  g_auto (Answer) list = fixture_call (fixture, "GET", "/companies?pageSize=1", NULL);

  g_assert_cmpuint (patched.status, ==, 200);
  g_assert_cmpuint (json_array_get_length (answer_results (&by_name)), ==, 1);
  g_assert_cmpuint (deleted.status, ==, 204);
  g_assert_cmpuint (gone.status, ==, 404);
  g_assert_cmpint (json_object_get_int_member (answer_object (&list), "totalResults"), ==,
                   SEEDED + 99);
}

/* The link of a list row works although the company was never kept. */
static void
test_synthetic_link (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) list = fixture_call (
      fixture, "GET", "/companies?query=dataConnections.status%3DPendingAuth&pageSize=100", NULL);
  JsonArray *results = answer_results (&list);
  JsonObject *company =
      json_array_get_object_element (results, json_array_get_length (results) - 1);
  JsonArray *connections = json_object_get_array_member (company, "dataConnections");
  const char *url =
      json_object_get_string_member (json_array_get_object_element (connections, 0), "linkUrl");
  JsonObject *tags = json_object_get_object_member (company, "tags");
  g_auto (Answer) start = fixture_call (fixture, "GET", url, NULL);
  g_auto (Answer) again = fixture_call (fixture, "GET", url, NULL);

  g_assert_true (g_str_has_prefix (json_object_get_string_member (tags, "reference"), "SYN-"));
  g_assert_cmpuint (start.status, ==, 302);
  g_assert_cmpuint (again.status, ==, 401);
}

/* A million at once: the start does not make them. */
static void
test_start_is_fast (void)
{
  g_autoptr (SandboxServer) server = sandbox_server_new ();
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();

  sandbox_server_set_n_companies (server, SANDBOX_MAX_COMPANIES);
  sandbox_server_start (server, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, SEEDED + SANDBOX_MAX_COMPANIES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/world/seed", test_seed);
  g_test_add_func ("/sandbox/world/start-is-fast", test_start_is_fast);
  FIXTURE_TEST ("/sandbox/world/many", MANY, test_many);
  FIXTURE_TEST ("/sandbox/world/synthetic-changes", 100, test_synthetic_changes);
  FIXTURE_TEST ("/sandbox/world/synthetic-link", 100, test_synthetic_link);
  return g_test_run ();
}
