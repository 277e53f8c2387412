/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-types.h"

G_DEFINE_ENUM_TYPE (TribLinkVerdict,
                    trib_link_verdict,
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_VERDICT_ALLOW, "allow"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_VERDICT_CAPTURE, "capture"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_VERDICT_OPEN_OUTSIDE, "open-outside"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_VERDICT_REFUSE, "refuse"))

G_DEFINE_ENUM_TYPE (TribLinkState,
                    trib_link_state,
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_STATE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_STATE_PREPARING, "preparing"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_STATE_OUTSIDE, "outside"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_STATE_CONFIRMING, "confirming"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_STATE_ENDED, "ended"))

G_DEFINE_ENUM_TYPE (TribLinkOutcome,
                    trib_link_outcome,
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_CONNECTED, "connected"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_UNCHANGED, "unchanged"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_NOT_SUPPORTED, "not-supported"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_NOT_CONFIRMED, "not-confirmed"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_UNCERTAIN, "uncertain"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_NO_NETWORK, "no-network"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_TLS, "tls"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_CRASHED, "crashed"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_TIMED_OUT, "timed-out"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_NOT_STARTED, "not-started"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_OUTCOME_GONE, "gone"))

G_DEFINE_ENUM_TYPE (TribLinkPageProblem,
                    trib_link_page_problem,
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_PROBLEM_NETWORK, "network"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_PROBLEM_TLS, "tls"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_PROBLEM_CRASH, "crash"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_PROBLEM_EXPIRED, "expired"))

G_DEFINE_ENUM_TYPE (TribLinkPageTrouble,
                    trib_link_page_trouble,
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_TROUBLE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_TROUBLE_BLANK, "blank"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_TROUBLE_STALLED, "stalled"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_TROUBLE_BROWSER_REFUSED, "browser-refused"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_TROUBLE_PASSKEY, "passkey"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_PAGE_TROUBLE_DOWNLOAD, "download"))

G_DEFINE_ENUM_TYPE (TribLinkTruth,
                    trib_link_truth,
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_TRUTH_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_TRUTH_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_TRUTH_LINKED, "linked"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_TRUTH_UNLINKED, "unlinked"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_TRUTH_DEAUTHORIZED, "deauthorized"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_TRUTH_GONE, "gone"))

G_DEFINE_ENUM_TYPE (TribLinkHappening,
                    trib_link_happening,
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_HAPPENING_OPENED, "opened"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_HAPPENING_OUTSIDE, "outside"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_HAPPENING_PAGE_SHOWN, "page-shown"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_HAPPENING_PLATFORM_CHOSEN, "platform-chosen"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_HAPPENING_RETURNED, "returned"),
                    G_DEFINE_ENUM_VALUE (TRIB_LINK_HAPPENING_ENDED, "ended"))
