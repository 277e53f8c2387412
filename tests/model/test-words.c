/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-companies.h"
#include "trib-model-data-words.h"
#include "trib-model-facts.h"
#include "trib-model-outcome.h"
#include "trib-model-status.h"
#include "trib-model-words.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_fold (void)
{
  g_autofree char *spaces = trib_model_fold ("  Acme \t\n  LTD ");
  g_autofree char *composed = trib_model_fold ("Caf\303\251");
  g_autofree char *loose = trib_model_fold ("CAFE\314\201");
  g_autofree char *broken = trib_model_fold ("a\377b");
  g_autofree char *none = trib_model_fold (NULL);

  g_assert_cmpstr (spaces, ==, "acme ltd");
  g_assert_cmpstr (composed, ==, loose);
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  g_assert_cmpstr (none, ==, "");
}

static gboolean
matches (const char *search, const char *text)
{
  g_auto (GStrv) words = trib_model_words_new (search);
  g_autofree char *folded = trib_model_fold (text);

  return trib_model_words_match ((const char *const *) words, folded);
}

static void
test_match (void)
{
  g_assert_true (matches ("", "Anything"));
  g_assert_true (matches (NULL, "Anything"));
  g_assert_true (matches ("   ", "Anything"));
  g_assert_true (matches ("vale HARB", "Harbour & Vale Bakery"));
  g_assert_false (matches ("vale garage", "Harbour & Vale Bakery"));
  g_assert_false (matches ("x", ""));
}

static void
test_fill (void)
{
  g_autofree char *one = trib_model_fill ("Sign in to %s", "X %s %n");
  g_autofree char *two = trib_model_fill ("%s and %s", "A");
  g_autofree char *none = trib_model_fill ("Nothing", "A");
  g_autofree char *empty = trib_model_fill ("", "A");

  g_assert_cmpstr (one, ==, "Sign in to X %s %n");
  g_assert_cmpstr (two, ==, "A and A");
  g_assert_cmpstr (none, ==, "Nothing");
  g_assert_cmpstr (empty, ==, "");
}

typedef struct {
  const char *name;
  gboolean same;
  const char *stripped;
} NameRow;

static const NameRow name_rows[] = {
  { "Acme Ltd", TRUE, "Acme Ltd" },
  { "  Acme Ltd  ", TRUE, "Acme Ltd" },
  { "O'Neill & Sons, Inc. @ 5-7?!", TRUE, "O'Neill & Sons, Inc. @ 5-7?!" },
  { "Company (Codat[1])", FALSE, "Company Codat1" },
  { "Caf\303\251", FALSE, "Caf" },
  { "\346\235\261", FALSE, "" },
  { "", FALSE, "" },
  { NULL, FALSE, "" },
};

static void
test_name_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_rows); i++) {
    g_autofree char *stripped = NULL;

    g_assert_cmpint (trib_model_company_name_check (name_rows[i].name, &stripped), ==,
                     name_rows[i].same);
    g_assert_cmpstr (stripped, ==, name_rows[i].stripped);
    g_assert_cmpint (trib_model_company_name_check (name_rows[i].name, NULL), ==,
                     name_rows[i].same);
  }
}

/* Words that an owner of a small business need not know. */
static void
assert_plain (const char *text)
{
  static const char *const jargon[] = { "oauth", "token", "endpoint", "500", "403",  "http",
                                        "json",  "null",  "%s",       "  ",  "auth", NULL };
  g_autofree char *folded = g_utf8_casefold (text, -1);

  g_assert_cmpuint (strlen (text), >, 0);
  for (guint i = 0; jargon[i] != NULL; i++)
    g_assert_null (strstr (folded, jargon[i]));
}

static void
test_outcomes (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = TRIB_LINK_OUTCOME_CONNECTED; i <= TRIB_LINK_OUTCOME_GONE; i++) {
    char *title = trib_model_outcome_title ((TribLinkOutcome) i, "Xero");
    char *sentence = trib_model_outcome_sentence ((TribLinkOutcome) i, "Xero", NULL);

    assert_plain (title);
    assert_plain (sentence);
    /* Every sentence says where things stand at the platform, and ends. */
    g_assert_nonnull (strstr (sentence, "Xero"));
    g_assert_true (g_str_has_suffix (sentence, "."));
    g_assert_true (g_hash_table_add (titles, title));
    g_assert_true (g_hash_table_add (sentences, sentence));
  }
}

