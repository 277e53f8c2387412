/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-ui.h"

/* A sign-in through the window, with a view that is no WebKit: every ending has its own page. */

typedef struct {
  AppTest test;
  SandboxServer *server;
  TribModelCompany *company;
  TribModelPlatform *platform;
  char *connection_id;
} Fixture;

static gboolean
platforms_are_ready (AppTest *test, gconstpointer data)
{
  TribModelAccount *account = trib_app_window_get_account (test->window);

  return trib_model_platforms_get_state (trib_model_account_get_platforms (account)) ==
         TRIB_MODEL_STATE_READY;
}

static TribModelCompany *
find_untouched_company (AppTest *test)
{
  GListModel *companies = G_LIST_MODEL (app_test_get_companies (test));

  for (guint i = 0; i < g_list_model_get_n_items (companies); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (companies, i);

    if (trib_model_company_get_status (company) == TRIB_MODEL_STATUS_NOT_STARTED)
      return company;
  }
  g_assert_not_reached ();
}

static void
set_up_with (Fixture *fixture, const char *module)
{
  AppTest *test = &fixture->test;
  TribModelAccount *account;

  app_test_set_up (test, TRUE, module);
  fixture->server = trib_app_demo_get_server (test->demo);
  trib_app_window_start (test->window, NULL);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANIES_PAGE);
  account = trib_app_window_get_account (test->window);
  trib_model_platforms_load (trib_model_account_get_platforms (account));
  app_test_wait (test, 10, platforms_are_ready, NULL);
  fixture->company = find_untouched_company (test);
  fixture->platform =
      trib_model_platforms_find (trib_model_account_get_platforms (account), "gbol", NULL);
  g_assert_nonnull (fixture->platform);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_with (fixture, FAKE_WEB_MODULE);
}

static void
set_up_without_view (Fixture *fixture, gconstpointer data)
{
  set_up_with (fixture, "/nowhere");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (sandbox_server_get_redirect_hits (fixture->server), ==, 0);
  g_clear_pointer (&fixture->connection_id, g_free);
  app_test_tear_down (&fixture->test);
}

static void
sign_in (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), action, "(sss)",
                                             trib_model_company_get_id (fixture->company),
                                             trib_model_platform_get_key (fixture->platform), ""));
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_SIGN_IN_PAGE);
}

/* Whichever way the wish comes: a link that nobody may open is not asked for. */
static void
test_begins_inside (Fixture *fixture, gconstpointer data)
{
  static const char *const wishes[] = { "win.sign-in", "win.use-browser-sign-in",
                                        "win.copy-link-sign-in", "win.share" };
  GtkWidget *page = app_test_get_page (&fixture->test);

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    g_assert_true (
        gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), wishes[i], "(sss)",
                                    trib_model_company_get_id (fixture->company), "olpr", ""));
  g_assert_true (app_test_has_text (GTK_WIDGET (fixture->test.window),
                                    "Sage Bank Feeds is connected from its own side"));
  g_assert_true (app_test_get_page (&fixture->test) == page);
}

static TribLinkSession *
get_session (Fixture *fixture)
{
  GtkWidget *page = app_test_get_page (&fixture->test);
  TribModelSignIn *model = TRIB_UI_IS_SIGN_IN_PAGE (page)
                               ? trib_ui_sign_in_page_get_sign_in (TRIB_UI_SIGN_IN_PAGE (page))
                               : trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (page));

  return trib_model_sign_in_get_session (model);
}

static gboolean
is_in_state (AppTest *test, gconstpointer data)
{
  Fixture *fixture = (Fixture *) test;

  return TRIB_UI_IS_SIGN_IN_PAGE (app_test_get_page (test)) &&
         trib_link_session_get_state (get_session (fixture)) == *(const TribLinkState *) data;
}

static void
wait_for_state (Fixture *fixture, TribLinkState state)
{
  app_test_wait (&fixture->test, 10, is_in_state, &state);
}

