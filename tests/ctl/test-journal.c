/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include "ambiguity-proxy.h"
#include "sandbox-server.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* A script that is killed in a change and started again makes it once. */

#define NAME "Killed & Sons"
#define PATIENCE (30 * G_USEC_PER_SEC)

typedef struct {
  Fixture fixture;
  AmbiguityProxy *proxy;
} World;

static void
set_up (World *world, gconstpointer data)
{
  fixture_set_up (&world->fixture, NULL);
  world->fixture.company =
      sandbox_server_dup_company_id (world->fixture.server, "Brightwater Dental Practice");
  world->proxy =
      ambiguity_proxy_new (sandbox_server_get_base_url (world->fixture.server), AMBIGUITY_KILLED);
  world->fixture.base_url = ambiguity_proxy_get_base_url (world->proxy);
}

static void
tear_down (World *world, gconstpointer data)
{
  ambiguity_proxy_free (world->proxy);
  fixture_tear_down (&world->fixture, NULL);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* The proxy lives in this thread, so that the program is waited for with the loop turning. */
static char *
run (World *world, const char *line, gboolean is_killed)
{
  g_autoptr (GSubprocess) process = fixture_spawn (&world->fixture, line);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  char *out = NULL;

  ambiguity_proxy_set_victim (world->proxy, is_killed ? process : NULL);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, ended_cb, &result);
  while (result == NULL) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
  }
  ambiguity_proxy_set_victim (world->proxy, NULL);
  g_subprocess_communicate_utf8_finish (process, result, &out, &err, &error);
  g_assert_no_error (error);
  if (!is_killed && g_subprocess_get_if_exited (process))
    g_test_message ("%s", err);
  g_assert_true (g_subprocess_get_if_signaled (process) == is_killed);
  if (!is_killed)
    g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return out;
}

static void
test_company (World *world, gconstpointer data)
{
  SandboxServer *server = world->fixture.server;
  guint before = sandbox_server_get_n_companies (server);
  g_autofree char *killed = NULL;
  g_autofree char *out = NULL;
  g_autofree char *other = NULL;
  g_autofree char *id = NULL;

  ambiguity_proxy_set_kills (world->proxy, GPOINTER_TO_UINT (data));
  killed = run (world, "companies create '" NAME "'", TRUE);
  out = run (world, "companies create '" NAME "'", FALSE);
  id = sandbox_server_dup_company_id (server, NAME);
  g_assert_nonnull (id);
  g_assert_nonnull (strstr (out, id));
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 1);
  ambiguity_proxy_deliver_late (world->proxy);
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 1);
  /* What is settled is settled: the next one is wanted. */
  other = run (world, "companies create '" NAME "'", FALSE);
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 2);
}

static void
test_connection (World *world, gconstpointer data)
{
  SandboxServer *server = world->fixture.server;
  const char *company = world->fixture.company;
  guint before = sandbox_server_get_n_connections (server, company);
  g_autofree char *line = g_strdup_printf ("connections create %s fztf", company);
  g_autofree char *killed = NULL;
  g_autofree char *out = NULL;

  ambiguity_proxy_set_kills (world->proxy, GPOINTER_TO_UINT (data));
  killed = run (world, line, TRUE);
  out = run (world, line, FALSE);
  g_assert_nonnull (strstr (out, "PendingAuth"));
  g_assert_cmpuint (sandbox_server_get_n_connections (server, company), ==, before + 1);
}

static void
make_older (World *world)
{
  g_autofree char *path =
      g_build_filename (world->fixture.directory, "tributary", "tributary.db", NULL);
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "UPDATE journal SET written_at = written_at - 30 * 86400000000",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (database), ==, 1);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

/* A clock that jumps makes nothing twice. */
static void
test_clock_jumps (World *world, gconstpointer data)
{
  SandboxServer *server = world->fixture.server;
  guint before = sandbox_server_get_n_companies (server);
  g_autofree char *killed = NULL;
  g_autofree char *out = NULL;

  ambiguity_proxy_set_kills (world->proxy, GPOINTER_TO_UINT (data));
  killed = run (world, "companies create '" NAME "'", TRUE);
  make_older (world);
  out = run (world, "companies create '" NAME "'", FALSE);
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 1);
}

