/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"
#include "trib-ui-connection-dialogs.h"
#include "trib-ui-stop-dialog.h"

/* What the keyboard does in each question, before anybody has pressed Tab. */

typedef struct {
  UiWorld world;
  UiWindow window;
  GtkWindow *dialog; /* (weak) (nullable): until it is closed */
  char *response;
  gboolean gone;
} Fixture;

typedef GtkWidget *(*MakeFunc) (Fixture *fixture);

static TribModelConnection *
get_connection (Fixture *fixture)
{
  TribModelCompany *company = company_fixture_get (&fixture->world, "Alderley Craft Brewing");

  company_fixture_load (company);
  return company_fixture_get_connection (&fixture->world, company, "zsth");
}

static GtkWidget *
make_unlink (Fixture *fixture)
{
  return trib_ui_unlink_dialog_new (fixture->window.window, get_connection (fixture));
}

static GtkWidget *
make_delete (Fixture *fixture)
{
  return trib_ui_delete_dialog_new (fixture->window.window, get_connection (fixture),
                                    "Alderley Craft Brewing");
}

static GtkWidget *
make_stop (Fixture *fixture)
{
  return trib_ui_stop_dialog_new (fixture->window.window, "win.back");
}

static void
response_cb (Fixture *fixture, const char *response)
{
  g_free (fixture->response);
  fixture->response = g_strdup (response);
}

static void
gone_cb (gpointer data, GObject *object)
{
  Fixture *fixture = data;

  fixture->gone = TRUE;
  fixture->dialog = NULL;
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->gone;
}

static gboolean
has_focus (gpointer data)
{
  GtkWindow *dialog = ((Fixture *) data)->dialog;

  return gtk_widget_get_mapped (GTK_WIDGET (dialog)) && gtk_window_get_focus (dialog) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer make)
{
  ui_world_start (&fixture->world, 0);
  ui_window_open (&fixture->window, adw_bin_new (), 600, 600);
  fixture->dialog = GTK_WINDOW (((MakeFunc) make) (fixture));
  g_object_weak_ref (G_OBJECT (fixture->dialog), gone_cb, fixture);
  g_signal_connect_swapped (fixture->dialog, "response", G_CALLBACK (response_cb), fixture);
  gtk_window_present (fixture->dialog);
  ui_wait_for (has_focus, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer make)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (fixture->dialog);
  ui_wait_for (is_gone, fixture);
  ui_window_close (&fixture->window);
  g_free (fixture->response);
  ui_world_stop (&fixture->world);
}

/* Escape is the harmless answer, and nothing is done. */
static void
test_escape (Fixture *fixture, gconstpointer make)
{
  g_assert_true (ui_press (fixture->dialog, GDK_KEY_Escape, 0));
  ui_wait_for (is_gone, fixture);
  g_assert_cmpstr (fixture->response, ==, make == make_stop ? "keep" : "cancel");
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
}

/* So is Enter, unless what is to be destroyed has been named. */
static void
test_enter (Fixture *fixture, gconstpointer make)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->dialog);

  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_true (focus == gtk_window_get_default_widget (fixture->dialog));
  g_assert_true (ui_press (fixture->dialog, GDK_KEY_Return, 0));
  ui_wait_for (is_gone, fixture);
  g_assert_cmpstr (fixture->response, ==, make == make_stop ? "keep" : "cancel");
}

/* The name can be typed at once; Enter deletes nothing until it is right. */
static void
test_delete_typed (Fixture *fixture, gconstpointer make)
{
  ui_type (fixture->dialog, "squ");
  ui_press (fixture->dialog, GDK_KEY_Return, 0);
  company_fixture_settle ();
  g_assert_null (fixture->response);
  ui_type (fixture->dialog, "are");
  g_assert_true (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (fixture->dialog), "delete"));
}

/* The question is answered before what it was asked for takes the window away. */
static void
test_stop (Fixture *fixture, gconstpointer make)
{
  ui_click (ui_find_named (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON, "_Stop"));
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
  ui_wait_for (is_gone, fixture);
  company_fixture_settle ();
  g_assert_cmpstr (fixture->window.activated->str, ==, "back()");
}

static void
test_narrow (Fixture *fixture, gconstpointer make)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  ui_assert_names (GTK_WIDGET (fixture->dialog));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(name, make, test)                                                                      \
  g_test_add ("/ui/dialogs/" name, Fixture, (gconstpointer) (make), set_up, test, tear_down)
  ADD ("unlink/escape", make_unlink, test_escape);
  ADD ("unlink/enter", make_unlink, test_enter);
  ADD ("unlink/narrow", make_unlink, test_narrow);
  ADD ("delete/escape", make_delete, test_escape);
  ADD ("delete/typed", make_delete, test_delete_typed);
  ADD ("delete/narrow", make_delete, test_narrow);
  ADD ("stop/escape", make_stop, test_escape);
  ADD ("stop/enter", make_stop, test_enter);
  ADD ("stop/narrow", make_stop, test_narrow);
  ADD ("stop/stop", make_stop, test_stop);
  return g_test_run ();
}
