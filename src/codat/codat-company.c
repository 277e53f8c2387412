/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-company.h"

#include "codat-json.h"

#include <string.h>

/* A customer of the client. Immutable; made from one Company of an answer, owned by the page it
 * came in, usable in any thread.
 */
struct _CodatCompany {
  GObject parent_instance;

  char *texts;             /* (owned): what the next five point into */
  const char *id;          /* (unowned) */
  const char *name;        /* (unowned) */
  const char *description; /* (unowned) (nullable) */
  const char *redirect;    /* (unowned) (nullable) */
  const char *created_by;  /* (unowned) (nullable) */
  GDateTime *created;      /* (owned) (nullable) */
  GDateTime *last_sync;    /* (owned) (nullable) */
  char **tag_names;        /* (owned) sorted */
  char **tag_values;       /* (owned), each for the name at its place */
  char **products;         /* (owned) */
  GPtrArray *connections;  /* (owned) of CodatConnection */
};

G_DEFINE_FINAL_TYPE (CodatCompany, codat_company, G_TYPE_OBJECT)

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (codat_json_get_name (*(CodatJson *const *) a),
                 codat_json_get_name (*(CodatJson *const *) b));
}

/* What is no text is no tag. */
static void
read_tags (CodatCompany *self, CodatJson *object)
{
  guint most = codat_json_get_length (object), length = 0;
  g_autofree CodatJson **tags = g_new (CodatJson *, most + 1);

  for (CodatJson *item = codat_json_get_first (object); item; item = codat_json_get_next (item)) {
    if (codat_json_is (item, CODAT_JSON_STRING))
      tags[length++] = item;
  }
  qsort (tags, length, sizeof *tags, compare_names);
  self->tag_names = g_new0 (char *, length + 1);
  self->tag_values = g_new0 (char *, length + 1);
  for (guint i = 0; i < length; i++) {
    self->tag_names[i] = g_strdup (codat_json_get_name (tags[i]));
    self->tag_values[i] = g_strdup (codat_json_get_text (tags[i]));
  }
}

static void
read_texts (CodatCompany *self, CodatJson *object, const char *id)
{
  const char **const places[] = { &self->id, &self->name, &self->description, &self->redirect,
                                  &self->created_by };

  self->id = id;
  self->name = codat_json_get_string (object, "name");
  if (self->name == NULL)
    self->name = "";
  self->description = codat_json_get_string (object, "description");
  self->redirect = codat_json_get_string (object, "redirect");
  self->created_by = codat_json_get_string (object, "createdByUserName");
  self->texts = codat_json_pack (places, G_N_ELEMENTS (places));
}

static void
read_connections (CodatCompany *self, CodatJson *array)
{
  self->connections = g_ptr_array_new_full (codat_json_get_length (array), g_object_unref);
  for (CodatJson *item = codat_json_get_first (array); item; item = codat_json_get_next (item)) {
    CodatConnection *connection = codat_connection_new_from_json (item, NULL);

    /* One row that is no connection must not lose the company. */
    if (connection != NULL)
      g_ptr_array_add (self->connections, connection);
  }
}

static void
codat_company_finalize (GObject *object)
{
  CodatCompany *self = CODAT_COMPANY (object);

  if (self->redirect != NULL)
    explicit_bzero ((char *) self->redirect, strlen (self->redirect));
  g_clear_pointer (&self->texts, g_free);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->last_sync, g_date_time_unref);
  g_clear_pointer (&self->tag_names, g_strfreev);
  g_clear_pointer (&self->tag_values, g_strfreev);
  g_clear_pointer (&self->products, g_strfreev);
  g_clear_pointer (&self->connections, g_ptr_array_unref);
  G_OBJECT_CLASS (codat_company_parent_class)->finalize (object);
}

static void
codat_company_class_init (CodatCompanyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_company_finalize;
}

static void
codat_company_init (CodatCompany *self)
{
}

CodatCompany *
codat_company_new_from_json (CodatJson *object, GError **error)
{
  g_autoptr (CodatCompany) self = NULL;
  const char *id = codat_json_require_guid (object, "Company", "id", error);

  if (id == NULL)
    return NULL;
  self = g_object_new (CODAT_TYPE_COMPANY, NULL);
  read_texts (self, object, id);
  self->created = codat_json_dup_date (object, "created");
  self->last_sync = codat_json_dup_date (object, "lastSync");
  self->products = codat_json_dup_strv (object, "products");
  read_tags (self, codat_json_get_object (object, "tags"));
  read_connections (self, codat_json_get_array (object, "dataConnections"));
  return g_steal_pointer (&self);
}

CodatCompany *
codat_company_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "Company", error);

  return object != NULL ? codat_company_new_from_json (object, error) : NULL;
}

