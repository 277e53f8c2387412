/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-redirect.h"
#include "trib-link-types.h"

G_BEGIN_DECLS

TribLinkVerdict trib_link_verdict_for (TribLinkRedirect *redirect,
                                       const char *uri,
                                       const char *method,
                                       gboolean by_click,
                                       gboolean allow_loopback);

G_END_DECLS
