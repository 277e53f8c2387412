/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ambiguity-proxy.h"
#include "codat-fixture.h"
#include "test-clock.h"

#include "sandbox-server.h"

#include <glib/gstdio.h>
#include <string.h>

/* Six changes, six ends that leave in doubt whether the change was made, each met by a program that
 * lives on and by one that is killed and started again: what the server holds afterwards is what
 * one request would have made. The program that dies is a real one, this file started with --child.
 */

#define NAME "Ambiguous Ltd"

typedef struct {
  SandboxServer *server;
  CodatClient *direct;
  CodatClient *client;
  AmbiguityProxy *proxy;
  TestClock *clock;
  char *journal;
  char *company_id;
  char *connection_id;
  guint ticker;
  guint n_companies;
  guint n_connections;
  guint n_keys;
  gboolean was_holding;
} Case;

typedef struct {
  GAsyncResult *result;
  gboolean done;
} Call;

static void
call_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;

  g_set_object (&call->result, result);
  call->done = TRUE;
}

static GAsyncResult *
wait_call (Call *call)
{
  wait_for (&call->done);
  call->done = FALSE;
  return call->result;
}

static CodatClient *
new_client (const char *base_url, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatAuthorizer) authorizer = codat_authorizer_new (key, &error);
  CodatClient *client;

  g_assert_no_error (error);
  client = codat_client_new (base_url, authorizer, &error);
  g_assert_no_error (error);
  return client;
}

static gpointer
finish_create_company (CodatClient *c, GAsyncResult *r, GError **e)
{
  return codat_client_create_company_finish (c, r, e);
}

static gpointer
finish_create_connection (CodatClient *c, GAsyncResult *r, GError **e)
{
  return codat_client_create_connection_finish (c, r, e);
}

static gpointer
finish_unlink (CodatClient *c, GAsyncResult *r, GError **e)
{
  return codat_client_unlink_connection_finish (c, r, e);
}

static gpointer
finish_delete_connection (CodatClient *c, GAsyncResult *r, GError **e)
{
  return GINT_TO_POINTER (codat_client_delete_connection_finish (c, r, e));
}

static gpointer
finish_delete_company (CodatClient *c, GAsyncResult *r, GError **e)
{
  return GINT_TO_POINTER (codat_client_delete_company_finish (c, r, e));
}

static gpointer
finish_create_key (CodatClient *c, GAsyncResult *r, GError **e)
{
  return codat_client_create_api_key_finish (c, r, e);
}

typedef enum {
  CREATE_COMPANY,
  CREATE_CONNECTION,
  UNLINK,
  DELETE_CONNECTION,
  DELETE_COMPANY,
  CREATE_KEY,
  N_CHANGES,
} ChangeKind;

static const struct {
  const char *name;
  gpointer (*finish) (CodatClient *client, GAsyncResult *result, GError **error);
} changes[] = {
  { "create-company", finish_create_company },
  { "create-connection", finish_create_connection },
  { "unlink", finish_unlink },
  { "delete-connection", finish_delete_connection },
  { "delete-company", finish_delete_company },
  { "create-key", finish_create_key },
};

static void
start_change (CodatClient *client,
              ChangeKind kind,
              const char *company_id,
              const char *connection_id,
              Call *call)
{
  switch (kind) {
  case CREATE_COMPANY:
    codat_client_create_company_async (client, NAME, NULL, NULL, NULL, call_cb, call);
    break;
  case CREATE_CONNECTION:
    codat_client_create_connection_async (client, company_id, "gbol", NULL, call_cb, call);
    break;
  case UNLINK:
    codat_client_unlink_connection_async (client, company_id, connection_id, NULL, call_cb, call);
    break;
  case DELETE_CONNECTION:
    codat_client_delete_connection_async (client, company_id, connection_id, NULL, call_cb, call);
    break;
  case DELETE_COMPANY:
    codat_client_delete_company_async (client, company_id, NULL, call_cb, call);
    break;
  case CREATE_KEY:
    codat_client_create_api_key_async (client, NAME, NULL, call_cb, call);
    break;
  case N_CHANGES:
  default:
    g_assert_not_reached ();
  }
}

