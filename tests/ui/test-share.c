/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

#include "trib-ui-mailto.h"

#include <glib/gstdio.h>
#include <string.h>

#define COMPANY "Hollis & Okafor Architects"

typedef struct {
  UiWorld world;
  UiWindow window;
  TribModelCompany *company;
  GtkWidget *page;
  char *mail; /* (owned) (nullable): what the mail program would get */
} Fixture;

static gboolean
open_mail_cb (TribUiSharePage *page, const char *mail, Fixture *fixture)
{
  g_free (fixture->mail);
  fixture->mail = g_strdup (mail);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TribModelInvitation) invitation = NULL;

  ui_world_start (&fixture->world, 0);
  fixture->company = company_fixture_get (&fixture->world, COMPANY);
  company_fixture_load (fixture->company);
  invitation = trib_model_invitation_new (fixture->world.account, fixture->company,
                                          company_fixture_get_platform (&fixture->world, "gbol"));
  fixture->page = trib_ui_share_page_new (invitation);
  g_signal_connect (fixture->page, "open-mail", G_CALLBACK (open_mail_cb), fixture);
  ui_window_open (&fixture->window, fixture->page, 900, 900);
  /* Some tests take it out of its window. */
  g_object_ref (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (&fixture->window);
  company_fixture_settle ();
  g_assert_finalize_object (fixture->page);
  ui_world_stop (&fixture->world);
  g_free (fixture->mail);
}

static TribModelInvitation *
get_invitation (Fixture *fixture)
{
  return trib_ui_share_page_get_invitation (TRIB_UI_SHARE_PAGE (fixture->page));
}

static gboolean
is_noted (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (trib_model_notes_get_requests (
             trib_model_account_get_notes (fixture->world.account))) == 1;
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_there (gpointer data)
{
  return *(char **) data != NULL;
}

/* Nothing is asked of the server before somebody presses a button. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  TribModelConnection *connection;
  g_autofree char *subtitle = NULL;

  ui_assert_names (fixture->page);
  g_assert_null (trib_model_invitation_get_connection (get_invitation (fixture)));
  ui_click (ui_find_action (fixture->page, "share.copy"));
  ui_wait_for (is_noted, fixture);
  g_assert_true (ui_shows (
      fixture->page, "The link is on the clipboard. Give it only to the person who signs in."));
  g_assert_true (
      ui_shows (fixture->page, trib_model_invitation_get_expires_text (get_invitation (fixture))));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL, text_cb, &text);
  ui_wait_for (is_there, &text);
  g_assert_nonnull (strstr (text, "otp="));
  connection = trib_model_invitation_get_connection (get_invitation (fixture));
  g_object_get (connection, "subtitle", &subtitle, NULL);
  g_assert_true (g_str_has_prefix (subtitle, "Waiting for your accountant · since "));
}

static gboolean
has_code (gpointer data)
{
  return gtk_picture_get_paintable (data) != NULL;
}

static gboolean
is_in_view (gpointer data)
{
  return ui_is_in_view (data);
}

static double
get_place (Fixture *fixture, const char *action)
{
  graphene_rect_t bounds;

  g_assert_true (
      gtk_widget_compute_bounds (ui_find_action (fixture->page, action), fixture->page, &bounds));
  return bounds.origin.y;
}

static gboolean
has_height (gpointer data)
{
  return gtk_widget_get_height (data) > 0;
}

/* The place of the answer is kept free. */
static void
test_nothing_jumps (Fixture *fixture, gconstpointer data)
{
  double copy, code;

  if (!trib_ui_qr_is_available ())
    return;
  ui_wait_for (has_height, ui_find_action (fixture->page, "share.show-code"));
  copy = get_place (fixture, "share.copy");
  code = get_place (fixture, "share.show-code");
  ui_click (ui_find_action (fixture->page, "share.copy"));
  ui_wait_for (is_noted, fixture);
  ui_wait_for (has_height, ui_find_named (fixture->page, GTK_TYPE_LABEL,
                                          "The link is on the clipboard. Give it only to the "
                                          "person who signs in."));
  g_assert_cmpfloat (get_place (fixture, "share.copy"), ==, copy);
  g_assert_cmpfloat (get_place (fixture, "share.show-code"), ==, code);
}

/* The code says what the clipboard would get, and goes when nobody looks. */
static void
test_code (Fixture *fixture, gconstpointer data)
{
  GtkWidget *picture = ui_find (fixture->page, GTK_TYPE_PICTURE);

  if (!trib_ui_qr_is_available ()) {
    g_assert_null (ui_find_action (fixture->page, "share.show-code"));
    return;
  }
  ui_click (ui_find_action (fixture->page, "share.show-code"));
  ui_wait_for (has_code, picture);
  g_assert_cmpstr (gtk_picture_get_alternative_text (GTK_PICTURE (picture)), ==,
                   "QR code of a link that opens the sign-in once");
  g_assert_true (ui_shows (fixture->page, "Hide QR Code"));
  ui_wait_for (is_in_view, picture);
  ui_click (ui_find_action (fixture->page, "share.show-code"));
  g_assert_false (has_code (picture));
  ui_click (ui_find_action (fixture->page, "share.show-code"));
  ui_wait_for (has_code, picture);
  gtk_widget_set_visible (fixture->page, FALSE);
  g_assert_false (has_code (picture));
}

static gboolean
has_mail (gpointer data)
{
  return ((Fixture *) data)->mail != NULL;
}

/* The letter is the person's own: what they wrote is what is sent, with the link in its place. */
static void
test_mail (Fixture *fixture, gconstpointer data)
{
  GtkTextView *letter = GTK_TEXT_VIEW (ui_find (fixture->page, GTK_TYPE_TEXT_VIEW));
  GtkWidget *to = ui_find_named (fixture->page, ADW_TYPE_ENTRY_ROW, "To");
  g_autofree char *start = NULL;

  g_assert_nonnull (to);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (letter), "Dear Ann,\n[link]\nBye & thanks",
                            -1);
  gtk_editable_set_text (GTK_EDITABLE (to), "ann@example.com");
  ui_click (ui_find_action (fixture->page, "share.mail"));
  ui_wait_for (has_mail, fixture);
  start = g_strdup_printf ("mailto:ann@example.com?subject=Please%%20sign%%20in%%20to%%20Xero%%20"
                           "for%%20Hollis%%20%%26%%20Okafor%%20Architects&body=Dear%%20Ann%%2C"
                           "%%0D%%0Ahttp");
  g_assert_true (g_str_has_prefix (fixture->mail, start));
  g_assert_true (g_str_has_suffix (fixture->mail, "%0D%0ABye%20%26%20thanks"));
  g_assert_nonnull (strstr (fixture->mail, "otp%3D"));
  /* What is shown holds no link, before and after. */
  g_assert_false (g_str_has_prefix (
      gtk_label_get_text (GTK_LABEL (ui_find (fixture->page, GTK_TYPE_LABEL))), "http"));
}

