/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TribLinkVerdict:
 * @TRIB_LINK_VERDICT_ALLOW: load it
 * @TRIB_LINK_VERDICT_CAPTURE: it is our redirect: stop it before any request, then call
 *   [method@TribLink.Session.capture]
 * @TRIB_LINK_VERDICT_OPEN_OUTSIDE: stop it and hand it to the system (mailto:, tel: after a click)
 * @TRIB_LINK_VERDICT_REFUSE: stop it
 */
typedef enum {
  TRIB_LINK_VERDICT_ALLOW,
  TRIB_LINK_VERDICT_CAPTURE,
  TRIB_LINK_VERDICT_OPEN_OUTSIDE,
  TRIB_LINK_VERDICT_REFUSE,
} TribLinkVerdict;

/**
 * TribLinkState:
 * @TRIB_LINK_STATE_IDLE: made, not started
 * @TRIB_LINK_STATE_PREPARING: a connection and its link are being fetched
 * @TRIB_LINK_STATE_OPEN: the link is open in the embedded view
 * @TRIB_LINK_STATE_OUTSIDE: the link was handed to the system browser; the connection is polled
 * @TRIB_LINK_STATE_CONFIRMING: Codat is asked what is true now
 * @TRIB_LINK_STATE_ENDED: over; the outcome says how
 */
typedef enum {
  TRIB_LINK_STATE_IDLE,
  TRIB_LINK_STATE_PREPARING,
  TRIB_LINK_STATE_OPEN,
  TRIB_LINK_STATE_OUTSIDE,
  TRIB_LINK_STATE_CONFIRMING,
  TRIB_LINK_STATE_ENDED,
} TribLinkState;

/**
 * TribLinkOutcome:
 * @TRIB_LINK_OUTCOME_NONE: not ended yet
 * @TRIB_LINK_OUTCOME_CONNECTED: Codat says Linked, whatever else was said
 * @TRIB_LINK_OUTCOME_UNCHANGED: 201, the person left without doing anything
 * @TRIB_LINK_OUTCOME_CANCELLED: 403, or cancelled in our window
 * @TRIB_LINK_OUTCOME_NOT_SUPPORTED: 501
 * @TRIB_LINK_OUTCOME_FAILED: 500
 * @TRIB_LINK_OUTCOME_UNKNOWN: a status code that nobody told us of
 * @TRIB_LINK_OUTCOME_NOT_CONFIRMED: the redirect says 200 but Codat does not say Linked
 * @TRIB_LINK_OUTCOME_UNCERTAIN: Codat could not be asked: nobody knows yet
 * @TRIB_LINK_OUTCOME_EXPIRED: the link was used or too old (401 on its page)
 * @TRIB_LINK_OUTCOME_NO_NETWORK: the page could not be reached
 * @TRIB_LINK_OUTCOME_TLS: the page could not prove who it is
 * @TRIB_LINK_OUTCOME_CRASHED: the page's process ended
 * @TRIB_LINK_OUTCOME_TIMED_OUT: nothing came within the time limit
 * @TRIB_LINK_OUTCOME_NOT_STARTED: the connection or its link could not be fetched; see the error
 * @TRIB_LINK_OUTCOME_GONE: the connection was deleted meanwhile
 */
typedef enum {
  TRIB_LINK_OUTCOME_NONE,
  TRIB_LINK_OUTCOME_CONNECTED,
  TRIB_LINK_OUTCOME_UNCHANGED,
  TRIB_LINK_OUTCOME_CANCELLED,
  TRIB_LINK_OUTCOME_NOT_SUPPORTED,
  TRIB_LINK_OUTCOME_FAILED,
  TRIB_LINK_OUTCOME_UNKNOWN,
  TRIB_LINK_OUTCOME_NOT_CONFIRMED,
  TRIB_LINK_OUTCOME_UNCERTAIN,
  TRIB_LINK_OUTCOME_EXPIRED,
  TRIB_LINK_OUTCOME_NO_NETWORK,
  TRIB_LINK_OUTCOME_TLS,
  TRIB_LINK_OUTCOME_CRASHED,
  TRIB_LINK_OUTCOME_TIMED_OUT,
  TRIB_LINK_OUTCOME_NOT_STARTED,
  TRIB_LINK_OUTCOME_GONE,
} TribLinkOutcome;