static gboolean
shows_text (AppTest *test, gconstpointer data)
{
  return app_test_has_text (app_test_get_page (test), data);
}

static void
wait_for_text (Fixture *fixture, const char *text)
{
  app_test_wait (&fixture->test, 10, shows_text, text);
}

static void
assert_status (Fixture *fixture, const char *status)
{
  g_autofree char *actual = sandbox_server_dup_connection_status (
      fixture->server, trib_model_company_get_id (fixture->company),
      trib_link_session_get_connection_id (get_session (fixture)));

  g_assert_cmpstr (actual, ==, status);
}

typedef struct {
  const char *scenario;
  TribLinkOutcome outcome;
  const char *word;
  const char *button;
  const char *words; /* (nullable): the platform's own */
  const char *status;
} Ending;

static const Ending endings[] = {
  { "allow", TRIB_LINK_OUTCOME_CONNECTED, "Connected", "Done", NULL, "Linked" },
  { "unchanged", TRIB_LINK_OUTCOME_UNCHANGED, "Nothing changed", "Try Again", NULL, "PendingAuth" },
  { "cancel", TRIB_LINK_OUTCOME_CANCELLED, "Cancelled", "Try Again", NULL, "PendingAuth" },
  { "error", TRIB_LINK_OUTCOME_FAILED, "Failed", "Try Again", "Your subscription has ended",
    "PendingAuth" },
  { "not-supported", TRIB_LINK_OUTCOME_NOT_SUPPORTED, "Not supported", "Choose Another",
    "Starter plan", "PendingAuth" },
  { "unknown-code", TRIB_LINK_OUTCOME_UNKNOWN, "Unclear", "Try Again", NULL, "PendingAuth" },
  { "lies", TRIB_LINK_OUTCOME_NOT_CONFIRMED, "Not connected yet", "Check Again", NULL,
    "PendingAuth" },
  { "hostile-text", TRIB_LINK_OUTCOME_FAILED, "Failed", "Try Again",
    "<a href=\"https://example.invalid/\">Click</a>", "PendingAuth" },
  { "expired", TRIB_LINK_OUTCOME_EXPIRED, "Link expired", "Try Again", NULL, "PendingAuth" },
  { "used", TRIB_LINK_OUTCOME_EXPIRED, "Link expired", "Try Again", NULL, "PendingAuth" },
};

static void
test_ending (Fixture *fixture, gconstpointer data)
{
  const Ending *ending = data;
  GtkWidget *page;

  g_assert_true (sandbox_server_set_scenario (fixture->server, ending->scenario));
  sign_in (fixture, "win.sign-in");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  page = app_test_get_page (&fixture->test);
  g_assert_cmpint (trib_link_session_get_outcome (get_session (fixture)), ==, ending->outcome);
  assert_status (fixture, ending->status);
  g_assert_true (app_test_has_text (page, ending->word));
  g_assert_true (app_test_has_text (page, "Powered by Codat"));
  if (ending->words != NULL)
    wait_for_text (fixture, ending->words);
  g_assert_nonnull (app_test_find_button (page, ending->button));
  g_assert_true (
      gtk_widget_has_css_class (app_test_find_button (page, ending->button), "suggested-action"));
  /* Focus is on what happened, not on a button that a key for the web page would press. */
  g_assert_true (gtk_widget_has_css_class (gtk_root_get_focus (GTK_ROOT (fixture->test.window)),
                                           "outcome-heading"));
}

static void
test_result_is_read_aloud (Fixture *fixture, gconstpointer data)
{
  GtkWidget *heading, *page;

  sandbox_server_set_scenario (fixture->server, "unchanged");
  sign_in (fixture, "win.sign-in");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  page = app_test_get_page (&fixture->test);
  heading = gtk_root_get_focus (GTK_ROOT (fixture->test.window));
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (heading),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (heading),
                                                   GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  /* The next key presses the primary way on. */
  g_assert_true (gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_css_class (gtk_root_get_focus (GTK_ROOT (fixture->test.window)),
                                           "suggested-action"));
}

