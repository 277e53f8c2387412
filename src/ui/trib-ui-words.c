/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-words.h"

#include <glib/gi18n.h>

/**
 * trib_ui_words_list:
 * @words: (array length=n): words of the same kind; any may be %NULL
 * @n: how many
 *
 * Makes a list of words, each of which stands for itself: never of the parts of a sentence.
 *
 * Returns: (transfer full): the list, as it is read aloud
 */
char *
trib_ui_words_list (const char *const *words, guint n)
{
  g_autofree char *list = NULL;

  g_return_val_if_fail (words != NULL || n == 0, NULL);

  for (guint i = 0; i < n; i++) {
    g_autofree char *before = g_steal_pointer (&list);

    if (words[i] == NULL || *words[i] == '\0')
      list = g_steal_pointer (&before);
    else if (before == NULL)
      list = g_strdup (words[i]);
    else
      /* Translators: how a list goes on as it is read aloud: %1$s is the list so far, like "Xero,
       * go.xero.com", and %2$s is what is added, like "Connected". */
      list = g_strdup_printf (_ ("%1$s, %2$s"), before, words[i]);
  }
  return list != NULL ? g_steal_pointer (&list) : g_strdup ("");
}
