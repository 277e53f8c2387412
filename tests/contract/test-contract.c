/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-server.h"

#include "codat.h"

#include <gio/gio.h>
#include <string.h>

/* Between client and sandbox stands a validating proxy that reads Codat's OpenAPI document. It
 * notes every request and every answer that breaks the document; none may. */
typedef struct {
  SandboxServer *server;
  GSubprocess *proxy;
  GDataInputStream *output; /* what the proxy prints */
  GString *log;
  CodatClient *client;
  GAsyncResult *result; /* (owned) (nullable) of the newest call */
  gboolean done;
} Fixture;

#define BROKEN "iolation"

static char *
read_address (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *line;

  while ((line = g_data_input_stream_read_line (fixture->output, NULL, NULL, &error))) {
    g_autofree char *owned = line;
    const char *address = strstr (owned, "listening on ");

    g_string_append_printf (fixture->log, "%s\n", owned);
    if (address)
      return g_strdup (address + strlen ("listening on "));
  }
  g_assert_no_error (error);
  g_error ("The proxy ended before it listened:\n%s", fixture->log->str);
}

/* A pipe that nobody reads would stop the proxy. */
static void
line_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *line =
      g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);

  if (!line) {
    fixture->done = TRUE;
    return;
  }
  g_string_append_printf (fixture->log, "%s\n", line);
  g_data_input_stream_read_line_async (fixture->output, G_PRIORITY_DEFAULT, NULL, line_cb, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (CodatAuthorizer) authorizer = NULL;
  g_autofree char *address = NULL;

  fixture->log = g_string_new (NULL);
  fixture->server = sandbox_server_new ();
  sandbox_server_start (fixture->server, &error);
  g_assert_no_error (error);
  launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  fixture->proxy = g_subprocess_launcher_spawn (
      launcher, &error, g_getenv ("PRISM"), "proxy", g_getenv ("CONTRACT"),
      sandbox_server_get_base_url (fixture->server), "--port", "0", NULL);
  g_assert_no_error (error);
  fixture->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (fixture->proxy));
  address = read_address (fixture);
  g_data_input_stream_read_line_async (fixture->output, G_PRIORITY_DEFAULT, NULL, line_cb, fixture);
  authorizer = codat_authorizer_new (sandbox_server_get_api_key (fixture->server), &error);
  fixture->client = codat_client_new (address, authorizer, &error);
  g_assert_no_error (error);
}

static void
wait_done (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!fixture->done) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
  }
  fixture->done = FALSE;
}

/* The end of the proxy is the end of what it has to say. */
static gboolean
proxy_complains (Fixture *fixture)
{
  if (fixture->proxy) {
    g_subprocess_send_signal (fixture->proxy, 15);
    wait_done (fixture);
    g_subprocess_wait (fixture->proxy, NULL, NULL);
    g_clear_object (&fixture->proxy);
  }
  return strstr (fixture->log->str, BROKEN) != NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  proxy_complains (fixture);
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->client);
  g_clear_object (&fixture->output);
  g_clear_object (&fixture->server);
  g_string_free (fixture->log, TRUE);
}

static void
call_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_set_object (&fixture->result, result);
  fixture->done = TRUE;
}

static GAsyncResult *
end_of_call (Fixture *fixture)
{
  wait_done (fixture);
  return fixture->result;
}

/* clang-format off */
/* TRY (verb, arguments…) starts a verb, waits, and gives what its finish function gives; CALL wants a
 * success. */
#define TRY(verb, ...)                                                                             \
  (codat_client_##verb##_async (fixture->client, ##__VA_ARGS__, NULL, call_cb, fixture),           \
   codat_client_##verb##_finish (fixture->client, end_of_call (fixture), &error))
#define CALL(verb, ...)                                                                            \
  ({                                                                                               \
    __auto_type value = TRY (verb, ##__VA_ARGS__);                                                 \
    check_no_error (fixture, error);                                                               \
    value;                                                                                         \
  })
/* clang-format on */

static void
check_no_error (Fixture *fixture, const GError *error)
{
  if (error)
    g_error ("%s\n%s", error->message, fixture->log->str);
}

static void
check_silent (Fixture *fixture)
{
  if (proxy_complains (fixture))
    g_error ("The contract was broken:\n%s", fixture->log->str);
  /* An exchange that the proxy did not see proves nothing. */
  g_assert_nonnull (strstr (fixture->log->str, "[PROXY]"));
}

static void
test_companies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *tags[] = { "region", "uk", NULL };
  g_autoptr (CodatProfile) profile = CALL (get_profile);
  g_autoptr (CodatPage) page = CALL (list_companies, NULL, NULL, 1, 5);
  g_autoptr (CodatPage) next = CALL (list_companies, NULL, "-created", 2, 5);
  g_autoptr (CodatCompany) made = CALL (create_company, "Quayside, Ltd.", "new", tags);
  const char *id = codat_company_get_id (made);
  g_autoptr (CodatPage) found =
      CALL (find_companies, "name~Quayside", "region=uk", "name", 1, 2000);
  g_autoptr (CodatCompany) again = CALL (get_company, id);
  g_autoptr (CodatCompany) updated = CALL (update_company, id, "Quayside", NULL, NULL);
  g_autoptr (CodatCompany) replaced = CALL (replace_company, id, "Quayside 2", "text", tags);
  g_autoptr (CodatAccessToken) token = CALL (get_access_token, id);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 1);
  g_assert_true (CALL (delete_company, id));
  check_silent (fixture);
}

