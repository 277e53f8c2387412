/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-enums.h"

G_BEGIN_DECLS

#define CODAT_TYPE_DATA_STATUS (codat_data_status_get_type ())

G_DECLARE_FINAL_TYPE (CodatDataStatus, codat_data_status, CODAT, DATA_STATUS, GObject)

/* Immutable: the state of one data type of a company. */
const char *codat_data_status_get_data_type (CodatDataStatus *self); /* not nullable */
CodatDatasetStatus codat_data_status_get_status (CodatDataStatus *self);
const char *
codat_data_status_get_status_text (CodatDataStatus *self); /* not nullable: as it came */
GDateTime *codat_data_status_get_last_successful_sync (CodatDataStatus *self);

/* Reads one from JSON text, under the same rules as an answer; for a cache and for tests. */
CodatDataStatus *codat_data_status_new_from_data (const char *json,
                                                  gssize length,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
