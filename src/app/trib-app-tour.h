/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-clock.h"

#include "trib-app-window.h"

G_BEGIN_DECLS

#define TRIB_APP_TYPE_TOUR (trib_app_tour_get_type ())

G_DECLARE_FINAL_TYPE (TribAppTour, trib_app_tour, TRIB_APP, TOUR, GObject)

/* Walks the main job by itself, through the same buttons and actions as a person, and verifies each
 * step at the demo's server. Properties (construct only): "window", "clock", "screenshots" (a
 * folder, nullable), "fault" (nullable: something the server does wrong, to prove that the tour
 * notices). Signals: "said" (string: a line of the report) and "ended". */
TribAppTour *trib_app_tour_new (TribAppWindow *window,
                                TribClock *clock,
                                const char *screenshots) G_GNUC_WARN_UNUSED_RESULT;
void trib_app_tour_start (TribAppTour *self);
/* Whether every step was verified; FALSE while it walks. */
gboolean trib_app_tour_get_passed (TribAppTour *self);
/* All that was said. */
const char *trib_app_tour_get_report (TribAppTour *self);

G_END_DECLS