/* The first company of the seeded world with a linked connection. */
static CodatCompany *
linked_company (Fixture *fixture, const char **connection_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatPage) page = CALL (list_companies, NULL, NULL, 1, 100);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (page)); i++) {
    g_autoptr (CodatCompany) company = g_list_model_get_item (G_LIST_MODEL (page), i);

    for (guint j = 0; j < codat_company_get_n_connections (company); j++) {
      CodatConnection *connection = codat_company_get_connection (company, j);

      if (codat_connection_get_status (connection) != CODAT_CONNECTION_STATUS_LINKED)
        continue;
      *connection_id = codat_connection_get_id (connection);
      return g_steal_pointer (&company);
    }
  }
  g_error ("No company of the sandbox has a linked connection");
}

static void
test_connections (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatCompany) made = CALL (create_company, "Quayside", NULL, NULL);
  const char *company = codat_company_get_id (made);
  g_autoptr (GListModel) platforms = CALL (list_integrations);
  g_autoptr (CodatIntegration) first = g_list_model_get_item (platforms, 0);
  const char *key = codat_integration_get_key (first);
  g_autoptr (CodatIntegration) platform = CALL (get_integration, key);
  g_autoptr (CodatBranding) branding = CALL (get_branding, key);
  g_autoptr (CodatConnection) connection = CALL (create_connection, company, key);
  const char *id = codat_connection_get_id (connection);
  g_autoptr (GListModel) list = CALL (list_connections, company);
  g_autoptr (CodatConnection) again = CALL (get_connection, company, id);
  const char *linked = NULL;
  g_autoptr (CodatCompany) owner = linked_company (fixture, &linked);
  g_autoptr (CodatConnection) unlinked =
      CALL (unlink_connection, codat_company_get_id (owner), linked);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_true (CALL (delete_connection, company, id));
  check_silent (fixture);
}

static CodatPullOperation *
pull_of (GListModel *history, const char *connection_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (history); i++) {
    g_autoptr (CodatPullOperation) pull = g_list_model_get_item (history, i);

    if (!g_strcmp0 (codat_pull_operation_get_connection_id (pull), connection_id))
      return g_steal_pointer (&pull);
  }
  g_error ("Nothing was ever pulled over the connection %s", connection_id);
}

static void
test_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *connection = NULL;
  g_autoptr (CodatCompany) company = linked_company (fixture, &connection);
  const char *id = codat_company_get_id (company);
  g_autoptr (GListModel) statuses = CALL (get_data_status, id);
  g_autoptr (GListModel) settings = CALL (get_sync_settings, id);
  g_autoptr (CodatPage) history = CALL (list_pull_operations, id, NULL, NULL, 1, 100);
  g_autoptr (CodatPullOperation) past = pull_of (G_LIST_MODEL (history), connection);
  const char *type = codat_pull_operation_get_data_type (past);
  g_autoptr (CodatPullOperation) pull = CALL (refresh_data_type, id, type, connection);
  g_autoptr (CodatPullOperation) again = NULL;
  g_autoptr (GListModel) issues = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (statuses), >, 0);
  g_assert_true (CALL (refresh_all, id));
  sandbox_server_advance (fixture->server, 3600);
  again = CALL (get_pull_operation, id, codat_pull_operation_get_id (pull));
  issues = CALL (get_validation, id, codat_pull_operation_get_id (pull));
  g_assert_true (codat_pull_operation_get_is_completed (again));
  check_silent (fixture);
}

static void
test_admin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *events[] = { "connection.connected", "company.created", NULL };
  g_autoptr (CodatWebhook) webhook =
      CALL (create_webhook, "https://hooks.example/codat", events, NULL, TRUE);
  g_autoptr (GListModel) webhooks = CALL (list_webhooks);
  g_autoptr (CodatApiKey) key = CALL (create_api_key, "Till");
  g_autoptr (GListModel) keys = CALL (list_api_keys);

  g_assert_cmpuint (g_list_model_get_n_items (webhooks), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (keys), >, 0);
  g_assert_true (CALL (delete_webhook, codat_webhook_get_id (webhook)));
  g_assert_true (CALL (delete_api_key, codat_api_key_get_id (key)));
  check_silent (fixture);
}

/* Refusals have a form, too. */
static void
test_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *nobody = "8a210b68-6988-11ed-a1eb-0242ac120002";
  g_autoptr (CodatCompany) company = TRY (get_company, nobody);
  g_autoptr (CodatCompany) made = NULL;

  g_assert_null (company);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (TRY (get_connection, nobody, nobody));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (TRY (get_integration, "zzzz"));
  g_assert_nonnull (error);
  g_clear_error (&error);
  made = CALL (create_company, "Quayside", NULL, NULL);
  g_assert_no_error (error);
  g_assert_null (TRY (create_connection, codat_company_get_id (made), "zzzz"));
  g_assert_nonnull (error);
  check_silent (fixture);
}

/* The judge sees a broken answer: silence of the other tests means something. */
static void
test_judge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatPage) page = NULL;

  g_assert_true (sandbox_server_set_fault (fixture->server, "html"));
  page = TRY (list_companies, NULL, NULL, 1, 5);
  g_assert_true (proxy_complains (fixture));
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/contract/companies", test_companies }, { "/contract/connections", test_connections },
    { "/contract/data", test_data },           { "/contract/admin", test_admin },
    { "/contract/errors", test_errors },       { "/contract/judge", test_judge },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);
  return g_test_run ();
}
