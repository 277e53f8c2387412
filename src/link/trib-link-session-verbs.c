/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-session.h"

#include "trib-link-secret.h"
#include "trib-link-session-private.h"
#include "trib-link-verdict.h"

/* What people and pages can do to a sign-in. Part of TribLinkSession; none of these waits. */

static void
begin (TribLinkSession *self, TribLinkEvent event, gboolean outside)
{
  g_autoptr (TribLinkSession) keep = g_object_ref (self);
  gboolean waiting = self->state == TRIB_LINK_STATE_PREPARING;

  g_object_freeze_notify (G_OBJECT (self));
  if (trib_link_session_advance (self, event)) {
    self->outside = outside;
    if (!waiting) {
      trib_link_session_clear_result (self);
      trib_link_session_fetch (self);
    }
  }
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
is_ours (const char *claimed, const char *own)
{
  return claimed == NULL || (own != NULL && g_ascii_strcasecmp (claimed, own) == 0);
}

static const char *
find_forgery (TribLinkSession *self, TribLinkAnswer *answer)
{
  const char *state_name = trib_link_redirect_get_state_name (self->redirect);

  if (state_name != NULL &&
      !trib_link_secret_equal (self->nonce, trib_link_answer_get (answer, state_name)))
    return "its one-time value is not ours";
  if (!is_ours (trib_link_answer_get (answer, "connectionId"), self->connection_id))
    return "it is about another connection";
  if (!is_ours (trib_link_answer_get (answer, "companyId"), self->company_id))
    return "it is about another company";
  return NULL;
}

/**
 * trib_link_session_start:
 * @self: a session that has not begun
 */
void
trib_link_session_start (TribLinkSession *self)
{
  g_return_if_fail (TRIB_LINK_IS_SESSION (self));
  begin (self, TRIB_LINK_EVENT_START, FALSE);
}

/**
 * trib_link_session_restart:
 * @self: a session
 *
 * Begins anew with the same connection and a fresh link.
 */
void
trib_link_session_restart (TribLinkSession *self)
{
  g_return_if_fail (TRIB_LINK_IS_SESSION (self));
  begin (self, TRIB_LINK_EVENT_RESTART, FALSE);
}

/**
 * trib_link_session_go_outside:
 * @self: a session
 *
 * Gets a fresh link for the system browser; when "state" says outside, "link-serial" has grown.
 */
void
trib_link_session_go_outside (TribLinkSession *self)
{
  g_return_if_fail (TRIB_LINK_IS_SESSION (self));
  begin (self, TRIB_LINK_EVENT_GO_OUTSIDE, TRUE);
}

/**
 * trib_link_session_cancel:
 * @self: a session
 *
 * Ends it; when a link was open, Codat is asked first. Cancelling once more, while Codat is being
 * asked, does without further tries.
 */
void
trib_link_session_cancel (TribLinkSession *self)
{
  g_return_if_fail (TRIB_LINK_IS_SESSION (self));
  if (self->state == TRIB_LINK_STATE_CONFIRMING) {
    self->hurry = TRUE;
    trib_link_session_ask_now (self);
  } else if (self->link_serial == 0) {
    trib_link_session_finish (self, TRIB_LINK_EVENT_ABANDON, TRIB_LINK_OUTCOME_CANCELLED);
  } else {
    trib_link_session_confirm (self, TRIB_LINK_EVENT_CANCEL, TRIB_LINK_OUTCOME_CANCELLED);
  }
}

/**
 * trib_link_session_check_now:
 * @self: a session
 *
 * "I have finished": asks Codat at once, wherever there is something to ask about. When the answer
 * ends nothing, [signal@TribLink.Session::unchanged] says so.
 */
void
trib_link_session_check_now (TribLinkSession *self)
{
  g_return_if_fail (TRIB_LINK_IS_SESSION (self));
  if (self->state != TRIB_LINK_STATE_OPEN && self->state != TRIB_LINK_STATE_OUTSIDE &&
      self->state != TRIB_LINK_STATE_CONFIRMING)
    return;
  self->is_asked = self->state != TRIB_LINK_STATE_CONFIRMING;
  trib_link_session_ask_now (self);
}

/**
 * trib_link_session_get_can_check_again:
 * @self: a session
 *
 * Returns: whether it has ended, and only Codat knows how
 */
gboolean
trib_link_session_get_can_check_again (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), FALSE);
  return self->connection_id != NULL && self->state == TRIB_LINK_STATE_ENDED &&
         (self->outcome == TRIB_LINK_OUTCOME_UNCERTAIN ||
          self->outcome == TRIB_LINK_OUTCOME_NOT_CONFIRMED ||
          self->outcome == TRIB_LINK_OUTCOME_TIMED_OUT);
}

