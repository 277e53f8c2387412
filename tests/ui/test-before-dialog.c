/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

typedef struct {
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
  GtkWidget *dialog;
  guint n_shown;
} Fixture;

static void
show_connections_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ((Fixture *) data)->n_shown++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entry = { "show-connections", show_connections_cb };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  ui_world_start (&fixture->world, 0);
  fixture->page = gtk_button_new_with_label ("A page");
  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, fixture);
  gtk_widget_insert_action_group (fixture->page, "company", G_ACTION_GROUP (group));
  ui_window_open (&fixture->window, fixture->page, 900, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL) {
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
    company_fixture_settle ();
    g_assert_finalize_object (g_steal_pointer (&fixture->dialog));
  }
  ui_window_close (&fixture->window);
  ui_world_stop (&fixture->world);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static TribUiBeforeDialog *
show_dialog (Fixture *fixture, const char *name, const char *key)
{
  TribModelCompany *company = company_fixture_get (&fixture->world, name);
  TribModelPlatform *platform = company_fixture_get_platform (&fixture->world, key);

  company_fixture_load (company);
  ui_wait_for (is_mapped, fixture->page);
  fixture->dialog =
      g_object_ref (trib_ui_before_dialog_new (fixture->world.account, company, platform));
  trib_ui_before_dialog_present (TRIB_UI_BEFORE_DIALOG (fixture->dialog), fixture->page);
  ui_wait_for (is_mapped, fixture->dialog);
  return TRIB_UI_BEFORE_DIALOG (fixture->dialog);
}

/* The window's action got exactly this company and platform. */
static void
assert_activated (Fixture *fixture, const char *action, const char *company, const char *key)
{
  g_autofree char *id = sandbox_server_dup_company_id (fixture->world.server, company);
  TribModelPlatform *platform = company_fixture_get_platform (&fixture->world, key);
  const char *integration = trib_model_platform_get_integration_id (platform);
  g_autofree char *wanted = g_strdup_printf ("%s(('%s', '%s', '%s'))", action, id, key,
                                             integration != NULL ? integration : "");

  g_assert_cmpstr (fixture->window.activated->str, ==, wanted);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  TribUiBeforeDialog *dialog = show_dialog (fixture, "Hollis & Okafor Architects", "gbol");
  GtkWidget *widget = GTK_WIDGET (dialog);
  GtkWidget *go_on;

  g_assert_cmpint (trib_ui_before_dialog_get_case (dialog), ==, TRIB_UI_BEFORE_CASE_NEW);
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (dialog)));
  g_assert_true (ui_shows (widget, "Connect Xero"));
  g_assert_true (ui_shows (widget, "go.xero.com"));
  g_assert_true (ui_shows (widget, "About 1 minute"));
  g_assert_true (ui_shows (widget, "1"));
  g_assert_true (ui_shows (widget, "Sign in to Xero on its own page"));
  g_assert_true (ui_shows (widget, "What you need"));
  g_assert_true (ui_shows (widget, "By continuing, you allow Northwind Lending to read business "
                                   "records of Hollis & Okafor Architects from Xero."));
  g_assert_true (ui_shows (widget, "You can disconnect at any time: here under Connections, or in "
                                   "Xero, among its connected apps."));
  g_assert_true (ui_shows (widget, "The link for signing in works once, within one day. A new one "
                                   "is a click away."));
  g_assert_true (ui_shows (widget, "What will be read"));
  g_assert_true (ui_shows (widget, "Invoices"));
  g_assert_true (ui_shows (widget, "Read only: nothing is changed there."));
  g_assert_false (ui_shows (widget, "What will be written"));
  g_assert_true (ui_shows (widget, "Powered by Codat"));
  g_assert_false (ui_shows (widget, "This must be finished on a Windows computer: the one that "
                                    "has the program."));
  ui_assert_names (widget);

  /* Enter continues: the button has the focus and is the default. */
  go_on = ui_find_action (widget, "before.continue");
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog)) == go_on);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == go_on);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (go_on), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Continue to Xero");
}

