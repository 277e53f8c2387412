/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-window-private.h"

#include "trib-app-scenarios.h"

#include "trib-text.h"
#include "trib-ui.h"

#include <glib/gi18n.h>

/* Part of TribAppWindow: a sign-in from its first page to its result. */

static void
finished_cb (TribUiSignInPage *page, TribAppWindow *self)
{
  TribModelSignIn *sign_in = trib_ui_sign_in_page_get_sign_in (page);
  TribAppDemo *demo = trib_app_home_get_demo (self->home);

  if (demo != NULL)
    trib_app_scenarios_end_sign_in (trib_app_demo_get_server (demo));
  trib_app_news_follow (self->news, sign_in);
  if (trib_app_pages_get_visible_page (self->pages) == GTK_WIDGET (page))
    trib_app_pages_replace (self->pages, trib_ui_result_page_new (sign_in));
}

static gboolean
is_away_cb (gpointer window)
{
  return !gtk_window_is_active (window);
}

/* Who clicks the message is brought to the company, also when the program has ended since. */
static void
send_cb (const TribAppNewsItem *item, gpointer window)
{
  GtkApplication *application = gtk_window_get_application (window);
  g_autoptr (GNotification) notification = g_notification_new (item->title);

  if (application == NULL)
    return;
  g_notification_set_body (notification, item->body);
  g_notification_set_default_action_and_target (notification, item->action, "s", item->company_id);
  g_notification_add_button_with_target (notification, _ ("Open Company"), item->action, "s",
                                                          item->company_id);
  g_application_send_notification (G_APPLICATION (application), item->id, notification);
}

static void
withdraw_cb (const char *id, gpointer window)
{
  GtkApplication *application = gtk_window_get_application (window);

  if (application != NULL)
    g_application_withdraw_notification (G_APPLICATION (application), id);
}

/* Returns: (transfer full): what the window tells on the desktop */
TribAppNews *
trib_app_window_make_news (TribAppWindow *self)
{
  static const TribAppNewsPort port = { is_away_cb, send_cb, withdraw_cb };

  return trib_app_news_new (&port, self);
}

static TribModelCompany *
find_company (TribAppWindow *self, const char *company_id)
{
  return self->account != NULL ? trib_model_companies_find (
                                     trib_model_account_get_companies (self->account), company_id)
                               : NULL;
}

static GtkWidget *
take_view (TribAppWindow *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *view = trib_app_web_take_view (self->web, &error);

  if (view == NULL) {
    g_warning ("%s", error->message);
    trib_app_window_say (self, _ ("The built-in view could not be started; your browser is used"));
  }
  return view;
}

/* Such a link may not be given to anybody, whichever way the wish for it came. */
static gboolean
refuse_link (TribAppWindow *self, TribModelPlatform *platform)
{
  g_autofree char *words = NULL;

  if (platform == NULL || !trib_model_platform_get_begins_inside (platform))
    return FALSE;
  /* Translators: %s is a platform, like "Sage Bank Feeds". */
  words = g_strdup_printf (_ ("%s is connected from its own side"),
                              trib_model_platform_get_name (platform));
  trib_app_window_say (self, words);
  return TRUE;
}

static GtkWidget *
show_sign_in (TribAppWindow *self, TribModelSignIn *sign_in, GtkWidget *view)
{
  GtkWidget *page = trib_ui_sign_in_page_new (sign_in, view);

  g_signal_connect_object (page, "finished", G_CALLBACK (finished_cb), self, 0);
  if (TRIB_UI_IS_RESULT_PAGE (trib_app_pages_get_visible_page (self->pages)))
    trib_app_pages_replace (self->pages, page);
  else
    trib_app_pages_push (self->pages, page);
  return page;
}

/* Begins a sign-in, or begins one that has ended again, on a page of its own. */
void
trib_app_window_sign_in (TribAppWindow *self, TribModelSignIn *sign_in, gboolean embedded)
{
  g_autoptr (GtkWidget) view = NULL;
  GtkWidget *page;

  if (refuse_link (self, trib_model_sign_in_get_platform (sign_in)))
    return;
  view = embedded ? take_view (self) : NULL;
  page = show_sign_in (self, sign_in, view);
  trib_ui_sign_in_page_start (TRIB_UI_SIGN_IN_PAGE (page));
}

