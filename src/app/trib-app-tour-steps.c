/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-tour-private.h"

#include "trib-ui.h"

/* Part of TribAppTour: what a person does, and how each step is verified at the server. */

#define COMPANY "Quayside Pottery Ltd"

/* What lies on top in the window. */
GtkWidget *
trib_app_tour_get_page (TribAppTour *self)
{
  return trib_app_pages_get_visible_page (trib_app_window_get_pages (self->window));
}

static gboolean
is_on_page (TribAppTour *self, GType type)
{
  GtkWidget *page = trib_app_tour_get_page (self);

  return page != NULL && g_type_is_a (G_OBJECT_TYPE (page), type) && gtk_widget_get_mapped (page);
}

/* What lies over the window, or NULL. */
GtkWidget *
trib_app_tour_get_dialog (TribAppTour *self)
{
  GtkWindow *dialog = trib_app_tour_find_dialog (GTK_WINDOW (self->window));

  return dialog != NULL ? GTK_WIDGET (dialog) : NULL;
}

/* Presses a button; none is none. */
void
trib_app_tour_press (GtkWidget *button)
{
  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
}

static TribLinkSession *
get_session (TribAppTour *self)
{
  GtkWidget *page = trib_app_tour_get_page (self);
  TribModelSignIn *sign_in = NULL;

  if (TRIB_UI_IS_SIGN_IN_PAGE (page))
    sign_in = trib_ui_sign_in_page_get_sign_in (TRIB_UI_SIGN_IN_PAGE (page));
  else if (TRIB_UI_IS_RESULT_PAGE (page))
    sign_in = trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (page));
  return sign_in != NULL ? trib_model_sign_in_get_session (sign_in) : NULL;
}

/* Answers the question that lies over the window, as its button does. */
void
trib_app_tour_answer (TribAppTour *self, const char *response)
{
  GtkWidget *dialog = trib_app_tour_get_dialog (self);

  if (!ADW_IS_MESSAGE_DIALOG (dialog))
    return;
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Asks the server, not the window. */
gboolean
trib_app_tour_server_says (TribAppTour *self, const char *status, GString *why)
{
  g_autofree char *actual =
      self->company_id != NULL && self->connection_id != NULL
          ? sandbox_server_dup_connection_status (trib_app_tour_get_server (self), self->company_id,
                                                  self->connection_id)
          : NULL;

  g_string_append_printf (why, "%s at the server", actual != NULL ? actual : "no connection");
  return g_strcmp0 (actual, status) == 0;
}

/* Never a second one. */
gboolean
trib_app_tour_has_one_connection (TribAppTour *self, GString *why)
{
  guint n = sandbox_server_get_n_connections (trib_app_tour_get_server (self), self->company_id);

  g_string_append_printf (why, ", %u connection%s of this company", n, n == 1 ? "" : "s");
  return n == 1;
}

static gboolean
companies_hold (TribAppTour *self, GString *why)
{
  TribModelAccount *account = trib_app_window_get_account (self->window);
  TribModelCompanies *companies =
      account != NULL ? trib_model_account_get_companies (account) : NULL;
  guint n_server = sandbox_server_get_n_companies (trib_app_tour_get_server (self));
  guint n_shown = companies != NULL ? g_list_model_get_n_items (G_LIST_MODEL (companies)) : 0;

  g_string_append_printf (why, "%u companies shown, %u at the server", n_shown, n_server);
  return n_shown > 0 && n_shown == n_server && is_on_page (self, TRIB_UI_TYPE_COMPANIES_PAGE);
}

static void
ask_for_company (TribAppTour *self)
{
  trib_app_tour_press (
      trib_app_tour_find_for_action (trib_app_tour_get_page (self), "win.new-company"));
}

static gboolean
company_dialog_holds (TribAppTour *self, GString *why)
{
  guint n = sandbox_server_get_n_requests (trib_app_tour_get_server (self), "POST", "/companies");

  g_string_append_printf (why, "%u companies made so far", n);
  return n == 0 && trib_app_tour_get_dialog (self) != NULL;
}

static void
make_company (TribAppTour *self)
{
  GtkWidget *dialog = trib_app_tour_get_dialog (self);
  GtkWidget *row = dialog != NULL ? trib_app_tour_find (dialog, ADW_TYPE_ENTRY_ROW) : NULL;

  if (row == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (row), COMPANY);
  trib_app_tour_press (trib_app_tour_find_for_action (dialog, "company.create"));
}

static gboolean
company_holds (TribAppTour *self, GString *why)
{
  if (self->company_id == NULL)
    self->company_id = sandbox_server_dup_company_id (trib_app_tour_get_server (self), COMPANY);
  g_string_append_printf (why, "%s is %s at the server", COMPANY,
                          self->company_id != NULL ? "known" : "unknown");
  return self->company_id != NULL && is_on_page (self, TRIB_UI_TYPE_COMPANY_PAGE);
}

static gboolean
grid_holds (TribAppTour *self, GString *why)
{
  TribModelAccount *account = trib_app_window_get_account (self->window);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (trib_model_account_get_platforms (account)));
  guint n_asked =
      sandbox_server_get_n_requests (trib_app_tour_get_server (self), "GET", "/integrations");

  g_string_append_printf (why, "%u platforms offered, %u requests for them and their brands", n,
                          n_asked);
  return n > 0 && n_asked > 0 && trib_app_tour_find_tile (trib_app_tour_get_page (self)) != NULL;
}

