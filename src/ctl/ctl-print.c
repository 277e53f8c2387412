/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

void
ctl_print_one (CtlRun *run, const CtlShape *shape, CtlRecord *record)
{
  ctl_output_take (ctl_run_output (run, shape), record);
  ctl_run_finish (run);
}
