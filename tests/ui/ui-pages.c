/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-pages.h"

#include "sign-in-fixture.h"
#include "trib-ui-consent-dialog.h"
#include "trib-ui-history-dialog.h"

static GtkWidget *
make_welcome (UiWorld *world, GtkWindow *window)
{
  return trib_ui_welcome_page_new ();
}

static GtkWidget *
make_companies (UiWorld *world, GtkWindow *window)
{
  return trib_ui_companies_page_new (world->account);
}

static TribModelCompany *
find_company (UiWorld *world, const char *name)
{
  TribModelCompanies *companies = trib_model_account_get_companies (world->account);

  trib_model_companies_load (companies);
  ui_wait_for_state (companies, TRIB_MODEL_STATE_READY);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (companies)); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (G_LIST_MODEL (companies), i);

    if (g_str_has_prefix (trib_model_company_get_name (company), name))
      return company;
  }
  return NULL;
}

static GtkWidget *
make_connections (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Harbour");

  trib_model_platforms_load (trib_model_account_get_platforms (world->account));
  return trib_ui_connections_page_new (company, NULL);
}

static GtkWidget *
make_companies_failed (UiWorld *world, GtkWindow *window)
{
  sandbox_server_set_fault (world->server, "companies-500");
  return trib_ui_companies_page_new (world->account);
}

static GtkWidget *
make_companies_no_match (UiWorld *world, GtkWindow *window)
{
  trib_model_companies_load (trib_model_account_get_companies (world->account));
  ui_wait_for_state (trib_model_account_get_companies (world->account), TRIB_MODEL_STATE_READY);
  trib_model_companies_set_search (trib_model_account_get_companies (world->account), "zzz <b>");
  return trib_ui_companies_page_new (world->account);
}

static GtkWidget *
make_skeleton (UiWorld *world, GtkWindow *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *skeleton = g_object_new (TRIB_UI_TYPE_SKELETON, "vexpand", TRUE, NULL);

  gtk_widget_add_css_class (box, "view");
  gtk_box_append (GTK_BOX (box), g_object_new (TRIB_UI_TYPE_COMPANY_HEADINGS, NULL));
  gtk_box_append (GTK_BOX (box), skeleton);
  return box;
}

static GtkWidget *
make_add_account (UiWorld *world, GtkWindow *window)
{
  g_autoptr (TribStoreKeyring) keyring = trib_store_memory_keyring_new ();
  g_autoptr (TribModelAccounts) accounts =
      trib_model_accounts_new (world->store, keyring, world->clock);

  return GTK_WIDGET (trib_ui_add_account_dialog_new (accounts, window));
}

static GtkWidget *
make_add_account_problem (UiWorld *world, GtkWindow *window)
{
  GtkWidget *dialog = make_add_account (world, window);
  GtkWidget *key = ui_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (key), "not a key at all \xc3\xa9");
  gtk_widget_activate_action (dialog, "account.check", NULL);
  return dialog;
}

static GtkWidget *
make_new_company (UiWorld *world, GtkWindow *window)
{
  return GTK_WIDGET (
      trib_ui_new_company_dialog_new (trib_model_account_get_companies (world->account), window));
}

static GtkWidget *
make_new_company_existing (UiWorld *world, GtkWindow *window)
{
  GListModel *list = G_LIST_MODEL (trib_model_account_get_companies (world->account));
  GtkWidget *dialog = make_new_company (world, window);
  GtkWidget *row = ui_find (dialog, ADW_TYPE_ENTRY_ROW);
  g_autoptr (TribModelCompany) first = NULL;

  trib_model_companies_load (TRIB_MODEL_COMPANIES (list));
  ui_wait_for_state (list, TRIB_MODEL_STATE_READY);
  first = g_list_model_get_item (list, 0);
  gtk_editable_set_text (GTK_EDITABLE (row), trib_model_company_get_name (first));
  return dialog;
}

static GtkWidget *
make_new_company_name (UiWorld *world, GtkWindow *window)
{
  GtkWidget *dialog = make_new_company (world, window);
  GtkWidget *row = ui_find (dialog, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), "Smith & Søn <b>\"Ltd\"</b>");
  return dialog;
}

