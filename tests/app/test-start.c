/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-app-start-page.h"
#include "trib-app-window-private.h"

#include "codat-client-resume.h"
#include "trib-ui.h"

#include <glib/gstdio.h>

typedef struct {
  AppTest test;
  SandboxServer *server; /* (nullable) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  app_test_set_up (&fixture->test, FALSE, "/nowhere");
}

static void
set_up_demo (Fixture *fixture, gconstpointer data)
{
  app_test_set_up (&fixture->test, TRUE, FAKE_WEB_MODULE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  app_test_tear_down (&fixture->test);
  if (fixture->server != NULL)
    sandbox_server_stop (fixture->server);
  g_clear_object (&fixture->server);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
has_result (AppTest *test, gconstpointer data)
{
  return *(GAsyncResult *const *) data != NULL;
}

#define NORTHWIND "11111111-2222-4333-8444-555555555555"
#define SOUTHWIND "11111111-2222-4333-8444-666666666666"

/* What an earlier run would have left: an account in use, with its key. */
static void
remember_account_named (
    Fixture *fixture, const char *id, const char *name, const char *base_url, const char *key)
{
  AppTest *test = &fixture->test;
  g_autoptr (TribStoreAccount) record =
      trib_store_account_new (id, name, base_url, NULL, TRIB_STORE_ENVIRONMENT_TEST);
  g_autoptr (GAsyncResult) opened = NULL, saved = NULL, used = NULL, kept = NULL, closed = NULL;
  g_autoptr (TribStore) store = NULL;

  trib_store_open_async (trib_app_home_get_data_dir (test->home), NULL, result_cb, &opened);
  app_test_wait (test, 10, has_result, &opened);
  store = trib_store_open_finish (opened, NULL);
  g_assert_nonnull (store);
  trib_store_save_account_async (store, record, NULL, result_cb, &saved);
  app_test_wait (test, 10, has_result, &saved);
  g_assert_true (trib_store_save_account_finish (store, saved, NULL));
  trib_store_set_account_in_use_async (store, trib_store_account_get_id (record), NULL, result_cb,
                                       &used);
  app_test_wait (test, 10, has_result, &used);
  g_assert_true (trib_store_set_account_in_use_finish (store, used, NULL));
  trib_store_keyring_save_async (test->keyring, record, key, NULL, result_cb, &kept);
  app_test_wait (test, 10, has_result, &kept);
  g_assert_true (trib_store_keyring_save_finish (test->keyring, kept, NULL));
  trib_store_close_async (store, NULL, result_cb, &closed);
  app_test_wait (test, 10, has_result, &closed);
  g_assert_true (trib_store_close_finish (store, closed, NULL));
}

static void
remember_account (Fixture *fixture, const char *base_url, const char *key)
{
  remember_account_named (fixture, NORTHWIND, "Northwind", base_url, key);
}

static void
remember_sandbox (Fixture *fixture, const char *fault)
{
  g_autoptr (GError) error = NULL;

  fixture->server = sandbox_server_new ();
  sandbox_server_start (fixture->server, &error);
  g_assert_no_error (error);
  g_assert_true (sandbox_server_set_fault (fixture->server, fault));
  remember_account (fixture, sandbox_server_get_base_url (fixture->server),
                    sandbox_server_get_api_key (fixture->server));
}

static void
assert_problem (Fixture *fixture, TribProblem kind)
{
  AppTest *test = &fixture->test;
  TribModelProblem *problem;

  trib_app_window_start (test->window, NULL);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_FAILED);
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANIES_PAGE);
  problem = trib_model_companies_get_problem (app_test_get_companies (test));
  g_assert_nonnull (problem);
  g_assert_cmpint (trib_model_problem_get_kind (problem), ==, kind);
  g_assert_true (
      app_test_has_text (app_test_get_page (test), trib_model_problem_get_title (problem)));
  g_assert_nonnull (app_test_find_button (app_test_get_page (test), "Try Again"));
}

#define CHANGE "7e0c1d52-6c1f-4d0e-9a53-000000000001"
#define RECORD                                                                                     \
  "{\"operation\":\"create-company\",\"id\":\"" CHANGE "\",\"key\":\"" CHANGE                      \
  "\",\"body\":\"{\\\"name\\\":\\\"Stopped "                                                       \
  "Ltd\\\",\\\"tags\\\":{\\\"tributary-intent\\\":\\\"" CHANGE "\\\"}}\",\"ids\":[]}"

