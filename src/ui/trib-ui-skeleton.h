/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIB_UI_TYPE_SKELETON (trib_ui_skeleton_get_type ())

G_DECLARE_FINAL_TYPE (TribUiSkeleton, trib_ui_skeleton, TRIB_UI, SKELETON, GtkWidget)

G_END_DECLS
