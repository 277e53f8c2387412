/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-fixture.h"

#include <string.h>

#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

/* One row per way in which a server can misbehave; get-profile is asked each time. */
static const struct {
  const char *name;
  const char *bytes;
  TestWireThen then;
  CodatErrorCode code;
} faults[] = {
  { "closed-at-once", "", TEST_WIRE_CLOSE, CODAT_ERROR_NO_NETWORK },
  { "not-http", "SSH-2.0-OpenSSH_9.2\r\n\r\n", TEST_WIRE_CLOSE, CODAT_ERROR_BAD_ANSWER },
  { "cut-head", "HTTP/1.1 200 OK\r\nContent-Ty", TEST_WIRE_CLOSE, CODAT_ERROR_BAD_ANSWER },
  { "cut-length", HEAD "Content-Length: 100\r\n\r\n{\"name\":\"x\"}", TEST_WIRE_CLOSE,
    CODAT_ERROR_BAD_ANSWER },
  { "cut-chunk", HEAD "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"name\":", TEST_WIRE_CLOSE,
    CODAT_ERROR_BAD_ANSWER },
  { "cut-between-chunks", HEAD "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"name\":\r\n",
    TEST_WIRE_CLOSE, CODAT_ERROR_BAD_ANSWER },
  { "bad-chunk-size", HEAD "Transfer-Encoding: chunked\r\n\r\n-5\r\n{}\r\n0\r\n\r\n",
    TEST_WIRE_CLOSE, CODAT_ERROR_BAD_ANSWER },
  { "html", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>",
    TEST_WIRE_KEEP, CODAT_ERROR_BAD_ANSWER },
  { "html-type-json", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n{}",
    TEST_WIRE_KEEP, CODAT_ERROR_BAD_ANSWER },
  { "204", "HTTP/1.1 204 No Content\r\n\r\n", TEST_WIRE_KEEP, CODAT_ERROR_BAD_ANSWER },
  { "empty", HEAD "Content-Length: 0\r\n\r\n", TEST_WIRE_KEEP, CODAT_ERROR_BAD_ANSWER },
  { "bom", HEAD "Content-Length: 5\r\n\r\n\xef\xbb\xbf{}", TEST_WIRE_KEEP, CODAT_ERROR_BAD_ANSWER },
  { "two-documents", HEAD "Content-Length: 4\r\n\r\n{}{}", TEST_WIRE_KEEP, CODAT_ERROR_BAD_ANSWER },
  { "not-utf8", HEAD "Content-Length: 4\r\n\r\n\"\xff\xfe\"", TEST_WIRE_KEEP,
    CODAT_ERROR_BAD_ANSWER },
  { "gzip-said", HEAD "Content-Encoding: gzip\r\nContent-Length: 6\r\n\r\n\x1f\x8b\x08zzz",
    TEST_WIRE_KEEP, CODAT_ERROR_BAD_ANSWER },
  { "endless", HEAD "\r\n", TEST_WIRE_DRIP, CODAT_ERROR_BAD_ANSWER },
};

static void
test_fault (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TribClock) clock = trib_clock_new_system ();
  Outcome outcome;

  codat_client_set_max_size (fixture->client, 64);
  /* libsoup asks a second time when a connection dies before the answer. */
  for (guint n = 0; n < 3; n++)
    test_wire_add (fixture->wire, faults[i].bytes, -1, faults[i].then);
  outcome_run (&outcome, fixture->client, verb_find ("get_profile"));
  g_assert_error (outcome.error, CODAT_ERROR, (int) faults[i].code);
  outcome_clear (&outcome);
}

static void
test_redirects (Fixture *fixture, gconstpointer data)
{
  static const guint codes[] = { 300, 301, 302, 303, 304, 305, 307, 308 };
  g_autoptr (TestWire) other = test_wire_new ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    for (guint v = 0; v < n_verbs; v++) {
      for (guint cross = 0; cross < 2; cross++) {
        guint before = test_wire_get_n_requests (fixture->wire);
        g_autofree char *answer = g_strdup_printf (
            "HTTP/1.1 %u Moved\r\nLocation: %s/companies\r\nContent-Length: 0\r\n\r\n", codes[i],
            test_wire_get_base_url (cross ? other : fixture->wire));
        Outcome outcome;

        test_wire_add (fixture->wire, answer, -1, TEST_WIRE_KEEP);
        outcome_run (&outcome, fixture->client, &verbs[v]);
        g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
        g_assert_cmpuint (codat_error_get_http_status (outcome.error), ==, codes[i]);
        g_assert_cmpuint (test_wire_get_n_requests (fixture->wire), ==, before + 1);
        outcome_clear (&outcome);
      }
    }
  }
  g_assert_cmpuint (test_wire_get_n_connections (other), ==, 0);
  test_wire_stop (other);
}

/* A drip keeps every timeout of the session happy; only the total deadline ends it. */
static void
test_deadline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribClock) clock = trib_clock_new_system ();
  Outcome outcome;

  codat_client_set_deadlines (fixture->client, clock, 100, 100);
  test_wire_add (fixture->wire, HEAD "Content-Length: 100000\r\n\r\n", -1, TEST_WIRE_DRIP);
  outcome_run (&outcome, fixture->client, verb_find ("get_profile"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_TIMED_OUT);
  outcome_clear (&outcome);
  test_wire_add (fixture->wire, "", -1, TEST_WIRE_HANG);
  outcome_run (&outcome, fixture->client, verb_find ("create_company"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_TIMED_OUT);
  g_assert_cmpuint (test_wire_get_n_requests (fixture->wire), ==, 2);
  outcome_clear (&outcome);
  test_wire_add_json (fixture->wire, 200, "{}");
  outcome_run (&outcome, fixture->client, verb_find ("get_profile"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
}

static void
test_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *space = g_strnfill (200000, ' ');
  g_autofree char *body = g_strconcat ("{}", space, NULL);
  Outcome outcome;

  codat_client_set_max_size (fixture->client, 100000);
  test_wire_add_json (fixture->wire, 200, body);
  outcome_run (&outcome, fixture->client, verb_find ("get_profile"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  outcome_clear (&outcome);
  codat_client_set_max_size (fixture->client, 200002);
  test_wire_add_json (fixture->wire, 200, body);
  outcome_run (&outcome, fixture->client, verb_find ("get_profile"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
}

static void
test_retry_after (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    gint64 seconds;
  } rows[] = {
    { "7", 7 },   { "0", 0 },     { "Thu, 01 Jan 1970 00:00:00 GMT", 0 },
    { "-1", -1 }, { "soon", -1 }, { "99999999999999999999999", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *answer = g_strdup_printf (
        "HTTP/1.1 429 Slow\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n", rows[i].text);
    Outcome outcome;

    test_wire_add (fixture->wire, answer, -1, TEST_WIRE_KEEP);
    outcome_run (&outcome, fixture->client, verb_find ("get_profile"));
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_RATE_LIMITED);
    g_assert_cmpint (codat_error_get_retry_after (outcome.error), ==, rows[i].seconds);
    outcome_clear (&outcome);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strconcat ("/codat/wire/", faults[i].name, NULL);

    g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_fault, fixture_tear_down);
  }
#define ADD(path, test)                                                                            \
  g_test_add ("/codat/wire/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("redirects", test_redirects);
  ADD ("deadline", test_deadline);
  ADD ("size", test_size);
  ADD ("retry-after", test_retry_after);
  return g_test_run ();
}
