/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"
#include "trib-model-company.h"
#include "trib-model-platform.h"

G_BEGIN_DECLS

/* Goes on with a platform that was chosen: with its sheet, or, when somebody else signs in there
 * and nothing has to be said first, by win.share on @opener. The sheet is (transfer none)
 * (nullable). */
GtkWidget *trib_ui_platform_choice_open (GtkWidget *opener,
                                         TribModelAccount *account,
                                         TribModelCompany *company,
                                         TribModelPlatform *platform,
                                         gboolean somebody_else);

G_END_DECLS