static void
test_first_sync (Fixture *fixture, gconstpointer data)
{
  sandbox_server_set_scenario (fixture->server, "allow");
  sign_in (fixture, "win.sign-in");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  wait_for_text (fixture, "Reading your data");
  sandbox_server_advance (fixture->server, 60);
  wait_for_text (fixture, "All your data is in");
}

static void
test_embedded_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OPEN);
  wait_for_text (fixture, "login.xero.com");
  page = app_test_get_page (&fixture->test);
  g_assert_true (app_test_has_text (page, "Secure"));
  g_assert_true (app_test_has_text (page, trib_model_company_get_name (fixture->company)));
  g_assert_nonnull (app_test_find_button (page, "Use My Browser"));
  assert_status (fixture, "PendingAuth");
  app_test_activate (&fixture->test, "win.reload");
  {
    guint n_reloads = 0;

    g_object_get (trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)), "n-reloads",
                  &n_reloads, NULL);
    g_assert_cmpuint (n_reloads, ==, 1);
  }
}

static void
test_asks_before_it_stops (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OPEN);
  app_test_activate (&fixture->test, "win.back");
  dialog = app_test_wait_for_dialog (&fixture->test);
  app_test_answer (dialog, "keep");
  g_assert_cmpint (trib_link_session_get_state (get_session (fixture)), ==, TRIB_LINK_STATE_OPEN);

  app_test_click (app_test_find_button (app_test_get_page (&fixture->test), "Cancel"));
  dialog = app_test_wait_for_dialog (&fixture->test);
  app_test_answer (dialog, "stop");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  g_assert_cmpint (trib_link_session_get_outcome (get_session (fixture)), ==,
                   TRIB_LINK_OUTCOME_CANCELLED);
  assert_status (fixture, "PendingAuth");
}

static gboolean
is_closed (AppTest *test, gconstpointer data)
{
  return test->window == NULL;
}

static void
begin_that_stays_open (Fixture *fixture)
{
  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OPEN);
  fixture->connection_id = g_strdup (trib_link_session_get_connection_id (get_session (fixture)));
}

static void
test_asks_before_it_closes (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  g_autofree char *company_id = g_strdup (trib_model_company_get_id (fixture->company));
  g_autofree char *status = NULL;

  begin_that_stays_open (fixture);
  gtk_window_close (GTK_WINDOW (test->window));
  app_test_answer (app_test_wait_for_dialog (test), "keep");
  g_assert_nonnull (test->window);
  g_assert_cmpint (trib_link_session_get_state (get_session (fixture)), ==, TRIB_LINK_STATE_OPEN);

  gtk_window_close (GTK_WINDOW (test->window));
  app_test_answer (app_test_wait_for_dialog (test), "stop");
  app_test_wait (test, 10, is_closed, NULL);
  status =
      sandbox_server_dup_connection_status (fixture->server, company_id, fixture->connection_id);
  g_assert_cmpstr (status, ==, "PendingAuth");
}

/* The question of Cancel stays a question of Cancel: "yes" does not close the window. */
static void
test_cancel_after_keep (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;

  begin_that_stays_open (fixture);
  gtk_window_close (GTK_WINDOW (test->window));
  app_test_answer (app_test_wait_for_dialog (test), "keep");
  app_test_activate (test, "win.back");
  app_test_answer (app_test_wait_for_dialog (test), "stop");
  app_test_wait_for_page (test, TRIB_UI_TYPE_RESULT_PAGE);
  g_assert_nonnull (test->window);
}

