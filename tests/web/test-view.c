/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-hardening.h"

#include "stage.h"

#include <glib/gstdio.h>
#include <string.h>

/* The view as a thing that comes, breaks, and goes without a trace. */

static void
test_expired (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "=401 used");
  stage_open (&stage, "/start");
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_EXPIRED);
  stage_clear (&stage);
}

/* Only the link's own page says that it is used up. */
static void
test_not_expired (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/frame", "=401 no");
  site_set_page (stage.site, "/other", "=403 no");
  site_set_page (stage.site, "/start",
                 "<!doctype html><iframe src=/frame></iframe><script>"
                 "onload=function(){new Image().src='/after'}</script>");
  stage_open (&stage, "/start");
  stage_wait_hit (&stage, "/after");
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_open (&stage, "/other");
  stage_wait_hit (&stage, "/other");
  stage_wait_idle (&stage);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
}

static void
test_no_network (void)
{
  Stage stage;

  stage_init (&stage);
  site_stop (stage.site);
  stage_open (&stage, "/start");
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_NO_NETWORK);
  stage_clear (&stage);
}

static void
test_bad_certificate (void)
{
  Stage stage;
  gboolean secure;

  stage_init (&stage);
  site_use_certificate (stage.site, "self-signed");
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_TLS);
  g_assert_cmpuint (site_get_hits (stage.site, "/start"), ==, 0);
  g_object_get (stage.browser, "secure", &secure, NULL);
  g_assert_false (secure);
  stage_clear (&stage);
}

static void
test_crash (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html><p>here</p>");
  site_set_page (stage.site, "/again", "<!doctype html><p>again</p>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  g_assert_cmpuint (stage_count_web_processes (), >, 0);
  stage_kill_web_processes ();
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CRASHED);
  trib_link_session_restart (stage.session);
  stage_answer_link (&stage, "/again");
  stage_wait_hit (&stage, "/again");
  stage_wait_idle (&stage);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
}

/* The link in the view ends when the person goes to the system browser. */
static void
test_outside (void)
{
  Stage stage;
  g_autofree char *host = NULL;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html>");
  site_set_page (stage.site, "/second", "<!doctype html>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  trib_link_session_go_outside (stage.session);
  stage_answer_link (&stage, "/second");
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OUTSIDE);
  do {
    g_clear_pointer (&host, g_free);
    stage_wait_idle (&stage);
    g_main_context_iteration (NULL, FALSE);
    g_object_get (stage.browser, "host", &host, NULL);
  } while (host != NULL);
  g_assert_cmpuint (site_get_hits (stage.site, "/second"), ==, 0);
  stage_clear (&stage);
}

static gboolean
can_go_back (Stage *stage)
{
  gboolean can;

  g_object_get (stage->browser, "can-go-back", &can, NULL);
  return can;
}

static void
test_go_back (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start",
                 "<!doctype html><script>onload=function(){setTimeout(function(){"
                 "location.href='/second'},50)}</script>");
  site_set_page (stage.site, "/second", "<!doctype html>");
  g_assert_false (can_go_back (&stage));
  stage_open (&stage, "/start");
  stage_wait_hit (&stage, "/second");
  wait_until (can_go_back (&stage));
  stage_wait_idle (&stage);
  trib_link_browser_go_back (stage.browser);
  stage_wait_idle (&stage);
  g_assert_cmpint (trib_link_session_get_state (stage.session), ==, TRIB_LINK_STATE_OPEN);
  stage_clear (&stage);
}

/* A view that is made ready, and on no screen yet, has its process, and that its fonts: to find the
 * first one takes longer than most of a page. */
static void
test_ready (void)
{
  GtkWidget *view = g_object_ref_sink (trib_web_view_new ());
  g_autofree char *host = NULL;

  trib_link_browser_set_session (TRIB_LINK_BROWSER (view), NULL);
  wait_until (stage_count_web_processes_with_fonts () == 1);
  g_object_get (view, "host", &host, NULL);
  g_assert_null (host);
  trib_link_browser_shut_down (TRIB_LINK_BROWSER (view));
  g_assert_finalize_object (view);
  wait_until (stage_count_web_processes () == 0);
}

/* Nothing goes on behind a page that is over, and the next sign-in does not lead back to it. */
static void
test_over (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html><p>one</p>");
  site_set_page (stage.site, "/second", "<!doctype html><p>two</p>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  trib_link_session_cancel (stage.session);
  g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CANCELLED);
  wait_until (stage_count_web_processes () == 0);
  stage_open (&stage, "/second");
  stage_wait_shown (&stage);
  g_assert_cmpuint (site_get_hits (stage.site, "/second"), ==, 1);
  g_assert_false (can_go_back (&stage));
  stage_clear (&stage);
}

