/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-session.h"

#include "trib-link-secret.h"
#include "trib-link-session-private.h"

/* One sign-in attempt, from the wish to what Codat says came of it. Owned by the model of the page
 * that shows it; main thread only. Every word from a page is a claim that is checked. */

G_DEFINE_FINAL_TYPE (TribLinkSession, trib_link_session, G_TYPE_OBJECT)

typedef enum {
  PROP_STATE = 1,
  PROP_OUTCOME,
  PROP_CONNECTION_ID,
  PROP_LINK_SERIAL,
} Property;

static GParamSpec *props[PROP_LINK_SERIAL + 1];

enum { SIGNAL_ENDED, SIGNAL_CHECKED, SIGNAL_UNCHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
clear_secrets (TribLinkSession *self)
{
  trib_link_secret_clear (&self->link_uri);
  trib_link_secret_clear (&self->nonce);
}

void
trib_link_session_clear_result (TribLinkSession *self)
{
  g_clear_pointer (&self->answer, trib_link_answer_unref);
  g_clear_pointer (&self->check, trib_link_check_free);
  trib_link_session_clear_outcome (self);
}

/* What the page said stays: it is what is confirmed. */
void
trib_link_session_clear_outcome (TribLinkSession *self)
{
  g_clear_error (&self->error);
  if (self->outcome == TRIB_LINK_OUTCOME_NONE)
    return;
  self->outcome = TRIB_LINK_OUTCOME_NONE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTCOME]);
}

/* Moves to the state that the table names for the event; whatever the old state waited for is
 * forgotten, and a link is good for one opening only. */
gboolean
trib_link_session_advance (TribLinkSession *self, TribLinkEvent event)
{
  TribLinkState old = self->state;
  TribLinkState next;

  if (!trib_link_state_next (old, event, &next))
    return FALSE;
  if (next == old)
    return TRUE;
  trib_link_session_stop_waiting (self);
  if (next != TRIB_LINK_STATE_OPEN && next != TRIB_LINK_STATE_OUTSIDE)
    clear_secrets (self);
  self->state = next;
  g_debug ("The sign-in goes from state %d to %d", (int) old, (int) next);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
  return TRUE;
}

void
trib_link_session_finish (TribLinkSession *self, TribLinkEvent event, TribLinkOutcome outcome)
{
  g_autoptr (TribLinkSession) keep = g_object_ref (self);
  gboolean ended;

  g_object_freeze_notify (G_OBJECT (self));
  ended = trib_link_session_advance (self, event);
  if (ended) {
    self->outcome = outcome;
    trib_link_session_note_ended (self);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTCOME]);
  }
  g_object_thaw_notify (G_OBJECT (self));
  /* A handler of the notification may have begun anew. */
  if (ended && self->state == TRIB_LINK_STATE_ENDED)
    g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

void
trib_link_session_take_ticket (TribLinkSession *self, TribLinkTicket *ticket, char *nonce)
{
  TribLinkEvent event =
      self->outside ? TRIB_LINK_EVENT_TICKET_READY_OUTSIDE : TRIB_LINK_EVENT_TICKET_READY;

  g_object_freeze_notify (G_OBJECT (self));
  clear_secrets (self);
  self->was_linked = ticket->is_linked;
  self->life = ticket->life;
  if (g_strcmp0 (self->connection_id, ticket->connection_id) != 0) {
    g_free (self->connection_id);
    self->connection_id = g_strdup (ticket->connection_id);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONNECTION_ID]);
  }
  self->nonce = nonce;
  if (nonce == NULL)
    self->link_uri = g_steal_pointer (&ticket->uri);
  else
    self->link_uri = trib_link_secret_append (
        ticket->uri, trib_link_redirect_get_state_name (self->redirect), nonce);
  if (trib_link_session_advance (self, event)) {
    self->link_serial++;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINK_SERIAL]);
    trib_link_session_watch (self);
    trib_link_session_note_opened (self);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

