/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-downloads.h"

#include "stage.h"

#include <glib/gstdio.h>

#include <string.h>
#include <webkit/webkit.h>

/* Whole flows in real WebKit against a real server, and what forgers try. */

static char *
dup_string (Stage *stage, const char *name)
{
  char *value;

  g_object_get (stage->browser, name, &value, NULL);
  return value;
}

/* Shows a page whose script goes on by itself; "%s" in it becomes the address. */
static void
set_script (Stage *stage, const char *path, const char *script, const char *uri)
{
  g_autoptr (GString) html = g_string_new ("<!doctype html><title>t</title><body><script>");

  g_string_append (html, script);
  g_string_replace (html, "%s", uri, 0);
  g_string_append (html, "</script>");
  site_set_page (stage->site, path, html->str);
}

static void
test_allow (void)
{
  Stage stage;
  g_autofree char *redirect = NULL;
  g_autofree char *location = NULL;
  g_autofree char *host = NULL;
  gboolean secure;

  stage_init (&stage);
  trib_link_browser_set_session (stage.browser, NULL);
  site_set_page (stage.site, "/start", "<!doctype html><p>Allow?</p>");
  stage_open (&stage, "/start?otp=1");
  stage_wait_shown (&stage);
  host = dup_string (&stage, "host");
  g_assert_cmpstr (host, ==, site_get_origin (stage.site) + strlen ("http://"));
  g_object_get (stage.browser, "secure", &secure, NULL);
  g_assert_false (secure);
  /* The platform's server sends the page on, as Codat's does. */
  redirect = stage_dup_redirect (&stage, "200", CONNECTION);
  location = g_strconcat ("=302 ", redirect, NULL);
  site_set_page (stage.site, "/allow", location);
  set_script (&stage, "/start", "location.href='%s'", "/allow");
  trib_link_browser_reload (stage.browser);
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_LINKED), ==, TRIB_LINK_OUTCOME_CONNECTED);
  g_assert_cmpuint (trib_link_answer_get_status_code (trib_link_session_get_answer (stage.session)),
                    ==, 200);
  stage_wait_idle (&stage);
  g_assert_cmpuint (site_get_hits (stage.site, "/allow"), ==, 1);
  g_assert_cmpuint (site_get_redirect_hits (stage.site), ==, 0);
  stage_clear (&stage);
}

/* What is tried here must change nothing; the page then asks for /after, so that it is known to be
 * over. */
static void
assert_nothing_comes_of (const char *attempt, gboolean right_connection)
{
  Stage stage;
  g_autofree char *redirect = NULL;
  g_autofree char *script =
      g_strconcat ("setTimeout(function(){new Image().src='/after'},300);", attempt, NULL);

  g_test_message ("%s", attempt);
  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  redirect = stage_dup_redirect (&stage, "200", right_connection ? CONNECTION : COMPANY);
  stage_wait_shown (&stage);
  set_script (&stage, "/start", script, redirect);
  trib_link_browser_reload (stage.browser);
  stage_wait_hit (&stage, "/after");
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  g_assert_null (trib_link_session_get_answer (stage.session));
  g_assert_cmpuint (fake_service_get_all_checks (stage.service), ==, 0);
  g_assert_cmpuint (site_get_redirect_hits (stage.site), ==, 0);
  g_assert_cmpuint (stage.n_outside, ==, 0);
  stage_clear (&stage);
}

static void
test_forged_connection (void)
{
  assert_nothing_comes_of ("location.href='%s'", FALSE);
}

static void
test_forged_state (void)
{
  assert_nothing_comes_of ("location.href='%s'.replace(/n=.*/,'n=0123456789abcdef')", TRUE);
}

static void
test_forged_twice (void)
{
  assert_nothing_comes_of ("location.href='%s&s=200'", TRUE);
}

static void
test_forged_form (void)
{
  assert_nothing_comes_of ("var f=document.createElement('form');f.method='POST';f.action='%s';"
                           "document.body.append(f);f.submit()",
                           TRUE);
}

static void
test_forged_frame (void)
{
  assert_nothing_comes_of ("var f=document.createElement('iframe');"
                           "f.srcdoc='<script>top.location.href=\"%s\"<'+'/script>';"
                           "document.body.append(f)",
                           FALSE);
}

