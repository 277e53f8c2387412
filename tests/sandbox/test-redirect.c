/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-redirect.h"

typedef struct {
  SandboxWorld *world; /* (owned) */
  SandboxCompany *company;
  SandboxConnection *connection;
  GHashTable *parameters; /* (owned) */
} Case;

static void
set_up (Case *self, gconstpointer key)
{
  self->world = sandbox_world_new ();
  self->world->base_url = "http://127.0.0.1:1";
  self->world->redirect_url = "";
  sandbox_world_populate (self->world);
  self->company = sandbox_world_add_company (self->world, "Caf\303\251 & Sons");
  self->connection = sandbox_company_add_connection (self->company, g_strdup ("the-connection"),
                                                     sandbox_platforms_find (key));
  self->connection->organisation = g_strdup ("A/B & C");
  self->parameters = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (self->parameters, (gpointer) "state", (gpointer) "a b&c=d/\303\251%");
  g_hash_table_insert (self->parameters, (gpointer) "statusCode", (gpointer) "999");
}

static void
tear_down (Case *self, gconstpointer key)
{
  g_hash_table_unref (self->parameters);
  sandbox_world_free (self->world);
}

static char *
fill (Case *self, const char *redirect_template, const char *ending)
{
  self->world->redirect_url = redirect_template;
  return sandbox_redirect_fill (self->world, self->company, self->connection,
                                sandbox_scenarios_find (ending), self->parameters,
                                self->connection->id);
}

static void
test_table (Case *self, gconstpointer key)
{
  static const struct {
    const char *redirect_template;
    const char *ending;
    const char *expected;
  } rows[] = {
    { "app://done", "allow", "app://done" },
    { "{statusCode}", "allow", "200" },
    { "{statusCode}", "cancel", "403" },
    { "{statusCode}-{statusCode}", "unchanged", "201-201" },
    { "{errorMessage}", "allow", "" },
    { "{errorMessage}", "cancel", "User%20cancelled" },
    { "{errorMessage}", "hostile-text", "%3Cb%3EUnknown%3C%2Fb%3E%20%26%20error" },
    { "{statusText}", "not-supported",
      "Connections%20are%20not%20part%20of%20the%20Starter%20plan." },
    { "{platform}", "allow", "gbol" },
    { "{platformName}", "allow", "Xero" },
    { "{sourceType}", "allow", "Accounting" },
    { "{connectionId}", "allow", "the-connection" },
    { "{data.company.companyName}", "allow", "A%2FB%20%26%20C" },
    { "{state}", "allow", "a%20b%26c%3Dd%2F%C3%A9%25" },
    { "{unknown}", "allow", "" },
    { "{}", "allow", "" },
    { "{StatusCode}", "allow", "" },
    { "{statuscode}", "allow", "" },
    { "{ statusCode }", "allow", "" },
    { "{integrationType}", "allow", "" },
    { "x{", "allow", "x{" },
    { "}x", "allow", "}x" },
    { "a{platform}b{sourceType}c", "allow", "agbolbAccountingc" },
    { "https://{platform}.example/{statusCode}?x={state}#{errorMessage}", "cancel",
      "https://gbol.example/403?x=a%20b%26c%3Dd%2F%C3%A9%25#User%20cancelled" },
    { "?a={statusCode}&a={statusCode}", "unknown-code", "?a=418&a=418" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *filled = fill (self, rows[i].redirect_template, rows[i].ending);

    g_assert_cmpstr (filled, ==, rows[i].expected);
  }
}

static void
test_ids (Case *self, gconstpointer key)
{
  g_autofree char *filled =
      fill (self, "{clientId} {companyId} {integrationId} {sourceId}", "allow");
  g_auto (GStrv) parts = g_strsplit (filled, " ", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_assert_true (g_uuid_string_is_valid (parts[i]));
    g_assert_true (g_hash_table_add (seen, parts[i]));
  }
  g_assert_cmpstr (parts[1], ==, self->company->id);
}

/* Only some platforms report the name of the organisation in the redirect. */
static void
test_no_organisation (Case *self, gconstpointer key)
{
  g_autofree char *filled = fill (self, "[{data.company.companyName}]", "allow");

  g_assert_cmpstr (filled, ==, "[]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sandbox/redirect/table", Case, "gbol", set_up, test_table, tear_down);
  g_test_add ("/sandbox/redirect/ids", Case, "gbol", set_up, test_ids, tear_down);
  g_test_add ("/sandbox/redirect/no-organisation", Case, "fztf", set_up, test_no_organisation,
              tear_down);
  return g_test_run ();
}
