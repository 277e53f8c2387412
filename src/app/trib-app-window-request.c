/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-window-private.h"

#include "trib-text.h"
#include "trib-ui.h"

#include <glib/gi18n.h>

/* Part of TribAppWindow: what a start of the program, or an address, asks it to show. */

/* Something that a person has to end first: a sign-in, or a question in front of the window. */
static gboolean
is_busy (TribAppWindow *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

    if (gtk_window_get_transient_for (window) == GTK_WINDOW (self) &&
        gtk_window_get_modal (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
      return TRUE;
  }
  return TRIB_UI_IS_SIGN_IN_PAGE (trib_app_pages_get_visible_page (self->pages));
}

/* Opens the company that is wanted, once the list says what it is. */
void
trib_app_window_open_wanted (TribAppWindow *self)
{
  TribModelCompanies *companies = trib_model_account_get_companies (self->account);
  TribModelState state = trib_model_companies_get_state (companies);
  g_autofree char *company_id = NULL;
  g_autofree char *platform_key = NULL;
  gboolean connections = self->wants_connections;
  TribUiCompanyPage *page;
  TribModelCompany *company;

  trib_app_window_share_wanted (self);
  if (self->company_id == NULL || state == TRIB_MODEL_STATE_IDLE ||
      state == TRIB_MODEL_STATE_LOADING || state == TRIB_MODEL_STATE_FAILED)
    return;
  self->wants_connections = FALSE;
  company_id = g_steal_pointer (&self->company_id);
  platform_key = g_steal_pointer (&self->platform_key);
  company = trib_model_companies_find (companies, company_id);
  if (company == NULL) {
    trib_app_window_say (self, _ ("This account has no such company"));
    return;
  }
  page = trib_app_window_open_company (self, company);
  if (connections)
    trib_ui_company_page_show_connections (page);
  if (platform_key != NULL)
    trib_ui_company_page_offer (page, platform_key);
}

/* Takes an account into use, by its name or its id. */
void
trib_app_window_use_account_named (TribAppWindow *self, const char *name)
{
  trib_set_str (&self->account_name, name);
  trib_app_window_open_home (self, self->own_home);
}

/* Opens a company as soon as the list says what it is, and offers it a platform (nullable) or shows
 * what is connected. */
void
trib_app_window_want_company (TribAppWindow *self,
                              const char *company_id,
                              const char *platform_key,
                              gboolean connections)
{
  self->wants_connections = connections;
  trib_set_str (&self->company_id, company_id);
  trib_set_str (&self->platform_key, platform_key);
  if (self->account != NULL)
    trib_app_window_open_wanted (self);
}

/**
 * trib_app_window_handle_request:
 * @self: a window that was started
 * @request: what to show
 *
 * Shows what a later start of the program, or an address, asks for. While a sign-in goes on, or a
 * question stands in front of the window, it only says that this has to be ended first.
 */
void
trib_app_window_handle_request (TribAppWindow *self, const TribAppRequest *request)
{
  gboolean has_account;

  g_return_if_fail (TRIB_APP_IS_WINDOW (self));
  g_return_if_fail (request != NULL);

  if (trib_app_request_is_empty (request))
    return;
  if (is_busy (self)) {
    trib_app_window_say (self, _ ("Finish what is open here first, then try again"));
    return;
  }
  has_account = self->account != NULL && self->home == self->own_home &&
                g_strcmp0 (trib_model_account_get_name (self->account), request->account_name) == 0;
  if (request->account_name != NULL && !has_account)
    trib_app_window_start (self, request);
  else if (request->company_id != NULL)
    trib_app_window_want_company (self, request->company_id, request->platform_key,
                                  request->connections);
}