static GtkWidget *
make_widgets (UiWorld *world, GtkWindow *window)
{
  static const char *const words[] = { "Not started",   "Waiting",        "Connected",
                                       "Sign in again", "Platform error", "Unlinked" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "view");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  for (int i = 0; i <= TRIB_MODEL_STATUS_PAST; i++) {
    GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

    gtk_widget_set_margin_start (line, 24);
    gtk_box_append (GTK_BOX (line), trib_ui_status_pill_new (i, words[i]));
    gtk_box_append (GTK_BOX (line), trib_ui_status_dot_new (i));
    gtk_box_append (GTK_BOX (line), trib_ui_logo_new (NULL, words[i], 26));
    gtk_box_append (GTK_BOX (line), trib_ui_logo_new (NULL, words[i], 40));
    gtk_box_append (GTK_BOX (line), trib_ui_logo_new (NULL, words[i], 64));
    if (i <= TRIB_STORE_ENVIRONMENT_DEMO)
      gtk_box_append (GTK_BOX (line), trib_ui_environment_badge_new (i));
    gtk_box_append (GTK_BOX (box), line);
  }
  return box;
}

static GtkWidget *
make_problem (UiWorld *world, GtkWindow *window)
{
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, "No route to host");
  g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);
  GtkWidget *page = trib_ui_problem_page_new ();

  trib_ui_problem_page_set_retry_action (TRIB_UI_PROBLEM_PAGE (page), "win.back");
  trib_ui_problem_page_set_problem (TRIB_UI_PROBLEM_PAGE (page), problem);
  return page;
}

static GtkWidget *
make_company_of (UiWorld *world, const char *name, const char *view, const char *search)
{
  GtkWidget *page = trib_ui_company_page_new (world->account, find_company (world, name));
  GtkWidget *entry = ui_find (page, GTK_TYPE_SEARCH_ENTRY);

  g_object_set (page, "view", view, NULL);
  if (search != NULL) {
    ui_wait_for_state (trib_model_account_get_platforms (world->account), TRIB_MODEL_STATE_READY);
    gtk_editable_set_text (GTK_EDITABLE (entry), search);
  }
  return page;
}

static GtkWidget *
make_connect (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Alderley Craft Brewing", "connect", NULL);
}

static GtkWidget *
make_connect_required (UiWorld *world, GtkWindow *window)
{
  TribModelPolicy *policy = trib_model_account_get_policy (world->account);

  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_ACCOUNTING, TRUE);
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_BANKING, TRUE);
  return make_company_of (world, "Alderley Craft Brewing", "connect", NULL);
}

static GtkWidget *
make_connect_hidden (UiWorld *world, GtkWindow *window)
{
  const char *const none[] = { "zzzz", NULL };

  trib_model_policy_set_allowed (trib_model_account_get_policy (world->account), none);
  return make_company_of (world, "Alderley Craft Brewing", "connect", NULL);
}

static GtkWidget *
make_connect_search (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Brightwater Dental Practice", "connect", "sage");
}

static GtkWidget *
make_connect_no_match (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Alderley Craft Brewing", "connect", "zzz <b>");
}

static GtkWidget *
make_connect_loading (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Alderley Craft Brewing");

  sandbox_server_set_fault (world->server, "never");
  return trib_ui_company_page_new (world->account, company);
}

static GtkWidget *
make_connect_failed (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Alderley Craft Brewing");

  sandbox_server_set_fault (world->server, "integrations-500");
  return trib_ui_company_page_new (world->account, company);
}

static GtkWidget *
make_company_connections (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Alderley Craft Brewing", "connections", NULL);
}

static GtkWidget *
make_connection_open (UiWorld *world, GtkWindow *window)
{
  GtkWidget *page = make_connections (world, window);

  g_object_set (ui_find (page, g_type_from_name ("TribUiConnectionRow")), "expanded", TRUE, NULL);
  return page;
}

static GtkWidget *
make_connections_empty (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Hollis & Okafor Architects", "connections", NULL);
}

static GtkWidget *
make_before_of (UiWorld *world, const char *name, const char *key)
{
  TribModelCompany *company = find_company (world, name);
  TribModelPlatforms *platforms = trib_model_account_get_platforms (world->account);

  trib_model_platforms_load (platforms);
  ui_wait_for_state (platforms, TRIB_MODEL_STATE_READY);
  return trib_ui_before_dialog_new (world->account, company,
                                    trib_model_platforms_find (platforms, key, NULL));
}

