/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "redirect-rows.h"

#include "trib-link-verdict.h"

#include <gio/gio.h>
#include <string.h>

/* The program and the window judge every address of the table alike. */

static const char *
to_string (TribLinkMatch match)
{
  return match == TRIB_LINK_MATCH_CAPTURE  ? "\"verdict\":\"capture\""
         : match == TRIB_LINK_MATCH_REJECT ? "\"verdict\":\"reject\",\"reason\":\""
                                           : "\"verdict\":\"ignore\"";
}

static void
check_row (TribLinkRedirect *redirect, const RedirectRow *row)
{
  const char *const argv[] = { g_getenv ("TRIBUTARYCTL"), "redirect", "check",  "--template",
                               REDIRECT_ROWS_TEMPLATE,    "--",       row->uri, NULL };
  TribLinkVerdict window = trib_link_verdict_for (redirect, row->uri, "GET", FALSE, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0 || strstr (out, to_string (row->expected)) == NULL)
    g_error ("%s: %s%s", row->uri, out, err);
  g_assert_true ((window == TRIB_LINK_VERDICT_CAPTURE) ==
                 (row->expected == TRIB_LINK_MATCH_CAPTURE));
  if (row->expected == TRIB_LINK_MATCH_REJECT)
    g_assert_cmpint (window, ==, TRIB_LINK_VERDICT_REFUSE);
}

static void
test_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TribLinkRedirect) redirect = trib_link_redirect_new (REDIRECT_ROWS_TEMPLATE, &error);

  g_assert_no_error (error);
  for (guint i = 0; redirect_rows_get (i) != NULL; i++) {
    const RedirectRow *row = redirect_rows_get (i);

    /* The program speaks of addresses that are opened, and takes no bytes that are no text. */
    if (row->method == NULL && g_utf8_validate (row->uri, -1, NULL))
      check_row (redirect, row);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/redirect/table", test_table);
  return g_test_run ();
}