/* What an earlier run would have left that was stopped while it made a company. */
static void
remember_change (Fixture *fixture)
{
  AppTest *test = &fixture->test;
  g_autoptr (GAsyncResult) opened = NULL, written = NULL, closed = NULL, made = NULL;
  g_autoptr (TribStore) store = NULL;
  g_autoptr (CodatAuthorizer) authorizer =
      codat_authorizer_new (sandbox_server_get_api_key (fixture->server), NULL);
  g_autoptr (CodatClient) client =
      codat_client_new (sandbox_server_get_base_url (fixture->server), authorizer, NULL);

  trib_store_open_async (trib_app_home_get_data_dir (test->home), NULL, result_cb, &opened);
  app_test_wait (test, 10, has_result, &opened);
  store = trib_store_open_finish (opened, NULL);
  trib_store_put_record_async (store, NORTHWIND, TRIB_STORE_JOURNAL_CHANGE, CHANGE, RECORD, NULL,
                               result_cb, &written);
  app_test_wait (test, 10, has_result, &written);
  g_assert_true (trib_store_put_record_finish (store, written, NULL));
  trib_store_close_async (store, NULL, result_cb, &closed);
  app_test_wait (test, 10, has_result, &closed);
  g_assert_true (trib_store_close_finish (store, closed, NULL));
  /* It arrived. */
  codat_client_resume_async (client, RECORD, NULL, result_cb, &made);
  app_test_wait (test, 10, has_result, &made);
  g_assert_true (codat_client_resume_finish (client, made, NULL, NULL));
}

static gboolean
says_what_was_found (AppTest *test, gconstpointer data)
{
  return app_test_has_text (GTK_WIDGET (test->window),
                            "“Stopped Ltd” was created before Tributary stopped.");
}

/* A person who starts the program again hears what became of the change that was under way. */
static void
test_stopped_in_a_change (Fixture *fixture, gconstpointer data)
{
  remember_sandbox (fixture, "none");
  remember_change (fixture);
  trib_app_window_start (fixture->test.window, NULL);
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_COMPANIES_PAGE);
  app_test_wait (&fixture->test, 10, says_what_was_found, NULL);
}

static char *
dup_connection_id (Fixture *fixture, const char *company_id)
{
  g_autoptr (CodatAuthorizer) authorizer =
      codat_authorizer_new (sandbox_server_get_api_key (fixture->server), NULL);
  g_autoptr (CodatClient) client =
      codat_client_new (sandbox_server_get_base_url (fixture->server), authorizer, NULL);
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GListModel) connections = NULL;
  g_autoptr (CodatConnection) connection = NULL;

  codat_client_list_connections_async (client, company_id, NULL, result_cb, &listed);
  app_test_wait (&fixture->test, 10, has_result, &listed);
  connections = codat_client_list_connections_finish (client, listed, NULL);
  connection = g_list_model_get_item (connections, 0);
  g_assert_nonnull (connection);
  return g_strdup (codat_connection_get_id (connection));
}

static gboolean
has_account (AppTest *test, gconstpointer data)
{
  return trib_app_window_get_account (test->window) != NULL;
}

static gboolean
says_text (AppTest *test, gconstpointer text)
{
  return app_test_has_text (GTK_WIDGET (test->window), text);
}

/* A wish for a connection that no list has told of yet is kept until one does. */
static void
test_share_early (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  g_autofree char *company_id = NULL;
  g_autofree char *connection_id = NULL;

  remember_sandbox (fixture, "none");
  company_id = sandbox_server_dup_company_id (fixture->server, "Okonkwo Logistics");
  connection_id = dup_connection_id (fixture, company_id);
  trib_app_window_start (test->window, NULL);
  app_test_wait (test, 10, has_account, NULL);
  g_assert_cmpint (trib_model_companies_get_state (app_test_get_companies (test)), !=,
                   TRIB_MODEL_STATE_READY);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), "win.share-connection",
                                             "(ss)", company_id, connection_id));
  app_test_wait_for_page (test, TRIB_UI_TYPE_SHARE_PAGE);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.share-connection", "(ss)", company_id,
                              "7e0c1d52-6c1f-4d0e-9a53-00000000000f");
  app_test_wait (test, 10, says_text, "This connection is not there any more");
}

