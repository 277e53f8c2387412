/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-answer.h"
#include "codat-operation.h"
#include "documents.h"
#include "examples.h"
#include "facts.h"

#include <string.h>

/* Every example of Codat's own document, in data/examples.json, against what our objects keep. */

/* What no value object keeps, and why. A field that is in neither list fails the test. */
static const struct {
  const char *of; /* (nullable): everywhere */
  const char *name;
} unread[] = {
  { NULL, "platform" },                     /* deprecated, and empty */
  { NULL, "referenceParentCompany" },       /* companies of companies are not shown */
  { NULL, "referenceSubsidiaryCompanies" }, /* the same */
  { NULL, "datatypeFeatures" },             /* what a platform can do is not shown */
  { NULL, "latestSyncId" },                 /* the history has it */
  { NULL, "latestSuccessfulSyncId" },       /* the same */
  { NULL, "whiteListUrls" },                /* set up in the portal */
  { NULL, "confirmCompanyName" },           /* the same */
  { "Profile", "apiKey" },                  /* a secret that nobody needs */
  { "list-api-keys", "apiKey" },            /* the same */
  { "get-company-syncSettings", "companyId" },
  { "get-company-syncSettings", "overridesDefaults" },
  { NULL, "_links" }, /* only whether there is a next page, not where */
};

/* Words of the examples that are none of the contract. */
static const char *const no_words[] = { "string", "8193a927-ab7a-45a3-9dc2-d357a4932dfe", NULL };

/* What the example says of a GUID, which is none: a mistake in the contract. */
static const char *const no_guids[] = { "accounting", NULL };

static gboolean
is_unread (Example *example, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (unread); i++) {
    if ((unread[i].of == NULL || g_str_equal (unread[i].of, example->of)) &&
        g_str_equal (unread[i].name, name))
      return TRUE;
  }
  return FALSE;
}

static char *
dup_scalar (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  g_assert_true (type == G_TYPE_BOOLEAN);
  return g_strdup (json_node_get_boolean (node) ? "true" : "false");
}

static char *
new_word_path (const char *path)
{
  const char *dot = strrchr (path, '.');
  int head = dot != NULL ? (int) (dot + 1 - path) : 0;

  return g_strdup_printf ("%.*s(%s)", head, path, path + head);
}

/* What is kept equals what was sent; a word is understood as well. Facts are taken away, so that
 * those that are left were never sent. */
static void
compare_scalar (Example *example, const char *path, JsonNode *node)
{
  g_autofree char *sent = dup_scalar (node);
  g_autofree char *word_path = new_word_path (path);
  g_autofree char *date = facts_dup_date (sent);
  const char *kept = g_hash_table_lookup (example->facts, path);
  const char *word = g_hash_table_lookup (example->facts, word_path);
  gboolean same = g_strcmp0 (kept, sent) == 0 || (date != NULL && g_strcmp0 (kept, date) == 0) ||
                  (kept == NULL && (*sent == '\0' || g_strcmp0 (word, sent) == 0 ||
                                    g_strv_contains (no_guids, sent)));

  if (!same)
    g_error ("%s %s: %s was sent as \"%s\" and kept as \"%s\"", example->of, example->name, path,
             sent, kept != NULL ? kept : "nothing");
  if (word != NULL && g_strcmp0 (word, sent) != 0 && !g_strv_contains (no_words, sent))
    g_error ("%s %s: %s was sent as \"%s\" and understood as \"%s\"", example->of, example->name,
             path, sent, word);
  g_hash_table_remove (example->facts, path);
  example->n_compared++;
}

static void compare_node (Example *example, const char *path, JsonNode *node);

static void
compare_list (Example *example, const char *path, JsonArray *array, guint first)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    g_autofree char *below = g_strdup_printf ("%s[%u]", path, first + i);

    compare_node (example, below, json_array_get_element (array, i));
  }
}

static void
compare_object (Example *example, const char *path, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member)) {
    g_autofree char *below = g_strconcat (path, *path != '\0' ? "." : "", name, NULL);

    if (!is_unread (example, name))
      compare_node (example, below, member);
  }
}

static void
compare_node (Example *example, const char *path, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    compare_object (example, path, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    compare_list (example, path, json_node_get_array (node), 0);
  else if (JSON_NODE_HOLDS_VALUE (node))
    compare_scalar (example, path, node);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The state of the data comes as an object by data type, and is a list sorted by it. */
static void
compare_statuses (Example *example, JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (names, l->data);
  g_ptr_array_sort (names, compare_texts);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_strdup_printf ("results[%u]", i);

    compare_object (example, path,
                    json_object_get_object_member (object, g_ptr_array_index (names, i)));
  }
}

/* Where the answer has lists under other names than a page. */
static void
compare_body (Example *example)
{
  JsonObject *object = json_node_get_object (example->body);

  if (g_str_equal (example->of, "get-company-data-status")) {
    compare_statuses (example, object);
  } else if (g_str_equal (example->of, "get-company-syncSettings")) {
    compare_list (example, "results", json_object_get_array_member (object, "settings"), 0);
  } else if (g_str_equal (example->of, "get-read-validation-results")) {
    JsonArray *errors = json_object_get_array_member (object, "errors");

    compare_list (example, "results", errors, 0);
    compare_list (example, "results", json_object_get_array_member (object, "warnings"),
                  json_array_get_length (errors));
  } else {
    compare_object (example, "", object);
  }
}

/* What nobody sent may only be what stands for nothing. */
static void
check_rest (Example *example)
{
  static const char *const nothings[] = { "", "false", "-1", "0", NULL };
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, example->facts);
  while (g_hash_table_iter_next (&iter, &path, &value)) {
    if (strchr (path, '(') == NULL && !g_strv_contains (nothings, value))
      g_error ("%s %s: nobody sent %s=%s", example->of, example->name, (char *) path,
               (char *) value);
  }
}

