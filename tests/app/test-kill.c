/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"
#include "test-fault-port.h"

#include "trib-ui.h"

#include <signal.h>
#include <unistd.h>

/* The program is killed at each state of a sign-in, as by a power cut, and started again. What it
 * shows then is what the server says, and the sign-in goes on with the connection that is there.
 * One process lives and dies in the folder that the next one, the test itself, opens. */

#define COMPANY "Hollis & Okafor Architects"
#define PLATFORM "gbol"

/* Where a life ends, when it is no state of the session. */
#define AT_SHEET (-1)
#define AT_STUCK (-2) /* the answer to the request of the row never ends */

typedef struct {
  const char *name;
  const char *scenario;
  int death; /* a TribLinkState, or one of the above */
  const char *method;
  const char *status; /* (nullable): what the server says of the one connection that there is */
  TribModelStatus shown;
  const char *word;
  gboolean outside;
} Row;

#define WAITING "PendingAuth", TRIB_MODEL_STATUS_WAITING, "Waiting for Xero"
#define FAILED "PendingAuth", TRIB_MODEL_STATUS_FAILED, "Sign-in failed"
#define CONNECTED "Linked", TRIB_MODEL_STATUS_CONNECTED, "Connected"

static const Row rows[] = {
  { "sheet", "ask", AT_SHEET, NULL, NULL },
  { "idle-to-preparing", "ask", TRIB_LINK_STATE_PREPARING, NULL, NULL },
  { "preparing-before-create", "ask", AT_STUCK, "GET", NULL },
  { "preparing-after-create", "ask", AT_STUCK, "POST", "PendingAuth", TRIB_MODEL_STATUS_WAITING,
    "begun and is not finished" },
  { "open", "ask", TRIB_LINK_STATE_OPEN, NULL, WAITING },
  { "outside", "ask", TRIB_LINK_STATE_OUTSIDE, NULL, WAITING, TRUE },
  { "confirming-linked", "allow", TRIB_LINK_STATE_CONFIRMING, NULL, CONNECTED },
  { "confirming-a-lie", "lies", TRIB_LINK_STATE_CONFIRMING, NULL, WAITING },
  { "confirming-a-failure", "error", TRIB_LINK_STATE_CONFIRMING, NULL, FAILED },
  { "ended-linked", "allow", TRIB_LINK_STATE_ENDED, NULL, CONNECTED },
  { "ended-cancelled", "cancel", TRIB_LINK_STATE_ENDED, NULL, WAITING },
};

static void
die (void)
{
  kill (getpid (), SIGKILL);
}

static void
state_cb (TribLinkSession *session, GParamSpec *pspec, const Row *row)
{
  if ((int) trib_link_session_get_state (session) == row->death)
    die ();
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelAccount) account =
      trib_model_accounts_add_finish (TRIB_MODEL_ACCOUNTS (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (AppTest *test, gconstpointer data)
{
  return *(const gboolean *) data;
}

static gboolean
has_accounts (AppTest *test, gconstpointer data)
{
  return trib_app_home_get_accounts (test->home) != NULL;
}

static gboolean
offers_platform (AppTest *test, gconstpointer data)
{
  TribModelAccount *account = trib_app_window_get_account (test->window);

  return trib_model_platforms_find (trib_model_account_get_platforms (account), PLATFORM, NULL) !=
         NULL;
}

static gboolean
shows_tile (AppTest *test, gconstpointer data)
{
  return app_test_find_tile (app_test_get_page (test), PLATFORM) != NULL;
}

static TribModelCompany *
open_company (AppTest *test, const char *company_id)
{
  TribAppRequest request = { .account_name = (char *) "Northwind",
                             .company_id = (char *) company_id };

  trib_app_window_start (test->window, &request);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
  app_test_wait_for_page (test, TRIB_UI_TYPE_COMPANY_PAGE);
  return trib_ui_company_page_get_company (TRIB_UI_COMPANY_PAGE (app_test_get_page (test)));
}

static void
set_up (AppTest *test)
{
  test->keyring = trib_store_secret_keyring_new ();
  app_test_set_up (test, FALSE, FAKE_WEB_MODULE);
}

static void
add_account (AppTest *test, const char *base_url, const char *key)
{
  gboolean added = FALSE;

  trib_app_window_start (test->window, NULL);
  app_test_wait (test, 10, has_accounts, NULL);
  trib_model_accounts_add_async (trib_app_home_get_accounts (test->home), "Northwind", base_url,
                                 key, NULL, TRIB_STORE_ENVIRONMENT_TEST, NULL, added_cb, &added);
  app_test_wait (test, 10, is_true, &added);
}

static TribLinkSession *
begin (AppTest *test, const char *company_id, gboolean outside)
{
  const char *action = outside ? "win.use-browser-sign-in" : "win.sign-in";
  GtkWidget *page;

  app_test_wait (test, 10, offers_platform, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), action, "(sss)", company_id,
                                             PLATFORM, ""));
  page = app_test_get_page (test);
  g_assert_true (TRIB_UI_IS_SIGN_IN_PAGE (page));
  return trib_model_sign_in_get_session (
      trib_ui_sign_in_page_get_sign_in (TRIB_UI_SIGN_IN_PAGE (page)));
}

