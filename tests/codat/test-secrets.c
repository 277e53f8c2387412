/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-fixture.h"

#include <string.h>

#define KEY_BASE64 "Q0FOQVJZS0VZcTdadDJMdzk"

/* Runs in a process of its own, with every debug message on: nothing of it may show a secret. */
static void
test_canary (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ()) {
    for (guint i = 0; i < n_verbs; i++) {
      Outcome outcome;

      for (guint n = 0; n < 3 && verbs[i].good[n] != NULL; n++)
        test_wire_add_json (fixture->wire, verbs[i].good_status[n], verbs[i].good[n]);
      outcome_run (&outcome, fixture->client, &verbs[i]);
      outcome_clear (&outcome);
      test_wire_add_json (fixture->wire, 401, "{\"error\":\"no\"}");
      outcome_run (&outcome, fixture->client, &verbs[i]);
      g_printerr ("%s\n", outcome.error->message);
      outcome_clear (&outcome);
      if (verbs[i].body_is_free)
        test_wire_add_json (fixture->wire, 200, "");
      if (verbs[i].body_is_nothing)
        continue;
      test_wire_add_json (fixture->wire, 200, "{\"id\":\"?otp=CANARYOTP");
      outcome_run (&outcome, fixture->client, &verbs[i]);
      g_printerr ("%s\n", outcome.error->message);
      outcome_clear (&outcome);
    }
    g_printerr ("all verbs ran\n");
    return;
  }
  g_assert_true (g_setenv ("G_MESSAGES_DEBUG", "all", TRUE));
  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*all verbs ran*");
  g_test_trap_assert_stdout_unmatched ("*" API_KEY "*");
  g_test_trap_assert_stderr_unmatched ("*" API_KEY "*");
  g_test_trap_assert_stdout_unmatched ("*" KEY_BASE64 "*");
  g_test_trap_assert_stderr_unmatched ("*" KEY_BASE64 "*");
  g_test_trap_assert_stdout_unmatched ("*CANARYOTP*");
  g_test_trap_assert_stderr_unmatched ("*CANARYOTP*");
}

typedef struct {
  GBytes *bytes;
  GError *error;
  gboolean done;
} Picture;

static void
picture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Picture *picture = data;

  picture->bytes = codat_client_fetch_image_finish (CODAT_CLIENT (source), result, &picture->error);
  picture->done = TRUE;
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  static const char answer[] =
      "HTTP/1.1 200 OK\r\nContent-Length: 45\r\n\r\n\x89PNG\r\n\x1a\n\0\0\0\r"
      "IHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0\0\0\0\0"
      "\0\0\0\0IEND\xae\x42\x60\x82";
  g_autofree char *url = g_strconcat (test_wire_get_base_url (fixture->wire), "/a.png", NULL);
  Picture picture = { 0 };

  test_wire_add (fixture->wire, answer, sizeof answer - 1, TEST_WIRE_KEEP);
  codat_client_fetch_image_async (fixture->client, url, NULL, picture_cb, &picture);
  wait_for (&picture.done);
  g_assert_no_error (picture.error);
  g_assert_cmpuint (g_bytes_get_size (picture.bytes), ==, 45);
  g_assert_null (strstr (test_wire_get_request (fixture->wire, 0), "Authorization"));
  g_clear_pointer (&picture.bytes, g_bytes_unref);
}

static void
test_bad_pictures (Fixture *fixture, gconstpointer data)
{
  static const char *const answers[] = {
    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<svg>",
    /* The beginning of one. */
    "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n\x89PNG\r\n\x1a\n",
    "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 302 Moved\r\nLocation: /b.png\r\nContent-Length: 0\r\n\r\n",
  };
  g_autofree char *url = g_strconcat (test_wire_get_base_url (fixture->wire), "/a.png", NULL);
  Picture picture = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    test_wire_add (fixture->wire, answers[i], -1, TEST_WIRE_KEEP);
    codat_client_fetch_image_async (fixture->client, url, NULL, picture_cb, &picture);
    wait_for (&picture.done);
    g_assert_error (picture.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
    g_clear_error (&picture.error);
    picture.done = FALSE;
  }
  g_assert_cmpuint (test_wire_get_n_requests (fixture->wire), ==, G_N_ELEMENTS (answers));
  codat_client_fetch_image_async (fixture->client, "http://evil.example/a.png", NULL, picture_cb,
                                  &picture);
  wait_for (&picture.done);
  g_assert_error (picture.error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  g_clear_error (&picture.error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/codat/secrets/canary", Fixture, NULL, fixture_set_up, test_canary,
              fixture_tear_down);
  g_test_add ("/codat/secrets/picture", Fixture, NULL, fixture_set_up, test_picture,
              fixture_tear_down);
  g_test_add ("/codat/secrets/bad-pictures", Fixture, NULL, fixture_set_up, test_bad_pictures,
              fixture_tear_down);
  return g_test_run ();
}