static void
test_outcome_edges (void)
{
  g_autofree char *named =
      trib_model_outcome_sentence (TRIB_LINK_OUTCOME_CONNECTED, "Xero", "Acme Ltd");
  g_autofree char *unnamed = trib_model_outcome_sentence (TRIB_LINK_OUTCOME_CONNECTED, "Xero", "");
  g_autofree char *none = trib_model_outcome_title (TRIB_LINK_OUTCOME_NONE, "Xero");
  g_autofree char *beyond = trib_model_outcome_title ((TribLinkOutcome) 99, "Xero");

  g_assert_true (g_str_has_prefix (named, "Acme Ltd at Xero is connected."));
  g_assert_true (g_str_has_prefix (unnamed, "You are connected to Xero."));
  g_assert_cmpstr (none, ==, "");
  assert_plain (beyond);
  g_assert_false (trib_model_outcome_can_retry (TRIB_LINK_OUTCOME_CONNECTED));
  g_assert_false (trib_model_outcome_can_retry (TRIB_LINK_OUTCOME_NOT_SUPPORTED));
  g_assert_false (trib_model_outcome_can_retry (TRIB_LINK_OUTCOME_GONE));
  g_assert_true (trib_model_outcome_can_retry (TRIB_LINK_OUTCOME_CANCELLED));
  g_assert_true (trib_model_outcome_can_retry (TRIB_LINK_OUTCOME_EXPIRED));
}

static void
test_dataset_statuses (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = CODAT_DATASET_STATUS_INITIAL; i <= CODAT_DATASET_STATUS_PREREQUISITE_NOT_MET;
       i++) {
    const char *text = trib_model_dataset_status_to_text ((CodatDatasetStatus) i);

    assert_plain (text);
    g_assert_true (g_hash_table_add (seen, (char *) text));
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 21);
  g_assert_null (trib_model_dataset_status_to_text (CODAT_DATASET_STATUS_UNKNOWN));
  g_assert_false (trib_model_dataset_status_is_failure (CODAT_DATASET_STATUS_COMPLETE));
  g_assert_false (trib_model_dataset_status_is_failure (CODAT_DATASET_STATUS_NOT_SUPPORTED));
  g_assert_false (trib_model_dataset_status_is_failure (CODAT_DATASET_STATUS_FETCHING));
  g_assert_false (trib_model_dataset_status_is_failure (CODAT_DATASET_STATUS_UNKNOWN));
  g_assert_true (trib_model_dataset_status_is_failure (CODAT_DATASET_STATUS_FETCH_ERROR));
  g_assert_true (trib_model_dataset_status_is_failure (CODAT_DATASET_STATUS_CANCELLED));
}

static void
check_data_type (const char *word, GHashTable *seen)
{
  char *name = trib_model_data_type_to_text (word);

  assert_plain (name);
  g_assert_true (g_ascii_isupper (*name));
  g_assert_null (strchr (name, '-'));
  g_assert_cmpstr (name, !=, word);
  g_hash_table_add (seen, name);
}

static void
check_state (const char *word, GHashTable *seen)
{
  CodatDatasetStatus status = codat_dataset_status_from_string (word);
  const char *text = trib_model_dataset_status_to_text (status);

  g_assert_cmpint (status, !=, CODAT_DATASET_STATUS_UNKNOWN);
  assert_plain (text);
  g_hash_table_add (seen, g_strdup (text));
}

static void
check_connection_status (const char *word, GHashTable *seen)
{
  g_assert_cmpint (codat_connection_status_from_string (word), !=, CODAT_CONNECTION_STATUS_UNKNOWN);
  g_hash_table_add (seen, g_strdup (word));
}

static void
check_source_type (const char *word, GHashTable *seen)
{
  g_assert_true (codat_source_type_from_string (word) != CODAT_SOURCE_TYPE_UNKNOWN ||
                 g_str_equal (word, "Unknown"));
  g_hash_table_add (seen, g_strdup (word));
}

static void
check_nothing (const char *word, GHashTable *seen)
{
}