/* Begins a sign-in of a company at a platform. */
void
trib_app_window_sign_in_to_platform (TribAppWindow *self,
                                     const char *company_id,
                                     const char *platform_key,
                                     const char *integration_id,
                                     gboolean embedded)
{
  TribModelCompany *company = find_company (self, company_id);
  g_autoptr (TribModelSignIn) sign_in = NULL;
  TribModelPlatform *platform;

  if (company == NULL)
    return;
  platform =
      trib_model_platforms_find (trib_model_account_get_platforms (self->account), platform_key,
                                 *integration_id != '\0' ? integration_id : NULL);
  if (platform == NULL) {
    trib_app_window_say (self, _ ("This platform is not offered any more"));
    return;
  }
  sign_in = trib_model_sign_in_new (self->account, company, platform);
  trib_app_window_sign_in (self, sign_in, embedded);
}

/* The way that a platform signs in by when nobody has chosen another. */
static TribUiBeforeWay
get_way (TribModelPlatform *platform)
{
  return platform != NULL ? trib_ui_before_way_get (platform) : TRIB_UI_BEFORE_WAY_EMBEDDED;
}

/* A connection whose integration was turned off is asked about like any other. */
static TribModelPlatform *
dup_platform (TribAppWindow *self, TribModelConnection *connection)
{
  TribModelPlatform *platform = trib_model_connection_get_platform (connection);

  if (platform != NULL)
    return g_object_ref (platform);
  return trib_model_platforms_make_stand_in (trib_model_account_get_platforms (self->account),
                                             trib_model_connection_get_platform_key (connection),
                                             trib_model_connection_get_source_type (connection),
                                             trib_model_connection_get_platform_name (connection));
}

/* Begins a sign-in that opens a connection again, by way of the sheet where that has to be read:
 * it asks for consent, and says where to sign in when that is not here. */
void
trib_app_window_reconnect (TribAppWindow *self, const char *company_id, const char *connection_id)
{
  TribModelCompany *company = find_company (self, company_id);
  TribModelConnection *connection =
      company != NULL ? trib_model_connections_find (trib_model_company_get_connections (company),
                                                     connection_id)
                      : NULL;
  g_autoptr (TribModelPlatform) platform = NULL;
  g_autoptr (TribModelSignIn) sign_in = NULL;
  GtkWidget *sheet;

  if (connection == NULL)
    return;
  platform = dup_platform (self, connection);
  if (trib_ui_before_way_get (platform) != TRIB_UI_BEFORE_WAY_EMBEDDED ||
      trib_model_policy_get_asks_consent (trib_model_account_get_policy (self->account))) {
    sheet = trib_ui_before_dialog_new (self->account, company, platform);
    trib_ui_before_dialog_set_connection (TRIB_UI_BEFORE_DIALOG (sheet), connection);
    trib_ui_before_dialog_present (TRIB_UI_BEFORE_DIALOG (sheet),
                                   trib_app_pages_get_visible_page (self->pages));
    return;
  }
  sign_in = trib_model_sign_in_new_for_connection (self->account, company, connection);
  trib_app_window_sign_in (self, sign_in, TRUE);
}

/* The same, after the sheet. */
void
trib_app_window_reopen (TribAppWindow *self,
                        const char *company_id,
                        const char *connection_id,
                        gboolean embedded)
{
  TribModelCompany *company = find_company (self, company_id);
  TribModelConnection *connection =
      company != NULL ? trib_model_connections_find (trib_model_company_get_connections (company),
                                                     connection_id)
                      : NULL;
  g_autoptr (TribModelSignIn) sign_in = NULL;

  if (connection == NULL)
    return;
  sign_in = trib_model_sign_in_new_for_connection (self->account, company, connection);
  trib_app_window_sign_in (self, sign_in, embedded);
}

/* The link of the sign-in that has just begun goes to the clipboard instead of the browser. */
void
trib_app_window_copy_link (TribAppWindow *self)
{
  GtkWidget *page = trib_app_pages_get_visible_page (self->pages);

  if (TRIB_UI_IS_SIGN_IN_PAGE (page))
    gtk_widget_activate_action (page, "sign-in.copy-link", NULL);
}

/* A sign-in that goes on gives way: the other one has a link of their own. */
static void
share (TribAppWindow *self, TribModelInvitation *invitation)
{
  GtkWidget *page = trib_ui_share_page_new (invitation);
  GtkWidget *shown = trib_app_pages_get_visible_page (self->pages);

  if (TRIB_UI_IS_SIGN_IN_PAGE (shown) || TRIB_UI_IS_RESULT_PAGE (shown))
    trib_app_pages_replace (self->pages, page);
  else
    trib_app_pages_push (self->pages, page);
}

/* Asks somebody else to sign in at a platform. */
void
trib_app_window_share_platform (TribAppWindow *self,
                                const char *company_id,
                                const char *platform_key,
                                const char *integration_id)
{
  TribModelCompany *company = find_company (self, company_id);
  TribModelPlatform *platform =
      company != NULL ? trib_model_platforms_find (trib_model_account_get_platforms (self->account),
                                                   platform_key,
                                                   *integration_id != '\0' ? integration_id : NULL)
                      : NULL;
  g_autoptr (TribModelInvitation) invitation = NULL;

  if (platform == NULL || refuse_link (self, platform))
    return;
  invitation = trib_model_invitation_new (self->account, company, platform);
  share (self, invitation);
}