static void
choose_platform (TribAppTour *self)
{
  GtkWidget *tile = trib_app_tour_find_tile (trib_app_tour_get_page (self));

  if (tile == NULL)
    return;
  self->platform_name = g_strdup (trib_model_platform_get_name (
      trib_ui_platform_tile_get_platform (TRIB_UI_PLATFORM_TILE (tile))));
  trib_app_tour_press (tile);
}

static gboolean
before_holds (TribAppTour *self, GString *why)
{
  guint n = sandbox_server_get_n_connections (trib_app_tour_get_server (self), self->company_id);

  g_string_append_printf (why, "%s chosen, %u connections made before the person goes on",
                          self->platform_name, n);
  return n == 0 && trib_app_tour_get_dialog (self) != NULL;
}

static void
go_on (TribAppTour *self)
{
  GtkWidget *dialog = trib_app_tour_get_dialog (self);

  sandbox_server_set_scenario (trib_app_tour_get_server (self), "ask");
  if (dialog != NULL)
    trib_app_tour_press (trib_app_tour_find_button (dialog, "suggested-action"));
}

static gboolean
sign_in_holds (TribAppTour *self, GString *why)
{
  TribLinkSession *session = get_session (self);

  if (session != NULL && trib_link_session_get_connection_id (session) != NULL &&
      self->connection_id == NULL)
    self->connection_id = g_strdup (trib_link_session_get_connection_id (session));
  return trib_app_tour_server_says (self, "PendingAuth", why) &&
         trib_app_tour_has_one_connection (self, why) &&
         is_on_page (self, TRIB_UI_TYPE_SIGN_IN_PAGE);
}

static gboolean
page_holds (TribAppTour *self, GString *why)
{
  GtkWidget *page = trib_app_tour_get_page (self);
  GtkWidget *view = TRIB_UI_IS_SIGN_IN_PAGE (page)
                        ? trib_ui_sign_in_page_get_view (TRIB_UI_SIGN_IN_PAGE (page))
                        : NULL;
  guint n = sandbox_server_get_n_requests (trib_app_tour_get_server (self), "GET", "/link/attempt");
  g_autofree char *host = NULL;
  gboolean loading = TRUE;

  if (view != NULL)
    g_object_get (view, "host", &host, "loading", &loading, NULL);
  g_string_append_printf (why, "%u sign-in pages served, “%s” stands above the page", n,
                          host != NULL ? host : "nothing");
  return n > 0 && host != NULL && !loading;
}

static void
give_up (TribAppTour *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
}

static gboolean
question_holds (TribAppTour *self, GString *why)
{
  return trib_app_tour_server_says (self, "PendingAuth", why) &&
         trib_app_tour_get_dialog (self) != NULL;
}

static void
stop (TribAppTour *self)
{
  trib_app_tour_answer (self, "stop");
}

static gboolean
cancelled_holds (TribAppTour *self, GString *why)
{
  TribLinkSession *session = get_session (self);

  return trib_app_tour_server_says (self, "PendingAuth", why) &&
         trib_app_tour_has_one_connection (self, why) &&
         is_on_page (self, TRIB_UI_TYPE_RESULT_PAGE) &&
         trib_link_session_get_outcome (session) == TRIB_LINK_OUTCOME_CANCELLED;
}

