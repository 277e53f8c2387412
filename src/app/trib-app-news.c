/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-news.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* Follows first syncs and tells of their end on the desktop. A window owns it; main thread only.
 * It owns the sign-ins that it follows, so that their syncs go on when the page is left. */

struct _TribAppNews {
  GObject parent_instance;

  const TribAppNewsPort *port;
  gpointer port_data; /* (unowned) */
  GHashTable *syncs;  /* (owned) (element-type TribModelSync TribModelSignIn) */
};

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

static void
tell (TribAppNews *self, TribModelSignIn *sign_in, TribModelSync *sync)
{
  TribModelCompany *company = trib_model_sign_in_get_company (sign_in);
  const char *company_id = trib_model_company_get_id (company);
  g_autofree char *id = g_strconcat ("first-sync-", company_id, NULL);
  g_autofree char *name = trib_text_for_display (trib_model_company_get_name (company), MAX_NAME);
  g_autofree char *title = dup_title (name, sync);

  /* Some desktops read the body as markup, so no word of a server is in it. */
  self->port->send (id, title, _ ("The first sync has finished."), company_id, self->port_data);
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
  if (trib_model_sync_get_complete (sync) && self->port->is_away (self->port_data))
    tell (self, sign_in, sync);
  g_hash_table_remove (self->syncs, sync);
}

static void
trib_app_news_dispose (GObject *object)
{
  trib_app_news_forget (TRIB_APP_NEWS (object));
  G_OBJECT_CLASS (trib_app_news_parent_class)->dispose (object);
}

static void
trib_app_news_finalize (GObject *object)
{
  g_hash_table_unref (TRIB_APP_NEWS (object)->syncs);
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
 * trib_app_news_forget:
 * @self: the news
 *
 * Follows nothing any more: another account is in use.
 */
void
trib_app_news_forget (TribAppNews *self)
{
  GHashTableIter iter;
  gpointer sync;

  g_return_if_fail (TRIB_APP_IS_NEWS (self));

  g_hash_table_iter_init (&iter, self->syncs);
  while (g_hash_table_iter_next (&iter, &sync, NULL))
    g_signal_handlers_disconnect_by_data (sync, self);
  g_hash_table_remove_all (self->syncs);
}
