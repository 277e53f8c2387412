/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "redirect-rows.h"

#include <string.h>

#define TEMPLATE REDIRECT_ROWS_TEMPLATE
#define P REDIRECT_ROWS_PATH
#define TAIL "&message=&text=&connection=c1&company=k1&platform=Xero&state=s1&kind=desk"
#define Q "?status=200" TAIL
#define I TRIB_LINK_MATCH_IGNORE
#define C TRIB_LINK_MATCH_CAPTURE
#define R TRIB_LINK_MATCH_REJECT

static void
check_row (TribLinkRedirect *redirect, const RedirectRow *row)
{
  const char *method = row->method != NULL ? row->method : "GET";
  g_autoptr (TribLinkAnswer) answer = NULL;
  const char *reason = NULL;
  TribLinkMatch match = trib_link_redirect_match (redirect, row->uri, method, &answer, &reason);

  if (match != row->expected)
    g_error ("%s %s: %d instead of %d (%s)", method, row->uri, match, row->expected, reason);
  g_assert_true ((answer != NULL) == (match == C));
  g_assert_true ((reason != NULL) == (match == R));
  g_assert_cmpint (trib_link_redirect_match (redirect, row->uri, method, NULL, NULL), ==, match);
}

static void
test_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) different = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TribLinkRedirect *redirect = trib_link_redirect_new (TEMPLATE, &error);

  g_assert_no_error (error);
  for (guint i = 0; redirect_rows_get (i) != NULL; i++) {
    const RedirectRow *row = redirect_rows_get (i);

    check_row (redirect, row);
    g_hash_table_add (different,
                      g_strdup_printf ("%s %s", row->method != NULL ? row->method : "", row->uri));
  }
  /* A row that is there twice counts once. */
  g_assert_cmpuint (g_hash_table_size (different), >=, 500);
  g_assert_cmpint (trib_link_redirect_match (redirect, P Q, NULL, NULL, NULL), ==, R);
  g_assert_finalize_object (redirect);
}

static void
test_length (void)
{
  g_autoptr (TribLinkRedirect) redirect = trib_link_redirect_new (TEMPLATE, NULL);
  g_autofree char *fill = g_strnfill (16 * 1024 - strlen (P Q "&x="), 'a');
  g_autofree char *longest = g_strconcat (P Q "&x=", fill, NULL);
  g_autofree char *too_long = g_strconcat (longest, "a", NULL);
  g_autofree char *huge = g_strnfill (4 * 1024 * 1024, '/');
  g_autofree char *huge_path = g_strconcat ("https://app.example", huge, NULL);

  g_assert_cmpint (trib_link_redirect_match (redirect, longest, "GET", NULL, NULL), ==, C);
  g_assert_cmpint (trib_link_redirect_match (redirect, too_long, "GET", NULL, NULL), ==, R);
  g_assert_cmpint (trib_link_redirect_match (redirect, huge_path, "GET", NULL, NULL), ==, R);
}

static void
test_answer (void)
{
  g_autoptr (TribLinkRedirect) redirect = trib_link_redirect_new (TEMPLATE, NULL);
  g_autoptr (TribLinkAnswer) answer = NULL;
  g_autoptr (TribLinkAnswer) other = NULL;

  g_assert_cmpint (trib_link_redirect_match (redirect,
                                             P "?status=403&message=User+cancelled"
                                               "&text=%3Cb%3E%C3%A9%2B&connection=c%2F1&company=k1"
                                               "&state=s1&kind=desk",
                                             "GET", &answer, NULL),
                   ==, C);
  g_assert_cmpstr (trib_link_answer_get (answer, "statusCode"), ==, "403");
  g_assert_cmpuint (trib_link_answer_get_status_code (answer), ==, 403);
  g_assert_cmpstr (trib_link_answer_get (answer, "errorMessage"), ==, "User cancelled");
  g_assert_cmpstr (trib_link_answer_get (answer, "statusText"), ==, "<b>\xc3\xa9+");
  g_assert_cmpstr (trib_link_answer_get (answer, "connectionId"), ==, "c/1");
  g_assert_cmpstr (trib_link_answer_get (answer, "companyId"), ==, "k1");
  g_assert_cmpstr (trib_link_answer_get (answer, "state"), ==, "s1");
  /* Left out, not in the template, and the parameter's name instead of the placeholder's. */
  g_assert_null (trib_link_answer_get (answer, "platformName"));
  g_assert_null (trib_link_answer_get (answer, "clientId"));
  g_assert_null (trib_link_answer_get (answer, "connection"));
  other = trib_link_answer_ref (answer);
  g_assert_true (other == answer);
}

