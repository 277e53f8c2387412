/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-window-private.h"

#include "trib-app-scenarios.h"
#include "trib-app-start-page.h"

#include "trib-ui.h"

/* Part of TribAppWindow: the actions, the one door behind menu, button, shortcut and test. */

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribAppWindow *self = TRIB_APP_WINDOW (widget);
  GtkWidget *page = trib_app_pages_get_visible_page (self->pages);

  /* A sign-in asks before it is given up. */
  if (TRIB_UI_IS_SIGN_IN_PAGE (page)) {
    gtk_widget_activate_action (page, "sign-in.cancel", NULL);
    return;
  }
  trib_app_pages_pop (self->pages);
  if (trib_app_pages_find (self->pages, TRIB_UI_TYPE_COMPANY_PAGE) == NULL)
    trib_app_web_let_go (self->web);
}

static void
try_demo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribAppWindow *self = TRIB_APP_WINDOW (widget);
  g_autofree char *data_dir =
      g_build_filename (trib_app_home_get_data_dir (self->own_home), "demo", NULL);
  g_autoptr (TribStoreKeyring) keyring = trib_store_memory_keyring_new ();
  g_autoptr (TribAppDemo) demo = trib_app_demo_new ();
  g_autoptr (TribAppHome) home =
      trib_app_home_new (data_dir, keyring, trib_app_home_get_clock (self->home), demo);

  trib_app_window_open_home (self, home);
}

/* Only the demo's home has a sandbox to choose for. */
static void
choose_scenario_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribAppDemo *demo = trib_app_home_get_demo (TRIB_APP_WINDOW (widget)->home);

  gtk_window_present (
      trib_app_scenarios_new (trib_app_demo_get_server (demo), GTK_WINDOW (widget)));
}

static void
account_added_cb (TribAppWindow *self, TribModelAccount *account)
{
  trib_app_window_use_account (self, account, FALSE);
}

static void
add_account_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribAppWindow *self = TRIB_APP_WINDOW (widget);
  TribUiAddAccountDialog *dialog =
      trib_ui_add_account_dialog_new (trib_app_home_get_accounts (self->home), GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "added", G_CALLBACK (account_added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_policy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (
      trib_ui_policy_window_new (TRIB_APP_WINDOW (widget)->account, GTK_WINDOW (widget))));
}

static void
edit_notifications_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (
      trib_ui_notifications_window_new (TRIB_APP_WINDOW (widget)->account, GTK_WINDOW (widget))));
}

static void
company_created_cb (TribAppWindow *self, TribModelCompany *company)
{
  trib_app_window_open_company (self, company);
}

static void
new_company_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribAppWindow *self = TRIB_APP_WINDOW (widget);
  TribUiNewCompanyDialog *dialog = trib_ui_new_company_dialog_new (
      trib_model_account_get_companies (self->account), GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "created", G_CALLBACK (company_created_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
use_account_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_app_window_use_account_named (TRIB_APP_WINDOW (widget),
                                     g_variant_get_string (parameter, NULL));
}

static void
open_company_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_app_window_want_company (TRIB_APP_WINDOW (widget), g_variant_get_string (parameter, NULL),
                                NULL, FALSE);
}

static void
sign_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *company_id, *platform_key, *integration_id;

  g_variant_get (parameter, "(&s&s&s)", &company_id, &platform_key, &integration_id);
  trib_app_window_sign_in_to_platform (TRIB_APP_WINDOW (widget), company_id, platform_key,
                                       integration_id, g_strcmp0 (name, "win.sign-in") == 0);
  if (g_strcmp0 (name, "win.copy-link-sign-in") == 0)
    trib_app_window_copy_link (TRIB_APP_WINDOW (widget));
}

static void
reconnect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *company_id, *connection_id;

  g_variant_get (parameter, "(&s&s)", &company_id, &connection_id);
  if (g_strcmp0 (name, "win.reconnect") == 0)
    trib_app_window_reconnect (TRIB_APP_WINDOW (widget), company_id, connection_id);
  else
    trib_app_window_reopen (TRIB_APP_WINDOW (widget), company_id, connection_id,
                            g_strcmp0 (name, "win.reopen") == 0);
  if (g_strcmp0 (name, "win.copy-link-reopen") == 0)
    trib_app_window_copy_link (TRIB_APP_WINDOW (widget));
}

