/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-account.h"
#include "trib-model-sign-in.h"

G_BEGIN_DECLS

/**
 * TribAppNewsItem:
 * @id: replaces what was shown under it
 * @title: whom it is about
 * @body: what has happened; no word of a server is in it
 * @action: what a click does, an action of the application
 * @company_id: the target of @action
 *
 * A message on the desktop; all is borrowed.
 */
typedef struct {
  const char *id;
  const char *title;
  const char *body;
  const char *action;
  const char *company_id;
} TribAppNewsItem;

/* Where news go. is_away: whether nobody looks at the window; send: shows a message; withdraw:
 * takes back what was shown under an id. */
typedef struct {
  gboolean (*is_away) (gpointer data);
  void (*send) (const TribAppNewsItem *item, gpointer data);
  void (*withdraw) (const char *id, gpointer data);
} TribAppNewsPort;

#define TRIB_APP_TYPE_NEWS (trib_app_news_get_type ())

G_DECLARE_FINAL_TYPE (TribAppNews, trib_app_news, TRIB_APP, NEWS, GObject)

/* Tells who looks elsewhere that a first sync has ended, that an access has, or that a sign-in has
 * worked that was waited for. The port has to outlive the object. */
TribAppNews *trib_app_news_new (const TribAppNewsPort *port,
                                gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void trib_app_news_set_port (TribAppNews *self, const TribAppNewsPort *port, gpointer data);
/* The account in use (nullable); what was told of another one is taken back. */
void trib_app_news_set_account (TribAppNews *self, TribModelAccount *account);
/* Follows the first sync of a sign-in that ended well, also when its page is left before. */
void trib_app_news_follow (TribAppNews *self, TribModelSignIn *sign_in);
/* Somebody looks at the window, and at that company (nullable) in it. */
void trib_app_news_look (TribAppNews *self, const char *company_id);
/* Nobody looks any more: who is waited for is asked about instead. */
void trib_app_news_look_away (TribAppNews *self);

G_END_DECLS
