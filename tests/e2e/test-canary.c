/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-app-window-private.h"
#include "trib-log.h"
#include "trib-ui.h"

#include <glib/gstdio.h>
#include <string.h>
#include <webkit/webkit.h>

/* Where a secret must not be found after an account was added by hand and a sign-in went through:
 * the home, the program's folder, command lines and environments of all processes, what is on the
 * screen, the session bus, and all that was written to the terminal with every debug message on.
 * The first process hunts in what the second one left. */

#define PLATFORM "gbol"
#define HUNT_SECONDS 120

/* What one account and one link leave to be hunted for. */
typedef struct {
  GPtrArray *secrets; /* (owned) of char* (owned) */
} Prey;

static void
prey_add_key (Prey *prey, const char *key)
{
  g_ptr_array_add (prey->secrets, g_strdup (key));
  g_ptr_array_add (prey->secrets, g_base64_encode ((const guchar *) key, strlen (key)));
}

static void
prey_init (Prey *prey)
{
  g_autoptr (SandboxServer) server = sandbox_server_new ();
  g_autoptr (GError) error = NULL;

  /* Every sandbox of one seed has the same key. */
  g_assert_true (sandbox_server_start (server, &error));
  g_assert_no_error (error);
  prey->secrets = g_ptr_array_new_with_free_func (g_free);
  prey_add_key (prey, sandbox_server_get_api_key (server));
}

static void
prey_load (Prey *prey, const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  prey->secrets = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (prey->secrets, g_strdup (lines[i]));
}

static const char *
prey_find (Prey *prey, const char *text, gsize length)
{
  for (guint i = 0; i < prey->secrets->len; i++) {
    const char *secret = g_ptr_array_index (prey->secrets, i);

    if (memmem (text, length, secret, strlen (secret)) != NULL)
      return secret;
  }
  return NULL;
}

static void
hunt_in_file (Prey *prey, const char *path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (g_file_get_contents (path, &contents, &length, NULL) && prey_find (prey, contents, length))
    g_error ("A secret is in %s", path);
}

static void
hunt_in_folder (Prey *prey, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      continue;
    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      hunt_in_folder (prey, child);
    else if (g_file_test (child, G_FILE_TEST_IS_REGULAR))
      hunt_in_file (prey, child);
  }
}

static guint
hunt_in_processes (Prey *prey)
{
  static const char *const files[] = { "cmdline", "environ", "comm" };
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  guint n = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    if (!g_ascii_isdigit (*name))
      continue;
    n++;
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
      g_autofree char *path = g_build_filename ("/proc", name, files[i], NULL);

      hunt_in_file (prey, path);
    }
  }
  return n;
}

static void
hunt_on_screen (Prey *prey, AppTest *test)
{
  for (guint i = 0; i < prey->secrets->len; i++)
    g_assert_false (
        app_test_has_text (GTK_WIDGET (test->window), g_ptr_array_index (prey->secrets, i)));
}

static GtkWidget *
find_row (GtkWidget *top, const char *title)
{
  if (ADW_IS_ENTRY_ROW (top) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (top)), title) == 0)
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, title);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
add_account (AppTest *test, SandboxServer *server)
{
  GtkWindow *dialog;
  GtkWidget *top;

  app_test_wait_for_page (test, TRIB_UI_TYPE_WELCOME_PAGE);
  app_test_activate (test, "win.add-account");
  dialog = app_test_wait_for_dialog (test);
  top = GTK_WIDGET (dialog);
  gtk_editable_set_text (GTK_EDITABLE (find_row (top, "Name")), "Northwind");
  gtk_editable_set_text (GTK_EDITABLE (find_row (top, "API Key")),
                         sandbox_server_get_api_key (server));
  gtk_editable_set_text (GTK_EDITABLE (find_row (top, "API Address")),
                         sandbox_server_get_base_url (server));
  gtk_widget_activate_action (top, "account.check", NULL);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
}

static gboolean
has_platform (AppTest *test, gconstpointer data)
{
  return app_test_find_tile (app_test_get_page (test), data) != NULL;
}

static WebKitWebView *
get_web_view (AppTest *test)
{
  GtkWidget *page = app_test_get_page (test);
  GtkWidget *view =
      TRIB_UI_IS_SIGN_IN_PAGE (page) ? app_test_find (page, WEBKIT_TYPE_WEB_VIEW) : NULL;

  return view != NULL ? WEBKIT_WEB_VIEW (view) : NULL;
}

static gboolean
page_is_shown (AppTest *test, gconstpointer data)
{
  WebKitWebView *view = get_web_view (test);
  const char *title = view != NULL ? webkit_web_view_get_title (view) : NULL;

  return title != NULL && g_str_has_prefix (title, "Sign in to") &&
         !webkit_web_view_is_loading (view);
}

