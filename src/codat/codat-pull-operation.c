/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-pull-operation.h"

#include "codat-json.h"

/* One fetching of one data type from a platform. Immutable; made from an answer, owned by who
 * asked, usable in any thread.
 */
struct _CodatPullOperation {
  GObject parent_instance;

  char *id;            /* (owned) (nullable) */
  char *company_id;    /* (owned) (nullable) */
  char *connection_id; /* (owned) (nullable) */
  char *data_type;     /* (owned) */
  char *status_text;   /* (owned) */
  CodatDatasetStatus status;
  char *status_description; /* (owned) (nullable) */
  char *error_message;      /* (owned) (nullable) */
  GDateTime *requested;     /* (owned) (nullable) */
  GDateTime *completed;     /* (owned) (nullable) */
  gint64 progress;
  gboolean is_completed;
  gboolean is_errored;
};

G_DEFINE_FINAL_TYPE (CodatPullOperation, codat_pull_operation, G_TYPE_OBJECT)

static void
codat_pull_operation_finalize (GObject *object)
{
  CodatPullOperation *self = CODAT_PULL_OPERATION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->company_id, g_free);
  g_clear_pointer (&self->connection_id, g_free);
  g_clear_pointer (&self->data_type, g_free);
  g_clear_pointer (&self->status_text, g_free);
  g_clear_pointer (&self->status_description, g_free);
  g_clear_pointer (&self->error_message, g_free);
  g_clear_pointer (&self->requested, g_date_time_unref);
  g_clear_pointer (&self->completed, g_date_time_unref);
  G_OBJECT_CLASS (codat_pull_operation_parent_class)->finalize (object);
}

static void
codat_pull_operation_class_init (CodatPullOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_pull_operation_finalize;
}

static void
codat_pull_operation_init (CodatPullOperation *self)
{
}

CodatPullOperation *
codat_pull_operation_new_from_json (CodatJson *object, GError **error)
{
  CodatPullOperation *self;

  if (codat_json_require_guid (object, "PullOperation", "id", error) == NULL)
    return NULL;
  self = g_object_new (CODAT_TYPE_PULL_OPERATION, NULL);
  self->id = g_strdup (codat_json_get_guid (object, "id"));
  self->company_id = g_strdup (codat_json_get_guid (object, "companyId"));
  self->connection_id = g_strdup (codat_json_get_guid (object, "connectionId"));
  self->data_type = codat_json_dup_text (object, "dataType");
  self->status_text = codat_json_dup_text (object, "status");
  self->status = codat_dataset_status_from_string (self->status_text);
  self->status_description = g_strdup (codat_json_get_string (object, "statusDescription"));
  self->error_message = g_strdup (codat_json_get_string (object, "errorMessage"));
  self->requested = codat_json_dup_date (object, "requested");
  self->completed = codat_json_dup_date (object, "completed");
  self->progress = codat_json_get_integer (object, "progress", -1);
  self->is_completed = codat_json_get_boolean (object, "isCompleted");
  self->is_errored = codat_json_get_boolean (object, "isErrored");
  return self;
}

CodatPullOperation *
codat_pull_operation_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "PullOperation", error);

  return object != NULL ? codat_pull_operation_new_from_json (object, error) : NULL;
}

/**
 * codat_pull_operation_new_from_data:
 * @json: one PullOperation of the contract as JSON
 * @length: its length in bytes, or -1 when it ends with NUL
 * @error: return location
 *
 * Reads what a server or a file said, under the same rules as an answer. Errors:
 * %CODAT_ERROR_BAD_ANSWER.
 *
 * Returns: (transfer full): the value object, or %NULL with @error set
 */
CodatPullOperation *
codat_pull_operation_new_from_data (const char *json, gssize length, GError **error)
{
  g_autoptr (CodatJson) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  root = codat_json_parse (json, length, error);
  return root != NULL ? codat_pull_operation_new_from_node (root, error) : NULL;
}

/**
 * codat_pull_operation_get_id:
 * @self: a pull operation
 *
 * Returns: (transfer none): its id, a GUID
 */
const char *
codat_pull_operation_get_id (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), NULL);
  return self->id;
}

/**
 * codat_pull_operation_get_company_id:
 * @self: a pull operation
 *
 * Returns: (nullable) (transfer none): the id of its company
 */
const char *
codat_pull_operation_get_company_id (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), NULL);
  return self->company_id;
}

/**
 * codat_pull_operation_get_connection_id:
 * @self: a pull operation
 *
 * Returns: (nullable) (transfer none): the id of its connection
 */
const char *
codat_pull_operation_get_connection_id (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), NULL);
  return self->connection_id;
}

/**
 * codat_pull_operation_get_data_type:
 * @self: a pull operation
 *
 * Returns: (transfer none): what is fetched, maybe ""
 */
const char *
codat_pull_operation_get_data_type (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), NULL);
  return self->data_type;
}

/**
 * codat_pull_operation_get_status_text:
 * @self: a pull operation
 *
 * Returns: (transfer none): how it stands in the words of the server, maybe ""
 */
const char *
codat_pull_operation_get_status_text (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), NULL);
  return self->status_text;
}

/**
 * codat_pull_operation_get_status:
 * @self: a pull operation
 *
 * Returns: how it stands
 */
CodatDatasetStatus
codat_pull_operation_get_status (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), 0);
  return self->status;
}

/**
 * codat_pull_operation_get_status_description:
 * @self: a pull operation
 *
 * Returns: (nullable) (transfer none): more words of the server about it
 */
const char *
codat_pull_operation_get_status_description (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), NULL);
  return self->status_description;
}

/**
 * codat_pull_operation_get_error_message:
 * @self: a pull operation
 *
 * Returns: (nullable) (transfer none): what went wrong, in the words of the server
 */
const char *
codat_pull_operation_get_error_message (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), NULL);
  return self->error_message;
}

/**
 * codat_pull_operation_get_requested:
 * @self: a pull operation
 *
 * Returns: (nullable) (transfer none): when it was asked for
 */
GDateTime *
codat_pull_operation_get_requested (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), NULL);
  return self->requested;
}

/**
 * codat_pull_operation_get_completed:
 * @self: a pull operation
 *
 * Returns: (nullable) (transfer none): when it ended
 */
GDateTime *
codat_pull_operation_get_completed (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), NULL);
  return self->completed;
}

/**
 * codat_pull_operation_get_progress:
 * @self: a pull operation
 *
 * Returns: how far it is, from 0 to 100; -1 when the answer does not say
 */
gint64
codat_pull_operation_get_progress (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), -1);
  return self->progress;
}

/**
 * codat_pull_operation_get_is_completed:
 * @self: a pull operation
 *
 * Returns: whether it ended well
 */
gboolean
codat_pull_operation_get_is_completed (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), FALSE);
  return self->is_completed;
}

/**
 * codat_pull_operation_get_is_errored:
 * @self: a pull operation
 *
 * Returns: whether it ended badly
 */
gboolean
codat_pull_operation_get_is_errored (CodatPullOperation *self)
{
  g_return_val_if_fail (CODAT_IS_PULL_OPERATION (self), FALSE);
  return self->is_errored;
}
