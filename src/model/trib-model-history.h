/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link.h"

G_BEGIN_DECLS

/* What happened in a sign-in, in words. */
char *trib_model_history_heading (TribLinkHistory *history) G_GNUC_WARN_UNUSED_RESULT;
char *trib_model_history_lines (TribLinkHistory *history,
                                const char *platform_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
