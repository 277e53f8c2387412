/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

#include "trib-link-browser.h"

/* The line that says where one is, over a view that is only properties. */

#define PLAIN_TYPE_BROWSER (plain_browser_get_type ())

G_DECLARE_FINAL_TYPE (PlainBrowser, plain_browser, PLAIN, BROWSER, GObject)

struct _PlainBrowser {
  GObject parent_instance;

  const char *host; /* (unowned) (nullable) */
  gboolean secure;
  gboolean loading;
  gboolean can_go_back;
  guint n_reloads;
  guint n_backs;
};

typedef enum {
  PROP_HOST = 1,
  PROP_SECURE,
  PROP_PROGRESS,
  PROP_LOADING,
  PROP_CAN_GO_BACK,
  PROP_CERTIFICATE,
  PROP_OFFERED_FILE,
  PROP_OFFERING_HOST,
} PlainBrowserProperty;

static void plain_browser_init_browser (TribLinkBrowserInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlainBrowser,
                               plain_browser,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRIB_LINK_TYPE_BROWSER,
                                                      plain_browser_init_browser))

static void
plain_browser_reload (TribLinkBrowser *browser)
{
  PLAIN_BROWSER (browser)->n_reloads++;
}

static void
plain_browser_go_back (TribLinkBrowser *browser)
{
  PLAIN_BROWSER (browser)->n_backs++;
}

static void
plain_browser_init_browser (TribLinkBrowserInterface *iface)
{
  iface->reload = plain_browser_reload;
  iface->go_back = plain_browser_go_back;
}

static void
plain_browser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlainBrowser *self = PLAIN_BROWSER (object);

  switch ((PlainBrowserProperty) id) {
  case PROP_HOST:
    g_value_set_string (value, self->host);
    break;
  case PROP_SECURE:
    g_value_set_boolean (value, self->secure);
    break;
  case PROP_PROGRESS:
    g_value_set_double (value, 0.5);
    break;
  case PROP_LOADING:
    g_value_set_boolean (value, self->loading);
    break;
  case PROP_CAN_GO_BACK:
    g_value_set_boolean (value, self->can_go_back);
    break;
  case PROP_OFFERED_FILE:
  case PROP_OFFERING_HOST:
    g_value_set_string (value, NULL);
    break;
  case PROP_CERTIFICATE:
    g_value_set_object (value, NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
plain_browser_class_init (PlainBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plain_browser_get_property;
  g_object_class_override_property (object_class, PROP_HOST, "host");
  g_object_class_override_property (object_class, PROP_SECURE, "secure");
  g_object_class_override_property (object_class, PROP_PROGRESS, "progress");
  g_object_class_override_property (object_class, PROP_LOADING, "loading");
  g_object_class_override_property (object_class, PROP_CAN_GO_BACK, "can-go-back");
  g_object_class_override_property (object_class, PROP_CERTIFICATE, "certificate");
  g_object_class_override_property (object_class, PROP_OFFERED_FILE, "offered-file");
  g_object_class_override_property (object_class, PROP_OFFERING_HOST, "offering-host");
}

static void
plain_browser_init (PlainBrowser *self)
{
}

typedef struct {
  UiWindow window;
  TribUiAddressBar *bar;
  PlainBrowser *browser;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->bar = g_object_ref_sink (g_object_new (TRIB_UI_TYPE_ADDRESS_BAR, NULL));
  fixture->browser = g_object_new (PLAIN_TYPE_BROWSER, NULL);
  ui_window_open (&fixture->window, GTK_WIDGET (fixture->bar), 600, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (&fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->bar));
  g_assert_finalize_object (g_steal_pointer (&fixture->browser));
}

static void
go (Fixture *fixture, const char *host, gboolean secure)
{
  fixture->browser->host = host;
  fixture->browser->secure = secure;
  g_object_notify (G_OBJECT (fixture->browser), "host");
}

static void
test_security (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *host;
    gboolean secure;
    const char *word;
    gboolean alarms;
  } rows[] = {
    { "login.example.com", TRUE, "Secure", FALSE },
    { "login.example.com", FALSE, "Not secure", TRUE },
    /* What never leaves the computer alarms nobody. */
    { "127.0.0.1:8080", FALSE, "On this computer", FALSE },
    { "localhost", FALSE, "On this computer", FALSE },
    { "[::1]:8080", FALSE, "On this computer", FALSE },
    { "localhost.example.com", FALSE, "Not secure", TRUE },
    { "127.0.0.1.example.com:80", FALSE, "Not secure", TRUE },
  };
  GtkWidget *bar = GTK_WIDGET (fixture->bar);

  trib_ui_address_bar_set_browser (fixture->bar, TRIB_LINK_BROWSER (fixture->browser), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    go (fixture, rows[i].host, rows[i].secure);
    g_assert_true (ui_shows (bar, rows[i].host));
    g_assert_true (ui_shows (bar, rows[i].word));
    g_assert_cmpint (gtk_widget_has_css_class (bar, "insecure"), ==, rows[i].alarms);
  }
}

/* Nothing is claimed about a page that is not there yet. */
static void
test_opening (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (fixture->bar);

  g_assert_true (ui_shows (bar, "Opening the page…"));
  g_assert_false (ui_shows (bar, "Secure"));
  g_assert_false (ui_shows (bar, "Not secure"));
  g_assert_false (gtk_widget_get_sensitive (ui_find_action (bar, "page-view.reload")));
  trib_ui_address_bar_set_browser (fixture->bar, TRIB_LINK_BROWSER (fixture->browser), NULL);
  g_assert_true (ui_shows (bar, "Opening the page…"));
  g_assert_false (ui_shows (bar, "Not secure"));
  ui_assert_names (bar);
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (fixture->bar);
  GtkWidget *back = ui_find_action (bar, "page-view.back");

  trib_ui_address_bar_set_browser (fixture->bar, TRIB_LINK_BROWSER (fixture->browser), NULL);
  g_assert_false (gtk_widget_get_sensitive (back));
  fixture->browser->can_go_back = TRUE;
  g_object_notify (G_OBJECT (fixture->browser), "can-go-back");
  ui_click (back);
  ui_click (ui_find_action (bar, "page-view.reload"));
  g_assert_cmpuint (fixture->browser->n_backs, ==, 1);
  g_assert_cmpuint (fixture->browser->n_reloads, ==, 1);
}

/* The line that shows the loading keeps its place, so that the page never jumps. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  GtkWidget *progress = ui_find (GTK_WIDGET (fixture->bar), GTK_TYPE_PROGRESS_BAR);

  trib_ui_address_bar_set_browser (fixture->bar, TRIB_LINK_BROWSER (fixture->browser), NULL);
  g_assert_true (gtk_widget_get_visible (progress));
  g_assert_cmpfloat (gtk_widget_get_opacity (progress), ==, 0);
  fixture->browser->loading = TRUE;
  g_object_notify (G_OBJECT (fixture->browser), "loading");
  g_assert_cmpfloat (gtk_widget_get_opacity (progress), ==, 1);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (progress)), ==, 0.5);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(name, test) g_test_add ("/ui/address-bar/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("security", test_security);
  ADD ("opening", test_opening);
  ADD ("buttons", test_buttons);
  ADD ("progress", test_progress);
  return g_test_run ();
}
