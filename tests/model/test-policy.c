/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include "trib-model-offer.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define ACCOUNT "33333333-3333-4333-8333-333333333333"

static TribModelPlatform *
look_up_platform (Fixture *fixture, const char *key)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (fixture->account);

  trib_model_platforms_load (platforms);
  wait_until (trib_model_platforms_get_state (platforms) == TRIB_MODEL_STATE_READY);
  return trib_model_platforms_find (platforms, key, NULL);
}

static void
changed_cb (guint *n)
{
  (*n)++;
}

/* As another start of the program finds it. */
static TribModelPolicy *
read_policy (Fixture *fixture)
{
  TribModelPolicy *policy = trib_model_policy_new (fixture->store, ACCOUNT, FALSE);
  guint n = 0;

  g_signal_connect_swapped (policy, "changed", G_CALLBACK (changed_cb), &n);
  trib_model_policy_load (policy);
  wait_until (n > 0);
  g_signal_handlers_disconnect_by_data (policy, &n);
  return policy;
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelPolicy) policy = trib_model_policy_new (NULL, ACCOUNT, FALSE);
  g_auto (GStrv) keys = trib_model_policy_dup_allowed (policy);

  trib_model_policy_load (policy);
  g_assert_false (trib_model_policy_get_asks_consent (policy));
  g_assert_false (trib_model_policy_get_shows_sandbox (policy));
  g_assert_null (trib_model_policy_dup_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT));
  g_assert_null (keys[0]);
  for (int i = 0; i <= TRIB_MODEL_CATEGORY_OTHER; i++)
    g_assert_false (trib_model_policy_get_required (policy, (TribModelCategory) i));
  g_assert_finalize_object (g_steal_pointer (&policy));
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  const char *const allowed[] = { "gbol", "qhyg", NULL };
  g_autoptr (TribModelPolicy) policy = read_policy (fixture);
  g_autoptr (TribModelPolicy) again = NULL;
  g_auto (GStrv) keys = NULL;
  g_autofree char *terms = NULL;
  g_autofree char *privacy = NULL;
  g_autofree char *support = NULL;

  trib_model_policy_set_asks_consent (policy, TRUE);
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_BANKING, TRUE);
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_TERMS, "https://example.com/terms");
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_PRIVACY, "javascript:alert(1)");
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT, "help@example.com");
  trib_model_policy_set_allowed (policy, allowed);
  again = read_policy (fixture);
  terms = trib_model_policy_dup_text (again, TRIB_MODEL_POLICY_TEXT_TERMS);
  privacy = trib_model_policy_dup_text (again, TRIB_MODEL_POLICY_TEXT_PRIVACY);
  support = trib_model_policy_dup_text (again, TRIB_MODEL_POLICY_TEXT_SUPPORT);
  keys = trib_model_policy_dup_allowed (again);
  g_assert_true (trib_model_policy_get_asks_consent (again));
  g_assert_true (trib_model_policy_get_required (again, TRIB_MODEL_CATEGORY_BANKING));
  g_assert_false (trib_model_policy_get_required (again, TRIB_MODEL_CATEGORY_ACCOUNTING));
  g_assert_cmpstr (terms, ==, "https://example.com/terms");
  g_assert_null (privacy);
  g_assert_cmpstr (support, ==, "help@example.com");
  g_assert_cmpuint (g_strv_length (keys), ==, 2);
}

/* Everything is told until somebody decides otherwise. */
static void
test_notices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelPolicy) policy = read_policy (fixture);
  g_autoptr (TribModelPolicy) again = NULL;

  for (int i = 0; i < TRIB_MODEL_N_NOTICES; i++)
    g_assert_true (trib_model_policy_get_notifies (policy, (TribModelNotice) i));
  trib_model_policy_set_notifies (policy, TRIB_MODEL_NOTICE_ACCESS, FALSE);
  again = read_policy (fixture);
  g_assert_false (trib_model_policy_get_notifies (again, TRIB_MODEL_NOTICE_ACCESS));
  g_assert_true (trib_model_policy_get_notifies (again, TRIB_MODEL_NOTICE_SYNC));
  g_assert_true (trib_model_policy_get_notifies (again, TRIB_MODEL_NOTICE_SIGN_IN));
}