/**
 * trib_link_session_check_again:
 * @self: a session
 *
 * Asks Codat once more how it ended, without a new link, where only Codat knows.
 */
void
trib_link_session_check_again (TribLinkSession *self)
{
  g_return_if_fail (TRIB_LINK_IS_SESSION (self));
  if (trib_link_session_get_can_check_again (self))
    trib_link_session_confirm_again (self);
}

/**
 * trib_link_session_report_page_problem:
 * @self: a session
 * @problem: what went wrong in the view
 */
void
trib_link_session_report_page_problem (TribLinkSession *self, TribLinkPageProblem problem)
{
  g_return_if_fail (TRIB_LINK_IS_SESSION (self));
  if (self->state != TRIB_LINK_STATE_OPEN)
    return;
  self->was_shown = trib_link_watchdog_get_has_page (self->watchdog);
  trib_link_session_confirm (self, TRIB_LINK_EVENT_PAGE_PROBLEM,
                             trib_link_outcome_from_problem (problem));
}

/**
 * trib_link_session_judge:
 * @self: a session
 * @uri: (nullable): where a page wants to go
 * @method: (nullable): how
 * @by_click: whether a person did it
 *
 * Returns: what the view has to do; this changes nothing
 */
TribLinkVerdict
trib_link_session_judge (TribLinkSession *self,
                         const char *uri,
                         const char *method,
                         gboolean by_click)
{
  TribLinkVerdict verdict;

  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), TRIB_LINK_VERDICT_REFUSE);
  verdict = trib_link_verdict_for (self->redirect, uri, method, by_click, self->allow_loopback);
  /* A page that is over opens no program any more. */
  if (verdict == TRIB_LINK_VERDICT_OPEN_OUTSIDE && self->state != TRIB_LINK_STATE_OPEN)
    return TRIB_LINK_VERDICT_REFUSE;
  return verdict;
}

/**
 * trib_link_session_capture:
 * @self: a session
 * @uri: an address that [method@TribLink.Session.judge] called a capture
 * @method: (nullable): how
 *
 * Returns: whether it was taken; a forged, foreign or replayed one changes nothing
 */
gboolean
trib_link_session_capture (TribLinkSession *self, const char *uri, const char *method)
{
  g_autoptr (TribLinkAnswer) answer = NULL;
  const char *reason = NULL;

  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), FALSE);
  g_return_val_if_fail (uri != NULL, FALSE);
  if (self->state != TRIB_LINK_STATE_OPEN || self->redirect == NULL)
    return FALSE;
  if (trib_link_redirect_match (self->redirect, uri, method, &answer, &reason) !=
      TRIB_LINK_MATCH_CAPTURE)
    reason = reason != NULL ? reason : "it is not our redirect";
  else
    reason = find_forgery (self, answer);
  if (reason != NULL) {
    g_debug ("A redirect was not believed: %s", reason);
    return FALSE;
  }
  g_clear_pointer (&self->answer, trib_link_answer_unref);
  self->answer = g_steal_pointer (&answer);
  trib_link_session_note_returned (self);
  trib_link_session_confirm (
      self, TRIB_LINK_EVENT_CAPTURED,
      trib_link_outcome_from_code (trib_link_answer_get_status_code (self->answer)));
  return TRUE;
}