static void
test_status_code (void)
{
  static const struct {
    const char *text;
    guint code;
  } codes[] = {
    { "200", 200 }, { "201", 201 }, { "999", 999 }, { "099", 99 },  { "", 0 },
    { "20", 0 },    { "2000", 0 },  { "2x0", 0 },   { "-20", 0 },   { "%2B20", 0 },
    { "20.", 0 },   { "0x2", 0 },   { "+20", 0 },   { "%0A20", 0 }, { "%D9%A2%D9%A0%D9%A0", 0 },
  };
  g_autoptr (TribLinkRedirect) redirect =
      trib_link_redirect_new ("https://h.example/?s={statusCode}", NULL);
  g_autoptr (TribLinkRedirect) without = trib_link_redirect_new ("https://h.example/a", NULL);
  g_autoptr (TribLinkAnswer) nothing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autofree char *uri = g_strconcat ("https://h.example/?s=", codes[i].text, NULL);
    g_autoptr (TribLinkAnswer) answer = NULL;

    g_assert_cmpint (trib_link_redirect_match (redirect, uri, "GET", &answer, NULL), ==, C);
    g_assert_cmpuint (trib_link_answer_get_status_code (answer), ==, codes[i].code);
  }
  trib_link_redirect_match (without, "https://h.example/a?s=200", "GET", &nothing, NULL);
  g_assert_cmpuint (trib_link_answer_get_status_code (nothing), ==, 0);
}

/* Other forms of template, each with addresses of its own. */
static void
test_templates (void)
{
  static const struct {
    const char *redirect_template;
    const char *uri;
    TribLinkMatch expected;
    const char *name;
    const char *value;
  } forms[] = {
    { "https://h.example", "https://h.example", C },
    { "https://h.example", "https://h.example/", C },
    { "https://h.example/", "https://h.example", C },
    { "https://h.example/", "https://h.example//", R },
    { "https://h.example/", "https://h.example/a", I },
    { "https://h.example/a/", "https://h.example/a/", C },
    { "https://h.example/a/", "https://h.example/a", R },
    { "https://H.Example:443/a", "https://h.example/a", C },
    { "https://h.example:8443/a", "https://h.example:8443/a", C },
    { "https://h.example:8443/a", "https://h.example/a", I },
    { "http://h.example/a", "http://h.example:80/a", C },
    { "http://h.example/a", "https://h.example/a", I },
    { "http://127.0.0.1:4000/done", "http://127.0.0.1:4000/done?x=1", C },
    { "http://127.0.0.1:4000/done", "http://localhost:4000/done", I },
    { "http://[::1]:4000/done", "http://[::1]:4000/done", C },
    { "https://tributary.invalid/done?s={statusCode}", "https://tributary.invalid/done?s=500", C,
      "statusCode", "500" },
    { "https://h.example/{companyId}/done", "https://h.example/k1/done", C, "companyId", "k1" },
    { "https://h.example/{companyId}/done", "https://h.example/k%201/done", C, "companyId", "k 1" },
    { "https://h.example/{companyId}/done", "https://h.example/k+1/done", C, "companyId", "k+1" },
    { "https://h.example/{companyId}/done", "https://h.example//done", C, "companyId", "" },
    { "https://h.example/{companyId}/done", "https://h.example/k%/done", R },
    { "https://h.example/{companyId}/done", "https://h.example/k%00/done", R },
    { "https://h.example/{companyId}/done", "https://h.example/k/l/done", I },
    { "https://h.example/c-{companyId}.html", "https://h.example/c-k1.html", C, "companyId", "k1" },
    { "https://h.example/c-{companyId}.html", "https://h.example/c-k1.htm", I },
    { "https://h.example/c-{companyId}-c", "https://h.example/c-c", I },
    { "https://h.example/?s=a-{statusCode}-b", "https://h.example/?s=a-200-b", C, "statusCode",
      "200" },
    { "https://h.example/?s=a-{statusCode}-b", "https://h.example/?s=200", R },
    { "https://h.example/?s=a+{statusCode}", "https://h.example/?s=a%20200", C, "statusCode",
      "200" },
    { "https://h.example/?n={data.company.companyName}", "https://h.example/?n=Old%20%26%20New", C,
      "data.company.companyName", "Old & New" },
    { "https://h.example/?n={platformName}", "https://h.example/", C },
    { "https://h.example/?n={StatusCode}", "https://h.example/?n=200", C, "StatusCode", "200" },
    { "https://h.example/?a=1&b=2", "https://h.example/?b=2&a=1", C },
    { "https://h.example/?a=1&b=2", "https://h.example/?b=2", R },
    { "https://h.example/?flag", "https://h.example/?flag=", C },
    { "https://h.example/?flag", "https://h.example/?flag=1", R },
    { "https://h.example/?", "https://h.example/?", C },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TribLinkRedirect) redirect =
        trib_link_redirect_new (forms[i].redirect_template, &error);
    g_autoptr (TribLinkAnswer) answer = NULL;
    TribLinkMatch match;

    g_assert_no_error (error);
    g_assert_cmpstr (trib_link_redirect_get_template (redirect), ==, forms[i].redirect_template);
    match = trib_link_redirect_match (redirect, forms[i].uri, "GET", &answer, NULL);
    if (match != forms[i].expected)
      g_error ("%s with %s: %d", forms[i].redirect_template, forms[i].uri, match);
    if (forms[i].name != NULL)
      g_assert_cmpstr (trib_link_answer_get (answer, forms[i].name), ==, forms[i].value);
  }
}