/**
 * codat_company_new_from_data:
 * @json: one Company of the contract as JSON
 * @length: its length in bytes, or -1 when it ends with NUL
 * @error: return location
 *
 * Reads what a server or a file said, under the same rules as an answer. Errors:
 * %CODAT_ERROR_BAD_ANSWER.
 *
 * Returns: (transfer full): the value object, or %NULL with @error set
 */
CodatCompany *
codat_company_new_from_data (const char *json, gssize length, GError **error)
{
  g_autoptr (CodatJson) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  root = codat_json_parse (json, length, error);
  if (root == NULL)
    return NULL;
  return codat_company_new_from_node (root, error);
}

/**
 * codat_company_get_id:
 * @self: a company
 *
 * Returns: (transfer none): its id, a GUID
 */
const char *
codat_company_get_id (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return self->id;
}

/**
 * codat_company_get_name:
 * @self: a company
 *
 * Returns: (transfer none): its name, maybe ""
 */
const char *
codat_company_get_name (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return self->name;
}

/**
 * codat_company_get_description:
 * @self: a company
 *
 * Returns: (nullable) (transfer none): what was written about it
 */
const char *
codat_company_get_description (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return self->description;
}

/**
 * codat_company_get_redirect:
 * @self: a company
 *
 * Returns: (nullable) (transfer none): its hosted link page: a secret, never to be stored or logged
 */
const char *
codat_company_get_redirect (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return self->redirect;
}

/**
 * codat_company_get_created_by:
 * @self: a company
 *
 * Returns: (nullable) (transfer none): who made it
 */
const char *
codat_company_get_created_by (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return self->created_by;
}

/**
 * codat_company_get_created:
 * @self: a company
 *
 * Returns: (nullable) (transfer none): when it was made
 */
GDateTime *
codat_company_get_created (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return self->created;
}

/**
 * codat_company_get_last_sync:
 * @self: a company
 *
 * Returns: (nullable) (transfer none): when its data was last synced
 */
GDateTime *
codat_company_get_last_sync (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return self->last_sync;
}

/**
 * codat_company_get_tag:
 * @self: a company
 * @name: the name of a tag
 *
 * Returns: (nullable) (transfer none): its text
 */
const char *
codat_company_get_tag (CodatCompany *self, const char *name)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  for (guint i = 0; self->tag_names[i] != NULL; i++) {
    if (strcmp (self->tag_names[i], name) == 0)
      return self->tag_values[i];
  }
  return NULL;
}

/**
 * codat_company_get_tag_names:
 * @self: a company
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of its tags, sorted
 */
const char *const *
codat_company_get_tag_names (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return (const char *const *) self->tag_names;
}

/**
 * codat_company_dup_tags_with:
 * @self: a company
 * @changes: (nullable) (array zero-terminated=1): name, value, name, value of tags to set
 * @less: (nullable) (array zero-terminated=1): names of tags to take away
 *
 * Returns: (transfer full) (array zero-terminated=1): all tags that the company shall have, as
 *   name, value, name, value, for an update
 */
char **
codat_company_dup_tags_with (CodatCompany *self,
                             const char *const *changes,
                             const char *const *less)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GHashTable) set = NULL;

  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  builder = g_strv_builder_new ();
  set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; changes != NULL && changes[i] != NULL && changes[i + 1] != NULL; i += 2) {
    if (g_hash_table_add (set, (gpointer) changes[i]))
      g_strv_builder_add_many (builder, changes[i], changes[i + 1], NULL);
  }
  for (guint i = 0; self->tag_names[i] != NULL; i++) {
    const char *name = self->tag_names[i];

    if (!g_hash_table_contains (set, name) && (less == NULL || !g_strv_contains (less, name)))
      g_strv_builder_add_many (builder, name, self->tag_values[i], NULL);
  }
  return g_strv_builder_end (builder);
}

/**
 * codat_company_get_products:
 * @self: a company
 *
 * Returns: (transfer none) (array zero-terminated=1): the products that are switched on for it
 */
const char *const *
codat_company_get_products (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return (const char *const *) self->products;
}

/**
 * codat_company_get_n_connections:
 * @self: a company
 *
 * Returns: how many connections it has
 */
guint
codat_company_get_n_connections (CodatCompany *self)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), 0);
  return self->connections->len;
}

/**
 * codat_company_get_connection:
 * @self: a company
 * @position: which connection
 *
 * Returns: (nullable) (transfer none): the connection, or %NULL behind the last one
 */
CodatConnection *
codat_company_get_connection (CodatCompany *self, guint position)
{
  g_return_val_if_fail (CODAT_IS_COMPANY (self), NULL);
  return position < self->connections->len ? g_ptr_array_index (self->connections, position) : NULL;
}