static void
show_requests_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribAppWindow *self = TRIB_APP_WINDOW (widget);

  if (self->account != NULL)
    trib_app_pages_push (self->pages, trib_ui_requests_page_new (self->account));
}

static void
show_watch_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribAppWindow *self = TRIB_APP_WINDOW (widget);

  if (self->account != NULL)
    gtk_window_present (GTK_WINDOW (trib_ui_watch_window_new (self->account, GTK_WINDOW (widget))));
}

static void
share_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *company_id, *platform_key, *integration_id;

  g_variant_get (parameter, "(&s&s&s)", &company_id, &platform_key, &integration_id);
  trib_app_window_share_platform (TRIB_APP_WINDOW (widget), company_id, platform_key,
                                  integration_id);
}

static void
share_connection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *company_id, *connection_id;

  g_variant_get (parameter, "(&s&s)", &company_id, &connection_id);
  trib_app_window_share_connection (TRIB_APP_WINDOW (widget), company_id, connection_id);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribAppWindow *self = TRIB_APP_WINDOW (widget);
  GtkWidget *page = trib_app_pages_get_visible_page (self->pages);

  if (TRIB_APP_IS_START_PAGE (page))
    trib_app_window_open_home (self, self->home);
  else if (page != NULL)
    gtk_widget_activate_action (page, "page.reload", NULL);
}

static void
retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!trib_app_window_retry_sign_in (TRIB_APP_WINDOW (widget), TRUE))
    reload_action (widget, name, parameter);
}

static void
check_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_app_window_check_again (TRIB_APP_WINDOW (widget));
}

static void
retry_in_browser_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_app_window_retry_sign_in (TRIB_APP_WINDOW (widget), FALSE);
}

static TribUiCompanyPage *
go_to_company (TribAppWindow *self)
{
  GtkWidget *page = trib_app_pages_find (self->pages, TRIB_UI_TYPE_COMPANY_PAGE);

  if (page == NULL)
    return NULL;
  trib_app_pages_pop_to (self->pages, page);
  trib_app_web_make_ready (self->web);
  return TRIB_UI_COMPANY_PAGE (page);
}

static void
choose_another_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiCompanyPage *page = go_to_company (TRIB_APP_WINDOW (widget));

  if (page != NULL)
    trib_ui_company_page_show_connect (page);
}

static void
show_connections_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiCompanyPage *page = go_to_company (TRIB_APP_WINDOW (widget));

  if (page != NULL)
    trib_ui_company_page_show_connections (page);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = trib_app_pages_get_visible_page (TRIB_APP_WINDOW (widget)->pages);

  if (page != NULL)
    gtk_widget_activate_action (page, "page.search", NULL);
}

/* Installs the actions on the class. */
void
trib_app_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.try-demo", NULL, try_demo_action);
  gtk_widget_class_install_action (widget_class, "win.choose-scenario", NULL,
                                   choose_scenario_action);
  gtk_widget_class_install_action (widget_class, "win.add-account", NULL, add_account_action);
  gtk_widget_class_install_action (widget_class, "win.edit-policy", NULL, edit_policy_action);
  gtk_widget_class_install_action (widget_class, "win.edit-notifications", NULL,
                                   edit_notifications_action);
  gtk_widget_class_install_action (widget_class, "win.use-account", "s", use_account_action);
  gtk_widget_class_install_action (widget_class, "win.new-company", NULL, new_company_action);
  gtk_widget_class_install_action (widget_class, "win.open-company", "s", open_company_action);
  gtk_widget_class_install_action (widget_class, "win.sign-in", "(sss)", sign_in_action);
  gtk_widget_class_install_action (widget_class, "win.use-browser-sign-in", "(sss)",
                                   sign_in_action);
  gtk_widget_class_install_action (widget_class, "win.copy-link-sign-in", "(sss)", sign_in_action);
  gtk_widget_class_install_action (widget_class, "win.reconnect", "(ss)", reconnect_action);
  gtk_widget_class_install_action (widget_class, "win.reopen", "(ss)", reconnect_action);
  gtk_widget_class_install_action (widget_class, "win.reopen-in-browser", "(ss)", reconnect_action);
  gtk_widget_class_install_action (widget_class, "win.copy-link-reopen", "(ss)", reconnect_action);
  gtk_widget_class_install_action (widget_class, "win.show-requests", NULL, show_requests_action);
  gtk_widget_class_install_action (widget_class, "win.show-watch", NULL, show_watch_action);
  gtk_widget_class_install_action (widget_class, "win.share", "(sss)", share_action);
  gtk_widget_class_install_action (widget_class, "win.share-connection", "(ss)",
                                   share_connection_action);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "win.check-again", NULL, check_again_action);
  gtk_widget_class_install_action (widget_class, "win.retry-in-browser", NULL,
                                   retry_in_browser_action);
  gtk_widget_class_install_action (widget_class, "win.choose-another", NULL, choose_another_action);
  gtk_widget_class_install_action (widget_class, "win.show-connections", NULL,
                                   show_connections_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
}