static gboolean
never (AppTest *test, gconstpointer data)
{
  return FALSE;
}

/* The life that ends in the middle: everything comes from the command line. */
static int
live (char **arguments)
{
  const Row *row = &rows[g_ascii_strtoull (arguments[0], NULL, 10)];
  const char *company_id = arguments[2];
  AppTest test = { 0 };
  TribLinkSession *session;

  test.folder = g_strdup (arguments[1]);
  set_up (&test);
  open_company (&test, company_id);
  if (row->death == AT_SHEET) {
    app_test_wait (&test, 10, shows_tile, NULL);
    app_test_click (app_test_find_tile (app_test_get_page (&test), PLATFORM));
    app_test_wait_for_dialog (&test);
    die ();
  }
  session = begin (&test, company_id, row->outside);
  g_signal_connect (session, "notify::state", G_CALLBACK (state_cb), (gpointer) row);
  state_cb (session, NULL, row);
  app_test_wait (&test, 30, never, NULL);
  return 1;
}

typedef struct {
  SandboxServer *server;
  TestFaultPort *port;
  char *company_id;
  char *path;
  char *connection_id; /* (nullable) */
} World;

static void
world_start (World *self, const Row *row)
{
  g_autoptr (GError) error = NULL;

  self->server = sandbox_server_new ();
  g_assert_true (sandbox_server_start (self->server, &error));
  g_assert_no_error (error);
  g_assert_true (sandbox_server_set_scenario (self->server, row->scenario));
  self->port = test_fault_port_new (sandbox_server_get_base_url (self->server));
  self->company_id = sandbox_server_dup_company_id (self->server, COMPANY);
  self->path = g_strdup_printf ("/companies/%s/connections", self->company_id);
}

static void
world_stop (World *self)
{
  test_fault_port_stop (self->port);
  g_clear_object (&self->port);
  sandbox_server_stop (self->server);
  g_clear_object (&self->server);
  g_clear_pointer (&self->company_id, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->connection_id, g_free);
}

static gboolean
is_stuck (AppTest *test, gconstpointer data)
{
  return test_fault_port_is_stuck (((const World *) data)->port);
}

static void
gone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* One life, from the start of the program to the moment of the row. */
static void
live_and_die (World *world, AppTest *test, guint i)
{
  const Row *row = &rows[i];
  g_autofree char *number = g_strdup_printf ("%u", i);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *const arguments[] = {
    program, "--live", number, test->folder, world->company_id, NULL
  };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean gone = FALSE;

  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_async (process, NULL, gone_cb, &gone);
  if (row->death == AT_STUCK) {
    app_test_wait (test, 30, is_stuck, world);
    g_subprocess_force_exit (process);
  }
  app_test_wait (test, 60, is_true, &gone);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGKILL);
  test_fault_port_set (world->port, NULL, NULL, NULL, 0);
}