static void
test_forged_by_server (void)
{
  Stage stage;
  g_autofree char *location = NULL;
  g_autofree char *redirect = NULL;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  redirect = stage_dup_redirect (&stage, "200", COMPANY);
  location = g_strconcat ("=302 ", redirect, NULL);
  site_set_page (stage.site, "/forged", location);
  stage_wait_shown (&stage);
  set_script (&stage, "/start",
              "location.href='%s';setTimeout(function(){new Image().src='/after'},300)", "/forged");
  trib_link_browser_reload (stage.browser);
  stage_wait_hit (&stage, "/after");
  g_assert_cmpuint (site_get_hits (stage.site, "/forged"), ==, 1);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  g_assert_cmpuint (site_get_redirect_hits (stage.site), ==, 0);
  stage_clear (&stage);
}

/* A redirect of the link before, whose page is still remembered somewhere, is a replay. */
static void
test_replayed (void)
{
  Stage stage;
  g_autofree char *old = NULL;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  old = stage_dup_redirect (&stage, "200", CONNECTION);
  set_script (&stage, "/again",
              "setTimeout(function(){new Image().src='/after'},300);location.href='%s'", old);
  trib_link_session_restart (stage.session);
  stage_answer_link (&stage, "/again");
  stage_wait_hit (&stage, "/after");
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  g_assert_null (trib_link_session_get_answer (stage.session));
  g_assert_cmpuint (fake_service_get_all_checks (stage.service), ==, 0);
  g_assert_cmpuint (site_get_redirect_hits (stage.site), ==, 0);
  stage_sign_in (&stage);
  stage_clear (&stage);
}

/* A page that redirects more than once has said what it says the first time. */
static void
test_duplicate (void)
{
  Stage stage;
  g_autofree char *redirect = NULL;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  redirect = stage_dup_redirect (&stage, "403", CONNECTION);
  set_script (&stage, "/start",
              "var u='%s';for(var i=0;i<3;i++){var f=document.createElement('iframe');"
              "document.body.append(f);f.contentWindow.location.href=u;"
              "u=u.replace('s=403','s=200')}location.href=u",
              redirect);
  trib_link_browser_reload (stage.browser);
  stage_wait_state (&stage, TRIB_LINK_STATE_CONFIRMING);
  g_assert_cmpuint (fake_service_get_all_checks (stage.service), ==, 1);
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CANCELLED);
  stage_wait_idle (&stage);
  g_assert_cmpint (trib_link_session_get_outcome (stage.session), ==, TRIB_LINK_OUTCOME_CANCELLED);
  g_assert_cmpuint (trib_link_answer_get_status_code (trib_link_session_get_answer (stage.session)),
                    ==, 403);
  g_assert_cmpuint (fake_service_get_all_checks (stage.service), ==, 1);
  g_assert_cmpuint (site_get_redirect_hits (stage.site), ==, 0);
  stage_clear (&stage);
}

/* Plain http beyond this computer, files, scripts as addresses, other programs, second windows. */
static void
test_refused_places (void)
{
  static const char *const scripts[] = {
    "location.href='http://example.invalid/?%s'",
    "location.href='file:///etc/hostname?%s'",
    "location.href='data:text/html,<img src=/after>%s'",
    "location.href='tributary://x?%s'",
    "location.href='mailto:a@example.invalid?%s'",
    "location.href='about:memory?%s'",
    "for(var i=0;i<100;i++)window.open('%s')",
    "alert('%s');confirm('x');prompt('y')",
    "print('%s');document.documentElement.requestFullscreen()",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    assert_nothing_comes_of (scripts[i], TRUE);
}

static void
test_permissions (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start",
                 "<!doctype html><script>"
                 "var no=[];function say(w){new Image().src='/'+w}"
                 "navigator.geolocation.getCurrentPosition(function(){say('geo-yes')},"
                 "function(){say('geo-no')});"
                 "say(navigator.mediaDevices?'media-yes':'media-no');"
                 "say(document.createElement('canvas').getContext('webgl')?'gl-yes':'gl-no');"
                 "say(window.RTCPeerConnection?'rtc-yes':'rtc-no');"
                 "say(window.AudioContext?'audio-yes':'audio-no');"
                 "</script>");
  stage_open (&stage, "/start");
  stage_wait_hit (&stage, "/geo-no");
  stage_wait_hit (&stage, "/gl-no");
  stage_wait_hit (&stage, "/rtc-no");
  stage_wait_hit (&stage, "/audio-no");
  g_assert_cmpuint (site_get_hits (stage.site, "/geo-yes"), ==, 0);
  g_assert_cmpuint (site_get_hits (stage.site, "/gl-yes"), ==, 0);
  stage_clear (&stage);
}

