/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-app-window-private.h"
#include "trib-ui.h"

#include <unistd.h>

/* open-link-program cold|ready: the program, driven to a click on "Continue" for the one that
 * measures. It says when it clicked, goes on at a line of its standard input, and ends with it. */

#define COMPANY "Hollis & Okafor Architects"
#define PLATFORM "gbol"
#define SETTLE_MS 2500

static gboolean
has_tile (AppTest *test, gconstpointer data)
{
  return app_test_find_tile (app_test_get_page (test), data) != NULL;
}

static gboolean
is_after (AppTest *test, gconstpointer data)
{
  return g_get_monotonic_time () >= *(const gint64 *) data;
}

static gboolean
heard_cb (GIOChannel *channel, GIOCondition condition, gpointer data)
{
  char byte;

  *(int *) data = read (STDIN_FILENO, &byte, 1) == 1 ? 1 : -1;
  return G_SOURCE_REMOVE;
}

static gboolean
was_heard (AppTest *test, gconstpointer data)
{
  return *(const int *) data != 0;
}

/* Returns: whether there is more to do */
static gboolean
wait_for_word (AppTest *test)
{
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (STDIN_FILENO);
  int heard = 0;

  g_io_add_watch (channel, G_IO_IN | G_IO_HUP, heard_cb, &heard);
  app_test_wait (test, 120, was_heard, &heard);
  return heard > 0;
}

static void
say (const char *word, const char *value)
{
  g_print ("%s %s\n", word, value);
  fflush (stdout);
}

static void
say_now (const char *word)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());

  say (word, now);
}

/* The way in the program is the embedded one; what is made ready for it has had time for that. */
static void
click (AppTest *test, gboolean cold)
{
  g_autofree char *id =
      sandbox_server_dup_company_id (trib_app_demo_get_server (test->demo), COMPANY);
  gint64 settled;
  GtkWindow *dialog;

  trib_app_window_open_company (test->window,
                                trib_model_companies_find (app_test_get_companies (test), id));
  /* In the same turn of the loop, so that nothing is loaded. */
  if (cold)
    trib_app_web_let_go (test->web);
  app_test_wait (test, 20, has_tile, PLATFORM);
  app_test_click (app_test_find_tile (app_test_get_page (test), PLATFORM));
  dialog = app_test_wait_for_dialog (test);
  settled = g_get_monotonic_time () + SETTLE_MS * G_TIME_SPAN_MILLISECOND;
  app_test_wait (test, 10, is_after, &settled);
  say_now ("clicked");
  app_test_click (app_test_find_button (GTK_WIDGET (dialog), "Continue"));
}

/* The person stops it, which ends the view as every other end does. */
static void
finish (AppTest *test)
{
  app_test_activate (test, "win.back");
  app_test_answer (app_test_wait_for_dialog (test), "stop");
  app_test_wait_for_page (test, TRIB_UI_TYPE_RESULT_PAGE);
  say_now ("ended");
}

int
main (int argc, char *argv[])
{
  AppTest test = { 0 };
  TribModelSignIn *sign_in;

  gtk_test_init (&argc, &argv, NULL);
  trib_ui_init ();
  app_test_set_up (&test, TRUE, NULL);
  trib_app_window_start (test.window, NULL);
  app_test_wait_for_companies (&test, TRIB_MODEL_STATE_READY);
  app_test_wait_for_page (&test, TRIB_UI_TYPE_COMPANIES_PAGE);
  click (&test, argc > 1 && g_str_equal (argv[1], "cold"));
  if (wait_for_word (&test)) {
    sign_in = trib_ui_sign_in_page_get_sign_in (TRIB_UI_SIGN_IN_PAGE (app_test_get_page (&test)));
    gtk_widget_set_visible (GTK_WIDGET (test.window), FALSE);
    say ("uri", trib_link_session_get_link_uri (trib_model_sign_in_get_session (sign_in)));
  }
  if (wait_for_word (&test)) {
    gtk_window_present (GTK_WINDOW (test.window));
    app_test_wait_for_page (&test, TRIB_UI_TYPE_SIGN_IN_PAGE);
    finish (&test);
  }
  wait_for_word (&test);
  app_test_tear_down (&test);
  return 0;
}
