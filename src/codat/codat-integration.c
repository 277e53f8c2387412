/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-integration.h"

#include "codat-json.h"
#include "codat-path.h"

/* A platform that a company can be connected to. Immutable; made from one Integration of an answer,
 * owned by the list it came in, usable in any thread.
 */
struct _CodatIntegration {
  GObject parent_instance;

  char *key;      /* (owned) */
  char *name;     /* (owned) */
  char *logo_url; /* (owned) (nullable) */
  gboolean enabled;
  char *source_id;      /* (owned) (nullable) */
  char *integration_id; /* (owned) (nullable) */
  CodatSourceType source_type;
  char *source_type_text; /* (owned) (nullable) */
  gboolean is_beta;
  gboolean is_offline_connector;
  char *data_provided_by; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CodatIntegration, codat_integration, G_TYPE_OBJECT)

static void
codat_integration_finalize (GObject *object)
{
  CodatIntegration *self = CODAT_INTEGRATION (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->logo_url, g_free);
  g_clear_pointer (&self->source_id, g_free);
  g_clear_pointer (&self->integration_id, g_free);
  g_clear_pointer (&self->source_type_text, g_free);
  g_clear_pointer (&self->data_provided_by, g_free);
  G_OBJECT_CLASS (codat_integration_parent_class)->finalize (object);
}

static void
codat_integration_class_init (CodatIntegrationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_integration_finalize;
}

static void
codat_integration_init (CodatIntegration *self)
{
}

CodatIntegration *
codat_integration_new_from_json (CodatJson *object, GError **error)
{
  g_autoptr (CodatIntegration) self = NULL;
  const char *key = codat_json_get_string (object, "key");

  if (!codat_platform_key_is_valid (key)) {
    codat_json_set_error (error, "Integration.key", "is not a platform key");
    return NULL;
  }
  self = g_object_new (CODAT_TYPE_INTEGRATION, NULL);
  self->key = g_strdup (key);
  self->name = codat_json_dup_text (object, "name");
  self->logo_url = g_strdup (codat_json_get_string (object, "logoUrl"));
  self->enabled = codat_json_get_boolean (object, "enabled");
  self->source_id = g_strdup (codat_json_get_guid (object, "sourceId"));
  self->integration_id = g_strdup (codat_json_get_guid (object, "integrationId"));
  self->source_type_text = g_strdup (codat_json_get_string (object, "sourceType"));
  self->source_type = codat_source_type_from_string (self->source_type_text);
  self->is_beta = codat_json_get_boolean (object, "isBeta");
  self->is_offline_connector = codat_json_get_boolean (object, "isOfflineConnector");
  self->data_provided_by = g_strdup (codat_json_get_string (object, "dataProvidedBy"));
  return g_steal_pointer (&self);
}

CodatIntegration *
codat_integration_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "Integration", error);

  return object != NULL ? codat_integration_new_from_json (object, error) : NULL;
}

/**
 * codat_integration_new_unlisted:
 * @key: (nullable): what should be the key of a platform; "unlisted" stands for none
 * @source_type: what kind of data a connection to it has
 * @name: its name
 *
 * Returns: (transfer full): an integration that is not enabled, for a connection that was made when
 *   it was
 */
CodatIntegration *
codat_integration_new_unlisted (const char *key, CodatSourceType source_type, const char *name)
{
  CodatIntegration *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (CODAT_TYPE_INTEGRATION, NULL);
  self->key = g_strdup (codat_platform_key_is_valid (key) ? key : "unlisted");
  self->name = g_strdup (name);
  self->source_type = source_type;
  return self;
}

/**
 * codat_integration_new_from_data:
 * @json: one Integration of the contract as JSON
 * @length: its length in bytes, or -1 when it ends with NUL
 * @error: return location
 *
 * Reads what a server or a file said, under the same rules as an answer. Errors:
 * %CODAT_ERROR_BAD_ANSWER.
 *
 * Returns: (transfer full): the value object, or %NULL with @error set
 */
CodatIntegration *
codat_integration_new_from_data (const char *json, gssize length, GError **error)
{
  g_autoptr (CodatJson) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  root = codat_json_parse (json, length, error);
  if (root == NULL)
    return NULL;
  return codat_integration_new_from_node (root, error);
}

/**
 * codat_integration_get_key:
 * @self: a integration
 *
 * Returns: (transfer none): the platform key, never empty
 */
const char *
codat_integration_get_key (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), NULL);
  return self->key;
}

/**
 * codat_integration_get_name:
 * @self: a integration
 *
 * Returns: (transfer none): the name to show, maybe ""
 */
const char *
codat_integration_get_name (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), NULL);
  return self->name;
}

/**
 * codat_integration_get_logo_url:
 * @self: a integration
 *
 * Returns: (nullable) (transfer none): where its logo is
 */
const char *
codat_integration_get_logo_url (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), NULL);
  return self->logo_url;
}

/**
 * codat_integration_get_enabled:
 * @self: a integration
 *
 * Returns: whether the client has switched it on
 */
gboolean
codat_integration_get_enabled (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), FALSE);
  return self->enabled;
}

/**
 * codat_integration_get_source_id:
 * @self: a integration
 *
 * Returns: (nullable) (transfer none): the id of the source behind it
 */
const char *
codat_integration_get_source_id (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), NULL);
  return self->source_id;
}

/**
 * codat_integration_get_integration_id:
 * @self: a integration
 *
 * Returns: (nullable) (transfer none): its id
 */
const char *
codat_integration_get_integration_id (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), NULL);
  return self->integration_id;
}

/**
 * codat_integration_get_source_type:
 * @self: a integration
 *
 * Returns: its kind of source
 */
CodatSourceType
codat_integration_get_source_type (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), 0);
  return self->source_type;
}

/**
 * codat_integration_get_source_type_text:
 * @self: a integration
 *
 * Returns: (nullable) (transfer none): the kind of source in the words of the server
 */
const char *
codat_integration_get_source_type_text (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), NULL);
  return self->source_type_text;
}

/**
 * codat_integration_get_is_beta:
 * @self: a integration
 *
 * Returns: whether it is a beta
 */
gboolean
codat_integration_get_is_beta (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), FALSE);
  return self->is_beta;
}

/**
 * codat_integration_get_is_offline_connector:
 * @self: a integration
 *
 * Returns: whether it needs a program on the computer of the company
 */
gboolean
codat_integration_get_is_offline_connector (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), FALSE);
  return self->is_offline_connector;
}

/**
 * codat_integration_get_data_provided_by:
 * @self: a integration
 *
 * Returns: (nullable) (transfer none): who provides the data, like "Codat"
 */
const char *
codat_integration_get_data_provided_by (CodatIntegration *self)
{
  g_return_val_if_fail (CODAT_IS_INTEGRATION (self), NULL);
  return self->data_provided_by;
}