/* What is set before the store has answered does not take away what it keeps. */
static void
test_set_early (Fixture *fixture, gconstpointer data)
{
  const char *const allowed[] = { "gbol", NULL };
  g_autoptr (TribModelPolicy) first = read_policy (fixture);
  g_autoptr (TribModelPolicy) policy = trib_model_policy_new (fixture->store, ACCOUNT, FALSE);
  g_autoptr (TribModelPolicy) again = NULL;
  g_autofree char *support = NULL;
  g_auto (GStrv) keys = NULL;
  guint n = 0;

  trib_model_policy_set_text (first, TRIB_MODEL_POLICY_TEXT_SUPPORT, "help@example.com");
  trib_model_policy_set_asks_consent (first, TRUE);
  trib_model_policy_set_allowed (first, allowed);
  g_signal_connect_swapped (policy, "changed", G_CALLBACK (changed_cb), &n);
  trib_model_policy_set_asks_consent (policy, FALSE);
  trib_model_policy_set_allowed (policy, NULL);
  wait_until (n > 2);
  g_signal_handlers_disconnect_by_data (policy, &n);
  again = read_policy (fixture);
  support = trib_model_policy_dup_text (again, TRIB_MODEL_POLICY_TEXT_SUPPORT);
  keys = trib_model_policy_dup_allowed (again);
  g_assert_cmpstr (support, ==, "help@example.com");
  g_assert_false (trib_model_policy_get_asks_consent (again));
  g_assert_null (keys[0]);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

/* Everything asked of the store before has its answer. */
static void
settle_store (Fixture *fixture)
{
  Call call = { NULL };
  g_autoptr (GListModel) records = NULL;

  trib_store_list_records_async (fixture->store, ACCOUNT, TRIB_STORE_JOURNAL_POLICY, NULL, call_cb,
                                 &call);
  records = trib_store_list_records_finish (fixture->store, call_wait (&call), NULL);
  call_clear (&call);
}

static void
use_folder (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  Call call = { NULL };

  trib_store_close_async (fixture->store, NULL, call_cb, &call);
  g_assert_true (trib_store_close_finish (fixture->store, call_wait (&call), NULL));
  call_clear (&call);
  g_clear_object (&fixture->store);
  trib_store_open_async (path, NULL, call_cb, &call);
  fixture->store = trib_store_open_finish (call_wait (&call), &error);
  g_assert_no_error (error);
  call_clear (&call);
}

static void
remove_folder (const char *folder)
{
  static const char *const names[] = { "tributary.db", "tributary.owners" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What could not be read is not written over: one switch would take the place of everything. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("tributary-policy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tributary.db", NULL);
  g_autoptr (TribModelPolicy) first = NULL;
  g_autoptr (TribModelPolicy) policy = NULL;
  g_autoptr (TribModelPolicy) again = NULL;
  g_autofree char *support = NULL;

  use_folder (fixture, folder);
  first = read_policy (fixture);
  trib_model_policy_set_text (first, TRIB_MODEL_POLICY_TEXT_SUPPORT, "help@example.com");
  settle_store (fixture);
  run_sql (path, "ALTER TABLE journal RENAME TO hidden");
  policy = trib_model_policy_new (fixture->store, ACCOUNT, FALSE);
  trib_model_policy_load (policy);
  settle_store (fixture);
  run_sql (path, "ALTER TABLE hidden RENAME TO journal");
  trib_model_policy_set_asks_consent (policy, TRUE);
  settle_store (fixture);
  settle_store (fixture);
  again = read_policy (fixture);
  support = trib_model_policy_dup_text (again, TRIB_MODEL_POLICY_TEXT_SUPPORT);
  g_assert_cmpstr (support, ==, "help@example.com");
  g_assert_true (trib_model_policy_get_asks_consent (again));
  use_folder (fixture, NULL);
  remove_folder (folder);
}

static void
spoil (Fixture *fixture, const char *path, const char *sql)
{
  g_autoptr (TribModelPolicy) policy = NULL;

  run_sql (path, sql);
  policy = trib_model_policy_new (fixture->store, ACCOUNT, FALSE);
  /* Nobody has looked yet. */
  g_assert_true (trib_model_policy_get_asks_consent (policy));
  trib_model_policy_load (policy);
  g_assert_true (trib_model_policy_get_asks_consent (policy));
  settle_store (fixture);
  settle_store (fixture);
  g_assert_true (trib_model_policy_get_asks_consent (policy));
  /* What a person says holds. */
  trib_model_policy_set_asks_consent (policy, FALSE);
  g_assert_false (trib_model_policy_get_asks_consent (policy));
  settle_store (fixture);
}

/* Nobody signs in without being asked because a file is damaged. */
static void
test_asks_when_in_doubt (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("tributary-policy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tributary.db", NULL);
  g_autoptr (TribModelPolicy) first = NULL;

  use_folder (fixture, folder);
  first = read_policy (fixture);
  g_assert_false (trib_model_policy_get_asks_consent (first));
  trib_model_policy_set_asks_consent (first, TRUE);
  settle_store (fixture);
  spoil (fixture, path,
         "UPDATE journal SET record=replace(record,'asks-consent=true','asks-consent=maybe')");
  spoil (fixture, path, "UPDATE journal SET record='no key file'");
  spoil (fixture, path, "ALTER TABLE journal RENAME TO hidden");
  use_folder (fixture, NULL);
  remove_folder (folder);
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = {
    "example.com/terms",  "http://example.com/",     "https://",
    "https:///terms",     "https://a b.example.com", "https://me:key@example.com/",
    "javascript:alert(1)"
  };
  g_autofree char *endless = g_strnfill (201, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (trib_model_policy_check_text (TRIB_MODEL_POLICY_TEXT_TERMS, bad[i], &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    g_assert_true (trib_model_policy_check_text (TRIB_MODEL_POLICY_TEXT_SUPPORT, bad[i], NULL));
  }
  g_assert_true (trib_model_policy_check_text (TRIB_MODEL_POLICY_TEXT_TERMS, "", NULL));
  g_assert_true (
      trib_model_policy_check_text (TRIB_MODEL_POLICY_TEXT_PRIVACY, "https://example.com/a", NULL));
  g_assert_false (
      trib_model_policy_check_text (TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME, endless, NULL));
}

static void
test_offers (Fixture *fixture, gconstpointer data)
{
  const char *const allowed[] = { "qhyg", NULL };
  g_autoptr (TribModelPolicy) policy = trib_model_policy_new (NULL, ACCOUNT, FALSE);
  TribModelPlatform *xero = look_up_platform (fixture, "gbol");
  TribModelPlatform *quickbooks = look_up_platform (fixture, "qhyg");
  TribModelPlatform *sandbox = look_up_platform (fixture, "mqjo");

  g_assert_true (trib_model_policy_offers (policy, xero));
  if (sandbox != NULL) {
    g_assert_false (trib_model_policy_offers (policy, sandbox));
    trib_model_policy_set_shows_sandbox (policy, TRUE);
    g_assert_true (trib_model_policy_offers (policy, sandbox));
  }
  trib_model_policy_set_allowed (policy, allowed);
  g_assert_false (trib_model_policy_offers (policy, xero));
  g_assert_true (trib_model_policy_offers (policy, quickbooks));
  trib_model_policy_set_allowed (policy, NULL);
  g_assert_true (trib_model_policy_offers (policy, xero));
}

/* Platforms for trying out stay away when they are switched off, also when they are chosen. */
static void
test_sandbox_chosen (Fixture *fixture, gconstpointer data)
{
  const char *const allowed[] = { "mqjo", "gbol", NULL };
  g_autoptr (TribModelPolicy) policy = trib_model_policy_new (NULL, ACCOUNT, TRUE);
  TribModelPlatform *sandbox = look_up_platform (fixture, "mqjo");

  g_assert_nonnull (sandbox);
  trib_model_policy_set_allowed (policy, allowed);
  g_assert_true (trib_model_policy_offers (policy, sandbox));
  trib_model_policy_set_shows_sandbox (policy, FALSE);
  g_assert_false (trib_model_policy_offers (policy, sandbox));
}

static gboolean
agree (TribModelConsents *consents, const char *company_id, const char *company, const char *text)
{
  Call call = { NULL };
  gboolean kept;

  trib_model_consents_add_async (consents, company_id, company, "gbol", "Xero", text, call_cb,
                                 &call);
  kept = trib_model_consents_add_finish (consents, call_wait (&call), NULL);
  call_clear (&call);
  return kept;
}

/* What was agreed to is found after a new start, word by word, and nothing replaces it. */
static void
test_consents (Fixture *fixture, gconstpointer data)
{
  TribClock *clock = trib_model_account_get_clock (fixture->account);
  g_autoptr (TribModelConsents) consents = trib_model_consents_new (fixture->store, clock, ACCOUNT);
  g_autoptr (TribModelConsents) again = trib_model_consents_new (fixture->store, clock, ACCOUNT);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *endless = g_strnfill (TRIB_STORE_MAX_RECORD, 'a');
  const TribModelConsent *found;
  guint n = 0;

  g_assert_true (agree (consents, "c1", "A & B", "First = 1;\n\n  Second ü"));
  g_assert_true (agree (consents, "c1", "A & B", "Third"));
  g_assert_true (agree (consents, "c2", "C", "First = 1;\n\n  Second ü"));
  g_assert_false (agree (consents, "c1", "A & B", endless));
  g_signal_connect_swapped (again, "changed", G_CALLBACK (changed_cb), &n);
  trib_model_consents_load (again);
  wait_until (n > 0);
  g_signal_handlers_disconnect_by_data (again, &n);
  other = trib_model_consents_list (again, "c2", "gbol");
  g_assert_cmpuint (other->len, ==, 1);
  found = other->pdata[0];
  g_assert_cmpstr (found->text, ==, "First = 1;\n\n  Second ü");
  g_assert_cmpstr (found->company_name, ==, "C");
  g_assert_cmpint (found->at, ==, trib_clock_get_real_time (clock));
  list = trib_model_consents_list (again, "c1", "gbol");
  g_assert_cmpuint (list->len, ==, 2);
  none = trib_model_consents_list (again, "c1", "qhyg");
  g_assert_cmpuint (none->len, ==, 0);
}

/* What was agreed to before a connection was ended holds no more, and that is known after a new
 * start; what is agreed to later holds. */
static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  TribClock *clock = trib_model_account_get_clock (fixture->account);
  g_autoptr (TribModelConsents) consents = trib_model_consents_new (fixture->store, clock, ACCOUNT);
  g_autoptr (TribModelConsents) later = trib_model_consents_new (fixture->store, clock, ACCOUNT);
  g_autoptr (TribModelConsents) again = trib_model_consents_new (fixture->store, clock, ACCOUNT);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) other = NULL;
  gint64 ended_at;
  guint n = 0;

  g_assert_true (agree (consents, "c1", "A & B", "First"));
  g_assert_true (agree (consents, "c2", "C", "Another company"));
  test_clock_advance (fixture->clock, 60 * 1000);
  /* Nothing was read yet. */
  ended_at = trib_clock_get_real_time (clock);
  trib_model_consents_withdraw (later, "c1", "gbol");
  test_clock_advance (fixture->clock, 60 * 1000);
  g_assert_true (agree (later, "c1", "A & B", "Second"));
  g_signal_connect_swapped (again, "changed", G_CALLBACK (changed_cb), &n);
  trib_model_consents_load (again);
  wait_until (n > 0);
  g_signal_handlers_disconnect_by_data (again, &n);
  list = trib_model_consents_list (again, "c1", "gbol");
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((TribModelConsent *) list->pdata[0])->withdrawn_at, ==, 0);
  g_assert_cmpint (((TribModelConsent *) list->pdata[1])->withdrawn_at, ==, ended_at);
  other = trib_model_consents_list (again, "c2", "gbol");
  g_assert_cmpint (((TribModelConsent *) other->pdata[0])->withdrawn_at, ==, 0);
}

/* A store that could not be read once is read later, and what was withdrawn meanwhile is kept. */
static void
test_withdrawn_unread (Fixture *fixture, gconstpointer data)
{
  TribClock *clock = trib_model_account_get_clock (fixture->account);
  g_autofree char *folder = g_dir_make_tmp ("tributary-consent-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tributary.db", NULL);
  g_autoptr (TribModelConsents) first = NULL;
  g_autoptr (TribModelConsents) later = NULL;
  g_autoptr (TribModelConsents) again = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  use_folder (fixture, folder);
  first = trib_model_consents_new (fixture->store, clock, ACCOUNT);
  g_assert_true (agree (first, "c1", "A & B", "First"));
  settle_store (fixture);
  run_sql (path, "ALTER TABLE journal RENAME TO hidden");
  later = trib_model_consents_new (fixture->store, clock, ACCOUNT);
  trib_model_consents_withdraw (later, "c1", "gbol");
  settle_store (fixture);
  run_sql (path, "ALTER TABLE hidden RENAME TO journal");
  g_assert_true (agree (later, "c2", "C", "Second"));
  trib_model_consents_load (later);
  settle_store (fixture);
  settle_store (fixture);
  list = trib_model_consents_list (later, "c2", "gbol");
  g_assert_cmpuint (list->len, ==, 1);
  again = trib_model_consents_new (fixture->store, clock, ACCOUNT);
  trib_model_consents_load (again);
  settle_store (fixture);
  kept = trib_model_consents_list (again, "c1", "gbol");
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpint (((TribModelConsent *) kept->pdata[0])->withdrawn_at, !=, 0);
  use_folder (fixture, NULL);
  remove_folder (folder);
}

static TribModelConnections *
get_connections (TribModelCompany *company)
{
  return trib_model_company_get_connections (company);
}

/* What a company needs follows from what is asked for and what it has. */
static void
test_needs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelPolicy) policy = trib_model_policy_new (NULL, ACCOUNT, FALSE);
  TribModelPlatforms *platforms = trib_model_account_get_platforms (fixture->account);
  TribModelCompany *has, *has_not;
  TribModelCategory next = TRIB_MODEL_CATEGORY_OTHER;
  const char *const only_xero[] = { "gbol", NULL };
  guint n;

  load_platforms (fixture);
  has = load_company (fixture, "Alderley Craft Brewing");
  has_not = load_company (fixture, "Hollis & Okafor Architects");
  n = trib_model_offer_count (policy, platforms);
  g_assert_cmpuint (n, >, 1);
  g_assert_null (trib_model_offer_get_only (policy, platforms));
  /* Where nothing is asked for, nothing is said, also of what is there. */
  g_assert_cmpint (
      trib_model_offer_get_need (policy, get_connections (has), TRIB_MODEL_CATEGORY_ACCOUNTING), ==,
      TRIB_MODEL_NEED_NONE);
  g_assert_false (trib_model_offer_find_next (policy, platforms, get_connections (has_not), &next));

  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_ACCOUNTING, TRUE);
  g_assert_cmpint (
      trib_model_offer_get_need (policy, get_connections (has), TRIB_MODEL_CATEGORY_ACCOUNTING), ==,
      TRIB_MODEL_NEED_DONE);
  g_assert_cmpint (
      trib_model_offer_get_need (policy, get_connections (has_not), TRIB_MODEL_CATEGORY_ACCOUNTING),
      ==, TRIB_MODEL_NEED_REQUIRED);
  g_assert_cmpint (
      trib_model_offer_get_need (policy, get_connections (has_not), TRIB_MODEL_CATEGORY_COMMERCE),
      ==, TRIB_MODEL_NEED_OPTIONAL);
  g_assert_false (trib_model_offer_find_next (policy, platforms, get_connections (has), &next));
  g_assert_true (trib_model_offer_find_next (policy, platforms, get_connections (has_not), &next));
  g_assert_cmpint (next, ==, TRIB_MODEL_CATEGORY_ACCOUNTING);

  /* Nobody is sent to a section in which there is nothing to choose. */
  trib_model_policy_set_allowed (policy, only_xero);
  g_assert_cmpuint (trib_model_offer_count (policy, platforms), ==, 1);
  g_assert_cmpstr (trib_model_platform_get_key (trib_model_offer_get_only (policy, platforms)), ==,
                   "gbol");
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_ACCOUNTING, FALSE);
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_COMMERCE, TRUE);
  g_assert_false (trib_model_offer_find_next (policy, platforms, get_connections (has_not), &next));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/policy/nothing", Fixture, NULL, fixture_set_up, test_nothing, fixture_tear_down);
  g_test_add ("/policy/kept", Fixture, NULL, fixture_set_up, test_kept, fixture_tear_down);
  g_test_add ("/policy/notices", Fixture, NULL, fixture_set_up, test_notices, fixture_tear_down);
  g_test_add ("/policy/set-early", Fixture, NULL, fixture_set_up, test_set_early,
              fixture_tear_down);
  g_test_add ("/policy/unreadable", Fixture, NULL, fixture_set_up, test_unreadable,
              fixture_tear_down);
  g_test_add ("/policy/asks-when-in-doubt", Fixture, NULL, fixture_set_up, test_asks_when_in_doubt,
              fixture_tear_down);
  g_test_add ("/policy/texts", Fixture, NULL, fixture_set_up, test_texts, fixture_tear_down);
  g_test_add ("/policy/sandbox-chosen", Fixture, NULL, fixture_set_up, test_sandbox_chosen,
              fixture_tear_down);
  g_test_add ("/policy/offers", Fixture, NULL, fixture_set_up, test_offers, fixture_tear_down);
  g_test_add ("/policy/consents", Fixture, NULL, fixture_set_up, test_consents, fixture_tear_down);
  g_test_add ("/policy/withdrawn", Fixture, NULL, fixture_set_up, test_withdrawn,
              fixture_tear_down);
  g_test_add ("/policy/withdrawn-unread", Fixture, NULL, fixture_set_up, test_withdrawn_unread,
              fixture_tear_down);
  g_test_add ("/policy/needs", Fixture, NULL, fixture_set_up_plain, test_needs, fixture_tear_down);
  return g_test_run ();
}
