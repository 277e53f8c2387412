/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-model-connection.h"
#include "trib-model-remote-list.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_CONNECTIONS (trib_model_connections_get_type ())

G_DECLARE_FINAL_TYPE (
    TribModelConnections, trib_model_connections, TRIB_MODEL, CONNECTIONS, TribModelRemoteList)

/* The connections of one company: a GListModel of TribModelConnection, needing attention first,
 * then waiting, connected, past. Properties (read-only, notify): "state", "problem", "n-attention".
 */
TribModelState trib_model_connections_get_state (TribModelConnections *self);
TribModelProblem *trib_model_connections_get_problem (TribModelConnections *self);
/* Loads, or loads again: rows keep their objects. */
void trib_model_connections_load (TribModelConnections *self);
/* Asks again and again while somebody looks; each call of follow needs one of unfollow. */
void trib_model_connections_follow (TribModelConnections *self);
void trib_model_connections_unfollow (TribModelConnections *self);
TribModelConnection *
trib_model_connections_find (TribModelConnections *self,
                             const char *connection_id); /* (nullable), borrowed */
/* B9: the connection that a platform's tile speaks of: Linked first, then attention, then waiting;
 * (nullable), borrowed. */
TribModelConnection *trib_model_connections_find_for_platform (TribModelConnections *self,
                                                               TribModelPlatform *platform);
/* G12: the accounting connection that stands in the way of another one; (nullable), borrowed. */
TribModelConnection *trib_model_connections_get_accounting (TribModelConnections *self);

G_END_DECLS
