/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-news-private.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* Part of TribAppNews: an access that ends, and a sign-in that has worked while nobody looked.
 * Main thread only. */

#define MAX_NAME 80
/* So many companies are asked about while nobody looks; the watch says how often. */
#define MAX_FOLLOWED 20

#define OPEN_CONNECTIONS "app.open-connections"

static TribModelCompany *
find_company (TribAppNews *self, const char *company_id)
{
  return company_id != NULL ? trib_model_companies_find (
                                  trib_model_account_get_companies (self->account), company_id)
                            : NULL;
}

static char *
dup_id (const char *kind, TribModelConnection *connection)
{
  return g_strconcat (kind, "-", trib_model_connection_get_id (connection), NULL);
}

/* Some desktops read the body as markup, so no word of a server is in it. */
static void
tell (TribAppNews *self,
      TribModelNotice notice,
      const char *id,
      const char *body,
      TribModelConnection *connection)
{
  const char *company_id = trib_model_connection_get_company_id (connection);
  TribModelCompany *company = find_company (self, company_id);
  g_autofree char *name = trib_text_for_display (
      company != NULL ? trib_model_company_get_name (company) : "", MAX_NAME);
  const char *platform = trib_model_connection_get_platform_name (connection);
  g_autofree char *title = NULL;
  TribAppNewsItem item = { id, NULL, body, OPEN_CONNECTIONS, company_id };

  if (notice == TRIB_MODEL_NOTICE_ACCESS)
    /* Translators: a company, and a platform like "Xero". */
    title = g_strdup_printf (_ ("%s: %s needs a new sign-in"), name, platform);
  else
    /* Translators: a company, and a platform like "Xero". */
    title = g_strdup_printf (_ ("%s: %s is connected"), name, platform);
  item.title = title;
  trib_app_news_send (self, notice, &item);
}

/* What was told of the connection before is not true any more. */
static void
turned_cb (TribModelNotes *notes,
           TribModelConnection *connection,
           TribModelStatus before,
           TribAppNews *self)
{
  const char *connection_id = trib_model_connection_get_id (connection);
  TribModelStatus status = trib_model_connection_get_status (connection);
  g_autofree char *access_id = dup_id ("access", connection);
  g_autofree char *sign_in_id = dup_id ("signed-in", connection);

  trib_app_news_withdraw (self, access_id);
  trib_app_news_withdraw (self, sign_in_id);
  if (status == TRIB_MODEL_STATUS_ATTENTION && before == TRIB_MODEL_STATUS_CONNECTED)
    tell (self, TRIB_MODEL_NOTICE_ACCESS, access_id,
          _ ("The access has ended. What was read stays."), connection);
  if (status != TRIB_MODEL_STATUS_CONNECTED)
    return;
  if (trib_model_notes_find_request (notes, connection_id) != NULL)
    tell (self, TRIB_MODEL_NOTICE_SIGN_IN, sign_in_id,
          _ ("The person you asked has signed in."), connection);
  else if (trib_model_notes_get_sign_in (notes, connection_id) != 0)
    tell (self, TRIB_MODEL_NOTICE_SIGN_IN, sign_in_id, _ ("The sign-in has worked."), connection);
}

static gboolean
is_followed (TribAppNews *self, TribModelConnections *connections)
{
  return g_ptr_array_find (self->followed, connections, NULL);
}

static void
follow (TribAppNews *self, const char *company_id)
{
  TribModelCompany *company = find_company (self, company_id);
  TribModelConnections *connections =
      company != NULL ? trib_model_company_get_connections (company) : NULL;

  if (connections == NULL || self->followed->len >= MAX_FOLLOWED || is_followed (self, connections))
    return;
  trib_model_connections_follow (connections);
  g_ptr_array_add (self->followed, g_object_ref (connections));
}

/* Listens for what connections of the account in use do. */
void
trib_app_news_watch_turns (TribAppNews *self)
{
  g_signal_connect_object (trib_model_account_get_notes (self->account), "turned",
                           G_CALLBACK (turned_cb), self, G_CONNECT_DEFAULT);
}

void
trib_app_news_unwatch_turns (TribAppNews *self)
{
  g_signal_handlers_disconnect_by_func (trib_model_account_get_notes (self->account), turned_cb,
                                        self);
}

/**
 * trib_app_news_look_away:
 * @self: the news
 *
 * Nobody looks at the window any more: the companies where somebody is waited for are asked about
 * in the meantime, as rarely as a page of theirs would.
 */
void
trib_app_news_look_away (TribAppNews *self)
{
  TribModelNotes *notes;
  GListModel *requests;
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (TRIB_APP_IS_NEWS (self));
  if (self->account == NULL ||
      !trib_model_policy_get_notifies (trib_model_account_get_policy (self->account),
                                       TRIB_MODEL_NOTICE_SIGN_IN))
    return;
  notes = trib_model_account_get_notes (self->account);
  requests = trib_model_notes_get_requests (notes);
  for (guint i = 0; i < g_list_model_get_n_items (requests); i++) {
    g_autoptr (TribModelRequest) request = g_list_model_get_item (requests, i);

    follow (self, trib_model_request_get_company_id (request));
  }
  ids = trib_model_notes_list_sign_ins (notes, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    follow (self, trib_model_notes_get_sign_in_company (notes, ids[i]));
}
