/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-problem.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_PROBLEM_BOX (trib_ui_problem_box_get_type ())

G_DECLARE_FINAL_TYPE (TribUiProblemBox, trib_ui_problem_box, TRIB_UI, PROBLEM_BOX, AdwBin)

/* A problem inside a form or above a list: it takes no room while there is none. Property:
 * "problem" (TribModelProblem, nullable). */
void trib_ui_problem_box_set_problem (TribUiProblemBox *self, TribModelProblem *problem);
void
trib_ui_problem_box_show_near (TribUiProblemBox *self, TribModelProblem *problem, GtkWidget *row);

G_END_DECLS
