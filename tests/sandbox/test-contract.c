/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

/* The forms of the contract, written down a second time and apart from the code that fills them:
 * 's' text, 'i' whole number, 'b' true or false, 'o' object, 'a' array; '?' may be missing,
 * '0' may be null as well.
 */
typedef struct {
  const char *name;
  const char *form;
} Member;

static const Member company_members[] = {
  { "id", "s" },
  { "name", "s" },
  { "redirect", "s" },
  { "description", "s0" },
  { "lastSync", "s0" },
  { "created", "s" },
  { "createdByUserName", "s0" },
  { "products", "a" },
  { "tags", "o" },
  { "dataConnections", "a" },
  { "platform", "s" },
  { "ownerUserIds", "a" },
};

static const Member connection_members[] = {
  { "id", "s" },
  { "integrationId", "s" },
  { "integrationKey", "s" },
  { "sourceId", "s" },
  { "sourceType", "s" },
  { "platformName", "s" },
  { "linkUrl", "s" },
  { "status", "s" },
  { "created", "s" },
  { "lastSync", "s0" },
  { "dataConnectionErrors", "a0" },
  { "connectionInfo", "o0" },
};

static const Member error_members[] = {
  { "statusCode", "s" },   { "statusText", "s" }, { "errorMessage", "s" },
  { "erroredOnUtc", "s" }, { "status", "s" },     { "resolvedOnUtc", "s?" },
};

static const Member integration_members[] = {
  { "key", "s" },
  { "logoUrl", "s" },
  { "name", "s" },
  { "enabled", "b" },
  { "sourceId", "s" },
  { "integrationId", "s" },
  { "sourceType", "s" },
  { "isOfflineConnector", "b" },
  { "isBeta", "b" },
  { "dataProvidedBy", "s" },
  { "datatypeFeatures", "a" },
  { "linkedConnectionsCount", "i" },
};

static const Member status_members[] = {
  { "dataType", "s" },      { "currentStatus", "s" },           { "lastSuccessfulSync", "s?" },
  { "latestSyncId", "s?" }, { "latestSuccessfulSyncId", "s?" },
};

static const Member page_members[] = {
  { "results", "a" },      { "pageNumber", "i" }, { "pageSize", "i" },
  { "totalResults", "i" }, { "_links", "o" },
};

static gboolean
has_form (JsonNode *node, const char *form)
{
  switch (form[0]) {
  case 's':
    return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
  case 'i':
    return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
  case 'b':
    return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
  case 'o':
    return JSON_NODE_HOLDS_OBJECT (node);
  default:
    return JSON_NODE_HOLDS_ARRAY (node);
  }
}

/* Every member has its form, none that must be there is missing, none is unheard of. */
static void
assert_form (JsonObject *object, const Member *members, guint n_members)
{
  guint n_known = 0;

  for (guint i = 0; i < n_members; i++) {
    JsonNode *node = json_object_get_member (object, members[i].name);
    char exception = members[i].form[1];

    if (node == NULL) {
      if (exception == '\0')
        g_error ("%s is missing", members[i].name);
      continue;
    }
    n_known++;
    if (JSON_NODE_HOLDS_NULL (node) ? exception != '0' : !has_form (node, members[i].form))
      g_error ("%s has the wrong form", members[i].name);
  }
  g_assert_cmpuint (n_known, ==, json_object_get_size (object));
}

#define ASSERT_FORM(object, members) assert_form (object, members, G_N_ELEMENTS (members))

static void
assert_one_of (const char *text, const char *const *words)
{
  if (!g_strv_contains (words, text))
    g_error ("%s is no such word", text);
}

static void
assert_date (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return;
  g_assert_true (
      g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?(Z)?$",
                            json_node_get_string (node), 0, 0));
}

static void
assert_connection (JsonObject *connection)
{
  static const char *const states[] = { "PendingAuth", "Linked", "Unlinked", "Deauthorized", NULL };
  static const char *const types[] = { "Accounting", "Banking", "BankFeed", "Commerce",
                                       "Expense",    "Other",   "Unknown",  NULL };
  JsonNode *errors = json_object_get_member (connection, "dataConnectionErrors");

  ASSERT_FORM (connection, connection_members);
  assert_one_of (json_object_get_string_member (connection, "status"), states);
  assert_one_of (json_object_get_string_member (connection, "sourceType"), types);
  assert_date (connection, "created");
  assert_date (connection, "lastSync");
  if (errors == NULL || JSON_NODE_HOLDS_NULL (errors))
    return;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (errors)); i++) {
    JsonObject *error = json_array_get_object_element (json_node_get_array (errors), i);

    ASSERT_FORM (error, error_members);
    assert_date (error, "erroredOnUtc");
  }
}

static void
assert_company (JsonObject *company)
{
  JsonArray *connections = json_object_get_array_member (company, "dataConnections");

  ASSERT_FORM (company, company_members);
  assert_date (company, "created");
  assert_date (company, "lastSync");
  for (guint i = 0; i < json_array_get_length (connections); i++)
    assert_connection (json_array_get_object_element (connections, i));
}

static void
test_companies (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) list = fixture_call (fixture, "GET", "/companies?pageSize=500", NULL);
  JsonArray *results = answer_results (&list);

  ASSERT_FORM (answer_object (&list), page_members);
  g_assert_cmpuint (json_array_get_length (results), ==, 316);
  for (guint i = 0; i < json_array_get_length (results); i++) {
    JsonObject *company = json_array_get_object_element (results, i);
    g_autofree char *path =
        g_strconcat ("/companies/", json_object_get_string_member (company, "id"), NULL);
    g_auto (Answer) one = { 0 };

    assert_company (company);
    if (i % 20 != 0)
      continue;
    one = fixture_call (fixture, "GET", path, NULL);
    assert_company (answer_object (&one));
  }
}

