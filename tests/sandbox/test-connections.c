/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

typedef struct {
  char *company;
  char *connection;
  char *path;
} Pair;

static void
pair_clear (Pair *self)
{
  g_free (self->company);
  g_free (self->connection);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static Pair
make_pair (Fixture *fixture, const char *key)
{
  Pair pair = { 0 };

  pair.company = fixture_create_company (fixture, "Test Company");
  pair.connection = fixture_create_connection (fixture, pair.company, key);
  pair.path = g_strdup_printf ("/companies/%s/connections/%s", pair.company, pair.connection);
  return pair;
}

static void
assert_status (Fixture *fixture, const Pair *pair, const char *status)
{
  g_autofree char *found =
      sandbox_server_dup_connection_status (fixture->server, pair->company, pair->connection);

  g_assert_cmpstr (found, ==, status);
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "id",       "integrationId", "integrationKey",
                                         "sourceId", "sourceType",    "platformName",
                                         "linkUrl",  "status",        "created" };
  g_auto (Pair) pair = make_pair (fixture, "gbol");
  g_auto (Answer) answer = fixture_call (fixture, "GET", pair.path, NULL);
  JsonObject *object = answer_object (&answer);
  g_autofree char *link_start = g_strdup_printf (
      "%s/link%s/start?otp=", sandbox_server_get_base_url (fixture->server), pair.path);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (JSON_NODE_HOLDS_VALUE (json_object_get_member (object, members[i])));
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "PendingAuth");
  g_assert_cmpstr (json_object_get_string_member (object, "platformName"), ==, "Xero");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (object, "linkUrl"), link_start));
  assert_status (fixture, &pair, "PendingAuth");
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, pair.company), ==, 1);
}

static void
test_create_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *body;
    guint status;
  } rows[] = {
    { "", 400 },
    { "{}", 400 },
    { "{\"platformKey\":null}", 400 },
    { "{\"platformKey\":7}", 400 },
    { "{\"platformKey\":\"rqwd\"}", 400 }, /* not enabled */
    { "{\"platformKey\":\"zzzz\"}", 404 },
    { "\"gbol\"", 400 },
  };
  g_autofree char *company = fixture_create_company (fixture, "Test Company");
  g_autofree char *path = g_strdup_printf ("/companies/%s/connections", company);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Answer) answer = fixture_call (fixture, "POST", path, rows[i].body);

    answer_assert_error (&answer, rows[i].status, "");
  }
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, company), ==, 0);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *company =
      sandbox_server_dup_company_id (fixture->server, "Alderley Craft Brewing");
  g_autofree char *path = g_strdup_printf ("/companies/%s/connections", company);
  g_autofree char *banks = g_strconcat (path, "?query=sourceType%3Dbanking", NULL);
  g_autofree char *second = g_strconcat (path, "?page=2&pageSize=2", NULL);
  g_auto (Answer) all = fixture_call (fixture, "GET", path, NULL);
  g_auto (Answer) some = fixture_call (fixture, "GET", banks, NULL);
  g_auto (Answer) rest = fixture_call (fixture, "GET", second, NULL);

  g_assert_cmpuint (json_array_get_length (answer_results (&all)), ==, 3);
  g_assert_cmpuint (json_array_get_length (answer_results (&some)), ==, 1);
  g_assert_cmpuint (json_array_get_length (answer_results (&rest)), ==, 1);
}

/* One accounting connection may be linked; banks and shops as many as one likes. */
static void
test_one_accounting (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) first = make_pair (fixture, "gbol");
  g_autofree char *second = fixture_create_connection (fixture, first.company, "qhyg");
  g_autofree char *path = g_strdup_printf ("/companies/%s/connections", first.company);
  g_autofree char *linked = fixture_sign_in (fixture, first.company, first.connection, "allow");
  g_auto (Answer) refused = fixture_call (fixture, "POST", path, "{\"platformKey\":\"tgff\"}");
  g_autofree char *bank = fixture_create_connection (fixture, first.company, "upvr");
  g_autofree char *location = fixture_sign_in (fixture, first.company, second, "allow");
  g_autofree char *code = fixture_get_query_member (location, "status");
  g_autofree char *status =
      sandbox_server_dup_connection_status (fixture->server, first.company, second);

  answer_assert_error (&refused, 400, "accounting");
  g_assert_cmpstr (code, ==, "500");
  g_assert_cmpstr (status, ==, "PendingAuth");
  assert_status (fixture, &first, "Linked");
}

