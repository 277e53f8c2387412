/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_FILTER_CHIPS (trib_ui_filter_chips_get_type ())

G_DECLARE_FINAL_TYPE (TribUiFilterChips, trib_ui_filter_chips, TRIB_UI, FILTER_CHIPS, GtkWidget)

/* One button for each way to look at the companies, with how many there are; one is pressed.
 * Property (read-write): "companies" (TribModelCompanies, nullable). */
GtkWidget *trib_ui_filter_chips_new (void) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_filter_chips_set_companies (TribUiFilterChips *self, TribModelCompanies *companies);

G_END_DECLS
