/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-secret.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/random.h>

/* One-time values and the memory they are in. GLib's own random numbers can be foreseen, so these
 * come from the kernel. */

#define N_BYTES 16

/**
 * trib_link_secret_new:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): 128 random bits as hexadecimal text
 */
char *
trib_link_secret_new (GError **error)
{
  guint8 bytes[N_BYTES];
  GString *text;

  if (getrandom (bytes, sizeof bytes, 0) != (gssize) sizeof bytes) {
    int code = errno;

    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "No random number: %s",
                 g_strerror (code));
    return NULL;
  }
  text = g_string_sized_new (2 * N_BYTES);
  for (guint i = 0; i < N_BYTES; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  explicit_bzero (bytes, sizeof bytes);
  return g_string_free (text, FALSE);
}

/**
 * trib_link_secret_equal:
 * @one: (nullable): a secret
 * @other: (nullable): what someone says it is
 *
 * Returns: whether both are there and the same, in a time that says nothing of where they differ
 */
gboolean
trib_link_secret_equal (const char *one, const char *other)
{
  guchar difference = 0;
  gsize length;

  if (one == NULL || other == NULL)
    return FALSE;
  length = strlen (one);
  if (length == 0 || length != strlen (other))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    difference |= (guchar) (one[i] ^ other[i]);
  return difference == 0;
}

/**
 * trib_link_secret_clear:
 * @secret: (inout) (nullable): wiped, freed and set to %NULL
 */
void
trib_link_secret_clear (char **secret)
{
  if (*secret != NULL)
    explicit_bzero (*secret, strlen (*secret));
  g_clear_pointer (secret, g_free);
}

/**
 * trib_link_secret_append:
 * @uri: a link
 * @name: a parameter
 * @secret: its value
 *
 * Codat's links are opaque and may have a query already.
 *
 * Returns: (transfer full): the link with the parameter; a secret as well
 */
char *
trib_link_secret_append (const char *uri, const char *name, const char *secret)
{
  g_autofree char *key = g_uri_escape_string (name, NULL, FALSE);
  char *value = g_uri_escape_string (secret, NULL, FALSE);
  gsize head = strcspn (uri, "#");
  gboolean has_query = memchr (uri, '?', head) != NULL;
  char last = head > 0 ? uri[head - 1] : '\0';
  const char *separator = !has_query ? "?" : last == '?' || last == '&' ? "" : "&";
  gsize size = strlen (uri) + strlen (separator) + strlen (key) + strlen (value) + 2;
  /* Made at once at its full size, so that no growing leaves a copy behind. */
  char *result = g_malloc (size);

  g_snprintf (result, size, "%.*s%s%s=%s%s", (int) head, uri, separator, key, value, uri + head);
  trib_link_secret_clear (&value);
  return result;
}
