/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-text.h"
#include "trib-ui.h"

/* Whoever looks elsewhere is told that the first sync has ended, and nobody else is. */

typedef struct {
  AppTest test;
  gboolean away;
  guint n_sent;
  guint n_withdrawn;
  char *id;
  char *action;
  char *title;
  char *body;
  char *company_id;
} Fixture;

static gboolean
is_away_cb (gpointer data)
{
  return ((Fixture *) data)->away;
}

static void
send_cb (const TribAppNewsItem *item, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_sent++;
  trib_set_str (&fixture->id, item->id);
  trib_set_str (&fixture->action, item->action);
  trib_set_str (&fixture->title, item->title);
  trib_set_str (&fixture->body, item->body);
  trib_set_str (&fixture->company_id, item->company_id);
}

static void
withdraw_cb (const char *id, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpstr (id, ==, fixture->id);
  fixture->n_withdrawn++;
}

static const TribAppNewsPort port = { is_away_cb, send_cb, withdraw_cb };

static gboolean
platforms_are_ready (AppTest *test, gconstpointer data)
{
  TribModelAccount *account = trib_app_window_get_account (test->window);

  return trib_model_platforms_get_state (trib_model_account_get_platforms (account)) ==
         TRIB_MODEL_STATE_READY;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;

  app_test_set_up (test, TRUE, FAKE_WEB_MODULE);
  trib_app_window_start (test->window, NULL);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
  trib_model_platforms_load (
      trib_model_account_get_platforms (trib_app_window_get_account (test->window)));
  app_test_wait (test, 10, platforms_are_ready, NULL);
  trib_app_news_set_port (trib_app_window_get_news (test->window), &port, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  app_test_tear_down (&fixture->test);
  g_free (fixture->id);
  g_free (fixture->action);
  g_free (fixture->title);
  g_free (fixture->body);
  g_free (fixture->company_id);
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

static TribModelCompany *
find_company (AppTest *test, const char *name)
{
  GListModel *companies = G_LIST_MODEL (app_test_get_companies (test));

  for (guint i = 0; i < g_list_model_get_n_items (companies); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (companies, i);

    if (g_str_equal (trib_model_company_get_name (company), name))
      return company;
  }
  g_assert_not_reached ();
}

static void
sign_in_at (Fixture *fixture,
            TribModelCompany *company,
            const char *platform_key,
            const char *scenario)
{
  AppTest *test = &fixture->test;
  TribModelAccount *account = trib_app_window_get_account (test->window);

  /* These are about the sync alone. */
  trib_model_policy_set_notifies (trib_model_account_get_policy (account),
                                  TRIB_MODEL_NOTICE_SIGN_IN, FALSE);
  sandbox_server_set_scenario (trib_app_demo_get_server (test->demo), scenario);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), "win.sign-in", "(sss)",
                                             trib_model_company_get_id (company), platform_key,
                                             ""));
  app_test_wait_for_page (test, TRIB_UI_TYPE_RESULT_PAGE);
}

static TribModelCompany *
sign_in (Fixture *fixture, const char *scenario)
{
  TribModelCompany *company = find_untouched_company (&fixture->test);

  sign_in_at (fixture, company, "gbol", scenario);
  return company;
}

static gboolean
shows_text (AppTest *test, gconstpointer data)
{
  return app_test_has_text (app_test_get_page (test), data);
}

static gboolean
was_sent (AppTest *test, gconstpointer data)
{
  return ((Fixture *) test)->n_sent > 0;
}

static void
test_away (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company;

  fixture->away = TRUE;
  company = sign_in (fixture, "allow");
  g_assert_cmpuint (fixture->n_sent, ==, 0);
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 20, was_sent, NULL);
  g_assert_nonnull (strstr (fixture->title, trib_model_company_get_name (company)));
  g_assert_cmpstr (fixture->body, ==, "The first sync has finished.");
  g_assert_cmpstr (fixture->company_id, ==, trib_model_company_get_id (company));
  g_assert_true (g_str_has_prefix (fixture->id, "first-sync-"));
  g_assert_cmpstr (fixture->action, ==, "app.open-company");
  app_test_wait (&fixture->test, 20, shows_text, "All your data is in");
  g_assert_cmpuint (fixture->n_sent, ==, 1);
}

