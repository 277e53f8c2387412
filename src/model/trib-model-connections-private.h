/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-company.h"
#include "trib-clock.h"

#include "trib-model-connections.h"
#include "trib-model-notes.h"
#include "trib-model-platforms.h"
#include "trib-model-watch.h"

G_BEGIN_DECLS

struct _TribModelConnections {
  TribModelRemoteList parent_instance;

  CodatClient *client;           /* (owned) */
  TribClock *clock;              /* (owned) */
  TribModelPlatforms *platforms; /* (owned) */
  TribModelNotes *notes;         /* (owned) */
  char *company_id;              /* (owned) */
  char *company_name;            /* (owned) */
  TribModelWatch *watch;         /* (owned): asks again and again */
  TribModelQuestion *question;   /* (owned) */
  guint n_attention;
  guint load; /* of the watch: somebody waits for an answer */
  guint n_followers;
  guint listener; /* of the watch, while it is followed */
  TribModelWatchKind kind;
  guint minute; /* a timer, while it is followed */
};

TribModelConnections *
trib_model_connections_new (CodatClient *client,
                            TribClock *clock,
                            TribModelWatch *watch,
                            TribModelPlatforms *platforms,
                            TribModelNotes *notes,
                            const char *company_id,
                            const char *company_name) G_GNUC_WARN_UNUSED_RESULT;
/* What the list of companies says of its connections. */
void trib_model_connections_take_company (TribModelConnections *self, CodatCompany *company);
/* What one answer says of one connection, new or known. */
void trib_model_connections_take_one (TribModelConnections *self, CodatConnection *value);
/* An answer: a GListModel of CodatConnection, or NULL and why not. */
void trib_model_connections_take_answer (TribModelConnections *self,
                                         GObject *answer,
                                         const GError *error);
/* Something is newer than an answer that may be under way. */
void trib_model_connections_outdate (TribModelConnections *self);
/* Asks as often as what the rows wait for is worth. */
void trib_model_connections_pace (TribModelConnections *self);
void trib_model_connections_stop_asking (TribModelConnections *self);
/* The status of the one that most needs somebody. */
TribModelStatus trib_model_connections_get_status (TribModelConnections *self);

/* When the newest of them was read: (nullable), borrowed. */
GDateTime *trib_model_connections_get_last_sync (TribModelConnections *self);

/* Signal "changed" (run-last): what a company shows of its connections may be different now. */

G_END_DECLS
