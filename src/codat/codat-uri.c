/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-uri.h"

#include "codat-client.h"
#include "codat-error.h"

#include "trib-text.h"

#include <libsoup/soup.h>
#include <string.h>

#define MAX_LENGTH 2048

/* GLib and browsers read odd characters differently, so an address that has one is refused before
 * anything reads it. */
static gboolean
has_clean_characters (const char *text)
{
  gsize length = strnlen (text, MAX_LENGTH + 1);

  if (length == 0 || length > MAX_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isgraph (text[i]) || strchr ("\\\"<>^`{|}", text[i]) != NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_clean_host (GUri *uri)
{
  const char *host = g_uri_get_host (uri);

  if (host == NULL || *host == '\0')
    return FALSE;
  for (; *host != '\0'; host++) {
    if (!g_ascii_isalnum (*host) && strchr (".-:", *host) == NULL)
      return FALSE;
  }
  return TRUE;
}

static GUri *
parse (const char *text, GError **error)
{
  g_autoptr (GUri) uri = NULL;

  if (has_clean_characters (text))
    uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || !has_clean_host (uri) || g_uri_get_userinfo (uri) != NULL ||
      strchr (text, '@') != NULL || g_uri_get_port (uri) == 0) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ADDRESS, "The address is malformed");
    return NULL;
  }
  return g_steal_pointer (&uri);
}

static int
effective_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  if (port > 0)
    return port;
  return strcmp (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;
}

gboolean
codat_uri_is_loopback (GUri *uri)
{
  return trib_host_is_loopback (g_uri_get_host (uri));
}

static gboolean
has_safe_scheme (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return strcmp (scheme, "https") == 0 ||
         (strcmp (scheme, "http") == 0 && codat_uri_is_loopback (uri));
}

static gboolean
has_plain_path (const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);

  for (guint i = 0; segments[i] != NULL; i++) {
    gboolean outer = i == 0 || segments[i + 1] == NULL;

    if (*segments[i] == '\0' && !outer)
      return FALSE;
    if (strcmp (segments[i], ".") == 0 || strcmp (segments[i], "..") == 0)
      return FALSE;
    for (const char *p = segments[i]; *p != '\0'; p++) {
      if (!g_ascii_isalnum (*p) && strchr ("-._~", *p) == NULL)
        return FALSE;
    }
  }
  return TRUE;
}

/* The path as it was written: parsing folds "/../" away. */
static const char *
get_written_path (const char *url)
{
  const char *authority = strstr (url, "://");
  const char *path = authority != NULL ? strchr (authority + 3, '/') : NULL;

  return path != NULL ? path : "";
}

GUri *
codat_base_uri_new (const char *base_url, GError **error)
{
  g_autoptr (GUri) uri = parse (base_url, error);
  g_autofree char *path = NULL;

  if (uri == NULL)
    return NULL;
  if (!has_safe_scheme (uri)) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ADDRESS,
                         "The address must start with https://");
    return NULL;
  }
  if (strpbrk (base_url, "?#") != NULL || !has_plain_path (get_written_path (base_url))) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ADDRESS,
                         "The address has a query, a fragment or an odd path");
    return NULL;
  }
  path = g_strdup (g_uri_get_path (uri));
  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  return g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                      g_uri_get_port (uri), path, NULL, NULL);
}

static gboolean
is_below (const char *path, const char *prefix)
{
  gsize length = strlen (prefix);

  if (length > 0 && prefix[length - 1] == '/')
    length--;
  return strncmp (path, prefix, length) == 0 && path[length] == '/';
}

gboolean
codat_base_uri_covers (GUri *base, GUri *uri)
{
  return has_safe_scheme (uri) && strcmp (g_uri_get_scheme (uri), g_uri_get_scheme (base)) == 0 &&
         g_ascii_strcasecmp (g_uri_get_host (uri), g_uri_get_host (base)) == 0 &&
         effective_port (uri) == effective_port (base) && g_uri_get_userinfo (uri) == NULL &&
         is_below (g_uri_get_path (uri), g_uri_get_path (base));
}

GUri *
codat_base_uri_join (GUri *base, const char *path, const char *query, GError **error)
{
  const char *prefix = g_uri_get_path (base);
  g_autofree char *whole = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GUri) built = NULL;
  g_autoptr (GUri) uri = NULL;

  whole = g_strconcat (strcmp (prefix, "/") == 0 ? "" : prefix, path, NULL);
  built = g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (base), NULL, g_uri_get_host (base),
                       g_uri_get_port (base), whole, query, NULL);
  text = g_uri_to_string (built);
  uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || !codat_base_uri_covers (base, uri) || g_uri_get_fragment (uri) != NULL ||
      strcmp (g_uri_get_path (uri), whole) != 0 || g_strcmp0 (g_uri_get_query (uri), query) != 0) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                         "The path of the call is not the one that was meant");
    return NULL;
  }
  return g_steal_pointer (&uri);
}

static gboolean
is_codat_host (const char *host)
{
  gsize length = strlen (host);
  gsize tail = strlen (".codat.io");

  return g_ascii_strcasecmp (host, "codat.io") == 0 ||
         (length > tail && g_ascii_strcasecmp (host + length - tail, ".codat.io") == 0);
}

GUri *
codat_image_uri_new (const char *url, GUri *base, GError **error)
{
  g_autoptr (GUri) uri = parse (url, NULL);
  gboolean allowed = FALSE;

  if (uri != NULL && strcmp (g_uri_get_scheme (uri), "https") == 0)
    allowed = is_codat_host (g_uri_get_host (uri)) ||
              g_ascii_strcasecmp (g_uri_get_host (uri), g_uri_get_host (base)) == 0;
  else if (uri != NULL)
    allowed = strcmp (g_uri_get_scheme (uri), "http") == 0 && codat_uri_is_loopback (uri) &&
              codat_uri_is_loopback (base);
  if (allowed)
    return g_steal_pointer (&uri);
  g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                       "The picture is not at an address of Codat");
  return NULL;
}

/**
 * codat_base_url_is_valid:
 * @base_url: an address
 * @error: return location
 *
 * Whether the API key may go there: https, or http on this computer; without user, query, fragment,
 * and odd characters. Errors: %CODAT_ERROR_BAD_ADDRESS.
 *
 * Returns: whether a client can be made for it
 */
gboolean
codat_base_url_is_valid (const char *base_url, GError **error)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (base_url != NULL, FALSE);
  uri = codat_base_uri_new (base_url, error);
  return uri != NULL;
}
