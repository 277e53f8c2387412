/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-state.h"

/* The table of states: where each event leads from each state. A pair that is not here is an event
 * that comes too late or too early; it changes nothing. */
#define NONE 0
#define TO(state) (TRIB_LINK_STATE_##state + 1)

static const guint8 table[TRIB_LINK_N_STATES][TRIB_LINK_N_EVENTS] = {
  [TRIB_LINK_STATE_IDLE] = {
    [TRIB_LINK_EVENT_START] = TO (PREPARING),
    [TRIB_LINK_EVENT_GO_OUTSIDE] = TO (PREPARING),
    [TRIB_LINK_EVENT_ABANDON] = TO (ENDED),
    [TRIB_LINK_EVENT_RESTART] = TO (PREPARING),
  },
  [TRIB_LINK_STATE_PREPARING] = {
    [TRIB_LINK_EVENT_TICKET_READY] = TO (OPEN),
    [TRIB_LINK_EVENT_TICKET_READY_OUTSIDE] = TO (OUTSIDE),
    [TRIB_LINK_EVENT_TICKET_FAILED] = TO (ENDED),
    [TRIB_LINK_EVENT_GO_OUTSIDE] = TO (PREPARING),
    [TRIB_LINK_EVENT_CANCEL] = TO (CONFIRMING),
    [TRIB_LINK_EVENT_ABANDON] = TO (ENDED),
  },
  [TRIB_LINK_STATE_OPEN] = {
    [TRIB_LINK_EVENT_GO_OUTSIDE] = TO (PREPARING),
    [TRIB_LINK_EVENT_CAPTURED] = TO (CONFIRMING),
    [TRIB_LINK_EVENT_PAGE_PROBLEM] = TO (CONFIRMING),
    [TRIB_LINK_EVENT_POLL_LINKED] = TO (ENDED),
    [TRIB_LINK_EVENT_POLL_GONE] = TO (ENDED),
    [TRIB_LINK_EVENT_CANCEL] = TO (CONFIRMING),
    [TRIB_LINK_EVENT_EXPIRE] = TO (CONFIRMING),
    [TRIB_LINK_EVENT_RESTART] = TO (PREPARING),
  },
  [TRIB_LINK_STATE_OUTSIDE] = {
    [TRIB_LINK_EVENT_GO_OUTSIDE] = TO (PREPARING),
    [TRIB_LINK_EVENT_POLL_LINKED] = TO (ENDED),
    [TRIB_LINK_EVENT_POLL_GONE] = TO (ENDED),
    [TRIB_LINK_EVENT_CANCEL] = TO (CONFIRMING),
    [TRIB_LINK_EVENT_EXPIRE] = TO (CONFIRMING),
    [TRIB_LINK_EVENT_RESTART] = TO (PREPARING),
  },
  [TRIB_LINK_STATE_CONFIRMING] = {
    [TRIB_LINK_EVENT_SETTLED] = TO (ENDED),
    [TRIB_LINK_EVENT_CANCEL] = TO (CONFIRMING),
  },
  [TRIB_LINK_STATE_ENDED] = {
    [TRIB_LINK_EVENT_RESTART] = TO (PREPARING),
    [TRIB_LINK_EVENT_CHECK_AGAIN] = TO (CONFIRMING),
  },
};

/**
 * trib_link_state_next:
 * @state: where a sign-in stands
 * @event: what happens to it
 * @next: (out): where it stands then; @state itself when nothing changes
 *
 * Returns: whether @event means anything in @state
 */
gboolean
trib_link_state_next (TribLinkState state, TribLinkEvent event, TribLinkState *next)
{
  guint8 entry;

  g_return_val_if_fail ((guint) state < TRIB_LINK_N_STATES, FALSE);
  g_return_val_if_fail ((guint) event < TRIB_LINK_N_EVENTS, FALSE);
  g_return_val_if_fail (next != NULL, FALSE);
  entry = table[state][event];
  *next = entry == NONE ? state : (TribLinkState) (entry - 1);
  return entry != NONE;
}

/**
 * trib_link_outcome_from_code:
 * @status_code: what a redirect says, 0 when it says nothing that can be read
 *
 * Returns: what the redirect claims, to be settled with the truth
 */
TribLinkOutcome
trib_link_outcome_from_code (guint status_code)
{
  switch (status_code) {
  case 200:
    return TRIB_LINK_OUTCOME_CONNECTED;
  case 201:
    return TRIB_LINK_OUTCOME_UNCHANGED;
  case 403:
    return TRIB_LINK_OUTCOME_CANCELLED;
  case 500:
    return TRIB_LINK_OUTCOME_FAILED;
  case 501:
    return TRIB_LINK_OUTCOME_NOT_SUPPORTED;
  default:
    return TRIB_LINK_OUTCOME_UNKNOWN;
  }
}

/**
 * trib_link_outcome_from_problem:
 * @problem: what went wrong with the page
 *
 * Returns: how that ends a sign-in that is not linked
 */
TribLinkOutcome
trib_link_outcome_from_problem (TribLinkPageProblem problem)
{
  switch (problem) {
  case TRIB_LINK_PAGE_PROBLEM_NETWORK:
    return TRIB_LINK_OUTCOME_NO_NETWORK;
  case TRIB_LINK_PAGE_PROBLEM_TLS:
    return TRIB_LINK_OUTCOME_TLS;
  case TRIB_LINK_PAGE_PROBLEM_EXPIRED:
    return TRIB_LINK_OUTCOME_EXPIRED;
  case TRIB_LINK_PAGE_PROBLEM_CRASH:
  default:
    return TRIB_LINK_OUTCOME_CRASHED;
  }
}

/**
 * trib_link_outcome_settle:
 * @claim: what a redirect, a page or a person says
 * @truth: what Codat says
 *
 * Returns: how the sign-in ended: Codat has the last word
 */
TribLinkOutcome
trib_link_outcome_settle (TribLinkOutcome claim, TribLinkTruth truth)
{
  if (truth == TRIB_LINK_TRUTH_LINKED)
    return TRIB_LINK_OUTCOME_CONNECTED;
  if (truth == TRIB_LINK_TRUTH_GONE)
    return TRIB_LINK_OUTCOME_GONE;
  if (claim == TRIB_LINK_OUTCOME_CONNECTED)
    return TRIB_LINK_OUTCOME_NOT_CONFIRMED;
  return claim;
}
