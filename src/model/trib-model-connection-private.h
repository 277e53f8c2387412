/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"
#include "trib-clock.h"

#include "trib-model-connection.h"
#include "trib-model-notes.h"

G_BEGIN_DECLS

struct _TribModelConnection {
  GObject parent_instance;

  CodatClient *client;         /* (owned) */
  TribClock *clock;            /* (owned) */
  TribModelNotes *notes;       /* (owned) */
  char *company_id;            /* (owned) */
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
};

TribModelConnection *trib_model_connection_new (CodatClient *client,
                                                TribModelNotes *notes,
                                                const char *company_id) G_GNUC_WARN_UNUSED_RESULT;
/* A newer answer about the same connection, and its platform (nullable). */
void trib_model_connection_take (TribModelConnection *self,
                                 CodatConnection *value,
                                 TribModelPlatform *platform);
/* Compares with what this computer knows of it. */
void trib_model_connection_heed_notes (TribModelConnection *self);
CodatConnection *trib_model_connection_get_value (TribModelConnection *self);
void trib_model_connection_set_platform (TribModelConnection *self, TribModelPlatform *platform);
GDateTime *trib_model_connection_get_last_sync (TribModelConnection *self); /* (nullable) */

/* What the acts in trib-model-connection-acts.c ask of the object. */
void trib_model_connection_set_problem (TribModelConnection *self, const GError *error);
void trib_model_connection_add_busy (TribModelConnection *self, int difference);
void trib_model_connection_set_undo_timer (TribModelConnection *self, guint timer);
void trib_model_connection_emit_gone (TribModelConnection *self);

/* Signal "gone" (run-last): the server has no such connection any more. */

G_END_DECLS