static void
test_cookies (void)
{
  Stage stage;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html><script>new Image().src='/seen'</script>");
  site_set_page (stage.site, "/other", "<!doctype html>");
  stage_open (&stage, "/start");
  stage_wait_hit (&stage, "/seen");
  /* Within a flow they work. */
  g_assert_cmpstr (site_get_cookie (stage.site, "/seen"), ==, "who=first");
  stage_renew_view (&stage);
  stage_open (&stage, "/other");
  stage_wait_hit (&stage, "/other");
  g_assert_null (site_get_cookie (stage.site, "/other"));
  stage_clear (&stage);
}

static void
test_process_ends (void)
{
  Stage stage;
  gint64 start;

  stage_init (&stage);
  wait_until (stage_count_web_processes () == 0);
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  g_assert_cmpuint (stage_count_web_processes (), ==, 1);
  start = g_get_monotonic_time ();
  trib_link_browser_shut_down (stage.browser);
  wait_until (stage_count_web_processes () == 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * G_USEC_PER_SEC);
  /* Useless afterwards, but harmless. */
  trib_link_browser_reload (stage.browser);
  trib_link_browser_go_back (stage.browser);
  trib_link_browser_set_session (stage.browser, NULL);
  trib_link_browser_shut_down (stage.browser);
  stage_clear (&stage);
}

/* Shut down while the first page is still on its way. */
static void
test_early_end (void)
{
  Stage stage;

  stage_init (&stage);
  trib_link_browser_set_session (stage.browser, NULL);
  trib_link_browser_shut_down (stage.browser);
  stage_renew_view (&stage);
  site_set_page (stage.site, "/start", "<!doctype html>");
  stage_open (&stage, "/start");
  stage_clear (&stage);
  wait_until (stage_count_web_processes () == 0);
}

static void
list_files (const char *folder, GHashTable *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    /* Caches of the graphics and font libraries say nothing of a page. */
    if (g_str_has_prefix (name, "mesa_shader_cache") || g_str_equal (name, "fontconfig"))
      continue;
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      list_files (path, files);
    else
      g_hash_table_add (files, g_steal_pointer (&path));
  }
}

static void
test_nothing_stays (void)
{
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) after = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer path;

  list_files (g_get_home_dir (), before);
  for (guint i = 0; i < 3; i++) {
    Stage stage;

    stage_init (&stage);
    site_set_page (stage.site, "/start",
                   "<!doctype html><script>localStorage.a='secret';sessionStorage.b='secret';"
                   "document.cookie='c=secret; max-age=99999';indexedDB.open('d');"
                   "caches.open('e').then(function(){new Image().src='/after'},"
                   "function(){new Image().src='/after'})</script>");
    stage_open (&stage, "/start");
    stage_wait_hit (&stage, "/after");
    stage_clear (&stage);
  }
  wait_until (stage_count_web_processes () == 0);
  list_files (g_get_home_dir (), after);
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &path, NULL)) {
    if (!g_hash_table_contains (before, path))
      g_error ("left behind: %s", (char *) path);
  }
}

