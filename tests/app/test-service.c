/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* The program as the desktop starts it: over the session bus, and a second time while it runs. */

#define COMPANY "00000000-0000-4000-8000-000000000000"

typedef struct {
  GDBusConnection *bus;
  GSubprocess *program;
  char *path;
} Fixture;

static char *
make_path (void)
{
  g_autofree char *path = g_strconcat ("/", APP_ID, NULL);

  return g_strdelimit (g_steal_pointer (&path), ".", '/');
}

static GSubprocess *
spawn (const char *first, const char *second)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *program =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, PROGRAM, first, second, NULL);

  g_assert_no_error (error);
  return program;
}

/* One turn of a wait: nothing tells when another process has got so far. */
static void
wait_a_turn (gint64 deadline)
{
  g_assert_cmpint (g_get_monotonic_time (), <, deadline);
  g_main_context_iteration (NULL, TRUE);
}

static gboolean
look_again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static GVariant *
call (Fixture *fixture, const char *path, const char *interface, const char *method, GVariant *args)
{
  return g_dbus_connection_call_sync (fixture->bus, APP_ID, path, interface, method, args, NULL,
                                      G_DBUS_CALL_FLAGS_NO_AUTO_START, 5000, NULL, NULL);
}

/* Whether the window is there: it offers its actions on the bus. */
static gboolean
has_window (Fixture *fixture)
{
  g_autofree char *path = g_strconcat (fixture->path, "/window/1", NULL);
  g_autoptr (GVariant) actions = call (fixture, path, "org.gtk.Actions", "List", NULL);

  return actions != NULL;
}

static gboolean
has_name (Fixture *fixture)
{
  g_autoptr (GVariant) answer = call (fixture, fixture->path, "org.gtk.Actions", "List", NULL);

  return answer != NULL;
}

static void
wait_for (Fixture *fixture, gboolean (*condition) (Fixture *fixture))
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  guint id = g_timeout_add (50, look_again_cb, NULL);

  while (!condition (fixture))
    wait_a_turn (deadline);
  g_source_remove (id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = make_path ();
  fixture->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->program = spawn ("--gapplication-service", NULL);
  wait_for (fixture, has_name);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_subprocess_wait (fixture->program, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (fixture->program));
  g_assert_cmpint (g_subprocess_get_exit_status (fixture->program), ==, 0);
  g_clear_object (&fixture->program);
  g_clear_object (&fixture->bus);
  g_clear_pointer (&fixture->path, g_free);
}

static void
quit (Fixture *fixture)
{
  g_autoptr (GVariant) answer = call (
      fixture, fixture->path, "org.gtk.Actions", "Activate",
      g_variant_new ("(s@av@a{sv})", "quit", g_variant_new_array (G_VARIANT_TYPE ("v"), NULL, 0),
                     g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0)));

  g_assert_nonnull (answer);
}

static GVariant *
no_platform_data (void)
{
  return g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0);
}

/* Whoever calls over the bus must not choose which accounts are opened, nor where files go. */
static void
test_foreign_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("tributary-app-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "tributary.db", NULL);
  g_autofree char *demo = g_build_filename (folder, "demo", NULL);
  g_autoptr (GVariant) answer = NULL;
  GVariantBuilder options, platform_data;
  const char *line[] = { "tributary", NULL };

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "data-dir", g_variant_new_bytestring (folder));
  g_variant_builder_add (&options, "{sv}", "screenshots", g_variant_new_bytestring (folder));
  g_variant_builder_add (&options, "{sv}", "demo", g_variant_new_boolean (TRUE));
  g_variant_builder_init (&platform_data, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&platform_data, "{sv}", "options", g_variant_builder_end (&options));
  answer = call (
      fixture, fixture->path, "org.gtk.Application", "CommandLine",
      g_variant_new ("(o^aay@a{sv})", fixture->path, line, g_variant_builder_end (&platform_data)));
  g_assert_nonnull (answer);
  wait_for (fixture, has_window);
  g_assert_false (g_file_test (database, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (demo, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  quit (fixture);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) answer = NULL;

  g_assert_false (has_window (fixture));
  answer = call (fixture, fixture->path, "org.freedesktop.Application", "Activate",
                 g_variant_new ("(@a{sv})", no_platform_data ()));
  g_assert_nonnull (answer);
  wait_for (fixture, has_window);
  quit (fixture);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  const char *const *uris = data;
  g_autoptr (GVariant) answer = call (fixture, fixture->path, "org.freedesktop.Application", "Open",
                                      g_variant_new ("(^as@a{sv})", uris, no_platform_data ()));

  g_assert_nonnull (answer);
  wait_for (fixture, has_window);
  quit (fixture);
}

/* The second start hands over what it was asked for, and ends well. */
static void
test_second_start (Fixture *fixture, gconstpointer data)
{
  static const char *const arguments[][2] = {
    { "tributary://company/" COMPANY, NULL },
    { "tributary://connect/" COMPANY "/gbol", NULL },
    { "tributary://nowhere", NULL },
    { "--company", COMPANY },
    { "--account", "Northwind" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++) {
    g_autoptr (GSubprocess) second = spawn (arguments[i][0], arguments[i][1]);

    g_assert_true (g_subprocess_wait (second, NULL, NULL));
    g_assert_cmpint (g_subprocess_get_exit_status (second), ==, 0);
    wait_for (fixture, has_window);
  }
  quit (fixture);
}

int
main (int argc, char *argv[])
{
  static const char *const uris[] = { "tributary://company/" COMPANY, NULL };
  static const char *const unknown[] = { "tributary:///", NULL };

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/service/foreign-folder", Fixture, NULL, set_up, test_foreign_folder, tear_down);
  g_test_add ("/app/service/activate", Fixture, NULL, set_up, test_activate, tear_down);
  g_test_add ("/app/service/open", Fixture, uris, set_up, test_open, tear_down);
  g_test_add ("/app/service/open-unknown", Fixture, unknown, set_up, test_open, tear_down);
  g_test_add ("/app/service/second-start", Fixture, NULL, set_up, test_second_start, tear_down);
  return g_test_run ();
}