static void
test_continue (Fixture *fixture, gconstpointer data)
{
  show_dialog (fixture, "Hollis & Okafor Architects", "gbol");
  ui_click (ui_find_action (fixture->dialog, "before.continue"));
  assert_activated (fixture, "sign-in", "Hollis & Okafor Architects", "gbol");
  g_assert_false (gtk_widget_get_visible (fixture->dialog));
}

static void
test_use_browser (Fixture *fixture, gconstpointer data)
{
  show_dialog (fixture, "Hollis & Okafor Architects", "gbol");
  ui_click (ui_find_action (fixture->dialog, "before.use-browser"));
  assert_activated (fixture, "use-browser-sign-in", "Hollis & Okafor Architects", "gbol");
}

static void
test_copy_link (Fixture *fixture, gconstpointer data)
{
  show_dialog (fixture, "Hollis & Okafor Architects", "gbol");
  ui_click (ui_find_action (fixture->dialog, "before.copy-link"));
  assert_activated (fixture, "copy-link-sign-in", "Hollis & Okafor Architects", "gbol");
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  show_dialog (fixture, "Hollis & Okafor Architects", "gbol");
  /* What Escape is bound to. */
  gtk_widget_activate_action (fixture->dialog, "window.close", NULL);
  g_assert_false (gtk_widget_get_visible (fixture->dialog));
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
}

static void
test_windows (Fixture *fixture, gconstpointer data)
{
  show_dialog (fixture, "Hollis & Okafor Architects", "pqsw");
  g_assert_true (ui_shows (fixture->dialog, "This must be finished on a Windows computer: the one "
                                            "that has the program."));
}

/* Its pages refuse to be shown inside a program: the browser is what Enter takes. */
static void
test_prefers_browser (Fixture *fixture, gconstpointer data)
{
  TribUiBeforeDialog *dialog = show_dialog (fixture, "Hollis & Okafor Architects", "suuo");
  GtkWidget *browser = ui_find_action (fixture->dialog, "before.use-browser");

  g_assert_true (ui_shows (fixture->dialog, "Plaid does not like to be opened inside another "
                                            "program. Your own browser is the sure way."));
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog)) == browser);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == browser);
  g_assert_true (gtk_widget_has_css_class (browser, "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (ui_find_action (fixture->dialog, "before.continue"),
                                            "suggested-action"));
}

/* Its link may not be opened by anybody, so no way leads there, not even past the buttons. */
static void
test_begins_inside (Fixture *fixture, gconstpointer data)
{
  static const char *const ways[] = { "before.continue", "before.use-browser", "before.copy-link",
                                      "before.share" };
  TribUiBeforeDialog *dialog = show_dialog (fixture, "Hollis & Okafor Architects", "olpr");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_assert_null (ui_find_action (fixture->dialog, ways[i]));
    gtk_widget_activate_action (fixture->dialog, ways[i], NULL);
  }
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
  g_assert_true (ui_shows (fixture->dialog,
                           "Sage Bank Feeds is connected from its own side: sign in there as usual "
                           "and begin under banking. No link is opened here."));
  g_assert_true (ui_shows (fixture->dialog, "Choose the account to connect"));
  g_assert_cmpstr (
      gtk_button_get_label (GTK_BUTTON (gtk_window_get_default_widget (GTK_WINDOW (dialog)))), ==,
      "_Close");
}

