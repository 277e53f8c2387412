/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-news.h"

#include "trib-app-news-private.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* Follows first syncs and tells of their end on the desktop, and knows what was told. A window owns
 * it; main thread only. It owns the sign-ins that it follows, so that their syncs go on when the
 * page is left. What connections do is in trib-app-news-turns.c. */

G_DEFINE_FINAL_TYPE (TribAppNews, trib_app_news, G_TYPE_OBJECT)

#define MAX_NAME 80

/* What has ended without data is no data that is in. */
static char *
dup_title (const char *company, TribModelSync *sync)
{
  guint n_failed = trib_model_sync_get_n_failed (sync);

  if (n_failed == 0)
    /* Translators: %s is the name of a company. */
    return g_strdup_printf (_ ("%s: all data is in"), company);
  if (n_failed < trib_model_sync_get_n_total (sync))
    /* Translators: %s is the name of a company. */
    return g_strdup_printf (_ ("%s: some of the data is not in"), company);
  /* Translators: %s is the name of a company. */
  return g_strdup_printf (_ ("%s: the data could not be read"), company);
}

void
trib_app_news_send (TribAppNews *self, TribModelNotice notice, const TribAppNewsItem *item)
{
  if (!self->port->is_away (self->port_data))
    return;
  if (self->account != NULL &&
      !trib_model_policy_get_notifies (trib_model_account_get_policy (self->account), notice))
    return;
  g_hash_table_replace (self->sent, g_strdup (item->id), g_strdup (item->company_id));
  self->port->send (item, self->port_data);
}

void
trib_app_news_withdraw (TribAppNews *self, const char *id)
{
  if (!g_hash_table_contains (self->sent, id))
    return;
  self->port->withdraw (id, self->port_data);
  g_hash_table_remove (self->sent, id);
}

/* company_id: (nullable): of all companies */
static void
withdraw_all (TribAppNews *self, const char *company_id)
{
  GHashTableIter iter;
  gpointer id, other;

  g_hash_table_iter_init (&iter, self->sent);
  while (g_hash_table_iter_next (&iter, &id, &other)) {
    if (company_id != NULL && g_strcmp0 (other, company_id) != 0)
      continue;
    self->port->withdraw (id, self->port_data);
    g_hash_table_iter_remove (&iter);
  }
}

static void
tell (TribAppNews *self, TribModelSignIn *sign_in, TribModelSync *sync)
{
  TribModelCompany *company = trib_model_sign_in_get_company (sign_in);
  const char *company_id = trib_model_company_get_id (company);
  g_autofree char *id = g_strconcat ("first-sync-", company_id, NULL);
  g_autofree char *name = trib_text_for_display (trib_model_company_get_name (company), MAX_NAME);
  g_autofree char *title = dup_title (name, sync);
  /* Some desktops read the body as markup, so no word of a server is in it. */
  const TribAppNewsItem item = { id, title,
                                 _ ("The first sync has finished."), "app.open-company",
                                    company_id };

  trib_app_news_send (self, TRIB_MODEL_NOTICE_SYNC, &item);
}

/* A sync that will not be asked about again has no news. */
static gboolean
has_stopped (TribModelSync *sync)
{
  g_autoptr (TribModelProblem) problem = NULL;

  g_object_get (sync, "problem", &problem, NULL);
  return problem != NULL && !trib_model_problem_get_can_retry (problem);
}

static void
progress_cb (TribAppNews *self, GParamSpec *pspec, TribModelSync *sync)
{
  g_autoptr (TribModelSync) keep = g_object_ref (sync);
  TribModelSignIn *sign_in = g_hash_table_lookup (self->syncs, sync);

  if (sign_in == NULL || (!trib_model_sync_get_complete (sync) && !has_stopped (sync)))
    return;
  g_signal_handlers_disconnect_by_data (sync, self);
  if (trib_model_sync_get_complete (sync))
    tell (self, sign_in, sync);
  g_hash_table_remove (self->syncs, sync);
}

/* Follows nothing any more. */
static void
forget (TribAppNews *self)
{
  GHashTableIter iter;
  gpointer sync;

  g_hash_table_iter_init (&iter, self->syncs);
  while (g_hash_table_iter_next (&iter, &sync, NULL))
    g_signal_handlers_disconnect_by_data (sync, self);
  g_hash_table_remove_all (self->syncs);
  g_hash_table_remove_all (self->ending);
  trib_app_news_look (self, NULL);
  if (self->account != NULL) {
    trib_app_news_unwatch_links (self);
    trib_app_news_unwatch_turns (self);
  }
  g_clear_object (&self->account);
}

