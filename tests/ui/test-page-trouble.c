/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sign-in-fixture.h"
#include "trib-ui-address-bar.h"
#include "trib-ui-page-window.h"

/* What stands around an embedded page: the strip above one that is of no use, the bar that says
 * where it is, and the windows that it opens. */

/* The one symbol of the module with a view, here with the view that is no WebKit. */
GtkWidget *trib_web_module_new_view (void);

static gboolean
is_revealed (GtkWidget *page)
{
  GtkWidget *strip = ui_find (page, TRIB_UI_TYPE_PAGE_TROUBLE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (ui_find (strip, GTK_TYPE_REVEALER)));
}

typedef struct {
  GtkWidget *strip;
  const char *words;
} Words;

static gboolean
shows (gpointer data)
{
  Words *words = data;

  return ui_shows (words->strip, words->words);
}

static void
wait_for_words (GtkWidget *strip, const char *text)
{
  Words words = { strip, text };

  ui_wait_for (shows, &words);
}

static void
test_strip (void)
{
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  GtkWidget *strip;
  TribLinkWatchdog *watchdog;

  ui_world_start (&world, 0);
  page = sign_in_fixture_open (&world, "ask");
  ui_window_open (&window, page, 800, 600);
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OPEN);
  strip = ui_find (page, TRIB_UI_TYPE_PAGE_TROUBLE);
  watchdog = trib_link_session_get_watchdog (sign_in_fixture_get_session (page));
  g_assert_false (is_revealed (page));

  trib_link_watchdog_report_page (watchdog, "https://login.example/signin/rejected");
  g_assert_true (is_revealed (page));
  wait_for_words (strip, "This page lets people sign in from a web browser only.");
  ui_assert_names (strip);
  trib_link_watchdog_report_page (watchdog, "https://login.example/passkey");
  wait_for_words (strip, "Passkeys and security keys work in your own browser only.");
  trib_link_watchdog_report_page (watchdog, "https://login.example/");
  g_assert_false (is_revealed (page));

  /* A file is taken or left; another way in is no answer to it. */
  g_object_set (trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)), "offer", "a.zip",
                NULL);
  g_assert_true (is_revealed (page));
  g_assert_null (ui_find_action (strip, "sign-in.use-browser"));
  g_assert_null (ui_find_action (strip, "sign-in.copy-link"));
  ui_click (ui_find_action (strip, "page-trouble.decline"));
  g_assert_false (is_revealed (page));

  trib_link_watchdog_report_page (watchdog, "https://login.example/passkey");
  g_assert_nonnull (ui_find_action (strip, "sign-in.use-browser"));
  ui_click (ui_find_action (strip, "sign-in.copy-link"));
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OUTSIDE);
  g_assert_false (is_revealed (page));
  wait_for_words (page, "The Link Is on the Clipboard");
  wait_for_words (page, "Valid for 23 h 59 min");
  ui_window_close (&window);
  ui_world_stop (&world);
}

static gboolean
is_chooser (gpointer data)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  *(GtkWindow **) data = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

    if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
      *(GtkWindow **) data = window;
  }
  return *(GtkWindow **) data != NULL;
}

static GtkWindow *
open_chooser (GtkWidget *strip)
{
  GtkWindow *chooser = NULL;

  ui_click (ui_find_action (strip, "page-trouble.save"));
  ui_wait_for (is_chooser, &chooser);
  return chooser;
}

static char *
dup_saved_to (GtkWidget *page)
{
  char *path = NULL;

  g_object_get (trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)), "saved-to", &path,
                NULL);
  return path;
}

static gboolean
is_saved (gpointer page)
{
  g_autofree char *path = dup_saved_to (page);

  return path != NULL;
}

typedef struct {
  GtkWindow *chooser; /* (weak) */
  GtkWidget *page;
} Accepting;

/* A chooser accepts nothing before it has read its folder. */
static gboolean
is_accepted (gpointer data)
{
  Accepting *accepting = data;

  if (accepting->chooser != NULL && gtk_widget_get_visible (GTK_WIDGET (accepting->chooser)))
    gtk_dialog_response (GTK_DIALOG (accepting->chooser), GTK_RESPONSE_ACCEPT);
  return is_saved (accepting->page);
}

/* A file goes where the person says, and nowhere before. */
static void
test_save (void)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  GtkWidget *toasts;
  GtkWidget *strip;
  GtkWindow *chooser;
  Accepting accepting;

  ui_world_start (&world, 0);
  page = sign_in_fixture_open (&world, "ask");
  toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), page);
  ui_window_open (&window, toasts, 800, 600);
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OPEN);
  strip = ui_find (page, TRIB_UI_TYPE_PAGE_TROUBLE);
  g_object_set (trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)), "offer",
                "books & bills.zip", NULL);
  wait_for_words (strip,
                  "This page offers the file “books & bills.zip” from files.example. Save it only "
                  "if you expected it.");
  ui_assert_names (strip);

  chooser = open_chooser (strip);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  g_assert_false (is_saved (page));

  chooser = open_chooser (strip);
  accepting.chooser = chooser;
  accepting.page = page;
  g_object_add_weak_pointer (G_OBJECT (chooser), (gpointer *) &accepting.chooser);
  ui_wait_for (is_accepted, &accepting);
  path = dup_saved_to (page);
  g_assert_true (g_path_is_absolute (path));
  name = g_path_get_basename (path);
  g_assert_cmpstr (name, ==, "books & bills.zip");
  g_assert_null (ui_find_action (strip, "page-trouble.save"));
  g_assert_false (is_revealed (page));
  wait_for_words (toasts, "Saved as “books & bills.zip”");
  ui_window_close (&window);
  ui_world_stop (&world);
}

