/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-company.h"
#include "trib-clock.h"

#include "trib-model-connections.h"
#include "trib-model-notes.h"
#include "trib-model-platforms.h"

G_BEGIN_DECLS

struct _TribModelConnections {
  TribModelRemoteList parent_instance;

  CodatClient *client;           /* (owned) */
  TribClock *clock;              /* (owned) */
  TribModelPlatforms *platforms; /* (owned) */
  TribModelNotes *notes;         /* (owned) */
  char *company_id;              /* (owned) */
  guint n_attention;
  gboolean loading;
  gboolean again;
};

TribModelConnections *trib_model_connections_new (CodatClient *client,
                                                  TribClock *clock,
                                                  TribModelPlatforms *platforms,
                                                  TribModelNotes *notes,
                                                  const char *company_id) G_GNUC_WARN_UNUSED_RESULT;
/* What the list of companies says of its connections. */
void trib_model_connections_take_company (TribModelConnections *self, CodatCompany *company);
/* What one answer says of one connection, new or known. */
void trib_model_connections_take_one (TribModelConnections *self, CodatConnection *value);
/* The status of the one that most needs somebody. */
TribModelStatus trib_model_connections_get_status (TribModelConnections *self);

/* When the newest of them was read: (nullable), borrowed. */
GDateTime *trib_model_connections_get_last_sync (TribModelConnections *self);

/* Signal "changed" (run-last): what a company shows of its connections may be different now. */

G_END_DECLS
