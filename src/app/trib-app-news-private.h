/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-app-news.h"

G_BEGIN_DECLS

struct _TribAppNews {
  GObject parent_instance;

  const TribAppNewsPort *port;
  gpointer port_data;        /* (unowned) */
  TribModelAccount *account; /* (owned) (nullable) */
  GHashTable *syncs;         /* (owned) (element-type TribModelSync TribModelSignIn) */
  GHashTable *sent;          /* (owned) (element-type utf8 utf8): company ids, by message */
  GHashTable *ending;        /* (owned) (element-type utf8): the links whose end was told */
  guint links_timer;         /* of the account's clock, or 0 */
  GPtrArray *followed;       /* (owned) (element-type TribModelConnections): while nobody looks */
};

/* Tells of something, where that is wanted and nobody looks. */
void trib_app_news_send (TribAppNews *self, TribModelNotice notice, const TribAppNewsItem *item);
void trib_app_news_withdraw (TribAppNews *self, const char *id);

/* trib-app-news-turns.c */
void trib_app_news_watch_turns (TribAppNews *self);
void trib_app_news_unwatch_turns (TribAppNews *self);

/* trib-app-news-links.c */
void trib_app_news_watch_links (TribAppNews *self);
void trib_app_news_unwatch_links (TribAppNews *self);

G_END_DECLS