/* Enables what can be done on the visible page. */
void
trib_app_window_update_actions (TribAppWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *page = trib_app_pages_get_visible_page (self->pages);
  gboolean in_demo = self->home != NULL && trib_app_home_get_demo (self->home) != NULL;
  gboolean on_companies = TRIB_UI_IS_COMPANIES_PAGE (page);

  gtk_widget_action_set_enabled (widget, "win.back", trib_app_pages_get_depth (self->pages) > 1);
  gtk_widget_action_set_enabled (widget, "win.try-demo",
                                 TRIB_UI_IS_WELCOME_PAGE (page) && self->opening == NULL);
  gtk_widget_action_set_enabled (widget, "win.choose-scenario", in_demo);
  gtk_widget_action_set_enabled (widget, "win.add-account",
                                 self->home != NULL && !in_demo &&
                                     trib_app_home_get_accounts (self->home) != NULL);
  gtk_widget_action_set_enabled (widget, "win.new-company", self->account != NULL && on_companies);
  gtk_widget_action_set_enabled (widget, "win.edit-policy",
                                 self->account != NULL && !TRIB_UI_IS_SIGN_IN_PAGE (page));
  gtk_widget_action_set_enabled (widget, "win.edit-notifications",
                                 self->account != NULL && !TRIB_UI_IS_SIGN_IN_PAGE (page));
  gtk_widget_action_set_enabled (widget, "win.show-watch", self->account != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-requests",
                                 self->account != NULL && !TRIB_UI_IS_REQUESTS_PAGE (page) &&
                                     !TRIB_UI_IS_SIGN_IN_PAGE (page));
}

/* Shows a company in place of the one that was shown, with an embedded view made ready for it. */
TribUiCompanyPage *
trib_app_window_open_company (TribAppWindow *self, TribModelCompany *company)
{
  GtkWidget *companies = trib_app_pages_find (self->pages, TRIB_UI_TYPE_COMPANIES_PAGE);
  TribUiCompanyPage *page = go_to_company (self);
  g_autofree char *waiting = NULL;

  if (page == NULL || trib_ui_company_page_get_company (page) != company) {
    if (companies != NULL)
      trib_app_pages_pop_to (self->pages, companies);
    page = TRIB_UI_COMPANY_PAGE (trib_ui_company_page_new (self->account, company));
    waiting = trib_model_company_dup_waiting_text (company);
    /* Whose row says so is opened where it can be mended, or gone on with. */
    if (waiting != NULL || trib_model_company_passes (company, TRIB_MODEL_FILTER_ATTENTION))
      trib_ui_company_page_show_connections (page);
    trib_app_pages_push (self->pages, GTK_WIDGET (page));
    /* Where there is nothing to choose, nobody has to. */
    if (trib_model_company_get_status (company) == TRIB_MODEL_STATUS_NOT_STARTED)
      trib_ui_company_page_offer (page, "");
  }
  trib_app_web_make_ready (self->web);
  return page;
}
