/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-api-key.h"

#include "codat-authorizer-private.h"
#include "codat-json.h"

/* A key of the API. Immutable; made from an answer, usable in any thread. Only a new one has its
 * value, which is wiped when the object goes; no property shows it.
 */
struct _CodatApiKey {
  GObject parent_instance;

  char *id;           /* (owned) (nullable) */
  char *name;         /* (owned) */
  char *secret;       /* (owned) (nullable) */
  GDateTime *created; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CodatApiKey, codat_api_key, G_TYPE_OBJECT)

static void
codat_api_key_finalize (GObject *object)
{
  CodatApiKey *self = CODAT_API_KEY (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->secret, codat_secret_free);
  g_clear_pointer (&self->created, g_date_time_unref);
  G_OBJECT_CLASS (codat_api_key_parent_class)->finalize (object);
}

static void
codat_api_key_class_init (CodatApiKeyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_api_key_finalize;
}

static void
codat_api_key_init (CodatApiKey *self)
{
}

CodatApiKey *
codat_api_key_new_from_json (CodatJson *object, GError **error)
{
  const char *id = codat_json_get_string (object, "id");
  CodatApiKey *self;

  if (id == NULL || *id == '\0') {
    codat_json_set_error (error, "ApiKey.id", "is missing");
    return NULL;
  }
  self = g_object_new (CODAT_TYPE_API_KEY, NULL);
  self->id = g_strdup (codat_json_get_string (object, "id"));
  self->name = codat_json_dup_text (object, "name");
  self->secret = codat_json_take_secret (object, "apiKey");
  self->created = codat_json_dup_date (object, "createdDate");
  return self;
}

CodatApiKey *
codat_api_key_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "ApiKey", error);

  return object != NULL ? codat_api_key_new_from_json (object, error) : NULL;
}

/* A key in a list is there to be named and deleted, not to be used. */
CodatApiKey *
codat_api_key_new_listed_from_json (CodatJson *object, GError **error)
{
  CodatApiKey *self = codat_api_key_new_from_json (object, error);

  if (self != NULL)
    g_clear_pointer (&self->secret, codat_secret_free);
  return self;
}

/**
 * codat_api_key_get_id:
 * @self: an API key
 *
 * Returns: (transfer none): its id, never empty; no GUID
 */
const char *
codat_api_key_get_id (CodatApiKey *self)
{
  g_return_val_if_fail (CODAT_IS_API_KEY (self), NULL);
  return self->id;
}

/**
 * codat_api_key_get_name:
 * @self: an API key
 *
 * Returns: (transfer none): its name, maybe ""
 */
const char *
codat_api_key_get_name (CodatApiKey *self)
{
  g_return_val_if_fail (CODAT_IS_API_KEY (self), NULL);
  return self->name;
}

/**
 * codat_api_key_get_secret:
 * @self: an API key
 *
 * Returns: (nullable) (transfer none): the key itself, of a key that was made just now: stored in a
 *   keyring or nowhere
 */
const char *
codat_api_key_get_secret (CodatApiKey *self)
{
  g_return_val_if_fail (CODAT_IS_API_KEY (self), NULL);
  return self->secret;
}

/**
 * codat_api_key_get_created:
 * @self: an API key
 *
 * Returns: (nullable) (transfer none): when it was made
 */
GDateTime *
codat_api_key_get_created (CodatApiKey *self)
{
  g_return_val_if_fail (CODAT_IS_API_KEY (self), NULL);
  return self->created;
}
