/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-connection.h"

#include "codat-json.h"

#include <string.h>

/* A link between a company and a platform. Immutable; made from one Connection of an answer, owned
 * by the list or company it came in, usable in any thread.
 */
struct _CodatConnection {
  GObject parent_instance;

  char *texts;                 /* (owned): what the next seven point into */
  const char *id;              /* (unowned) */
  const char *integration_id;  /* (unowned) (nullable) */
  const char *integration_key; /* (unowned) (nullable) */
  const char *source_id;       /* (unowned) (nullable) */
  const char *platform_name;   /* (unowned) */
  const char *link_url;        /* (unowned) (nullable) */
  const char *status_text;     /* (unowned) */
  CodatConnectionStatus status;
  CodatSourceType source_type;
  GDateTime *created;   /* (owned) (nullable) */
  GDateTime *last_sync; /* (owned) (nullable) */
  GPtrArray *faults;    /* (owned) (nullable) of Fault: there may be 100,000 without one */
  GHashTable *info;     /* (owned) (nullable) name to text */
};

G_DEFINE_FINAL_TYPE (CodatConnection, codat_connection, G_TYPE_OBJECT)

static void
fault_free (CodatConnectionFault *fault)
{
  g_free ((char *) fault->status_code);
  g_free ((char *) fault->status_text);
  g_free ((char *) fault->message);
  g_clear_pointer (&fault->errored_on, g_date_time_unref);
  g_clear_pointer (&fault->resolved_on, g_date_time_unref);
  g_free (fault);
}

static void
read_faults (CodatConnection *self, CodatJson *array)
{
  if (codat_json_get_length (array) == 0)
    return;
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  for (CodatJson *item = codat_json_get_first (array); item; item = codat_json_get_next (item)) {
    CodatConnectionFault *fault;

    if (!codat_json_is (item, CODAT_JSON_OBJECT))
      continue;
    fault = g_new0 (CodatConnectionFault, 1);
    fault->status_code = codat_json_dup_scalar (item, "statusCode");
    fault->status_text = g_strdup (codat_json_get_string (item, "statusText"));
    fault->message = g_strdup (codat_json_get_string (item, "errorMessage"));
    fault->errored_on = codat_json_dup_date (item, "erroredOnUtc");
    fault->resolved_on = codat_json_dup_date (item, "resolvedOnUtc");
    fault->is_active = g_strcmp0 (codat_json_get_string (item, "status"), "Active") == 0;
    g_ptr_array_add (self->faults, fault);
  }
}

static const char *
get_text (CodatJson *object, const char *member)
{
  const char *text = codat_json_get_string (object, member);

  return text != NULL ? text : "";
}

static void
read_texts (CodatConnection *self, CodatJson *object, const char *id)
{
  const char **const places[] = { &self->id,         &self->integration_id, &self->integration_key,
                                  &self->source_id,  &self->platform_name,  &self->link_url,
                                  &self->status_text };

  self->id = id;
  self->integration_id = codat_json_get_guid (object, "integrationId");
  self->integration_key = codat_json_get_string (object, "integrationKey");
  self->source_id = codat_json_get_guid (object, "sourceId");
  self->platform_name = get_text (object, "platformName");
  self->link_url = codat_json_get_string (object, "linkUrl");
  self->status_text = get_text (object, "status");
  self->texts = codat_json_pack (places, G_N_ELEMENTS (places));
}

static void
codat_connection_finalize (GObject *object)
{
  CodatConnection *self = CODAT_CONNECTION (object);

  if (self->link_url != NULL)
    explicit_bzero ((char *) self->link_url, strlen (self->link_url));
  g_clear_pointer (&self->texts, g_free);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->last_sync, g_date_time_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->info, g_hash_table_unref);
  G_OBJECT_CLASS (codat_connection_parent_class)->finalize (object);
}

static void
codat_connection_class_init (CodatConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_connection_finalize;
}

static void
codat_connection_init (CodatConnection *self)
{
}

CodatConnection *
codat_connection_new_from_json (CodatJson *object, GError **error)
{
  g_autoptr (CodatConnection) self = NULL;
  const char *id = codat_json_require_guid (object, "Connection", "id", error);

  if (id == NULL)
    return NULL;
  self = g_object_new (CODAT_TYPE_CONNECTION, NULL);
  read_texts (self, object, id);
  self->status = codat_connection_status_from_string (self->status_text);
  self->source_type = codat_source_type_from_string (codat_json_get_string (object, "sourceType"));
  self->created = codat_json_dup_date (object, "created");
  self->last_sync = codat_json_dup_date (object, "lastSync");
  read_faults (self, codat_json_get_array (object, "dataConnectionErrors"));
  if (codat_json_get_length (codat_json_get_object (object, "connectionInfo")) > 0)
    self->info = codat_json_dup_string_map (object, "connectionInfo");
  return g_steal_pointer (&self);
}