static void
test_bad_templates (void)
{
  static const char *const bad[] = {
    "",
    " ",
    "x",
    "https",
    "https:",
    "https://",
    "https:///a",
    "https:h.example",
    "https:/h.example",
    "//h.example/a",
    "h.example/a",
    "ftp://h.example/a",
    "tributary://done",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///a",
    " https://h.example/",
    "https://h.example/ ",
    "https://h.example/a b",
    "https://h.example/\n",
    "https://h\xc3\xa9.example/",
    "https://h.example/\xc3\xa9",
    "https://h.example\\a",
    "https://h.example/?a=\\",
    "https://u@h.example/",
    "https://u:p@h.example/",
    "https://h.example:/",
    "https://h.example:0443/",
    "https://h.example:x/",
    "https://h.example:65536/",
    "https://h.example./",
    "https://%68.example/",
    "https://h.example/../a",
    "https://h.example/a/./b",
    "https://h.example/a/%2e%2e/b",
    "https://h.example/%",
    "https://h.example/?a=%",
    "https://h.example/?a=%00",
    "https://h.example/?%ff=1",
    "https://h.example/?=1",
    "https://h.example/?a=1&a=2",
    "https://h.example/?a={statusCode}&a={state}",
    "https://h.example/?a={statusCode}&%61={state}",
    "https://h.example/?a={statusCode}&b={statusCode}",
    "https://h.example/{statusCode}?b={statusCode}",
    "https://h.example/?a={statusCode}{state}",
    "https://h.example/?a={statusCode}-{state}",
    "https://h.example/?a={{statusCode}}",
    "https://h.example/?a={",
    "https://h.example/?a=}",
    "https://h.example/?a=}{",
    "https://h.example/?a={}",
    "https://h.example/?a={status code}",
    "https://h.example/?a={a/b}",
    "https://h.example/?{statusCode}=a",
    "https://h.example/?{statusCode}",
    "https://h.example/{a}{b}",
    "https://h.example/#",
    "https://h.example/#{statusCode}",
    "https://h.example/#/done?s={statusCode}",
    "https://{companyId}.example/",
    "https://{companyId}/",
    "https://h.example:{companyId}/",
  };
  g_autofree char *fill = g_strnfill (2048, 'a');
  g_autofree char *too_long = g_strconcat ("https://h.example/", fill, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) why = NULL;

    if (trib_link_redirect_new (bad[i], &why) != NULL)
      g_error ("taken: %s", bad[i]);
    g_assert_error (why, TRIB_LINK_REDIRECT_ERROR, TRIB_LINK_REDIRECT_ERROR_INVALID);
  }
  g_assert_null (trib_link_redirect_new (too_long, &error));
  g_assert_error (error, TRIB_LINK_REDIRECT_ERROR, TRIB_LINK_REDIRECT_ERROR_INVALID);
}

static void
test_state_name (void)
{
  static const struct {
    const char *redirect_template;
    const char *name;
  } forms[] = {
    { "https://h.example/?s={statusCode}", NULL },
    { "https://h.example/?state=1", NULL },
    { "https://h.example/?state={statusCode}", NULL },
    { "https://h.example/?x={state}", "state" },
    { "https://h.example/?x={State}", "State" },
    { "https://h.example/{STATE}/done", "STATE" },
    { "https://h.example/?x={mystate}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (TribLinkRedirect) redirect =
        trib_link_redirect_new (forms[i].redirect_template, NULL);

    g_assert_cmpstr (trib_link_redirect_get_state_name (redirect), ==, forms[i].name);
  }
}

/* Every byte in every place of a legal address: never a crash, never another place believed. */
static void
test_mutants (void)
{
  g_autoptr (TribLinkRedirect) redirect = trib_link_redirect_new (TEMPLATE, NULL);
  const char *whole = P Q;
  gsize path = strlen (P);

  for (gsize place = 0; place < strlen (whole); place++) {
    for (int byte = 1; byte < 256; byte++) {
      g_autofree char *mutant = g_strdup (whole);
      TribLinkMatch match;

      mutant[place] = (char) byte;
      match = trib_link_redirect_match (redirect, mutant, "GET", NULL, NULL);
      if (match == C && place < path && g_ascii_strncasecmp (mutant, whole, path) != 0)
        g_error ("believed: %s", mutant);
      if (match == C && (byte <= 0x20 || byte >= 0x7f || byte == '\\'))
        g_error ("believed: %s", mutant);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/redirect/table", test_table);
  g_test_add_func ("/link/redirect/length", test_length);
  g_test_add_func ("/link/redirect/answer", test_answer);
  g_test_add_func ("/link/redirect/status-code", test_status_code);
  g_test_add_func ("/link/redirect/templates", test_templates);
  g_test_add_func ("/link/redirect/bad-templates", test_bad_templates);
  g_test_add_func ("/link/redirect/state-name", test_state_name);
  g_test_add_func ("/link/redirect/mutants", test_mutants);
  return g_test_run ();
}
