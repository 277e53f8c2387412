/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-tour-private.h"

#include "trib-ui-connection-row.h"
#include "trib-ui.h"

/* Part of TribAppTour: what a person does with the connection that was made. */

static TribModelConnection *
get_connection (TribAppTour *self)
{
  GtkWidget *page = trib_app_tour_get_page (self);
  TribModelCompany *company = TRIB_UI_IS_COMPANY_PAGE (page)
                                  ? trib_ui_company_page_get_company (TRIB_UI_COMPANY_PAGE (page))
                                  : NULL;

  return company != NULL ? trib_model_connections_find (
                               trib_model_company_get_connections (company), self->connection_id)
                         : NULL;
}

/* The row as it is on the screen. */
static GtkWidget *
get_row (TribAppTour *self)
{
  return trib_app_tour_find (trib_app_tour_get_page (self), TRIB_UI_TYPE_CONNECTION_ROW);
}

static gboolean
has_status (TribAppTour *self, TribModelStatus status)
{
  TribModelConnection *connection = get_connection (self);

  return connection != NULL && trib_model_connection_get_status (connection) == status &&
         get_row (self) != NULL;
}

static void
ask (TribAppTour *self, const char *action)
{
  GtkWidget *row = get_row (self);

  if (row != NULL)
    gtk_widget_activate_action (row, action, NULL);
}

/* "Done" on the result page. */
void
trib_app_tour_show_connections (TribAppTour *self)
{
  trib_app_tour_press (
      trib_app_tour_find_for_action (trib_app_tour_get_page (self), "win.show-connections"));
}

gboolean
trib_app_tour_row_holds (TribAppTour *self, GString *why)
{
  return trib_app_tour_server_says (self, "Linked", why) &&
         trib_app_tour_has_one_connection (self, why) &&
         has_status (self, TRIB_MODEL_STATUS_CONNECTED);
}

void
trib_app_tour_ask_to_unlink (TribAppTour *self)
{
  ask (self, "connection.unlink");
}

gboolean
trib_app_tour_unlink_question_holds (TribAppTour *self, GString *why)
{
  return trib_app_tour_server_says (self, "Linked", why) && trib_app_tour_get_dialog (self) != NULL;
}

void
trib_app_tour_unlink (TribAppTour *self)
{
  trib_app_tour_answer (self, "unlink");
}

/* Nothing is sent before the time to take it back is over. */
gboolean
trib_app_tour_unlinked_holds (TribAppTour *self, GString *why)
{
  return trib_app_tour_server_says (self, "Unlinked", why) &&
         trib_app_tour_has_one_connection (self, why) && has_status (self, TRIB_MODEL_STATUS_PAST);
}

void
trib_app_tour_ask_to_delete (TribAppTour *self)
{
  ask (self, "connection.delete");
}

gboolean
trib_app_tour_delete_question_holds (TribAppTour *self, GString *why)
{
  GtkWidget *dialog = trib_app_tour_get_dialog (self);

  return trib_app_tour_server_says (self, "Unlinked", why) && ADW_IS_MESSAGE_DIALOG (dialog) &&
         !adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "delete");
}

void
trib_app_tour_delete (TribAppTour *self)
{
  GtkWidget *dialog = trib_app_tour_get_dialog (self);
  GtkWidget *entry = dialog != NULL ? trib_app_tour_find (dialog, GTK_TYPE_ENTRY) : NULL;

  if (entry == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (entry), self->platform_name);
  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "delete"))
    trib_app_tour_answer (self, "delete");
}

gboolean
trib_app_tour_deleted_holds (TribAppTour *self, GString *why)
{
  guint n = sandbox_server_get_n_connections (trib_app_tour_get_server (self), self->company_id);

  g_string_append_printf (why, "%u connections of this company at the server", n);
  return n == 0 && get_connection (self) == NULL && get_row (self) == NULL;
}
