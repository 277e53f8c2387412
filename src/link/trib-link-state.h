/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-types.h"

G_BEGIN_DECLS

/**
 * TribLinkEvent:
 * @TRIB_LINK_EVENT_START: the person begins
 * @TRIB_LINK_EVENT_TICKET_READY: a fresh link came, for the embedded view
 * @TRIB_LINK_EVENT_TICKET_READY_OUTSIDE: a fresh link came, for the system browser
 * @TRIB_LINK_EVENT_TICKET_FAILED: no link could be had
 * @TRIB_LINK_EVENT_GO_OUTSIDE: the person wants the system browser
 * @TRIB_LINK_EVENT_CAPTURED: a legal redirect was caught
 * @TRIB_LINK_EVENT_PAGE_PROBLEM: the page itself went wrong
 * @TRIB_LINK_EVENT_POLL_LINKED: a poll says Linked
 * @TRIB_LINK_EVENT_POLL_GONE: a poll says that the connection is deleted
 * @TRIB_LINK_EVENT_SETTLED: the last check is answered, or will never be
 * @TRIB_LINK_EVENT_CANCEL: the person gives up after a link was opened
 * @TRIB_LINK_EVENT_ABANDON: the person gives up before any link was opened
 * @TRIB_LINK_EVENT_EXPIRE: the time limit is over
 * @TRIB_LINK_EVENT_RESTART: the person wants a fresh link for the same connection
 * @TRIB_LINK_EVENT_CHECK_AGAIN: the person wants Codat to be asked once more how it ended
 *
 * What can happen to a sign-in.
 */
typedef enum {
  TRIB_LINK_EVENT_START,
  TRIB_LINK_EVENT_TICKET_READY,
  TRIB_LINK_EVENT_TICKET_READY_OUTSIDE,
  TRIB_LINK_EVENT_TICKET_FAILED,
  TRIB_LINK_EVENT_GO_OUTSIDE,
  TRIB_LINK_EVENT_CAPTURED,
  TRIB_LINK_EVENT_PAGE_PROBLEM,
  TRIB_LINK_EVENT_POLL_LINKED,
  TRIB_LINK_EVENT_POLL_GONE,
  TRIB_LINK_EVENT_SETTLED,
  TRIB_LINK_EVENT_CANCEL,
  TRIB_LINK_EVENT_ABANDON,
  TRIB_LINK_EVENT_EXPIRE,
  TRIB_LINK_EVENT_RESTART,
  TRIB_LINK_EVENT_CHECK_AGAIN,
} TribLinkEvent;

#define TRIB_LINK_N_STATES (TRIB_LINK_STATE_ENDED + 1)
#define TRIB_LINK_N_EVENTS (TRIB_LINK_EVENT_CHECK_AGAIN + 1)

gboolean trib_link_state_next (TribLinkState state, TribLinkEvent event, TribLinkState *next);

TribLinkOutcome trib_link_outcome_from_code (guint status_code);
TribLinkOutcome trib_link_outcome_from_problem (TribLinkPageProblem problem);
TribLinkOutcome trib_link_outcome_settle (TribLinkOutcome claim, TribLinkTruth truth);

G_END_DECLS