static void
journal_cb (const char *id, const char *record, GTask *done, gpointer data)
{
  g_autoptr (GTask) task = done;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (id);
  if (record == NULL) {
    g_remove (data);
    return;
  }
  g_file_set_contents (data, record, -1, &error);
  g_assert_no_error (error);
  g_task_return_boolean (task, TRUE);
}

static guint
count_keys (Case *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) keys = NULL;
  Call call = { 0 };

  codat_client_list_api_keys_async (self->direct, NULL, call_cb, &call);
  keys = codat_client_list_api_keys_finish (self->direct, wait_call (&call), &error);
  g_assert_no_error (error);
  g_clear_object (&call.result);
  return g_list_model_get_n_items (keys);
}

/* A company with a connection that is linked, from what the sandbox begins with. */
static void
choose (Case *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatPage) page = NULL;
  Call call = { 0 };

  codat_client_list_companies_async (self->direct, NULL, NULL, 1, 100, NULL, call_cb, &call);
  page = codat_client_list_companies_finish (self->direct, wait_call (&call), &error);
  g_assert_no_error (error);
  g_clear_object (&call.result);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (page)); i++) {
    g_autoptr (CodatCompany) company = g_list_model_get_item (G_LIST_MODEL (page), i);

    for (guint j = 0; j < codat_company_get_n_connections (company); j++) {
      CodatConnection *connection = codat_company_get_connection (company, j);

      if (self->company_id != NULL ||
          codat_connection_get_status (connection) != CODAT_CONNECTION_STATUS_LINKED)
        continue;
      self->company_id = g_strdup (codat_company_get_id (company));
      self->connection_id = g_strdup (codat_connection_get_id (connection));
    }
  }
  g_assert_nonnull (self->company_id);
}

static gboolean
tick_cb (gpointer data)
{
  Case *self = data;

  /* A request that hangs is given up at once, everything else has time enough. */
  if (ambiguity_proxy_is_holding (self->proxy) && !self->was_holding) {
    self->was_holding = TRUE;
    test_clock_advance (self->clock, 30000);
  }
  test_clock_advance (self->clock, 10);
  return G_SOURCE_CONTINUE;
}

static CodatClient *
new_case_client (Case *self)
{
  CodatClient *client = new_client (ambiguity_proxy_get_base_url (self->proxy),
                                    sandbox_server_get_api_key (self->server));

  codat_client_set_deadlines (client, TRIB_CLOCK (self->clock), 30000, 60000);
  codat_client_set_journal (client, journal_cb, self->journal, NULL);
  return client;
}

static void
set_up (Case *self, AmbiguityEnd end)
{
  g_autoptr (GError) error = NULL;

  *self = (Case){ .server = sandbox_server_new (), .clock = test_clock_new () };
  sandbox_server_start (self->server, &error);
  g_assert_no_error (error);
  self->direct = new_client (sandbox_server_get_base_url (self->server),
                             sandbox_server_get_api_key (self->server));
  choose (self);
  self->n_companies = sandbox_server_get_n_companies (self->server);
  self->n_connections = sandbox_server_get_n_connections (self->server, self->company_id);
  self->n_keys = count_keys (self);
  self->proxy = ambiguity_proxy_new (sandbox_server_get_base_url (self->server), end);
  self->journal = g_strdup_printf ("%s/ambiguity-XXXXXX", g_get_tmp_dir ());
  g_close (g_mkstemp (self->journal), NULL);
  g_remove (self->journal);
  self->client = new_case_client (self);
  self->ticker = g_timeout_add (1, tick_cb, self);
}

static void
tear_down (Case *self)
{
  g_source_remove (self->ticker);
  g_assert_finalize_object (self->client);
  ambiguity_proxy_free (self->proxy);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->direct);
  g_assert_finalize_object (self->clock);
  sandbox_server_stop (self->server);
  g_assert_finalize_object (self->server);
  g_remove (self->journal);
  g_free (self->journal);
  g_free (self->company_id);
  g_free (self->connection_id);
}

