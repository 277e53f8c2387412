/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-rules.h"
#include "trib-web-view-private.h"

/* Part of TribWebView: where one is, as the bar above the page says it. */

/* A page without an address, which no platform is known by. */
#define NO_PLACE "about:blank"

/* The page that opened a window can write into it while it is empty, so that nothing of it is seen
 * before the bar says where it comes from. */
void
trib_web_view_show_window_page (TribWebView *self)
{
  if (self->is_window && self->view != NULL)
    gtk_widget_set_child_visible (GTK_WIDGET (self->view), self->host != NULL);
}

/* Nothing more comes into a window, and yet it has no address. */
void
trib_web_view_settle_place (TribWebView *self)
{
  if (self->is_window && self->host == NULL && self->session != NULL &&
      !webkit_web_view_is_loading (self->view))
    trib_web_view_set_place (self, NO_PLACE, NULL, FALSE);
}

void
trib_web_view_set_place (TribWebView *self,
                         const char *host,
                         GTlsCertificate *certificate,
                         gboolean secure)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  if (g_strcmp0 (self->host, host) != 0) {
    g_free (self->host);
    self->host = g_strdup (host);
    g_object_notify (object, "host");
    trib_web_view_show_window_page (self);
  }
  if (g_set_object (&self->certificate, certificate))
    g_object_notify (object, "certificate");
  if (self->secure != secure) {
    self->secure = secure;
    g_object_notify (object, "secure");
  }
  g_object_thaw_notify (object);
}

/* The place that is shown is the one whose bytes are shown, never one that is only being tried. An
 * empty page in the place of another one may be filled by whoever put it there. */
void
trib_web_view_update_place (TribWebView *self)
{
  const char *uri = webkit_web_view_get_uri (self->view);
  g_autofree char *host = trib_web_dup_host (uri);
  GTlsCertificate *certificate = NULL;
  GTlsCertificateFlags errors = 0;
  gboolean has_tls = webkit_web_view_get_tls_info (self->view, &certificate, &errors);

  if (host == NULL && self->session != NULL && self->host != NULL) {
    trib_web_view_set_place (self, NO_PLACE, NULL, FALSE);
    return;
  }
  trib_web_view_set_place (self, host, has_tls ? certificate : NULL,
                           has_tls && errors == 0 && g_str_has_prefix (uri, "https:"));
}