/* Every list of words in Codat's own document, known by its first one. */
static const struct {
  const char *first;
  void (*check) (const char *word, GHashTable *seen);
  guint n_seen; /* different ones */
} enumerations[] = {
  { "accountTransactions", check_data_type, 43 },
  { "Initial", check_state, 21 },
  { "PendingAuth", check_connection_status, 4 },
  { "Accounting", check_source_type, 7 },
  { "Active", check_nothing, 0 },  /* a fault of a connection is shown while it is active */
  { "Release", check_nothing, 0 }, /* what a platform can do is not shown */
  { "Get", check_nothing, 0 },     /* the same */
};

static void
check_enumeration (JsonArray *words, GHashTable *const *seen)
{
  const char *first = json_array_get_string_element (words, 0);

  for (guint i = 0; i < G_N_ELEMENTS (enumerations); i++) {
    if (!g_str_equal (enumerations[i].first, first))
      continue;
    for (guint n = 0; n < json_array_get_length (words); n++)
      enumerations[i].check (json_array_get_string_element (words, n), seen[i]);
    return;
  }
  g_error ("There are no words for the enumeration that begins with %s", first);
}

static void
find_enumerations (JsonNode *node, GHashTable *const *seen)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObject *object = json_node_get_object (node);
    JsonObjectIter iter;
    const char *name;
    JsonNode *member;

    json_object_iter_init (&iter, object);
    while (json_object_iter_next (&iter, &name, &member)) {
      if (g_str_equal (name, "enum") && JSON_NODE_HOLDS_ARRAY (member))
        check_enumeration (json_node_get_array (member), seen);
      else
        find_enumerations (member, seen);
    }
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++)
      find_enumerations (json_array_get_element (array, i), seen);
  }
}

static void
test_contract_words (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "contract", "codat-platform.json", NULL);
  GHashTable *seen[G_N_ELEMENTS (enumerations)];
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  root = json_from_string (text, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (enumerations); i++)
    seen[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  find_enumerations (root, seen);
  for (guint i = 0; i < G_N_ELEMENTS (enumerations); i++) {
    g_assert_cmpuint (g_hash_table_size (seen[i]), ==, enumerations[i].n_seen);
    g_hash_table_unref (seen[i]);
  }
}

static void
test_unknown_words (void)
{
  g_autofree char *odd = trib_model_data_type_to_text ("new\ntype");
  g_autofree char *empty = trib_model_data_type_to_text ("");
  g_autofree char *none = trib_model_data_type_to_text (NULL);

  g_assert_cmpstr (odd, ==, "new type");
  g_assert_nonnull (empty);
  g_assert_nonnull (none);
  g_assert_cmpint (codat_dataset_status_from_string ("Invented"), ==, CODAT_DATASET_STATUS_UNKNOWN);
  g_assert_null (trib_model_dataset_status_to_text (CODAT_DATASET_STATUS_UNKNOWN));
  g_assert_null (trib_model_dataset_status_to_text ((CodatDatasetStatus) 99));
}

static void
assert_sentences (char **sentences)
{
  g_assert_cmpuint (g_strv_length (sentences), >, 0);
  for (guint i = 0; sentences[i] != NULL; i++)
    assert_plain (sentences[i]);
}

typedef struct {
  const char *key;
  CodatSourceType type;
  const char *name;
  const char *address;
  gboolean needs_windows;
  guint minutes;
} FactRow;

static const FactRow fact_rows[] = {
  { "gbol", CODAT_SOURCE_TYPE_ACCOUNTING, "Xero", "go.xero.com", FALSE, 1 },
  { "gbol", CODAT_SOURCE_TYPE_BANK_FEED, "Xero Bank Feeds", "go.xero.com", FALSE, 4 },
  { "qhyg", CODAT_SOURCE_TYPE_ACCOUNTING, "QuickBooks Online", "qbo.intuit.com", FALSE, 1 },
  { "pqsw", CODAT_SOURCE_TYPE_ACCOUNTING, "QuickBooks Desktop", "", TRUE, 20 },
  { "hbql", CODAT_SOURCE_TYPE_ACCOUNTING, "Sage 50 (UK)", "", TRUE, 20 },
  { "tgff", CODAT_SOURCE_TYPE_ACCOUNTING, "Sage Accounting", "accounting.sage.com", FALSE, 1 },
  { "fztf", CODAT_SOURCE_TYPE_COMMERCE, "Shopify", "admin.shopify.com", FALSE, 10 },
  /* Another key, but the name that people know. */
  { "zzzz", CODAT_SOURCE_TYPE_ACCOUNTING, "freeagent", "freeagent.com", FALSE, 1 },
  /* A known key of another kind is not the same platform. */
  { "gbol", CODAT_SOURCE_TYPE_COMMERCE, "Something", "", FALSE, 0 },
  { "nobd", CODAT_SOURCE_TYPE_OTHER, "Nobody Knows", "", FALSE, 0 },
  { "nobk", CODAT_SOURCE_TYPE_BANKING, "Nobody's Bank", "", FALSE, 0 },
};

