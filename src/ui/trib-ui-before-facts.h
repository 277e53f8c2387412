/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-account.h"
#include "trib-model-platform.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_BEFORE_FACTS (trib_ui_before_facts_get_type ())

G_DECLARE_FINAL_TYPE (TribUiBeforeFacts, trib_ui_before_facts, TRIB_UI, BEFORE_FACTS, GtkBox)

/* What is known of a platform before a sign-in: steps, needs, data, how to end it. */
void trib_ui_before_facts_set_platform (TribUiBeforeFacts *self,
                                        TribModelAccount *account,
                                        TribModelPlatform *platform);

G_END_DECLS