static void
test_settings (void)
{
  static const struct {
    const char *name;
    gboolean value;
  } expected[] = {
    { "enable-media-stream", FALSE },
    { "enable-webrtc", FALSE },
    { "enable-webgl", FALSE },
    { "enable-webaudio", FALSE },
    { "enable-mediasource", FALSE },
    { "enable-page-cache", FALSE },
    { "enable-hyperlink-auditing", FALSE },
    { "enable-offline-web-application-cache", FALSE },
    { "enable-dns-prefetching", FALSE },
    { "enable-back-forward-navigation-gestures", FALSE },
    { "enable-fullscreen", FALSE },
    { "enable-developer-extras", FALSE },
    { "javascript-can-open-windows-automatically", FALSE },
    { "javascript-can-access-clipboard", FALSE },
    { "allow-modal-dialogs", FALSE },
    { "enable-encrypted-media", FALSE },
    { "enable-mock-capture-devices", FALSE },
    { "allow-file-access-from-file-urls", FALSE },
    { "allow-universal-access-from-file-urls", FALSE },
    { "allow-top-navigation-to-data-urls", FALSE },
    { "enable-write-console-messages-to-stdout", FALSE },
    { "disable-web-security", FALSE },
    { "media-playback-requires-user-gesture", TRUE },
    { "enable-javascript", TRUE },
    { "enable-html5-local-storage", TRUE },
  };
  g_autoptr (WebKitSettings) plain = webkit_settings_new ();
  g_autoptr (WebKitNetworkSession) network = trib_web_network_session_new ();
  g_autoptr (WebKitWebContext) context = trib_web_context_new (TRIB_WEB_MEGABYTES);
  GtkWidget *view = g_object_ref_sink (trib_web_view_new ());
  WebKitWebView *inner = WEBKIT_WEB_VIEW (gtk_widget_get_first_child (view));
  WebKitSettings *settings = webkit_web_view_get_settings (inner);
  WebKitNetworkSession *used;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    GParamSpec *pspec =
        g_object_class_find_property (G_OBJECT_GET_CLASS (settings), expected[i].name);
    gboolean value = !expected[i].value;

    if (pspec == NULL || (pspec->flags & G_PARAM_DEPRECATED) != 0)
      continue;
    g_object_get (settings, expected[i].name, &value, NULL);
    if (value != expected[i].value)
      g_error ("%s is %d", expected[i].name, value);
  }
  g_assert_cmpstr (webkit_settings_get_user_agent (settings), ==,
                   webkit_settings_get_user_agent (plain));
  g_assert_true (webkit_network_session_is_ephemeral (network));
  g_assert_true (webkit_network_session_get_itp_enabled (network));
  g_assert_cmpint (webkit_network_session_get_tls_errors_policy (network), ==,
                   WEBKIT_TLS_ERRORS_POLICY_FAIL);
  g_assert_false (webkit_network_session_get_persistent_credential_storage_enabled (network));
  used = webkit_web_view_get_network_session (inner);
  g_assert_true (webkit_network_session_is_ephemeral (used));
  g_assert_true (webkit_network_session_get_itp_enabled (used));
  g_assert_cmpint (webkit_network_session_get_tls_errors_policy (used), ==,
                   WEBKIT_TLS_ERRORS_POLICY_FAIL);
  g_assert_false (webkit_network_session_get_persistent_credential_storage_enabled (used));
  g_assert_true (webkit_web_view_get_context (inner) != webkit_web_context_get_default ());
  trib_link_browser_shut_down (TRIB_LINK_BROWSER (view));
  g_assert_finalize_object (view);
}

/* Whatever a page asks for beyond being shown is answered by us, and not by WebKit's own way. */
static void
test_refusals (void)
{
  static const char *const asked[] = {
    "authenticate",
    "permission-request",
    "query-permission-state",
    "script-dialog",
    "run-file-chooser",
    "run-color-chooser",
    "print",
    "enter-fullscreen",
    "context-menu",
    "show-notification",
    "create",
    "decide-policy",
  };
  GtkWidget *view = g_object_ref_sink (trib_web_view_new ());
  WebKitWebView *inner = WEBKIT_WEB_VIEW (gtk_widget_get_first_child (view));
  WebKitNetworkSession *network = webkit_web_view_get_network_session (inner);
  gboolean handled = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    guint signal = g_signal_lookup (asked[i], WEBKIT_TYPE_WEB_VIEW);

    g_test_message ("%s", asked[i]);
    g_assert_cmpuint (signal, !=, 0);
    g_assert_true (g_signal_has_handler_pending (inner, signal, 0, TRUE));
  }
  g_assert_true (g_signal_has_handler_pending (
      network, g_signal_lookup ("download-started", WEBKIT_TYPE_NETWORK_SESSION), 0, TRUE));
  g_signal_emit_by_name (inner, "print", NULL, &handled);
  g_assert_true (handled);
  handled = FALSE;
  g_signal_emit_by_name (inner, "enter-fullscreen", &handled);
  g_assert_true (handled);
  trib_link_browser_shut_down (TRIB_LINK_BROWSER (view));
  g_assert_finalize_object (view);
}

static void
test_sandbox_variable (void)
{
  g_assert_false (trib_web_sandbox_is_off (NULL));
  g_assert_false (trib_web_sandbox_is_off ("0"));
  g_assert_true (trib_web_sandbox_is_off ("1"));
  g_assert_true (trib_web_sandbox_is_off (""));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web/view/settings", test_settings);
  g_test_add_func ("/web/view/sandbox-variable", test_sandbox_variable);
  g_test_add_func ("/web/view/refusals", test_refusals);
  g_test_add_func ("/web/view/expired", test_expired);
  g_test_add_func ("/web/view/not-expired", test_not_expired);
  g_test_add_func ("/web/view/no-network", test_no_network);
  g_test_add_func ("/web/view/bad-certificate", test_bad_certificate);
  g_test_add_func ("/web/view/crash", test_crash);
  g_test_add_func ("/web/view/outside", test_outside);
  g_test_add_func ("/web/view/go-back", test_go_back);
  g_test_add_func ("/web/view/ready", test_ready);
  g_test_add_func ("/web/view/over", test_over);
  g_test_add_func ("/web/view/cookies", test_cookies);
  g_test_add_func ("/web/view/process-ends", test_process_ends);
  g_test_add_func ("/web/view/early-end", test_early_end);
  g_test_add_func ("/web/view/nothing-stays", test_nothing_stays);
  return g_test_run ();
}
