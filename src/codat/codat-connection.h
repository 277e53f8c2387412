/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-enums.h"

G_BEGIN_DECLS

/* One entry of Connection.dataConnectionErrors; the strings belong to the connection. */
typedef struct {
  const char *status_code; /* (nullable): a string in the contract */
  const char *status_text; /* (nullable) */
  const char *message;     /* (nullable) */
  GDateTime *errored_on;   /* (nullable) */
  GDateTime *resolved_on;  /* (nullable) */
  gboolean is_active;      /* status is "Active" */
} CodatConnectionFault;

#define CODAT_TYPE_CONNECTION (codat_connection_get_type ())

G_DECLARE_FINAL_TYPE (CodatConnection, codat_connection, CODAT, CONNECTION, GObject)

/* Immutable. Getters return borrowed values; (nullable) unless said. */
const char *codat_connection_get_id (CodatConnection *self); /* not nullable, a GUID */
const char *codat_connection_get_integration_id (CodatConnection *self);
const char *codat_connection_get_integration_key (CodatConnection *self);
const char *codat_connection_get_source_id (CodatConnection *self);
const char *
codat_connection_get_platform_name (CodatConnection *self); /* not nullable, may be "" */
const char *
codat_connection_get_link_url (CodatConnection *self); /* a secret: never stored or logged */
CodatConnectionStatus codat_connection_get_status (CodatConnection *self);
const char *codat_connection_get_status_text (CodatConnection *self); /* not nullable: as it came */
CodatSourceType codat_connection_get_source_type (CodatConnection *self);
GDateTime *codat_connection_get_created (CodatConnection *self);
GDateTime *codat_connection_get_last_sync (CodatConnection *self);
guint codat_connection_get_n_faults (CodatConnection *self);
const CodatConnectionFault *codat_connection_get_fault (CodatConnection *self, guint position);
/* connectionInfo is a free object: its string members only. */
const char *codat_connection_get_info (CodatConnection *self, const char *name);

/* Reads one from JSON text, under the same rules as an answer; for a cache and for tests. */
CodatConnection *codat_connection_new_from_data (const char *json,
                                                 gssize length,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
