/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-types.h"

G_BEGIN_DECLS

const char *trib_ui_sign_in_state_get_child (TribLinkState state, gboolean has_view);

G_END_DECLS