/* Where nothing would be lost, nobody is asked: before the page is open, and when all is over. */
static void
test_closes_without_asking (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;

  sandbox_server_set_scenario (fixture->server, "cancel");
  sign_in (fixture, "win.sign-in");
  app_test_wait_for_page (test, TRIB_UI_TYPE_RESULT_PAGE);
  gtk_window_close (GTK_WINDOW (test->window));
  g_assert_false (app_test_has_dialog (test));
  app_test_wait (test, 10, is_closed, NULL);
}

static void
test_closes_while_preparing (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;

  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.sign-in");
  g_assert_cmpint (trib_link_session_get_state (get_session (fixture)), ==,
                   TRIB_LINK_STATE_PREPARING);
  gtk_window_close (GTK_WINDOW (test->window));
  app_test_wait (test, 10, is_closed, NULL);
}

/* A second start of the program, or an address, does not take a sign-in away. */
static void
test_is_not_disturbed (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  TribAppRequest requests[] = {
    { .company_id = (char *) trib_model_company_get_id (fixture->company) },
    { .account_name = (char *) "Northwind" },
  };

  begin_that_stays_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (requests); i++) {
    trib_app_window_handle_request (test->window, &requests[i]);
    g_assert_cmpint (trib_link_session_get_state (get_session (fixture)), ==, TRIB_LINK_STATE_OPEN);
  }
  g_assert_true (app_test_has_text (GTK_WIDGET (test->window), "Finish what is open here first"));
}

static void
test_try_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *connection_id = NULL;

  sandbox_server_set_scenario (fixture->server, "cancel");
  sign_in (fixture, "win.sign-in");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  connection_id = g_strdup (trib_link_session_get_connection_id (get_session (fixture)));
  sandbox_server_set_scenario (fixture->server, "allow");
  app_test_click (app_test_find_button (app_test_get_page (&fixture->test), "Try Again"));
  wait_for_text (fixture, "Connected");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  assert_status (fixture, "Linked");
  /* The same connection, not a second one. */
  g_assert_cmpstr (trib_link_session_get_connection_id (get_session (fixture)), ==, connection_id);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server,
                                                      trib_model_company_get_id (fixture->company)),
                    ==, 1);
}

static void
test_own_browser (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.use-browser-sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OUTSIDE);
  wait_for_text (fixture, "Your Browser Is Open");
  page = app_test_get_page (&fixture->test);
  g_assert_nonnull (app_test_find_button (page, "I Have Finished"));
  g_assert_nonnull (app_test_find_button (page, "Open Again"));
  /* Nothing is lost in our window, so nothing is asked. */
  app_test_click (app_test_find_button (page, "Cancel"));
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  assert_status (fixture, "PendingAuth");
}

/* Begins a sign-in in the browser at a platform that refuses to be embedded, and stops it. */
static void
stop_in_browser (Fixture *fixture)
{
  TribModelAccount *account = trib_app_window_get_account (fixture->test.window);

  fixture->platform =
      trib_model_platforms_find (trib_model_account_get_platforms (account), "suuo", NULL);
  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.use-browser-sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OUTSIDE);
  fixture->connection_id = g_strdup (trib_link_session_get_connection_id (get_session (fixture)));
  app_test_click (app_test_find_button (app_test_get_page (&fixture->test), "Cancel"));
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
}

static void
assert_same_connection (Fixture *fixture)
{
  g_assert_cmpstr (trib_link_session_get_connection_id (get_session (fixture)), ==,
                   fixture->connection_id);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server,
                                                      trib_model_company_get_id (fixture->company)),
                    ==, 1);
}

/* What refuses to be shown inside a program would refuse again. */
static void
test_try_again_in_browser (Fixture *fixture, gconstpointer data)
{
  stop_in_browser (fixture);
  app_test_click (app_test_find_button (app_test_get_page (&fixture->test), "Try Again"));
  wait_for_state (fixture, TRIB_LINK_STATE_OUTSIDE);
  assert_same_connection (fixture);
}

static void
reconnect (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), "win.reconnect", "(ss)",
                              trib_model_company_get_id (fixture->company), fixture->connection_id);
}

