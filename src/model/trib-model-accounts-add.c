/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-accounts.h"

#include "trib-model-accounts-private.h"

#include "trib-text.h"

/* "Check and Add": the server is asked before anything is kept. The third part of the class in
 * trib-model-accounts.c. */

typedef struct {
  char *name;              /* (owned) */
  char *base_url;          /* (owned) */
  char *key;               /* (owned), a secret */
  char *redirect_template; /* (owned) (nullable) */
  TribStoreEnvironment environment;
  CodatClient *client;      /* (owned) (nullable) */
  TribStoreAccount *record; /* (owned) (nullable) */
  gboolean session_only;
} Adding;

static void
adding_free (Adding *adding)
{
  g_free (adding->name);
  g_free (adding->base_url);
  trib_store_key_free (adding->key);
  g_free (adding->redirect_template);
  g_clear_object (&adding->client);
  g_clear_object (&adding->record);
  g_free (adding);
}

static void
in_use_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *self = g_task_get_source_object (task);
  Adding *adding = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!trib_store_set_account_in_use_finish (TRIB_STORE (source), result, &error))
    g_info ("The account in use was not remembered: %s", error->message);
  g_task_return_pointer (task,
                         trib_model_account_new (adding->record, adding->client, self->store,
                                                 self->clock, adding->session_only),
                         g_object_unref);
}

/* What was given up after it was written is there all the same. */
static void
forget (TribModelAccounts *self, Adding *adding)
{
  trib_store_keyring_clear_async (adding->session_only ? self->memory : self->keyring,
                                  adding->record, NULL, NULL, NULL);
  trib_store_remove_account_async (self->store, trib_store_account_get_id (adding->record), NULL,
                                   NULL, NULL);
}

static gboolean
is_without_keyring (const GError *error)
{
  return g_error_matches (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING) ||
         g_error_matches (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_KEYRING_LOCKED);
}

static void
key_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *self = g_task_get_source_object (task);
  Adding *adding = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (trib_store_keyring_save_finish (TRIB_STORE_KEYRING (source), result, &error)) {
    /* It is there now: who gives up after this is too late. */
    g_task_set_check_cancellable (task, FALSE);
    trib_model_accounts_take (self, adding->record);
    trib_store_set_account_in_use_async (self->store, trib_store_account_get_id (adding->record),
                                         NULL, in_use_cb, g_steal_pointer (&task));
  } else if (is_without_keyring (error) && !adding->session_only) {
    adding->session_only = TRUE;
    trib_store_keyring_save_async (self->memory, adding->record, adding->key, cancellable,
                                   key_saved_cb, g_steal_pointer (&task));
  } else {
    forget (self, adding);
    g_task_return_error (task, g_steal_pointer (&error));
  }
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelAccounts *self = g_task_get_source_object (task);
  Adding *adding = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (!trib_store_save_account_finish (TRIB_STORE (source), result, &error)) {
    forget (self, adding);
    g_task_return_error (task, error);
    return;
  }
  trib_store_keyring_save_async (self->keyring, adding->record, adding->key, cancellable,
                                 key_saved_cb, g_steal_pointer (&task));
}

/* The server took the key: now it is kept. The account comes first, because a program that is
 * killed in between leaves an account without its key then, which can be seen and removed, and not
 * a key that nobody knows of. */
static void
keep (GTask *owned)
{
  g_autoptr (GTask) task = owned;
  TribModelAccounts *self = g_task_get_source_object (task);
  Adding *adding = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autofree char *id = g_uuid_string_random ();

  adding->record = trib_store_account_new (id, adding->name, adding->base_url,
                                           adding->redirect_template, adding->environment);
  trib_store_save_account_async (self->store, adding->record, cancellable, saved_cb,
                                 g_steal_pointer (&task));
}

static void
profile_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Adding *adding = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatProfile) profile =
      codat_client_get_profile_finish (CODAT_CLIENT (source), result, &error);
  const char *template = profile != NULL ? codat_profile_get_redirect_url (profile) : NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (template != NULL && *template != '\0') {
    g_autoptr (GError) invalid = NULL;
    g_autoptr (TribLinkRedirect) redirect = trib_link_redirect_new (template, &invalid);

    if (redirect != NULL)
      adding->redirect_template = g_strdup (template);
    else
      g_info ("The redirect template of the profile is of no use: %s", invalid->message);
  }
  /* Without a template a sign-in is followed by asking, so a profile that is kept from this key is
   * no reason to refuse the account. */
  keep (g_steal_pointer (&task));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Adding *adding = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  g_autoptr (CodatPage) page =
      codat_client_list_companies_finish (CODAT_CLIENT (source), result, &error);

  if (page == NULL)
    g_task_return_error (task, error);
  else if (adding->redirect_template != NULL)
    keep (g_steal_pointer (&task));
  else
    codat_client_get_profile_async (CODAT_CLIENT (source), cancellable, profile_cb,
                                    g_steal_pointer (&task));
}

/* What can be seen without a server: the key, the address, the template. */
static gboolean
check_input (Adding *adding, GError **error)
{
  g_autoptr (CodatAuthorizer) authorizer = codat_authorizer_new (adding->key, error);
  g_autoptr (TribLinkRedirect) redirect = NULL;

  if (authorizer == NULL || !codat_base_url_is_valid (adding->base_url, error))
    return FALSE;
  if (adding->redirect_template != NULL) {
    redirect = trib_link_redirect_new (adding->redirect_template, error);
    if (redirect == NULL)
      return FALSE;
  }
  adding->client = codat_client_new (adding->base_url, authorizer, error);
  return adding->client != NULL;
}

static char *
trim (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/**
 * trib_model_accounts_add_async:
 * @self: the accounts
 * @name: (nullable): what the person calls it; empty: named after its address
 * @base_url: (nullable): the address of the API; empty: Codat's own
 * @api_key: the key
 * @redirect_template: (nullable): empty: what the profile says
 * @environment: what is at stake
 * @cancellable: (nullable): to give up
 * @callback: called when it is added, or not
 * @data: for @callback
 */
void
trib_model_accounts_add_async (TribModelAccounts *self,
                               const char *name,
                               const char *base_url,
                               const char *api_key,
                               const char *redirect_template,
                               TribStoreEnvironment environment,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Adding *adding;

  g_return_if_fail (TRIB_MODEL_IS_ACCOUNTS (self));
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_model_accounts_add_async);
  adding = g_new0 (Adding, 1);
  g_task_set_task_data (task, adding, (GDestroyNotify) adding_free);
  adding->base_url = trim (base_url);
  if (*adding->base_url == '\0')
    trib_set_str (&adding->base_url, CODAT_DEFAULT_BASE_URL);
  adding->name = trim (name);
  if (*adding->name == '\0')
    trib_set_str (&adding->name, adding->base_url);
  adding->key = trim (api_key);
  adding->environment = environment;
  adding->redirect_template = trim (redirect_template);
  if (*adding->redirect_template == '\0')
    g_clear_pointer (&adding->redirect_template, g_free);
  if (!check_input (adding, &error))
    g_task_return_error (task, error);
  else
    codat_client_list_companies_async (adding->client, NULL, NULL, 1, 1, cancellable, checked_cb,
                                       g_steal_pointer (&task));
}

/**
 * trib_model_accounts_add_finish:
 * @self: the accounts
 * @result: what the callback got
 * @error: why it was not added, as the room says it that found it
 *
 * Returns: (transfer full): the account, ready for use
 */
TribModelAccount *
trib_model_accounts_add_finish (TribModelAccounts *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