static gboolean
has_problem (gpointer data)
{
  return gtk_widget_get_mapped (ui_find (data, TRIB_UI_TYPE_PROBLEM_BOX)) &&
         ui_find_action (data, "share.copy") != NULL &&
         gtk_widget_get_sensitive (ui_find_action (data, "share.copy"));
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = ui_find (fixture->page, TRIB_UI_TYPE_PROBLEM_BOX);
  g_autoptr (TribModelProblem) problem = NULL;

  sandbox_server_set_fault (fixture->world.server, "connections-500");
  ui_click (ui_find_action (fixture->page, "share.copy"));
  g_assert_false (gtk_widget_get_sensitive (ui_find_action (fixture->page, "share.copy")));
  ui_wait_for (has_problem, fixture->page);
  g_object_get (box, "problem", &problem, NULL);
  g_assert_nonnull (problem);
  g_assert_false (is_noted (fixture));
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  /* The page may go while a link is on its way. */
  ui_click (ui_find_action (fixture->page, "share.copy"));
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dir = g_dir_make_tmp ("tributary-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "instructions.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = trib_ui_instructions_new (get_invitation (fixture));
  g_autofree char *markup = trib_ui_instructions_dup_markup (get_invitation (fixture));
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_nonnull (strstr (markup, "How to sign in to Xero for Hollis &amp; Okafor Architects"));
  g_assert_nonnull (strstr (markup, "What you need"));
  g_assert_null (strstr (markup, "http"));
  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, &error));
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            fixture->window.window, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_unlink (path);
  g_rmdir (dir);
}

