/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-text.h"

#include <gio/gio.h>
#include <string.h>

/* Persian and joined pictures cannot be written without them. */
#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d
/* More than any language puts on one letter. */
#define MAX_ATTACHED 4

/**
 * trib_set_str:
 * @place: (inout) (nullable): a string that is owned
 * @value: (nullable): its new value
 *
 * The g_set_str() of GLib 2.76, which the floor does not have.
 *
 * Returns: whether the value is another one now
 */
gboolean
trib_set_str (char **place, const char *value)
{
  g_autofree char *old = NULL;

  if (g_strcmp0 (*place, value) == 0)
    return FALSE;
  old = *place;
  *place = g_strdup (value);
  return TRUE;
}

/**
 * trib_guid_is_valid:
 * @text: (nullable): anything
 *
 * The strict form that ids have at Codat: 36 characters, lower-case hexadecimal digits in groups of
 * 8-4-4-4-12. Whatever goes into a path passes here first, because an id with a '#' or '/' in it
 * would turn one call into another.
 *
 * Returns: whether @text is a GUID in that form
 */
gboolean
trib_guid_is_valid (const char *text)
{
  if (text == NULL || strnlen (text, 37) != 36)
    return FALSE;
  for (guint i = 0; i < 36; i++) {
    if (i == 8 || i == 13 || i == 18 || i == 23) {
      if (text[i] != '-')
        return FALSE;
    } else if (!g_ascii_isdigit (text[i]) && (text[i] < 'a' || text[i] > 'f')) {
      return FALSE;
    }
  }
  return TRUE;
}

/**
 * trib_host_dup_bare:
 * @host: a host name or address as it stands in a URI, with its port or without
 *
 * Returns: (transfer full): @host without the port; the brackets of an address stay
 */
char *
trib_host_dup_bare (const char *host)
{
  const char *colon;

  g_return_val_if_fail (host != NULL, NULL);

  colon = strrchr (host, ':');
  if (colon == NULL || strchr (colon, ']') != NULL)
    return g_strdup (host);
  return g_strndup (host, (gsize) (colon - host));
}

/**
 * trib_host_is_loopback:
 * @host: (nullable): a host name or address as it stands in a URI, brackets allowed
 *
 * Returns: whether it can only be this computer: a loopback address, or the name localhost
 */
gboolean
trib_host_is_loopback (const char *host)
{
  g_autofree char *bare = NULL;
  g_autoptr (GInetAddress) address = NULL;
  gsize length;

  if (host == NULL)
    return FALSE;
  length = strlen (host);
  if (length > 2 && host[0] == '[' && host[length - 1] == ']')
    bare = g_strndup (host + 1, length - 2);
  else
    bare = g_strdup (host);
  if (g_ascii_strcasecmp (bare, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (bare);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
is_unsafe_to_show (gunichar c)
{
  /* Letters that nobody sees, with which a name is blank or twin of another. */
  static const gunichar blanks[] = { 0x115f, 0x1160, 0x2800, 0x3164, 0xffa0 };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++) {
    if (c == blanks[i])
      return TRUE;
  }
  if (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER)
    return FALSE;
  /* Controls, and among the formats the marks that change the direction of the text after them. */
  return g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Joiners and marks belong to the letter before them; a pile of them is drawn over other rows. */
static gboolean
is_attached (gunichar c)
{
  return g_unichar_ismark (c) || c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
}

/**
 * trib_text_for_display:
 * @text: (nullable): a text from a server
 * @max_chars: the longest it may be, in characters
 *
 * Makes somebody else's text fit to be shown: valid UTF-8, in one line, without control or
 * direction characters, and not longer than a person would read.
 *
 * Returns: (transfer full): a text, "" for %NULL
 */
char *
trib_text_for_display (const char *text, gsize max_chars)
{
  g_autofree char *valid = NULL;
  GString *shown = g_string_new (NULL);
  gsize chars = 0;
  guint attached = MAX_ATTACHED;
  gboolean space = FALSE;

  valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c)) {
      space = shown->len > 0;
      attached = MAX_ATTACHED;
      continue;
    }
    if (is_unsafe_to_show (c))
      continue;
    attached = is_attached (c) ? attached + 1 : 0;
    if (attached > MAX_ATTACHED) {
      attached = MAX_ATTACHED;
      continue;
    }
    if (chars + (space ? 1 : 0) >= max_chars) {
      g_string_append (shown, "…");
      break;
    }
    if (space)
      g_string_append_c (shown, ' ');
    g_string_append_unichar (shown, c);
    chars += space ? 2 : 1;
    space = FALSE;
  }
  return g_string_free (shown, FALSE);
}
