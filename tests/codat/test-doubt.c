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
journal_cb (const char *id, const char *record, GTask *done, gpointer data)
{
  g_autoptr (GTask) task = done;

  g_assert_true ((record != NULL) == (done != NULL));
  if (record == NULL) {
    g_assert_true (g_hash_table_remove (data, id));
    return;
  }
  g_hash_table_insert (data, g_strdup (id), g_strdup (record));
  g_task_return_boolean (task, TRUE);
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

/* A new connection that does not say of which platform it is may be somebody else's. */
static void
test_nameless_row (Doubt *doubt, gconstpointer data)
{
  test_wire_add_json (doubt->fixture.wire, 200, EMPTY_LIST);
  cut (doubt);
  test_wire_add_json (doubt->fixture.wire, 200, PAGE_JSON (CONNECTION_JSON ("PendingAuth"), ""));
  assert_ends (doubt, "create_connection", CODAT_ERROR_NO_NETWORK, 3, TRUE);
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

static char *
dup_only_record (Doubt *doubt)
{
  GHashTableIter iter;
  const char *record = NULL;

  g_hash_table_iter_init (&iter, doubt->open);
  g_assert_true (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record));
  g_assert_cmpuint (g_hash_table_size (doubt->open), ==, 1);
  return g_strdup (record);
}

static char *
dup_only_id (Doubt *doubt)
{
  GHashTableIter iter;
  const char *id = NULL;

  g_hash_table_iter_init (&iter, doubt->open);
  g_assert_true (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL));
  return g_strdup (id);
}

/* The one company that carries the mark of a change. */
static char *
new_list_with_mark (const char *id)
{
  return g_strdup_printf ("{\"results\":[{\"id\":\"" COMPANY_ID "\",\"name\":\"Acme\",\"tags\":"
                          "{\"tributary-intent\":\"%s\"}}],\"pageNumber\":1,\"pageSize\":100,"
                          "\"totalResults\":1}",
                          id);
}

static void
leave_in_doubt (Doubt *doubt)
{
  guint before = test_wire_get_n_requests (doubt->fixture.wire);

  cut (doubt);
  test_wire_add_json (doubt->fixture.wire, 401, "{}");
  assert_ends (doubt, "create_company", CODAT_ERROR_NO_NETWORK, before + 2, TRUE);
}

static void
assert_made (Doubt *doubt, CodatClient *client, guint n_requests)
{
  Outcome outcome;

  outcome_run (&outcome, client, verb_find ("create_company"));
  g_assert_no_error (outcome.error);
  g_assert_cmpstr (codat_company_get_id (outcome.value), ==, COMPANY_ID);
  outcome_clear (&outcome);
  g_assert_cmpuint (test_wire_get_n_requests (doubt->fixture.wire), ==, n_requests);
  g_assert_cmpuint (g_hash_table_size (doubt->open), ==, 0);
}

/* Who asks once more for what may be there gets what is there. */
static void
test_again (Doubt *doubt, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *list = NULL;

  leave_in_doubt (doubt);
  id = dup_only_id (doubt);
  list = new_list_with_mark (id);
  test_wire_add_json (doubt->fixture.wire, 200, list);
  assert_made (doubt, doubt->fixture.client, 3);
  g_assert_true (g_str_has_prefix (test_wire_get_request (doubt->fixture.wire, 2), "GET "));
  /* What is settled is not taken up: the next one is another company. */
  test_wire_add_json (doubt->fixture.wire, 200, COMPANY_JSON);
  assert_made (doubt, doubt->fixture.client, 4);
  g_assert_true (g_str_has_prefix (test_wire_get_request (doubt->fixture.wire, 3), "POST "));
}

/* When it is not there, it is made now, under the old key. */
static void
test_again_missing (Doubt *doubt, gconstpointer data)
{
  TestWire *wire = doubt->fixture.wire;
  g_autofree char *id = NULL;

  leave_in_doubt (doubt);
  id = dup_only_id (doubt);
  test_wire_add_json (wire, 200, EMPTY_LIST);
  test_wire_add_json (wire, 200, COMPANY_JSON);
  assert_made (doubt, doubt->fixture.client, 4);
  g_assert_nonnull (strstr (test_wire_get_request (wire, 3), id));
}

