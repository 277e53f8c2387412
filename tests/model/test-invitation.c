/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include "trib-model-time.h"

#include <string.h>

#define COMPANY "Hollis & Okafor Architects"
#define DAY_MS (24 * 60 * 60 * 1000)
#define CONNECTION "11111111-2222-4333-8444-555555555555"
#define OWNER "11111111-2222-4333-8444-666666666666"

static TribModelInvitation *
invite (Fixture *fixture, const char *name, const char *key)
{
  return trib_model_invitation_new (fixture->account, load_company (fixture, name),
                                    find_platform (fixture, key));
}

static char *
fetch (TribModelInvitation *invitation)
{
  Call call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TribLinkTicket) ticket = NULL;
  char *link;

  trib_model_invitation_fetch_async (invitation, NULL, call_cb, &call);
  ticket = trib_model_invitation_fetch_finish (invitation, call_wait (&call), &error);
  g_assert_no_error (error);
  link = g_strdup (ticket->uri);
  call_clear (&call);
  return link;
}

/* Each link is another one, for the same connection, and says until when it works. */
static void
test_fetch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelInvitation) invitation = invite (fixture, COMPANY, "gbol");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *id = NULL;
  gint64 now;

  g_assert_null (trib_model_invitation_get_expires_text (invitation));
  g_assert_cmpint (trib_model_invitation_get_expires_at (invitation), ==, 0);
  g_assert_null (trib_model_invitation_get_connection (invitation));
  first = fetch (invitation);
  id = g_strdup (trib_model_connection_get_id (trib_model_invitation_get_connection (invitation)));
  g_assert_true (g_str_has_prefix (trib_model_invitation_get_expires_text (invitation),
                                   "Valid until tomorrow "));
  second = fetch (invitation);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (trib_model_connection_get_id (trib_model_invitation_get_connection (invitation)),
                   ==, id);
  g_assert_cmpuint (n_requests (fixture, "POST", "connections"), <=, 1);
  now = trib_clock_get_real_time (TRIB_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  g_assert_cmpint (trib_model_invitation_get_expires_at (invitation), ==, now + DAY_MS / 1000);
}

/* The rule about one accounting platform holds for others, too. */
static void
test_rule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelInvitation) invitation = invite (fixture, "Alderley Craft Brewing", "gbol");
  Call call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TribLinkTicket) ticket = NULL;

  trib_model_invitation_fetch_async (invitation, NULL, call_cb, &call);
  ticket = trib_model_invitation_fetch_finish (invitation, call_wait (&call), &error);
  g_assert_null (ticket);
  g_assert_nonnull (error);
  trib_model_invitation_note (invitation, TRIB_MODEL_WHO_OWNER);
  g_assert_cmpuint (g_list_model_get_n_items (trib_model_notes_get_requests (
                        trib_model_account_get_notes (fixture->account))),
                    ==, 0);
  call_clear (&call);
}

/* Who was asked is known again after the program was started anew, without any link. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelInvitation) invitation = invite (fixture, COMPANY, "gbol");
  g_autofree char *link = fetch (invitation);
  TribModelConnection *connection = trib_model_invitation_get_connection (invitation);
  g_autofree char *id = g_strdup (trib_model_connection_get_id (connection));
  TribModelNotes *notes = trib_model_account_get_notes (fixture->account);
  /* The notes of a demo go with it: these are kept. */
  g_autoptr (TribModelNotes) kept =
      trib_model_notes_new (fixture->store, TRIB_CLOCK (fixture->clock), "an-account");
  g_autoptr (TribModelNotes) later =
      trib_model_notes_new (fixture->store, TRIB_CLOCK (fixture->clock), "an-account");
  TribModelRequest *request;
  g_autofree char *subtitle = NULL;
  g_autofree char *record = NULL;

  trib_model_invitation_note (invitation, TRIB_MODEL_WHO_ACCOUNTANT);
  g_object_get (connection, "subtitle", &subtitle, NULL);
  g_assert_true (g_str_has_prefix (subtitle, "Waiting for your accountant · since "));

  trib_model_notes_add_request (kept, trib_model_notes_find_request (notes, id));
  g_assert_false (trib_model_notes_get_loaded (later));
  trib_model_notes_load (later);
  wait_until (trib_model_notes_get_loaded (later));
  request = trib_model_notes_find_request (later, id);
  g_assert_nonnull (request);
  g_assert_cmpstr (trib_model_request_get_company_name (request), ==, COMPANY);
  g_assert_cmpstr (trib_model_request_get_platform_name (request), ==, "Xero");
  g_assert_cmpint (trib_model_request_get_who (request), ==, TRIB_MODEL_WHO_ACCOUNTANT);
  record = trib_model_request_serialise (request);
  g_assert_null (strstr (record, "otp"));
  g_assert_null (strstr (record, "http"));
}