static void
test_facts (void)
{
  g_autoptr (TribModelFacts) facts = trib_model_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fact_rows); i++) {
    const FactRow *row = &fact_rows[i];
    g_autoptr (TribModelFact) fact = trib_model_facts_find (facts, row->key, row->type, row->name);

    g_assert_cmpstr (fact->address, ==, row->address);
    g_assert_cmpint (fact->needs_windows, ==, row->needs_windows);
    g_assert_cmpuint (fact->minutes, ==, row->minutes);
    assert_sentences (fact->steps);
    assert_sentences (fact->needs);
  }
}

static void
test_facts_are_special (void)
{
  g_autoptr (TribModelFacts) facts = trib_model_facts_new ();
  g_autoptr (TribModelFact) xero =
      trib_model_facts_find (facts, "gbol", CODAT_SOURCE_TYPE_ACCOUNTING, "Xero");
  g_autoptr (TribModelFact) plain =
      trib_model_facts_find (facts, "pbtz", CODAT_SOURCE_TYPE_ACCOUNTING, "Wave");

  g_assert_cmpuint (g_strv_length (xero->needs), ==, g_strv_length (plain->needs) + 1);
  g_assert_cmpstr (xero->steps[0], ==, "Sign in to Xero on its own page");
}

static void
test_categories (void)
{
  for (guint i = TRIB_MODEL_CATEGORY_ACCOUNTING; i <= TRIB_MODEL_CATEGORY_OTHER; i++) {
    assert_plain (trib_model_category_get_title ((TribModelCategory) i));
    assert_plain (trib_model_category_get_rule ((TribModelCategory) i));
  }
  g_assert_cmpstr (trib_model_category_get_rule (TRIB_MODEL_CATEGORY_ACCOUNTING), ==,
                   "One at a time.");
}

static void
test_statuses (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = TRIB_MODEL_STATUS_NOT_STARTED; i <= TRIB_MODEL_STATUS_PAST; i++) {
    const char *text = trib_model_status_to_text ((TribModelStatus) i);

    assert_plain (text);
    g_assert_true (g_hash_table_add (seen, (char *) text));
    g_assert_cmpint (trib_model_status_worse ((TribModelStatus) i, TRIB_MODEL_STATUS_ATTENTION), ==,
                     TRIB_MODEL_STATUS_ATTENTION);
    g_assert_cmpint (trib_model_status_worse ((TribModelStatus) i, TRIB_MODEL_STATUS_NOT_STARTED),
                     ==, i);
  }
  g_assert_cmpint (trib_model_status_worse (TRIB_MODEL_STATUS_CONNECTED, TRIB_MODEL_STATUS_PAST),
                   ==, TRIB_MODEL_STATUS_CONNECTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/words/fold", test_fold);
  g_test_add_func ("/model/words/match", test_match);
  g_test_add_func ("/model/words/fill", test_fill);
  g_test_add_func ("/model/words/name-check", test_name_check);
  g_test_add_func ("/model/words/outcomes", test_outcomes);
  g_test_add_func ("/model/words/outcome-edges", test_outcome_edges);
  g_test_add_func ("/model/words/dataset-statuses", test_dataset_statuses);
  g_test_add_func ("/model/words/contract", test_contract_words);
  g_test_add_func ("/model/words/unknown", test_unknown_words);
  g_test_add_func ("/model/words/facts", test_facts);
  g_test_add_func ("/model/words/facts-are-special", test_facts_are_special);
  g_test_add_func ("/model/words/categories", test_categories);
  g_test_add_func ("/model/words/statuses", test_statuses);
  return g_test_run ();
}