/* Neither way into a second accounting platform is open, not even past the buttons. */
static void
test_other_accounting (Fixture *fixture, gconstpointer data)
{
  TribUiBeforeDialog *dialog = show_dialog (fixture, "Alderley Craft Brewing", "gbol");

  g_assert_cmpint (trib_ui_before_dialog_get_case (dialog), ==, TRIB_UI_BEFORE_CASE_OTHER);
  g_assert_null (ui_find_action (fixture->dialog, "before.continue"));
  g_assert_null (ui_find_action (fixture->dialog, "before.use-browser"));
  gtk_widget_activate_action (fixture->dialog, "before.continue", NULL);
  gtk_widget_activate_action (fixture->dialog, "before.use-browser", NULL);
  gtk_widget_activate_action (fixture->dialog, "before.copy-link", NULL);
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
  g_assert_true (ui_shows (fixture->dialog,
                           "A company has one accounting platform at a time, and Alderley Craft "
                           "Brewing is connected to QuickBooks Online. To switch, unlink "
                           "QuickBooks Online first, then connect Xero. What "
                           "was read from QuickBooks Online is kept."));
  ui_click (ui_find_action (fixture->dialog, "before.show-connections"));
  g_assert_cmpuint (fixture->n_shown, ==, 1);
  g_assert_false (gtk_widget_get_visible (fixture->dialog));
}

static gboolean
can_continue (gpointer data)
{
  GtkWidget *button = ui_find_action (data, "before.continue");

  return button != NULL && gtk_widget_get_sensitive (button);
}

static gboolean
has_activated (gpointer data)
{
  return ((Fixture *) data)->window.activated->len > 0;
}

/* One at a time: the old one is unlinked when the new one is begun, and not by looking at it. */
static void
test_switch (Fixture *fixture, gconstpointer data)
{
  TribUiBeforeDialog *dialog = show_dialog (fixture, "Alderley Craft Brewing", "gbol");
  TribModelCompany *company = company_fixture_get (&fixture->world, "Alderley Craft Brewing");
  TribModelConnections *connections = trib_model_company_get_connections (company);
  g_autoptr (TribModelConnection) old =
      g_object_ref (trib_model_connections_get_accounting (connections));
  int width, height, full_height;

  g_assert_cmpint (trib_ui_before_dialog_get_case (dialog), ==, TRIB_UI_BEFORE_CASE_OTHER);
  gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
  ui_click (ui_find_action (fixture->dialog, "before.switch"));
  g_assert_true (can_continue (fixture->dialog));
  g_assert_cmpint (trib_ui_before_dialog_get_case (dialog), ==, TRIB_UI_BEFORE_CASE_SWITCH);
  g_assert_cmpint (trib_model_connection_get_status (old), ==, TRIB_MODEL_STATUS_CONNECTED);
  g_assert_false (trib_model_connection_get_busy (old));
  g_assert_true (ui_shows (fixture->dialog,
                           "QuickBooks Online is unlinked when you go on to Xero, and not before. "
                           "What was read from it is kept."));
  g_assert_null (ui_find_action (fixture->dialog, "before.switch"));
  /* It says more now, and has the room for it. */
  gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &full_height);
  g_assert_cmpint (full_height, >, height);
  ui_click (ui_find_action (fixture->dialog, "before.continue"));
  ui_wait_for (has_activated, fixture);
  g_assert_cmpint (trib_model_connection_get_status (old), ==, TRIB_MODEL_STATUS_PAST);
  assert_activated (fixture, "sign-in", "Alderley Craft Brewing", "gbol");
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (codat_client_delete_connection_finish (CODAT_CLIENT (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Somebody else deleted the old one meanwhile: then nothing stands in the way either. */
static void
test_switch_from_deleted (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = company_fixture_get (&fixture->world, "Alderley Craft Brewing");
  TribModelConnection *old =
      trib_model_connections_get_accounting (trib_model_company_get_connections (company));
  gboolean deleted = FALSE;

  show_dialog (fixture, "Alderley Craft Brewing", "gbol");
  codat_client_delete_connection_async (
      trib_model_account_get_client (fixture->world.account), trib_model_company_get_id (company),
      trib_model_connection_get_id (old), NULL, deleted_cb, &deleted);
  ui_wait_for (is_true, &deleted);
  ui_click (ui_find_action (fixture->dialog, "before.switch"));
  ui_click (ui_find_action (fixture->dialog, "before.continue"));
  ui_wait_for (has_activated, fixture);
  assert_activated (fixture, "sign-in", "Alderley Craft Brewing", "gbol");
}

/* What cannot be unlinked stays, and nothing is begun beside it. */
static void
test_switch_fails (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = company_fixture_get (&fixture->world, "Alderley Craft Brewing");
  TribModelConnection *old =
      trib_model_connections_get_accounting (trib_model_company_get_connections (company));
  TribModelProblem *problem;

  show_dialog (fixture, "Alderley Craft Brewing", "gbol");
  sandbox_server_set_fault (fixture->world.server, "unlink-500");
  ui_click (ui_find_action (fixture->dialog, "before.switch"));
  ui_click (ui_find_action (fixture->dialog, "before.share"));
  g_assert_false (can_continue (fixture->dialog));
  ui_wait_for (can_continue, fixture->dialog);
  problem = trib_model_connection_get_problem (old);
  g_assert_nonnull (problem);
  g_assert_true (ui_shows (fixture->dialog, trib_model_problem_get_sentence (problem)));
  g_assert_cmpint (trib_model_connection_get_status (old), ==, TRIB_MODEL_STATUS_CONNECTED);
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
  sandbox_server_set_fault (fixture->world.server, "none");
  ui_click (ui_find_action (fixture->dialog, "before.share"));
  ui_wait_for (has_activated, fixture);
  g_assert_cmpint (trib_model_connection_get_status (old), ==, TRIB_MODEL_STATUS_PAST);
}

static GtkWidget *
find_check (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_CHECK_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_check (child);
  return found;
}

static gboolean
says_it_is_not_kept (gpointer data)
{
  return ui_shows (data, "What you agreed to could not be written down, so nothing was begun. Make "
                         "room on the disk, then try again.");
}

/* What was agreed to and cannot be shown later is no agreement. */
static void
test_consent_not_kept (Fixture *fixture, gconstpointer data)
{
  ui_world_break_store (&fixture->world);
  trib_model_policy_set_asks_consent (trib_model_account_get_policy (fixture->world.account), TRUE);
  show_dialog (fixture, "Hollis & Okafor Architects", "gbol");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture->dialog)), TRUE);
  ui_click (ui_find_action (fixture->dialog, "before.continue"));
  ui_wait_for (says_it_is_not_kept, fixture->dialog);
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
}

