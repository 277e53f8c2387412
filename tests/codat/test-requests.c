/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-fixture.h"
#include "codat-json.h"
#include "examples.h"

#include <string.h>

/* name, value, name, value of an object of texts. */
static char **
dup_pairs (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!json_object_has_member (object, member))
    return NULL;
  json_object_iter_init (&iter, json_object_get_object_member (object, member));
  while (json_object_iter_next (&iter, &name, &value))
    g_strv_builder_add_many (builder, name, json_node_get_string (value), NULL);
  return g_strv_builder_end (builder);
}

static char **
dup_strings (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = json_object_has_member (object, member)
                         ? json_object_get_array_member (object, member)
                         : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

/* Asks the client for what the example asks. */
static void
start_request (CodatClient *client, Example *example, Outcome *outcome)
{
  JsonObject *object = json_node_get_object (example->body);
  const char *name = json_object_get_string_member_with_default (object, "name", NULL);
  const char *description =
      json_object_get_string_member_with_default (object, "description", NULL);
  g_auto (GStrv) tags = dup_pairs (object, "tags");
  const char *const *pairs = (const char *const *) tags;
  g_auto (GStrv) types = dup_strings (object, "eventTypes");

#define ASK(id, ask, ...)                                                                          \
  if (g_str_equal (example->of, id)) {                                                             \
    outcome->verb = verb_find (#ask);                                                              \
    codat_client_##ask##_async (client, __VA_ARGS__, NULL, outcome_cb, outcome);                   \
    return;                                                                                        \
  }
  ASK ("create-company", create_company, name, description, pairs)
  ASK ("replace-company", replace_company, COMPANY_ID, name, description, pairs)
  ASK ("update-company", update_company, COMPANY_ID, name, description, pairs)
  ASK ("unlink-connection", unlink_connection, COMPANY_ID, CONNECTION_ID)
  ASK ("create-webhook-consumer", create_webhook,
       json_object_get_string_member_with_default (object, "url", NULL),
       (const char *const *) types, NULL,
       json_object_get_boolean_member_with_default (object, "disabled", FALSE))
  ASK ("create-api-key", create_api_key, name)
#undef ASK
  g_error ("Nobody sends %s", example->of);
}

/* What we send when we mean the same is the same, but that "not disabled" is said aloud. */
static void
run_request (Example *example)
{
  Fixture fixture = { 0 };
  Outcome outcome = { 0 };
  const char *sent = NULL;
  g_autoptr (JsonNode) body = NULL;
  g_autofree char *text = NULL;

  fixture_set_up (&fixture, NULL);
  test_wire_add_json (fixture.wire, 400, "{}");
  start_request (fixture.client, example, &outcome);
  wait_for (&outcome.done);
  sent = strstr (test_wire_get_request (fixture.wire, 0), "\r\n\r\n");
  g_assert_nonnull (sent);
  body = json_from_string (sent, NULL);
  g_assert_nonnull (body);
  if (!json_object_has_member (json_node_get_object (example->body), "disabled") &&
      !json_object_get_boolean_member_with_default (json_node_get_object (body), "disabled", FALSE))
    json_object_remove_member (json_node_get_object (body), "disabled");
  text = json_to_string (example->body, FALSE);
  if (!json_node_equal (body, example->body))
    g_error ("%s %s: %s was sent for %s", example->of, example->name, sent, text);
  outcome_clear (&outcome);
  fixture_tear_down (&fixture, NULL);
}

static gboolean
is_request (const char *status)
{
  return g_str_equal (status, "request");
}

static void
test_requests (void)
{
  g_assert_cmpuint (examples_run (is_request, run_request), ==, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/requests/examples", test_requests);
  return g_test_run ();
}