static void
test_nothing_remembered (Fixture *fixture, gconstpointer data)
{
  trib_app_window_start (fixture->test.window, NULL);
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_WELCOME_PAGE);
  g_assert_cmpuint (trib_app_pages_get_depth (trib_app_window_get_pages (fixture->test.window)), ==,
                    1);
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  trib_app_window_start (fixture->test.window, NULL);
  app_test_wait_for_companies (&fixture->test, TRIB_MODEL_STATE_READY);
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_COMPANIES_PAGE);
  g_assert_cmpuint (trib_model_companies_get_total (app_test_get_companies (&fixture->test)), ==,
                    sandbox_server_get_n_companies (trib_app_demo_get_server (fixture->test.demo)));
  g_assert_true (
      trib_model_account_get_is_demo (trib_app_window_get_account (fixture->test.window)));
}

static void
test_try_demo_and_back (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;

  trib_app_window_start (test->window, NULL);
  app_test_wait_for_page (test, TRIB_UI_TYPE_WELCOME_PAGE);
  app_test_click (app_test_find_button (app_test_get_page (test), "Demo"));
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANIES_PAGE);
  app_test_activate (test, "win.back");
  app_test_wait_for_page (test, TRIB_UI_TYPE_WELCOME_PAGE);
  g_assert_null (trib_app_window_get_account (test->window));

  /* The demo is over: an account is added to the program's own home, not to the demo's. */
  g_assert_true (trib_app_window_get_home (test->window) == test->home);
  app_test_click (app_test_find_for_action (app_test_get_page (test), "win.add-account"));
  gtk_window_destroy (app_test_wait_for_dialog (test));

  app_test_click (app_test_find_for_action (app_test_get_page (test), "win.try-demo"));
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
}

static gboolean
shows_company (AppTest *test, gconstpointer data)
{
  GtkWidget *page = app_test_get_page (test);

  return TRIB_UI_IS_COMPANY_PAGE (page) &&
         g_strcmp0 (trib_model_company_get_id (
                        trib_ui_company_page_get_company (TRIB_UI_COMPANY_PAGE (page))),
                    data) == 0;
}

static void
test_company (Fixture *fixture, gconstpointer data)
{
  SandboxServer *server = trib_app_demo_get_server (fixture->test.demo);
  g_autofree char *company_id = NULL;

  g_assert_true (trib_app_demo_start (fixture->test.demo, NULL));
  company_id = sandbox_server_dup_company_id (server, "Okonkwo Logistics");
  g_assert_nonnull (company_id);
  trib_app_window_start (fixture->test.window, &(TribAppRequest){ .company_id = company_id });
  app_test_wait (&fixture->test, 10, shows_company, company_id);
  app_test_activate (&fixture->test, "win.back");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_COMPANIES_PAGE);
}

typedef struct {
  const char *name;
  const char *view;
} View;

/* A sign-in was begun, and its end nobody saw. */
static void
note_sign_in (AppTest *test, const char *name)
{
  TribModelAccount *account = trib_app_window_get_account (test->window);
  g_autofree char *id = sandbox_server_dup_company_id (trib_app_demo_get_server (test->demo), name);
  TribModelCompany *company = trib_model_companies_find (app_test_get_companies (test), id);
  g_autoptr (TribModelConnection) connection =
      g_list_model_get_item (G_LIST_MODEL (trib_model_company_get_connections (company)), 0);
  g_autofree char *record = g_strdup_printf ("('%s', 'x', 1, 'open')", id);

  trib_model_notes_take_back_stop (trib_model_account_get_notes (account),
                                   trib_model_connection_get_id (connection), record);
}

