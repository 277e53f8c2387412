/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-template.h"

#include <string.h>

/* Takes a redirect template apart, once, so that a match is only comparing. Placeholders may stand
 * in the path and in the values of the query; one in the host is refused, because then any host
 * would be ours. */

#define MAX_LENGTH 2048

static void
piece_free (TribLinkPiece *self)
{
  g_free (self->name);
  g_free (self->prefix);
  g_free (self->placeholder);
  g_free (self->suffix);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribLinkPiece, piece_free)

static void
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, TRIB_LINK_REDIRECT_ERROR, TRIB_LINK_REDIRECT_ERROR_INVALID, reason);
}

static gboolean
is_placeholder_name (const char *name)
{
  if (*name == '\0' || strlen (name) > 64)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++) {
    if (!g_ascii_isalnum (*p) && strchr ("._-", *p) == NULL)
      return FALSE;
  }
  return TRUE;
}

static TribLinkPiece *
piece_parse (const char *text, GError **error)
{
  g_autoptr (TribLinkPiece) self = g_new0 (TribLinkPiece, 1);
  const char *open = strchr (text, '{');
  const char *close = strchr (text, '}');

  if (open == NULL && close == NULL) {
    self->prefix = g_strdup (text);
    return g_steal_pointer (&self);
  }
  if (open == NULL || close == NULL || close < open) {
    refuse (error, "A brace of the template has no partner");
    return NULL;
  }
  if (strpbrk (close + 1, "{}") != NULL) {
    refuse (error, "Two placeholders of the template cannot be told apart");
    return NULL;
  }
  self->prefix = g_strndup (text, (gsize) (open - text));
  self->placeholder = g_strndup (open + 1, (gsize) (close - open - 1));
  self->suffix = g_strdup (close + 1);
  if (!is_placeholder_name (self->placeholder)) {
    refuse (error, "A placeholder of the template has no legal name");
    return NULL;
  }
  return g_steal_pointer (&self);
}

/* Literal ends of a query value are compared decoded, so that "%20" and "+" are the same. */
static gboolean
piece_decode (TribLinkPiece *self)
{
  g_autofree char *prefix = trib_link_address_decode (self->prefix, TRUE);
  g_autofree char *suffix =
      self->suffix != NULL ? trib_link_address_decode (self->suffix, TRUE) : NULL;

  if (prefix == NULL || (self->suffix != NULL && suffix == NULL))
    return FALSE;
  g_free (self->prefix);
  self->prefix = g_steal_pointer (&prefix);
  g_free (self->suffix);
  self->suffix = g_steal_pointer (&suffix);
  return TRUE;
}

static gboolean
add_placeholder (TribLinkTemplate *self, GHashTable *seen, TribLinkPiece *piece, GError **error)
{
  if (piece->placeholder == NULL)
    return TRUE;
  if (!g_hash_table_add (seen, piece->placeholder)) {
    refuse (error, "A placeholder stands twice in the template");
    return FALSE;
  }
  if (g_ascii_strcasecmp (piece->placeholder, "state") == 0 && self->state_name == NULL)
    self->state_name = piece->placeholder;
  return TRUE;
}

static gboolean
take_path (TribLinkTemplate *self, GHashTable *seen, GError **error)
{
  for (guint i = 0; self->address->segments[i] != NULL; i++) {
    TribLinkPiece *piece = piece_parse (self->address->segments[i], error);

    if (piece == NULL)
      return FALSE;
    g_ptr_array_add (self->segments, piece);
    if (!add_placeholder (self, seen, piece, error))
      return FALSE;
  }
  for (guint i = 0; i < self->address->folded->len; i++) {
    TribLinkPiece *piece = piece_parse (g_ptr_array_index (self->address->folded, i), error);

    if (piece == NULL)
      return FALSE;
    g_ptr_array_add (self->folded, piece);
  }
  return TRUE;
}

