/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include "trib-link-verdict.h"

#include <string.h>

/* The two verbs that ask nobody: the verdict on an address, and the signature of a message. */

#define TEMPLATE                                                                                   \
  "https://e.com/done?code={statusCode}&error={errorMessage}&connection={connectionId}"            \
  "&state={state}"
#define GOOD "https://e.com/done?code=200&error=&connection=c1&state=s"

static const struct {
  const char *uri;
  const char *verdict;
} addresses[] = {
  { GOOD, "capture" },
  { "HTTPS://E.com:443/done?code=403&error=No&connection=c1&state=s", "capture" },
  { GOOD "#", "capture" },
  { GOOD "&other=1", "capture" },
  { "https://e.com/done?code=&error=&connection=&state=", "capture" },
  { "https://e.com/other?code=200", "ignore" },
  { "https://evil.com/done?code=200&error=&connection=c1&state=s", "ignore" },
  { "http://e.com/done?code=200&error=&connection=c1&state=s", "ignore" },
  { "https://e.com.evil.com/done?code=200&error=&connection=c1&state=s", "ignore" },
  { "https://e.com:8443/done?code=200&error=&connection=c1&state=s", "ignore" },
  { "about:blank", "ignore" },
  { "nonsense", "ignore" },
  { "", "ignore" },
  { GOOD "&code=500", "reject" },
  { "https://e.com/done", "reject" },
  { "https://u@e.com/done?code=200&error=&connection=c1&state=s", "reject" },
  { "https://e.com/./done?code=200&error=&connection=c1&state=s", "reject" },
};

/* The program says what the window would do: both ask the same code. */
static void
test_verdicts (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TribLinkRedirect) redirect = trib_link_redirect_new (TEMPLATE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_auto (Outcome) outcome =
        fixture_run (self, NULL, "redirect check --template '%s' '%s'", TEMPLATE, addresses[i].uri);
    TribLinkVerdict window =
        trib_link_verdict_for (redirect, addresses[i].uri, "GET", FALSE, FALSE);
    g_autofree char *verdict = NULL;

    g_test_message ("%s: %s", addresses[i].uri, outcome.out);
    outcome_assert_exit (&outcome, 0);
    g_assert_cmpstr (outcome.err, ==, "");
    verdict = fixture_dup_member (outcome.out, "verdict");
    g_assert_cmpstr (verdict, ==, addresses[i].verdict);
    g_assert_true ((strcmp (verdict, "capture") == 0) == (window == TRIB_LINK_VERDICT_CAPTURE));
    if (strcmp (verdict, "reject") == 0) {
      g_assert_cmpint (window, ==, TRIB_LINK_VERDICT_REFUSE);
      g_assert_nonnull (strstr (outcome.out, "\"reason\":\""));
    }
  }
}

static void
test_answer (Fixture *self, gconstpointer data)
{
  const char *uri = "https://e.com/done?code=403&error=%3Cb%3E%22No%22&connection=c1&state=s";
  g_auto (Outcome) json =
      fixture_run (self, NULL, "redirect check --template '%s' '%s'", TEMPLATE, uri);
  g_auto (Outcome) table =
      fixture_run (self, NULL, "redirect check --format table --template '%s' '%s'", TEMPLATE, uri);
  g_auto (Outcome) csv =
      fixture_run (self, NULL, "redirect check --format csv --template '%s' '%s'", TEMPLATE, uri);

  g_assert_cmpstr (json.out, ==,
                   "{\"verdict\":\"capture\",\"statusCode\":403,\"errorMessage\":\"<b>\\\"No\\\"\","
                   "\"connectionId\":\"c1\",\"state\":\"s\"}\n");
  g_assert_nonnull (strstr (table.out, "statusCode    403\n"));
  g_assert_true (g_str_has_prefix (csv.out, "verdict,reason,statusCode,errorMessage,"));
  g_assert_nonnull (strstr (csv.out, "\r\ncapture,,403,\"<b>\"\"No\"\"\","));
}

#define SECRET "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