static void
test_connections (Fixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "allow", "error", "cancel" };
  g_autofree char *company = fixture_create_company (fixture, "Test Company");
  g_autofree char *path = g_strdup_printf ("/companies/%s/connections", company);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *connection = fixture_create_connection (fixture, company, "upvr");
    g_autofree char *location = fixture_sign_in (fixture, company, connection, endings[i]);
    g_auto (Answer) list = fixture_call (fixture, "GET", path, NULL);
    JsonArray *results = answer_results (&list);

    g_assert_nonnull (location);
    ASSERT_FORM (answer_object (&list), page_members);
    g_assert_cmpuint (json_array_get_length (results), ==, i + 1);
    for (guint j = 0; j <= i; j++)
      assert_connection (json_array_get_object_element (results, j));
  }
}

static void
test_integrations (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) list = fixture_call (fixture, "GET", "/integrations", NULL);
  JsonArray *results = answer_results (&list);

  ASSERT_FORM (answer_object (&list), page_members);
  for (guint i = 0; i < json_array_get_length (results); i++) {
    JsonObject *integration = json_array_get_object_element (results, i);
    JsonArray *features = json_object_get_array_member (integration, "datatypeFeatures");

    ASSERT_FORM (integration, integration_members);
    for (guint j = 0; j < json_array_get_length (features); j++) {
      JsonObject *feature = json_array_get_object_element (features, j);

      g_assert_nonnull (json_object_get_string_member (feature, "dataType"));
      g_assert_cmpuint (
          json_array_get_length (json_object_get_array_member (feature, "supportedFeatures")), >,
          0);
    }
  }
}

static void
assert_statuses (JsonObject *statuses)
{
  static const char *const words[] = {
    "Initial",
    "Queued",
    "Fetching",
    "MapQueued",
    "Mapping",
    "Complete",
    "FetchError",
    "MapError",
    "InternalError",
    "ProcessingQueued",
    "Processing",
    "ProcessingError",
    "ValidationQueued",
    "Validating",
    "ValidationError",
    "AuthError",
    "Cancelled",
    "NotSupported",
    "RateLimitError",
    "PermissionsError",
    "PrerequisiteNotMet",
    NULL,
  };
  g_autoptr (GList) names = json_object_get_members (statuses);

  for (GList *l = names; l != NULL; l = l->next) {
    JsonNode *node = json_object_get_member (statuses, l->data);

    if (JSON_NODE_HOLDS_NULL (node))
      continue;
    ASSERT_FORM (json_node_get_object (node), status_members);
    assert_one_of (json_object_get_string_member (json_node_get_object (node), "currentStatus"),
                   words);
    assert_date (json_node_get_object (node), "lastSuccessfulSync");
  }
}

/* Every half second of a first sync, and every seeded company. */
static void
test_data_status (Fixture *fixture, gconstpointer data)
{
  g_autofree char *company = fixture_create_company (fixture, "Test Company");
  g_autofree char *connection = fixture_create_connection (fixture, company, "fztf");
  g_autofree char *location = fixture_sign_in (fixture, company, connection, "allow");
  g_autofree char *path = g_strdup_printf ("/companies/%s/dataStatus", company);
  g_auto (Answer) list = fixture_call (fixture, "GET", "/companies?pageSize=20", NULL);
  JsonArray *results = answer_results (&list);

  g_assert_nonnull (location);
  for (guint i = 0; i < 10; i++) {
    g_auto (Answer) answer = fixture_call (fixture, "GET", path, NULL);

    assert_statuses (answer_object (&answer));
    sandbox_server_advance (fixture->server, 1);
  }
  for (guint i = 0; i < json_array_get_length (results); i++) {
    JsonObject *row = json_array_get_object_element (results, i);
    g_autofree char *row_path =
        g_strdup_printf ("/companies/%s/dataStatus", json_object_get_string_member (row, "id"));
    g_auto (Answer) answer = fixture_call (fixture, "GET", row_path, NULL);

    assert_statuses (answer_object (&answer));
  }
}

/* The key is in no answer, plain or encoded. */
static void
test_key_is_kept (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = { "/companies", "/integrations", "/profile", "/nothing",
                                       "/integrations/gbol/branding" };
  const char *key = sandbox_server_get_api_key (fixture->server);
  g_autofree char *encoded = g_base64_encode ((const guchar *) key, strlen (key));

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_auto (Answer) answer = fixture_call (fixture, "GET", paths[i], NULL);
    g_autofree char *text = g_strndup (answer_text (&answer), g_bytes_get_size (answer.body));

    g_assert_null (strstr (text, key));
    g_assert_null (strstr (text, encoded));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/sandbox/contract/companies", 300, test_companies);
  FIXTURE_TEST ("/sandbox/contract/connections", 0, test_connections);
  FIXTURE_TEST ("/sandbox/contract/integrations", 0, test_integrations);
  FIXTURE_TEST ("/sandbox/contract/data-status", 0, test_data_status);
  FIXTURE_TEST ("/sandbox/contract/key-is-kept", 0, test_key_is_kept);
  return g_test_run ();
}
