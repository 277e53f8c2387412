/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-server.h"

#include <glib-unix.h>
#include <stdio.h>
#include <unistd.h>

typedef struct {
  int port;
  gint64 seed;
  int n_companies;
  char *scenario; /* (owned) */
  double time_scale;
  gboolean exit_with_parent;
  gboolean version;
} Options;

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_CONTINUE;
}

/* Whatever is written to the program is read away; the end of the input is what matters. */
static gboolean
input_cb (int fd, GIOCondition condition, gpointer loop)
{
  char buffer[512];
  gssize size = read (fd, buffer, sizeof buffer);

  if (size > 0 || (size < 0 && (errno == EINTR || errno == EAGAIN)))
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static char *
make_summary (void)
{
  const char *const *names = sandbox_server_list_scenarios ();
  GString *summary = g_string_new (
      "A look-alike of the Codat API and of its Link pages, on this machine only.\n\n"
      "When it listens it prints one line of JSON with baseUrl, apiKey and redirectUrl.\n"
      "It ends on SIGTERM, or when its input closes with --exit-with-parent.\n\nScenarios:");

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (summary, "\n  %-20s %s", names[i],
                            sandbox_server_describe_scenario (names[i]));
  return g_string_free (summary, FALSE);
}

static gboolean
parse_options (int *argc, char ***argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &options->port, "Listen on this port (any free one)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options->seed, "Same seed, same world (1)", "N" },
    { "companies", 0, 0, G_OPTION_ARG_INT, &options->n_companies,
      "Add so many synthetic companies, up to 1000000", "N" },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &options->scenario, "How sign-ins go (ask)", "NAME" },
    { "time-scale", 0, 0, G_OPTION_ARG_DOUBLE, &options->time_scale,
      "How fast its time runs (1: a first sync takes eight seconds)", "X" },
    { "exit-with-parent", 0, 0, G_OPTION_ARG_NONE, &options->exit_with_parent,
      "End when standard input closes", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "Print the version", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *summary = make_summary ();

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse (context, argc, argv, error);
}

/* Returns what is wrong, or NULL. */
static const char *
check_options (int argc, const Options *options)
{
  if (argc > 1)
    return "there are no arguments, only options";
  if (options->port < 0 || options->port > G_MAXUINT16)
    return "--port must be a number from 0 to 65535";
  if (options->n_companies < 0 || options->n_companies > SANDBOX_MAX_COMPANIES)
    return "--companies must be a number from 0 to 1000000";
  if (!(options->time_scale > 0 && options->time_scale <= 1e6))
    return "--time-scale must be more than 0 and at most 1000000";
  if (options->scenario != NULL && sandbox_server_describe_scenario (options->scenario) == NULL)
    return "there is no such scenario; --help lists them";
  return NULL;
}

static SandboxServer *
make_server (const Options *options)
{
  SandboxServer *server = sandbox_server_new ();

  sandbox_server_set_port (server, (guint) options->port);
  sandbox_server_set_seed (server, (guint64) options->seed);
  sandbox_server_set_n_companies (server, (guint) options->n_companies);
  sandbox_server_set_time_scale (server, options->time_scale);
  if (options->scenario != NULL)
    sandbox_server_set_scenario (server, options->scenario);
  return server;
}

/* None of the three texts holds a character that JSON would escape. */
static void
announce (SandboxServer *server)
{
  printf ("{\"baseUrl\":\"%s\",\"apiKey\":\"%s\",\"redirectUrl\":\"%s\"}\n",
          sandbox_server_get_base_url (server), sandbox_server_get_api_key (server),
          sandbox_server_get_redirect_url (server));
  fflush (stdout);
}

static int
serve (const Options *options)
{
  g_autoptr (SandboxServer) server = make_server (options);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;

  if (!sandbox_server_start (server, &error)) {
    fprintf (stderr, "tributary-sandbox: %s\n", error->message);
    return 1;
  }
  g_unix_signal_add (SIGTERM, quit_cb, loop);
  g_unix_signal_add (SIGINT, quit_cb, loop);
  if (options->exit_with_parent)
    g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, input_cb, loop);
  announce (server);
  g_main_loop_run (loop);
  sandbox_server_stop (server);
  return 0;
}

int
main (int argc, char **argv)
{
  Options options = { .seed = 1, .time_scale = 1 };
  g_autoptr (GError) error = NULL;
  g_autofree char *scenario = NULL;
  const char *problem = NULL;
  gboolean parsed = parse_options (&argc, &argv, &options, &error);

  scenario = options.scenario;
  if (parsed && options.version) {
    printf ("tributary-sandbox %s\n", PACKAGE_VERSION);
    return 0;
  }
  problem = parsed ? check_options (argc, &options) : error->message;
  if (problem != NULL) {
    fprintf (stderr, "tributary-sandbox: %s\n", problem);
    return 2;
  }
  return serve (&options);
}
