/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-web.h"

#include "trib-link-browser.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static void
assert_no_view (const char *path)
{
  g_autoptr (TribAppWeb) web = trib_app_web_new (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (trib_app_web_take_view (web, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_finalize_object (g_steal_pointer (&web));
}

static void
test_no_module (void)
{
  assert_no_view ("/nowhere/tributary-web.so");
}

static void
test_not_a_module (void)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("tributary-web-XXXXXX.so", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, "not a module", -1, NULL));
  assert_no_view (path);
  remove (path);
}

static void
test_module_without_view (void)
{
  assert_no_view ("libm.so.6");
}

static void
test_take (void)
{
  g_autoptr (TribAppWeb) web = trib_app_web_new (FAKE_WEB_MODULE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) first = trib_app_web_take_view (web, &error);
  g_autoptr (GtkWidget) second = NULL;

  g_assert_no_error (error);
  g_assert_true (TRIB_LINK_IS_BROWSER (first));
  second = trib_app_web_take_view (web, &error);
  g_assert_no_error (error);
  g_assert_true (first != second);
  g_assert_finalize_object (g_steal_pointer (&first));
  g_assert_finalize_object (g_steal_pointer (&second));
  g_assert_finalize_object (g_steal_pointer (&web));
}

static void
run_until_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_make_ready (void)
{
  g_autoptr (TribAppWeb) web = trib_app_web_new (FAKE_WEB_MODULE);
  g_autoptr (GtkWidget) view = NULL;
  guint n_sessions = 0;

  trib_app_web_make_ready (web);
  trib_app_web_make_ready (web);
  run_until_idle ();
  view = trib_app_web_take_view (web, NULL);
  g_assert_nonnull (view);
  /* It was told to get ready once, before anybody wanted it. */
  g_object_get (view, "n-sessions", &n_sessions, NULL);
  g_assert_cmpuint (n_sessions, ==, 1);
  g_assert_finalize_object (g_steal_pointer (&view));
  g_assert_finalize_object (g_steal_pointer (&web));
}

static void
test_take_before_it_is_ready (void)
{
  g_autoptr (TribAppWeb) web = trib_app_web_new (FAKE_WEB_MODULE);
  g_autoptr (GtkWidget) view = NULL;
  guint n_sessions = 1;

  trib_app_web_make_ready (web);
  view = trib_app_web_take_view (web, NULL);
  run_until_idle ();
  g_object_get (view, "n-sessions", &n_sessions, NULL);
  g_assert_cmpuint (n_sessions, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&view));
  g_assert_finalize_object (g_steal_pointer (&web));
}

static void
test_let_go (void)
{
  g_autoptr (TribAppWeb) web = trib_app_web_new (FAKE_WEB_MODULE);

  trib_app_web_make_ready (web);
  trib_app_web_let_go (web);
  run_until_idle ();
  trib_app_web_make_ready (web);
  run_until_idle ();
  trib_app_web_let_go (web);
  trib_app_web_let_go (web);
  trib_app_web_make_ready (web);
  g_assert_finalize_object (g_steal_pointer (&web));
  run_until_idle ();
}

static void
test_make_ready_without_module (void)
{
  g_autoptr (TribAppWeb) web = trib_app_web_new ("/nowhere");

  g_test_expect_message ("tributary-app", G_LOG_LEVEL_WARNING, "No embedded view*");
  trib_app_web_make_ready (web);
  run_until_idle ();
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/web/no-module", test_no_module);
  g_test_add_func ("/app/web/not-a-module", test_not_a_module);
  g_test_add_func ("/app/web/module-without-view", test_module_without_view);
  g_test_add_func ("/app/web/take", test_take);
  g_test_add_func ("/app/web/make-ready", test_make_ready);
  g_test_add_func ("/app/web/take-early", test_take_before_it_is_ready);
  g_test_add_func ("/app/web/let-go", test_let_go);
  g_test_add_func ("/app/web/make-ready-without-module", test_make_ready_without_module);
  return g_test_run ();
}
