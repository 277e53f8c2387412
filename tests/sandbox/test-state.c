/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-world.h"
#include "test-clock.h"

#define DAY (24 * 60 * 60 * 1000u)

typedef struct {
  SandboxWorld *world; /* (owned) */
  TestClock *clock;    /* (owned) */
} State;

static void
set_up (State *self, gconstpointer n_synthetic)
{
  self->world = sandbox_world_new ();
  self->clock = test_clock_new ();
  g_set_object (&self->world->clock, TRIB_CLOCK (self->clock));
  self->world->n_synthetic = GPOINTER_TO_UINT (n_synthetic);
  self->world->base_url = "http://127.0.0.1:1";
  self->world->redirect_url = "";
  sandbox_world_populate (self->world);
}

static void
tear_down (State *self, gconstpointer n_synthetic)
{
  sandbox_world_free (self->world);
  g_assert_finalize_object (g_steal_pointer (&self->clock));
}

/* Our own arithmetic beside GLib's, for every day of three centuries. */
static void
test_times (void)
{
  for (gint64 day = 0; day < 110000; day++) {
    gint64 time = (day * 86400 + day * 7919 % 86400) * G_USEC_PER_SEC + day;
    g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
    g_autofree char *expected = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
    g_autofree char *found = sandbox_time_to_string (time, 'z');

    g_assert_cmpstr (found, ==, expected);
  }
}

static void
test_time_shapes (void)
{
  gint64 time = 1771846872 * (gint64) G_USEC_PER_SEC + 4567;
  g_autofree char *zone = sandbox_time_to_string (time, 'z');
  g_autofree char *fraction = sandbox_time_to_string (time, 'f');
  g_autofree char *none = sandbox_time_to_string (time, 'n');

  g_assert_cmpstr (zone, ==, "2026-02-23T11:41:12Z");
  g_assert_cmpstr (fraction, ==, "2026-02-23T11:41:12.0045670Z");
  g_assert_cmpstr (none, ==, "2026-02-23T11:41:12");
}

static void
test_clock (State *self, gconstpointer data)
{
  gint64 begin = sandbox_world_now (self->world);

  test_clock_advance (self->clock, 1000);
  g_assert_cmpint (sandbox_world_now (self->world) - begin, ==, G_USEC_PER_SEC);
  self->world->time_scale = 10;
  g_assert_cmpint (sandbox_world_now (self->world) - begin, ==, 10 * G_USEC_PER_SEC);
  self->world->offset = 5 * G_USEC_PER_SEC;
  g_assert_cmpint (sandbox_world_now (self->world) - begin, ==, 15 * G_USEC_PER_SEC);
}

static void
test_ids (State *self, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 20000; i++) {
    char *id = sandbox_world_make_id (self->world, i % 2 ? "company" : "connection", i);

    g_assert_true (g_uuid_string_is_valid (id));
    g_assert_cmpint (id[14], ==, '4');
    g_assert_nonnull (strchr ("89ab", id[19]));
    g_assert_true (g_hash_table_add (seen, id));
  }
}

static char *
get_password (SandboxWorld *world, SandboxCompany *company, SandboxConnection *connection)
{
  g_autofree char *url = sandbox_passwords_make_link_url (world, company, connection, FALSE);

  return g_strdup (strstr (url, "otp=") + 4);
}

static void
test_passwords (State *self, gconstpointer data)
{
  SandboxCompany *company = self->world->seeded->pdata[0];
  SandboxConnection *connection = company->connections->pdata[0];
  g_autofree char *used = get_password (self->world, company, connection);
  g_autofree char *old = get_password (self->world, company, connection);
  g_autofree char *young = NULL;

  g_assert_true (sandbox_passwords_use (self->world, company, connection, used));
  g_assert_false (sandbox_passwords_use (self->world, company, connection, used));
  test_clock_advance (self->clock, DAY / 2);
  young = get_password (self->world, company, connection);
  test_clock_advance (self->clock, DAY / 2 + 1);
  g_assert_false (sandbox_passwords_use (self->world, company, connection, old));
  g_assert_true (sandbox_passwords_use (self->world, company, connection, young));
  g_assert_false (sandbox_passwords_use (self->world, company, connection, NULL));
  g_assert_false (sandbox_passwords_use (self->world, company, connection, "+12345"));
  g_assert_false (sandbox_passwords_use (self->world, company, connection, " 123456"));
}

