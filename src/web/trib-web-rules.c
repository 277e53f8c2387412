/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-rules.h"

#include <string.h>

/* Carries the verdicts of a session out on WebKit's decisions. The rules themselves are in link/;
 * this is only their translation, without a state of its own. */

#define INTERNAL_ERROR 300

static const char *
get_host_end (const char *host)
{
  return host + strcspn (host, "/?#");
}

/**
 * trib_web_dup_origin:
 * @uri: (nullable): an address as WebKit writes it
 *
 * Returns: (transfer full) (nullable): scheme, host and port of a web address
 */
char *
trib_web_dup_origin (const char *uri)
{
  const char *host = uri != NULL ? strstr (uri, "://") : NULL;

  if (host == NULL || !(g_str_has_prefix (uri, "https:") || g_str_has_prefix (uri, "http:")))
    return NULL;
  return g_strndup (uri, (gsize) (get_host_end (host + 3) - uri));
}

/**
 * trib_web_dup_host:
 * @uri: (nullable): an address as WebKit writes it: lower case, punycode, no default port
 *
 * Returns: (transfer full) (nullable): its host for people, with a port that is unusual
 */
char *
trib_web_dup_host (const char *uri)
{
  g_autofree char *origin = trib_web_dup_origin (uri);
  const char *host = origin != NULL ? strstr (origin, "://") + 3 : NULL;
  const char *at = host != NULL ? strrchr (host, '@') : NULL;

  return g_strdup (at != NULL ? at + 1 : host);
}

/**
 * trib_web_is_page_failure:
 * @error: why a load failed
 *
 * A load that we stopped ourselves, or that another one replaced, fails as well; these are no
 * failures of the page.
 *
 * Returns: whether the page could not be reached
 */