static GtkWidget *
make_before (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Hollis & Okafor Architects", "gbol");
}

static GtkWidget *
make_before_consent (UiWorld *world, GtkWindow *window)
{
  TribModelPolicy *policy = trib_model_account_get_policy (world->account);

  trib_model_policy_set_asks_consent (policy, TRUE);
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT, "020 7946 0000");
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_TERMS, "https://example.com/terms");
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_PRIVACY, "https://example.com/data");
  return make_before_of (world, "Hollis & Okafor Architects", "gbol");
}

static GtkWidget *
make_before_feed (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Hollis & Okafor Architects", "hcws");
}

static GtkWidget *
make_before_inside (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Hollis & Okafor Architects", "olpr");
}

static GtkWidget *
make_before_browser (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Hollis & Okafor Architects", "suuo");
}

static GtkWidget *
make_before_windows (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Hollis & Okafor Architects", "pqsw");
}

static GtkWidget *
make_before_long (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Hollis & Okafor Architects", "trji");
}

static GtkWidget *
make_before_other (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Alderley Craft Brewing", "gbol");
}

static GtkWidget *
make_before_connected (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Alderley Craft Brewing", "zsth");
}

static GtkWidget *
make_before_waiting (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Juniper & Sons Plumbing", "qhyg");
}

static void
name_support (UiWorld *world)
{
  trib_model_policy_set_text (trib_model_account_get_policy (world->account),
                              TRIB_MODEL_POLICY_TEXT_SUPPORT, "020 7946 0000");
}

static gboolean
has_place (gpointer view)
{
  g_autofree char *host = NULL;

  g_object_get (view, "host", &host, NULL);
  return host != NULL;
}

static GtkWidget *
make_sign_in (UiWorld *world, GtkWindow *window)
{
  GtkWidget *page = sign_in_fixture_open (world, "ask");

  name_support (world);
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OPEN);
  ui_wait_for (has_place, trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)));
  return page;
}

static GtkWidget *
make_sign_in_trouble (UiWorld *world, GtkWindow *window)
{
  GtkWidget *page = make_sign_in (world, window);

  trib_link_watchdog_report_page (
      trib_link_session_get_watchdog (sign_in_fixture_get_session (page)),
      "https://login.example.com/signin/rejected");
  return page;
}

static GtkWidget *
make_sign_in_file (UiWorld *world, GtkWindow *window)
{
  GtkWidget *page = make_sign_in (world, window);

  g_object_set (trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)), "place", "go.xero.com",
                "offer", "connector-for-your-shop-1.4.zip", NULL);
  return page;
}

static GtkWidget *
make_sign_in_unknown (UiWorld *world, GtkWindow *window)
{
  GtkWidget *page = make_sign_in (world, window);

  g_object_set (trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page)), "place",
                "login.xero.com.example.net", NULL);
  return page;
}

static GtkWidget *
make_sign_in_outside (UiWorld *world, GtkWindow *window)
{
  GtkWidget *page = make_sign_in (world, window);

  trib_link_session_go_outside (sign_in_fixture_get_session (page));
  sign_in_fixture_wait (page, TRIB_LINK_STATE_OUTSIDE);
  return page;
}

#define RESULT(function, ending)                                                                   \
  static GtkWidget *function (UiWorld *world, GtkWindow *window)                                   \
  {                                                                                                \
    name_support (world);                                                                          \
    return sign_in_fixture_end (world, ending);                                                    \
  }
RESULT (make_result_allow, "allow")
RESULT (make_result_cancel, "cancel")
RESULT (make_result_crash, "crash")
RESULT (make_result_error, "error")
RESULT (make_result_expired, "expired")
RESULT (make_result_hostile, "hostile-text")
RESULT (make_result_lies, "lies")
RESULT (make_result_no_network, "no-network")
RESULT (make_result_not_supported, "not-supported")
RESULT (make_result_tls, "tls")
RESULT (make_result_unchanged, "unchanged")
RESULT (make_result_unknown, "unknown-code")