static char *
sign (const char *id, gint64 time, const char *body)
{
  g_autofree char *content = g_strdup_printf ("%s.%" G_GINT64_FORMAT ".%s", id, time, body);
  gsize size = 0, digest_size = 32;
  g_autofree guchar *key = g_base64_decode (SECRET + strlen ("whsec_"), &size);
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, key, size);
  guchar digest[32];
  g_autofree char *text = NULL;

  g_hmac_update (hmac, (const guchar *) content, -1);
  g_hmac_get_digest (hmac, digest, &digest_size);
  text = g_base64_encode (digest, digest_size);
  return g_strconcat ("v1,", text, NULL);
}

static Outcome
verify (Fixture *self, const char *signature, gint64 time, const char *body, const char *options)
{
  g_autofree char *file = g_build_filename (self->directory, "secret", NULL);

  g_assert_true (g_file_set_contents (file, SECRET "\n", -1, NULL));
  return fixture_run (self, body,
                      "webhooks verify --secret-file %s --id msg_1 --timestamp %" G_GINT64_FORMAT
                      " --signature '%s' %s",
                      file, time, signature, options);
}

static void
test_signatures (Fixture *self, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const struct {
    gint64 offset; /* of the time that is signed */
    const char *body;
    const char *options;
    int code;
    const char *words;
  } rows[] = {
    { 0, "{}", "", 0, "{\"valid\":true,\"id\":\"msg_1\",\"timestamp\":\"" },
    { 0, "{}", "--format table", 0, "valid      true\n" },
    { -200, "{}", "", 0, "{\"valid\":true" },
    { 200, "{}", "", 0, "{\"valid\":true" },
    { 0, "{ }", "", 5, "" },
    { 0, "", "", 5, "" },
    { 0, "{}", "--id msg_2", 5, "" },
    { 0, "{}", "--timestamp x", 5, "" },
    { 0, "{}", "--timestamp 1614265330", 5, "" },
    { 0, "{}", "--signature v2,AAAA", 5, "" },
    { 0, "{}", "--signature ''", 5, "" },
    { -400, "{}", "", 5, "" },
    { 400, "{}", "", 5, "" },
    { 0, "{}", "--secret-file /dev/null", 5, "" },
    { 0, "{}", "--secret-file /nowhere", 1, "" },
    { 0, "{}", "--secret-file -", 2, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 time = now + rows[i].offset;
    g_autofree char *signature = sign ("msg_1", time, "{}");
    g_auto (Outcome) outcome = verify (self, signature, time, rows[i].body, rows[i].options);

    g_test_message ("%u: %s %s%s", i, rows[i].options, outcome.out, outcome.err);
    if (rows[i].code == 0) {
      outcome_assert_exit (&outcome, 0);
      g_assert_true (g_str_has_prefix (outcome.out, rows[i].words));
      g_assert_cmpstr (outcome.err, ==, "");
    } else {
      outcome_assert_failed (&outcome, rows[i].code);
    }
    g_assert_null (strstr (outcome.err, "whsec_"));
    g_assert_null (strstr (outcome.err, signature));
  }
}

/* One bit of the signature, anywhere, and it is none. */
static void
test_bits (Fixture *self, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *good = sign ("msg_1", now, "{}");
  gsize size = 0;
  g_autofree guchar *bytes = g_base64_decode (good + strlen ("v1,"), &size);

  g_assert_cmpuint (size, ==, 32);
  for (guint i = 0; i < 32; i++) {
    g_autofree char *text = NULL;
    g_autofree char *signature = NULL;
    g_auto (Outcome) outcome = { 0 };

    bytes[i] ^= (guchar) (1 << (i % 8));
    text = g_base64_encode (bytes, size);
    signature = g_strconcat ("v1,", text, NULL);
    outcome = verify (self, signature, now, "{}", "");
    bytes[i] ^= (guchar) (1 << (i % 8));
    outcome_assert_failed (&outcome, 5);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("offline/verdicts", 0, test_verdicts);
  FIXTURE_ADD ("offline/answer", 0, test_answer);
  FIXTURE_ADD ("offline/signatures", 0, test_signatures);
  FIXTURE_ADD ("offline/bits", 0, test_bits);
  return g_test_run ();
}
