/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-account.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_SUPPORT (trib_ui_support_get_type ())

G_DECLARE_FINAL_TYPE (TribUiSupport, trib_ui_support, TRIB_UI, SUPPORT, AdwBin)

/* Who helps, one click away on every page; not there while nobody is named. Property (read-write,
 * nullable): "account". */
char *trib_ui_support_dup_uri (const char *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