static void
compare (Example *example, GObject *object, const GError *error)
{
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  lines = facts_new (object, error);
  example->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *equals = strchr (lines[i], '=');

    g_hash_table_insert (example->facts, g_strndup (lines[i], (gsize) (equals - lines[i])),
                         g_strdup (equals + 1));
  }
  compare_body (example);
  g_assert_cmpuint (example->n_compared, >, 0);
  check_rest (example);
}

static const CodatOperation *
find_operation (const char *id)
{
  for (guint op = 0; op < CODAT_N_OPS; op++) {
    if (g_str_equal (codat_operation_get ((CodatOp) op)->id, id))
      return codat_operation_get ((CodatOp) op);
  }
  g_error ("The client has no operation %s", id);
}

static void
run_answer (Example *example)
{
  CodatCall call = { .operation = find_operation (example->of) };
  char *text = json_to_string (example->body, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) object = NULL;

  object = codat_call_read (&call, text, strlen (text), &error);
  compare (example, object, error);
}

static gboolean
is_answer (const char *status)
{
  return status[0] == '2';
}

static void
test_answers (void)
{
  g_assert_cmpuint (examples_run (is_answer, run_answer), ==, 22);
}

static const struct {
  const char *schema;
  const char *kind;
} schemas[] = {
  { "Branding", "branding" },
  { "Company", "company" },
  { "CompanyAccessToken", "access-token" },
  { "Connection", "connection" },
  { "DataStatus", "data-status" },
  { "Integration", "integration" },
  { "PagingInfo", "companies" },
  { "Profile", "profile" },
  { "PullOperation", "pull-operation" },
  { "SyncSetting", "sync-setting" },
};

static void
run_schema (Example *example)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) object = NULL;

  /* The part that all lists share comes with a list everywhere else. */
  if (g_str_equal (example->of, "PagingInfo"))
    json_object_set_array_member (json_node_get_object (example->body), "results",
                                  json_array_new ());
  text = json_to_string (example->body, FALSE);
  if (g_str_equal (example->of, "DateTime")) {
    const char *sent = json_node_get_string (example->body);
    g_autoptr (GDateTime) date = codat_date_new_from_string (sent);
    g_autofree char *wanted = facts_dup_date (sent);
    g_autofree char *kept = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%S") : NULL;

    g_assert_nonnull (kept);
    g_assert_true (g_str_has_prefix (wanted, kept));
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++) {
    if (g_str_equal (schemas[i].schema, example->of))
      object = document_kind_find (schemas[i].kind)->read (text, strlen (text), &error);
  }
  if (object == NULL)
    g_error ("No reader for %s: %s", example->of, error != NULL ? error->message : "unknown");
  compare (example, object, error);
}

static gboolean
is_schema (const char *status)
{
  return g_str_equal (status, "schema");
}

static void
test_schemas (void)
{
  g_assert_cmpuint (examples_run (is_schema, run_schema), ==, 12);
}

/* An error body: what it says and its id arrive, while the status that counts is the one of HTTP,
 * whatever the body claims. */
static void
run_error (Example *example)
{
  static const char *const others[] = {
    "statusCode", "service", "error", "correlationId", "detailedErrorCode", "canBeRetried", NULL
  };
  JsonObject *object = json_node_get_object (example->body);
  g_autofree char *text = json_to_string (example->body, FALSE);
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (CodatReply) reply = g_new0 (CodatReply, 1);
  g_autoptr (GError) error = NULL;

  reply->status = 451;
  reply->retry_after = 3;
  reply->body = g_bytes_new (text, strlen (text));
  g_assert_false (codat_answer_check_status (reply, &error));
  g_assert_error (error, CODAT_ERROR, CODAT_ERROR_REFUSED);
  g_assert_cmpuint (codat_error_get_http_status (error), ==, 451);
  g_assert_cmpint (codat_error_get_retry_after (error), ==, 3);
  g_assert_cmpstr (codat_error_get_server_text (error), ==,
                   json_object_get_string_member (object, "error"));
  g_assert_cmpstr (codat_error_get_correlation_id (error), ==,
                   json_object_get_string_member (object, "correlationId"));
  g_assert_cmpint (codat_error_get_detailed_code (error), ==,
                   json_object_get_int_member (object, "detailedErrorCode"));
  for (GList *l = members; l != NULL; l = l->next)
    g_assert_true (g_strv_contains (others, l->data));
}

static gboolean
is_error (const char *status)
{
  return status[0] == '4' || status[0] == '5' || g_str_equal (status, "error");
}

static void
test_errors (void)
{
  g_assert_cmpuint (examples_run (is_error, run_error), ==, 14);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/examples/answers", test_answers);
  g_test_add_func ("/codat/examples/schemas", test_schemas);
  g_test_add_func ("/codat/examples/errors", test_errors);
  return g_test_run ();
}