/* A password opens one connection and no other. */
static void
test_passwords_are_apart (State *self, gconstpointer data)
{
  SandboxCompany *company = self->world->seeded->pdata[0];
  SandboxConnection *first = company->connections->pdata[0];
  SandboxConnection *second = company->connections->pdata[1];
  g_autofree char *password = get_password (self->world, company, first);

  g_assert_false (sandbox_passwords_use (self->world, company, second, password));
  g_assert_true (sandbox_passwords_use (self->world, company, first, password));
}

/* Polling for hours does not fill the memory, and the newest passwords stay good. */
static void
test_passwords_are_bounded (State *self, gconstpointer data)
{
  SandboxCompany *company = self->world->seeded->pdata[0];
  SandboxConnection *connection = company->connections->pdata[0];
  g_autofree char *first = get_password (self->world, company, connection);
  g_autofree char *last = NULL;

  for (guint i = 0; i < 1000; i++) {
    g_free (last);
    last = get_password (self->world, company, connection);
  }
  g_assert_cmpuint (connection->passwords->len, <=, 256);
  g_assert_false (sandbox_passwords_use (self->world, company, connection, first));
  g_assert_true (sandbox_passwords_use (self->world, company, connection, last));
}

static void
test_resting_password (State *self, gconstpointer data)
{
  SandboxCompany *company = NULL;
  SandboxConnection *connection;
  g_autofree char *url = NULL;
  g_autofree char *same = NULL;

  for (guint i = 0; company == NULL || company->connections->len == 0; i++) {
    g_autofree char *id = NULL;
    SandboxCompany *resting = sandbox_synthetic_make (self->world, i);

    id = g_strdup (resting->id);
    sandbox_company_free (resting);
    company = sandbox_world_find_company (self->world, id);
  }
  connection = company->connections->pdata[0];
  url = sandbox_passwords_make_link_url (self->world, company, connection, TRUE);
  same = sandbox_passwords_make_link_url (self->world, company, connection, TRUE);
  g_assert_cmpstr (url, ==, same);
  g_assert_true (
      sandbox_passwords_use (self->world, company, connection, strstr (url, "otp=") + 4));
  g_assert_false (
      sandbox_passwords_use (self->world, company, connection, strstr (url, "otp=") + 4));
  g_free (url);
  test_clock_advance (self->clock, DAY);
  url = sandbox_passwords_make_link_url (self->world, company, connection, TRUE);
  test_clock_advance (self->clock, DAY);
  test_clock_advance (self->clock, DAY);
  g_assert_false (
      sandbox_passwords_use (self->world, company, connection, strstr (url, "otp=") + 4));
}

static void
test_synthetic (State *self, gconstpointer n_synthetic)
{
  guint n_rows = sandbox_world_get_n_rows (self->world);
  guint first = self->world->seeded->len;
  guint number;

  g_assert_cmpuint (n_rows - first, ==, GPOINTER_TO_UINT (n_synthetic));
  for (guint row = first; row < n_rows; row++) {
    SandboxCompany *a = sandbox_world_get_row (self->world, row);
    SandboxCompany *b = sandbox_world_get_row (self->world, row);

    g_assert_true (g_uuid_string_is_valid (a->id));
    g_assert_cmpstr (a->id, ==, b->id);
    g_assert_cmpstr (a->name, ==, b->name);
    g_assert_true (sandbox_synthetic_find (self->world, a->id, &number));
    g_assert_cmpuint (number, ==, row - first);
    sandbox_world_release_row (self->world, a);
    sandbox_world_release_row (self->world, b);
  }
  g_assert_cmpuint (g_hash_table_size (self->world->awake), ==, 0);
}

