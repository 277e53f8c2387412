/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The ends that leave in doubt whether a change was made. */
typedef enum {
  AMBIGUITY_CUT_BEFORE, /* the request comes, and nothing is done */
  AMBIGUITY_CUT_MIDDLE, /* half of the request comes */
  AMBIGUITY_CUT_AFTER,  /* it is done, and the answer is lost */
  AMBIGUITY_FAILED,     /* it is done, and the answer is 500, kept for the key */
  AMBIGUITY_LATE,       /* no answer, and it is done when the next one comes */
  AMBIGUITY_KILLED,     /* the client dies before (first) or after (again) it is done */
  AMBIGUITY_N_ENDS,
} AmbiguityEnd;

/* Stands between a client and a server and spoils the end of the first change. It lives in the main
 * context of the test, and talks to the server while the loop stands still. */
typedef struct _AmbiguityProxy AmbiguityProxy;

const char *ambiguity_end_get_name (AmbiguityEnd end);
AmbiguityProxy *ambiguity_proxy_new (const char *server_url, AmbiguityEnd end);
void ambiguity_proxy_free (AmbiguityProxy *self);
const char *ambiguity_proxy_get_base_url (AmbiguityProxy *self);
/* Spoils the end of the next change too. */
void ambiguity_proxy_begin_again (AmbiguityProxy *self, AmbiguityEnd end);
/* Whether the victim is killed at its next request behind the spoilt end. */
void ambiguity_proxy_set_kills (AmbiguityProxy *self, gboolean kills);
void ambiguity_proxy_set_victim (AmbiguityProxy *self, GSubprocess *victim);
gboolean ambiguity_proxy_is_holding (AmbiguityProxy *self);
gboolean ambiguity_proxy_is_over (AmbiguityProxy *self);
guint ambiguity_proxy_get_n_changes (AmbiguityProxy *self);
/* Whether a key that was answered with 500 came again. */
gboolean ambiguity_proxy_saw_spent_key (AmbiguityProxy *self);
/* Sends what is still held to the server. */
void ambiguity_proxy_deliver_late (AmbiguityProxy *self);
/* Ends the connection that waits for an answer to it. */
void ambiguity_proxy_cut_held (AmbiguityProxy *self);

G_END_DECLS