/* Opened again from its row, such a platform says first where to sign in. */
static void
test_reconnect_in_browser (Fixture *fixture, gconstpointer data)
{
  GtkWindow *sheet;

  stop_in_browser (fixture);
  reconnect (fixture);
  sheet = app_test_wait_for_dialog (&fixture->test);
  g_assert_true (TRIB_UI_IS_BEFORE_DIALOG (sheet));
  app_test_click (app_test_find_for_action (GTK_WIDGET (sheet), "before.use-browser"));
  wait_for_state (fixture, TRIB_LINK_STATE_OUTSIDE);
  assert_same_connection (fixture);
}

/* Consent is asked for however a sign-in begins. */
static void
test_reconnect_asks_consent (Fixture *fixture, gconstpointer data)
{
  TribModelAccount *account = trib_app_window_get_account (fixture->test.window);
  TribModelPolicy *policy = trib_model_account_get_policy (account);
  GtkWindow *sheet;

  sandbox_server_set_scenario (fixture->server, "cancel");
  sign_in (fixture, "win.sign-in");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  fixture->connection_id = g_strdup (trib_link_session_get_connection_id (get_session (fixture)));
  trib_model_policy_set_asks_consent (policy, TRUE);
  reconnect (fixture);
  sheet = app_test_wait_for_dialog (&fixture->test);
  app_test_click (app_test_find_for_action (GTK_WIDGET (sheet), "before.continue"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (sheet)));
  g_assert_true (app_test_has_text (GTK_WIDGET (sheet), "I agree that"));
}

static gboolean
has_no_platforms (AppTest *test, gconstpointer data)
{
  TribModelPlatforms *platforms =
      trib_model_account_get_platforms (trib_app_window_get_account (test->window));

  return trib_model_platforms_get_state (platforms) == TRIB_MODEL_STATE_EMPTY;
}

/* Also where the integration was turned off since the connection was made. */
static void
test_reconnect_unlisted (Fixture *fixture, gconstpointer data)
{
  TribModelAccount *account = trib_app_window_get_account (fixture->test.window);
  TribModelPlatforms *platforms = trib_model_account_get_platforms (account);
  TribModelConnections *connections = trib_model_company_get_connections (fixture->company);
  GtkWindow *sheet;

  sandbox_server_set_scenario (fixture->server, "cancel");
  sign_in (fixture, "win.sign-in");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  fixture->connection_id = g_strdup (trib_link_session_get_connection_id (get_session (fixture)));
  trib_model_policy_set_asks_consent (trib_model_account_get_policy (account), TRUE);
  sandbox_server_set_fault (fixture->server, "integrations-disabled");
  trib_model_platforms_load (platforms);
  app_test_wait (&fixture->test, 10, has_no_platforms, NULL);
  g_assert_null (trib_model_connection_get_platform (
      trib_model_connections_find (connections, fixture->connection_id)));
  reconnect (fixture);
  sheet = app_test_wait_for_dialog (&fixture->test);
  g_assert_true (TRIB_UI_IS_BEFORE_DIALOG (sheet));
  g_assert_true (app_test_has_text (GTK_WIDGET (sheet), "I agree that"));
  app_test_click (app_test_find_for_action (GTK_WIDGET (sheet), "before.continue"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (sheet)));
}

/* Nobody knows how it ended; when Codat can be asked again, the page says what is true. */
static void
test_check_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  begin_that_stays_open (fixture);
  g_assert_true (sandbox_server_set_fault (fixture->server, "connection-500"));
  trib_link_session_cancel (get_session (fixture));
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  page = app_test_get_page (&fixture->test);
  g_assert_true (app_test_has_text (page, "The Result Is Not Known Yet"));
  sandbox_server_set_fault (fixture->server, "none");
  app_test_click (app_test_find_button (page, "Check Again"));
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_SIGN_IN_PAGE);
  g_assert_true (app_test_has_text (app_test_get_page (&fixture->test), "Checking with Codat…"));
  wait_for_text (fixture, "You Cancelled the Sign-In");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_read (AppTest *test, gconstpointer data)
{
  return *(char *const *) data != NULL;
}