/* Time goes by: the link dies, and after some days somebody should be asked again. */
static void
test_due (Fixture *fixture, gconstpointer data)
{
  TribClock *clock = TRIB_CLOCK (fixture->clock);
  gint64 now = trib_clock_get_real_time (clock) / G_USEC_PER_SEC;
  g_autoptr (TribModelRequest) request =
      trib_model_request_new (CONNECTION, OWNER, "A", "Xero", TRIB_MODEL_WHO_OTHER, now, now + 60);
  g_autofree char *fresh = trib_model_request_dup_link_text (request, clock);
  g_autofree char *dead = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_str_has_prefix (fresh, "Valid until "));
  test_clock_advance (fixture->clock, 60 * 1000);
  dead = trib_model_request_dup_link_text (request, clock);
  g_assert_cmpstr (dead, ==, "The link has expired");
  g_assert_false (trib_model_request_get_due (request, clock));
  test_clock_advance (fixture->clock, TRIB_MODEL_REQUEST_DUE_DAYS * DAY_MS);
  g_assert_true (trib_model_request_get_due (request, clock));
  text = trib_model_request_dup_text (request, clock);
  /* The clock of the tests begins on a Thursday. */
  g_assert_cmpstr (text, ==, "Waiting for somebody else · since Thursday");
}

static void
test_records (void)
{
  static const char *const none[] = {
    "",
    "[request]\n",
    "[request]\ncompany=nobody\nasked-at=1\nexpires-at=2\n",
    "[request]\ncompany=" OWNER "\nasked-at=-1\nexpires-at=2\n",
    "[request]\ncompany=" OWNER "\nasked-at=5\nexpires-at=2\n",
    "[request]\ncompany=" OWNER "\nasked-at=1\nexpires-at=2\nwho=-4\n",
    "\xff\xfe",
  };
  g_autoptr (TribModelRequest) request = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (trib_model_request_parse (CONNECTION, none[i]));
  g_assert_null (trib_model_request_parse ("../x", "[request]\ncompany=" OWNER
                                                   "\nasked-at=1\nexpires-at=2\n"));
  request = trib_model_request_parse (CONNECTION,
                                      "[request]\ncompany=" OWNER
                                      "\ncompany-name=A\\nB\nasked-at=1\nexpires-at=2\nwho=99\n");
  g_assert_nonnull (request);
  g_assert_cmpint (trib_model_request_get_who (request), ==, TRIB_MODEL_WHO_OTHER);
  g_assert_null (strchr (trib_model_request_get_company_name (request), '\n'));
}

/* Nobody is waited for any more once the connection is there. */
static void
test_settled (Fixture *fixture, gconstpointer data)
{
  TribModelNotes *notes = trib_model_account_get_notes (fixture->account);
  TribModelCompany *company = load_company (fixture, "Alderley Craft Brewing");
  TribModelConnections *connections = trib_model_company_get_connections (company);
  TribModelConnection *linked = find_connection (company, "qhyg");
  g_autoptr (TribModelRequest) request = trib_model_request_new (
      trib_model_connection_get_id (linked), trib_model_company_get_id (company), "A", "B",
      TRIB_MODEL_WHO_OWNER, 1, 2);

  trib_model_notes_add_request (notes, request);
  trib_model_connections_load (connections);
  wait_until (g_list_model_get_n_items (trib_model_notes_get_requests (notes)) == 0);
  g_assert_null (trib_model_connection_get_request (linked));
}

/* G7: another organisation than the one that is known is told of, and kept only when it is meant.
 */
