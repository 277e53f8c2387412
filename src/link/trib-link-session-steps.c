/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-session-private.h"

#include "trib-link-address.h"
#include "trib-link-secret.h"
#include "trib-link-verdict.h"

/* The steps of a sign-in that wait for something: the link, news of it, the last word. Part of
 * TribLinkSession; at most one call and two timers are under way at a time. Main thread only. */

/* A redirect that comes at all comes within so many polls after the connection is linked. */
#define N_LINKED 3
/* How long a sign-in takes at most, in seconds. */
#define TIME_LIMIT (30 * 60)

/* How long Codat is asked at most whether a claim is true, in seconds: a question waits for its
 * turn where the rate limit is near. */
#define CONFIRM_LIMIT 30

/* Between the checks of a claim; ten seconds in all. */
static const guint confirm_delays[] = { 500, 1000, 2000, 3000, 3500 };
/* A claim that nothing came of needs no patience, only a second try at the network. */
#define N_PATIENT G_N_ELEMENTS (confirm_delays)
#define N_IMPATIENT 2

/* A call outlives a session that nobody wants any more, but does not keep it alive. */
typedef struct {
  GWeakRef session;
  TribLinkService *service;  /* (owned) */
  GCancellable *cancellable; /* (owned) */
} Call;

static Call *
call_new (TribLinkSession *self)
{
  Call *call = g_new0 (Call, 1);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&call->session, self);
  call->service = g_object_ref (self->service);
  call->cancellable = g_object_ref (self->cancellable);
  return call;
}

static void
call_free (Call *call)
{
  g_weak_ref_clear (&call->session);
  g_object_unref (call->service);
  g_object_unref (call->cancellable);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

/* The session, when it still waits for just this call. */
static TribLinkSession *
call_end (Call *call)
{
  g_autoptr (TribLinkSession) self = g_weak_ref_get (&call->session);

  if (self == NULL || self->cancellable != call->cancellable)
    return NULL;
  g_clear_object (&self->cancellable);
  return g_steal_pointer (&self);
}

static gboolean
accept_ticket (TribLinkSession *self, TribLinkTicket *ticket, GError **error)
{
  g_autofree char *scheme = trib_link_address_dup_scheme (ticket->uri);

  if ((g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0) &&
      trib_link_verdict_for (NULL, ticket->uri, "GET", FALSE, self->allow_loopback) ==
          TRIB_LINK_VERDICT_ALLOW)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "The link that came is no address that may be opened");
  return FALSE;
}

static void
fetch_ticket_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TribLinkTicket) ticket =
      trib_link_service_fetch_ticket_finish (call->service, result, &error);
  g_autoptr (TribLinkSession) self = call_end (call);
  char *nonce = NULL;

  if (self == NULL)
    return;
  if (ticket != NULL && accept_ticket (self, ticket, &error) && self->redirect != NULL &&
      trib_link_redirect_get_state_name (self->redirect) != NULL)
    nonce = trib_link_secret_new (&error);
  if (error != NULL) {
    trib_link_session_take_error (self, g_steal_pointer (&error));
    trib_link_session_finish (self, TRIB_LINK_EVENT_TICKET_FAILED, TRIB_LINK_OUTCOME_NOT_STARTED);
    return;
  }
  trib_link_session_take_ticket (self, ticket, nonce);
}

/* Asks for a fresh link; the state is PREPARING already. */
void
trib_link_session_fetch (TribLinkSession *self)
{
  Call *call = call_new (self);

  trib_link_service_fetch_ticket_async (self->service, self->connection_id, call->cancellable,
                                        fetch_ticket_cb, call);
}

/* Forgets whatever is under way. */
void
trib_link_session_stop_waiting (TribLinkSession *self)
{
  g_autoptr (GCancellable) cancellable = g_steal_pointer (&self->cancellable);

  trib_clock_clear (self->clock, &self->timer);
  trib_clock_clear (self->clock, &self->limit);
  self->is_asked = FALSE;
  trib_link_watchdog_stop (self->watchdog);
  trib_link_service_unfollow (self->service);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
}