/* Ids that look like one, near misses and rubbish wake nobody. */
static void
test_synthetic_not_found (State *self, gconstpointer n_synthetic)
{
  SandboxCompany *company = sandbox_synthetic_make (self->world, 3);
  g_autofree char *near = g_strdup (company->id);
  g_autofree char *beyond = NULL;
  static const char *const rubbish[] = { "",
                                         "x",
                                         "00000000",
                                         "zzzzzzzz-0000-4000-8000-000000000000",
                                         "00000000-0000-4000-8000-000000000000",
                                         "ffffffff-ffff-4fff-bfff-ffffffffffff" };

  near[35] = near[35] == '0' ? '1' : '0';
  g_assert_null (sandbox_world_find_company (self->world, near));
  sandbox_company_free (company);
  company = sandbox_synthetic_make (self->world, self->world->n_synthetic);
  beyond = g_strdup (company->id);
  sandbox_company_free (company);
  g_assert_null (sandbox_world_find_company (self->world, beyond));
  for (guint i = 0; i < G_N_ELEMENTS (rubbish); i++)
    g_assert_null (sandbox_world_find_company (self->world, rubbish[i]));
}

static void
test_removed (State *self, gconstpointer n_synthetic)
{
  guint first = self->world->seeded->len;
  SandboxCompany *resting = sandbox_world_get_row (self->world, first + 5);
  g_autofree char *id = g_strdup (resting->id);
  SandboxCompany *awake;

  sandbox_world_release_row (self->world, resting);
  awake = sandbox_world_find_company (self->world, id);
  g_assert_true (sandbox_world_find_company (self->world, id) == awake);
  g_assert_true (sandbox_world_get_row (self->world, first + 5) == awake);
  sandbox_world_release_row (self->world, awake);
  g_assert_true (sandbox_world_find_company (self->world, id) == awake);
  sandbox_world_remove_company (self->world, awake);
  g_assert_null (sandbox_world_find_company (self->world, id));
  g_assert_null (sandbox_world_get_row (self->world, first + 5));
}

static void
test_tags (void)
{
  SandboxCompany *company = sandbox_company_new ("id", "name", 0);

  sandbox_company_set_tag (company, "a", "1");
  sandbox_company_set_tag (company, "b", "2");
  sandbox_company_set_tag (company, "a", "3");
  g_assert_cmpuint (company->tags->len, ==, 4);
  g_assert_cmpstr (company->tags->pdata[1], ==, "3");
  g_assert_cmpstr (company->tags->pdata[3], ==, "2");
  g_assert_cmpint (sandbox_company_get_last_sync (company), ==, 0);
  sandbox_company_free (company);
}

static void
test_accounting_rule (void)
{
  SandboxCompany *company = sandbox_company_new ("id", "name", 0);
  SandboxConnection *shop =
      sandbox_company_add_connection (company, g_strdup ("a"), sandbox_platforms_find ("fztf"));
  SandboxConnection *books =
      sandbox_company_add_connection (company, g_strdup ("b"), sandbox_platforms_find ("gbol"));

  shop->status = SANDBOX_STATUS_LINKED;
  g_assert_false (sandbox_company_has_linked_accounting (company, NULL));
  books->status = SANDBOX_STATUS_DEAUTHORIZED;
  g_assert_false (sandbox_company_has_linked_accounting (company, NULL));
  books->status = SANDBOX_STATUS_LINKED;
  g_assert_true (sandbox_company_has_linked_accounting (company, NULL));
  g_assert_true (sandbox_company_has_linked_accounting (company, shop));
  g_assert_false (sandbox_company_has_linked_accounting (company, books));
  sandbox_company_free (company);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/state/times", test_times);
  g_test_add_func ("/sandbox/state/time-shapes", test_time_shapes);
  g_test_add_func ("/sandbox/state/tags", test_tags);
  g_test_add_func ("/sandbox/state/accounting-rule", test_accounting_rule);
#define STATE_TEST(name, n, function)                                                              \
  g_test_add ("/sandbox/state/" name, State, GUINT_TO_POINTER (n), set_up, function, tear_down)
  STATE_TEST ("clock", 0, test_clock);
  STATE_TEST ("ids", 0, test_ids);
  STATE_TEST ("passwords", 0, test_passwords);
  STATE_TEST ("passwords-are-apart", 0, test_passwords_are_apart);
  STATE_TEST ("passwords-are-bounded", 0, test_passwords_are_bounded);
  STATE_TEST ("resting-password", 50, test_resting_password);
  STATE_TEST ("synthetic", 20000, test_synthetic);
  STATE_TEST ("synthetic-not-found", 1000, test_synthetic_not_found);
  STATE_TEST ("removed", 1000, test_removed);
  return g_test_run ();
}
