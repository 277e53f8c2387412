/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-history.h"

#include "trib-model-outcome.h"
#include "trib-model-time.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* What happened in a sign-in, in words. */

#define MAX_HOST 100

static GDateTime *
get_time (const TribLinkMoment *moment)
{
  return g_date_time_new_from_unix_utc (moment->at / G_USEC_PER_SEC);
}

/* clang-format off */
static char *
describe (const TribLinkMoment *moment, const char *platform_name)
{
  g_autofree char *host = trib_text_for_display (moment->host, MAX_HOST);
  g_autofree char *title = NULL;

  switch (moment->what) {
  case TRIB_LINK_HAPPENING_OPENED:
    return g_strdup (_ ("Opened in this window"));
  case TRIB_LINK_HAPPENING_OUTSIDE:
    return g_strdup (_ ("Opened with a browser, or copied"));
  case TRIB_LINK_HAPPENING_PAGE_SHOWN:
    /* Translators: %s is an address such as link.codat.io. */
    return g_strdup_printf (_ ("The first page came from %s"), host);
  case TRIB_LINK_HAPPENING_PLATFORM_CHOSEN:
    /* Translators: %s is an address such as login.xero.com. */
    return g_strdup_printf (_ ("Went on to %s"), host);
  case TRIB_LINK_HAPPENING_RETURNED:
    /* Translators: %u is a code such as 200. */
    return g_strdup_printf (_ ("The page came back with status %u"), moment->code);
  case TRIB_LINK_HAPPENING_ENDED:
  default:
    title = trib_model_outcome_title (moment->outcome, platform_name);
    /* Translators: %s is how a sign-in ended, such as “The Link Was Used or Is Too Old”. */
    return g_strdup_printf (_ ("Ended: %s"), title);
  }
}
/* clang-format on */

/**
 * trib_model_history_heading:
 * @history: a sign-in in which something has happened
 *
 * Returns: (transfer full): when it began, to be shown
 */
char *
trib_model_history_heading (TribLinkHistory *history)
{
  g_autoptr (GDateTime) time = NULL;
  char *exact;

  g_return_val_if_fail (TRIB_LINK_IS_HISTORY (history), NULL);
  g_return_val_if_fail (trib_link_history_get_n (history) > 0, NULL);

  time = get_time (trib_link_history_get (history, 0));
  exact = trib_model_time_exact (time);
  return exact != NULL ? exact : g_strdup ("—");
}

/**
 * trib_model_history_lines:
 * @history: a sign-in
 * @platform_name: where it was, fit to be shown
 *
 * Returns: (transfer full): a line for each moment, with its time of day where this computer
 *   stands, translated
 */
char *
trib_model_history_lines (TribLinkHistory *history, const char *platform_name)
{
  GString *lines;

  g_return_val_if_fail (TRIB_LINK_IS_HISTORY (history), NULL);
  g_return_val_if_fail (platform_name != NULL, NULL);

  lines = g_string_new (NULL);
  for (guint i = 0; i < trib_link_history_get_n (history); i++) {
    const TribLinkMoment *moment = trib_link_history_get (history, i);
    g_autoptr (GDateTime) time = get_time (moment);
    g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
    g_autofree char *of_day = local != NULL ? g_date_time_format (local, "%H:%M:%S") : NULL;
    g_autofree char *words = describe (moment, platform_name);

    g_string_append_printf (lines, "%s%s  %s", lines->len > 0 ? "\n" : "",
                            of_day != NULL ? of_day : "—", words);
  }
  return g_string_free (lines, FALSE);
}
