/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "stage.h"

#include <glib/gstdio.h>
#include <webkit/webkit.h>

/* What a hostile page, or whoever stands before it, can try. Whatever it is: the redirect's place
 * hears nothing, nothing opens and nothing is kept, the sign-in ends as its row says, and a normal
 * one succeeds in the same view after it. */

#define AFTER "setTimeout(function(){new Image().src='/after'},200);"
#define PAGE(script) "<!doctype html><p>hello</p><script>" AFTER script "</script>"

/* In a page: a whole and legal redirect of this sign-in, but for another connection. */
#define FORGED "@REDIRECT@"

typedef struct {
  const char *name;
  const char *html;
  const char *heard; /* (nullable): a path that the page asks for when it was refused */
} Row;

/* Each of these is borne: the sign-in stays open, and the person may go on. */
static const Row rows[] = {
  { "frame-forges",
    PAGE ("var f=document.createElement('iframe');f.src='" FORGED "';document.body.append(f)") },
  { "frame-navigates-top",
    PAGE ("var f=document.createElement('iframe');f.srcdoc='<script>top.location.href=\"" FORGED
          "\"<'+'/script>';document.body.append(f)") },
  { "form-posts", PAGE ("var f=document.createElement('form');f.method='POST';f.action='" FORGED
                        "';document.body.append(f);f.submit()") },
  { "form-targets-frame", PAGE ("var f=document.createElement('form');f.action='" FORGED
                                "';f.target='x';document.body.append(f);f.submit()") },
  { "meta-refresh", "<!doctype html><meta http-equiv=refresh content=\"0;url=" FORGED
                    "\"><script>" AFTER "</script>" },
  { "popup-storm", PAGE ("for(var i=0;i<500;i++)window.open('/popup'+i)") },
  { "popup-forges", PAGE ("window.open('" FORGED "')") },
  { "downloads", PAGE ("for(var i=0;i<5;i++){var a=document.createElement('a');a.href='/a.zip';"
                       "a.download='x';document.body.append(a);a.click()}") },
  { "asks-for-password", "<!doctype html><iframe src=/login></iframe><script>" AFTER "</script>" },
  { "alert-loop", PAGE ("for(var i=0;i<1000;i++){alert('x');confirm('y');prompt('z')}") },
  { "print-loop", PAGE ("for(var i=0;i<100;i++)print()") },
  { "keeps-people", PAGE ("onbeforeunload=function(e){e.preventDefault();return 'stay'}") },
  { "geolocation",
    PAGE ("navigator.geolocation.getCurrentPosition(function(){},function(){"
          "new Image().src='/refused'})"),
    "/refused" },
  { "camera",
    PAGE ("(navigator.mediaDevices?navigator.mediaDevices.getUserMedia({video:true}):"
          "Promise.reject()).catch(function(){new Image().src='/refused'})"),
    "/refused" },
  { "microphone",
    PAGE ("(navigator.mediaDevices?navigator.mediaDevices.getUserMedia({audio:true}):"
          "Promise.reject()).catch(function(){new Image().src='/refused'})"),
    "/refused" },
  { "screen",
    PAGE ("(navigator.mediaDevices&&navigator.mediaDevices.getDisplayMedia?"
          "navigator.mediaDevices.getDisplayMedia():Promise.reject()).catch(function(){"
          "new Image().src='/refused'})"),
    "/refused" },
  { "notifications",
    PAGE ("(window.Notification?Notification.requestPermission():Promise.resolve('denied')).then("
          "function(p){if(p!='granted')new Image().src='/refused'})"),
    "/refused" },
  { "clipboard",
    PAGE ("(navigator.clipboard&&navigator.clipboard.readText?"
          "navigator.clipboard.readText():Promise.reject()).catch(function(){"
          "new Image().src='/refused'})"),
    "/refused" },
  { "pointer-and-screen",
    PAGE ("document.body.requestPointerLock&&document.body."
          "requestPointerLock();document.documentElement.requestFullscreen&&"
          "document.documentElement.requestFullscreen().catch(function(){})") },
  { "data-address", PAGE ("location.href='data:text/html,<img src=/after>'") },
  { "file-address", PAGE ("location.href='file:///etc/passwd'") },
  { "program-address",
    PAGE ("location.href='tributary://company/x';location.href='mailto:a@b.c'") },
  { "plain-http", PAGE ("location.href='http://example.invalid/'") },
  { "history-flood",
    PAGE ("try{for(var i=0;i<5000;i++)history.pushState(i,'','/p'+i)}catch(e){}") },
};

static const char *const certificates[] = {
  "self-signed", "good", "expired", "other-host", "not-yet", "client-only",
};

