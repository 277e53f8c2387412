/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include <string.h>

/* The computer's own clock, because what is kept in the store bears its time. */
static void
use_system_clock (Fixture *fixture)
{
  g_autoptr (TribClock) clock = trib_clock_new_system ();

  fixture_make_account (fixture, clock, NULL);
}

static gboolean
is_branded (TribModelPlatform *platform)
{
  gboolean ready;

  g_object_get (platform, "branding-ready", &ready, NULL);
  return ready;
}

static void
load_branding (TribModelPlatform *platform)
{
  trib_model_platform_load_branding (platform);
  wait_until (is_branded (platform));
}

static void
wait_for_image (TribModelImage *image, TribModelState state)
{
  trib_model_image_load (image);
  wait_until (state_of (image) != TRIB_MODEL_STATE_LOADING);
  g_assert_cmpint (state_of (image), ==, state);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (fixture->account);
  guint n;
  Mirror mirror;

  g_assert_cmpint (state_of (platforms), ==, TRIB_MODEL_STATE_IDLE);
  mirror_begin (&mirror, G_LIST_MODEL (platforms));
  trib_model_platforms_load (platforms);
  trib_model_platforms_load (platforms);
  g_assert_cmpint (state_of (platforms), ==, TRIB_MODEL_STATE_LOADING);
  wait_until (state_of (platforms) == TRIB_MODEL_STATE_READY);
  n = g_list_model_get_n_items (G_LIST_MODEL (platforms));
  g_assert_cmpuint (n, >=, 30);
  for (guint i = 1; i < n; i++) {
    g_autoptr (TribModelPlatform) one = g_list_model_get_item (G_LIST_MODEL (platforms), i - 1);
    g_autoptr (TribModelPlatform) other = g_list_model_get_item (G_LIST_MODEL (platforms), i);

    g_assert_cmpint (trib_model_platform_get_category (one), <=,
                     trib_model_platform_get_category (other));
    if (trib_model_platform_get_category (one) == trib_model_platform_get_category (other))
      g_assert_cmpint (
          g_utf8_collate (trib_model_platform_get_name (one), trib_model_platform_get_name (other)),
          <=, 0);
  }
  /* The rows live on. */
  load_platforms (fixture);
  mirror_check (&mirror);
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  mirror_end (&mirror);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (fixture->account);
  TribModelPlatform *xero = find_platform (fixture, "gbol");
  TribModelPlatform *desktop = find_platform (fixture, "pqsw");
  TribModelPlatform *feed = find_platform (fixture, "hcws");
  gboolean needs_windows;

  g_assert_cmpstr (trib_model_platform_get_name (xero), ==, "Xero");
  g_assert_cmpstr (trib_model_platform_get_address (xero), ==, "go.xero.com");
  g_assert_cmpstr (trib_model_platform_get_duration_text (xero), ==, "About 1 minute");
  g_assert_cmpint (trib_model_platform_get_category (xero), ==, TRIB_MODEL_CATEGORY_ACCOUNTING);
  g_assert_false (trib_model_platform_get_is_offline_connector (xero));
  g_assert_nonnull (trib_model_platform_get_steps (xero)[0]);
  g_assert_nonnull (trib_model_platform_get_needs (xero)[0]);
  g_object_get (desktop, "needs-windows", &needs_windows, NULL);
  g_assert_true (needs_windows);
  g_assert_true (trib_model_platform_get_is_offline_connector (desktop));
  g_assert_cmpint (trib_model_platform_get_category (feed), ==, TRIB_MODEL_CATEGORY_BANKING);
  g_assert_cmpint (trib_model_platform_get_category (find_platform (fixture, "xpfl")), ==,
                   TRIB_MODEL_CATEGORY_OTHER);
  g_assert_true (trib_model_platform_get_is_beta (find_platform (fixture, "rwuv")));
  /* Not enabled. */
  g_assert_null (find_platform (fixture, "rqwd"));
  g_assert_true (trib_model_platforms_find (platforms, "fztf",
                                            trib_model_platform_get_integration_id (xero)) == xero);
  g_assert_null (trib_model_platforms_find (platforms, NULL, NULL));
}

static void
test_matches (Fixture *fixture, gconstpointer data)
{
  TribModelPlatform *quickbooks = find_platform (fixture, "qhyg");

  g_assert_true (trib_model_platform_matches (quickbooks, NULL));
  g_assert_true (trib_model_platform_matches (quickbooks, "online QUICK"));
  g_assert_true (trib_model_platform_matches (quickbooks, "intuit"));
  g_assert_true (trib_model_platform_matches (quickbooks, "accounting"));
  g_assert_false (trib_model_platform_matches (quickbooks, "xero"));
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (fixture->account);

  sandbox_server_set_fault (fixture->server, "integrations-500");
  trib_model_platforms_load (platforms);
  wait_until (state_of (platforms) == TRIB_MODEL_STATE_FAILED);
  g_assert_cmpint (trib_model_problem_get_kind (trib_model_platforms_get_problem (platforms)), ==,
                   TRIB_PROBLEM_SERVER);
  sandbox_server_set_fault (fixture->server, "none");
  load_platforms (fixture);
  g_assert_null (trib_model_platforms_get_problem (platforms));
  sandbox_server_set_fault (fixture->server, "broken-json");
  trib_model_platforms_load (platforms);
  wait_until (trib_model_platforms_get_problem (platforms) != NULL);
  g_assert_cmpint (state_of (platforms), ==, TRIB_MODEL_STATE_READY);
}