static GtkWidget *
make_share (UiWorld *world, GtkWindow *window)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (world->account);
  TribModelCompany *company = find_company (world, "Hollis & Okafor Architects");
  g_autoptr (TribModelInvitation) invitation = NULL;

  name_support (world);
  trib_model_platforms_load (platforms);
  ui_wait_for_state (platforms, TRIB_MODEL_STATE_READY);
  invitation = trib_model_invitation_new (world->account, company,
                                          trib_model_platforms_find (platforms, "gbol", NULL));
  return trib_ui_share_page_new (invitation);
}

static gboolean
has_code (gpointer data)
{
  return gtk_picture_get_paintable (data) != NULL;
}

static GtkWidget *
make_share_code (UiWorld *world, GtkWindow *window)
{
  GtkWidget *page = make_share (world, window);

  gtk_widget_activate_action (page, "share.show-code", NULL);
  if (trib_ui_qr_is_available ())
    ui_wait_for (has_code, ui_find (page, GTK_TYPE_PICTURE));
  return page;
}

static GtkWidget *
make_requests (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Juniper & Sons Plumbing");
  TribModelConnections *connections = trib_model_company_get_connections (company);
  TribModelNotes *notes = trib_model_account_get_notes (world->account);
  g_autoptr (TribModelConnection) first = g_list_model_get_item (G_LIST_MODEL (connections), 0);
  gint64 now = trib_clock_get_real_time (world->clock) / G_USEC_PER_SEC;
  g_autoptr (TribModelRequest) old = trib_model_request_new (
      trib_model_connection_get_id (first), trib_model_company_get_id (company),
      trib_model_company_get_name (company), trib_model_connection_get_platform_name (first),
      TRIB_MODEL_WHO_ACCOUNTANT, now - 4 * 86400, now - 3 * 86400);
  g_autoptr (TribModelRequest) fresh = trib_model_request_new (
      "11111111-2222-4333-8444-555555555555", trib_model_company_get_id (company),
      "A Company <b> & Its Name", "Xero", TRIB_MODEL_WHO_COLLEAGUE, now - 60, now + 86340);

  trib_model_notes_add_request (notes, fresh);
  trib_model_notes_add_request (notes, old);
  return trib_ui_requests_page_new (world->account);
}

static GtkWidget *
make_requests_empty (UiWorld *world, GtkWindow *window)
{
  return trib_ui_requests_page_new (world->account);
}

/* One connection waits for somebody else, and another one has another organisation. */
static GtkWidget *
make_connections_notes (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Alderley Craft Brewing");
  TribModelConnections *connections = trib_model_company_get_connections (company);
  TribModelNotes *notes = trib_model_account_get_notes (world->account);
  gint64 now = trib_clock_get_real_time (world->clock) / G_USEC_PER_SEC;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (connections)); i++) {
    g_autoptr (TribModelConnection) connection =
        g_list_model_get_item (G_LIST_MODEL (connections), i);
    const char *id = trib_model_connection_get_id (connection);
    g_autoptr (TribModelRequest) request =
        trib_model_request_new (id, trib_model_company_get_id (company), "A", "B",
                                TRIB_MODEL_WHO_ACCOUNTANT, now - 4 * 86400, now - 3 * 86400);

    if (trib_model_connection_get_can_unlink (connection))
      trib_model_notes_set_organisation (notes, id, "Alderley Brewing Holdings GmbH");
    else
      trib_model_notes_add_request (notes, request);
  }
  return make_company_of (world, "Alderley Craft Brewing", "connections", NULL);
}

/* A sign-in was begun, minutes ago, by a program that has ended since. */
static void
note_sign_ins (UiWorld *world, TribModelCompany *company, gint64 minutes)
{
  GListModel *connections = G_LIST_MODEL (trib_model_company_get_connections (company));
  gint64 now = trib_clock_get_real_time (world->clock);

  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TribModelConnection) connection = g_list_model_get_item (connections, i);
    g_autofree char *record =
        g_strdup_printf ("('%s', 'x', %" G_GINT64_FORMAT ", 'open')",
                         trib_model_company_get_id (company), now - minutes * G_TIME_SPAN_MINUTE);

    if (trib_model_connection_get_can_reconnect (connection))
      trib_model_notes_take_back_stop (trib_model_account_get_notes (world->account),
                                       trib_model_connection_get_id (connection), record);
  }
}

