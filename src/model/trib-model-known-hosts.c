/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-sign-in.h"

#include "trib-text.h"

#include <string.h>

/* Part of TribModelSignIn: whether an address is one that a sign-in there is expected to lead to.
 */

/* Codat's own pages stand between this program and the platform. */
#define CODAT_DOMAIN "codat.io"

/* A label is compared as a whole: "notxero.com" is not below "xero.com". */
static gboolean
is_below (const char *host, const char *domain)
{
  gsize length = strlen (host);
  gsize tail = strlen (domain);

  return length >= tail && g_ascii_strcasecmp (host + length - tail, domain) == 0 &&
         (length == tail || host[length - tail - 1] == '.');
}

static gboolean
is_host_of (const char *host, const char *uri)
{
  g_autoptr (GUri) parsed =
      uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;

  return parsed != NULL && g_uri_get_host (parsed) != NULL &&
         g_ascii_strcasecmp (g_uri_get_host (parsed), host) == 0;
}

/**
 * trib_model_sign_in_knows_host:
 * @self: a sign-in
 * @host: where an embedded page is, IDN as punycode, with or without a port
 *
 * Returns: whether that is the platform's, Codat's or this computer's; also %TRUE where nothing is
 *   known of the platform's addresses
 */
gboolean
trib_model_sign_in_knows_host (TribModelSignIn *self, const char *host)
{
  TribModelPlatform *platform;
  const char *const *domains;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), TRUE);
  g_return_val_if_fail (host != NULL, TRUE);

  platform = trib_model_sign_in_get_platform (self);
  domains = platform != NULL ? trib_model_platform_get_domains (platform) : NULL;
  bare = trib_host_dup_bare (host);
  if (domains == NULL || domains[0] == NULL || trib_host_is_loopback (bare) ||
      is_below (bare, CODAT_DOMAIN) ||
      is_host_of (bare, trib_link_session_get_link_uri (trib_model_sign_in_get_session (self))))
    return TRUE;
  for (guint i = 0; domains[i] != NULL; i++)
    if (is_below (bare, domains[i]))
      return TRUE;
  return FALSE;
}
