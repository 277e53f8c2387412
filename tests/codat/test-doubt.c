/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-resume.h"
#include "codat-error.h"
#include "codat-fixture.h"
#include "test-clock.h"

#include <string.h>

/* What is told, and what stays written down, when a change may have been made and the answers to
 * the looks are of no help. Time is virtual and passes ten times as fast as the real one. */

#define EMPTY_LIST "{\"results\":[],\"pageNumber\":1,\"pageSize\":100,\"totalResults\":0}"

typedef struct {
  Fixture fixture;
  TestClock *clock;
  guint ticker;
  GHashTable *open; /* (owned): the records that were never settled */
} Doubt;

static gboolean
tick_cb (gpointer data)
{
  test_clock_advance (data, 10);
  return G_SOURCE_CONTINUE;
}

static void
journal_cb (const char *id, const char *record, gpointer data)
{
  if (record != NULL)
    g_hash_table_insert (data, g_strdup (id), g_strdup (record));
  else
    g_hash_table_remove (data, id);
}

static void
set_up (Doubt *doubt, gconstpointer data)
{
  fixture_set_up (&doubt->fixture, data);
  doubt->clock = test_clock_new ();
  doubt->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  codat_client_set_deadlines (doubt->fixture.client, TRIB_CLOCK (doubt->clock), 30000, 60000);
  codat_client_set_rate (doubt->fixture.client, CODAT_MAX_PER_SECOND);
  codat_client_set_journal (doubt->fixture.client, journal_cb, doubt->open, NULL);
  doubt->ticker = g_timeout_add (1, tick_cb, doubt->clock);
}

static void
tear_down (Doubt *doubt, gconstpointer data)
{
  g_source_remove (doubt->ticker);
  fixture_tear_down (&doubt->fixture, data);
  g_assert_finalize_object (doubt->clock);
  g_hash_table_unref (doubt->open);
}

static void
cut (Doubt *doubt)
{
  test_wire_add (doubt->fixture.wire, "", -1, TEST_WIRE_CLOSE);
}

static void
assert_ends (
    Doubt *doubt, const char *verb, CodatErrorCode code, guint n_requests, gboolean is_open)
{
  Outcome outcome;

  outcome_run (&outcome, doubt->fixture.client, verb_find (verb));
  g_assert_error (outcome.error, CODAT_ERROR, (int) code);
  outcome_clear (&outcome);
  g_assert_cmpuint (test_wire_get_n_requests (doubt->fixture.wire), ==, n_requests);
  g_assert_cmpuint (g_hash_table_size (doubt->open), ==, is_open);
}

/* The second request is refused, but nobody knows yet what becomes of the first one. */
static void
test_refused_later (Doubt *doubt, gconstpointer data)
{
  TestWire *wire = doubt->fixture.wire;

  cut (doubt);
  test_wire_add_json (wire, 200, EMPTY_LIST);
  test_wire_add_json (wire, GPOINTER_TO_UINT (data), "{}");
  test_wire_add_json (wire, 200, EMPTY_LIST);
  assert_ends (doubt, "create_company", CODAT_ERROR_NO_NETWORK, 4, TRUE);
}

/* The first request arrived after all, which the last look shows. */
static void
test_made_later (Doubt *doubt, gconstpointer data)
{
  TestWire *wire = doubt->fixture.wire;
  Outcome outcome;

  cut (doubt);
  test_wire_add_json (wire, 200, CONNECTION_JSON ("Linked"));
  test_wire_add_json (wire, 403, "{}");
  test_wire_add_json (wire, 200, CONNECTION_JSON ("Unlinked"));
  outcome_run (&outcome, doubt->fixture.client, verb_find ("unlink_connection"));
  g_assert_no_error (outcome.error);
  g_assert_true (CODAT_IS_CONNECTION (outcome.value));
  outcome_clear (&outcome);
  g_assert_cmpuint (g_hash_table_size (doubt->open), ==, 0);
}

/* A refusal without an earlier doubt is the answer. */
static void
test_refused_at_once (Doubt *doubt, gconstpointer data)
{
  test_wire_add_json (doubt->fixture.wire, 403, "{}");
  assert_ends (doubt, "create_company", CODAT_ERROR_FORBIDDEN, 1, FALSE);
}