CodatConnection *
codat_connection_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "Connection", error);

  return object != NULL ? codat_connection_new_from_json (object, error) : NULL;
}

/**
 * codat_connection_new_from_data:
 * @json: one Connection of the contract as JSON
 * @length: its length in bytes, or -1 when it ends with NUL
 * @error: return location
 *
 * Reads what a server or a file said, under the same rules as an answer. Errors:
 * %CODAT_ERROR_BAD_ANSWER.
 *
 * Returns: (transfer full): the value object, or %NULL with @error set
 */
CodatConnection *
codat_connection_new_from_data (const char *json, gssize length, GError **error)
{
  g_autoptr (CodatJson) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  root = codat_json_parse (json, length, error);
  if (root == NULL)
    return NULL;
  return codat_connection_new_from_node (root, error);
}

/**
 * codat_connection_get_id:
 * @self: a connection
 *
 * Returns: (transfer none): its id, a GUID
 */
const char *
codat_connection_get_id (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return self->id;
}

/**
 * codat_connection_get_integration_id:
 * @self: a connection
 *
 * Returns: (nullable) (transfer none): the id of the integration
 */
const char *
codat_connection_get_integration_id (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return self->integration_id;
}

/**
 * codat_connection_get_integration_key:
 * @self: a connection
 *
 * Returns: (nullable) (transfer none): the key of the platform
 */
const char *
codat_connection_get_integration_key (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return self->integration_key;
}

/**
 * codat_connection_get_source_id:
 * @self: a connection
 *
 * Returns: (nullable) (transfer none): the id of the source
 */
const char *
codat_connection_get_source_id (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return self->source_id;
}

/**
 * codat_connection_get_platform_name:
 * @self: a connection
 *
 * Returns: (transfer none): the name of the platform, maybe ""
 */
const char *
codat_connection_get_platform_name (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return self->platform_name;
}

/**
 * codat_connection_get_link_url:
 * @self: a connection
 *
 * Returns: (nullable) (transfer none): the page where the company signs in: a secret, never to be
 * stored or logged
 */
const char *
codat_connection_get_link_url (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return self->link_url;
}

/**
 * codat_connection_get_status:
 * @self: a connection
 *
 * Returns: how it stands
 */
CodatConnectionStatus
codat_connection_get_status (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), 0);
  return self->status;
}

/**
 * codat_connection_get_status_text:
 * @self: a connection
 *
 * Returns: (transfer none): the same in the words of the server, maybe ""
 */
const char *
codat_connection_get_status_text (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return self->status_text;
}

/**
 * codat_connection_get_source_type:
 * @self: a connection
 *
 * Returns: its kind of source
 */
CodatSourceType
codat_connection_get_source_type (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), 0);
  return self->source_type;
}

/**
 * codat_connection_get_created:
 * @self: a connection
 *
 * Returns: (nullable) (transfer none): when it was made
 */
GDateTime *
codat_connection_get_created (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return self->created;
}

/**
 * codat_connection_get_last_sync:
 * @self: a connection
 *
 * Returns: (nullable) (transfer none): when its data was last synced
 */
GDateTime *
codat_connection_get_last_sync (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return self->last_sync;
}

/**
 * codat_connection_get_n_faults:
 * @self: a connection
 *
 * Returns: how many errors the platform reported
 */
guint
codat_connection_get_n_faults (CodatConnection *self)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), 0);
  return self->faults != NULL ? self->faults->len : 0;
}

/**
 * codat_connection_get_fault:
 * @self: a connection
 * @position: which error
 *
 * Returns: (nullable) (transfer none): the error, or %NULL behind the last one
 */
const CodatConnectionFault *
codat_connection_get_fault (CodatConnection *self, guint position)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  return position < codat_connection_get_n_faults (self)
             ? g_ptr_array_index (self->faults, position)
             : NULL;
}

/**
 * codat_connection_get_info:
 * @self: a connection
 * @name: a member of connectionInfo, a free object
 *
 * Returns: (nullable) (transfer none): its text, or %NULL when it is missing or no text
 */
const char *
codat_connection_get_info (CodatConnection *self, const char *name)
{
  g_return_val_if_fail (CODAT_IS_CONNECTION (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  return self->info != NULL ? g_hash_table_lookup (self->info, name) : NULL;
}
