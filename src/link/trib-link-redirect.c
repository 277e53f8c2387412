/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-redirect.h"

#include "trib-link-template.h"

#include <string.h>

/* Knows the one address that ends a sign-in, and tells it from everything that only looks like it.
 * Immutable after it is made; owned by the session and whoever configured it; any thread. */

#define MAX_LENGTH (16 * 1024)
/* Longer than this is refused unread, so that a page cannot make us busy. */
#define MAX_READ (64 * 1024)

struct _TribLinkRedirect {
  GObject parent_instance;

  TribLinkTemplate *pattern; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TribLinkRedirect, trib_link_redirect, G_TYPE_OBJECT)

G_DEFINE_QUARK (trib - link - redirect - error - quark, trib_link_redirect_error)

static gboolean
match_path (TribLinkRedirect *self, TribLinkAddress *address, GHashTable *values)
{
  GPtrArray *pieces = self->pattern->segments;

  if (g_strv_length (address->segments) != pieces->len)
    return FALSE;
  for (guint i = 0; i < pieces->len; i++) {
    TribLinkPiece *piece = g_ptr_array_index (pieces, i);
    g_autofree char *raw = NULL;
    char *value;

    if (!trib_link_piece_match (piece, address->segments[i], &raw))
      return FALSE;
    if (piece->placeholder == NULL)
      continue;
    value = trib_link_address_decode (raw, FALSE);
    if (value == NULL)
      return FALSE;
    g_hash_table_insert (values, g_strdup (piece->placeholder), value);
  }
  return TRUE;
}

/* Whether a browser, a server or another program could take the address for ours. */
static gboolean
looks_like_ours (TribLinkRedirect *self, const char *uri, gboolean backslash_is_slash)
{
  g_autoptr (TribLinkAddress) address = trib_link_address_parse (uri, backslash_is_slash);
  GPtrArray *pieces = self->pattern->folded;

  if (address == NULL || !trib_link_address_same_origin (address, self->pattern->address) ||
      address->folded->len != pieces->len)
    return FALSE;
  for (guint i = 0; i < pieces->len; i++) {
    if (!trib_link_piece_match (g_ptr_array_index (pieces, i),
                                g_ptr_array_index (address->folded, i), NULL))
      return FALSE;
  }
  return TRUE;
}

static const char *
find_fault (TribLinkAddress *address, const char *uri, const char *method)
{
  if (strlen (uri) > MAX_LENGTH)
    return "too long";
  if ((address->oddities & TRIB_LINK_ODD_BYTE) != 0)
    return "illegal byte";
  if ((address->oddities & (TRIB_LINK_ODD_BACKSLASH | TRIB_LINK_ODD_LATE_BACKSLASH)) != 0)
    return "backslash";
  if ((address->oddities & TRIB_LINK_ODD_USERINFO) != 0)
    return "user name before the host";
  if (address->oddities != TRIB_LINK_ODD_NONE)
    return "written in an unusual way";
  if (g_strcmp0 (method, "GET") != 0)
    return "method is not GET";
  if (address->fragment != NULL && *address->fragment != '\0')
    return "fragment";
  return NULL;
}

static TribLinkPiece *
find_parameter (TribLinkRedirect *self, const char *name)
{
  for (guint i = 0; i < self->pattern->parameters->len; i++) {
    TribLinkPiece *piece = g_ptr_array_index (self->pattern->parameters, i);

    if (g_str_equal (piece->name, name))
      return piece;
  }
  return NULL;
}

static const char *
take_parameter (TribLinkRedirect *self, char *text, GHashTable *seen, GHashTable *values)
{
  char *equals = strchr (text, '=');
  g_autofree char *name = NULL;
  g_autofree char *decoded = NULL;
  TribLinkPiece *piece;
  char *value;

  if (equals != NULL)
    *equals = '\0';
  name = trib_link_address_decode (text, TRUE);
  decoded = trib_link_address_decode (equals != NULL ? equals + 1 : "", TRUE);
  if (name == NULL || decoded == NULL)
    return "broken escape";
  piece = find_parameter (self, name);
  if (piece == NULL)
    return NULL;
  if (!g_hash_table_add (seen, piece))
    return "parameter given twice";
  if (!trib_link_piece_match (piece, decoded, &value))
    return "literal parameter differs";
  if (piece->placeholder != NULL)
    g_hash_table_insert (values, g_strdup (piece->placeholder), value);
  return NULL;
}

/* What the session judges by must be there; what only describes may be left out. */
static gboolean
is_required (TribLinkRedirect *self, TribLinkPiece *piece)
{
  const char *name = piece->placeholder;

  return name == NULL || name == self->pattern->state_name || g_str_equal (name, "statusCode") ||
         g_str_equal (name, "connectionId") || g_str_equal (name, "companyId");
}

