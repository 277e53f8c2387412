/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

/* How a verb ends when its answer is there: each is one callback's whole work. */

void
ctl_print_one (CtlRun *run, const CtlShape *shape, CtlRecord *record)
{
  ctl_output_take (ctl_run_output (run, shape), record);
  ctl_run_finish (run);
}

/**
 * ctl_answer_one:
 * @run: a run
 * @shape: what it prints, a literal
 * @make: makes the record
 * @object: (nullable) (transfer full): the answer
 * @error: (nullable) (transfer full): why there is none
 *
 * Prints one object and ends the run.
 */
void
ctl_answer_one (
    CtlRun *run, const CtlShape *shape, CtlRecordFunc make, gpointer object, GError *error)
{
  g_autoptr (GObject) answer = object;

  if (answer == NULL)
    ctl_run_fail (run, error);
  else
    ctl_print_one (run, shape, make (answer));
}

/**
 * ctl_answer_list:
 * @run: a run
 * @shape: what it prints, a literal
 * @make: makes the record of a row; %NULL of one that is not wanted
 * @rows: (nullable) (transfer full): the answer
 * @error: (nullable) (transfer full): why there is none
 *
 * Prints a list and ends the run.
 */
void
ctl_answer_list (
    CtlRun *run, const CtlShape *shape, CtlRecordFunc make, GListModel *rows, GError *error)
{
  g_autoptr (GListModel) answer = rows;
  CtlOutput *output;

  if (answer == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  output = ctl_run_output (run, shape);
  for (guint i = 0; i < g_list_model_get_n_items (answer); i++) {
    g_autoptr (GObject) row = g_list_model_get_item (answer, i);
    CtlRecord *record = make (row);

    if (record != NULL)
      ctl_output_take (output, record);
  }
  ctl_run_finish (run);
}

/**
 * ctl_answer_done:
 * @run: a run
 * @remark: (nullable): what to tell the person
 * @done: whether the answer is yes
 * @error: (nullable) (transfer full): why not
 *
 * Ends a run that has nothing to print.
 */
void
ctl_answer_done (CtlRun *run, const char *remark, gboolean done, GError *error)
{
  if (!done) {
    ctl_run_fail (run, error);
    return;
  }
  if (remark != NULL)
    ctl_run_remark (run, "%s", remark);
  ctl_run_finish (run);
}