static gboolean
take_parameter (TribLinkTemplate *self, GHashTable *seen, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *raw_name =
      equals != NULL ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);
  g_autoptr (TribLinkPiece) piece = piece_parse (equals != NULL ? equals + 1 : "", error);

  if (piece == NULL)
    return FALSE;
  piece->name = trib_link_address_decode (raw_name, TRUE);
  if (piece->name == NULL || *piece->name == '\0' || strpbrk (piece->name, "{}") != NULL ||
      !piece_decode (piece)) {
    refuse (error, "A parameter of the template has no legal name or value");
    return FALSE;
  }
  for (guint i = 0; i < self->parameters->len; i++) {
    TribLinkPiece *other = g_ptr_array_index (self->parameters, i);

    if (g_str_equal (other->name, piece->name)) {
      refuse (error, "A parameter stands twice in the template");
      return FALSE;
    }
  }
  g_ptr_array_add (self->parameters, piece);
  return add_placeholder (self, seen, g_steal_pointer (&piece), error);
}

static gboolean
take_query (TribLinkTemplate *self, GHashTable *seen, GError **error)
{
  g_auto (GStrv) parts = NULL;

  if (self->address->query == NULL)
    return TRUE;
  parts = g_strsplit (self->address->query, "&", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] != '\0' && !take_parameter (self, seen, parts[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_text (const char *text, GError **error)
{
  g_autofree char *scheme = trib_link_address_dup_scheme (text);
  gsize authority;

  if (strlen (text) > MAX_LENGTH) {
    refuse (error, "The template is too long");
    return FALSE;
  }
  if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0) {
    refuse (error, "The template does not begin with https:// or http://");
    return FALSE;
  }
  authority = strlen (scheme) + 3;
  if (strlen (text) > authority &&
      memchr (text + authority, '{', strcspn (text + authority, "/?#")) != NULL) {
    refuse (error, "A placeholder in the host of the template would make any host ours");
    return FALSE;
  }
  return TRUE;
}

/**
 * trib_link_template_parse:
 * @text: a redirect template as Codat keeps it
 * @error: return location for a %TRIB_LINK_REDIRECT_ERROR
 *
 * Returns: (transfer full) (nullable): the template, taken apart
 */
TribLinkTemplate *
trib_link_template_parse (const char *text, GError **error)
{
  g_autoptr (TribLinkTemplate) self = g_new0 (TribLinkTemplate, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  self->folded = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  self->parameters = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  self->text = g_strdup (text);
  if (!check_text (text, error))
    return NULL;
  self->address = trib_link_address_parse (text, TRUE);
  if (self->address == NULL) {
    refuse (error, "The template has no legal host or port");
    return NULL;
  }
  if (self->address->oddities != TRIB_LINK_ODD_NONE) {
    refuse (error, "The template can be read in more than one way");
    return NULL;
  }
  if (self->address->fragment != NULL) {
    refuse (error, "The template has a fragment, which no server gets to see");
    return NULL;
  }
  if (!take_path (self, seen, error) || !take_query (self, seen, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * trib_link_template_free:
 * @self: (nullable) (transfer full): a template
 */
void
trib_link_template_free (TribLinkTemplate *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  trib_link_address_free (self->address);
  g_ptr_array_unref (self->segments);
  g_ptr_array_unref (self->folded);
  g_ptr_array_unref (self->parameters);
  g_free (self);
}

/**
 * trib_link_piece_match:
 * @self: a piece of a template
 * @text: the same place of an address
 * @value: (out) (optional) (nullable) (transfer full): what stands where the placeholder is
 *
 * Returns: whether the literal ends are there
 */
gboolean
trib_link_piece_match (TribLinkPiece *self, const char *text, char **value)
{
  gsize length = strlen (text);
  gsize prefix = strlen (self->prefix);

  if (value != NULL)
    *value = NULL;
  if (self->placeholder == NULL)
    return g_str_equal (self->prefix, text);
  if (length < prefix + strlen (self->suffix) || !g_str_has_prefix (text, self->prefix) ||
      !g_str_has_suffix (text, self->suffix))
    return FALSE;
  if (value != NULL)
    *value = g_strndup (text + prefix, length - prefix - strlen (self->suffix));
  return TRUE;
}