/* D3: another browser, profile or computer is as good a way as the page here. */
static void
test_copy_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget *page;

  begin_that_stays_open (fixture);
  fixture->connection_id = g_strdup (trib_link_session_get_connection_id (get_session (fixture)));
  page = app_test_get_page (&fixture->test);
  app_test_click (app_test_find_for_action (page, "sign-in.copy-link"));
  wait_for_state (fixture, TRIB_LINK_STATE_OUTSIDE);
  wait_for_text (fixture, "The Link Is on the Clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, text_read_cb, &text);
  app_test_wait (&fixture->test, 10, has_read, &text);
  g_assert_cmpstr (text, ==, trib_link_session_get_link_uri (get_session (fixture)));
  assert_same_connection (fixture);
  app_test_click (app_test_find_button (page, "Open Again"));
  wait_for_text (fixture, "Your Browser Is Open");
  assert_same_connection (fixture);
}

/* The same from the sheet, without a page here, for a new connection and for one that exists. */
static void
test_copy_link_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  GtkWidget *page;

  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.copy-link-sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OUTSIDE);
  wait_for_text (fixture, "The Link Is on the Clipboard");
  page = app_test_get_page (&fixture->test);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, text_read_cb, &text);
  app_test_wait (&fixture->test, 10, has_read, &text);
  g_assert_cmpstr (text, ==, trib_link_session_get_link_uri (get_session (fixture)));
  fixture->connection_id = g_strdup (trib_link_session_get_connection_id (get_session (fixture)));
  app_test_click (app_test_find_button (page, "Cancel"));
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), "win.copy-link-reopen", "(ss)",
                              trib_model_company_get_id (fixture->company), fixture->connection_id);
  wait_for_state (fixture, TRIB_LINK_STATE_OUTSIDE);
  wait_for_text (fixture, "The Link Is on the Clipboard");
  assert_same_connection (fixture);
  page = app_test_get_page (&fixture->test);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, text_read_cb, &again);
  app_test_wait (&fixture->test, 10, has_read, &again);
  g_assert_cmpstr (again, ==, trib_link_session_get_link_uri (get_session (fixture)));
  g_assert_cmpstr (again, !=, text);
}

/* H1: who cannot sign in sends the sign-in to somebody else, for the same connection. */
static void
test_someone_else (Fixture *fixture, gconstpointer data)
{
  const char *company_id = trib_model_company_get_id (fixture->company);
  GtkWidget *page;

  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OPEN);
  gtk_widget_activate_action (app_test_get_page (&fixture->test), "sign-in.share", NULL);
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_SHARE_PAGE);
  page = app_test_get_page (&fixture->test);
  gtk_widget_activate_action (page, "share.copy", NULL);
  wait_for_text (fixture, "The link is on the clipboard");
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server, company_id), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), "win.show-requests", NULL);
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_REQUESTS_PAGE);
  g_assert_true (
      app_test_has_text (app_test_get_page (&fixture->test), "Waiting for your accountant"));
  app_test_click (app_test_find_button (app_test_get_page (&fixture->test), "Ask Again"));
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_SHARE_PAGE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), "win.back", NULL);
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_REQUESTS_PAGE);
}

/* What people are asked is changed from the menu, but not while somebody is being asked. */
static void
test_edit_policy (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->test.window);
  GtkWindow *dialog;

  gtk_widget_activate_action (window, "win.edit-policy", NULL);
  dialog = app_test_wait_for_dialog (&fixture->test);
  g_assert_true (TRIB_UI_IS_POLICY_WINDOW (dialog));
  gtk_window_destroy (dialog);
  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OPEN);
  g_assert_false (gtk_widget_activate_action (window, "win.edit-policy", NULL) &&
                  app_test_has_dialog (&fixture->test));
}