static void
test_mailto (void)
{
  static const struct {
    const char *to, *subject, *body, *uri;
  } rows[] = {
    { NULL, "a", "b", "mailto:?subject=a&body=b" },
    { "", "", "", "mailto:?subject=&body=" },
    { "x@y.z", "a b", "1\n2\r\n3", "mailto:x@y.z?subject=a%20b&body=1%0D%0A2%0D%0A3" },
    { "x@y.z, q@r.s;", "s", "b", "mailto:x@y.z,q@r.s?subject=s&body=b" },
    { "x@y.z?cc=evil@e.e", "s", "b", "mailto:x@y.z%3Fcc%3Devil@e.e?subject=s&body=b" },
    { "a%b&c@d.e", "s", "b", "mailto:a%25b%26c@d.e?subject=s&body=b" },
    { NULL, "a\r\nBcc: e@e.e", "b&cc=e@e.e#f",
      "mailto:?subject=a%20%20Bcc%3A%20e%40e.e&body=b%26cc%3De%40e.e%23f" },
    { NULL, "Ünï", "€", "mailto:?subject=%C3%9Cn%C3%AF&body=%E2%82%AC" },
    { NULL, "+", "https://a/?otp=1&x=%2F",
      "mailto:?subject=%2B&body=https%3A%2F%2Fa%2F%3Fotp%3D1%26x%3D%252F" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *uri = trib_ui_mailto_new (rows[i].to, rows[i].subject, rows[i].body);

    g_assert_cmpstr (uri, ==, rows[i].uri);
  }
}

/* The finder patterns are where the standard has them, and what is no code is none. */
static void
test_qr (void)
{
  g_autoptr (TribUiQr) code = NULL;
  g_autofree char *long_text = g_strnfill (5000, 'x');
  guint n;

  if (!trib_ui_qr_is_available ()) {
    g_assert_null (trib_ui_qr_new ("a"));
    return;
  }
  code = trib_ui_qr_new ("https://link-api.codat.io/companies/1/connections/2/start?otp=3");
  n = trib_ui_qr_get_n_modules (code);
  g_assert_cmpuint (n, >=, 21);
  for (guint i = 0; i < 7; i++) {
    g_assert_true (trib_ui_qr_is_dark (code, i, 0));
    g_assert_true (trib_ui_qr_is_dark (code, n - 1 - i, 0));
    g_assert_true (trib_ui_qr_is_dark (code, 0, n - 1 - i));
  }
  g_assert_false (trib_ui_qr_is_dark (code, 7, 0));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (code)), ==, (int) (n + 8) * 5);
  g_assert_null (trib_ui_qr_new (long_text));
}

/* G7: the question is there while it is one. */
static void
test_organisation (Fixture *fixture, gconstpointer data)
{
  TribModelNotes *notes = trib_model_account_get_notes (fixture->world.account);
  TribModelCompany *company = company_fixture_get (&fixture->world, "Alderley Craft Brewing");
  GtkWidget *box = g_object_ref_sink (g_object_new (TRIB_UI_TYPE_ORGANISATION_BOX, NULL));
  TribModelConnection *connection;
  const char *id;

  company_fixture_load (company);
  connection = company_fixture_get_connection (&fixture->world, company, "qhyg");
  id = trib_model_connection_get_id (connection);
  trib_ui_organisation_box_set_connection (TRIB_UI_ORGANISATION_BOX (box), connection);
  g_assert_false (gtk_widget_get_visible (box));
  trib_model_notes_set_organisation (notes, id, "A <b> Ltd");
  g_assert_true (gtk_widget_get_visible (box));
  gtk_widget_activate_action (box, "organisation.keep", NULL);
  g_assert_false (gtk_widget_get_visible (box));
  trib_model_notes_set_organisation (notes, id, "A Ltd");
  g_assert_true (gtk_widget_get_visible (box));
  gtk_widget_activate_action (box, "organisation.go-back", NULL);
  company_fixture_wait_for (connection, "can-unlink", FALSE);
  g_assert_false (gtk_widget_get_visible (box));
  g_assert_cmpstr (trib_model_notes_get_organisation (notes, id), ==, "A Ltd");
  g_assert_finalize_object (box);
}

static gboolean
says_nobody (gpointer page)
{
  return ui_shows (page, "Nobody is waited for at " COMPANY);
}

/* H3: who waits longest is first, and can be asked again; nobody is there once they have signed in.
 */