/* What the server holds is what one single change makes. */
static void
judge (Case *self, ChangeKind kind)
{
  guint n_companies = sandbox_server_get_n_companies (self->server);
  guint n_connections = sandbox_server_get_n_connections (self->server, self->company_id);
  g_autofree char *status =
      sandbox_server_dup_connection_status (self->server, self->company_id, self->connection_id);

  g_assert_cmpint ((int) (n_companies - self->n_companies), ==,
                   (kind == CREATE_COMPANY) - (kind == DELETE_COMPANY));
  if (kind == DELETE_COMPANY)
    return;
  g_assert_cmpint ((int) (n_connections - self->n_connections), ==,
                   (kind == CREATE_CONNECTION) - (kind == DELETE_CONNECTION));
  g_assert_cmpstr (status, ==,
                   kind == DELETE_CONNECTION ? NULL
                   : kind == UNLINK          ? "Unlinked"
                                             : "Linked");
  g_assert_cmpuint (count_keys (self) - self->n_keys, ==, kind == CREATE_KEY);
}

static void
check_company (Case *self, gpointer company)
{
  g_autofree char *id = sandbox_server_dup_company_id (self->server, NAME);

  g_assert_true (CODAT_IS_COMPANY (company));
  g_assert_cmpstr (id, ==, codat_company_get_id (company));
}

/* Either the truth was found, or it was said that the value of a key is lost. */
static void
check_result (Case *self, ChangeKind kind, gpointer value, const GError *error)
{
  if (kind == CREATE_KEY && error != NULL) {
    g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
    g_assert_nonnull (strstr (error->message, "value was lost"));
  } else {
    g_assert_no_error (error);
    g_assert_nonnull (value);
  }
  if (kind == CREATE_COMPANY)
    check_company (self, value);
  else if (kind == CREATE_KEY && value != NULL)
    g_assert_nonnull (codat_api_key_get_secret (value));
  g_assert_false (g_file_test (self->journal, G_FILE_TEST_EXISTS));
}

static void
run_child (Case *self, ChangeKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("%d", kind);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);
  g_autoptr (GSubprocess) child = NULL;
  Call call = { 0 };

  g_assert_no_error (error);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "--child", number,
                            ambiguity_proxy_get_base_url (self->proxy),
                            sandbox_server_get_api_key (self->server), self->journal,
                            self->company_id, self->connection_id, NULL);
  g_assert_no_error (error);
  ambiguity_proxy_set_victim (self->proxy, child);
  g_subprocess_wait_async (child, NULL, call_cb, &call);
  wait_call (&call);
  g_clear_object (&call.result);
  ambiguity_proxy_set_victim (self->proxy, NULL);
  /* What is held is the dead one's: no time has to pass for those who come after it. */
  self->was_holding = TRUE;
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, 9);
}

static void
resume (Case *self, ChangeKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) thing = NULL;
  g_autofree char *record = NULL;
  Call call = { 0 };
  gboolean made;

  g_file_get_contents (self->journal, &record, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (record, sandbox_server_get_api_key (self->server)));
  codat_client_resume_async (self->client, record, NULL, call_cb, &call);
  made = codat_client_resume_finish (self->client, wait_call (&call), &thing, &error);
  g_assert_true (made == (error == NULL));
  check_result (self, kind, thing != NULL ? (gpointer) thing : GINT_TO_POINTER (made), error);
  g_clear_object (&call.result);
}

static void
live_on (Case *self, ChangeKind kind)
{
  g_autoptr (GError) error = NULL;
  Call call = { 0 };
  gpointer value;

  start_change (self->client, kind, self->company_id, self->connection_id, &call);
  value = changes[kind].finish (self->client, wait_call (&call), &error);
  check_result (self, kind, value, error);
  if (value != NULL && value != GINT_TO_POINTER (TRUE))
    g_object_unref (value);
  g_clear_object (&call.result);
}

static void
test_case (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  ChangeKind kind = number % N_CHANGES;
  AmbiguityEnd end = number / N_CHANGES % AMBIGUITY_N_ENDS;
  gboolean restarted = number / (N_CHANGES * AMBIGUITY_N_ENDS);
  Case self;

  set_up (&self, end);
  ambiguity_proxy_set_kills (self.proxy, restarted);
  if (restarted || end == AMBIGUITY_KILLED) {
    run_child (&self, kind);
    resume (&self, kind);
  } else {
    live_on (&self, kind);
  }
  g_assert_true (ambiguity_proxy_is_over (self.proxy));
  g_assert_cmpuint (ambiguity_proxy_get_n_changes (self.proxy), <=, CODAT_MAX_TRIES);
  g_assert_false (ambiguity_proxy_saw_spent_key (self.proxy));
  judge (&self, kind);
  /* The first request may well arrive when everything seems to be over. */
  ambiguity_proxy_deliver_late (self.proxy);
  judge (&self, kind);
  tear_down (&self);
}