/* Whose access has ended is opened where it is renewed, everybody else where they go on. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  static const View views[] = { { "Okonkwo Logistics", "connections" },
                                { "Kestrel Cycles", "connections" },
                                { "Lindqvist Interiors", "connect" },
                                { "Brightwater Dental Practice", "connections" },
                                { "Alderley Craft Brewing", "connect" } };

  trib_app_window_start (fixture->test.window, NULL);
  app_test_wait_for_companies (&fixture->test, TRIB_MODEL_STATE_READY);
  note_sign_in (&fixture->test, "Brightwater Dental Practice");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
    g_autofree char *company_id = sandbox_server_dup_company_id (
        trib_app_demo_get_server (fixture->test.demo), views[i].name);
    g_autofree char *view = NULL;

    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->test.window),
                                               "win.open-company", "s", company_id));
    app_test_wait (&fixture->test, 10, shows_company, company_id);
    g_object_get (app_test_get_page (&fixture->test), "view", &view, NULL);
    g_assert_cmpstr (view, ==, views[i].view);
    app_test_activate (&fixture->test, "win.back");
    app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_COMPANIES_PAGE);
  }
}

static gboolean
says_no_such_company (AppTest *test, gconstpointer data)
{
  return app_test_has_text (GTK_WIDGET (test->window), "no such company");
}

static void
test_unknown_company (Fixture *fixture, gconstpointer data)
{
  TribAppRequest request = { .company_id = (char *) "00000000-0000-4000-8000-000000000000" };

  trib_app_window_start (fixture->test.window, &request);
  app_test_wait (&fixture->test, 10, says_no_such_company, NULL);
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_COMPANIES_PAGE);
}

/* As a second start of the program does, before anything is there. */
static void
test_company_too_early (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), "win.open-company",
                                             "s", "00000000-0000-4000-8000-000000000000"));
  g_assert_null (trib_app_window_get_account (fixture->test.window));
}