static void
try_again (TribAppTour *self)
{
  /* Nothing presses buttons inside a web page: the sandbox allows at once, as its scenario says. */
  sandbox_server_set_scenario (trib_app_tour_get_server (self), "allow");
  trib_app_tour_press (
      trib_app_tour_find_button (trib_app_tour_get_page (self), "suggested-action"));
}

static gboolean
connected_holds (TribAppTour *self, GString *why)
{
  TribLinkSession *session = get_session (self);
  guint n_hits = sandbox_server_get_redirect_hits (trib_app_tour_get_server (self));
  gboolean holds = trib_app_tour_server_says (self, "Linked", why) &&
                   trib_app_tour_has_one_connection (self, why);

  g_string_append_printf (why, ", %u requests at the redirect target", n_hits);
  return holds && n_hits == 0 && is_on_page (self, TRIB_UI_TYPE_RESULT_PAGE) &&
         trib_link_session_get_outcome (session) == TRIB_LINK_OUTCOME_CONNECTED;
}

static gboolean
sync_holds (TribAppTour *self, GString *why)
{
  GtkWidget *page = trib_app_tour_get_page (self);
  TribModelSync *sync = TRIB_UI_IS_RESULT_PAGE (page)
                            ? trib_model_sign_in_get_sync (
                                  trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (page)))
                            : NULL;
  g_autofree char *path = g_strdup_printf ("/companies/%s/dataStatus", self->company_id);
  guint n = sandbox_server_get_n_requests (trib_app_tour_get_server (self), "GET", path);

  if (sync != NULL)
    g_string_append_printf (why, "%u of %u kinds of data are in, asked %u times",
                            trib_model_sync_get_n_finished (sync),
                            trib_model_sync_get_n_total (sync), n);
  return sync != NULL && n > 0 && trib_model_sync_get_complete (sync);
}

static gboolean
target_holds (TribAppTour *self, GString *why)
{
  guint n = sandbox_server_get_redirect_hits (trib_app_tour_get_server (self));

  g_string_append_printf (why, "%u requests at the redirect target", n);
  return n == 0;
}

static const TribAppTourStep steps[] = {
  { "open the demo", "companies", TRUE, 20, NULL, companies_hold },
  { "ask for a new company", "new-company", FALSE, 10, ask_for_company, company_dialog_holds },
  { "create the company", NULL, FALSE, 15, make_company, company_holds },
  { "open Connect", "connect", TRUE, 20, NULL, grid_holds },
  { "choose a platform", "before", FALSE, 10, choose_platform, before_holds },
  { "create the connection", NULL, FALSE, 15, go_on, sign_in_holds },
  { "open the sign-in page", "sign-in", TRUE, 30, NULL, page_holds },
  { "give up", "stop", FALSE, 10, give_up, question_holds },
  { "cancel", "cancelled", FALSE, 20, stop, cancelled_holds },
  { "try again and allow", "connected", TRUE, 30, try_again, connected_holds },
  { "read the data", "synced", FALSE, 40, NULL, sync_holds },
  { "see the connection", "connections", TRUE, 15, trib_app_tour_show_connections,
    trib_app_tour_row_holds },
  { "ask to unlink", "unlink", FALSE, 10, trib_app_tour_ask_to_unlink,
    trib_app_tour_unlink_question_holds },
  { "unlink", "unlinked", FALSE, 25, trib_app_tour_unlink, trib_app_tour_unlinked_holds },
  { "ask to delete", "delete", FALSE, 10, trib_app_tour_ask_to_delete,
    trib_app_tour_delete_question_holds },
  { "delete", "deleted", FALSE, 20, trib_app_tour_delete, trib_app_tour_deleted_holds },
  { "leave the redirect target alone", NULL, FALSE, 1, NULL, target_holds },
};

/* The step at that place, or NULL after the last one. */
const TribAppTourStep *
trib_app_tour_get_step (guint position)
{
  return position < G_N_ELEMENTS (steps) ? &steps[position] : NULL;
}

/* The demo's server. */
SandboxServer *
trib_app_tour_get_server (TribAppTour *self)
{
  return trib_app_demo_get_server (
      trib_app_home_get_demo (trib_app_window_get_home (self->window)));
}
