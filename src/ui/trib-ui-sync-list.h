/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-sync.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_SYNC_LIST (trib_ui_sync_list_get_type ())

G_DECLARE_FINAL_TYPE (TribUiSyncList, trib_ui_sync_list, TRIB_UI, SYNC_LIST, AdwBin)

/* A first sync, data type by data type. Property (construct only): "sync" (TribModelSync). */
GtkWidget *trib_ui_sync_list_new (TribModelSync *sync) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
