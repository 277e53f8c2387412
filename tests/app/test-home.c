/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-home.h"

#include <glib/gstdio.h>

typedef struct {
  char *folder;
  char *data_dir;
  TribClock *clock;
  TribStoreKeyring *keyring;
  TribAppDemo *demo;
  TribAppHome *home;
  GAsyncResult *result;
} Fixture;

static void
set_up_with (Fixture *fixture, TribAppDemo *demo)
{
  fixture->folder = g_dir_make_tmp ("tributary-home-XXXXXX", NULL);
  fixture->data_dir = g_build_filename (fixture->folder, "data", NULL);
  fixture->clock = trib_clock_new_system ();
  fixture->keyring = trib_store_memory_keyring_new ();
  fixture->demo = demo;
  fixture->home = trib_app_home_new (fixture->data_dir, fixture->keyring, fixture->clock, demo);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_with (fixture, NULL);
}

static void
set_up_demo (Fixture *fixture, gconstpointer data)
{
  set_up_with (fixture, trib_app_demo_new ());
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (g_steal_pointer (&fixture->home));
  if (fixture->demo != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->demo));
  g_clear_object (&fixture->keyring);
  g_clear_object (&fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->data_dir);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_assert_null (fixture->result);
  fixture->result = g_object_ref (result);
}

static gboolean
late_cb (gpointer data)
{
  g_error ("Nothing came in time");
  return G_SOURCE_REMOVE;
}

static TribModelAccount *
finish (Fixture *fixture, GError **error)
{
  guint deadline = g_timeout_add_seconds (20, late_cb, NULL);
  TribModelAccount *account;

  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
  account = trib_app_home_open_finish (fixture->home, fixture->result, error);
  g_clear_object (&fixture->result);
  return account;
}

static void
test_nothing_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trib_app_home_get_accounts (fixture->home));
  trib_app_home_open_async (fixture->home, NULL, NULL, result_cb, fixture);
  g_assert_null (finish (fixture, &error));
  g_assert_no_error (error);
  g_assert_nonnull (trib_app_home_get_accounts (fixture->home));
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (trib_app_home_get_accounts (fixture->home))), ==, 0);
}

static void
test_unknown_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trib_app_home_open_async (fixture->home, "Southwind", NULL, result_cb, fixture);
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_failure_then_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->data_dir, "in the way", -1, NULL));
  trib_app_home_open_async (fixture->home, NULL, NULL, result_cb, fixture);
  g_assert_null (finish (fixture, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_unlink (fixture->data_dir);
  trib_app_home_open_async (fixture->home, NULL, NULL, result_cb, fixture);
  g_assert_null (finish (fixture, &error));
  g_assert_no_error (error);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  trib_app_home_open_async (fixture->home, NULL, cancellable, result_cb, fixture);
  g_cancellable_cancel (cancellable);
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelAccount) account = NULL;
  g_autoptr (TribModelAccount) again = NULL;

  trib_app_home_open_async (fixture->home, NULL, NULL, result_cb, fixture);
  account = finish (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (trib_model_account_get_is_demo (account));
  g_assert_cmpstr (trib_store_account_get_base_url (trib_model_account_get_record (account)), ==,
                   sandbox_server_get_base_url (trib_app_demo_get_server (fixture->demo)));
  g_assert_nonnull (trib_model_account_get_redirect (account));

  /* Opening twice makes no second record. */
  trib_app_home_open_async (fixture->home, NULL, NULL, result_cb, fixture);
  again = finish (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trib_store_account_get_id (trib_model_account_get_record (again)), ==,
                   trib_store_account_get_id (trib_model_account_get_record (account)));
  g_assert_finalize_object (g_steal_pointer (&again));
  g_assert_finalize_object (g_steal_pointer (&account));
}

static void
test_demo_that_cannot_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SandboxServer) first = sandbox_server_new ();
  g_autoptr (GUri) address = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sandbox_server_start (first, NULL));
  address = g_uri_parse (sandbox_server_get_base_url (first), G_URI_FLAGS_NONE, NULL);
  sandbox_server_set_port (trib_app_demo_get_server (fixture->demo),
                           (guint) g_uri_get_port (address));
  trib_app_home_open_async (fixture->home, NULL, NULL, result_cb, fixture);
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  sandbox_server_stop (first);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelAccount) account =
      trib_app_home_open_finish (TRIB_APP_HOME (source), result, NULL);

  *(gboolean *) data = TRUE;
}

static void
test_owner_gone (void)
{
  Fixture fixture = { 0 };
  GWeakRef ref;
  gboolean done = FALSE;
  guint deadline = g_timeout_add_seconds (20, late_cb, NULL);

  set_up_with (&fixture, NULL);
  g_weak_ref_init (&ref, fixture.home);
  trib_app_home_open_async (fixture.home, NULL, NULL, forgotten_cb, &done);
  g_clear_object (&fixture.home);
  for (;;) {
    g_autoptr (GObject) home = g_weak_ref_get (&ref);

    if (done && home == NULL)
      break;
    g_clear_object (&home);
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (deadline);
  g_weak_ref_clear (&ref);
  g_clear_object (&fixture.keyring);
  g_clear_object (&fixture.clock);
  remove_folder (fixture.folder);
  g_free (fixture.folder);
  g_free (fixture.data_dir);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/home/nothing-remembered", Fixture, NULL, set_up, test_nothing_remembered,
              tear_down);
  g_test_add ("/app/home/unknown-name", Fixture, NULL, set_up, test_unknown_name, tear_down);
  g_test_add ("/app/home/failure-then-again", Fixture, NULL, set_up, test_failure_then_again,
              tear_down);
  g_test_add ("/app/home/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/app/home/demo", Fixture, NULL, set_up_demo, test_demo, tear_down);
  g_test_add ("/app/home/demo-cannot-start", Fixture, NULL, set_up_demo,
              test_demo_that_cannot_start, tear_down);
  g_test_add_func ("/app/home/owner-gone", test_owner_gone);
  return g_test_run ();
}