static void
test_branding (Fixture *fixture, gconstpointer data)
{
  TribModelPlatform *xero = find_platform (fixture, "gbol");
  TribModelPlatform *plain = find_platform (fixture, "qudb");
  guint n_logo = 0;
  TribModelImage *logo;

  g_assert_null (trib_model_platform_get_logo (xero));
  g_signal_connect (xero, "notify::logo", G_CALLBACK (count_cb), &n_logo);
  trib_model_platform_load_branding (xero);
  load_branding (xero);
  g_assert_cmpuint (n_logo, ==, 1);
  g_assert_cmpuint (n_requests (fixture, "GET", "/integrations/gbol/branding"), ==, 1);
  logo = trib_model_platform_get_logo (xero);
  g_assert_nonnull (logo);
  g_assert_nonnull (trib_model_image_get_alt (logo));
  g_assert_nonnull (trib_model_platform_get_button (xero));
  g_assert_nonnull (trib_model_platform_get_button_hover (xero));
  load_branding (plain);
  g_assert_nonnull (trib_model_platform_get_logo (plain));
  g_assert_null (trib_model_platform_get_button (plain));
}

static void
test_images (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *key;
    TribModelState state;
  } rows[] = {
    { "gbol", TRIB_MODEL_STATE_READY },
    { "pdvj", TRIB_MODEL_STATE_FAILED }, /* missing */
    { "pbtz", TRIB_MODEL_STATE_FAILED }, /* no image */
    { "rvam", TRIB_MODEL_STATE_READY },  /* no branding, but a logo in the list */
  };

  load_platforms (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TribModelPlatform *platform = find_platform (fixture, rows[i].key);
    TribModelImage *logo;

    load_branding (platform);
    logo = trib_model_platform_get_logo (platform);
    g_assert_nonnull (logo);
    g_assert_cmpint (state_of (logo), ==, TRIB_MODEL_STATE_IDLE);
    wait_for_image (logo, rows[i].state);
    g_assert_cmpint (trib_model_image_get_bytes (logo) != NULL, ==,
                     rows[i].state == TRIB_MODEL_STATE_READY);
  }
}

/* What failed is not asked for again until the grid is loaded again. */
static void
test_image_fails (Fixture *fixture, gconstpointer data)
{
  TribModelPlatform *xero = find_platform (fixture, "gbol");
  TribModelImage *logo;
  guint before;

  load_branding (xero);
  logo = trib_model_platform_get_logo (xero);
  sandbox_server_set_fault (fixture->server, "image-404");
  wait_for_image (logo, TRIB_MODEL_STATE_FAILED);
  sandbox_server_set_fault (fixture->server, "none");
  before = n_requests (fixture, "GET", "/assets");
  trib_model_image_load (logo);
  g_assert_cmpint (state_of (logo), ==, TRIB_MODEL_STATE_FAILED);
  g_assert_cmpuint (n_requests (fixture, "GET", "/assets"), ==, before);
  trib_model_platforms_load (trib_model_account_get_platforms (fixture->account));
  wait_until (state_of (logo) == TRIB_MODEL_STATE_IDLE);
  wait_for_image (logo, TRIB_MODEL_STATE_READY);
}

/* Another start of the program: the grid needs the network for its list only. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  TribModelPlatform *xero;
  guint n_images, n_brandings;

  use_system_clock (fixture);
  xero = find_platform (fixture, "gbol");
  load_branding (xero);
  wait_for_image (trib_model_platform_get_logo (xero), TRIB_MODEL_STATE_READY);
  n_images = n_requests (fixture, "GET", "/assets");
  n_brandings = n_requests (fixture, "GET", "/integrations/gbol");
  use_system_clock (fixture);
  xero = find_platform (fixture, "gbol");
  load_branding (xero);
  g_assert_nonnull (trib_model_platform_get_button (xero));
  wait_for_image (trib_model_platform_get_logo (xero), TRIB_MODEL_STATE_READY);
  g_assert_cmpuint (n_requests (fixture, "GET", "/assets"), ==, n_images);
  g_assert_cmpuint (n_requests (fixture, "GET", "/integrations/gbol"), ==, n_brandings);
}

/* By the standing clock what was kept bears a time of another year: too old to be used unasked, and
 * still better than nothing. */
