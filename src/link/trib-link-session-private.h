/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-session.h"
#include "trib-link-state.h"

G_BEGIN_DECLS

struct _TribLinkSession {
  GObject parent_instance;

  TribLinkService *service;   /* (owned) */
  TribLinkRedirect *redirect; /* (owned) (nullable) */
  TribClock *clock;           /* (owned) */
  char *company_id;           /* (owned) */
  char *connection_id;        /* (owned) (nullable) */
  gboolean allow_loopback;
  TribLinkWatchdog *watchdog; /* (owned): runs while a link is open in the view */
  TribLinkHistory *history;   /* (owned) */
  gboolean was_page_noted;    /* of this link */
  gboolean was_platform_noted;

  TribLinkState state;
  TribLinkOutcome outcome;
  guint link_serial;
  char *link_uri;         /* (owned) (nullable), a secret */
  char *nonce;            /* (owned) (nullable), a secret */
  TribLinkAnswer *answer; /* (owned) (nullable) */
  TribLinkCheck *check;   /* (owned) (nullable) */
  GError *error;          /* (owned) (nullable) */

  GCancellable *cancellable; /* (owned) (nullable): of the one call in flight */
  gboolean outside;          /* whether the next link is for the system browser */
  TribLinkOutcome claim;     /* what is being confirmed */
  gboolean is_hint;          /* a page made us ask, and no person */
  gboolean is_asked;         /* a person waits for the answer of a check */
  gboolean hurry;            /* the person does not want to wait for more checks */
  guint step;                /* which try */
  guint n_linked;            /* how many polls in a row said that it is linked */
  gboolean was_linked;       /* before this link was opened */
  gboolean was_shown;        /* whether there was a page before the problem */
  guint timer;               /* for the next try */
  guint life;                /* how long the link works, in seconds */
  guint limit;               /* for the end of the time limit of the state */
};

/* What the steps in trib-link-session-steps.c ask of the object… */
gboolean trib_link_session_advance (TribLinkSession *self, TribLinkEvent event);
void trib_link_session_clear_result (TribLinkSession *self);
void trib_link_session_clear_outcome (TribLinkSession *self);
void trib_link_session_finish (TribLinkSession *self, TribLinkEvent event, TribLinkOutcome outcome);
void trib_link_session_take_ticket (TribLinkSession *self, TribLinkTicket *ticket, char *nonce);
void trib_link_session_take_check (TribLinkSession *self, TribLinkCheck *check);
void trib_link_session_tell_unchanged (TribLinkSession *self, gboolean is_answered);
void trib_link_session_take_error (TribLinkSession *self, GError *error);
void trib_link_session_note_opened (TribLinkSession *self);
gboolean trib_link_session_note_page (TribLinkSession *self, const char *uri);
void trib_link_session_note_returned (TribLinkSession *self);
void trib_link_session_note_ended (TribLinkSession *self);

/* …and what it asks of them. */
void trib_link_session_stop_waiting (TribLinkSession *self);
void trib_link_session_fetch (TribLinkSession *self);
void trib_link_session_confirm (TribLinkSession *self, TribLinkEvent event, TribLinkOutcome claim);
void trib_link_session_confirm_again (TribLinkSession *self);
void trib_link_session_watch (TribLinkSession *self);
void trib_link_session_ask_now (TribLinkSession *self);
void trib_link_session_heed_page (TribLinkSession *self, const char *uri);

G_END_DECLS
