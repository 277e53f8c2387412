/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-authorizer.h"

#include "codat-authorizer-private.h"
#include "codat-error.h"

#include <string.h>

#define MAX_LENGTH 1024

/* Keeps the API key as the value of the header that carries it. Owned by the client; there is no
 * property, so that no inspector can show it, and the memory is wiped at the end.
 */
struct _CodatAuthorizer {
  GObject parent_instance;

  char *header; /* (owned): "Basic …" */
};

G_DEFINE_FINAL_TYPE (CodatAuthorizer, codat_authorizer, G_TYPE_OBJECT)

static gboolean
has_key_characters (const char *text)
{
  gsize length = strnlen (text, MAX_LENGTH + 1);

  if (length == 0 || length > MAX_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isalnum (text[i]) && strchr ("+/=_-", text[i]) == NULL)
      return FALSE;
  }
  return TRUE;
}

/* The part behind "Basic", or NULL when the text is a bare key. */
static const char *
skip_scheme (const char *text)
{
  gsize length = strlen ("Basic");

  if (g_ascii_strncasecmp (text, "Basic", length) != 0 || !g_ascii_isspace (text[length]))
    return NULL;
  while (g_ascii_isspace (text[length]))
    length++;
  return text + length;
}

static void
codat_authorizer_finalize (GObject *object)
{
  CodatAuthorizer *self = CODAT_AUTHORIZER (object);

  g_clear_pointer (&self->header, codat_secret_free);
  G_OBJECT_CLASS (codat_authorizer_parent_class)->finalize (object);
}

static void
codat_authorizer_class_init (CodatAuthorizerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_authorizer_finalize;
}

static void
codat_authorizer_init (CodatAuthorizer *self)
{
}

void
codat_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

char *
codat_authorizer_dup_header (CodatAuthorizer *self)
{
  g_return_val_if_fail (CODAT_IS_AUTHORIZER (self), NULL);
  return g_strdup (self->header);
}

/**
 * codat_authorizer_new:
 * @api_key: an API key, or the ready-made header value "Basic …"; white space around it is cut off
 * @error: return location
 *
 * A key with any other character than `[A-Za-z0-9+/=_-]` is refused, because libsoup would drop the
 * whole header without a word. Errors: %CODAT_ERROR_BAD_KEY.
 *
 * Returns: (transfer full): the authorizer, or %NULL with @error set
 */
CodatAuthorizer *
codat_authorizer_new (const char *api_key, GError **error)
{
  CodatAuthorizer *self;
  char *text;
  char *encoded = NULL;
  const char *value;

  g_return_val_if_fail (api_key != NULL, NULL);
  text = g_strstrip (g_strdup (api_key));
  value = skip_scheme (text);
  if (!has_key_characters (value != NULL ? value : text)) {
    codat_secret_free (text);
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_KEY,
                         "The text has characters that no API key has");
    return NULL;
  }
  if (value == NULL)
    encoded = g_base64_encode ((const guchar *) text, strlen (text));
  self = g_object_new (CODAT_TYPE_AUTHORIZER, NULL);
  self->header = g_strconcat ("Basic ", encoded != NULL ? encoded : value, NULL);
  codat_secret_free (encoded);
  codat_secret_free (text);
  return self;
}
