/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-mailto.h"

#include <string.h>

/* Everything but the unreserved characters of RFC 3986 is escaped, so that no text can end a field
 * or begin another one; a line ends with CR LF (RFC 6068, sections 2 and 5). */
static void
append_text (GString *uri, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *escaped = NULL;
    gsize length = strlen (lines[i]);

    if (length > 0 && lines[i][length - 1] == '\r')
      lines[i][length - 1] = '\0';
    escaped = g_uri_escape_string (lines[i], NULL, FALSE);
    if (i > 0)
      g_string_append (uri, "%0D%0A");
    g_string_append (uri, escaped);
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
 * @body: the letter, with line feeds
 *
 * Returns: (transfer full): an address for the person's own mail program (RFC 6068)
 */
char *
trib_ui_mailto_new (const char *recipients, const char *subject, const char *body)
{
  g_autoptr (GString) uri = g_string_new ("mailto:");
  g_autofree char *line = NULL;

  g_return_val_if_fail (subject != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  if (recipients != NULL)
    append_recipients (uri, recipients);
  line = g_strdelimit (g_strdup (subject), "\r\n", ' ');
  g_string_append (uri, "?subject=");
  append_text (uri, line);
  g_string_append (uri, "&body=");
  append_text (uri, body);
  return g_string_free (g_steal_pointer (&uri), FALSE);
}
