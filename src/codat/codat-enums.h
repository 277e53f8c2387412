/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CodatConnectionStatus:
 * @CODAT_CONNECTION_STATUS_UNKNOWN: a word that this version does not know
 *
 * Connection.status. What is not known keeps its own words in
 * [method@Codat.Connection.get_status_text].
 */
typedef enum {
  CODAT_CONNECTION_STATUS_UNKNOWN,
  CODAT_CONNECTION_STATUS_PENDING_AUTH,
  CODAT_CONNECTION_STATUS_LINKED,
  CODAT_CONNECTION_STATUS_UNLINKED,
  CODAT_CONNECTION_STATUS_DEAUTHORIZED,
} CodatConnectionStatus;

/**
 * CodatSourceType:
 * @CODAT_SOURCE_TYPE_UNKNOWN: absent, "Unknown", or a word that this version does not know
 *
 * Connection.sourceType and Integration.sourceType.
 */
typedef enum {
  CODAT_SOURCE_TYPE_UNKNOWN,
  CODAT_SOURCE_TYPE_ACCOUNTING,
  CODAT_SOURCE_TYPE_BANKING,
  CODAT_SOURCE_TYPE_BANK_FEED,
  CODAT_SOURCE_TYPE_COMMERCE,
  CODAT_SOURCE_TYPE_EXPENSE,
  CODAT_SOURCE_TYPE_OTHER,
} CodatSourceType;

/**
 * CodatDatasetStatus:
 *
 * The 21 states of a dataset, and one for words that this version does not know.
 */
typedef enum {
  CODAT_DATASET_STATUS_UNKNOWN,
  CODAT_DATASET_STATUS_INITIAL,
  CODAT_DATASET_STATUS_QUEUED,
  CODAT_DATASET_STATUS_FETCHING,
  CODAT_DATASET_STATUS_MAP_QUEUED,
  CODAT_DATASET_STATUS_MAPPING,
  CODAT_DATASET_STATUS_COMPLETE,
  CODAT_DATASET_STATUS_FETCH_ERROR,
  CODAT_DATASET_STATUS_MAP_ERROR,
  CODAT_DATASET_STATUS_INTERNAL_ERROR,
  CODAT_DATASET_STATUS_PROCESSING_QUEUED,
  CODAT_DATASET_STATUS_PROCESSING,
  CODAT_DATASET_STATUS_PROCESSING_ERROR,
  CODAT_DATASET_STATUS_VALIDATION_QUEUED,
  CODAT_DATASET_STATUS_VALIDATING,
  CODAT_DATASET_STATUS_VALIDATION_ERROR,
  CODAT_DATASET_STATUS_AUTH_ERROR,
  CODAT_DATASET_STATUS_CANCELLED,
  CODAT_DATASET_STATUS_NOT_SUPPORTED,
  CODAT_DATASET_STATUS_RATE_LIMIT_ERROR,
  CODAT_DATASET_STATUS_PERMISSIONS_ERROR,
  CODAT_DATASET_STATUS_PREREQUISITE_NOT_MET,
} CodatDatasetStatus;

CodatConnectionStatus codat_connection_status_from_string (const char *text);
const char *codat_connection_status_to_string (CodatConnectionStatus status);
CodatSourceType codat_source_type_from_string (const char *text);
const char *codat_source_type_to_string (CodatSourceType type);
CodatDatasetStatus codat_dataset_status_from_string (const char *text);
const char *codat_dataset_status_to_string (CodatDatasetStatus status);
gboolean codat_dataset_status_is_final (CodatDatasetStatus status);

G_END_DECLS