static void
test_looking (Fixture *fixture, gconstpointer data)
{
  sign_in (fixture, "allow");
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 20, shows_text, "All your data is in");
  g_assert_cmpuint (fixture->n_sent, ==, 0);
}

/* The page is left while the sync still goes on. */
static void
test_page_left (Fixture *fixture, gconstpointer data)
{
  fixture->away = TRUE;
  sign_in (fixture, "allow");
  app_test_activate (&fixture->test, "win.back");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_COMPANIES_PAGE);
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 20, was_sent, NULL);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
}

static gboolean
is_past (AppTest *test, gconstpointer connection)
{
  return trib_model_connection_get_status ((TribModelConnection *) connection) ==
         TRIB_MODEL_STATUS_PAST;
}

/* A platform keeps some of its data: the message says no more than the page. */
static void
test_some_missing (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = find_company (&fixture->test, "Elm & Iron Furniture");
  g_autoptr (TribModelConnection) books = g_object_ref (
      trib_model_connections_get_accounting (trib_model_company_get_connections (company)));

  trib_model_connection_commit_unlink (books);
  app_test_wait (&fixture->test, 10, is_past, books);
  fixture->away = TRUE;
  sign_in_at (fixture, company, trib_model_connection_get_platform_key (books), "allow");
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 20, was_sent, NULL);
  g_assert_cmpstr (fixture->title, ==, "Elm & Iron Furniture: some of the data is not in");
  app_test_wait (&fixture->test, 20, shows_text, "Some of your data is not in");
}

/* What has not ended well has nothing to tell, and the window lets it go. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  fixture->away = TRUE;
  sign_in (fixture, "cancel");
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 10, shows_text, "Cancelled");
  g_assert_cmpuint (fixture->n_sent, ==, 0);
}

#define WAITING "Brightwater Dental Practice"
#define LAPSED "Okonkwo Logistics"

static TribAppNews *
get_news (Fixture *fixture)
{
  return trib_app_window_get_news (fixture->test.window);
}

static TribModelNotes *
get_notes (Fixture *fixture)
{
  return trib_model_account_get_notes (trib_app_window_get_account (fixture->test.window));
}

static TribModelPolicy *
get_policy (Fixture *fixture)
{
  return trib_model_account_get_policy (trib_app_window_get_account (fixture->test.window));
}

static TribModelConnection *
find_connection (Fixture *fixture, const char *company)
{
  TribModelConnections *connections =
      trib_model_company_get_connections (find_company (&fixture->test, company));
  g_autoptr (TribModelConnection) connection =
      g_list_model_get_item (G_LIST_MODEL (connections), 0);

  g_assert_nonnull (connection);
  return connection;
}

static void
assert_item (Fixture *fixture,
             const char *kind,
             TribModelConnection *connection,
             const char *title,
             const char *body)
{
  g_autofree char *id = g_strconcat (kind, "-", trib_model_connection_get_id (connection), NULL);

  g_assert_cmpuint (fixture->n_sent, ==, 1);
  g_assert_cmpstr (fixture->id, ==, id);
  g_assert_cmpstr (fixture->title, ==, title);
  g_assert_cmpstr (fixture->body, ==, body);
  g_assert_cmpstr (fixture->action, ==, "app.open-connections");
  g_assert_cmpstr (fixture->company_id, ==, trib_model_connection_get_company_id (connection));
}

/* An access has ended: told while nobody looks, taken back when somebody does. */
static void
test_access (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *connection = find_connection (fixture, LAPSED);
  const char *company_id = trib_model_connection_get_company_id (connection);

  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_ATTENTION);
  trib_model_notes_tell_turned (get_notes (fixture), G_OBJECT (connection),
                                TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (fixture->n_sent, ==, 0);
  fixture->away = TRUE;
  trib_model_notes_tell_turned (get_notes (fixture), G_OBJECT (connection),
                                TRIB_MODEL_STATUS_CONNECTED);
  assert_item (fixture, "access", connection, LAPSED ": QuickBooks Desktop needs a new sign-in",
               "The access has ended. What was read stays.");
  trib_app_news_look (get_news (fixture), "another company");
  g_assert_cmpuint (fixture->n_withdrawn, ==, 0);
  trib_app_news_look (get_news (fixture), company_id);
  g_assert_cmpuint (fixture->n_withdrawn, ==, 1);
  trib_app_news_look (get_news (fixture), company_id);
  g_assert_cmpuint (fixture->n_withdrawn, ==, 1);
}

