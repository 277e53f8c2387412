/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-verdict.h"

#include "trib-link-address.h"

#include <string.h>

/* The verdict on every address that a page wants to go to. What is not known to be harmless is
 * refused: schemes are a list of what may, never of what may not. */

#define MAX_LENGTH (64 * 1024)

/* Frames start out with these two; neither makes a request. */
static gboolean
is_empty_page (const char *uri)
{
  gsize length = strcspn (uri, "?#");

  return (length == strlen ("about:blank") &&
          g_ascii_strncasecmp (uri, "about:blank", length) == 0) ||
         (length == strlen ("about:srcdoc") &&
          g_ascii_strncasecmp (uri, "about:srcdoc", length) == 0);
}

static gboolean
is_plain (const char *uri)
{
  for (const char *p = uri; *p != '\0'; p++) {
    if ((guchar) *p <= 0x20 || (guchar) *p >= 0x7f || *p == '\\')
      return FALSE;
  }
  return TRUE;
}

static TribLinkVerdict
judge_web (const char *uri, gboolean allow_loopback)
{
  /* Servers do put stray per cent signs into paths and backslashes into queries; neither changes
   * where the request goes. */
  const guint borne = TRIB_LINK_ODD_PATH | TRIB_LINK_ODD_LATE_BACKSLASH;
  g_autoptr (TribLinkAddress) address = trib_link_address_parse (uri, TRUE);

  if (address == NULL || (address->oddities & ~borne) != 0)
    return TRIB_LINK_VERDICT_REFUSE;
  if (g_str_equal (address->scheme, "https"))
    return TRIB_LINK_VERDICT_ALLOW;
  return allow_loopback && trib_link_address_is_loopback (address) ? TRIB_LINK_VERDICT_ALLOW
                                                                   : TRIB_LINK_VERDICT_REFUSE;
}

/**
 * trib_link_verdict_for:
 * @redirect: (nullable): the address that ends the sign-in
 * @uri: (nullable): where a page wants to go
 * @method: (nullable): how
 * @by_click: whether a person did it
 * @allow_loopback: whether http is legal on this computer
 *
 * Returns: what to do with it; this changes nothing
 */
TribLinkVerdict
trib_link_verdict_for (TribLinkRedirect *redirect,
                       const char *uri,
                       const char *method,
                       gboolean by_click,
                       gboolean allow_loopback)
{
  TribLinkMatch match = TRIB_LINK_MATCH_IGNORE;
  g_autofree char *scheme = NULL;

  if (uri == NULL || strlen (uri) > MAX_LENGTH)
    return TRIB_LINK_VERDICT_REFUSE;
  if (redirect != NULL)
    match = trib_link_redirect_match (redirect, uri, method, NULL, NULL);
  if (match == TRIB_LINK_MATCH_CAPTURE)
    return TRIB_LINK_VERDICT_CAPTURE;
  if (match == TRIB_LINK_MATCH_REJECT)
    return TRIB_LINK_VERDICT_REFUSE;
  if (is_empty_page (uri))
    return TRIB_LINK_VERDICT_ALLOW;
  scheme = trib_link_address_dup_scheme (uri);
  if (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0)
    return judge_web (uri, allow_loopback);
  if ((g_strcmp0 (scheme, "mailto") == 0 || g_strcmp0 (scheme, "tel") == 0) && by_click &&
      is_plain (uri))
    return TRIB_LINK_VERDICT_OPEN_OUTSIDE;
  return TRIB_LINK_VERDICT_REFUSE;
}
