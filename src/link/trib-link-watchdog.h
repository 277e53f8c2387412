/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "trib-clock.h"
#include "trib-link-types.h"

G_BEGIN_DECLS

#define TRIB_LINK_TYPE_WATCHDOG (trib_link_watchdog_get_type ())

G_DECLARE_FINAL_TYPE (TribLinkWatchdog, trib_link_watchdog, TRIB_LINK, WATCHDOG, GObject)

/* Property "trouble" (read-only, notify). Signal "look" (run-last): whoever shows the page looks at
 * it and answers with report_picture; "page" (string uri): a page is shown from now on. */
TribLinkWatchdog *trib_link_watchdog_new (TribClock *clock) G_GNUC_WARN_UNUSED_RESULT;
TribLinkPageTrouble trib_link_watchdog_get_trouble (TribLinkWatchdog *self);

void trib_link_watchdog_start (TribLinkWatchdog *self);
void trib_link_watchdog_stop (TribLinkWatchdog *self);

void trib_link_watchdog_report_page (TribLinkWatchdog *self, const char *uri);
gboolean trib_link_watchdog_get_has_page (TribLinkWatchdog *self);
void trib_link_watchdog_report_progress (TribLinkWatchdog *self, double progress, gboolean loading);
void trib_link_watchdog_report_picture (TribLinkWatchdog *self, gboolean blank);
void trib_link_watchdog_report_download (TribLinkWatchdog *self);

G_END_DECLS
