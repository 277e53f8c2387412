/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-session.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

/* What came of asking a session about something that a page wants to do. */
typedef struct {
  gboolean handled; /* the decision is taken */
  char *outside;    /* (owned) (nullable): to be opened by the system */
  gboolean expired; /* the link is used up */
} TribWebRuling;

TribWebRuling trib_web_rule_decision (TribLinkSession *session,
                                      const char *link_origin,
                                      WebKitPolicyDecision *decision,
                                      WebKitPolicyDecisionType type);
gboolean
trib_web_rule_popup (TribLinkSession *session, WebKitNavigationAction *action, char **outside);
gboolean trib_web_is_page_failure (const GError *error);
gboolean trib_web_is_process_failure (const GError *error);
char *trib_web_dup_origin (const char *uri) G_GNUC_WARN_UNUSED_RESULT;
char *trib_web_dup_host (const char *uri) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
