/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nearly every name is plain ASCII, and there can be 100,000 of them; NULL for one that is not. */
static char *
fold_ascii (const char *text)
{
  g_autofree char *result = g_malloc (strlen (text) + 1);
  char *end = result;

  for (const char *p = text; *p != '\0'; p++) {
    if ((guchar) *p >= 0x80)
      return NULL;
    if (!g_ascii_isspace (*p))
      *end++ = g_ascii_tolower (*p);
    else if (end > result && end[-1] != ' ')
      *end++ = ' ';
  }
  if (end > result && end[-1] == ' ')
    end--;
  *end = '\0';
  return g_steal_pointer (&result);
}

static char *
fold_unicode (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : valid, -1);
  GString *result = g_string_sized_new (strlen (folded));
  gboolean space = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c)) {
      space = result->len > 0;
      continue;
    }
    if (space)
      g_string_append_c (result, ' ');
    space = FALSE;
    g_string_append_unichar (result, c);
  }
  return g_string_free (result, FALSE);
}

/**
 * trib_model_fold:
 * @text: (nullable): any text
 *
 * Returns: (transfer full): @text for comparing: case-folded, composed in one way, with one space
 *   for each run of white space and none at the ends
 */
char *
trib_model_fold (const char *text)
{
  char *folded = fold_ascii (text != NULL ? text : "");

  return folded != NULL ? folded : fold_unicode (text);
}

/**
 * trib_model_words_new:
 * @search: (nullable): what a person typed
 *
 * Returns: (transfer full): its folded words; none for an empty text
 */
char **
trib_model_words_new (const char *search)
{
  g_autofree char *folded = trib_model_fold (search);

  return g_strsplit (folded, " ", -1);
}

/**
 * trib_model_words_match:
 * @words: what [func@TribModel.words_new] returned
 * @folded: a folded text
 *
 * Returns: whether each of the words is in the text
 */
gboolean
trib_model_words_match (const char *const *words, const char *folded)
{
  for (guint i = 0; words[i] != NULL; i++) {
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  }
  return TRUE;
}

/**
 * trib_model_fill:
 * @text: a text from a table, marked for translation
 * @name: what stands for each %s in it
 *
 * Not printf, because the text is not known where it is compiled.
 *
 * Returns: (transfer full): the text, translated; "" stays ""
 */
char *
trib_model_fill (const char *text, const char *name)
{
  g_auto (GStrv) parts = NULL;

  /* The empty text is the catalogue's header in gettext. */
  if (*text == '\0')
    return g_strdup ("");
  parts = g_strsplit (_ (text), "%s", -1);
  return g_strjoinv (name, parts);
}
