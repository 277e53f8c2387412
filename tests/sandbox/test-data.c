/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

static Answer
get_status (Fixture *fixture, const char *company)
{
  g_autofree char *path = g_strdup_printf ("/companies/%s/dataStatus", company);
  Answer answer = fixture_call (fixture, "GET", path, NULL);

  g_assert_cmpuint (answer.status, ==, 200);
  return answer;
}

static guint
count (const Answer *answer, const char *status)
{
  JsonObject *object = answer_object (answer);
  g_autoptr (GList) names = json_object_get_members (object);
  guint n = 0;

  for (GList *l = names; l != NULL; l = l->next) {
    JsonNode *node = json_object_get_member (object, l->data);
    JsonObject *type = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

    if (type == NULL)
      continue;
    g_assert_cmpstr (json_object_get_string_member (type, "dataType"), ==, l->data);
    n += g_str_equal (json_object_get_string_member (type, "currentStatus"), status);
  }
  return n;
}

static void
test_first_sync (Fixture *fixture, gconstpointer data)
{
  g_autofree char *company = fixture_create_company (fixture, "Test Company");
  g_autofree char *connection = fixture_create_connection (fixture, company, "gbol");
  g_auto (Answer) before = get_status (fixture, company);
  g_autofree char *location = fixture_sign_in (fixture, company, connection, "allow");
  g_auto (Answer) at_once = get_status (fixture, company);
  g_auto (Answer) midway = { 0 };
  g_auto (Answer) done = { 0 };

  g_assert_cmpuint (json_object_get_size (answer_object (&before)), ==, 0);
  g_assert_cmpuint (count (&at_once, "Queued"), >, 10);
  g_assert_cmpuint (count (&at_once, "NotSupported"), ==, 1);
  g_assert_cmpuint (count (&at_once, "Complete"), ==, 0);
  sandbox_server_advance (fixture->server, 4);
  midway = get_status (fixture, company);
  g_assert_cmpuint (count (&midway, "Fetching"), >, 0);
  g_assert_cmpuint (count (&midway, "Complete"), >, 0);
  g_assert_cmpuint (count (&midway, "Complete"), <, 13);
  sandbox_server_advance (fixture->server, 5);
  done = get_status (fixture, company);
  g_assert_cmpuint (count (&done, "Complete"), ==, 13);
  g_assert_cmpuint (count (&done, "NotSupported"), ==, 1);
  g_assert_true (json_object_get_null_member (answer_object (&done), "paymentMethods"));
}

static void
test_seeded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lapsed = sandbox_server_dup_company_id (fixture->server, "Okonkwo Logistics");
  g_autofree char *failing =
      sandbox_server_dup_company_id (fixture->server, "Elm & Iron Furniture");
  g_autofree char *shops = sandbox_server_dup_company_id (fixture->server, "Cobalt Street Studios");
  g_auto (Answer) lapsed_answer = get_status (fixture, lapsed);
  g_auto (Answer) failing_answer = get_status (fixture, failing);
  g_auto (Answer) shops_answer = get_status (fixture, shops);

  g_assert_cmpuint (count (&lapsed_answer, "AuthError"), ==, 13);
  g_assert_cmpuint (count (&failing_answer, "FetchError"), ==, 1);
  g_assert_true (json_object_has_member (answer_object (&shops_answer), "invoices"));
  g_assert_true (json_object_has_member (answer_object (&shops_answer), "commerce-orders"));
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autofree char *company =
      sandbox_server_dup_company_id (fixture->server, "Dunmore Veterinary Centre");
  g_autofree char *none =
      sandbox_server_dup_company_id (fixture->server, "Hollis & Okafor Architects");
  g_autofree char *path = g_strdup_printf ("/companies/%s/data/all", company);
  g_autofree char *none_path = g_strdup_printf ("/companies/%s/data/all", none);
  g_auto (Answer) before = get_status (fixture, company);
  g_auto (Answer) refreshed = fixture_call (fixture, "POST", path, NULL);
  g_auto (Answer) running = get_status (fixture, company);
  g_auto (Answer) refused = fixture_call (fixture, "POST", none_path, NULL);
  g_auto (Answer) done = { 0 };
  JsonObject *invoices = json_object_get_object_member (answer_object (&running), "invoices");

  g_assert_cmpuint (count (&before, "Complete"), ==, 13);
  g_assert_cmpuint (refreshed.status, ==, 204);
  g_assert_cmpuint (count (&running, "Complete"), <, 13);
  g_assert_true (json_object_has_member (invoices, "lastSuccessfulSync"));
  answer_assert_error (&refused, 400, "no linked connection");
  sandbox_server_advance (fixture->server, 9);
  done = get_status (fixture, company);
  g_assert_cmpuint (count (&done, "Complete"), ==, 13);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/sandbox/data/first-sync", 0, test_first_sync);
  FIXTURE_TEST ("/sandbox/data/seeded", 0, test_seeded);
  FIXTURE_TEST ("/sandbox/data/refresh", 0, test_refresh);
  return g_test_run ();
}
