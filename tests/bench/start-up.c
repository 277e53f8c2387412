/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>

/* start-up [-n RUNS] COMMAND…: how long each command takes until its window is there and until
 * something is drawn in it, and the memory it has then. The commands take turns, so that what else
 * the computer does falls on each of them. It measures and never judges. */

#define DEADLINE_MS 20000
#define SETTLE_MS 1500
/* A window that is only its background has fewer colours than this. */
#define N_COLORS 8
#define MAX_RUNS 100

typedef struct {
  double window;
  double content;
  double memory;
} Run;

typedef struct {
  const char *command;
  Run runs[MAX_RUNS];
} Program;

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

static gboolean
is_main_window (Display *display, Window window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (display, window, &attributes) != 0 && attributes.width > 50 &&
         attributes.class == InputOutput;
}

static Window
take_mapped_window (Display *display)
{
  while (XPending (display) > 0) {
    XEvent event;

    XNextEvent (display, &event);
    if (event.type == MapNotify && !event.xmap.override_redirect &&
        is_main_window (display, event.xmap.window))
      return event.xmap.window;
  }
  return None;
}

static gboolean
is_known (const gulong *colors, guint n_colors, gulong color)
{
  for (guint i = 0; i < n_colors; i++) {
    if (colors[i] == color)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_colors (XImage *image)
{
  gulong colors[N_COLORS];
  guint n_colors = 0;

  for (int y = 0; y < image->height; y += 2) {
    for (int x = 0; x < image->width; x++) {
      gulong color = XGetPixel (image, x, y);

      if (is_known (colors, n_colors, color))
        continue;
      colors[n_colors++] = color;
      if (n_colors == N_COLORS)
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
has_content (Display *display, Window window)
{
  XWindowAttributes attributes;
  XImage *image;
  gboolean found;

  if (XGetWindowAttributes (display, window, &attributes) == 0)
    return FALSE;
  image = XGetImage (display, window, 0, 0, (guint) attributes.width, (guint) attributes.height,
                     AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;
  found = has_colors (image);
  XDestroyImage (image);
  return found;
}

/* Lets the program settle, and the display server with it. */
static void
wait_ms (Display *display, int milliseconds)
{
  double end = now_ms () + milliseconds;

  while (now_ms () < end) {
    GPollFD poll = { .fd = -1, .events = G_IO_IN };

    g_poll (&poll, 1, MAX (1, (int) (end - now_ms ())));
  }
}

/* Its own memory, with its share of what it has in common with others, in MB. */
static double
read_memory (const char *pid)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "smaps_rollup", NULL);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1024 : 0;
}

static gboolean
measure (Display *display, const char *command, Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = NULL;
  g_auto (GStrv) argv = NULL;
  Window window = None;
  double start;

  if (!g_shell_parse_argv (command, NULL, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return FALSE;
  }
  XSync (display, True);
  start = now_ms ();
  program = g_subprocess_newv (
      (const char *const *) argv,
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  if (program == NULL) {
    g_printerr ("%s\n", error->message);
    return FALSE;
  }
  while (run->content == 0 && now_ms () - start < DEADLINE_MS) {
    GPollFD poll = { .fd = ConnectionNumber (display), .events = G_IO_IN };

    if (window == None) {
      window = take_mapped_window (display);
      run->window = window != None ? now_ms () - start : 0;
    }
    if (window != None && has_content (display, window))
      run->content = now_ms () - start;
    else
      g_poll (&poll, 1, 2);
  }
  wait_ms (display, SETTLE_MS);
  if (g_subprocess_get_identifier (program) != NULL)
    run->memory = read_memory (g_subprocess_get_identifier (program));
  g_subprocess_send_signal (program, SIGTERM);
  g_subprocess_wait (program, NULL, NULL);
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (const Program *program, int n_runs, gsize offset)
{
  double values[MAX_RUNS];

  for (int i = 0; i < n_runs; i++)
    values[i] = G_STRUCT_MEMBER (double, &program->runs[i], offset);
  qsort (values, (gsize) n_runs, sizeof values[0], compare);
  return values[n_runs / 2];
}

static void
report (const Program *program, int n_runs)
{
  g_print ("%-56s window %4.0f ms, content %4.0f ms, %4.0f MB (median of %d)\n", program->command,
           get_median (program, n_runs, G_STRUCT_OFFSET (Run, window)),
           get_median (program, n_runs, G_STRUCT_OFFSET (Run, content)),
           get_median (program, n_runs, G_STRUCT_OFFSET (Run, memory)), n_runs);
}

int
main (int argc, char *argv[])
{
  int n_runs = 7;
  const GOptionEntry entries[] = {
    { "runs", 'n', 0, G_OPTION_ARG_INT, &n_runs, "How often each is started", "RUNS" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND…");
  g_autoptr (GError) error = NULL;
  g_autofree Program *programs = NULL;
  Display *display;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2) {
    g_printerr ("%s\n", error != NULL ? error->message : "No command is given");
    return 2;
  }
  n_runs = CLAMP (n_runs, 1, MAX_RUNS);
  programs = g_new0 (Program, argc);
  display = XOpenDisplay (NULL);
  if (display == NULL) {
    g_printerr ("There is no display\n");
    return 1;
  }
  XSetErrorHandler (ignore_error_cb);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  for (int i = 0; i < n_runs; i++) {
    for (int p = 1; p < argc; p++) {
      programs[p].command = argv[p];
      if (!measure (display, argv[p], &programs[p].runs[i]))
        return 1;
    }
  }
  for (int p = 1; p < argc; p++)
    report (&programs[p], n_runs);
  XCloseDisplay (display);
  return 0;
}
