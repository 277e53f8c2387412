/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-error.h"

#include "codat-error-private.h"
#include "codat-error.h"
#include "trib-store-error.h"

#include <gio/gio.h>
#include <string.h>

/* Each code of the client, what the program ends with, and the words that come first; NULL where
 * the client's own sentence is the whole. */
static const struct {
  CodatErrorCode code;
  CtlExit exit;
  const char *title;
} rows[] = {
  { CODAT_ERROR_NO_NETWORK, CTL_EXIT_NETWORK, "The server could not be reached" },
  { CODAT_ERROR_TIMED_OUT, CTL_EXIT_NETWORK, "The server did not answer in time" },
  { CODAT_ERROR_TLS, CTL_EXIT_NETWORK, "The server could not prove who it is" },
  { CODAT_ERROR_RATE_LIMITED, CTL_EXIT_NETWORK, "The server asks for a pause" },
  { CODAT_ERROR_SERVER, CTL_EXIT_NETWORK, "The server failed" },
  { CODAT_ERROR_NOT_AUTHORIZED, CTL_EXIT_NOT_AUTHORIZED, "The API key is not accepted" },
  { CODAT_ERROR_FORBIDDEN, CTL_EXIT_NOT_AUTHORIZED, "The API key may not do this" },
  { CODAT_ERROR_BAD_KEY, CTL_EXIT_NOT_AUTHORIZED, NULL },
  { CODAT_ERROR_NOT_FOUND, CTL_EXIT_NOT_FOUND, "The server has no such thing" },
  { CODAT_ERROR_PLAN, CTL_EXIT_REFUSED, "The plan of this account does not allow it" },
  { CODAT_ERROR_REFUSED, CTL_EXIT_REFUSED, "The server refused it" },
  { CODAT_ERROR_BAD_ARGUMENT, CTL_EXIT_REFUSED, NULL },
  { CODAT_ERROR_BAD_ANSWER, CTL_EXIT_BAD_ANSWER, "The answer is not what Codat promises" },
  { CODAT_ERROR_BAD_ID, CTL_EXIT_USAGE, NULL },
  { CODAT_ERROR_BAD_ADDRESS, CTL_EXIT_USAGE, NULL },
};

static void
test_codes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = g_error_new_literal (CODAT_ERROR, (int) rows[i].code, "Because");
    g_autofree char *sentence = ctl_error_to_sentence (error);
    g_autofree char *wanted = rows[i].title != NULL
                                  ? g_strconcat (rows[i].title, ": Because.", NULL)
                                  : g_strdup ("Because.");

    g_assert_cmpint (ctl_error_get_exit (error), ==, rows[i].exit);
    g_assert_cmpstr (sentence, ==, wanted);
  }
}

static void
test_others (void)
{
  const struct {
    GQuark domain;
    int code;
    CtlExit exit;
    const char *sentence; /* (nullable): another one than that of the error */
  } others[] = {
    { CTL_ERROR, CTL_EXIT_USAGE, CTL_EXIT_USAGE },
    { CTL_ERROR, CTL_EXIT_INTERRUPTED, CTL_EXIT_INTERRUPTED },
    { TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEY, CTL_EXIT_NOT_AUTHORIZED },
    { TRIB_STORE_ERROR, TRIB_STORE_ERROR_FULL, CTL_EXIT_FAILED },
    { TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING, CTL_EXIT_FAILED,
      "There is no keyring here that could keep a key: --base-url and --key-file do without." },
    { TRIB_STORE_ERROR, TRIB_STORE_ERROR_KEYRING_LOCKED, CTL_EXIT_FAILED,
      "The keyring stayed locked." },
    { G_IO_ERROR, G_IO_ERROR_FAILED, CTL_EXIT_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (GError) error = g_error_new_literal (others[i].domain, others[i].code, "Because.");
    g_autofree char *sentence = ctl_error_to_sentence (error);

    g_assert_cmpint (ctl_error_get_exit (error), ==, others[i].exit);
    g_assert_cmpstr (sentence, ==, others[i].sentence != NULL ? others[i].sentence : "Because.");
  }
}

/* A sentence has one full stop, no control of a terminal, no secret and no end that is not its
 * own. */
static void
test_words (void)
{
  const struct {
    const char *message;
    const char *sentence;
  } words[] = {
    { "Because", "Because." },
    { "Because...", "Because." },
    { "  Because  ", "Because." },
    { "One\nTwo", "One Two." },
    { "a\033[2Jb", "a[2Jb." },
    { "Basic Zm9vOmJhcg==", "Basic [redacted]." },
    { "at https://e.com/link?otp=123456", "at https://e.com/link?[redacted]." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GError) error =
        g_error_new_literal (CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT, words[i].message);
    g_autofree char *sentence = ctl_error_to_sentence (error);

    g_assert_cmpstr (sentence, ==, words[i].sentence);
  }
}

static void
test_json (void)
{
  g_autoptr (GError) error =
      g_error_new_literal (CODAT_ERROR, CODAT_ERROR_BAD_ID, "“x\"” is \\ no id");
  g_autofree char *json = ctl_error_to_json (error);

  g_assert_cmpstr (json, ==, "{\"error\":\"“x\\\"” is \\\\ no id.\",\"exitCode\":2}");
}

/* What the server said beside its sentence is kept, member by member. */
static void
test_details (void)
{
  char *validation[] = { (char *) "Name is too long", (char *) "Tags\033[2J are bad", NULL };
  CodatErrorDetails details = { .http_status = 429,
                                .correlation_id = (char *) "c0ffee",
                                .server_text = (char *) "Slow down",
                                .detailed_code = 7,
                                .retry_after = 30,
                                .validation = validation };
  g_autoptr (GError) error =
      g_error_new_literal (CODAT_ERROR, CODAT_ERROR_RATE_LIMITED, "The server answered");
  g_autofree char *sentence = NULL;
  g_autofree char *json = NULL;

  codat_error_set_details (error, &details);
  sentence = ctl_error_to_sentence (error);
  json = ctl_error_to_json (error);
  g_assert_cmpstr (sentence, ==,
                   "The server asks for a pause: Slow down: Name is too long: Tags[2J are bad, "
                   "try again in 30 s (correlation ID c0ffee).");
  g_assert_nonnull (strstr (json,
                            ",\"exitCode\":6,\"statusCode\":429,\"correlationId\":\"c0ffee\","
                            "\"detailedErrorCode\":7,\"retryAfter\":30,"
                            "\"validation\":[\"Name is too long\",\"Tags\\u001b[2J are bad\"]}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/errors/codes", test_codes);
  g_test_add_func ("/ctl/errors/others", test_others);
  g_test_add_func ("/ctl/errors/words", test_words);
  g_test_add_func ("/ctl/errors/details", test_details);
  g_test_add_func ("/ctl/errors/json", test_json);
  return g_test_run ();
}