/**
 * TribLinkPageProblem:
 *
 * What the view reports when the page itself goes wrong.
 */
typedef enum {
  TRIB_LINK_PAGE_PROBLEM_NETWORK,
  TRIB_LINK_PAGE_PROBLEM_TLS,
  TRIB_LINK_PAGE_PROBLEM_CRASH,
  TRIB_LINK_PAGE_PROBLEM_EXPIRED,
} TribLinkPageProblem;

/**
 * TribLinkPageTrouble:
 * @TRIB_LINK_PAGE_TROUBLE_NONE: nothing that was noticed
 * @TRIB_LINK_PAGE_TROUBLE_BLANK: nothing can be seen on it
 * @TRIB_LINK_PAGE_TROUBLE_STALLED: it gets no further, or is busy with itself
 * @TRIB_LINK_PAGE_TROUBLE_BROWSER_REFUSED: the platform turns embedded views away
 * @TRIB_LINK_PAGE_TROUBLE_PASSKEY: it asks for a passkey, which only a browser has
 * @TRIB_LINK_PAGE_TROUBLE_DOWNLOAD: it wants to hand over a file
 *
 * Why a page that is there may be of no use, while nothing has failed.
 */
typedef enum {
  TRIB_LINK_PAGE_TROUBLE_NONE,
  TRIB_LINK_PAGE_TROUBLE_BLANK,
  TRIB_LINK_PAGE_TROUBLE_STALLED,
  TRIB_LINK_PAGE_TROUBLE_BROWSER_REFUSED,
  TRIB_LINK_PAGE_TROUBLE_PASSKEY,
  TRIB_LINK_PAGE_TROUBLE_DOWNLOAD,
} TribLinkPageTrouble;

/**
 * TribLinkTruth:
 *
 * What Codat says about the connection when it is asked.
 */
typedef enum {
  TRIB_LINK_TRUTH_UNKNOWN,
  TRIB_LINK_TRUTH_PENDING,
  TRIB_LINK_TRUTH_LINKED,
  TRIB_LINK_TRUTH_UNLINKED,
  TRIB_LINK_TRUTH_DEAUTHORIZED,
  TRIB_LINK_TRUTH_GONE,
} TribLinkTruth;

/**
 * TribLinkHappening:
 * @TRIB_LINK_HAPPENING_OPENED: a link was opened in the embedded view
 * @TRIB_LINK_HAPPENING_OUTSIDE: a link was handed to the system browser
 * @TRIB_LINK_HAPPENING_PAGE_SHOWN: its first page came
 * @TRIB_LINK_HAPPENING_PLATFORM_CHOSEN: the page went on to a host of its own: the platform's
 * @TRIB_LINK_HAPPENING_RETURNED: a redirect of ours was caught
 * @TRIB_LINK_HAPPENING_ENDED: it is over
 *
 * What is told of a sign-in afterwards.
 */
typedef enum {
  TRIB_LINK_HAPPENING_OPENED,
  TRIB_LINK_HAPPENING_OUTSIDE,
  TRIB_LINK_HAPPENING_PAGE_SHOWN,
  TRIB_LINK_HAPPENING_PLATFORM_CHOSEN,
  TRIB_LINK_HAPPENING_RETURNED,
  TRIB_LINK_HAPPENING_ENDED,
} TribLinkHappening;

#define TRIB_LINK_TYPE_VERDICT (trib_link_verdict_get_type ())
#define TRIB_LINK_TYPE_STATE (trib_link_state_get_type ())
#define TRIB_LINK_TYPE_OUTCOME (trib_link_outcome_get_type ())
#define TRIB_LINK_TYPE_PAGE_PROBLEM (trib_link_page_problem_get_type ())
#define TRIB_LINK_TYPE_PAGE_TROUBLE (trib_link_page_trouble_get_type ())
#define TRIB_LINK_TYPE_TRUTH (trib_link_truth_get_type ())
#define TRIB_LINK_TYPE_HAPPENING (trib_link_happening_get_type ())

GType trib_link_verdict_get_type (void);
GType trib_link_state_get_type (void);
GType trib_link_outcome_get_type (void);
GType trib_link_page_problem_get_type (void);
GType trib_link_page_trouble_get_type (void);
GType trib_link_truth_get_type (void);
GType trib_link_happening_get_type (void);

G_END_DECLS
