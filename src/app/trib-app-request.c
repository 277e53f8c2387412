/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-request.h"

#include "trib-text.h"

#include <string.h>

#define SCHEME "tributary"
/* Codat's keys have four letters; some room is left for others. */
#define MAX_KEY 64

/* The key becomes a piece of a path at the server, so it may hold nothing that could leave it. */
static gboolean
is_platform_key (const char *text)
{
  gsize length = strnlen (text, MAX_KEY + 1);

  return length > 0 && length <= MAX_KEY &&
         strspn (text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_") == length;
}

static gboolean
is_plain (GUri *uri)
{
  return g_ascii_strcasecmp (g_uri_get_scheme (uri), SCHEME) == 0 &&
         g_uri_get_userinfo (uri) == NULL && g_uri_get_port (uri) == -1 &&
         g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL;
}

/* Splits "/a/b" into exactly that many pieces, none of them empty. */
static char **
split_path (const char *path, guint n_pieces)
{
  g_auto (GStrv) pieces = g_strsplit (*path == '/' ? path + 1 : path, "/", -1);

  if (*path != '/' || g_strv_length (pieces) != n_pieces)
    return NULL;
  return g_steal_pointer (&pieces);
}

/**
 * trib_app_request_new:
 *
 * Returns: (transfer full): a request for nothing but the window
 */
TribAppRequest *
trib_app_request_new (void)
{
  return g_new0 (TribAppRequest, 1);
}

/**
 * trib_app_request_free:
 * @self: (transfer full) (nullable): a request
 */
void
trib_app_request_free (TribAppRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->account_name);
  g_free (self->company_id);
  g_free (self->platform_key);
  g_free (self);
}

/**
 * trib_app_request_is_empty:
 * @self: a request
 *
 * Returns: whether it asks for nothing but the window
 */
gboolean
trib_app_request_is_empty (const TribAppRequest *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->account_name == NULL && self->company_id == NULL && self->platform_key == NULL;
}

/**
 * trib_app_request_read_uri:
 * @self: a request
 * @uri: an address that came from anywhere, like `tributary://company/<id>` or
 *   `tributary://connect/<company>/<key>`
 * @error: where to put a `G_IO_ERROR`
 *
 * Takes what an address asks for into the request, which is left as it was when the address is not
 * one of these.
 *
 * Returns: whether it is one
 */
gboolean
trib_app_request_read_uri (TribAppRequest *self, const char *uri, GError **error)
{
  g_autoptr (GUri) parsed = NULL;
  g_auto (GStrv) pieces = NULL;
  const char *host;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (uri != NULL, FALSE);

  parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED, NULL);
  host = parsed != NULL && is_plain (parsed) ? g_uri_get_host (parsed) : NULL;
  if (g_strcmp0 (host, "company") == 0)
    pieces = split_path (g_uri_get_path (parsed), 1);
  else if (g_strcmp0 (host, "connect") == 0)
    pieces = split_path (g_uri_get_path (parsed), 2);
  if (pieces == NULL || !trib_guid_is_valid (pieces[0]) ||
      (pieces[1] != NULL && !is_platform_key (pieces[1]))) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         "The address is none that this program knows");
    return FALSE;
  }
  trib_set_str (&self->company_id, pieces[0]);
  trib_set_str (&self->platform_key, pieces[1]);
  return TRUE;
}
