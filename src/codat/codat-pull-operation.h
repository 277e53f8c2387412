/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-enums.h"

G_BEGIN_DECLS

#define CODAT_TYPE_PULL_OPERATION (codat_pull_operation_get_type ())

G_DECLARE_FINAL_TYPE (CodatPullOperation, codat_pull_operation, CODAT, PULL_OPERATION, GObject)

/* Immutable. Getters return borrowed values; (nullable) unless said. */
const char *codat_pull_operation_get_id (CodatPullOperation *self); /* not nullable, a GUID */
const char *codat_pull_operation_get_company_id (CodatPullOperation *self);
const char *codat_pull_operation_get_connection_id (CodatPullOperation *self);
const char *codat_pull_operation_get_data_type (CodatPullOperation *self);   /* not nullable */
const char *codat_pull_operation_get_status_text (CodatPullOperation *self); /* not nullable */
CodatDatasetStatus codat_pull_operation_get_status (CodatPullOperation *self);
const char *codat_pull_operation_get_status_description (CodatPullOperation *self);
const char *codat_pull_operation_get_error_message (CodatPullOperation *self);
GDateTime *codat_pull_operation_get_requested (CodatPullOperation *self);
GDateTime *codat_pull_operation_get_completed (CodatPullOperation *self);
gint64 codat_pull_operation_get_progress (CodatPullOperation *self); /* -1 when unknown */
gboolean codat_pull_operation_get_is_completed (CodatPullOperation *self);
gboolean codat_pull_operation_get_is_errored (CodatPullOperation *self);

/* Reads one from JSON text, under the same rules as an answer; for a cache and for tests. */
CodatPullOperation *codat_pull_operation_new_from_data (const char *json,
                                                        gssize length,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