/* A refusal of the repetition says nothing about the request of before either. */
static void
test_again_refused (Doubt *doubt, gconstpointer data)
{
  TestWire *wire = doubt->fixture.wire;

  leave_in_doubt (doubt);
  test_wire_add_json (wire, 200, EMPTY_LIST);
  test_wire_add_json (wire, GPOINTER_TO_UINT (data), "{}");
  test_wire_add_json (wire, 200, EMPTY_LIST);
  assert_ends (doubt, "create_company",
               GPOINTER_TO_UINT (data) == 403 ? CODAT_ERROR_FORBIDDEN : CODAT_ERROR_REFUSED, 5,
               TRUE);
}

/* "The first request is still under way", and then it was. */
static void
test_again_under_way (Doubt *doubt, gconstpointer data)
{
  TestWire *wire = doubt->fixture.wire;
  g_autofree char *id = NULL;
  g_autofree char *list = NULL;

  leave_in_doubt (doubt);
  id = dup_only_id (doubt);
  list = new_list_with_mark (id);
  test_wire_add_json (wire, 200, EMPTY_LIST);
  test_wire_add_json (wire, 409, "{}");
  test_wire_add_json (wire, 200, list);
  assert_made (doubt, doubt->fixture.client, 5);
}

/* Something else is no repetition. */
static void
test_something_else (Doubt *doubt, gconstpointer data)
{
  Outcome outcome = { .verb = verb_find ("create_company") };

  leave_in_doubt (doubt);
  test_wire_add_json (doubt->fixture.wire, 200, COMPANY_JSON);
  codat_client_create_company_async (doubt->fixture.client, "Other", NULL, NULL, NULL, outcome_cb,
                                     &outcome);
  wait_for (&outcome.done);
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  g_assert_true (g_str_has_prefix (test_wire_get_request (doubt->fixture.wire, 2), "POST "));
  g_assert_cmpuint (g_hash_table_size (doubt->open), ==, 1);
}

typedef struct {
  CodatOutcome outcome;
  const char *operation;
  char *name;
  GError *error;
  gboolean done;
} Found;

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Found *found = data;

  found->outcome = codat_client_look_up_finish (CODAT_CLIENT (source), result, &found->operation,
                                                &found->name, &found->error);
  found->done = TRUE;
}

static void
look_up (Doubt *doubt, const char *record, Found *found)
{
  *found = (Found){ 0 };
  codat_client_look_up_async (doubt->fixture.client, record, NULL, looked_up_cb, found);
  wait_for (&found->done);
}

static void
found_clear (Found *found)
{
  g_free (found->name);
  g_clear_error (&found->error);
}

/* After a restart: what is there is settled, what is not there may still come, and whoever could
 * not look knows nothing. */
