/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-data-status.h"

#include "codat-json.h"

#include <string.h>

/* The state of one data type of a company. Immutable; made from one entry of a dataStatus answer,
 * owned by the list it came in, usable in any thread.
 */
struct _CodatDataStatus {
  GObject parent_instance;

  char *data_type; /* (owned) */
  CodatDatasetStatus status;
  char *status_text;               /* (owned) */
  GDateTime *last_successful_sync; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CodatDataStatus, codat_data_status, G_TYPE_OBJECT)

static void
codat_data_status_finalize (GObject *object)
{
  CodatDataStatus *self = CODAT_DATA_STATUS (object);

  g_clear_pointer (&self->data_type, g_free);
  g_clear_pointer (&self->status_text, g_free);
  g_clear_pointer (&self->last_successful_sync, g_date_time_unref);
  G_OBJECT_CLASS (codat_data_status_parent_class)->finalize (object);
}

static void
codat_data_status_class_init (CodatDataStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_data_status_finalize;
}

static void
codat_data_status_init (CodatDataStatus *self)
{
}

CodatDataStatus *
codat_data_status_new_from_json (CodatJson *object, const char *fallback, GError **error)
{
  g_autoptr (CodatDataStatus) self = NULL;
  const char *data_type = codat_json_get_string (object, "dataType");

  if (data_type == NULL || *data_type == '\0')
    data_type = fallback;
  if (data_type == NULL || *data_type == '\0') {
    codat_json_set_error (error, "DataStatus.dataType", "is missing");
    return NULL;
  }
  self = g_object_new (CODAT_TYPE_DATA_STATUS, NULL);
  self->data_type = g_strdup (data_type);
  self->status_text = codat_json_dup_text (object, "currentStatus");
  self->status = codat_dataset_status_from_string (self->status_text);
  self->last_successful_sync = codat_json_dup_date (object, "lastSuccessfulSync");
  return g_steal_pointer (&self);
}

CodatDataStatus *
codat_data_status_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "DataStatus", error);

  return object != NULL ? codat_data_status_new_from_json (object, NULL, error) : NULL;
}

static int
compare_data_types (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (codat_data_status_get_data_type ((CodatDataStatus *) a),
                 codat_data_status_get_data_type ((CodatDataStatus *) b));
}

/* The answer is an object with one member for each data type; null is "nothing known". */
GListModel *
codat_data_statuses_new_from_node (CodatJson *root, GError **error)
{
  CodatJson *object = codat_json_node_get_object (root, "the data status", error);
  GListStore *store;

  if (object == NULL)
    return NULL;
  store = g_list_store_new (CODAT_TYPE_DATA_STATUS);
  for (CodatJson *item = codat_json_get_first (object); item; item = codat_json_get_next (item)) {
    g_autoptr (CodatDataStatus) status =
        codat_json_is (item, CODAT_JSON_OBJECT)
            ? codat_data_status_new_from_json (item, codat_json_get_name (item), NULL)
            : NULL;

    if (status != NULL)
      g_list_store_insert_sorted (store, status, compare_data_types, NULL);
  }
  return G_LIST_MODEL (store);
}

/**
 * codat_data_status_new_from_data:
 * @json: one DataStatus of the contract as JSON
 * @length: its length in bytes, or -1 when it ends with NUL
 * @error: return location
 *
 * Reads what a server or a file said, under the same rules as an answer. Errors:
 * %CODAT_ERROR_BAD_ANSWER.
 *
 * Returns: (transfer full): the value object, or %NULL with @error set
 */
CodatDataStatus *
codat_data_status_new_from_data (const char *json, gssize length, GError **error)
{
  g_autoptr (CodatJson) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  root = codat_json_parse (json, length, error);
  if (root == NULL)
    return NULL;
  return codat_data_status_new_from_node (root, error);
}

/**
 * codat_data_status_get_data_type:
 * @self: a data status
 *
 * Returns: (transfer none): the data type, never empty
 */
const char *
codat_data_status_get_data_type (CodatDataStatus *self)
{
  g_return_val_if_fail (CODAT_IS_DATA_STATUS (self), NULL);
  return self->data_type;
}

/**
 * codat_data_status_get_status:
 * @self: a data status
 *
 * Returns: how its latest sync stands
 */
CodatDatasetStatus
codat_data_status_get_status (CodatDataStatus *self)
{
  g_return_val_if_fail (CODAT_IS_DATA_STATUS (self), 0);
  return self->status;
}

/**
 * codat_data_status_get_status_text:
 * @self: a data status
 *
 * Returns: (transfer none): the same in the words of the server, maybe ""
 */
const char *
codat_data_status_get_status_text (CodatDataStatus *self)
{
  g_return_val_if_fail (CODAT_IS_DATA_STATUS (self), NULL);
  return self->status_text;
}

/**
 * codat_data_status_get_last_successful_sync:
 * @self: a data status
 *
 * Returns: (nullable) (transfer none): when it was last synced well
 */
GDateTime *
codat_data_status_get_last_successful_sync (CodatDataStatus *self)
{
  g_return_val_if_fail (CODAT_IS_DATA_STATUS (self), NULL);
  return self->last_successful_sync;
}