static gboolean
is_settled (TribModelState state)
{
  return state != TRIB_MODEL_STATE_IDLE && state != TRIB_MODEL_STATE_LOADING;
}

static void
share_connection (TribAppWindow *self, TribModelCompany *company, TribModelConnection *connection)
{
  g_autoptr (TribModelInvitation) invitation = NULL;

  if (refuse_link (self, trib_model_connection_get_platform (connection)))
    return;
  invitation = trib_model_invitation_new_for_connection (self->account, company, connection);
  share (self, invitation);
}

/* What is looked for in lists that are still being loaded is looked for again when they are. */
static void
connections_state_cb (TribModelConnections *connections, GParamSpec *pspec, TribAppWindow *self)
{
  if (!is_settled (trib_model_connections_get_state (connections)))
    return;
  g_signal_handlers_disconnect_by_func (connections, connections_state_cb, self);
  trib_app_window_share_wanted (self);
}

static void
wait_for_connections (TribAppWindow *self, TribModelConnections *connections)
{
  g_signal_handlers_disconnect_by_func (connections, connections_state_cb, self);
  g_signal_connect_object (connections, "notify::state", G_CALLBACK (connections_state_cb), self,
                           0);
  if (trib_model_connections_get_state (connections) == TRIB_MODEL_STATE_IDLE)
    trib_model_connections_load (connections);
}

/* Shares the connection that is wanted, once the lists say what it is. */
void
trib_app_window_share_wanted (TribAppWindow *self)
{
  TribModelCompanies *companies = trib_model_account_get_companies (self->account);
  g_autofree char *company_id = g_steal_pointer (&self->share_company_id);
  g_autofree char *connection_id = g_steal_pointer (&self->share_connection_id);
  TribModelCompany *company = company_id != NULL ? find_company (self, company_id) : NULL;
  TribModelConnections *connections =
      company != NULL ? trib_model_company_get_connections (company) : NULL;
  TribModelConnection *connection =
      connections != NULL ? trib_model_connections_find (connections, connection_id) : NULL;
  gboolean is_known =
      is_settled (connections != NULL ? trib_model_connections_get_state (connections)
                                      : trib_model_companies_get_state (companies));

  if (company_id == NULL)
    return;
  if (connection != NULL) {
    share_connection (self, company, connection);
  } else if (is_known) {
    trib_app_window_say (self, _ ("This connection is not there any more, or could not be read"));
  } else {
    self->share_company_id = g_steal_pointer (&company_id);
    self->share_connection_id = g_steal_pointer (&connection_id);
    if (connections != NULL)
      wait_for_connections (self, connections);
  }
}

/* Asks somebody else to sign in for a connection, as soon as it is known. */
void
trib_app_window_share_connection (TribAppWindow *self,
                                  const char *company_id,
                                  const char *connection_id)
{
  if (self->account == NULL)
    return;
  trib_set_str (&self->share_company_id, company_id);
  trib_set_str (&self->share_connection_id, connection_id);
  trib_app_window_share_wanted (self);
}

/* Begins the sign-in again whose result is shown. Returns whether one is. */
gboolean
trib_app_window_retry_sign_in (TribAppWindow *self, gboolean embedded)
{
  GtkWidget *page = trib_app_pages_get_visible_page (self->pages);
  TribModelSignIn *sign_in;

  if (!TRIB_UI_IS_RESULT_PAGE (page))
    return FALSE;
  sign_in = trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (page));
  /* What refuses to be shown inside a program would refuse again. */
  if (get_way (trib_model_sign_in_get_platform (sign_in)) != TRIB_UI_BEFORE_WAY_EMBEDDED)
    embedded = FALSE;
  trib_app_window_sign_in (self, sign_in, embedded);
  return TRUE;
}

/* Asks Codat once more how the sign-in of the visible page ended. */
void
trib_app_window_check_again (TribAppWindow *self)
{
  GtkWidget *page = trib_app_pages_get_visible_page (self->pages);
  TribModelSignIn *sign_in;

  if (!TRIB_UI_IS_RESULT_PAGE (page))
    return;
  sign_in = trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (page));
  if (!trib_link_session_get_can_check_again (trib_model_sign_in_get_session (sign_in)))
    return;
  show_sign_in (self, sign_in, NULL);
  trib_link_session_check_again (trib_model_sign_in_get_session (sign_in));
}