/* Plants the one-time password: the link that was opened is prey from now on. */
static void
sign_in (AppTest *test, SandboxServer *server, Prey *prey)
{
  g_autofree char *id = sandbox_server_dup_company_id (server, "Hollis & Okafor Architects");
  TribModelCompany *company = trib_model_companies_find (app_test_get_companies (test), id);
  GtkWidget *page;
  const char *uri;
  TribLinkSession *session;

  g_assert_nonnull (company);
  trib_app_window_open_company (test->window, company);
  app_test_wait (test, 10, has_platform, PLATFORM);
  app_test_click (app_test_find_tile (app_test_get_page (test), PLATFORM));
  app_test_click (app_test_find_button (GTK_WIDGET (app_test_wait_for_dialog (test)), "Continue"));
  app_test_wait_for_page (test, TRIB_UI_TYPE_SIGN_IN_PAGE);
  app_test_wait (test, 30, page_is_shown, NULL);
  page = app_test_get_page (test);
  session = trib_model_sign_in_get_session (
      trib_ui_sign_in_page_get_sign_in (TRIB_UI_SIGN_IN_PAGE (page)));
  uri = trib_link_session_get_link_uri (session);
  g_assert_nonnull (strstr (uri, "otp="));
  g_ptr_array_add (prey->secrets, g_strndup (strstr (uri, "otp="), strlen ("otp=123456")));
  hunt_in_processes (prey);
  hunt_on_screen (prey, test);
  webkit_web_view_evaluate_javascript (get_web_view (test),
                                       "document.getElementById('allow').click()", -1, NULL, NULL,
                                       NULL, NULL, NULL);
  app_test_wait_for_page (test, TRIB_UI_TYPE_RESULT_PAGE);
  g_assert_cmpint (trib_link_session_get_outcome (session), ==, TRIB_LINK_OUTCOME_CONNECTED);
}

static void
live_a_day (const char *prey_file)
{
  g_autoptr (SandboxServer) server = sandbox_server_new ();
  g_autofree char *secrets = NULL;
  AppTest test = { 0 };
  Prey prey;

  trib_log_install (TRUE);
  prey_init (&prey);
  g_assert_true (sandbox_server_start (server, NULL));
  test.keyring = trib_store_secret_keyring_new ();
  app_test_set_up (&test, FALSE, NULL);
  trib_app_window_start (test.window, NULL);
  add_account (&test, server);
  sign_in (&test, server, &prey);
  hunt_on_screen (&prey, &test);
  hunt_in_folder (&prey, g_get_home_dir ());
  hunt_in_folder (&prey, g_get_user_runtime_dir ());
  hunt_in_folder (&prey, test.folder);
  g_assert_cmpuint (hunt_in_processes (&prey), >, 1);
  app_test_tear_down (&test);
  hunt_in_folder (&prey, g_get_home_dir ());
  g_ptr_array_add (prey.secrets, NULL);
  secrets = g_strjoinv ("\n", (char **) prey.secrets->pdata);
  g_assert_true (
      g_file_set_contents_full (prey_file, secrets, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_ptr_array_unref (prey.secrets);
}

static gboolean
look_again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static GSubprocess *
watch_bus (const char *record)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint id = g_timeout_add (20, look_again_cb, NULL);
  GStatBuf info = { 0 };
  GSubprocess *monitor;

  g_subprocess_launcher_set_stdout_file_path (launcher, record);
  monitor = g_subprocess_launcher_spawn (launcher, NULL, "dbus-monitor", "--session", NULL);
  /* It hears all from the moment on at which it says its own name. */
  while (g_stat (record, &info) != 0 || info.st_size == 0) {
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (id);
  return monitor;
}

static void
assert_not_printed (const char *secret)
{
  g_autofree char *pattern = g_strdup_printf ("*%s*", secret);

  g_test_trap_assert_stdout_unmatched (pattern);
  g_test_trap_assert_stderr_unmatched (pattern);
}

static void
hunt_on_bus (Prey *prey, const char *record)
{
  g_autofree char *traffic = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (record, &traffic, &length, NULL));
  /* The key did go to the keyring: the hunt is not blind. */
  g_assert_nonnull (memmem (traffic, length, "member=CreateItem", strlen ("member=CreateItem")));
  g_assert_null (prey_find (prey, traffic, length));
}

static void
test_hunt (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *prey_file = NULL;
  g_autofree char *record = NULL;
  g_autoptr (GSubprocess) monitor = NULL;
  Prey prey;

  if (g_test_subprocess ()) {
    live_a_day (g_getenv ("CANARY_FILE"));
    return;
  }
  folder = g_dir_make_tmp ("tributary-canary-XXXXXX", NULL);
  prey_file = g_build_filename (folder, "prey", NULL);
  record = g_build_filename (folder, "bus", NULL);
  g_setenv ("CANARY_FILE", prey_file, TRUE);
  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  monitor = watch_bus (record);
  g_assert_nonnull (monitor);
  g_test_trap_subprocess (NULL, HUNT_SECONDS * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
  g_subprocess_send_signal (monitor, SIGTERM);
  g_subprocess_wait (monitor, NULL, NULL);
  g_test_trap_assert_passed ();
  /* Debug messages were on, or nothing is proved by their silence. */
  g_test_trap_assert_stdout ("*The sign-in goes from state*");
  prey_load (&prey, prey_file);
  g_assert_cmpuint (prey.secrets->len, ==, 3);
  for (guint i = 0; i < prey.secrets->len; i++)
    assert_not_printed (g_ptr_array_index (prey.secrets, i));
  hunt_on_bus (&prey, record);
  g_ptr_array_unref (prey.secrets);
  g_unlink (prey_file);
  g_unlink (record);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_func ("/e2e/canary", test_hunt);
  return g_test_run ();
}
