/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* open-link [-n RUNS] PROGRAM: how long it takes from a click on "Continue" until the sign-in page
 * of the sandbox is painted, with nothing made ready and with a view that was; how long Epiphany
 * takes for the same page; and what is left of it all afterwards. By turns; never a judgement. */

#define DEADLINE_MS 30000
#define MAX_RUNS 50
/* The background of the sandbox's pages, which nothing else on the screen has. */
#define PAGE_COLOR 0xf4f4f6
#define MIN_PIXELS 500
#define COLUMN_STEP 40

enum { COLD, READY, EPIPHANY, N_WAYS };
enum { GONE, BEFORE, DURING, AFTER, N_FIGURES };

typedef struct {
  Display *display;
  const char *program;
  char *epiphany; /* (owned) (nullable) */
  int n_runs;
  double painted[N_WAYS][MAX_RUNS];
  double left[N_FIGURES][MAX_RUNS]; /* of the view that was made ready */
} Bench;

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* Some columns are enough, and cost the display server next to nothing. */
static gboolean
is_painted (Display *display)
{
  int screen = DefaultScreen (display);
  guint height = (guint) DisplayHeight (display, screen);
  guint n_pixels = 0;

  for (int x = COLUMN_STEP / 2; x < DisplayWidth (display, screen); x += COLUMN_STEP) {
    XImage *column =
        XGetImage (display, RootWindow (display, screen), x, 0, 1, height, AllPlanes, ZPixmap);

    for (int y = 0; column != NULL && y < column->height; y++)
      n_pixels += (XGetPixel (column, 0, y) & 0xffffff) == PAGE_COLOR;
    if (column != NULL)
      XDestroyImage (column);
  }
  return n_pixels >= MIN_PIXELS;
}

static void
pause_ms (int milliseconds)
{
  GPollFD poll = { .fd = -1, .events = G_IO_IN };

  g_poll (&poll, 1, milliseconds);
}

/* Returns: how long after @start it was so, or 0 */
static double
wait_painted (Display *display, double start, gboolean painted)
{
  while (is_painted (display) != painted) {
    if (now_ms () - start > DEADLINE_MS)
      return 0;
    pause_ms (5);
  }
  return now_ms () - start;
}

static int
get_parent (int pid, char name[32])
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  const char *close;
  char state = 'Z';
  int parent = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL) || strchr (text, '(') == NULL)
    return 0;
  sscanf (strchr (text, '(') + 1, "%31[^)]", name);
  close = strrchr (text, ')');
  if (close == NULL || sscanf (close + 1, " %c %d", &state, &parent) != 2 || state == 'Z')
    return 0;
  return parent;
}

static gboolean
is_below (int pid, int top)
{
  char name[32] = "";

  while (pid > 1 && pid != top)
    pid = get_parent (pid, name);
  return pid == top;
}

/* The memory of the program and of all that it started, in MB; adds the processes of WebKit. */
static double
weigh (int top, GArray *webkit)
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  const char *entry;
  double sum = 0;

  while (processes != NULL && (entry = g_dir_read_name (processes)) != NULL) {
    g_autofree char *path = g_build_filename ("/proc", entry, "smaps_rollup", NULL);
    g_autofree char *text = NULL;
    const char *line;
    char name[32] = "";
    int pid = atoi (entry);

    if (pid <= 0 || !is_below (pid, top) || get_parent (pid, name) == 0)
      continue;
    if (webkit != NULL && g_str_has_prefix (name, "WebKit"))
      g_array_append_val (webkit, pid);
    line = g_file_get_contents (path, &text, NULL, NULL) ? strstr (text, "\nPss:") : NULL;
    sum += line != NULL ? g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1024 : 0;
  }
  return sum;
}

/* By their numbers: one that was left behind is nobody's child any more. */
static gboolean
any_lives (const GArray *webkit)
{
  for (guint i = 0; i < webkit->len; i++) {
    char name[32] = "";

    if (get_parent (g_array_index (webkit, int, i), name) != 0 && g_str_has_prefix (name, "WebKit"))
      return TRUE;
  }
  return FALSE;
}

static char *
read_word (GDataInputStream *input, const char *word)
{
  for (;;) {
    g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

    if (line == NULL)
      return NULL;
    if (g_str_has_prefix (line, word) && line[strlen (word)] == ' ')
      return g_strdup (line + strlen (word) + 1);
  }
}

static void
tell (GSubprocess *program)
{
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (program), "\n", 1, NULL, NULL, NULL);
}

static void
stop (GSubprocess *program)
{
  g_subprocess_send_signal (program, SIGTERM);
  g_subprocess_wait (program, NULL, NULL);
}

/* The window of the program is hidden meanwhile; its server gives the page. */
static void
measure_epiphany (Bench *bench, const char *uri, int run)
{
  g_autoptr (GSubprocess) epiphany = NULL;
  double start;

  wait_painted (bench->display, now_ms (), FALSE);
  start = now_ms ();
  epiphany =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                        bench->epiphany, uri, NULL);
  if (epiphany == NULL)
    return;
  bench->painted[EPIPHANY][run] = wait_painted (bench->display, start, TRUE);
  stop (epiphany);
  wait_painted (bench->display, now_ms (), FALSE);
}