/* Clicks as a person does; a script that comes from outside the page counts as one. */
static void
click (Stage *stage, const char *id)
{
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (stage->browser));
  g_autofree char *script = g_strdup_printf ("document.getElementById('%s').click()", id);

  webkit_web_view_evaluate_javascript (WEBKIT_WEB_VIEW (view), script, -1, NULL, NULL, NULL, NULL,
                                       NULL);
}

static void
test_outside (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start",
                 "<!doctype html><a id=mail href='mailto:help@example.invalid'>m</a>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  click (&stage, "mail");
  wait_until (stage.n_outside == 1);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
}

/* A page whose script wants a window for the letter. */
static void
test_outside_by_script (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (
      stage.site, "/start",
      "<!doctype html><button id=mail onclick=\"window.open('mailto:help@example.invalid')"
      "\">m</button>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  click (&stage, "mail");
  wait_until (stage.n_outside == 1);
  g_assert_cmpuint (stage.n_windows, ==, 0);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
}

/* The end of a sign-in that is opened in a window of its own is the end of the sign-in. */
static void
test_redirect_in_window (void)
{
  Stage stage;
  g_autofree char *redirect = NULL;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  redirect = stage_dup_redirect (&stage, "403", CONNECTION);
  set_script (&stage, "/start",
              "var b=document.createElement('button');b.id='end';"
              "b.onclick=function(){window.open('%s')};document.body.append(b);"
              "new Image().src='/ready'",
              redirect);
  trib_link_browser_reload (stage.browser);
  stage_wait_hit (&stage, "/ready");
  click (&stage, "end");
  stage_wait_state (&stage, TRIB_LINK_STATE_CONFIRMING);
  g_assert_cmpuint (site_get_redirect_hits (stage.site), ==, 0);
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CANCELLED);
  stage_clear (&stage);
}

static gboolean
get_host_of (TribLinkBrowser *browser)
{
  g_autofree char *host = NULL;

  g_object_get (browser, "host", &host, NULL);
  return host != NULL;
}

static gboolean
has_host (TribLinkBrowser *browser, const char *wanted)
{
  g_autofree char *host = NULL;

  g_object_get (browser, "host", &host, NULL);
  return g_strcmp0 (host, wanted) == 0;
}

/* A page whose button opens a window, and that hears what the window says. */
static void
open_window (Stage *stage, const char *html)
{
  site_set_page (stage->site, "/second", html);
  site_set_page (stage->site, "/start",
                 "<!doctype html><script>onmessage=function(){new Image().src='/heard'}</script>"
                 "<button id=open onclick=\"window.open('/second')\">o</button>"
                 "<button id=many onclick=\"for(var i=0;i<9;i++)window.open('/second')\">m</button>"
                 "<button id=alive onclick=\"new Image().src='/alive'\">a</button>");
  stage_open (stage, "/start");
  stage_wait_shown (stage);
}

/* As many platforms sign people in: a window that tells the first page, and closes itself. */
static void
test_window (void)
{
  Stage stage;

  stage_init (&stage);
  open_window (&stage, "<!doctype html><script>opener.postMessage('done','*');"
                       "setTimeout(window.close,100)</script>");
  click (&stage, "open");
  stage_wait_hit (&stage, "/heard");
  wait_until (stage.n_closed == 1);
  g_assert_cmpuint (stage.n_windows, ==, 1);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_sign_in (&stage);
  stage_clear (&stage);
}

/* The end may come in the window, which goes with it. */
static void
test_window_ends (void)
{
  g_autofree char *redirect = NULL;
  g_autofree char *location = NULL;
  g_autofree char *host = NULL;
  Stage stage;

  stage_init (&stage);
  open_window (&stage, "<!doctype html><p>Allow?</p>");
  click (&stage, "open");
  wait_until (stage.popup != NULL);
  stage_wait_hit (&stage, "/second");
  redirect = stage_dup_redirect (&stage, "200", CONNECTION);
  location = g_strconcat ("=302 ", redirect, NULL);
  wait_until ((g_object_get (stage.popup, "host", &host, NULL), host != NULL));
  site_set_page (stage.site, "/second", location);
  trib_link_browser_reload (stage.popup);
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_LINKED), ==, TRIB_LINK_OUTCOME_CONNECTED);
  g_assert_cmpuint (stage.n_closed, ==, 1);
  g_assert_cmpuint (site_get_redirect_hits (stage.site), ==, 0);
  stage_clear (&stage);
}

