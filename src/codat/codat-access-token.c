/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-access-token.h"

#include "codat-authorizer-private.h"
#include "codat-json.h"

/* A key for one company, for use in a web page. Immutable; the token is wiped when the object goes.
 * It has no property, so that no inspector shows it.
 */
struct _CodatAccessToken {
  GObject parent_instance;

  char *token;      /* (owned) (nullable) */
  char *token_type; /* (owned) */
  gint64 expires_in;
};

G_DEFINE_FINAL_TYPE (CodatAccessToken, codat_access_token, G_TYPE_OBJECT)

static void
codat_access_token_finalize (GObject *object)
{
  CodatAccessToken *self = CODAT_ACCESS_TOKEN (object);

  g_clear_pointer (&self->token, codat_secret_free);
  g_clear_pointer (&self->token_type, g_free);
  G_OBJECT_CLASS (codat_access_token_parent_class)->finalize (object);
}

static void
codat_access_token_class_init (CodatAccessTokenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_access_token_finalize;
}

static void
codat_access_token_init (CodatAccessToken *self)
{
}

CodatAccessToken *
codat_access_token_new_from_json (CodatJson *object, GError **error)
{
  CodatAccessToken *self = g_object_new (CODAT_TYPE_ACCESS_TOKEN, NULL);

  self->token = codat_json_take_secret (object, "accessToken");
  self->token_type = codat_json_dup_text (object, "tokenType");
  self->expires_in = codat_json_get_integer (object, "expiresIn", -1);
  return self;
}

CodatAccessToken *
codat_access_token_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "CompanyAccessToken", error);

  return object != NULL ? codat_access_token_new_from_json (object, error) : NULL;
}

/**
 * codat_access_token_get_token:
 * @self: a token
 *
 * Returns: (nullable) (transfer none): the token: never stored or logged
 */
const char *
codat_access_token_get_token (CodatAccessToken *self)
{
  g_return_val_if_fail (CODAT_IS_ACCESS_TOKEN (self), NULL);
  return self->token;
}

/**
 * codat_access_token_get_token_type:
 * @self: a token
 *
 * Returns: (transfer none): what kind of token it is, maybe ""
 */
const char *
codat_access_token_get_token_type (CodatAccessToken *self)
{
  g_return_val_if_fail (CODAT_IS_ACCESS_TOKEN (self), NULL);
  return self->token_type;
}

/**
 * codat_access_token_get_expires_in:
 * @self: a token
 *
 * Returns: for how many seconds it is good; -1 when the answer does not say
 */
gint64
codat_access_token_get_expires_in (CodatAccessToken *self)
{
  g_return_val_if_fail (CODAT_IS_ACCESS_TOKEN (self), -1);
  return self->expires_in;
}