/* It is mended, wherever: the message is not true any more. */
static void
test_access_mended (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *connection = find_connection (fixture, LAPSED);

  fixture->away = TRUE;
  trib_model_policy_set_notifies (get_policy (fixture), TRIB_MODEL_NOTICE_SIGN_IN, FALSE);
  trib_model_notes_tell_turned (get_notes (fixture), G_OBJECT (connection),
                                TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
  sandbox_server_set_scenario (trib_app_demo_get_server (fixture->test.demo), "allow");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), "win.reopen",
                                             "(ss)",
                                             trib_model_connection_get_company_id (connection),
                                             trib_model_connection_get_id (connection)));
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (fixture->n_withdrawn, ==, 1);
}

/* What is told of one account leads nowhere in another. */
static void
test_another_account (Fixture *fixture, gconstpointer data)
{
  fixture->away = TRUE;
  trib_model_notes_tell_turned (get_notes (fixture), G_OBJECT (find_connection (fixture, LAPSED)),
                                TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
  trib_app_news_set_account (get_news (fixture), NULL);
  g_assert_cmpuint (fixture->n_withdrawn, ==, 1);
  trib_model_notes_tell_turned (get_notes (fixture), G_OBJECT (find_connection (fixture, LAPSED)),
                                TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
}

static void
note_request (Fixture *fixture, TribModelConnection *connection)
{
  g_autoptr (TribModelRequest) request = trib_model_request_new (
      trib_model_connection_get_id (connection), trib_model_connection_get_company_id (connection),
      WAITING, "Sage Accounting", TRIB_MODEL_WHO_ACCOUNTANT, 1, G_MAXINT32);

  trib_model_notes_add_request (get_notes (fixture), request);
}

static void
note_sign_in (Fixture *fixture, TribModelConnection *connection)
{
  g_autofree char *record = g_strdup_printf ("('%s', 'x', 1, 'outside')",
                                             trib_model_connection_get_company_id (connection));

  trib_model_notes_take_back_stop (get_notes (fixture), trib_model_connection_get_id (connection),
                                   record);
}

static void
sign_in_again (Fixture *fixture, TribModelConnection *connection)
{
  sandbox_server_set_scenario (trib_app_demo_get_server (fixture->test.demo), "allow");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), "win.reopen",
                                             "(ss)",
                                             trib_model_connection_get_company_id (connection),
                                             trib_model_connection_get_id (connection)));
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_RESULT_PAGE);
}

static void
test_request_used (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *connection = find_connection (fixture, WAITING);

  fixture->away = TRUE;
  note_request (fixture, connection);
  sign_in_again (fixture, connection);
  assert_item (fixture, "signed-in", connection, WAITING ": Sage Accounting is connected",
               "The person you asked has signed in.");
}

static void
test_sign_in_worked (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *connection = find_connection (fixture, WAITING);

  fixture->away = TRUE;
  note_sign_in (fixture, connection);
  sign_in_again (fixture, connection);
  assert_item (fixture, "signed-in", connection, WAITING ": Sage Accounting is connected",
               "The sign-in has worked.");
}

/* What nobody waited for is no news. */
static void
test_nobody_waited (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *connection = find_connection (fixture, "Alderley Craft Brewing");

  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_CONNECTED);
  fixture->away = TRUE;
  trib_model_notes_tell_turned (get_notes (fixture), G_OBJECT (connection),
                                TRIB_MODEL_STATUS_WAITING);
  g_assert_cmpuint (fixture->n_sent, ==, 0);
}