/* Nothing begins before the box is ticked, and exactly what was shown is kept. */
static void
test_consent (Fixture *fixture, gconstpointer data)
{
  TribModelPolicy *policy = trib_model_account_get_policy (fixture->world.account);
  TribModelConsents *consents = trib_model_account_get_consents (fixture->world.account);
  g_autofree char *id =
      sandbox_server_dup_company_id (fixture->world.server, "Hollis & Okafor Architects");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const TribModelConsent *consent;
  GtkWidget *check;

  trib_model_policy_set_asks_consent (policy, TRUE);
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT, "020 7946 0000");
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_TERMS, "https://example.com/terms");
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_PRIVACY, "http://example.com/open");
  show_dialog (fixture, "Hollis & Okafor Architects", "gbol");
  check = find_check (fixture->dialog);
  g_assert_true (ui_shows (fixture->dialog, "Purpose"));
  g_assert_true (ui_shows (fixture->dialog, "Access"));
  g_assert_true (ui_shows (fixture->dialog, "Account information"));
  g_assert_true (ui_shows (fixture->dialog, "Data of the platform"));
  g_assert_true (ui_shows (fixture->dialog, "How long it is kept"));
  g_assert_true (ui_shows (fixture->dialog, "Questions? Northwind Lending helps: 020 7946 0000"));
  g_assert_true (ui_shows (fixture->dialog, "Terms"));
  g_assert_false (ui_shows (fixture->dialog, "Privacy Policy"));
  ui_assert_names (fixture->dialog);
  g_assert_false (ui_shows (fixture->dialog, "Tick the box to go on."));

  /* Both ways on lead to the box. */
  ui_click (ui_find_action (fixture->dialog, "before.use-browser"));
  ui_click (ui_find_action (fixture->dialog, "before.continue"));
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
  g_assert_true (ui_shows (fixture->dialog, "Tick the box to go on."));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)) == check);
  none = trib_model_consents_list (consents, id, "gbol");
  g_assert_cmpuint (none->len, ==, 0);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_false (ui_shows (fixture->dialog, "Tick the box to go on."));
  ui_click (ui_find_action (fixture->dialog, "before.continue"));
  ui_wait_for (has_activated, fixture);
  assert_activated (fixture, "sign-in", "Hollis & Okafor Architects", "gbol");
  list = trib_model_consents_list (consents, id, "gbol");
  g_assert_cmpuint (list->len, ==, 1);
  consent = list->pdata[0];
  g_assert_cmpstr (consent->platform_name, ==, "Xero");
  g_assert_true (g_str_has_prefix (consent->text, "Purpose\nNorthwind Lending asks for these "));
  /* What is agreed to is named in the text itself. */
  g_assert_nonnull (strstr (consent->text, "disconnect: Company details, Invoices, "));
  g_assert_true (g_str_has_suffix (consent->text, "I agree that Northwind Lending reads business "
                                                  "records of Hollis & Okafor Architects from "
                                                  "Xero."));
}