static void
test_kept_too_long (Fixture *fixture, gconstpointer data)
{
  TribModelPlatform *xero = find_platform (fixture, "gbol");
  guint n_images;

  load_branding (xero);
  wait_for_image (trib_model_platform_get_logo (xero), TRIB_MODEL_STATE_READY);
  n_images = n_requests (fixture, "GET", "/assets");
  fixture_make_account (fixture, TRIB_CLOCK (fixture->clock), NULL);
  xero = find_platform (fixture, "gbol");
  sandbox_server_set_fault (fixture->server, "500-everywhere");
  load_branding (xero);
  g_assert_nonnull (trib_model_platform_get_button (xero));
  sandbox_server_set_fault (fixture->server, "image-404");
  wait_for_image (trib_model_platform_get_logo (xero), TRIB_MODEL_STATE_READY);
  g_assert_cmpuint (n_requests (fixture, "GET", "/assets"), ==, n_images + 1);
}

static void
test_branding_fails (Fixture *fixture, gconstpointer data)
{
  TribModelPlatform *xero = find_platform (fixture, "gbol");

  sandbox_server_set_fault (fixture->server, "branding-500");
  load_branding (xero);
  /* The logo of the list stands in, and the tile is as good as any. */
  g_assert_nonnull (trib_model_platform_get_logo (xero));
  g_assert_null (trib_model_platform_get_button (xero));
  sandbox_server_set_fault (fixture->server, "none");
  load_platforms (fixture);
  trib_model_platforms_load (trib_model_account_get_platforms (fixture->account));
  wait_until (
      (trib_model_platform_load_branding (xero), trib_model_platform_get_button (xero) != NULL));
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  GListModel *platforms = G_LIST_MODEL (trib_model_account_get_platforms (fixture->account));
  guint n;

  load_platforms (fixture);
  n = g_list_model_get_n_items (platforms);
  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelPlatform) platform = g_list_model_get_item (platforms, i);

    trib_model_platform_load_branding (platform);
  }
  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelPlatform) platform = g_list_model_get_item (platforms, i);

    wait_until (is_branded (platform));
  }
}

/* A whole grid is on the way when the account is closed; the fixture sees that all of it goes. */
static void
test_owner_gone (Fixture *fixture, gconstpointer data)
{
  GListModel *platforms = G_LIST_MODEL (trib_model_account_get_platforms (fixture->account));
  g_autoptr (TribModelPlatform) kept = NULL;
  TribModelImage *logo;
  guint n;

  load_platforms (fixture);
  kept = g_object_ref (find_platform (fixture, "gbol"));
  load_branding (kept);
  sandbox_server_set_fault (fixture->server, "never");
  trib_model_platforms_load (TRIB_MODEL_PLATFORMS (platforms));
  n = g_list_model_get_n_items (platforms);
  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelPlatform) platform = g_list_model_get_item (platforms, i);

    trib_model_platform_load_branding (platform);
  }
  logo = trib_model_platform_get_logo (kept);
  trib_model_image_load (logo);
  g_object_add_weak_pointer (G_OBJECT (platforms), (gpointer *) &platforms);
  fixture_make_account (fixture, TRIB_CLOCK (fixture->clock), NULL);
  wait_until (platforms == NULL);
  assert_goes (g_steal_pointer (&kept));
}

/* What nobody waits for any more is withdrawn, and does not run to its time limit. */
static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  guint n_references = G_OBJECT (fixture->client)->ref_count;

  sandbox_server_set_fault (fixture->server, "never");
  trib_model_platforms_load (trib_model_account_get_platforms (fixture->account));
  wait_until (n_requests (fixture, "GET", "/integrations") == 1);
  fixture_make_account (fixture, TRIB_CLOCK (fixture->clock), NULL);
  wait_until (G_OBJECT (fixture->client)->ref_count == n_references);
}

/* A grid of forty platforms does not ask for forty things at once. */
static void
test_few_at_a_time (Fixture *fixture, gconstpointer data)
{
  GListModel *platforms = G_LIST_MODEL (trib_model_account_get_platforms (fixture->account));

  load_platforms (fixture);
  sandbox_server_set_fault (fixture->server, "never");
  for (guint i = 0; i < g_list_model_get_n_items (platforms); i++) {
    g_autoptr (TribModelPlatform) platform = g_list_model_get_item (platforms, i);

    trib_model_platform_load_branding (platform);
  }
  wait_until (n_requests (fixture, "GET", "/integrations/") >= 6);
  for (guint i = 0; i < 200; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_requests (fixture, "GET", "/integrations/"), ==, 6);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/model/platforms/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("load", test_load);
  ADD ("values", test_values);
  ADD ("matches", test_matches);
  ADD ("faults", test_faults);
  ADD ("branding", test_branding);
  ADD ("images", test_images);
  ADD ("image-fails", test_image_fails);
  ADD ("kept", test_kept);
  ADD ("kept-too-long", test_kept_too_long);
  ADD ("branding-fails", test_branding_fails);
  ADD ("many", test_many);
  ADD ("owner-gone", test_owner_gone);
  ADD ("few-at-a-time", test_few_at_a_time);
  ADD ("withdrawn", test_withdrawn);
  return g_test_run ();
}
