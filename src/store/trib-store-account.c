/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-account.h"

/* TribStoreAccount: what is remembered of one account, but its key.
 * It never changes once it is made, and is owned by whoever holds a reference.
 * Any thread may read it.
 */
struct _TribStoreAccount {
  GObject parent_instance;

  char *id;                /* (owned) */
  char *name;              /* (owned) */
  char *base_url;          /* (owned) */
  char *redirect_template; /* (owned) (nullable) */
  TribStoreEnvironment environment;
};

G_DEFINE_FINAL_TYPE (TribStoreAccount, trib_store_account, G_TYPE_OBJECT)

static void
trib_store_account_finalize (GObject *object)
{
  TribStoreAccount *self = TRIB_STORE_ACCOUNT (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->base_url);
  g_free (self->redirect_template);
  G_OBJECT_CLASS (trib_store_account_parent_class)->finalize (object);
}

static void
trib_store_account_class_init (TribStoreAccountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_store_account_finalize;
}

static void
trib_store_account_init (TribStoreAccount *self)
{
}

/**
 * trib_store_account_new:
 * @id: a GUID of ours
 * @name: what the person calls it
 * @base_url: the address of the API
 * @redirect_template: (nullable): where Codat sends the person back to, %NULL when it is not known
 * @environment: what is at stake in it
 *
 * Makes the record of an account.
 *
 * Returns: (transfer full): the record
 */
TribStoreAccount *
trib_store_account_new (const char *id,
                        const char *name,
                        const char *base_url,
                        const char *redirect_template,
                        TribStoreEnvironment environment)
{
  TribStoreAccount *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (base_url != NULL, NULL);

  self = g_object_new (TRIB_STORE_TYPE_ACCOUNT, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->base_url = g_strdup (base_url);
  self->redirect_template = g_strdup (redirect_template);
  self->environment = environment;
  return self;
}

/**
 * trib_store_account_get_id:
 *
 * Returns: (transfer none): the GUID of the account
 */
const char *
trib_store_account_get_id (TribStoreAccount *self)
{
  g_return_val_if_fail (TRIB_STORE_IS_ACCOUNT (self), NULL);

  return self->id;
}

/**
 * trib_store_account_get_name:
 *
 * Returns: (transfer none): what the person calls it
 */
const char *
trib_store_account_get_name (TribStoreAccount *self)
{
  g_return_val_if_fail (TRIB_STORE_IS_ACCOUNT (self), NULL);

  return self->name;
}

/**
 * trib_store_account_get_base_url:
 *
 * Returns: (transfer none): the address of the API
 */
const char *
trib_store_account_get_base_url (TribStoreAccount *self)
{
  g_return_val_if_fail (TRIB_STORE_IS_ACCOUNT (self), NULL);

  return self->base_url;
}

/**
 * trib_store_account_get_redirect_template:
 *
 * Returns: (transfer none) (nullable): where Codat sends the person back to
 */
const char *
trib_store_account_get_redirect_template (TribStoreAccount *self)
{
  g_return_val_if_fail (TRIB_STORE_IS_ACCOUNT (self), NULL);

  return self->redirect_template;
}

/**
 * trib_store_account_get_environment:
 *
 * Returns: what is at stake in it
 */
TribStoreEnvironment
trib_store_account_get_environment (TribStoreAccount *self)
{
  g_return_val_if_fail (TRIB_STORE_IS_ACCOUNT (self), TRIB_STORE_ENVIRONMENT_LIVE);

  return self->environment;
}