static const char *
take_query (TribLinkRedirect *self, const char *query, GHashTable *values)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (query != NULL ? query : "", "&", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    const char *fault = *parts[i] != '\0' ? take_parameter (self, parts[i], seen, values) : NULL;

    if (fault != NULL)
      return fault;
  }
  for (guint i = 0; i < self->pattern->parameters->len; i++) {
    TribLinkPiece *piece = g_ptr_array_index (self->pattern->parameters, i);

    if (is_required (self, piece) && !g_hash_table_contains (seen, piece))
      return "parameter missing";
  }
  return NULL;
}

static void
trib_link_redirect_finalize (GObject *object)
{
  TribLinkRedirect *self = TRIB_LINK_REDIRECT (object);

  g_clear_pointer (&self->pattern, trib_link_template_free);
  G_OBJECT_CLASS (trib_link_redirect_parent_class)->finalize (object);
}

static void
trib_link_redirect_class_init (TribLinkRedirectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_link_redirect_finalize;
}

static void
trib_link_redirect_init (TribLinkRedirect *self)
{
}

/**
 * trib_link_redirect_new:
 * @redirect_template: the address in Codat's settings, with its `{placeholders}`
 * @error: return location for a %TRIB_LINK_REDIRECT_ERROR
 *
 * Returns: (transfer full) (nullable): the matcher, or %NULL when the text cannot be a template
 */
TribLinkRedirect *
trib_link_redirect_new (const char *redirect_template, GError **error)
{
  g_autoptr (TribLinkTemplate) pattern = NULL;
  TribLinkRedirect *self;

  g_return_val_if_fail (redirect_template != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  pattern = trib_link_template_parse (redirect_template, error);
  if (pattern == NULL)
    return NULL;
  self = g_object_new (TRIB_LINK_TYPE_REDIRECT, NULL);
  self->pattern = g_steal_pointer (&pattern);
  return self;
}

/**
 * trib_link_redirect_get_template:
 * @self: a matcher
 *
 * Returns: the text that it was made from
 */
const char *
trib_link_redirect_get_template (TribLinkRedirect *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_REDIRECT (self), NULL);
  return self->pattern->text;
}

/**
 * trib_link_redirect_get_state_name:
 * @self: a matcher
 *
 * Returns: (nullable): the name of the custom placeholder that can carry a one-time value
 */
const char *
trib_link_redirect_get_state_name (TribLinkRedirect *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_REDIRECT (self), NULL);
  return self->pattern->state_name;
}

/**
 * trib_link_redirect_match:
 * @self: a matcher
 * @uri: where a page wants to go
 * @method: (nullable): how
 * @answer: (out) (optional) (nullable) (transfer full): set for %TRIB_LINK_MATCH_CAPTURE
 * @reason: (out) (optional) (nullable): static, for the log; set for %TRIB_LINK_MATCH_REJECT
 *
 * Returns: whether that is our redirect
 */
TribLinkMatch
trib_link_redirect_match (TribLinkRedirect *self,
                          const char *uri,
                          const char *method,
                          TribLinkAnswer **answer,
                          const char **reason)
{
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (TribLinkAddress) address = NULL;
  const char *fault;

  g_return_val_if_fail (TRIB_LINK_IS_REDIRECT (self), TRIB_LINK_MATCH_IGNORE);
  g_return_val_if_fail (uri != NULL, TRIB_LINK_MATCH_IGNORE);
  if (answer != NULL)
    *answer = NULL;
  if (reason != NULL)
    *reason = NULL;
  if (strlen (uri) > MAX_READ) {
    if (reason != NULL)
      *reason = "too long";
    return TRIB_LINK_MATCH_REJECT;
  }
  values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  address = trib_link_address_parse (uri, TRUE);
  if (address == NULL || !trib_link_address_same_origin (address, self->pattern->address) ||
      !match_path (self, address, values)) {
    if (!looks_like_ours (self, uri, TRUE) && !looks_like_ours (self, uri, FALSE))
      return TRIB_LINK_MATCH_IGNORE;
    fault = "only looks like the redirect address";
  } else {
    fault = find_fault (address, uri, method);
    if (fault == NULL)
      fault = take_query (self, address->query, values);
  }
  if (fault != NULL) {
    if (reason != NULL)
      *reason = fault;
    return TRIB_LINK_MATCH_REJECT;
  }
  if (answer != NULL)
    *answer = trib_link_answer_new (g_steal_pointer (&values));
  return TRIB_LINK_MATCH_CAPTURE;
}