static void
assert_untouched (Stage *stage)
{
  g_assert_cmpuint (site_get_redirect_hits (stage->site), ==, 0);
  g_assert_cmpuint (stage->n_outside, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
}

static char *
dup_page (Stage *stage, const char *html)
{
  g_autofree char *forged = stage_dup_redirect (stage, "200", COMPANY);
  g_autoptr (GString) page = g_string_new (html);

  g_string_replace (page, FORGED, forged, 0);
  return g_string_free (g_steal_pointer (&page), FALSE);
}

static void
test_borne (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *page = NULL;
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/a.zip", "PK");
  site_set_page (stage.site, "/login", "=401 who are you?");
  site_set_page (stage.site, "/start", "<!doctype html><p>first</p>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  page = dup_page (&stage, row->html);
  site_set_page (stage.site, "/start", page);
  trib_link_browser_reload (stage.browser);
  stage_wait_hit (&stage, "/after");
  if (row->heard != NULL)
    stage_wait_hit (&stage, row->heard);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  g_assert_null (trib_link_session_get_answer (stage.session));
  assert_untouched (&stage);
  stage_sign_in (&stage);
  assert_untouched (&stage);
  stage_clear (&stage);
}

/* A person who is kept waiting leaves, and the next sign-in does not wait for the page that is busy
 * with itself. */
static void
assert_can_leave (const char *path, const char *html)
{
  Stage stage;

  stage_init (&stage);
  if (html != NULL)
    site_set_page (stage.site, path, html);
  stage_open (&stage, path);
  stage_wait_hit (&stage, path);
  trib_link_session_cancel (stage.session);
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CANCELLED);
  stage_sign_in (&stage);
  assert_untouched (&stage);
  stage_clear (&stage);
}

static void
test_busy_loop (void)
{
  assert_can_leave ("/start", "<!doctype html><p>here</p><script>for(;;);</script>");
}

static void
test_never_answers (void)
{
  assert_can_leave ("/stall", NULL);
}

static void
test_certificate (gconstpointer name)
{
  Stage stage;
  gboolean secure;

  stage_init (&stage);
  site_use_certificate (stage.site, name);
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_TLS);
  g_assert_cmpuint (site_get_hits (stage.site, "/start"), ==, 0);
  g_object_get (stage.browser, "secure", &secure, NULL);
  g_assert_false (secure);
  site_use_certificate (stage.site, NULL);
  stage_sign_in (&stage);
  assert_untouched (&stage);
  stage_clear (&stage);
}

/* The page itself is sound, and then leads to a place that cannot prove who it is. */
static void
test_led_to_bad_certificate (void)
{
  g_autoptr (Site) other = site_new ();
  g_autofree char *page = NULL;
  Stage stage;

  stage_init (&stage);
  site_use_certificate (other, "self-signed");
  page = g_strdup_printf ("<!doctype html><script>location.href='%s/x'</script>",
                          site_get_origin (other));
  site_set_page (stage.site, "/start", page);
  stage_open (&stage, "/start");
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_TLS);
  g_assert_cmpuint (site_get_hits (other, "/x"), ==, 0);
  stage_sign_in (&stage);
  assert_untouched (&stage);
  stage_clear (&stage);
}

static void
terminated_cb (WebKitWebView *view, WebKitWebProcessTerminationReason reason, int *told)
{
  *told = (int) reason;
}

/* Ended before the computer is, and as a crash is; the small limit spares the tests' own. */
static void
test_memory (void)
{
  Stage stage;
  int told = -1;

  stage_init (&stage);
  stage.megabytes = 300;
  stage_renew_view (&stage);
  g_signal_connect (gtk_widget_get_first_child (GTK_WIDGET (stage.browser)),
                    "web-process-terminated", G_CALLBACK (terminated_cb), &told);
  site_set_page (stage.site, "/start",
                 "<!doctype html><p>here</p><script>var a=[];setInterval(function(){if(a.length<50)"
                 "a.push(new Uint8Array(10<<20).fill(7))},20)</script>");
  stage_open (&stage, "/start");
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CRASHED);
  g_assert_cmpint (told, ==, WEBKIT_WEB_PROCESS_EXCEEDED_MEMORY_LIMIT);
  stage_sign_in (&stage);
  assert_untouched (&stage);
  stage_clear (&stage);
}

/* Each file that is refused costs the program itself memory, so that the page is ended. */
static void
test_download_storm (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/a.zip", "PK");
  site_set_page (stage.site, "/start",
                 "<!doctype html><p>here</p><script>setInterval(function(){"
                 "var a=document.createElement('a');a.href='/a.zip';a.download='x';a.click()},5)"
                 "</script>");
  stage_open (&stage, "/start");
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CRASHED);
  stage_sign_in (&stage);
  assert_untouched (&stage);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/web/hostile/%s", rows[i].name);

    g_test_add_data_func (path, &rows[i], test_borne);
  }
  for (guint i = 0; i < G_N_ELEMENTS (certificates); i++) {
    g_autofree char *path = g_strdup_printf ("/web/hostile/certificate-%s", certificates[i]);

    g_test_add_data_func (path, certificates[i], test_certificate);
  }
  g_test_add_func ("/web/hostile/led-to-bad-certificate", test_led_to_bad_certificate);
  g_test_add_func ("/web/hostile/download-storm", test_download_storm);
  g_test_add_func ("/web/hostile/memory", test_memory);
  g_test_add_func ("/web/hostile/busy-loop", test_busy_loop);
  g_test_add_func ("/web/hostile/never-answers", test_never_answers);
  return g_test_run ();
}