static void
test_look_up (Doubt *doubt, gconstpointer data)
{
  TestWire *wire = doubt->fixture.wire;
  g_autofree char *id = NULL;
  g_autofree char *record = NULL;
  g_autofree char *list = NULL;
  Found found;

  leave_in_doubt (doubt);
  id = dup_only_id (doubt);
  record = dup_only_record (doubt);
  test_wire_add_json (wire, 401, "{}");
  look_up (doubt, record, &found);
  g_assert_cmpint (found.outcome, ==, CODAT_OUTCOME_UNKNOWN);
  g_assert_error (found.error, CODAT_ERROR, CODAT_ERROR_NOT_AUTHORIZED);
  found_clear (&found);

  test_wire_add_json (wire, 200, EMPTY_LIST);
  look_up (doubt, record, &found);
  g_assert_no_error (found.error);
  g_assert_cmpint (found.outcome, ==, CODAT_OUTCOME_NOT_DONE);
  g_assert_cmpuint (g_hash_table_size (doubt->open), ==, 1);
  found_clear (&found);

  list = new_list_with_mark (id);
  test_wire_add_json (wire, 200, list);
  look_up (doubt, record, &found);
  g_assert_no_error (found.error);
  g_assert_cmpint (found.outcome, ==, CODAT_OUTCOME_DONE);
  g_assert_cmpstr (found.operation, ==, "create-company");
  g_assert_cmpstr (found.name, ==, "Acme");
  g_assert_cmpuint (g_hash_table_size (doubt->open), ==, 0);
  found_clear (&found);

  look_up (doubt, "no record", &found);
  g_assert_error (found.error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  g_assert_null (found.operation);
  found_clear (&found);
}

/* What an earlier program left is taken up like what this one left, and can be given up. */
static void
test_add_record (Doubt *doubt, gconstpointer data)
{
  g_autoptr (CodatClient) next = NULL;
  g_autoptr (CodatAuthorizer) authorizer = codat_authorizer_new (API_KEY, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *record = NULL;
  g_autofree char *list = NULL;

  leave_in_doubt (doubt);
  id = dup_only_id (doubt);
  record = dup_only_record (doubt);
  next = codat_client_new (codat_client_get_base_url (doubt->fixture.client), authorizer, &error);
  g_assert_no_error (error);
  codat_client_set_journal (next, journal_cb, doubt->open, NULL);
  g_assert_false (codat_client_add_record (next, "{}", &error));
  g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  g_clear_error (&error);
  g_assert_true (codat_client_add_record (next, record, &error));
  list = new_list_with_mark (id);
  test_wire_add_json (doubt->fixture.wire, 200, list);
  assert_made (doubt, next, 3);

  g_hash_table_insert (doubt->open, g_strdup (id), g_strdup (record));
  g_assert_true (codat_client_add_record (next, record, &error));
  codat_client_forget_record (next, id);
  codat_client_forget_record (next, id);
  test_wire_add_json (doubt->fixture.wire, 200, COMPANY_JSON);
  assert_made (doubt, next, 4);
  g_assert_true (g_str_has_prefix (test_wire_get_request (doubt->fixture.wire, 3), "POST "));
  g_assert_finalize_object (g_steal_pointer (&next));
}

static void
keep_task_cb (const char *id, const char *record, GTask *done, gpointer data)
{
  GTask **place = data;

  if (record != NULL)
    *place = done;
}

/* Nothing leaves before its record is where it survives; who cannot write still works. */
static void
test_written_first (Doubt *doubt, gconstpointer data)
{
  gboolean is_good = GPOINTER_TO_UINT (data);
  GTask *writing = NULL;
  Outcome outcome;

  codat_client_set_journal (doubt->fixture.client, keep_task_cb, &writing, NULL);
  test_wire_add_json (doubt->fixture.wire, 200, COMPANY_JSON);
  outcome_start (&outcome, doubt->fixture.client, verb_find ("create_company"), NULL);
  g_assert_nonnull (writing);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (test_wire_get_n_requests (doubt->fixture.wire), ==, 0);
  if (is_good)
    g_task_return_boolean (writing, TRUE);
  else
    g_task_return_new_error (writing, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full");
  g_object_unref (writing);
  wait_for (&outcome.done);
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  g_assert_cmpuint (test_wire_get_n_requests (doubt->fixture.wire), ==, 1);
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
  ADD ("nameless-row", 0, test_nameless_row);
  ADD ("foreign-row/company", 0, test_foreign_row);
  ADD ("foreign-row/connection", 1, test_foreign_row);
  ADD ("too-many-before", 0, test_too_many_before);
  ADD ("cancelled", 0, test_cancelled);
  ADD ("again", 0, test_again);
  ADD ("again-missing", 0, test_again_missing);
  ADD ("again-refused/403", 403, test_again_refused);
  ADD ("again-refused/422", 422, test_again_refused);
  ADD ("again-under-way", 0, test_again_under_way);
  ADD ("something-else", 0, test_something_else);
  ADD ("look-up", 0, test_look_up);
  ADD ("add-record", 0, test_add_record);
  ADD ("written-first", TRUE, test_written_first);
  ADD ("not-written", FALSE, test_written_first);
  ADD ("cancelled-before", 0, test_cancelled_before);
  return g_test_run ();
}
