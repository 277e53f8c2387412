/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-mailto.h"

#include <string.h>

/* A line feed becomes six characters. */
#define MAX_ESCAPED 6

static gboolean
is_unreserved (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/* Everything but the unreserved characters of RFC 3986 is escaped, so that no text can end a field
 * or begin another one; a line ends with CR LF (RFC 6068, sections 2 and 5). The text may hold a
 * link: no copy of it is left behind in memory. */
static void
append_text (GString *uri, const char *text)
{
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '\n')
      g_string_append (uri, "%0D%0A");
    else if (is_unreserved (*c))
      g_string_append_c (uri, *c);
    else if (*c != '\r' || c[1] != '\n')
      g_string_append_printf (uri, "%%%02X", (guchar) *c);
  }
}

static void
append_recipients (GString *uri, const char *recipients)
{
  g_auto (GStrv) parts = g_strsplit_set (recipients, ",;", -1);
  gboolean first = TRUE;

  for (guint i = 0; parts[i] != NULL; i++) {
    const char *address = g_strstrip (parts[i]);
    g_autofree char *escaped = NULL;

    if (*address == '\0')
      continue;
    escaped = g_uri_escape_string (address, "@", FALSE);
    if (!first)
      g_string_append_c (uri, ',');
    g_string_append (uri, escaped);
    first = FALSE;
  }
}

/**
 * trib_ui_mailto_new:
 * @recipients: (nullable): addresses, with commas or semicolons between them
 * @subject: one line
 * @body: the letter, with line feeds; UTF-8
 *
 * Returns: (transfer full): an address for the person's own mail program (RFC 6068), for
 *   trib_ui_share_page_wipe() where the letter holds a link
 */
char *
trib_ui_mailto_new (const char *recipients, const char *subject, const char *body)
{
  g_autoptr (GString) uri = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (subject != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  /* Large enough to stay where it is: a move would leave a copy. */
  uri = g_string_sized_new (MAX_ESCAPED * (strlen (subject) + strlen (body) +
                                           (recipients != NULL ? strlen (recipients) : 0)) +
                            sizeof ("mailto:?subject=&body="));
  g_string_append (uri, "mailto:");
  if (recipients != NULL)
    append_recipients (uri, recipients);
  line = g_strdelimit (g_strdup (subject), "\r\n", ' ');
  g_string_append (uri, "?subject=");
  append_text (uri, line);
  g_string_append (uri, "&body=");
  append_text (uri, body);
  return g_string_free (g_steal_pointer (&uri), FALSE);
}
