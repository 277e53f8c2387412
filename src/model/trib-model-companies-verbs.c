/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-companies.h"

#include "trib-model-companies-private.h"
#include "trib-model-company-private.h"
#include "trib-model-words.h"

#include "codat-error.h"

#include <string.h>

/* Looking up and creating companies: the second half of the class in trib-model-companies.c. */

/* Enough for every company with one name; the server filters. */
#define LOOK_UP_SIZE 100

typedef struct {
  char *name;      /* (owned): folded */
  char *reference; /* (owned): folded */
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->name);
  g_free (wanted->reference);
  g_free (wanted);
}

static gboolean
is_wanted (TribModelCompany *company, gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *reference = NULL;

  if (*wanted->name != '\0' && trib_model_company_has_name (company, wanted->name))
    return TRUE;
  if (*wanted->reference == '\0' || *trib_model_company_get_reference (company) == '\0')
    return FALSE;
  reference = trib_model_fold (trib_model_company_get_reference (company));
  return g_strcmp0 (reference, wanted->reference) == 0;
}

/* A name with words of the query language in it cannot be asked for. */
static gboolean
can_query (const char *name)
{
  return strstr (name, "&&") == NULL && strstr (name, "||") == NULL && strpbrk (name, "{}") == NULL;
}

static gboolean
value_is_wanted (CodatCompany *value, Wanted *wanted)
{
  g_autofree char *name = trib_model_fold (codat_company_get_name (value));
  g_autofree char *reference = trib_model_fold (codat_company_get_tag (value, "reference"));

  return (*wanted->name != '\0' && g_strcmp0 (name, wanted->name) == 0) ||
         (*wanted->reference != '\0' && g_strcmp0 (reference, wanted->reference) == 0);
}

static void
look_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelCompanies *self = g_task_get_source_object (task);
  Wanted *wanted = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatPage) page =
      codat_client_list_companies_finish (CODAT_CLIENT (source), result, &error);
  guint n = page != NULL ? g_list_model_get_n_items (G_LIST_MODEL (page)) : 0;

  if (page == NULL && !g_error_matches (error, CODAT_ERROR, CODAT_ERROR_REFUSED)) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  /* A server may leave the query out of account, or refuse it; what is known here counts then. */
  for (guint i = 0; i < n; i++) {
    g_autoptr (CodatCompany) value = g_list_model_get_item (G_LIST_MODEL (page), i);

    if (!value_is_wanted (value, wanted))
      continue;
    g_task_return_pointer (task, g_object_ref (trib_model_companies_take (self, value)),
                           g_object_unref);
    return;
  }
  g_task_return_pointer (task, NULL, NULL);
}

static void
create_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelCompanies *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (CodatCompany) value =
      codat_client_create_company_finish (CODAT_CLIENT (source), result, &error);

  if (value == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_object_ref (trib_model_companies_take (self, value)),
                           g_object_unref);
}

/**
 * trib_model_companies_get_state:
 * @self: the companies
 *
 * Returns: what the page shows
 */
TribModelState
trib_model_companies_get_state (TribModelCompanies *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANIES (self), TRIB_MODEL_STATE_IDLE);
  return trib_model_remote_list_get_state (TRIB_MODEL_REMOTE_LIST (self));
}

/**
 * trib_model_companies_get_problem:
 * @self: the companies
 *
 * Returns: (nullable): why the last load failed
 */
TribModelProblem *
trib_model_companies_get_problem (TribModelCompanies *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANIES (self), NULL);
  return trib_model_remote_list_get_problem (TRIB_MODEL_REMOTE_LIST (self));
}

/**
 * trib_model_companies_get_total:
 * @self: the companies
 *
 * Returns: how many the server counts
 */
guint
trib_model_companies_get_total (TribModelCompanies *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANIES (self), 0);
  return self->total;
}

/**
 * trib_model_companies_get_search:
 * @self: the companies
 *
 * Returns: what a person typed, "" for nothing
 */
const char *
trib_model_companies_get_search (TribModelCompanies *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANIES (self), NULL);
  return self->search;
}

/**
 * trib_model_companies_find:
 * @self: the companies
 * @company_id: (nullable): an id
 *
 * Returns: (nullable): the company, whether it matches the search or not
 */