/* A redirect tells sooner than a poll, but one that leads elsewhere than this computer knows of
 * never comes: so every open link is asked for. */
static gboolean
is_polled (TribLinkSession *self)
{
  return self->state == TRIB_LINK_STATE_OUTSIDE || self->state == TRIB_LINK_STATE_OPEN;
}

/* Whether the page may still have something to say, which is more than a poll knows. */
static gboolean
may_redirect (TribLinkSession *self)
{
  return self->state == TRIB_LINK_STATE_OPEN && self->redirect != NULL &&
         ++self->n_linked < N_LINKED;
}

static gboolean
timer_cb (gpointer data)
{
  TribLinkSession *self = data;

  self->timer = 0;
  trib_link_session_ask_now (self);
  return G_SOURCE_REMOVE;
}

static void
polled (TribLinkSession *self, const TribLinkCheck *check, gboolean is_asked)
{
  TribLinkTruth truth = check != NULL ? check->truth : TRIB_LINK_TRUTH_UNKNOWN;

  if (truth != TRIB_LINK_TRUTH_LINKED)
    self->n_linked = 0;
  if (truth == TRIB_LINK_TRUTH_LINKED && (is_asked || (!self->was_linked && !may_redirect (self))))
    trib_link_session_finish (self, TRIB_LINK_EVENT_POLL_LINKED, TRIB_LINK_OUTCOME_CONNECTED);
  else if (truth == TRIB_LINK_TRUTH_GONE)
    trib_link_session_finish (self, TRIB_LINK_EVENT_POLL_GONE, TRIB_LINK_OUTCOME_GONE);
}

/* Codat answered a question that nobody waits for. */
static void
followed_cb (const TribLinkCheck *check, gpointer data)
{
  g_autoptr (TribLinkSession) self = g_object_ref (data);
  TribLinkState state = self->state;

  if (check != NULL)
    trib_link_session_take_check (self, trib_link_check_copy (check));
  /* Whoever heard of the check may have moved the session on. */
  if (self->state == state && is_polled (self))
    polled (self, check, FALSE);
}

/* Whether to ask again: for a while after a redirect that said yes, and when there was no answer.
 */
static gboolean
wants_another_try (TribLinkSession *self, TribLinkCheck *check, TribLinkOutcome outcome)
{
  gboolean patient = self->claim == TRIB_LINK_OUTCOME_CONNECTED;

  if (self->hurry || self->step >= (patient ? N_PATIENT : N_IMPATIENT))
    return FALSE;
  return check == NULL || outcome == TRIB_LINK_OUTCOME_NOT_CONFIRMED;
}

static void
confirmed (TribLinkSession *self, TribLinkCheck *check, GError *error)
{
  TribLinkOutcome outcome;

  /* Where no page ever came, nobody can have signed in. */
  if (check != NULL)
    outcome = trib_link_outcome_settle (self->claim, check->truth);
  else if (self->claim == TRIB_LINK_OUTCOME_NO_NETWORK && !self->was_shown)
    outcome = TRIB_LINK_OUTCOME_NO_NETWORK;
  else
    outcome = TRIB_LINK_OUTCOME_UNCERTAIN;
  if (wants_another_try (self, check, outcome)) {
    self->timer =
        trib_clock_add_timeout (self->clock, confirm_delays[self->step++], timer_cb, self, NULL);
    return;
  }
  if (error != NULL)
    trib_link_session_take_error (self, g_error_copy (error));
  trib_link_session_finish (self, TRIB_LINK_EVENT_SETTLED, outcome);
}

