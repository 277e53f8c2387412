/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-redirect.h"

#include <string.h>

#define TEMPLATE                                                                                   \
  "https://app.example/codat/done?status={statusCode}&message={errorMessage}&text={statusText}"    \
  "&connection={connectionId}&company={companyId}&platform={platformName}&state={state}&kind=desk"
#define P "https://app.example/codat/done"
#define TAIL "&message=&text=&connection=c1&company=k1&platform=Xero&state=s1&kind=desk"
#define Q "?status=200" TAIL
#define I TRIB_LINK_MATCH_IGNORE
#define C TRIB_LINK_MATCH_CAPTURE
#define R TRIB_LINK_MATCH_REJECT

typedef struct {
  TribLinkMatch expected;
  const char *uri;
  const char *method; /* (nullable): GET */
} Row;

/* Authority, path, encoding, query, method: what two programs could read as two places. */
static const Row rows[] = {
  /* The whole and legal ones. */
  { C, P Q },
  { C, "HTTPS://app.example/codat/done" Q },
  { C, "hTtPs://app.example/codat/done" Q },
  { C, "https://APP.EXAMPLE/codat/done" Q },
  { C, "https://App.Example:443/codat/done" Q },
  { C, P Q "#" },
  { C, P Q "&" },
  { C, P "?&status=200" TAIL },
  { C, P "?status=200&&message=&text=&connection=c1&company=k1&platform=&state=s1&kind=desk" },
  { C, P "?kind=desk&state=s1&company=k1&connection=c1&text=&message=&status=403" },
  { C, P Q "&other=1" },
  { C, P Q "&other=1&other=2" },
  { C, P Q "&Status=500" },
  { C, P Q "&STATE=x" },
  { C, P Q "&=" },
  { C, P Q "&flag" },
  { C, P "?status=201" TAIL },
  { C, P "?status=403" TAIL },
  { C, P "?status=500" TAIL },
  { C, P "?status=501" TAIL },
  { C, P "?status=" TAIL },
  { C, P "?status" TAIL },
  { C, P "?%73tatus=200" TAIL },
  { C, P "?status=%32%30%30" TAIL },
  { C,
    P "?status=200&message=User+cancelled&text=a%20b&connection=c1&company=k1&state=s1&kind=desk" },
  { C, P "?status=200&text=%C3%A9%E2%82%AC&connection=c1&company=k1&state=s1&kind=desk" },
  { C, P "?status=200&text=a=b=c&connection=c1&company=k1&state=s1&kind=desk" },
  { C, P "?status=200&text=%26status%3D500&connection=c1&company=k1&state=s1&kind=desk" },
  { C, P "?status=200&text=a;b&connection=c1&company=k1&state=s1&kind=desk" },
  { C, P "?status=200&text=a?b&connection=c1&company=k1&state=s1&kind=desk" },
  { C, P "?status=200&text=a/../b&connection=c1&company=k1&state=s1&kind=desk" },
  { C, P "?status=200&connection=c1&company=k1&state=s1&kind=d%65sk" },
  { C, P "?status=200&connection=c1&company=k1&state=&kind=desk" },
  { C, P
    "?status=200&text=https://app.example/codat/done&connection=c1&company=k1&state=s1&kind=desk" },

  /* Other places. */
  { I, "http://app.example/codat/done" Q },
  { I, "http://app.example:443/codat/done" Q },
  { I, "https://app.example:8443/codat/done" Q },
  { I, "https://app.example:80/codat/done" Q },
  { I, "https://app.example:4430/codat/done" Q },
  { I, "https://app.example:0/codat/done" Q },
  { I, "https://app.example:65536/codat/done" Q },
  { I, "https://app.example:99999999999999999999/codat/done" Q },
  { I, "https://app.example:-443/codat/done" Q },
  { I, "https://app.example:4x3/codat/done" Q },
  { I, "https://app.example:443:443/codat/done" Q },
  { I, "https://www.app.example/codat/done" Q },
  { I, "https://app.example.evil.com/codat/done" Q },
  { I, "https://evil.com/app.example/codat/done" Q },
  { I, "https://evilapp.example/codat/done" Q },
  { I, "https://app-example/codat/done" Q },
  { I, "https://appXexample/codat/done" Q },
  { I, "https://app.exampl/codat/done" Q },
  { I, "https://app.examplee/codat/done" Q },
  { I, "https://app.example@evil.com/codat/done" Q },
  { I, "https://app.example:443@evil.com/codat/done" Q },
  { I, "https://app.example%40evil.com/codat/done" Q },
  { I, "https://app.example%2Fcodat%2Fdone" Q },
  { I, "https://evil.com#@app.example/codat/done" Q },
  { I, "https://evil.com?@app.example/codat/done" Q },
  { I, "https://evil.com/https://app.example/codat/done" Q },
  { I, "https://evil.com/?u=https://app.example/codat/done" Q },
  { I, "https://evil.com/#https://app.example/codat/done" Q },
  { I, "https://\xd0\xb0pp.example/codat/done" Q }, /* a Cyrillic a */
  { I, "https://xn--pp-6kc.example/codat/done" Q },
  { I, "https://app.example/" },
  { I, "https://app.example" },
  { I, "https://app.example?status=200" TAIL },
  { I, "https://app.example/codat" Q },
  { I, "https://app.example/done" Q },
  { I, "https://app.example/codat/Done" Q },
  { I, "https://app.example/CODAT/DONE" Q },
  { I, "https://app.example/codat/done.html" Q },
  { I, "https://app.example/codat/done/more" Q },
  { I, "https://app.example/codat/donex" Q },
  { I, "https://app.example/codat/done;x" Q },
  { I, "https://app.example/codat/done%00" Q },
  { I, "https://app.example/codat/done%20" Q },
  { I, "https://app.example/codat/../done" Q },
  { I, "https://app.example/codat/done/.." Q },
  { I, "https://app.example/codat%252Fdone" Q },
  { I, "https://app.example/?/codat/done" Q },
  { I, "https://app.example/#/codat/done" Q },
  { I, "https://[app.example]/codat/done" Q },
  { I, "https://127.0.0.1/codat/done" Q },
  { I, "https:///codat/done" Q },
  { I, "https://:443/codat/done" Q },
  { I, "https://" },
  { I, "https:" },
  { I, "https" },
  { I, "" },
  { I, "/codat/done" Q },
  { I, "//app.example/codat/done" Q },
  { I, "app.example/codat/done" Q },
  { I, "about:blank" },
  { I, "ftp://app.example/codat/done" Q },
  { I, "httpss://app.example/codat/done" Q },
  { I, "https+x://app.example/codat/done" Q },
  { I, "wss://app.example/codat/done" Q },
  { I, "blob:https://app.example/codat/done" },
  { I, "view-source:https://app.example/codat/done" Q },
  { I, "javascript:location='https://app.example/codat/done'" },
  { I, "data:text/html,https://app.example/codat/done" },
  { I, "file:///codat/done" Q },
  { I, "tributary://app.example/codat/done" Q },

  /* Authority tricks: a browser or another program would go to our place. */
  { R, "https://user@app.example/codat/done" Q },
  { R, "https://user:pass@app.example/codat/done" Q },
  { R, "https://@app.example/codat/done" Q },
  { R, "https://:@app.example/codat/done" Q },
  { R, "https://evil.com@app.example/codat/done" Q },
  { R, "https://evil.com:443@app.example:443/codat/done" Q },
  { R, "https://a@b@app.example/codat/done" Q },
  { R, "https://evil.com%2F@app.example/codat/done" Q },
  { R, "https://evil.com\\@app.example/codat/done" Q },
  { R, "https://app.example\\codat\\done" Q },
  { R, "https://app.example\\codat/done" Q },
  { R, "https://app.example/codat\\done" Q },
  { R, "https:\\\\app.example/codat/done" Q },
  { R, "https:/\\app.example/codat/done" Q },
  { R, "https:\\/app.example/codat/done" Q },
  { R, "https:/app.example/codat/done" Q },
  { R, "https:app.example/codat/done" Q },
  { R, "https:///app.example/codat/done" Q },
  { R, "https:////app.example/codat/done" Q },
  { R, "https://app.example./codat/done" Q },
  { R, "https://app.example:/codat/done" Q },
  { R, "https://app.example:0443/codat/done" Q },
  { R, "https://app.example:00000443/codat/done" Q },
  { R, "https://%61pp.example/codat/done" Q },
  { R, "https://app%2Eexample/codat/done" Q },
  { R, "https://app%E3%80%82example/codat/done" Q },
  { R, "https://\xef\xbd\x81pp.example/codat/done" Q }, /* a full-width a */
  { R, "https://app\xe3\x80\x82"
       "example/codat/done" Q }, /* an ideographic full stop */
  { R, " https://app.example/codat/done" Q },
  { R, "https://app.example/codat/done" Q " " },
  { R, "\thttps://app.example/codat/done" Q },
  { R, "\x01https://app.example/codat/done" Q },
  { R, "ht\ntps://app.example/codat/done" Q },
  { R, "https:\n//app.example/codat/done" Q },
  { R, "https://app.ex\tample/codat/done" Q },
  { R, "https://app.example\r/codat/done" Q },

  /* Path tricks. */
  { R, "https://app.example/codat/done/" Q },
  { R, "https://app.example//codat/done" Q },
  { R, "https://app.example/codat//done" Q },
  { R, "https://app.example/./codat/done" Q },
  { R, "https://app.example/codat/./done" Q },
  { R, "https://app.example/codat/done/." Q },
  { R, "https://app.example/x/../codat/done" Q },
  { R, "https://app.example/../codat/done" Q },
  { R, "https://app.example/codat/x/../done" Q },
  { R, "https://app.example/codat/%2e/done" Q },
  { R, "https://app.example/x/%2E%2e/codat/done" Q },
  { R, "https://app.example/x/.%2e/codat/done" Q },
  { R, "https://app.example/codat%2Fdone" Q },
  { R, "https://app.example/codat%5Cdone" Q },
  { R, "https://app.example/cod%61t/done" Q },
  { R, "https://app.example/%63odat/done" Q },
  { R, "https://app.example/codat/\tdone" Q },
  { R, "https://app.example/co\ndat/done" Q },

  /* Methods. */
  { R, P Q, "POST" },
  { R, P Q, "PUT" },
  { R, P Q, "HEAD" },
  { R, P Q, "DELETE" },
  { R, P Q, "get" },
  { R, P Q, "" },
  { I, "https://evil.com/codat/done" Q, "POST" },

  /* Query tricks. */
  { R, P },
  { R, P "?" },
  { R, P "#" Q },
  { R, P "?status=200" },
  { R, P Q "&status=200" },
  { R, P Q "&status=500" },
  { R, P Q "&%73tatus=500" },
  { R, P Q "&state=s2" },
  { R, P Q "&stat%65=s2" },
  { R, P Q "&connection=c2" },
  { R, P Q "&company=k2" },
  { R, P Q "&kind=desk" },
  { R, P Q "&kind" },
  { R, P Q "&message=" },
  { R, P "?Status=200" TAIL },
  { R, P "?status%20=200" TAIL },
  { R, P "?status+=200" TAIL },
  { R, P "?status[]=200" TAIL },
  { R, P "?;status=200" TAIL },
  { R, P "?amp;status=200" TAIL },
  { R, P "?status=200;state=s1" },
  { R, P "?status=200&connection=c1&company=k1&state=s1" },
  { R, P "?status=200&connection=c1&company=k1&state=s1&kind=Desk" },
  { R, P "?status=200&connection=c1&company=k1&state=s1&kind=" },
  { R, P "?status=200&connection=c1&company=k1&state=s1&kind=desk2" },
  { R, P "?status=200&connection=c1&company=k1&kind=desk" },
  { R, P "?status=200&connection=c1&company=k1&State=s1&kind=desk" },
  { R, P "?status=200&connection=c1&state=s1&kind=desk" },
  { R, P "?status=200&company=k1&state=s1&kind=desk" },
  { R, P "?connection=c1&company=k1&state=s1&kind=desk" },
  { R, P Q "#x" },
  { R, P Q "#status=500" },
  { R, P Q "#\\" },

  /* Encoding tricks. */
  { R, P Q "&x=%" },
  { R, P Q "&x=%4" },
  { R, P Q "&x=%zz" },
  { R, P Q "&x=%0" },
  { R, P Q "&x=%00" },
  { R, P Q "&%00=x" },
  { R, P Q "&x%=1" },
  { R, P Q "&x=%ff" },
  { R, P Q "&x=%C3" },
  { R, P Q "&x=%C0%AF" },
  { R, P Q "&x=%ED%A0%80" },
  { R, P Q "&x=%F5%80%80%80" },
  { R, P Q "&x=%u0041" },
  { R, P "?status=2%300%" TAIL },
  { R, P "?status=200%00" TAIL },
  { R, P "?status=%ff" TAIL },
  { R, P Q "&x=a b" },
  { R, P Q "&x=a\tb" },
  { R, P Q "&x=a\nb" },
  { R, P Q "&x=a\rb" },
  { R, P Q "&x=\x7f" },
  { R, P Q "&x=\x1b" },
  { R, P Q "&x=\\" },
  { R, P Q "&x=\xc3\xa9" },
  { R, P Q "&x=\xff" },
};

static void
test_table (void)
{
  g_autoptr (GError) error = NULL;
  TribLinkRedirect *redirect = trib_link_redirect_new (TEMPLATE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (G_N_ELEMENTS (rows), >=, 150);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *method = rows[i].method != NULL ? rows[i].method : "GET";
    g_autoptr (TribLinkAnswer) answer = NULL;
    const char *reason = NULL;
    TribLinkMatch match =
        trib_link_redirect_match (redirect, rows[i].uri, method, &answer, &reason);

    if (match != rows[i].expected)
      g_error ("%s %s: %d instead of %d (%s)", method, rows[i].uri, match, rows[i].expected,
               reason);
    g_assert_true ((answer != NULL) == (match == C));
    g_assert_true ((reason != NULL) == (match == R));
    g_assert_cmpint (trib_link_redirect_match (redirect, rows[i].uri, method, NULL, NULL), ==,
                     match);
  }
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
