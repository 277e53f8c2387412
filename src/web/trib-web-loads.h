/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-web-view-private.h"

G_BEGIN_DECLS

void trib_web_loads_follow (TribWebView *self);
void trib_web_loads_open (TribWebView *self, const char *uri);
void trib_web_loads_give_up (TribWebView *self);
void trib_web_loads_end (TribWebView *self);
gboolean trib_web_loads_can_go_back (TribWebView *self);
void trib_web_loads_report (TribWebView *self, TribLinkPageProblem problem);

G_END_DECLS
