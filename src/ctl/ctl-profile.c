/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"
#include "ctl-verbs-private.h"

static const char *const columns[] = { "name", "redirectUrl", "logoUrl", "iconUrl", NULL };
static const CtlShape shape = { CTL_SHAPE_ONE, columns, NULL };

static void
profile_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer profile = codat_client_get_profile_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &shape, (CtlRecordFunc) ctl_fields_profile, profile, error);
}

void
ctl_profile_show (CtlRun *run)
{
  codat_client_get_profile_async (ctl_run_get_client (run), ctl_run_get_cancellable (run),
                                  profile_cb, run);
}