static void
test_connected (Fixture *fixture, gconstpointer data)
{
  TribUiBeforeDialog *dialog = show_dialog (fixture, "Alderley Craft Brewing", "qhyg");

  g_assert_cmpint (trib_ui_before_dialog_get_case (dialog), ==, TRIB_UI_BEFORE_CASE_CONNECTED);
  g_assert_true (ui_shows (fixture->dialog, "QuickBooks Online Is Connected"));
  g_assert_null (ui_find_action (fixture->dialog, "before.continue"));
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog)) ==
                 ui_find_action (fixture->dialog, "before.show-connections"));
}

typedef struct {
  const char *button;
  const char *action;
} Again;

/* Opened again is this connection, and no other one of the platform. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  static const Again ways[] = { { "before.continue", "reopen" },
                                { "before.use-browser", "reopen-in-browser" },
                                { "before.copy-link", "copy-link-reopen" },
                                { "before.share", "share-connection" } };
  TribModelCompany *company = company_fixture_get (&fixture->world, "Harbour & Vale Bakery Ltd");
  TribModelPlatform *platform = company_fixture_get_platform (&fixture->world, "gbol");
  TribModelConnection *connection;

  company_fixture_load (company);
  connection = trib_model_connections_find_for_platform (
      trib_model_company_get_connections (company), platform);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    TribUiBeforeDialog *dialog = show_dialog (fixture, "Harbour & Vale Bakery Ltd", "gbol");
    g_autofree char *wanted =
        g_strdup_printf ("%s(('%s', '%s'))", ways[i].action, trib_model_company_get_id (company),
                         trib_model_connection_get_id (connection));

    trib_ui_before_dialog_set_connection (dialog, connection);
    g_assert_true (ui_shows (fixture->dialog, "Reconnect Xero"));
    g_string_truncate (fixture->window.activated, 0);
    ui_click (ui_find_action (fixture->dialog, ways[i].button));
    g_assert_cmpstr (fixture->window.activated->str, ==, wanted);
    company_fixture_settle ();
    g_assert_finalize_object (g_steal_pointer (&fixture->dialog));
  }
}

/* A company has as many shops and banks as it likes. */
static void
test_connect_another (Fixture *fixture, gconstpointer data)
{
  TribUiBeforeDialog *dialog = show_dialog (fixture, "Alderley Craft Brewing", "zsth");

  g_assert_cmpint (trib_ui_before_dialog_get_case (dialog), ==, TRIB_UI_BEFORE_CASE_CONNECTED);
  ui_click (ui_find_action (fixture->dialog, "before.continue"));
  assert_activated (fixture, "sign-in", "Alderley Craft Brewing", "zsth");
}

