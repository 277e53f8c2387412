/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-web-view.h"

#include "trib-link-browser.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

struct _TribWebView {
  GtkWidget parent_instance;

  WebKitWebView *view;               /* (owned) (nullable) */
  WebKitNetworkSession *network;     /* (owned) (nullable): not of a window */
  WebKitWebContext *context;         /* (owned) (nullable): not of a window */
  TribLinkSession *session;          /* (owned) (nullable) */
  guint shown_serial;                /* the link that was loaded last */
  guint retried_serial;              /* the link whose lost load was asked for once more */
  char *link_origin;                 /* (owned) (nullable) */
  WebKitBackForwardListItem *before; /* (owned) (nullable): what was there before the link */
  gboolean wants_focus;
  gint64 outside_at; /* when the system was last asked to open something, in microseconds */

  gboolean is_window;    /* a page opened it */
  TribWebView *opener;   /* (weak) (nullable): of a window, the view of the sign-in page */
  GPtrArray *windows;    /* (owned) of TribWebView (owned): that pages have open */
  WebKitDownload *file;  /* (owned) (nullable): waits for a place, or is on its way there */
  char *file_name;       /* (owned) (nullable): while it waits */
  char *file_host;       /* (owned) (nullable): where it comes from */
  gboolean file_wanted;  /* it is on its way to a place */
  guint n_refused_files; /* since the link was opened */

  char *host;                   /* (owned) (nullable) */
  GTlsCertificate *certificate; /* (owned) (nullable) */
  gboolean secure;
};

void trib_web_view_set_place (TribWebView *self,
                              const char *host,
                              GTlsCertificate *certificate,
                              gboolean secure);
void trib_web_view_update_place (TribWebView *self);
void trib_web_view_show_window_page (TribWebView *self);
void trib_web_view_settle_place (TribWebView *self);
void trib_web_view_open_outside (TribWebView *self, const char *uri);
GtkWidget *trib_web_view_new_limited (guint megabytes) G_GNUC_WARN_UNUSED_RESULT;
TribWebView *trib_web_view_new_window (TribWebView *opener) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
