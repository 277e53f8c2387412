/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-clock.h"
#include "trib-link-history.h"
#include "trib-link-redirect.h"
#include "trib-link-service.h"
#include "trib-link-types.h"
#include "trib-link-watchdog.h"

G_BEGIN_DECLS

#define TRIB_LINK_TYPE_SESSION (trib_link_session_get_type ())

G_DECLARE_FINAL_TYPE (TribLinkSession, trib_link_session, TRIB_LINK, SESSION, GObject)

/* Properties (all read-only, notify): "state", "outcome", "connection-id", "link-serial" (guint,
 * grows each time a fresh link is ready: the view then loads get_link_uri). Signals (run-last):
 * "ended", "checked": Codat answered a check, and whether that ends the session follows, and
 * "unchanged" (gboolean: whether Codat answered): what check_now () asked for ended nothing.
 *
 * redirect is (nullable): without one an open link is polled like one outside.
 * allow_loopback: whether http on loopback is legal for pages (the API itself is on loopback). */
TribLinkSession *trib_link_session_new (TribLinkService *service,
                                        TribLinkRedirect *redirect,
                                        const char *company_id,
                                        const char *connection_id,
                                        gboolean allow_loopback,
                                        TribClock *clock) G_GNUC_WARN_UNUSED_RESULT;

TribLinkState trib_link_session_get_state (TribLinkSession *self);
TribLinkOutcome trib_link_session_get_outcome (TribLinkSession *self);
const char *trib_link_session_get_connection_id (TribLinkSession *self);
const char *trib_link_session_get_link_uri (TribLinkSession *self); /* (nullable), a secret */
guint trib_link_session_get_link_serial (TribLinkSession *self);
guint trib_link_session_get_link_life (TribLinkSession *self);
TribLinkAnswer *trib_link_session_get_answer (TribLinkSession *self); /* (nullable) */
const TribLinkCheck *
trib_link_session_get_check (TribLinkSession *self); /* (nullable): the last truth */
const GError *
trib_link_session_get_error (TribLinkSession *self); /* (nullable): why NOT_STARTED or UNCERTAIN */

TribLinkWatchdog *trib_link_session_get_watchdog (TribLinkSession *self);
TribLinkHistory *trib_link_session_get_history (TribLinkSession *self);

void trib_link_session_start (TribLinkSession *self);
/* Also after ENDED: the same connection, a fresh link. */
void trib_link_session_restart (TribLinkSession *self);
/* From OPEN (fetches a fresh link when the open one may be used up), or PREPARING. */
void trib_link_session_go_outside (TribLinkSession *self);
/* Asks Codat first: a person who cancels a moment too late is told the truth. */
void trib_link_session_cancel (TribLinkSession *self);
/* "I have finished": ask now instead of at the next poll. */
void trib_link_session_check_now (TribLinkSession *self);
gboolean trib_link_session_get_can_check_again (TribLinkSession *self);
void trib_link_session_check_again (TribLinkSession *self);
void trib_link_session_report_page_problem (TribLinkSession *self, TribLinkPageProblem problem);
/* Pure: changes nothing. by_click: the navigation came from a user gesture. */
TribLinkVerdict trib_link_session_judge (TribLinkSession *self,
                                         const char *uri,
                                         const char *method,
                                         gboolean by_click);
/* For an address that judge() called CAPTURE. A forged, foreign or replayed one changes nothing;
 * returns whether it was taken. */
gboolean trib_link_session_capture (TribLinkSession *self, const char *uri, const char *method);

G_END_DECLS