static GtkWidget *
make_companies_waiting (UiWorld *world, GtkWindow *window)
{
  note_sign_ins (world, find_company (world, "Brightwater"), 12);
  note_sign_ins (world, find_company (world, "Harbour"), 1);
  note_sign_ins (world, find_company (world, "Alderley"), 300);
  return trib_ui_companies_page_new (world->account);
}

static GtkWidget *
make_connection_waiting (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Brightwater");
  GtkWidget *page = trib_ui_connections_page_new (company, NULL);
  GtkWidget *row = ui_find (page, g_type_from_name ("TribUiConnectionRow"));

  note_sign_ins (world, company, 12);
  g_object_set (row, "expanded", TRUE, NULL);
  return page;
}

static GtkWidget *
make_companies_none_waiting (UiWorld *world, GtkWindow *window)
{
  TribModelCompanies *companies = trib_model_account_get_companies (world->account);

  find_company (world, "Brightwater");
  trib_model_companies_set_filter (companies, TRIB_MODEL_FILTER_WAITING);
  trib_model_companies_set_search (companies, "Harbour");
  return trib_ui_companies_page_new (world->account);
}

static GtkWidget *
make_consent_given (UiWorld *world, GtkWindow *window)
{
  TribModelConsents *consents = trib_model_account_get_consents (world->account);
  g_autoptr (GPtrArray) list = NULL;

  trib_model_consents_add_async (
      consents, "c", "Alderley Craft Brewing", "gbol", "Xero",
      "Purpose\nHarbour Bank asks for these records to serve you.\n\nI agree.", NULL, NULL);
  for (list = trib_model_consents_list (consents, "c", "gbol"); list->len == 0;
       g_ptr_array_unref (list), list = trib_model_consents_list (consents, "c", "gbol"))
    g_main_context_iteration (NULL, TRUE);
  return trib_ui_consent_dialog_new (window, list);
}

static void
keep_sign_in (TribModelConnection *connection, gint64 at, guint code, TribLinkOutcome outcome)
{
  const TribLinkMoment moments[] = {
    { .what = TRIB_LINK_HAPPENING_OPENED },
    { .what = TRIB_LINK_HAPPENING_PAGE_SHOWN, .host = (char *) "link.codat.io" },
    { .what = TRIB_LINK_HAPPENING_PLATFORM_CHOSEN, .host = (char *) "login.xero.com" },
    { .what = TRIB_LINK_HAPPENING_RETURNED, .code = code },
    { .what = TRIB_LINK_HAPPENING_ENDED, .outcome = outcome },
  };
  g_autoptr (TribLinkHistory) history = trib_link_history_new ();

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    TribLinkMoment moment = moments[i];

    moment.at = at + i * i * G_USEC_PER_SEC;
    trib_link_history_add (history, &moment);
  }
  trib_model_sign_in_log_keep (trib_model_connection_get_sign_in_log (connection),
                               trib_model_connection_get_id (connection), history);
}

static GtkWidget *
make_sign_ins (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Alderley Craft Brewing");
  g_autoptr (TribModelConnection) connection =
      g_list_model_get_item (G_LIST_MODEL (trib_model_company_get_connections (company)), 0);

  keep_sign_in (connection, G_GINT64_CONSTANT (1767225600000000), 403, TRIB_LINK_OUTCOME_CANCELLED);
  keep_sign_in (connection, G_GINT64_CONSTANT (1767312200000000), 200, TRIB_LINK_OUTCOME_CONNECTED);
  return trib_ui_history_dialog_new (window, connection);
}

static GtkWidget *
make_notifications (UiWorld *world, GtkWindow *window)
{
  return GTK_WIDGET (trib_ui_notifications_window_new (world->account, window));
}

static GtkWidget *
make_policy (UiWorld *world, GtkWindow *window)
{
  TribModelPolicy *policy = trib_model_account_get_policy (world->account);

  trib_model_policy_set_asks_consent (policy, TRUE);
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_ACCOUNTING, TRUE);
  return GTK_WIDGET (trib_ui_policy_window_new (world->account, window));
}

