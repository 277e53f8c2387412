/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-secret.h"
#include "trib-link-verdict.h"

#include <string.h>

#define A TRIB_LINK_VERDICT_ALLOW
#define C TRIB_LINK_VERDICT_CAPTURE
#define O TRIB_LINK_VERDICT_OPEN_OUTSIDE
#define R TRIB_LINK_VERDICT_REFUSE

typedef struct {
  const char *uri;
  TribLinkVerdict plain;    /* by script */
  TribLinkVerdict by_click; /* by a person */
  TribLinkVerdict loopback; /* by script, where http on loopback is legal */
} Row;

static const Row rows[] = {
  { "https://link.codat.io/company/1", A, A, A },
  { "HTTPS://LINK.CODAT.IO/", A, A, A },
  { "https://login.xero.com/identity?a=b#c", A, A, A },
  { "https://login.example:8443/", A, A, A },
  { "https://203.0.113.7/", A, A, A },
  { "https://[2001:db8::1]/", A, A, A },
  { "https://xn--bcher-kva.example/", A, A, A },
  { "https://login.example/100%", A, A, A },
  { "https://login.example/?a=b\\c", A, A, A },
  { "https://login.example/?q={|}^`", A, A, A },
  { "https://127.0.0.1:9999/", A, A, A },
  { "about:blank", A, A, A },
  { "ABOUT:BLANK", A, A, A },
  { "about:blank#x", A, A, A },
  { "about:srcdoc", A, A, A },
  /* http, and what is and is not this computer */
  { "http://login.example/", R, R, R },
  { "http://link.codat.io/", R, R, R },
  { "http://127.0.0.1:8080/link", R, R, A },
  { "http://127.9.9.9/", R, R, A },
  { "http://localhost:1/", R, R, A },
  { "http://LOCALHOST/", R, R, A },
  { "http://[::1]:5/", R, R, A },
  { "http://127.0.0.1.evil.com/", R, R, R },
  { "http://localhost.evil.com/", R, R, R },
  { "http://evil.com/127.0.0.1", R, R, R },
  { "http://evil.com#127.0.0.1", R, R, R },
  { "http://127.0.0.1@evil.com/", R, R, R },
  { "http://evil.com\\@127.0.0.1/", R, R, R },
  { "http://127.1/", R, R, R },
  { "http://2130706433/", R, R, R },
  { "http://0x7f000001/", R, R, R },
  { "http://0.0.0.0/", R, R, R },
  { "http://192.168.1.1/", R, R, R },
  { "http://169.254.169.254/", R, R, R },
  { "http://[::ffff:192.168.1.1]/", R, R, R },
  /* handed to the system, by a person only */
  { "mailto:help@example.com", R, O, R },
  { "mailto:help@example.com?subject=a%20b", R, O, R },
  { "MAILTO:help@example.com", R, O, R },
  { "tel:+441234", R, O, R },
  { "mailto:a b", R, R, R },
  { "mailto:a\nb", R, R, R },
  { "mailto:a\\b", R, R, R },
  { "mailto:\xc3\xa9", R, R, R },
  { "mailto2:a", R, R, R },
  { "telnet:host", R, R, R },
  { "sms:+44", R, R, R },
  /* what nobody needs */
  { "file:///etc/passwd", R, R, R },
  { "FILE:///etc/passwd", R, R, R },
  { "data:text/html,hello", R, R, R },
  { "data:,", R, R, R },
  { "javascript:alert(1)", R, R, R },
  { "JavaScript:alert(1)", R, R, R },
  { "java\nscript:alert(1)", R, R, R },
  { " javascript:alert(1)", R, R, R },
  { "blob:https://login.example/1234", R, R, R },
  { "filesystem:https://login.example/t/x", R, R, R },
  { "ftp://ftp.example/", R, R, R },
  { "ws://login.example/", R, R, R },
  { "wss://login.example/", R, R, R },
  { "view-source:https://login.example/", R, R, R },
  { "about:memory", R, R, R },
  { "about:", R, R, R },
  { "about:blankx", R, R, R },
  { "about:blan", R, R, R },
  { "about://blank", R, R, R },
  { "webkit://gpu", R, R, R },
  { "inspector://x", R, R, R },
  { "resource:///org", R, R, R },
  { "chrome://settings", R, R, R },
  { "intent://x#Intent;end", R, R, R },
  { "ms-settings:", R, R, R },
  { "smb://server/share", R, R, R },
  { "ssh://host", R, R, R },
  { "xdg-open:x", R, R, R },
  { "tributary://done", R, R, R },
  { "vbscript:x", R, R, R },
  { "https", R, R, R },
  { "https:", R, R, R },
  { "https://", R, R, R },
  { "", R, R, R },
  { "/relative", R, R, R },
  { "//login.example/", R, R, R },
  { ":", R, R, R },
  /* what can be read in two ways */
  { "https://user@login.example/", R, R, R },
  { "https://user:pass@login.example/", R, R, R },
  { "https://login.example\\@evil.com/", R, R, R },
  { "https:\\\\login.example/", R, R, R },
  { "https:/login.example/", R, R, R },
  { "https:login.example/", R, R, R },
  { "https:///login.example/", R, R, R },
  { "https://login.example./", R, R, R },
  { "https://login.example:/", R, R, R },
  { "https://login.example:0443/", R, R, R },
  { "https://login.example:65536/", R, R, R },
  { "https://login.example:x/", R, R, R },
  { "https://%6cogin.example/", R, R, R },
  { "https://login .example/", R, R, R },
  { "https://login.example/a b", R, R, R },
  { "https://login.example/\x01", R, R, R },
  { "https://login.example/\x7f", R, R, R },
  { "https://login.example/\n", R, R, R },
  { "https://login.example/a\\b", R, R, R },
  { "https://l\xc3\xb6gin.example/", R, R, R },
  { "https://login.example/\xff", R, R, R },
  { "https://<login>/", R, R, R },
  { "https://login.example%00.evil.com/", R, R, R },
  /* our redirect comes first */
  { "https://app.example/done?s=200&state=x", C, C, C },
  { "https://APP.example:443/done?s=&state=", C, C, C },
  { "https://app.example/done", R, R, R },
  { "https://app.example/done?s=200&state=x&s=500", R, R, R },
  { "https://app.example/./done?s=200&state=x", R, R, R },
  { "https://u@app.example/done?s=200&state=x", R, R, R },
  { "http://app.example/done?s=200&state=x", R, R, R },
  { "https://app.example/elsewhere", A, A, A },
};