static gboolean
is_active (AppTest *test, gconstpointer data)
{
  return gtk_window_is_active (GTK_WINDOW (test->window)) == GPOINTER_TO_INT (data);
}

static gboolean
is_answered (AppTest *test, gconstpointer data)
{
  g_autofree char *answer = trib_model_watched_dup_last_answer ((TribModelWatched *) data);

  return g_strcmp0 (answer, "Last answer: just now") == 0;
}

/* As a window manager would. */
static void
focus (GtkWindow *window)
{
  gdk_toplevel_focus (GDK_TOPLEVEL (gtk_native_get_surface (GTK_NATIVE (window))),
                      GDK_CURRENT_TIME);
}

/* Whoever looks elsewhere and comes back is shown what is true now, without waiting for it. */
static void
test_wakes (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->test.window);
  TribModelConnections *connections = trib_model_company_get_connections (fixture->company);
  TribModelAccount *account = trib_app_window_get_account (fixture->test.window);
  g_autoptr (TribModelWatched) watched = NULL;
  GtkWindow *beside;

  trib_model_connections_follow (connections);
  watched = g_list_model_get_item (G_LIST_MODEL (trib_model_account_get_watch (account)), 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-watch", NULL);
  beside = app_test_wait_for_dialog (&fixture->test);
  g_assert_true (TRIB_UI_IS_WATCH_WINDOW (beside));
  focus (beside);
  app_test_wait (&fixture->test, 10, is_active, GINT_TO_POINTER (FALSE));
  g_assert_false (is_answered (&fixture->test, watched));
  focus (window);
  app_test_wait (&fixture->test, 10, is_active, GINT_TO_POINTER (TRUE));
  app_test_wait (&fixture->test, 10, is_answered, watched);
  trib_model_connections_unfollow (connections);
  gtk_window_destroy (beside);
}

static void
test_from_page_to_browser (Fixture *fixture, gconstpointer data)
{
  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OPEN);
  app_test_click (app_test_find_button (app_test_get_page (&fixture->test), "Use My Browser"));
  wait_for_state (fixture, TRIB_LINK_STATE_OUTSIDE);
  g_assert_cmpuint (sandbox_server_get_n_connections (fixture->server,
                                                      trib_model_company_get_id (fixture->company)),
                    ==, 1);
}

static void
test_no_view (Fixture *fixture, gconstpointer data)
{
  g_test_expect_message ("tributary-app", G_LOG_LEVEL_WARNING, "No embedded view*");
  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.sign-in");
  g_test_assert_expected_messages ();
  wait_for_state (fixture, TRIB_LINK_STATE_OUTSIDE);
  g_assert_true (app_test_has_text (GTK_WIDGET (fixture->test.window), "your browser is used"));
}

static void
test_leave_view_by_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page, *view;

  sandbox_server_set_scenario (fixture->server, "ask");
  sign_in (fixture, "win.sign-in");
  wait_for_state (fixture, TRIB_LINK_STATE_OPEN);
  page = app_test_get_page (&fixture->test);
  view = trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->test.window)) == view);
  gtk_widget_activate_action (page, "sign-in.leave-view", NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->test.window)) ==
                 app_test_find_button (page, "Cancel"));
  gtk_widget_activate_action (page, "sign-in.leave-view", NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->test.window)) == view);
}