/* Where the look is at a whole list, "not found" is no word about what was made. */
static void
test_no_list (Doubt *doubt, gconstpointer data)
{
  cut (doubt);
  test_wire_add_json (doubt->fixture.wire, 404, "{}");
  assert_ends (doubt, "create_company", CODAT_ERROR_NO_NETWORK, 2, TRUE);
}

/* Where it is below a company, the company is not there, and so nothing in it. */
static void
test_no_company (Doubt *doubt, gconstpointer data)
{
  test_wire_add_json (doubt->fixture.wire, 200, EMPTY_LIST);
  cut (doubt);
  test_wire_add_json (doubt->fixture.wire, 404, "{}");
  assert_ends (doubt, "create_connection", CODAT_ERROR_NOT_FOUND, 3, FALSE);
}

/* A list with something in it that nobody understands may hide what was made. */
static void
test_foreign_row (Doubt *doubt, gconstpointer data)
{
  static const char *const verbs_and_lists[] = { "create_company", "create_connection" };
  const char *verb = verbs_and_lists[GPOINTER_TO_UINT (data)];
  gboolean looks_before = GPOINTER_TO_UINT (data) == 1;

  if (looks_before)
    test_wire_add_json (doubt->fixture.wire, 200, EMPTY_LIST);
  cut (doubt);
  test_wire_add_json (doubt->fixture.wire, 200, PAGE_JSON ("{\"id\":7}", ""));
  assert_ends (doubt, verb, CODAT_ERROR_NO_NETWORK, looks_before ? 3 : 2, TRUE);
}

/* Who does not know all that was there before cannot tell what is new. */
static void
test_too_many_before (Doubt *doubt, gconstpointer data)
{
  test_wire_add_json (doubt->fixture.wire, 200, PAGE_JSON (CONNECTION_JSON ("Linked"), NEXT_LINK));
  cut (doubt);
  assert_ends (doubt, "create_connection", CODAT_ERROR_NO_NETWORK, 2, FALSE);
}

static gboolean
is_asked (TestWire *wire, guint n_requests)
{
  return test_wire_get_n_requests (wire) >= n_requests;
}

/* Whoever does not wait for the end may have made the change all the same. */
static void
test_cancelled (Doubt *doubt, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome;

  test_wire_add (doubt->fixture.wire, "", -1, TEST_WIRE_HANG);
  outcome_start (&outcome, doubt->fixture.client, verb_find ("create_company"), cancellable);
  while (!is_asked (doubt->fixture.wire, 1))
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  wait_for (&outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  outcome_clear (&outcome);
  g_assert_cmpuint (g_hash_table_size (doubt->open), ==, 1);
}

/* What never left is not in doubt. */
static void
test_cancelled_before (Doubt *doubt, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome;

  g_cancellable_cancel (cancellable);
  outcome_start (&outcome, doubt->fixture.client, verb_find ("create_company"), cancellable);
  wait_for (&outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  outcome_clear (&outcome);
  g_assert_cmpuint (test_wire_get_n_requests (doubt->fixture.wire), ==, 0);
  g_assert_cmpuint (g_hash_table_size (doubt->open), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, test)                                                                      \
  g_test_add ("/codat/doubt/" path, Doubt, GUINT_TO_POINTER (data), set_up, test, tear_down)
  ADD ("refused-later/400", 400, test_refused_later);
  ADD ("refused-later/401", 401, test_refused_later);
  ADD ("refused-later/402", 402, test_refused_later);
  ADD ("refused-later/403", 403, test_refused_later);
  ADD ("made-later", 0, test_made_later);
  ADD ("refused-at-once", 0, test_refused_at_once);
  ADD ("no-list", 0, test_no_list);
  ADD ("no-company", 0, test_no_company);
  ADD ("foreign-row/company", 0, test_foreign_row);
  ADD ("foreign-row/connection", 1, test_foreign_row);
  ADD ("too-many-before", 0, test_too_many_before);
  ADD ("cancelled", 0, test_cancelled);
  ADD ("cancelled-before", 0, test_cancelled_before);
  return g_test_run ();
}