static void
check_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (GError) error = NULL;
  TribLinkCheck *check = trib_link_service_check_finish (call->service, result, &error);
  g_autoptr (TribLinkSession) self = call_end (call);
  TribLinkState state;

  if (self == NULL) {
    trib_link_check_free (check);
    return;
  }
  state = self->state;
  if (error != NULL)
    g_debug ("A check failed: %s", error->message);
  if (check != NULL)
    trib_link_session_take_check (self, check);
  /* Whoever heard of the check may have moved the session on. */
  if (self->state != state || self->cancellable != NULL)
    return;
  if (state == TRIB_LINK_STATE_CONFIRMING)
    confirmed (self, check, error);
  else if (is_polled (self))
    polled (self, check, !self->is_hint);
  if (is_polled (self))
    trib_link_session_tell_unchanged (self, check != NULL);
}

/* Asks Codat at once, unless it is being asked. */
void
trib_link_session_ask_now (TribLinkSession *self)
{
  Call *call;

  trib_clock_clear (self->clock, &self->timer);
  self->is_hint = FALSE;
  if (self->cancellable != NULL)
    return;
  call = call_new (self);
  trib_link_service_check_async (self->service, self->connection_id, call->cancellable, check_cb,
                                 call);
}

/* Where no redirect is set, a sign-in ends on a page of Codat's own, whose address nobody promises:
 * each further page of the link's host is a reason to ask, and the answer is the truth. */
void
trib_link_session_heed_page (TribLinkSession *self, const char *uri)
{
  if (!trib_link_session_note_page (self, uri) || self->redirect != NULL ||
      self->cancellable != NULL)
    return;
  trib_link_session_ask_now (self);
  self->is_hint = TRUE;
}

/* No answer in time is no answer: nobody knows. */
static gboolean
confirm_limit_cb (gpointer data)
{
  TribLinkSession *self = data;

  self->limit = 0;
  trib_link_session_finish (self, TRIB_LINK_EVENT_SETTLED, TRIB_LINK_OUTCOME_UNCERTAIN);
  return G_SOURCE_REMOVE;
}

static void
begin_confirming (TribLinkSession *self)
{
  self->hurry = FALSE;
  self->step = 0;
  self->limit =
      trib_clock_add_timeout (self->clock, CONFIRM_LIMIT * 1000, confirm_limit_cb, self, NULL);
  trib_link_session_ask_now (self);
}

/* Asks about the same claim once more; the words of the page are still there. */
void
trib_link_session_confirm_again (TribLinkSession *self)
{
  g_autoptr (TribLinkSession) keep = g_object_ref (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (trib_link_session_advance (self, TRIB_LINK_EVENT_CHECK_AGAIN)) {
    trib_link_session_clear_outcome (self);
    begin_confirming (self);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

/* Something says that it is over: asks Codat whether that is true. */
void
trib_link_session_confirm (TribLinkSession *self, TribLinkEvent event, TribLinkOutcome claim)
{
  /* A page that hears of it may let go of the session; a timer holds nothing. */
  g_autoptr (TribLinkSession) keep = g_object_ref (self);

  self->claim = claim;
  if (trib_link_session_advance (self, event) && self->state == TRIB_LINK_STATE_CONFIRMING)
    begin_confirming (self);
}

static gboolean
limit_cb (gpointer data)
{
  TribLinkSession *self = data;

  self->limit = 0;
  trib_link_session_confirm (self, TRIB_LINK_EVENT_EXPIRE, TRIB_LINK_OUTCOME_TIMED_OUT);
  return G_SOURCE_REMOVE;
}

/* A link is open: limits its time, and follows what Codat says of it. */
void
trib_link_session_watch (TribLinkSession *self)
{
  guint seconds = TIME_LIMIT;

  /* In a browser it may be begun as long as the link works. */
  if (self->state == TRIB_LINK_STATE_OUTSIDE)
    seconds += self->life;
  self->n_linked = 0;
  self->limit = trib_clock_add_timeout (self->clock, seconds * 1000, limit_cb, self, NULL);
  if (self->state == TRIB_LINK_STATE_OPEN)
    trib_link_watchdog_start (self->watchdog);
  trib_link_service_follow (self->service, self->connection_id, followed_cb, self);
}
