/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-address.h"

#include "trib-text.h"

#include <gio/gio.h>
#include <string.h>

/* A reader of web addresses that sees what a browser would see (the WHATWG rules as far as they
 * decide where a request goes) and remembers everything unusual on the way. GUri cannot be used
 * here: for "https://a\@b/" it says b where a browser goes to a. */

static char *
clean (const char *uri, guint *oddities)
{
  GString *text = g_string_sized_new (strlen (uri));
  const char *end = uri + strlen (uri);

  while (end > uri && (guchar) end[-1] <= 0x20)
    end--;
  for (const char *p = uri; *p != '\0'; p++) {
    guchar byte = *p;

    if (byte <= 0x20 || byte >= 0x7f)
      *oddities |= TRIB_LINK_ODD_BYTE;
    if (p >= end || (text->len == 0 && byte <= 0x20))
      continue;
    if (byte != '\t' && byte != '\n' && byte != '\r')
      g_string_append_c (text, *p);
  }
  return g_string_free (text, FALSE);
}

/* Decodes what can be decoded and keeps the rest: for "could be taken for", never for values. */
static char *
decode_loosely (const char *text, gboolean *broken)
{
  GString *decoded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2])) {
      int byte = g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]);

      g_string_append_c (decoded, byte == 0 ? '\1' : (char) byte);
      p += 2;
      continue;
    }
    if (*p == '%')
      *broken = TRUE;
    g_string_append_c (decoded, *p);
  }
  return g_string_free (decoded, FALSE);
}

static gboolean
take_port (TribLinkAddress *self, const char *text)
{
  guint64 port = 0;

  self->port = g_str_equal (self->scheme, "https") ? 443 : 80;
  if (text == NULL)
    return TRUE;
  if (*text == '\0' || (*text == '0' && text[1] != '\0'))
    self->oddities |= TRIB_LINK_ODD_PORT;
  if (*text == '\0')
    return TRUE;
  for (const char *p = text; *p != '\0'; p++) {
    if (!g_ascii_isdigit (*p))
      return FALSE;
    port = port * 10 + (guint64) (*p - '0');
    if (port > 65535)
      return FALSE;
  }
  self->port = (guint) port;
  return TRUE;
}

static gboolean
take_host (TribLinkAddress *self, const char *text)
{
  gboolean broken = FALSE;
  g_autofree char *decoded = decode_loosely (text, &broken);
  g_autofree char *ascii = NULL;
  gsize length;

  if (strchr (text, '%') != NULL)
    self->oddities |= TRIB_LINK_ODD_HOST;
  if (*text == '[') {
    self->host = g_ascii_strdown (text, -1);
    return g_str_has_suffix (text, "]");
  }
  ascii = g_utf8_validate (decoded, -1, NULL) ? g_hostname_to_ascii (decoded) : NULL;
  if (ascii == NULL || strpbrk (ascii, " #%/:<>?@[\\]^|`{}\"") != NULL)
    return FALSE;
  self->host = g_ascii_strdown (ascii, -1);
  length = strlen (self->host);
  if (length > 0 && self->host[length - 1] == '.') {
    self->oddities |= TRIB_LINK_ODD_HOST;
    self->host[length - 1] = '\0';
  }
  for (const char *p = self->host; *p != '\0'; p++) {
    if ((guchar) *p <= 0x20 || (guchar) *p >= 0x7f)
      return FALSE;
  }
  return *self->host != '\0';
}

static gboolean
take_authority (TribLinkAddress *self, const char *start, gsize length)
{
  g_autofree char *authority = g_strndup (start, length);
  char *at = strrchr (authority, '@');
  char *host = at != NULL ? at + 1 : authority;
  char *bracket = *host == '[' ? strchr (host, ']') : NULL;
  char *colon = strchr (bracket != NULL ? bracket : host, ':');

  if (at != NULL)
    self->oddities |= TRIB_LINK_ODD_USERINFO;
  if (strchr (authority, '\\') != NULL)
    self->oddities |= TRIB_LINK_ODD_BACKSLASH;
  if (colon != NULL)
    *colon = '\0';
  return take_port (self, colon != NULL ? colon + 1 : NULL) && take_host (self, host);
}

static void
take_path (TribLinkAddress *self, const char *start, gsize length, gboolean backslash_is_slash)
{
  g_autofree char *path = g_strndup (start, length);
  g_autofree char *decoded = NULL;
  g_auto (GStrv) parts = NULL;
  gboolean broken = FALSE;

  if (strchr (path, '\\') != NULL)
    self->oddities |= TRIB_LINK_ODD_BACKSLASH;
  if (backslash_is_slash)
    g_strdelimit (path, "\\", '/');
  self->segments = g_strsplit (*path == '/' ? path + 1 : path, "/", -1);
  if (self->segments[0] == NULL) {
    g_strfreev (self->segments);
    self->segments = g_strsplit ("/", "/", 2);
    g_clear_pointer (&self->segments[1], g_free);
  }
  decoded = decode_loosely (path, &broken);
  parts = g_strsplit_set (decoded, "/\\", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    gboolean up = g_str_equal (parts[i], "..");

    if (up || g_str_equal (parts[i], "."))
      self->oddities |= TRIB_LINK_ODD_PATH;
    else if (*parts[i] != '\0')
      g_ptr_array_add (self->folded, g_strdup (parts[i]));
    if (up && self->folded->len > 0)
      g_ptr_array_set_size (self->folded, (int) self->folded->len - 1);
  }
  if (broken)
    self->oddities |= TRIB_LINK_ODD_PATH;
}