static char *
wait_for (GSubprocess *process)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  g_subprocess_communicate_utf8_async (process, NULL, NULL, ended_cb, &result);
  while (result == NULL) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
  }
  g_subprocess_communicate_utf8_finish (process, result, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

static void
hold_next (World *world)
{
  ambiguity_proxy_begin_again (world->proxy, AMBIGUITY_LATE);
}

/* What another script is just doing was not forgotten by anybody: each gets its own. */
static void
test_two_at_once (World *world, gconstpointer data)
{
  SandboxServer *server = world->fixture.server;
  guint before = sandbox_server_get_n_companies (server);
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  hold_next (world);
  process = fixture_spawn (&world->fixture, "companies create '" NAME "'");
  while (!ambiguity_proxy_is_holding (world->proxy)) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
  }
  second = run (world, "companies create '" NAME "'", FALSE);
  ambiguity_proxy_cut_held (world->proxy);
  first = wait_for (process);
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 2);
  g_assert_cmpstr (first, !=, second);
}

/* Nor is what was taken up free for the next one, although it was forgotten before. */
static void
test_taken_up (World *world, gconstpointer data)
{
  SandboxServer *server = world->fixture.server;
  guint before = sandbox_server_get_n_companies (server);
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  g_autofree char *killed = run (world, "companies create '" NAME "'", TRUE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  hold_next (world);
  process = fixture_spawn (&world->fixture, "companies create '" NAME "'");
  while (!ambiguity_proxy_is_holding (world->proxy)) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
  }
  second = run (world, "companies create '" NAME "'", FALSE);
  ambiguity_proxy_cut_held (world->proxy);
  first = wait_for (process);
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 2);
  g_assert_cmpstr (first, !=, second);
}

/* Who asks for something else after the kill gets that, and the journal has no key. */
static void
test_something_else (World *world, gconstpointer data)
{
  SandboxServer *server = world->fixture.server;
  guint before = sandbox_server_get_n_companies (server);
  g_autofree char *path =
      g_build_filename (world->fixture.directory, "tributary", "tributary.db-wal", NULL);
  g_autofree char *killed = run (world, "companies create '" NAME "'", TRUE);
  g_autofree char *bytes = NULL;
  g_autofree char *out = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  const char *key = sandbox_server_get_api_key (server);
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_nonnull (memmem (bytes, length, "Killed & Sons", strlen ("Killed & Sons")));
  g_assert_null (memmem (bytes, length, key, strlen (key)));
  out = run (world, "companies create Another", FALSE);
  id = sandbox_server_dup_company_id (server, "Another");
  g_assert_nonnull (strstr (out, id));
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 1);
}

/* Who never heard of the company asks again, and hears of that one. */
static void
test_not_heard (World *world, gconstpointer data)
{
  SandboxServer *server = world->fixture.server;
  guint before = sandbox_server_get_n_companies (server);
  g_autofree char *id = NULL;
  g_auto (Outcome) lost = { 0 };
  g_auto (Outcome) again = { 0 };
  g_auto (Outcome) other = { 0 };

  world->fixture.base_url = NULL;
  lost = fixture_shell (&world->fixture, "$CTL companies create Unheard >/dev/full");
  outcome_assert_exit (&lost, 1);
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 1);
  id = sandbox_server_dup_company_id (server, "Unheard");
  again = fixture_run (&world->fixture, NULL, "companies create Unheard");
  outcome_assert_exit (&again, 0);
  g_assert_nonnull (strstr (again.out, id));
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 1);
  other = fixture_run (&world->fixture, NULL, "companies create Unheard");
  g_assert_cmpuint (sandbox_server_get_n_companies (server), ==, before + 2);
}

/* Where nothing can be written, the verb works all the same. */
static void
test_read_only (World *world, gconstpointer data)
{
  g_autofree char *path = g_build_filename (world->fixture.directory, "tributary", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };

  world->fixture.base_url = NULL;
  g_file_set_contents (path, "no folder", -1, &error);
  g_assert_no_error (error);
  outcome = fixture_run (&world->fixture, NULL, "companies create Plain");
  outcome_assert_exit (&outcome, 0);
  g_assert_cmpstr (outcome.err, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, test)                                                                      \
  g_test_add ("/ctl/journal/" path, World, GUINT_TO_POINTER (data), set_up, test, tear_down)
  ADD ("company/not-done", FALSE, test_company);
  ADD ("company/done", TRUE, test_company);
  ADD ("connection/not-done", FALSE, test_connection);
  ADD ("connection/done", TRUE, test_connection);
  ADD ("clock-jumps/not-done", FALSE, test_clock_jumps);
  ADD ("clock-jumps/done", TRUE, test_clock_jumps);
  ADD ("two-at-once", FALSE, test_two_at_once);
  ADD ("taken-up", FALSE, test_taken_up);
  ADD ("something-else", FALSE, test_something_else);
  ADD ("not-heard", FALSE, test_not_heard);
  ADD ("read-only", FALSE, test_read_only);
  return g_test_run ();
}
