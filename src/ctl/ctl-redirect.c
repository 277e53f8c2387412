/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#include "trib-link-redirect.h"

static const char *const columns[] = { "verdict",
                                       "reason",
                                       "statusCode",
                                       "errorMessage",
                                       "statusText",
                                       "clientId",
                                       "companyId",
                                       "connectionId",
                                       "integrationId",
                                       "sourceId",
                                       "platform",
                                       "platformName",
                                       "sourceType",
                                       "data.company.companyName",
                                       NULL };
static const CtlShape shape = { CTL_SHAPE_ONE, columns, NULL };
/* The first two are the verdict's, the third is a number. */
#define FIRST_NAME 3

static void
add_answer (CtlRecord *record, TribLinkAnswer *answer, const char *state_name)
{
  guint code = trib_link_answer_get_status_code (answer);

  if (code != 0)
    ctl_record_add_integer (record, "statusCode", code);
  for (guint i = FIRST_NAME; columns[i] != NULL; i++)
    ctl_record_add (record, columns[i], trib_link_answer_get (answer, columns[i]));
  if (state_name != NULL)
    ctl_record_add (record, "state", trib_link_answer_get (answer, state_name));
}

static const char *
to_string (TribLinkMatch match)
{
  switch (match) {
  case TRIB_LINK_MATCH_CAPTURE:
    return "capture";
  case TRIB_LINK_MATCH_REJECT:
    return "reject";
  case TRIB_LINK_MATCH_IGNORE:
  default:
    return "ignore";
  }
}

/* The verdict of the very code that the window asks before it loads an address. */
void
ctl_redirect_check (CtlRun *run)
{
  const char *text = ctl_options_get (ctl_run_get_options (run), "template");
  g_autoptr (TribLinkRedirect) redirect = NULL;
  g_autoptr (TribLinkAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  const char *reason = NULL;
  CtlRecord *record;
  TribLinkMatch match;

  if (text == NULL) {
    ctl_run_fail (run, g_error_new_literal (CTL_ERROR, CTL_EXIT_USAGE,
                                            "Say the redirect template with --template"));
    return;
  }
  redirect = trib_link_redirect_new (text, &error);
  if (redirect == NULL) {
    ctl_run_fail (run, g_error_new (CTL_ERROR, CTL_EXIT_USAGE, "This is no redirect template: %s",
                                    error->message));
    return;
  }
  match =
      trib_link_redirect_match (redirect, ctl_run_get_argument (run, 0), "GET", &answer, &reason);
  record = ctl_record_new ();
  ctl_record_add (record, "verdict", to_string (match));
  ctl_record_add (record, "reason", reason);
  if (answer != NULL)
    add_answer (record, answer, trib_link_redirect_get_state_name (redirect));
  ctl_print_one (run, &shape, record);
}
