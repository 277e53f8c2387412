/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-problem.h"

G_BEGIN_DECLS

#define TRIB_APP_TYPE_START_PAGE (trib_app_start_page_get_type ())

G_DECLARE_FINAL_TYPE (TribAppStartPage, trib_app_start_page, TRIB_APP, START_PAGE, AdwBin)

/* What one sees while the program opens what it remembers, or why it could not. */
GtkWidget *trib_app_start_page_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* error NULL: it is being opened. folder and accounts are (nullable). */
void trib_app_start_page_set_error (TribAppStartPage *self,
                                    const GError *error,
                                    const char *folder,
                                    GListModel *accounts);
TribModelProblem *trib_app_start_page_get_problem (TribAppStartPage *self); /* (nullable) */

G_END_DECLS