typedef struct {
  const char *company;
  const char *key;
  TribUiBeforeCase which;
  const char *title;
} Row;

static const Row rows[] = {
  { "Juniper & Sons Plumbing", "qhyg", TRIB_UI_BEFORE_CASE_CONTINUE,
    "Continue with QuickBooks Online" },
  { "Kestrel Cycles", "qudb", TRIB_UI_BEFORE_CASE_FAILED, "Connect Exact Online (Netherlands)" },
  { "Harbour & Vale Bakery Ltd", "gbol", TRIB_UI_BEFORE_CASE_RENEW, "Reconnect Xero" },
  { "Ivy Lane Nursery", "vxvy", TRIB_UI_BEFORE_CASE_RETURN, "Reconnect FreshBooks" },
  { "Greystone Catering", "pdvj", TRIB_UI_BEFORE_CASE_OTHER, "Connect MYOB Business" },
  { "Greystone Catering", "zsth", TRIB_UI_BEFORE_CASE_NEW, "Connect Square" },
};

static void
test_case (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;
  TribUiBeforeDialog *dialog = show_dialog (fixture, row->company, row->key);

  g_assert_cmpint (trib_ui_before_dialog_get_case (dialog), ==, row->which);
  g_assert_true (ui_shows (fixture->dialog, row->title));
  g_assert_cmpint (ui_find_action (fixture->dialog, "before.continue") != NULL, ==,
                   trib_ui_before_case_can_sign_in (row->which));
}

/* The page behind is gone: nothing is asked of anybody. */
static void
test_opener_gone (Fixture *fixture, gconstpointer data)
{
  show_dialog (fixture, "Hollis & Okafor Architects", "gbol");
  adw_window_set_content (ADW_WINDOW (fixture->window.window), NULL);
  ui_click (ui_find_action (fixture->dialog, "before.continue"));
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/ui/before/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/ui/before/continue", Fixture, NULL, set_up, test_continue, tear_down);
  g_test_add ("/ui/before/use-browser", Fixture, NULL, set_up, test_use_browser, tear_down);
  g_test_add ("/ui/before/copy-link", Fixture, NULL, set_up, test_copy_link, tear_down);
  g_test_add ("/ui/before/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/ui/before/switch", Fixture, NULL, set_up, test_switch, tear_down);
  g_test_add ("/ui/before/switch-fails", Fixture, NULL, set_up, test_switch_fails, tear_down);
  g_test_add ("/ui/before/switch-from-deleted", Fixture, NULL, set_up, test_switch_from_deleted,
              tear_down);
  g_test_add ("/ui/before/consent", Fixture, NULL, set_up, test_consent, tear_down);
  g_test_add ("/ui/before/consent-not-kept", Fixture, NULL, set_up, test_consent_not_kept,
              tear_down);
  g_test_add ("/ui/before/prefers-browser", Fixture, NULL, set_up, test_prefers_browser, tear_down);
  g_test_add ("/ui/before/begins-inside", Fixture, NULL, set_up, test_begins_inside, tear_down);
  g_test_add ("/ui/before/windows", Fixture, NULL, set_up, test_windows, tear_down);
  g_test_add ("/ui/before/other-accounting", Fixture, NULL, set_up, test_other_accounting,
              tear_down);
  g_test_add ("/ui/before/connected", Fixture, NULL, set_up, test_connected, tear_down);
  g_test_add ("/ui/before/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/ui/before/connect-another", Fixture, NULL, set_up, test_connect_another, tear_down);
  g_test_add ("/ui/before/opener-gone", Fixture, NULL, set_up, test_opener_gone, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/ui/before/case/%u", i);

    g_test_add (path, Fixture, &rows[i], set_up, test_case, tear_down);
  }
  return g_test_run ();
}