static void
test_organisation (Fixture *fixture, gconstpointer data)
{
  TribModelNotes *notes = trib_model_account_get_notes (fixture->account);
  TribModelCompany *company = load_company (fixture, "Alderley Craft Brewing");
  TribModelConnection *linked = find_connection (company, "qhyg");
  const char *id = trib_model_connection_get_id (linked);
  g_autofree char *now = trib_model_connection_dup_organisation (linked);

  wait_until (trib_model_notes_get_loaded (notes));
  g_assert_nonnull (now);
  g_assert_cmpstr (trib_model_notes_get_organisation (notes, id), ==, now);
  g_assert_null (trib_model_connection_get_former_organisation (linked));
  /* Another way to write the same name is no other organisation. */
  trib_model_notes_set_organisation (notes, id, "alderley  craft brewing");
  g_assert_null (trib_model_connection_get_former_organisation (linked));
  trib_model_notes_set_organisation (notes, id, "Somebody Else GmbH");
  g_assert_cmpstr (trib_model_connection_get_former_organisation (linked), ==,
                   "Somebody Else GmbH");
  trib_model_connection_keep_organisation (linked);
  g_assert_null (trib_model_connection_get_former_organisation (linked));
  g_assert_cmpstr (trib_model_notes_get_organisation (notes, id), ==, now);
}

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelInvitation) invitation = invite (fixture, COMPANY, "gbol");
  g_autofree char *subject = trib_model_invitation_dup_subject (invitation);
  g_autofree char *letter = trib_model_invitation_dup_letter (invitation);
  g_autofree char *filled =
      trib_model_invitation_fill_letter (letter, "https://link.example/%s?otp=1");
  g_autofree char *appended = trib_model_invitation_fill_letter ("Hi", "https://link.example/");

  g_assert_cmpstr (subject, ==, "Please sign in to Xero for " COMPANY);
  g_assert_true (g_str_has_prefix (letter, "Hello,\n\nPlease sign in to Xero for "));
  g_assert_nonnull (strstr (letter, "[link]"));
  g_assert_nonnull (strstr (letter, "• "));
  g_assert_null (strstr (filled, "[link]"));
  g_assert_nonnull (strstr (filled, "\n\nhttps://link.example/%s?otp=1\n\n"));
  g_assert_cmpstr (appended, ==, "Hi\n\nhttps://link.example/\n");
}

static void
test_times (Fixture *fixture, gconstpointer data)
{
  TribClock *clock = TRIB_CLOCK (fixture->clock);
  gint64 now = trib_clock_get_real_time (clock) / G_USEC_PER_SEC;
  static const struct {
    int hours;
    const char *text;
  } rows[] = {
    { 0, "The link has expired" },
    { 1, "Valid until today 01:00" },
    { 24, "Valid until tomorrow 00:00" },
    { 48, "Valid until 3 January, 00:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now + rows[i].hours * 3600);
    g_autofree char *text = trib_model_time_valid_until (clock, time);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* Never more than is true: what is left of a minute is not said. */
static void
test_valid_for (void)
{
  static const struct {
    gint64 seconds;
    const char *text;
  } rows[] = {
    { -5, "This link has ended" },
    { 0, "This link has ended" },
    { 59, "Valid for less than a minute" },
    { 60, "Valid for 1 minute" },
    { 59 * 60 + 59, "Valid for 59 minutes" },
    { 3600, "Valid for 1 h 0 min" },
    { 23 * 3600 + 12 * 60 + 30, "Valid for 23 h 12 min" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = trib_model_time_valid_for (rows[i].seconds);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up_plain, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  /* Days and weekdays are told in this zone and language. */
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/model/invitation/fetch", test_fetch);
  ADD ("/model/invitation/rule", test_rule);
  ADD ("/model/invitation/note", test_note);
  ADD ("/model/invitation/due", test_due);
  g_test_add_func ("/model/invitation/records", test_records);
  ADD ("/model/invitation/settled", test_settled);
  ADD ("/model/invitation/organisation", test_organisation);
  ADD ("/model/invitation/letter", test_letter);
  ADD ("/model/invitation/times", test_times);
  g_test_add_func ("/model/invitation/valid-for", test_valid_for);
  return g_test_run ();
}