static GtkWidget *
make_watch (UiWorld *world, GtkWindow *window)
{
  TribModelConnections *connections =
      trib_model_company_get_connections (company_fixture_get (world, "Harbour & Vale Bakery Ltd"));

  GtkWidget *dialog = GTK_WIDGET (trib_ui_watch_window_new (world->account, window));

  trib_model_connections_follow (connections);
  company_fixture_load (company_fixture_get (world, "Harbour & Vale Bakery Ltd"));
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (trib_model_connections_unfollow),
                           connections, G_CONNECT_SWAPPED);
  return dialog;
}

static GtkWidget *
make_watch_empty (UiWorld *world, GtkWindow *window)
{
  return GTK_WIDGET (trib_ui_watch_window_new (world->account, window));
}

static GtkWidget *
make_policy_platforms (UiWorld *world, GtkWindow *window)
{
  const char *const allowed[] = { "gbol", "qhyg", "zsth", NULL };
  GtkWidget *dialog;

  trib_model_platforms_load (trib_model_account_get_platforms (world->account));
  ui_wait_for_state (trib_model_account_get_platforms (world->account), TRIB_MODEL_STATE_READY);
  trib_model_policy_set_allowed (trib_model_account_get_policy (world->account), allowed);
  dialog = make_policy (world, window);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_find (dialog, ADW_TYPE_EXPANDER_ROW)), TRUE);
  return dialog;
}

static const UiPage pages[] = {
  { "add-account", make_add_account },
  { "add-account-problem", make_add_account_problem },
  { "before", make_before },
  { "before-browser", make_before_browser },
  { "before-connected", make_before_connected },
  { "before-consent", make_before_consent },
  { "before-feed", make_before_feed },
  { "before-inside", make_before_inside },
  { "before-long", make_before_long },
  { "before-other", make_before_other },
  { "before-waiting", make_before_waiting },
  { "before-windows", make_before_windows },
  { "companies", make_companies },
  { "companies-failed", make_companies_failed },
  { "companies-no-match", make_companies_no_match },
  { "companies-none-waiting", make_companies_none_waiting },
  { "companies-waiting", make_companies_waiting },
  { "company-connections", make_company_connections },
  { "connect", make_connect },
  { "connect-failed", make_connect_failed },
  { "connect-hidden", make_connect_hidden },
  { "connect-loading", make_connect_loading },
  { "connect-no-match", make_connect_no_match },
  { "connect-required", make_connect_required },
  { "connect-search", make_connect_search },
  { "connection-open", make_connection_open },
  { "connection-waiting", make_connection_waiting },
  { "connections", make_connections },
  { "connections-empty", make_connections_empty },
  { "connections-notes", make_connections_notes },
  { "consent-given", make_consent_given },
  { "sign-ins", make_sign_ins },
  { "new-company", make_new_company },
  { "new-company-existing", make_new_company_existing },
  { "new-company-name", make_new_company_name },
  { "notifications", make_notifications },
  { "problem", make_problem },
  { "policy", make_policy },
  { "watch", make_watch },
  { "watch-empty", make_watch_empty },
  { "policy-platforms", make_policy_platforms },
  { "requests", make_requests },
  { "requests-empty", make_requests_empty },
  { "result-allow", make_result_allow },
  { "result-cancel", make_result_cancel },
  { "result-crash", make_result_crash },
  { "result-error", make_result_error },
  { "result-expired", make_result_expired },
  { "result-hostile", make_result_hostile },
  { "result-lies", make_result_lies },
  { "result-no-network", make_result_no_network },
  { "result-not-supported", make_result_not_supported },
  { "result-tls", make_result_tls },
  { "result-unchanged", make_result_unchanged },
  { "result-unknown", make_result_unknown },
  { "share", make_share },
  { "share-code", make_share_code },
  { "sign-in", make_sign_in },
  { "sign-in-file", make_sign_in_file },
  { "sign-in-outside", make_sign_in_outside },
  { "sign-in-trouble", make_sign_in_trouble },
  { "sign-in-unknown", make_sign_in_unknown },
  { "skeleton", make_skeleton },
  { "welcome", make_welcome },
  { "widgets", make_widgets },
};

const UiPage *
ui_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

const UiPage *
ui_pages_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    if (g_str_equal (pages[i].name, name))
      return &pages[i];
  }
  return NULL;
}