/* What was told stays on the desktop: the program may end before anybody has read it. */
static void
trib_app_news_dispose (GObject *object)
{
  forget (TRIB_APP_NEWS (object));
  G_OBJECT_CLASS (trib_app_news_parent_class)->dispose (object);
}

static void
trib_app_news_finalize (GObject *object)
{
  TribAppNews *self = TRIB_APP_NEWS (object);

  g_hash_table_unref (self->syncs);
  g_hash_table_unref (self->sent);
  g_hash_table_unref (self->ending);
  g_ptr_array_unref (self->followed);
  G_OBJECT_CLASS (trib_app_news_parent_class)->finalize (object);
}

static void
trib_app_news_class_init (TribAppNewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trib_app_news_dispose;
  G_OBJECT_CLASS (klass)->finalize = trib_app_news_finalize;
}

static void
trib_app_news_init (TribAppNews *self)
{
  self->syncs = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->followed = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * trib_app_news_new:
 * @port: where news go
 * @data: what the port's functions are called with
 *
 * Returns: (transfer full): an object that follows nothing yet
 */
TribAppNews *
trib_app_news_new (const TribAppNewsPort *port, gpointer data)
{
  TribAppNews *self;

  g_return_val_if_fail (port != NULL, NULL);

  self = g_object_new (TRIB_APP_TYPE_NEWS, NULL);
  trib_app_news_set_port (self, port, data);
  return self;
}

/**
 * trib_app_news_set_port:
 * @self: the news
 * @port: where they go from now on
 * @data: what its functions are called with
 */
void
trib_app_news_set_port (TribAppNews *self, const TribAppNewsPort *port, gpointer data)
{
  g_return_if_fail (TRIB_APP_IS_NEWS (self));
  g_return_if_fail (port != NULL);

  self->port = port;
  self->port_data = data;
}

/**
 * trib_app_news_follow:
 * @self: the news
 * @sign_in: a sign-in that has ended
 *
 * Tells when the first sync of the sign-in ends and nobody looks at the window then. Following
 * a sync twice is once; a sign-in that did not end well has none, one that is begun again has
 * another.
 */
void
trib_app_news_follow (TribAppNews *self, TribModelSignIn *sign_in)
{
  TribModelSync *sync;

  g_return_if_fail (TRIB_APP_IS_NEWS (self));
  g_return_if_fail (TRIB_MODEL_IS_SIGN_IN (sign_in));

  sync = trib_model_sign_in_get_sync (sign_in);
  if (sync == NULL || g_hash_table_contains (self->syncs, sync))
    return;
  g_hash_table_insert (self->syncs, g_object_ref (sync), g_object_ref (sign_in));
  g_signal_connect_object (sync, "notify::complete", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sync, "notify::problem", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  progress_cb (self, NULL, sync);
}

/**
 * trib_app_news_set_account:
 * @self: the news
 * @account: (nullable): the account in use
 *
 * Follows nothing of another account any more, and takes back what was told of it: a click would
 * lead nowhere.
 */
void
trib_app_news_set_account (TribAppNews *self, TribModelAccount *account)
{
  g_return_if_fail (TRIB_APP_IS_NEWS (self));
  g_return_if_fail (account == NULL || TRIB_MODEL_IS_ACCOUNT (account));

  if (self->account == account)
    return;
  forget (self);
  withdraw_all (self, NULL);
  if (!g_set_object (&self->account, account) || account == NULL)
    return;
  trib_app_news_watch_turns (self);
  trib_app_news_watch_links (self);
}

/**
 * trib_app_news_look:
 * @self: the news
 * @company_id: (nullable): the company that is shown
 *
 * Somebody looks at the window: what was told of the company is seen, and the pages ask for
 * themselves again.
 */
void
trib_app_news_look (TribAppNews *self, const char *company_id)
{
  g_return_if_fail (TRIB_APP_IS_NEWS (self));

  for (guint i = 0; i < self->followed->len; i++)
    trib_model_connections_unfollow (g_ptr_array_index (self->followed, i));
  g_ptr_array_set_size (self->followed, 0);
  if (company_id != NULL)
    withdraw_all (self, company_id);
}