static TribModelConnection *
find_only_connection (TribModelCompany *company)
{
  GListModel *connections = G_LIST_MODEL (trib_model_company_get_connections (company));

  g_assert_cmpuint (g_list_model_get_n_items (connections), <=, 1);
  return g_list_model_get_item (connections, 0);
}

static gboolean
connections_are_known (AppTest *test, gconstpointer data)
{
  TribModelState state = trib_model_connections_get_state ((TribModelConnections *) data);

  return state == TRIB_MODEL_STATE_READY || state == TRIB_MODEL_STATE_EMPTY;
}

static gboolean
shows_text (AppTest *test, gconstpointer data)
{
  return app_test_has_text (app_test_get_page (test), data);
}

/* What is shown is what the server says, whatever the life before believed. */
static void
assert_truth (World *world, AppTest *test, TribModelCompany *company, const Row *row)
{
  g_autoptr (TribModelConnection) connection = NULL;
  g_autofree char *status = NULL;

  app_test_wait (test, 10, connections_are_known, trib_model_company_get_connections (company));
  trib_ui_company_page_show_connections (TRIB_UI_COMPANY_PAGE (app_test_get_page (test)));
  g_assert_cmpuint (sandbox_server_get_n_connections (world->server, world->company_id), ==,
                    row->status != NULL ? 1 : 0);
  connection = find_only_connection (company);
  if (row->status == NULL) {
    g_assert_null (connection);
    return;
  }
  world->connection_id = g_strdup (trib_model_connection_get_id (connection));
  status =
      sandbox_server_dup_connection_status (world->server, world->company_id, world->connection_id);
  g_assert_cmpstr (status, ==, row->status);
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, row->shown);
  app_test_wait (test, 10, shows_text, row->word);
}

/* The same connection, whoever made it. */
static void
assert_goes_on (World *world, AppTest *test)
{
  TribLinkSession *session;
  GtkWidget *page;

  g_assert_true (sandbox_server_set_scenario (world->server, "allow"));
  session = begin (test, world->company_id, FALSE);
  app_test_wait_for_page (test, TRIB_UI_TYPE_RESULT_PAGE);
  page = app_test_get_page (test);
  session =
      trib_model_sign_in_get_session (trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (page)));
  g_assert_cmpint (trib_link_session_get_outcome (session), ==, TRIB_LINK_OUTCOME_CONNECTED);
  if (world->connection_id != NULL)
    g_assert_cmpstr (trib_link_session_get_connection_id (session), ==, world->connection_id);
  g_assert_cmpuint (sandbox_server_get_n_connections (world->server, world->company_id), ==, 1);
}

static void
test_kill (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const Row *row = &rows[i];
  AppTest before = { 0 };
  AppTest after = { 0 };
  TribModelCompany *company;
  World world = { 0 };

  world_start (&world, row);
  set_up (&before);
  add_account (&before, test_fault_port_get_base_url (world.port, NULL),
               sandbox_server_get_api_key (world.server));
  after.folder = app_test_tear_down_but_folder (&before);
  if (row->death == AT_STUCK)
    test_fault_port_set (world.port, test_fault_find ("body-stall"), row->method, world.path, 0);
  live_and_die (&world, &after, i);

  set_up (&after);
  company = open_company (&after, world.company_id);
  assert_truth (&world, &after, company, row);
  if (row->status == NULL || !g_str_equal (row->status, "Linked"))
    assert_goes_on (&world, &after);
  app_test_tear_down (&after);
  world_stop (&world);
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "--live")) {
    adw_init ();
    trib_ui_init ();
    return live (argv + 2);
  }
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/app/kill/%s", rows[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_kill);
  }
  return g_test_run ();
}
