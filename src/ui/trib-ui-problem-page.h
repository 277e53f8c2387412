/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-problem.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_PROBLEM_PAGE (trib_ui_problem_page_get_type ())

G_DECLARE_FINAL_TYPE (TribUiProblemPage, trib_ui_problem_page, TRIB_UI, PROBLEM_PAGE, AdwBin)

/* A page's failed state: what happened, what to do, the server's own words in a fold. Properties:
 * "problem" (TribModelProblem, nullable), "retry-action" (nullable: detailed name of the action
 * behind Try Again; without one there is no such button). Actions: "details.copy", "folder.open".
 */
GtkWidget *trib_ui_problem_page_new (void) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_problem_page_set_problem (TribUiProblemPage *self, TribModelProblem *problem);
TribModelProblem *trib_ui_problem_page_get_problem (TribUiProblemPage *self); /* (nullable) */
void trib_ui_problem_page_set_retry_action (TribUiProblemPage *self, const char *detailed_name);
/* folder is (nullable): it is named, and can be opened, when the problem is one with the disk. */
void trib_ui_problem_page_set_folder (TribUiProblemPage *self, const char *folder);

G_END_DECLS
