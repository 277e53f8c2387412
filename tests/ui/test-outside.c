/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

#include "trib-ui-outside.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is handed to other programs. One scheme has a program here, and another one has none. */

#define WORKS "tributary-test:a"
#define FAILS "tributary-none:a"
#define TITLE "Your Browser Is Open"
#define DESCRIPTION "Sign in there."
#define NO_BROWSER "Your Browser Did Not Open"
#define NO_PROGRAM "No program opened this link"

typedef struct {
  UiWindow window;
  AdwStatusPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (fixture->page, TITLE);
  adw_status_page_set_description (fixture->page, DESCRIPTION);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
  ui_window_open (&fixture->window, overlay, 600, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (&fixture->window);
}

typedef struct {
  GtkWidget *root;
  const char *words;
} Words;

static gboolean
shows (gpointer data)
{
  Words *words = data;

  return ui_shows (words->root, words->words);
}

static void
wait_for_words (Fixture *fixture, const char *text)
{
  Words words = { GTK_WIDGET (fixture->window.window), text };

  ui_wait_for (shows, &words);
}

/* A page that said that no browser opened does not say so when one has. */
static void
test_browser (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++) {
    trib_ui_outside_show (fixture->page, FAILS);
    wait_for_words (fixture, NO_BROWSER);
    g_assert_null (strstr (adw_status_page_get_description (fixture->page), FAILS));
  }
  trib_ui_outside_show (fixture->page, WORKS);
  wait_for_words (fixture, TITLE);
  g_assert_cmpstr (adw_status_page_get_description (fixture->page), ==, DESCRIPTION);
}

/* The address itself is never shown, and the page goes back to its own words for a browser. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++) {
    trib_ui_outside_copy (fixture->page, WORKS);
    wait_for_words (fixture, "Link copied");
    g_assert_cmpstr (adw_status_page_get_title (fixture->page), ==, "The Link Is on the Clipboard");
    g_assert_false (ui_shows (GTK_WIDGET (fixture->window.window), WORKS));
  }
  trib_ui_outside_show (fixture->page, WORKS);
  wait_for_words (fixture, TITLE);
}

/* A link for mail has nothing to do with the browser's page. */
static void
test_other (Fixture *fixture, gconstpointer data)
{
  trib_ui_outside_open (GTK_WIDGET (fixture->page), FAILS);
  wait_for_words (fixture, NO_PROGRAM);
  g_assert_cmpstr (adw_status_page_get_title (fixture->page), ==, TITLE);
}

/* Only what is written here is known of other programs; the folder is the test's own. */
static void
write_programs (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("XDG_DATA_HOME"), "applications", NULL);
  g_autofree char *program = g_build_filename (folder, "test-browser.desktop", NULL);
  g_autofree char *list = g_build_filename (folder, "mimeapps.list", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (
      program, "[Desktop Entry]\nType=Application\nName=Test\nExec=true %u\n", -1, NULL));
  g_assert_true (g_file_set_contents (list,
                                      "[Default Applications]\n"
                                      "x-scheme-handler/tributary-test=test-browser.desktop\n",
                                      -1, NULL));
}

int
main (int argc, char *argv[])
{
  write_programs ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/outside/browser", Fixture, NULL, set_up, test_browser, tear_down);
  g_test_add ("/ui/outside/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/ui/outside/other", Fixture, NULL, set_up, test_other, tear_down);
  return g_test_run ();
}