/* Each kind can be switched off, and only that. */
static void
test_switched_off (Fixture *fixture, gconstpointer data)
{
  TribModelConnection *lapsed = find_connection (fixture, LAPSED);
  TribModelConnection *connection = find_connection (fixture, WAITING);

  fixture->away = TRUE;
  trib_model_policy_set_notifies (get_policy (fixture), TRIB_MODEL_NOTICE_ACCESS, FALSE);
  trib_model_notes_tell_turned (get_notes (fixture), G_OBJECT (lapsed),
                                TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpuint (fixture->n_sent, ==, 0);
  trib_model_policy_set_notifies (get_policy (fixture), TRIB_MODEL_NOTICE_SYNC, FALSE);
  note_request (fixture, connection);
  sign_in_again (fixture, connection);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 20, shows_text, "All your data is in");
  g_assert_cmpuint (fixture->n_sent, ==, 1);
}

static guint
count_watched (Fixture *fixture)
{
  TribModelAccount *account = trib_app_window_get_account (fixture->test.window);

  return g_list_model_get_n_items (G_LIST_MODEL (trib_model_account_get_watch (account)));
}

/* Who is waited for is asked about while nobody looks, and not twice. */
static void
test_look_away (Fixture *fixture, gconstpointer data)
{
  guint before = count_watched (fixture);

  trib_app_news_look_away (get_news (fixture));
  g_assert_cmpuint (count_watched (fixture), ==, before);
  note_request (fixture, find_connection (fixture, WAITING));
  note_sign_in (fixture, find_connection (fixture, WAITING));
  trib_app_news_look_away (get_news (fixture));
  trib_app_news_look_away (get_news (fixture));
  g_assert_cmpuint (count_watched (fixture), ==, before + 1);
  trib_app_news_look (get_news (fixture), NULL);
  g_assert_cmpuint (count_watched (fixture), ==, before);
  trib_model_policy_set_notifies (get_policy (fixture), TRIB_MODEL_NOTICE_SIGN_IN, FALSE);
  trib_app_news_look_away (get_news (fixture));
  g_assert_cmpuint (count_watched (fixture), ==, before);
}

/* The message's click leads to what is connected. */
static void
test_open_connections (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = find_company (&fixture->test, "Alderley Craft Brewing");
  TribAppRequest request = { .company_id = (char *) trib_model_company_get_id (company),
                             .connections = TRUE };
  g_autofree char *view = NULL;

  trib_app_window_handle_request (fixture->test.window, &request);
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_COMPANY_PAGE);
  g_object_get (app_test_get_page (&fixture->test), "view", &view, NULL);
  g_assert_cmpstr (view, ==, "connections");
}

/* What is told is chosen from the menu. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  app_test_activate (&fixture->test, "win.edit-notifications");
  dialog = app_test_wait_for_dialog (&fixture->test);
  g_assert_true (TRIB_UI_IS_NOTIFICATIONS_WINDOW (dialog));
  gtk_window_destroy (dialog);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/app/news/away", Fixture, NULL, set_up, test_away, tear_down);
  g_test_add ("/app/news/looking", Fixture, NULL, set_up, test_looking, tear_down);
  g_test_add ("/app/news/page-left", Fixture, NULL, set_up, test_page_left, tear_down);
  g_test_add ("/app/news/some-missing", Fixture, NULL, set_up, test_some_missing, tear_down);
  g_test_add ("/app/news/failed", Fixture, NULL, set_up, test_failed, tear_down);
#define ADD(name, test) g_test_add ("/app/news/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("access", test_access);
  ADD ("access-mended", test_access_mended);
  ADD ("another-account", test_another_account);
  ADD ("request-used", test_request_used);
  ADD ("sign-in-worked", test_sign_in_worked);
  ADD ("nobody-waited", test_nobody_waited);
  ADD ("switched-off", test_switched_off);
  ADD ("look-away", test_look_away);
  ADD ("open-connections", test_open_connections);
  ADD ("window", test_window);
  return g_test_run ();
}
