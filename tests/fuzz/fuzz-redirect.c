/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-redirect.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

#define BASE "https://app.example/done"

/* Whatever comes, only our own address is captured, and nothing crashes. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (TribLinkRedirect) redirect =
      trib_link_redirect_new (BASE "?status={statusCode}&state={state}", NULL);
  g_autoptr (TribLinkRedirect) other = NULL;
  g_autoptr (TribLinkAnswer) answer = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  other = trib_link_redirect_new (text, NULL);
  if (trib_link_redirect_match (redirect, text, "GET", &answer, NULL) == TRIB_LINK_MATCH_CAPTURE) {
    g_assert_true (g_ascii_strncasecmp (text, "https://app.example", 19) == 0);
    g_assert_nonnull (answer);
  }
  g_assert_cmpint (trib_link_redirect_match (redirect, text, "POST", NULL, NULL), !=,
                   TRIB_LINK_MATCH_CAPTURE);
  return 0;
}