TribModelCompany *
trib_model_companies_find (TribModelCompanies *self, const char *company_id)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANIES (self), NULL);
  return trib_model_rows_find (self->rows, company_id);
}

/**
 * trib_model_companies_look_up_async:
 * @self: the companies
 * @name: (nullable): a name
 * @reference: (nullable): a reference
 * @cancellable: (nullable): to give up
 * @callback: called when there is an answer
 * @data: for @callback
 *
 * Looks for a company that has the name or the reference already, here first, then at the server.
 */
void
trib_model_companies_look_up_async (TribModelCompanies *self,
                                    const char *name,
                                    const char *reference,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *bare = g_strstrip (g_strdup (name != NULL ? name : ""));
  g_autofree char *query = NULL;
  TribModelCompany *known;
  Wanted *wanted;

  g_return_if_fail (TRIB_MODEL_IS_COMPANIES (self));
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_model_companies_look_up_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  wanted = g_new0 (Wanted, 1);
  wanted->name = trib_model_fold (bare);
  wanted->reference = trib_model_fold (reference);
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  known = trib_model_companies_find_by (self, is_wanted, wanted);
  if (known != NULL) {
    g_task_return_pointer (task, g_object_ref (known), g_object_unref);
    return;
  }
  if (*bare == '\0' || !can_query (bare)) {
    g_task_return_pointer (task, NULL, NULL);
    return;
  }
  query = g_strconcat ("name=", bare, NULL);
  codat_client_list_companies_async (trib_model_companies_get_client (self), query, NULL, 1,
                                     LOOK_UP_SIZE, cancellable, look_up_cb,
                                     g_steal_pointer (&task));
}

/**
 * trib_model_companies_look_up_finish:
 * @self: the companies
 * @result: what the callback got
 * @error: why it could not be looked up: an error of the client
 *
 * Returns: (transfer full) (nullable): the company; %NULL without @error set when there is none
 */
TribModelCompany *
trib_model_companies_look_up_finish (TribModelCompanies *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trib_model_companies_create_async:
 * @self: the companies
 * @name: its name
 * @reference: (nullable): what the person calls it in its own books
 * @description: (nullable): a note
 * @cancellable: (nullable): to give up
 * @callback: called when there is an answer
 * @data: for @callback
 */
void
trib_model_companies_create_async (TribModelCompanies *self,
                                   const char *name,
                                   const char *reference,
                                   const char *description,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  g_autofree char *bare = g_strstrip (g_strdup (name != NULL ? name : ""));
  g_autofree char *tag = g_strstrip (g_strdup (reference != NULL ? reference : ""));
  g_autofree char *note = g_strstrip (g_strdup (description != NULL ? description : ""));
  const char *tags[] = { "reference", tag, NULL };
  GTask *task;

  g_return_if_fail (TRIB_MODEL_IS_COMPANIES (self));
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_model_companies_create_async);
  codat_client_create_company_async (trib_model_companies_get_client (self), bare,
                                     *note != '\0' ? note : NULL, *tag != '\0' ? tags : NULL,
                                     cancellable, create_cb, task);
}

/**
 * trib_model_companies_create_finish:
 * @self: the companies
 * @result: what the callback got
 * @error: why it was not created: an error of the client
 *
 * Returns: (transfer full): the company, which is in the list now
 */
TribModelCompany *
trib_model_companies_create_finish (TribModelCompanies *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trib_model_company_name_check:
 * @name: (nullable): a name
 * @stripped: (out) (optional) (transfer full): the name as Codat would keep it
 *
 * Codat takes letters without accents, digits, spaces and a few signs out of a name, and drops the
 * rest without a word.
 *
 * Returns: whether it would keep @name as it is
 */
gboolean
trib_model_company_name_check (const char *name, char **stripped)
{
  g_autofree char *bare = g_strstrip (g_strdup (name != NULL ? name : ""));
  GString *kept = g_string_new (NULL);
  gboolean same;

  for (const char *p = bare; *p != '\0'; p++) {
    if (g_ascii_isalnum (*p) || g_ascii_isspace (*p) || strchr ("-',&@.?!", *p) != NULL)
      g_string_append_c (kept, *p);
  }
  same = kept->len > 0 && g_strcmp0 (kept->str, bare) == 0;
  if (stripped != NULL)
    *stripped = g_strstrip (g_string_free (kept, FALSE));
  else
    g_string_free (kept, TRUE);
  return same;
}
