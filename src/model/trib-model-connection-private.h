/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"
#include "trib-clock.h"

#include "trib-model-connection.h"
#include "trib-model-notes.h"
#include "trib-model-watch.h"

G_BEGIN_DECLS

struct _TribModelConnection {
  GObject parent_instance;

  CodatClient *client;         /* (owned) */
  TribClock *clock;            /* (owned) */
  TribModelWatch *watch;       /* (owned) */
  TribModelNotes *notes;       /* (owned) */
  char *company_id;            /* (owned) */
  char *company_name;          /* (owned) */
  CodatConnection *value;      /* (owned): the last answer */
  TribModelPlatform *platform; /* (owned) (nullable) */
  TribModelStatus status;
  char *platform_name;       /* (owned) */
  char *status_text;         /* (owned) */
  char *subtitle;            /* (owned) */
  char *connected_on;        /* (owned) (nullable) */
  char *last_sync;           /* (owned) */
  char *fault;               /* (owned) (nullable) */
  char *former;              /* (owned) (nullable) */
  TribModelRequest *request; /* (owned) (nullable) */
  TribModelProblem *problem; /* (owned) (nullable) */
  guint n_busy;
  guint undo_timer;
  guint check; /* of the watch: somebody waits for an answer */
  gboolean is_awaited;
};

TribModelConnection *trib_model_connection_new (CodatClient *client,
                                                TribModelWatch *watch,
                                                TribModelNotes *notes,
                                                const char *company_id,
                                                const char *company_name) G_GNUC_WARN_UNUSED_RESULT;
/* A newer answer about the same connection, and its platform (nullable). */
void trib_model_connection_take (TribModelConnection *self,
                                 CodatConnection *value,
                                 TribModelPlatform *platform);
/* Compares with what this computer knows of it. */
void trib_model_connection_heed_notes (TribModelConnection *self);
CodatConnection *trib_model_connection_get_value (TribModelConnection *self);
void trib_model_connection_set_platform (TribModelConnection *self, TribModelPlatform *platform);
GDateTime *trib_model_connection_get_last_sync (TribModelConnection *self); /* (nullable) */

/* Says anew whether it is waited for. */
void trib_model_connection_tell (TribModelConnection *self);

/* Its words, in trib-model-connection-words.c; (transfer full). */
char *trib_model_connection_describe (TribModelConnection *self) G_GNUC_WARN_UNUSED_RESULT;
char *trib_model_connection_describe_status (CodatConnection *value,
                                             TribModelStatus status) G_GNUC_WARN_UNUSED_RESULT;
char *trib_model_connection_find_name (CodatConnection *value,
                                       TribModelPlatform *platform) G_GNUC_WARN_UNUSED_RESULT;
/* When the sign-in was begun that is written down, in microseconds, or 0. */
gint64 trib_model_connection_get_sign_in (TribModelConnection *self);

/* What the acts ask of the object. */
void trib_model_connection_set_check (TribModelConnection *self, guint check);
void trib_model_connection_take_problem (TribModelConnection *self, TribModelProblem *problem);
void trib_model_connection_set_problem (TribModelConnection *self, const GError *error);
void trib_model_connection_add_busy (TribModelConnection *self, int difference);
void trib_model_connection_set_undo_timer (TribModelConnection *self, guint timer);
void trib_model_connection_emit_gone (TribModelConnection *self);

/* Signal "gone" (run-last): the server has no such connection any more. */

G_END_DECLS
