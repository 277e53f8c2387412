/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-connect-words.h"

#include <glib/gi18n.h>

/**
 * trib_ui_connect_words_search:
 * @n_platforms: how many there are; 0 while that is not known
 *
 * Returns: (transfer full): what stands in the search field
 */
char *
trib_ui_connect_words_search (guint n_platforms)
{
  if (n_platforms == 0)
    return g_strdup (_ ("Search platforms by name or web address"));
  /* Translators: %u is how many platforms there are. */
  return g_strdup_printf (ngettext ("Search %u platform by name or web address",
                                    "Search %u platforms by name or web address", n_platforms),
                          n_platforms);
}

/**
 * trib_ui_connect_words_request:
 * @company: a company's name
 * @search: what was searched for; may be empty
 *
 * Returns: (transfer full): a message to send
 */
char *
trib_ui_connect_words_request (const char *company, const char *search)
{
  g_return_val_if_fail (company != NULL, NULL);
  g_return_val_if_fail (search != NULL, NULL);

  if (*search != '\0')
    /* Translators: %1$s is a company, %2$s what was searched for in the list of platforms. */
    return g_strdup_printf (_ ("Please switch on the platform “%2$s” at Codat: %1$s would like to "
                               "connect it."),
                               company, search);
  /* Translators: %s is a company. */
  return g_strdup_printf (_ ("Please switch on another platform at Codat: %s would like to "
                             "connect it. Its name is: "),
                             company);
}