static void
take_rest (TribLinkAddress *self, const char *rest)
{
  const char *hash = strchr (rest, '#');

  if (strchr (rest, '\\') != NULL)
    self->oddities |= TRIB_LINK_ODD_LATE_BACKSLASH;
  if (*rest == '?')
    self->query =
        hash != NULL ? g_strndup (rest + 1, (gsize) (hash - rest - 1)) : g_strdup (rest + 1);
  if (hash != NULL)
    self->fragment = g_strdup (hash + 1);
}

/**
 * trib_link_address_parse:
 * @uri: any text
 * @backslash_is_slash: whether to read a backslash as browsers do (%TRUE) or as other programs do
 *
 * Returns: (transfer full) (nullable): %NULL when @uri is no http or https address with a host
 */
TribLinkAddress *
trib_link_address_parse (const char *uri, gboolean backslash_is_slash)
{
  g_autoptr (TribLinkAddress) self = g_new0 (TribLinkAddress, 1);
  g_autofree char *text = clean (uri, &self->oddities);
  const char *slashes = backslash_is_slash ? "/\\" : "/";
  const char *authority;
  const char *path;
  gsize length;

  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->scheme = trib_link_address_dup_scheme (text);
  if (g_strcmp0 (self->scheme, "https") != 0 && g_strcmp0 (self->scheme, "http") != 0)
    return NULL;
  authority = text + strlen (self->scheme) + 1;
  length = strspn (authority, slashes);
  if (length != 2 || authority[0] != '/' || authority[1] != '/')
    self->oddities |= TRIB_LINK_ODD_SLASHES;
  if (memchr (authority, '\\', length) != NULL)
    self->oddities |= TRIB_LINK_ODD_BACKSLASH;
  authority += length;
  length = strcspn (authority, backslash_is_slash ? "/\\?#" : "/?#");
  if (!take_authority (self, authority, length))
    return NULL;
  path = authority + length;
  length = strcspn (path, "?#");
  take_path (self, path, length, backslash_is_slash);
  take_rest (self, path + length);
  return g_steal_pointer (&self);
}

/**
 * trib_link_address_free:
 * @self: (nullable) (transfer full): an address
 */
void
trib_link_address_free (TribLinkAddress *self)
{
  if (self == NULL)
    return;
  g_free (self->scheme);
  g_free (self->host);
  g_strfreev (self->segments);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_free (self->query);
  g_free (self->fragment);
  g_free (self);
}

/**
 * trib_link_address_is_loopback:
 * @self: an address
 *
 * Returns: whether its host can only be this computer
 */
gboolean
trib_link_address_is_loopback (TribLinkAddress *self)
{
  return trib_host_is_loopback (self->host);
}

/**
 * trib_link_address_same_origin:
 * @self: an address
 * @other: another one
 *
 * Returns: whether scheme, host and port are the same
 */
gboolean
trib_link_address_same_origin (TribLinkAddress *self, TribLinkAddress *other)
{
  return g_str_equal (self->scheme, other->scheme) && g_str_equal (self->host, other->host) &&
         self->port == other->port;
}

/**
 * trib_link_address_dup_scheme:
 * @uri: any text
 *
 * Returns: (transfer full) (nullable): its scheme in lower case
 */
char *
trib_link_address_dup_scheme (const char *uri)
{
  const char *p = uri;

  if (!g_ascii_isalpha (*p))
    return NULL;
  while (g_ascii_isalnum (*p) || *p == '+' || *p == '-' || *p == '.')
    p++;
  return *p == ':' ? g_ascii_strdown (uri, p - uri) : NULL;
}

/**
 * trib_link_address_decode:
 * @text: a part of an address
 * @plus_is_space: whether it is from a query
 *
 * Returns: (transfer full) (nullable): the text decoded strictly, or %NULL when an escape is
 * broken, stands for a zero byte, or the whole is no UTF-8
 */
char *
trib_link_address_decode (const char *text, gboolean plus_is_space)
{
  g_autoptr (GString) decoded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    int byte;

    if (*p != '%') {
      g_string_append_c (decoded, plus_is_space && *p == '+' ? ' ' : *p);
      continue;
    }
    if (!g_ascii_isxdigit (p[1]) || !g_ascii_isxdigit (p[2]))
      return NULL;
    byte = g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]);
    if (byte == 0)
      return NULL;
    g_string_append_c (decoded, (char) byte);
    p += 2;
  }
  if (!g_utf8_validate (decoded->str, (gssize) decoded->len, NULL))
    return NULL;
  return g_string_free (g_steal_pointer (&decoded), FALSE);
}
