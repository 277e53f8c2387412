/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-sign-in.h"

G_BEGIN_DECLS

/* Where news go. is_away: whether nobody looks at the window; send: shows a message under an id
 * that replaces what was shown under it, and that opens the company. */
typedef struct {
  gboolean (*is_away) (gpointer data);
  void (*send) (
      const char *id, const char *title, const char *body, const char *company_id, gpointer data);
} TribAppNewsPort;

#define TRIB_APP_TYPE_NEWS (trib_app_news_get_type ())

G_DECLARE_FINAL_TYPE (TribAppNews, trib_app_news, TRIB_APP, NEWS, GObject)

/* Tells who looks elsewhere that a first sync has ended. The port has to outlive the object. */
TribAppNews *trib_app_news_new (const TribAppNewsPort *port,
                                gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void trib_app_news_set_port (TribAppNews *self, const TribAppNewsPort *port, gpointer data);
/* Follows the first sync of a sign-in that ended well, also when its page is left before. */
void trib_app_news_follow (TribAppNews *self, TribModelSignIn *sign_in);
/* Follows nothing any more. */
void trib_app_news_forget (TribAppNews *self);

G_END_DECLS
