/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-news-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Part of TribAppNews: a link that somebody else was given is about to end, unused. Nothing is
 * asked for that: what is written down says when. Main thread only. */

/* A computer that slept, or whose clock was set, is noticed by then. */
#define LONGEST_SECONDS (15 * 60)

#define PREFIX "link-"

static gint64
get_now (TribAppNews *self)
{
  return trib_clock_get_real_time (trib_model_account_get_clock (self->account)) / G_USEC_PER_SEC;
}

/* Who was waited for has signed in, or nobody waits any more. */
static void
withdraw_old (TribAppNews *self)
{
  TribModelNotes *notes = trib_model_account_get_notes (self->account);
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (self->sent, NULL);

  for (guint i = 0; ids[i] != NULL; i++) {
    const char *id = ids[i];

    if (g_str_has_prefix (id, PREFIX) &&
        trib_model_notes_find_request (notes, id + strlen (PREFIX)) == NULL)
      trib_app_news_withdraw (self, id);
  }
}

/* Names of a company and a platform were made fit to be shown when they were noted. */
static void
tell (TribAppNews *self, const char *id, TribModelRequest *request)
{
  /* Translators: a company, and a platform like "Xero". */
  g_autofree char *title = g_strdup_printf (_ ("%s: the link for %s is about to end"),
                                               trib_model_request_get_company_name (request),
                                               trib_model_request_get_platform_name (request));
  const TribAppNewsItem item = { id, title,
                                 _ ("It has not been used. You can ask again with a new one."),
                                    "app.open-connections",
                                    trib_model_request_get_company_id (request) };

  trib_app_news_send (self, TRIB_MODEL_NOTICE_LINK, &item);
}

/* Returns: in how many seconds the request is to be looked at again */
static gint64
look_at (TribAppNews *self, TribModelRequest *request, gint64 now)
{
  gint64 expires_at = trib_model_request_get_expires_at (request);
  gint64 soon_at = trib_model_request_get_ends_soon_at (request);
  g_autofree char *id = g_strconcat (PREFIX, trib_model_request_get_connection_id (request), NULL);
  char *key;

  if (now < soon_at)
    return soon_at - now;
  if (now >= expires_at) {
    trib_app_news_withdraw (self, id);
    return LONGEST_SECONDS;
  }
  /* Once for each link: who looks at the window sees until when it works. */
  key = g_strdup_printf ("%s %" G_GINT64_FORMAT, id, expires_at);
  if (g_hash_table_add (self->ending, key))
    tell (self, id, request);
  return expires_at - now;
}

static void look_at_links (TribAppNews *self);

static gboolean
timer_cb (gpointer data)
{
  TribAppNews *self = data;

  self->links_timer = 0;
  look_at_links (self);
  return G_SOURCE_REMOVE;
}

static void
look_at_links (TribAppNews *self)
{
  TribClock *clock = trib_model_account_get_clock (self->account);
  GListModel *requests =
      trib_model_notes_get_requests (trib_model_account_get_notes (self->account));
  guint n = g_list_model_get_n_items (requests);
  gint64 wait = LONGEST_SECONDS;

  trib_clock_clear (clock, &self->links_timer);
  withdraw_old (self);
  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelRequest) request = g_list_model_get_item (requests, i);

    wait = MIN (wait, look_at (self, request, get_now (self)));
  }
  if (n > 0)
    self->links_timer =
        trib_clock_add_timeout (clock, (guint) MAX (wait, 1) * 1000, timer_cb, self, NULL);
}

/* Looks at what the account has given to others, now and whenever that is another. */
void
trib_app_news_watch_links (TribAppNews *self)
{
  g_signal_connect_object (trib_model_account_get_notes (self->account), "changed",
                           G_CALLBACK (look_at_links), self, G_CONNECT_SWAPPED);
  look_at_links (self);
}

void
trib_app_news_unwatch_links (TribAppNews *self)
{
  g_signal_handlers_disconnect_by_func (trib_model_account_get_notes (self->account), look_at_links,
                                        self);
  trib_clock_clear (trib_model_account_get_clock (self->account), &self->links_timer);
}