/* A letter is written by the mail program, also when a window asks for it. */
static void
test_window_mail (void)
{
  Stage stage;
  GtkWidget *view;

  stage_init (&stage);
  open_window (&stage, "<!doctype html><a id=mail href='mailto:help@example.invalid'>m</a>");
  click (&stage, "open");
  wait_until (stage.popup != NULL);
  stage_wait_hit (&stage, "/second");
  wait_until (get_host_of (stage.popup));
  view = gtk_widget_get_first_child (GTK_WIDGET (stage.popup));
  webkit_web_view_evaluate_javascript (WEBKIT_WEB_VIEW (view),
                                       "document.getElementById('mail').click()", -1, NULL, NULL,
                                       NULL, NULL, NULL);
  wait_until (stage.n_outside == 1);
  stage_clear (&stage);
}

/* However many letters one click asks for, the mail program hears of one. */
static void
test_mail_storm (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start",
                 "<!doctype html><button id=mail onclick=\"for(var i=0;i<50;i++){"
                 "var f=document.createElement('iframe');f.src='mailto:a'+i+'@example.invalid';"
                 "document.body.append(f)}setTimeout(function(){new Image().src='/after'},200)\">");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  click (&stage, "mail");
  stage_wait_hit (&stage, "/after");
  g_assert_cmpuint (stage.n_outside, ==, 1);
  stage_clear (&stage);
}

/* What its opener writes into a window has no address, which the bar must say; before that is known
 * nothing of it is seen. */
static void
test_window_written (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start",
                 "<!doctype html><button id=write onclick=\"var w=window.open('');"
                 "w.document.write('<h1>Password?</h1>');w.document.close()\">w</button>"
                 "<button id=wait onclick=\"var w=window.open('/stall');"
                 "w.document.body.innerHTML='<h1>Password?</h1>';new Image().src='/after'\">w");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  click (&stage, "write");
  wait_until (stage.popup != NULL && get_host_of (stage.popup));
  g_assert_true (has_host (stage.popup, "about:blank"));
  click (&stage, "wait");
  stage_wait_hit (&stage, "/after");
  wait_until (stage.n_windows == 2);
  g_assert_false (get_host_of (stage.popup));
  g_assert_false (
      gtk_widget_get_child_visible (gtk_widget_get_first_child (GTK_WIDGET (stage.popup))));
  stage_clear (&stage);
}

/* A window may empty the page that opened it and write another one there. */
static void
test_emptied (void)
{
  Stage stage;

  stage_init (&stage);
  open_window (&stage, "<!doctype html><script>opener.location='about:blank'</script>");
  click (&stage, "open");
  wait_until (has_host (stage.browser, "about:blank"));
  stage_sign_in (&stage);
  g_assert_false (has_host (stage.browser, "about:blank"));
  stage_clear (&stage);
}

/* What a window cannot show is said in it, and the page that opened it goes on. */
static void
fail_window (const char *certificate, TribLinkPageProblem problem)
{
  g_autoptr (Site) other = site_new ();
  g_autofree char *page = NULL;
  Stage stage;

  stage_init (&stage);
  site_use_certificate (other, certificate);
  page = g_strdup_printf ("<!doctype html><script>location.href='%s/x'</script>",
                          site_get_origin (other));
  if (certificate == NULL)
    g_clear_object (&other);
  open_window (&stage, page);
  click (&stage, "open");
  wait_until (stage.n_failed == 1);
  g_assert_cmpint (stage.failure, ==, problem);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  trib_link_browser_shut_down (stage.popup);
  gtk_window_destroy (GTK_WINDOW (stage.popup_window));
  click (&stage, "alive");
  stage_wait_hit (&stage, "/alive");
  stage_sign_in (&stage);
  stage_clear (&stage);
}

static void
test_window_not_secure (void)
{
  fail_window ("self-signed", TRIB_LINK_PAGE_PROBLEM_TLS);
}

