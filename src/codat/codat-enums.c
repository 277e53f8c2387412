/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-enums.h"

#define UNKNOWN 0

/* The words of the contract, each at the place of its value; what is not there is UNKNOWN. */
static const char *const connection_words[] = { NULL, "PendingAuth", "Linked", "Unlinked",
                                                "Deauthorized" };

static const char *const source_words[] = { NULL,       "Accounting", "Banking", "BankFeed",
                                            "Commerce", "Expense",    "Other" };

static const char *const dataset_words[] = {
  NULL,
  "Initial",
  "Queued",
  "Fetching",
  "MapQueued",
  "Mapping",
  "Complete",
  "FetchError",
  "MapError",
  "InternalError",
  "ProcessingQueued",
  "Processing",
  "ProcessingError",
  "ValidationQueued",
  "Validating",
  "ValidationError",
  "AuthError",
  "Cancelled",
  "NotSupported",
  "RateLimitError",
  "PermissionsError",
  "PrerequisiteNotMet",
};

static guint
find_word (const char *const *words, guint length, const char *text)
{
  for (guint i = 1; i < length; i++) {
    if (g_strcmp0 (words[i], text) == 0)
      return i;
  }
  return UNKNOWN;
}

static const char *
get_word (const char *const *words, guint length, guint value)
{
  return value > UNKNOWN && value < length ? words[value] : "Unknown";
}

/**
 * codat_connection_status_from_string:
 * @text: (nullable): Connection.status as it came
 *
 * Returns: its value, or %CODAT_CONNECTION_STATUS_UNKNOWN for any other word
 */
CodatConnectionStatus
codat_connection_status_from_string (const char *text)
{
  return find_word (connection_words, G_N_ELEMENTS (connection_words), text);
}

/**
 * codat_connection_status_to_string:
 * @status: a status
 *
 * Returns: (transfer none): its word in the contract, or "Unknown"
 */
const char *
codat_connection_status_to_string (CodatConnectionStatus status)
{
  return get_word (connection_words, G_N_ELEMENTS (connection_words), status);
}

/**
 * codat_source_type_from_string:
 * @text: (nullable): a sourceType as it came
 *
 * Returns: its value, or %CODAT_SOURCE_TYPE_UNKNOWN for any other word
 */
CodatSourceType
codat_source_type_from_string (const char *text)
{
  return find_word (source_words, G_N_ELEMENTS (source_words), text);
}

/**
 * codat_source_type_to_string:
 * @type: a kind of source
 *
 * Returns: (transfer none): its word in the contract, or "Unknown"
 */
const char *
codat_source_type_to_string (CodatSourceType type)
{
  return get_word (source_words, G_N_ELEMENTS (source_words), type);
}

/**
 * codat_dataset_status_from_string:
 * @text: (nullable): the status of a dataset as it came
 *
 * Returns: its value, or %CODAT_DATASET_STATUS_UNKNOWN for any other word
 */
CodatDatasetStatus
codat_dataset_status_from_string (const char *text)
{
  return find_word (dataset_words, G_N_ELEMENTS (dataset_words), text);
}

/**
 * codat_dataset_status_to_string:
 * @status: the status of a dataset
 *
 * Returns: (transfer none): its word in the contract, or "Unknown"
 */
const char *
codat_dataset_status_to_string (CodatDatasetStatus status)
{
  return get_word (dataset_words, G_N_ELEMENTS (dataset_words), status);
}

/**
 * codat_dataset_status_is_final:
 * @status: the status of a dataset
 *
 * Returns: whether nothing more will happen by itself; an unknown word counts as final, so that
 *   nobody waits for it for ever
 */
gboolean
codat_dataset_status_is_final (CodatDatasetStatus status)
{
  static const CodatDatasetStatus running[] = {
    CODAT_DATASET_STATUS_INITIAL,    CODAT_DATASET_STATUS_QUEUED,
    CODAT_DATASET_STATUS_FETCHING,   CODAT_DATASET_STATUS_MAP_QUEUED,
    CODAT_DATASET_STATUS_MAPPING,    CODAT_DATASET_STATUS_PROCESSING_QUEUED,
    CODAT_DATASET_STATUS_PROCESSING, CODAT_DATASET_STATUS_VALIDATION_QUEUED,
    CODAT_DATASET_STATUS_VALIDATING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (running); i++) {
    if (running[i] == status)
      return FALSE;
  }
  return TRUE;
}
