/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-server-private.h"

/* Signed by itself for a name that cannot exist; the key is public and guards nothing. */
static const char certificate_pem[] =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBkDCCATWgAwIBAgIUIGz/gNFZ6LW+qKZQ1AY4fBCyg9kwCgYIKoZIzj0EAwIw\n"
    "HDEaMBgGA1UEAwwRdW50cnVzdGVkLmludmFsaWQwIBcNMjYxMTIzMDYyNTAzWhgP\n"
    "MjEyNjEwMzAwNjI1MDNaMBwxGjAYBgNVBAMMEXVudHJ1c3RlZC5pbnZhbGlkMFkw\n"
    "EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEHOhZYRVPKFAXZORp5BDDFKB6Lfdi6nyi\n"
    "DVif4/kJOkYYpSN3iqBfUtj9YbXFJ24HJ4Udj3RAPfl75IhGVphvL6NTMFEwHQYD\n"
    "VR0OBBYEFDtUQmX5NeMML5kX46nRVjscmt/DMB8GA1UdIwQYMBaAFDtUQmX5NeMM\n"
    "L5kX46nRVjscmt/DMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIh\n"
    "AM6RIX/jieyjBXxVE1xDEcIygYNKLSL81dPvcjkosAbTAiEAyG70rvw+BH8VfGJ8\n"
    "zY5cmhKih0k5AM3F+E4BHHHYSRU=\n"
    "-----END CERTIFICATE-----\n"
    "-----BEGIN PRIVATE KEY-----\n"
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKttd7+efFZk/Dmxx\n"
    "9+17qeqPLYnKuEwi0riykGam4rahRANCAAQc6FlhFU8oUBdk5GnkEMMUoHot92Lq\n"
    "fKINWJ/j+Qk6RhilI3eKoF9S2P1htcUnbgcnhR2PdEA9+XvkiEZWmG8v\n"
    "-----END PRIVATE KEY-----\n";

/* Where the server listens, or NULL where it does not. */
static char *
dup_url (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  char *url =
      uris != NULL ? g_strdup_printf ("https://127.0.0.1:%d", g_uri_get_port (uris->data)) : NULL;

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return url;
}

SoupServer *
sandbox_untrusted_new (char **url)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoupServer) server = NULL;
  g_autoptr (GTlsCertificate) certificate =
      g_tls_certificate_new_from_pem (certificate_pem, -1, &error);

  *url = NULL;
  if (certificate == NULL)
    return NULL;
  server = soup_server_new ("tls-certificate", certificate, NULL);
  if (!soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | SOUP_SERVER_LISTEN_HTTPS,
                                 &error))
    return NULL;
  *url = dup_url (server);
  return g_steal_pointer (&server);
}
