/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-connections.h"
#include "trib-model-platforms.h"
#include "trib-model-policy.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_PLATFORM_SECTION (trib_ui_platform_section_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiPlatformSection, trib_ui_platform_section, TRIB_UI, PLATFORM_SECTION, GtkBox)

/* The platforms of one category: its name, its rule beside it, and a tile for each. A section that
 * has nothing to show is hidden. Property: "category" (construct only). */
GtkWidget *trib_ui_platform_section_new (TribModelCategory category) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_platform_section_set_model (TribUiPlatformSection *self,
                                         GListModel *platforms,
                                         TribModelConnections *connections,
                                         TribModelPolicy *policy); /* (nullable): all */
/* Shows what a search text is in only; NULL or "": everything. */
void trib_ui_platform_section_set_search (TribUiPlatformSection *self, const char *search);
guint trib_ui_platform_section_get_n_shown (TribUiPlatformSection *self);
/* Says again what the company has at each platform. */
void trib_ui_platform_section_update (TribUiPlatformSection *self);
/* The first tile that is shown; (nullable), borrowed. */
GtkWidget *trib_ui_platform_section_get_first (TribUiPlatformSection *self);

G_END_DECLS