static void
test_store_cannot_be_opened (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  const char *data_dir = trib_app_home_get_data_dir (test->home);

  /* A file where the folder should be. */
  g_assert_true (g_file_set_contents (data_dir, "in the way", -1, NULL));
  trib_app_window_start (test->window, NULL);
  app_test_wait_for_page (test, TRIB_APP_TYPE_START_PAGE);
  while (trib_app_start_page_get_problem (TRIB_APP_START_PAGE (app_test_get_page (test))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (app_test_find_button (app_test_get_page (test), "Try Again"));
  /* It says which folder, and the keyboard is on what can be done. */
  g_assert_true (app_test_has_text (app_test_get_page (test), data_dir));
  g_assert_nonnull (app_test_find_button (app_test_get_page (test), "Open Folder"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (test->window)) ==
                 app_test_find_button (app_test_get_page (test), "Try Again"));
  g_unlink (data_dir);
  app_test_click (app_test_find_button (app_test_get_page (test), "Try Again"));
  app_test_wait_for_page (test, TRIB_UI_TYPE_WELCOME_PAGE);
}

static gboolean
says_no_such_account (AppTest *test, gconstpointer data)
{
  return app_test_has_text (app_test_get_page (test), "There is no account named “Southwind <b>”");
}

static void
test_unknown_account (Fixture *fixture, gconstpointer data)
{
  TribAppRequest request = { .account_name = (char *) "Southwind <b>" };

  trib_app_window_start (fixture->test.window, &request);
  app_test_wait_for_page (&fixture->test, TRIB_APP_TYPE_START_PAGE);
  app_test_wait (&fixture->test, 10, says_no_such_account, NULL);
}

/* Nobody is at a dead end: the accounts that are there are one key away. */
static void
test_unknown_account_among_others (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  TribAppRequest request = { .account_name = (char *) "Southwind <b>" };
  GtkWidget *row;

  remember_sandbox (fixture, "none");
  g_test_expect_message ("tributary-app", G_LOG_LEVEL_MESSAGE, "No account was taken into use*");
  trib_app_window_start (test->window, &request);
  app_test_wait_for_page (test, TRIB_APP_TYPE_START_PAGE);
  app_test_wait (test, 10, says_no_such_account, NULL);
  g_test_assert_expected_messages ();
  row = gtk_root_get_focus (GTK_ROOT (test->window));
  g_assert_true (ADW_IS_ACTION_ROW (row));
  g_assert_true (app_test_has_text (row, "Northwind"));
  g_assert_true (app_test_has_text (row, "Test"));
  g_assert_nonnull (app_test_find_for_action (app_test_get_page (test), "win.add-account"));
  g_assert_true (gtk_widget_activate (row));
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
  g_assert_cmpstr (trib_model_account_get_name (trib_app_window_get_account (test->window)), ==,
                   "Northwind");
}

/* Two accounts at one sandbox; the second one is in use. */
static void
remember_two (Fixture *fixture)
{
  remember_sandbox (fixture, "none");
  remember_account_named (fixture, SOUTHWIND, "Southwind",
                          sandbox_server_get_base_url (fixture->server),
                          sandbox_server_get_api_key (fixture->server));
}

static gboolean
uses_account (AppTest *test, gconstpointer data)
{
  TribModelAccount *account = trib_app_window_get_account (test->window);

  return account != NULL && g_strcmp0 (trib_model_account_get_name (account), data) == 0;
}

/* What a second start of the program asks for is obeyed as the first one's is. */
static void
test_request_account_and_company (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  g_autofree char *company_id = NULL;
  TribAppRequest request = { .account_name = (char *) "Northwind" };

  remember_two (fixture);
  company_id = sandbox_server_dup_company_id (fixture->server, "Okonkwo Logistics");
  trib_app_window_start (test->window, NULL);
  app_test_wait (test, 10, uses_account, "Southwind");
  request.company_id = company_id;
  trib_app_window_handle_request (test->window, &request);
  app_test_wait (test, 10, uses_account, "Northwind");
  app_test_wait (test, 10, shows_company, company_id);

  /* Asked for once more, what is shown stays as it is. */
  {
    GtkWidget *page = app_test_get_page (test);

    trib_app_window_handle_request (test->window, &request);
    g_assert_true (app_test_get_page (test) == page);
    g_assert_cmpuint (trib_app_pages_get_depth (trib_app_window_get_pages (test->window)), ==, 2);
  }
}

static void
test_request_nothing (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  g_autoptr (TribAppRequest) request = trib_app_request_new ();
  GtkWidget *page;

  trib_app_window_start (test->window, NULL);
  app_test_wait_for_page (test, TRIB_UI_TYPE_WELCOME_PAGE);
  page = app_test_get_page (test);
  trib_app_window_handle_request (test->window, request);
  g_assert_true (app_test_get_page (test) == page);
}

static void
test_request_unknown_account (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  TribAppRequest request = { .account_name = (char *) "Southwind <b>" };

  remember_sandbox (fixture, "none");
  trib_app_window_start (test->window, NULL);
  app_test_wait (test, 10, uses_account, "Northwind");
  trib_app_window_handle_request (test->window, &request);
  app_test_wait_for_page (test, TRIB_APP_TYPE_START_PAGE);
  app_test_wait (test, 10, says_no_such_account, NULL);
}

static gboolean
shows_dialog (AppTest *test, gconstpointer data)
{
  return app_test_has_dialog (test);
}

/* An address offers a platform; nothing is begun before a person says so. */
static void
test_request_platform (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  SandboxServer *server = trib_app_demo_get_server (test->demo);
  g_autofree char *company_id = NULL;
  TribAppRequest request = { .platform_key = (char *) "gbol" };
  guint n_connections;

  g_assert_true (trib_app_demo_start (test->demo, NULL));
  company_id = sandbox_server_dup_company_id (server, "Okonkwo Logistics");
  n_connections = sandbox_server_get_n_connections (server, company_id);
  request.company_id = company_id;
  trib_app_window_start (test->window, &request);
  app_test_wait (test, 10, shows_company, company_id);
  app_test_wait (test, 10, shows_dialog, NULL);
  g_assert_cmpuint (sandbox_server_get_n_connections (server, company_id), ==, n_connections);

  /* A person who reads it is not disturbed by the next address. */
  request.platform_key = NULL;
  request.company_id = (char *) "00000000-0000-4000-8000-000000000000";
  trib_app_window_handle_request (test->window, &request);
  g_assert_true (app_test_has_dialog (test));
  g_assert_true (shows_company (test, company_id));
  gtk_window_destroy (app_test_wait_for_dialog (test));
}

static gboolean
searches_for (AppTest *test, gconstpointer data)
{
  GtkWidget *entry = app_test_find (app_test_get_page (test), GTK_TYPE_SEARCH_ENTRY);

  return entry != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), data) == 0;
}

