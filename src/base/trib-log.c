/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-log.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What must never reach a log: credentials, one-time passwords, query strings. Ids are cut to their
 * first group, which is enough to tell two of them apart and too little to use.
 */
static const struct {
  const char *pattern;
  const char *replacement;
} rules[] = {
  { "\\b(Basic|Bearer)(\\s+)[A-Za-z0-9+/=._~-]+", "\\1\\2[redacted]" },
  { "\\bwhsec_[A-Za-z0-9+/=]+", "whsec_[redacted]" },
  { "(\\bhttps?://)[^\\s/?#@\"'<>]+@", "\\1[redacted]@" },
  { "((?:https?|tributary)://[^\\s?#\"'<>]*)[?#][^\\s\"'<>]*", "\\1?[redacted]" },
  { "\\b((?:link\\.)?otp)=[^\\s&\"'<>]+", "\\1=[redacted]" },
  { "\\b([0-9a-fA-F]{8})-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b", "\\1…" },
  { "\\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}\\b", "[e-mail]" },
};

/**
 * trib_log_redact:
 * @text: (nullable): a line for a log
 *
 * Returns: (transfer full): the line without secrets
 */
char *
trib_log_redact (const char *text)
{
  g_autofree char *line = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (GRegex) regex =
        g_regex_new (rules[i].pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
    char *next;

    g_assert (regex != NULL);
    next = g_regex_replace (regex, line, -1, 0, rules[i].replacement, 0, NULL);
    if (next == NULL)
      return g_strdup ("[a line that could not be redacted]");
    g_free (line);
    line = next;
  }
  return g_steal_pointer (&line);
}

static GLogWriterOutput
write_redacted (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  g_autofree GLogField *clean = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean verbose = GPOINTER_TO_INT (data);

  if (!verbose && (level & (G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG)) != 0 &&
      g_log_writer_default_would_drop (level, NULL))
    return G_LOG_WRITER_HANDLED;

  clean = g_memdup2 (fields, sizeof *fields * n_fields);
  for (gsize i = 0; i < n_fields; i++) {
    g_autofree char *whole = NULL;

    if (strcmp (fields[i].key, "MESSAGE") != 0)
      continue;
    /* A message that comes with its length need not end with a zero. */
    if (fields[i].length >= 0)
      whole = g_strndup (fields[i].value, (gsize) fields[i].length);
    clean[i].value = trib_log_redact (whole != NULL ? whole : fields[i].value);
    clean[i].length = -1;
    g_ptr_array_add (texts, (gpointer) clean[i].value);
  }
  if (g_log_writer_is_journald (fileno (stderr)) &&
      g_log_writer_journald (level, clean, n_fields, NULL) == G_LOG_WRITER_HANDLED)
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_standard_streams (level, clean, n_fields, NULL);
}

/**
 * trib_log_install:
 * @verbose: whether information and debug messages are written too
 *
 * Sends every message of the process through [func@Trib.log_redact]. To be called once, first thing
 * in main(), because GLib takes a writer only once.
 */
void
trib_log_install (gboolean verbose)
{
  g_log_set_writer_func (write_redacted, GINT_TO_POINTER (verbose), NULL);
}