/* Two companies of one name are made on purpose: the second is not taken for the first. */
static void
test_same_name (void)
{
  Case self;

  set_up (&self, AMBIGUITY_CUT_BEFORE);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CodatCompany) company = NULL;
    Call call = { 0 };

    start_change (i == 0 ? self.direct : self.client, CREATE_COMPANY, NULL, NULL, &call);
    company = codat_client_create_company_finish (i == 0 ? self.direct : self.client,
                                                  wait_call (&call), &error);
    g_assert_no_error (error);
    g_clear_object (&call.result);
  }
  g_assert_cmpuint (sandbox_server_get_n_companies (self.server), ==, self.n_companies + 2);
  tear_down (&self);
}

/* Who may ask once only still gets the truth. */
static void
test_one_try (void)
{
  static const AmbiguityEnd ends[] = { AMBIGUITY_CUT_BEFORE, AMBIGUITY_CUT_AFTER };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CodatCompany) company = NULL;
    Call call = { 0 };
    Case self;

    set_up (&self, ends[i]);
    codat_client_set_max_tries (self.client, 1);
    start_change (self.client, CREATE_COMPANY, NULL, NULL, &call);
    company = codat_client_create_company_finish (self.client, wait_call (&call), &error);
    g_assert_true ((company != NULL) == (ends[i] == AMBIGUITY_CUT_AFTER));
    g_assert_cmpuint (ambiguity_proxy_get_n_changes (self.proxy), ==, 1);
    g_assert_cmpuint (sandbox_server_get_n_companies (self.server) - self.n_companies, ==,
                      ends[i] == AMBIGUITY_CUT_AFTER);
    /* Nobody knows for certain before the next look, so the record stays. */
    g_assert_true (g_file_test (self.journal, G_FILE_TEST_EXISTS) == (company == NULL));
    g_clear_object (&call.result);
    tear_down (&self);
  }
}

static void
test_bad_records (void)
{
  static const char *const records[] = {
    "",
    "{}",
    "[]",
    "null",
    "{\"operation\":\"get-company\"}",
    "{\"operation\":\"delete-company\"}",
    "{\"operation\":\"delete-company\",\"id\":\"" COMPANY_ID "\",\"key\":\"" COMPANY_ID
    "\",\"ids\":[\"../apiKeys\"]}",
    "{\"operation\":\"delete-company\",\"id\":\"x\",\"key\":\"" COMPANY_ID
    "\",\"ids\":[\"" COMPANY_ID "\"]}",
  };
  g_autoptr (CodatClient) client = new_client ("http://127.0.0.1:1", API_KEY);

  for (guint i = 0; i < G_N_ELEMENTS (records); i++) {
    g_autoptr (GError) error = NULL;
    Call call = { 0 };

    codat_client_resume_async (client, records[i], NULL, call_cb, &call);
    g_assert_false (codat_client_resume_finish (client, wait_call (&call), NULL, &error));
    g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
    g_clear_object (&call.result);
  }
}

static int
be_child (char *argv[])
{
  g_autoptr (CodatClient) client = new_client (argv[3], argv[4]);
  Call call = { 0 };

  codat_client_set_journal (client, journal_cb, argv[5], NULL);
  start_change (client, (ChangeKind) g_ascii_strtoull (argv[2], NULL, 10), argv[6], argv[7], &call);
  wait_call (&call);
  return 0;
}

int
main (int argc, char *argv[])
{
  if (argc == 8 && g_str_equal (argv[1], "--child"))
    return be_child (argv);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 2 * AMBIGUITY_N_ENDS * N_CHANGES; i++) {
    g_autofree char *path =
        g_strdup_printf ("/codat/ambiguity/%s/%s/%s", changes[i % N_CHANGES].name,
                         ambiguity_end_get_name (i / N_CHANGES % AMBIGUITY_N_ENDS),
                         i < AMBIGUITY_N_ENDS * N_CHANGES ? "first-try" : "after-restart");

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/codat/ambiguity/same-name", test_same_name);
  g_test_add_func ("/codat/ambiguity/one-try", test_one_try);
  g_test_add_func ("/codat/ambiguity/bad-records", test_bad_records);
  return g_test_run ();
}