static void
test_window_no_network (void)
{
  fail_window (NULL, TRIB_LINK_PAGE_PROBLEM_NETWORK);
}

/* The link is open in the first view; what a window is denied there is no expired link. */
static void
test_window_denied (void)
{
  Stage stage;

  stage_init (&stage);
  open_window (&stage, "=401 who are you?");
  click (&stage, "open");
  wait_until (stage.popup != NULL && get_host_of (stage.popup));
  g_assert_cmpuint (stage.n_failed, ==, 0);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
}

/* Who closes the window has not closed the page under it, though both are of one process. */
static void
test_window_shut (void)
{
  Stage stage;

  stage_init (&stage);
  open_window (&stage, "<!doctype html><p>here</p>");
  click (&stage, "open");
  wait_until (stage.popup != NULL);
  trib_link_browser_shut_down (stage.popup);
  gtk_window_destroy (GTK_WINDOW (stage.popup_window));
  click (&stage, "alive");
  stage_wait_hit (&stage, "/alive");
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
}

static void
test_few_windows (void)
{
  Stage stage;

  stage_init (&stage);
  open_window (&stage, "<!doctype html>");
  click (&stage, "many");
  click (&stage, "alive");
  stage_wait_hit (&stage, "/alive");
  stage_wait_hit (&stage, "/second");
  g_assert_cmpuint (stage.n_windows, <=, 3);
  trib_link_session_cancel (stage.session);
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CANCELLED);
  /* None outlives the sign-in. */
  g_assert_cmpuint (stage.n_closed, ==, stage.n_windows);
  stage_clear (&stage);
}

static char *
wait_for_offer (Stage *stage)
{
  char *name = NULL;

  wait_until ((g_object_get (stage->browser, "offered-file", &name, NULL), name != NULL));
  return name;
}

/* A file waits for a person's word, and no page fails because of it. */
static void
test_download (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tributary-file-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.zip", NULL);
  g_autofree char *name = NULL;
  g_autofree char *contents = NULL;
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/a.zip", "PK");
  site_set_page (stage.site, "/start",
                 "<!doctype html><script>location.href='/a.zip';"
                 "setTimeout(function(){new Image().src='/after'},500)</script>");
  stage_open (&stage, "/start");
  name = wait_for_offer (&stage);
  g_assert_cmpstr (name, ==, "a.zip");
  g_assert_cmpint (trib_link_watchdog_get_trouble (trib_link_session_get_watchdog (stage.session)),
                   ==, TRIB_LINK_PAGE_TROUBLE_DOWNLOAD);
  stage_wait_hit (&stage, "/after");
  g_assert_cmpint (stage.file_ended, ==, -1);
  trib_link_browser_save_file (stage.browser, path);
  wait_until (stage.file_ended != -1);
  g_assert_true (stage.file_ended);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "PK");
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_unwanted_download (void)
{
  g_autofree char *name = NULL;
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/a.zip", "PK");
  site_set_page (stage.site, "/start", "<!doctype html><script>location.href='/a.zip'</script>");
  stage_open (&stage, "/start");
  name = wait_for_offer (&stage);
  trib_link_browser_save_file (stage.browser, NULL);
  g_clear_pointer (&name, g_free);
  g_object_get (stage.browser, "offered-file", &name, NULL);
  g_assert_null (name);
  stage_sign_in (&stage);
  g_assert_cmpint (stage.file_ended, ==, -1);
  stage_clear (&stage);
}

static void
test_no_place (void)
{
  g_autofree char *name = NULL;
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/a.zip", "PK");
  site_set_page (stage.site, "/start", "<!doctype html><script>location.href='/a.zip'</script>");
  stage_open (&stage, "/start");
  name = wait_for_offer (&stage);
  trib_link_browser_save_file (stage.browser, "/proc/nowhere/a.zip");
  wait_until (stage.file_ended != -1);
  g_assert_false (stage.file_ended);
  stage_clear (&stage);
}