static gboolean
measure_end (Bench *bench, GSubprocess *program, GDataInputStream *input, int run)
{
  int pid = atoi (g_subprocess_get_identifier (program));
  g_autofree char *ended = NULL;
  g_autoptr (GArray) webkit = g_array_new (FALSE, FALSE, sizeof (int));
  double start;

  bench->left[DURING][run] = weigh (pid, webkit);
  tell (program);
  ended = read_word (input, "ended");
  if (ended == NULL || webkit->len == 0)
    return FALSE;
  start = g_ascii_strtod (ended, NULL) / 1000;
  while (any_lives (webkit) && now_ms () - start < DEADLINE_MS)
    pause_ms (5);
  bench->left[GONE][run] = now_ms () - start;
  bench->left[AFTER][run] = weigh (pid, NULL);
  return TRUE;
}

static gboolean
measure (Bench *bench, int way, int run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                            G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                        &error, bench->program, way == COLD ? "cold" : "ready", NULL);
  g_autoptr (GDataInputStream) input = NULL;
  g_autofree char *clicked = NULL;

  if (program == NULL) {
    g_printerr ("%s\n", error->message);
    return FALSE;
  }
  input = g_data_input_stream_new (g_subprocess_get_stdout_pipe (program));
  clicked = read_word (input, "clicked");
  if (clicked == NULL) {
    g_printerr ("The program did not come to its click\n");
    return FALSE;
  }
  if (way == COLD)
    bench->left[BEFORE][run] = weigh (atoi (g_subprocess_get_identifier (program)), NULL);
  bench->painted[way][run] =
      wait_painted (bench->display, g_ascii_strtod (clicked, NULL) / 1000, TRUE);
  if (bench->painted[way][run] == 0) {
    g_printerr ("The page was not painted\n");
    return FALSE;
  }
  if (way == READY) {
    g_autofree char *uri = NULL;

    tell (program);
    uri = read_word (input, "uri");
    if (uri != NULL && bench->epiphany != NULL)
      measure_epiphany (bench, uri, run);
    if (!measure_end (bench, program, input, run)) {
      g_printerr ("The program did not come to the end of its sign-in\n");
      return FALSE;
    }
  }
  stop (program);
  wait_painted (bench->display, now_ms (), FALSE);
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (double *values, int n_values)
{
  qsort (values, (gsize) n_values, sizeof *values, compare);
  return values[n_values / 2];
}

static void
report (Bench *bench)
{
  int n = bench->n_runs;
  double cold = get_median (bench->painted[COLD], n);
  double ready = get_median (bench->painted[READY], n);
  double epiphany = get_median (bench->painted[EPIPHANY], n);

  g_print ("Medians of %d, from the click until the page is painted:\n", n);
  g_print ("nothing made ready   %5.0f ms\n", cold);
  g_print ("a view made ready    %5.0f ms, %.2f of the time of that\n", ready, ready / cold);
  if (bench->epiphany != NULL)
    g_print (
        "Epiphany, started    %5.0f ms; ours takes %.2f of its time, %.2f with nothing ready\n",
        epiphany, ready / epiphany, cold / epiphany);
  else
    g_print ("EPIPHANY IS NOT INSTALLED: there is nothing to compare with\n");
  g_print ("WebKit's processes are gone %.0f ms after the result is shown\n",
           get_median (bench->left[GONE], n));
  g_print ("memory with all processes: %.0f MB before, %.0f MB with the page, %.0f MB after\n",
           get_median (bench->left[BEFORE], n), get_median (bench->left[DURING], n),
           get_median (bench->left[AFTER], n));
}

int
main (int argc, char *argv[])
{
  g_autofree Bench *bench = g_new0 (Bench, 1);
  const GOptionEntry entries[] = {
    { "runs", 'n', 0, G_OPTION_ARG_INT, &bench->n_runs, "How often each is measured", "RUNS" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("PROGRAM");
  g_autoptr (GError) error = NULL;
  g_autofree char *epiphany = g_find_program_in_path ("epiphany");

  bench->n_runs = 5;
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2) {
    g_printerr ("%s\n", error != NULL ? error->message : "No program is given");
    return 2;
  }
  bench->n_runs = CLAMP (bench->n_runs, 1, MAX_RUNS);
  bench->program = argv[1];
  bench->epiphany = epiphany;
  bench->display = XOpenDisplay (NULL);
  if (bench->display == NULL) {
    g_printerr ("There is no display\n");
    return 1;
  }
  for (int i = 0; i < bench->n_runs; i++) {
    if (!measure (bench, COLD, i) || !measure (bench, READY, i))
      return 1;
  }
  report (bench);
  XCloseDisplay (bench->display);
  return 0;
}