void
trib_link_session_take_check (TribLinkSession *self, TribLinkCheck *check)
{
  g_clear_pointer (&self->check, trib_link_check_free);
  self->check = check;
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

/* Tells a person who asked, and nobody else, that it goes on as before. */
void
trib_link_session_tell_unchanged (TribLinkSession *self, gboolean is_answered)
{
  if (!self->is_asked)
    return;
  self->is_asked = FALSE;
  g_signal_emit (self, signals[SIGNAL_UNCHANGED], 0, is_answered);
}

void
trib_link_session_take_error (TribLinkSession *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
}

static void
trib_link_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribLinkSession *self = TRIB_LINK_SESSION (object);

  switch ((Property) id) {
  case PROP_STATE:
    g_value_set_enum (value, (int) self->state);
    break;
  case PROP_OUTCOME:
    g_value_set_enum (value, (int) self->outcome);
    break;
  case PROP_CONNECTION_ID:
    g_value_set_string (value, self->connection_id);
    break;
  case PROP_LINK_SERIAL:
    g_value_set_uint (value, self->link_serial);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_link_session_dispose (GObject *object)
{
  TribLinkSession *self = TRIB_LINK_SESSION (object);

  if (self->clock != NULL)
    trib_link_session_stop_waiting (self);
  clear_secrets (self);
  g_clear_object (&self->watchdog);
  g_clear_object (&self->history);
  g_clear_object (&self->service);
  g_clear_object (&self->redirect);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (trib_link_session_parent_class)->dispose (object);
}

static void
trib_link_session_finalize (GObject *object)
{
  TribLinkSession *self = TRIB_LINK_SESSION (object);

  g_free (self->company_id);
  g_free (self->connection_id);
  g_clear_pointer (&self->answer, trib_link_answer_unref);
  g_clear_pointer (&self->check, trib_link_check_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (trib_link_session_parent_class)->finalize (object);
}

static void
trib_link_session_class_init (TribLinkSessionClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_link_session_get_property;
  object_class->dispose = trib_link_session_dispose;
  object_class->finalize = trib_link_session_finalize;
  props[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, TRIB_LINK_TYPE_STATE, TRIB_LINK_STATE_IDLE, flags);
  props[PROP_OUTCOME] = g_param_spec_enum ("outcome", NULL, NULL, TRIB_LINK_TYPE_OUTCOME,
                                           TRIB_LINK_OUTCOME_NONE, flags);
  props[PROP_CONNECTION_ID] = g_param_spec_string ("connection-id", NULL, NULL, NULL, flags);
  props[PROP_LINK_SERIAL] = g_param_spec_uint ("link-serial", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  /**
   * TribLinkSession::ended:
   * @self: a session
   *
   * It is over; the outcome says how.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", TRIB_LINK_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TribLinkSession::checked:
   * @self: a session
   *
   * Codat answered a check; whether that ends the session follows.
   */
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", TRIB_LINK_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TribLinkSession::unchanged:
   * @self: a session
   * @is_answered: %FALSE when Codat could not be asked
   *
   * What a person asked for with [method@TribLink.Session.check_now] has ended nothing.
   */
  signals[SIGNAL_UNCHANGED] = g_signal_new ("unchanged", TRIB_LINK_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
trib_link_session_init (TribLinkSession *self)
{
}

/**
 * trib_link_session_new:
 * @service: gives links and the truth
 * @redirect: (nullable): how the end of a sign-in looks; without one an open link is polled
 * @company_id: whose connection
 * @connection_id: (nullable): which connection, or %NULL when the service shall make one
 * @allow_loopback: whether http on this computer is legal
 * @clock: for every wait
 *
 * Returns: (transfer full): a sign-in that has not begun
 */
TribLinkSession *
trib_link_session_new (TribLinkService *service,
                       TribLinkRedirect *redirect,
                       const char *company_id,
                       const char *connection_id,
                       gboolean allow_loopback,
                       TribClock *clock)
{
  TribLinkSession *self;

  g_return_val_if_fail (TRIB_LINK_IS_SERVICE (service), NULL);
  g_return_val_if_fail (redirect == NULL || TRIB_LINK_IS_REDIRECT (redirect), NULL);
  g_return_val_if_fail (company_id != NULL, NULL);
  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  self = g_object_new (TRIB_LINK_TYPE_SESSION, NULL);
  self->service = g_object_ref (service);
  g_set_object (&self->redirect, redirect);
  self->company_id = g_strdup (company_id);
  self->connection_id = g_strdup (connection_id);
  self->allow_loopback = allow_loopback;
  self->clock = g_object_ref (clock);
  self->watchdog = trib_link_watchdog_new (clock);
  self->history = trib_link_history_new ();
  g_signal_connect_object (self->watchdog, "page", G_CALLBACK (trib_link_session_heed_page), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * trib_link_session_get_state:
 * @self: a session
 *
 * Returns: where the sign-in stands
 */
TribLinkState
trib_link_session_get_state (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), TRIB_LINK_STATE_IDLE);
  return self->state;
}

/**
 * trib_link_session_get_outcome:
 * @self: a session
 *
 * Returns: how it ended
 */
TribLinkOutcome
trib_link_session_get_outcome (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), TRIB_LINK_OUTCOME_NONE);
  return self->outcome;
}

/**
 * trib_link_session_get_connection_id:
 * @self: a session
 *
 * Returns: (nullable): the connection, once it is known
 */
const char *
trib_link_session_get_connection_id (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), NULL);
  return self->connection_id;
}

/**
 * trib_link_session_get_link_uri:
 * @self: a session
 *
 * Returns: (nullable): the open link, a secret that works once
 */
const char *
trib_link_session_get_link_uri (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), NULL);
  return self->link_uri;
}

/**
 * trib_link_session_get_link_serial:
 * @self: a session
 *
 * Returns: how many links there were
 */
guint
trib_link_session_get_link_serial (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), 0);
  return self->link_serial;
}

/**
 * trib_link_session_get_link_life:
 * @self: a session
 *
 * Returns: how long the open link works from its fetching on, in seconds
 */
guint
trib_link_session_get_link_life (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), 0);
  return self->life;
}

/**
 * trib_link_session_get_answer:
 * @self: a session
 *
 * Returns: (nullable) (transfer none): what the redirect claimed
 */
TribLinkAnswer *
trib_link_session_get_answer (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), NULL);
  return self->answer;
}

/**
 * trib_link_session_get_check:
 * @self: a session
 *
 * Returns: (nullable): the last thing that Codat said
 */
const TribLinkCheck *
trib_link_session_get_check (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), NULL);
  return self->check;
}

/**
 * trib_link_session_get_error:
 * @self: a session
 *
 * Returns: (nullable): why there is no link, or no answer
 */
const GError *
trib_link_session_get_error (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), NULL);
  return self->error;
}

/**
 * trib_link_session_get_watchdog:
 * @self: a session
 *
 * Returns: (transfer none): what notices that the open page is of no use
 */
TribLinkWatchdog *
trib_link_session_get_watchdog (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), NULL);
  return self->watchdog;
}

/**
 * trib_link_session_get_history:
 * @self: a session
 *
 * Returns: (transfer none): what has happened in it
 */
TribLinkHistory *
trib_link_session_get_history (TribLinkSession *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_SESSION (self), NULL);
  return self->history;
}
