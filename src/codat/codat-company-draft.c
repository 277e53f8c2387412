/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-company-draft.h"

#include "codat-client-private.h"
#include "codat-error.h"
#include "codat-json.h"

static void
set_error (GError **error, const char *problem)
{
  g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT, problem);
}

/* A value that is no text would be lost, so it is an error here, unlike in an answer. */
static char **
read_tags (CodatJson *object, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (CodatJson *item = codat_json_get_first (object); item; item = codat_json_get_next (item)) {
    const char *value = codat_json_get_text (item);

    if (value == NULL) {
      set_error (error, "The value of a tag is no text");
      return NULL;
    }
    g_strv_builder_add_many (builder, codat_json_get_name (item), value, NULL);
  }
  return g_strv_builder_end (builder);
}

/* tags is taken over. */
static CodatCompanyDraft *
new_draft (const char *name, const char *description, char **tags, GError **error)
{
  g_autoptr (CodatCompanyDraft) self = g_new0 (CodatCompanyDraft, 1);

  self->tags = tags;
  if (description != NULL && *description != '\0')
    self->description = g_strdup (description);
  self->name = g_strstrip (g_strdup (name != NULL ? name : ""));
  if (*self->name != '\0')
    return g_steal_pointer (&self);
  set_error (error, "There is no name");
  return NULL;
}

static CodatCompanyDraft *
read_draft (CodatJson *object, GError **error)
{
  CodatJson *members = codat_json_get_object (object, "tags");
  char **tags = members != NULL ? read_tags (members, error) : g_new0 (char *, 1);

  return tags != NULL ? new_draft (codat_json_get_string (object, "name"),
                                   codat_json_get_string (object, "description"), tags, error)
                      : NULL;
}

/* The companies that a document had so far. */
typedef struct {
  GPtrArray *drafts;
  GError *error; /* (owned) (nullable): what is wrong with the first bad one */
} Drafts;

static void
take_draft (Drafts *self, CodatJson *json)
{
  CodatCompanyDraft *draft = NULL;

  if (self->drafts->len == CODAT_COMPANY_DRAFTS_MAX)
    set_error (&self->error, "There are more than 1,000,000 companies");
  else if (!codat_json_is (json, CODAT_JSON_OBJECT))
    set_error (&self->error, "It is no object");
  else
    draft = read_draft (json, &self->error);
  if (draft != NULL)
    g_ptr_array_add (self->drafts, draft);
}

static void
take_row (CodatJson *row, gpointer data)
{
  Drafts *self = data;

  if (self->error != NULL)
    return;
  take_draft (self, row);
  if (self->error != NULL)
    g_prefix_error (&self->error, "Company %u: ", self->drafts->len + 1);
}

/* {"results":[…]} and […] have come row by row; anything else is one company alone. */
static gboolean
has_rows (CodatJson *root)
{
  return codat_json_is (root, CODAT_JSON_ARRAY) || codat_json_get_array (root, "results") != NULL;
}

/**
 * codat_company_draft_new:
 * @name: (nullable): its name
 * @description: (nullable): a description; an empty one is none
 * @tags: (nullable): its tags as the text of a JSON object; an empty text is none
 * @error: return location for a %CODAT_ERROR_BAD_ARGUMENT
 *
 * Returns: (transfer full): the draft, or %NULL with @error set
 */
CodatCompanyDraft *
codat_company_draft_new (const char *name,
                         const char *description,
                         const char *tags,
                         GError **error)
{
  g_autoptr (CodatJson) node = NULL;
  char **pairs;

  if (tags == NULL || *tags == '\0')
    return new_draft (name, description, g_new0 (char *, 1), error);
  node = codat_json_parse (tags, -1, NULL);
  if (node == NULL || !codat_json_is (node, CODAT_JSON_OBJECT)) {
    set_error (error, "The tags are no JSON object");
    return NULL;
  }
  pairs = read_tags (node, error);
  return pairs != NULL ? new_draft (name, description, pairs, error) : NULL;
}

/**
 * codat_company_draft_check:
 * @self: a draft
 * @error: return location for a %CODAT_ERROR_BAD_ARGUMENT
 *
 * Returns: whether [method@Codat.Client.create_company_async] would send it
 */
gboolean
codat_company_draft_check (const CodatCompanyDraft *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return codat_company_check_fields (self->name, self->description,
                                     (const char *const *) self->tags, TRUE, error);
}

/**
 * codat_company_draft_free:
 * @self: (transfer full): a draft
 *
 * Frees it with all that is in it.
 */
void
codat_company_draft_free (CodatCompanyDraft *self)
{
  g_free (self->name);
  g_free (self->description);
  g_strfreev (self->tags);
  g_free (self);
}

/**
 * codat_company_drafts_read:
 * @json: a JSON text: a list as Codat answers it, an array, or one company
 * @length: its length in bytes
 * @error: return location for a %CODAT_ERROR_BAD_ARGUMENT
 *
 * Of a company, its name, description and tags are read; other members are those that Codat gives.
 *
 * Returns: (transfer full) (element-type CodatCompanyDraft): the drafts, or %NULL with @error set
 */
GPtrArray *
codat_company_drafts_read (const char *json, gsize length, GError **error)
{
  g_autoptr (GPtrArray) drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) codat_company_draft_free);
  Drafts reading = { drafts, NULL };
  g_autoptr (CodatJson) root =
      codat_json_read_file (g_memdup2 (json, length), length, "results", take_row, &reading, error);

  if (root == NULL) {
    g_clear_error (&reading.error);
    return NULL;
  }
  if (!has_rows (root))
    take_draft (&reading, root);
  if (reading.error == NULL)
    return g_steal_pointer (&drafts);
  g_propagate_error (error, reading.error);
  return NULL;
}