/* Whom a file comes from: its last address, judged as a page's is. */
static void
test_offering_host (void)
{
  static const struct {
    const char *uri;
    const char *host; /* (nullable): refused */
  } rows[] = {
    { "https://files.example/a.zip", "files.example" },
    { "https://files.example:8443/a.zip", "files.example:8443" },
    { "http://files.example/a.zip", NULL },
    { "http://127.0.0.1:8080/a.zip", "127.0.0.1:8080" },
    { "blob:https://page.example/1f0e", "page.example" },
    { "data:application/zip;base64,UEs=", "page.example" },
    { "file:///etc/passwd", NULL },
    { "ftp://files.example/a.zip", NULL },
    { "not an address", NULL },
    { NULL, NULL },
  };
  g_autofree char *redirect = NULL;
  g_autofree char *host = NULL;
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found =
        trib_web_dup_offering_host (stage.session, rows[i].uri, "page.example");

    g_assert_cmpstr (found, ==, rows[i].host);
  }
  /* The end of a sign-in is no file. */
  redirect = stage_dup_redirect (&stage, "200", CONNECTION);
  host = trib_web_dup_offering_host (stage.session, redirect, "page.example");
  g_assert_null (host);
  stage_clear (&stage);
}

static void
test_file_names (void)
{
  static const struct {
    const char *suggested;
    const char *name;
  } rows[] = {
    { "report.zip", "report.zip" },
    { "../../etc/passwd", "passwd" },
    { "/", "_" },
    { ".bashrc", "bashrc" },
    { "...", "file" },
    { "", "file" },
    { NULL, "file" },
    { "a\\b.zip", "a_b.zip" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = trib_web_dup_file_name (rows[i].suggested);

    g_assert_cmpstr (name, ==, rows[i].name);
  }
}

/* A file system counts bytes, and what a file is stands at its end. */
static void
test_long_file_name (void)
{
  static const char *const letters[] = { "a", "ä", "長", "🗎" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++) {
    g_autoptr (GString) suggested = g_string_new (NULL);
    g_autofree char *name = NULL;

    for (guint n = 0; n < 300; n++)
      g_string_append (suggested, letters[i]);
    g_string_append (suggested, ".zip");
    name = trib_web_dup_file_name (suggested->str);
    g_assert_cmpuint (strlen (name), <=, 200);
    g_assert_true (g_utf8_validate (name, -1, NULL));
    g_assert_true (g_str_has_prefix (name, letters[i]));
    g_assert_true (g_str_has_suffix (name, ".zip"));
  }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web/flow/allow", test_allow);
  g_test_add_func ("/web/flow/forged-connection", test_forged_connection);
  g_test_add_func ("/web/flow/forged-state", test_forged_state);
  g_test_add_func ("/web/flow/forged-twice", test_forged_twice);
  g_test_add_func ("/web/flow/forged-form", test_forged_form);
  g_test_add_func ("/web/flow/forged-frame", test_forged_frame);
  g_test_add_func ("/web/flow/forged-by-server", test_forged_by_server);
  g_test_add_func ("/web/flow/replayed", test_replayed);
  g_test_add_func ("/web/flow/duplicate", test_duplicate);
  g_test_add_func ("/web/flow/refused-places", test_refused_places);
  g_test_add_func ("/web/flow/permissions", test_permissions);
  g_test_add_func ("/web/flow/outside", test_outside);
  g_test_add_func ("/web/flow/outside-by-script", test_outside_by_script);
  g_test_add_func ("/web/flow/redirect-in-window", test_redirect_in_window);
  g_test_add_func ("/web/flow/window", test_window);
  g_test_add_func ("/web/flow/window-ends", test_window_ends);
  g_test_add_func ("/web/flow/window-mail", test_window_mail);
  g_test_add_func ("/web/flow/mail-storm", test_mail_storm);
  g_test_add_func ("/web/flow/window-written", test_window_written);
  g_test_add_func ("/web/flow/emptied", test_emptied);
  g_test_add_func ("/web/flow/window-not-secure", test_window_not_secure);
  g_test_add_func ("/web/flow/window-no-network", test_window_no_network);
  g_test_add_func ("/web/flow/window-denied", test_window_denied);
  g_test_add_func ("/web/flow/window-shut", test_window_shut);
  g_test_add_func ("/web/flow/few-windows", test_few_windows);
  g_test_add_func ("/web/flow/download", test_download);
  g_test_add_func ("/web/flow/unwanted-download", test_unwanted_download);
  g_test_add_func ("/web/flow/no-place", test_no_place);
  g_test_add_func ("/web/flow/offering-host", test_offering_host);
  g_test_add_func ("/web/flow/file-names", test_file_names);
  g_test_add_func ("/web/flow/long-file-name", test_long_file_name);
  return g_test_run ();
}