static void
test_cannot_start (Fixture *fixture, gconstpointer data)
{
  sandbox_server_set_fault (fixture->server, "create-connection-500");
  sign_in (fixture, "win.sign-in");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  g_assert_cmpint (trib_link_session_get_outcome (get_session (fixture)), ==,
                   TRIB_LINK_OUTCOME_NOT_STARTED);
  g_assert_true (app_test_has_text (app_test_get_page (&fixture->test), "Details"));
  sandbox_server_set_fault (fixture->server, "none");
  sandbox_server_set_scenario (fixture->server, "allow");
  app_test_click (app_test_find_button (app_test_get_page (&fixture->test), "Try Again"));
  wait_for_text (fixture, "Connected");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strconcat ("/app/sign-in/ending/", endings[i].scenario, NULL);

    g_test_add (path, Fixture, &endings[i], set_up, test_ending, tear_down);
  }
  g_test_add ("/app/sign-in/begins-inside", Fixture, NULL, set_up, test_begins_inside, tear_down);
  g_test_add ("/app/sign-in/read-aloud", Fixture, NULL, set_up, test_result_is_read_aloud,
              tear_down);
  g_test_add ("/app/sign-in/first-sync", Fixture, NULL, set_up, test_first_sync, tear_down);
  g_test_add ("/app/sign-in/embedded", Fixture, NULL, set_up, test_embedded_page, tear_down);
  g_test_add ("/app/sign-in/asks", Fixture, NULL, set_up, test_asks_before_it_stops, tear_down);
  g_test_add ("/app/sign-in/asks-before-closing", Fixture, NULL, set_up, test_asks_before_it_closes,
              tear_down);
  g_test_add ("/app/sign-in/cancel-after-keep", Fixture, NULL, set_up, test_cancel_after_keep,
              tear_down);
  g_test_add ("/app/sign-in/closes", Fixture, NULL, set_up, test_closes_without_asking, tear_down);
  g_test_add ("/app/sign-in/closes-while-preparing", Fixture, NULL, set_up,
              test_closes_while_preparing, tear_down);
  g_test_add ("/app/sign-in/not-disturbed", Fixture, NULL, set_up, test_is_not_disturbed,
              tear_down);
  g_test_add ("/app/sign-in/try-again", Fixture, NULL, set_up, test_try_again, tear_down);
  g_test_add ("/app/sign-in/own-browser", Fixture, NULL, set_up, test_own_browser, tear_down);
  g_test_add ("/app/sign-in/try-again-in-browser", Fixture, NULL, set_up, test_try_again_in_browser,
              tear_down);
  g_test_add ("/app/sign-in/reconnect-in-browser", Fixture, NULL, set_up, test_reconnect_in_browser,
              tear_down);
  g_test_add ("/app/sign-in/reconnect-asks-consent", Fixture, NULL, set_up,
              test_reconnect_asks_consent, tear_down);
  g_test_add ("/app/sign-in/reconnect-unlisted", Fixture, NULL, set_up, test_reconnect_unlisted,
              tear_down);
  g_test_add ("/app/sign-in/check-again", Fixture, NULL, set_up, test_check_again, tear_down);
  g_test_add ("/app/sign-in/copy-link", Fixture, NULL, set_up, test_copy_link, tear_down);
  g_test_add ("/app/sign-in/copy-link-at-once", Fixture, NULL, set_up, test_copy_link_at_once,
              tear_down);
  g_test_add ("/app/sign-in/wakes", Fixture, NULL, set_up, test_wakes, tear_down);
  g_test_add ("/app/sign-in/edit-policy", Fixture, NULL, set_up, test_edit_policy, tear_down);
  g_test_add ("/app/sign-in/someone-else", Fixture, NULL, set_up, test_someone_else, tear_down);
  g_test_add ("/app/sign-in/page-to-browser", Fixture, NULL, set_up, test_from_page_to_browser,
              tear_down);
  g_test_add ("/app/sign-in/no-view", Fixture, NULL, set_up_without_view, test_no_view, tear_down);
  g_test_add ("/app/sign-in/keyboard", Fixture, NULL, set_up, test_leave_view_by_keyboard,
              tear_down);
  g_test_add ("/app/sign-in/cannot-start", Fixture, NULL, set_up, test_cannot_start, tear_down);
  return g_test_run ();
}
