/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "stage.h"

#include <stdio.h>
#include <unistd.h>

/* WebKit's processes are killed, over and over, and a normal sign-in succeeds after each. As many
 * as a change has time for; run with "-m slow" it is the long run, which takes some minutes. */

#define N_WEB_KILLS (g_test_slow () ? 50 : 6)
#define N_NETWORK_KILLS (g_test_slow () ? 20 : 2)
#define N_SIGN_INS 100
#define N_WARM_UP 10
#define GROWTH_LIMIT (50 * 1024 * 1024)
#define GONE_WITHIN (3 * G_USEC_PER_SEC)

/* Some way into a page: while it is asked for, while it is read, and when it is there. */
static void
go_into_page (Stage *stage, int how_far)
{
  g_autofree char *path = g_strdup_printf ("/page-%d", how_far);

  site_set_page (stage->site, path, "<!doctype html><p>here</p><script>for(;;)0</script>");
  if (how_far % 3 != 0)
    site_set_page (stage->site, path, "<!doctype html><p>here</p>");
  stage_open (stage, path);
  stage_wait_hit (stage, path);
  if (how_far % 3 == 2)
    stage_wait_shown (stage);
}

static void
test_web_kills (void)
{
  Stage stage;

  stage_init (&stage);
  for (int i = 0; i < N_WEB_KILLS; i++) {
    gint64 start;

    go_into_page (&stage, i);
    g_assert_cmpuint (stage_kill_web_processes (), >, 0);
    start = g_get_monotonic_time ();
    g_assert_cmpint (stage_end (&stage, TRIB_LINK_TRUTH_PENDING), ==, TRIB_LINK_OUTCOME_CRASHED);
    g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
    stage_sign_in (&stage);
  }
  stage_clear (&stage);
}

/* A link that is opened before WebKit itself has noticed the death is loaded all the same, also in
 * the view of the page before. */
static void
test_network_kills (void)
{
  Stage stage;

  stage_init (&stage);
  for (int i = 0; i < N_NETWORK_KILLS; i++) {
    go_into_page (&stage, 1 + i % 2);
    g_assert_cmpuint (stage_kill_network_processes (), >, 0);
    stage_sign_in (&stage);
  }
  stage_clear (&stage);
}

/* Nothing of WebKit stays for longer than the sign-in, the network process neither. */
static void
test_processes_go (void)
{
  Stage stage;
  gint64 start;

  stage_init (&stage);
  site_set_page (stage.site, "/start", "<!doctype html><p>here</p>");
  stage_open (&stage, "/start");
  stage_wait_shown (&stage);
  g_assert_cmpuint (stage_count_web_processes (), >, 0);
  g_assert_cmpuint (stage_count_network_processes (), >, 0);
  start = g_get_monotonic_time ();
  trib_link_browser_shut_down (stage.browser);
  wait_until (stage_count_web_processes () == 0 && stage_count_network_processes () == 0);
  g_test_message ("gone after %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, GONE_WITHIN);
  stage_clear (&stage);
}

static gint64
measure_memory (void)
{
  g_autofree char *text = NULL;
  long size;
  long resident;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%ld %ld", &size, &resident), ==, 2);
  return (gint64) resident * sysconf (_SC_PAGESIZE);
}

static void
test_memory (void)
{
  Stage stage;
  gint64 before = 0;
  gint64 growth;

  stage_init (&stage);
  for (int i = 0; i < N_WARM_UP + N_SIGN_INS; i++) {
    if (i == N_WARM_UP)
      before = measure_memory ();
    stage_renew_view (&stage);
    stage_sign_in (&stage);
  }
  growth = measure_memory () - before;
  g_test_message ("%d sign-ins: %" G_GINT64_FORMAT " KiB more", N_SIGN_INS, growth / 1024);
  g_assert_cmpint (growth, <=, GROWTH_LIMIT);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web/storm/processes-go", test_processes_go);
  g_test_add_func ("/web/storm/web-kills", test_web_kills);
  g_test_add_func ("/web/storm/network-kills", test_network_kills);
  if (g_test_slow ())
    g_test_add_func ("/web/storm/memory", test_memory);
  return g_test_run ();
}