static void
test_request_unknown_platform (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  g_autofree char *company_id = NULL;
  TribAppRequest request = { .platform_key = (char *) "zzzz" };

  g_assert_true (trib_app_demo_start (test->demo, NULL));
  company_id =
      sandbox_server_dup_company_id (trib_app_demo_get_server (test->demo), "Okonkwo Logistics");
  request.company_id = company_id;
  trib_app_window_start (test->window, &request);
  app_test_wait (test, 10, shows_company, company_id);
  app_test_wait (test, 10, searches_for, "zzzz");
  g_assert_false (app_test_has_dialog (test));
}

static gboolean
is_loading (AppTest *test, gconstpointer data)
{
  return trib_model_companies_get_state ((TribModelCompanies *) data) != TRIB_MODEL_STATE_LOADING;
}

/* The account that was left answers late: what is wanted of the one in use stays wanted. */
static void
test_late_answer_of_another_account (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  g_autoptr (TribModelAccount) left = NULL;
  g_autoptr (TribModelAccount) account = NULL;
  g_autofree char *company_id = NULL;
  TribModelCompanies *companies;

  remember_sandbox (fixture, "none");
  trib_app_window_start (test->window, NULL);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
  left = g_object_ref (trib_app_window_get_account (test->window));
  companies = trib_model_account_get_companies (left);
  company_id = sandbox_server_dup_company_id (fixture->server, "Okonkwo Logistics");

  account = trib_model_account_new (trib_model_account_get_record (left),
                                    trib_model_account_get_client (left), NULL,
                                    trib_model_account_get_clock (left), FALSE);
  sandbox_server_set_fault (fixture->server, "companies-500");
  trib_app_window_use_account (test->window, account, FALSE);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_FAILED);
  trib_app_window_want_company (test->window, company_id, NULL, FALSE);
  sandbox_server_set_fault (fixture->server, "none");
  trib_model_companies_load (companies);
  app_test_wait (test, 10, is_loading, companies);
  g_assert_cmpint (trib_model_companies_get_state (companies), ==, TRIB_MODEL_STATE_READY);
  g_assert_true (TRIB_UI_IS_COMPANIES_PAGE (app_test_get_page (test)));
  g_assert_false (app_test_has_text (GTK_WIDGET (test->window), "no such company"));

  trib_model_companies_load (trib_model_account_get_companies (account));
  app_test_wait (test, 10, shows_company, company_id);
}

static void
test_no_network (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *base_url = g_strdup_printf ("http://127.0.0.1:%u", port);

  /* Nobody listens there any more. */
  g_socket_listener_close (listener);
  remember_account (fixture, base_url, "a-key");
  assert_problem (fixture, TRIB_PROBLEM_NO_NETWORK);
}

static void
test_server_fails (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;

  remember_sandbox (fixture, "companies-500");
  assert_problem (fixture, TRIB_PROBLEM_SERVER);
  sandbox_server_set_fault (fixture->server, "none");
  app_test_click (app_test_find_button (app_test_get_page (test), "Try Again"));
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
}

static void
test_wrong_address (Fixture *fixture, gconstpointer data)
{
  /* A web site that is not the API. */
  remember_sandbox (fixture, "html");
  assert_problem (fixture, TRIB_PROBLEM_BAD_ANSWER);
}

static void
test_wrong_key (Fixture *fixture, gconstpointer data)
{
  remember_sandbox (fixture, "401-everywhere");
  assert_problem (fixture, TRIB_PROBLEM_NOT_AUTHORIZED);
}

static void
test_closed_while_opening (Fixture *fixture, gconstpointer data)
{
  /* tear_down asserts that nothing keeps the window. */
  trib_app_window_start (fixture->test.window, NULL);
}

static gboolean
says (AppTest *test, gconstpointer data)
{
  return app_test_has_text (GTK_WIDGET (test->window), data);
}

/* Nobody finds their accounts gone without a word. */
static void
test_damaged_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tributary-damaged-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "data", "tributary.db", NULL);
  g_autofree char *parent = g_path_get_dirname (file);
  AppTest test = { .folder = g_steal_pointer (&folder) };

  g_assert_cmpint (g_mkdir (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "No database at all.\n", -1, NULL));
  app_test_set_up (&test, FALSE, "/nowhere");
  trib_app_window_start (test.window, NULL);
  app_test_wait_for_page (&test, TRIB_UI_TYPE_WELCOME_PAGE);
  g_assert_true (trib_app_home_get_begun_anew (test.home));
  app_test_wait (&test, 10, says, "It was set aside");
  app_test_tear_down (&test);
}

