/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-rules.h"
#include "trib-web-view-private.h"

/* Part of TribWebView: where one is, as the bar above the page says it. */

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
  }
  if (g_set_object (&self->certificate, certificate))
    g_object_notify (object, "certificate");
  if (self->secure != secure) {
    self->secure = secure;
    g_object_notify (object, "secure");
  }
  g_object_thaw_notify (object);
}

/* The place that is shown is the one whose bytes are shown, never one that is only being tried. */
void
trib_web_view_update_place (TribWebView *self)
{
  const char *uri = webkit_web_view_get_uri (self->view);
  g_autofree char *host = trib_web_dup_host (uri);
  GTlsCertificate *certificate = NULL;
  GTlsCertificateFlags errors = 0;
  gboolean has_tls = webkit_web_view_get_tls_info (self->view, &certificate, &errors);

  trib_web_view_set_place (self, host, has_tls ? certificate : NULL,
                           has_tls && errors == 0 && g_str_has_prefix (uri, "https:"));
}