static void
test_requests (Fixture *fixture, gconstpointer data)
{
  TribModelNotes *notes = trib_model_account_get_notes (fixture->world.account);
  const char *company_id = trib_model_company_get_id (fixture->company);
  gint64 now = trib_clock_get_real_time (fixture->world.clock) / G_USEC_PER_SEC;
  const char *first = "11111111-2222-4333-8444-555555555555";
  g_autoptr (TribModelRequest) request = trib_model_request_new (
      first, company_id, COMPANY, "Xero", TRIB_MODEL_WHO_OWNER, now - 4 * 86400, now - 3 * 86400);
  GtkWidget *page = trib_ui_requests_page_new (fixture->world.account);
  g_autofree char *wanted = NULL;
  UiWindow window;

  ui_window_open (&window, page, 600, 600);
  g_assert_true (ui_shows (page, "Nobody Is Waited For"));
  trib_model_notes_add_request (notes, request);
  g_assert_true (ui_shows (page, COMPANY " · Xero"));
  g_assert_true (ui_shows (page, "The link has expired"));
  g_assert_true (ui_shows (page, "It is time to ask again."));
  ui_assert_names (page);
  ui_click (ui_find_action (page, "win.share-connection"));
  wanted = g_strdup_printf ("share-connection(('%s', '%s'))", company_id, first);
  g_assert_cmpstr (window.activated->str, ==, wanted);
  /* Who waits no longer says so here, and can take it back; a toast reads markup. */
  ui_click (ui_find_action (page, "requests.stop"));
  g_assert_true (ui_shows (page, "Nobody Is Waited For"));
  g_assert_cmpuint (g_list_model_get_n_items (trib_model_notes_get_requests (notes)), ==, 0);
  ui_wait_for (says_nobody, page);
  ui_click (ui_find_action (page, "requests.wait-again"));
  g_assert_true (ui_shows (page, COMPANY " · Xero"));
  trib_model_notes_remove_request (notes, first);
  g_assert_true (ui_shows (page, "Nobody Is Waited For"));
  g_assert_true (ui_shows (page, "Demo"));
  ui_window_close (&window);
}

static gboolean
shows_data (gpointer data)
{
  return ui_find (data, TRIB_UI_TYPE_SYNC_LIST) != NULL &&
         gtk_widget_get_mapped (ui_find (data, TRIB_UI_TYPE_SYNC_LIST));
}

/* F1: how far the reading is, at the connections; nothing of it where nothing is connected. */
static void
test_data (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = company_fixture_get (&fixture->world, "Alderley Craft Brewing");
  GtkWidget *page = trib_ui_connections_page_new (company, NULL);
  GtkWidget *none = trib_ui_connections_page_new (fixture->company, NULL);
  UiWindow window;

  company_fixture_load (company);
  ui_window_open (&window, page, 600, 900);
  ui_wait_for (shows_data, page);
  ui_window_close (&window);
  ui_window_open (&window, none, 600, 900);
  company_fixture_settle ();
  g_assert_null (ui_find (none, TRIB_UI_TYPE_SYNC_LIST));
  ui_window_close (&window);
}

static guint
count_toplevels (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static gboolean
has_toplevels (gpointer data)
{
  return count_toplevels () == GPOINTER_TO_UINT (data);
}

/* One dialog at a time, over the window, and gone with the page that asked for it. */
static void
test_one_save_dialog (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWindow) dialog = NULL;
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < 2; i++)
    g_assert_true (gtk_widget_activate_action (fixture->page, "share.save", NULL));
  ui_wait_for (has_toplevels, GUINT_TO_POINTER (2));
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

    if (window != fixture->window.window)
      g_set_object (&dialog, window);
  }
  g_assert_true (gtk_window_get_modal (dialog));
  g_assert_true (gtk_window_get_transient_for (dialog) == fixture->window.window);
  adw_window_set_content (ADW_WINDOW (fixture->window.window), NULL);
  ui_wait_for (has_toplevels, GUINT_TO_POINTER (1));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_func ("/ui/share/mailto", test_mailto);
  g_test_add_func ("/ui/share/qr", test_qr);
  ADD ("/ui/share/nothing-jumps", test_nothing_jumps);
  ADD ("/ui/share/copy", test_copy);
  ADD ("/ui/share/code", test_code);
  ADD ("/ui/share/mail", test_mail);
  ADD ("/ui/share/problem", test_problem);
  ADD ("/ui/share/gone", test_gone);
  ADD ("/ui/share/export", test_export);
  ADD ("/ui/share/data", test_data);
  ADD ("/ui/share/requests", test_requests);
  ADD ("/ui/share/organisation", test_organisation);
  ADD ("/ui/share/one-save-dialog", test_one_save_dialog);
  return g_test_run ();
}