static gboolean
has_no_toast (AppTest *test, gconstpointer data)
{
  return test->window->toast == NULL;
}

/* Whoever calls the program from outside, over and over, does not fill the queue of messages. */
static void
test_say_again (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;
  AdwToast *first;

  trib_app_window_start (test->window, NULL);
  app_test_wait_for_page (test, TRIB_UI_TYPE_WELCOME_PAGE);
  trib_app_window_say (test->window, "This & that");
  first = test->window->toast;
  g_assert_nonnull (first);
  trib_app_window_say (test->window, "This & that");
  g_assert_true (test->window->toast == first);
  trib_app_window_say (test->window, "Another");
  g_assert_true (test->window->toast != first);
  adw_toast_dismiss (test->window->toast);
  app_test_wait (test, 10, has_no_toast, NULL);
  trib_app_window_say (test->window, "Another");
  g_assert_nonnull (test->window->toast);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/app/start/nothing-remembered", Fixture, NULL, set_up, test_nothing_remembered,
              tear_down);
  g_test_add ("/app/start/demo", Fixture, NULL, set_up_demo, test_demo, tear_down);
  g_test_add ("/app/start/try-demo", Fixture, NULL, set_up, test_try_demo_and_back, tear_down);
  g_test_add ("/app/start/company", Fixture, NULL, set_up_demo, test_company, tear_down);
  g_test_add ("/app/start/view", Fixture, NULL, set_up_demo, test_view, tear_down);
  g_test_add ("/app/start/unknown-company", Fixture, NULL, set_up_demo, test_unknown_company,
              tear_down);
  g_test_add ("/app/start/stopped-in-a-change", Fixture, NULL, set_up, test_stopped_in_a_change,
              tear_down);
  g_test_add ("/app/start/share-early", Fixture, NULL, set_up, test_share_early, tear_down);
  g_test_add ("/app/start/company-too-early", Fixture, NULL, set_up, test_company_too_early,
              tear_down);
  g_test_add ("/app/start/store", Fixture, NULL, set_up, test_store_cannot_be_opened, tear_down);
  g_test_add ("/app/start/unknown-account", Fixture, NULL, set_up, test_unknown_account, tear_down);
  g_test_add ("/app/start/unknown-account-among-others", Fixture, NULL, set_up,
              test_unknown_account_among_others, tear_down);
  g_test_add ("/app/start/request/account", Fixture, NULL, set_up, test_request_account_and_company,
              tear_down);
  g_test_add ("/app/start/request/nothing", Fixture, NULL, set_up, test_request_nothing, tear_down);
  g_test_add ("/app/start/request/unknown-account", Fixture, NULL, set_up,
              test_request_unknown_account, tear_down);
  g_test_add ("/app/start/request/platform", Fixture, NULL, set_up_demo, test_request_platform,
              tear_down);
  g_test_add ("/app/start/request/unknown-platform", Fixture, NULL, set_up_demo,
              test_request_unknown_platform, tear_down);
  g_test_add ("/app/start/say-again", Fixture, NULL, set_up, test_say_again, tear_down);
  g_test_add ("/app/start/late-answer", Fixture, NULL, set_up, test_late_answer_of_another_account,
              tear_down);
  g_test_add ("/app/start/no-network", Fixture, NULL, set_up, test_no_network, tear_down);
  g_test_add ("/app/start/server-fails", Fixture, NULL, set_up, test_server_fails, tear_down);
  g_test_add ("/app/start/wrong-address", Fixture, NULL, set_up, test_wrong_address, tear_down);
  g_test_add ("/app/start/wrong-key", Fixture, NULL, set_up, test_wrong_key, tear_down);
  g_test_add ("/app/start/closed", Fixture, NULL, set_up, test_closed_while_opening, tear_down);
  g_test_add ("/app/start/closed-demo", Fixture, NULL, set_up_demo, test_closed_while_opening,
              tear_down);
  g_test_add_func ("/app/start/damaged-file", test_damaged_file);
  return g_test_run ();
}
