/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-facts.h"
#include "trib-model-sentences.h"

#include <gio/gio.h>

/* As many as are known, and no sentence longer than what fits on the sheet in three lines. */
#define N_PLATFORMS 61
#define MAX_LENGTH 160
#define MAX_MINUTES 60

static GKeyFile *
load_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_BASE "/model/platforms.ini",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  GKeyFile *file = g_key_file_new ();

  g_assert_no_error (error);
  g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return file;
}

static void
assert_sentence (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpint (g_utf8_strlen (text, -1), >=, 5);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, MAX_LENGTH);
  g_assert_false (g_ascii_isspace (text[0]));
  g_assert_false (g_ascii_isspace (text[strlen (text) - 1]));
  g_assert_null (strchr (text, '%'));
  g_assert_null (strstr (text, "  "));
  g_assert_null (strchr (text, '<'));
}

static void
assert_sentences (char **sentences, guint least, guint most)
{
  g_assert_cmpuint (g_strv_length (sentences), >=, least);
  g_assert_cmpuint (g_strv_length (sentences), <=, most);
  for (guint i = 0; sentences[i] != NULL; i++) {
    assert_sentence (sentences[i]);
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (sentences[i], !=, sentences[j]);
  }
}

static void
check_platform (TribModelFacts *facts, GKeyFile *file, const char *name)
{
  g_autofree char *key = g_key_file_get_string (file, name, "key", NULL);
  g_autofree char *source = g_key_file_get_string (file, name, "source", NULL);
  g_autofree char *kind = g_key_file_get_string (file, name, "kind", NULL);
  CodatSourceType type = codat_source_type_from_string (source);
  g_autoptr (TribModelFact) fact =
      trib_model_facts_find (facts, key != NULL ? key : "none", type, name);

  g_test_message ("%s", name);
  g_assert_cmpint (type, !=, CODAT_SOURCE_TYPE_UNKNOWN);
  g_assert_true (trib_model_sentences_has_kind (kind));
  assert_sentences (fact->steps, 2, 5);
  assert_sentences (fact->needs, 1, 6);
  assert_sentences (fact->reads, 1, 9);
  assert_sentences (fact->writes, 0, 1);
  assert_sentence (fact->disconnect);
  assert_sentence (fact->link);
  g_assert_cmpuint (fact->minutes, >=, 1);
  g_assert_cmpuint (fact->minutes, <=, MAX_MINUTES);
  g_assert_cmpuint (g_strv_length (fact->domains) > 0, ==, *fact->address != '\0');
  for (guint i = 0; fact->domains[i] != NULL; i++)
    g_assert_nonnull (strchr (fact->domains[i], '.'));
}

static void
test_every_platform (void)
{
  g_autoptr (TribModelFacts) facts = trib_model_facts_new ();
  g_autoptr (GKeyFile) file = load_table ();
  g_auto (GStrv) names = g_key_file_get_groups (file, NULL);

  g_assert_cmpuint (g_strv_length (names), ==, N_PLATFORMS);
  for (guint i = 0; names[i] != NULL; i++)
    check_platform (facts, file, names[i]);
}

static void
test_particulars (void)
{
  g_autoptr (TribModelFacts) facts = trib_model_facts_new ();
  g_autoptr (TribModelFact) xero =
      trib_model_facts_find (facts, "gbol", CODAT_SOURCE_TYPE_ACCOUNTING, "Xero");
  g_autoptr (TribModelFact) desktop =
      trib_model_facts_find (facts, "pqsw", CODAT_SOURCE_TYPE_ACCOUNTING, "QuickBooks Desktop");
  g_autoptr (TribModelFact) plaid =
      trib_model_facts_find (facts, "suuo", CODAT_SOURCE_TYPE_BANKING, "Plaid");
  g_autoptr (TribModelFact) feed = trib_model_facts_find (
      facts, "hcws", CODAT_SOURCE_TYPE_BANK_FEED, "QuickBooks Online Bank Feeds");
  g_autoptr (TribModelFact) inside =
      trib_model_facts_find (facts, "olpr", CODAT_SOURCE_TYPE_BANK_FEED, "Sage Bank Feeds");
  g_autoptr (TribModelFact) sandbox =
      trib_model_facts_find (facts, "mqjo", CODAT_SOURCE_TYPE_ACCOUNTING, "Codat Sandbox");

  g_assert_cmpstr (xero->domains[0], ==, "xero.com");
  g_assert_cmpstr (xero->disconnect, ==,
                   "You can disconnect at any time: here under Connections, or in Xero, among its "
                   "connected apps.");
  g_assert_cmpstr (xero->link, ==,
                   "The link for signing in works once, within one day. A new one is a click "
                   "away.");
  g_assert_true (g_strv_contains ((const char *const *) xero->reads, "Invoices"));
  g_assert_cmpuint (g_strv_length (xero->writes), ==, 0);
  g_assert_false (xero->prefers_browser || xero->begins_inside || xero->is_sandbox);
  g_assert_true (desktop->needs_windows);
  g_assert_nonnull (strstr (desktop->disconnect, "removing the small program"));
  g_assert_true (plaid->prefers_browser);
  g_assert_nonnull (strstr (plaid->disconnect, "at your bank"));
  g_assert_cmpstr (feed->writes[0], ==, "Bank transactions");
  g_assert_nonnull (strstr (feed->link, "within 1 hour"));
  g_assert_true (inside->begins_inside);
  g_assert_true (sandbox->is_sandbox);
}

static void
test_unknown (void)
{
  g_autoptr (TribModelFacts) facts = trib_model_facts_new ();
  g_autoptr (TribModelFact) fact =
      trib_model_facts_find (facts, "zzzz", CODAT_SOURCE_TYPE_EXPENSE, "Brand New Books");

  g_assert_cmpstr (fact->address, ==, "");
  assert_sentences (fact->steps, 2, 5);
  assert_sentences (fact->needs, 1, 5);
  g_assert_cmpuint (g_strv_length (fact->reads), ==, 0);
  assert_sentence (fact->disconnect);
  g_assert_nonnull (strstr (fact->disconnect, "in Brand New Books, among"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/every-platform", test_every_platform);
  g_test_add_func ("/facts/particulars", test_particulars);
  g_test_add_func ("/facts/unknown", test_unknown);
  return g_test_run ();
}