static void
test_table (void)
{
  g_autoptr (TribLinkRedirect) redirect =
      trib_link_redirect_new ("https://app.example/done?s={statusCode}&state={state}", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Row *row = &rows[i];

    if (trib_link_verdict_for (redirect, row->uri, "GET", FALSE, FALSE) != row->plain ||
        trib_link_verdict_for (redirect, row->uri, "GET", TRUE, FALSE) != row->by_click ||
        trib_link_verdict_for (redirect, row->uri, "GET", FALSE, TRUE) != row->loopback)
      g_error ("%s is judged wrongly", row->uri);
  }
  g_assert_cmpint (trib_link_verdict_for (redirect, NULL, "GET", TRUE, TRUE), ==, R);
}

static void
test_method (void)
{
  g_autoptr (TribLinkRedirect) redirect =
      trib_link_redirect_new ("https://app.example/done?s={statusCode}", NULL);
  const char *ours = "https://app.example/done?s=200";
  const char *login = "https://login.example/";

  g_assert_cmpint (trib_link_verdict_for (redirect, ours, "GET", FALSE, FALSE), ==, C);
  g_assert_cmpint (trib_link_verdict_for (redirect, ours, "POST", TRUE, FALSE), ==, R);
  g_assert_cmpint (trib_link_verdict_for (redirect, ours, NULL, TRUE, FALSE), ==, R);
  g_assert_cmpint (trib_link_verdict_for (redirect, login, "POST", FALSE, FALSE), ==, A);
  g_assert_cmpint (trib_link_verdict_for (redirect, login, NULL, FALSE, FALSE), ==, A);
  /* Without a redirect nothing is captured. */
  g_assert_cmpint (trib_link_verdict_for (NULL, ours, "GET", FALSE, FALSE), ==, A);
}

static void
test_length (void)
{
  g_autofree char *fill = g_strnfill (64 * 1024 - strlen ("https://h.example/"), 'a');
  g_autofree char *longest = g_strconcat ("https://h.example/", fill, NULL);
  g_autofree char *too_long = g_strconcat (longest, "a", NULL);

  g_assert_cmpint (trib_link_verdict_for (NULL, longest, "GET", FALSE, FALSE), ==, A);
  g_assert_cmpint (trib_link_verdict_for (NULL, too_long, "GET", FALSE, FALSE), ==, R);
}

static void
test_secret_append (void)
{
  static const struct {
    const char *uri;
    const char *expected;
  } links[] = {
    { "https://h.example/start", "https://h.example/start?state=s" },
    { "https://h.example/start?otp=1", "https://h.example/start?otp=1&state=s" },
    { "https://h.example/start?", "https://h.example/start?state=s" },
    { "https://h.example/start?a=b&", "https://h.example/start?a=b&state=s" },
    { "https://h.example/start#f", "https://h.example/start?state=s#f" },
    { "https://h.example/start?otp=1#f?g", "https://h.example/start?otp=1&state=s#f?g" },
    { "https://h.example/start#f?g", "https://h.example/start?state=s#f?g" },
    { "https://h.example", "https://h.example?state=s" },
  };
  g_autofree char *escaped = trib_link_secret_append ("https://h.example/", "a&b", "c=d");

  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autofree char *link = trib_link_secret_append (links[i].uri, "state", "s");

    g_assert_cmpstr (link, ==, links[i].expected);
  }
  g_assert_cmpstr (escaped, ==, "https://h.example/?a%26b=c%3Dd");
}

static void
test_secret (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *none = NULL;

  for (guint i = 0; i < 1000; i++) {
    char *secret = trib_link_secret_new (NULL);

    g_assert_cmpuint (strlen (secret), ==, 32);
    g_assert_cmpuint (strspn (secret, "0123456789abcdef"), ==, 32);
    g_assert_true (g_hash_table_add (seen, secret));
  }
  g_assert_true (trib_link_secret_equal ("abc", "abc"));
  g_assert_false (trib_link_secret_equal ("abc", "abd"));
  g_assert_false (trib_link_secret_equal ("abc", "ABC"));
  g_assert_false (trib_link_secret_equal ("abc", "ab"));
  g_assert_false (trib_link_secret_equal ("abc", "abcd"));
  g_assert_false (trib_link_secret_equal ("", ""));
  g_assert_false (trib_link_secret_equal (NULL, NULL));
  g_assert_false (trib_link_secret_equal ("abc", NULL));
  trib_link_secret_clear (&none);
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/verdict/table", test_table);
  g_test_add_func ("/link/verdict/method", test_method);
  g_test_add_func ("/link/verdict/length", test_length);
  g_test_add_func ("/link/secret/append", test_secret_append);
  g_test_add_func ("/link/secret/value", test_secret);
  return g_test_run ();
}