gboolean
trib_web_is_page_failure (const GError *error)
{
  return error->domain != WEBKIT_POLICY_ERROR && error->domain != WEBKIT_MEDIA_ERROR &&
         error->domain != WEBKIT_DOWNLOAD_ERROR &&
         !g_error_matches (error, WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_CANCELLED) &&
         !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/**
 * trib_web_is_process_failure:
 * @error: why a load failed
 *
 * WebKit has no public name for this: its errors of the domain "WebKitErrorDomain" count from 300,
 * "internal error" (API::Error::General in its sources).
 *
 * Returns: whether a process of WebKit's own went away under it
 */
gboolean
trib_web_is_process_failure (const GError *error)
{
  return g_error_matches (error, g_quark_from_static_string ("WebKitErrorDomain"), INTERNAL_ERROR);
}

/* Without a sign-in there is nothing to show but the empty page that warms the view up. */
static TribLinkVerdict
judge (TribLinkSession *session, const char *uri, const char *method, gboolean by_click)
{
  if (session == NULL)
    return g_strcmp0 (uri, "about:blank") == 0 ? TRIB_LINK_VERDICT_ALLOW : TRIB_LINK_VERDICT_REFUSE;
  return trib_link_session_judge (session, uri, method, by_click);
}

static void
rule_navigation (TribLinkSession *session,
                 WebKitPolicyDecision *decision,
                 gboolean new_window,
                 TribWebRuling *ruling)
{
  WebKitNavigationAction *action = webkit_navigation_policy_decision_get_navigation_action (
      WEBKIT_NAVIGATION_POLICY_DECISION (decision));
  WebKitURIRequest *request = webkit_navigation_action_get_request (action);
  const char *uri = webkit_uri_request_get_uri (request);
  const char *method = webkit_uri_request_get_http_method (request);
  gboolean by_click = webkit_navigation_action_is_user_gesture (action);
  TribLinkVerdict verdict = judge (session, uri, method, by_click);

  ruling->handled = TRUE;
  if (verdict == TRIB_LINK_VERDICT_ALLOW && (!new_window || by_click)) {
    webkit_policy_decision_use (decision);
    return;
  }
  /* Stopped first: the redirect's own server never hears of it. */
  webkit_policy_decision_ignore (decision);
  if (verdict == TRIB_LINK_VERDICT_CAPTURE)
    trib_link_session_capture (session, uri, method);
  else if (verdict == TRIB_LINK_VERDICT_OPEN_OUTSIDE)
    ruling->outside = g_strdup (uri);
  else
    g_debug ("A page was kept from going somewhere");
}

static void
rule_response (const char *link_origin, WebKitPolicyDecision *decision, TribWebRuling *ruling)
{
  WebKitResponsePolicyDecision *response_decision = WEBKIT_RESPONSE_POLICY_DECISION (decision);
  WebKitURIResponse *response = webkit_response_policy_decision_get_response (response_decision);
  g_autofree char *origin = trib_web_dup_origin (webkit_uri_response_get_uri (response));

  /* Codat answers 401 for a link that is used or too old. */
  ruling->expired =
      link_origin != NULL &&
      webkit_response_policy_decision_is_main_frame_main_resource (response_decision) &&
      webkit_uri_response_get_status_code (response) == 401 && g_strcmp0 (origin, link_origin) == 0;
  if (!ruling->expired &&
      webkit_response_policy_decision_is_mime_type_supported (response_decision))
    return;
  ruling->handled = TRUE;
  if (!ruling->expired &&
      webkit_response_policy_decision_is_main_frame_main_resource (response_decision))
    webkit_policy_decision_download (decision);
  else
    webkit_policy_decision_ignore (decision);
}

/**
 * trib_web_rule_decision:
 * @session: (nullable): the sign-in
 * @link_origin: (nullable): where its link goes to
 * @decision: what WebKit wants to know
 * @type: what it is about
 *
 * Returns: what is left for the view to do
 */
TribWebRuling
trib_web_rule_decision (TribLinkSession *session,
                        const char *link_origin,
                        WebKitPolicyDecision *decision,
                        WebKitPolicyDecisionType type)
{
  TribWebRuling ruling = { FALSE };

  switch (type) {
  case WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION:
    rule_navigation (session, decision, FALSE, &ruling);
    break;
  case WEBKIT_POLICY_DECISION_TYPE_NEW_WINDOW_ACTION:
    rule_navigation (session, decision, TRUE, &ruling);
    break;
  case WEBKIT_POLICY_DECISION_TYPE_RESPONSE:
  default:
    rule_response (link_origin, decision, &ruling);
    break;
  }
  return ruling;
}

/**
 * trib_web_rule_popup:
 * @session: (nullable): the sign-in
 * @action: why a page wants a second window
 * @outside: (out) (nullable) (transfer full): what the system shall open in its place
 *
 * Returns: whether it may have one; an empty one is filled by the page that asked
 */
gboolean
trib_web_rule_popup (TribLinkSession *session, WebKitNavigationAction *action, char **outside)
{
  WebKitURIRequest *request = webkit_navigation_action_get_request (action);
  const char *uri = webkit_uri_request_get_uri (request);
  const char *method = webkit_uri_request_get_http_method (request);

  *outside = NULL;
  if (!webkit_navigation_action_is_user_gesture (action))
    return FALSE;
  if (uri == NULL || *uri == '\0' || g_str_equal (uri, "about:blank"))
    return TRUE;
  if (method == NULL)
    method = "GET";
  switch (judge (session, uri, method, TRUE)) {
  case TRIB_LINK_VERDICT_ALLOW:
    return TRUE;
  case TRIB_LINK_VERDICT_CAPTURE:
    trib_link_session_capture (session, uri, method);
    return FALSE;
  case TRIB_LINK_VERDICT_OPEN_OUTSIDE:
    *outside = g_strdup (uri);
    return FALSE;
  case TRIB_LINK_VERDICT_REFUSE:
  default:
    return FALSE;
  }
}
