/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-template.h"

#include <string.h>

/* What a redirect said: immutable once made, owned by whoever holds a reference, any thread. Every
 * value is a claim of whoever made the address; nothing here is true before Codat says so. */

struct _TribLinkAnswer {
  gatomicrefcount ref_count;
  GHashTable *values; /* (owned): placeholder to decoded value */
};

G_DEFINE_BOXED_TYPE (TribLinkAnswer, trib_link_answer, trib_link_answer_ref, trib_link_answer_unref)

/**
 * trib_link_answer_new:
 * @values: (transfer full): placeholders and their decoded values
 *
 * Returns: (transfer full): an answer
 */
TribLinkAnswer *
trib_link_answer_new (GHashTable *values)
{
  TribLinkAnswer *self = g_new0 (TribLinkAnswer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->values = values;
  return self;
}

/**
 * trib_link_answer_ref:
 * @self: an answer
 *
 * Returns: (transfer full): @self
 */
TribLinkAnswer *
trib_link_answer_ref (TribLinkAnswer *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * trib_link_answer_unref:
 * @self: (transfer full): an answer
 */
void
trib_link_answer_unref (TribLinkAnswer *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->values);
  g_free (self);
}

/**
 * trib_link_answer_get:
 * @self: an answer
 * @name: a placeholder of the template, without braces
 *
 * Returns: (nullable): what the redirect put there; %NULL when the template has no such placeholder
 *   or the redirect left its parameter out
 */
const char *
trib_link_answer_get (TribLinkAnswer *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  return g_hash_table_lookup (self->values, name);
}

/**
 * trib_link_answer_get_status_code:
 * @self: an answer
 *
 * Returns: the number in statusCode, or 0 when it is no number of three digits
 */
guint
trib_link_answer_get_status_code (TribLinkAnswer *self)
{
  const char *text;

  g_return_val_if_fail (self != NULL, 0);
  text = g_hash_table_lookup (self->values, "statusCode");
  if (text == NULL || strlen (text) != 3 || strspn (text, "0123456789") != 3)
    return 0;
  return (guint) g_ascii_strtoull (text, NULL, 10);
}
