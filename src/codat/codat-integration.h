/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-enums.h"

G_BEGIN_DECLS

#define CODAT_TYPE_INTEGRATION (codat_integration_get_type ())

G_DECLARE_FINAL_TYPE (CodatIntegration, codat_integration, CODAT, INTEGRATION, GObject)

/* Immutable. Getters return borrowed values; (nullable) unless said. */
const char *codat_integration_get_key (CodatIntegration *self);  /* not nullable, not empty */
const char *codat_integration_get_name (CodatIntegration *self); /* not nullable */
const char *codat_integration_get_logo_url (CodatIntegration *self);
gboolean codat_integration_get_enabled (CodatIntegration *self);
const char *codat_integration_get_source_id (CodatIntegration *self);
const char *codat_integration_get_integration_id (CodatIntegration *self);
CodatSourceType codat_integration_get_source_type (CodatIntegration *self);
const char *codat_integration_get_source_type_text (CodatIntegration *self);
gboolean codat_integration_get_is_beta (CodatIntegration *self);
gboolean codat_integration_get_is_offline_connector (CodatIntegration *self);
const char *codat_integration_get_data_provided_by (CodatIntegration *self);

/* One that is not on the list, with what a connection tells of it. */
CodatIntegration *codat_integration_new_unlisted (const char *key, /* (nullable) */
                                                  CodatSourceType source_type,
                                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Reads one from JSON text, under the same rules as an answer; for a cache and for tests. */
CodatIntegration *codat_integration_new_from_data (const char *json,
                                                   gssize length,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