/* A window of the page says where it is, hands on what is for other programs, and takes its page
 * along when it is closed. */
static void
test_window (void)
{
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  GtkWidget *view;
  GtkWidget *popup;
  GtkWidget *overlay = adw_toast_overlay_new ();

  ui_world_start (&world, 0);
  page = sign_in_fixture_open (&world, "ask");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  ui_window_open (&window, overlay, 800, 600);
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OPEN);
  view = g_object_ref_sink (trib_web_module_new_view ());
  g_signal_emit_by_name (trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)), "window",
                         view);
  popup = GTK_WIDGET (gtk_widget_get_root (view));
  g_assert_true (TRIB_UI_IS_PAGE_WINDOW (popup));
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (popup)));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (popup)) == GTK_WINDOW (window.window));
  g_assert_true (TRIB_UI_IS_ADDRESS_BAR (ui_find (popup, TRIB_UI_TYPE_ADDRESS_BAR)));
  ui_assert_names (popup);
  /* Nothing opens such a link. */
  g_signal_emit_by_name (view, "open-outside", "tributary-none:a");
  wait_for_words (overlay, "No program opened this link");
  g_object_add_weak_pointer (G_OBJECT (popup), (gpointer *) &popup);
  g_signal_emit_by_name (view, "closed");
  g_assert_null (popup);
  g_assert_finalize_object (view);
  ui_window_close (&window);
  ui_world_stop (&world);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* What a window cannot show is said in it; what its page loads after all is shown. */
static void
test_window_fails (void)
{
  static const struct {
    TribLinkPageProblem problem;
    const char *words;
  } rows[] = {
    { TRIB_LINK_PAGE_PROBLEM_NETWORK, "The Page Could Not Be Reached" },
    { TRIB_LINK_PAGE_PROBLEM_TLS, "The Page Could Not Prove Who It Is" },
    { TRIB_LINK_PAGE_PROBLEM_CRASH, "The Page Stopped Working" },
  };
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  GtkWidget *view;
  GtkWidget *popup;

  ui_world_start (&world, 0);
  page = sign_in_fixture_open (&world, "ask");
  ui_window_open (&window, page, 800, 600);
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OPEN);
  view = g_object_ref_sink (trib_web_module_new_view ());
  g_signal_emit_by_name (trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)), "window",
                         view);
  popup = GTK_WIDGET (gtk_widget_get_root (view));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_signal_emit_by_name (view, "failed", rows[i].problem);
    g_assert_true (ui_shows (popup, rows[i].words));
    g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_parent (view)));
    g_assert_false (gtk_widget_get_visible (ui_find (popup, TRIB_UI_TYPE_ADDRESS_BAR)));
    ui_assert_names (popup);
    g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (popup)));
    g_object_set (view, "busy", TRUE, NULL);
    g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_parent (view)));
    g_object_set (view, "busy", FALSE, NULL);
  }
  g_signal_emit_by_name (view, "failed", TRIB_LINK_PAGE_PROBLEM_NETWORK);
  g_object_add_weak_pointer (G_OBJECT (popup), (gpointer *) &popup);
  gtk_widget_activate_action (ui_find (popup, ADW_TYPE_STATUS_PAGE), "window.close", NULL);
  ui_wait_for (is_gone, &popup);
  g_assert_cmpint (trib_link_session_get_state (sign_in_fixture_get_session (page)), ==,
                   TRIB_LINK_STATE_OPEN);
  g_assert_finalize_object (view);
  ui_window_close (&window);
  ui_world_stop (&world);
}

/* What is not known for the platform is said, in words and in colour. */
static void
test_unknown_address (void)
{
  static const struct {
    const char *host;
    gboolean known;
  } rows[] = {
    { "login.xero.com", TRUE },   { "xero.com:8443", TRUE },      { "link-api.codat.io", TRUE },
    { "127.0.0.1:4000", TRUE },   { "notxero.com", FALSE },       { "xero.com.example", FALSE },
    { "xn--xro-bma.com", FALSE }, { "login.example.com", FALSE },
  };
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  GtkWidget *bar;

  ui_world_start (&world, 0);
  page = sign_in_fixture_open (&world, "ask");
  ui_window_open (&window, page, 800, 600);
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OPEN);
  bar = ui_find (page, TRIB_UI_TYPE_ADDRESS_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].host);
    g_object_set (trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)), "place",
                  rows[i].host, NULL);
    g_assert_cmpint (ui_shows (bar, "This is not an address that we know for Xero. Go on only if "
                                    "you expected it."),
                     ==, !rows[i].known);
    g_assert_cmpint (gtk_widget_has_css_class (bar, "unknown"), ==, !rows[i].known);
  }
  ui_window_close (&window);
  ui_world_stop (&world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_func ("/ui/page-trouble/strip", test_strip);
  g_test_add_func ("/ui/page-trouble/save", test_save);
  g_test_add_func ("/ui/page-trouble/window", test_window);
  g_test_add_func ("/ui/page-trouble/window-fails", test_window_fails);
  g_test_add_func ("/ui/page-trouble/unknown-address", test_unknown_address);
  return g_test_run ();
}
