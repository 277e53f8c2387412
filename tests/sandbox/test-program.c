/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <signal.h>

/* Runs the program itself: what scripts depend on is its one line, its end and its refusals. */
static GSubprocess *
spawn (const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (argv, (gpointer) g_getenv ("TRIBUTARY_SANDBOX"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  program = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                   G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  return g_steal_pointer (&program);
}

static JsonNode *
read_line (GSubprocess *program)
{
  g_autoptr (GDataInputStream) stream =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (program));
  g_autofree char *line = NULL;
  JsonNode *node;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (stream), FALSE);
  line = g_data_input_stream_read_line (stream, NULL, NULL, NULL);
  g_assert_nonnull (line);
  node = json_from_string (line, NULL);
  g_assert_nonnull (node);
  return node;
}

static void
assert_line (JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);

  g_assert_true (
      g_str_has_prefix (json_object_get_string_member (object, "baseUrl"), "http://127.0.0.1:"));
  g_assert_cmpuint (strlen (json_object_get_string_member (object, "apiKey")), ==, 40);
  g_assert_nonnull (strstr (json_object_get_string_member (object, "redirectUrl"), "{statusCode}"));
}

static void
test_sigterm (void)
{
  static const char *const arguments[] = { "--companies",  "100000", "--seed", "5",
                                           "--time-scale", "100",    NULL };
  g_autoptr (GSubprocess) program = spawn (arguments);
  g_autoptr (JsonNode) line = read_line (program);

  assert_line (line);
  g_subprocess_send_signal (program, SIGTERM);
  g_assert_true (g_subprocess_wait (program, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (program));
  g_assert_cmpint (g_subprocess_get_exit_status (program), ==, 0);
}

static void
test_input_closes (void)
{
  static const char *const arguments[] = { "--exit-with-parent", "--scenario", "allow", NULL };
  g_autoptr (GSubprocess) program = spawn (arguments);
  g_autoptr (JsonNode) line = read_line (program);

  assert_line (line);
  g_output_stream_close (g_subprocess_get_stdin_pipe (program), NULL, NULL);
  g_assert_true (g_subprocess_wait (program, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (program), ==, 0);
}

static void
test_refusals (void)
{
  static const char *const rows[][4] = {
    { "--scenario", "none such", NULL },
    { "--companies", "1000001", NULL },
    { "--companies", "-1", NULL },
    { "--port", "70000", NULL },
    { "--time-scale", "0", NULL },
    { "--no-such-option", NULL },
    { "argument", NULL },
    { "--seed", "x", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GSubprocess) program = spawn (rows[i]);
    g_autofree char *out = NULL;
    g_autofree char *complaint = NULL;

    g_subprocess_communicate_utf8 (program, NULL, NULL, &out, &complaint, NULL);
    g_assert_cmpint (g_subprocess_get_exit_status (program), ==, 2);
    g_assert_cmpstr (out, ==, "");
    g_assert_true (g_str_has_prefix (complaint, "tributary-sandbox: "));
  }
}

static void
test_help (void)
{
  static const char *const help[] = { "--help", NULL };
  static const char *const version[] = { "--version", NULL };
  g_autoptr (GSubprocess) helping = spawn (help);
  g_autoptr (GSubprocess) telling = spawn (version);
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;

  g_subprocess_communicate_utf8 (helping, NULL, NULL, &text, NULL, NULL);
  g_subprocess_communicate_utf8 (telling, NULL, NULL, &number, NULL, NULL);
  g_assert_nonnull (strstr (text, "--exit-with-parent"));
  g_assert_nonnull (strstr (text, "not-supported"));
  g_assert_cmpstr (number, ==, "tributary-sandbox " PACKAGE_VERSION "\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/program/sigterm", test_sigterm);
  g_test_add_func ("/sandbox/program/input-closes", test_input_closes);
  g_test_add_func ("/sandbox/program/refusals", test_refusals);
  g_test_add_func ("/sandbox/program/help", test_help);
  return g_test_run ();
}
