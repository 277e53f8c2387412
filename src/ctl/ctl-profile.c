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
  g_autoptr (CodatProfile) profile =
      codat_client_get_profile_finish (CODAT_CLIENT (source), result, &error);

  if (profile == NULL)
    ctl_run_fail (run, error);
  else
    ctl_print_one (run, &shape, ctl_fields_profile (profile));
}

void
ctl_profile_show (CtlRun *run)
{
  codat_client_get_profile_async (ctl_run_get_client (run), ctl_run_get_cancellable (run),
                                  profile_cb, run);
}
