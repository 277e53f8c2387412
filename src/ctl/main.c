/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl.h"

#include "trib-log.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* A stream that was closed must not be taken by the next file or socket that is opened: a server
 * would get the output, or a file be read as the key. In its place stands one that fails. */
static gboolean
hold_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
    if (fcntl (fd, F_GETFD) >= 0)
      continue;
    if (open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
      return FALSE;
  }
  return TRUE;
}

/* Signals are read, not handled: a write that waits for a reader gives way to one as well. To be
 * called before there is any thread, so that none of them takes the signal. */
static int
open_signals (void)
{
  sigset_t set;

  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  sigaddset (&set, SIGHUP);
  if (sigprocmask (SIG_BLOCK, &set, NULL) != 0)
    return -1;
  return signalfd (-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static gboolean
signal_cb (int fd, GIOCondition condition, gpointer run)
{
  ctl_run_interrupt (run);
  return G_SOURCE_REMOVE;
}

static void
ended_cb (CtlRun *run)
{
  g_main_loop_quit (ctl_run_get_ended_data (run));
}

static gboolean
start_cb (gpointer data)
{
  CtlRun *run = ((gpointer *) data)[0];
  GMainLoop *loop = ((gpointer *) data)[1];

  ctl_run_start (run, ended_cb, loop);
  return G_SOURCE_REMOVE;
}

static int
perform (CtlOptions *options, int signal_fd)
{
  CtlRun *run = ctl_run_new (options, signal_fd);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gpointer data[] = { run, loop };
  g_autoptr (GSource) source = g_unix_fd_source_new (signal_fd, G_IO_IN);
  CtlExit code;

  g_source_set_callback (source, G_SOURCE_FUNC (signal_cb), run, NULL);
  g_source_attach (source, NULL);
  /* From inside the loop, because a verb may be over at once. */
  g_idle_add (start_cb, data);
  g_main_loop_run (loop);
  code = ctl_run_get_exit (run);
  g_source_destroy (source);
  ctl_run_free (run);
  return (int) code;
}

static int
print (const char *text)
{
  g_autoptr (CtlStream) stream = ctl_stream_new (STDOUT_FILENO, -1);
  g_autoptr (GError) error = NULL;

  ctl_stream_write (stream, text, strlen (text));
  ctl_stream_flush (stream);
  if (!ctl_stream_get_failed (stream) || ctl_stream_get_closed (stream))
    return CTL_EXIT_DONE;
  error = ctl_stream_dup_error (stream);
  fprintf (stderr, "tributaryctl: %s.\n", error->message);
  return CTL_EXIT_FAILED;
}

static int
refuse (CtlOptions *options, const GError *error)
{
  gboolean as_json = g_strcmp0 (ctl_options_get (options, "format"), "json") == 0;
  g_autofree char *text = as_json ? ctl_error_to_json (error) : ctl_error_to_sentence (error);

  fprintf (stderr, "%s%s\n", as_json ? "" : "tributaryctl: ", text);
  return (int) ctl_error_get_exit (error);
}

int
main (int argc, char **argv)
{
  int signal_fd = hold_streams () ? open_signals () : -1;
  g_autoptr (CtlOptions) options = NULL;
  g_autoptr (GError) error = NULL;

#if !TRIB_DEVEL
  /* The API key is in this process: no core file, and no other process looks into it. */
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
#ifdef __GLIBC__
  /* A page of a long list goes back to the system when it was read, instead of leaving holes. */
  mallopt (M_MMAP_THRESHOLD, 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 4 * 1024 * 1024);
#endif
  setlocale (LC_ALL, "");
  if (signal_fd < 0) {
    perror ("tributaryctl");
    return CTL_EXIT_FAILED;
  }
  options = ctl_options_parse (argv + 1, &error);
  /* Standard output is for data alone. */
  g_log_writer_default_set_use_stderr (TRUE);
  trib_log_install (ctl_options_has (options, "verbose"));
  if (error != NULL)
    return refuse (options, error);
  if (ctl_options_has (options, "version"))
    return print ("tributaryctl " PACKAGE_VERSION "\n");
  if (ctl_options_has (options, "help")) {
    g_autofree char *help =
        ctl_help_new (ctl_options_get_noun (options), ctl_options_get_verb (options));

    return print (help);
  }
  return perform (g_steal_pointer (&options), signal_fd);
}