static void
test_unlink (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture, "fztf");
  g_auto (Answer) early = fixture_call (fixture, "PATCH", pair.path, "{\"status\":\"Unlinked\"}");
  g_autofree char *linked = fixture_sign_in (fixture, pair.company, pair.connection, "allow");
  g_auto (Answer) wrong = fixture_call (fixture, "PATCH", pair.path, "{\"status\":\"Linked\"}");
  g_auto (Answer) more =
      fixture_call (fixture, "PATCH", pair.path, "{\"status\":\"Unlinked\",\"x\":1}");
  g_auto (Answer) done = fixture_call (fixture, "PATCH", pair.path, "{\"status\":\"Unlinked\"}");
  g_autofree char *again = NULL;

  answer_assert_error (&early, 400, "PendingAuth");
  answer_assert_error (&wrong, 400, "Unlinked");
  answer_assert_error (&more, 400, "Unlinked");
  g_assert_cmpuint (done.status, ==, 200);
  g_assert_cmpstr (json_object_get_string_member (answer_object (&done), "status"), ==, "Unlinked");
  assert_status (fixture, &pair, "Unlinked");
  again = fixture_sign_in (fixture, pair.company, pair.connection, "allow");
  assert_status (fixture, &pair, "Linked");
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_auto (Pair) pair = make_pair (fixture, "fztf");
  g_autofree char *url = fixture_get_link_url (fixture, pair.company, pair.connection);
  g_auto (Answer) gone = fixture_call (fixture, "DELETE", pair.path, NULL);
  g_auto (Answer) read = fixture_call (fixture, "GET", pair.path, NULL);
  g_auto (Answer) again = fixture_call (fixture, "DELETE", pair.path, NULL);
  g_auto (Answer) link = fixture_call (fixture, "GET", url, NULL);

  g_assert_cmpuint (gone.status, ==, 200);
  g_assert_cmpuint (g_bytes_get_size (gone.body), ==, 0);
  answer_assert_error (&read, 404, pair.connection);
  answer_assert_error (&again, 404, pair.connection);
  g_assert_cmpuint (link.status, ==, 404);
  assert_status (fixture, &pair, NULL);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, pair.company), ==, 0);
}

static void
test_idempotency (Fixture *fixture, gconstpointer data)
{
  const char *key = "11111111-2222-4333-8444-555555555555";
  const char *body = "{\"name\":\"Once Only\"}";
  guint before = sandbox_server_get_n_companies (fixture->server);
  g_auto (Answer) first =
      fixture_call_with (fixture, "POST", "/companies", body, "Idempotency-Key", key);
  g_auto (Answer) second =
      fixture_call_with (fixture, "POST", "/companies", body, "Idempotency-Key", key);
  g_auto (Answer) other = fixture_call_with (fixture, "POST", "/companies",
                                             "{\"name\":\"Another\"}", "Idempotency-Key", key);
  g_auto (Answer) later = { 0 };

  g_assert_true (g_bytes_equal (first.body, second.body));
  answer_assert_error (&other, 422, "Idempotency-Key");
  g_assert_cmpuint (sandbox_server_get_n_companies (fixture->server), ==, before + 1);
  sandbox_server_advance (fixture->server, 91 * 60);
  later = fixture_call_with (fixture, "POST", "/companies", body, "Idempotency-Key", key);
  g_assert_cmpuint (later.status, ==, 200);
  g_assert_cmpuint (sandbox_server_get_n_companies (fixture->server), ==, before + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/sandbox/connections/create", 0, test_create);
  FIXTURE_TEST ("/sandbox/connections/create-refused", 0, test_create_refused);
  FIXTURE_TEST ("/sandbox/connections/list", 0, test_list);
  FIXTURE_TEST ("/sandbox/connections/one-accounting", 0, test_one_accounting);
  FIXTURE_TEST ("/sandbox/connections/unlink", 0, test_unlink);
  FIXTURE_TEST ("/sandbox/connections/delete", 0, test_delete);
  FIXTURE_TEST ("/sandbox/connections/idempotency", 0, test_idempotency);
  return g_test_run ();
}
